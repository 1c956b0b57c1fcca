//! Tables whose rows have numbers in a column of their own: a number that stands at the middle of its cell's height is put
//! before the cell's first line, and one that stands close to its text is set off as a label.

use super::rows::Row;
use crate::concept_note::numbering;

/// How far apart what stands in one column may begin, in points.
const EVEN: f32 = 2.0;

/// Least room between a number and the text of its row, in sizes of the font: a blank is narrower.
const ROOM: f32 = 0.7;

/// Least room beside a number that stands alone in its cell, and in its column.
const GAP: f32 = 0.15;

/// Greatest distance of two lines of a cell, in sizes of the font.
const PITCH: f32 = 1.8;

/// Fewest numbers that go on from one to the next and make a column.
const FEWEST: usize = 2;

/// A row that begins with a number, or is one.
#[derive(Clone, Copy)]
struct Number {
    page: usize,
    row: usize,
    value: u32,
    /// Where the text behind it begins; none where it is alone.
    text: Option<f32>,
}

/// Sets the numbers of such tables before their texts.
pub(super) fn set_off(pages: &mut [Vec<Row>]) {
    let found: Vec<Number> = (0..pages.len())
        .flat_map(|page| (0..pages[page].len()).map(move |row| (page, row)))
        .filter_map(|(page, row)| number(page, row, &pages[page]))
        .collect();
    let x = |number: &Number| pages[number.page][number.row].x;
    let end = |number: &Number| pages[number.page][number.row].words[0].1;
    let next = |pair: &[Number]| {
        let even = pair[0].text.zip(pair[1].text).is_none_or(|(text, other)| {
            // a number of two figures may push its text along
            let room = (text - end(&pair[0])) - (other - end(&pair[1]));
            (text - other).abs() < EVEN || room.abs() < EVEN
        });
        pair[1].value == pair[0].value + 1 && (x(&pair[0]) - x(&pair[1])).abs() < EVEN && even
    };
    let mut column = Vec::new();
    for run in found.chunk_by(|number, following| next(&[*number, *following])) {
        // a number alone tells how far apart the lines of a cell are
        let pitch = run.iter().find(|number| number.text.is_none()).map(|number| {
            let rows = &pages[number.page];
            rows[number.row + 1].y - rows[number.row - 1].y
        });
        let apart = |number: &Number| {
            let row = &pages[number.page][number.row];
            number.text.is_none_or(|text| text - row.words[0].1 > row.size * ROOM)
        };
        if run.len() >= FEWEST && run[0].value == 1 && (pitch.is_some() || run.iter().all(apart)) {
            column.extend(run.iter().map(|number| (*number, pitch)));
        }
    }
    // from the last one, as rows go
    for (number, pitch) in column.iter().rev() {
        let rows = &mut pages[number.page];
        if let Some(text) = number.text {
            behind_tab(&mut rows[number.row], text);
        }
        if let Some(pitch) = pitch {
            to_first_line(rows, number, *pitch);
        }
    }
}

/// The number that a row begins with, in figures alone, if room is left behind it or it stands inside a cell.
fn number(page: usize, at: usize, rows: &[Row]) -> Option<Number> {
    let row = &rows[at];
    if row.from_right || row.note || row.noted {
        return None;
    }
    let first = row.text.split_whitespace().next()?;
    let figures = first.trim_end_matches(['.', ')']);
    let value =
        numbering::number(figures).filter(|_| figures.len() < 3 && figures.chars().all(|c| c.is_ascii_digit()))?;
    let text = match row.words.as_slice() {
        [_] if is_inside(rows, at) => None,
        [own, second, ..] if second.0 - own.1 > row.size * GAP => Some(second.0),
        _ => return None,
    };
    Some(Number { page, row: at, value, text })
}

/// Whether a row stands beside a cell, between two lines of it that begin together.
fn is_inside(rows: &[Row], at: usize) -> bool {
    let Some((above, below)) = at.checked_sub(1).and_then(|above| rows.get(above)).zip(rows.get(at + 1)) else {
        return false;
    };
    let row = &rows[at];
    let between = above.y < row.y && row.y < below.y && row.end + row.size * GAP < above.x;
    between && is_next(above, below) && below.y - above.y < above.size * PITCH
}

/// Whether two lines begin together, in one column of their page.
fn is_next(line: &Row, next: &Row) -> bool {
    line.column == next.column && (line.x - next.x).abs() < EVEN
}

/// Parts a row's number from its text, which begins there.
fn behind_tab(row: &mut Row, text: f32) {
    if let Some((number, rest)) = row.text.split_once(char::is_whitespace) {
        let parted = format!("{number}\t{}", rest.trim_start());
        // a wide gap is known already
        if parted != row.text {
            row.text = parted;
            row.cells.insert(0, text);
        }
    }
}

/// Takes a number to the first line of its cell, whose lines are so far apart.
fn to_first_line(rows: &mut Vec<Row>, number: &Number, pitch: f32) {
    let row = number.row;
    let begin = number.text.unwrap_or_else(|| rows[row + 1].x);
    // the line at its side or above it is in the cell
    let mut first = if number.text.is_some() { row } else { row - 1 };
    let mut y = rows[first].y;
    while let Some(above) = first.checked_sub(1).map(|above| &rows[above])
        && (above.x - begin).abs() < EVEN
        && (y - above.y - pitch).abs() < EVEN / 2.0
        && above.column == rows[row].column
    {
        y = above.y;
        first -= 1;
    }
    if first == row {
        return;
    }
    let own = &mut rows[row];
    let (x, first_word, words) = (own.x, own.first_word, own.words.drain(..1).collect::<Vec<_>>());
    let (label, rest) = own.text.split_once('\t').unwrap_or((&own.text, ""));
    let (label, rest) = (label.trim().to_owned(), rest.to_owned());
    if number.text.is_some() {
        own.first_word = own.words.first().map_or(0.0, |(from, to)| to - from);
        (own.text, own.x) = (rest, begin);
        own.cells.remove(0);
    } else {
        rows.remove(row);
    }
    let line = &mut rows[first];
    line.text = format!("{label}\t{}", line.text.trim_start());
    line.cells.insert(0, line.x);
    line.words.splice(0..0, words);
    (line.x, line.first_word) = (x, first_word);
}
