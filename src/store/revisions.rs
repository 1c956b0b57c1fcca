//! Revisions of answers. Append-only. Row-level security shows them to their own delegation alone.

use chrono::{DateTime, Utc};
use sqlx::PgConnection;

use super::parsed;
use crate::domain::{
    access::{CanEditResponse, CanManageTeam, CanSubmitResponse},
    ids::{AccountId, ConsultationId, QuestionId, ResponseId, RevisionId},
    language::Language,
    participant::ParticipantCode,
    response::{Draft, Revision},
    text::AnswerText,
};

/// A permission that opens a delegation's own draft.
pub trait OwnResponse {
    /// Who asks.
    fn account(&self) -> AccountId;
    /// Which response.
    fn response(&self) -> ResponseId;
    /// In which consultation.
    fn consultation(&self) -> ConsultationId;
    /// Whose.
    fn participant(&self) -> &ParticipantCode;
}

macro_rules! own_response {
    ($($token:ty),*) => {$(
        impl OwnResponse for $token {
            fn account(&self) -> AccountId { *self.account() }
            fn response(&self) -> ResponseId { *self.response() }
            fn consultation(&self) -> ConsultationId { *self.consultation() }
            fn participant(&self) -> &ParticipantCode { self.participant() }
        }
    )*};
}

own_response!(CanEditResponse, CanManageTeam, CanSubmitResponse);

/// A revision's columns as stored.
struct Row {
    question: QuestionId,
    number: i32,
    text: String,
    language: String,
    words: i32,
    author: AccountId,
    author_name: String,
    at: DateTime<Utc>,
}

impl TryFrom<Row> for Revision {
    type Error = sqlx::Error;

    fn try_from(row: Row) -> Result<Self, sqlx::Error> {
        Ok(Self {
            text: parsed(AnswerText::try_from(row.text).ok(), "revisions", "text", row.question)?,
            language: parsed(Language::parse(&row.language), "revisions", "language", row.question)?,
            words: usize::try_from(row.words).unwrap_or(0),
            question: row.question,
            number: row.number,
            author: row.author,
            author_name: row.author_name,
            at: row.at,
        })
    }
}

/// The newest revision of each answer.
pub async fn current(
    connection: &mut PgConnection,
    access: &(impl OwnResponse + Sync),
) -> Result<Vec<Revision>, sqlx::Error> {
    sqlx::query_as!(
        Row,
        r#"select distinct on (r.question_id) r.question_id as "question!: _", r.number as "number!", r.text as "text!",
             r.language as "language!", r.words as "words!", r.author_id as "author!: _", a.name as "author_name!",
             r.created_at as "at!"
           from revisions r join accounts a on a.id = r.author_id
           where r.response_id = $1 order by r.question_id, r.number desc"#,
        access.response() as ResponseId
    )
    .fetch_all(connection)
    .await?
    .into_iter()
    .map(Revision::try_from)
    .collect()
}

/// The revisions of that question and number; those that never were are left out.
pub async fn numbered(
    connection: &mut PgConnection,
    access: &(impl OwnResponse + Sync),
    wanted: &[(QuestionId, i32)],
) -> Result<Vec<Revision>, sqlx::Error> {
    let (questions, numbers): (Vec<_>, Vec<_>) =
        wanted.iter().map(|(question, number)| (question.uuid(), *number)).unzip();
    sqlx::query_as!(
        Row,
        r#"select r.question_id as "question!: _", r.number as "number!", r.text as "text!", r.language as "language!",
             r.words as "words!", r.author_id as "author!: _", a.name as "author_name!", r.created_at as "at!"
           from revisions r join accounts a on a.id = r.author_id
             join unnest($2::uuid[], $3::int[]) as d (question_id, number)
               on d.question_id = r.question_id and d.number = r.number
           where r.response_id = $1"#,
        access.response() as ResponseId,
        &questions,
        &numbers
    )
    .fetch_all(connection)
    .await?
    .into_iter()
    .map(Revision::try_from)
    .collect()
}

/// A revision in a list: all but its text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RevisionEntry {
    /// Its number, from 1.
    pub number: i32,
    /// The language it is written in.
    pub language: Language,
    /// Its words, as counted when it was saved.
    pub words: i32,
    /// The name of who saved it.
    pub author_name: String,
    /// When it was saved.
    pub at: DateTime<Utc>,
}

/// The revisions of one answer, the newest first.
pub async fn of_question(
    connection: &mut PgConnection,
    access: &(impl OwnResponse + Sync),
    question: QuestionId,
) -> Result<Vec<RevisionEntry>, sqlx::Error> {
    let rows = sqlx::query!(
        r#"select r.number, r.language, r.words, a.name as author_name, r.created_at
           from revisions r join accounts a on a.id = r.author_id
           where r.response_id = $1 and r.question_id = $2 order by r.number desc"#,
        access.response() as ResponseId,
        question as QuestionId
    )
    .fetch_all(connection)
    .await?;
    rows.into_iter()
        .map(|row| {
            Ok(RevisionEntry {
                language: parsed(Language::parse(&row.language), "revisions", "language", question)?,
                number: row.number,
                words: row.words,
                author_name: row.author_name,
                at: row.created_at,
            })
        })
        .collect()
}

/// Writes the revision `number` of an answer; returns false when somebody else has written it already.
pub async fn insert(
    connection: &mut PgConnection,
    access: &CanEditResponse,
    draft: &Draft,
    number: i32,
    words: usize,
    at: DateTime<Utc>,
) -> Result<bool, sqlx::Error> {
    let done = sqlx::query!(
        "insert into revisions (id, response_id, consultation_id, participant_code, question_id, number, text, language, words,
           author_id, created_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
         on conflict on constraint revisions_response_id_question_id_number_key do nothing",
        RevisionId::new() as RevisionId,
        *access.response() as ResponseId,
        *access.consultation() as ConsultationId,
        access.participant() as &ParticipantCode,
        draft.question as QuestionId,
        number,
        draft.text.as_str(),
        draft.language.tag(),
        i32::try_from(words).unwrap_or(i32::MAX),
        *access.account() as AccountId,
        at
    )
    .execute(connection)
    .await?;
    Ok(done.rows_affected() == 1)
}

/// How far a response has come: never a word of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Progress {
    /// Which response.
    pub response: ResponseId,
    /// Answers that hold a text.
    pub written: i64,
    /// When something was saved last.
    pub saved_at: DateTime<Utc>,
    /// The name of who did.
    pub saved_by: String,
}

/// How far the responses of the principal's own delegations have come; those not begun are left out.
pub async fn progress(connection: &mut PgConnection) -> Result<Vec<Progress>, sqlx::Error> {
    sqlx::query_as!(
        Progress,
        r#"select response_id as "response!: _", count(*) filter (where text ~ '[^[:space:]]') as "written!",
             max(created_at) as "saved_at!", (array_agg(name order by created_at desc))[1] as "saved_by!"
           from (select distinct on (r.response_id, r.question_id) r.response_id, r.text, r.created_at, a.name
                 from revisions r join accounts a on a.id = r.author_id
                 order by r.response_id, r.question_id, r.number desc) as newest
           group by response_id"#
    )
    .fetch_all(connection)
    .await
}
