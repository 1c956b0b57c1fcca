//! What was read of a file, and where in it each part was found.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::blocks::Block;
use super::language;
use super::letter;
use super::lines::Line;
use super::outline::Outline;
use super::sections;
use crate::domain::{concept_note::ConceptNote, symbol};

/// A note as it was understood, and what stands beside it.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Reading {
    /// What the note says.
    pub note: ConceptNote,
    /// The paragraphs of the letter that carries it, salutation and signature as written; empty where there is none.
    pub letter: Vec<String>,
    /// The whole file in order: masthead, letter, annex and note.
    pub source: Vec<SourceBlock>,
    /// The blocks of [`Reading::source`] that each part stands in, in order; what no place says (a detected language, an
    /// assumed zone) has none.
    #[serde(with = "pairs")]
    pub found: BTreeMap<Part, Vec<usize>>,
}

impl Reading {
    /// The language that the note's own words are of, which its original need not have been; none where they do not tell.
    #[must_use]
    pub fn language(&self) -> Option<&'static str> {
        let own = self.source.iter().filter(|block| block.region == Region::Note);
        language::detect(&own.flat_map(|block| [block.text.as_str(), "\n"]).collect::<String>())
    }

    /// The blocks that a part stands in; empty where no place says it.
    #[must_use]
    pub fn places(&self, part: Part) -> &[usize] {
        self.found.get(&part).map_or(&[], Vec::as_slice)
    }
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
    /// That paragraph of that section, from 0, without its list.
    Paragraph(usize, usize),
    /// That section, that paragraph, that entry of its list, from 0.
    Item(usize, usize, usize),
    /// That question, from 0.
    Question(usize),
    /// Where that cited document is first mentioned, from 0.
    Reference(usize),
}

/// Blocks in order as runs that follow each other: the first and the last of each.
#[must_use]
pub fn runs(blocks: &[usize]) -> Vec<(usize, usize)> {
    let mut runs: Vec<(usize, usize)> = Vec::new();
    for block in blocks {
        match runs.last_mut().filter(|(_, last)| *block == *last || *block == *last + 1) {
            Some((_, last)) => *last = *block,
            None => runs.push((*block, *block)),
        }
    }
    runs
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
pub(super) fn text<'a>(
    outline: &Outline,
    parts: &[sections::Part],
    questions: impl Iterator<Item = &'a [usize]>,
) -> BTreeMap<Part, Vec<usize>> {
    let mut found = BTreeMap::new();
    let mut add = |part: Part, blocks: &[usize]| {
        if !blocks.is_empty() {
            found.insert(part, blocks.iter().map(|block| outline.body.start + block).collect());
        }
    };
    for (section, part) in parts.iter().enumerate() {
        add(Part::Heading(section), part.block.as_slice());
        for (at, paragraph) in part.paragraphs.iter().enumerate() {
            add(Part::Paragraph(section, at), &[&paragraph.blocks[..], &paragraph.beside.blocks].concat());
            for (item, entry) in paragraph.items.iter().enumerate() {
                add(Part::Item(section, at, item), &[&entry.blocks[..], &entry.beside.blocks].concat());
            }
        }
    }
    questions.enumerate().for_each(|(at, blocks)| add(Part::Question(at), blocks));
    found
}

/// The documents that are cited, as written, each with the block that mentions it first; not the note's `own` symbol.
pub(super) fn references(blocks: &[Block], own: Option<&str>) -> Vec<(String, usize)> {
    let texts = blocks.iter().flat_map(|block| [block.text.as_str(), &block.notes]);
    let cited = symbol::distinct(texts).into_iter().map(|(at, symbol)| (symbol.as_str().to_owned(), at / 2));
    cited.filter(|(written, _)| own != Some(written)).collect()
}

/// A map as a list of its pairs: JSON has no other keys than words.
mod pairs {
    use std::collections::BTreeMap;

    use serde::{Deserialize, Deserializer, Serialize, Serializer};

    use super::Part;

    pub(super) fn serialize<S: Serializer>(map: &BTreeMap<Part, Vec<usize>>, to: S) -> Result<S::Ok, S::Error> {
        map.iter().collect::<Vec<_>>().serialize(to)
    }

    pub(super) fn deserialize<'a, D: Deserializer<'a>>(from: D) -> Result<BTreeMap<Part, Vec<usize>>, D::Error> {
        Ok(Vec::deserialize(from)?.into_iter().collect())
    }
}
