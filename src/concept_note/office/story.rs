//! The order in which a document is read: paragraphs, the cells of tables, and text boxes where they tear nothing apart.

use super::super::blocks::{ends_clause, ends_sentence};
use super::super::error::{MAX_LINES, MAX_TEXT, NoteError};
use super::super::lines::Line;
use super::super::markers;
use super::super::numbering;
use super::paragraph::Paragraph;

/// Most words of a cell that names what stands in the next one ("Date:").
const NAME: usize = 5;

/// Most words of a cell that says what a name in the cell before it stands for.
const VALUE: usize = 24;

/// Most words of a sentence in such a cell; longer ones are a text.
const SENTENCE: usize = 8;

/// A row of a table that is open.
#[derive(Default)]
struct Row {
    /// The paragraphs of the cell that is open.
    cell: Vec<Paragraph>,
    /// Those of finished cells with words, cell by cell.
    cells: Vec<Vec<Paragraph>>,
    /// A label or name that waits for the cell it belongs to.
    lead: Option<Paragraph>,
    /// How many cells have words.
    filled: usize,
}

/// Takes paragraphs in the order of the file and makes lines of them in the order of reading.
///
/// - A cell's paragraphs follow those of the cell before it; a label in a cell of its own belongs to the next cell.
/// - The row that heads a table of questions is no part of the text.
/// - What stands in a text box follows the paragraph it is anchored in; where that is an entry of a list, the list.
/// - Notes at the foot or the end are no part of a paragraph, and their marks no part of its words; what they cite is kept
///   beside it.
#[derive(Default)]
pub(super) struct Story {
    lines: Vec<Line>,
    rows: Vec<Row>,
    /// For each open table, how many rows of it have ended.
    tables: Vec<usize>,
    /// Finished paragraphs of text boxes whose anchor is not finished.
    boxed: Vec<Paragraph>,
    /// Paragraphs of text boxes that wait for the end of a list.
    held: Vec<Paragraph>,
    /// The last paragraph with words was an entry of a list.
    in_list: bool,
    /// A blank paragraph, or the edge of a table or heading, stands before the next line.
    gap: bool,
    page: bool,
    paragraphs: usize,
    bytes: usize,
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
        let Some(row) = self.rows.last_mut() else {
            return;
        };
        let mut cell = std::mem::take(&mut row.cell);
        let lead = row.lead.take();
        let is_alone = cell.iter().filter(|paragraph| !paragraph.is_blank() || paragraph.label.is_some()).count() == 1;
        let first = cell.iter_mut().find(|paragraph| !paragraph.is_blank() || paragraph.label.is_some());
        row.filled += usize::from(first.is_some());
        match (lead, first) {
            (None, Some(first)) if is_alone && leads(first) => row.lead = Some(std::mem::take(first)),
            (Some(lead), Some(first)) => {
                *first = led(lead, first);
                row.cells.push(cell);
            }
            // an empty cell between the two
            (lead, None) => row.lead = lead,
            (None, Some(_)) => row.cells.push(cell),
        }
    }

    pub fn end_row(&mut self) {
        let Some(mut row) = self.rows.pop() else {
            return;
        };
        let before = self.tables.last_mut().map_or(1, |rows| std::mem::replace(rows, *rows + 1));
        let all = || row.cells.iter().map(Vec::as_slice).chain(row.lead.as_ref().map(std::slice::from_ref));
        if before == 0 && row.filled > 1 && heads_questions(all()) {
            return;
        }
        if row.filled > 2 {
            // no cell among several is a heading of what follows
            row.cells.iter_mut().filter(|cell| is_short(cell)).flatten().for_each(|paragraph| paragraph.fact = true);
        } else if let [name, value] = &mut row.cells[..]
            && names(name)
            && is_value(value)
        {
            name.iter_mut().chain(value).for_each(|paragraph| paragraph.fact = true);
        }
        let rest = row.cells.into_iter().flatten().chain(row.lead).chain(row.cell).collect::<Vec<_>>();
        self.place_all(rest);
    }

    pub fn begin_table(&mut self) {
        self.edge();
        self.tables.push(0);
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
        }
        for mut line in lines {
            line.gap |= std::mem::take(&mut self.gap) || line.level > 0 || self.lines.is_empty();
            line.page |= std::mem::take(&mut self.page);
            self.gap = line.level > 0;
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

/// Whether a cell is the name of what stands in the cell beside it: few words and no sentence.
fn names(cell: &[Paragraph]) -> bool {
    let mut said = cell.iter().filter(|paragraph| !paragraph.is_blank());
    let (Some(name), None) = (said.next(), said.next()) else {
        return false;
    };
    let text = name.text().trim();
    let is_short = text.split_whitespace().count() <= NAME && text.chars().count() <= NAME * 12;
    is_short && !name.is_labelled() && name.level == 0 && !text.contains('\n') && !ends_clause(text)
}

/// Whether the cells of a table's first row name its columns, one of them that of the questions: "No.", "Question".
fn heads_questions<'a>(cells: impl Iterator<Item = &'a [Paragraph]>) -> bool {
    let mut asks = false;
    let all = cells.flatten().all(|paragraph| {
        let text = paragraph.text().trim();
        asks |= markers::names_questions(text);
        text.split_whitespace().count() <= NAME * 2
            && text.chars().count() <= NAME * 12
            && !text.contains(['?', '？', '؟'])
    });
    all && asks
}

