//! Names of the places that clocks are named after, in six languages: the cities of the time zone database as CLDR names
//! them, and the capitals and seats that have no zone of their own.

use std::cmp::Reverse;
use std::sync::LazyLock;

use chrono_tz::{TZ_VARIANTS, Tz};
use icu_datetime::{DateTimeFormatterPreferences, NoCalendarFormatter, fieldsets::zone::ExemplarCity};
use icu_locale_core::Locale;
use icu_time::zone::iana::IanaParserExtended;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use super::language::{ALL, fold, is_wide};
use super::languages::cities::{CITIES, SPELLINGS};

/// Shortest name of the database that is no other word, in letters.
const SHORTEST: usize = 4;

/// A city by one of its names.
struct Place {
    /// Folded, without accents and without an article.
    name: String,
    zone: &'static str,
}

/// All of them, the longest name first.
static PLACES: LazyLock<Vec<Place>> = LazyLock::new(|| {
    let listed = CITIES.iter().flat_map(|(zone, names)| names.map(|name| (*zone, name.to_owned())));
    let spellings = SPELLINGS.iter().map(|(zone, name)| (*zone, (*name).to_owned()));
    let all = listed.chain(spellings).chain(named()).chain(known());
    let mut places: Vec<Place> = all.map(|(zone, name)| Place { name: without_article(plain(&name)), zone }).collect();
    places.retain(|place| !place.name.is_empty());
    // stable: of two with one name, what is listed first
    places.sort_by_key(|place| Reverse(place.name.len()));
    places
});

/// The zones in use, by the names that CLDR gives their cities.
fn named() -> impl Iterator<Item = (&'static str, String)> {
    let canonical = IanaParserExtended::new();
    let zones: Vec<_> = canonical
        .iter()
        .filter(|zone| zone.canonical.contains('/') && !zone.canonical.starts_with("Etc/"))
        .filter_map(|zone| Some((zone.canonical.parse::<Tz>().ok()?.name(), zone.time_zone)))
        .collect();
    ALL.iter().flat_map(move |language| {
        let locale: Option<Locale> = language.code.parse().ok();
        let preferences = locale.map(|locale| DateTimeFormatterPreferences::from(&locale));
        let cities = preferences.and_then(|preferences| NoCalendarFormatter::try_new(preferences, ExemplarCity).ok());
        let name = |(zone, id): &(&'static str, icu_time::zone::TimeZone)| {
            Some((*zone, cities.as_ref()?.format(&id.without_offset()).to_string()))
        };
        zones.iter().filter_map(name).collect::<Vec<_>>()
    })
}

/// All zones, by the names that the database itself has.
fn known() -> impl Iterator<Item = (&'static str, String)> {
    TZ_VARIANTS.iter().filter_map(|zone| {
        let (area, city) = zone.name().split_once('/')?;
        let city = city.rsplit('/').next()?.replace('_', " ");
        (area != "Etc" && city.len() >= SHORTEST).then_some((zone.name(), city))
    })
}

/// Folded, and without accents, which a name in a foreign text loses; the Russian short i stays a letter of its own.
pub(super) fn plain(text: &str) -> String {
    fold(text).nfd().filter(|c| !is_combining_mark(*c) || *c == '\u{306}').nfc().collect()
}

/// "Le Caire" is "heure du Caire".
fn without_article(name: String) -> String {
    let article = ["le ", "el "].iter().find_map(|article| name.strip_prefix(article));
    article.map(str::to_owned).unwrap_or(name)
}

/// The zone of the city that a text of [`plain`] ends with.
pub(super) fn last(text: &str) -> Option<&'static str> {
    let text = text.trim_end();
    let ends = |place: &&Place| {
        text.rmatch_indices(stem(&place.name)).next().is_some_and(|(at, stem)| {
            let alone = !text[..at].ends_with(char::is_alphabetic) || stem.starts_with(is_wide);
            alone && is_form(&place.name, &text[at..])
        })
    };
    PLACES.iter().find(ends).map(|place| place.zone)
}

/// The zone of the city that a text of [`plain`] begins with.
pub(super) fn first(text: &str) -> Option<&'static str> {
    let text = text.trim_start();
    let begins = |place: &&Place| {
        let Some(rest) = text.strip_prefix(stem(&place.name)) else {
            return false;
        };
        let word = rest.find(|c: char| !(c.is_alphabetic() || c == '-')).unwrap_or(rest.len());
        is_form(&place.name, &text[..text.len() - rest.len() + word])
    };
    PLACES.iter().find(begins).map(|place| place.zone)
}

