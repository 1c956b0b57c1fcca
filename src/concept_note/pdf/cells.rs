//! Tables whose rows nothing labels: what stands in one cell is read before what stands in the next, also where both have
//! several lines. Of tables that are read from the right, those of two columns.

use super::grid::pieces;
use super::hyphens::Words;
use super::rows::Row;
use crate::concept_note::markers;
use crate::concept_note::numbering;
use crate::concept_note::sentence::{ends_asking, ends_clause, starts_low};
use crate::concept_note::table;

/// How far apart the lines of a cell may begin, in points.
const EVEN: f32 = 2.0;

/// Most tables of a page that are known, and most rows that are compared to find them.
const MOST: usize = 20;
const MOST_ROWS: usize = 400;

/// Most cells of a row.
const MOST_CELLS: usize = 20;

/// Where the cells of a table begin, in the order of reading.
type Places = Vec<f32>;

/// The tables of a page.
pub(super) struct Tables(Vec<Places>);

/// The tables of a column: for each of its rows, the one it stands in.
pub(super) struct Column<'a> {
    rows: &'a [Row],
    tables: Vec<Option<&'a Places>>,
}

impl Tables {
    /// Two rows or more with wide gaps at the same places make a table.
    pub fn of(page: &[Row]) -> Tables {
        let rows = page.iter().filter(|row| may_be_row(row)).take(MOST_ROWS).map(begins).collect::<Vec<_>>();
        let is_new = |at: usize| !rows[..at].iter().any(|other| are_even(other, &rows[at]));
        let is_table = |at: &usize| is_new(*at) && rows[at + 1..].iter().any(|other| are_even(other, &rows[*at]));
        Tables((0..rows.len()).filter(is_table).take(MOST).map(|at| rows[at].clone()).collect())
    }

    /// Finds the rows of a column that stand in tables: those with the wide gaps, and between them those whose words begin at the
    /// same places, however narrow the gap is that a full cell leaves.
    pub fn within<'a>(&'a self, rows: &'a [Row]) -> Column<'a> {
        let table = |row: &Row| {
            let own = Some(begins(row)).filter(|_| may_be_row(row))?;
            self.0.iter().find(|table| are_even(table, &own))
        };
        let mut tables: Vec<Option<&Places>> = rows.iter().map(table).collect();
        // the table that goes on below each row
        let mut below = vec![None; rows.len()];
        for at in (1..rows.len()).rev() {
            below[at - 1] = tables[at].or(below[at]);
        }
        for at in 1..rows.len() {
            let inside = tables[at - 1].zip(below[at]).filter(|(above, below)| std::ptr::eq(*above, *below));
            let fits = || inside.map(|(table, _)| table).filter(|table| lines(&rows[at], table).is_some());
            tables[at] = tables[at].or_else(fits);
        }
        Column { rows, tables }
    }
}

impl Column<'_> {
    /// Whether a row of the column stands in a table.
    pub fn holds(&self, at: usize) -> bool {
        self.tables[at].is_some()
    }

    /// The row of a table that begins there, its first cell and another: the row of the column behind its last one, and what its
    /// cells say, each question of a cell by itself. `is_close` tells whether two rows stand close to each other.
    pub fn entry(
        &self,
        from: usize,
        is_close: impl Fn(&Row, &Row) -> bool,
        words: &Words,
    ) -> Option<(usize, Vec<String>)> {
        let places = self.tables[from]?;
        let first = lines(&self.rows[from], places).filter(|lines| lines.len() > 1 && lines[0].0 == 0)?;
        let mut cells: Vec<Vec<String>> = vec![Vec::new(); places.len()];
        let mut end = from + 1;
        let mut next = Some(first);
        while let Some(lines) = next {
            for (cell, line) in lines {
                match cells[cell].last_mut().filter(|above| !begins_text(above, &line)) {
                    Some(above) => words.append(above, &line),
                    None => cells[cell].push(line),
                }
            }
            let row = self.rows.get(end).filter(|row| is_close(&self.rows[end - 1], row));
            next = row.and_then(|row| further(row, places, &cells));
            end += usize::from(next.is_some());
        }
        let name = cells[0].first().is_some_and(|name| table::leads(name));
        let cells: Vec<String> = cells.into_iter().flatten().filter(|cell| !cell.trim().is_empty()).collect();
        // a name with a colon is said with what stands for it
        let cells = if name && cells.len() == 2 { vec![cells.join(" ")] } else { cells };
        (!cells.is_empty()).then_some((end, cells))
    }
}

