//! What a sentence says beside the meeting to come: what is over or no longer holds ("held on", "instead of"), and what
//! has an hour of its own ("lunch").

pub(super) mod moved;

use std::ops::Range;

use super::language::{ALL, find_phrases, has_phrase, is_wide};
use super::weekdays;

/// What a day or an hour is said of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Of {
    /// The meeting, or nothing that is known.
    Meeting,
    /// What is over, or no longer holds.
    Past,
    /// Something beside the meeting.
    Beside,
}

/// What a phrase speaks of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Held,
    Ahead,
    Past,
    Beside,
    /// "Moved from".
    MovedFrom,
    /// "Moved to".
    MovedTo,
}

impl Kind {
    fn of(self) -> Of {
        match self {
            Kind::Held | Kind::Ahead | Kind::MovedTo => Of::Meeting,
            Kind::Past | Kind::MovedFrom => Of::Past,
            Kind::Beside => Of::Beside,
        }
    }
}

/// Marks between the clauses of a sentence.
pub(super) const CLAUSES: [char; 3] = [';', '；', '؛'];

/// Marks between the parts of a clause.
pub(super) const PARTS: [char; 7] = [',', '،', '，', '(', '（', ')', '）'];

/// Longest text between a mark and a day or an hour that it does not divide from the words before it, in characters.
const JOINT: usize = 12;

/// What each of the days and hours of a folded sentence is said of; they stand at these places, in order. What `title`
/// names is the meeting itself: a breakfast may be one.
pub(super) fn of(folded: &str, places: &[Range<usize>], title: &str) -> Vec<Of> {
    let phrases = phrases(folded, title);
    let mut found: Vec<Of> = Vec::new();
    for (at, place) in places.iter().enumerate() {
        let part = part(folded, places, place.start);
        let previous = at.checked_sub(1).filter(|before| places[*before].start >= part.start);
        let from = previous.map_or(part.start, |before| places[before].end);
        let said = within(&phrases, from..place.start);
        // "the list of speakers for the debate of 20 May will open on 13 May"
        let goes_on = previous.is_some_and(|before| found[before] == Of::Beside) && !said.contains(&Kind::Held);
        let nearest =
            if said.contains(&Kind::Beside) || goes_on { Some(Of::Beside) } else { said.last().map(|kind| kind.of()) };
        let nearest = nearest.or_else(|| previous.map(|before| found[before]));
        let nearest = nearest.or_else(|| behind(&phrases, &places[at..], part.end));
        found.push(nearest.unwrap_or_else(|| {
            let clause = clause(folded, place.start);
            in_clause(&within(&phrases, clause.start..place.start), &within(&phrases, clause))
        }));
    }
    moved::tell(folded, places, &phrases, &mut found);
    found
}

/// Whether a folded text speaks of what is over, and of nothing to come.
pub(super) fn is_over(folded: &str) -> bool {
    let phrases = phrases(folded, "");
    let has = |of: Of| phrases.iter().any(|(_, kind)| kind.of() == of);
    has(Of::Past) && !has(Of::Meeting)
}

/// What the words between a day and those that follow it say of it.
fn behind(phrases: &[(Range<usize>, Kind)], places: &[Range<usize>], end: usize) -> Option<Of> {
    places.iter().enumerate().take_while(|(_, place)| place.start < end).find_map(|(at, place)| {
        let next = places.get(at + 1).map_or(end, |next| next.start.min(end));
        let said = within(phrases, place.end..next.max(place.end));
        match said.first()? {
            Kind::Past if said.iter().any(|kind| kind.of() == Of::Meeting) => Some(Of::Meeting),
            kind => Some(kind.of()),
        }
    })
}

