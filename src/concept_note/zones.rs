//! Time zones as sentences name them: by a phrase, by a city, by an abbreviation.

use std::sync::LazyLock;

use chrono_tz::Tz;
use regex::{Captures, Regex};

use super::language::{ALL, Language, find_phrases, has_phrase};
use super::places;

/// Longest name of a city and what joins it to "time", in bytes.
const NEAR: usize = 120;

/// Abbreviations of zones, only right after an hour and in capitals; universal time with what is added to it.
static ABBREVIATIONS: LazyLock<Option<Regex>> = LazyLock::new(|| {
    let offset = r"(?:\s?(?P<sign>[+＋−–－-])\s?(?P<hours>\d{1,2})(?:[:.]?(?P<minutes>\d{2}))?)?";
    Regex::new(&format!(r"\b(?:(?P<ny>EST|EDT|ET)|(?P<utc>GMT|UTC){offset}|(?P<ce>CET|CEST)|(?P<ea>EAT))\b")).ok()
});

/// The zone that a folded sentence names in words: a known phrase, else "<city> time".
pub(super) fn named(folded: &str) -> Option<&'static str> {
    let phrase = ALL.iter().flat_map(|l| l.calendar.zones).find(|(phrase, _)| has_phrase(folded, phrase));
    phrase.map(|(_, zone)| *zone).or_else(|| by_city(folded))
}

fn by_city(folded: &str) -> Option<&'static str> {
    let text = places::plain(folded);
    let text = text.as_str();
    let words = |list: fn(&Language) -> &'static [&'static str]| ALL.iter().flat_map(move |language| list(language));
    // "time" may name the fact before it names the zone
    let before = |word: &&'static str| find_phrases(text, word).find_map(|at| places::last(tail(&text[..at])));
    let after =
        |word: &&'static str| find_phrases(text, word).find_map(|at| places::first(head(&text[at + word.len()..])));
    let found = words(|language| language.calendar.time_after_city).find_map(before);
    found.or_else(|| words(|language| language.calendar.time_before_city).find_map(after))
}

fn head(text: &str) -> &str {
    &text[..(0..=text.len().min(NEAR)).rev().find(|at| text.is_char_boundary(*at)).unwrap_or_default()]
}

fn tail(text: &str) -> &str {
    &text[(text.len().saturating_sub(NEAR)..text.len()).find(|at| text.is_char_boundary(*at)).unwrap_or(text.len())..]
}

/// The zone that an abbreviation names.
pub(super) fn abbreviated(sentence: &str) -> Option<&'static str> {
    let found = ABBREVIATIONS.as_ref()?.captures(sentence)?;
    let zones = [("ny", "America/New_York"), ("ce", "Europe/Zurich"), ("ea", "Africa/Nairobi")];
    let named = zones.iter().find(|(group, _)| found.name(group).is_some()).map(|(_, zone)| *zone);
    named.or_else(|| offset(&found))
}

/// The zone so many hours from universal time. The database's names of such zones have the opposite sign, and none has
/// minutes (tz database, file `etcetera`).
fn offset(found: &Captures) -> Option<&'static str> {
    let Some(hours) = found.name("hours") else {
        return Some("Etc/UTC");
    };
    let hours: u32 = hours.as_str().parse().ok()?;
    let minutes: u32 = found.name("minutes").map_or(Some(0), |minutes| minutes.as_str().parse().ok())?;
    let sign = if matches!(found.name("sign")?.as_str(), "+" | "＋") { '-' } else { '+' };
    match (hours, minutes) {
        (0, 0) => Some("Etc/UTC"),
        (_, 0) => format!("Etc/GMT{sign}{hours}").parse::<Tz>().ok().map(Tz::name),
        _ => None,
    }
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
            ("时间：下午3时至5时（内罗毕时间）", Some("Africa/Nairobi")),
            ("a las 2 de la tarde (hora de san josé)", Some("America/Costa_Rica")),
            ("a las 16.00 horas (hora de panamá)", Some("America/Panama")),
            ("a las 10 horas (hora de la paz)", Some("America/La_Paz")),
            ("a las 10 horas (hora de el cairo)", Some("Africa/Cairo")),
            ("à 10 heures (heure du caire)", Some("Africa/Cairo")),
            ("à 10 heures (heure de yaoundé)", Some("Africa/Douala")),
            ("à 10 heures (heure de la haye)", Some("Europe/Amsterdam")),
            ("at 10 a.m. (the hague time)", Some("Europe/Amsterdam")),
            ("в 10 часов по времени найроби", Some("Africa/Nairobi")),
            ("в 10 часов по времени каира", Some("Africa/Cairo")),
            ("в 10 часов (найробийское время)", Some("Africa/Nairobi")),
            ("в 10 часов по московскому времени", Some("Europe/Moscow")),
            ("в 10 часов по парижскому времени", Some("Europe/Paris")),
            ("в 10 часов (венское время)", Some("Europe/Vienna")),
            ("в 10 часов по времени вены", Some("Europe/Vienna")),
            ("в 10 часов по бакинскому времени", Some("Asia/Baku")),
            ("الساعه 11 بتوقيت القاهرة", Some("Africa/Cairo")),
            ("الساعه 11 بتوقيت نيروبي", Some("Africa/Nairobi")),
            ("в 10 часов по местному времени", None),
            ("во время проведения", None),
            ("время малой группы", None),
            ("a las 10 horas, hora de paz", None),
            ("в первое время в минске", None),
            ("at 10 a.m.", None),
            ("for the first time in kampala", None),
        ] {
            assert_eq!(named(sentence), zone, "{sentence}");
        }
        assert_eq!(abbreviated("at 10 a.m. EST"), Some("America/New_York"));
        assert_eq!(abbreviated("the best of times"), None);
    }

    #[test]
    fn what_is_added_to_universal_time_is_part_of_the_zone() {
        for (sentence, zone) in [
            ("at 10 a.m. (UTC)", Some("Etc/UTC")),
            ("at 10 a.m. (UTC+3)", Some("Etc/GMT-3")),
            ("at 10 a.m. GMT +1", Some("Etc/GMT-1")),
            ("at 10 a.m. (UTC-5)", Some("Etc/GMT+5")),
            ("at 10 a.m. (UTC−05:00)", Some("Etc/GMT+5")),
            ("下午3时（UTC＋8）", Some("Etc/GMT-8")),
            ("at 10 a.m. (UTC+0)", Some("Etc/UTC")),
            ("at 10 a.m. (UTC+5:30)", None),
            ("at 10 a.m. (UTC+25)", None),
        ] {
            assert_eq!(abbreviated(sentence), zone, "{sentence}");
        }
    }
}
