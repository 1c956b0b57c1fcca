//! One-time links: only the hash of a link's token is kept, and it works once.

use chrono::{DateTime, Utc};
use sqlx::PgConnection;

use super::parsed;
use crate::domain::{
    account::LinkPurpose,
    ids::{AccountId, OneTimeLinkId},
    token::Token,
};

/// A link that still works.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OneTimeLink {
    /// The row.
    pub id: OneTimeLinkId,
    /// Whose.
    pub account: AccountId,
    /// What for.
    pub purpose: LinkPurpose,
}

/// A new link; earlier ones of the same purpose stop working.
pub async fn insert(
    connection: &mut PgConnection,
    account: AccountId,
    purpose: LinkPurpose,
    token: &Token,
    at: DateTime<Utc>,
) -> Result<(), sqlx::Error> {
    sqlx::query!(
        "update one_time_links set used_at = $3 where account_id = $1 and purpose = $2 and used_at is null",
        account as AccountId,
        purpose.as_str(),
        at
    )
    .execute(&mut *connection)
    .await?;
    sqlx::query!(
        "insert into one_time_links (id, account_id, purpose, token_hash, created_at, expires_at) values ($1, $2, $3, $4, $5, $6)",
        OneTimeLinkId::new() as OneTimeLinkId,
        account as AccountId,
        purpose.as_str(),
        token.hash(),
        at,
        at + purpose.lifetime()
    )
    .execute(connection)
    .await?;
    Ok(())
}

/// The link of that token, if it still works at `now`; locks it when `lock` is set, so that two uses cannot both succeed.
pub async fn live(
    connection: &mut PgConnection,
    token: &Token,
    now: DateTime<Utc>,
) -> Result<Option<OneTimeLink>, sqlx::Error> {
    let row = sqlx::query!(
        r#"select l.id as "id!: OneTimeLinkId", l.account_id as "account_id!: AccountId", l.purpose as "purpose!"
           from one_time_links l join accounts a on a.id = l.account_id
           where l.token_hash = $1 and l.used_at is null and l.expires_at > $2 and a.disabled_at is null
           for update of l"#,
        token.hash(),
        now
    )
    .fetch_optional(connection)
    .await?;
    row.map(|row| {
        let purpose = parsed(LinkPurpose::parse(&row.purpose), "one_time_links", "purpose", row.id)?;
        Ok(OneTimeLink { id: row.id, account: row.account_id, purpose })
    })
    .transpose()
}

/// Uses a link up, with every other link of its account.
pub async fn use_up(connection: &mut PgConnection, account: AccountId, at: DateTime<Utc>) -> Result<(), sqlx::Error> {
    sqlx::query!(
        "update one_time_links set used_at = $2 where account_id = $1 and used_at is null",
        account as AccountId,
        at
    )
    .execute(connection)
    .await?;
    Ok(())
}
