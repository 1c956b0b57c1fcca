//! The note beside what was understood of it: its blocks in order, each naming what was taken from it.

use std::collections::{BTreeMap, HashSet};

use super::{question_items::Item, wording::FIELDS};
use crate::{
    concept_note::{Part, Reading, Region, SourceBlock},
    domain::symbol::{self, Segment},
    locales::Locale,
};

/// A stretch of text, with its document's address where it is a symbol.
pub(super) type Piece = (String, Option<String>);

/// A block of the note.
#[derive(Debug, Clone, Default)]
pub(super) struct BlockView {
    /// Its number, from 0.
    pub number: usize,
    /// Its label as written.
    pub label: String,
    /// Its text, document symbols linked.
    pub text: Vec<Piece>,
    /// What its notes at the foot say.
    pub notes: String,
    /// It is understood as a heading.
    pub heading: bool,
    /// What was taken from it: the field's identifier and its name.
    pub taken: Vec<(String, String)>,
}

/// The letter, or another part of the document: the message that names it, and its blocks.
pub(super) type RegionView = (&'static str, Vec<BlockView>);

/// A section as it was understood.
#[derive(Debug, Clone)]
pub(super) struct SectionView {
    /// Its heading; none for what stands before the first.
    pub heading: Option<String>,
    /// The block it begins with.
    pub block: Option<usize>,
    /// The numbers of its paragraphs: `5`, `1–4`; empty where they have none.
    pub numbers: String,
}

/// The note's blocks by parts of the document, with links to the fields and to the questions as they are now.
pub(super) fn regions(reading: &Reading, items: &[Item], l: Locale) -> Vec<RegionView> {
    let is_heading = |part: &Part| matches!(part, Part::Heading(_) | Part::Title);
    let headings: HashSet<usize> =
        reading.found.iter().filter(|(part, _)| is_heading(part)).map(|(_, at)| *at).collect();
    let mut taken = taken(reading, items, l);
    let mut regions: Vec<RegionView> = Vec::new();
    for (number, block) in reading.source.iter().enumerate() {
        let name = match block.region {
            Region::Masthead => "preparation-review-masthead",
            Region::Letter => "consultations-letter",
            Region::Annex | Region::Note => "consultations-note",
        };
        let taken = taken.remove(&number).unwrap_or_default();
        let view = BlockView { number, heading: headings.contains(&number), taken, ..view(block) };
        match regions.last_mut().filter(|(last, _)| *last == name) {
            Some((_, blocks)) => blocks.push(view),
            None => regions.push((name, vec![view])),
        }
    }
    regions
}

fn view(block: &SourceBlock) -> BlockView {
    let piece = |segment| match segment {
        Segment::Plain(text) => (str::to_owned(text), None),
        Segment::Symbol(text, symbol) => (str::to_owned(text), symbol.url()),
    };
    BlockView {
        label: block.label.clone().unwrap_or_default(),
        text: symbol::segments(&block.text).into_iter().map(piece).collect(),
        notes: block.notes.clone(),
        ..BlockView::default()
    }
}

/// For each block, what was taken from it.
fn taken(reading: &Reading, items: &[Item], l: Locale) -> BTreeMap<usize, Vec<(String, String)>> {
    let mut taken: BTreeMap<usize, Vec<(String, String)>> = BTreeMap::new();
    let mut add = |block: usize, field: String, name: String| taken.entry(block).or_default().push((field, name));
    for (field, part, name) in FIELDS {
        if let Some(block) = reading.found.get(&part) {
            add(*block, field.to_owned(), l.t(name).to_string());
        }
    }
    for (section, found) in sections(reading).iter().enumerate() {
        if let Some(block) = found.block.filter(|_| found.heading.is_some()) {
            add(block, format!("section-{section}"), l.t("preparation-review-section").to_string());
        }
    }
    for (index, item) in items.iter().enumerate() {
        for block in &item.from {
            let name = l.t("preparation-question").arg("label", item.label.as_str()).to_string();
            add(*block, format!("question-{index}-text"), name);
        }
    }
    taken
}

/// The note's sections as understood.
pub(super) fn sections(reading: &Reading) -> Vec<SectionView> {
    let section = |(at, section): (usize, &crate::domain::concept_note::Section)| {
        let numbers: Vec<u32> = section.paragraphs.iter().filter_map(|paragraph| paragraph.number).collect();
        SectionView {
            heading: section.heading.clone(),
            block: [Part::Heading(at), Part::Paragraph(at, 0)].iter().find_map(|part| reading.found.get(part)).copied(),
            numbers: match (numbers.first(), numbers.last()) {
                (Some(first), Some(last)) if first != last => format!("{first}–{last}"),
                (Some(only), _) => only.to_string(),
                _ => String::new(),
            },
        }
    };
    reading.note.sections.iter().enumerate().map(section).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::language::Language;

    fn reading() -> Reading {
        let note = "Security Council\n\nConcept note on words of the meeting on 3 May 2022\n\nContext\n\n1. A paragraph that is long \
            enough to be one.\n2. Another one, see S/2020/1.\n\nGuiding questions\n\n(a) How are words kept?\n\n(b) By whom?\n";
        crate::concept_note::read(note.as_bytes(), None, &[]).unwrap()
    }

    #[test]
    fn each_block_names_what_was_taken_from_it() {
        let (reading, l) = (reading(), Locale::new(Language::En, chrono_tz::UTC));
        let from = |at| reading.found.get(&Part::Question(at)).copied().into_iter().collect();
        let question = |label: &str, from| Item { label: label.into(), from, ..Item::default() };
        // the chair joined the second question to a new one, and put the first below it
        let regions = regions(&reading, &[question("(x)", from(1)), question("(y)", from(0))], l);
        let names: Vec<_> = regions.iter().map(|(name, blocks)| (*name, blocks.len())).collect();
        assert_eq!(names, [("preparation-review-masthead", 1), ("consultations-note", 7)]);
        let blocks = &regions[1].1;
        let taken = |at: usize| blocks[at].taken.iter().map(|(field, _)| field.as_str()).collect::<Vec<_>>();
        assert_eq!(taken(0), ["title", "meeting_date"]);
        assert_eq!(taken(1), ["section-0"]);
        assert!(taken(2).is_empty());
        assert_eq!(taken(5), ["question-1-text"]);
        assert_eq!(blocks[5].taken[0].1.replace(['\u{2068}', '\u{2069}'], ""), "Question (y)");
        assert_eq!(taken(6), ["question-0-text"]);
        assert_eq!(blocks.iter().map(|block| block.heading).filter(|heading| *heading).count(), 3);
        assert!(blocks[3].text.iter().any(|(_, url)| url.is_some()), "symbols are links");
    }

    #[test]
    fn sections_tell_the_numbers_of_their_paragraphs() {
        let sections = sections(&reading());
        let shown: Vec<_> = sections.iter().map(|s| (s.heading.as_deref().unwrap(), s.numbers.as_str())).collect();
        assert_eq!(shown, [("Context", "1–2"), ("Guiding questions", "")]);
        assert_eq!(sections[0].block, Some(2));
    }
}
