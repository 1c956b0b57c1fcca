//! Journeys in a real browser. Each is a story of one sitting, on a server and a database of its own; every page that it passes is
//! held against the accessibility rules and photographed into `target/tmp/pages/<story>/`, for somebody to look at.
//!
//! To add one: a test that calls [`window::story`]; what several stories do stands in [`walks`]. Needs Chromium, its driver and
//! axe-core: `script/test` installs them.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // a test fails by panicking
#![allow(clippy::disallowed_methods)] // and looks behind the scenes
#![allow(clippy::assigning_clones, clippy::match_wild_err_arm, clippy::match_same_arms, clippy::type_complexity)] // a test is read once

#[path = "../integration/support/mod.rs"]
mod support;

#[allow(dead_code)] // the operator's tests use all of it
#[path = "../integration/operations/program.rs"]
mod program;

mod account;
mod demonstration;
mod languages;
mod main_job;
mod post;
mod review;
mod session;
mod walks;
mod window;
