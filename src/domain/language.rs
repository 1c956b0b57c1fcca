//! The six official languages of the United Nations: of the interface, of answers, of accounts.

use std::fmt;

use serde::{Deserialize, Serialize};

/// One of the six official languages. The variants stand in the alphabetical order of their tags, which is also
/// the order in which the interface lists them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Language {
    /// Arabic
    Ar,
    /// English
    #[default]
    En,
    /// Spanish
    Es,
    /// French
    Fr,
    /// Russian
    Ru,
    /// Chinese, in simplified characters
    Zh,
}

impl Language {
    /// Every language, in the order of the interface.
    pub const ALL: [Self; 6] = [Self::Ar, Self::En, Self::Es, Self::Fr, Self::Ru, Self::Zh];

    /// The BCP 47 tag, as it stands in the database, in addresses and in `lang` attributes.
    #[must_use]
    pub const fn tag(self) -> &'static str {
        match self {
            Self::Ar => "ar",
            Self::En => "en",
            Self::Es => "es",
            Self::Fr => "fr",
            Self::Ru => "ru",
            Self::Zh => "zh",
        }
    }

    /// Reads a tag as [`tag`](Self::tag) writes it, in any case. `zh-CN` is none of ours:
    /// see [`from_accept_language`] for what browsers send.
    #[must_use]
    pub fn parse(tag: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|language| language.tag().eq_ignore_ascii_case(tag))
    }

    /// The language's name in the language itself, for the switch that a reader looks for.
    #[must_use]
    pub const fn own_name(self) -> &'static str {
        match self {
            Self::Ar => "العربية",
            Self::En => "English",
            Self::Es => "Español",
            Self::Fr => "Français",
            Self::Ru => "Русский",
            Self::Zh => "中文",
        }
    }

    /// Whether text of this language runs from right to left.
    #[must_use]
    pub const fn is_right_to_left(self) -> bool {
        matches!(self, Self::Ar)
    }

    /// The value of a `dir` attribute: `rtl` or `ltr`.
    #[must_use]
    pub const fn direction(self) -> &'static str {
        if self.is_right_to_left() { "rtl" } else { "ltr" }
    }
}

impl fmt::Display for Language {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.tag())
    }
}

/// The first of our languages that a browser prefers, or `None` when it asks for none of them.
///
/// `header` is the value of `Accept-Language` (RFC 9110, 12.5.4): ranges with an optional weight `q` from 0 to 1.
/// Only the primary subtag counts (`zh-CN` is Chinese); among equal weights the earlier one wins; weight 0 means
/// "not this one"; `*` says nothing about us; what cannot be read is passed over.
#[must_use]
pub fn from_accept_language(header: &str) -> Option<Language> {
    let mut best: Option<(u16, Language)> = None;
    for range in header.split(',') {
        let Some((weight, language)) = weighted(range) else {
            continue;
        };
        if weight > 0 && best.is_none_or(|(so_far, _)| weight > so_far) {
            best = Some((weight, language));
        }
    }
    best.map(|(_, language)| language)
}

/// One range of the header: its weight in thousandths, and the language it names if that is one of ours.
fn weighted(range: &str) -> Option<(u16, Language)> {
    let mut parts = range.split(';').map(str::trim);
    let tag = parts.next()?;
    let language = Language::parse(tag.split('-').next()?)?;
    let mut weight = 1000;
    for parameter in parts {
        let (name, value) = parameter.split_once('=')?;
        if name.trim().eq_ignore_ascii_case("q") {
            weight = thousandths(value.trim())?;
        }
    }
    Some((weight, language))
}

/// A `qvalue` (RFC 9110, 12.4.2): `0`, `1`, or either with up to three decimals, never above 1.
fn thousandths(value: &str) -> Option<u16> {
    let (whole, decimals) = value.split_once('.').unwrap_or((value, ""));
    if decimals.len() > 3 || !decimals.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let decimals: u16 = format!("{decimals:0<3}").parse().ok()?;
    match whole {
        "0" => Some(decimals),
        "1" if decimals == 0 => Some(1000),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn tags_are_read_back_and_serde_uses_them() {
        for language in Language::ALL {
            assert_eq!(Language::parse(language.tag()), Some(language));
            let json = serde_json::to_string(&language).unwrap();
            assert_eq!(json, format!("\"{}\"", language.tag()));
            assert_eq!(serde_json::from_str::<Language>(&json).unwrap(), language);
        }
        assert_eq!(Language::parse("EN"), Some(Language::En));
        assert_eq!(Language::parse("de"), None);
        assert_eq!(Language::parse(""), None);
    }

    #[test]
    fn only_arabic_runs_from_right_to_left() {
        let rtl: Vec<_> = Language::ALL.into_iter().filter(|language| language.direction() == "rtl").collect();
        assert_eq!(rtl, [Language::Ar]);
    }

    #[test]
    fn what_browsers_send() {
        for (header, wanted) in [
            ("fr", Some(Language::Fr)),
            ("zh-CN,zh;q=0.9,en;q=0.8", Some(Language::Zh)),
            ("zh-Hant-TW", Some(Language::Zh)),
            ("de-AT,de;q=0.9,ru;q=0.5,en;q=0.6", Some(Language::En)),
            ("en;q=0.5, ar ; q=0.5", Some(Language::En)),
            ("en;q=0, es;q=0.001", Some(Language::Es)),
            ("en;q=0", None),
            ("*", None),
            ("*, ru;q=0.3", Some(Language::Ru)),
            ("", None),
            (",,;;==", None),
            ("en;q=2, fr;q=0.1", Some(Language::Fr)),
            ("en;q=-1, fr;q=1.001, ar;q=0.10", Some(Language::Ar)),
            ("EN-gb;Q=0.7", Some(Language::En)),
            ("english, fr;q=0.2", Some(Language::Fr)),
        ] {
            assert_eq!(from_accept_language(header), wanted, "{header}");
        }
    }

    proptest! {
        #[test]
        fn no_header_breaks_it(header in any::<String>()) {
            let _ = from_accept_language(&header);
        }
    }
}
