//! The report: compiled, issued, read.
