//! The cluster's roles and its database: what migrations cannot make, since they run as the owner in one database.

use std::time::Duration;

use sqlx::{AssertSqlSafe, ConnectOptions, Connection, Executor, PgConnection};

use super::error::ClusterError;
use super::role::Role;
use super::{Cluster, DATABASE};

/// A cluster that accepts connections answers within milliseconds.
const PATIENCE: Duration = Duration::from_secs(30);

/// The roles. None passes row-level security; each may connect only where it is let in.
const ROLES: &str = "
do $$
declare
    role text;
begin
    foreach role in array array['rapporteur_owner', 'rapporteur_app', 'rapporteur_backup'] loop
        if not exists (select from pg_roles where rolname = role) then
            execute format(
                'create role %I login nosuperuser nobypassrls nocreatedb nocreaterole noreplication',
                role
            );
        end if;
    end loop;
end
$$;";

/// Who may use the schema of a new database: the owner makes tables, the others see what they are granted.
const SCHEMA: &str = "
alter schema public owner to rapporteur_owner;
revoke all on schema public from public;
grant usage on schema public to rapporteur_app, rapporteur_backup;";

/// Held on the session that makes or drops a database. A process that was killed leaves a session behind, which still does what it was
/// last told: who comes next waits for its end.
const IN_TURN: &str = "select pg_advisory_lock(hashtextextended('rapporteur bootstrap', 0))";

/// Makes what is missing.
pub(super) async fn run(cluster: &Cluster) -> Result<(), ClusterError> {
    within_patience(cluster, prepare(cluster)).await
}

/// Makes a database that must not exist, in one step for those who watch: it gets its name when it is whole.
pub(super) async fn create_database(cluster: &Cluster, name: &str) -> Result<(), ClusterError> {
    within_patience(cluster, async {
        let mut connection = connect(cluster, "postgres").await?;
        connection.execute(IN_TURN).await?;
        create(cluster, &mut connection, name).await?;
        connection.close().await
    })
    .await
}

/// Drops the database and makes it anew.
pub(super) async fn empty_database(cluster: &Cluster) -> Result<(), ClusterError> {
    within_patience(cluster, async {
        let mut connection = connect(cluster, "postgres").await?;
        connection.execute(IN_TURN).await?;
        let statement = format!("drop database if exists {} with (force)", quoted(DATABASE));
        connection.execute(AssertSqlSafe(statement)).await?;
        create(cluster, &mut connection, DATABASE).await?;
        connection.close().await
    })
    .await
}

async fn prepare(cluster: &Cluster) -> Result<(), sqlx::Error> {
    let mut connection = connect(cluster, "postgres").await?;
    connection.execute(IN_TURN).await?;
    connection.execute(ROLES).await?;
    let exists = "select 1 from pg_database where datname = 'rapporteur'";
    if connection.fetch_optional(exists).await?.is_none() {
        create(cluster, &mut connection, DATABASE).await?;
    }
    connection.close().await
}

async fn create(cluster: &Cluster, connection: &mut PgConnection, name: &str) -> Result<(), sqlx::Error> {
    let unfinished = format!("{name}_unfinished");
    let (quoted, plain) = (quoted(&unfinished), quoted(name));
    let owner = Role::Owner.name();
    let (app, backup) = (Role::App.name(), Role::Backup.name());
    for statement in [
        format!("drop database if exists {quoted} with (force)"),
        format!("create database {quoted} owner {owner} template template0 encoding 'UTF8' locale 'C.UTF-8'"),
        format!("revoke all on database {quoted} from public"),
        format!("grant connect on database {quoted} to {app}, {backup}"),
    ] {
        connection.execute(AssertSqlSafe(statement)).await?;
    }
    let mut inside = connect(cluster, &unfinished).await?;
    inside.execute(SCHEMA).await?;
    inside.close().await?;
    let rename = format!("alter database {quoted} rename to {plain}");
    connection.execute(AssertSqlSafe(rename)).await?;
    Ok(())
}

async fn connect(cluster: &Cluster, database: &str) -> Result<PgConnection, sqlx::Error> {
    cluster.options(Role::Superuser).database(database).connect().await
}

async fn within_patience(
    cluster: &Cluster,
    work: impl Future<Output = Result<(), sqlx::Error>>,
) -> Result<(), ClusterError> {
    let log = || cluster.hold.log();
    match tokio::time::timeout(PATIENCE, work).await {
        Ok(result) => result.map_err(|source| ClusterError::Bootstrap { source, log: log() }),
        Err(_) => Err(ClusterError::NotReady { seconds: PATIENCE.as_secs(), log: log() }),
    }
}

fn quoted(name: &str) -> String {
    format!("\"{}\"", name.replace('"', "\"\""))
}
