//! A row of a table: which cell belongs to which, and what a cell is not.

use super::super::table::{self, Columns};
use super::paragraph::{PAGE, Paragraph};

/// A row of a table that is open.
#[derive(Default)]
pub(super) struct Row {
    /// The paragraphs of the cell that is open.
    pub cell: Vec<Paragraph>,
    /// Those of finished cells with words, cell by cell.
    cells: Vec<Vec<Paragraph>>,
    /// In which column each of these stands.
    places: Vec<usize>,
    /// What the notes of cells without words say.
    notes: Paragraph,
    /// How many cells are finished.
    ended: usize,
    /// A label or name that waits for the cell it belongs to.
    lead: Option<Paragraph>,
    /// In which column that stands.
    lead_place: usize,
    /// How many cells have words.
    filled: usize,
    /// Where the entry begins whose label was a cell of its own.
    entry: Option<usize>,
}

/// How far in the further paragraphs of such an entry stand, in blanks.
const STEP: usize = 4;

impl Row {
    pub fn end_cell(&mut self) {
        let mut cell = std::mem::take(&mut self.cell);
        let lead = self.lead.take();
        let is_alone = cell.iter().filter(|paragraph| !paragraph.is_blank() || paragraph.label.is_some()).count() == 1;
        let first = cell.iter_mut().find(|paragraph| !paragraph.is_blank() || paragraph.label.is_some());
        self.filled += usize::from(first.is_some());
        match (lead, first) {
            (None, Some(first)) if is_alone && leads(first) => {
                self.lead = Some(std::mem::take(first));
                self.lead_place = self.ended;
            }
            (Some(lead), Some(first)) => {
                let names = lead.text().trim().ends_with([':', '：']);
                self.entry = self.entry.or(Some(lead.indent)).filter(|_| !names);
                *first = led(lead, first);
                self.set_in(&mut cell[1..]);
                self.cells.push(cell);
                self.places.push(self.ended);
            }
            // an empty cell between the two
            (lead, None) => {
                self.lead = lead;
                for paragraph in &cell {
                    self.notes.add_notes(paragraph);
                }
            }
            (None, Some(_)) => {
                self.set_in(&mut cell);
                self.cells.push(cell);
                self.places.push(self.ended);
            }
        }
        self.ended += 1;
    }

    /// What stands behind a label and its text is part of that entry.
    fn set_in(&self, paragraphs: &mut [Paragraph]) {
        for paragraph in paragraphs.iter_mut().filter(|paragraph| paragraph.level == 0) {
            paragraph.indent += self.entry.map_or(0, |indent| indent + STEP);
        }
    }

    /// The columns of a table of questions, if it names them, and the name of that of the questions.
    pub fn columns(&self) -> Option<(Columns, String)> {
        let words = |cell: &Vec<Paragraph>| cell.iter().map(Paragraph::text).collect::<Vec<_>>().join(" ");
        let mut names = vec![String::new(); self.ended];
        for (place, cell) in self.places.iter().zip(&self.cells) {
            words(cell).trim().clone_into(&mut names[*place]);
        }
        let cells: Vec<&str> = names.iter().map(String::as_str).collect();
        let columns = Columns::named(&cells).filter(|_| self.filled > 1)?;
        let name = columns.question(names.len()).map(|at| names.swap_remove(at)).unwrap_or_default();
        Some((columns, name))
    }

    /// Its paragraphs in order; where each row is an entry under a head of `columns`, those of one that has no label get one.
    pub fn end(mut self, columns: Option<&Columns>) -> Vec<Paragraph> {
        // what looks like a label and stands behind a question is a page or a length of time
        if columns.is_some()
            && !self.cells.is_empty()
            && let Some(last) = self.lead.take()
        {
            self.cells.push(vec![last]);
            self.places.push(self.lead_place);
        }
        for (place, cell) in self.places.iter().zip(&mut self.cells).skip(1) {
            let said = || cell.iter().map(Paragraph::text).filter(|text| !text.trim().is_empty());
            if columns.is_some_and(|columns| columns.is_beside(*place, self.ended, said())) {
                for paragraph in cell.iter_mut() {
                    paragraph.beside = true;
                }
            }
        }
        if let Some(columns) = columns.filter(|columns| self.is_entry(columns)) {
            return self.into_entries(columns);
        }
        if self.filled > 2 {
            // no cell among several is a heading of what follows
            self.cells.iter_mut().filter(|cell| is_short(cell)).flatten().for_each(|paragraph| paragraph.fact = true);
        } else if let [name, value] = &mut self.cells[..]
            && names(name)
            && is_value(value)
        {
            name.iter_mut().chain(value).for_each(|paragraph| paragraph.fact = true);
        } else if let ([cell], Some(_)) = (&mut self.cells[..], self.entry)
            && is_short(cell)
        {
            // "3", "Opening" is a row of a programme
            for paragraph in cell.iter_mut() {
                paragraph.fact = true;
            }
        }
        let notes = Some(self.notes).filter(Paragraph::has_notes);
        self.cells.into_iter().flatten().chain(self.lead).chain(self.cell).chain(notes).collect()
    }

