//! When the meeting is held: the day that most is said about, and the hour said with it.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{Datelike, NaiveDate, NaiveTime};

use super::dates::{self, At};
use super::deadlines::Deadlines;
use super::facts::Sentence;
use super::headings::is_date_line;
use super::language::{ALL, fold, has_phrase};
use super::reading::Part;
use super::times;
use super::zones;
use crate::domain::concept_note::{Meeting, Warning};

/// The seat's zone, for hours that name none.
const SEAT: &str = "America/New_York";

/// Least that must speak for a day.
const FEWEST: i32 = 2;

/// What an hour in its sentence speaks for a day.
const TIMED: i32 = 3;

/// What a word for meeting in its sentence speaks for a day.
const HELD: i32 = 2;

/// Most words of a fact's name.
const NAME: usize = 3;

/// The meeting that sentences speak of; `others` are the days of letter and distribution.
pub(super) fn meeting(
    sentences: &[Sentence<'_>],
    others: &[Option<NaiveDate>],
    found: &mut BTreeMap<Part, usize>,
    warnings: &mut BTreeSet<Warning>,
) -> Meeting {
    // a day without its year is not before the letter, and in a year that the text names
    let named = || sentences.iter().find_map(|sentence| dates::find(&sentence.text).first().map(|found| found.value));
    let since = others.iter().flatten().min().copied().or_else(|| named()?.with_ordinal(1));
    let said = set_apart(sentences.iter().map(|sentence| Said::read(sentence, since)).collect());
    let mut scores: Vec<(i32, NaiveDate)> = Vec::new();
    for said in &said {
        for date in &said.dates {
            let weight = said.speaks_for(*date);
            match scores.iter_mut().find(|(_, day)| day == date) {
                Some((score, _)) => *score += weight,
                None => scores.push((weight - if others.contains(&Some(*date)) { 4 } else { 0 }, *date)),
            }
        }
    }
    // the first of equals
    scores.reverse();
    scores.sort_by_key(|(score, _)| *score);
    let mut likely = scores.iter().rev().filter(|(score, _)| *score >= FEWEST);
    let Some((score, date)) = likely.next().copied() else {
        return Meeting::default();
    };
    // an hour alone does not decide between two days
    if likely.next().is_some_and(|(next, _)| next + TIMED >= score) {
        warnings.insert(Warning::MeetingDateUncertain);
    }
    if said.iter().filter(|said| said.dates.contains(&date)).all(|said| said.year_assumed) {
        warnings.insert(Warning::MeetingYearAssumed);
    }
    let telling = said.iter().filter(|said| said.dates.contains(&date)).rev().max_by_key(|said| said.speaks_for(date));
    found.extend(telling.map(|said| (Part::MeetingDate, said.block)));
    let Some((with_day, said)) = hour(&said, date) else {
        return Meeting { date: Some(date), ..Meeting::default() };
    };
    if !with_day {
        warnings.insert(Warning::MeetingTimeUncertain);
    }
    found.insert(Part::MeetingTime, said.block);
    match said.zone {
        Some(_) => drop(found.insert(Part::MeetingZone, said.block)),
        None => drop(warnings.insert(Warning::TimeZoneAssumed)),
    }
    Meeting { date: Some(date), time: said.time, time_zone: Some(said.zone.unwrap_or(SEAT).to_owned()) }
}

/// What a sentence says about a meeting.
struct Said {
    dates: Vec<NaiveDate>,
    /// The day next to each of its hours.
    timed: Vec<NaiveDate>,
    time: Option<NaiveTime>,
    zone: Option<&'static str>,
    held: bool,
    /// How likely its dates are the meeting's.
    weight: i32,
    /// Its dates have no year of their own.
    year_assumed: bool,
    /// The line it is, where it says one thing alone.
    line: Option<Fact>,
    block: usize,
}

/// What a line in a table or a box says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Fact {
    /// "Date", "Time": the value stands on the next line.
    Name,
    Day,
    Hour,
}

/// Most words of a line with one fact.
const FACT: usize = 10;

/// Facts that are set apart from the text, a line each: the name of a fact speaks for the line after it, and an hour for
/// the day before it.
fn set_apart(mut said: Vec<Said>) -> Vec<Said> {
    for at in 1..said.len() {
        if said[at - 1].held && said[at - 1].line == Some(Fact::Name) && said[at].line == Some(Fact::Day) {
            said[at].held = true;
            said[at].weight += HELD;
        }
    }
    said.retain(|said| said.line != Some(Fact::Name));
    for at in 1..said.len() {
        if (said[at - 1].line, said[at].line) == (Some(Fact::Day), Some(Fact::Hour)) {
            said[at - 1].weight += TIMED;
        }
    }
    said
}

