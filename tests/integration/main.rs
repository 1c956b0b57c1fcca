//! One test binary for everything that needs no browser.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // a test fails by panicking

mod cluster;
mod locales;
mod support;
