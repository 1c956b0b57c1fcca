//! Time zones as sentences name them: by a phrase, by a city, by an abbreviation.

use std::sync::LazyLock;

use chrono_tz::{TZ_VARIANTS, Tz};
use regex::Regex;

use super::language::{ALL, find_phrase, has_phrase};

/// Cities of the time zone database as they are spoken of, with their zone; the longest name first.
static CITIES: LazyLock<Vec<(String, Tz)>> = LazyLock::new(|| {
    let city = |zone: &Tz| {
        let (area, city) = zone.name().split_once('/')?;
        let city = city.rsplit('/').next()?.replace('_', " ").to_lowercase();
        (area != "Etc" && city.len() >= 4).then_some((city, *zone))
    };
    let mut cities: Vec<(String, Tz)> = TZ_VARIANTS.iter().filter_map(city).collect();
    cities.sort_by_key(|(city, _)| std::cmp::Reverse(city.len()));
    cities
});

/// Abbreviations of zones, only right after an hour and in capitals.
static ABBREVIATIONS: LazyLock<Option<Regex>> =
    LazyLock::new(|| Regex::new(r"\b(?:(?P<ny>EST|EDT|ET)|(?P<utc>GMT|UTC)|(?P<ce>CET|CEST)|(?P<ea>EAT))\b").ok());

/// The zone that a folded sentence names in words: a known phrase, else "<city> time".
pub(super) fn named(folded: &str) -> Option<&'static str> {
    let phrase = ALL.iter().flat_map(|l| l.zones).find(|(phrase, _)| has_phrase(folded, phrase));
    phrase.map(|(_, zone)| *zone).or_else(|| by_city(folded))
}

fn by_city(folded: &str) -> Option<&'static str> {
    let before = |word: &&str| {
        let at = find_phrase(folded, word)?;
        let head = folded[..at].trim_end();
        CITIES.iter().find(|(city, _)| head.ends_with(city.as_str()) && has_phrase(head, city))
    };
    let after = |word: &&str| {
        let at = find_phrase(folded, word)? + word.len();
        let tail = folded[at..].trim_start();
        CITIES.iter().find(|(city, _)| tail.starts_with(city.as_str()) && find_phrase(tail, city) == Some(0))
    };
    let found = ALL.iter().find_map(|l| l.time_after_city.iter().find_map(before));
    let found = found.or_else(|| ALL.iter().find_map(|l| l.time_before_city.iter().find_map(after)));
    found.map(|(_, zone)| zone.name())
}

/// The zone that an abbreviation names.
pub(super) fn abbreviated(sentence: &str) -> Option<&'static str> {
    let found = ABBREVIATIONS.as_ref()?.captures(sentence)?;
    let zones = [("ny", "America/New_York"), ("utc", "Etc/UTC"), ("ce", "Europe/Zurich"), ("ea", "Africa/Nairobi")];
    zones.iter().find(|(group, _)| found.name(group).is_some()).map(|(_, zone)| *zone)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn zones_are_named_by_phrase_city_or_abbreviation() {
        for (sentence, zone) in [
            ("at 10 a.m. (geneva time)", Some("Europe/Zurich")),
            ("at 10 a.m., kampala time", Some("Africa/Kampala")),
            ("at 10 a.m., port-au-prince local time", Some("America/Port-au-Prince")),
            ("à 9 heures (heure d'abidjan)", Some("Africa/Abidjan")),
            ("a las 10 horas (hora de bogota)", Some("America/Bogota")),
            ("下午三时（曼谷时间）", Some("Asia/Bangkok")),
            ("at 10 a.m.", None),
            ("for the first time in kampala", None),
        ] {
            assert_eq!(named(sentence), zone, "{sentence}");
        }
        assert_eq!(abbreviated("at 10 a.m. EST"), Some("America/New_York"));
        assert_eq!(abbreviated("the best of times"), None);
    }
}