    /// All its notes, in a paragraph without words.
    pub fn notes(&self) -> Paragraph {
        let mut notes = Paragraph::default();
        let all = self.cells.iter().flatten().chain(&self.lead).chain(&self.cell).chain([&self.notes]);
        all.for_each(|paragraph| notes.add_notes(paragraph));
        notes
    }

    fn is_entry(&self, columns: &Columns) -> bool {
        // a label before the questions' column is that of their theme
        let theme = columns.question(self.ended).unwrap_or_default();
        let own = self.places.iter().zip(&self.cells).filter(|(place, _)| **place >= theme);
        let labelled = || own.flat_map(|(_, cell)| cell).any(Paragraph::is_labelled);
        self.filled > 1 && self.entry.is_none() && !labelled()
    }

    /// Its paragraphs as one entry, or as one for each question that a cell holds; what names none of them stands before.
    fn into_entries(self, columns: &Columns) -> Vec<Paragraph> {
        let mut cells = vec![Vec::new(); self.ended];
        for (place, cell) in self.places.into_iter().zip(self.cells) {
            cells[place] = cell;
        }
        let question = columns.question(self.ended);
        let mut notes = self.notes;
        cells.extend([self.lead.into_iter().collect(), self.cell]);
        for (place, cell) in cells.iter_mut().enumerate() {
            cell.iter().filter(|paragraph| paragraph.is_blank()).for_each(|paragraph| notes.add_notes(paragraph));
            cell.retain(|paragraph| !paragraph.is_blank());
            if Some(place) == question {
                *cell = std::mem::take(cell).into_iter().flat_map(Paragraph::divided).collect();
            }
        }
        let (mut before, entries) = table::entries(cells, question, Paragraph::text);
        for paragraph in &mut before {
            paragraph.fact = true;
        }
        let notes = Some(notes).filter(Paragraph::has_notes);
        before.into_iter().chain(entries.into_iter().flat_map(marked)).chain(notes).collect()
    }
}

/// Paragraphs as one entry: the first with a mark, the others set in.
fn marked(mut all: Vec<Paragraph>) -> Vec<Paragraph> {
    if let Some((first, others)) = all.split_first_mut() {
        let mut mark = Paragraph::default();
        mark.push(table::BULLET, false);
        mark.indent = first.indent;
        *first = led(mark, first);
        for paragraph in others {
            paragraph.indent += first.indent + STEP;
            paragraph.fact = true;
        }
    }
    all
}

/// Whether a cell is the name of what stands in the cell beside it: few words and no sentence.
fn names(cell: &[Paragraph]) -> bool {
    let mut said = cell.iter().filter(|paragraph| !paragraph.is_blank());
    let (Some(name), None) = (said.next(), said.next()) else {
        return false;
    };
    !name.is_labelled() && name.level == 0 && table::names(name.text())
}

/// Whether a cell may be what a name in the cell before it stands for, and no text under a heading.
fn is_value(cell: &[Paragraph]) -> bool {
    is_short(cell) && !cell.iter().any(|paragraph| paragraph.is_labelled() || table::is_text(paragraph.text()))
}

/// Whether a cell has few words and no heading.
fn is_short(cell: &[Paragraph]) -> bool {
    table::is_short(cell.iter().map(Paragraph::text)) && cell.iter().all(|paragraph| paragraph.level == 0)
}

/// Whether the only paragraph of a cell is a label, or a name with a colon, for the cell beside it.
fn leads(paragraph: &Paragraph) -> bool {
    let text = paragraph.text().trim();
    if text.is_empty() {
        return paragraph.label.is_some();
    }
    if paragraph.label.is_some() || paragraph.level > 0 || text.contains(['\n', PAGE]) {
        return false;
    }
    table::leads(text) || text.chars().count() <= 12 && table::is_label(text)
}

/// The first paragraph of a cell with the label or name from the cell before it.
fn led(lead: Paragraph, first: &Paragraph) -> Paragraph {
    let mut whole = if lead.is_blank() { first.clone() } else { Paragraph::default() };
    if lead.is_blank() {
        whole.take_notes(&lead);
        whole.label = whole.label.or(lead.label);
    } else {
        let text = lead.text().trim_end();
        let strong = lead.lines().first().is_some_and(|line| line.bold);
        whole.push(text, strong);
        whole.push(if text.ends_with([':', '：']) { " " } else { "\t" }, false);
        whole.append(first);
        whole.take_notes(&lead);
        whole.level = first.level;
    }
    whole.indent = lead.indent;
    whole.page = lead.page || first.page;
    whole
}

#[cfg(test)]
mod tests {
    use super::*;

    fn filled(cells: &[&str]) -> Row {
        let mut row = Row::default();
        for cell in cells {
            let mut paragraph = Paragraph::default();
            paragraph.push(cell, false);
            row.cell.push(paragraph);
            row.end_cell();
        }
        row
    }

