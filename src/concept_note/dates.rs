//! Dates in the forms of six languages.

mod words;

use std::sync::LazyLock;

use chrono::{Datelike, NaiveDate};
use regex::{Captures, Match, Regex};

use super::asides::moved;
use super::language::{ALL, fold};

/// Something found in a text.
#[expect(clippy::struct_field_names, reason = "where something is at is what the type adds to it")]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct At<T> {
    /// Where it begins and ends in the folded text, in bytes.
    pub at: usize,
    pub end: usize,
    /// Whether it is the first of several, which end there.
    pub several: bool,
    pub value: T,
}

/// Names of months, longest first, with their number.
static MONTHS: LazyLock<Vec<(&str, u32)>> = LazyLock::new(|| {
    let mut months: Vec<(&str, u32)> = ALL
        .iter()
        .flat_map(|language| (1_u32..).zip(language.calendar.months))
        .flat_map(|(number, names)| names.iter().map(move |name| (*name, number)))
        .collect();
    months.sort_by_key(|(name, _)| std::cmp::Reverse(name.len()));
    months
});

/// Day first, month first, Chinese, ISO, numbers with full stops, and numbers with slashes: `a` and `b` are day and month
/// in an order that they themselves must tell.
static DATES: LazyLock<Vec<Regex>> = LazyLock::new(|| {
    let (names, to) = (month_names(), between());
    let more = format!(r"(?:(?:,\s*\d{{1,2}})*{to}\d{{1,2}})?");
    let year = format!(r"\b\.?(?:\s*/\s*(?:{names})\b)?,?\s*(?:del?\s+)?(?P<y>\d{{4}})\b");
    let in_words = words::patterns().map(|(day, of)| format!(r"{day}\s+(?:{of})(?P<m>{names}){year}"));
    let in_figures = [
        // documents in Arabic write both names of a month: 2 ايار/مايو 2022
        format!(r"\b[وف]?(?P<d>\d{{1,2}})(?:{NTH})?\.?\s*(?:de\s+|(?:day\s+)?of\s+)?(?P<m>{names}){year}"),
        format!(r"\b(?P<d>\d{{1,2}})-(?P<m>{names})-(?P<y>\d{{4}})\b"),
        format!(r"\b(?P<m>{names})\.?\s+(?P<d>\d{{1,2}})(?:st|nd|rd|th)?{more},?\s+(?P<y>\d{{4}})\b"),
        format!(r"(?P<y>\d{{4}})\s*年\s*(?P<n>\d{{1,2}})\s*月\s*(?P<d>\d{{1,2}})(?:{to}\d{{1,2}})?\s*日"),
        r"\b(?P<y>\d{4})-(?P<n>\d{2})-(?P<d>\d{2})\b".to_owned(),
        r"\b(?P<d>\d{1,2})\.(?P<n>\d{1,2})\.(?P<y>\d{4})\b".to_owned(),
        r"\b(?P<y>\d{4})/(?P<n>\d{1,2})/(?P<d>\d{1,2})\b".to_owned(),
        r"\b(?P<a>\d{1,2})(?:/|-)(?P<b>\d{1,2})(?:/|-)(?P<y>\d{4})\b".to_owned(),
    ];
    forms(in_figures.into_iter().chain(in_words))
});

/// A day without its year: the forms that [`DATES`] has with one.
static DAYS: LazyLock<Vec<Regex>> = LazyLock::new(|| {
    let names = month_names();
    let in_words = words::patterns().map(|(day, of)| format!(r"{day}\s+(?:{of})(?P<m>{names})\b"));
    let in_figures = [
        format!(
            r"\b[وف]?(?P<d>\d{{1,2}})(?:{NTH})?\.?\s*(?:de\s+|(?:day\s+)?of\s+)?(?P<m>{names})\b(?:\s*/\s*(?:{names})\b)?"
        ),
        format!(r"\b(?P<m>{names})\.?\s+(?P<d>\d{{1,2}})(?:st|nd|rd|th)?\b"),
        format!(r"(?P<n>\d{{1,2}})\s*月\s*(?P<d>\d{{1,2}})(?:{}\d{{1,2}})?\s*日", between()),
    ];
    forms(in_figures.into_iter().chain(in_words))
});

