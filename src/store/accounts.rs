//! Accounts.

use chrono::{DateTime, Utc};
use sqlx::PgConnection;

use super::parsed;
use crate::domain::{account::Account, ids::AccountId, language::Language};

/// An account's columns as stored.
struct Row {
    id: AccountId,
    email: String,
    name: String,
    language: String,
    time_zone: Option<String>,
    administrator: bool,
    activated_at: Option<DateTime<Utc>>,
    disabled_at: Option<DateTime<Utc>>,
}

impl TryFrom<Row> for Account {
    type Error = sqlx::Error;

    fn try_from(row: Row) -> Result<Self, sqlx::Error> {
        Ok(Self {
            language: parsed(Language::parse(&row.language), "accounts", "language", row.id)?,
            time_zone: row
                .time_zone
                .map(|zone| parsed(zone.parse().ok(), "accounts", "time_zone", row.id))
                .transpose()?,
            id: row.id,
            email: row.email,
            name: row.name,
            administrator: row.administrator,
            activated_at: row.activated_at,
            disabled_at: row.disabled_at,
        })
    }
}

/// A new account; returns false when the address has one already.
pub async fn insert(
    connection: &mut PgConnection,
    account: &Account,
    email_key: &str,
    at: DateTime<Utc>,
) -> Result<bool, sqlx::Error> {
    let done = sqlx::query!(
        "insert into accounts (id, email, email_key, name, language, time_zone, administrator, created_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict (email_key) do nothing",
        account.id as AccountId,
        account.email,
        email_key,
        account.name,
        account.language.tag(),
        account.time_zone.map(chrono_tz::Tz::name),
        account.administrator,
        at
    )
    .execute(connection)
    .await?;
    Ok(done.rows_affected() == 1)
}

/// The account of that identifier.
pub async fn get(connection: &mut PgConnection, id: AccountId) -> Result<Option<Account>, sqlx::Error> {
    sqlx::query_as!(
        Row,
        r#"select id as "id: _", email, name, language, time_zone, administrator, activated_at, disabled_at
           from accounts where id = $1"#,
        id as AccountId
    )
    .fetch_optional(connection)
    .await?
    .map(Account::try_from)
    .transpose()
}

/// The account of that address.
pub async fn by_email(connection: &mut PgConnection, email_key: &str) -> Result<Option<Account>, sqlx::Error> {
    sqlx::query_as!(
        Row,
        r#"select id as "id: _", email, name, language, time_zone, administrator, activated_at, disabled_at
           from accounts where email_key = $1"#,
        email_key
    )
    .fetch_optional(connection)
    .await?
    .map(Account::try_from)
    .transpose()
}

/// Every account, by address.
pub async fn all(connection: &mut PgConnection) -> Result<Vec<Account>, sqlx::Error> {
    sqlx::query_as!(
        Row,
        r#"select id as "id: _", email, name, language, time_zone, administrator, activated_at, disabled_at
           from accounts order by email_key"#
    )
    .fetch_all(connection)
    .await?
    .into_iter()
    .map(Account::try_from)
    .collect()
}

/// The stored password hash of a live account: activated, not disabled.
pub async fn password_hash(connection: &mut PgConnection, id: AccountId) -> Result<Option<String>, sqlx::Error> {
    let hash = sqlx::query_scalar!(
        "select password_hash from accounts where id = $1 and activated_at is not null and disabled_at is null",
        id as AccountId
    )
    .fetch_optional(connection)
    .await?;
    Ok(hash.flatten())
}

/// The same, held until the transaction ends: the password cannot be changed, nor the account shut, in the meantime.
pub async fn hold_password_hash(connection: &mut PgConnection, id: AccountId) -> Result<Option<String>, sqlx::Error> {
    let hash = sqlx::query_scalar!(
        "select password_hash from accounts where id = $1 and activated_at is not null and disabled_at is null for share",
        id as AccountId
    )
    .fetch_optional(connection)
    .await?;
    Ok(hash.flatten())
}

/// Sets the password; a first one activates the account.
pub async fn set_password(
    connection: &mut PgConnection,
    id: AccountId,
    hash: &str,
    at: DateTime<Utc>,
) -> Result<(), sqlx::Error> {
    sqlx::query!(
        "update accounts set password_hash = $2, activated_at = coalesce(activated_at, $3) where id = $1",
        id as AccountId,
        hash,
        at
    )
    .execute(connection)
    .await?;
    Ok(())
}

