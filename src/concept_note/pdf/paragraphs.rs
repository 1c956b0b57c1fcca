//! Rows to paragraphs, by what is seen: the space above a row, where it begins, and whether the row above was full.

use super::breaks::Break;
use super::edges::Edges;
use super::hyphens::Words;
use super::rows::Row;
use super::setting::{LARGE, Setting};
use crate::concept_note::lines::Line;
use crate::concept_note::table;

/// How much further in than its label the text of such a row stands, in columns.
const STEP: usize = 4;

/// How many paragraphs a row of a table stands from the next one at the most.
const NEAR: usize = 4;

/// How far apart cells of a column may begin, in points.
const EVEN: f32 = 1.0;

/// The paragraphs of the pages, each as one line.
pub(super) fn lines(pages: &[Vec<Row>]) -> Vec<Line> {
    let words = Words::of(pages);
    let edges = Edges::of(pages);
    let mut paragraphs: Vec<Paragraph<'_>> = Vec::new();
    // how the column above is set, and how far down it could reach
    let mut last: Option<(Setting<'_>, f32)> = None;
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
                let goes_on = |(last, above): &(&(Setting<'_>, f32), &mut Paragraph<'_>)| {
                    // columns of one page may both end above its foot
                    let foot = if first { last.1 } else { last.1.min(lowest(column)) };
                    let ends_again = rows.len() == column.len();
                    let settings = [&last.0, &setting];
                    Break { above: &above.rows, below: rows, settings, foot, ends_again }.is_inside()
                };
                if let Some((_, above)) = torn.filter(goes_on) {
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
                last = Some((setting, foot(page, column).unwrap_or(edges.foot)));
            }
        }
    }
    let mut lines: Vec<Line> = Vec::with_capacity(paragraphs.len());
    for (at, paragraph) in paragraphs.iter().enumerate() {
        let line = paragraph.line(edges.body, &words);
        match lines.last_mut().filter(|_| paragraph.rows[0].note) {
            Some(above) => above.add_note(&line.text),
            None if is_entry(&paragraphs, at) => lines.extend(paragraph.cells(edges.body, &words)),
            None => lines.push(line),
        }
    }
    lines
}

/// Whether a paragraph is a row of a table with a label, a name and a text, as another one near it.
fn is_entry(paragraphs: &[Paragraph<'_>], at: usize) -> bool {
    let near = &paragraphs[at.saturating_sub(NEAR)..paragraphs.len().min(at + NEAR + 1)];
    let text = |paragraph: &Paragraph<'_>| paragraph.entry_text();
    let Some(x) = text(&paragraphs[at]) else { return false };
    near.iter().filter_map(text).filter(|other| (other - x).abs() < EVEN).count() > 1
}

/// The line that the lowest row stands on.
fn lowest(rows: &[Row]) -> f32 {
    rows.iter().map(|row| row.y).fold(f32::MIN, f32::max)
}

/// Where footnotes begin below a column.
fn foot(page: &[Row], column: &[Row]) -> Option<f32> {
    let lowest = lowest(column);
    page.iter().filter(|row| row.note && row.y > lowest).map(|row| row.y).min_by(f32::total_cmp)
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
    /// Where the text of an entry begins that has a label and a name in cells of their own before it.
    fn entry_text(&self) -> Option<f32> {
        let first = self.rows[0];
        let [label, name, text] = first.text.split('\t').collect::<Vec<_>>()[..] else { return None };
        let [_, x] = first.cells[..] else { return None };
        let is_entry = !first.from_right && table::label(&[label, name, text]).is_some() && table::names(name);
        (is_entry && !table::is_label(name)).then_some(x)
    }

    /// Such an entry as two lines: its label with the name, and its text.
    fn cells(&self, body: f32, words: &Words) -> Vec<Line> {
        let line = self.line(body, words);
        let mut text = String::new();
        for row in &self.rows {
            words.append(&mut text, &row.text);
        }
        let mut cells = text.splitn(3, '\t');
        let name = [cells.next(), cells.next()].map(Option::unwrap_or_default).join("\t");
        let text = Line::of(cells.next().unwrap_or_default());
        let behind = Line { indent: line.indent + STEP, whole: true, fact: true, ..text };
        vec![Line { text: Line::of(&name).text, fact: true, ..line }, behind]
    }

    fn line(&self, body: f32, words: &Words) -> Line {
        let mut text = String::new();
        for row in &self.rows {
            words.append(&mut text, &row.text);
        }
        let first = self.rows[0];
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "points on a page are few")]
        let indent = (self.begin / first.size * 2.0).max(0.0).round() as usize;
        // a larger size is as strong as a bold font
        let bold = first.strong || first.size > body * LARGE;
        Line { indent, bold, gap: true, page: self.page, ..Line::of(&text) }
    }
}