/// Whether a cell may be what a name in the cell before it stands for, and no text under a heading.
fn is_value(cell: &[Paragraph]) -> bool {
    let says = |paragraph: &Paragraph| {
        let text = paragraph.text().trim();
        ends_sentence(text) && text.split_whitespace().count() > SENTENCE
    };
    is_short(cell) && !cell.iter().any(|paragraph| paragraph.is_labelled() || says(paragraph))
}

/// Whether a cell has few words and no heading.
fn is_short(cell: &[Paragraph]) -> bool {
    let words: usize = cell.iter().map(|paragraph| paragraph.text().split_whitespace().count()).sum();
    let letters: usize = cell.iter().map(|paragraph| paragraph.text().chars().count()).sum();
    words <= VALUE && letters <= VALUE * 8 && cell.iter().all(|paragraph| paragraph.level == 0)
}

/// Whether the only paragraph of a cell is a label, or a name with a colon, for the cell beside it.
fn leads(paragraph: &Paragraph) -> bool {
    let text = paragraph.text().trim();
    if text.is_empty() {
        return paragraph.label.is_some();
    }
    if paragraph.label.is_some() || paragraph.level > 0 || text.contains(['\n', super::paragraph::PAGE]) {
        return false;
    }
    let names = text.ends_with([':', '：']) && text.split_whitespace().count() <= NAME;
    names || text.chars().count() <= 12 && numbering::is_label(text)
}

/// The first paragraph of a cell with the label or name from the cell before it.
fn led(lead: Paragraph, first: &Paragraph) -> Paragraph {
    let mut whole = if lead.is_blank() { first.clone() } else { Paragraph::default() };
    if lead.is_blank() {
        whole.label = whole.label.or(lead.label);
    } else {
        let text = lead.text().trim_end();
        let strong = lead.lines().first().is_some_and(|line| line.bold);
        whole.push(text, strong);
        whole.push(if text.ends_with([':', '：']) { " " } else { "\t" }, false);
        whole.append(first);
        whole.level = first.level;
    }
    whole.indent = lead.indent;
    whole.page = lead.page || first.page;
    whole
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
    fn short_cells_beside_others_head_no_text() {
        let mut story = Story::default();
        let rows: [&[&str]; 7] = [
            &["Details of the meeting"],
            &["Date", "3 May 2024"],
            &["Left is a sentence.", "Right"],
            &["Year", "2024", "2025"],
            &["Time", "", "3 p.m."],
            &["Background", "This is a text of one sentence beside its heading."],
            &["Background", &"a text of many words that stands beside its heading ".repeat(5)],
        ];
        for cells in rows {
            story.begin_row();
            for cell in cells {
                story.paragraph(paragraph(cell)).unwrap();
                story.end_cell();
            }
            story.end_row();
        }
        let facts: Vec<_> =
            story.finish().unwrap().into_iter().filter(|line| line.fact).map(|line| line.text).collect();
        assert_eq!(facts, ["Date", "3 May 2024", "Year", "2024", "2025", "Time", "3 p.m."]);
    }

    #[test]
    fn the_heads_of_a_table_of_questions_are_no_text() {
        let rows: [&[&str]; 4] = [
            &["No.", "Theme", "Question", "Answer"],
            &["1", "Prevention", "How can it be prevented?", "..."],
            &["2", "", "What else?", ""],
            &["Question", "Answer"],
        ];
        let mut story = Story::default();
        story.begin_table();
        for cells in rows {
            story.begin_row();
            for cell in cells {
                story.paragraph(paragraph(cell)).unwrap();
                story.end_cell();
            }
            story.end_row();
        }
        story.end_table();
        assert_eq!(texts(story), ["1\tPrevention", "How can it be prevented?", "2\tWhat else?", "Question", "Answer"]);
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
