//! What the frame of a note says: symbol, distribution, language, letter, presidency.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{Datelike, NaiveDate};

use super::blocks::Block;
use super::countries::Country;
use super::dates;
use super::letter;
use super::lines::Line;
use super::markers;
use super::meeting::meeting;
use super::outline::{self, Outline};
use super::presidency::{Days, presidency};
use super::reading::Part;
use super::sentences::{NEAR, head, sentences};
use crate::domain::concept_note::{ConceptNote, Letter, Warning};

/// A document as the reader has divided it.
pub(super) struct Document<'a> {
    pub lines: &'a [Line],
    pub blocks: &'a [Block],
    pub outline: &'a Outline,
    pub countries: &'a [Country],
}

/// A value, and the block or line it was found on.
pub(super) type Found<T> = Option<(T, usize)>;

impl Document<'_> {
    /// The block that a line belongs to.
    fn block_of(&self, line: usize) -> usize {
        self.blocks.partition_point(|block| block.line <= line).saturating_sub(1)
    }
}

/// Fills in all facts of a note but its text, and where each was found.
pub(super) fn fill(
    note: &mut ConceptNote,
    document: &Document<'_>,
    found: &mut BTreeMap<Part, usize>,
    warnings: &mut BTreeSet<Warning>,
) {
    let mut record = |part: Part, block: Option<usize>| found.extend(block.map(|block| (part, block)));
    let block_of = |line: usize| document.block_of(line);
    let masthead = outline::masthead(document.lines, document.blocks, document.outline);
    let numbered = || masthead.iter().enumerate();
    let symbol = numbered().find_map(|(at, line)| Some((markers::masthead_symbol(&line.text)?, at)));
    note.symbol = symbol.as_ref().map(|(symbol, _)| symbol.as_str().to_owned());
    record(Part::Symbol, symbol.map(|(_, line)| block_of(line)));
    let distribution = distribution(masthead);
    note.distribution_date = distribution.map(|(day, _)| day);
    record(Part::DistributionDate, distribution.map(|(_, line)| block_of(line)));
    let said = said_language(document);
    note.original_language = said.map(|(code, _)| code.to_owned()).or_else(|| detected_language(document, warnings));
    record(Part::Language, said.map(|(_, line)| block_of(line)));

    let signatory = signatory(document);
    let heading = document.outline.letter.map(|at| (&document.blocks[at].text, at));
    let office = heading.and_then(|(heading, at)| Some((markers::letter_office(heading)?, at)));
    let day = heading.and_then(|(heading, at)| Some((dates::find(heading).first()?.value, at)));
    let told = office.is_some();
    let office = office.or_else(|| letter::office(document.blocks, document.outline));
    let day = day.or_else(|| letter::date(document.blocks, document.outline).filter(|_| !told));
    if !told && (office.is_some() || day.is_some()) {
        warnings.insert(Warning::LetterByItsLines);
    }
    if day.is_none() && letter::has_unread_day(document.blocks, document.outline) {
        warnings.insert(Warning::LetterDateUnread);
    }
    note.letter = Letter {
        date: day.map(|(day, _)| day),
        from: office.as_ref().map(|(office, _)| office.clone()),
        signatory: signatory.as_ref().map(|(name, _)| name.clone()),
    };
    record(Part::LetterDate, day.map(|(_, at)| at));
    record(Part::LetterFrom, office.as_ref().map(|(_, at)| *at));
    record(Part::LetterSignatory, signatory.map(|(_, line)| block_of(line)));

    let sentences = sentences(document.blocks, document.outline);
    note.meeting = meeting(&sentences, &[note.letter.date, note.distribution_date], found, warnings);
    let days = [note.letter.date, note.distribution_date, note.meeting.date];
    if !days.iter().flatten().is_sorted() {
        warnings.insert(Warning::DatesOutOfOrder);
    }
    let year = days.into_iter().flatten().max().map(|day| day.year());
    let days = Days { meeting: note.meeting.date, year };
    let presidency = presidency(&sentences, office.as_ref(), &days, document.countries, warnings);
    note.presidency = presidency.map(|(code, _)| code.to_owned());
    found.extend(presidency.map(|(_, block)| (Part::Presidency, block)));
}

/// The first date on the line "Distr." or one of the three after it, and its line.
fn distribution(masthead: &[Line]) -> Found<NaiveDate> {
    let from = masthead.iter().position(|line| markers::is_distribution(&line.text))?;
    let dated = |(at, line): (usize, &Line)| Some((dates::find(&line.text).first()?.value, at));
    masthead.iter().enumerate().skip(from).take(4).find_map(dated)
}

