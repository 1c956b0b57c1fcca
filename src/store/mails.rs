//! The outbox.

use chrono::{DateTime, Utc};
use sqlx::PgConnection;

use super::parsed;
use crate::domain::{
    delivery::{Status, Trouble},
    ids::{AccountId, ConsultationId, MailId},
    mail::Mail,
};

/// Writes a mail to the outbox, due at once; returns false when its key was written before.
pub async fn enqueue(connection: &mut PgConnection, mail: &Mail, at: DateTime<Utc>) -> Result<bool, sqlx::Error> {
    let payload = serde_json::to_value(&mail.message).map_err(|error| sqlx::Error::Encode(Box::new(error)))?;
    let done = sqlx::query!(
        "insert into mails (id, kind, dedupe_key, account_id, consultation_id, payload, due_at, created_at)
         values ($1, $2, $3, $4, $5, $6, $7, $7) on conflict (dedupe_key) do nothing",
        mail.id as MailId,
        mail.message.kind(),
        mail.dedupe_key,
        mail.account as AccountId,
        mail.message.consultation() as Option<ConsultationId>,
        payload,
        at
    )
    .execute(connection)
    .await?;
    Ok(done.rows_affected() == 1)
}

/// A mail that this process alone may deliver until the lease ends.
#[derive(Debug, Clone, PartialEq)]
pub struct Claimed {
    /// Which.
    pub id: MailId,
    /// To whom.
    pub account: AccountId,
    /// The message as stored.
    pub payload: serde_json::Value,
    /// When it was written.
    pub created_at: DateTime<Utc>,
    /// How often it was tried before.
    pub attempts: i32,
    /// The end of the lease, which also proves the claim.
    pub lease_until: DateTime<Utc>,
}

/// Claims the mail that has waited longest; mails that others hold are passed over.
pub async fn claim(
    connection: &mut PgConnection,
    now: DateTime<Utc>,
    lease_until: DateTime<Utc>,
) -> Result<Option<Claimed>, sqlx::Error> {
    sqlx::query_as!(
        Claimed,
        r#"update mails set lease_until = $2
           where id = (select id from mails
                       where status = 'pending' and due_at <= $1 and (lease_until is null or lease_until <= $1)
                       order by due_at, id limit 1 for update skip locked)
           returning id as "id: _", account_id as "account: _", payload, created_at, attempts, lease_until as "lease_until!""#,
        now,
        lease_until
    )
    .fetch_optional(connection)
    .await
}

/// Says that a claimed mail is being handed over; returns whether the claim still held. To be committed before the first byte goes
/// out, with a lease of its own.
pub async fn set_sending(
    connection: &mut PgConnection,
    claimed: &Claimed,
    lease_until: DateTime<Utc>,
) -> Result<bool, sqlx::Error> {
    let done = sqlx::query!(
        "update mails set status = 'sending', attempts = attempts + 1, lease_until = $3
         where id = $1 and status = 'pending' and lease_until = $2",
        claimed.id as MailId,
        claimed.lease_until,
        lease_until
    )
    .execute(connection)
    .await?;
    Ok(done.rows_affected() == 1)
}

/// How a delivery ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Ended {
    /// Where the mail stands now.
    pub status: Status,
    /// What went wrong.
    pub trouble: Option<Trouble>,
    /// How often it was tried.
    pub attempts: i32,
    /// When it is tried again, if it is.
    pub due_at: Option<DateTime<Utc>>,
}

