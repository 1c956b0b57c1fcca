//! Hours in the forms of six languages.
//!
//! Numbers are everywhere in a text; one is an hour where something makes it sure: minutes behind a colon, a part of the day,
//! the word for hours, a word that nothing but an hour follows.

use std::sync::LazyLock;

use chrono::NaiveTime;
use regex::{Captures, Match, Regex};

use super::calendar::Hours;
use super::dates::{At, begins_with_month};
use super::language::{ALL, Language, fold, is_wide};
use super::numbering::chinese;

/// An hour in each language: what introduces it, a part of the day, the number, its minutes, a later hour, a part of the day.
static FORMS: LazyLock<Vec<(&Language, Regex)>> =
    LazyLock::new(|| ALL.iter().filter_map(|language| Some((*language, Regex::new(&form(language)).ok()?))).collect());

static NOON: LazyLock<Vec<Regex>> =
    LazyLock::new(|| ALL.iter().filter_map(|language| Regex::new(language.calendar.hours.noon).ok()).collect());

/// Minutes in Chinese numerals.
const LETTERS: &str = "[二三四五]?十[一二三四五六七八九]?";

fn form(language: &Language) -> String {
    let Hours { after, sure, spans, unit, clock, mark, minutes, half, quarter, until, morning, afternoon, .. } =
        language.calendar.hours;
    let [after, sure, spans, unit, clock, minutes, half, quarter] =
        [after, sure, spans, unit, clock, minutes, half, quarter].map(some);
    let first = |part| some(if language.calendar.hours.part_first { part } else { "" });
    let last = |part| some(if language.calendar.hours.part_first { "" } else { part });
    let words = words(language);
    [
        format!(r"(?:(?P<sure>{sure})|(?P<after>{after})|(?P<spans>{spans}))?\s*"),
        format!(r"(?:(?P<early>{})|(?P<late>{}))?\s*", first(morning), first(afternoon)),
        format!(r"(?:(?-u:\b)(?P<h>\d{{1,2}})|(?P<word>{words}))"),
        // behind a mark, behind the unit, or right behind the hour: 1500 hours
        format!(r"(?:\s*(?P<mark>{mark})\s*(?:(?P<m>\d\d?)|(?P<mword>{LETTERS})|(?P<mhalf>{half}))"),
        format!(r"|\s*(?P<unit>(?P<clock>{clock})|{unit})(?:\s*(?:(?P<um>\d\d?)|(?P<umword>{LETTERS})))?"),
        format!(r"|(?P<rm>\d\d)\s*(?P<runit>{unit}))?"),
        format!(r"(?:\s*(?P<minutes>{minutes}))?(?:\s*(?P<half>{half})|\s*(?P<quarter>{quarter}))?"),
        format!(r"(?:\s*(?P<behind>{unit}))?"),
        format!(r"(?:\s*(?:-|–|—|(?P<until>{until}))\s*(?:(?:{sure}|{after})\s*)?(?P<end>\d{{1,2}})"),
        format!(r"(?:\s*(?:{mark}|{unit})\s*\d\d)?(?:\s*(?P<endunit>{unit}))?)?"),
        format!(r"(?:[\s,]*(?:(?P<am>{})|(?P<pm>{})))?", last(morning), last(afternoon)),
    ]
    .concat()
}