/// The language that the document names as its original, and the line.
fn said_language(document: &Document<'_>) -> Found<&'static str> {
    let body = document.blocks.get(document.outline.body.start).map_or(document.lines.len(), |block| block.line);
    let front = &document.lines[..document.lines.len().min(body + 2).min(NEAR)];
    // an annex may say what its own original was
    front.iter().enumerate().rev().find_map(|(at, line)| Some((markers::original(&line.text)?, at)))
}

/// The language that the note's words are of.
fn detected_language(document: &Document<'_>, warnings: &mut BTreeSet<Warning>) -> Option<String> {
    let sample: String = document.blocks[document.outline.body.clone()]
        .iter()
        .take(NEAR)
        .flat_map(|block| [head(&block.text), "\n"])
        .collect();
    let code = super::language::detect(&sample);
    warnings.insert(if code.is_some() { Warning::LanguageDetected } else { Warning::LanguageUnknown });
    code.map(str::to_owned)
}

/// Who signed the letter, and on which line the first of them; several are divided by semicolons.
fn signatory(document: &Document<'_>) -> Found<String> {
    let heading = document.outline.letter;
    // a letter without a heading is told by its signature
    let own_lines = || letter::signature(document.blocks, letter::blocks(document.blocks, document.outline));
    let signature = own_lines();
    let from = document.blocks[heading.or(signature)?].line;
    // a letter that is the note itself is signed behind its text
    let own = document.outline.body.start < document.outline.front.end;
    let next = document.blocks.get(document.outline.front.end).filter(|_| !own);
    let end = next.map_or(document.lines.len(), |block| block.line);
    let signed = (from..end.max(from)).filter_map(|at| {
        let name = markers::signed(&document.lines[at].text)?;
        let next = || document.lines.get(at + 1).filter(|_| at + 1 < end).map(|next| (next.text.clone(), at + 1));
        if name.is_empty() { next() } else { Some((name, at)) }
    });
    let unmarked = || signature.map(|at| &document.blocks[at]).map(|block| (letter::whole(block), block.line));
    signed.reduce(|(names, at), (name, _)| (format!("{names}; {name}"), at)).or_else(unmarked)
}

#[cfg(test)]
mod tests {
    fn signatory(signatures: &str) -> Option<String> {
        let letter = "Letter dated 3 May 2031 from the Permanent Representatives of Norway and Kenya to the United \
            Nations addressed to the Secretary-General\n\nWe transmit a note.";
        let note = "Annex\n\nConcept note on words\n\nBackground\n\nWords are kept by those who speak.\n";
        let text = format!("{letter}\n\n{signatures}\n\n{note}");
        super::super::read(text.as_bytes(), None, &[]).unwrap().note.letter.signatory
    }

    #[test]
    fn all_who_signed_the_letter_are_named() {
        for (signatures, names) in [
            ("(Signed) A. Name\nPermanent Representative of Norway", "A. Name"),
            (
                "(Signed) A. Name\nPermanent Representative of Norway\n\n(Signed) B. Other\nPermanent Representative \
                 of Kenya",
                "A. Name; B. Other",
            ),
            ("(Signed)\nA. Name\n\n(Signed)\nB. Other", "A. Name; B. Other"),
        ] {
            assert_eq!(signatory(signatures).as_deref(), Some(names), "{signatures}");
        }
    }

    #[test]
    fn days_that_do_not_follow_one_another_are_doubtful() {
        for (letter, distribution, meeting, doubtful) in
            [(3, 5, 20, false), (3, 3, 4, false), (5, 3, 20, true), (10, 12, 8, true), (3, 12, 8, true)]
        {
            let text = format!(
                "United Nations\n\nDistr.: General\n{distribution} May 2031\n\nOriginal: English\n\nLetter dated {letter} \
                 May 2031 from the Permanent Representative of Norway to the United Nations addressed to the \
                 Secretary-General\n\nA debate will be held on {meeting} May 2031 at 10 a.m. New York time.\n\n(Signed) A. \
                 Name\n\nAnnex\n\nConcept note on words\n\nBackground\n\nThe debate will be held on \
                 {meeting} May 2031.\n"
            );
            let note = super::super::read(text.as_bytes(), None, &[]).unwrap().note;
            let day = |day| chrono::NaiveDate::from_ymd_opt(2031, 5, day);
            let days = [note.letter.date, note.distribution_date, note.meeting.date];
            assert_eq!(days, [day(letter), day(distribution), day(meeting)]);
            assert_eq!(note.warnings.contains(&super::Warning::DatesOutOfOrder), doubtful, "{days:?}");
        }
    }
}
