//! Whether a note says one hour for the day of its meeting.

use chrono::{DateTime, NaiveDate, NaiveTime, TimeZone, Utc};
use chrono_tz::Tz;

use super::Said;

/// Whether what is said of a day elsewhere begins at another hour than those of the sentence that tells it. An hour without
/// its day is that of the day said last, where its sentence speaks of a meeting or follows that day's; one without a zone is told by the `seat`'s.
pub(super) fn differ(said: &[Said], day: NaiveDate, telling: &Said, seat: &str) -> bool {
    let known: Vec<_> =
        telling.hours_of(day).filter_map(|hour| instant(day, hour, telling.zone.unwrap_or(seat))).collect();
    let (mut last, mut follows) = (None, false);
    said.iter().any(|said| {
        let dated = !said.dates.is_empty();
        if dated {
            last = Some(said.dates.contains(&day));
        }
        let of_day = last.unwrap_or(true) && (dated || said.held || follows);
        follows = dated;
        // an hour in a zone of its own may be the same
        let hour = said.hours_of(day).next().filter(|_| of_day);
        let begins = hour.and_then(|hour| instant(day, hour, said.zone.or(telling.zone).unwrap_or(seat)));
        begins.is_some_and(|begins| !known.contains(&begins))
    })
}

/// The moment of an hour of a day in a zone.
fn instant(day: NaiveDate, hour: NaiveTime, zone: &str) -> Option<DateTime<Utc>> {
    let zone: Tz = zone.parse().ok()?;
    Some(zone.from_local_datetime(&day.and_time(hour)).earliest()?.with_timezone(&Utc))
}
