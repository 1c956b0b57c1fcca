//! A guiding question as the chair words it: its label, its text; two texts of one, and one of two.

use super::{
    line::Line,
    text::{AnswerText, TextError},
    words::is_wide,
};

/// The most questions that a consultation can have.
pub const MAX_QUESTIONS: usize = 100;

/// A question's label: `(a)`, `1.`.
pub type QuestionLabel = Line<40>;

/// A question's text, sub-questions included: 1 to [`QuestionText::MAX`] characters, line breaks kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QuestionText(String);

impl QuestionText {
    /// The most characters (Unicode scalar values) that it may have.
    pub const MAX: usize = 10_000;

    /// Reads the field of a form: line breaks become LF, white space at the ends goes.
    ///
    /// # Errors
    /// [`TextError::Empty`] or [`TextError::TooLong`].
    pub fn parse(raw: &str) -> Result<Self, TextError> {
        let too_long = |length| TextError::TooLong { length, max: Self::MAX };
        let text = match AnswerText::parse(raw) {
            Ok((text, _)) => text.as_str().trim().to_owned(),
            Err(TextError::TooLong { length, .. }) => return Err(too_long(length)),
            Err(error) => return Err(error),
        };
        let length = text.chars().count();
        if text.is_empty() {
            Err(TextError::Empty)
        } else if length > Self::MAX {
            Err(too_long(length))
        } else {
            Ok(Self(text))
        }
    }

