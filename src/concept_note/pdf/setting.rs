//! How the rows of a column are set, and which of them go on with a paragraph.

use super::edges::{self, EVEN, Edges};
use super::hyphens;
use super::rows::Row;
use crate::concept_note::blocks;
use crate::concept_note::lines::Line;
use crate::concept_note::markers;
use crate::concept_note::numbering::{self, Label};
use crate::concept_note::sentence::{ends_clause, ends_sentence, starts_low};

/// How much more than usual the space above a paragraph is, in sizes of the font.
const SPACE: f32 = 0.3;

/// Fewest rows that go on with a sentence and tell how far apart rows are.
const FEWEST: usize = 3;

/// Fewest rows of a column in which none goes on, where the widest row is no full one but the longest line.
const LINES: usize = 6;

/// How much larger letters in a row are at the most that count for the space above it.
const TALL: f32 = 1.3;

/// How much larger than the text a heading is that nothing else tells from it.
pub(super) const LARGE: f32 = 1.15;

/// How far in a first row stands at least, in sizes of the font.
pub(super) const INDENT: f32 = 0.7;

/// How many rows of a paragraph tell at the most how far it reaches.
const SEEN: usize = 40;

/// How a column is set.
pub(super) struct Setting<'a> {
    left: f32,
    right: f32,
    /// How far its long rows reach to either side: a word at the edge of a page may stand further out.
    reach: (f32, f32),
    /// Rows begin at the left side, those too that are read from the right.
    flush_left: bool,
    /// From line to line, in sizes of the font.
    pub pitch: f32,
    /// All its rows are paragraphs of one, so that none tells how far a full one reaches.
    is_of_lines: bool,
    edges: &'a Edges,
}

