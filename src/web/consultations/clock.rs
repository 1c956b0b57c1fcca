//! The deadline as pages show it: by the seat's clock, by the reader's, and how long that is.

use chrono::{DateTime, Utc};

use crate::{
    domain::consultation::{Consultation, Phase},
    locales::Locale,
};

/// Days before the deadline from which the clock warns.
const SOON: i64 = 3;

/// A deadline for `components/clock.html`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Clock {
    /// The class that colours it.
    pub class: &'static str,
    /// What the moment is.
    pub label: String,
    /// The moment by the seat's clock.
    pub seat: String,
    /// By the reader's clock, and the days left.
    pub more: Vec<String>,
}

/// The clock of a consultation; none while no deadline is set.
#[must_use]
pub fn clock(l: Locale, consultation: &Consultation, now: DateTime<Utc>) -> Option<Clock> {
    let end = consultation.window.end()?;
    let phase = consultation.window.phase(now);
    let left = end - now;
    let (class, label) = match phase {
        Phase::Closed => ("clock clock-past", "consultations-closed"),
        Phase::Open if left.num_days() < SOON => ("clock clock-soon", "consultations-due"),
        Phase::Open | Phase::Preparation => ("clock", "consultations-due"),
    };
    let (seat, reader) = l.deadline(end, consultation.seat);
    let days = (phase == Phase::Open).then(|| l.t("common-days-left").arg("days", left.num_days()).to_string());
    Some(Clock { class, label: l.t(label).to_string(), seat, more: reader.into_iter().chain(days).collect() })
}
