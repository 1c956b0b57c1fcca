//! The seat that a meeting is held at, by whose clock its hour is told where no zone is named.

use super::language::{ALL, is_wide};
use super::markers;
use super::places;
use super::sentences::Sentence;

/// The seat's zone where no place is told: Headquarters.
const HEADQUARTERS: &str = "America/New_York";

/// The zones of Headquarters, the offices and the regional commissions of the United Nations.
const SEATS: &[&str] = &[
    HEADQUARTERS,
    "Europe/Zurich",
    "Europe/Vienna",
    "Africa/Nairobi",
    "Africa/Addis_Ababa",
    "Asia/Bangkok",
    "Asia/Beirut",
    "America/Santiago",
];

/// The zone of the seat that the meeting is held at: as the sentences in these blocks name it, which say its hour and its
/// day, else as a line of facts does.
pub(super) fn of(sentences: &[Sentence<'_>], blocks: [usize; 2]) -> &'static str {
    let told = blocks.into_iter().flat_map(|block| sentences.iter().filter(move |told| told.block == block));
    let facts = sentences.iter().filter(|sentence| markers::is_fact(&sentence.text));
    told.chain(facts).find_map(|sentence| named(&sentence.text)).unwrap_or(HEADQUARTERS)
}

/// The zone of the first seat that a text says something is held at: "in Geneva", "Palais des Nations, Geneva".
fn named(text: &str) -> Option<&'static str> {
    let text = places::plain(text);
    places::within(&text, SEATS).filter(|(at, _)| stands_at(&text[..*at])).min().map(|(_, zone)| zone)
}

/// Whether a place may stand behind a text: behind a mark that sets it apart, or a word that says where.
fn stands_at(before: &str) -> bool {
    let before = before.trim_end();
    let word = |word: &str| {
        let rest = before.strip_suffix(word);
        rest.is_some_and(|rest| word.ends_with(is_wide) || !rest.ends_with(char::is_alphanumeric))
    };
    before.ends_with([',', '،', '，', '(', '（', ':', '：'])
        || ALL.iter().flat_map(|language| language.calendar.in_city).any(|city| word(city))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_seat_is_named_where_something_is_held() {
        for (text, zone) in [
            ("The debate will be held at 3 p.m. in Geneva.", "Europe/Zurich"),
            ("Venue: Palais des Nations, Geneva", "Europe/Zurich"),
            ("La réunion se tiendra à Genève, à 10 heures", "Europe/Zurich"),
            ("La reunión se celebrará en Viena a las 10.00 horas", "Europe/Vienna"),
            ("Заседание состоится в Женеве в 10 часов", "Europe/Zurich"),
            ("会议将于上午10时在日内瓦万国宫举行", "Europe/Zurich"),
            ("تعقد الجلسة في جنيف في الساعة 10", "Europe/Zurich"),
            ("The meeting (Nairobi, 9 June 2026)", "Africa/Nairobi"),
            ("in New York and, by video, in Geneva", "America/New_York"),
        ] {
            assert_eq!(named(text), Some(zone), "{text}");
        }
        for text in ["on the Geneva Conventions", "the Vienna Declaration", "in Paris", "at 10 a.m."] {
            assert_eq!(named(text), None, "{text}");
        }
    }
}
