//! Forms: untrusted strings in, commands out, and all that is wrong said at once.

use chrono_tz::Tz;

use crate::{
    domain::{
        language::Language,
        password::{self, PasswordError},
        text::TextError,
    },
    locales::Locale,
};

use super::fields::{Fields, Malformed};

/// What becomes of a form whose session ended, once its sender has signed in again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AfterSignIn {
    /// It saves what was written: taken at once.
    Taken,
    /// It does what cannot be taken back: its handler shows it once more ([`super::request::Write::resumed`]).
    Asked,
    /// It is a button: nothing is kept, and the page it stands on is shown again.
    Dropped,
}

/// A field that people write in, the message that names it, and the field whose value is the message's `$label`. A star in a name
/// stands for anything, the same in both.
pub type Written = (&'static str, &'static str, Option<&'static str>);

/// A form as a page sends it: strings, nothing decided yet.
pub trait Form: Sized {
    /// The fields that hold what people wrote, for showing them again. Where none is named, long values and those of several
    /// lines are taken for such texts.
    const WRITTEN: &'static [Written] = &[];
    /// What becomes of it after signing in again.
    const AFTER_SIGN_IN: AfterSignIn = AfterSignIn::Taken;

    /// Takes the form's fields; what is left over afterwards is refused.
    fn read(fields: &mut Fields) -> Result<Self, Malformed>;
}

/// A form without fields: a button.
#[derive(Debug, Clone, Copy)]
pub struct Empty;

impl Form for Empty {
    const AFTER_SIGN_IN: AfterSignIn = AfterSignIn::Dropped;

    fn read(_: &mut Fields) -> Result<Self, Malformed> {
        Ok(Self)
    }
}

/// The languages to choose from, each in its own name: value, text, language of the text.
#[must_use]
pub fn languages() -> Vec<(String, String, String)> {
    let tag = |language: Language| language.tag().to_owned();
    Language::ALL.iter().map(|language| (tag(*language), language.own_name().to_owned(), tag(*language))).collect()
}

/// The time zones to choose from, by their places in the reader's language; `chosen` is the IANA name in the field.
#[must_use]
pub fn zones(l: Locale, chosen: &str) -> Vec<(String, String, String)> {
    let option = |(zone, place): (Tz, String)| (zone.name().to_owned(), place, String::new());
    l.zones(chosen.parse().ok()).into_iter().map(option).collect()
}

/// What is wrong with one field: a message of `common.ftl` or of the feature, with what it names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FieldError {
    /// The field's id on the page.
    pub field: String,
    /// The message's key.
    pub key: &'static str,
    /// `$max`, `$label` ... of the message.
    pub detail: Option<(&'static str, Detail)>,
}

/// What a message about a field names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Detail {
    /// How many.
    Number(usize),
    /// What was typed.
    Text(String),
}

impl From<usize> for Detail {
    fn from(number: usize) -> Self {
        Self::Number(number)
    }
}

impl From<String> for Detail {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

/// All that is wrong with a form, in the page's order, and what its sender should look at again.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct FormErrors {
    errors: Vec<FieldError>,
    doubts: Vec<(String, String)>,
}

impl FormErrors {
    /// Whether nothing is wrong.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.errors.is_empty()
    }

    /// Every error, for the summary.
    #[must_use]
    pub fn all(&self) -> &[FieldError] {
        &self.errors
    }

    /// The first error of a field.
    #[must_use]
    pub fn of(&self, field: &str) -> Option<&FieldError> {
        self.errors.iter().find(|error| error.field == field)
    }

    /// Says beside a field what is doubtful about it; the form is taken all the same.
    pub fn doubt(&mut self, field: impl Into<String>, text: impl Into<String>) {
        self.doubts.push((field.into(), text.into()));
    }

    /// What is doubtful about a field.
    #[must_use]
    pub fn doubt_of(&self, field: &str) -> Option<&str> {
        self.doubts.iter().find(|(given, _)| given == field).map(|(_, text)| text.as_str())
    }

    /// Adds an error.
    pub fn add(&mut self, field: impl Into<String>, key: &'static str) {
        self.errors.push(FieldError { field: field.into(), key, detail: None });
    }

    /// Adds an error whose message names something.
    pub fn add_with(
        &mut self,
        field: impl Into<String>,
        key: &'static str,
        name: &'static str,
        detail: impl Into<Detail>,
    ) {
        self.errors.push(FieldError { field: field.into(), key, detail: Some((name, detail.into())) });
    }

    /// The value, or none and its error added: parse every field, then use what is there.
    pub fn take<T, E: Into<FieldProblem>>(&mut self, field: &str, result: Result<T, E>) -> Option<T> {
        match result {
            Ok(value) => Some(value),
            Err(error) => {
                self.errors.push(FieldError::of(field, error));
                None
            }
        }
    }

    /// The value, or none and the error `key` added.
    pub fn require<T>(&mut self, field: &str, value: Option<T>, key: &'static str) -> Option<T> {
        if value.is_none() {
            self.add(field, key);
        }
        value
    }
}

impl FieldError {
    /// What is wrong with the text of a field.
    pub fn of(field: impl Into<String>, problem: impl Into<FieldProblem>) -> Self {
        let FieldProblem { key, number } = problem.into();
        Self { field: field.into(), key, detail: number.map(|(name, number)| (name, number.into())) }
    }

    /// The error's text in a summary: "This must be filled in." is no use there without the name of its field, while a message of
    /// a feature speaks for itself. `labels` are pairs of a field and its label's key.
    pub fn in_summary<'a>(&self, l: &Locale, labels: &impl AsRef<[(&'a str, &'a str)]>) -> String {
        let label = labels.as_ref().iter().find(|(field, _)| *field == self.field);
        match label {
            Some((_, label)) if self.key.starts_with("error-") => l
                .t("error-summary-item")
                .arg("field", l.plain(label).to_string())
                .arg("message", self.text(l))
                .to_string(),
            _ => self.text(l),
        }
    }

    /// The error's text.
    #[must_use]
    pub fn text(&self, l: &Locale) -> String {
        match &self.detail {
            None => l.t(self.key).to_string(),
            Some((name, Detail::Number(number))) => l.t(self.key).arg(name, *number).to_string(),
            Some((name, Detail::Text(text))) => l.t(self.key).arg(name, text).to_string(),
        }
    }
}

/// What a parsed string's error says on a page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FieldProblem {
    /// The message's key.
    pub key: &'static str,
    /// Its number.
    pub number: Option<(&'static str, usize)>,
}

impl From<TextError> for FieldProblem {
    fn from(error: TextError) -> Self {
        let plain = |key| Self { key, number: None };
        match error {
            TextError::Empty => plain("error-required"),
            TextError::TooLong { max, .. } => Self { key: "error-too-long", number: Some(("max", max)) },
            TextError::NotOneLine => plain("error-not-one-line"),
            TextError::NotAnEmail => plain("error-not-an-email"),
        }
    }
}

impl From<PasswordError> for FieldProblem {
    fn from(error: PasswordError) -> Self {
        match error {
            PasswordError::TooShort { .. } => {
                Self { key: "error-too-short", number: Some(("min", password::MIN_CHARACTERS)) }
            }
            PasswordError::TooLong { .. } => {
                Self { key: "error-too-long", number: Some(("max", password::MAX_CHARACTERS)) }
            }
        }
    }
}
