//! What a label's counter can be read as: digits, letters of three alphabets, Roman and Chinese numerals, ordinals.

use super::super::language::{ALL, digit, fold};
use super::{Kind, Style};

pub(super) const LATIN: &str = "abcdefghijklmnopqrstuvwxyz";
const CYRILLIC: &str = "абвгдежзиклмнопрстуфхцчшщэюя";
const ARABIC: &str = "ابجدهوزحطيكلمنسعفصقرشتثخذضظغ";
const CHINESE: &str = "一二三四五六七八九";

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
    let upper = counter.chars().all(char::is_uppercase);
    let mut readings = Vec::new();
    if let Some(place) = [LATIN, CYRILLIC, ARABIC].iter().find_map(|alphabet| letter(&folded, alphabet)) {
        readings.push((style(if upper { Kind::UpperLetter } else { Kind::LowerLetter }), place));
    }
    let lower = counter.chars().all(char::is_lowercase);
    if let Some(place) = roman(&folded).filter(|_| upper || lower) {
        readings.push((style(if upper { Kind::UpperRoman } else { Kind::LowerRoman }), place));
    }
    readings
}

/// A number of at most three digits.
pub(super) fn digits(counter: &str) -> Option<u32> {
    let digits: String = counter.chars().map(|c| digit(c).unwrap_or(c)).collect();
    let few = digits.len() <= 3 && digits.bytes().all(|b| b.is_ascii_digit());
    few.then(|| digits.parse().ok()).flatten()
}

pub(in crate::concept_note) fn chinese(counter: &str) -> Option<u32> {
    let unit = |text: &str| -> Option<u32> {
        let mut chars = text.chars();
        let place = CHINESE.chars().position(|c| Some(c) == chars.clone().next())?;
        chars.next();
        chars.next().is_none().then(|| u32::try_from(place).ok().map(|p| p + 1)).flatten()
    };
    match counter.split_once('十') {
        None => unit(counter),
        Some((tens, units)) => {
            let tens = if tens.is_empty() { 1 } else { unit(tens)? };
            let units = if units.is_empty() { 0 } else { unit(units)? };
            Some(tens * 10 + units)
        }
    }
}

pub(super) fn letter(folded: &str, alphabet: &str) -> Option<u32> {
    let mut chars = folded.chars();
    let (letter, None) = (chars.next()?, chars.next()) else {
        return None;
    };
    alphabet.chars().position(|c| c == letter).and_then(|place| u32::try_from(place + 1).ok())
}

/// Roman numbers to 39, in their one correct form.
fn roman(folded: &str) -> Option<u32> {
    const UNITS: [&str; 10] = ["", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix"];
    let tens = folded.bytes().take_while(|b| *b == b'x').count().min(3);
    let units = UNITS.iter().position(|unit| *unit == &folded[tens..])?;
    u32::try_from(tens * 10 + units).ok().filter(|place| *place > 0)
}

pub(super) fn in_letters(counter: &str) -> Option<u32> {
    ALL.iter().flat_map(|l| l.numbers).find(|(word, _)| *word == counter).map(|(_, place)| *place)
}

/// "First", "secondly" in letters, which number headings in Arabic.
pub(super) fn ordinal(folded: &str) -> Option<u32> {
    ALL.iter().flat_map(|l| l.ordinals).find(|(word, _)| *word == folded).map(|(_, place)| *place)
}
