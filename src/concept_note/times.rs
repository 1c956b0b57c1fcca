//! Hours in the forms of six languages.
//!
//! Numbers are everywhere in a text; one is an hour where something makes it sure: minutes behind a colon, a part of the day,
//! the word for hours, a word that nothing but an hour follows.

mod form;

use std::sync::LazyLock;

use chrono::{NaiveDate, NaiveTime, TimeDelta};
use regex::{Captures, Match, Regex};

use super::calendar::Hours;
use super::dates::{At, begins_with_month};
use super::language::{ALL, Language, fold, has_phrase, is_wide};
use super::numbering::chinese;

/// An hour in each language.
static FORMS: LazyLock<Vec<(&Language, Regex)>> = LazyLock::new(|| {
    ALL.iter().filter_map(|language| Some((*language, Regex::new(&form::form(language)).ok()?))).collect()
});

/// What each language calls the time after noon.
static AFTERNOON: LazyLock<Vec<(&Language, Regex)>> = LazyLock::new(|| {
    let form = |language: &'static Language| Some((language, Regex::new(language.calendar.hours.afternoon).ok()?));
    ALL.iter().filter_map(|language| form(language)).collect()
});

static NOON: LazyLock<Vec<Regex>> =
    LazyLock::new(|| ALL.iter().filter_map(|language| Regex::new(language.calendar.hours.noon).ok()).collect());

/// What looks like an hour: two numbers with a colon, or a number alone behind the word that an hour follows.
static UNREAD: LazyLock<Vec<Regex>> = LazyLock::new(|| {
    let words = ALL.iter().map(|language| language.calendar.hours.alone).filter(|words| !words.is_empty());
    let alone = words.collect::<Vec<_>>().join("|");
    let forms = [
        r"(?:^|[^\d:./-])(?P<hour>\d{1,2}:\d{2})(?:$|[^\d:/])".to_owned(),
        format!(r"(?:^|[^\p{{Alphabetic}}])(?:{alone})\s*(?P<hour>\d{{1,2}}(?:\.\d{{2}})?)(?:$|[\s,;.)]|[^\d:./-])"),
    ];
    forms.iter().filter_map(|form| Regex::new(form).ok()).collect()
});

/// The hours of a text in order; where forms overlap, the one that begins first.
pub(super) fn find(text: &str) -> Vec<At<NaiveTime>> {
    let folded = fold(text);
    let hours = FORMS.iter().flat_map(|(language, form)| in_language(language, form, &folded));
    let noon = ALL.iter().zip(NOON.iter()).flat_map(|(language, noon)| noons(language, noon, &folded));
    let mut found: Vec<(usize, usize, NaiveTime)> = hours.chain(noon).collect();
    found.sort_by_key(|(start, end, _)| (*start, std::cmp::Reverse(*end)));
    let mut free = 0;
    found.retain(|(start, end, _)| {
        let keeps = *start >= free;
        free = if keeps { *end } else { free };
        keeps
    });
    found.into_iter().map(|(at, end, value)| At { at, end, several: false, value }).collect()
}

/// Whether a text writes an hour that is none, or none for sure; not one of those `read`, nor within the `days`.
pub(super) fn are_unread(text: &str, read: &[At<NaiveTime>], days: &[At<NaiveDate>]) -> bool {
    let folded = fold(text);
    let taken: Vec<_> =
        read.iter().map(|hour| hour.at..hour.end).chain(days.iter().map(|day| day.at..day.end)).collect();
    let free = |start: usize, end: usize| !taken.iter().any(|taken| taken.start < end && start < taken.end);
    let vague = ALL.iter().flat_map(|language| language.calendar.vague).any(|word| has_phrase(&folded, word));
    let written = |form: &Regex| {
        form.captures_iter(&folded).filter_map(|found| found.name("hour")).any(|hour| {
            let rest = folded[hour.end()..].trim_start();
            free(hour.start(), hour.end()) && !rest.starts_with(['%', '/']) && !begins_with_month(rest)
        })
    };
    read.is_empty() && vague || UNREAD.iter().any(written)
}

/// Where one language says noon, perhaps with a part of an hour behind it.
fn noons(language: &Language, noon: &Regex, folded: &str) -> Vec<(usize, usize, NaiveTime)> {
    let dated = |found: Match<'_>| {
        let rest = folded[found.end()..].trim_start();
        let part = language.calendar.hours.behind.iter().find(|(part, _)| rest.starts_with(part));
        let end = part.map_or(found.end(), |(part, _)| folded.len() - rest.len() + part.len());
        let minutes = TimeDelta::minutes(part.map_or(0, |(_, minutes)| *minutes));
        let time = NaiveTime::from_hms_opt(12, 0, 0)? + minutes;
        is_whole(folded, found.start(), end).then_some((found.start(), end, time))
    };
    let said = noon.captures_iter(folded).filter(|found| found.name("other").is_none());
    said.filter_map(|found| dated(found.name("noon").or_else(|| found.get(0))?)).collect()
}

