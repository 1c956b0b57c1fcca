//! The demonstration: people with passwords, a consultation that is open and one that is over. It is played through the same
//! services as real work, by a clock that stands in the past and is moved on ([`stage`]); so nothing in it is of another kind.
//!
//! Its texts say of themselves that they are illustrative (see `seeds/README.md`). It is made in one go before the server answers.

mod closed;
mod open;
mod passphrases;
mod people;
mod plan;
mod stage;

pub use self::{
    passphrases::Passphrases,
    plan::{Circle, Holder, Plan},
};

use std::fmt::Display;

use super::{Context, passwords::HashError};
use crate::{domain::password::PasswordError, mail::Mailer};

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
    /// A step of it.
    #[error("the demonstration could not be made: {step}: {cause}")]
    Step {
        /// Which.
        step: &'static str,
        /// Why.
        cause: String,
    },
    /// The database.
    #[error("the demonstration could not be stored: {0}")]
    Database(#[from] sqlx::Error),
}

/// Makes all of it in a database without people. `mailer` writes the mails of the past, with their dates.
pub async fn create(
    context: &Context,
    plan: &Plan,
    passphrases: &Passphrases,
    mailer: Mailer,
) -> Result<(), DemonstrationError> {
    let stage = stage::Stage::new(context, mailer);
    let cast = people::create(&stage, plan, passphrases).await?;
    closed::play(&stage, plan, &cast).await?;
    open::play(&stage, plan, &cast).await
}

/// Names the step that failed; made for `map_err`.
fn at<E: Display>(step: &'static str) -> impl Fn(E) -> DemonstrationError {
    move |cause| DemonstrationError::Step { step, cause: cause.to_string() }
}

/// What the plan should have had.
fn wrong(what: impl Display) -> DemonstrationError {
    DemonstrationError::Plan(what.to_string())
}
