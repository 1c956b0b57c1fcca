//! Alphabetical order, lists and numbers, as each language has them (ICU).

use std::cmp::Ordering;

use icu_collator::options::CollatorOptions;
use icu_collator::{CollatorBorrowed, CollatorPreferences};
use icu_decimal::input::Decimal;
use icu_decimal::options::DecimalFormatterOptions;
use icu_decimal::{DecimalFormatter, DecimalFormatterPreferences};
use icu_list::options::ListFormatterOptions;
use icu_list::{ListFormatter, ListFormatterPreferences};
use icu_locale_core::{Locale as IcuLocale, locale};

use super::Locale;
use crate::domain::language::Language;

/// The language with the settings that hold for dates and numbers: European digits, the day before the month.
pub(super) const fn icu(language: Language) -> IcuLocale {
    match language {
        Language::Ar => locale!("ar-u-nu-latn"),
        Language::En => locale!("en-GB"),
        Language::Es => locale!("es"),
        Language::Fr => locale!("fr"),
        Language::Ru => locale!("ru"),
        Language::Zh => locale!("zh"),
    }
}

/// A whole number with the language's grouping.
pub(super) fn number(language: Language, n: i64) -> String {
    let preferences = DecimalFormatterPreferences::from(&icu(language));
    match DecimalFormatter::try_new(preferences, DecimalFormatterOptions::default()) {
        Ok(formatter) => formatter.format(&Decimal::from(n)).to_string(),
        Err(_) => n.to_string(),
    }
}

impl Locale {
    /// A whole number, grouped as the language does: 12,500 or 12 500.
    #[must_use]
    pub fn number(&self, n: i64) -> String {
        number(self.language, n)
    }

    /// Which of two names comes first in the language's alphabet (Chinese: by pinyin). Never compare names by
    /// their bytes: Côte d'Ivoire would follow Cuba, Égypte would follow Zambie.
    #[must_use]
    pub fn compare(&self, one: &str, other: &str) -> Ordering {
        self.by_alphabet(|order| order(one, other))
    }

    /// Sorts by name in the alphabetical order of the language.
    pub fn sort_by_name<T>(&self, items: &mut [T], key: impl Fn(&T) -> &str) {
        self.by_alphabet(|order| items.sort_by(|one, other| order(key(one), key(other))));
    }

    fn by_alphabet<R>(self, work: impl FnOnce(&dyn Fn(&str, &str) -> Ordering) -> R) -> R {
        let preferences = CollatorPreferences::from(&icu(self.language));
        match CollatorBorrowed::try_new(preferences, CollatorOptions::default()) {
            // names that differ in nothing the alphabet knows still keep one order
            Ok(collator) => work(&|one, other| collator.compare(one, other).then_with(|| one.cmp(other))),
            Err(_) => work(&str::cmp),
        }
    }

    /// Several things in a row: "Chad, Mali and Niger". In Arabic each is isolated from the direction of the others, since labels
    /// such as "(a)" would else change places with the words between them.
    #[must_use]
    pub fn list(&self, items: &[String]) -> String {
        let isolated: Vec<String>;
        let items = if self.language == Language::Ar {
            isolated = items.iter().map(|item| format!("\u{2068}{item}\u{2069}")).collect();
            &isolated
        } else {
            items
        };
        let preferences = ListFormatterPreferences::from(&icu(self.language));
        match ListFormatter::try_new_and(preferences, ListFormatterOptions::default()) {
            Ok(formatter) => formatter.format(items.iter()).to_string(),
            Err(_) => items.join(", "),
        }
    }
}