/// Writes down how the delivery ended that holds `lease_until`. It may have been declared uncertain in the meantime; but not if an
/// administrator has sent the mail again.
pub async fn end(
    connection: &mut PgConnection,
    id: MailId,
    lease_until: DateTime<Utc>,
    ended: &Ended,
    at: DateTime<Utc>,
) -> Result<bool, sqlx::Error> {
    let done = sqlx::query!(
        "update mails set status = $3, error = $4, attempts = $5, due_at = coalesce($6, due_at), lease_until = null,
           sent_at = case when $3 = 'sent' then $7::timestamptz end
         where id = $1 and lease_until = $2 and status in ('pending', 'sending', 'uncertain')",
        id as MailId,
        lease_until,
        ended.status.as_str(),
        ended.trouble.map(|trouble| trouble.to_string()),
        ended.attempts,
        ended.due_at,
        at
    )
    .execute(connection)
    .await?;
    Ok(done.rows_affected() == 1)
}

/// Declares uncertain what was being handed over when its lease ended: the process that did it has stopped.
pub async fn give_up(connection: &mut PgConnection, now: DateTime<Utc>) -> Result<u64, sqlx::Error> {
    let done = sqlx::query!(
        "update mails set status = 'uncertain', error = $2 where status = 'sending' and lease_until <= $1",
        now,
        Trouble::Interrupted.to_string()
    )
    .execute(connection)
    .await?;
    Ok(done.rows_affected())
}

/// Has a mail sent again that failed, is uncertain, or waits after a failure; returns its kind and the status it had.
pub async fn retry(
    connection: &mut PgConnection,
    id: MailId,
    now: DateTime<Utc>,
) -> Result<Option<(String, Status)>, sqlx::Error> {
    let row = sqlx::query!(
        r#"with before as (
             select id, status from mails
             where id = $1 and (status in ('failed', 'uncertain') or (status = 'pending' and attempts > 0 and lease_until is null))
             for update)
           update mails m set status = 'pending', attempts = 0, due_at = $2, lease_until = null, error = null
           from before where m.id = before.id returning m.kind, before.status as "before!""#,
        id as MailId,
        now
    )
    .fetch_optional(connection)
    .await?;
    row.map(|row| Ok((row.kind, parsed(Status::parse(&row.before), "mails", "status", id)?))).transpose()
}

/// How many mails stand where.
pub async fn counts(connection: &mut PgConnection) -> Result<Vec<(Status, i64)>, sqlx::Error> {
    let rows =
        sqlx::query!(r#"select status, count(*) as "count!" from mails group by status"#).fetch_all(connection).await?;
    rows.into_iter()
        .map(|row| Ok((parsed(Status::parse(&row.status), "mails", "status", &row.status)?, row.count)))
        .collect()
}

/// A mail as the administrator sees it: nothing of what it says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Waiting {
    /// Which.
    pub id: MailId,
    /// Its kind, as stored.
    pub kind: String,
    /// To which address.
    pub email: String,
    /// Where it stands.
    pub status: Status,
    /// How often it was tried.
    pub attempts: i32,
    /// When it was written.
    pub created_at: DateTime<Utc>,
    /// When it is tried (again).
    pub due_at: DateTime<Utc>,
    /// What went wrong last.
    pub trouble: Option<Trouble>,
}

/// The newest mails that have not gone out, those that need a decision first.
pub async fn waiting(connection: &mut PgConnection, limit: i64) -> Result<Vec<Waiting>, sqlx::Error> {
    let rows = sqlx::query!(
        r#"select m.id as "id: MailId", m.kind, a.email, m.status, m.attempts, m.created_at, m.due_at, m.error
           from mails m join accounts a on a.id = m.account_id where m.status <> 'sent'
           order by m.status in ('failed', 'uncertain') desc, m.created_at desc, m.id desc limit $1"#,
        limit
    )
    .fetch_all(connection)
    .await?;
    rows.into_iter()
        .map(|row| {
            Ok(Waiting {
                status: parsed(Status::parse(&row.status), "mails", "status", row.id)?,
                id: row.id,
                kind: row.kind,
                email: row.email,
                attempts: row.attempts,
                created_at: row.created_at,
                due_at: row.due_at,
                trouble: row.error.as_deref().and_then(Trouble::parse),
            })
        })
        .collect()
}
