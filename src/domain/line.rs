//! Short texts of one line that every form has: names, titles, e-mail addresses.

use std::fmt;

use lettre::Address;
use serde::{Deserialize, Serialize};
use unicode_normalization::UnicodeNormalization;

use super::text::{TextError, ends_line};

/// The most characters of an e-mail address: what a mail path of 256 octets leaves (RFC 5321, 4.5.3.1.3).
pub const MAX_EMAIL_OCTETS: usize = 254;

/// One line of 1 to `MAX` characters (Unicode scalar values), without white space at its ends, without control characters and
/// without what turns the direction of the text around it (UAX 9, 2.1 to 2.4); otherwise as typed.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Line<const MAX: usize>(String);

/// The name of a person, or of an office.
pub type PersonName = Line<200>;

/// The title of a consultation, a section, a theme, or of a person's post.
pub type Title = Line<500>;

impl<const MAX: usize> Line<MAX> {
    /// The most characters it may have.
    pub const MAX: usize = MAX;

    /// Reads the field of a form. Tabs become spaces; other control characters, embeddings, overrides and isolates are left out.
    ///
    /// # Errors
    /// [`TextError::Empty`], [`TextError::NotOneLine`] or [`TextError::TooLong`].
    pub fn parse(raw: &str) -> Result<Self, TextError> {
        let raw = raw.trim();
        if raw.chars().any(ends_line) {
            return Err(TextError::NotOneLine);
        }
        let line: String = raw.chars().map(|c| if c == '\t' { ' ' } else { c }).filter(|c| !is_unseen(*c)).collect();
        let line = line.trim();
        if line.is_empty() {
            return Err(TextError::Empty);
        }
        let length = line.chars().count();
        if length > MAX {
            return Err(TextError::TooLong { length, max: MAX });
        }
        Ok(Self(line.to_owned()))
    }

    /// The line.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Whether a character has no place in a name. Direction marks (LRM, RLM, ALM) have: they act on their neighbours only.
fn is_unseen(c: char) -> bool {
    c.is_control() || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

impl<const MAX: usize> TryFrom<String> for Line<MAX> {
    type Error = TextError;

    fn try_from(raw: String) -> Result<Self, TextError> {
        Self::parse(&raw)
    }
}

impl<const MAX: usize> From<Line<MAX>> for String {
    fn from(line: Line<MAX>) -> Self {
        line.0
    }
}

impl<const MAX: usize> AsRef<str> for Line<MAX> {
    fn as_ref(&self) -> &str {
        &self.0
    }
}

impl<const MAX: usize> fmt::Display for Line<MAX> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// An e-mail address: as typed for sending to, and a key by which accounts are found.
///
/// Two are equal when their keys are.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct EmailAddress {
    typed: String,
    key: String,
}

impl EmailAddress {
    /// Reads an address such as `name@example.org`; white space around it is left out.
    ///
    /// Accepted are the addresses that mail can be sent to over the internet: a dot-atom (RFC 5322, 3.2.3) or its
    /// international form (RFC 6531) before the `@`, a domain name behind it. Quoted parts and address literals
    /// are not; of names without a dot only `localhost` is.
    ///
    /// # Errors
    /// [`TextError::Empty`], [`TextError::TooLong`] or [`TextError::NotAnEmail`].
    pub fn parse(raw: &str) -> Result<Self, TextError> {
        let typed = raw.trim();
        if typed.is_empty() {
            return Err(TextError::Empty);
        }
        if typed.len() > MAX_EMAIL_OCTETS {
            return Err(TextError::TooLong { length: typed.len(), max: MAX_EMAIL_OCTETS });
        }
        let address: Address = typed.parse().map_err(|_| TextError::NotAnEmail)?;
        let odd = |c: char| c.is_whitespace() || c.is_control() || "\"<>()[],;:\\".contains(c);
        let domain = address.domain();
        if typed.chars().any(odd) || !(domain.contains('.') || domain == "localhost") {
            return Err(TextError::NotAnEmail);
        }
        Ok(Self { key: key(typed), typed: typed.to_owned() })
    }

