//! What the frame of a note says: symbol, distribution, language, letter, presidency, meeting.

use std::collections::BTreeSet;

use chrono::{NaiveDate, NaiveTime};

use super::blocks::Block;
use super::countries::{self, Country};
use super::dates;
use super::language::{ALL, find_phrase, fold, has_phrase};
use super::lines::Line;
use super::markers;
use super::outline::{self, Outline};
use super::zones;
use crate::domain::concept_note::{ConceptNote, Letter, Meeting, Warning};

/// The seat's zone, for hours that name none.
const SEAT: &str = "America/New_York";

/// Blocks at the beginning and the end of a note in which facts are looked for.
const NEAR: usize = 300;

/// Longest piece of a block that is looked at, in bytes: facts are said in sentences.
const LONGEST: usize = 4000;

/// A document as the reader has divided it.
pub(super) struct Document<'a> {
    pub lines: &'a [Line],
    pub blocks: &'a [Block],
    pub outline: &'a Outline,
    pub countries: &'a [Country],
}

/// Fills in all facts of a note but its text.
pub(super) fn fill(note: &mut ConceptNote, document: &Document<'_>, warnings: &mut BTreeSet<Warning>) {
    let masthead = outline::masthead(document.lines, document.blocks, document.outline);
    note.symbol =
        masthead.iter().find_map(|line| markers::masthead_symbol(&line.text)).map(|symbol| symbol.as_str().to_owned());
    note.distribution_date = distribution(masthead);
    note.original_language = language(document, warnings);
    note.letter = letter(document);
    note.presidency = presidency(document, note.letter.from.as_deref(), warnings);
    let others = [note.letter.date, note.distribution_date];
    note.meeting = meeting(document, &others, warnings);
}

/// The first date on the line "Distr." or one of the three after it.
fn distribution(masthead: &[Line]) -> Option<NaiveDate> {
    let at = masthead.iter().position(|line| outline::is_distribution(&line.text))?;
    masthead[at..].iter().take(4).find_map(|line| dates::find(&line.text).first().map(|found| found.value))
}

fn language(document: &Document<'_>, warnings: &mut BTreeSet<Warning>) -> Option<String> {
    let body = document.blocks.get(document.outline.body.start).map_or(document.lines.len(), |block| block.line);
    let front = &document.lines[..document.lines.len().min(body + 2)];
    let front = front.iter().take(NEAR);
    // an annex may say what its own original was
    if let Some(code) = front.filter_map(|line| markers::original(&line.text)).next_back() {
        return Some(code.to_owned());
    }
    let sample: String = document.blocks[document.outline.body.clone()]
        .iter()
        .take(NEAR)
        .flat_map(|block| [head(&block.text), "\n"])
        .collect();
    let code = super::language::detect(&sample)?;
    warnings.insert(Warning::LanguageDetected);
    Some(code.to_owned())
}

fn letter(document: &Document<'_>) -> Letter {
    let Some(at) = document.outline.letter else {
        return Letter::default();
    };
    let heading = &document.blocks[at].text;
    let from = document.blocks[at].line;
    let end = document.blocks.get(document.outline.front.end).map_or(document.lines.len(), |block| block.line);
    let lines = &document.lines[from..end.max(from)];
    let signatory = lines.iter().enumerate().find_map(|(index, line)| {
        let name = markers::signed(&line.text)?;
        let next = || lines.get(index + 1).map(|next| next.text.clone());
        if name.is_empty() { next() } else { Some(name) }
    });
    Letter {
        date: dates::find(heading).first().map(|found| found.value),
        from: markers::letter_office(heading),
        signatory,
    }
}

/// Who presides: as a sentence of the letter or note says, else whose office wrote.
fn presidency(document: &Document<'_>, office: Option<&str>, warnings: &mut BTreeSet<Warning>) -> Option<String> {
    let by_office = office.and_then(|office| countries::only(office, document.countries));
    let says = |sentence: &str| {
        let folded = fold(sentence);
        ALL.iter().flat_map(|l| l.presidency).any(|phrase| has_phrase(&folded, phrase))
    };
    let texts = sentences(document);
    let by_text = texts
        .iter()
        .filter(|sentence| says(sentence))
        .take(20)
        .find_map(|sentence| countries::only(sentence, document.countries));
    match (by_text, by_office) {
        (Some(text), Some(office)) if text != office => {
            warnings.insert(Warning::PresidencyUncertain);
            Some(text.to_owned())
        }
        (text, office) => text.or(office).map(str::to_owned),
    }
}

