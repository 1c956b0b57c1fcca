//! The report, and its issuing.

use super::routes::Routes;

/// Registers this feature's routes.
pub fn routes(_routes: &mut Routes<'_>) {}
