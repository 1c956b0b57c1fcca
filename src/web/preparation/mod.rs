//! The chair prepares: note, questions, window, participants, people; opens, extends, closes.

use super::routes::Routes;

/// Registers this feature's routes.
pub fn routes(_routes: &mut Routes<'_>) {}
