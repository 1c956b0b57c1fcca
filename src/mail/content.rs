//! The facts of each mail, as they are at delivery. One-time links are made then, so that the outbox holds no secret.

use chrono::{DateTime, Utc};
use chrono_tz::Tz;

use crate::domain::{
    delegation::Role,
    digest::Digest,
    ids::{ConsultationId, SubmissionId},
    language::Language,
    token::Token,
};

/// A consultation as mails name it.
#[derive(Debug, Clone)]
pub struct Call {
    /// Which.
    pub id: ConsultationId,
    /// Its title.
    pub title: String,
    /// The title's language.
    pub language: Language,
    /// The presiding State, in the reader's language.
    pub presidency: String,
    /// The seat's zone.
    pub seat: Tz,
    /// The deadline.
    pub closes_at: Option<DateTime<Utc>>,
    /// The presidency's contact: a name, or nothing.
    pub contact_name: String,
    /// The presidency's contact: an address, or nothing.
    pub contact_email: String,
    /// What the reader is in it, and for whom, by name in the reader's language.
    pub capacities: Vec<(Role, String)>,
}

/// A one-time link.
#[derive(Debug, Clone)]
pub struct OneTime {
    /// Its secret.
    pub token: Token,
    /// Until when it works.
    pub until: DateTime<Utc>,
}

/// What a receipt says.
#[derive(Debug, Clone)]
pub struct Receipt {
    /// The submission.
    pub submission: SubmissionId,
    /// Its reference number.
    pub reference: String,
    /// Whose, in the reader's language.
    pub delegation: String,
    /// Who signed, with title.
    pub signatory: String,
    /// When it was received.
    pub received_at: DateTime<Utc>,
    /// The hash of its canonical content, in hexadecimal digits.
    pub sha256: String,
}

/// What one mail says.
#[derive(Debug, Clone)]
pub enum Content {
    /// An invitation; without a link when the person chose a password in the meantime.
    Activation {
        /// To which consultation; none: to the installation.
        call: Option<Call>,
        /// The link.
        link: Option<OneTime>,
    },
    /// A new password can be chosen.
    PasswordReset {
        /// The link.
        link: OneTime,
    },
    /// The password was changed.
    PasswordChanged {
        /// When.
        at: DateTime<Utc>,
    },
    /// A membership began or ended.
    MembershipChanged {
        /// Where; none for a presidency.
        call: Option<Call>,
        /// Whose.
        person: String,
        /// As what.
        role: Role,
        /// Whether it began.
        began: bool,
    },
    /// Open for answers.
    Opened(Call),
    /// The deadline has moved.
    Extended {
        /// Which.
        call: Call,
        /// To when.
        closes_at: DateTime<Utc>,
    },
    /// Closed.
    Closed(Call),
    /// A response was received.
    Acknowledgement {
        /// To which consultation.
        call: Call,
        /// What its receipt says.
        receipt: Receipt,
    },
    /// The report is there.
    ReportIssued(Call),
    /// What is new.
    Digest {
        /// On which consultation.
        call: Call,
        /// The digest.
        digest: Digest,
    },
}

impl Content {
    /// The consultation it speaks of: answers to the mail go to its presidency's contact.
    #[must_use]
    pub const fn call(&self) -> Option<&Call> {
        match self {
            Self::PasswordReset { .. } | Self::PasswordChanged { .. } => None,
            Self::Activation { call, .. } | Self::MembershipChanged { call, .. } => call.as_ref(),
            Self::Opened(call)
            | Self::Extended { call, .. }
            | Self::Closed(call)
            | Self::Acknowledgement { call, .. }
            | Self::ReportIssued(call)
            | Self::Digest { call, .. } => Some(call),
        }
    }
}
