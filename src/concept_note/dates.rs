//! Dates in the forms of six languages.

use std::sync::LazyLock;

use chrono::{Datelike, NaiveDate};
use regex::{Captures, Regex};

use super::language::{ALL, fold};

/// Something found in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct At<T> {
    /// Byte offset in the folded text.
    pub at: usize,
    pub value: T,
}

/// Names of months, longest first, with their number.
static MONTHS: LazyLock<Vec<(&str, u32)>> = LazyLock::new(|| {
    let mut months: Vec<(&str, u32)> = ALL
        .iter()
        .flat_map(|language| (1_u32..).zip(language.months))
        .flat_map(|(number, names)| names.iter().map(move |name| (*name, number)))
        .collect();
    months.sort_by_key(|(name, _)| std::cmp::Reverse(name.len()));
    months
});

/// Day first, month first, Chinese, ISO, and numbers with full stops.
static DATES: LazyLock<Vec<Regex>> = LazyLock::new(|| {
    let names = month_names();
    forms([
        // documents in Arabic write both names of a month: 2 ايار/مايو 2022
        format!(
            r"\b(?P<d>\d{{1,2}})(?:er|st|nd|rd|th|º|-?го)?(?:\s*(?:-|–|to|and|et|y|и)\s*\d{{1,2}})?\.?\s*(?:de\s+|of\s+)?(?P<m>{names})\b\.?(?:\s*/\s*(?:{names})\b)?,?\s*(?:del?\s+)?(?P<y>\d{{4}})\b"
        ),
        format!(
            r"\b(?P<m>{names})\.?\s+(?P<d>\d{{1,2}})(?:st|nd|rd|th)?(?:\s*(?:-|–)\s*\d{{1,2}})?,?\s+(?P<y>\d{{4}})\b"
        ),
        r"(?P<y>\d{4})\s*年\s*(?P<n>\d{1,2})\s*月\s*(?P<d>\d{1,2})\s*日".to_owned(),
        r"\b(?P<y>\d{4})-(?P<n>\d{2})-(?P<d>\d{2})\b".to_owned(),
        r"\b(?P<d>\d{1,2})\.(?P<n>\d{1,2})\.(?P<y>\d{4})\b".to_owned(),
    ])
});

/// A day without its year: the forms that [`DATES`] has with one.
static DAYS: LazyLock<Vec<Regex>> = LazyLock::new(|| {
    let names = month_names();
    forms([
        format!(
            r"\b(?P<d>\d{{1,2}})(?:er|st|nd|rd|th|º|-?го)?\.?\s*(?:de\s+|of\s+)?(?P<m>{names})\b(?:\s*/\s*(?:{names})\b)?"
        ),
        format!(r"\b(?P<m>{names})\.?\s+(?P<d>\d{{1,2}})(?:st|nd|rd|th)?\b"),
        r"(?P<n>\d{1,2})\s*月\s*(?P<d>\d{1,2})\s*日".to_owned(),
    ])
});

/// A month with its year, which the days after it may leave out.
static MONTHS_OF_YEARS: LazyLock<Vec<Regex>> = LazyLock::new(|| {
    let names = month_names();
    forms([
        format!(r"\b(?P<m>{names}),?\s*(?:del?\s+)?(?P<y>\d{{4}})\b"),
        r"(?P<y>\d{4})\s*年\s*(?P<n>\d{1,2})\s*月".to_owned(),
    ])
});

/// The names of all months as alternatives of a pattern.
fn month_names() -> String {
    MONTHS.iter().map(|(name, _)| regex::escape(name)).collect::<Vec<_>>().join("|")
}

/// Patterns as regular expressions; a test holds that all of them are some.
fn forms(patterns: impl IntoIterator<Item = impl AsRef<str>>) -> Vec<Regex> {
    patterns.into_iter().filter_map(|pattern| Regex::new(pattern.as_ref()).ok()).collect()
}

/// The dates of a text in order.
pub(super) fn find(text: &str) -> Vec<At<NaiveDate>> {
    // a date has a year
    if !text.contains(char::is_numeric) {
        return Vec::new();
    }
    let folded = fold(text);
    let mut found: Vec<At<NaiveDate>> = DATES
        .iter()
        .flat_map(|date| date.captures_iter(&folded))
        .filter_map(|captures| Some(At { at: captures.get(0)?.start(), value: date(&captures)? }))
        .collect();
    found.sort_by_key(|found| found.at);
    found
}

