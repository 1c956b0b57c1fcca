//! What a label's counter can be read as: digits, letters of three alphabets, Roman and Chinese numerals, ordinals.

use super::super::language::{ALL, digit, fold};
use super::{Kind, Style, ordinals};
pub(in crate::concept_note) use crate::domain::numerals::read_chinese as chinese;
use crate::domain::numerals::{ABJAD, LATIN, RUSSIAN, STEMS, letter, read_roman};

/// All that a counter can be read as, the likelier first.
pub(super) fn readings(counter: &str, mark: char) -> Vec<(Style, u32)> {
    let style = |kind| Style { kind, mark };
    if let Some(place) = digits(counter) {
        return vec![(style(Kind::Number), place)];
    }
    if let Some(place) = chinese(counter) {
        // Chinese numerals number headings as Roman ones do elsewhere, but entries in parentheses
        let heading = (style(Kind::UpperRoman), place);
        // an order of its own beside that of digits, whatever stands after it
        let number = (Style { kind: Kind::Number, mark: if mark == '(' { '（' } else { '、' } }, place);
        return if mark == '(' { vec![number] } else { vec![heading, number] };
    }
    let folded = fold(counter);
    if let Some(place) = ordinal(&folded) {
        return vec![(style(Kind::UpperRoman), place)];
    }
    if let Some(place) = letter(counter, STEMS) {
        // stems number headings
        return vec![(style(Kind::UpperLetter), place)];
    }
    let upper = counter.chars().all(char::is_uppercase);
    let mut readings = Vec::new();
    if let Some(place) = [LATIN, RUSSIAN, ABJAD].iter().find_map(|alphabet| letter(&folded, alphabet)) {
        readings.push((style(if upper { Kind::UpperLetter } else { Kind::LowerLetter }), place));
    }
    let lower = counter.chars().all(char::is_lowercase);
    if let Some(place) = read_roman(&folded).filter(|_| upper || lower) {
        readings.push((style(if upper { Kind::UpperRoman } else { Kind::LowerRoman }), place));
    }
    readings
}

/// The places that a word of a heading may count, each in its kind: "II", "2", "B", "two", "second".
pub(in crate::concept_note) fn counts(word: &str) -> Vec<(Kind, u32)> {
    let folded = fold(word);
    if let Some(place) = ordinals::in_letters(&folded).or_else(|| in_letters(&folded)) {
        return vec![(Kind::Ordinal, place)];
    }
    let low = |kind: Kind| matches!(kind, Kind::LowerLetter | Kind::LowerRoman);
    let read = if word.is_empty() { Vec::new() } else { readings(word, '.') };
    read.into_iter().map(|(style, place)| (style.kind, place)).filter(|(kind, _)| !low(*kind)).collect()
}

/// A number of at most three digits.
pub(super) fn digits(counter: &str) -> Option<u32> {
    let digits: String = counter.chars().map(|c| digit(c).unwrap_or(c)).collect();
    let few = digits.len() <= 3 && digits.bytes().all(|b| b.is_ascii_digit());
    few.then(|| digits.parse().ok()).flatten()
}

pub(super) fn in_letters(counter: &str) -> Option<u32> {
    ALL.iter().flat_map(|l| l.numbers).find(|(word, _)| *word == counter).map(|(_, place)| *place)
}

/// "First", "secondly" in letters, which number headings in Arabic.
pub(super) fn ordinal(folded: &str) -> Option<u32> {
    ALL.iter().flat_map(|l| l.ordinals).find(|(word, _)| *word == folded).map(|(_, place)| *place)
}
