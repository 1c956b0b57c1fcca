//! A guiding question as the chair words it: its label, its text.

use super::{
    line::Line,
    text::{AnswerText, TextError},
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

/// The label of the `index`th question (from 0) where the chair gives none: `(a)` ... `(z)`, `(aa)`, `(ab)` ...
#[must_use]
pub fn label(index: usize) -> String {
    let letter = |n: usize| char::from(b'a' + u8::try_from(n % 26).unwrap_or(0));
    match index / 26 {
        0 => format!("({})", letter(index)),
        tens => format!("({}{})", letter(tens - 1), letter(index)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

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

    #[test]
    fn labels_go_on_after_z() {
        let labels = [0, 7, 25, 26, 51, 52, 99].map(label);
        assert_eq!(labels, ["(a)", "(h)", "(z)", "(aa)", "(az)", "(ba)", "(cv)"]);
    }
}
