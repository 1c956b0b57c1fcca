//! People's roles: in a delegation, in a presidency.

use serde::{Deserialize, Serialize};

use super::{
    ids::{ConsultationId, MembershipId},
    participant::ParticipantCode,
};

/// What an account may be in a consultation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// Manages the delegation's team and may submit.
    FocalPoint,
    /// May submit.
    Approver,
    /// Writes.
    Drafter,
    /// Creates, opens, extends, closes, publishes.
    Chair,
    /// Reviews and summarises.
    Analyst,
}

impl Role {
    /// Every role.
    pub const ALL: [Self; 5] = [Self::FocalPoint, Self::Approver, Self::Drafter, Self::Chair, Self::Analyst];

    /// The name that is stored.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::FocalPoint => "focal_point",
            Self::Approver => "approver",
            Self::Drafter => "drafter",
            Self::Chair => "chair",
            Self::Analyst => "analyst",
        }
    }

    /// The role of that stored name.
    #[must_use]
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|role| role.as_str() == name)
    }

    /// The message that names the role.
    #[must_use]
    pub const fn message(self) -> &'static str {
        match self {
            Self::FocalPoint => "role-focal-point",
            Self::Approver => "role-approver",
            Self::Drafter => "role-drafter",
            Self::Chair => "role-chair",
            Self::Analyst => "role-analyst",
        }
    }

    /// Whether the role belongs to a delegation.
    #[must_use]
    pub const fn is_delegation(self) -> bool {
        matches!(self, Self::FocalPoint | Self::Approver | Self::Drafter)
    }

    /// Whether the role may hand over a response.
    #[must_use]
    pub const fn may_submit(self) -> bool {
        matches!(self, Self::FocalPoint | Self::Approver)
    }

    /// Whether the role belongs to a presidency.
    #[must_use]
    pub const fn is_presidency(self) -> bool {
        matches!(self, Self::Chair | Self::Analyst)
    }
}

/// One account's standing in a consultation, or (a chair without a consultation) in a presidency.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Membership {
    /// The row.
    pub id: MembershipId,
    /// What the account is there.
    pub role: Role,
    /// Where; none for a chair who may create consultations.
    pub consultation: Option<ConsultationId>,
    /// For whom: the delegation's participant, or the presidency's State.
    pub participant: Option<ParticipantCode>,
}
