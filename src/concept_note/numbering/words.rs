//! Labels in words: `Question 1:`, `Q2.`, `Q.3`, `Вопрос № 3.`, `السؤال الأول:`, `问题二：`.

use super::super::language::{ALL, fold, is_wide};
use super::counters::{chinese, digits, in_letters};
use super::{Kind, Label, Style, ordinals, without_dash, without_marks};
use crate::domain::numerals::{LATIN, letter};

/// How far into a line such a label ends, in characters.
const LONGEST: usize = 40;

/// Divides a line into its label and the text after it; the label alone may be the whole line.
pub(super) fn parse(text: &str) -> Option<(Label, &str)> {
    delimited(text).or_else(|| bare(text)).or_else(|| lettered(text))
}

/// The letter of a part of a questionnaire and the question's number there, with a tab: `B2.`.
fn lettered(text: &str) -> Option<(Label, &str)> {
    let (raw, rest) = text.split_once('\t')?;
    let (_, place) = super::letter_and_number(raw)?;
    Some((label(raw, place), rest.trim_start()))
}

/// With a mark after it.
fn delimited(text: &str) -> Option<(Label, &str)> {
    let is_mark = |c| matches!(c, ':' | '：' | '.' | ')' | '–' | '—' | '-');
    let (head, mark, rest) = set_off(text, LONGEST, is_mark)?;
    let place = numbered(head)?;
    // a colon introduces the question; any other mark is the label's own
    let raw = if matches!(mark, ':' | '：') { head } else { without_dash(&text[..head.len() + mark.len_utf8()]) };
    Some((label(raw, place), rest))
}

/// Divides a line at its first mark: what stands before it, the mark, and the text that it sets off.
pub(super) fn set_off(text: &str, longest: usize, is_mark: impl Fn(char) -> bool) -> Option<(&str, char, &str)> {
    let marks = text.char_indices().take(longest).filter(|(_, c)| is_mark(*c));
    // the hyphen of `1-й` sets nothing off
    let (at, mark) = { marks }.find(|(at, mark)| *mark != '-' || !text[at + 1..].starts_with(char::is_lowercase))?;
    let rest = &text[at + mark.len_utf8()..];
    let set_off = rest.is_empty() || rest.starts_with(char::is_whitespace) || matches!(mark, ':' | '：' | '、' | '，');
    set_off.then(|| (&text[..at], mark, rest.trim_start()))
}

/// The number of a question, behind the word or before it, and nothing more.
fn numbered(head: &str) -> Option<u32> {
    words().find_map(|word| place(word, after(head, word)?)).or_else(|| ordinals::before_word(head))
}

/// With nothing after it but the end of the line, a tab, or a blank and the beginning of a sentence.
fn bare(text: &str) -> Option<(Label, &str)> {
    if text.chars().nth(LONGEST).is_none()
        && let Some(place) = numbered(text)
    {
        return Some((label(text, place), ""));
    }
    let (word, rest) = words().find_map(|word| Some((word, after(text, word)?)))?;
    let number = rest.find(char::is_numeric)?;
    let end = number + rest[number..].find(|c: char| !c.is_numeric())?;
    let place = place(word, &rest[..end])?;
    let own = end + usize::from(rest[end..].starts_with(['.', ')']));
    let marked = rest[own..].strip_prefix([':', '：']).unwrap_or(&rest[own..]);
    let sentence =
        marked.trim_start().starts_with(|c: char| c.is_alphabetic() && !c.is_lowercase() || "«“\"¿".contains(c));
    let set_off = marked.starts_with('\t') || marked.starts_with(char::is_whitespace) && sentence;
    set_off.then(|| (label(&text[..text.len() - rest.len() + own], place), marked.trim_start()))
}

fn words() -> impl Iterator<Item = &'static str> {
    ALL.iter().flat_map(|language| language.question_labels).copied()
}

/// What follows a folded word at the beginning of a text.
fn after<'a>(text: &'a str, word: &str) -> Option<&'a str> {
    let mut left = word;
    for (at, c) in text.char_indices() {
        if left.is_empty() {
            return Some(&text[at..]);
        }
        left = left.strip_prefix(fold(c.encode_utf8(&mut [0; 4])).as_str())?;
    }
    left.is_empty().then_some("")
}

/// The number that follows the word; after its first letter alone, only digits count.
fn place(word: &str, counter: &str) -> Option<u32> {
    let folded = fold(counter);
    if word.chars().count() == 1 && !word.contains(is_wide) {
        let number = folded.strip_prefix('.').unwrap_or(&folded).trim();
        return digits(number).filter(|_| number.len() <= 2 && !number.is_empty());
    }
    if folded.starts_with(|c: char| c.is_alphabetic() && !is_wide(c)) {
        return None;
    }
    let number = folded.trim();
    let number =
        ALL.iter().flat_map(|l| l.number_signs).find_map(|sign| number.strip_prefix(sign)).unwrap_or(number).trim();
    if number.is_empty() {
        return None;
    }
    digits(number)
        .or_else(|| chinese(number))
        .or_else(|| letter(number, LATIN))
        .or_else(|| in_letters(number))
        .or_else(|| ordinals::in_letters(number))
}

fn label(raw: &str, place: u32) -> Label {
    Label { raw: without_marks(raw), readings: vec![(Style { kind: Kind::Word, mark: ':' }, place)] }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_with_its_number_is_a_label() {
        for (line, raw, place, text) in [
            ("Question 1: Text", "Question 1", 1, "Text"),
            ("Question 2", "Question 2", 2, ""),
            ("Question 3 Who pays?", "Question 3", 3, "Who pays?"),
            ("Question No. 4: Text", "Question No. 4", 4, "Text"),
            ("Question n° 5 – Text", "Question n° 5", 5, "Text"),
            ("Q2. Text", "Q2.", 2, "Text"),
            ("Q.3 Who pays?", "Q.3", 3, "Who pays?"),
            ("Q.4. Text", "Q.4.", 4, "Text"),
            ("Q5\ttext", "Q5", 5, "text"),
            ("Pregunta 1. ¿Quién?", "Pregunta 1.", 1, "¿Quién?"),
            ("P.2 ¿Quién?", "P.2", 2, "¿Quién?"),
            ("Вопрос 1. Кто?", "Вопрос 1.", 1, "Кто?"),
            ("В1. Кто?", "В1.", 1, "Кто?"),
            ("К2: кто?", "К2", 2, "кто?"),
            ("السؤال الأول: من؟", "السؤال الأول", 1, "من؟"),
            ("السؤال الثاني", "السؤال الثاني", 2, ""),
            ("السؤال رقم 3 - من؟", "السؤال رقم 3", 3, "من؟"),
            ("س4: من؟", "س4", 4, "من؟"),
            ("问题一：谁？", "问题一", 1, "谁？"),
            ("问题2", "问题2", 2, ""),
            ("问3：谁？", "问3", 3, "谁？"),
        ] {
            let (label, rest) = parse(line).unwrap_or_else(|| panic!("{line}"));
            assert_eq!((label.raw.as_str(), label.readings[0].1, rest), (raw, place, text), "{line}");
        }
    }

    #[test]
    fn a_word_in_a_sentence_is_none() {
        for line in [
            "Question",
            "Questions: what",
            "Question of time: what",
            "Question 1 of the list is the hardest",
            "Q1 2027 was dry",
            "Qatar 2022. A cup",
            "В 2027 году. Текст",
            "К 30 апреля",
            "К двум – трем",
            "问题是：谁",
            "",
        ] {
            assert_eq!(parse(line), None, "{line}");
        }
    }
}
