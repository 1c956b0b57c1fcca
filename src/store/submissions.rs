//! Submissions: responses frozen and handed over. Append-only.

use chrono::{DateTime, Utc};
use sqlx::PgConnection;

use super::revisions::OwnResponse;
use crate::domain::{
    access::{CanReadSubmission, SubmissionSubject},
    ids::{AccountId, ConsultationId, QuestionId, ResponseId, SubmissionId},
    participant::ParticipantCode,
    submission::{ContentAnswer, Reference, Signatory, Submission},
};

/// The facts that permission to a submission is decided on.
pub async fn subject(
    connection: &mut PgConnection,
    id: SubmissionId,
) -> Result<Option<SubmissionSubject>, sqlx::Error> {
    sqlx::query_as!(
        SubmissionSubject,
        r#"select id as "submission: _", consultation_id as "consultation: _", participant_code as "participant: _"
           from submissions where id = $1"#,
        id as SubmissionId
    )
    .fetch_optional(connection)
    .await
}

/// A submission's columns as stored.
struct Row {
    id: SubmissionId,
    response: ResponseId,
    consultation: ConsultationId,
    participant: ParticipantCode,
    number: i32,
    reference: String,
    content: String,
    sha256: Vec<u8>,
    signatory_name: String,
    signatory_title: String,
    submitted_by: AccountId,
    submitted_at: DateTime<Utc>,
    chain_position: i64,
}

impl From<Row> for Submission {
    fn from(row: Row) -> Self {
        Self {
            id: row.id,
            response: row.response,
            consultation: row.consultation,
            participant: row.participant,
            number: row.number,
            reference: Reference::stored(row.reference),
            canonical: row.content,
            sha256: row.sha256,
            signatory: Signatory { name: row.signatory_name, title: row.signatory_title },
            submitted_by: row.submitted_by,
            submitted_at: row.submitted_at,
            chain_position: row.chain_position,
        }
    }
}

/// A submission with all that was handed over.
pub async fn get(connection: &mut PgConnection, access: &CanReadSubmission) -> Result<Option<Submission>, sqlx::Error> {
    let row = sqlx::query_as!(
        Row,
        r#"select id as "id: _", response_id as "response: _", consultation_id as "consultation: _",
             participant_code as "participant: _", number, reference, content, sha256, signatory_name, signatory_title,
             submitted_by as "submitted_by: _", submitted_at, chain_position
           from submissions where id = $1"#,
        *access.submission() as SubmissionId
    )
    .fetch_optional(connection)
    .await?;
    Ok(row.map(Submission::from))
}

/// The last submission of one's own response.
pub async fn latest(
    connection: &mut PgConnection,
    access: &(impl OwnResponse + Sync),
) -> Result<Option<Submission>, sqlx::Error> {
    let row = sqlx::query_as!(
        Row,
        r#"select id as "id: _", response_id as "response: _", consultation_id as "consultation: _",
             participant_code as "participant: _", number, reference, content, sha256, signatory_name, signatory_title,
             submitted_by as "submitted_by: _", submitted_at, chain_position
           from submissions where response_id = $1 order by number desc limit 1"#,
        access.response() as ResponseId
    )
    .fetch_optional(connection)
    .await?;
    Ok(row.map(Submission::from))
}

/// What a list says of a submission.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Received {
    /// Which.
    pub id: SubmissionId,
    /// Of which response.
    pub response: ResponseId,
    /// The receipt's reference.
    pub reference: String,
    /// When it was received.
    pub at: DateTime<Utc>,
}

/// The last submission of each response of an account's own delegations.
pub async fn of_delegations(connection: &mut PgConnection) -> Result<Vec<Received>, sqlx::Error> {
    sqlx::query_as!(
        Received,
        r#"select distinct on (response_id) id as "id!: _", response_id as "response!: _", reference as "reference!",
             submitted_at as "at!"
           from submissions where (consultation_id, participant_code) in (
             select m.consultation_id, m.participant_code from memberships m
             where m.account_id = (select current_account()) and m.ended_at is null
               and m.role in ('focal_point', 'approver', 'drafter'))
           order by response_id, number desc"#
    )
    .fetch_all(connection)
    .await
}

/// Stores a submission; its answers follow with [`insert_answer`].
pub async fn insert(connection: &mut PgConnection, submission: &Submission) -> Result<(), sqlx::Error> {
    sqlx::query!(
        "insert into submissions (id, response_id, consultation_id, participant_code, number, reference, content, sha256,
           signatory_name, signatory_title, submitted_by, submitted_at, chain_position)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)",
        submission.id as SubmissionId,
        submission.response as ResponseId,
        submission.consultation as ConsultationId,
        &submission.participant as &ParticipantCode,
        submission.number,
        submission.reference.as_str(),
        submission.canonical,
        submission.sha256,
        submission.signatory.name,
        submission.signatory.title,
        submission.submitted_by as AccountId,
        submission.submitted_at,
        submission.chain_position
    )
    .execute(connection)
    .await?;
    Ok(())
}

/// Stores one answer of a submission, with its words as counted when it was saved.
pub async fn insert_answer(
    connection: &mut PgConnection,
    submission: &Submission,
    answer: &ContentAnswer,
    words: usize,
) -> Result<(), sqlx::Error> {
    sqlx::query!(
        "insert into submitted_answers (submission_id, consultation_id, participant_code, question_id, text, language, words)
         values ($1, $2, $3, $4, $5, $6, $7)",
        submission.id as SubmissionId,
        submission.consultation as ConsultationId,
        &submission.participant as &ParticipantCode,
        answer.question as QuestionId,
        answer.text.as_str(),
        answer.language.tag(),
        i32::try_from(words).unwrap_or(i32::MAX)
    )
    .execute(connection)
    .await?;
    Ok(())
}
