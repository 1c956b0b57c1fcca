//! One test binary for everything that needs no browser.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // a test fails by panicking
#![allow(clippy::disallowed_methods)] // and looks behind the scenes
#![allow(clippy::assigning_clones, clippy::match_wild_err_arm, clippy::match_same_arms, clippy::type_complexity)] // a test is read once

mod accounts;
mod administration;
mod architecture;
mod cluster;
mod concept_note;
mod delegation;
mod digests;
mod locales;
mod migrations;
mod note_damage;
mod note_files;
mod note_hostile;
mod note_library;
mod note_pasted;
mod note_questions;
mod note_reader;
mod operations;
mod personas;
mod preparation;
mod presidency;
mod queries;
mod security;
mod support;
mod templates;
mod walls;
mod word_processors;
