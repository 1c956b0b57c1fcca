//! The schema: its migrations, and whether a database has exactly these.

use sqlx::{PgConnection, migrate::Migrator};

static MIGRATOR: Migrator = sqlx::migrate!();

/// How a database's schema compares with this program's.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SchemaState {
    /// Exactly the migrations that this program knows.
    Current,
    /// Some are missing: run `rapporteur migrate`.
    Behind,
    /// It has migrations that this program does not know: a newer program made it.
    Ahead,
}

/// Applies what is missing, as the owner; two servers that start at once wait for each other.
pub async fn apply(owner: &mut PgConnection) -> Result<(), sqlx::migrate::MigrateError> {
    MIGRATOR.run(owner).await
}

/// How many migrations have been applied: none to a database that was never touched.
pub async fn applied(connection: &mut PgConnection) -> Result<usize, sqlx::Error> {
    Ok(versions(connection).await?.len())
}

async fn versions(connection: &mut PgConnection) -> Result<Vec<i64>, sqlx::Error> {
    // the table comes before the first migration, which lets other roles than the owner read it
    let readable = sqlx::query_scalar!(
        r#"select coalesce(has_table_privilege(to_regclass('public._sqlx_migrations'), 'select'), false) as "readable!""#
    )
    .fetch_one(&mut *connection)
    .await?;
    if !readable {
        return Ok(Vec::new());
    }
    sqlx::query_scalar!("select version from _sqlx_migrations where success order by version")
        .fetch_all(connection)
        .await
}

/// Compares the schema with this program's migrations.
pub async fn state(connection: &mut PgConnection) -> Result<SchemaState, sqlx::Error> {
    let applied = versions(connection).await?;
    let known: Vec<i64> = MIGRATOR.iter().map(|migration| migration.version).collect();
    Ok(if applied.iter().any(|version| !known.contains(version)) {
        SchemaState::Ahead
    } else if applied.len() < known.len() {
        SchemaState::Behind
    } else {
        SchemaState::Current
    })
}
