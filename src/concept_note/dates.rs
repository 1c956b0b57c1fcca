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
        .flat_map(|language| (1_u32..).zip(language.calendar.months))
        .flat_map(|(number, names)| names.iter().map(move |name| (*name, number)))
        .collect();
    months.sort_by_key(|(name, _)| std::cmp::Reverse(name.len()));
    months
});

/// Day first, month first, Chinese, ISO, and numbers with full stops.
static DATES: LazyLock<Vec<Regex>> = LazyLock::new(|| {
    let (names, to) = (month_names(), between());
    let more = format!(r"(?:(?:,\s*\d{{1,2}})*{to}\d{{1,2}})?");
    forms([
        // documents in Arabic write both names of a month: 2 ايار/مايو 2022
        format!(
            r"\b[وف]?(?P<d>\d{{1,2}})(?:{NTH})?\.?\s*(?:de\s+|of\s+)?(?P<m>{names})\b\.?(?:\s*/\s*(?:{names})\b)?,?\s*(?:del?\s+)?(?P<y>\d{{4}})\b"
        ),
        format!(r"\b(?P<m>{names})\.?\s+(?P<d>\d{{1,2}})(?:st|nd|rd|th)?{more},?\s+(?P<y>\d{{4}})\b"),
        format!(r"(?P<y>\d{{4}})\s*年\s*(?P<n>\d{{1,2}})\s*月\s*(?P<d>\d{{1,2}})(?:{to}\d{{1,2}})?\s*日"),
        r"\b(?P<y>\d{4})-(?P<n>\d{2})-(?P<d>\d{2})\b".to_owned(),
        r"\b(?P<d>\d{1,2})\.(?P<n>\d{1,2})\.(?P<y>\d{4})\b".to_owned(),
    ])
});

