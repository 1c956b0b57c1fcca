//! `rapporteur account`: the first administrator, who makes all others by pages.

use clap::Subcommand;

use super::{
    Failure,
    open::{self, Source},
    output,
};
use crate::{config::Config, domain::line::EmailAddress, services::installation, web::routes};

#[derive(Debug, Subcommand)]
pub(super) enum Account {
    /// Makes an administrator and prints a one-time link to choose a password
    CreateAdministrator {
        /// The administrator's address
        email: String,
    },
}

pub(super) async fn run(config: &Config, command: Account) -> Result<(), Failure> {
    let Account::CreateAdministrator { email } = command;
    let address = EmailAddress::parse(&email).map_err(|_| format!("{email:?} is no e-mail address"))?;
    let source = Source::for_command(config).await?;
    let installation = open::prepare(&source).await?;
    let context = open::context(source.app()?, installation);
    let token = installation::create_administrator(context.clone(), address).await?;
    let link = format!("{}{}", open::site(config, &source), routes::link(token.expose()));
    context.database.close().await;
    source.close().await?;
    output::print(&format!("{link}\n"))?;
    Ok(())
}
