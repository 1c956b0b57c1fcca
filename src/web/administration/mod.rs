//! The administrator's desk: accounts, memberships, outgoing mail, the demonstration's mailbox.

use super::routes::Routes;

/// Registers this feature's routes.
pub fn routes(_routes: &mut Routes<'_>) {}
