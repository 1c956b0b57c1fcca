//! Token buckets in Postgres, shared by all server processes.

use chrono::{DateTime, Utc};
use sqlx::PgConnection;

/// A bucket's size and how fast it fills.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Rate {
    /// Tokens a full bucket holds.
    pub burst: f64,
    /// Tokens that flow in an hour.
    pub per_hour: f64,
}

/// Takes one token; returns whether there was one.
pub async fn take(
    connection: &mut PgConnection,
    bucket: &str,
    rate: Rate,
    now: DateTime<Utc>,
) -> Result<bool, sqlx::Error> {
    // the upsert locks the row, so two processes never take the same token; a refused try takes nothing
    sqlx::query_scalar!(
        r#"insert into limits as l (bucket, tokens, granted, updated_at) values ($1, $2::float8 - 1, true, $4)
           on conflict (bucket) do update set (tokens, granted, updated_at) = (
             select case when filled >= 1 then filled - 1 else filled end, filled >= 1, $4
             from (select least($2, l.tokens + greatest(0, extract(epoch from $4 - l.updated_at))::float8 * $3 / 3600)) f (filled))
           returning granted"#,
        bucket,
        rate.burst,
        rate.per_hour,
        now
    )
    .fetch_one(connection)
    .await
}

/// Gives a bucket back: after success the tries before it do not count.
pub async fn clear(connection: &mut PgConnection, bucket: &str) -> Result<(), sqlx::Error> {
    sqlx::query!("delete from limits where bucket = $1", bucket).execute(connection).await?;
    Ok(())
}

/// Forgets buckets that nobody drew from since `before`: they are full again.
pub async fn forget(connection: &mut PgConnection, before: DateTime<Utc>) -> Result<(), sqlx::Error> {
    sqlx::query!("delete from limits where updated_at < $1", before).execute(connection).await?;
    Ok(())
}