/// A day without its year: the forms that [`DATES`] has with one.
static DAYS: LazyLock<Vec<Regex>> = LazyLock::new(|| {
    let names = month_names();
    forms([
        format!(r"\b[وف]?(?P<d>\d{{1,2}})(?:{NTH})?\.?\s*(?:de\s+|of\s+)?(?P<m>{names})\b(?:\s*/\s*(?:{names})\b)?"),
        format!(r"\b(?P<m>{names})\.?\s+(?P<d>\d{{1,2}})(?:st|nd|rd|th)?\b"),
        format!(r"(?P<n>\d{{1,2}})\s*月\s*(?P<d>\d{{1,2}})(?:{}\d{{1,2}})?\s*日", between()),
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

/// What stands before the last of several days: the first one, perhaps with a month and a year of its own.
static FIRSTS: LazyLock<Vec<Regex>> = LazyLock::new(|| {
    let (names, to) = (month_names(), between());
    // neither the minutes of an hour nor a document's number is a day
    let whole = r"(?:^|[^\d:./]|[^\d]:)\b";
    let year = r"(?:,?\s*(?:del?\s+)?(?P<y>\d{4})(?:\s*\p{Alphabetic}{1,4}\b\.?)?)?";
    forms([
        format!(
            r"{whole}(?P<d>\d{{1,2}})(?:{NTH})?(?:\s*[,،]\s*\d{{1,2}})*(?:\s*(?:de\s+|of\s+)?(?P<m>{names})\b\.?(?:\s*/\s*(?:{names})\b)?{year})?{to}$"
        ),
        format!(r"\b(?P<m>{names})\.?\s+(?P<d>\d{{1,2}})(?:st|nd|rd|th)?{year}{to}$"),
        format!(
            r"(?:(?P<y>\d{{4}})\s*年\s*)?(?P<n>\d{{1,2}})\s*月\s*(?P<d>\d{{1,2}})\s*日?(?:[（(][^）)]*[）)])?{to}$"
        ),
    ])
});

/// What makes an ordinal of a day's number.
const NTH: &str = r"er|st|nd|rd|th|º|-?го|-?е";

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
        (days > 0 && (own.is_some() || days <= LONGEST_RANGE)).then_some(At { at, value })
    };
    let found = FIRSTS.iter().filter_map(|first| dated(&first.captures(&folded[from..last.at])?));
    { found }.min_by_key(|first| first.at).unwrap_or(last)
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
        .filter_map(|captures| Some(At { at: start(&captures)?, value: date(&captures)? }))
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
            Some((At { at: start(&captures)?, value }, named))
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

/// Whether a folded text begins with the name of a month.
pub(super) fn begins_with_month(folded: &str) -> bool {
    let ends = |rest: &str| !rest.starts_with(char::is_alphabetic);
    MONTHS.iter().any(|(name, _)| folded.strip_prefix(name).is_some_and(ends))
}

/// Where a date begins.
fn start(captures: &Captures<'_>) -> Option<usize> {
    ["y", "n", "m", "d"].iter().filter_map(|name| captures.name(name)).map(|part| part.start()).min()
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
            "二〇二〇年十二月三日",
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
    fn the_first_of_several_days_is_meant() {
        for text in [
            "from 17 to 19 June 2025",
            "on 17 and 18 June 2025",
            "17, 18 and 19 June 2025",
            "at 9:30, 17-19 June 2025",
            "Tuesday, 17 to Thursday, 19 June 2025",
            "from 17 June to 2 July 2025",
            "from 17 June 2025 to 19 June 2025",
            "17 June through 19 June 2025",
            "June 17–19, 2025",
            "June 17 and 18, 2025",
            "June 17 to July 2, 2025",
            "du 17 au 19 juin 2025",
            "du mardi 17 au jeudi 19 juin 2025",
            "les 17 et 18 juin 2025",
            "les 17, 18 et 19 juin 2025",
            "du 17 juin au 2 juillet 2025",
            "del 17 al 19 de junio de 2025",
            "los días 17 y 18 de junio de 2025",
            "del 17 de junio al 2 de julio de 2025",
            "17–19 июня 2025 года",
            "с 17 по 19 июня 2025 года",
            "с 17-го по 19-е июня 2025 года",
            "17 и 18 июня 2025 года",
            "с 17 июня 2025 года по 2 июля 2025 года",
            "2025年6月17日至19日",
            "二〇二五年六月十七日至十九日",
            "2025年6月17至19日",
            "2025年6月17日（星期二）至7月2日",
            "2025年6月17日和18日",
            "يومي 17 و 18 حزيران/يونيه 2025",
            "يومي 17 و18 حزيران/يونيه 2025",
            "من 17 إلى 19 حزيران/يونيه 2025",
            "من الثلاثاء 17 إلى يوم الخميس 19 يونيو 2025",
            "من 17 حزيران/يونيه إلى 2 تموز/يوليه 2025",
        ] {
            let first = NaiveDate::from_ymd_opt(2025, 6, 17).unwrap();
            assert_eq!(find(text).iter().map(|found| found.value).collect::<Vec<_>>(), [first], "{text}");
            let bare = text
                .replace(" de 2025", "")
                .replace(" 2025 года", "")
                .replace(", 2025", "")
                .replace("2025年", "")
                .replace("2025", "");
            let days = find_days(&bare, NaiveDate::from_ymd_opt(2025, 1, 2));
            assert_eq!(days.iter().map(|(found, _)| found.value).collect::<Vec<_>>(), [first], "{bare}");
        }
        let turn = NaiveDate::from_ymd_opt(2024, 12, 30).unwrap();
        assert_eq!(find("from 30 December to 2 January 2025")[0].value, turn);
        for text in [
            "resolution 19 and 17 June 2025",
            "from 9.12 to 17 June 2025",
            "3 May 2025; 17 June 2025",
            "S/2025/12 and 17 June 2025",
            "S/2025/31/Add.1 and 17 June 2025",
            "第2715号和2025年6月17日",
            "第2715和2025年6月17日",
            "10 a.m. to 1 p.m., 17 June 2025",
            "de 10 à 12 heures le 17 juin 2025",
        ] {
            assert_eq!(find(text).last().map(|found| found.value), NaiveDate::from_ymd_opt(2025, 6, 17), "{text}");
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
