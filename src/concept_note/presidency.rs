//! Who presides: as sentences of letter or note say, else whose office wrote. A presidency of another month than the
//! meeting's, or one that is over, is not the note's.

use std::collections::BTreeSet;
use std::ops::Range;

use chrono::{Datelike, NaiveDate};

use super::asides::{self, CLAUSES, PARTS};
use super::countries::{Country, Names};
use super::dates;
use super::facts::Found;
use super::headings::is_within;
use super::language::{ALL, find_phrases, fold, has_phrase, is_wide};
use super::markers;
use super::outline::has_letter_words;
use super::sentence::ends_sentence;
use super::sentences::Sentence;
use crate::domain::concept_note::Warning;

/// Sentences about a presidency that are looked at, and mentions of one in each.
const MOST: usize = 20;

/// Longest line of a letterhead with the State's name, in words and in Chinese characters.
const LETTERHEAD: (usize, usize) = (16, 24);

/// Lines of a document among which its letterhead is.
const HEAD: usize = 12;

/// Most words between the words for a presidency and its month.
const NEAR: usize = 6;

/// The days by which a presidency is known to be the note's.
pub(super) struct Days {
    pub meeting: Option<NaiveDate>,
    /// The year of the latest of the note's own days.
    pub year: Option<i32>,
}

/// What speaks for a presidency, the least first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Standing {
    /// Words around it speak of what is over, or of the next one.
    Over,
    /// Nothing is said of its time.
    Open,
    /// It is of the meeting's month.
    Present,
}

/// The participant that presides, and the block that tells. Says where two States preside, where one that does not preside
/// any more is all there is, and where the office alone tells.
pub(super) fn presidency<'a>(
    sentences: &[Sentence<'_>],
    office: Option<&(String, usize)>,
    days: &Days,
    countries: &'a [Country],
    warnings: &mut BTreeSet<Warning>,
) -> Found<&'a str> {
    let countries = Names::of(countries);
    let by_office = office.and_then(|(office, at)| Some((countries.only(&fold(office))?, *at)));
    // who wrote to a President is beside the words, and does not preside for it
    let is_letter = |sentence: &&Sentence<'_>| markers::annex(&sentence.text).is_some_and(has_letter_words);
    let said = sentences.iter().filter(|sentence| !is_letter(sentence)).filter_map(|sentence| {
        let named = named(&fold(&sentence.text), days, &countries)?;
        Some(named.into_iter().map(|(standing, code)| (standing, code, sentence.block)))
    });
    // "Greece", and in the next line of the letterhead "President of the Security Council"
    let letterhead =
        sentences.windows(2).take(HEAD).filter(|pair| markers::presides(&pair[1].text)).filter_map(|pair| {
            let alone = countries.only(&fold(&pair[1].text)).is_none() && !ends_sentence(&pair[0].text);
            let code =
                countries.only(&fold(&pair[0].text)).filter(|_| alone && is_within(&pair[0].text, LETTERHEAD))?;
            let text = fold(&pair[1].text);
            Some(vec![(standing(&text, &(0..0), &(0..text.len()), days)?, code, pair[0].block)])
        });
    let said = said.map(Iterator::collect::<Vec<_>>);
    let said: Vec<(Standing, &str, usize)> = letterhead.chain(said).take(MOST).flatten().collect();
    let most = said.iter().map(|(standing, ..)| *standing).max();
    let mut best = said.iter().filter(|(standing, ..)| Some(*standing) == most);
    let first = best.next().filter(|(standing, ..)| *standing > Standing::Over || by_office.is_none());
    let by_text = first.map(|(_, code, block)| (*code, *block));
    let uncertain = first.is_some_and(|(standing, code, _)| {
        *standing == Standing::Over
            || best.any(|(_, other, _)| other != code)
            || by_office.is_some_and(|(office, _)| office != *code)
    });
    if uncertain {
        warnings.insert(Warning::PresidencyUncertain);
    } else if by_text.is_none() && by_office.is_some() {
        warnings.insert(Warning::PresidencyByOffice);
    }
    by_text.or(by_office)
}

