//! Pure values and rules: no SQL, no HTTP, no async.

pub mod concept_note;
pub mod symbol;
