//! The installation itself, and the role that the program connects as.

use sqlx::PgConnection;

use crate::domain::ids::InstallationId;

/// The installation's row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Installation {
    /// Its identifier.
    pub id: InstallationId,
    /// Whether it holds the demonstration.
    pub demonstration: bool,
}

/// The installation.
pub async fn get(connection: &mut PgConnection) -> Result<Installation, sqlx::Error> {
    sqlx::query_as!(Installation, r#"select id as "id: _", demonstration from installation"#)
        .fetch_one(connection)
        .await
}

/// Marks the database as the demonstration's; only its owner may.
pub async fn mark_demonstration(owner: &mut PgConnection) -> Result<(), sqlx::Error> {
    sqlx::query!("update installation set demonstration = true").execute(owner).await?;
    Ok(())
}

/// The connected role, and what it may do that the serving role must not.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Standing {
    /// The server's version as a number: 150018 is 15.18.
    pub version: i32,
    /// The encoding of the database's text.
    pub encoding: String,
    /// Which database of which server it is: the same for every role of it, and as long as the server runs.
    pub database: String,
    /// The role's name.
    pub role: String,
    /// A superuser passes every policy.
    pub superuser: bool,
    /// So does a role with BYPASSRLS.
    pub bypasses: bool,
    /// The owner of a table may change its policies; members of the owner's role too.
    pub owns: bool,
}

/// Who is connected. Works on any database.
pub async fn standing(connection: &mut PgConnection) -> Result<Standing, sqlx::Error> {
    sqlx::query_as!(
        Standing,
        r#"select current_setting('server_version_num')::int as "version!", current_user::text as "role!",
             current_setting('server_encoding') as "encoding!",
             (select format('%s %s %s', pg_postmaster_start_time(), oid, datname) from pg_database
               where datname = current_database()) as "database!",
             (select bool_or(rolsuper) from pg_roles where rolname in (current_user, session_user)) as "superuser!",
             (select bool_or(rolbypassrls) from pg_roles where rolname in (current_user, session_user)) as "bypasses!",
             exists (select from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
               and pg_has_role(session_user, c.relowner, 'member')) as "owns!""#
    )
    .fetch_one(connection)
    .await
}

/// Whether the connected role has the rights of the role `name`, directly or by membership. Works on any database.
pub async fn has_rights_of(connection: &mut PgConnection, name: &str) -> Result<bool, sqlx::Error> {
    sqlx::query_scalar!(
        r#"select exists (select from pg_roles where rolname = $1::text and pg_has_role(current_user, oid, 'usage')) as "has!""#,
        name
    )
    .fetch_one(connection)
    .await
}

/// Whether the schema has no table, view or function in it. Works on any database.
pub async fn is_empty(connection: &mut PgConnection) -> Result<bool, sqlx::Error> {
    sqlx::query_scalar!(
        r#"select not exists (select from pg_class where relnamespace = 'public'::regnamespace)
             and not exists (select from pg_proc where pronamespace = 'public'::regnamespace) as "empty!""#
    )
    .fetch_one(connection)
    .await
}
