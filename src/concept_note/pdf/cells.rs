//! Tables whose rows nothing labels: what stands in one cell is read before what stands in the next, also where both have
//! several lines, and no row heads what stands under the table.

use super::grid::pieces;
use super::hyphens::Words;
use super::rows::Row;
use crate::concept_note::markers;
use crate::concept_note::numbering;
use crate::concept_note::sentence::{ends_clause, starts_low};
use crate::concept_note::table;

/// How far apart the lines of a cell may begin, in points.
const EVEN: f32 = 2.0;

/// Most tables of a page that are known; each row is looked for in all of them.
const MOST: usize = 20;

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
        let rows: Vec<Places> = page.iter().filter(|row| may_be_row(row)).map(begins).collect();
        let mut tables: Vec<Places> = Vec::new();
        for (at, row) in rows.iter().enumerate() {
            let is_table = rows[at + 1..].iter().any(|other| are_even(row, other));
            if tables.len() < MOST && is_table && !tables.iter().any(|table| are_even(table, row)) {
                tables.push(row.clone());
            }
        }
        Tables(tables)
    }

    /// Finds the rows of a column that stand in tables: those with the wide gaps, and between them those whose words begin at the
    /// same places, however narrow the gap is that a full cell leaves.
    pub fn of_column<'a>(&'a self, rows: &'a [Row]) -> Column<'a> {
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
    /// The row of a table that begins there, its first cell and another: the row of the column behind its last one, and what its
    /// cells say. `is_close` tells whether two rows stand close to each other.
    pub fn entry(
        &self,
        from: usize,
        is_close: impl Fn(&Row, &Row) -> bool,
        words: &Words,
    ) -> Option<(usize, Vec<String>)> {
        let places = self.tables[from]?;
        let first = lines(&self.rows[from], places).filter(|lines| lines.len() > 1 && lines[0].0 == 0)?;
        let mut cells = vec![String::new(); places.len()];
        for (cell, line) in first {
            cells[cell] = line;
        }
        let mut end = from + 1;
        while let Some(row) = self.rows.get(end).filter(|row| is_close(&self.rows[end - 1], row)) {
            let Some(lines) = further(row, places, &cells) else { break };
            for (cell, line) in lines {
                words.append(&mut cells[cell], &line);
            }
            end += 1;
        }
        cells.retain(|cell| !cell.is_empty());
        // a name with a colon is said with what stands for it
        Some((end, if table::leads(&cells[0]) { vec![cells.join(" ")] } else { cells }))
    }
}

/// What cells of a table go on with in a row; none where that begins another row or stands below the table.
fn further(row: &Row, places: &[f32], cells: &[String]) -> Option<Vec<(usize, String)>> {
    let lines = lines(row, places)?;
    let goes_on = |(cell, line): &(usize, String)| starts_low(line) && !ends_clause(&cells[*cell]);
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
    let begins = begins(row);
    let cell = |begin: &f32| places.iter().position(|place| (place - begin).abs() < EVEN);
    if let Some(cells) = begins.iter().map(cell).collect::<Option<Vec<_>>>()
        && begins.len() == row.cells.len() + 1
        && is_apart(row, &cells, places)
    {
        return Some(cells.into_iter().zip(row.text.split('\t').map(str::to_owned)).collect());
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
    let mut cells = row.text.split('\t');
    let label = cells.next().is_none_or(|first| numbering::is_label(first.trim()));
    let all = begins(row).len() == row.cells.len() + 1;
    all && !row.note && !label && !row.cells.is_empty() && !row.text.split('\t').any(markers::is_masthead)
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
