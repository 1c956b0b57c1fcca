//! Mails: messages put into words in the reader's language, and the transports that carry them.
//!
//! To add a mail: a variant of [`crate::domain::mail::Message`], its facts in [`content`], its words in [`compose`] and in
//! `src/locales/*/mail.ftl`, where its facts come from in `services/outbox/facts.rs`, and a sample in
//! `tests/integration/digests.rs`. Both parts of every mail come from one [`letter::Letter`], so that neither says less than the other.

pub mod compose;
pub mod content;
pub mod envelope;
pub mod letter;
pub mod links;
pub mod reader;
pub mod settings;
pub mod smtp;
pub mod transport;

use chrono_tz::Tz;
use lettre::message::Mailbox;

use self::{links::Links, transport::Transport};

/// What delivery needs beside the mail itself.
#[derive(Debug, Clone)]
pub struct Mailer {
    /// What carries it.
    pub transport: Transport,
    /// From whom.
    pub from: Mailbox,
    /// Where its links lead.
    pub links: Links,
    /// The zone of readers who set none, where no consultation says its seat's.
    pub seat: Tz,
}
