//! Dates and times, in the language's own words (ICU), with the place whose clock is meant.

use chrono::{DateTime, Datelike, NaiveDate, Utc};
use chrono_tz::Tz;
use icu_calendar::{Date, Gregorian};
use icu_datetime::fieldsets::{YMD, zone};
use icu_datetime::{DateTimeFormatterPreferences, FixedCalendarDateTimeFormatter, NoCalendarFormatter};
use icu_time::zone::{IanaParser, TimeZone};

use super::{Locale, order};

impl Locale {
    /// A day, written out: "3 December 2020".
    #[must_use]
    pub fn date(&self, day: NaiveDate) -> String {
        self.long_date(day).unwrap_or_else(|| day.format("%Y-%m-%d").to_string())
    }

    /// The day and the time of an instant in a zone, which is not named: "11 December 2026, 18:00".
    /// The clock has 24 hours in every language: a deadline at "12:00" must not need a second look.
    #[must_use]
    pub fn day_and_time(&self, instant: DateTime<Utc>, zone: Tz) -> String {
        let local = instant.with_timezone(&zone).naive_local();
        // each language joins them in its own way; ICU's "at" reads badly before a place
        self.plain("common-day-and-time")
            .arg("day", self.date(local.date()))
            .arg("time", local.format("%H:%M").to_string())
            .to_string()
    }

    /// The same with the place whose clock is meant: "11 December 2026, 18:00 New York".
    #[must_use]
    pub fn moment(&self, instant: DateTime<Utc>, zone: Tz) -> String {
        self.plain("common-moment")
            .arg("time", self.day_and_time(instant, zone))
            .arg("place", self.zone_name(zone))
            .to_string()
    }

    /// A deadline by the clock of the seat, and by the reader's own clock where that shows another time.
    #[must_use]
    pub fn deadline(&self, instant: DateTime<Utc>, seat: Tz) -> (String, Option<String>) {
        let at_seat = instant.with_timezone(&seat).naive_local();
        let own = instant.with_timezone(&self.time_zone).naive_local();
        (self.moment(instant, seat), (own != at_seat).then(|| self.moment(instant, self.time_zone)))
    }

    /// The place that a time zone is named after, in the reader's language: "New York", "Le Caire".
    #[must_use]
    pub fn zone_name(&self, zone: Tz) -> String {
        self.exemplar_city(zone).unwrap_or_else(|| {
            let name = zone.name();
            name.rsplit('/').next().unwrap_or(name).replace('_', " ")
        })
    }

    fn exemplar_city(self, zone: Tz) -> Option<String> {
        let id = IanaParser::new().parse(zone.name());
        // "UTC" and fixed offsets have no city
        if id == TimeZone::UNKNOWN || !zone.name().contains('/') || zone.name().starts_with("Etc/") {
            return None;
        }
        let formatter = NoCalendarFormatter::try_new(self.preferences(), zone::ExemplarCity).ok()?;
        Some(formatter.format(&id.without_offset()).to_string())
    }

    fn long_date(self, day: NaiveDate) -> Option<String> {
        let formatter: FixedCalendarDateTimeFormatter<Gregorian, _> =
            FixedCalendarDateTimeFormatter::try_new(self.preferences(), YMD::long()).ok()?;
        Some(formatter.format(&gregorian(day)?).to_string())
    }

    fn preferences(self) -> DateTimeFormatterPreferences {
        DateTimeFormatterPreferences::from(&order::icu(self.language))
    }
}

fn gregorian(day: NaiveDate) -> Option<Date<Gregorian>> {
    let month = u8::try_from(day.month()).ok()?;
    let date = u8::try_from(day.day()).ok()?;
    Date::try_new_gregorian(day.year(), month, date).ok()
}
