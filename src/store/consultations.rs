//! Consultations.

use chrono::{DateTime, Utc};
use sqlx::PgConnection;

use super::parsed;
use crate::domain::{
    access::ConsultationSubject,
    consultation::{Consultation, Window},
    ids::{AccountId, ConsultationId},
    language::Language,
    participant::ParticipantCode,
};

/// A consultation's columns as stored, without note and source.
struct Row {
    id: ConsultationId,
    title: String,
    presidency: ParticipantCode,
    seat_time_zone: String,
    language: String,
    word_limit: Option<i32>,
    contact_name: String,
    contact_email: String,
    closes_at: Option<DateTime<Utc>>,
    opened_at: Option<DateTime<Utc>>,
    closed_at: Option<DateTime<Utc>>,
    version: i32,
}

impl TryFrom<Row> for Consultation {
    type Error = sqlx::Error;

    fn try_from(row: Row) -> Result<Self, sqlx::Error> {
        Ok(Self {
            seat: parsed(row.seat_time_zone.parse().ok(), "consultations", "seat_time_zone", row.id)?,
            language: parsed(Language::parse(&row.language), "consultations", "language", row.id)?,
            word_limit: row
                .word_limit
                .map(|limit| parsed(u32::try_from(limit).ok(), "consultations", "word_limit", row.id))
                .transpose()?,
            window: Window { opened_at: row.opened_at, closes_at: row.closes_at, closed_at: row.closed_at },
            id: row.id,
            title: row.title,
            presidency: row.presidency,
            contact_name: row.contact_name,
            contact_email: row.contact_email,
            version: row.version,
        })
    }
}

/// The facts that permission to a consultation is decided on.
pub async fn subject(
    connection: &mut PgConnection,
    id: ConsultationId,
) -> Result<Option<ConsultationSubject>, sqlx::Error> {
    sqlx::query_as!(
        ConsultationSubject,
        r#"select c.id as "consultation: _", c.opened_at is not null as "opened!",
             exists (select from reports r where r.consultation_id = c.id) as "reported!"
           from consultations c where c.id = $1"#,
        id as ConsultationId
    )
    .fetch_optional(connection)
    .await
}

/// The consultation of that identifier.
pub async fn get(connection: &mut PgConnection, id: ConsultationId) -> Result<Option<Consultation>, sqlx::Error> {
    sqlx::query_as!(
        Row,
        r#"select id as "id: _", title, presidency_code as "presidency: _", seat_time_zone, language, word_limit,
             contact_name, contact_email, closes_at, opened_at, closed_at, version
           from consultations where id = $1"#,
        id as ConsultationId
    )
    .fetch_optional(connection)
    .await?
    .map(Consultation::try_from)
    .transpose()
}

/// The consultations in which an account has an active membership.
pub async fn of_account(connection: &mut PgConnection, account: AccountId) -> Result<Vec<Consultation>, sqlx::Error> {
    sqlx::query_as!(
        Row,
        r#"select id as "id: _", title, presidency_code as "presidency: _", seat_time_zone, language, word_limit,
             contact_name, contact_email, closes_at, opened_at, closed_at, version
           from consultations where id in (
             select consultation_id from memberships where account_id = $1 and ended_at is null)
           order by closes_at nulls first, id"#,
        account as AccountId
    )
    .fetch_all(connection)
    .await?
    .into_iter()
    .map(Consultation::try_from)
    .collect()
}

/// The newest of the consultations that an account chairs and that were made from these very bytes.
pub async fn chaired_of_source(
    connection: &mut PgConnection,
    account: AccountId,
    source: &[u8],
) -> Result<Option<Consultation>, sqlx::Error> {
    sqlx::query_as!(
        Row,
        r#"select id as "id: _", title, presidency_code as "presidency: _", seat_time_zone, language, word_limit,
             contact_name, contact_email, closes_at, opened_at, closed_at, version
           from consultations where source = $2 and id in (
             select consultation_id from memberships where account_id = $1 and role = 'chair' and ended_at is null)
           order by created_at desc, id limit 1"#,
        account as AccountId,
        source
    )
    .fetch_optional(connection)
    .await?
    .map(Consultation::try_from)
    .transpose()
}

/// The consultations that are open at `now`: for the daily schedule.
pub async fn open_at(connection: &mut PgConnection, now: DateTime<Utc>) -> Result<Vec<Consultation>, sqlx::Error> {
    sqlx::query_as!(
        Row,
        r#"select id as "id: _", title, presidency_code as "presidency: _", seat_time_zone, language, word_limit,
             contact_name, contact_email, closes_at, opened_at, closed_at, version
           from consultations where opened_at <= $1 order by id"#,
        now
    )
    .fetch_all(connection)
    .await?
    .into_iter()
    .map(Consultation::try_from)
    .collect()
}

/// The note as understood, in its JSON shape; none if there is no such consultation.
pub async fn note(connection: &mut PgConnection, id: ConsultationId) -> Result<Option<serde_json::Value>, sqlx::Error> {
    sqlx::query_scalar!("select note from consultations where id = $1", id as ConsultationId)
        .fetch_optional(connection)
        .await
}

