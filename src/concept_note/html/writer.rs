//! Writes a page's words down as lines.

use std::mem::take;

use super::text::{STEP, Setting};
use crate::concept_note::footnotes::{self, Footnote};
use crate::concept_note::language::is_wide;
use crate::concept_note::lines::{self, Line};
use crate::concept_note::margin;
use crate::concept_note::numbering;
use crate::concept_note::table;

/// Bullets as old symbol fonts count them: letters that stand for a picture.
const PICTURES: &[&str] = &["o", "§", "Ø", "ü", "v", "q", "à", "è", "n", "l", "·"];

/// Longest heading of footnotes, in characters.
const HEADING: usize = 24;

/// The lines that are written, and the one that is being written.
#[derive(Default)]
pub(super) struct Writer {
    lines: Vec<Line>,
    text: String,
    /// Letters of this line, and how many of them are strong.
    letters: usize,
    strong: usize,
    /// Whether something parts this line from the one above.
    gap: bool,
    /// Whether more does than the end of a paragraph: an empty one, a second line break, a heading.
    blank: bool,
    /// The label that waits for its entry's first words, and how far in it stands.
    label: Option<(String, usize)>,
    /// The rows of tables that are open: where the cells of those begin whose cells make entries.
    rows: Vec<Option<(Option<usize>, Vec<usize>)>>,
    /// The names of the footnotes that this line leads to.
    leads: Vec<String>,
    /// The name of the footnote that is being written.
    note: String,
    notes: Vec<Footnote>,
}

impl Writer {
    /// Adds words to the line.
    pub fn add(&mut self, words: &str, setting: Setting) {
        if self.text.is_empty() && words.trim_start_matches([' ', '\n', '\t', '\r']).is_empty() {
            return;
        }
        for c in words.chars() {
            // a source's lines may end inside a Chinese sentence, which has no blanks
            if is_wide(c) && self.text.ends_with('\n') {
                let word = self.text.trim_end_matches([' ', '\n']).len();
                if self.text[..word].ends_with(is_wide) {
                    self.text.truncate(word);
                }
            }
            self.text.push(match c {
                '\t' | '\u{c}' => ' ',
                '\r' => '\n',
                c => c,
            });
        }
        // a label and a colon may be of another weight
        let letters = if setting.label { 0 } else { words.chars().filter(|c| c.is_alphanumeric()).count() };
        self.letters += letters;
        self.strong += if setting.strong { letters } else { 0 };
    }

    /// Ends a line where a page breaks it; a second break leaves a gap.
    pub fn end_line(&mut self, setting: Setting) {
        if setting.level > 0 {
            self.text.push(' ');
        } else if self.text.trim().is_empty() {
            self.blank();
        } else {
            self.end(setting, false);
        }
    }

    /// A blank line parts what is written from what follows.
    pub fn blank(&mut self) {
        self.gap = true;
        self.blank = true;
    }

    /// Ends the paragraph of a `<p>`; an empty one is a blank line.
    pub fn end_paragraph(&mut self, setting: Setting) {
        if self.text.trim().is_empty() {
            self.blank();
        }
        self.end(setting, true);
    }

    /// Ends a line, and perhaps its paragraph.
    pub fn end(&mut self, setting: Setting, gap: bool) {
        let text = take(&mut self.text);
        let (letters, strong) = (take(&mut self.letters), take(&mut self.strong));
        let mut line = Line::of(&text);
        if setting.note {
            // "Footnotes"
            let heading = setting.level > 0 && line.text.chars().count() <= HEADING;
            if !heading && !line.text.is_empty() {
                let behind = self.lines.len().saturating_sub(1);
                self.notes.push(Footnote { name: self.note.clone(), text: line.text, behind });
            }
            self.label = None;
            return;
        }
        if !line.text.is_empty() {
            line.leads = take(&mut self.leads);
            line.indent = setting.indent;
            if let Some((label, indent)) = self.label.take() {
                line.indent = indent;
                // a list may have its labels typed as well
                let typed = numbering::parse(&line.text).is_some_and(|(own, _)| label == "•" || own.raw == label);
                if !typed {
                    line = Line { indent, leads: line.leads, ..Line::of(&table::entry(&label, &line.text)) };
                }
            }
            line.level = setting.level;
            line.fact = setting.fact;
            line.beside = setting.beside;
            line.bold = letters > 0 && strong == letters;
            line.gap = take(&mut self.gap) || self.lines.is_empty() || setting.level > 0;
            line.whole = line.gap && !take(&mut self.blank) && !self.lines.is_empty() && setting.level == 0;
            self.blank = setting.level > 0;
            self.lines.push(line);
        }
        self.gap |= gap;
    }

