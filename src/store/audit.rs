//! The audit trail: append-only, one hash chain a consultation.

use chrono::{DateTime, SecondsFormat, Utc};
use serde_json::json;
use sha2::{Digest, Sha256};
use sqlx::PgConnection;
use uuid::Uuid;

use crate::domain::ids::AccountId;

/// One link of a chain.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AuditEvent {
    /// Its place, from 1.
    pub position: i64,
    /// When.
    pub at: DateTime<Utc>,
    /// Who; none for the program itself.
    pub account: Option<AccountId>,
    /// What was done.
    pub action: String,
    /// Its particulars, canonical JSON (RFC 8785).
    pub detail: String,
    /// The hash of the link before; 32 zero bytes for the first.
    pub previous_hash: Vec<u8>,
    /// SHA-256 over the canonical JSON of all of the above and the chain's id.
    pub hash: Vec<u8>,
}

impl AuditEvent {
    /// The hash that this link must have in `chain`.
    #[must_use]
    pub fn computed_hash(&self, chain: Uuid) -> Vec<u8> {
        let link = json!({
            "account": self.account,
            "action": self.action,
            "at": self.at.to_rfc3339_opts(SecondsFormat::Micros, true),
            "chain": chain,
            "detail": self.detail,
            "position": self.position,
            "previous": hex::encode(&self.previous_hash),
        });
        // serde_json's map is ordered by key, and these keys are ASCII: this is the canonical form already
        Sha256::digest(link.to_string().as_bytes()).to_vec()
    }
}

/// Holds `chain` until the transaction ends. What takes several locks takes them in this order: window, response, chain, rows.
pub async fn hold(connection: &mut PgConnection, chain: Uuid) -> Result<(), sqlx::Error> {
    sqlx::query!("select pg_advisory_xact_lock(hashtextextended($1, 0))", format!("audit {chain}"))
        .fetch_one(connection)
        .await
        .map(|_| ())
}

/// Appends a link to `chain` and returns its position. Holds the chain's lock until the transaction ends.
pub async fn append(
    connection: &mut PgConnection,
    chain: Uuid,
    account: Option<AccountId>,
    action: &str,
    detail: &serde_json::Value,
    at: DateTime<Utc>,
) -> Result<i64, sqlx::Error> {
    hold(connection, chain).await?;
    let last = sqlx::query!(
        "select position, hash from audit_events where chain_id = $1 order by position desc limit 1",
        chain
    )
    .fetch_optional(&mut *connection)
    .await?;
    let (position, previous_hash) = last.map_or((0, vec![0; 32]), |last| (last.position, last.hash));
    let mut event = AuditEvent {
        position: position + 1,
        at,
        account,
        action: action.to_owned(),
        detail: detail.to_string(),
        previous_hash,
        hash: Vec::new(),
    };
    event.hash = event.computed_hash(chain);
    sqlx::query!(
        "insert into audit_events (chain_id, position, at, account_id, action, detail, previous_hash, hash)
         values ($1, $2, $3, $4, $5, $6, $7, $8)",
        chain,
        event.position,
        event.at,
        event.account as Option<AccountId>,
        event.action,
        event.detail,
        event.previous_hash,
        event.hash
    )
    .execute(connection)
    .await?;
    Ok(event.position)
}

/// A whole chain, in order.
pub async fn chain(connection: &mut PgConnection, chain: Uuid) -> Result<Vec<AuditEvent>, sqlx::Error> {
    sqlx::query_as!(
        AuditEvent,
        r#"select position, at, account_id as "account: _", action, detail, previous_hash, hash
           from audit_events where chain_id = $1 order by position"#,
        chain
    )
    .fetch_all(connection)
    .await
}

/// The chains there are.
pub async fn chains(connection: &mut PgConnection) -> Result<Vec<Uuid>, sqlx::Error> {
    sqlx::query_scalar!("select distinct chain_id from audit_events order by 1").fetch_all(connection).await
}
