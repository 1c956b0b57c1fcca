//! Participants: Member States, observer States, regional organizations, other entities.

use std::fmt;

use serde::{Deserialize, Serialize};

/// A participant's code: ISO 3166-1 alpha-3 for States, an abbreviation for organizations.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, sqlx::Type)]
#[serde(transparent)]
#[sqlx(transparent)]
pub struct ParticipantCode(String);

impl ParticipantCode {
    /// The code, if it is 2 to 16 capitals, digits or hyphens.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let fits = (2..=16).contains(&text.len())
            && text.bytes().all(|b| b.is_ascii_uppercase() || b.is_ascii_digit() || b == b'-');
        fits.then(|| Self(text.to_owned()))
    }

    /// The bare code.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for ParticipantCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// What kind of participant it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// A Member State of the United Nations.
    MemberState,
    /// A non-member observer State.
    ObserverState,
    /// A regional organization.
    RegionalOrganization,
    /// Any other entity.
    OtherEntity,
}

impl Kind {
    /// Every kind, in the order in which they are listed.
    pub const ALL: [Self; 4] = [Self::MemberState, Self::ObserverState, Self::RegionalOrganization, Self::OtherEntity];

    /// The name that is stored.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::MemberState => "member_state",
            Self::ObserverState => "observer_state",
            Self::RegionalOrganization => "regional_organization",
            Self::OtherEntity => "other_entity",
        }
    }

    /// The kind of that stored name.
    #[must_use]
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.as_str() == name)
    }
}

/// A participant as listed for one reader.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Participant {
    /// Its code.
    pub code: ParticipantCode,
    /// Its kind.
    pub kind: Kind,
    /// Its name in the reader's language.
    pub name: String,
    /// Codes of the regional groups it is in on the day asked for; none, one or two.
    pub groups: Vec<String>,
}

/// A regional group as listed for one reader.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RegionalGroup {
    /// Its code.
    pub code: String,
    /// Its name in the reader's language.
    pub name: String,
}
