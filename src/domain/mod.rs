//! Pure values and rules: no SQL, no HTTP, no templates, no async.

pub mod language;
pub mod line;
pub mod markup;
pub mod password;
pub mod text;
pub mod words;