/// A month with its year, which the days after it may leave out.
static MONTHS_OF_YEARS: LazyLock<Vec<Regex>> = LazyLock::new(|| {
    let names = month_names();
    forms([
        format!(r"\b(?P<m>{names}),?\s*(?:del?\s+)?(?P<y>\d{{4}})\b"),
        r"(?P<y>\d{4})\s*年\s*(?P<n>\d{1,2})\s*月".to_owned(),
    ])
});

/// Dates that leave out the century.
static SHORT_YEARS: LazyLock<Vec<Regex>> = LazyLock::new(|| forms([r"\b\d{1,2}(?:/\d{1,2}/|\.\d{1,2}\.)\d{2}\b"]));

/// What stands before the last of several days: the first one, perhaps with a month and a year of its own.
static FIRSTS: LazyLock<Vec<Regex>> = LazyLock::new(|| {
    let (names, to) = (month_names(), between());
    // neither the minutes of an hour nor a document's number is a day
    let whole = r"(?:^|[^\d:./]|[^\d]:)\b";
    let year = r"(?:,?\s*(?:del?\s+)?(?P<y>\d{4})(?:\s*\p{Alphabetic}{1,4}\b\.?)?)?";
    let in_words = words::patterns()
        .map(|(day, of)| format!(r"{day}(?:\s+(?:{of})(?P<m>{names})\b\.?(?:\s*/\s*(?:{names})\b)?{year})?{to}$"));
    let in_figures = [
        format!(
            r"{whole}(?P<d>\d{{1,2}})(?:{NTH})?(?:\s*[,،]\s*\d{{1,2}})*(?:\s*(?:de\s+|(?:day\s+)?of\s+)?(?P<m>{names})\b\.?(?:\s*/\s*(?:{names})\b)?{year})?{to}$"
        ),
        format!(r"\b(?P<m>{names})\.?\s+(?P<d>\d{{1,2}})(?:st|nd|rd|th)?{year}{to}$"),
        format!(
            r"(?:(?P<y>\d{{4}})\s*年\s*)?(?P<n>\d{{1,2}})\s*月\s*(?P<d>\d{{1,2}})\s*日?(?:[（(][^）)]*[）)])?{to}$"
        ),
    ];
    forms(in_figures.into_iter().chain(in_words))
});

/// What makes an ordinal of a day's number.
const NTH: &str = r"er|st|nd|rd|th|\.?º|-?го|-?ого|-?е|-?ое";

/// Farthest back from the last of several days that the first one stands, in bytes.
const RANGE: usize = 100;

/// Most days from the first one to the last, where the first one has no year of its own.
const LONGEST_RANGE: i64 = 92;

/// What stands between two days, with the second one's day of the week.
fn between() -> String {
    let words: Vec<&str> = ALL.iter().flat_map(|language| language.calendar.ranges).copied().collect();
    format!(r"\s*(?:-|–|—|{})\s*(?:\p{{Alphabetic}}+,?\s+)?", words.join("|"))
}

