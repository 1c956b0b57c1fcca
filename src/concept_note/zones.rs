//! Time zones as sentences name them: by a phrase, by a city, by an abbreviation.

use std::sync::LazyLock;

use chrono::NaiveTime;
use chrono_tz::Tz;
use regex::{Captures, Regex};

use super::dates::At;
use super::language::{ALL, Language, find_phrases, has_phrase, is_wide};
use super::places;

/// Longest name of a city and what joins it to "time", in bytes.
const NEAR: usize = 120;

/// Longest name of a zone and what stands around it right behind an hour, in characters.
const RIGHT_BEHIND: usize = 60;

/// Most words of a zone's name.
const WORDS: usize = 6;

/// Abbreviations of zones, only in capitals; those that several zones share are not among them.
const ABBREVIATED: &[(&str, &str)] = &[
    ("EST|EDT|ET|HNE|HAE", "America/New_York"),
    ("PST|PDT|PT", "America/Los_Angeles"),
    ("CET|CEST|HEC|HAEC", "Europe/Zurich"),
    ("EET|EEST", "Europe/Helsinki"),
    ("WET|WEST", "Europe/Lisbon"),
    ("BST", "Europe/London"),
    ("MSK|МСК", "Europe/Moscow"),
    ("EAT", "Africa/Nairobi"),
    ("WAT", "Africa/Lagos"),
    ("CAT", "Africa/Maputo"),
    ("SAST", "Africa/Johannesburg"),
    ("JST", "Asia/Tokyo"),
    ("KST", "Asia/Seoul"),
    ("SGT", "Asia/Singapore"),
    ("HKT", "Asia/Hong_Kong"),
    ("PKT", "Asia/Karachi"),
    ("NPT", "Asia/Kathmandu"),
    ("AEST|AEDT", "Australia/Sydney"),
    ("NZST|NZDT", "Pacific/Auckland"),
];

/// Each of them with its zone; universal time with what is added to it.
static ABBREVIATIONS: LazyLock<Vec<(Option<&'static str>, Regex)>> = LazyLock::new(|| {
    let offset = r"(?:\s?(?P<sign>[+＋−–－-])\s?(?P<hours>\d{1,2})(?:[:.]?(?P<minutes>\d{2}))?)?";
    let universal = format!(r"(?:\b(?:GMT|UTC)|\d{{2}}:\d{{2}}Z\b){offset}");
    let listed = ABBREVIATED.iter().map(|(names, zone)| (Some(*zone), format!(r"\b(?:{names})\b")));
    let all = listed.chain([(None, universal)]);
    all.filter_map(|(zone, pattern)| Some((zone, Regex::new(&pattern).ok()?))).collect()
});

/// What may be the abbreviation of a zone, right behind an hour.
static ABBREVIATION: LazyLock<Option<Regex>> =
    LazyLock::new(|| Regex::new(r"(?:\d|[apAP]\.?\s?[mM]\b\.?|[hч]\.?)\s*[(（]?(?:[A-Z]{1,4}T|GMT|UTC)\b").ok());

/// The zone of an hour, by what its sentence says right behind it, else in capitals, else anywhere; where a further hour
/// is told in another zone, that one's is not meant.
pub(super) fn of(text: &str, folded: &str, hour: &At<NaiveTime>, next: Option<&At<NaiveTime>>) -> Option<&'static str> {
    let end = next.map_or(folded.len(), |next| next.at.max(hour.end));
    let behind = folded.get(hour.end..end)?;
    let other = next.is_some_and(|next| folded[hour.end..next.at.max(hour.end)].contains(['(', '（', '/']));
    let own = if other { folded.get(..end)? } else { folded };
    right_before(&folded[..hour.at])
        .or_else(|| right_behind(behind))
        .or_else(|| abbreviated(text))
        .or_else(|| named(own))
}

/// Whether a zone that is not known is named right behind an hour: "(local time)", "XYT".
pub(super) fn is_unread(text: &str, folded: &str, hour: &At<NaiveTime>) -> bool {
    let name = folded.get(hour.end..).map(name).unwrap_or_default();
    let words = |list: fn(&Language) -> &'static [&'static str]| ALL.iter().flat_map(move |language| list(language));
    let told = words(|language| language.calendar.time_after_city).any(|word| name.ends_with(word))
        || words(|language| language.calendar.time_before_city).any(|word| name.starts_with(word));
    told || ABBREVIATION.as_ref().is_some_and(|form| form.is_match(text))
}

/// The zone whose name an hour follows: "北京时间22时".
fn right_before(before: &str) -> Option<&'static str> {
    let words =
        ALL.iter().flat_map(|language| language.calendar.time_after_city).filter(|word| word.starts_with(is_wide));
    let name = before.trim_end();
    words.filter_map(|word| name.strip_suffix(word)).find_map(|city| places::last(&places::plain(tail(city))))
}

