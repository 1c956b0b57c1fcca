//! Time zones as sentences name them: by a phrase, by a city, by an abbreviation.

use std::sync::LazyLock;

use chrono_tz::TZ_VARIANTS;
use regex::Regex;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use super::language::{ALL, Language, find_phrase, has_phrase, is_wide};
use super::languages::cities;

/// Most letters that a case adds to a city's name.
const ENDING: usize = 5;

/// Cities with their zone, the longest name first: those of our list, then those of the time zone database.
static CITIES: LazyLock<Vec<(String, &str)>> = LazyLock::new(|| {
    let listed = cities::CITIES.iter().flat_map(|(zone, names)| names.map(|name| (plain(name), *zone)));
    let known = TZ_VARIANTS.iter().filter_map(|zone| {
        let (area, city) = zone.name().split_once('/')?;
        let city = city.rsplit('/').next()?.replace('_', " ").to_lowercase();
        (area != "Etc" && city.len() >= 4).then_some((city, zone.name()))
    });
    let mut cities: Vec<_> = listed.chain(known).collect();
    cities.sort_by_key(|(city, _)| std::cmp::Reverse(city.len()));
    cities
});

/// Without accents, which a name in a foreign text loses.
fn plain(text: &str) -> String {
    text.nfd().filter(|c| !is_combining_mark(*c)).collect()
}

/// Abbreviations of zones, only right after an hour and in capitals.
static ABBREVIATIONS: LazyLock<Option<Regex>> =
    LazyLock::new(|| Regex::new(r"\b(?:(?P<ny>EST|EDT|ET)|(?P<utc>GMT|UTC)|(?P<ce>CET|CEST)|(?P<ea>EAT))\b").ok());

/// The zone that a folded sentence names in words: a known phrase, else "<city> time".
pub(super) fn named(folded: &str) -> Option<&'static str> {
    let phrase = ALL.iter().flat_map(|l| l.zones).find(|(phrase, _)| has_phrase(folded, phrase));
    phrase.map(|(_, zone)| *zone).or_else(|| by_city(folded))
}

fn by_city(folded: &str) -> Option<&'static str> {
    let text = plain(folded);
    let words = |list: fn(&Language) -> &'static [&'static str]| ALL.iter().flat_map(move |language| list(language));
    let before = |word: &&str| city_before(&text[..find_phrase(&text, word)?]);
    let after = |word: &&str| city_after(&text[find_phrase(&text, word)? + word.len()..]);
    let found = words(|language| language.time_after_city).find_map(before);
    found.or_else(|| words(|language| language.time_before_city).find_map(after))
}

/// The zone of the city that a text ends with.
fn city_before(text: &str) -> Option<&'static str> {
    let ends = |city: &str| {
        let at = text.rfind(city)?;
        let alone = !text[..at].ends_with(char::is_alphabetic) || city.starts_with(is_wide);
        Some(alone && is_ending(text[at + city.len()..].trim_end()))
    };
    CITIES.iter().find(|(city, _)| ends(city) == Some(true)).map(|(_, zone)| *zone)
}

/// The zone of the city that a text begins with.
fn city_after(text: &str) -> Option<&'static str> {
    let begins = |city: &str| {
        // a noun in any case, of which the list has the adjective
        let rest = text.trim_start().strip_prefix(city.strip_suffix("ск").unwrap_or(city))?;
        Some(is_ending(rest.split(|c: char| !c.is_alphabetic()).next().unwrap_or_default()))
    };
    CITIES.iter().find(|(city, _)| begins(city) == Some(true)).map(|(_, zone)| *zone)
}

/// Whether letters after a city's name are but its case: "минское", "женевскому".
fn is_ending(rest: &str) -> bool {
    rest.chars().count() <= ENDING && rest.chars().all(|c| matches!(c, '\u{400}'..='\u{4ff}'))
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
            ("a las 2 de la tarde (hora de san josé)", Some("America/Costa_Rica")),
            ("a las 10 horas (hora de bogotá)", Some("America/Bogota")),
            ("a las 10 horas (hora local de la ciudad de méxico)", Some("America/Mexico_City")),
            ("в 11 часов (минское время)", Some("Europe/Minsk")),
            ("в 10 часов по женевскому времени", Some("Europe/Zurich")),
            ("в 10 часов (время нью-йоркское)", Some("America/New_York")),
            ("в 10 часов по времени нью-йорка", Some("America/New_York")),
            ("الساعه 12 بتوقيت الرياض", Some("Asia/Riyadh")),
            ("下午三时（曼谷时间）", Some("Asia/Bangkok")),
            ("下午3时（日内瓦当地时间）", Some("Europe/Zurich")),
            ("в первое время в минске", None),
            ("at 10 a.m.", None),
            ("for the first time in kampala", None),
        ] {
            assert_eq!(named(sentence), zone, "{sentence}");
        }
        assert_eq!(abbreviated("at 10 a.m. EST"), Some("America/New_York"));
        assert_eq!(abbreviated("the best of times"), None);
    }
}
