//! What one sentence says of a meeting: its days and hours, and how likely they are the meeting's.

use std::ops::Range;

use chrono::{NaiveDate, NaiveTime};

use super::asides::{self, Of};
use super::calendar::Calendar;
use super::dates::{self, At};
use super::deadlines::Deadlines;
use super::headings::is_date_line;
use super::language::{ALL, fold, has_phrase};
use super::sentence::ends_sentence;
use super::sentences::Sentence;
use super::times;
use super::weekdays;
use super::zones;

/// What an hour in its sentence speaks for a day.
pub(super) const TIMED: i32 = 3;

/// What a word for meeting in its sentence speaks for a day.
const HELD: i32 = 2;

/// What the note's title speaks for a day in it.
const TITLED: i32 = 3;

/// Most words of a fact's name.
const NAME: usize = 3;

/// Most words of a line with one fact.
const FACT: usize = 10;

/// What a sentence says about a meeting.
#[expect(clippy::struct_excessive_bools, reason = "each is a remark of its own on one sentence")]
#[derive(Default)]
pub(super) struct Said {
    pub dates: Vec<NaiveDate>,
    /// The day next to each of its hours.
    timed: Vec<NaiveDate>,
    pub time: Option<NaiveTime>,
    /// All its hours in order; where it has days, each stands next to one of them.
    hours: Vec<NaiveTime>,
    pub zone: Option<&'static str>,
    /// It names a zone that is not known.
    pub zone_unread: bool,
    pub held: bool,
    /// It names a meeting, says that something is to come, or is a short line and no sentence.
    met: bool,
    /// How likely its dates are the meeting's.
    weight: i32,
    /// Its dates have no year of their own.
    pub year_assumed: bool,
    /// Its dates that stand beside another day of the week than theirs.
    pub misnamed: Vec<NaiveDate>,
    /// It writes a day that is none, or none for sure.
    pub day_unread: bool,
    /// It says a day that was left alone, or only the month.
    pub day_doubtful: bool,
    /// It says an hour that was not understood, or left alone.
    pub hour_unread: bool,
    /// It speaks of hours beside the meeting alone.
    beside: bool,
    /// The line it is, where it says one thing alone.
    line: Option<Fact>,
    pub block: usize,
}

/// What a line in a table or a box says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Fact {
    /// "Date", "Time": the value stands on the next line.
    Name,
    Day,
    Hour,
}

/// What speaks of the meeting, with the facts that are set apart from the text, a line each: the name of a fact speaks
/// for the line after it, and an hour for the day before it.
pub(super) fn set_apart(mut said: Vec<Said>) -> Vec<Said> {
    for at in 1..said.len() {
        if said[at - 1].held && said[at - 1].line == Some(Fact::Name) && said[at].line == Some(Fact::Day) {
            said[at].held = true;
            said[at].weight += HELD;
        }
    }
    said.retain(|said| said.line != Some(Fact::Name) && !said.beside);
    for at in 1..said.len() {
        if (said[at - 1].line, said[at].line) == (Some(Fact::Day), Some(Fact::Hour)) {
            said[at - 1].weight += TIMED;
        }
    }
    said
}

impl Said {
    /// What a sentence says; a day without its year is taken for the first one after `since`, and what the folded `title`
    /// names is the meeting.
    pub fn read(sentence: &Sentence<'_>, since: Option<NaiveDate>, title: &str) -> Said {
        let Sentence { ref text, block, is_title } = *sentence;
        let nothing = Said { block, ..Said::default() };
        let words = text.split_whitespace().count();
        let hours = times::find(text);
        if hours.is_empty() && !text.contains(char::is_numeric) && !dates::has_month(text) {
            let names = words <= NAME && text.chars().count() <= NAME * 12;
            return Said { line: names.then_some(Fact::Name), held: names && is_held(&fold(text)), ..nothing };
        }
        let folded = fold(text);
        let held = is_held(&folded);
        let Some(mut placed) = Placed::of(text, &folded, hours, since) else {
            return nothing;
        };
        let telling = held || !placed.hours.is_empty();
        let day_unread = telling && !placed.due && dates::are_unread(text, &placed.all);
        let mut hour_unread = !placed.due && times::are_unread(text, &placed.hours, &placed.all);
        let (days_before, hours_before) = (placed.days.len(), placed.hours.len());
        let beside = !is_title && placed.set_aside(&folded, title);
        let Placed { days, hours, year_assumed, .. } = placed;
        hour_unread |= hours.len() < hours_before;
        let left = days.len() < days_before || days.is_empty() && held && dates::has_month(text);
        let found = hours.first().copied();
        let zone = found.and_then(|hour| zones::of(text, &folded, &hour, hours.get(1)));
        let zone_unread = found.is_some_and(|hour| zone.is_none() && zones::is_unread(text, &folded, &hour));
        let next_to = |hour: &At<NaiveTime>| days.iter().min_by_key(|day| day.at.abs_diff(hour.at));
        let timed = hours.iter().filter_map(next_to).map(|day| day.value).collect();
        let mut dates: Vec<NaiveDate> = Vec::new();
        for day in &days {
            // each day once, in order
            dates.extend(Some(day.value).filter(|day| !dates.contains(day)));
        }
        let misnamed = days.iter().filter(|day| weekdays::differs(&folded, day)).map(|day| day.value).collect();
        let weight = if is_title { TITLED } else { 0 } + if held { HELD } else { 0 };
        let begins = |at: usize| folded.get(..at).is_some_and(|before| before.split_whitespace().count() <= 2);
        // the full stop of "10 a.m." ends no sentence
        let ends_with_hour = hours.last().is_some_and(|hour| folded[hour.end..].chars().all(|c| " .".contains(c)));
        let line = match found {
            _ if words > FACT => None,
            None if is_date_line(text) => Some(Fact::Day),
            Some(found) if dates.is_empty() && begins(found.at) => Some(Fact::Hour),
            _ => None,
        };
        Said {
            dates,
            timed,
            time: found.map(|found| found.value),
            hours: hours.iter().map(|hour| hour.value).collect(),
            zone,
            zone_unread,
            held,
            met: (!ends_sentence(text) || ends_with_hour)
                && (words <= FACT || days.first().is_some_and(|day| begins(day.at)))
                || has_word(&folded, |calendar| calendar.meetings)
                || has_word(&folded, |calendar| calendar.ahead),
            weight,
            year_assumed,
            misnamed,
            day_unread,
            day_doubtful: telling && left,
            hour_unread,
            beside,
            line,
            block,
        }
    }