/// A pattern, or one that matches nothing.
fn some(pattern: &'static str) -> &'static str {
    if pattern.is_empty() { r"[^\s\S]" } else { pattern }
}

/// The hours in letters, the longest first.
fn words(language: &Language) -> String {
    let mut words: Vec<&str> = language.numbers.iter().map(|(word, _)| *word).collect();
    words.sort_by_key(|word| std::cmp::Reverse(word.len()));
    words.join("|")
}

/// The hours of a text in order; where forms overlap, the one that begins first.
pub(super) fn find(text: &str) -> Vec<At<NaiveTime>> {
    let folded = fold(text);
    let hours = FORMS.iter().flat_map(|(language, form)| in_language(language, form, &folded));
    let noon = NOON.iter().flat_map(|noon| noon.find_iter(&folded)).filter_map(|noon| {
        let whole = is_whole(&folded, noon.start(), noon.end());
        whole.then(|| Some((noon.start(), noon.end(), NaiveTime::from_hms_opt(12, 0, 0)?))).flatten()
    });
    let mut found: Vec<(usize, usize, NaiveTime)> = hours.chain(noon).collect();
    found.sort_by_key(|(start, end, _)| (*start, std::cmp::Reverse(*end)));
    let mut free = 0;
    found.retain(|(start, end, _)| {
        let keeps = *start >= free;
        free = if keeps { *end } else { free };
        keeps
    });
    found.into_iter().map(|(at, _, value)| At { at, value }).collect()
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
        if !is_whole(self.folded, whole.start(), whole.end()) || !is_whole(self.folded, hour.start(), end) {
            return None;
        }
        if self.is_in_a_number(hour.start(), whole.end()) || !self.is_sure(whole.start()) {
            return None;
        }
        let (hour, minute) = self.numbers()?;
        let morning = self.has("am") || self.has("early");
        let afternoon = self.has("late") || self.has("pm") && !self.begins_before_noon(hour);
        let hour = match hour {
            12 if morning => 0,
            1..=11 if afternoon => hour + 12,
            _ => hour,
        };
        Some((whole.start(), whole.end(), NaiveTime::from_hms_opt(hour, minute.unwrap_or(0), 0)?))
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
        let named = |word: &str| self.language.numbers.iter().find(|(name, _)| *name == word).map(|(_, hour)| *hour);
        let hour = self.said("h").parse().ok().or_else(|| named(self.said("word")))?;
        let minute = self.minutes().map(|minutes| minutes.as_str());
        let minute = minute.and_then(|minute| minute.parse().ok().or_else(|| chinese(minute)));
        let minute = minute.or(self.adds("half").then_some(30)).or(self.has("quarter").then_some(15));
        match minute {
            // documents in Arabic write minutes first, 30/8, but full hours after 24 hours, 10/00
            Some(minute) if self.said("mark") == "/" && (hour > 23 || (1..24).contains(&minute)) => {
                Some((minute, Some(hour)))
            }
            _ => Some((hour, minute)),
        }
    }

    fn adds(&self, part: &str) -> bool {
        self.has(part) || self.has("mhalf")
    }

    /// A date, a symbol or a longer number: `10.03.2027`, `S/2027/10`.
    fn is_in_a_number(&self, start: usize, end: usize) -> bool {
        let joins = |c: char| matches!(c, '.' | '/' | ':' | '-' | '_');
        let mut before = self.folded[..start].chars().rev();
        let joined_before = before.next().is_some_and(joins) && before.next().is_some_and(char::is_alphanumeric);
        let mut after = self.folded[end..].chars();
        joined_before || after.next().is_some_and(joins) && after.next().is_some_and(char::is_numeric)
    }

    /// Whether what stands around the number leaves no doubt that it is an hour.
    fn is_sure(&self, start: usize) -> bool {
        let Hours { part_alone, unit_alone, .. } = self.language.calendar.hours;
        let introduced = self.has("sure") || self.has("after");
        let spans = self.has("end") && (self.has("spans") || introduced);
        let unit = ["unit", "runit", "behind", "endunit"].iter().any(|unit| self.has(unit));
        let part = ["early", "late", "am", "pm"].iter().any(|part| self.has(part));
        let timed = self.minutes().is_some() || self.adds("half") || self.has("quarter");
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
            || self.has("clock")
            || self.has("runit")
            || part && (part_alone || unit || timed || introduced)
            || timed && (strong || introduced || unit || spans || self.has("minutes"))
            || unit && unit_alone && (introduced || spans || first)
    }

    /// "11 to 1 p.m."
    fn begins_before_noon(&self, hour: u32) -> bool {
        self.said("end").parse::<u32>().is_ok_and(|end| hour > end % 12)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_pattern_is_one() {
        assert_eq!((FORMS.len(), NOON.len()), (ALL.len(), ALL.len()));
    }

    /// Hours of texts, and the hour and minute that each is.
    const HOURS: &[(&str, u32, u32)] = &[
        ("beginning at 8.30 a.m. (New York time)", 8, 30),
        ("at 10 a.m.", 10, 0),
        ("at 3 p.m.", 15, 0),
        ("3:15 PM", 15, 15),
        ("at 15:00", 15, 0),
        ("at noon", 12, 0),
        ("12.30 p.m.", 12, 30),
        ("from 10 a.m. to 1 p.m.", 10, 0),
        ("from 3 to 6 p.m.", 15, 0),
        ("à 10 heures", 10, 0),
        ("à 10 h 30", 10, 30),
        ("à 15h30", 15, 30),
        ("à midi", 12, 0),
        ("a las 10.00 horas", 10, 0),
        ("a las 15:30 horas", 15, 30),
        ("a las tres de la tarde", 15, 0),
        ("a las 10 horas", 10, 0),
        ("10.30 a 12.30 horas", 10, 30),
        ("de 10 à 13 heures", 10, 0),
        ("с 10 до 13 часов", 10, 0),
        ("с 15.30 до 18.00", 15, 30),
        ("в 10 ч. 00 мин.", 10, 0),
        ("в 10 часов", 10, 0),
        ("в 15:00", 15, 0),
        ("в 3 часа дня", 15, 0),
        ("上午10时", 10, 0),
        ("下午3时30分", 15, 30),
        ("上午8:30", 8, 30),
        ("下午三时", 15, 0),
        ("الساعة 10:00", 10, 0),
        ("الساعة 8:30 صباحاً", 8, 30),
        ("الساعة 30/8", 8, 30),
        ("الساعة 10/00", 10, 0),
        ("الساعة 10/30", 10, 30),
        ("الساعة الثالثة بعد الظهر", 15, 0),
        ("الساعة العاشرة والنصف صباحا", 10, 30),
        ("الساعة 3 مساء", 15, 0),
        ("at 3:30 p.m.", 15, 30),
        ("3.00 p.m.", 15, 0),
        ("3:00 PM", 15, 0),
        ("at 10:30 p.m.", 22, 30),
        ("from 3:00 to 6:00 p.m.", 15, 0),
        ("from 11 to 1 p.m.", 11, 0),
        ("10:00–13:00", 10, 0),
        ("3.30pm", 15, 30),
        ("at 12.15 a.m.", 0, 15),
        ("at 12 noon", 12, 0),
        ("at 1500 hours", 15, 0),
        ("at 10 o'clock", 10, 0),
        ("at ten o'clock", 10, 0),
        ("ten in the morning", 10, 0),
        ("в 3.30 дня", 15, 30),
        ("в 7:30 вечера", 19, 30),
        ("в три часа дня", 15, 0),
        ("в 10 часов 15 мая", 10, 0),
        ("15 мая, 10 ч.", 10, 0),
        ("3 h 30 de l’après-midi", 15, 30),
        ("3 heures de l’après-midi", 15, 0),
        ("à 10 heures et demie", 10, 30),
        ("jeudi 3 mai, 10 heures", 10, 0),
        ("jeudi 3 à 10 heures", 10, 0),
        ("le 20 septembre 2022 à 15 heures", 15, 0),
        ("2 to 5 p.m.", 14, 0),
        ("entre 9 h 30 et 11 h", 9, 30),
        ("a las 3.30 de la tarde", 15, 30),
        ("a las tres y media de la tarde", 15, 30),
        ("de 16.00 a 18.00 horas", 16, 0),
        ("de las 9.30 a las 11 horas", 9, 30),
        ("下午三点半", 15, 30),
        ("九时三十分", 9, 30),
        ("二时四十五分", 2, 45),
        ("下午3时半", 15, 30),
        ("4日星期四15:00举行", 15, 0),
        ("北京时间15:30", 15, 30),
        ("3月18日10时", 10, 0),
        ("下午3点", 15, 0),
        ("下午2时至5时", 14, 0),
        ("2021年10月14日星期四下午3时", 15, 0),
        ("中午12:30", 12, 30),
        ("الساعة ٣/٣٠ عصرا", 15, 30),
        ("الساعة ١٠ و٣٠ دقيقة", 10, 30),
        ("الساعة الواحدة ظهرا", 13, 0),
        ("من الساعة 10:00 إلى الساعة 13:00", 10, 0),
    ];

    /// Numbers that are no hours.
    const NUMBERS: &[&str] = &[
        "3 человека",
        "in 2020",
        "8.30 per cent",
        "chapter 10",
        "70/262",
        "10 horizons",
        "from 2151 (2014)",
        "ten hours of debate",
        "10 hours of debate",
        "une séance de 3 heures",
        "de dos horas",
        "три дня",
        "3 дня",
        "from 3 to 6 December 2027",
        "с 10.03.2027",
        "at 10.03.2027",
        "以下3点建议",
        "一时难以解决",
        "S/2027/10 hrs",
        "at 26:30",
    ];

    #[test]
    fn hours_of_six_languages_are_read() {
        for (text, hour, minute) in HOURS {
            let found = find(text);
            assert_eq!(found.first().map(|f| f.value), NaiveTime::from_hms_opt(*hour, *minute, 0), "{text}");
        }
        for text in NUMBERS {
            assert_eq!(find(text), [], "{text}");
        }
    }
}
