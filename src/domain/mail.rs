//! What is mailed: values kept in the outbox and rendered at delivery, in the reader's language.
//!
//! They hold no secret: a one-time link is made when its mail is delivered.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::ids::{AccountId, ConsultationId, DigestId, MailId, SubmissionId};

/// A mail's content, before language and layout.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Message {
    /// Invites a person to choose a password; names the consultation where there is one.
    Activation {
        /// For which consultation.
        consultation: Option<ConsultationId>,
    },
    /// Lets a person choose a new password.
    PasswordReset,
    /// Tells that the password was changed.
    PasswordChanged,
    /// Tells the focal point or the chair that a membership began or ended.
    MembershipChanged {
        /// Where; none for a presidency.
        consultation: Option<ConsultationId>,
        /// Whose membership.
        person: String,
        /// Its role, as stored.
        role: String,
        /// Whether it began (or ended).
        began: bool,
    },
    /// A consultation is open for answers.
    Opened {
        /// Which.
        consultation: ConsultationId,
    },
    /// The deadline has moved.
    Extended {
        /// Which.
        consultation: ConsultationId,
        /// The new deadline.
        closes_at: DateTime<Utc>,
    },
    /// The consultation has been closed by the chair.
    Closed {
        /// Which.
        consultation: ConsultationId,
    },
    /// A response was received; goes to the whole delegation.
    Acknowledgement {
        /// Which submission.
        submission: SubmissionId,
        /// Its consultation.
        consultation: ConsultationId,
        /// Its reference number.
        reference: String,
    },
    /// The report has been issued.
    ReportIssued {
        /// On which consultation.
        consultation: ConsultationId,
    },
    /// What is new and who is missing.
    Digest {
        /// Which digest.
        digest: DigestId,
        /// On which consultation.
        consultation: ConsultationId,
    },
}

impl Message {
    /// The name of its kind, as stored and as used for its templates.
    #[must_use]
    pub const fn kind(&self) -> &'static str {
        match self {
            Self::Activation { .. } => "activation",
            Self::PasswordReset => "password_reset",
            Self::PasswordChanged => "password_changed",
            Self::MembershipChanged { .. } => "membership_changed",
            Self::Opened { .. } => "opened",
            Self::Extended { .. } => "extended",
            Self::Closed { .. } => "closed",
            Self::Acknowledgement { .. } => "acknowledgement",
            Self::ReportIssued { .. } => "report_issued",
            Self::Digest { .. } => "digest",
        }
    }

    /// The consultation it speaks of.
    #[must_use]
    pub const fn consultation(&self) -> Option<ConsultationId> {
        match self {
            Self::PasswordReset | Self::PasswordChanged => None,
            Self::Activation { consultation } | Self::MembershipChanged { consultation, .. } => *consultation,
            Self::Opened { consultation }
            | Self::Extended { consultation, .. }
            | Self::Closed { consultation }
            | Self::Acknowledgement { consultation, .. }
            | Self::ReportIssued { consultation }
            | Self::Digest { consultation, .. } => Some(*consultation),
        }
    }
}

/// A mail to be written to the outbox.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mail {
    /// Its identifier; also names its Message-ID.
    pub id: MailId,
    /// To whom.
    pub account: AccountId,
    /// What.
    pub message: Message,
    /// The same key is written once: a mail does not go out twice.
    pub dedupe_key: String,
}

impl Mail {
    /// A mail that is told apart from others of its kind by `key`.
    #[must_use]
    pub fn new(account: AccountId, message: Message, key: impl std::fmt::Display) -> Self {
        let dedupe_key = format!("{}/{account}/{key}", message.kind());
        Self { id: MailId::new(), account, message, dedupe_key }
    }
}