impl Said {
    /// What a sentence says; a day without its year is taken for the first one after `since`.
    fn read(sentence: &Sentence<'_>, since: Option<NaiveDate>) -> Said {
        let Sentence { ref text, block, is_title } = *sentence;
        let nothing = Said {
            dates: Vec::new(),
            timed: Vec::new(),
            time: None,
            zone: None,
            held: false,
            weight: 0,
            year_assumed: false,
            line: None,
            block,
        };
        let words = text.split_whitespace().count();
        let telling = text.contains(char::is_numeric) || fold(text).contains("الساعه") || text.contains("الساعة");
        if !telling && !["noon", "midi", "mediod", "полдень", "中午"].iter().any(|word| text.contains(word)) {
            let names = words <= NAME && text.chars().count() <= NAME * 12;
            return Said { line: names.then_some(Fact::Name), held: names && is_held(&fold(text)), ..nothing };
        }
        let folded = fold(text);
        let held = is_held(&folded);
        let due = Deadlines::of(&folded);
        if due.are_said() && !held {
            return nothing;
        }
        let (hours, full, bare) = (times::find(text), dates::find(text), dates::find_days(text, since));
        let places = hours.iter().map(|found| found.at).chain(bare.iter().map(|(found, _)| found.at));
        let due = due.and_before(&folded, places.chain(full.iter().map(|found| found.at)));
        let hours: Vec<_> = hours.into_iter().filter(|found| !due.hold(found.at)).collect();
        let found = hours.first().copied();
        let time = found.map(|found| found.value);
        let zone = time.and_then(|_| zones::named(&folded).or_else(|| zones::abbreviated(text)));
        let mut days: Vec<_> = full.into_iter().filter(|found| !due.hold(found.at)).collect();
        let mut year_assumed = false;
        if held || time.is_some() {
            let dated = !days.is_empty();
            for (found, named) in bare.into_iter().filter(|(found, named)| !due.hold(found.at) && (*named || !dated)) {
                year_assumed |= !named;
                days.push(found);
            }
        }
        let next_to = |hour: &At<NaiveTime>| days.iter().min_by_key(|day| day.at.abs_diff(hour.at));
        let timed = hours.iter().filter_map(next_to).map(|day| day.value).collect();
        let mut dates: Vec<NaiveDate> = Vec::new();
        for day in &days {
            // each day once, in order
            dates.extend(Some(day.value).filter(|day| !dates.contains(day)));
        }
        let weight = if is_title { 3 } else { 0 } + if held { HELD } else { 0 };
        let begins = |at: usize| folded.get(..at).is_some_and(|before| before.split_whitespace().count() <= 2);
        let line = match found {
            _ if words > FACT => None,
            None if is_date_line(text) => Some(Fact::Day),
            Some(found) if dates.is_empty() && begins(found.at) => Some(Fact::Hour),
            _ => None,
        };
        Said { dates, timed, time, zone, held, weight, year_assumed, line, block }
    }

    /// How likely one of its dates is the meeting's: an hour speaks for the day next to it.
    fn speaks_for(&self, date: NaiveDate) -> i32 {
        self.weight + if self.timed.contains(&date) { TIMED } else { 0 }
    }
}

/// Whether a text speaks of a meeting that is held.
fn is_held(folded: &str) -> bool {
    ALL.iter().flat_map(|l| l.calendar.held).any(|word| has_phrase(folded, word))
}

