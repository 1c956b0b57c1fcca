//! The only module with SQL: one file a table family, free functions on `&mut PgConnection`.
//!
//! Nothing here begins or commits. To add a table: a migration, a file here, and its policies if it holds words of a delegation.
//! Annotate every column of an outer join (`"name!"` or `"name?"`): sqlx infers their nullability wrongly at times.

pub mod accounts;
pub mod audit;
pub mod consultations;
pub mod digests;
pub mod installation;
pub mod limits;
pub mod mails;
pub mod memberships;
pub mod one_time_links;
pub mod participants;
pub mod questions;
pub mod reports;
pub mod responses;
pub mod restored;
pub mod revisions;
pub mod seeding;
pub mod sessions;
pub mod submissions;
pub mod submitted_answers;
pub mod summaries;
pub mod verification;

/// A row that breaks a rule the program relies on.
#[derive(Debug, thiserror::Error)]
#[error("inconsistent row: {table}.{column} of {id}")]
pub struct Inconsistency {
    /// The table.
    pub table: &'static str,
    /// The column.
    pub column: &'static str,
    /// The row.
    pub id: String,
}

impl From<Inconsistency> for sqlx::Error {
    fn from(error: Inconsistency) -> Self {
        Self::Decode(Box::new(error))
    }
}

/// The value that `parse` makes of a stored text, or the inconsistency.
pub(crate) fn parsed<T>(
    value: Option<T>,
    table: &'static str,
    column: &'static str,
    id: impl std::fmt::Display,
) -> Result<T, Inconsistency> {
    value.ok_or_else(|| Inconsistency { table, column, id: id.to_string() })
}
