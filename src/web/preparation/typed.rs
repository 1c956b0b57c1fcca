//! Dates, times and zones as forms send them.

#![allow(clippy::option_option, reason = "wrong; or else left empty, or a value")]

use chrono::{Datelike, NaiveDate, NaiveTime};
use chrono_tz::Tz;

use crate::{domain::line::Line, web::form::FormErrors};

/// What an optional field holds: nothing, or its value; none when it is wrong, with the error added.
pub(super) fn date(errors: &mut FormErrors, field: &str, typed: &str) -> Option<Option<NaiveDate>> {
    if typed.trim().is_empty() {
        return Some(None);
    }
    let date = NaiveDate::parse_from_str(typed.trim(), "%Y-%m-%d").ok();
    errors.require(field, date.filter(|date| (1900..=9999).contains(&date.year())).map(Some), "error-not-a-date")
}

/// The same for a time of day.
pub(super) fn time(errors: &mut FormErrors, field: &str, typed: &str) -> Option<Option<NaiveTime>> {
    let typed = typed.trim();
    if typed.is_empty() {
        return Some(None);
    }
    // browsers send seconds where the value had some
    let time = NaiveTime::parse_from_str(typed, "%H:%M").or_else(|_| NaiveTime::parse_from_str(typed, "%H:%M:%S"));
    errors.require(field, time.ok().map(Some), "error-not-a-time")
}

/// The same for a line of text.
pub(super) fn line<const MAX: usize>(errors: &mut FormErrors, field: &str, typed: &str) -> Option<Option<Line<MAX>>> {
    if typed.trim().is_empty() { Some(None) } else { errors.take(field, Line::parse(typed)).map(Some) }
}

/// The same for a time zone.
pub(super) fn zone(errors: &mut FormErrors, field: &str, typed: &str) -> Option<Option<Tz>> {
    if typed.is_empty() {
        return Some(None);
    }
    errors.require(field, typed.parse().ok().map(Some), "error-not-a-choice")
}