/// Where a text of [`plain`] names a city of one of these zones, in any order.
pub(super) fn within<'a>(text: &'a str, zones: &'a [&str]) -> impl Iterator<Item = (usize, &'static str)> + 'a {
    let begins = move |place: &'static Place| {
        // without blanks between words, the next may follow
        let wide = place.name.ends_with(is_wide);
        let named = move |at: &usize| wide || first(&text[*at..]) == Some(place.zone);
        text.match_indices(stem(&place.name)).map(|(at, _)| at).filter(named).map(|at| (at, place.zone))
    };
    PLACES.iter().filter(|place| zones.contains(&place.zone)).flat_map(begins)
}

/// What all forms of a name begin with: in Russian the last vowel changes.
fn stem(name: &str) -> &str {
    let stem = name.strip_suffix(|c| "аеиоуыьйэюя".contains(c)).unwrap_or(name);
    // what is left of the shortest names begins too many words
    if stem.chars().count() + 1 >= SHORTEST { stem } else { name }
}

/// Whether a text is a name, in Russian in any case or as the adjective: "Женевы", "женевское".
fn is_form(name: &str, text: &str) -> bool {
    let Some(ending) = text.strip_prefix(stem(name)) else {
        return false;
    };
    let cyrillic = name.ends_with(|c| matches!(c, '\u{400}'..='\u{4ff}'));
    let long = || stem(name).chars().count() >= SHORTEST;
    let case = || {
        ending.is_empty() && stem(name) == name
            || ["а", "у", "е", "ы", "и", "я", "ю"].contains(&ending)
            || long() && ["ом", "ем", "ой", "ей"].contains(&ending)
    };
    let adjective = || {
        let joint = ["", "ь", "й", "ий", "ей", "ин", "ан", "ен"];
        let own = name.ends_with("ск") && is_adjective(ending);
        own || joint
            .iter()
            .any(|joint| ending.strip_prefix(joint).and_then(|rest| rest.strip_prefix("ск")).is_some_and(is_adjective))
    };
    text == name || cyrillic && (case() || adjective())
}

fn is_adjective(ending: &str) -> bool {
    ["ое", "ого", "ому", "им", "ом", "ий", "ая", "ой"].contains(&ending)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_city_is_known_in_any_of_its_forms() {
        for (zone, forms) in [
            ("America/New_York", ["new york", "nueva york", "нью-йорка", "нью-йоркское", "纽约", "نيويورك"]),
            ("Europe/Zurich", ["geneva", "genève", "женевы", "женевскому", "日内瓦", "جنيف"]),
            ("Africa/Kampala", ["kampala", "kampala", "кампалы", "кампальское", "坎帕拉", "كمبالا"]),
            ("Asia/Dubai", ["dubai", "doubaï", "дубая", "дубайское", "迪拜", "دبي"]),
            ("America/Toronto", ["montreal", "montréal", "монреаля", "монреальское", "蒙特利尔", "مونتريال"]),
            ("America/Costa_Rica", ["san josé", "san jose", "сан-хосе", "сан-хосейское", "圣何塞", "سان خوسيه"]),
            ("Asia/Tokyo", ["tokyo", "tokio", "токио", "токийское", "东京", "طوكيو"]),
            ("Europe/Moscow", ["moscow", "moscou", "москвы", "московское", "莫斯科", "موسكو"]),
            ("Africa/Cairo", ["cairo", "caire", "каира", "каирское", "开罗", "القاهرة"]),
        ] {
            for form in forms {
                let form = plain(form);
                assert_eq!((first(&form), last(&form)), (Some(zone), Some(zone)), "{form}");
            }
        }
        for word in ["местное", "малой", "сан", "peace", "начала", "时"] {
            assert_eq!((first(word), last(word)), (None, None), "{word}");
        }
    }

    #[test]
    fn every_zone_of_the_list_is_one() {
        for zone in CITIES.iter().map(|(zone, _)| *zone).chain(SPELLINGS.iter().map(|(zone, _)| *zone)) {
            assert!(zone.parse::<Tz>().is_ok(), "{zone}");
        }
    }
}
