//! The delivery of a mail: where it stands, what went wrong, when it is tried again.

use std::fmt;

use chrono::TimeDelta;

/// Where a mail of the outbox stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Status {
    /// Waits for its time.
    Pending,
    /// Is being handed over just now.
    Sending,
    /// Was accepted by the mail server, or written to its file.
    Sent,
    /// Was refused for good, or too often.
    Failed,
    /// May or may not have been accepted: never sent again by itself, since it could go out twice.
    Uncertain,
}

impl Status {
    /// Every status, in the order in which they are shown.
    pub const ALL: [Self; 5] = [Self::Pending, Self::Sending, Self::Sent, Self::Uncertain, Self::Failed];

    /// The name that is stored.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Pending => "pending",
            Self::Sending => "sending",
            Self::Sent => "sent",
            Self::Failed => "failed",
            Self::Uncertain => "uncertain",
        }
    }

    /// The status of that stored name.
    #[must_use]
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|status| status.as_str() == name)
    }

    /// The message that names it.
    #[must_use]
    pub const fn message(self) -> &'static str {
        match self {
            Self::Pending => "outbox-status-pending",
            Self::Sending => "outbox-status-sending",
            Self::Sent => "outbox-status-sent",
            Self::Failed => "outbox-status-failed",
            Self::Uncertain => "outbox-status-uncertain",
        }
    }
}

/// Why a mail has not gone out: a class, without addresses or secrets.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Trouble {
    /// No connection to the mail server, or it broke before the text was sent.
    Unreachable,
    /// The connection could not be encrypted, or the server's certificate is not trusted.
    Insecure,
    /// The mail server does not take our user name and password.
    SignIn,
    /// The mail server said no, with this reply code (RFC 5321, 4.2).
    Refused(u16),
    /// The connection broke, or no answer came, after the text was sent.
    Unanswered,
    /// The server that was handing it over stopped in the middle.
    Interrupted,
    /// The file could not be written.
    NotWritten,
    /// The mail could not be put together.
    NotComposed,
    /// The account is shut, or what the mail speaks of is gone.
    NoRecipient,
}

impl Trouble {
    const PLAIN: [Self; 8] = [
        Self::Unreachable,
        Self::Insecure,
        Self::SignIn,
        Self::Unanswered,
        Self::Interrupted,
        Self::NotWritten,
        Self::NotComposed,
        Self::NoRecipient,
    ];

    /// The class as stored, without its number.
    const fn class(self) -> &'static str {
        match self {
            Self::Unreachable => "unreachable",
            Self::Insecure => "insecure",
            Self::SignIn => "sign-in",
            Self::Refused(_) => "refused",
            Self::Unanswered => "unanswered",
            Self::Interrupted => "interrupted",
            Self::NotWritten => "not-written",
            Self::NotComposed => "not-composed",
            Self::NoRecipient => "no-recipient",
        }
    }

    /// The trouble of that stored text.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        match text.strip_prefix("refused ") {
            Some(code) => code.parse().ok().map(Self::Refused),
            None => Self::PLAIN.into_iter().find(|trouble| trouble.class() == text),
        }
    }

    /// The message that names it; `$code` is [`Trouble::code`].
    #[must_use]
    pub const fn message(self) -> &'static str {
        match self {
            Self::Unreachable => "outbox-trouble-unreachable",
            Self::Insecure => "outbox-trouble-insecure",
            Self::SignIn => "outbox-trouble-sign-in",
            Self::Refused(_) => "outbox-trouble-refused",
            Self::Unanswered => "outbox-trouble-unanswered",
            Self::Interrupted => "outbox-trouble-interrupted",
            Self::NotWritten => "outbox-trouble-not-written",
            Self::NotComposed => "outbox-trouble-not-composed",
            Self::NoRecipient => "outbox-trouble-no-recipient",
        }
    }

    /// The mail server's reply code, if it gave one.
    #[must_use]
    pub const fn code(self) -> Option<u16> {
        match self {
            Self::Refused(code) => Some(code),
            _ => None,
        }
    }
}

impl fmt::Display for Trouble {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.class())?;
        self.code().map_or(Ok(()), |code| write!(f, " {code}"))
    }
}

/// How an attempt to hand a mail over ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// It was accepted.
    Accepted,
    /// It was certainly not accepted; another try may help.
    Deferred(Trouble),
    /// It was certainly not accepted, and another try will not help.
    Rejected(Trouble),
    /// Nobody can say whether it was accepted.
    Unclear(Trouble),
}

/// A mail is tried so often before it counts as failed.
pub const ATTEMPTS: i32 = 8;

/// How long to wait after that many attempts; none: no more.
#[must_use]
pub fn pause_after(attempts: i32) -> Option<TimeDelta> {
    let minutes = match attempts {
        ..=1 => 1,
        2 => 5,
        3 => 15,
        4 => 60,
        5 => 120,
        6 => 240,
        7 => 480,
        _ => return None,
    };
    Some(TimeDelta::minutes(minutes))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_stored_is_read_back() {
        for status in Status::ALL {
            assert_eq!(Status::parse(status.as_str()), Some(status));
        }
        for trouble in Trouble::PLAIN.into_iter().chain([Trouble::Refused(450)]) {
            assert_eq!(Trouble::parse(&trouble.to_string()), Some(trouble));
        }
        assert_eq!(Trouble::parse("refused"), None);
        assert_eq!(Trouble::parse("refused by somebody"), None);
    }

    #[test]
    fn pauses_grow_and_end() {
        let pauses: Vec<_> = (1..ATTEMPTS).map(|n| pause_after(n).unwrap()).collect();
        assert!(pauses.windows(2).all(|pair| pair[0] < pair[1]));
        assert_eq!(pause_after(ATTEMPTS), None);
    }
}
