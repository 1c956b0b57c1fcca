//! The text of an answer, as a delegation wrote it.

use std::fmt;

use serde::{Deserialize, Serialize};

/// The most characters (Unicode scalar values) that one answer may have.
pub const MAX_CHARACTERS: usize = 100_000;

/// What was changed in a text on its way in; people are told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Notice {
    /// Control characters other than tab and line break were removed.
    ControlCharactersRemoved,
}

impl Notice {
    /// The key of the message that tells it.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::ControlCharactersRemoved => "notice-control-characters-removed",
        }
    }
}

/// Why a text cannot be taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum TextError {
    /// Nothing but white space, where something is needed.
    #[error("the text is empty")]
    Empty,
    /// More characters than may be; `length` is what it has.
    #[error("the text has {length} characters, at most {max} are taken")]
    TooLong {
        /// Unicode scalar values in the text.
        length: usize,
        /// Unicode scalar values that are taken.
        max: usize,
    },
    /// A line break, where one line is wanted.
    #[error("the text has more than one line")]
    NotOneLine,
    /// Not the form of an e-mail address.
    #[error("this is no e-mail address")]
    NotAnEmail,
}

/// An answer as received: line breaks are LF, control characters but tab are gone, everything else is what was
/// typed, bidirectional marks and unusual compositions included. May be empty.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct AnswerText(String);

impl AnswerText {
    /// Reads a text from a form or a file. CRLF, CR and the other line separators of Unicode (VT, FF, NEL, LS, PS)
    /// become LF. Never normalised: another spelling of the same letters would be another text.
    ///
    /// # Errors
    /// [`TextError::TooLong`] above [`MAX_CHARACTERS`], counted after that.
    pub fn parse(raw: &str) -> Result<(Self, Vec<Notice>), TextError> {
        let (text, removed) = with_plain_lines(raw);
        let length = text.chars().count();
        if length > MAX_CHARACTERS {
            return Err(TextError::TooLong {
                length,
                max: MAX_CHARACTERS,
            });
        }
        let notices = if removed {
            vec![Notice::ControlCharactersRemoved]
        } else {
            Vec::new()
        };
        Ok((Self(text), notices))
    }

    /// The text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether there is nothing to read: no answer was given.
    #[must_use]
    pub fn is_blank(&self) -> bool {
        self.0.trim().is_empty()
    }

    /// How long it is, in Unicode scalar values.
    #[must_use]
    pub fn characters(&self) -> usize {
        self.0.chars().count()
    }
}

impl TryFrom<String> for AnswerText {
    type Error = TextError;

    fn try_from(raw: String) -> Result<Self, TextError> {
        Self::parse(&raw).map(|(text, _)| text)
    }
}

impl From<AnswerText> for String {
    fn from(text: AnswerText) -> Self {
        text.0
    }
}

impl AsRef<str> for AnswerText {
    fn as_ref(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for AnswerText {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Whether a character ends a line (Unicode Standard, 5.8 "Newline Guidelines").
pub(super) const fn ends_line(c: char) -> bool {
    matches!(
        c,
        '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}'
    )
}

/// The text with LF alone as line end and without control characters (category Cc) but tab; and whether any was
/// removed.
fn with_plain_lines(raw: &str) -> (String, bool) {
    let mut text = String::with_capacity(raw.len());
    let mut removed = false;
    let mut characters = raw.chars().peekable();
    while let Some(c) = characters.next() {
        if c == '\r' && characters.peek() == Some(&'\n') {
            continue;
        }
        if ends_line(c) {
            text.push('\n');
        } else if c.is_control() && c != '\t' {
            removed = true;
        } else {
            text.push(c);
        }
    }
    (text, removed)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn parsed(raw: &str) -> (String, bool) {
        let (text, notices) = AnswerText::parse(raw).unwrap();
        (text.to_string(), !notices.is_empty())
    }

    #[test]
    fn line_ends_become_one_kind() {
        let raw = "a\r\nb\rc\nd\u{b}e\u{c}f\u{85}g\u{2028}h\u{2029}i\r\r\nj\n\rk";
        assert_eq!(
            parsed(raw),
            ("a\nb\nc\nd\ne\nf\ng\nh\ni\n\nj\n\nk".to_owned(), false)
        );
    }

    #[test]
    fn control_characters_go_with_a_notice() {
        assert_eq!(
            parsed("a\0b\u{7}\u{7f}\u{9b}\tc"),
            ("ab\tc".to_owned(), true)
        );
    }

    #[test]
    fn everything_else_stays() {
        // bidirectional marks, joiners, a BOM, decomposed and compatibility letters, white space, an emoji
        let raw =
            "\u{feff}\u{202e}x\u{202c}\u{2067}\u{200f}‌\u{200d}e\u{301} ﬁ ﷺ \u{a0}\u{3000} 👩🏽‍🚀\n\n  ";
        assert_eq!(parsed(raw), (raw.to_owned(), false));
    }

    #[test]
    fn the_limit_counts_characters_after_the_line_ends() {
        let (text, _) = AnswerText::parse(&"\r\n".repeat(MAX_CHARACTERS)).unwrap();
        assert_eq!(text.characters(), MAX_CHARACTERS);
        assert!(text.is_blank());
        assert!(AnswerText::parse(&"字".repeat(MAX_CHARACTERS)).is_ok());
        assert_eq!(
            AnswerText::parse(&"字".repeat(MAX_CHARACTERS + 1)),
            Err(TextError::TooLong {
                length: MAX_CHARACTERS + 1,
                max: MAX_CHARACTERS
            })
        );
    }

    #[test]
    fn blank_means_nothing_to_read() {
        for (raw, blank) in [("", true), (" \n\t\u{3000}", true), (" . ", false)] {
            assert_eq!(AnswerText::parse(raw).unwrap().0.is_blank(), blank);
        }
    }

    proptest! {
        #[test]
        fn parsing_again_changes_nothing(raw in any::<String>()) {
            let (text, _) = AnswerText::parse(&raw).unwrap();
            prop_assert_eq!(AnswerText::parse(text.as_str()), Ok((text, vec![])));
        }

        #[test]
        fn nothing_else_is_changed(raw in r"[\r\n\t\x00-\x1f\x7f-\x9f\u{2028}\u{2029}\u{200e}-\u{202e}\PC]{0,60}") {
            let kept = |text: &str| -> String {
                text.chars().filter(|&c| !ends_line(c) && (!c.is_control() || c == '\t')).collect()
            };
            let (text, notices) = AnswerText::parse(&raw).unwrap();
            prop_assert_eq!(kept(text.as_str()), kept(&raw));
            let lines = |text: &str| text.replace("\r\n", "\n").chars().filter(|&c| ends_line(c)).count();
            prop_assert_eq!(lines(text.as_str()), lines(&raw));
            let controls = raw.chars().any(|c| c.is_control() && !ends_line(c) && c != '\t');
            prop_assert_eq!(!notices.is_empty(), controls);
        }
    }
}
