//! Pure values and rules: no SQL, no HTTP, no templates, no async.

pub mod access;
pub mod account;
pub mod consultation;
pub mod delegation;
pub mod ids;
pub mod language;
pub mod mail;
pub mod participant;
pub mod line;
pub mod password;
pub mod text;
pub mod token;
