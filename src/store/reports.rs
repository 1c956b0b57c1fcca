//! Reports as issued. Append-only.

use chrono::{DateTime, Utc};
use sqlx::PgConnection;

use crate::domain::ids::{AccountId, ConsultationId, ReportId};

/// A report as issued.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IssuedReport {
    /// Which.
    pub id: ReportId,
    /// Its number within the consultation, from 1.
    pub number: i32,
    /// Its canonical content.
    pub content: String,
    /// SHA-256 of the content.
    pub sha256: Vec<u8>,
    /// Who issued it.
    pub issued_by: AccountId,
    /// When.
    pub issued_at: DateTime<Utc>,
}

/// The report of a consultation, if it has been issued.
pub async fn latest(
    connection: &mut PgConnection,
    consultation: ConsultationId,
) -> Result<Option<IssuedReport>, sqlx::Error> {
    sqlx::query_as!(
        IssuedReport,
        r#"select id as "id: _", number, content, sha256, issued_by as "issued_by: _", issued_at
           from reports where consultation_id = $1 order by number desc limit 1"#,
        consultation as ConsultationId
    )
    .fetch_optional(connection)
    .await
}

/// When the report was issued, without its content; none before.
pub async fn issued_at(
    connection: &mut PgConnection,
    consultation: ConsultationId,
) -> Result<Option<DateTime<Utc>>, sqlx::Error> {
    sqlx::query_scalar!(
        "select issued_at from reports where consultation_id = $1 order by number desc limit 1",
        consultation as ConsultationId
    )
    .fetch_optional(connection)
    .await
}

/// Keeps a report as issued.
pub async fn insert(
    connection: &mut PgConnection,
    consultation: ConsultationId,
    report: &IssuedReport,
) -> Result<(), sqlx::Error> {
    sqlx::query!(
        "insert into reports (id, consultation_id, number, content, sha256, issued_by, issued_at)
         values ($1, $2, $3, $4, $5, $6, $7)",
        report.id as ReportId,
        consultation as ConsultationId,
        report.number,
        report.content,
        report.sha256,
        report.issued_by as AccountId,
        report.issued_at
    )
    .execute(connection)
    .await?;
    Ok(())
}