/// Sets what a person chooses for themselves.
pub async fn set_profile(
    connection: &mut PgConnection,
    id: AccountId,
    name: &str,
    language: Language,
    time_zone: Option<chrono_tz::Tz>,
) -> Result<(), sqlx::Error> {
    sqlx::query!(
        "update accounts set name = $2, language = $3, time_zone = $4 where id = $1",
        id as AccountId,
        name,
        language.tag(),
        time_zone.map(chrono_tz::Tz::name)
    )
    .execute(connection)
    .await?;
    Ok(())
}

/// Sets the interface's language.
pub async fn set_language(connection: &mut PgConnection, id: AccountId, language: Language) -> Result<(), sqlx::Error> {
    sqlx::query!("update accounts set language = $2 where id = $1", id as AccountId, language.tag())
        .execute(connection)
        .await?;
    Ok(())
}

/// Shuts or reopens an account.
pub async fn set_disabled(
    connection: &mut PgConnection,
    id: AccountId,
    at: Option<DateTime<Utc>>,
) -> Result<(), sqlx::Error> {
    sqlx::query!("update accounts set disabled_at = $2 where id = $1", id as AccountId, at).execute(connection).await?;
    Ok(())
}

/// Lets an account run the installation; a shut one is opened again.
pub async fn set_administrator(connection: &mut PgConnection, id: AccountId) -> Result<(), sqlx::Error> {
    sqlx::query!("update accounts set administrator = true, disabled_at = null where id = $1", id as AccountId)
        .execute(connection)
        .await?;
    Ok(())
}

/// An account with what an administrator sees of it beside its person's own settings.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AdministeredAccount {
    /// The account.
    pub account: Account,
    /// When it was made.
    pub created_at: DateTime<Utc>,
    /// When a browser of its person was last here, as far as that is still known.
    pub last_seen_at: Option<DateTime<Utc>>,
}

/// Accounts whose address or name holds `find` (small letters; empty: all), by address: a page of at most `limit` after `offset`.
pub async fn search(
    connection: &mut PgConnection,
    find: &str,
    limit: i64,
    offset: i64,
) -> Result<Vec<AdministeredAccount>, sqlx::Error> {
    let rows = sqlx::query!(
        r#"select id as "id: AccountId", email, name, language, time_zone, administrator, activated_at, disabled_at, created_at,
             greatest((select max(s.last_seen_at) from sessions s where s.account_id = a.id),
                      (select max(b.last_seen_at) from known_browsers b where b.account_id = a.id)) as "last_seen_at?"
           from accounts a where strpos(email_key, $1) > 0 or strpos(lower(name), $1) > 0
           order by email_key limit $2 offset $3"#,
        find,
        limit,
        offset
    )
    .fetch_all(connection)
    .await?;
    rows.into_iter()
        .map(|row| {
            let stored = Row {
                id: row.id,
                email: row.email,
                name: row.name,
                language: row.language,
                time_zone: row.time_zone,
                administrator: row.administrator,
                activated_at: row.activated_at,
                disabled_at: row.disabled_at,
            };
            Ok(AdministeredAccount {
                account: stored.try_into()?,
                created_at: row.created_at,
                last_seen_at: row.last_seen_at,
            })
        })
        .collect()
}

/// How many accounts [`search`] finds in all.
pub async fn count(connection: &mut PgConnection, find: &str) -> Result<i64, sqlx::Error> {
    sqlx::query_scalar!(
        r#"select count(*) as "count!" from accounts where strpos(email_key, $1) > 0 or strpos(lower(name), $1) > 0"#,
        find
    )
    .fetch_one(connection)
    .await
}

/// When an account was made, and when a browser of its person was last here; none if there is no such account.
pub async fn history(
    connection: &mut PgConnection,
    id: AccountId,
) -> Result<Option<(DateTime<Utc>, Option<DateTime<Utc>>)>, sqlx::Error> {
    let row = sqlx::query!(
        r#"select created_at,
             greatest((select max(s.last_seen_at) from sessions s where s.account_id = a.id),
                      (select max(b.last_seen_at) from known_browsers b where b.account_id = a.id)) as "last_seen_at?"
           from accounts a where id = $1"#,
        id as AccountId
    )
    .fetch_optional(connection)
    .await?;
    Ok(row.map(|row| (row.created_at, row.last_seen_at)))
}

/// The administrators whose accounts are open, held until the transaction ends: two cannot shut each other out at once.
pub async fn hold_administrators(connection: &mut PgConnection) -> Result<Vec<AccountId>, sqlx::Error> {
    sqlx::query_scalar!(
        r#"select id as "id: AccountId" from accounts where administrator and disabled_at is null order by id for update"#
    )
    .fetch_all(connection)
    .await
}
