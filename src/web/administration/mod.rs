//! The administrator's desk: accounts, memberships, outgoing mail, the demonstration's mailbox.

mod mailbox;
mod outbox;

use super::routes::{self, Routes};

/// Registers this feature's routes.
pub fn routes(routes: &mut Routes<'_>) {
    routes.get(routes::OUTBOX, outbox::show).post(routes::OUTBOX_RETRY, outbox::retry);
    routes.get(routes::MAILBOX, mailbox::list).get(routes::MAILBOX_MAIL, mailbox::show);
}