/// The paragraphs of the letter that carries the note; none if there is no such consultation.
pub async fn letter(connection: &mut PgConnection, id: ConsultationId) -> Result<Option<Vec<String>>, sqlx::Error> {
    sqlx::query_scalar!("select letter from consultations where id = $1", id as ConsultationId)
        .fetch_optional(connection)
        .await
}

/// A new consultation in preparation, with its note and letter, and the bytes they were read from.
pub async fn insert(
    connection: &mut PgConnection,
    consultation: &Consultation,
    (note, letter): (&serde_json::Value, &[String]),
    source: (&[u8], Option<&str>),
    created_by: AccountId,
    at: DateTime<Utc>,
) -> Result<bool, sqlx::Error> {
    let done = sqlx::query!(
        "insert into consultations (id, title, presidency_code, seat_time_zone, language, note, source, source_name,
           word_limit, contact_name, contact_email, closes_at, created_by, created_at, letter)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)
         on conflict (id) do nothing",
        consultation.id as ConsultationId,
        consultation.title,
        &consultation.presidency as &ParticipantCode,
        consultation.seat.name(),
        consultation.language.tag(),
        note,
        source.0,
        source.1,
        consultation.word_limit.and_then(|limit| i32::try_from(limit).ok()),
        consultation.contact_name,
        consultation.contact_email,
        consultation.window.closes_at,
        created_by as AccountId,
        at,
        letter
    )
    .execute(connection)
    .await?;
    Ok(done.rows_affected() == 1)
}

/// Stores what the chair set, if nobody changed it since `consultation.version`; returns whether it did.
pub async fn update(connection: &mut PgConnection, consultation: &Consultation) -> Result<bool, sqlx::Error> {
    let done = sqlx::query!(
        "update consultations set title = $3, seat_time_zone = $4, word_limit = $5, contact_name = $6, contact_email = $7,
           closes_at = $8, opened_at = $9, closed_at = $10, version = version + 1
         where id = $1 and version = $2",
        consultation.id as ConsultationId,
        consultation.version,
        consultation.title,
        consultation.seat.name(),
        consultation.word_limit.and_then(|limit| i32::try_from(limit).ok()),
        consultation.contact_name,
        consultation.contact_email,
        consultation.window.closes_at,
        consultation.window.opened_at,
        consultation.window.closed_at
    )
    .execute(connection)
    .await?;
    Ok(done.rows_affected() == 1)
}

/// Holds the window still for this transaction: submitting takes it shared, closing and extending take it alone.
/// Returns the database's clock, read after the lock: nothing is accepted after the close committed.
pub async fn hold_window(
    connection: &mut PgConnection,
    id: ConsultationId,
    alone: bool,
) -> Result<DateTime<Utc>, sqlx::Error> {
    let key = format!("window {id}");
    if alone {
        sqlx::query!("select pg_advisory_xact_lock(hashtextextended($1, 0))", key).fetch_one(&mut *connection).await?;
    } else {
        sqlx::query!("select pg_advisory_xact_lock_shared(hashtextextended($1, 0))", key)
            .fetch_one(&mut *connection)
            .await?;
    }
    // `rapporteur.now` is set by the demonstration alone (see `Database::playing`)
    sqlx::query_scalar!(
        r#"select coalesce(nullif(current_setting('rapporteur.now', true), '')::timestamptz, clock_timestamp()) as "now!""#
    )
    .fetch_one(connection)
    .await
}

/// The note's file as it was handed in, with its name; none if there is no such consultation.
pub async fn source(
    connection: &mut PgConnection,
    access: &crate::domain::access::CanReadConsultation,
) -> Result<Option<(Vec<u8>, Option<String>)>, sqlx::Error> {
    let row = sqlx::query!(
        "select source, source_name from consultations where id = $1",
        *access.consultation() as ConsultationId
    )
    .fetch_optional(connection)
    .await?;
    Ok(row.map(|row| (row.source, row.source_name)))
}

/// The consultations of an account's memberships whose report has been issued.
pub async fn reported(connection: &mut PgConnection) -> Result<Vec<ConsultationId>, sqlx::Error> {
    sqlx::query_scalar!(r#"select distinct consultation_id as "id!: ConsultationId" from reports"#)
        .fetch_all(connection)
        .await
}

/// Every consultation, the newest first: an administrator names them when giving memberships.
pub async fn all(connection: &mut PgConnection) -> Result<Vec<Consultation>, sqlx::Error> {
    sqlx::query_as!(
        Row,
        r#"select id as "id: _", title, presidency_code as "presidency: _", seat_time_zone, language, word_limit,
             contact_name, contact_email, closes_at, opened_at, closed_at, version
           from consultations order by created_at desc, id"#
    )
    .fetch_all(connection)
    .await?
    .into_iter()
    .map(Consultation::try_from)
    .collect()
}
