//! Everything that depends on the reader's language: messages (Fluent), dates, numbers, lists and order (ICU).
//!
//! Handlers make one [`Locale`] a request and hand it to the templates, which write `{{ l.t("common-save") }}`.
//!
//! To add a message, write it in `src/locales/<language>/<feature>.ftl` for all six languages, its key beginning
//! with the feature; a new file needs no code. `tests/integration/locales.rs` fails for a key, an attribute or a
//! variable that one language lacks, and for a key that is used but written nowhere.
//!
//! Fluent formats no dates and does not group digits; both are ICU's. Digits are the European ones in all six
//! languages, as in United Nations documents, so that a paragraph number, a form field and a date agree.

mod bundles;
mod message;
mod order;
mod places;
mod times;

use chrono_tz::Tz;

pub use self::message::{Argument, Message};
use crate::domain::language::Language;

/// Who reads: their language, and the time zone in which they see times.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Locale {
    /// The language of the page or mail.
    pub language: Language,
    /// The reader's own time zone; the seat's where the reader's is not known.
    pub time_zone: Tz,
}

impl Locale {
    /// A reader of `language` in `time_zone`.
    #[must_use]
    pub const fn new(language: Language, time_zone: Tz) -> Self {
        Self { language, time_zone }
    }

    /// The message `key` (or `key.attribute`), for running text: each value put into it is isolated from the
    /// direction of what surrounds it by invisible marks (U+2068, U+2069).
    #[must_use]
    pub fn t<'a>(&self, key: &'a str) -> Message<'a> {
        Message::new(self.language, key, true)
    }

    /// The same without isolation marks: for mail subjects, file names, CSV, and what people copy.
    #[must_use]
    pub fn plain<'a>(&self, key: &'a str) -> Message<'a> {
        Message::new(self.language, key, false)
    }

    /// A message's text at the head of a line, a cell or a value: French, Spanish and Russian write names of languages small
    /// within a sentence.
    #[must_use]
    pub fn capitalised(&self, key: &str) -> String {
        let text = self.plain(key).to_string();
        let mut letters = text.chars();
        letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
    }

    /// What stands between two sentences, or between a colon and what it announces. Chinese puts nothing there: its punctuation
    /// brings its own blank.
    #[must_use]
    pub fn gap(&self) -> &'static str {
        if self.language == Language::Zh { "" } else { " " }
    }

    /// Whether there is such a message, for the rare key that is put together at run time.
    #[must_use]
    pub fn has(&self, key: &str) -> bool {
        bundles::has(self.language, key)
    }
}