    /// The text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// A label within a sentence that says "question": `1` of `Question 1` and of `1.`.
#[must_use]
pub fn short(label: &str) -> &str {
    let label = label.trim();
    let rest = label.strip_prefix("问题").unwrap_or_else(|| {
        let rest = label.trim_start_matches(char::is_alphabetic);
        if label.chars().count() - rest.chars().count() > 1 { rest } else { label }
    });
    // `III.` is no word
    let named = if rest.contains(char::is_alphanumeric) { rest.trim_start() } else { label };
    let plain = named.trim_end_matches(['.', '．', '、', ':', '：']);
    if plain.is_empty() { label } else { plain }
}

/// Divides a question's text in two: where `cursor` stands, in characters (Unicode scalar values, a line break counted
/// as one), else at its first blank line, else after its first question mark. No word is divided and none is lost; none
/// where nothing would be on one side.
#[must_use]
pub fn split(text: &str, cursor: Option<usize>) -> Option<(String, String)> {
    let text = unified(text);
    let text = text.trim_end();
    let at = match cursor {
        Some(characters) => word_end(text, characters),
        None => blank_line(text).or_else(|| question_mark(text))?,
    };
    let (head, tail) = text.split_at(at);
    let (first, second) = (head.trim_end(), tail.trim_start());
    if first.is_empty() || second.is_empty() {
        return None;
    }
    let between = &text[first.len()..text.len() - second.len()];
    let glued = are_glued(first.chars().next_back(), second.chars().next());
    // what joining would not give back; a blank line was only typed to say where
    let kept = match between.matches('\n').count() {
        1 => "\n",
        0 if glued && !between.is_empty() => " ",
        _ => "",
    };
    Some((format!("{first}{kept}"), second.to_owned()))
}

/// Makes one text of two; joining what was split gives the text back.
#[must_use]
pub fn join(first: &str, second: &str) -> String {
    let (first, second) = (unified(first), unified(second));
    if first.trim().is_empty() || second.trim().is_empty() {
        return first + &second;
    }
    let (last, next) = (first.chars().next_back(), second.chars().next());
    let blank = |c: Option<char>| c.is_some_and(char::is_whitespace);
    let glued = blank(last) || blank(next) || are_glued(last, next);
    format!("{first}{}{second}", if glued { "" } else { " " })
}

/// The text with the line ends of a form made one character.
fn unified(text: &str) -> String {
    text.replace("\r\n", "\n").replace('\r', "\n")
}

/// Whether one text may end and another begin here: at a blank, or between Chinese characters.
fn is_between(text: &str, at: usize) -> bool {
    let (last, next) = (text[..at].chars().next_back(), text[at..].chars().next());
    let blank = |c: Option<char>| c.is_none_or(char::is_whitespace);
    blank(last) || blank(next) || are_glued(last, next)
}

/// Whether no blank stands between two characters.
fn are_glued(last: Option<char>, next: Option<char>) -> bool {
    last.is_some_and(is_wide) && next.is_some_and(is_wide)
}

/// Where the word ends in which a cursor stands, in bytes.
fn word_end(text: &str, characters: usize) -> usize {
    let places = text.char_indices().map(|(at, _)| at).skip(characters);
    { places }.find(|at| is_between(text, *at)).unwrap_or(text.len())
}

/// Where the first blank line after some words begins.
fn blank_line(text: &str) -> Option<usize> {
    let start = text.len() - text.trim_start().len();
    let ends = text[start..].match_indices('\n').map(|(at, _)| start + at);
    { ends }.find(|end| text[end + 1..].lines().next().is_some_and(|line| line.trim().is_empty()))
}

/// Where the first question ends, with its closing marks; not within a word.
fn question_mark(text: &str) -> Option<usize> {
    let closing = |c: char| "?？؟!！\"”»’')]）】」』".contains(c);
    let end = |mark: usize| text[mark..].find(|c| !closing(c)).map_or(text.len(), |end| mark + end);
    text.match_indices(['?', '？', '؟']).map(|(mark, _)| end(mark)).find(|end| is_between(text, *end))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn both(text: &str) -> (String, String) {
        split(text, None).unwrap()
    }

    fn pair(first: &str, second: &str) -> (String, String) {
        (first.to_owned(), second.to_owned())
    }

    #[test]
    fn a_question_is_split_at_a_blank_line_else_after_its_first_mark() {
        assert_eq!(both("How? And why? And who?"), pair("How?", "And why? And who?"));
        assert_eq!(both("How and why\r\n \r\nwho? And when?"), pair("How and why", "who? And when?"));
        assert_eq!(both("He asked “why?” And you?"), pair("He asked “why?”", "And you?"));
        assert_eq!(both("How?\n- by whom;\n- when"), pair("How?\n", "- by whom;\n- when"));
        assert_eq!(both("How? And why?\n\n"), pair("How?", "And why?"));
        assert_eq!(both("See un.org/?id=1 first. How? Why?"), pair("See un.org/?id=1 first. How?", "Why?"));
        assert_eq!(both("如何？由谁？"), pair("如何？", "由谁？"));
        assert_eq!(both("كيف؟ ولماذا؟"), pair("كيف؟", "ولماذا؟"));
        for whole in ["", "How?", " \n\nHow?\n\n", "A statement without a mark", "?"] {
            assert_eq!(split(whole, None), None, "{whole}");
        }
    }

    #[test]
    fn a_cursor_divides_no_word() {
        assert_eq!(split("one two three", Some(3)).unwrap(), pair("one", "two three"));
        assert_eq!(split("one two three", Some(5)).unwrap(), pair("one two", "three"));
        assert_eq!(split("one\r\ntwo", Some(4)).unwrap(), pair("one\n", "two"));
        assert_eq!(split("由谁何时", Some(2)).unwrap(), pair("由谁", "何时"));
        for nothing in [0, 13, 99] {
            assert_eq!(split("one two three", Some(nothing)), None);
        }
    }

    #[test]
    fn an_empty_text_adds_nothing() {
        assert_eq!((join("", "a"), join("a", ""), join("a", "b")), ("a".into(), "a".into(), "a b".into()));
        assert_eq!((join("a\r\n", "b"), join("谁？", "何时？")), ("a\nb".into(), "谁？何时？".into()));
    }

    proptest! {
        #[test]
        fn joining_what_was_split_gives_the_text_back(
            text in "[a-z?؟А-я由谁]{1,6}([ \n][a-z?؟А-я由谁“”]{1,6}){0,12}",
            cursor in proptest::option::of(0_usize..90),
        ) {
            if let Some((first, second)) = split(&text, cursor) {
                prop_assert_eq!(join(&first, &second), text);
            }
        }

        #[test]
        fn no_word_is_lost(text in "(\\PC|[ \n?]){0,60}", cursor in proptest::option::of(0_usize..60)) {
            let letters = |text: &str| text.chars().filter(|c| !c.is_whitespace()).collect::<String>();
            if let Some((first, second)) = split(&text, cursor) {
                prop_assert_eq!(letters(&first) + &letters(&second), letters(&text));
                prop_assert_eq!(letters(&join(&first, &second)), letters(&text));
            }
        }
    }

    #[test]
    fn a_label_stands_in_a_sentence() {
        for (label, rest) in [
            ("Question 1", "1"),
            ("Вопрос № 3.", "№ 3"),
            ("1.", "1"),
            ("а)", "а)"),
            ("السؤال الأول", "الأول"),
            ("问题一", "一"),
            ("Q1.", "Q1"),
            ("(a)", "(a)"),
            ("III.", "III"),
            ("（三）", "（三）"),
            ("二、", "二"),
            ("...", "..."),
            ("", ""),
        ] {
            assert_eq!(short(label), rest, "{label}");
        }
    }

    #[test]
    fn a_question_has_words_and_an_end() {
        assert_eq!(QuestionText::parse(" a\r\nb \u{0}").unwrap().as_str(), "a\nb");
        assert_eq!(QuestionText::parse(" \r\n\u{0}"), Err(TextError::Empty));
        assert!(QuestionText::parse(&"字".repeat(QuestionText::MAX)).is_ok());
        for length in [QuestionText::MAX + 1, 200_000] {
            let error = QuestionText::parse(&"字".repeat(length)).unwrap_err();
            assert_eq!(error, TextError::TooLong { length, max: QuestionText::MAX });
        }
    }
}
