//! Rows to paragraphs, by what is seen: the space above a row, where it begins, and whether the row above was full.

use super::breaks::Break;
use super::cells::Tables;
use super::edges::Edges;
use super::facts;
use super::footnotes::unsigned;
use super::grid::Grid;
use super::hyphens::Words;
use super::rows::Row;
use super::setting::{LARGE, Setting, is_head};
use crate::concept_note::footnotes::{self, Footnote};
use crate::concept_note::lines::Line;
use crate::concept_note::sentence::ends_asking;
use crate::concept_note::table;

/// Most paragraphs that stand before the end of the title.
const NEAR: usize = 8;

/// How many times as large as all others the letters of a title are.
const LARGEST: f32 = 1.12;

/// How much further in than its label the text of such a row stands, in columns.
const STEP: usize = 4;

/// The paragraphs of the pages, each as one line.
pub(super) fn lines(pages: &[Vec<Row>]) -> Vec<Line> {
    let words = Words::of(pages);
    let edges = Edges::of(pages);
    let mut paragraphs: Vec<Paragraph<'_>> = Vec::new();
    // how the column above is set, and how far down it could reach
    let mut last: Option<(Setting<'_>, f32)> = None;
    for (at, page) in pages.iter().enumerate() {
        let mut first = true;
        let grid = Grid::of(&pages[at.saturating_sub(1)..pages.len().min(at + 2)]);
        let tables = Tables::of(page);
        for column in page.chunk_by(|above, row| (above.column, above.note) == (row.column, row.note)) {
            let setting = Setting::of(column, &edges);
            let cells_of = tables.within(column);
            let mut from = 0;
            while from < column.len() {
                let is_close = |above: &Row, row: &Row| setting.is_close(above, row);
                let entry = grid.entry(column, from, is_close).map(|entry| (entry.end, entry.cells(&words)));
                let labelled = entry.is_some();
                let entry = entry.or_else(|| cells_of.entry(from, is_close, &words));
                let of_fact = |at: usize| {
                    setting.is_close(&column[at - 1], &column[at]) && facts::goes_on(&column[from], &column[at])
                };
                let begins = |at: usize| grid.is_entry(&column[at]) || cells_of.holds(at) && !cells_of.holds(at - 1);
                let joins = |at: &usize| !begins(*at) && (setting.joins(column, from, *at) || of_fact(*at));
                let more = || (from + 1..column.len()).take_while(joins).count();
                let rows = &column[from..entry.as_ref().map_or_else(|| from + more() + 1, |(end, _)| *end)];
                let cells = entry.map(|(_, cells)| cells).unwrap_or_default();
                let above = paragraphs.iter_mut().rev().find(|above| !above.rows[0].note);
                let above = above.filter(|above| above.cells.is_empty() && cells.is_empty());
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
                    let heads_nothing = |cell: &String| {
                        table::is_short(std::iter::once(cell.as_str())) && !table::is_text(cell) && !ends_asking(cell)
                    };
                    let short = !cells.is_empty() && cells.iter().all(heads_nothing);
                    let fact = labelled || is_head(&rows[0]) || short;
                    paragraphs.push(Paragraph { rows: rows.iter().collect(), begin, page, fact, cells });
                }
                from += rows.len();
                first = false;
            }
            if !column[0].note {
                last = Some((setting, foot(page, column).unwrap_or(edges.foot)));
            }
        }
    }
    let told = |paragraph: &&Paragraph<'_>| paragraph.cells.is_empty() || paragraph.fact;
    let rows: Vec<&[&Row]> =
        paragraphs.iter().map(|p| Some(p).filter(told).map_or(&[][..], |paragraph| &paragraph.rows)).collect();
    for (at, cells) in facts::cells(&rows, &words) {
        (paragraphs[at].cells, paragraphs[at].fact) = (cells, true);
    }
    let (mut lines, mut notes) = (Vec::with_capacity(paragraphs.len()), Vec::<Footnote>::new());
    let title = title(&paragraphs);
    for (at, paragraph) in paragraphs.iter().enumerate() {
        if let Some(behind) = lines.len().checked_sub(1).filter(|_| paragraph.rows[0].note) {
            for rows in paragraph.rows.chunk_by(|above, row| above.name == row.name) {
                let goes_on = notes.last().is_some_and(|note| !note.name.is_empty() && note.name == rows[0].name);
                match notes.last_mut().filter(|_| goes_on) {
                    Some(note) => rows.iter().for_each(|row| words.append(&mut note.text, &row.text)),
                    None => notes.push(footnote(rows, behind, &words)),
                }
            }
            continue;
        }
        let mut line = paragraph.line(edges.body, &words);
        line.level = u8::from(title == Some(at));
        if paragraph.cells.is_empty() {
            lines.push(line);
        } else {
            lines.extend(paragraph.entry(edges.body, &words));
        }
    }
    footnotes::settle(&mut lines, notes);
    lines
}

/// The footnote that rows make; the sign that leads to it is none of its words.
fn footnote(rows: &[&Row], behind: usize, words: &Words) -> Footnote {
    let mut text = String::new();
    for row in rows {
        words.append(&mut text, unsigned(row));
    }
    Footnote { name: rows[0].name.clone(), text, behind }
}

/// The paragraph that is set as the title: near the beginning, and in letters larger than all others.
fn title(paragraphs: &[Paragraph<'_>]) -> Option<usize> {
    let size = |at: &usize| paragraphs[*at].rows[0].size;
    let title = (0..paragraphs.len().min(NEAR)).max_by(|at, other| size(at).total_cmp(&size(other)))?;
    let others = (0..paragraphs.len()).filter(|at| *at != title).map(|at| size(&at)).fold(0.0, f32::max);
    (paragraphs[title].cells.is_empty() && size(&title) > others * LARGEST).then_some(title)
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
    /// It is a row of a table, and heads nothing.
    fact: bool,
    /// What the cells of a row of a table say, the first with its label; none where it is no such row.
    cells: Vec<String>,
}

impl Paragraph<'_> {
    /// A row of a table as lines: its label with the first cell, and each of the others.
    fn entry(&self, body: f32, words: &Words) -> Vec<Line> {
        let first = self.line(body, words);
        let line = |(at, text): (usize, &String)| match at {
            0 => Line { text: Line::of(text).text, ..first.clone() },
            _ => Line { indent: first.indent + STEP, whole: true, fact: self.fact, ..Line::of(text) },
        };
        self.cells.iter().enumerate().map(line).collect()
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
        let bold = self.rows.iter().all(|row| row.strong) || first.size > body * LARGE;
        let leads = self.rows.iter().flat_map(|row| row.leads.iter().cloned()).collect();
        Line { indent, bold, gap: true, page: self.page, fact: self.fact, leads, ..Line::of(&text) }
    }
}
