//! Guiding questions and whom they are addressed to.

use sqlx::PgConnection;

use crate::domain::{
    consultation::Question,
    ids::{ConsultationId, QuestionId},
    participant::ParticipantCode,
};

/// A consultation's questions in the note's order.
pub async fn of_consultation(
    connection: &mut PgConnection,
    consultation: ConsultationId,
) -> Result<Vec<Question>, sqlx::Error> {
    sqlx::query_as!(
        Question,
        r#"select id as "id: _", position, label, text,
             array(select a.participant_code from question_addressees a where a.question_id = q.id order by 1)
               as "addressees!: Vec<ParticipantCode>"
           from questions q where consultation_id = $1 order by position"#,
        consultation as ConsultationId
    )
    .fetch_all(connection)
    .await
}

/// Adds a question.
pub async fn insert(
    connection: &mut PgConnection,
    consultation: ConsultationId,
    question: &Question,
) -> Result<(), sqlx::Error> {
    sqlx::query!(
        "insert into questions (id, consultation_id, position, label, text) values ($1, $2, $3, $4, $5)",
        question.id as QuestionId,
        consultation as ConsultationId,
        question.position,
        question.label,
        question.text
    )
    .execute(&mut *connection)
    .await?;
    set_addressees(connection, question.id, &question.addressees).await
}

/// Says to whom a question is addressed; nobody means everybody.
pub async fn set_addressees(
    connection: &mut PgConnection,
    question: QuestionId,
    addressees: &[ParticipantCode],
) -> Result<(), sqlx::Error> {
    sqlx::query!("delete from question_addressees where question_id = $1", question as QuestionId)
        .execute(&mut *connection)
        .await?;
    let codes: Vec<String> = addressees.iter().map(ToString::to_string).collect();
    sqlx::query!(
        "insert into question_addressees (question_id, participant_code) select $1, unnest($2::text[])",
        question as QuestionId,
        &codes
    )
    .execute(connection)
    .await?;
    Ok(())
}
