//! A person's account, and the sessions in which it is used.

use chrono::{DateTime, TimeDelta, Utc};
use chrono_tz::Tz;

use super::{
    ids::{AccountId, SessionId},
    language::Language,
};

/// A session ends after so long without a request (saving counts).
pub const IDLE: TimeDelta = TimeDelta::minutes(30);
/// A session ends so long after signing in, whatever happens.
pub const ABSOLUTE: TimeDelta = TimeDelta::hours(12);
/// An invitation to choose a first password is good for so long.
pub const ACTIVATION: TimeDelta = TimeDelta::days(14);
/// A link to choose a new password is good for so long.
pub const RESET: TimeDelta = TimeDelta::hours(1);

/// A person's account.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Account {
    /// Its identifier.
    pub id: AccountId,
    /// The address as typed.
    pub email: String,
    /// The person's name, as shown to colleagues.
    pub name: String,
    /// The interface's language.
    pub language: Language,
    /// The reader's time zone; none: the seat's.
    pub time_zone: Option<Tz>,
    /// Whether it runs the installation.
    pub administrator: bool,
    /// When its person chose a password.
    pub activated_at: Option<DateTime<Utc>>,
    /// When it was shut.
    pub disabled_at: Option<DateTime<Utc>>,
}

/// A live session.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Session {
    /// The row.
    pub id: SessionId,
    /// Whose.
    pub account: Account,
    /// When it began.
    pub created_at: DateTime<Utc>,
    /// When it was used last.
    pub last_seen_at: DateTime<Utc>,
}

/// What a one-time link lets its holder do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LinkPurpose {
    /// Choose a first password.
    Activation,
    /// Choose a new password.
    PasswordReset,
}

impl LinkPurpose {
    /// The name that is stored.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Activation => "activation",
            Self::PasswordReset => "password_reset",
        }
    }

    /// The purpose of that stored name.
    #[must_use]
    pub fn parse(name: &str) -> Option<Self> {
        [Self::Activation, Self::PasswordReset].into_iter().find(|purpose| purpose.as_str() == name)
    }

    /// How long such a link is good for.
    #[must_use]
    pub const fn lifetime(self) -> TimeDelta {
        match self {
            Self::Activation => ACTIVATION,
            Self::PasswordReset => RESET,
        }
    }
}
