//! When the meeting is held: the day that most is said about, and the hour said with it.

mod hours;

use std::collections::{BTreeMap, BTreeSet};

use chrono::{Datelike, NaiveDate};

use super::dates;
use super::language::fold;
use super::reading::Part;
use super::said::{Said, TIMED, set_apart};
use super::seat;
use super::sentences::Sentence;
use crate::domain::concept_note::{Meeting, Warning};

/// Least that must speak for a day.
const FEWEST: i32 = 2;

/// What speaks against a day on which something else was written, and against one before the letter.
const OTHER: i32 = 4;

/// Farthest that a line under the title stands from it, in blocks.
const UNDER: usize = 4;

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
    let title = sentences.iter().find(|sentence| sentence.is_title).map(|sentence| fold(&sentence.text));
    let title = title.unwrap_or_default();
    let said = set_apart(sentences.iter().map(|sentence| Said::read(sentence, since, &title)).collect());
    let written = others.iter().flatten().min().copied();
    let scores = scores(&said, others, written);
    let mut likely = scores.iter().rev().filter(|(score, _)| *score >= FEWEST);
    let told = likely.next().copied();
    let titled = sentences.iter().rev().find(|sentence| sentence.is_title).map(|sentence| sentence.block);
    let under_title = || titled.and_then(|title| under(title, &said, others));
    let Some((score, date)) = told.or_else(|| under_title().map(|date| (0, date))) else {
        unread(&said, warnings);
        return Meeting::default();
    };
    // an hour alone does not decide between two days, nor make one a meeting's; nor does a place
    let doubtful = told.is_none() || is_untold(&said, date);
    if doubtful || likely.next().is_some_and(|(next, _)| next + TIMED >= score) {
        warnings.insert(Warning::MeetingDateUncertain);
    }
    doubts(&said, date, warnings);
    let telling = said.iter().filter(|said| said.dates.contains(&date)).rev().max_by_key(|said| said.speaks_for(date));
    found.extend(telling.map(|said| (Part::MeetingDate, said.block)));
    let Some((with_day, telling)) = hour(&said, date) else {
        if hour_is_unread(&said, date) {
            warnings.insert(Warning::MeetingTimeUnread);
        }
        return Meeting { date: Some(date), ..Meeting::default() };
    };
    if !with_day {
        warnings.insert(Warning::MeetingTimeUncertain);
    }
    let day = found.get(&Part::MeetingDate).copied().unwrap_or(telling.block);
    let seat = seat::of(sentences, [telling.block, day]);
    if hours::differ(&said, date, telling, seat) {
        warnings.insert(Warning::MeetingTimesDiffer);
    }
    found.insert(Part::MeetingTime, telling.block);
    match telling.zone {
        Some(_) => drop(found.insert(Part::MeetingZone, telling.block)),
        None if telling.zone_unread => drop(warnings.insert(Warning::TimeZoneUnread)),
        None => drop(warnings.insert(Warning::TimeZoneAssumed)),
    }
    Meeting { date: Some(date), time: telling.time, time_zone: Some(telling.zone.unwrap_or(seat).to_owned()) }
}

/// How much is said for each day, the likeliest last, the first of equals behind the others. What was written on a day,
/// and that it is before `written`, the first of those, speaks against it.
fn scores(said: &[Said], others: &[Option<NaiveDate>], written: Option<NaiveDate>) -> Vec<(i32, NaiveDate)> {
    let against = |day: NaiveDate| {
        let other = if others.contains(&Some(day)) { OTHER } else { 0 };
        other + if written.is_some_and(|written| day < written) { OTHER } else { 0 }
    };
    let mut scores: Vec<(i32, NaiveDate)> = Vec::new();
    for said in said {
        for date in &said.dates {
            let weight = said.speaks_for(*date);
            match scores.iter_mut().find(|(_, day)| day == date) {
                Some((score, _)) => *score += weight,
                None => scores.push((weight - against(*date), *date)),
            }
        }
    }
    scores.reverse();
    scores.sort_by_key(|(score, _)| *score);
    scores
}

/// The day of a line with a day, perhaps with a place, right under the title in this block: "Geneva, 14 and 15 May 2026".
fn under(title: usize, said: &[Said], others: &[Option<NaiveDate>]) -> Option<NaiveDate> {
    let near = said.iter().filter(|said| said.block > title && said.block <= title + UNDER);
    let day = near.filter(|said| said.is_day()).find_map(|said| said.dates.first().copied());
    day.filter(|day| !others.contains(&Some(*day)))
}

/// Says where no day was taken though a sentence gives one, or an hour.
fn unread(said: &[Said], warnings: &mut BTreeSet<Warning>) {
    if said.iter().any(|said| said.day_unread || said.day_doubtful) {
        warnings.insert(Warning::MeetingDateUnread);
    }
    if said.iter().any(|said| said.held && said.time.is_some()) {
        warnings.insert(Warning::MeetingTimeUnread);
    }
}

/// Whether nothing but an hour beside it speaks for a day: neither a word of a meeting nor a line of facts.
fn is_untold(said: &[Said], date: NaiveDate) -> bool {
    !said.iter().filter(|said| said.dates.contains(&date)).any(Said::is_told)
}

/// Says what is doubtful about the day that was taken.
fn doubts(said: &[Said], date: NaiveDate, warnings: &mut BTreeSet<Warning>) {
    if said.iter().any(|said| said.held && said.dates.is_empty() && said.day_unread) {
        warnings.insert(Warning::MeetingDateUnread);
    }
    if said.iter().any(|said| said.misnamed.contains(&date)) {
        warnings.insert(Warning::MeetingWeekdayDiffers);
    }
    if said.iter().filter(|said| said.dates.contains(&date)).all(|said| said.year_assumed) {
        warnings.insert(Warning::MeetingYearAssumed);
    }
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

/// Whether an hour that was not understood stands where the meeting's would: with its day, right after it, or in a
/// sentence that speaks of a meeting without a day.
fn hour_is_unread(said: &[Said], day: NaiveDate) -> bool {
    let after = |pair: &[Said]| pair[0].dates.contains(&day) && pair[1].dates.is_empty() && pair[1].hour_unread;
    let own = |said: &Said| said.hour_unread && (said.dates.contains(&day) || said.dates.is_empty() && said.held);
    said.iter().any(own) || said.windows(2).any(after)
}

#[cfg(test)]
mod tests;
