//! What was read of a file, and where in it each part was found.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::blocks::Block;
use super::letter;
use super::lines::Line;
use super::outline::Outline;
use super::sections;
use crate::domain::concept_note::ConceptNote;

/// A note as it was understood, and what stands beside it.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Reading {
    /// What the note says.
    pub note: ConceptNote,
    /// The paragraphs of the letter that carries it, salutation and signature as written; empty where there is none.
    pub letter: Vec<String>,
    /// The whole file in order: masthead, letter, annex and note.
    pub source: Vec<SourceBlock>,
    /// The block of [`Reading::source`] that each part begins with; what no place says (a detected language, an assumed
    /// zone) has none.
    #[serde(with = "pairs")]
    pub found: BTreeMap<Part, usize>,
}

/// A paragraph, list entry or heading of the file, with only its setting undone.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct SourceBlock {
    /// The part of the document it stands in.
    pub region: Region,
    /// Its label or bullet, as written.
    pub label: Option<String>,
    /// Its words, in one line.
    pub text: String,
    /// What its notes at the foot say.
    pub notes: String,
    /// The line of the file on which it begins, from 1; none where the format has no lines.
    pub line: Option<usize>,
}

/// A part of the document, in their order.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Region {
    /// Organ, symbol, distribution, original language.
    Masthead,
    /// The letter with its heading.
    Letter,
    /// The heading of its annex.
    Annex,
    /// The note with its own heading.
    #[default]
    Note,
}

/// A part of what was understood.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Part {
    /// The note's heading.
    Title,
    /// The symbol of the document.
    Symbol,
    /// The day of its distribution.
    DistributionDate,
    /// The language it was written in.
    Language,
    /// The letter's date.
    LetterDate,
    /// The office that wrote it.
    LetterFrom,
    /// Who signed it.
    LetterSignatory,
    /// The State that presides.
    Presidency,
    /// The meeting's day.
    MeetingDate,
    /// The hour it begins.
    MeetingTime,
    /// Its time zone.
    MeetingZone,
    /// The heading of that section, from 0.
    Heading(usize),
    /// That paragraph of that section, from 0.
    Paragraph(usize, usize),
    /// That question, from 0.
    Question(usize),
}

/// The whole file for a reader's eye.
pub(super) fn source(lines: &[Line], blocks: &[Block], outline: &Outline) -> Vec<SourceBlock> {
    let note = outline.titled.unwrap_or(outline.body.start);
    let text = letter::blocks(blocks, outline);
    let letter = outline.letter.unwrap_or(if text.is_empty() { note } else { text.start });
    let region = |at: usize| match at {
        at if at >= note => Region::Note,
        at if at >= outline.front.end => Region::Annex,
        at if at >= letter => Region::Letter,
        _ => Region::Masthead,
    };
    let block = |(at, block): (usize, &Block)| SourceBlock {
        region: region(at),
        label: block.label.as_ref().map(|label| label.raw.clone()),
        text: block.text.clone(),
        notes: block.notes.clone(),
        line: lines.get(block.line).and_then(|line| line.number),
    };
    blocks.iter().enumerate().map(block).collect()
}

/// Where the note's sections and questions were found.
pub(super) fn text(
    outline: &Outline,
    parts: &[sections::Part],
    questions: impl Iterator<Item = Option<usize>>,
) -> BTreeMap<Part, usize> {
    let headings = parts.iter().enumerate().map(|(at, part)| (Part::Heading(at), part.block));
    let paragraphs = parts.iter().enumerate().flat_map(|(section, part)| {
        let paragraph = move |(at, draft): (usize, &sections::Draft)| (Part::Paragraph(section, at), draft.block);
        part.paragraphs.iter().enumerate().map(paragraph)
    });
    let questions = questions.enumerate().map(|(at, block)| (Part::Question(at), block));
    let all = headings.chain(paragraphs).chain(questions);
    all.filter_map(|(part, block)| Some((part, outline.body.start + block?))).collect()
}

/// A map as a list of its pairs: JSON has no other keys than words.
mod pairs {
    use std::collections::BTreeMap;

    use serde::{Deserialize, Deserializer, Serialize, Serializer};

    use super::Part;

    pub(super) fn serialize<S: Serializer>(map: &BTreeMap<Part, usize>, to: S) -> Result<S::Ok, S::Error> {
        map.iter().collect::<Vec<_>>().serialize(to)
    }

    pub(super) fn deserialize<'a, D: Deserializer<'a>>(from: D) -> Result<BTreeMap<Part, usize>, D::Error> {
        Ok(Vec::deserialize(from)?.into_iter().collect())
    }
}
