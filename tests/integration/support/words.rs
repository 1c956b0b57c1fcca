//! Words in every table that holds words, for tests of who may read them.

use rapporteur::domain::ids::SubmissionId;

use super::{
    app::now,
    fixture::{Fixture, Persona},
};

/// The tables that hold what delegations and the presidency write, or say which delegation writes.
pub const TABLES: [&str; 6] =
    ["responses", "revisions", "submissions", "submitted_answers", "summary_revisions", "reports"];

/// Gives Costa Rica a draft and a submission, and the consultation a summary and a report. Each text holds "Illustrative".
pub async fn write(fixture: &Fixture) -> SubmissionId {
    let id = SubmissionId::new();
    let author = fixture.account(Persona::FocalPoint).await;
    for statement in [
        "insert into revisions (id, response_id, consultation_id, participant_code, question_id, number, text, language, words,
           author_id, created_at) values (gen_random_uuid(), $2, $3, 'CRI', $4, 1, 'Illustrative draft.', 'en', 2, $5, $6)",
        "insert into submissions (id, response_id, consultation_id, participant_code, number, reference, content, sha256,
           signatory_name, signatory_title, submitted_by, submitted_at, chain_position)
         values ($1, $2, $3, 'CRI', 1, 'RP-TEST-0001', '{}', sha256('x'), 'A signatory', 'Permanent Representative', $5, $6, 1)",
        "insert into submitted_answers (submission_id, consultation_id, participant_code, question_id, text, language, words)
         values ($1, $3, 'CRI', $4, 'Illustrative answer.', 'en', 2)",
        "insert into summary_revisions (id, consultation_id, question_id, number, text, language, author_id, created_at)
         values (gen_random_uuid(), $3, $4, 1, 'Illustrative summary.', 'en', $5, $6)",
        "insert into reports (id, consultation_id, number, content, sha256, issued_by, issued_at)
         values (gen_random_uuid(), $3, 1, 'Illustrative report.', sha256('x'), $5, $6)",
    ] {
        // each statement names all six values, so that one list of them serves
        let values = "with v as (select $1::uuid, $2::uuid, $3::uuid, $4::uuid, $5::uuid, $6::timestamptz)";
        sqlx::query(sqlx::AssertSqlSafe(format!("{values} {statement}")))
            .bind(id.uuid())
            .bind(fixture.response.uuid())
            .bind(fixture.consultation.uuid())
            .bind(fixture.questions[0].uuid())
            .bind(author.uuid())
            .bind(now())
            .execute(&fixture.app.superuser)
            .await
            .unwrap();
    }
    id
}
