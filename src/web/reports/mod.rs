//! The report, and its issuing.

mod document;
mod issue;

use std::collections::BTreeMap;

use super::{
    error::Error,
    routes::{self, Routes},
};
use crate::{
    domain::{participant::Kind, report::figures::Part},
    locales::Locale,
    services::reports::{IssueReportError, ReportError},
};

/// Registers this feature's routes.
pub fn routes(routes: &mut Routes<'_>) {
    routes
        .get(routes::REPORT, document::show)
        .get(routes::REPORT_ISSUE, issue::show)
        .post(routes::REPORT_ISSUE, issue::create);
}

/// The name of a row of figures, with the names of the groups by their codes.
pub(super) fn part_name(l: &Locale, part: &Part, groups: &BTreeMap<String, String>) -> String {
    match part {
        Part::Group(code) => groups.get(code).cloned().unwrap_or_else(|| code.clone()),
        Part::Kind(Kind::MemberState) => l.t("reports-in-no-group").to_string(),
        Part::Kind(Kind::ObserverState) => l.t("kind-observer-state.plural").to_string(),
        Part::Kind(Kind::RegionalOrganization) => l.t("kind-regional-organization.plural").to_string(),
        Part::Kind(Kind::OtherEntity) => l.t("kind-other-entity.plural").to_string(),
    }
}

/// Groups by name in the reader's alphabet, then those in no group, by kind.
pub(super) fn sort_parts<T>(l: &Locale, rows: &mut [T], key: impl Fn(&T) -> (&str, &Part)) {
    rows.sort_by(|one, other| match (key(one), key(other)) {
        ((one, Part::Group(_)), (other, Part::Group(_))) => l.compare(one, other),
        ((_, one), (_, other)) => one.cmp(other),
    });
}

impl From<ReportError> for Error {
    fn from(error: ReportError) -> Self {
        match error {
            ReportError::NotFound => Self::NotFound,
            ReportError::Database(error) => error.into(),
            ReportError::Interrupted(error) => error.into(),
            error @ (ReportError::Stray(_) | ReportError::Content(_)) => Self::internal(error),
        }
    }
}

impl From<IssueReportError> for Error {
    fn from(error: IssueReportError) -> Self {
        match error {
            IssueReportError::Report(error) => error.into(),
            // shown as a page of their own
            error @ (IssueReportError::NotClosed | IssueReportError::Issued) => Self::internal(error),
        }
    }
}
