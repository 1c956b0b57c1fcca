//! Use-cases: permission token, command and clock in; they own the transaction. One error enum a use-case.
//!
//! To add one: a function that takes [`Context`] and a token of [`crate::domain::access`], begins a transaction in the token's
//! account's name, writes the audit link and the outbox row in it, and commits.

pub mod accounts;
pub mod administration;
pub mod consultations;
pub mod demonstration;
pub mod digests;
pub mod installation;
pub mod invitations;
pub mod links;
pub mod memberships;
pub mod note_reader;
pub mod outbox;
pub mod passwords;
pub mod reports;
pub mod responses;
pub mod review;
pub mod seeding;
pub mod startup;
pub mod submissions;
pub mod summaries;
pub mod teams;
pub mod verification;

use crate::{clock::Clock, database::Database, domain::ids::InstallationId};

/// What every use-case works with.
#[derive(Clone, Debug)]
pub struct Context {
    /// Where things are kept.
    pub database: Database,
    /// What time it is.
    pub clock: Clock,
    /// Makes and checks password hashes.
    pub hasher: passwords::Hasher,
    /// Which installation this is.
    pub installation: Installation,
}

/// What is known of this installation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Installation {
    /// Its identifier: names the session cookie and the installation's audit chain.
    pub id: InstallationId,
    /// Whether it holds the demonstration.
    pub demonstration: bool,
}
