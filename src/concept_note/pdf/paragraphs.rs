//! Rows to paragraphs, by what is seen: the space above a row, where it begins, and whether the row above was full.

use super::edges::{self, Edges};
use super::furniture::body_size;
use super::hyphens::{self, Words};
use super::rows::Row;
use crate::concept_note::lines::Line;
use crate::concept_note::markers;
use crate::concept_note::numbering;
use crate::concept_note::outline;
use crate::concept_note::sentence::{ends_clause, ends_sentence, starts_low};

/// How much more than usual the space above a paragraph is, in sizes of the font.
const SPACE: f32 = 0.3;

/// Fewest rows that go on with a sentence and tell how far apart rows are.
const FEWEST: usize = 3;

/// How far in a first row stands at least, in sizes of the font.
const INDENT: f32 = 0.7;

/// The paragraphs of the pages, each as one line.
pub(super) fn lines(pages: &[Vec<Row>]) -> Vec<Line> {
    let words = Words::of(pages);
    let body = body_size(pages);
    let edges = Edges::of(pages);
    let mut paragraphs: Vec<Paragraph<'_>> = Vec::new();
    let mut last: Option<Setting<'_>> = None;
    for page in pages {
        let mut first = true;
        for column in page.chunk_by(|above, row| (above.column, above.note) == (row.column, row.note)) {
            let setting = Setting::of(column, &edges);
            let mut from = 0;
            while from < column.len() {
                let more = (from + 1..column.len()).take_while(|at| setting.joins(column, from, *at)).count();
                let rows = &column[from..=from + more];
                let above = paragraphs.iter_mut().rev().find(|above| !above.rows[0].note);
                let torn = last.as_ref().filter(|_| from == 0 && !rows[0].note).zip(above);
                if let Some((_, above)) = torn.filter(|(last, above)| last.goes_on(above, &setting, &rows[0])) {
                    above.rows.extend(rows);
                } else {
                    let begin = setting.begin(&rows[0]);
                    let page = first && !paragraphs.is_empty();
                    paragraphs.push(Paragraph { rows: rows.iter().collect(), begin, page });
                }
                from += rows.len();
                first = false;
            }
            if !column[0].note {
                last = Some(setting);
            }
        }
    }
    let mut lines: Vec<Line> = Vec::with_capacity(paragraphs.len());
    for paragraph in &paragraphs {
        let line = paragraph.line(body, &words);
        match lines.last_mut().filter(|_| paragraph.rows[0].note) {
            Some(above) => above.add_note(&line.text),
            None => lines.push(line),
        }
    }
    lines
}

/// Rows that are one paragraph.
struct Paragraph<'a> {
    /// Never empty.
    rows: Vec<&'a Row>,
    /// How far in its first row stands.
    begin: f32,
    /// A page ended before it.
    page: bool,
}

impl Paragraph<'_> {
    fn line(&self, body: f32, words: &Words) -> Line {
        let mut text = String::new();
        for row in &self.rows {
            words.append(&mut text, &row.text);
        }
        let first = self.rows[0];
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "points on a page are few")]
        let indent = (self.begin / first.size * 2.0).max(0.0).round() as usize;
        // a larger size is as strong as a bold font
        let bold = first.strong || first.size > body * 1.15;
        Line { indent, bold, gap: true, page: self.page, ..Line::of(&text) }
    }
}

/// How a column is set.
struct Setting<'a> {
    left: f32,
    right: f32,
    /// Rows begin at the left side, those too that are read from the right.
    flush_left: bool,
    /// From line to line, in sizes of the font.
    pitch: f32,
    edges: &'a Edges,
}

