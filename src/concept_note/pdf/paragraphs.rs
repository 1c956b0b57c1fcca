//! Rows to paragraphs, by what is seen: the space above a row, where it begins, and whether the row above was full.

use super::furniture::body_size;
use super::hyphens::Words;
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
        for column in page.chunk_by(|above, row| above.column == row.column) {
            let setting = Setting::of(column);
            let mut from = 0;
            while from < column.len() {
                let more = (from + 1..column.len()).take_while(|at| setting.joins(column, from, *at)).count();
                let rows = &column[from..=from + more];
                let torn = last.as_ref().filter(|_| from == 0).zip(paragraphs.last_mut());
                if let Some((_, above)) = torn.filter(|(last, above)| last.goes_on(above, &setting, &rows[0])) {
                    above.rows.extend(rows);
                } else {
                    let begin = setting.begin(&rows[0]);
                    paragraphs.push(Paragraph { rows: rows.iter().collect(), begin, page: first });
                }
                from += rows.len();
                first = false;
            }
            last = Some(setting);
        }
    }
    paragraphs.iter().map(|paragraph| paragraph.line(body, &words)).collect()
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
        Setting { left, right, pitch }
    }

    /// Where a row begins, from the side it is read from.
    fn begin(&self, row: &Row) -> f32 {
        if row.from_right { self.right - row.end } else { row.x - self.left }
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
        let further = (self.begin(row) - self.begin(above)) / size;
        let is_second = at == first + 1;
        if further > INDENT && self.is_centred(above) && self.is_centred(row) {
            return !ends_clause(&above.text);
        }
        if further > INDENT {
            // the text of an entry hangs behind its label
            return is_second && is_labelled(above);
        }
        // only a first row stands further in than those below it
        further > -INDENT || is_second
    }

    /// Whether a row stands as far from the one side as from the other.
    fn is_centred(&self, row: &Row) -> bool {
        ((row.x - self.left) - (self.right - row.end)).abs() < row.size
    }

    /// Whether the first word of a row did not fit on the row above.
    fn is_full(&self, above: &Row, row: &Row) -> bool {
        let letters = row.text.chars().count().max(1);
        let first = row.text.trim_start().chars().take_while(|c| !c.is_whitespace() && !is_wide(*c)).count().max(1);
        #[expect(clippy::cast_precision_loss, reason = "a row has few letters")]
        let word = (row.end - row.x) * first as f32 / letters as f32;
        // a row that stands in on both sides is set in the middle
        let begin = self.begin(above).min(self.begin(row));
        let room = self.right - self.left - begin - (above.end - above.x);
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
        // after a colon a sentence may go on with a small letter
        let open = !ends_clause(&above.text) || !ends_sentence(&above.text) && starts_low(&row.text);
        alike && hangs && !is_labelled(row) && open && self.is_full(above, row)
    }
}

fn is_labelled(row: &Row) -> bool {
    numbering::parse(&Line::of(&row.text).text).is_some()
}