/// Of several days, the first one is meant: "from 17 to 19 June 2025".
fn first_of(folded: &str, last: At<NaiveDate>) -> At<NaiveDate> {
    let mut from = last.at.saturating_sub(RANGE);
    while !folded.is_char_boundary(from) {
        from += 1;
    }
    let dated = |captures: &Captures<'_>| {
        let (day, month) = (number(captures, "d")?, month(captures).unwrap_or(last.value.month()));
        let own = number(captures, "y").and_then(|year| i32::try_from(year).ok());
        let year = own.unwrap_or(last.value.year() - i32::from(month > last.value.month()));
        let value = NaiveDate::from_ymd_opt(year, month, day)?;
        let days = (last.value - value).num_days();
        let at = from + start(captures)?;
        (days > 0 && (own.is_some() || days <= LONGEST_RANGE)).then_some(At { at, end: last.end, several: true, value })
    };
    let found = FIRSTS.iter().filter_map(|first| dated(&first.captures(&folded[from..last.at])?));
    // of two days that a meeting was moved between, the last one is meant
    let several = |first: &At<NaiveDate>| !moved::ends_with_from(&folded[..first.at]);
    { found }.min_by_key(|first| first.at).filter(several).unwrap_or(last)
}

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
    if !text.contains(|c: char| c.is_numeric() || c == '年') {
        return Vec::new();
    }
    let folded = fold(text);
    let mut found: Vec<At<NaiveDate>> = DATES
        .iter()
        .flat_map(|date| date.captures_iter(&folded))
        .filter(|captures| stands_alone(&folded, captures))
        .filter_map(|captures| at(&captures, date(&captures)?))
        .collect();
    found.sort_by_key(|found| found.at);
    firsts(&folded, found)
}

/// Dates in order, of each range the first one alone.
fn firsts(folded: &str, found: Vec<At<NaiveDate>>) -> Vec<At<NaiveDate>> {
    let mut kept: Vec<At<NaiveDate>> = Vec::new();
    for found in found {
        let first = first_of(folded, found);
        kept.retain(|kept| kept.at < first.at);
        kept.push(first);
    }
    kept
}

/// The days of a text that are named without their year, in the year that the text names with their month, else in the
/// first one in which they are no earlier than `since`; with each, whether the text itself names the year.
pub(super) fn find_days(text: &str, since: Option<NaiveDate>) -> Vec<(At<NaiveDate>, bool)> {
    let folded = fold(text);
    let year = |captures: &Captures<'_>| Some((i32::try_from(number(captures, "y")?).ok()?, month(captures)?));
    let years: Vec<(i32, u32)> =
        MONTHS_OF_YEARS.iter().flat_map(|form| form.captures_iter(&folded)).filter_map(|found| year(&found)).collect();
    let dated = |captures: &Captures<'_>| {
        let (month, day) = (month(captures)?, number(captures, "d")?);
        if let Some((year, _)) = years.iter().find(|(_, named)| *named == month) {
            return Some((NaiveDate::from_ymd_opt(*year, month, day)?, true));
        }
        let since = since?;
        let next = (since.year()..=since.year() + 1).filter_map(|year| NaiveDate::from_ymd_opt(year, month, day));
        { next }.find(|day| *day >= since).map(|day| (day, false))
    };
    let mut days: Vec<_> = named_days(text, &folded)
        .filter_map(|captures| {
            let (value, named) = dated(&captures)?;
            Some((at(&captures, value)?, named))
        })
        .collect();
    days.sort_by_key(|(found, _)| found.at);
    let mut kept: Vec<(At<NaiveDate>, bool)> = Vec::new();
    for (found, named) in days {
        let first = first_of(&folded, found);
        kept.retain(|(kept, _)| kept.at < first.at);
        kept.push((first, named));
    }
    kept
}

/// The days of a text that are named without their year.
fn named_days<'a>(text: &str, folded: &'a str) -> impl Iterator<Item = Captures<'a>> {
    // a verb of that name is written small
    let may = text.contains("May") || text.contains("MAY");
    let found = DAYS.iter().flat_map(move |day| day.captures_iter(folded));
    found.filter(move |captures| may || captures.name("m").is_none_or(|name| name.as_str() != "may"))
}

