//! The form of an hour in a language, as a regular expression with a group for each of its parts.

use super::super::calendar::Hours;
use super::super::language::Language;

/// Minutes in Chinese numerals.
const LETTERS: &str = "[二三四五]?十[一二三四五六七八九]?";

/// What introduces an hour, a part of the day, the number, its minutes, a later hour, a part of the day.
pub(super) fn form(language: &Language) -> String {
    let Hours { after, sure, spans, unit, clock, mark, minutes, behind, ahead, coming, until, .. } =
        language.calendar.hours;
    let Hours { morning, afternoon, .. } = language.calendar.hours;
    let [after, sure, spans, unit, clock, minutes] = [after, sure, spans, unit, clock, minutes].map(some);
    let first = |part| some(if language.calendar.hours.part_first { part } else { "" });
    let last = |part| some(if language.calendar.hours.part_first { "" } else { part });
    let [behind, ahead] = [behind, ahead].map(|parts| any(parts.iter().map(|(part, _)| *part)));
    let words = any(language.numbers.iter().chain(coming).map(|(word, _)| *word));
    [
        format!(r"(?:(?P<sure>{sure})|(?P<after>{after})|(?P<spans>{spans}))?\s*"),
        format!(r"(?:(?P<early>{})|(?P<late>{}))?\s*", first(morning), first(afternoon)),
        format!(r"(?:(?P<ahead>{ahead})\s*)?"),
        format!(r"(?:(?-u:\b)(?P<h>\d{{1,2}})|(?P<word>{words}))"),
        // behind a mark, behind the unit, or right behind the hour: 1500 hours
        format!(r"(?:\s*(?P<mark>{mark})\s*(?:(?P<m>\d\d?)|(?P<mword>{LETTERS})|(?P<mbehind>{behind}))"),
        format!(r"|\s*(?P<unit>(?P<clock>{clock})|{unit})(?:\s*(?:(?P<um>\d\d?)|(?P<umword>{LETTERS})))?"),
        format!(r"|(?P<rm>\d\d)\s*(?P<runit>{unit}))?"),
        format!(r"(?:\s*(?P<minutes>{minutes}))?(?:\s*(?P<behind>{behind}))?"),
        format!(r"(?:\s*(?P<last>{unit}))?"),
        format!(r"(?:\s*(?:-|–|—|(?P<until>{until}))\s*(?:(?:{sure}|{after})\s*)?(?P<end>\d{{1,2}})"),
        format!(r"(?:\s*(?:{mark}|{unit})\s*(?P<em>\d\d))?(?:\s*(?P<endunit>{unit}))?)?"),
        format!(r"(?:[\s,]*(?:(?P<am>{})|(?P<pm>{})))?", last(morning), last(afternoon)),
    ]
    .concat()
}

/// A pattern, or one that matches nothing.
fn some(pattern: &'static str) -> &'static str {
    if pattern.is_empty() { NOTHING } else { pattern }
}

/// What matches nowhere.
const NOTHING: &str = r"[^\s\S]";

/// Words as alternatives of a pattern, the longest first.
fn any(words: impl Iterator<Item = &'static str>) -> String {
    let mut words: Vec<&str> = words.collect();
    words.sort_by_key(|word| std::cmp::Reverse(word.len()));
    if words.is_empty() { NOTHING.to_owned() } else { words.join("|") }
}
