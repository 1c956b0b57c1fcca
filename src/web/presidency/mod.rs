//! The presidency reads: the board, the answers a question, the summary.

mod board;
mod reading;
mod summary;

use actix_web::HttpRequest;

use super::{
    consultations::question::cut_short,
    error::Error,
    request::signed_in,
    routes::{self, Routes},
};
use crate::{
    domain::{consultation::Phase, delegation::Role, ids::ConsultationId},
    locales::Locale,
    services::{review::Presided, summaries::SaveSummaryError},
};

/// Registers this feature's routes.
pub fn routes(routes: &mut Routes<'_>) {
    routes.get(routes::BOARD, board::show).get(routes::READING, reading::show).post(routes::READING, summary::save);
}

/// Whether the visitor is the consultation's chair, who has pages that an analyst has not.
pub(super) fn conducts(request: &HttpRequest, consultation: ConsultationId) -> bool {
    signed_in(request).is_some_and(|visit| {
        let mut memberships = visit.visitor.memberships.iter();
        memberships.any(|m| m.consultation == Some(consultation) && m.role == Role::Chair)
    })
}

/// A consultation's state as a tag: message and class.
fn phase_tag(presided: &Presided) -> (&'static str, &'static str) {
    match presided.phase {
        _ if presided.issued_at.is_some() => ("consultations-phase-reported", "tag tag-done"),
        Phase::Preparation => ("presidency-phase-preparation", "tag"),
        Phase::Open => ("presidency-phase-open", "tag tag-open"),
        Phase::Closed => ("presidency-phase-closed", "tag tag-shut"),
    }
}

/// The deadline as the clock shows it.
struct Clock {
    class: &'static str,
    label: &'static str,
    at_seat: String,
    own: Option<String>,
    left: Option<String>,
}

impl Clock {
    /// None while no deadline is set.
    fn of(l: &Locale, presided: &Presided) -> Option<Self> {
        let (at_seat, own) = l.deadline(presided.consultation.window.end()?, presided.consultation.seat);
        let open = presided.phase == Phase::Open;
        Some(Self {
            class: match (presided.phase, presided.days_left) {
                (Phase::Closed, _) => "clock clock-past",
                (Phase::Open, ..=3) => "clock clock-soon",
                _ => "clock",
            },
            label: if presided.phase == Phase::Closed { "presidency-were-due" } else { "presidency-are-due" },
            at_seat,
            own,
            left: open.then(|| l.t("common-days-left").arg("days", presided.days_left).to_string()),
        })
    }
}

/// The first words of a question, enough to recognise it by.
pub(super) fn shortened(text: &str) -> String {
    const CHARACTERS: usize = 90;
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if line.chars().count() <= CHARACTERS {
        return line;
    }
    let cut: String = line.chars().take(CHARACTERS).collect();
    // Chinese has no spaces to cut at
    let cut = cut.rsplit_once(' ').map_or(cut.as_str(), |(whole, _)| whole);
    cut_short(cut)
}

impl From<SaveSummaryError> for Error {
    fn from(error: SaveSummaryError) -> Self {
        match error {
            SaveSummaryError::NoSuchQuestion => Self::NotFound,
            SaveSummaryError::Database(error) => error.into(),
            SaveSummaryError::Interrupted(error) => error.into(),
            // shown as a page of its own
            error @ SaveSummaryError::Conflict(_) => Self::internal(error),
        }
    }
}
