//! Times by the clock of a place.

use chrono::{DateTime, LocalResult, NaiveDateTime, TimeDelta, TimeZone, Utc};
use chrono_tz::Tz;

/// The longest stretch that a zone's clock ever skipped: a whole day, at the date line.
const LONGEST_GAP_MINUTES: i64 = 25 * 60;

/// The instant at which the clock of `zone` shows `local`.
///
/// A time that the clock shows twice (it is put back) means its first showing; one that it skips (it is put forward) means
/// the next that it does show. None where the calendar of instants ends.
#[must_use]
pub fn instant(local: NaiveDateTime, zone: Tz) -> Option<DateTime<Utc>> {
    for minutes in 0..=LONGEST_GAP_MINUTES {
        let shown = local.checked_add_signed(TimeDelta::minutes(minutes))?;
        match zone.from_local_datetime(&shown) {
            LocalResult::Single(instant) | LocalResult::Ambiguous(instant, _) => return Some(instant.to_utc()),
            LocalResult::None => {}
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn daylight_saving_leaves_no_doubt() {
        for (local, zone, utc) in [
            ("2026-12-11T18:00:00", Tz::America__New_York, "2026-12-11T23:00:00Z"),
            // put back at 02:00: 01:30 comes twice
            ("2026-11-01T01:30:00", Tz::America__New_York, "2026-11-01T05:30:00Z"),
            // put forward at 02:00: 02:30 never comes, 03:00 does
            ("2026-03-08T02:30:00", Tz::America__New_York, "2026-03-08T07:00:00Z"),
            // the whole day was left out
            ("2011-12-30T12:00:00", Tz::Pacific__Apia, "2011-12-30T10:00:00Z"),
        ] {
            let instant = instant(local.parse().unwrap(), zone).unwrap();
            assert_eq!(instant, utc.parse::<DateTime<Utc>>().unwrap(), "{local} {zone}");
        }
        assert_eq!(super::instant(NaiveDateTime::MAX, Tz::America__New_York), None);
    }
}
