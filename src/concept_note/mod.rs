//! Reads a letter with its concept note into what a consultation is made of.
//!
//! The way of a file: bytes ([`source`], [`decode`]) → lines without marks ([`lines`], [`typed`], [`markdown`], [`inline`] for text
//! and Markdown; [`office`] for .docx and .odt; [`html`] for web pages; [`pdf`]) → labels that only their order shows
//! ([`orders`]) → blocks without hard line breaks ([`blocks`]), of which some show by the questions they stand among what they are ([`themes`]) → the parts of the document ([`outline`], [`mail`],
//! [`letter`]) → sections with lists ([`sections`], [`headings`], [`numbering`], [`inside`], [`unmarked`]) → questions ([`questions`]), footnotes with their paragraphs ([`footnotes`]); beside it the facts of
//! letter and meeting ([`facts`], [`sentences`], [`meeting`], [`said`], [`asides`], [`deadlines`], [`dates`], [`times`], [`weekdays`], [`zones`], [`seat`], [`places`], [`countries`]). Each part keeps the block it was
//! found in ([`reading`]).
//!
//! Nothing is tuned to one note: what can be listed is data in `languages/`, one place a language ([`languages`], [`language`], [`calendar`]). One
//! more phrase, heading or form of an hour goes there. One more file format makes [`lines::Line`]s, is chosen in
//! [`source`], and goes on from there. Every step is linear in the text.

mod asides;
mod blocks;
mod calendar;
mod contents;
mod countries;
mod dates;
mod deadlines;
mod decode;
mod doubled;
mod ending;
mod error;
mod facts;
mod footnotes;
mod headings;
mod html;
mod inline;
mod inside;
mod kind;
mod language;
mod languages;
mod lazy;
mod letter;
mod lines;
mod mail;
mod margin;
mod markdown;
mod markers;
mod meeting;
mod numbering;
mod office;
mod orders;
mod outline;
mod page_number;
mod pdf;
mod places;
mod presidency;
mod questions;
mod reading;
mod said;
mod seat;
mod sections;
mod sentence;
mod sentences;
mod several;
mod source;
mod table;
mod themes;
mod times;
mod typed;
mod unmarked;
mod weekdays;
mod zones;

use std::collections::{BTreeMap, BTreeSet};

pub use countries::Country;
pub use error::{Format, MAX_BYTES, MAX_LINES, NoteError};
pub use reading::{Part, Reading, Region, SourceBlock, runs};

use crate::domain::concept_note::{ConceptNote, Section, Warning};
use crate::domain::question::MAX_QUESTIONS;
use facts::Document;
use several::Notes;

/// Reads a concept note from a file's bytes.
///
/// What kind of file it is, its bytes say; its name tells a web page without a frame from a text, and must not say another kind. `countries` are
/// those a presidency can be held by. Errors say that the file is no note at all; what is doubtful in a note is among its
/// warnings.
pub fn read(bytes: &[u8], file_name: Option<&str>, countries: &[Country]) -> Result<Reading, NoteError> {
    let mut warnings = BTreeSet::new();
    let mut lines = source::lines(bytes, file_name, &mut warnings)?;
    orders::set_off(&mut lines);
    let blocks = blocks::blocks(&lines);
    match several::notes(&blocks) {
        Notes::One => {}
        Notes::Doubtful => drop(warnings.insert(Warning::NotesDoubtful)),
        Notes::Several => return Err(NoteError::SeveralNotes),
    }
    let outline = outline::outline(&blocks);
    let answer = mail::answer(&blocks, &outline);
    let text = &blocks[outline.body.start..answer.start];
    let mut parts = sections::sections(text, &mut warnings);
    let asked = questions::questions(&mut parts, &mut warnings);
    if !answer.is_empty() {
        mail::keep(&mut parts, &blocks, answer, outline.body.start);
        warnings.insert(Warning::QuestionsDoubtful);
    }
    let asking = text.iter().filter(|block| sentence::ends_asking(&block.text)).count();
    if asked.len() > MAX_QUESTIONS || asking > MOST_ASKING {
        return Err(NoteError::TooManyQuestions);
    }
    let noted = footnotes::keep(&mut parts, &blocks, &outline);
    let mut found = reading::text(&outline, &parts, asked.iter().map(|(_, blocks)| blocks.as_slice()));
    if !noted.is_empty() {
        found.insert(Part::Paragraph(0, 0), noted);
    }
    let mut note = ConceptNote {
        title: outline.title.clone(),
        sections: parts.into_iter().map(Section::from).collect(),
        questions: asked.into_iter().map(|(question, _)| question).collect(),
        ..ConceptNote::default()
    };
    if !says_something(&note) {
        return Err(NoteError::NoNote);
    }
    outline::doubts(&blocks, &outline, &mut warnings);
    if ending::breaks_off(text) {
        warnings.insert(Warning::BreaksOff);
    }
    let document = Document { lines: &lines, blocks: &blocks, outline: &outline, countries };
    let mut said = BTreeMap::new();
    facts::fill(&mut note, &document, &mut said, &mut warnings);
    found.extend(said.into_iter().map(|(part, block)| (part, vec![block])));
    found.extend(outline.title.is_some().then(|| (Part::Title, outline.title_blocks(&blocks))));
    for (reference, block) in reading::references(&blocks, note.symbol.as_deref()) {
        found.insert(Part::Reference(note.references.len()), vec![block]);
        note.references.push(reference);
    }
    note.warnings = warnings.into_iter().collect();
    let letter = letter::paragraphs(&blocks, &outline);
    Ok(Reading { note, letter, source: reading::source(&lines, &blocks, &outline), found })
}

/// Most paragraphs that end as questions, wherever they stand: no note that one can answer has more.
const MOST_ASKING: usize = 10 * MAX_QUESTIONS;

/// Words that a paragraph has at least; Chinese characters count as words.
const FEWEST_WORDS: usize = 4;

/// Whether there is a text with sentences, and not only a word or numbers.
fn says_something(note: &ConceptNote) -> bool {
    let words = |text: &str| {
        let word = |word: &&str| word.chars().any(char::is_alphabetic);
        text.split_whitespace().filter(word).count().max(text.chars().filter(|c| language::is_wide(*c)).count())
    };
    let paragraphs = note.sections.iter().flat_map(|section| &section.paragraphs);
    let texts = paragraphs.flat_map(|p| std::iter::once(&p.text).chain(p.items.iter().map(|item| &item.text)));
    !note.questions.is_empty() || texts.map(|text| words(text)).any(|words| words >= FEWEST_WORDS)
}
