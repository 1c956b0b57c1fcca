//! What a note is called, and what a line says of it besides: its theme, its version, who wrote it.

use crate::concept_note::language::{ALL, Language, fold, has_phrase, is_wide};

/// Most words, or Chinese characters, of what a note's name says it holds besides.
const MOST_JOINED: usize = 6;

/// Most words, or Chinese characters, that say who wrote a note.
const MOST_WRITERS: usize = 12;

/// A text without what it says of its version in parentheses at its end: "Concept note (as of 3 May 2031)".
pub(in crate::concept_note) fn without_version(text: &str) -> &str {
    let plain = without_aside(text);
    if text[plain.len()..].contains(char::is_numeric) { plain } else { text }
}

/// A text without what stands in parentheses at its end.
fn without_aside(text: &str) -> &str {
    let aside = text.strip_suffix([')', '）']).and_then(|text| text.rsplit_once(['(', '（']));
    aside.map_or(text, |(name, _)| name.trim_end())
}

/// Whether a text names a concept note, and whether it says nothing more.
pub(in crate::concept_note) fn note_name(text: &str) -> Option<bool> {
    let text = text.trim().trim_end_matches([':', '.', '*']).trim_matches(['*', '=', '~', '_', '-', ' ']);
    let folded = fold(text);
    let name = ALL.iter().flat_map(|l| l.note_names).find(|name| has_phrase(&folded, name))?;
    let plain = fold(without_aside(text));
    Some(plain.len() <= name.len() + 4 && has_phrase(&plain, name))
}

/// Whether a text names a note without saying what it is about: "Concept note", also "and programme", or who wrote it.
pub(in crate::concept_note) fn is_bare_name(text: &str) -> bool {
    note_name(text) == Some(true) || is_byline(text) || behind_name(text, |l| l.joining, MOST_JOINED)
}

/// Whether a text names a note and says but who wrote it: "Concept note prepared by the secretariat".
pub(in crate::concept_note) fn is_byline(text: &str) -> bool {
    behind_name(text, |language| language.bylines, MOST_WRITERS) || {
        let folded = fold(text.trim());
        let mut writers = ALL.iter().flat_map(|language| language.writers);
        writers.any(|writer| folded.strip_prefix(writer).is_some_and(|name| note_name(name) == Some(true)))
    }
}

/// Whether a line says but who wrote a note: "Prepared by the secretariat".
pub(in crate::concept_note) fn names_writer(text: &str) -> bool {
    let folded = fold(text.trim_start());
    ALL.iter().flat_map(|language| language.bylines).any(|word| folded.starts_with(word))
}

/// Whether one of these words stands behind what a note is called, with a few words more.
fn behind_name(text: &str, words: fn(&Language) -> &'static [&'static str], most: usize) -> bool {
    let folded = fold(text.trim());
    let Some(rest) = begun_with(text).and_then(|name| folded.strip_prefix(name)).map(str::trim_start) else {
        return false;
    };
    let few = rest.split_whitespace().count() <= most && rest.chars().filter(|c| is_wide(*c)).count() <= most;
    few && !rest.contains([':', '：'])
        && ALL.iter().flat_map(|language| words(language)).any(|word| rest.starts_with(word))
}

/// Whether a line names a meeting.
pub(in crate::concept_note) fn names_meeting(text: &str) -> bool {
    let folded = fold(text);
    ALL.iter().flat_map(|language| language.calendar.meetings).any(|word| has_phrase(&folded, word))
}

/// Whether a text begins with what a concept note is called.
pub(in crate::concept_note) fn begins_with_note_name(text: &str) -> bool {
    begun_with(text).is_some()
}

/// What a note is called in a text that begins so.
pub(in crate::concept_note) fn begun_with(text: &str) -> Option<&'static str> {
    let folded = fold(text.trim_start());
    ALL.iter().flat_map(|l| l.note_names).copied().find(|name| folded.starts_with(name))
}

/// Whether a text ends with what a concept note is called, and says more.
pub(in crate::concept_note) fn ends_with_note_name(text: &str) -> bool {
    let folded = fold(text.trim_end_matches([')', '）', '*', ' ']));
    let last = |name: &&str| {
        folded.strip_suffix(name).is_some_and(|rest| !rest.ends_with(|c: char| c.is_alphanumeric() && !is_wide(c)))
    };
    ALL.iter().flat_map(|l| l.note_names).any(last)
}