/// The States that a folded sentence says to preside, but those of another time; none where it speaks of no presidency.
fn named<'a>(folded: &str, days: &Days, countries: &Names<'a>) -> Option<Vec<(Standing, &'a str)>> {
    let mentions = mentions(folded);
    if mentions.is_empty() || is_past(folded, days.year) {
        return None;
    }
    let only = countries.only(folded);
    let bounds = |at: usize| {
        let start = at.checked_sub(1).map_or(0, |before| mentions[before].end);
        start..mentions.get(at + 1).map_or(folded.len(), |next| next.start)
    };
    let of = |(at, mention): (usize, &Range<usize>)| {
        let within = bounds(at);
        let around = || countries.beside(&folded[within.start..mention.start], &folded[mention.end..within.end]);
        let code = only.or_else(around)?;
        Some((standing(folded, mention, &within, days)?, code))
    };
    Some(mentions.iter().enumerate().take(MOST).filter_map(of).collect())
}

/// Where a folded sentence speaks of a presidency; phrases that overlap are one.
fn mentions(folded: &str) -> Vec<Range<usize>> {
    let phrases = ALL.iter().flat_map(|language| language.presidency);
    let found = phrases.flat_map(|phrase| find_phrases(folded, phrase).map(|at| at..at + phrase.len()));
    let mut found: Vec<Range<usize>> = found.collect();
    found.sort_by_key(|range| range.start);
    let mut mentions: Vec<Range<usize>> = Vec::new();
    for range in found {
        match mentions.last_mut().filter(|last| range.start <= last.end) {
            Some(last) => last.end = last.end.max(range.end),
            None => mentions.push(range),
        }
    }
    mentions
}

/// What is known of the time of the presidency in one of several mentions of one; none where it is of another time.
fn standing(folded: &str, mention: &Range<usize>, within: &Range<usize>, days: &Days) -> Option<Standing> {
    let divides = |c: char| CLAUSES.contains(&c) || PARTS.contains(&c);
    let before = &folded[within.start..mention.start];
    let before = before.rfind(divides).map_or(before, |mark| &before[mark..]);
    let behind = &folded[mention.end..within.end];
    let behind = behind.find(divides).map_or(behind, |mark| &behind[..mark]);
    let (start, end) = (mention.start - before.len(), mention.end + behind.len());
    let part = &folded[start..end];
    // a day is that of what was done then
    let dated = dates::find(part);
    let mut months = dates::months(part);
    months.retain(|month| !dated.iter().any(|day| day.at < month.end && month.at < day.end));
    let near = |from: usize, to: usize| folded.get(from..to).is_some_and(is_short);
    let after = months.iter().find(|month| start + month.at >= mention.end && near(mention.end, start + month.at));
    let ahead =
        months.iter().rfind(|month| start + month.end <= mention.start && near(start + month.end, mention.start));
    let month = after.or(ahead).map(|month| month.value);
    match (month, days.meeting) {
        (Some((year, month)), Some(day)) => ((year, month) == (day.year(), day.month())).then_some(Standing::Present),
        _ if is_past(part, days.year) => None,
        _ if asides::is_over(before) || is_former(part) => Some(Standing::Over),
        _ => Some(Standing::Open),
    }
}

/// Whether a text has but a few words.
fn is_short(text: &str) -> bool {
    text.split_whitespace().count() <= NEAR && text.chars().filter(|c| is_wide(*c)).count() <= NEAR * 2
}

/// Whether a text calls a presidency one that is over, or the next one.
fn is_former(folded: &str) -> bool {
    ALL.iter().flat_map(|language| language.former).any(|word| has_phrase(folded, word))
}

/// Whether a text speaks of a year before that of the note, or of any year as over where the note's own is not known.
fn is_past(folded: &str, year: Option<i32>) -> bool {
    let years = folded.split(|c: char| !c.is_ascii_digit()).filter(|digits| digits.len() == 4);
    let latest = years.filter_map(|digits| digits.parse::<i32>().ok()).filter(|year| (1945..2100).contains(year)).max();
    let over = || ALL.iter().flat_map(|l| l.calendar.past).any(|phrase| has_phrase(folded, phrase));
    latest.is_some_and(|latest| year.map_or_else(over, |year| latest < year))
}

#[cfg(test)]
mod tests;
