//! One binary for all tests that go beyond one module.

mod locales;
