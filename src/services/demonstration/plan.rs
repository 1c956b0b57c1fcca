//! What the demonstration shows: the file `seeds/demonstration.json`, whose shape `seeds/README.md` describes.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::DemonstrationError;

const PLAN: &str = include_str!("../../../seeds/demonstration.json");

/// What the demonstration shows.
#[derive(Debug, Clone, Deserialize)]
pub struct Plan {
    /// The State that presides.
    pub presidency: String,
    /// The presidency's people and the secretariat's.
    pub people: Vec<Person>,
    /// The delegations of the open consultation.
    pub delegations: Vec<Delegation>,
    /// The consultation that is over.
    pub closed: Closed,
}

/// One of the presidency or the secretariat.
#[derive(Debug, Clone, Deserialize)]
pub struct Person {
    /// The address to sign in with.
    pub email: String,
    /// The name shown.
    pub name: String,
    /// `chair`, `analyst` or `administrator`.
    pub role: String,
    /// Of the interface.
    pub language: String,
    /// Of the reader.
    pub time_zone: String,
}

/// One delegation.
#[derive(Debug, Clone, Deserialize)]
pub struct Delegation {
    /// Its participant's code.
    pub participant: String,
    /// The language it answers in.
    pub language: String,
    /// Its people's time zone.
    pub time_zone: String,
    /// How far it is.
    pub state: Progress,
    /// Its focal point.
    pub focal_point: FocalPoint,
    /// Who signs; only where it has submitted.
    pub signatory: Option<Signatory>,
    /// Its answers by question (`a`, `b` ...).
    pub answers: BTreeMap<String, String>,
}

/// How far a delegation is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Progress {
    /// It has handed over its response.
    Submitted,
    /// It has saved something.
    InPreparation,
    /// Nothing yet.
    NotBegun,
}

/// Who signs for a delegation.
#[derive(Debug, Clone, Deserialize)]
pub struct Signatory {
    /// The name.
    pub name: String,
    /// The office.
    pub title: String,
}

/// A delegation's focal point.
#[derive(Debug, Clone, Deserialize)]
pub struct FocalPoint {
    /// The address to sign in with.
    pub email: String,
    /// The name shown.
    pub name: String,
}

/// The consultation that is over.
#[derive(Debug, Clone, Deserialize)]
pub struct Closed {
    /// Its delegations.
    pub delegations: Vec<Delegation>,
    /// The presidency's summaries by question, in English.
    pub summaries: BTreeMap<String, String>,
}

/// Who shares a passphrase.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Circle {
    /// The chair.
    Chair,
    /// The analysts.
    Analysts,
    /// The secretariat.
    Secretariat,
    /// The focal points of all delegations.
    Delegations,
}

/// An account to sign in with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Holder {
    /// The address.
    pub email: String,
    /// The name shown.
    pub name: String,
    /// Of the interface.
    pub language: String,
    /// Of the reader.
    pub time_zone: String,
    /// Whose passphrase it has.
    pub circle: Circle,
    /// The delegation's participant, if it is a focal point.
    pub participant: Option<String>,
}

impl Plan {
    /// The plan that the program carries.
    pub fn read() -> Result<Self, DemonstrationError> {
        serde_json::from_str(PLAN).map_err(|error| DemonstrationError::Plan(error.to_string()))
    }

    /// Every account once: the presidency, the secretariat, the delegations in the order of the plan.
    #[must_use]
    pub fn holders(&self) -> Vec<Holder> {
        let mut holders: Vec<Holder> = self
            .people
            .iter()
            .map(|person| Holder {
                email: person.email.clone(),
                name: person.name.clone(),
                language: person.language.clone(),
                time_zone: person.time_zone.clone(),
                circle: match person.role.as_str() {
                    "chair" => Circle::Chair,
                    "analyst" => Circle::Analysts,
                    _ => Circle::Secretariat,
                },
                participant: None,
            })
            .collect();
        for delegation in self.delegations.iter().chain(&self.closed.delegations) {
            if holders.iter().all(|holder| holder.email != delegation.focal_point.email) {
                holders.push(Holder {
                    email: delegation.focal_point.email.clone(),
                    name: delegation.focal_point.name.clone(),
                    language: delegation.language.clone(),
                    time_zone: delegation.time_zone.clone(),
                    circle: Circle::Delegations,
                    participant: Some(delegation.participant.clone()),
                });
            }
        }
        holders
    }
}
