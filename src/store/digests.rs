//! Digests and the runs of their schedule; what came in during a period.

use std::collections::BTreeSet;

use chrono::{DateTime, NaiveDate, Utc};
use sqlx::PgConnection;

use crate::domain::{
    digest::{Period, Received},
    ids::{AccountId, ConsultationId, DigestId, MailId, QuestionId},
    participant::ParticipantCode,
};

/// One of a consultation's chairs and analysts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reader {
    /// The account.
    pub account: AccountId,
    /// Where the last digest ended.
    pub last_end: Option<DateTime<Utc>>,
}

/// A consultation's chairs and analysts, each once.
pub async fn readers(connection: &mut PgConnection, consultation: ConsultationId) -> Result<Vec<Reader>, sqlx::Error> {
    sqlx::query_as!(
        Reader,
        r#"select m.account_id as "account!: _",
             (select max(d.period_end) from digests d where d.consultation_id = $1 and d.account_id = m.account_id) as last_end
           from memberships m join accounts a on a.id = m.account_id
           where m.consultation_id = $1 and m.ended_at is null and m.role in ('chair', 'analyst') and a.disabled_at is null
           group by m.account_id order by m.account_id"#,
        consultation as ConsultationId
    )
    .fetch_all(connection)
    .await
}

/// A digest as stored: for whom and what period; what it tells is in the submissions.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DigestRow {
    /// Its identifier.
    pub id: DigestId,
    /// On which consultation.
    pub consultation: ConsultationId,
    /// For whom.
    pub account: AccountId,
    /// What it covers.
    pub period: Period,
    /// The mail that carries it.
    pub mail: MailId,
}

/// Writes a digest down; returns false when that reader has one from that start.
pub async fn insert(connection: &mut PgConnection, digest: &DigestRow) -> Result<bool, sqlx::Error> {
    let done = sqlx::query!(
        "insert into digests (id, consultation_id, account_id, period_start, period_end, mail_id)
         values ($1, $2, $3, $4, $5, $6) on conflict do nothing",
        digest.id as DigestId,
        digest.consultation as ConsultationId,
        digest.account as AccountId,
        digest.period.start,
        digest.period.end,
        digest.mail as MailId
    )
    .execute(connection)
    .await?;
    Ok(done.rows_affected() == 1)
}

/// The period of a digest, if that reader has it.
pub async fn period(
    connection: &mut PgConnection,
    id: DigestId,
    account: AccountId,
) -> Result<Option<Period>, sqlx::Error> {
    sqlx::query_as!(
        Period,
        r#"select period_start as "start", period_end as "end" from digests where id = $1 and account_id = $2"#,
        id as DigestId,
        account as AccountId
    )
    .fetch_optional(connection)
    .await
}

/// What was received in a period, as far as the principal may see it.
pub async fn received(
    connection: &mut PgConnection,
    consultation: ConsultationId,
    period: Period,
) -> Result<Vec<Received>, sqlx::Error> {
    sqlx::query_as!(
        Received,
        r#"select s.participant_code as "participant: _",
             array(select a.question_id from submitted_answers a where a.submission_id = s.id and a.text <> '')
               as "questions!: Vec<QuestionId>"
           from submissions s where s.consultation_id = $1 and s.submitted_at > $2 and s.submitted_at <= $3
           order by s.submitted_at, s.id"#,
        consultation as ConsultationId,
        period.start,
        period.end
    )
    .fetch_all(connection)
    .await
}

/// Whether anything was received in a period.
pub async fn any_received(
    connection: &mut PgConnection,
    consultation: ConsultationId,
    period: Period,
) -> Result<bool, sqlx::Error> {
    sqlx::query_scalar!(
        r#"select exists (select from submissions
             where consultation_id = $1 and submitted_at > $2 and submitted_at <= $3) as "any!""#,
        consultation as ConsultationId,
        period.start,
        period.end
    )
    .fetch_one(connection)
    .await
}

/// Who had answered by then.
pub async fn answered_by(
    connection: &mut PgConnection,
    consultation: ConsultationId,
    at: DateTime<Utc>,
) -> Result<BTreeSet<ParticipantCode>, sqlx::Error> {
    let codes = sqlx::query_scalar!(
        r#"select distinct participant_code as "code: ParticipantCode" from submissions
           where consultation_id = $1 and submitted_at <= $2"#,
        consultation as ConsultationId,
        at
    )
    .fetch_all(connection)
    .await?;
    Ok(codes.into_iter().collect())
}

/// Notes the run of a day (in the seat's zone); returns false when there was one, here or on another server.
pub async fn begin_run(
    connection: &mut PgConnection,
    consultation: ConsultationId,
    day: NaiveDate,
) -> Result<bool, sqlx::Error> {
    let done = sqlx::query!(
        "insert into digest_runs (consultation_id, day) values ($1, $2) on conflict do nothing",
        consultation as ConsultationId,
        day
    )
    .execute(connection)
    .await?;
    Ok(done.rows_affected() == 1)
}

/// Whether there was a run on that day.
pub async fn has_run(
    connection: &mut PgConnection,
    consultation: ConsultationId,
    day: NaiveDate,
) -> Result<bool, sqlx::Error> {
    sqlx::query_scalar!(
        r#"select exists (select from digest_runs where consultation_id = $1 and day = $2) as "run!""#,
        consultation as ConsultationId,
        day
    )
    .fetch_one(connection)
    .await
}

/// Whether a submission of the consultation is in no digest period of anybody yet.
pub async fn has_unreported(connection: &mut PgConnection, consultation: ConsultationId) -> Result<bool, sqlx::Error> {
    sqlx::query_scalar!(
        r#"select exists (select from submissions s where s.consultation_id = $1 and s.submitted_at > coalesce(
             (select max(d.period_end) from digests d where d.consultation_id = $1), '-infinity')) as "any!""#,
        consultation as ConsultationId
    )
    .fetch_one(connection)
    .await
}

/// What a receipt says of a submission: whose, its reference, who signed, when, its hash.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReceiptRow {
    /// Whose.
    pub participant: ParticipantCode,
    /// Its reference number.
    pub reference: String,
    /// Who signed.
    pub signatory_name: String,
    /// The signatory's title.
    pub signatory_title: String,
    /// When it was received.
    pub submitted_at: DateTime<Utc>,
    /// The hash of its canonical content.
    pub sha256: Vec<u8>,
}

/// What the acknowledgement of a submission says, as far as the principal may see it.
pub async fn receipt(
    connection: &mut PgConnection,
    id: crate::domain::ids::SubmissionId,
) -> Result<Option<ReceiptRow>, sqlx::Error> {
    sqlx::query_as!(
        ReceiptRow,
        r#"select participant_code as "participant: _", reference, signatory_name, signatory_title, submitted_at, sha256
           from submissions where id = $1"#,
        id as crate::domain::ids::SubmissionId
    )
    .fetch_optional(connection)
    .await
}
