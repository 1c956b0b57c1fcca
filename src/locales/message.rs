//! One message on its way to the page: key, values, and the text when it is displayed.

use std::borrow::Cow;
use std::fmt;

use fluent_bundle::{FluentArgs, FluentValue};

use super::bundles;
use crate::domain::language::Language;

/// A message with its values; `Display` gives the text, which templates escape like any other.
///
/// A key or a variable that is missing is a bug: it panics in debug builds, and in release shows the key and
/// writes an error to the log.
pub struct Message<'a> {
    language: Language,
    key: &'a str,
    isolating: bool,
    values: FluentArgs<'a>,
}

impl<'a> Message<'a> {
    pub(super) fn new(language: Language, key: &'a str, isolating: bool) -> Self {
        Self { language, key, isolating, values: FluentArgs::new() }
    }

    /// Sets the variable `$name`: a string, a whole number (which also selects plural forms) or another message.
    #[must_use]
    pub fn arg(mut self, name: &'a str, value: impl Argument) -> Self {
        self.values.set(name, value.value());
        self
    }
}

impl fmt::Display for Message<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let bundle = bundles::bundle(self.language, self.isolating);
        let (id, attribute) = bundles::split(self.key);
        let message = bundle.get_message(id);
        let pattern = match attribute {
            Some(name) => message.and_then(|message| message.get_attribute(name)).map(|attribute| attribute.value()),
            None => message.and_then(|message| message.value()),
        };
        debug_assert!(pattern.is_some(), "no message {} in {}", self.key, self.language);
        let Some(pattern) = pattern else {
            tracing::error!(key = self.key, language = %self.language, "no such message");
            return f.write_str(self.key);
        };
        let mut errors = Vec::new();
        bundle.write_pattern(f, pattern, Some(&self.values), &mut errors)?;
        if !errors.is_empty() {
            tracing::error!(key = self.key, language = %self.language, ?errors, "a message lacks a value");
        }
        debug_assert!(errors.is_empty(), "{}: {errors:?}", self.key);
        Ok(())
    }
}

impl fmt::Debug for Message<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Message({}, {})", self.language, self.key)
    }
}

/// What can be put into a message.
pub trait Argument {
    /// The value as Fluent takes it.
    fn value(&self) -> FluentValue<'static>;
}

impl<T: Argument + ?Sized> Argument for &T {
    fn value(&self) -> FluentValue<'static> {
        (**self).value()
    }
}

impl Argument for str {
    fn value(&self) -> FluentValue<'static> {
        FluentValue::String(Cow::Owned(self.to_owned()))
    }
}

impl Argument for String {
    fn value(&self) -> FluentValue<'static> {
        self.as_str().value()
    }
}

impl Argument for Cow<'_, str> {
    fn value(&self) -> FluentValue<'static> {
        self.as_ref().value()
    }
}

impl Argument for Message<'_> {
    fn value(&self) -> FluentValue<'static> {
        FluentValue::String(Cow::Owned(self.to_string()))
    }
}

macro_rules! number_argument {
    ($($number:ty),*) => {$(
        impl Argument for $number {
            fn value(&self) -> FluentValue<'static> {
                FluentValue::from(*self)
            }
        }
    )*};
}

number_argument!(u8, u16, u32, u64, usize, i16, i32, i64);
