//! `serve --demo`: which data folders are the demonstration's, and its list of accounts.
//!
//! The file `demonstration-accounts.txt` is written before anything else, and the database is marked when all of it is there. A file
//! without the mark is a start that was interrupted: its database is made anew. No file and no mark is somebody's real data.

use std::{
    fmt::Write as _,
    fs::{self, OpenOptions},
    io::Write as _,
    os::unix::fs::OpenOptionsExt,
    path::{Path, PathBuf},
};

use sqlx::Connection;

use super::{
    Failure,
    open::{self, Source},
};
use crate::{
    config::Config,
    mail::Mailer,
    services::{
        Context, Installation,
        demonstration::{self, Circle, Passphrases, Plan},
        startup,
    },
    store,
};

fn file(config: &Config) -> PathBuf {
    config.data.join("demonstration-accounts.txt")
}

/// Refuses to serve the demonstration as if it were real: its passwords lie in a file.
pub(super) fn refuse_without_flag(config: &Config, source: &Source, marked: bool) -> Result<(), Failure> {
    match source {
        Source::Private(_) if marked || file(config).exists() => {
            let folder = config.data.display();
            let way_out = "add --demo, or choose another folder with --data";
            Err(format!("{folder} holds a demonstration: {way_out}").into())
        }
        Source::Server { .. } if marked => {
            Err("DATABASE_URL names a database that holds a demonstration: name another one".into())
        }
        _ => Ok(()),
    }
}

/// Brings the demonstration about where it is missing; returns its context and the list of accounts.
pub(super) async fn prepare(config: &Config, source: &Source, mailer: Mailer) -> Result<(Context, String), Failure> {
    let Source::Private(cluster) = source else { return Err("--demo needs a private database".into()) };
    let accounts = file(config);
    let untouched = startup::is_untouched(&source.app()?).await?;
    if !untouched {
        let interrupted = accounts.exists() && !is_marked(source).await?;
        if interrupted {
            cluster.empty_database().await?;
            match fs::remove_dir_all(&config.mail.folder) {
                Err(error) if error.kind() != std::io::ErrorKind::NotFound => return Err(error.into()),
                _ => {}
            }
        } else {
            let installation = open::prepare(source).await?;
            if !installation.demonstration {
                let folder = config.data.display();
                let way_out = "choose another folder with --data, or serve it without --demo";
                return Err(format!("{folder} holds data that --demo did not make: {way_out}").into());
            }
            let list = fs::read_to_string(&accounts).map_err(|error| {
                format!("{}: {error}: restore this file, or choose another folder", accounts.display())
            })?;
            return Ok((open::context(source.app()?, installation), list));
        }
    }
    create(config, source, mailer).await
}

async fn is_marked(source: &Source) -> Result<bool, Failure> {
    let mut owner = startup::connect(&source.owner()?, "owner's").await?;
    // an interrupted migration leaves no table, or one without a row
    let marked = store::installation::get(&mut owner).await.is_ok_and(|found| found.demonstration);
    owner.close().await?;
    Ok(marked)
}

async fn create(config: &Config, source: &Source, mailer: Mailer) -> Result<(Context, String), Failure> {
    let (plan, passphrases) = (Plan::read()?, Passphrases::new());
    let list = list(&plan, &passphrases);
    keep(&file(config), &list)?;
    let installation = open::prepare(source).await?;
    let installation = Installation { demonstration: true, ..installation };
    // what was written before the mark is on the disk once the mark is
    let hasty = source.app()?.options([("synchronous_commit", "off")]);
    let playing = open::context(hasty, installation);
    demonstration::create(&playing, &plan, &passphrases, mailer).await?;
    playing.database.close().await;
    let mut owner = startup::connect(&source.owner()?, "owner's").await?;
    store::installation::mark_demonstration(&mut owner).await?;
    owner.close().await?;
    Ok((open::context(source.app()?, installation), list))
}

/// Written whole or not at all, for its owner's eyes only.
fn keep(path: &Path, text: &str) -> Result<(), Failure> {
    let unfinished = path.with_extension("new");
    let _ = fs::remove_file(&unfinished);
    let mut file = OpenOptions::new().write(true).create_new(true).mode(0o600).open(&unfinished)?;
    file.write_all(text.as_bytes())?;
    file.sync_all()?;
    fs::rename(&unfinished, path)?;
    Ok(())
}

/// The accounts as a table: who, passphrase, address.
fn list(plan: &Plan, passphrases: &Passphrases) -> String {
    let mut text = String::from("Accounts of the demonstration (address, password, who):\n\n");
    let holders = plan.holders();
    let width = holders.iter().map(|holder| holder.email.len()).max().unwrap_or_default();
    for holder in holders {
        let who = match holder.circle {
            Circle::Chair => "chair".to_owned(),
            Circle::Analysts => "analyst".to_owned(),
            Circle::Secretariat => "secretariat (administrator)".to_owned(),
            Circle::Delegations => format!("focal point, {}", holder.participant.unwrap_or_default()),
        };
        let password = passphrases.of(holder.circle);
        let _ = writeln!(text, "  {:width$}  {password}  {who}", holder.email);
    }
    text
}
