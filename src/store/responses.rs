//! Responses: what one participant gives to one consultation. Row-level security shows only what the principal may see.

use chrono::{DateTime, Utc};
use sqlx::PgConnection;

use crate::domain::{
    access::ResponseSubject,
    ids::{ConsultationId, ResponseId},
    participant::ParticipantCode,
};

/// The facts that permission to a response is decided on.
pub async fn subject(connection: &mut PgConnection, id: ResponseId) -> Result<Option<ResponseSubject>, sqlx::Error> {
    sqlx::query_as!(
        ResponseSubject,
        r#"select r.id as "response!: _", r.consultation_id as "consultation!: _", r.participant_code as "participant!: _",
             c.opened_at is not null as "opened!"
           from responses r join consultations c on c.id = r.consultation_id where r.id = $1"#,
        id as ResponseId
    )
    .fetch_optional(connection)
    .await
}

/// A response's state: never a word of its draft.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ResponseState {
    /// Which.
    pub id: ResponseId,
    /// In which consultation.
    pub consultation: ConsultationId,
    /// Whose.
    pub participant: ParticipantCode,
    /// When it was begun; none: not begun.
    pub started_at: Option<DateTime<Utc>>,
    /// When it was handed over last; none: not yet.
    pub submitted_at: Option<DateTime<Utc>>,
}

/// The states of a consultation's responses, as far as the principal may see them.
pub async fn of_consultation(
    connection: &mut PgConnection,
    consultation: ConsultationId,
) -> Result<Vec<ResponseState>, sqlx::Error> {
    sqlx::query_as!(
        ResponseState,
        r#"select id as "id: _", consultation_id as "consultation: _", participant_code as "participant: _", started_at, submitted_at
           from responses where consultation_id = $1 order by participant_code"#,
        consultation as ConsultationId
    )
    .fetch_all(connection)
    .await
}

/// The state of one response.
pub async fn get(connection: &mut PgConnection, id: ResponseId) -> Result<Option<ResponseState>, sqlx::Error> {
    sqlx::query_as!(
        ResponseState,
        r#"select id as "id: _", consultation_id as "consultation: _", participant_code as "participant: _", started_at, submitted_at
           from responses where id = $1"#,
        id as ResponseId
    )
    .fetch_optional(connection)
    .await
}

/// The states of the responses that an account's delegations give, in all consultations.
pub async fn of_delegations(connection: &mut PgConnection) -> Result<Vec<ResponseState>, sqlx::Error> {
    sqlx::query_as!(
        ResponseState,
        r#"select id as "id: _", consultation_id as "consultation: _", participant_code as "participant: _", started_at, submitted_at
           from responses where (consultation_id, participant_code) in (
             select m.consultation_id, m.participant_code from memberships m
             where m.account_id = (select current_account()) and m.ended_at is null
               and m.role in ('focal_point', 'approver', 'drafter'))"#
    )
    .fetch_all(connection)
    .await
}

/// Invites a participant; does nothing when it is invited already.
pub async fn invite(
    connection: &mut PgConnection,
    consultation: ConsultationId,
    participant: &ParticipantCode,
    at: DateTime<Utc>,
) -> Result<(), sqlx::Error> {
    sqlx::query!(
        "insert into responses (id, consultation_id, participant_code, invited_at) values ($1, $2, $3, $4) on conflict do nothing",
        ResponseId::new() as ResponseId,
        consultation as ConsultationId,
        participant as &ParticipantCode,
        at
    )
    .execute(connection)
    .await?;
    Ok(())
}

/// Holds a response still for this transaction, so that saving and handing over come one after the other; its state, if the
/// principal's delegation may still write it.
pub async fn lock(connection: &mut PgConnection, id: ResponseId) -> Result<Option<ResponseState>, sqlx::Error> {
    sqlx::query_as!(
        ResponseState,
        r#"select id as "id: _", consultation_id as "consultation: _", participant_code as "participant: _", started_at, submitted_at
           from responses where id = $1 for update"#,
        id as ResponseId
    )
    .fetch_optional(connection)
    .await
}

/// Notes that a response was begun; the first time counts.
pub async fn note_start(connection: &mut PgConnection, id: ResponseId, at: DateTime<Utc>) -> Result<(), sqlx::Error> {
    sqlx::query!("update responses set started_at = $2 where id = $1 and started_at is null", id as ResponseId, at)
        .execute(connection)
        .await?;
    Ok(())
}

/// Notes that a response was handed over.
pub async fn note_submission(
    connection: &mut PgConnection,
    id: ResponseId,
    at: DateTime<Utc>,
) -> Result<(), sqlx::Error> {
    sqlx::query!(
        "update responses set submitted_at = $2, started_at = coalesce(started_at, $2) where id = $1",
        id as ResponseId,
        at
    )
    .execute(connection)
    .await?;
    Ok(())
}

/// Whether a participant is invited, as far as the principal may see it.
pub async fn is_invited(
    connection: &mut PgConnection,
    consultation: ConsultationId,
    participant: &ParticipantCode,
) -> Result<bool, sqlx::Error> {
    sqlx::query_scalar!(
        r#"select exists (select from responses where consultation_id = $1 and participant_code = $2) as "invited!""#,
        consultation as ConsultationId,
        participant as &ParticipantCode
    )
    .fetch_one(connection)
    .await
}

/// Takes an invitation back, which the policies allow before the opening only; returns whether there was one.
pub async fn uninvite(
    connection: &mut PgConnection,
    consultation: ConsultationId,
    participant: &ParticipantCode,
) -> Result<bool, sqlx::Error> {
    let done = sqlx::query!(
        "delete from responses where consultation_id = $1 and participant_code = $2",
        consultation as ConsultationId,
        participant as &ParticipantCode
    )
    .execute(connection)
    .await?;
    Ok(done.rows_affected() == 1)
}