/// Whether a line of a cell begins a question or an entry of its own.
fn begins_text(above: &str, line: &str) -> bool {
    ends_asking(above) && !starts_low(line) || ends_clause(above) && numbering::parse(line).is_some()
}

/// What cells of a table go on with in a row; none where that begins another row or stands below the table.
fn further(row: &Row, places: &[f32], cells: &[Vec<String>]) -> Option<Vec<(usize, String)>> {
    let lines = lines(row, places)?;
    let goes_on = |(cell, line): &(usize, String)| {
        starts_low(line) && cells[*cell].last().is_some_and(|above| !ends_clause(above))
    };
    // what stands in the first cell may begin another row
    let is_further = lines[0].0 > 0 || lines.iter().all(goes_on);
    is_further.then_some(lines)
}

/// What the cells of a table say in a row, each with its place: by wide gaps, or by the words that begin at the places; none
/// where something stands elsewhere.
fn lines(row: &Row, places: &[f32]) -> Option<Vec<(usize, String)>> {
    if row.note {
        return None;
    }
    let (begins, said) = (begins(row), row.text.split('\t'));
    let cell = |begin: &f32| places.iter().position(|place| (place - begin).abs() < EVEN);
    if let Some(cells) = begins.iter().map(cell).collect::<Option<Vec<_>>>()
        && said.clone().count() == cells.len()
        && is_apart(row, &cells, places)
    {
        return Some(cells.into_iter().zip(said.map(str::to_owned)).collect());
    }
    let all = pieces(row, &places[1..])?;
    let begun = |place: &f32| row.words.iter().any(|(x, _)| (x - place).abs() < EVEN / 2.0);
    let said: Vec<(usize, String)> = all.into_iter().enumerate().filter(|(_, piece)| !piece.is_empty()).collect();
    (said.len() > 1 && said.iter().all(|(cell, _)| begun(&places[*cell]))).then_some(said)
}

/// Whether no words of a row reach from the last of those cells into the next.
fn is_apart(row: &Row, cells: &[usize], places: &[f32]) -> bool {
    let next = cells.last().and_then(|last| places.get(last + 1));
    next.is_none_or(|next| if row.from_right { row.x > *next } else { row.end < *next })
}

/// Whether a row has wide gaps that no label and nothing of a masthead makes.
fn may_be_row(row: &Row) -> bool {
    if row.note || row.cells.is_empty() || row.cells.len() >= MOST_CELLS {
        return false;
    }
    let pieces: Vec<&str> = row.text.split('\t').collect();
    let label = numbering::is_label(pieces[0].trim());
    // a blank may be a tab by itself
    let all = pieces.len() == begins(row).len() && pieces.iter().all(|piece| !piece.trim().is_empty());
    all && !label && !pieces.into_iter().any(markers::is_masthead)
}

/// Where each piece of a row begins for those who read it: of one read from the right, as long as there are two at the most.
fn begins(row: &Row) -> Places {
    if !row.from_right {
        return std::iter::once(row.x).chain(row.cells.iter().copied()).collect();
    }
    let before = |cell: &f32| row.words.iter().map(|(_, end)| *end).filter(|end| end < cell).reduce(f32::max);
    std::iter::once(row.end).chain(row.cells.first().and_then(before)).collect()
}

fn are_even(table: &[f32], other: &[f32]) -> bool {
    table.len() == other.len() && table.iter().zip(other).all(|(one, other)| (one - other).abs() < EVEN)
}
