//! Labels with an ordinal: `First question:`, `La première question :`, `1-й вопрос:`, `第一个问题：`, and `Segunda.` alone.

use super::super::language::{ALL, Language, fold};
use super::counters::digits;
use super::words::set_off;
use super::{Kind, Label, Style, without_marks};

/// How far into a line an ordinal alone ends, in characters.
const LONGEST: usize = 24;

/// Longest ending that makes an ordinal of figures, in bytes: `2ème`, `1-й`.
const ENDING: usize = 5;

/// Divides a line into the ordinal that labels it and the text after it.
pub(super) fn parse(text: &str) -> Option<(Label, &str)> {
    let (head, mark, rest) = set_off(text, LONGEST, |c| matches!(c, ':' | '：' | '.' | ')' | '–' | '—' | '、' | '，'))?;
    let begins = text.starts_with(|c: char| c.is_alphabetic() && !c.is_lowercase());
    let place = in_letters(without_article(&fold(head)).trim()).filter(|_| begins && !rest.is_empty())?;
    let style = Style { kind: Kind::Ordinal, mark: if mark == '：' { ':' } else { mark } };
    let raw = if matches!(mark, '–' | '—' | ':' | '：' | '，') {
        head
    } else {
        text.get(..head.len() + mark.len_utf8())?
    };
    Some((Label { raw: without_marks(raw), readings: vec![(style, place)] }, rest))
}

/// The number that an ordinal says before or behind the word for a question.
pub(super) fn in_letters(folded: &str) -> Option<u32> {
    ALL.iter().flat_map(|language| language.nth).find(|(word, _)| *word == folded).map(|(_, place)| *place)
}

/// The number of `First question` and nothing more.
pub(super) fn before_word(head: &str) -> Option<u32> {
    let folded = fold(head);
    let head = without_article(&folded).trim();
    let is_word = |language: &Language, rest: &str| {
        language.question_labels.iter().any(|word| *word == rest.trim() && word.len() > 2)
    };
    let named = |language: &Language| {
        let of = |(word, place): &(&str, u32)| {
            head.strip_prefix(word).filter(|rest| is_word(language, rest)).map(|_| *place)
        };
        language.nth.iter().find_map(of)
    };
    let figures = || {
        let (nth, word) = head.split_once(' ')?;
        let number = nth.trim_end_matches(|c: char| !c.is_numeric());
        let ends =
            (1..=ENDING).contains(&(nth.len() - number.len())) && ALL.iter().any(|language| is_word(language, word));
        digits(number).filter(|_| ends && !number.is_empty())
    };
    ALL.iter().find_map(|language| named(language)).or_else(figures)
}

/// Without the article before an ordinal: "The first question".
fn without_article(folded: &str) -> &str {
    let articles = ALL.iter().flat_map(|language| language.articles);
    { articles }.find_map(|article| folded.strip_prefix(article)).unwrap_or(folded)
}

#[cfg(test)]
mod tests {
    use super::super::{Kind, parse};

    fn read(line: &str) -> Option<(String, Kind, u32, &str)> {
        parse(line).map(|(label, rest)| (label.raw.clone(), label.readings[0].0.kind, label.readings[0].1, rest))
    }

    #[test]
    fn an_ordinal_before_the_word_for_a_question_is_its_number() {
        for (line, raw, place, text) in [
            ("First question: who pays?", "First question", 1, "who pays?"),
            ("The twelfth question – Who pays?", "The twelfth question", 12, "Who pays?"),
            ("2nd question: who pays?", "2nd question", 2, "who pays?"),
            ("Question one: who pays?", "Question one", 1, "who pays?"),
            ("Primera pregunta: ¿Quién?", "Primera pregunta", 1, "¿Quién?"),
            ("La tercera cuestión. ¿Quién?", "La tercera cuestión.", 3, "¿Quién?"),
            ("Première question :\u{a0}qui paie ?", "Première question", 1, "qui paie ?"),
            ("La 2ème question : qui paie ?", "La 2ème question", 2, "qui paie ?"),
            ("Seconde question", "Seconde question", 2, ""),
            ("Первый вопрос: кто?", "Первый вопрос", 1, "кто?"),
            ("Вопрос второй. Кто?", "Вопрос второй.", 2, "Кто?"),
            ("3-й вопрос: кто?", "3-й вопрос", 3, "кто?"),
            ("第一个问题：谁？", "第一个问题", 1, "谁？"),
            ("第十二问：谁？", "第十二问", 12, "谁？"),
            ("问题第二：谁？", "问题第二", 2, "谁？"),
            ("السؤال الثاني عشر: من؟", "السؤال الثاني عشر", 12, "من؟"),
            ("السؤال الحادي عشر", "السؤال الحادي عشر", 11, ""),
        ] {
            assert_eq!(read(line), Some((raw.to_owned(), Kind::Word, place, text)), "{line}");
        }
    }

    #[test]
    fn an_ordinal_alone_is_a_label_with_a_mark() {
        for (line, raw, place, text) in [
            ("First: who pays?", "First", 1, "who pays?"),
            ("Segunda. ¿Quién?", "Segunda.", 2, "¿Quién?"),
            ("Primero: ¿quién?", "Primero", 1, "¿quién?"),
            ("Troisième : qui paie ?", "Troisième", 3, "qui paie ?"),
            ("Первый. Кто?", "Первый.", 1, "Кто?"),
            ("Второе – кто?", "Второе", 2, "кто?"),
            ("第一：谁？", "第一", 1, "谁？"),
            ("第二、谁？", "第二、", 2, "谁？"),
            ("第三，谁？", "第三", 3, "谁？"),
            ("الثالث: من؟", "الثالث", 3, "من؟"),
        ] {
            assert_eq!(read(line), Some((raw.to_owned(), Kind::Ordinal, place, text)), "{line}");
        }
    }

    #[test]
    fn an_ordinal_in_a_sentence_is_no_label() {
        for line in [
            "First",
            "First, the Council will meet.",
            "First question of the day: who?",
            "second. Then it rained.",
            "First questions: who?",
            "Two questions: who?",
            "2 question: who?",
            "Second-hand goods",
            "第一次会议：议程",
        ] {
            assert_eq!(read(line), None, "{line}");
        }
    }

    #[test]
    fn every_language_counts_to_twelve() {
        for language in super::ALL {
            for place in 1..=12 {
                assert!(language.nth.iter().any(|(_, own)| *own == place), "{place} in {}", language.code);
            }
        }
    }
}
