//! One binary for all tests that go beyond one module.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // helpers stand outside the test functions

mod locales;
