//! The order in which a document is read: paragraphs, the cells of tables, and text boxes where they tear nothing apart.

use super::super::error::{MAX_LINES, MAX_TEXT, NoteError};
use super::super::lines::Line;
use super::super::table::{self, Columns};
use super::paragraph::Paragraph;
use super::row::Row;

/// Takes paragraphs in the order of the file and makes lines of them in the order of reading.
///
/// - A cell's paragraphs follow those of the cell before it; a label in a cell of its own belongs to the next cell.
/// - The row that heads a table of questions is no part of the text.
/// - What stands in a text box follows the paragraph it is anchored in; where that is an entry of a list, the list.
/// - Notes at the foot or the end are no part of a paragraph, and their marks no part of its words; what they say is kept
///   beside it.
#[derive(Default)]
pub(super) struct Story {
    lines: Vec<Line>,
    rows: Vec<Row>,
    /// The open tables.
    tables: Vec<Table>,
    /// Finished paragraphs of text boxes whose anchor is not finished.
    boxed: Vec<Paragraph>,
    /// Paragraphs of text boxes that wait for the end of a list.
    held: Vec<Paragraph>,
    /// The last paragraph with words was an entry of a list.
    in_list: bool,
    /// A blank paragraph, or the edge of a table or heading, stands before the next line.
    gap: bool,
    page: bool,
    /// The notes of paragraphs without words before the first line.
    notes: Paragraph,
    paragraphs: usize,
    bytes: usize,
}

/// A table that is open.
#[derive(Default)]
struct Table {
    /// A row of it has ended.
    begun: bool,
    /// Its columns, where its first row names that of the questions.
    columns: Option<Columns>,
}

impl Story {
    /// Takes a paragraph of a text box that stands in a paragraph still open.
    pub fn boxed(&mut self, paragraph: Paragraph) -> Result<(), NoteError> {
        self.measure(&paragraph)?;
        self.boxed.push(paragraph);
        Ok(())
    }

    /// Takes a paragraph.
    pub fn paragraph(&mut self, paragraph: Paragraph) -> Result<(), NoteError> {
        self.measure(&paragraph)?;
        let boxed = std::mem::take(&mut self.boxed);
        if !paragraph.is_blank() {
            self.in_list = paragraph.is_labelled() && paragraph.level == 0;
            if !self.in_list {
                self.release();
            }
        }
        self.place(paragraph);
        self.held.extend(boxed);
        if !self.in_list {
            self.release();
        }
        Ok(())
    }

    /// Ends the document and gives its lines.
    pub fn finish(mut self) -> Result<Vec<Line>, NoteError> {
        self.release();
        while !self.rows.is_empty() {
            self.end_row();
        }
        let boxed = std::mem::take(&mut self.boxed);
        self.place_all(boxed);
        if self.lines.is_empty() {
            return Err(NoteError::Empty);
        }
        Ok(self.lines)
    }

    pub fn begin_row(&mut self) {
        self.rows.push(Row::default());
    }

    pub fn end_cell(&mut self) {
        if let Some(row) = self.rows.last_mut() {
            row.end_cell();
        }
    }

    pub fn end_row(&mut self) {
        let Some(row) = self.rows.pop() else {
            return;
        };
        let Some(table) = self.tables.last_mut() else {
            return self.place_all(row.end(None));
        };
        if !std::mem::replace(&mut table.begun, true)
            && let Some((columns, name)) = row.columns()
        {
            table.columns = Some(columns);
            return self.heading(&name, &row.notes());
        }
        let paragraphs = row.end(table.columns.as_ref());
        self.place_all(paragraphs);
    }

    /// Takes the name of a column of questions as their heading, where nothing headed questions before.
    fn heading(&mut self, name: &str, notes: &Paragraph) {
        let mut heading = Paragraph::default();
        heading.add_notes(notes);
        if self.rows.is_empty() && table::heads(name, self.lines.iter().map(|line| line.text.as_str())) {
            heading.push(name, true);
            self.edge();
            self.place(heading);
            self.edge();
        } else if heading.has_notes() {
            self.place(heading);
        }
    }

    pub fn begin_table(&mut self) {
        self.edge();
        self.tables.push(Table::default());
    }

    pub fn end_table(&mut self) {
        self.tables.pop();
        self.edge();
    }

