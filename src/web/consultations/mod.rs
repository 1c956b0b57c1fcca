//! One's consultations, and a consultation's page: letter, note, questions, next step.

use super::routes::Routes;

/// Registers this feature's routes.
pub fn routes(_routes: &mut Routes<'_>) {}
