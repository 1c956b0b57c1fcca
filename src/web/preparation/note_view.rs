//! The note beside what was understood of it: its blocks in order, each naming what was taken from it.

use std::collections::{BTreeMap, HashSet};

use super::{
    review_form::Review,
    wording::{self, FIELDS},
};
use crate::{
    concept_note::{Part, Reading, Region, SourceBlock, runs},
    domain::{
        concept_note::Section,
        symbol::{self, Segment},
    },
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
    /// What was made of it.
    pub taken: Taken,
}

impl BlockView {
    /// Whether it is among those from the first to the last of a run.
    pub(super) fn is_in(&self, run: &(usize, usize)) -> bool {
        (run.0..=run.1).contains(&self.number)
    }
}

/// What was made of a block: the identifiers of fields, and their names.
#[derive(Debug, Clone, Default)]
pub(super) struct Taken {
    /// Facts, headings, questions, citations.
    pub links: Vec<(String, String)>,
    /// The paragraph or list of which it is a part: its label leads there.
    pub part: Option<(String, String)>,
}

impl Taken {
    /// Whether nothing was made of the block.
    pub(super) fn is_empty(&self) -> bool {
        self.links.is_empty() && self.part.is_none()
    }
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
    /// Where its paragraphs and the entries of their lists stand.
    pub places: Vec<Place>,
}

/// Where a part of a section stands in the note.
#[derive(Debug, Clone)]
pub(super) struct Place {
    /// Its first block.
    pub block: usize,
    /// Its label, or a sign.
    pub mark: String,
    /// What it is called.
    pub name: String,
}