    /// What stands apart from the text begins or ends.
    fn edge(&mut self) {
        if self.rows.is_empty() {
            self.gap = true;
        }
    }

    fn release(&mut self) {
        let held = std::mem::take(&mut self.held);
        if !held.is_empty() {
            self.edge();
            self.place_all(held);
            self.edge();
        }
    }

    fn place_all(&mut self, paragraphs: Vec<Paragraph>) {
        for paragraph in paragraphs {
            self.place(paragraph);
        }
    }

    /// Puts a paragraph into the open cell, or among the lines.
    fn place(&mut self, paragraph: Paragraph) {
        if let Some(row) = self.rows.last_mut() {
            row.cell.push(paragraph);
            return;
        }
        let lines = paragraph.lines();
        if lines.is_empty() {
            self.gap = true;
            self.page |= paragraph.page || paragraph.text().contains(super::paragraph::PAGE);
            self.notes.add_notes(&paragraph);
            if let Some(above) = self.lines.last_mut() {
                std::mem::take(&mut self.notes).note_line(above);
            }
        }
        for mut line in lines {
            line.gap |= std::mem::take(&mut self.gap) || line.level > 0 || self.lines.is_empty();
            line.page |= std::mem::take(&mut self.page);
            self.gap = line.level > 0;
            std::mem::take(&mut self.notes).note_line(&mut line);
            self.lines.push(line);
        }
        self.page |= paragraph.text().trim_end_matches([' ', '\t']).ends_with(super::paragraph::PAGE);
    }

    fn measure(&mut self, paragraph: &Paragraph) -> Result<(), NoteError> {
        self.paragraphs += 1 + paragraph.text().matches('\n').count();
        self.bytes += paragraph.len();
        // a letter takes four bytes at the most
        if self.paragraphs > MAX_LINES || self.bytes > 4 * MAX_TEXT { Err(NoteError::TooLong) } else { Ok(()) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn paragraph(text: &str) -> Paragraph {
        let mut paragraph = Paragraph::default();
        paragraph.push(text, false);
        paragraph
    }

    fn texts(story: Story) -> Vec<String> {
        story.finish().unwrap().into_iter().map(|line| line.text).collect()
    }

    #[test]
    fn a_label_in_a_cell_belongs_to_the_next_cell() {
        let mut story = Story::default();
        for cells in [["(a)", "How?"], ["1", "What?"], ["Date:", "3 May 2024"], ["Left", "Right"], ["(b)", ""]] {
            story.begin_row();
            for cell in cells {
                story.paragraph(paragraph(cell)).unwrap();
                story.end_cell();
            }
            story.end_row();
        }
        assert_eq!(texts(story), ["(a)\tHow?", "1\tWhat?", "Date: 3 May 2024", "Left", "Right", "(b)"]);
    }

    #[test]
    fn a_text_box_tears_no_list_apart() {
        let mut story = Story::default();
        story.boxed(paragraph("Head")).unwrap();
        for text in ["", "Text", "(a) One"] {
            story.paragraph(paragraph(text)).unwrap();
        }
        story.boxed(paragraph("Box")).unwrap();
        for text in ["(b) Two", "", "(c) Three", "End"] {
            story.paragraph(paragraph(text)).unwrap();
        }
        assert_eq!(texts(story), ["Head", "Text", "(a) One", "(b) Two", "(c) Three", "Box", "End"]);
    }

    #[test]
    fn a_blank_paragraph_is_a_gap() {
        let mut story = Story::default();
        for text in ["One", "Two", " ", "Three\u{c}", "Four"] {
            story.paragraph(paragraph(text)).unwrap();
        }
        let lines = story.finish().unwrap();
        assert_eq!(lines.iter().map(|line| line.gap).collect::<Vec<_>>(), [true, false, true, false]);
        assert_eq!(lines.iter().map(|line| line.page).collect::<Vec<_>>(), [false, false, false, true]);
    }

    #[test]
    fn a_document_has_limits_and_words() {
        assert_eq!(Story::default().finish().err(), Some(NoteError::Empty));
        let mut story = Story::default();
        let error = (0..=MAX_LINES).find_map(|_| story.paragraph(paragraph("")).err());
        assert_eq!(error, Some(NoteError::TooLong));
        let long = paragraph(&"a".repeat(4 * MAX_TEXT + 1));
        assert_eq!(Story::default().paragraph(long).err(), Some(NoteError::TooLong));
    }
}
