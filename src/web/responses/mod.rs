//! A delegation answers: form, draft, check, receipt, team.

use super::routes::Routes;

/// Registers this feature's routes.
pub fn routes(_routes: &mut Routes<'_>) {}
