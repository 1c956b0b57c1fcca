//! `rapporteur migrate`: the schema and the participants, as the owner.

use sqlx::Connection;

use super::{Failure, open::Source, output};
use crate::{
    config::Config,
    services::{seeding, startup},
};

pub(super) async fn run(config: &Config) -> Result<(), Failure> {
    let source = Source::for_command(config).await?;
    let owner = source.owner()?;
    startup::migrate(&owner).await?;
    let mut connection = startup::connect(&owner, "owner's").await?;
    seeding::participants(&mut connection).await?;
    connection.close().await?;
    source.close().await?;
    output::print("The schema is this program's, and the participants are in place.\n")?;
    Ok(())
}