/// Where the hours of one language begin and end; what is no hour may hold the beginning of one.
fn in_language(language: &'static Language, form: &Regex, folded: &str) -> Vec<(usize, usize, NaiveTime)> {
    let (mut hours, mut from) = (Vec::new(), 0);
    while let Some(captures) = form.captures_at(folded, from) {
        let found = Found { language, folded, captures };
        from = found.number_end();
        if let Some(hour) = found.time() {
            from = hour.1;
            hours.push(hour);
        }
    }
    hours
}

/// Whether neither a word nor a number goes on at either end of a part of a text.
fn is_whole(folded: &str, start: usize, end: usize) -> bool {
    let goes_on = |inner: Option<char>, outer: Option<char>| match (inner, outer) {
        (Some(inner), Some(outer)) if inner.is_numeric() => outer.is_numeric(),
        (Some(inner), Some(outer)) => {
            inner.is_alphabetic() && outer.is_alphabetic() && !is_wide(inner) && !is_wide(outer)
        }
        _ => false,
    };
    let (before, within, after) = (&folded[..start], &folded[start..end], &folded[end..]);
    !goes_on(within.chars().next(), before.chars().next_back())
        && !goes_on(within.chars().next_back(), after.chars().next())
}

/// What a form was found in.
struct Found<'a> {
    language: &'static Language,
    folded: &'a str,
    captures: Captures<'a>,
}

