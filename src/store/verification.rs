//! What `rapporteur verify` reads: content with the hash that was given for it. The worker's principal sees all of it, no drafts.

use chrono::{DateTime, Utc};
use futures_util::stream::BoxStream;
use sqlx::PgConnection;
use uuid::Uuid;

use crate::domain::participant::ParticipantCode;

/// Something frozen, with its hash.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Frozen {
    /// The row.
    pub id: Uuid,
    /// Its consultation: the chain that it stands in.
    pub consultation: Uuid,
    /// Its canonical content.
    pub content: String,
    /// SHA-256 of it, as kept beside it.
    pub sha256: Vec<u8>,
    /// The chain's link that says so; none where the row does not name it.
    pub position: Option<i64>,
}

/// Every submission, one at a time: together they may be large.
pub fn submissions(connection: &mut PgConnection) -> BoxStream<'_, Result<Frozen, sqlx::Error>> {
    sqlx::query_as!(
        Frozen,
        r#"select id, consultation_id as consultation, content, sha256, chain_position as "position?" from submissions order by id"#
    )
    .fetch(connection)
}

/// Every report.
pub fn reports(connection: &mut PgConnection) -> BoxStream<'_, Result<Frozen, sqlx::Error>> {
    sqlx::query_as!(
        Frozen,
        r#"select id, consultation_id as consultation, content, sha256, null::bigint as "position?" from reports order by id"#
    )
    .fetch(connection)
}

/// An answer as the pages show it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ShownAnswer {
    /// Which question it answers.
    pub question: Uuid,
    /// The text.
    pub text: String,
    /// Its language's code.
    pub language: String,
}

/// The answers of one submission as the pages show them.
pub async fn answers(connection: &mut PgConnection, submission: Uuid) -> Result<Vec<ShownAnswer>, sqlx::Error> {
    sqlx::query_as!(
        ShownAnswer,
        "select question_id as question, text, language from submitted_answers where submission_id = $1",
        submission
    )
    .fetch_all(connection)
    .await
}

/// What the pages show of a submission beside its answers, from columns that the hash does not cover.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ShownHead {
    /// The receipt's reference.
    pub reference: String,
    /// 1 for the first of its response.
    pub number: i32,
    /// By whom.
    pub participant: ParticipantCode,
    /// When it was received.
    pub submitted_at: DateTime<Utc>,
    /// Who signed.
    pub signatory_name: String,
    /// Their office.
    pub signatory_title: String,
}

/// One submission as the pages show it.
pub async fn head(connection: &mut PgConnection, submission: Uuid) -> Result<ShownHead, sqlx::Error> {
    sqlx::query_as!(
        ShownHead,
        r#"select reference, number, participant_code as "participant: _", submitted_at, signatory_name, signatory_title
           from submissions where id = $1"#,
        submission
    )
    .fetch_one(connection)
    .await
}
