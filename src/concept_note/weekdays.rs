//! The day of the week that stands beside a date.

use chrono::{Datelike, NaiveDate, Weekday};

use super::dates::At;
use super::language::{ALL, is_wide};

/// Marks and blanks between a date and its day of the week.
const BETWEEN: [char; 9] = [' ', '\u{a0}', '\u{202f}', ',', '،', '，', '(', '（', '.'];

/// Whether the text names another day of the week beside a date than that date's.
pub(super) fn differs(folded: &str, found: &At<NaiveDate>) -> bool {
    let before = folded.get(..found.at).and_then(last);
    // behind several days it is the last one's
    let after = || folded.get(found.end..).filter(|_| !found.several).and_then(first);
    before.or_else(after).is_some_and(|named| named != found.value.weekday())
}

/// The day of the week that a folded text ends with.
pub(super) fn last(folded: &str) -> Option<Weekday> {
    let text = trimmed(folded, |text| text.trim_end_matches(BETWEEN), |text, joint| text.strip_suffix(joint));
    let whole = |rest: &str, name: &str| name.starts_with(is_wide) || !rest.ends_with(char::is_alphabetic);
    named(|name| text.strip_suffix(name).is_some_and(|rest| whole(rest, name)))
}

/// The day of the week that a folded text begins with.
fn first(folded: &str) -> Option<Weekday> {
    let text = trimmed(folded, |text| text.trim_start_matches(BETWEEN), |text, joint| text.strip_prefix(joint));
    let whole = |rest: &str, name: &str| name.starts_with(is_wide) || !rest.starts_with(char::is_alphabetic);
    named(|name| text.strip_prefix(name).is_some_and(|rest| whole(rest, name)))
}

/// Without what joins the day of the week to the date, at one end.
fn trimmed<'a>(
    text: &'a str,
    trim: fn(&'a str) -> &'a str,
    strip: fn(&'a str, &'static str) -> Option<&'a str>,
) -> &'a str {
    let text = trim(text);
    let joint = ALL
        .iter()
        .flat_map(|l| l.calendar.joints)
        .find_map(|joint| Some((strip(text, joint)?, trim(strip(text, joint)?))));
    // a joint is a word of its own
    joint.filter(|(rest, trimmed)| rest.len() > trimmed.len() || rest.is_empty()).map_or(text, |(_, trimmed)| trimmed)
}

fn named(is_it: impl Fn(&str) -> bool) -> Option<Weekday> {
    let days = ALL.iter().flat_map(|language| (0_u8..).zip(language.calendar.weekdays));
    let of =
        |(number, names): (u8, &[&str])| names.iter().any(|name| is_it(name)).then(|| Weekday::try_from(number).ok());
    { days }.find_map(|day| of(day).flatten())
}

#[cfg(test)]
mod tests {
    use super::super::dates;
    use super::super::language::fold;
    use super::*;

    #[test]
    fn a_day_of_the_week_beside_a_date_is_compared() {
        // a Tuesday
        for (text, expected) in [
            ("Tuesday, 20 May 2031", false),
            ("Friday, 20 May 2031", true),
            ("Friday the 20th of May 2031", true),
            ("Fri. 20 May 2031", true),
            ("20 May 2031 (Friday)", true),
            ("20 May 2031 (Tuesday)", false),
            ("Friday, May 20, 2031", true),
            ("20 May 2031; Friday is a holiday", false),
            ("Tuesday, 20 to Thursday, 22 May 2031", false),
            ("20 to 22 May 2031 (Thursday)", false),
            ("le mardi 20 mai 2031", false),
            ("le vendredi 20 mai 2031", true),
            ("el martes 20 de mayo de 2031", false),
            ("el viernes, 20 de mayo de 2031", true),
            ("во вторник, 20 мая 2031 года", false),
            ("в пятницу, 20 мая 2031 года", true),
            ("20 мая 2031 года (пятница)", true),
            ("20 мая 2031 года, вторник", false),
            ("2031年5月20日星期二", false),
            ("2031年5月20日（星期五）", true),
            ("二〇三一年五月二十日星期五", true),
            ("يوم الثلاثاء 20 أيار/مايو 2031", false),
            ("يوم الجمعة، 20 أيار/مايو 2031", true),
            ("on the friday before, 20 May 2031", false),
        ] {
            let found = dates::find(text);
            assert_eq!(differs(&fold(text), &found[0]), expected, "{text}");
        }
    }
}
