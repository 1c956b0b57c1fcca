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

/// Rewords and reorders questions that are there already, in one statement, so that places can be exchanged.
pub async fn update_all(
    connection: &mut PgConnection,
    consultation: ConsultationId,
    questions: &[&Question],
) -> Result<(), sqlx::Error> {
    let ids: Vec<_> = questions.iter().map(|question| question.id.uuid()).collect();
    let positions: Vec<_> = questions.iter().map(|question| question.position).collect();
    let labels: Vec<_> = questions.iter().map(|question| question.label.clone()).collect();
    let texts: Vec<_> = questions.iter().map(|question| question.text.clone()).collect();
    sqlx::query!(
        "update questions q set position = v.position, label = v.label, text = v.text
         from unnest($2::uuid[], $3::integer[], $4::text[], $5::text[]) as v (id, position, label, text)
         where q.id = v.id and q.consultation_id = $1",
        consultation as ConsultationId,
        &ids,
        &positions,
        &labels,
        &texts
    )
    .execute(&mut *connection)
    .await?;
    for question in questions {
        set_addressees(connection, question.id, &question.addressees).await?;
    }
    Ok(())
}

/// Removes the questions that are not among `kept`; only before the opening, when nothing hangs on them.
pub async fn delete_others(
    connection: &mut PgConnection,
    consultation: ConsultationId,
    kept: &[QuestionId],
) -> Result<(), sqlx::Error> {
    let kept: Vec<_> = kept.iter().map(|id| id.uuid()).collect();
    sqlx::query!(
        "delete from questions where consultation_id = $1 and id <> all ($2)",
        consultation as ConsultationId,
        &kept
    )
    .execute(connection)
    .await?;
    Ok(())
}
