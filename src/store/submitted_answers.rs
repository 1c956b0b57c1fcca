//! What was handed over, as the presidency reads it: of each response its latest submission.

use chrono::{DateTime, Utc};
use sqlx::PgConnection;

use super::parsed;
use crate::domain::{
    ids::{ConsultationId, QuestionId, SubmissionId},
    language::Language,
    participant::ParticipantCode,
};

/// A submission in a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SubmissionEntry {
    /// Which.
    pub id: SubmissionId,
    /// Whose.
    pub participant: ParticipantCode,
    /// Its reference number.
    pub reference: String,
    /// When it was received.
    pub submitted_at: DateTime<Utc>,
    /// How many questions it answers.
    pub answers: i64,
    /// How many words they have together.
    pub words: i64,
}

/// The submissions that count in a consultation, as far as the principal may see them.
pub async fn submissions(
    connection: &mut PgConnection,
    consultation: ConsultationId,
) -> Result<Vec<SubmissionEntry>, sqlx::Error> {
    sqlx::query_as!(
        SubmissionEntry,
        r#"select s.id as "id!: _", s.participant_code as "participant!: _", s.reference as "reference!",
             s.submitted_at as "submitted_at!",
             (select count(*) from submitted_answers a where a.submission_id = s.id) as "answers!",
             (select coalesce(sum(a.words), 0) from submitted_answers a where a.submission_id = s.id) as "words!"
           from submissions s where s.consultation_id = $1
             and s.number = (select max(n.number) from submissions n where n.response_id = s.response_id)
           order by s.participant_code"#,
        consultation as ConsultationId
    )
    .fetch_all(connection)
    .await
}

/// One answer that was handed over.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SubmittedAnswer {
    /// In which submission.
    pub submission: SubmissionId,
    /// Whose.
    pub participant: ParticipantCode,
    /// To which question.
    pub question: QuestionId,
    /// As received.
    pub text: String,
    /// Its language.
    pub language: Language,
    /// Its length in words.
    pub words: u32,
    /// When it was received.
    pub submitted_at: DateTime<Utc>,
}

/// The answers that count in a consultation, to one question or to all.
pub async fn of_consultation(
    connection: &mut PgConnection,
    consultation: ConsultationId,
    question: Option<QuestionId>,
) -> Result<Vec<SubmittedAnswer>, sqlx::Error> {
    let rows = sqlx::query!(
        r#"select s.id as "submission!: SubmissionId", a.participant_code as "participant!: ParticipantCode",
             a.question_id as "question!: QuestionId", a.text as "text!", a.language as "language!", a.words as "words!",
             s.submitted_at as "submitted_at!"
           from submissions s join submitted_answers a on a.submission_id = s.id
           where s.consultation_id = $1 and ($2::uuid is null or a.question_id = $2)
             and s.number = (select max(n.number) from submissions n where n.response_id = s.response_id)
           order by a.participant_code, a.question_id"#,
        consultation as ConsultationId,
        question as Option<QuestionId>
    )
    .fetch_all(connection)
    .await?;
    rows.into_iter()
        .map(|row| {
            let (id, table) = (row.submission, "submitted_answers");
            Ok(SubmittedAnswer {
                language: parsed(Language::parse(&row.language), table, "language", id)?,
                words: parsed(u32::try_from(row.words).ok(), table, "words", id)?,
                submission: id,
                participant: row.participant,
                question: row.question,
                text: row.text,
                submitted_at: row.submitted_at,
            })
        })
        .collect()
}

/// How many answers each question has; questions without any are missing.
pub async fn counts(
    connection: &mut PgConnection,
    consultation: ConsultationId,
) -> Result<Vec<(QuestionId, i64)>, sqlx::Error> {
    let rows = sqlx::query!(
        r#"select a.question_id as "question!: QuestionId", count(*) as "answers!"
           from submissions s join submitted_answers a on a.submission_id = s.id
           where s.consultation_id = $1
             and s.number = (select max(n.number) from submissions n where n.response_id = s.response_id)
           group by a.question_id"#,
        consultation as ConsultationId
    )
    .fetch_all(connection)
    .await?;
    Ok(rows.into_iter().map(|row| (row.question, row.answers)).collect())
}