    /// This line leads to the footnote of that name, if it has one.
    pub fn lead(&mut self, name: Option<String>) {
        self.leads.extend(name);
    }

    /// What follows is said by the footnote of that name.
    pub fn name_note(&mut self, name: String) {
        self.note = name;
    }

    /// Keeps the label of an entry for its first words.
    pub fn label(&mut self, label: Option<String>, indent: usize) {
        self.label = label.map(|label| (label, indent));
    }

    /// Whether a label waits for its entry's first words.
    pub fn is_labelled(&self) -> bool {
        self.label.is_some()
    }

    /// Begins a row of a table whose cells are paragraphs.
    pub fn begin_row(&mut self) {
        self.rows.push(None);
    }

    /// Begins a row whose cells make entries under a head of questions, one of them under the name of these.
    pub fn begin_entries(&mut self, question: Option<usize>) {
        self.rows.push(Some((question, Vec::new())));
    }

    /// Begins a cell of that row.
    pub fn begin_cell(&mut self) {
        if let Some(Some((_, cells))) = self.rows.last_mut() {
            cells.push(self.lines.len());
        }
    }

    /// Ends a row: where its cells make entries, each gets a mark, and what belongs to it stands in.
    pub fn end_row(&mut self) {
        let Some((question, cells)) = self.rows.pop().flatten() else {
            return;
        };
        let cells: Vec<Vec<Line>> = cells.iter().rev().map(|at| self.lines.split_off(*at)).collect();
        let (before, entries) = table::entries(cells.into_iter().rev().collect(), question, |line| &line.text);
        self.lines.extend(before.into_iter().map(|line| Line { fact: true, gap: true, whole: true, ..line }));
        for entry in entries {
            for (place, mut line) in entry.into_iter().enumerate() {
                if place == 0 {
                    line.text = table::entry(table::BULLET, &line.text);
                } else {
                    line.indent += STEP;
                }
                // neither the theme nor the minutes of a question head anything
                line.fact = place > 0;
                (line.gap, line.whole) = (true, false);
                self.lines.push(line);
            }
        }
    }

    /// Takes the name of a column of questions as their heading, where nothing headed questions before.
    pub fn heading(&mut self, name: &str) {
        if self.rows.is_empty() && table::heads(name, self.lines.iter().map(|line| line.text.as_str())) {
            self.lines.push(Line { bold: true, gap: true, ..Line::of(name) });
            self.gap = true;
        }
    }

    /// What is written so far is a label.
    pub fn end_label(&mut self) {
        let label = self.text.trim();
        let label = if PICTURES.contains(&label) { "•".to_owned() } else { label.to_owned() };
        self.text = label + "\t";
    }

    /// Adds a text that is set as it was typed.
    pub fn typed(&mut self, text: &str) {
        // its lines are not the file's
        self.lines.extend(lines::lines(text).into_iter().map(|line| Line { number: None, ..line }));
        self.gap = true;
    }

    /// The lines that were written.
    pub fn finish(mut self) -> Vec<Line> {
        self.end(Setting::default(), true);
        footnotes::settle(&mut self.lines, self.notes);
        as_typed(self.lines)
    }
}

/// Where mail was pasted into a page, each typed line is a paragraph: then only what is blank parts lines. Else a `<p>` may
/// go on where a page break tore its paragraph apart.
fn as_typed(mut lines: Vec<Line>) -> Vec<Line> {
    for line in lines.iter_mut().filter(|line| line.whole) {
        line.gap = false;
    }
    if margin::has_paragraphs(&lines) {
        for line in lines.iter_mut().filter(|line| line.whole) {
            line.gap = true;
            line.whole = false;
        }
    }
    lines
}