/// The note's blocks by parts of the document, with links to the fields as they are now.
pub(super) fn regions(reading: &Reading, form: &Review, l: Locale) -> Vec<RegionView> {
    let is_heading = |part: &Part| matches!(part, Part::Heading(_) | Part::Title);
    let headings: HashSet<usize> =
        reading.found.iter().filter(|(part, _)| is_heading(part)).flat_map(|(_, at)| at.iter().copied()).collect();
    let mut taken = taken(reading, form, l);
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

/// For each block, what was made of it.
fn taken(reading: &Reading, form: &Review, l: Locale) -> BTreeMap<usize, Taken> {
    let mut taken: BTreeMap<usize, Taken> = BTreeMap::new();
    for (field, part, name) in FIELDS {
        for block in reading.places(part) {
            taken.entry(*block).or_default().links.push((field.to_owned(), l.t(name).to_string()));
        }
    }
    for (section, found) in reading.note.sections.iter().enumerate().filter(|(at, _)| form.sections.keeps(*at)) {
        if let Some(block) = reading.places(Part::Heading(section)).first() {
            taken.entry(*block).or_default().links.push((format!("section-{section}"), section_name(l, section)));
        }
        let field = if form.sections.list.is_empty() { "" } else { "-text" };
        for (part, name) in parts_of(section, found, l) {
            let name = l.t("preparation-review-part").arg("part", name).arg("section", section + 1).to_string();
            for block in reading.places(part) {
                taken.entry(*block).or_default().part = Some((format!("section-{section}{field}"), name.clone()));
            }
        }
    }
    for (index, item) in form.items.all().iter().enumerate() {
        let link = || {
            let name = l.t("preparation-question").arg("label", item.short()).to_string();
            (format!("question-{index}-text"), name)
        };
        for (first, last) in runs(&item.from) {
            taken.entry(first).or_default().links.push(link());
            // its sub-questions
            for block in first + 1..=last {
                taken.entry(block).or_default().part = Some(link());
            }
        }
    }
    for (_, block) in references(reading, &form.sections.references) {
        let links = &mut taken.entry(block).or_default().links;
        let link = ("references".to_owned(), l.t("preparation-review-references").to_string());
        if !links.contains(&link) {
            links.push(link);
        }
    }
    taken
}

/// The paragraphs of a section and the entries of their lists, in order, with what each is called.
fn parts_of(at: usize, section: &Section, l: Locale) -> Vec<(Part, String)> {
    let mut parts = Vec::new();
    for (index, paragraph) in section.paragraphs.iter().enumerate() {
        parts.push((Part::Paragraph(at, index), wording::paragraph(l, paragraph.number)));
        for (entry, item) in paragraph.items.iter().enumerate() {
            parts.push((Part::Item(at, index, entry), wording::item(l, item.label.as_deref())));
        }
    }
    parts
}

/// What a section is called by its place.
pub(super) fn section_name(l: Locale, at: usize) -> String {
    l.t("preparation-review-section").arg("number", at + 1).to_string()
}

/// The documents that are still among those `typed`, a line each, with the block that cites each first.
pub(super) fn references(reading: &Reading, typed: &str) -> Vec<(String, usize)> {
    let typed: HashSet<&str> = typed.lines().map(str::trim).collect();
    let cited = reading.note.references.iter().enumerate().filter(|(_, written)| typed.contains(written.as_str()));
    cited.filter_map(|(at, written)| Some((written.clone(), *reading.places(Part::Reference(at)).first()?))).collect()
}

/// The note's sections as understood.
pub(super) fn sections(reading: &Reading, l: Locale) -> Vec<SectionView> {
    let section = |(at, section): (usize, &Section)| {
        let numbers: Vec<u32> = section.paragraphs.iter().filter_map(|paragraph| paragraph.number).collect();
        let places: Vec<Place> = parts_of(at, section, l)
            .into_iter()
            .filter_map(|(part, name)| {
                let block = *reading.places(part).first()?;
                Some(Place { block, mark: mark(&reading.source[block], matches!(part, Part::Item(..))), name })
            })
            .collect();
        let heading = reading.places(Part::Heading(at)).first().copied();
        SectionView {
            heading: section.heading.clone(),
            block: heading.or_else(|| places.first().map(|place| place.block)),
            numbers: match (numbers.first(), numbers.last()) {
                (Some(first), Some(last)) if first != last => format!("{first}–{last}"),
                (Some(only), _) => only.to_string(),
                _ => String::new(),
            },
            places,
        }
    };
    reading.note.sections.iter().enumerate().map(section).collect()
}

/// What stands for a part where there is room for a sign only: its label, else that of a paragraph or a list.
fn mark(block: &SourceBlock, is_item: bool) -> String {
    let sign = || if is_item { "•" } else { "¶" }.to_owned();
    block.label.clone().filter(|label| label.contains(char::is_alphanumeric)).unwrap_or_else(sign)
}

#[cfg(test)]
mod tests {
    use super::{
        super::{
            question_items::{Item, Items},
            section_fields::Sections,
        },
        *,
    };
    use crate::domain::language::Language;

    fn reading() -> Reading {
        let note = "Security Council\n\nConcept note on words of the meeting on 3 May 2022\n\nContext\n\n1. A paragraph that is long \
            enough to be one.\n2. Another one, see S/2020/1.\n\nGuiding questions\n\n(a) How are words kept?\n\n(b) By whom?\n";
        crate::concept_note::read(note.as_bytes(), None, &[]).unwrap()
    }

    #[test]
    fn each_block_names_what_was_taken_from_it() {
        let (reading, l) = (reading(), Locale::new(Language::En, chrono_tz::UTC));
        let from = |at| reading.places(Part::Question(at)).to_vec();
        let question = |label: &str, from| Item { label: label.into(), from, ..Item::default() };
        // the chair joined the second question to a new one, and put the first below it
        let items = Items::of(vec![question("(x)", from(1)), question("(y)", from(0))]);
        let regions =
            regions(&reading, &Review { items, sections: Sections::of(&reading.note), ..Review::default() }, l);
        let names: Vec<_> = regions.iter().map(|(name, blocks)| (*name, blocks.len())).collect();
        assert_eq!(names, [("preparation-review-masthead", 1), ("consultations-note", 7)]);
        let blocks = &regions[1].1;
        let taken = |at: usize| blocks[at].taken.links.iter().map(|(field, _)| field.as_str()).collect::<Vec<_>>();
        assert_eq!(taken(0), ["title", "meeting_date"]);
        assert_eq!(taken(1), ["section-0"]);
        assert!(taken(2).is_empty());
        let part = |at: usize| blocks[at].taken.part.clone().map(|(field, _)| field);
        assert_eq!([0, 1, 2, 5].map(part), [None, None, Some("section-0-text".into()), Some("section-1-text".into())]);
        assert_eq!(taken(3), ["references"]);
        assert_eq!(taken(5), ["question-1-text"]);
        assert_eq!(blocks[5].taken.links[0].1.replace(['\u{2068}', '\u{2069}'], ""), "Question (y)");
        assert_eq!(taken(6), ["question-0-text"]);
        assert_eq!(blocks.iter().map(|block| block.heading).filter(|heading| *heading).count(), 3);
        assert!(blocks[3].text.iter().any(|(_, url)| url.is_some()), "symbols are links");
    }

    #[test]
    fn sections_tell_the_numbers_of_their_paragraphs() {
        let sections = sections(&reading(), Locale::new(Language::En, chrono_tz::UTC));
        let shown: Vec<_> = sections.iter().map(|s| (s.heading.as_deref().unwrap(), s.numbers.as_str())).collect();
        assert_eq!(shown, [("Context", "1–2"), ("Guiding questions", "")]);
        assert_eq!(sections[0].block, Some(2));
        let marks: Vec<_> = sections.iter().flat_map(|s| &s.places).map(|p| (p.mark.as_str(), p.block)).collect();
        assert_eq!(marks, [("1.", 3), ("2.", 4), ("(a)", 6), ("(b)", 7)]);
    }
}