    /// Its hours that are a day's: those next to it, or all where it has no day of its own.
    pub fn hours_of(&self, date: NaiveDate) -> impl Iterator<Item = NaiveTime> {
        let near = move |(at, _): &(usize, &NaiveTime)| self.timed.get(*at).is_none_or(|day| *day == date);
        self.hours.iter().enumerate().filter(near).map(|(_, hour)| *hour)
    }

    /// Whether it says of its dates that they are a meeting's: with a word for one, as the title, or on a line of facts.
    pub fn is_told(&self) -> bool {
        self.weight > 0 || self.line.is_some() || self.met
    }

    /// Whether it is a line that says a day, perhaps with a place, and nothing else.
    pub fn is_day(&self) -> bool {
        self.line == Some(Fact::Day)
    }

    /// How likely one of its dates is the meeting's: an hour speaks for the day next to it.
    pub fn speaks_for(&self, date: NaiveDate) -> i32 {
        self.weight + if self.timed.contains(&date) { TIMED } else { 0 }
    }
}

/// The days and hours of a sentence that may be a meeting's, in their places.
struct Placed {
    days: Vec<At<NaiveDate>>,
    hours: Vec<At<NaiveTime>>,
    /// All days that are read in it.
    all: Vec<At<NaiveDate>>,
    year_assumed: bool,
    /// It says by when something is to be handed in.
    due: bool,
}

impl Placed {
    /// What is no deadline's, of a folded sentence that has these hours; none where it speaks of a deadline alone.
    fn of(text: &str, folded: &str, hours: Vec<At<NaiveTime>>, since: Option<NaiveDate>) -> Option<Placed> {
        let held = is_held(folded);
        let due = Deadlines::of(folded);
        if due.are_said() && !held {
            return None;
        }
        let (full, bare) = (dates::find(text), dates::find_days(text, since));
        let places = hours.iter().map(|found| found.at).chain(bare.iter().map(|(found, _)| found.at));
        let due = due.and_before(folded, places.chain(full.iter().map(|found| found.at)));
        let mut days: Vec<_> = full.into_iter().filter(|found| !due.hold(found.at)).collect();
        let hours: Vec<_> = hours.into_iter().filter(|found| !due.hold(found.at)).collect();
        let mut year_assumed = false;
        if held || !hours.is_empty() {
            let dated = !days.is_empty();
            for (found, named) in bare.iter().filter(|(found, named)| !due.hold(found.at) && (*named || !dated)) {
                year_assumed |= !named;
                days.push(*found);
            }
        }
        let all = days.iter().copied().chain(bare.into_iter().map(|(found, _)| found)).collect();
        Some(Placed { days, hours, all, year_assumed, due: due.are_said() })
    }

    /// Leaves out what is over and what is beside the meeting; whether hours of something beside it were all there was.
    fn set_aside(&mut self, folded: &str, title: &str) -> bool {
        let others = said_of(folded, &self.days, &self.hours, title);
        let is = |at: usize, of: Of| others.contains(&(at, of));
        let beside =
            self.days.is_empty() && !self.hours.is_empty() && self.hours.iter().all(|hour| is(hour.at, Of::Beside));
        self.days.retain(|day| is(day.at, Of::Meeting));
        self.hours.retain(|hour| is(hour.at, Of::Meeting));
        beside
    }
}

/// Where each day and hour stands, and what it is said of.
fn said_of(folded: &str, days: &[At<NaiveDate>], hours: &[At<NaiveTime>], title: &str) -> Vec<(usize, Of)> {
    let days = days.iter().map(|day| day.at..day.end);
    let mut places: Vec<Range<usize>> = days.chain(hours.iter().map(|hour| hour.at..hour.end)).collect();
    // a day is found with its year and without
    places.sort_by_key(|place| (place.start, std::cmp::Reverse(place.end)));
    places.dedup_by_key(|place| place.start);
    let said = asides::of(folded, &places, title);
    places.iter().map(|place| place.start).zip(said).collect()
}

/// Whether a text speaks of a meeting that is held, or that is moved.
fn is_held(folded: &str) -> bool {
    let lists: [fn(&Calendar) -> &'static [&'static str]; 3] =
        [|calendar| calendar.held, |calendar| calendar.moved_from, |calendar| calendar.moved_to];
    lists.into_iter().any(|list| has_word(folded, list))
}

/// Whether a text has a word of a list of any language.
fn has_word(folded: &str, list: fn(&Calendar) -> &'static [&'static str]) -> bool {
    ALL.iter().flat_map(|language| list(language.calendar)).any(|word| has_phrase(folded, word))
}
