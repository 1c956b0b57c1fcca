//! The demonstration (`seeds/demonstration.json`): people with passwords, consultations, answers that say of themselves that they
//! are illustrative.

use serde::Deserialize;

use super::{Context, memberships, passwords::HashError};
use crate::{
    database::Principal,
    domain::{
        delegation::{Membership, Role},
        ids::{AccountId, MembershipId},
        language::Language,
        line::EmailAddress,
        participant::ParticipantCode,
        password::{Password, PasswordError},
    },
    store,
};

const PLAN: &str = include_str!("../../seeds/demonstration.json");

/// Why there is no demonstration.
#[derive(Debug, thiserror::Error)]
pub enum DemonstrationError {
    /// The program's own file.
    #[error("seeds/demonstration.json is not as it should be: {0}")]
    Plan(String),
    /// A passphrase.
    #[error(transparent)]
    Password(#[from] PasswordError),
    /// Hashing.
    #[error(transparent)]
    Hash(#[from] HashError),
    /// The database.
    #[error("the demonstration could not be stored: {0}")]
    Database(#[from] sqlx::Error),
}

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
    /// Its focal point.
    pub focal_point: FocalPoint,
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

/// A passphrase a circle.
#[derive(Debug, Clone)]
pub struct Passphrases([(Circle, String); 4]);

impl Passphrases {
    /// New ones, of syllables that can be read aloud: 24 letters in four groups, some 76 random bits.
    #[must_use]
    pub fn new() -> Self {
        Self([Circle::Chair, Circle::Analysts, Circle::Secretariat, Circle::Delegations].map(|c| (c, passphrase())))
    }

    /// The passphrase of `circle`.
    #[must_use]
    pub fn of(&self, circle: Circle) -> &str {
        self.0.iter().find(|(other, _)| *other == circle).map_or("", |(_, passphrase)| passphrase)
    }
}

impl Default for Passphrases {
    fn default() -> Self {
        Self::new()
    }
}

fn passphrase() -> String {
    const CONSONANTS: &[u8; 16] = b"bdfghjklmnprstvz";
    const VOWELS: &[u8; 5] = b"aeiou";
    let mut text = String::new();
    for syllable in 0..12 {
        if syllable > 0 && syllable % 3 == 0 {
            text.push('-');
        }
        text.push(char::from(CONSONANTS[rand::random_range(0..CONSONANTS.len())]));
        text.push(char::from(VOWELS[rand::random_range(0..VOWELS.len())]));
    }
    text
}

/// Makes the accounts, with passwords, and lets the chair create consultations.
pub async fn create(context: &Context, plan: &Plan, passphrases: &Passphrases) -> Result<(), DemonstrationError> {
    let now = context.clock.now();
    let mut hashes = Vec::new();
    for (circle, passphrase) in &passphrases.0 {
        hashes.push((*circle, context.hasher.hash(&Password::choose(passphrase)?).await?));
    }
    let presidency = code(&plan.presidency)?;
    let mut transaction = context.database.begin(Principal::Nobody).await?;
    for holder in plan.holders() {
        let wrong = || DemonstrationError::Plan(holder.email.clone());
        let email = EmailAddress::parse(&holder.email).map_err(|_| wrong())?;
        let language = Language::parse(&holder.language).ok_or_else(wrong)?;
        let zone = holder.time_zone.parse().map_err(|_| wrong())?;
        let account = memberships::ensure_account(&mut transaction, &email, language, now).await?.id;
        store::accounts::set_profile(&mut transaction, account, &holder.name, language, Some(zone)).await?;
        for (_, hash) in hashes.iter().filter(|(circle, _)| *circle == holder.circle) {
            store::accounts::set_password(&mut transaction, account, hash, now).await?;
        }
        match holder.circle {
            Circle::Secretariat => store::accounts::set_administrator(&mut transaction, account).await?,
            Circle::Chair => preside(&mut transaction, account, &presidency, now).await?,
            Circle::Analysts | Circle::Delegations => {}
        }
    }
    transaction.commit().await?;
    Ok(())
}

async fn preside(
    connection: &mut sqlx::PgConnection,
    account: AccountId,
    presidency: &ParticipantCode,
    now: chrono::DateTime<chrono::Utc>,
) -> Result<(), sqlx::Error> {
    let membership = Membership {
        id: MembershipId::new(),
        role: Role::Chair,
        consultation: None,
        participant: Some(presidency.clone()),
    };
    store::memberships::insert(connection, account, &membership, None, now).await.map(|_| ())
}

fn code(text: &str) -> Result<ParticipantCode, DemonstrationError> {
    ParticipantCode::parse(text).ok_or_else(|| DemonstrationError::Plan(format!("{text} is no participant")))
}
