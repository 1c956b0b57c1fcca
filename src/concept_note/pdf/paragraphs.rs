//! Rows to paragraphs, by what is seen: the space above a row, where it begins, and whether the row above was full.

use super::furniture::body_size;
use super::hyphens::{self, Words};
use super::rows::Row;
use crate::concept_note::blocks::{ends_clause, ends_sentence, starts_low};
use crate::concept_note::language::is_wide;
use crate::concept_note::lines::Line;
use crate::concept_note::numbering;

/// How much more than usual the space above a paragraph is, in sizes of the font.
const SPACE: f32 = 0.3;

/// How far in a first row stands at least, in sizes of the font.
const INDENT: f32 = 0.7;

/// The paragraphs of the pages, each as one line.
pub(super) fn lines(pages: &[Vec<Row>]) -> Vec<Line> {
    let words = Words::of(pages);
    let body = body_size(pages);
    let mut paragraphs: Vec<Paragraph<'_>> = Vec::new();
    let mut last: Option<Setting> = None;
    for page in pages {
        let mut first = true;
        for column in page.chunk_by(|above, row| (above.column, above.note) == (row.column, row.note)) {
            let setting = Setting::of(column);
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
struct Setting {
    left: f32,
    right: f32,
    /// Rows begin at the left side, those too that are read from the right.
    flush_left: bool,
    /// From line to line, in sizes of the font.
    pitch: f32,
}

impl Setting {
    fn of(rows: &[Row]) -> Setting {
        let left = rows.iter().map(|row| row.x).fold(f32::MAX, f32::min);
        let right = rows.iter().map(|row| row.end).fold(f32::MIN, f32::max);
        let mut pitches: Vec<f32> = rows.windows(2).map(|pair| (pair[1].y - pair[0].y) / pair[1].size).collect();
        pitches.retain(|pitch| *pitch > 0.9);
        pitches.sort_by(f32::total_cmp);
        // where most paragraphs have one row, the narrowest tell
        let pitch = pitches.get(pitches.len() / 12).copied().unwrap_or(1.2);
        let flush_left = most_at_one_place(rows, |row| row.x) > most_at_one_place(rows, |row| row.end) * 2;
        Setting { left, right, flush_left, pitch }
    }

    /// Where a row begins, from the side it is read from.
    fn begin(&self, row: &Row) -> f32 {
        if self.is_from_right(row) { self.right - row.end } else { row.x - self.left }
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
        if is_labelled(row) && (ends_clause(&above.text) || !self.is_full(above, row)) {
            return false;
        }
        if !self.is_full(above, row) {
            return false;
        }
        if self.begin(row) > size * 2.0 && self.is_centred(above) && self.is_centred(row) {
            return true;
        }
        let further = (self.begin(row) - self.begin(above)) / size;
        let is_second = at == first + 1;
        if further > INDENT {
            // the text of an entry hangs behind its label
            return is_second && is_labelled(above);
        }
        // only a first row stands further in than those below it
        further > -INDENT || is_second
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
        let letters = row.text.chars().count().max(1);
        let first = row.text.trim_start().chars().take_while(|c| !c.is_whitespace() && !is_wide(*c)).count().max(1);
        #[expect(clippy::cast_precision_loss, reason = "a row has few letters")]
        let word = (row.end - row.x) * first as f32 / letters as f32;
        let rest = if self.is_from_right(above) { above.x - self.left } else { self.right - above.end };
        // in the middle, there is as much room before it
        let centred = (self.begin(row) - self.begin(above)).abs() > row.size / 2.0
            && self.begin(row) > row.size
            && self.is_centred(above)
            && self.is_centred(row);
        let room = if centred { rest * 2.0 } else { rest };
        room < word + row.size * 0.6
    }

    /// Whether a paragraph at the end of this column goes on at the head of the next.
    fn goes_on(&self, paragraph: &Paragraph<'_>, next: &Setting, row: &Row) -> bool {
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

/// How many rows at the most have a side at the same place, to half a size.
fn most_at_one_place(rows: &[Row], side: fn(&Row) -> f32) -> usize {
    let mut sides: Vec<f32> = rows.iter().map(side).collect();
    sides.sort_by(f32::total_cmp);
    let near = rows.first().map_or(0.0, |row| row.size / 2.0);
    let mut from = 0;
    let together = |at: usize| {
        while sides[at] - sides[from] > near {
            from += 1;
        }
        at + 1 - from
    };
    (0..sides.len()).map(together).max().unwrap_or(0)
}

fn is_labelled(row: &Row) -> bool {
    numbering::parse(&Line::of(&row.text).text).is_some()
}