    /// As its owner writes it; mail goes here.
    #[must_use]
    pub fn as_typed(&self) -> &str {
        &self.typed
    }

    /// In small letters and composed (NFC): the same for every way of typing it. Unique among accounts.
    #[must_use]
    pub fn key(&self) -> &str {
        &self.key
    }
}

fn key(typed: &str) -> String {
    let lower: String = typed.nfc().flat_map(char::to_lowercase).collect();
    lower.nfc().collect()
}

impl PartialEq for EmailAddress {
    fn eq(&self, other: &Self) -> bool {
        self.key == other.key
    }
}

impl Eq for EmailAddress {}

impl TryFrom<String> for EmailAddress {
    type Error = TextError;

    fn try_from(raw: String) -> Result<Self, TextError> {
        Self::parse(&raw)
    }
}

impl From<EmailAddress> for String {
    fn from(address: EmailAddress) -> Self {
        address.typed
    }
}

impl fmt::Display for EmailAddress {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.typed)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_line_is_trimmed_and_has_no_breaks() {
        let name = |raw: &str| PersonName::parse(raw).map(String::from);
        assert_eq!(name("  Nguyễn\tThị \u{200f}\r\n "), Ok("Nguyễn Thị \u{200f}".to_owned()));
        assert_eq!(name("a\u{0}b"), Ok("ab".to_owned()));
        for empty in ["", " \t\n", "\u{0}\u{7f}", "\u{0} \u{0}"] {
            assert_eq!(name(empty), Err(TextError::Empty));
        }
        for two in ["a\nb", "a\rb", "a\u{2028}b"] {
            assert_eq!(name(two), Err(TextError::NotOneLine));
        }
        assert!(name(&"字".repeat(200)).is_ok());
        assert_eq!(name(&"字".repeat(201)), Err(TextError::TooLong { length: 201, max: 200 }));
    }

    #[test]
    fn addresses_that_mail_can_be_sent_to() {
        for good in [
            "name@example.org",
            " First.Last+un@mission.example ",
            "o'brien@example.org",
            "почта@пример.рф",
            "admin@localhost",
        ] {
            assert!(EmailAddress::parse(good).is_ok(), "{good}");
        }
        for bad in [
            "name",
            "@example.org",
            "name@",
            "name@example",
            "a@b@example.org",
            "name @example.org",
            "name@exam ple.org",
            "<name@example.org>",
            "Name <name@example.org>",
            "a@example.org,b@example.org",
            "a@example.org\r\nBcc: b@example.org",
            "\"a b\"@example.org",
            "name@[127.0.0.1]",
            ".name@example.org",
            "name@example..org",
        ] {
            assert_eq!(EmailAddress::parse(bad).map(String::from), Err(TextError::NotAnEmail), "{bad}");
        }
        assert_eq!(EmailAddress::parse("  "), Err(TextError::Empty));
        let long = format!("{}@{}.org", "a".repeat(60), "b".repeat(190));
        assert_eq!(EmailAddress::parse(&long), Err(TextError::TooLong { length: 255, max: 254 }));
    }

    #[test]
    fn one_key_for_every_way_of_typing() {
        let typed = EmailAddress::parse("Jose\u{301}@Example.ORG").unwrap();
        assert_eq!(typed.key(), "josé@example.org");
        assert_eq!(typed.as_typed(), "Jose\u{301}@Example.ORG");
        assert_eq!(typed, EmailAddress::parse("josé@example.org").unwrap());
    }

    proptest! {
        #[test]
        fn a_line_read_again_is_the_same(raw in any::<String>()) {
            if let Ok(line) = Title::parse(&raw) {
                prop_assert_eq!(Title::parse(line.as_str()), Ok(line));
            }
        }

        #[test]
        fn an_address_read_again_has_the_same_key(raw in r"[\PC]{1,20}@[\PC]{1,12}\.[a-z]{2,3}") {
            if let Ok(address) = EmailAddress::parse(&raw) {
                let again = EmailAddress::parse(address.as_typed()).unwrap();
                prop_assert_eq!(again.key(), address.key());
                prop_assert_eq!(key(address.key()), address.key());
            }
        }
    }
}