/// The zone that is named right behind an hour: in words, or by a city alone in parentheses or before a slash.
fn right_behind(behind: &str) -> Option<&'static str> {
    let name = name(behind);
    let opens = behind.trim_start().starts_with(['(', '（']);
    if opens && !behind.contains([')', '）']) {
        // of the further hour in the parentheses
        return None;
    }
    let closed = opens || behind.trim_end().ends_with('/');
    let city = || {
        let plain = places::plain(name.trim_end_matches(['/', ' ']));
        places::first(&plain).filter(|zone| closed && places::last(&plain) == Some(zone))
    };
    named(name).or_else(city)
}

/// What may be a zone's name right behind an hour: the words up to the next mark.
fn name(behind: &str) -> &str {
    let text = behind.trim_start_matches([' ', '\u{a0}', '(', '（', ',', '،', '，', '.']);
    let end = text.find([',', '،', '，', ';', ')', '）', '/']).unwrap_or(text.len());
    let name = text[..end].trim_end_matches(['.', '。', ' ']);
    let is_short = name.split_whitespace().count() <= WORDS && name.chars().count() <= RIGHT_BEHIND;
    // a further hour
    if is_short && !name.starts_with(char::is_numeric) { name } else { "" }
}

/// The zone that a folded sentence names in words: a known phrase, else "<city> time".
fn named(folded: &str) -> Option<&'static str> {
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

/// The zone that the first abbreviation names.
fn abbreviated(sentence: &str) -> Option<&'static str> {
    let found = ABBREVIATIONS.iter().filter_map(|(zone, form)| Some((*zone, form.captures(sentence)?)));
    let (zone, found) = found.min_by_key(|(_, found)| found.get(0).map(|whole| whole.start()))?;
    zone.or_else(|| offset(&found))
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

    #[test]
    fn the_zone_of_the_first_hour_is_told_beside_it() {
        for (text, zone, is_unread) in [
            ("at 10 a.m. New York / 4 p.m. Geneva", Some("America/New_York"), false),
            ("at 10 a.m. (New York) or 4 p.m. (Geneva)", Some("America/New_York"), false),
            ("at 10 a.m. (4 p.m. Geneva time)", None, false),
            ("at 10 a.m. EST, or 4 p.m. Geneva time", Some("America/New_York"), false),
            ("at 4 p.m. Geneva time (10 a.m. EST)", Some("Europe/Zurich"), false),
            ("from 10 a.m. to 1 p.m. (Geneva time)", Some("Europe/Zurich"), false),
            ("at 10 a.m. (local time, Addis Ababa)", Some("Africa/Addis_Ababa"), false),
            ("at 12.30 p.m. local time in Nairobi", Some("Africa/Nairobi"), false),
            ("at 12.30 p.m. local time in the conference room", None, true),
            ("à 10 heures (heure locale à Genève)", Some("Europe/Zurich"), false),
            ("a las 10.00 horas, hora local en Bogotá", Some("America/Bogota"), false),
            ("в 10 часов по местному времени в Женеве", Some("Europe/Zurich"), false),
            ("北京时间22时（纽约时间上午10时）", Some("Asia/Shanghai"), false),
            ("at 10 a.m. in Vienna", None, false),
            ("at 10 a.m. Central European Summer Time", Some("Europe/Zurich"), false),
            ("at 10 a.m. CEST", Some("Europe/Zurich"), false),
            ("at 10 a.m. BST", Some("Europe/London"), false),
            ("at 10 a.m. (JST)", Some("Asia/Tokyo"), false),
            ("at 10 a.m. IST", None, true),
            ("at 10 a.m. CST", None, true),
            ("at 10 a.m. (UTC+5:30)", None, true),
            ("at 10:00Z", Some("Etc/UTC"), false),
            ("at 10 a.m. Atlantis time", None, true),
            ("at 10 a.m., at which time it begins", None, false),
            ("à 10 heures (heure de Paris)", Some("Europe/Paris"), false),
            ("à 10 heures et 15 heures", None, false),
            ("à 10 heures (heure d’été d’Europe centrale)", Some("Europe/Zurich"), false),
            ("à 10 heures (heure locale)", None, true),
            ("a las 10.00 horas (hora de verano de Europa Central)", Some("Europe/Zurich"), false),
            ("a las 10.00 horas (hora de la Atlántida)", None, true),
            ("в 10 часов по центральноевропейскому летнему времени", Some("Europe/Zurich"), false),
            ("в 10 часов (МСК)", Some("Europe/Moscow"), false),
            ("в 10 часов по местному времени", None, true),
            ("上午10时（欧洲中部夏令时间）", Some("Europe/Zurich"), false),
            ("上午10时（当地时间）", None, true),
            ("الساعة 10:00 بتوقيت وسط أوروبا الصيفي", Some("Europe/Zurich"), false),
            ("الساعة 10:00 (بالتوقيت المحلي)", None, true),
        ] {
            let (hours, folded) = (super::super::times::find(text), super::super::language::fold(text));
            let found = of(text, &folded, &hours[0], hours.get(1));
            assert_eq!(found, zone, "{text}");
            assert_eq!(found.is_none() && super::is_unread(text, &folded, &hours[0]), is_unread, "{text}");
        }
    }
}