impl<'a> Setting<'a> {
    fn of(rows: &[Row], edges: &'a Edges) -> Setting<'a> {
        let left = rows.iter().map(|row| row.x).fold(f32::MAX, f32::min);
        let right = rows.iter().map(|row| row.end).fold(f32::MIN, f32::max);
        let flush_left =
            edges::most_at_one_place(rows, |row| row.x) > edges::most_at_one_place(rows, |row| row.end) * 2;
        let mut setting = Setting { left, right, flush_left, pitch: 0.0, edges };
        setting.pitch = setting.pitch_of(rows);
        setting
    }

    /// From line to line: as between rows that go on with a sentence, else the narrowest there is.
    fn pitch_of(&self, rows: &[Row]) -> f32 {
        let pitch = |pair: &[Row]| Some((pair[1].y - pair[0].y) / pair[1].size).filter(|pitch| *pitch > 0.9);
        let mut pitches: Vec<f32> = rows.windows(2).filter_map(pitch).collect();
        pitches.sort_by(f32::total_cmp);
        let narrowest = pitches.get(pitches.len() / 12).copied().unwrap_or(1.2);
        let goes_on = |pair: &&[Row]| {
            !ends_clause(&pair[0].text)
                && !is_labelled(&pair[1])
                && pair[0].strong == pair[1].strong
                && (pair[0].size - pair[1].size).abs() < pair[1].size * 0.08
                && self.is_full(&pair[0], &pair[1])
        };
        let mut sure: Vec<f32> = rows.windows(2).filter(goes_on).filter_map(pitch).collect();
        sure.sort_by(f32::total_cmp);
        sure.get(sure.len() / 2)
            .copied()
            .filter(|_| sure.len() >= FEWEST)
            .map_or(narrowest, |pitch| pitch.max(narrowest))
    }

    /// Where a row begins, from the side it is read from.
    fn begin(&self, row: &Row) -> f32 {
        if self.is_from_right(row) { self.right - row.end } else { row.x - self.left }
    }

    /// How much room a row leaves for what begins the next.
    fn room(&self, above: &Row, row: &Row) -> f32 {
        if self.is_from_right(above) {
            above.x - self.edges.left(row.end).unwrap_or(self.left)
        } else {
            self.edges.right(row.x).unwrap_or(self.right) - above.end
        }
    }

    fn is_from_right(&self, row: &Row) -> bool {
        row.from_right && !self.flush_left
    }

    /// Whether a row goes on with the paragraph that begins at another.
    fn joins(&self, rows: &[Row], first: usize, at: usize) -> bool {
        let (above, row) = (&rows[at - 1], &rows[at]);
        let size = row.size;
        let (space, same) = ((row.y - above.y) / size, (above.size - size).abs() < size * 0.08);
        if !same || above.strong != row.strong || space > self.pitch + SPACE || space < 0.0 {
            return false;
        }
        // the lines of a masthead do not go on
        if is_printed(above) || is_printed(row) {
            return false;
        }
        if is_labelled(row) && (ends_clause(&above.text) || !self.is_full(above, row)) {
            return false;
        }
        let beside = (self.begin(row) - self.begin(&rows[first])).abs() < size * INDENT;
        if beside && is_bulleted(row) && is_bulleted(&rows[first]) {
            return false;
        }
        if !self.is_full(above, row) && !self.is_heading(above, row) {
            return false;
        }
        let apart = if row.strong { INDENT } else { 2.0 };
        if self.begin(row) > size * apart && self.is_centred(above) && self.is_centred(row) {
            return true;
        }
        let further = (self.begin(row) - self.begin(above)) / size;
        let is_second = at == first + 1;
        if further > INDENT {
            // the text of an entry hangs behind its label
            return is_second && is_labelled(above);
        }
        // only a first row stands further in than those below it, and that of no entry with a bullet
        further > -INDENT || is_second && !is_bulleted(above)
    }

    /// Whether two strong rows close together are one heading, which may be set narrower than the text.
    fn is_heading(&self, above: &Row, row: &Row) -> bool {
        let long = above.end - above.x > (self.right - self.left) / 2.0;
        above.strong && row.strong && long && !is_labelled(row) && !ends_clause(&above.text)
    }

    /// Whether a row is set in the middle, as headings are.
    fn is_centred(&self, row: &Row) -> bool {
        ((row.x - self.left) - (self.right - row.end)).abs() < row.size
    }

    /// Whether the first word of a row did not fit on the row above, or is the rest of a word there.
    fn is_full(&self, above: &Row, row: &Row) -> bool {
        if hyphens::is_divided(&above.text) && starts_low(&row.text) {
            return true;
        }
        let rest = self.room(above, row);
        // in the middle, there is as much room before it
        let centred = (self.begin(row) - self.begin(above)).abs() > row.size / 2.0
            && self.begin(row) > row.size
            && self.is_centred(above)
            && self.is_centred(row);
        let room = if centred { rest * 2.0 } else { rest };
        room < row.first_word + row.size * 0.6
    }

    /// Whether a paragraph at the end of this column goes on at the head of the next.
    fn goes_on(&self, paragraph: &Paragraph<'_>, next: &Setting<'_>, row: &Row) -> bool {
        let Some(above) = paragraph.rows.last() else {
            return false;
        };
        let alike = (above.size - row.size).abs() < row.size * 0.08 && above.strong == row.strong;
        let further = (next.begin(row) - self.begin(above)) / row.size;
        // a first row that is all there was of the paragraph may stand elsewhere than the second
        let hangs = paragraph.rows.len() == 1 || further.abs() < INDENT;
        let low = starts_low(&row.text);
        let ends = ends_sentence(&above.text) || ends_clause(&above.text) && !low;
        alike && hangs && !is_labelled(row) && !ends && self.is_full(above, row)
    }
}

/// Whether a row says how a document is distributed or what language it was written in.
fn is_printed(row: &Row) -> bool {
    outline::is_distribution(&row.text) || markers::original(&row.text).is_some()
}

fn is_bulleted(row: &Row) -> bool {
    numbering::parse(&Line::of(&row.text).text).is_some_and(|(label, _)| label.is_bullet())
}

fn is_labelled(row: &Row) -> bool {
    numbering::parse(&Line::of(&row.text).text).is_some()
}
