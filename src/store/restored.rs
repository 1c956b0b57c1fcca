//! A database that was just restored.

use sqlx::PgConnection;

/// Ends what a backup keeps alive: mails under way become uncertain, sessions end, one-time links are used up.
pub async fn settle(owner: &mut PgConnection) -> Result<(), sqlx::Error> {
    sqlx::query!(
        "update mails set status = 'uncertain', error = 'interrupted', lease_until = null where status in ('pending', 'sending')"
    )
    .execute(&mut *owner)
    .await?;
    sqlx::query!("update sessions set ended_at = now() where ended_at is null").execute(&mut *owner).await?;
    sqlx::query!("update one_time_links set used_at = now() where used_at is null").execute(owner).await?;
    Ok(())
}
