//! What the tests share: a fresh database, a server on it, a browser, people and a consultation.

#![allow(dead_code)] // each feature's tests use their part of it

pub mod app;
pub mod browser;
pub mod database;
pub mod fixture;
pub mod office;
pub mod sources;
pub mod words;