/// What a clause speaks of, by its phrases in order: those before a place, and all.
fn in_clause(before: &[Kind], all: &[Kind]) -> Of {
    let last = |wanted: Kind| before.iter().rposition(|kind| *kind == wanted);
    if last(Kind::Beside).is_some() && last(Kind::Held) <= last(Kind::Beside) {
        return Of::Beside;
    }
    let ahead = all.iter().any(|kind| kind.of() == Of::Meeting);
    if ahead || !all.contains(&Kind::Past) { Of::Meeting } else { Of::Past }
}

/// The phrases of a sentence that tell, in order, but those within a longer one: "held" in "be held".
fn phrases(folded: &str, title: &str) -> Vec<(Range<usize>, Kind)> {
    let lists = ALL.iter().flat_map(|language| {
        let calendar = language.calendar;
        let held = calendar.held.iter().map(|word| (*word, Kind::Held));
        let ahead = calendar.ahead.iter().map(|word| (*word, Kind::Ahead));
        let past = calendar.past.iter().map(|word| (*word, Kind::Past));
        let beside = calendar.beside.iter().filter(|word| !has_phrase(title, word)).map(|word| (*word, Kind::Beside));
        let from = calendar.moved_from.iter().map(|word| (*word, Kind::MovedFrom));
        let to = calendar.moved_to.iter().map(|word| (*word, Kind::MovedTo));
        held.chain(ahead).chain(past).chain(beside).chain(from).chain(to)
    });
    let found =
        |(word, kind): (&'static str, Kind)| find_phrases(folded, word).map(move |at| (at..at + word.len(), kind));
    let mut phrases: Vec<_> = lists.flat_map(found).collect();
    phrases.sort_by_key(|(range, _)| (range.start, std::cmp::Reverse(range.end)));
    let mut reached = 0;
    phrases.retain(|(range, _)| {
        let keeps = range.end > reached;
        reached = reached.max(range.end);
        keeps
    });
    phrases
}

fn within(phrases: &[(Range<usize>, Kind)], range: Range<usize>) -> Vec<Kind> {
    phrases.iter().filter(|(at, _)| range.start <= at.start && at.end <= range.end).map(|(_, kind)| *kind).collect()
}

/// The clause that a place is in.
fn clause(folded: &str, at: usize) -> Range<usize> {
    bounds(folded, at, |(_, c)| CLAUSES.contains(c))
}

/// The part of a clause that a place is in.
fn part(folded: &str, places: &[Range<usize>], at: usize) -> Range<usize> {
    let divides = |(mark, c): &(usize, char)| {
        CLAUSES.contains(c) || PARTS.contains(c) && !is_in_one(places, *mark) && !joins(folded, places, *mark, *c)
    };
    bounds(folded, at, divides)
}

/// Whether a mark stands within a day or an hour.
fn is_in_one(places: &[Range<usize>], mark: usize) -> bool {
    places.iter().any(|place| place.contains(&mark))
}

/// Whether a mark stands between the parts of a day and its hour: "Tuesday, 20 May 2031, at 10 a.m."
fn joins(folded: &str, places: &[Range<usize>], mark: usize, c: char) -> bool {
    let (before, after) = (folded[..mark].trim_end(), mark + c.len_utf8());
    let timed =
        before.ends_with(|c: char| c.is_numeric() || matches!(c, '.' | '日')) || weekdays::last(before).is_some();
    let next = places.iter().find(|place| place.start >= after).and_then(|place| folded.get(after..place.start));
    let near =
        |gap: &str| gap.split_whitespace().count() <= 1 && gap.chars().count() <= JOINT && !gap.contains(is_wide);
    timed && next.is_some_and(near)
}

/// From the last mark that divides before a place to the first after it.
fn bounds(folded: &str, at: usize, divides: impl Fn(&(usize, char)) -> bool) -> Range<usize> {
    let marks = || folded.char_indices().filter(&divides);
    let start = marks().take_while(|(mark, _)| *mark < at).last().map_or(0, |(mark, c)| mark + c.len_utf8());
    let end = marks().find(|(mark, _)| *mark >= at).map_or(folded.len(), |(mark, _)| mark);
    start..end
}

#[cfg(test)]
mod tests;