    fn row(cells: &[&str]) -> Vec<Paragraph> {
        filled(cells).end(None)
    }

    #[test]
    fn short_cells_beside_others_head_no_text() {
        let long = "a text of many words that stands beside its heading ".repeat(5);
        for (cells, facts) in [
            (&["Details of the meeting"][..], &[][..]),
            (&["Date", "3 May 2024"], &["Date", "3 May 2024"]),
            (&["Left is a sentence.", "Right"], &[]),
            (&["Year", "2024", "2025"], &["Year", "2024", "2025"]),
            (&["Time", "", "3 p.m."], &["Time", "3 p.m."]),
            (&["Background", "This is a text of one sentence beside its heading."], &[]),
            (&["Background", &long], &[]),
            (&["3", "Opening"], &["3\tOpening"]),
        ] {
            let read = row(cells);
            let read: Vec<_> = read.iter().filter(|paragraph| paragraph.fact).map(Paragraph::text).collect();
            assert_eq!(read, facts, "{cells:?}");
        }
    }

    #[test]
    fn the_heads_of_a_table_of_questions_are_told() {
        let heads = |cells: &[&str]| filled(cells).columns().is_some();
        assert!(heads(&["No.", "Theme", "Question", "Answer"]));
        assert!(!heads(&["Question", "How can it be prevented?"]) && !heads(&["Year", "Answer"]));
        assert!(!heads(&["Questions"]));
    }

    #[test]
    fn a_row_under_a_head_of_questions_is_one_entry() {
        let entry = |cells: &[&str]| {
            let read = filled(cells)
                .end(filled(&["Theme", "Question", "Minutes"]).columns().map(|(columns, _)| columns).as_ref());
            read.iter().map(|p| (p.text().to_owned(), p.indent)).collect::<Vec<_>>()
        };
        let owned =
            |read: &[(&str, usize)]| read.iter().map(|(text, at)| ((*text).to_owned(), *at)).collect::<Vec<_>>();
        assert_eq!(entry(&["Law", "Who?", "10"]), owned(&[("•\tLaw", 0), ("Who?", STEP), ("10", STEP)]));
        assert_eq!(entry(&["2", "", "What else?", "..."]), owned(&[("2\tWhat else?", 0)]));
        assert_eq!(entry(&["Part one", ""]), owned(&[("Part one", 0)]));
    }

    #[test]
    fn what_stands_beside_a_question_is_told_by_its_column() {
        for (head, cells, beside) in [
            (&["No.", "Question", "Addressed to"][..], &["1", "Who?", "States"][..], &["States"][..]),
            (&["Theme", "Question", "", "Reply"], &["Law", "Who?", "", "By May."], &["By May."]),
            (&["Question", "Page"], &["Who?", "12"], &["12"]),
            (&["Question", "Page"], &["Who?", "", "12"], &[]),
            (&["Question", "Page"], &["", "12"], &[]),
        ] {
            let columns = filled(head).columns().map(|(columns, _)| columns);
            let read = filled(cells).end(columns.as_ref());
            let read: Vec<_> = read.iter().filter(|paragraph| paragraph.beside).map(Paragraph::text).collect();
            assert_eq!(read, beside, "{cells:?}");
        }
    }

    #[test]
    fn what_stands_behind_a_label_and_its_text_is_set_in() {
        let indents = |cells: &[&str]| row(cells).iter().map(|p| (p.text().to_owned(), p.indent)).collect::<Vec<_>>();
        let owned =
            |read: &[(&str, usize)]| read.iter().map(|(text, at)| ((*text).to_owned(), *at)).collect::<Vec<_>>();
        assert_eq!(indents(&["1", "Prevention", "How?"]), owned(&[("1\tPrevention", 0), ("How?", STEP)]));
        assert_eq!(indents(&["Date:", "3 May", "Noon"]), owned(&[("Date: 3 May", 0), ("Noon", 0)]));
    }

    #[test]
    fn of_a_programme_the_questions_alone_are_entries() {
        let (columns, name) = filled(&["Time", "Item", "Guiding questions"]).columns().unwrap();
        assert_eq!(name, "Guiding questions");
        let read = |cells: &[&str]| {
            let read = filled(cells).end(Some(&columns));
            read.iter().map(|p| (p.text().to_owned(), p.fact)).collect::<Vec<_>>()
        };
        let owned = |read: &[(&str, bool)]| read.iter().map(|(text, f)| ((*text).to_owned(), *f)).collect::<Vec<_>>();
        assert_eq!(read(&["9 a.m.", "Lunch", ""]), owned(&[("9 a.m.", true), ("Lunch", true)]));
        let two = [("9 a.m.", true), ("1. Law", true), ("•\tWho?", false), ("•\tWhy?", false)];
        assert_eq!(read(&["9 a.m.", "1. Law", "Who?\nWhy?"]), owned(&two));
    }
}
