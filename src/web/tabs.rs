//! The row of tabs over a consultation's pages for those who preside; `components/tabs.html` shows it from a field `tabs`.

use actix_web::HttpRequest;

use super::{page::Page, request::signed_in, routes};
use crate::domain::{delegation::Role, ids::ConsultationId};

/// A tab: its path, its message, and the parts of the site that belong to it.
type Tab = (String, &'static str, &'static [&'static str]);

/// Which tabs a reader has.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tabs {
    consultation: String,
    entries: Vec<Tab>,
}

impl Tabs {
    /// The tabs for one who presides over a consultation: a chair's hold the set-up too, an analyst's do not.
    #[must_use]
    pub fn of(consultation: ConsultationId, role: Role) -> Self {
        let mut entries: Vec<Tab> = vec![
            (routes::board(consultation), "preparation-tab-board", &["board", "reading"]),
            (routes::report(consultation), "preparation-tab-report", &["report"]),
            (routes::consultation(consultation), "preparation-tab-note", &[""]),
        ];
        if role == Role::Chair {
            entries.extend::<[Tab; 4]>([
                (
                    routes::settings(consultation),
                    "preparation-tab-settings",
                    &["settings", "opening", "extension", "closure"],
                ),
                (routes::questions(consultation), "preparation-tab-questions", &["questions"]),
                (routes::participants(consultation), "preparation-tab-participants", &["participants"]),
                (routes::presidency(consultation), "preparation-tab-presidency", &["presidency"]),
            ]);
        }
        Self { consultation: routes::consultation(consultation), entries }
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

    /// The message of the tab that the page belongs to.
    #[must_use]
    pub fn current(&self, page: &Page) -> &'static str {
        self.entries(page).into_iter().find(|(.., current)| *current).map_or("preparation-tabs", |(_, key, _)| key)
    }

    /// Path, message, and whether the page belongs to it.
    #[must_use]
    pub fn entries(&self, page: &Page) -> Vec<(String, &'static str, bool)> {
        let path = page.path.split('?').next().unwrap_or_default();
        let part = path.strip_prefix(&self.consultation).map(|rest| {
            let rest = rest.trim_start_matches('/');
            rest.split('/').next().unwrap_or_default()
        });
        let is_current = |parts: &[&str]| part.is_some_and(|part| parts.contains(&part));
        self.entries.iter().map(|(tab, key, parts)| (tab.clone(), *key, is_current(parts))).collect()
    }
}
