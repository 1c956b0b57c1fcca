//! Pure values and rules: no SQL, no HTTP, no templates, no async.

pub mod language;
