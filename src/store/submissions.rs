//! Submissions: responses frozen and handed over. Append-only.

use sqlx::PgConnection;

use crate::domain::{access::SubmissionSubject, ids::SubmissionId};

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