/// The sentence that says the hour, and whether it does so with the meeting's day or right after it; else one that
/// speaks of a meeting without a day.
fn hour(said: &[Said], day: NaiveDate) -> Option<(bool, &Said)> {
    let timed = |said: &&Said| said.time.is_some();
    let with_day = said.iter().filter(|said| said.dates.contains(&day)).find(timed);
    let after_day = || {
        let pairs = said.windows(2).filter(|pair| pair[0].dates.contains(&day) && pair[1].dates.is_empty());
        pairs.map(|pair| &pair[1]).find(timed)
    };
    let held = || said.iter().filter(|said| said.dates.is_empty() && said.held).find(timed);
    let near = with_day.or_else(after_day).map(|said| (true, said));
    near.or_else(|| held().map(|said| (false, said)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Meeting {
        super::super::read(text.as_bytes(), None, &[]).unwrap().note.meeting
    }

    #[test]
    fn names_and_values_tell_the_meeting_in_six_languages() {
        for (day, hour, zone, facts) in [
            (
                "2025-10-15",
                "11:00",
                "Africa/Cairo",
                "الموعد:\n\nالأربعاء 15 أكتوبر 2025\n\nالساعة:\n\n11:00 صباحا بتوقيت القاهرة",
            ),
            ("2025-10-15", "15:00", "America/New_York", "التاريخ: 15 أكتوبر 2025\n\nالساعة: 3:00 مساء"),
            (
                "2026-05-21",
                "16:30",
                "Africa/Nairobi",
                "Date\n\n21 May 2026\n\nTime\n\n4.30 p.m. (Nairobi time)\n\nVenue\n\nRoom 2",
            ),
            (
                "2026-11-10",
                "14:30",
                "Europe/Zurich",
                "Date\n\nmardi 10 novembre 2026\n\nHeure\n\n14 h 30 (heure de Genève)",
            ),
            (
                "2026-11-10",
                "16:00",
                "America/Panama",
                "Fecha\n\n10 de noviembre de 2026\n\nHora\n\n16.00 horas (hora de Panamá)",
            ),
            (
                "2026-11-10",
                "09:30",
                "Europe/Vienna",
                "Дата\n\n10 ноября 2026 года\n\nВремя\n\n9 ч. 30 мин. (по венскому времени)",
            ),
            ("2027-09-14", "15:00", "Africa/Nairobi", "日期\n\n2027年9月14日\n\n时间\n\n下午3时（内罗毕时间）"),
            ("2027-09-14", "15:00", "Africa/Nairobi", "时间：2027年9月14日（星期二）下午3时至5时（内罗毕时间）"),
        ] {
            let meeting = read(&format!(
                "Concept note on words\n\n{facts}\n\nBackground\n\nWords are kept by those who speak.\n"
            ));
            assert_eq!(meeting.date, day.parse().ok(), "{facts}");
            assert_eq!(meeting.time, NaiveTime::parse_from_str(hour, "%H:%M").ok(), "{facts}");
            assert_eq!(meeting.time_zone.as_deref(), Some(zone), "{facts}");
        }
    }

    #[test]
    fn an_arabic_verb_may_be_joined_to_and() {
        let text = "مذكرة مفاهيمية بشأن الكلمات\n\nيسر البعثة أن تبلغكم بالمناقشة. وستعقد المناقشة يوم الأربعاء 19 كانون \
            الثاني/يناير 2028.\n\nتفتح قائمة المتكلمين في 14 كانون الثاني/يناير 2028.\n";
        assert_eq!(read(text).date, NaiveDate::from_ymd_opt(2028, 1, 19));
    }

    #[test]
    fn an_hour_speaks_for_the_day_next_to_it() {
        for (day, text) in [
            (
                "2025-06-17",
                "The workshop will be held from 16 to 19 June 2025 and opens on Tuesday, 17 June, at 9 a.m.",
            ),
            ("2025-06-17", "As decided on 3 May 2025, the workshop will be held on 17 June 2025 at 9 a.m."),
            ("2025-06-17", "L’atelier se tiendra du 17 au 19 juin 2025 et s’ouvrira le mardi 17 juin à 9 heures."),
            (
                "2025-06-17",
                "El taller se celebrará del 16 al 19 de junio de 2025 y comenzará el 17 de junio a las 9.00 horas.",
            ),
            ("2025-06-17", "Семинар состоится 16–19 июня 2025 года и откроется 17 июня в 9 ч. 00 мин."),
            ("2025-06-17", "研讨会将于2025年6月16日至19日举行，6月17日上午9时开幕。"),
            (
                "2025-06-17",
                "تعقد حلقة العمل من 16 إلى 19 حزيران/يونيه 2025، وتفتتح يوم 17 حزيران/يونيه في الساعة 9:00.",
            ),
        ] {
            let meeting = read(&format!("Concept note on words\n\nBackground\n\n{text}\n"));
            assert_eq!(meeting.date, day.parse().ok(), "{text}");
            assert_eq!(meeting.time, NaiveTime::from_hms_opt(9, 0, 0), "{text}");
        }
    }
}
