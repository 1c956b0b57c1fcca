//! `rapporteur backup` and `rapporteur restore`.

use std::{
    fs::{self, OpenOptions},
    io,
    os::unix::fs::OpenOptionsExt,
    path::{Path, PathBuf},
};

use super::{Failure, open::Source, output};
use crate::{
    config::Config,
    database::{
        cluster::Role,
        dump::{self, Program},
    },
    services::startup,
};

/// Writes everything into `file`, which must not exist; under its name it is whole.
pub(super) async fn back_up(config: &Config, file: &Path) -> Result<(), Failure> {
    if file.exists() {
        return Err(format!("{} exists already: choose another name", file.display()).into());
    }
    let unfinished = unfinished(file);
    let at = |path: &Path| {
        let path = path.display().to_string();
        move |error: io::Error| Failure::from(format!("{path} cannot be written: {error}"))
    };
    // for its owner's eyes only: it holds every draft
    let place = OpenOptions::new().write(true).create_new(true).mode(0o600).open(&unfinished);
    place.map_err(at(&unfinished))?;
    let written = dump_to(config, &unfinished).await;
    if let Err(failure) = written {
        let _ = fs::remove_file(&unfinished);
        return Err(failure);
    }
    let place = fs::File::open(&unfinished).map_err(at(&unfinished))?;
    place.sync_all().map_err(at(&unfinished))?;
    fs::rename(&unfinished, file).map_err(at(file))?;
    let size = fs::metadata(file).map_err(at(file))?.len();
    output::print(&format!("Backed up to {} ({} KiB).\n", file.display(), size.div_ceil(1024)))?;
    Ok(())
}

async fn dump_to(config: &Config, file: &Path) -> Result<(), Failure> {
    let source = Source::existing(config).await?;
    let options = source.backup()?;
    startup::check_backup(&options).await?;
    if startup::is_untouched(&options).await? {
        source.close().await?;
        return Err("there is nothing to back up: the database has never been used".into());
    }
    let path = source.program("pg_dump", &options).await?;
    let (address, password) = source.address(Role::Backup, config)?;
    dump::dump(Program { path, address, password }, file).await?;
    source.close().await?;
    Ok(())
}

fn unfinished(file: &Path) -> PathBuf {
    let mut name = file.as_os_str().to_owned();
    name.push(".unfinished");
    PathBuf::from(name)
}

/// Brings everything back, into a database with nothing in it.
pub(super) async fn restore(config: &Config, file: &Path) -> Result<(), Failure> {
    let found = fs::metadata(file).map_err(|error| format!("{} cannot be read: {error}", file.display()))?;
    if !found.is_file() {
        return Err(format!("{} is no file", file.display()).into());
    }
    let source = Source::for_command(config).await?;
    let options = source.owner()?;
    if !startup::is_empty(&options).await? {
        source.close().await?;
        let way_out =
            "restore into a new one (an unused folder with --data, or a new database for RAPPORTEUR_OWNER_URL)";
        return Err(format!("the database is not empty: {way_out}").into());
    }
    let path = source.program("pg_restore", &options).await?;
    let (address, password) = source.address(Role::Owner, config)?;
    dump::restore(Program { path, address, password }, file).await?;
    startup::settle_restored(&options).await?;
    source.close().await?;
    output::print("Restored. Let rapporteur verify examine it before it is served.\n")?;
    Ok(())
}
