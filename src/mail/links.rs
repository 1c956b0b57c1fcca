//! Where the links in mails lead: only to the configured public address.

use crate::domain::ids::{ConsultationId, QuestionId, SubmissionId};

/// The paths that mails speak of: the site's own, which knows them and hands them in.
#[derive(Debug, Clone, Copy)]
pub struct Paths {
    /// The start.
    pub start: fn() -> String,
    /// Signing in.
    pub sign_in: fn() -> String,
    /// Asking for a link to choose a new password.
    pub forgotten_password: fn() -> String,
    /// A one-time link.
    pub link: fn(&str) -> String,
    /// A consultation.
    pub consultation: fn(ConsultationId) -> String,
    /// The presidency's board.
    pub board: fn(ConsultationId) -> String,
    /// One question's answers.
    pub reading: fn(ConsultationId, QuestionId) -> String,
    /// The report.
    pub report: fn(ConsultationId) -> String,
    /// A submission's receipt.
    pub submission: fn(SubmissionId) -> String,
}

/// Whole addresses of pages.
#[derive(Debug, Clone)]
pub struct Links {
    base: String,
    /// The paths.
    pub paths: Paths,
}

impl Links {
    /// Links below `base`: the public address, or on loopback `http://<listen address>`.
    #[must_use]
    pub fn new(base: &str, paths: Paths) -> Self {
        Self { base: base.trim_end_matches('/').to_owned(), paths }
    }

    /// The address of a path.
    #[must_use]
    pub fn to(&self, path: &str) -> String {
        format!("{}{path}", self.base)
    }
}