impl<'a> Setting<'a> {
    pub fn of(rows: &[Row], edges: &'a Edges) -> Setting<'a> {
        let left = rows.iter().map(|row| row.x).fold(f32::MAX, f32::min);
        let right = rows.iter().map(Row::reach).fold(f32::MIN, f32::max);
        let flush_left =
            edges::most_at_one_place(rows, |row| row.x) > edges::most_at_one_place(rows, |row| row.end) * 2;
        let long = || rows.iter().filter(|row| row.end - row.x > (right - left) / 2.0);
        let reach = match long().count() {
            0 => (left, right),
            _ => (long().map(|row| row.x).fold(f32::MAX, f32::min), long().map(Row::reach).fold(f32::MIN, f32::max)),
        };
        let mut setting = Setting { left, right, reach, flush_left, pitch: 0.0, is_of_lines: false, edges };
        setting.pitch = setting.pitch_of(rows);
        let goes_on = |pair: &[Row]| {
            !ends_sentence(&pair[0].text) && !begins_anew(&pair[1]) && setting.is_full(&pair[0], &pair[1])
        };
        setting.is_of_lines = rows.len() >= LINES && !rows.windows(2).any(goes_on);
        setting
    }

    /// From line to line: as between rows that go on with a sentence, else the narrowest there is.
    fn pitch_of(&self, rows: &[Row]) -> f32 {
        let pitch = |pair: &[Row]| Some(space(&pair[0], &pair[1])).filter(|pitch| *pitch > 0.9);
        let mut pitches: Vec<f32> = rows.windows(2).filter_map(pitch).collect();
        pitches.sort_by(f32::total_cmp);
        let narrowest = pitches.get(pitches.len() / 12).copied().unwrap_or(1.2);
        let goes_on = |pair: &&[Row]| {
            self.is_long(&pair[0])
                && !pair[0].text.contains('\t')
                && !ends_clause(&pair[0].text)
                && !is_labelled(&pair[1])
                && pair[0].strong == pair[1].strong
                && (pair[0].size - pair[1].size).abs() < pair[1].size * 0.08
                && self.is_full(&pair[0], &pair[1])
        };
        let mut sure: Vec<f32> = rows.windows(2).filter(goes_on).filter_map(pitch).collect();
        sure.sort_by(f32::total_cmp);
        match sure.get(sure.len() / 2) {
            Some(pitch) if sure.len() >= FEWEST => pitch.max(narrowest),
            // few of them tell at least that others stand too far apart
            Some(_) => sure[0].min(narrowest),
            None => narrowest,
        }
    }

    /// Where a row begins, from the side it is read from.
    pub fn begin(&self, row: &Row) -> f32 {
        if self.is_from_right(row) { self.right - row.end } else { row.x - self.left }
    }

    /// How much room a row leaves for what begins the next, which stands at the place of another.
    fn room(&self, above: &Row, row: &Row) -> f32 {
        if self.is_from_right(above) {
            above.x - self.edges.left(row.end).unwrap_or(self.reach.0)
        } else {
            self.edges.right(row.x).unwrap_or(self.reach.1) - above.end
        }
    }

    fn is_from_right(&self, row: &Row) -> bool {
        row.from_right && !self.flush_left
    }

    /// Whether there is no more room between two rows than between lines of one paragraph.
    pub fn is_close(&self, above: &Row, row: &Row) -> bool {
        space(above, row) <= self.pitch + SPACE
    }

    /// Whether a row goes on with the paragraph that begins at another.
    pub fn joins(&self, rows: &[Row], first: usize, at: usize) -> bool {
        let (above, row) = (&rows[at - 1], &rows[at]);
        let size = row.size;
        let (space, same) = (space(above, row), (above.size - size).abs() < size * 0.08);
        if !same || !is_as_strong(above, row) || !self.is_close(above, row) || space < 0.0 {
            return false;
        }
        // the lines of a masthead do not go on
        if is_printed(above) || is_printed(row) || self.is_known_heading(rows, at) {
            return false;
        }
        if is_labelled(row) && (ends_clause(&above.text) || !self.is_full(above, row)) {
            return false;
        }
        if self.is_of_lines && begins_anew(row) && !row.strong && !self.edges.are_known(row) {
            return false;
        }
        let beside = (self.begin(row) - self.begin(&rows[first])).abs() < size * INDENT;
        if beside && counts_on(&rows[first], row) {
            return false;
        }
        if is_below_head(&rows[first], row) {
            return true;
        }
        let rows_of_it = &rows[first..=at];
        if !self.is_full(above, row) && !self.is_heading(above, row) && !is_full_in_its_own(rows_of_it) {
            return false;
        }
        if self.are_around_one_middle(above, row) {
            return true;
        }
        let apart = if row.strong { INDENT } else { 2.0 };
        if self.begin(row) > size * apart && self.is_centred(above) && self.is_centred(row) {
            return true;
        }
        let further = (self.begin(row) - self.begin(above)) / size;
        let is_second = at == first + 1;
        // the first rows of two paragraphs stand in alike, and the one below them does not
        let steps_out = || rows.get(at + 1).is_some_and(|next| self.begin(row) - self.begin(next) > size * INDENT);
        if is_second && ends_sentence(&above.text) && !is_labelled(above) && beside && steps_out() {
            return false;
        }
        if further > INDENT {
            // the text of an entry hangs behind its label
            return is_second && is_labelled(above);
        }
        // only a first row stands further in than those below it, and that of no entry with a bullet
        further > -INDENT || is_second && !is_bulleted(above)
    }

    /// Whether a row at the end of a column is full, given what begins the next column.
    pub fn is_full_at_end(&self, above: &Row, row: &Row) -> bool {
        hyphens::is_divided(&above.text) && starts_low(&row.text)
            || self.room(above, above) < row.first_word + row.size * 0.6
    }

    /// Whether it is even as full as rows inside a paragraph are: justified text ends at the edge but for its last rows.
    pub fn is_flush_at_end(&self, above: &Row, row: &Row) -> bool {
        if self.edges.are_even(above) {
            self.room(above, above) < row.size * EVEN
        } else {
            self.is_full_at_end(above, row)
        }
    }

    /// Whether two strong rows close together are one heading, which may be set narrower than the text.
    fn is_heading(&self, above: &Row, row: &Row) -> bool {
        above.strong && row.strong && self.is_long(above) && !is_labelled(row) && !ends_clause(&above.text)
    }

    /// Whether a row is a heading by its name, which nothing but that name tells from the row above.
    fn is_known_heading(&self, rows: &[Row], at: usize) -> bool {
        let (above, row) = (&rows[at - 1], &rows[at]);
        let Some(below) = rows.get(at + 1).filter(|below| !self.is_full(row, below)) else {
            return false;
        };
        blocks::stands_as_heading(
            &above.text,
            &row.text,
            &below.text,
            is_labelled(below) || row.strong && !below.strong,
        )
    }

    fn is_long(&self, row: &Row) -> bool {
        row.end - row.x > (self.right - self.left) / 2.0
    }

    /// Whether two rows of a heading are set around the same middle: neither begins nor ends where the other does.
    fn are_around_one_middle(&self, above: &Row, row: &Row) -> bool {
        let heads = |row: &Row| row.strong || row.size > self.edges.body * LARGE;
        let (before, behind) = (row.x - above.x, above.end - row.end);
        heads(above) && heads(row) && before.abs() > row.size * INDENT && (before - behind).abs() < row.size / 2.0
    }

    /// Whether a row is set in the middle, as headings are.
    fn is_centred(&self, row: &Row) -> bool {
        ((row.x - self.left) - (self.right - row.reach())).abs() < row.size
    }

    /// Whether the first word of a row did not fit on the row above, or is the rest of a word there.
    pub fn is_full(&self, above: &Row, row: &Row) -> bool {
        if hyphens::is_divided(&above.text) && starts_low(&row.text) {
            return true;
        }
        let rest = self.room(above, row);
        // in the middle, there is as much room before it
        let centred = self.are_around_one_middle(above, row)
            || (self.begin(row) - self.begin(above)).abs() > row.size / 2.0
                && self.begin(row) > row.size
                && self.is_centred(above)
                && self.is_centred(row);
        let room = if centred { rest * 2.0 } else { rest };
        room < row.first_word + row.size * 0.6
    }
}

/// Whether the rows of a paragraph which is set narrower than others are full, and the last of them goes on with a
/// sentence: no row ends further than the last but one would with one word more. Entries without labels all begin low.
fn is_full_in_its_own(rows: &[Row]) -> bool {
    let [first, .., row] = rows else {
        return false;
    };
    let above = &rows[rows.len() - 2];
    let farthest = || rows.iter().rev().take(SEEN).map(Row::reach).fold(f32::MIN, f32::max);
    let is_text = |row: &Row| !row.text.contains('\t') && row.text.split_whitespace().nth(FEWEST).is_some();
    is_text(above)
        && (is_labelled(first) || !starts_low(&first.text))
        && !row.text.contains('\t')
        && starts_low(&row.text)
        && !ends_clause(&above.text)
        && !is_labelled(row)
        && farthest() < above.end + row.first_word + row.size * 0.6
}

/// From line to line, in sizes of the font; letters of a larger one in a row need more room.
fn space(above: &Row, row: &Row) -> f32 {
    (row.y - above.y) / above.tall.max(row.tall).clamp(row.size, row.size * TALL)
}

/// Whether a row says how a document is distributed or what language it was written in.
pub(super) fn is_printed(row: &Row) -> bool {
    markers::is_distribution(&row.text) || markers::original(&row.text).is_some()
}

/// Whether a row begins as a sentence, a heading or an entry does: with a capital letter or a label.
fn begins_anew(row: &Row) -> bool {
    is_labelled(row) || row.text.chars().find(|c| c.is_alphanumeric()).is_some_and(char::is_uppercase)
}

fn is_bulleted(row: &Row) -> bool {
    label(row).is_some_and(|label| label.is_bullet())
}

pub(super) fn is_labelled(row: &Row) -> bool {
    label(row).is_some()
}

fn label(row: &Row) -> Option<Label> {
    numbering::parse(&Line::of(&row.text).text).map(|(label, _)| label)
}

/// Whether a row names the columns of a table: three or more, all of them bold.
pub(super) fn is_head(row: &Row) -> bool {
    row.strong && row.cells.len() > 1 && !is_labelled(row)
}

/// Whether a row is the second line of a name in such a row.
fn is_below_head(head: &Row, row: &Row) -> bool {
    is_head(head) && !is_head(row) && head.cells.first().is_some_and(|cell| *cell < row.x + row.size)
}

/// Whether the label of a row is the next behind that of another, or both are bullets.
fn counts_on(first: &Row, row: &Row) -> bool {
    let next = |(first, label): (Label, Label)| first.is_bullet() && label.is_bullet() || label.follows(&first);
    label(first).zip(label(row)).is_some_and(next)
}

/// Whether two rows are as strong, or what is strong in a sentence ends or begins with one of them.
pub(super) fn is_as_strong(above: &Row, row: &Row) -> bool {
    above.strong == row.strong || above.strong_ends.1 == row.strong_ends.0 && !ends_clause(&above.text)
}
