//! Identifiers: UUID version 7 (RFC 9562, 5.7), a type of its own for each kind of thing.

use std::{fmt, str::FromStr};

use serde::{Deserialize, Serialize};
use uuid::Uuid;

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident;)*) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, sqlx::Type)]
        #[serde(transparent)]
        #[sqlx(transparent)]
        pub struct $name(Uuid);

        impl $name {
            /// A new identifier, ordered by the time of its making.
            #[must_use]
            #[allow(clippy::new_without_default, reason = "every call gives another value")]
            pub fn new() -> Self {
                Self(Uuid::now_v7())
            }

            /// The bare identifier.
            #[must_use]
            pub const fn uuid(self) -> Uuid {
                self.0
            }
        }

        impl From<Uuid> for $name {
            fn from(id: Uuid) -> Self {
                Self(id)
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }

        impl FromStr for $name {
            type Err = uuid::Error;

            fn from_str(text: &str) -> Result<Self, Self::Err> {
                text.parse().map(Self)
            }
        }
    )*};
}

ids! {
    /// One person's account.
    AccountId;
    /// One signed-in browser.
    SessionId;
    /// A link that is used once: activation or password reset.
    OneTimeLinkId;
    /// One call for written answers.
    ConsultationId;
    /// One guiding question of a consultation.
    QuestionId;
    /// One account's role in a consultation or presidency.
    MembershipId;
    /// What one participant gives to one consultation.
    ResponseId;
    /// One saved text of an answer or of a summary.
    RevisionId;
    /// A response frozen and handed over.
    SubmissionId;
    /// A report as issued.
    ReportId;
    /// One mail in the outbox.
    MailId;
    /// One digest: recipient and period.
    DigestId;
    /// This installation; names its cookie.
    InstallationId;
}
