//! Sessions: only the hash of a session's token is kept.

use chrono::{DateTime, Utc};
use sqlx::PgConnection;

use super::accounts;
use crate::domain::{
    account::{ABSOLUTE, IDLE, Session},
    ids::{AccountId, SessionId},
    token::Token,
};

/// A new session.
pub async fn insert(
    connection: &mut PgConnection,
    account: AccountId,
    token: &Token,
    at: DateTime<Utc>,
) -> Result<SessionId, sqlx::Error> {
    let id = SessionId::new();
    sqlx::query!(
        "insert into sessions (id, token_hash, account_id, created_at, last_seen_at) values ($1, $2, $3, $4, $4)",
        id as SessionId,
        token.hash(),
        account as AccountId,
        at
    )
    .execute(connection)
    .await?;
    Ok(id)
}

/// The live session of that token at `now`: not ended, not idle too long, not too old, its account not disabled.
pub async fn live(
    connection: &mut PgConnection,
    token: &Token,
    now: DateTime<Utc>,
) -> Result<Option<Session>, sqlx::Error> {
    let row = sqlx::query!(
        r#"select id as "id: SessionId", account_id as "account_id: AccountId", created_at, last_seen_at from sessions
           where token_hash = $1 and ended_at is null and last_seen_at > $2 and created_at > $3"#,
        token.hash(),
        now - IDLE,
        now - ABSOLUTE
    )
    .fetch_optional(&mut *connection)
    .await?;
    let Some(row) = row else { return Ok(None) };
    let account = accounts::get(connection, row.account_id).await?.filter(|account| account.disabled_at.is_none());
    Ok(account.map(|account| Session {
        id: row.id,
        account,
        created_at: row.created_at,
        last_seen_at: row.last_seen_at,
    }))
}

/// Notes that the session was used.
pub async fn touch(connection: &mut PgConnection, id: SessionId, at: DateTime<Utc>) -> Result<(), sqlx::Error> {
    sqlx::query!("update sessions set last_seen_at = $2 where id = $1", id as SessionId, at)
        .execute(connection)
        .await?;
    Ok(())
}

/// Ends one session.
pub async fn end(connection: &mut PgConnection, id: SessionId, at: DateTime<Utc>) -> Result<(), sqlx::Error> {
    sqlx::query!("update sessions set ended_at = $2 where id = $1 and ended_at is null", id as SessionId, at)
        .execute(connection)
        .await?;
    Ok(())
}

/// Ends an account's sessions, all but the one kept.
pub async fn end_all(
    connection: &mut PgConnection,
    account: AccountId,
    keep: Option<SessionId>,
    at: DateTime<Utc>,
) -> Result<(), sqlx::Error> {
    sqlx::query!(
        "update sessions set ended_at = $3 where account_id = $1 and ended_at is null and id is distinct from $2",
        account as AccountId,
        keep as Option<SessionId>,
        at
    )
    .execute(connection)
    .await?;
    Ok(())
}

/// Forgets sessions that ended or went stale before `before`.
pub async fn forget(connection: &mut PgConnection, before: DateTime<Utc>) -> Result<u64, sqlx::Error> {
    let done = sqlx::query!("delete from sessions where last_seen_at < $1", before).execute(connection).await?;
    Ok(done.rows_affected())
}

/// Whether this browser has signed in to the account before.
pub async fn is_known_browser(
    connection: &mut PgConnection,
    browser: &Token,
    account: AccountId,
) -> Result<bool, sqlx::Error> {
    sqlx::query_scalar!(
        r#"select exists (select from known_browsers where token_hash = $1 and account_id = $2) as "known!""#,
        browser.hash(),
        account as AccountId
    )
    .fetch_one(connection)
    .await
}

/// Remembers that this browser has signed in to the account.
pub async fn remember_browser(
    connection: &mut PgConnection,
    browser: &Token,
    account: AccountId,
    at: DateTime<Utc>,
) -> Result<(), sqlx::Error> {
    sqlx::query!(
        "insert into known_browsers (token_hash, account_id, last_seen_at) values ($1, $2, $3)
         on conflict (token_hash, account_id) do update set last_seen_at = excluded.last_seen_at",
        browser.hash(),
        account as AccountId,
        at
    )
    .execute(connection)
    .await?;
    Ok(())
}

/// Whether this browser has signed in to any account: then it keeps its token, and several people may share it.
pub async fn is_known_to_anyone(connection: &mut PgConnection, browser: &Token) -> Result<bool, sqlx::Error> {
    sqlx::query_scalar!(
        r#"select exists (select from known_browsers where token_hash = $1) as "known!""#,
        browser.hash()
    )
    .fetch_one(connection)
    .await
}
