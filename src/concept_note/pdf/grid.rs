//! Tables whose rows begin with a label: what stands in one cell is read before what stands in the next, also where both
//! have several lines.

use super::hyphens::Words;
use super::rows::Row;
use crate::concept_note::lines::Line;
use crate::concept_note::numbering;
use crate::concept_note::sentence::ends_clause;
use crate::concept_note::table;

/// How far apart the lines of a cell may begin, in points.
const EVEN: f32 = 2.0;

/// Most tables of a document that are known; each row is looked for in all of them.
const MOST: usize = 100;

/// The tables of some pages: where the cells behind the labels of each begin, from left to right.
pub(super) struct Grid {
    tables: Vec<Vec<f32>>,
}

/// A row of a table.
pub(super) struct Entry<'a> {
    rows: &'a [Row],
    /// The row of the column behind its last one.
    pub end: usize,
    cells: &'a [f32],
}

impl Grid {
    /// Two rows or more that begin with but a label and have the same cells behind it make a table.
    pub fn of(pages: &[Vec<Row>]) -> Grid {
        let rows: Vec<&[f32]> = pages.iter().flatten().filter_map(cells).collect();
        let is_first = |at: usize| !rows[..at].iter().any(|other| are_even(other, rows[at]));
        let is_table = |at: &usize| is_first(*at) && rows[at + 1..].iter().any(|other| are_even(other, rows[*at]));
        Grid { tables: (0..rows.len()).filter(is_table).take(MOST).map(|at| rows[at].to_vec()).collect() }
    }

    /// Whether a row of a table begins with this one.
    pub fn is_entry(&self, row: &Row) -> bool {
        self.cells_of(row).is_some()
    }

    /// The row of a table that begins there, given whether two rows stand close to each other.
    ///
    /// It reaches to the next label of the table, and behind the last as far as lines of its cells follow closely.
    pub fn entry<'a>(
        &'a self,
        column: &'a [Row],
        from: usize,
        is_close: impl Fn(&Row, &Row) -> bool,
    ) -> Option<Entry<'a>> {
        let cells = self.cells_of(&column[from])?;
        let behind = from + 1 + column[from + 1..].iter().take_while(|row| goes_on(row, cells)).count();
        let is_inside = column.get(behind).is_some_and(|row| self.cells_of(row) == Some(cells));
        let follows = |at: &usize| is_close(&column[at - 1], &column[*at]) && !is_labelled(&column[*at].text);
        let close = from + 1 + (from + 1..behind).take_while(follows).count();
        let end = if is_inside { behind } else { close };
        Some(Entry { rows: &column[from..end], end, cells })
    }

    /// Where the cells of the row of a table begin that begins with this one.
    fn cells_of(&self, row: &Row) -> Option<&[f32]> {
        let fits = |cells: &&Vec<f32>| {
            let pieces = if begun(row, cells) > 1 { pieces(row, cells) } else { None };
            pieces.is_some_and(|pieces| is_labelled_row(&pieces.iter().map(String::as_str).collect::<Vec<_>>()))
        };
        self.tables.iter().find(fits).map(Vec::as_slice)
    }
}

impl Entry<'_> {
    /// What its cells say, each as a line or several: the label with the first cell, then the others.
    pub fn cells(&self, words: &Words) -> Vec<String> {
        let mut cells: Vec<Vec<String>> = vec![Vec::new(); self.cells.len() + 1];
        for row in self.rows {
            for (lines, piece) in cells.iter_mut().zip(pieces(row, self.cells).unwrap_or_default()) {
                let begins = |line: &String| is_labelled(&piece) && ends_clause(line);
                match lines.last_mut().filter(|line| !begins(line)) {
                    _ if piece.is_empty() => {}
                    Some(line) => words.append(line, &piece),
                    None => lines.push(piece),
                }
            }
        }
        let mut lines = cells.into_iter().flatten();
        let label = [lines.next(), lines.next()].map(Option::unwrap_or_default).join("\t");
        std::iter::once(label).chain(lines).collect()
    }
}

/// Where the cells of a row begin that begins with but a label and has several cells behind it.
fn cells(row: &Row) -> Option<&[f32]> {
    let pieces: Vec<&str> = row.text.split('\t').collect();
    let are_known = row.cells.len() > 1 && pieces.len() == row.cells.len() + 1;
    (!row.from_right && !row.note && are_known && is_labelled_row(&pieces)).then_some(&row.cells)
}

/// Whether cells are a label and what belongs to it; entries side by side are several rows in one.
fn is_labelled_row(pieces: &[&str]) -> bool {
    table::label(pieces).is_some() && !pieces[1..].iter().any(|piece| table::is_label(piece))
}

fn are_even(cells: &[f32], others: &[f32]) -> bool {
    cells.len() == others.len() && cells.iter().zip(others).all(|(cell, other)| (cell - other).abs() < EVEN)
}

/// The words of a row before the first cell and in each of them; none where one reaches from cell to cell.
pub(super) fn pieces(row: &Row, cells: &[f32]) -> Option<Vec<String>> {
    let words: Vec<&str> = row.text.split_whitespace().collect();
    let crosses = |(x, end): &(f32, f32)| cells.iter().any(|cell| *x < cell - EVEN && *end > *cell);
    if row.from_right || row.note || words.len() != row.words.len() || row.words.iter().any(crosses) {
        return None;
    }
    let mut pieces = vec![String::new(); cells.len() + 1];
    for (word, (x, _)) in words.into_iter().zip(&row.words) {
        let piece = &mut pieces[cells.iter().filter(|cell| *x > *cell - EVEN).count()];
        if !piece.is_empty() {
            piece.push(' ');
        }
        piece.push_str(word);
    }
    Some(pieces)
}

/// How many of the cells a word of a row begins at.
fn begun(row: &Row, cells: &[f32]) -> usize {
    let is_begun = |cell: &&f32| row.words.iter().any(|(x, _)| (x - **cell).abs() < EVEN);
    cells.iter().filter(is_begun).count()
}

/// Whether a row without a label goes on with cells above it.
fn goes_on(row: &Row, cells: &[f32]) -> bool {
    cells.iter().any(|cell| (row.x - cell).abs() < EVEN) && pieces(row, cells).is_some()
}

fn is_labelled(text: &str) -> bool {
    numbering::parse(&Line::of(text).text).is_some()
}
