//! The row of tabs over a consultation's pages for those who preside; `components/tabs.html` shows it from a field `tabs`.

use actix_web::HttpRequest;

use super::{page::Page, request::signed_in, routes};
use crate::domain::{delegation::Role, ids::ConsultationId};

/// Which tabs a reader has.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tabs {
    entries: Vec<(String, &'static str)>,
}

impl Tabs {
    /// The tabs for one who presides over a consultation: a chair's hold the set-up too, an analyst's do not.
    #[must_use]
    pub fn of(consultation: ConsultationId, role: Role) -> Self {
        let mut entries = vec![
            (routes::board(consultation), "preparation-tab-board"),
            (routes::report(consultation), "preparation-tab-report"),
            (routes::consultation(consultation), "preparation-tab-note"),
        ];
        if role == Role::Chair {
            entries.extend([
                (routes::settings(consultation), "preparation-tab-settings"),
                (routes::questions(consultation), "preparation-tab-questions"),
                (routes::participants(consultation), "preparation-tab-participants"),
                (routes::presidency(consultation), "preparation-tab-presidency"),
            ]);
        }
        Self { entries }
    }

    /// The same, with the role that the request's visitor has there.
    #[must_use]
    pub fn of_visitor(request: &HttpRequest, consultation: ConsultationId) -> Self {
        let chairs = signed_in(request).is_some_and(|visit| {
            let mut memberships = visit.visitor.memberships.iter();
            memberships.any(|m| m.consultation == Some(consultation) && m.role == Role::Chair)
        });
        Self::of(consultation, if chairs { Role::Chair } else { Role::Analyst })
    }

    /// Path, message, and whether the page is there or below (a note's own tab is not above the others).
    #[must_use]
    pub fn entries(&self, page: &Page) -> Vec<(String, &'static str, bool)> {
        let path = page.path.split('?').next().unwrap_or_default();
        let best = self
            .entries
            .iter()
            .map(|(tab, _)| tab)
            .filter(|tab| path.strip_prefix(tab.as_str()).is_some_and(|rest| rest.is_empty() || rest.starts_with('/')))
            .max_by_key(|tab| tab.len());
        self.entries.iter().map(|(tab, key)| (tab.clone(), *key, best == Some(tab))).collect()
    }
}
