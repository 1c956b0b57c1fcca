//! The presidency reads: the board, the answers a question, the summary.

use super::routes::Routes;

/// Registers this feature's routes.
pub fn routes(_routes: &mut Routes<'_>) {}