impl Found<'_> {
    fn has(&self, name: &str) -> bool {
        self.captures.name(name).is_some()
    }

    fn said(&self, name: &str) -> &str {
        self.captures.name(name).map_or("", |found| found.as_str())
    }

    fn number_end(&self) -> usize {
        let number = self.captures.name("h").or_else(|| self.captures.name("word"));
        number.map_or(self.folded.len(), |number| number.end())
    }

    /// Where the whole begins and ends, and the time, if it is one.
    fn time(&self) -> Option<(usize, usize, NaiveTime)> {
        let (whole, hour) = (self.captures.get(0)?, self.captures.name("h").or_else(|| self.captures.name("word"))?);
        let end = self.captures.name("rm").map_or(hour.end(), |minutes| minutes.end());
        // "полдесятого" is one word
        let start = self.captures.name("ahead").map_or(hour.start(), |part| part.start());
        if !is_whole(self.folded, whole.start(), whole.end()) || !is_whole(self.folded, start, end) {
            return None;
        }
        if self.is_in_a_number(hour.start(), whole.end()) || !self.is_sure(whole.start()) {
            return None;
        }
        let (hour, minute) = self.numbers()?;
        let part = self.part().map(TimeDelta::minutes);
        let morning = self.has("am") || self.has("early");
        let afternoon = self.has("late") || self.has("pm") && !self.begins_before_noon(hour);
        let hour = match hour {
            12 if morning => 0,
            1..=11 if afternoon => hour + 12,
            1..=6 if self.is_half_a_day() => self.afternoon_elsewhere().then_some(hour + 12)?,
            _ => hour,
        };
        let time = NaiveTime::from_hms_opt(hour, minute.unwrap_or(0), 0)?;
        Some((whole.start(), whole.end(), part.map_or(time, |part| time + part)))
    }

    /// Whether a small hour is written as on a dial, with no part of the day: no meeting begins at 3 in the night.
    fn is_half_a_day(&self) -> bool {
        let part = ["early", "am"].iter().any(|part| self.has(part));
        // Chinese has a word of its own for an hour of the clock, but for ":" no language has
        let own = self.language.calendar.hours.part_first && self.said("mark") != ":";
        !part && !self.said("h").starts_with('0') && !own
    }

    /// Whether the text says the part of the day apart from the hour.
    fn afternoon_elsewhere(&self) -> bool {
        let afternoon = AFTERNOON.iter().find(|(language, _)| language.code == self.language.code);
        let within = |said: Match<'_>| is_whole(self.folded, said.start(), said.end());
        afternoon.is_some_and(|(_, form)| form.find_iter(self.folded).any(within))
    }

    /// The minutes that a part of an hour adds, if it is said.
    fn part(&self) -> Option<i64> {
        let Hours { behind, ahead, .. } = self.language.calendar.hours;
        let said = |group: &str, parts: &[(&str, i64)]| {
            let said = self.said(group);
            parts.iter().find(|(part, _)| *part == said).map(|(_, minutes)| *minutes)
        };
        said("behind", behind).or_else(|| said("mbehind", behind)).or_else(|| said("ahead", ahead))
    }

    /// The group of the minutes, if they are some: not a day, "10 часов 15 мая", nor the second half of 8.5.
    fn minutes(&self) -> Option<Match<'_>> {
        let minutes = ["m", "mword", "um", "umword", "rm"].iter().find_map(|name| self.captures.name(name))?;
        let rest = self.folded[minutes.end()..].trim_start_matches([' ', '\u{a0}', '.']);
        let two = minutes.len() > 1 || self.said("mark") == "/";
        (two && !begins_with_month(rest)).then_some(minutes)
    }

    /// Hour and minutes as they are written.
    fn numbers(&self) -> Option<(u32, Option<u32>)> {
        let names = self.language.numbers.iter();
        let mut names = names.chain(self.language.calendar.hours.coming.iter().filter(|_| self.has("ahead")));
        let mut named = |word: &str| names.find(|(name, _)| *name == word).map(|(_, hour)| *hour);
        let hour = self.said("h").parse().ok().or_else(|| named(self.said("word")))?;
        let minute = self.minutes().map(|minutes| minutes.as_str());
        let minute = minute.and_then(|minute| minute.parse().ok().or_else(|| chinese(minute)));
        match minute {
            // documents in Arabic write minutes first, 30/8, but full hours after 24 hours, 10/00
            Some(minute) if self.said("mark") == "/" && (hour > 23 || (1..24).contains(&minute)) => {
                Some((minute, Some(hour)))
            }
            _ => Some((hour, minute)),
        }
    }

    /// A date, a symbol or a longer number: `10.03.2027`, `S/2027/10`.
    fn is_in_a_number(&self, start: usize, end: usize) -> bool {
        let joins = |c: char| matches!(c, '.' | '/' | ':' | '-' | '_');
        let mut before = self.folded[..start].chars().rev();
        let joined_before = before.next().is_some_and(joins) && before.next().is_some_and(char::is_alphanumeric);
        let mut after = self.folded[end..].chars();
        // "10 a.m.-1 p.m." is no longer number
        let numeric = self.folded[..end].ends_with(char::is_numeric);
        joined_before || numeric && after.next().is_some_and(joins) && after.next().is_some_and(char::is_numeric)
    }

    /// Whether what stands around the number leaves no doubt that it is an hour.
    fn is_sure(&self, start: usize) -> bool {
        let Hours { part_alone, unit_alone, .. } = self.language.calendar.hours;
        let introduced = self.has("sure") || self.has("after");
        let spans = self.has("end") && (self.has("spans") || introduced);
        let unit = ["unit", "runit", "last", "endunit"].iter().any(|unit| self.has(unit));
        let part = ["early", "late", "am", "pm"].iter().any(|part| self.has(part));
        let timed = self.minutes().is_some() || self.part().is_some();
        // 8.5 hours, 2020 hours
        if self.has("m") && !timed || self.has("rm") && self.said("h").len() < 2 {
            return false;
        }
        if self.has("word") && !(introduced || part || timed) {
            return false;
        }
        // jeudi 3 à 10 heures
        if self.has("until") && !(spans || part || timed || self.has("unit")) {
            return false;
        }
        let strong = matches!(self.said("mark"), ":" | "：" | "点" | "點");
        let first =
            self.folded[..start].trim_end().chars().next_back().is_none_or(|c| !c.is_alphanumeric() || is_wide(c));
        self.has("sure")
            || first && self.is_span(start)
            || self.has("clock")
            || self.has("runit")
            || part && (part_alone || unit || timed || introduced)
            || timed && (strong || introduced || unit || spans || self.has("minutes"))
            || unit && unit_alone && (introduced || spans || first)
    }

    /// "3 May, 15.00–18.00": two hours of full minutes, behind a day or a name; a number of a paragraph has one figure.
    fn is_span(&self, start: usize) -> bool {
        let full = |minutes: &str| minutes.parse::<u32>().is_ok_and(|minutes| minutes % 5 == 0 && minutes < 60);
        let set_off = self.folded[..start].trim_end().chars().next_back().is_none_or(|c| ",،:：(（;".contains(c));
        let hours = [self.said("h"), self.said("end")].map(str::parse::<u32>);
        let rises = matches!(hours, [Ok(from), Ok(to)] if from < to && to <= 24);
        set_off && rises && self.said("h").len() == 2 && full(self.said("m")) && full(self.said("em"))
    }

    /// "11 to 1 p.m."
    fn begins_before_noon(&self, hour: u32) -> bool {
        self.said("end").parse::<u32>().is_ok_and(|end| hour > end % 12)
    }
}

#[cfg(test)]
mod tests;
