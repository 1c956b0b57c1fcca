//! Dates and times, in the language's own words (ICU), with the place whose clock is meant.

use chrono::{DateTime, Datelike, NaiveDate, Utc};
use chrono_tz::Tz;
use icu_calendar::{Date, Gregorian};
use icu_datetime::fieldsets::YMD;
use icu_datetime::{DateTimeFormatterPreferences, FixedCalendarDateTimeFormatter};

use super::{Locale, order};
use crate::domain::language::Language;

/// A space at which no line ends.
const NO_BREAK: &str = "\u{a0}";

impl Locale {
    /// A day, written out: "3 December 2020". No line ends between the day and the month.
    #[must_use]
    pub fn date(&self, day: NaiveDate) -> String {
        let Some(written) = self.long_date(day) else { return day.format("%Y-%m-%d").to_string() };
        // "3 de diciembre de 2020"
        let gaps = if self.language == Language::Es { 2 } else { 1 };
        written.replacen(' ', NO_BREAK, gaps)
    }

    /// The day and the time of an instant in a zone, which is not named: "11 December 2026, 18:00".
    /// The clock has 24 hours in every language: a deadline at "12:00" must not need a second look.
    #[must_use]
    pub fn day_and_time(&self, instant: DateTime<Utc>, zone: Tz) -> String {
        self.joined(instant, zone, "%H:%M")
    }

    /// The same with the place whose clock is meant: "11 December 2026, 18:00 New York". The time keeps its place on its line.
    #[must_use]
    pub fn moment(&self, instant: DateTime<Utc>, zone: Tz) -> String {
        self.placed(&self.day_and_time(instant, zone), zone)
    }

    /// The same with its seconds, as a receipt needs it.
    #[must_use]
    pub fn moment_to_the_second(&self, instant: DateTime<Utc>, zone: Tz) -> String {
        self.placed(&self.joined(instant, zone, "%H:%M:%S"), zone)
    }

    fn joined(self, instant: DateTime<Utc>, zone: Tz, clock: &str) -> String {
        let local = instant.with_timezone(&zone).naive_local();
        // each language joins them in its own way; ICU's "at" reads badly before a place
        self.plain("common-day-and-time")
            .arg("day", self.date(local.date()))
            .arg("time", local.format(clock).to_string())
            .to_string()
    }

    fn placed(self, time: &str, zone: Tz) -> String {
        let place = self.zone_name(zone).replace(' ', NO_BREAK);
        self.plain("common-moment").arg("time", time).arg("place", place).to_string()
    }

    /// A deadline by the clock of the seat, and by the reader's own clock where that shows another time.
    #[must_use]
    pub fn deadline(&self, instant: DateTime<Utc>, seat: Tz) -> (String, Option<String>) {
        let at_seat = instant.with_timezone(&seat).naive_local();
        let own = instant.with_timezone(&self.time_zone).naive_local();
        (self.moment(instant, seat), (own != at_seat).then(|| self.moment(instant, self.time_zone)))
    }

    fn long_date(self, day: NaiveDate) -> Option<String> {
        let formatter: FixedCalendarDateTimeFormatter<Gregorian, _> =
            FixedCalendarDateTimeFormatter::try_new(self.preferences(), YMD::long()).ok()?;
        Some(formatter.format(&gregorian(day)?).to_string())
    }

    pub(super) fn preferences(self) -> DateTimeFormatterPreferences {
        DateTimeFormatterPreferences::from(&order::icu(self.language))
    }
}

fn gregorian(day: NaiveDate) -> Option<Date<Gregorian>> {
    let month = u8::try_from(day.month()).ok()?;
    let date = u8::try_from(day.day()).ok()?;
    Date::try_new_gregorian(day.year(), month, date).ok()
}