/// Whether a text writes a day like a date that is none, or none for sure: not one of those `read`.
pub(super) fn are_unread(text: &str, read: &[At<NaiveDate>]) -> bool {
    let folded = fold(text);
    let dates = DATES.iter().chain(SHORT_YEARS.iter()).flat_map(|date| date.captures_iter(&folded));
    let written = dates.filter(|captures| stands_alone(&folded, captures)).chain(named_days(text, &folded));
    let is_read = |whole: Match<'_>| read.iter().any(|day| day.at < whole.end() && whole.start() < day.end);
    { written }.filter_map(|captures| captures.get(0)).any(|whole| !is_read(whole))
}

/// The months with their years that a folded text names, in order: year and number.
pub(super) fn months(folded: &str) -> Vec<At<(i32, u32)>> {
    let named = |captures: &Captures<'_>| {
        let whole = captures.get(0)?;
        let value = (i32::try_from(number(captures, "y")?).ok()?, month(captures)?);
        Some(At { at: whole.start(), end: whole.end(), several: false, value })
    };
    let forms = MONTHS_OF_YEARS.iter().flat_map(|form| form.captures_iter(folded));
    let mut months: Vec<_> = forms.filter_map(|captures| named(&captures)).collect();
    months.sort_by_key(|month| month.at);
    months
}

/// Whether a text names a month with its year.
pub(super) fn has_month(text: &str) -> bool {
    let folded = fold(text);
    MONTHS_OF_YEARS.iter().any(|month| month.is_match(&folded))
}

/// Whether numbers between slashes or hyphens are not a part of more of them: a symbol, a path.
fn stands_alone(folded: &str, captures: &Captures<'_>) -> bool {
    let Some(whole) = captures.get(0).filter(|whole| whole.as_str().contains(['/', '-'])) else {
        return true;
    };
    let joins = |c: char| matches!(c, '/' | '-' | '_' | '.');
    let numbers = !whole.as_str().contains(char::is_alphabetic);
    let (before, after) = (folded[..whole.start()].chars().next_back(), folded[whole.end()..].chars().next());
    !numbers || !before.is_some_and(joins) && !after.is_some_and(|c| matches!(c, '/' | '-' | '_'))
}

/// A date where it stands.
fn at(captures: &Captures<'_>, value: NaiveDate) -> Option<At<NaiveDate>> {
    Some(At { at: start(captures)?, end: captures.get(0)?.end(), several: false, value })
}

/// Whether a folded text begins with the name of a month.
pub(super) fn begins_with_month(folded: &str) -> bool {
    let ends = |rest: &str| !rest.starts_with(char::is_alphabetic);
    MONTHS.iter().any(|(name, _)| folded.strip_prefix(name).is_some_and(ends))
}

/// Where a date begins.
fn start(captures: &Captures<'_>) -> Option<usize> {
    ["y", "n", "m", "d", "a"].iter().filter_map(|name| captures.name(name)).map(|part| part.start()).min()
}

fn number(captures: &Captures<'_>, name: &str) -> Option<u32> {
    let number = captures.name(name)?.as_str();
    { number }.parse().ok().or_else(|| words::day(&number.split_whitespace().collect::<Vec<_>>().join(" ")))
}

fn month(captures: &Captures<'_>) -> Option<u32> {
    let named = |name: &str| MONTHS.iter().find(|(month, _)| *month == name).map(|(_, number)| *number);
    captures.name("m").map_or_else(|| number(captures, "n"), |month| named(month.as_str()))
}

fn date(captures: &Captures<'_>) -> Option<NaiveDate> {
    let year = i32::try_from(number(captures, "y")?).ok()?;
    let (day, month) = match (number(captures, "a"), number(captures, "b")) {
        (Some(day), Some(month)) if day > 12 || day == month => (day, month),
        (Some(month), Some(day)) if day > 12 => (day, month),
        (Some(_), _) => return None,
        (None, _) => (number(captures, "d")?, month(captures)?),
    };
    NaiveDate::from_ymd_opt(year, month, day)
}

#[cfg(test)]
mod tests;
