//! A delegation answers: consultation, form, conflict, check, receipt.
