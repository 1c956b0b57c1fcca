//! Time zones by the places they are named after, as people know them: "New York", not `America/New_York`.

use std::collections::BTreeMap;

use chrono_tz::Tz;
use icu_datetime::{NoCalendarFormatter, fieldsets::zone::ExemplarCity};
use icu_time::zone::{IanaParser, TimeZone, iana::IanaParserExtended};

use super::Locale;

impl Locale {
    /// The place that a time zone is named after, in the reader's language: "New York", "Le Caire".
    #[must_use]
    pub fn zone_name(&self, zone: Tz) -> String {
        self.cities().map_or_else(|| last_part(zone), |cities| name(&cities, zone))
    }

    /// The zones to choose from, one for each clock that people live by, in the alphabetical order of their places; `chosen` is
    /// among them even where it is an old name. Two of one name carry their IANA names too.
    #[must_use]
    pub fn zones(&self, chosen: Option<Tz>) -> Vec<(Tz, String)> {
        let cities = self.cities();
        let canonical = IanaParserExtended::new();
        let places = canonical.iter().map(|zone| zone.canonical).filter(|name| is_place(name));
        let mut zones: Vec<Tz> = places.filter_map(|name| name.parse().ok()).collect();
        zones.extend(chosen.filter(|chosen| !zones.contains(chosen)));
        let mut named: Vec<_> = zones
            .into_iter()
            .map(|zone| (zone, cities.as_ref().map_or_else(|| last_part(zone), |cities| name(cities, zone))))
            .collect();
        let mut count: BTreeMap<String, usize> = BTreeMap::new();
        for (_, name) in &named {
            *count.entry(name.clone()).or_default() += 1;
        }
        for (zone, name) in named.iter_mut().filter(|(_, name)| count.get(name).is_some_and(|count| *count > 1)) {
            *name = format!("{name} ({})", zone.name());
        }
        self.sort_by_name(&mut named, |(_, name)| name);
        named
    }

    fn cities(self) -> Option<NoCalendarFormatter<ExemplarCity>> {
        NoCalendarFormatter::try_new(self.preferences(), ExemplarCity).ok()
    }
}

/// Whether a zone is named after a place: "UTC" and fixed offsets are not.
fn is_place(name: &str) -> bool {
    name.contains('/') && !name.starts_with("Etc/")
}

fn name(cities: &NoCalendarFormatter<ExemplarCity>, zone: Tz) -> String {
    let id = IanaParser::new().parse(zone.name());
    if let Some((sign, hours)) = zone.name().strip_prefix("Etc/GMT").and_then(|offset| offset.split_at_checked(1)) {
        // their names have the opposite sign (tz database, file `etcetera`)
        return match (sign, hours) {
            (_, "" | "0") => "UTC".to_owned(),
            ("-", hours) => format!("UTC+{hours}"),
            (_, hours) => format!("UTC−{hours}"),
        };
    }
    if id == TimeZone::UNKNOWN || !is_place(zone.name()) {
        return last_part(zone);
    }
    cities.format(&id.without_offset()).to_string()
}

fn last_part(zone: Tz) -> String {
    let name = zone.name();
    name.rsplit('/').next().unwrap_or(name).replace('_', " ")
}
