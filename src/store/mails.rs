//! The outbox.

use chrono::{DateTime, Utc};
use sqlx::PgConnection;

use crate::domain::{
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