/// The title, and the sentences of letter and note in order.
fn sentences<'a>(document: &'a Document<'_>) -> Vec<&'a str> {
    let mut sentences: Vec<&str> = document.outline.title.iter().map(String::as_str).collect();
    let blocks = document.blocks;
    let from = document.outline.letter.map_or(0, |letter| letter + 1);
    let near = |at: &usize| *at < from + NEAR || at + NEAR > blocks.len();
    for at in (from..blocks.len()).filter(near) {
        let text = head(&blocks[at].text);
        let mut start = 0;
        for (end, mark) in text.char_indices().filter(|(_, c)| matches!(c, '.' | '?' | '!' | '。' | '؟')) {
            let after = end + mark.len_utf8();
            let abbreviated =
                text.as_bytes()[..end].ends_with(b".m") || text[..end].ends_with(|c: char| c.is_uppercase());
            let next = text[after..].trim_start().chars().next();
            let blank = text[after..].starts_with(char::is_whitespace);
            if mark == '。'
                || blank && !abbreviated && next.is_none_or(|c| !(c.is_lowercase() || c.is_numeric() || c == '('))
            {
                sentences.push(text[start..after].trim());
                start = after;
            }
        }
        sentences.push(text[start..].trim());
    }
    sentences.retain(|sentence| !sentence.is_empty());
    sentences
}

/// The day that most is said about, and the hour said with it.
fn meeting(document: &Document<'_>, others: &[Option<NaiveDate>], warnings: &mut BTreeSet<Warning>) -> Meeting {
    let sentences = sentences(document);
    let said: Vec<Said> = sentences
        .iter()
        .enumerate()
        .map(|(at, sentence)| Said::read(sentence, at == 0 && document.outline.title.is_some()))
        .collect();
    let mut scores: Vec<(i32, NaiveDate)> = Vec::new();
    for Said { dates, weight, .. } in &said {
        for date in dates {
            match scores.iter_mut().find(|(_, day)| day == date) {
                Some((score, _)) => *score += weight,
                None => scores.push((*weight - if others.contains(&Some(*date)) { 4 } else { 0 }, *date)),
            }
        }
    }
    // the first of equals
    let best = scores.iter().rev().max_by_key(|(score, _)| *score).filter(|(score, _)| *score >= 2);
    let date = best.map(|(_, day)| *day);
    let Some((time, zone)) = hour(&said, date) else {
        return Meeting { date, ..Meeting::default() };
    };
    if zone.is_none() {
        warnings.insert(Warning::TimeZoneAssumed);
    }
    Meeting { date, time: Some(time), time_zone: Some(zone.unwrap_or(SEAT).to_owned()) }
}

/// What a sentence says about a meeting.
struct Said {
    dates: Vec<NaiveDate>,
    time: Option<NaiveTime>,
    zone: Option<&'static str>,
    held: bool,
    /// How likely its dates are the meeting's.
    weight: i32,
}

impl Said {
    fn read(sentence: &str, is_title: bool) -> Said {
        let nothing = Said { dates: Vec::new(), time: None, zone: None, held: false, weight: 0 };
        let telling =
            sentence.contains(char::is_numeric) || fold(sentence).contains("الساعه") || sentence.contains("الساعة");
        if !telling && !["noon", "midi", "mediod", "полдень", "中午"].iter().any(|word| sentence.contains(word))
        {
            return nothing;
        }
        let folded = fold(sentence);
        let held = ALL.iter().flat_map(|l| l.held).any(|word| has_phrase(&folded, word));
        // what follows "no later than" is another day
        let due = ALL.iter().flat_map(|l| l.deadlines).filter_map(|words| find_phrase(&folded, words)).min();
        if due.is_some() && !held {
            return nothing;
        }
        let end = due.unwrap_or(folded.len());
        let time = dates::find_times(sentence).first().filter(|found| found.at < end).map(|found| found.value);
        let zone = time.and_then(|_| zones::named(&folded).or_else(|| zones::abbreviated(sentence)));
        let weight = if is_title { 3 } else { 0 } + if time.is_some() { 3 } else { 0 } + if held { 2 } else { 0 };
        let dates = dates::find(sentence).into_iter().filter(|found| found.at < end).map(|found| found.value).collect();
        Said { dates, time, zone, held, weight }
    }
}

/// The hour said with the meeting's day, or right after it, or where a meeting without a day is spoken of.
fn hour(said: &[Said], date: Option<NaiveDate>) -> Option<(NaiveTime, Option<&'static str>)> {
    let of = |said: &Said| said.time.map(|time| (time, said.zone));
    let day = date?;
    let with_day = said.iter().filter(|said| said.dates.contains(&day)).find_map(of);
    let after_day = || {
        let pairs = said.windows(2).filter(|pair| pair[0].dates.contains(&day) && pair[1].dates.is_empty());
        pairs.map(|pair| &pair[1]).find_map(of)
    };
    let held = || said.iter().filter(|said| said.dates.is_empty() && said.held).find_map(of);
    with_day.or_else(after_day).or_else(held)
}

/// The beginning of a text, on a character boundary.
fn head(text: &str) -> &str {
    let mut end = text.len().min(LONGEST);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    &text[..end]
}
