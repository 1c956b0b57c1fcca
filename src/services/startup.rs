//! What stands between a connection and service: the schema is this program's, the role is one that row-level security binds, the
//! participants are there.

use sqlx::{ConnectOptions, Connection, PgConnection, postgres::PgConnectOptions};

use super::{Installation, seeding};
use crate::{
    database::{
        cluster::Role,
        migrations::{self, SchemaState},
    },
    store::{self, installation::Standing},
};

/// The oldest server, as a version number.
const OLDEST: i32 = 150_000;

/// Why the program does not start.
#[derive(Debug, thiserror::Error)]
pub enum StartError {
    /// No connection.
    #[error("no connection to the database as the {role} role: {source}")]
    Unreachable {
        /// Which of the roles.
        role: &'static str,
        /// What the driver said.
        source: sqlx::Error,
    },
    /// The server is too old.
    #[error("the database server is PostgreSQL {0}, and 15 or later is needed: point DATABASE_URL to a newer one")]
    TooOld(i32),
    /// The database keeps its text in another encoding.
    #[error("the database's encoding is {0}, and UTF8 is needed: create one with encoding 'UTF8' template template0")]
    Encoding(String),
    /// The owner's address leads elsewhere.
    #[error("DATABASE_URL and RAPPORTEUR_OWNER_URL lead to different databases: name the same one, each with its role")]
    Elsewhere,
    /// The tables would be a superuser's.
    #[error(
        "RAPPORTEUR_OWNER_URL names the superuser {0}, whose tables no plain role could migrate later: name rapporteur_owner"
    )]
    OwnedBySuperuser(String),
    /// A superuser.
    #[error("DATABASE_URL names the superuser {0}, whom row-level security does not bind: serve as a plain role")]
    Superuser(String),
    /// A role with BYPASSRLS.
    #[error(
        "DATABASE_URL names {0}, a role with BYPASSRLS, whom row-level security does not bind: serve as a plain role"
    )]
    Bypasses(String),
    /// The owner of the tables, or a member of the owner's role.
    #[error("DATABASE_URL names {0}, who owns the tables and could change their policies: serve as another role")]
    Owns(String),
    /// Another role than the serving one.
    #[error("DATABASE_URL names {0}, who has not the rights of rapporteur_app: serve as that role")]
    MayNotServe(String),
    /// A role from whom the policies hide rows: its backup would be without them, and look whole.
    #[error("RAPPORTEUR_BACKUP_URL names {0}, from whom drafts are hidden: back up as the role rapporteur_backup")]
    SeesLess(String),
    /// Migrations are missing.
    #[error("the database's schema is behind this program: run rapporteur migrate, or set RAPPORTEUR_OWNER_URL")]
    Behind,
    /// A newer program's migrations are there.
    #[error("the database's schema is ahead of this program: start the newer program that made it")]
    Ahead,
    /// A migration failed.
    #[error("the schema could not be brought up to date: {0}")]
    Migration(#[from] sqlx::migrate::MigrateError),
    /// Seeding failed.
    #[error(transparent)]
    Seed(#[from] seeding::SeedError),
    /// The database.
    #[error("the database could not be examined: {0}")]
    Database(#[from] sqlx::Error),
}

/// Makes a database ready: migrates as the owner where one is given, checks the serving role and the schema, seeds the participants.
pub async fn prepare(app: &PgConnectOptions, owner: Option<&PgConnectOptions>) -> Result<Installation, StartError> {
    let mut connection = connect(app, "serving").await?;
    let standing = store::installation::standing(&mut connection).await?;
    check_role(&standing)?;
    if !store::installation::has_rights_of(&mut connection, Role::App.name()).await? {
        return Err(StartError::MayNotServe(standing.role));
    }
    if let Some(owner) = owner {
        let mut other = connect(owner, "owner's").await?;
        if store::installation::standing(&mut other).await?.database != standing.database {
            return Err(StartError::Elsewhere);
        }
        other.close().await?;
        migrate(owner).await?;
    }
    match migrations::state(&mut connection).await? {
        SchemaState::Current => {}
        SchemaState::Behind => return Err(StartError::Behind),
        SchemaState::Ahead => return Err(StartError::Ahead),
    }
    // again: an owner is known by the tables, which may have been made only now
    check_role(&store::installation::standing(&mut connection).await?)?;
    seeding::participants(&mut connection).await?;
    let found = store::installation::get(&mut connection).await?;
    connection.close().await?;
    Ok(Installation { id: found.id, demonstration: found.demonstration })
}

/// Brings the schema up to date as its owner; several at once do it once.
pub async fn migrate(owner: &PgConnectOptions) -> Result<(), StartError> {
    let mut connection = connect(owner, "owner's").await?;
    let standing = store::installation::standing(&mut connection).await?;
    check_server(&standing)?;
    if standing.superuser {
        return Err(StartError::OwnedBySuperuser(standing.role));
    }
    match migrations::state(&mut connection).await? {
        SchemaState::Ahead => return Err(StartError::Ahead),
        SchemaState::Current => {}
        SchemaState::Behind => migrations::apply(&mut connection).await?,
    }
    connection.close().await?;
    Ok(())
}

/// The server's major version.
pub async fn server_version(options: &PgConnectOptions) -> Result<u32, StartError> {
    let mut connection = connect(options, "database").await?;
    let version = store::installation::standing(&mut connection).await?.version;
    connection.close().await?;
    Ok(u32::try_from(version / 10_000).unwrap_or_default())
}

/// Whether a backup by that role would hold every row.
pub async fn check_backup(backup: &PgConnectOptions) -> Result<(), StartError> {
    let mut connection = connect(backup, "backup").await?;
    let sees_all = store::installation::has_rights_of(&mut connection, Role::Backup.name()).await?;
    let role = store::installation::standing(&mut connection).await?.role;
    connection.close().await?;
    if sees_all { Ok(()) } else { Err(StartError::SeesLess(role)) }
}

/// After a restore: mails that may have gone out since the backup are not sent again by themselves, and no session or link of that
/// time works any more.
pub async fn settle_restored(owner: &PgConnectOptions) -> Result<(), StartError> {
    let mut connection = connect(owner, "owner's").await?;
    store::restored::settle(&mut connection).await?;
    connection.close().await?;
    Ok(())
}

/// Whether the database holds nothing yet, so that a backup may be brought into it.
pub async fn is_empty(owner: &PgConnectOptions) -> Result<bool, StartError> {
    let mut connection = connect(owner, "owner's").await?;
    let empty = store::installation::is_empty(&mut connection).await?;
    connection.close().await?;
    Ok(empty)
}

/// Whether a database has never had this program's schema.
pub async fn is_untouched(app: &PgConnectOptions) -> Result<bool, StartError> {
    let mut connection = connect(app, "serving").await?;
    let state = migrations::applied(&mut connection).await?;
    connection.close().await?;
    Ok(state == 0)
}

/// A connection outside any pool.
pub async fn connect(options: &PgConnectOptions, role: &'static str) -> Result<PgConnection, StartError> {
    let patience = std::time::Duration::from_secs(10);
    match tokio::time::timeout(patience, options.connect()).await {
        Ok(connection) => connection.map_err(|source| StartError::Unreachable { role, source }),
        Err(_) => Err(StartError::Unreachable { role, source: sqlx::Error::PoolTimedOut }),
    }
}

fn check_server(standing: &Standing) -> Result<(), StartError> {
    if standing.version < OLDEST {
        return Err(StartError::TooOld(standing.version / 10_000));
    }
    if standing.encoding != "UTF8" {
        return Err(StartError::Encoding(standing.encoding.clone()));
    }
    Ok(())
}

fn check_role(standing: &Standing) -> Result<(), StartError> {
    check_server(standing)?;
    let role = || standing.role.clone();
    if standing.superuser {
        return Err(StartError::Superuser(role()));
    }
    if standing.bypasses {
        return Err(StartError::Bypasses(role()));
    }
    if standing.owns {
        return Err(StartError::Owns(role()));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_plain_role_on_a_recent_server_may_serve() {
        let plain = Standing {
            version: 150_000,
            encoding: "UTF8".to_owned(),
            database: String::new(),
            role: "app".to_owned(),
            superuser: false,
            bypasses: false,
            owns: false,
        };
        assert!(check_role(&plain).is_ok());
        let line = |standing: Standing| check_role(&standing).unwrap_err().to_string();
        assert!(line(Standing { version: 140_019, ..plain.clone() }).contains("PostgreSQL 14"));
        assert!(line(Standing { superuser: true, ..plain.clone() }).contains("superuser app"));
        assert!(line(Standing { bypasses: true, ..plain.clone() }).contains("BYPASSRLS"));
        assert!(line(Standing { owns: true, ..plain }).contains("owns"));
    }
}
