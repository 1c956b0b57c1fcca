//! Revisions of the presidency's summaries. Append-only.

use chrono::{DateTime, Utc};
use sqlx::PgConnection;

use super::parsed;
use crate::domain::{
    ids::{AccountId, ConsultationId, QuestionId, RevisionId},
    language::Language,
    summary::{SummaryDraft, SummaryRevision},
    text::AnswerText,
};

/// A revision's columns as stored, with its author's name.
struct Row {
    question: QuestionId,
    number: i32,
    text: String,
    language: String,
    author: String,
    created_at: DateTime<Utc>,
}

impl TryFrom<Row> for SummaryRevision {
    type Error = sqlx::Error;

    fn try_from(row: Row) -> Result<Self, sqlx::Error> {
        let id = format!("{}/{}", row.question, row.number);
        Ok(Self {
            text: parsed(AnswerText::try_from(row.text).ok(), "summary_revisions", "text", &id)?,
            language: parsed(Language::parse(&row.language), "summary_revisions", "language", &id)?,
            question: row.question,
            number: row.number,
            author: row.author,
            created_at: row.created_at,
        })
    }
}

/// Holds the summary of one question for this transaction: two that save at once come one after the other.
pub async fn hold(connection: &mut PgConnection, question: QuestionId) -> Result<(), sqlx::Error> {
    sqlx::query!("select pg_advisory_xact_lock(hashtextextended($1, 0))", format!("summary {question}"))
        .fetch_one(connection)
        .await?;
    Ok(())
}

/// One revision of a question's summary: that of `number`, or the latest.
pub async fn get(
    connection: &mut PgConnection,
    question: QuestionId,
    number: Option<i32>,
) -> Result<Option<SummaryRevision>, sqlx::Error> {
    sqlx::query_as!(
        Row,
        r#"select r.question_id as "question!: _", r.number as "number!", r.text as "text!", r.language as "language!",
             a.name as "author!", r.created_at as "created_at!"
           from summary_revisions r join accounts a on a.id = r.author_id
           where r.question_id = $1 and ($2::integer is null or r.number = $2) order by r.number desc limit 1"#,
        question as QuestionId,
        number
    )
    .fetch_optional(connection)
    .await?
    .map(SummaryRevision::try_from)
    .transpose()
}

/// The latest revision of each question of a consultation that has any.
pub async fn latest(
    connection: &mut PgConnection,
    consultation: ConsultationId,
) -> Result<Vec<SummaryRevision>, sqlx::Error> {
    sqlx::query_as!(
        Row,
        r#"select distinct on (r.question_id) r.question_id as "question!: _", r.number as "number!", r.text as "text!",
             r.language as "language!", a.name as "author!", r.created_at as "created_at!"
           from summary_revisions r join accounts a on a.id = r.author_id
           where r.consultation_id = $1 order by r.question_id, r.number desc"#,
        consultation as ConsultationId
    )
    .fetch_all(connection)
    .await?
    .into_iter()
    .map(SummaryRevision::try_from)
    .collect()
}

/// One line of a summary's history.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HistoryEntry {
    /// The revision's number.
    pub number: i32,
    /// Who saved it.
    pub author: String,
    /// When.
    pub created_at: DateTime<Utc>,
}

/// The history of a question's summary, newest first.
pub async fn history(connection: &mut PgConnection, question: QuestionId) -> Result<Vec<HistoryEntry>, sqlx::Error> {
    sqlx::query_as!(
        HistoryEntry,
        r#"select r.number as "number!", a.name as "author!", r.created_at as "created_at!"
           from summary_revisions r join accounts a on a.id = r.author_id
           where r.question_id = $1 order by r.number desc"#,
        question as QuestionId
    )
    .fetch_all(connection)
    .await
}

/// Appends a revision.
pub async fn insert(
    connection: &mut PgConnection,
    (consultation, question): (ConsultationId, QuestionId),
    number: i32,
    draft: &SummaryDraft,
    author: AccountId,
    at: DateTime<Utc>,
) -> Result<(), sqlx::Error> {
    sqlx::query!(
        "insert into summary_revisions (id, consultation_id, question_id, number, text, language, author_id, created_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8)",
        RevisionId::new() as RevisionId,
        consultation as ConsultationId,
        question as QuestionId,
        number,
        draft.text.as_str(),
        draft.language.tag(),
        author as AccountId,
        at
    )
    .execute(connection)
    .await?;
    Ok(())
}