/// The days of a text that are named without their year, in the year that the text names with their month, else in the
/// first one in which they are no earlier than `since`; with each, whether the text itself names the year.
pub(super) fn find_days(text: &str, since: Option<NaiveDate>) -> Vec<(At<NaiveDate>, bool)> {
    let folded = fold(text);
    let may = text.contains("May") || text.contains("MAY");
    let year = |captures: &Captures<'_>| Some((i32::try_from(number(captures, "y")?).ok()?, month(captures)?));
    let years: Vec<(i32, u32)> =
        MONTHS_OF_YEARS.iter().flat_map(|form| form.captures_iter(&folded)).filter_map(|found| year(&found)).collect();
    let dated = |captures: &Captures<'_>| {
        let (month, day) = (month(captures)?, number(captures, "d")?);
        // a verb of that name is written small
        if captures.name("m").is_some_and(|name| name.as_str() == "may" && !may) {
            return None;
        }
        if let Some((year, _)) = years.iter().find(|(_, named)| *named == month) {
            return Some((NaiveDate::from_ymd_opt(*year, month, day)?, true));
        }
        let since = since?;
        let next = (since.year()..=since.year() + 1).filter_map(|year| NaiveDate::from_ymd_opt(year, month, day));
        { next }.find(|day| *day >= since).map(|day| (day, false))
    };
    let found = DAYS.iter().flat_map(|day| day.captures_iter(&folded));
    let mut days: Vec<_> = found
        .filter_map(|captures| {
            let (value, named) = dated(&captures)?;
            Some((At { at: captures.get(0)?.start(), value }, named))
        })
        .collect();
    days.sort_by_key(|(found, _)| found.at);
    days
}

/// Whether a folded text begins with the name of a month.
pub(super) fn begins_with_month(folded: &str) -> bool {
    let ends = |rest: &str| !rest.starts_with(char::is_alphabetic);
    MONTHS.iter().any(|(name, _)| folded.strip_prefix(name).is_some_and(ends))
}

fn number(captures: &Captures<'_>, name: &str) -> Option<u32> {
    captures.name(name)?.as_str().parse().ok()
}

fn month(captures: &Captures<'_>) -> Option<u32> {
    let named = |name: &str| MONTHS.iter().find(|(month, _)| *month == name).map(|(_, number)| *number);
    captures.name("m").map_or_else(|| number(captures, "n"), |month| named(month.as_str()))
}

fn date(captures: &Captures<'_>) -> Option<NaiveDate> {
    let year = i32::try_from(number(captures, "y")?).ok()?;
    NaiveDate::from_ymd_opt(year, month(captures)?, number(captures, "d")?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_pattern_is_one() {
        assert_eq!((DATES.len(), DAYS.len(), MONTHS_OF_YEARS.len()), (5, 3, 2));
    }

    #[test]
    fn dates_of_six_languages_are_read() {
        for text in [
            "3 December 2020",
            "December 3, 2020",
            "3rd of December 2020",
            "le 3 décembre 2020",
            "3 de diciembre de 2020",
            "3 декабря 2020 года",
            "2020年12月3日",
            "3 كانون الأول/ديسمبر 2020",
            "٣ ديسمبر ٢٠٢٠",
            "2020-12-03",
            "03.12.2020",
            "3-4 December 2020",
            "Thursday, 3 Dec. 2020",
        ] {
            let found = find(text);
            assert_eq!(found.len(), 1, "{text}");
            assert_eq!(found[0].value, NaiveDate::from_ymd_opt(2020, 12, 3).unwrap(), "{text}");
        }
        assert_eq!(find("1er mai 2022")[0].value, NaiveDate::from_ymd_opt(2022, 5, 1).unwrap());
        for text in ["31 February 2020", "December 2020", "S/2020/12", "2151 (2014)", "3 December"] {
            assert_eq!(find(text), [], "{text}");
        }
    }

    #[test]
    fn a_day_without_its_year_is_the_next() {
        let day = |year, month, day| NaiveDate::from_ymd_opt(year, month, day).unwrap();
        let since = Some(day(2020, 11, 25));
        for (text, expected) in [
            ("on Thursday, 3 December, at 10 a.m.", vec![(day(2020, 12, 3), false)]),
            ("on December 3rd", vec![(day(2020, 12, 3), false)]),
            ("le 2 février à 10 heures", vec![(day(2021, 2, 2), false)]),
            ("el 5 de mayo", vec![(day(2021, 5, 5), false)]),
            ("中国将于2020年3月担任主席，并将于3月18日举行", vec![(day(2020, 3, 18), true)]),
            ("3 كانون الأول/ديسمبر", vec![(day(2020, 12, 3), false)]),
            ("as many as 5 may be held", vec![]),
            ("in December", vec![]),
        ] {
            let found: Vec<_> = find_days(text, since).iter().map(|(found, named)| (found.value, *named)).collect();
            assert_eq!(found, expected, "{text}");
        }
        assert_eq!(find_days("on 3 December", None), []);
    }
}
