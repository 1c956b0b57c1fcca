//! Rows of tables: which of them are entries with a label, and which only name the columns.

use super::tree::{Kind, Tree};
use crate::concept_note::numbering;
use crate::concept_note::table::{self, Columns};

/// Elements that no fact's value holds.
const NO_VALUE: &[&str] = &["table", "ol", "ul", "dl", "h1", "h2", "h3", "h4", "h5", "h6"];

/// What a row is for the text.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Row {
    /// Its cells are paragraphs.
    Plain,
    /// They make an entry or several without labels, under a head of questions, one of them under the name of these.
    Entries(Option<usize>),
    /// An entry with a label, which is its first cell.
    Entry(usize, String),
    /// It names the columns of such rows.
    Head,
}

impl Tree {
    /// What a `<tr>` is.
    pub fn row(&self, at: usize) -> Row {
        let cells = self.cells(at);
        let words: Vec<&str> = cells.iter().map(|(_, words)| words.as_str()).collect();
        if let (Some(label), Some((cell, _))) = (table::label(&words), cells.first()) {
            return Row::Entry(*cell, label.to_owned());
        }
        if let Some((head, columns)) = self.columns(at) {
            if head == at {
                return Row::Head;
            }
            let question = columns.question(words.len());
            // a list in a cell has its own entries; a label before the questions' column is that of their theme
            let own = || words.iter().skip(question.unwrap_or_default()).flat_map(|cell| cell.lines());
            let lists = || own().any(|line| numbering::parse(line.trim()).is_some());
            if table::is_entry(&words) && !lists() && !self.inside(at).any(|part| self.is(part, &["li"])) {
                return Row::Entries(question);
            }
        }
        let next = self.next_row(at).map(|next| self.cells(next)).unwrap_or_default();
        let next: Vec<&str> = next.iter().map(|(_, words)| words.as_str()).collect();
        if table::is_head(&words, &next) { Row::Head } else { Row::Plain }
    }

    /// The first row of the table that a row is in, and its columns, if it names that of the questions.
    fn columns(&self, row: usize) -> Option<(usize, Columns)> {
        let parent = self.parent(row)?;
        let table = if self.is(parent, &["table"]) { parent } else { self.parent(parent)? };
        let first = self.inside(table).find(|part| self.is(*part, &["tr"]))?;
        let cells = self.cells(first);
        let words: Vec<String> = cells.iter().map(|(_, words)| in_one_line(words)).collect();
        Some((first, Columns::named(&words.iter().map(String::as_str).collect::<Vec<_>>())?))
    }

    /// The name of the column of questions that a row names.
    pub fn questions_name(&self, row: usize) -> Option<String> {
        let (_, columns) = self.columns(row).filter(|(head, _)| *head == row)?;
        let cells = self.cells(row);
        columns.question(cells.len()).map(|at| in_one_line(&cells[at].1))
    }

    /// The cells of a row that stand beside its question and are no part of it.
    pub fn beside(&self, row: usize) -> Vec<usize> {
        let cells = self.cells(row);
        let Some((_, columns)) = self.columns(row).filter(|(head, _)| *head != row) else {
            return Vec::new();
        };
        let said = |(_, (_, words)): &(usize, &(usize, String))| !words.trim().is_empty();
        let label =
            usize::from(table::label(&cells.iter().map(|(_, words)| words.as_str()).collect::<Vec<_>>()).is_some());
        let behind = cells.iter().enumerate().filter(said).skip(label + 1);
        let lines = |words: &'_ String| {
            words.lines().map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned).collect::<Vec<_>>()
        };
        let is_beside = |(place, (_, words)): &(usize, &(usize, String))| {
            columns.is_beside(*place, cells.len(), lines(words).iter().map(String::as_str))
        };
        behind.filter(is_beside).map(|(_, (cell, _))| *cell).collect()
    }

    /// The name that a cell gives with a colon to what the cell beside it says.
    pub fn fact_name(&self, cell: usize) -> Option<String> {
        let words = Some(self.words(cell)).filter(|words| table::leads(words))?;
        let value = self.following(cell).find(|next| self.is(*next, &["td", "th"]))?;
        let is_value = !self.inside(value).any(|part| self.is(part, NO_VALUE)) && !self.words(value).trim().is_empty();
        is_value.then(|| words.trim().to_owned())
    }

    /// Whether a row gives facts, none of whose cells is a heading.
    pub fn gives_facts(&self, row: usize) -> bool {
        let cells = self.cells(row);
        let words: Vec<&str> = cells.iter().map(|(_, words)| words.trim()).filter(|words| !words.is_empty()).collect();
        table::are_facts(&words) && !self.inside(row).any(|part| self.is(part, NO_VALUE))
    }

    /// The cells of a row with their words.
    fn cells(&self, row: usize) -> Vec<(usize, String)> {
        let cells = self.children(row).filter(|cell| self.is(*cell, &["td", "th"]));
        cells.map(|cell| (cell, self.words(cell))).collect()
    }

    /// The row under another, which may stand in the table's body where the other is its head.
    fn next_row(&self, row: usize) -> Option<usize> {
        let rows = |at: usize| self.following(at).find(|next| self.is(*next, &["tr"]));
        let in_body = || {
            let body = self.following(self.parent(row)?).find(|next| self.is(*next, &["tbody"]))?;
            self.children(body).find(|next| self.is(*next, &["tr"]))
        };
        rows(row).or_else(in_body)
    }

    fn is(&self, at: usize, names: &[&str]) -> bool {
        matches!(&self.node(at).kind, Kind::Element(element) if names.contains(&element.name()))
    }
}

/// A cell's words as its name is read: where its file breaks the line, a blank.
fn in_one_line(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}
