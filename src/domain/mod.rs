//! Pure values and rules: no SQL, no HTTP, no templates, no async.

pub mod access;
pub mod account;
pub mod concept_note;
pub mod consultation;
pub mod delegation;
pub mod delivery;
pub mod digest;
pub mod ids;
pub mod language;
pub mod line;
pub mod local_time;
pub mod mail;
pub mod markup;
pub mod numerals;
pub mod participant;
pub mod password;
pub mod question;
pub mod report;
pub mod response;
pub mod series;
pub mod submission;
pub mod summary;
pub mod symbol;
pub mod text;
pub mod token;
pub mod words;
