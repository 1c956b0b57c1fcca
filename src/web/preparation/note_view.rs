//! A note on a page: its sections and paragraphs, with links at the symbols of documents.

use crate::domain::{
    concept_note::{ConceptNote, Paragraph},
    symbol::{self, Segment},
};

/// A stretch of text, with its document's address where it is a symbol.
pub(super) type Piece = (String, Option<String>);

/// The lines of a text.
pub(super) type Lines = Vec<Vec<Piece>>;

/// A paragraph, or an entry of its list: its number or label, and its lines.
#[derive(Debug, Clone)]
pub(super) struct Entry {
    /// The number or label; empty where there is none.
    pub label: String,
    /// Its lines.
    pub lines: Lines,
    /// The list under it.
    pub items: Vec<Entry>,
}

/// A section: heading (or none) and paragraphs.
pub(super) type SectionView = (Option<String>, Vec<Entry>);

/// The note's sections for a page.
pub(super) fn sections(note: &ConceptNote) -> Vec<SectionView> {
    let section = |section: &crate::domain::concept_note::Section| {
        (section.heading.clone(), section.paragraphs.iter().map(paragraph).collect())
    };
    note.sections.iter().map(section).collect()
}

fn paragraph(paragraph: &Paragraph) -> Entry {
    let item = |item: &crate::domain::concept_note::Item| Entry {
        label: item.label.clone().unwrap_or_default(),
        lines: lines(&item.text),
        items: Vec::new(),
    };
    Entry {
        label: paragraph.number.map(|number| number.to_string()).unwrap_or_default(),
        lines: lines(&paragraph.text),
        items: paragraph.items.iter().map(item).collect(),
    }
}

/// The letter's paragraphs for a page.
pub(super) fn paragraphs(letter: &[String]) -> Vec<Lines> {
    letter.iter().map(|paragraph| lines(paragraph)).collect()
}

fn lines(text: &str) -> Lines {
    let piece = |segment| match segment {
        Segment::Plain(text) => (str::to_owned(text), None),
        Segment::Symbol(text, symbol) => (str::to_owned(text), Some(symbol.url())),
    };
    text.lines().map(|line| symbol::segments(line).into_iter().map(piece).collect()).collect()
}
