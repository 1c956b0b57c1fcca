//! Sections, paragraphs and entries while they are built.

use crate::concept_note::numbering::Label;
use crate::domain::concept_note::{Item, Paragraph, Section};

/// A section while it is built.
#[derive(Clone, Debug, Default)]
pub(in crate::concept_note) struct Part {
    pub heading: Option<String>,
    /// The block of its heading, counted from where the note's text begins.
    pub block: Option<usize>,
    /// The label of its heading.
    pub label: Option<Label>,
    /// The level of its heading, 0 where the file names none.
    pub level: u8,
    pub paragraphs: Vec<Draft>,
}

impl Part {
    /// Its texts in order, those of its paragraphs and of their entries, each with its label.
    pub fn texts(&self) -> impl Iterator<Item = (Option<&Label>, &str)> {
        let all = self.paragraphs.iter().flat_map(|draft| {
            let entries = draft.items.iter().map(|entry| (entry.label.as_ref(), entry.text.as_str()));
            std::iter::once((draft.label.as_ref(), draft.text.as_str())).chain(entries)
        });
        all.filter(|(_, text)| !text.is_empty())
    }
}

/// A paragraph while it is built.
#[derive(Clone, Debug, Default)]
pub(in crate::concept_note) struct Draft {
    /// The number it has among the note's paragraphs.
    pub label: Option<Label>,
    pub text: String,
    pub items: Vec<Entry>,
    /// The blocks its own text stands in, in order.
    pub blocks: Vec<usize>,
    /// What stands beside it in its table.
    pub beside: Beside,
    /// What the footnotes to it say.
    pub notes: Vec<String>,
}

/// A list entry while it is built.
#[derive(Clone, Debug, Default)]
pub(in crate::concept_note) struct Entry {
    pub label: Option<Label>,
    pub text: String,
    /// The blocks it stands in with its sub-list, in order.
    pub blocks: Vec<usize>,
    /// What stands beside it in its table.
    pub beside: Beside,
    /// What the footnotes to it say.
    pub notes: Vec<String>,
}

/// What the cells beside a question say that are no part of it: text of its section.
#[derive(Clone, Debug, Default)]
pub(in crate::concept_note) struct Beside {
    lines: Vec<String>,
    /// The block of each line.
    pub blocks: Vec<usize>,
}

impl Beside {
    pub fn add(&mut self, line: String, block: usize) {
        self.lines.push(line);
        self.blocks.push(block);
    }

    pub fn extend(&mut self, other: Beside) {
        self.lines.extend(other.lines);
        self.blocks.extend(other.blocks);
    }

    /// A text with the lines that stand beside it.
    fn with(self, mut text: String) -> String {
        self.lines.iter().for_each(|line| add_line(&mut text, line));
        text
    }
}

/// Adds a line to a text of several.
pub(in crate::concept_note) fn add_line(text: &mut String, line: &str) {
    if !text.is_empty() {
        text.push('\n');
    }
    text.push_str(line);
}

impl Entry {
    /// Adds a line that stands in those blocks.
    pub fn add(&mut self, line: &str, blocks: &[usize]) {
        add_line(&mut self.text, line);
        self.blocks.extend(blocks);
    }

    /// The label as the note writes it; a bullet is none.
    pub fn written_label(&self) -> Option<&str> {
        self.label.as_ref().filter(|label| !label.is_bullet()).map(|label| label.raw.as_str())
    }
}

impl From<Part> for Section {
    fn from(part: Part) -> Section {
        Section { heading: part.heading, paragraphs: part.paragraphs.into_iter().map(Paragraph::from).collect() }
    }
}

impl From<Draft> for Paragraph {
    fn from(draft: Draft) -> Paragraph {
        let item = |entry: Entry| Item {
            label: entry.written_label().map(str::to_owned),
            text: entry.beside.with(entry.text),
            notes: entry.notes,
        };
        Paragraph {
            number: draft.label.map(|label| label.first_number()),
            text: draft.beside.with(draft.text),
            items: draft.items.into_iter().map(item).collect(),
            notes: draft.notes,
        }
    }
}
