//! Footnotes are told from the text, by their size, their place and the signs that lead to them.

use std::collections::HashSet;
use std::mem::take;

use super::furniture::body_size;
use super::rows::Row;
use crate::concept_note::markers;
use crate::concept_note::sentence::{ends_sentence, starts_low};

/// Largest size of notes that are set smaller than the text, as a share of its size.
const SMALL: f32 = 0.93;

/// How many rows the footnotes of a page take at the most, where nothing but a number tells them.
const FOOT: usize = 12;

/// How far above the lowest row of a page a column ends at the most that has notes, in sizes of the text's letters.
const LOW: f32 = 4.0;

/// How far from the text notes of its own size stand at least, in sizes.
const APART: f32 = 1.5;

/// Longest sign, in bytes.
const LONGEST: usize = 12;

/// The signs that lead to notes which were not met yet.
type Open = Vec<String>;

/// Marks the rows of footnotes.
pub(super) fn mark(pages: &mut [Vec<Row>]) {
    let body = body_size(pages);
    let (mut open, mut broken) = (Open::new(), None);
    let mut names = Names::default();
    for page in pages {
        let (marks, mut new): (Open, _) = (page.iter().flat_map(marks).collect(), None);
        open.extend(marks.iter().cloned());
        let mut find = |rows: &mut [Row], open: &mut Open| {
            let end = rows.len() - usize::from(ends_with_foot(rows, body));
            let rows = &mut rows[..end];
            let Some(first) = small(rows, body, open, broken).or_else(|| marked(rows, open)) else {
                return;
            };
            let notes = &mut rows[first..];
            for row in notes.iter_mut() {
                row.note = true;
            }
            open.retain(|mark| !notes.iter().any(|row| sign(&row.text) == mark));
            new = notes.last().filter(|row| !ends_sentence(&row.text)).map(|row| row.size);
        };
        // below both columns, or below each of them
        find(page, &mut open);
        let low = page.iter().filter(|row| !row.note).map(|row| row.y).fold(f32::MIN, f32::max) - body * LOW;
        let is_column = |above: &Row, row: &Row| (above.column, above.note) == (row.column, row.note);
        let is_last = |column: &&mut [Row]| column.last().is_some_and(|row| row.y > low && !row.note);
        for column in page.chunk_by_mut(is_column).filter(is_last) {
            find(column, &mut open);
        }
        names.give(page, broken.is_some());
        // a note may be met on the next page, and no later
        open.retain(|mark| marks.contains(mark));
        broken = new;
    }
}

/// Whether the last row is what printing puts under all pages, below footnotes: in letters of the text, and apart.
fn ends_with_foot(rows: &[Row], body: f32) -> bool {
    let is_text = |row: &Row| row.size >= body * SMALL;
    matches!(rows, [.., note, foot] if is_text(foot) && !is_text(note) && foot.y - note.y > body * APART)
}

/// Names for footnotes: the same sign may lead to another on each page.
#[derive(Default)]
struct Names {
    page: usize,
    /// The plain signs of the page before that lead to notes which were not met there.
    before: HashSet<String>,
    /// The name of the last note; empty where nothing leads to that.
    last: String,
}

impl Names {
    /// Names the notes of the next page, and in the rows that lead to some, which. The first row may go on with the last note of
    /// the page before.
    fn give(&mut self, page: &mut [Row], goes_on: bool) {
        self.page += 1;
        let name = |page: usize, sign: &str| format!("{page}:{sign}");
        let mut here = HashSet::new();
        for row in page.iter_mut().filter(|row| !row.note) {
            let signs: Vec<String> = marks(row).map(|mark| plain(&mark).to_owned()).collect();
            row.leads = signs.iter().map(|sign| name(self.page, sign)).collect();
            here.extend(signs);
        }
        self.last = if goes_on { take(&mut self.last) } else { String::new() };
        // where signs are raised, a figure at the beginning of a line is a word
        let raised = page.iter().any(|row| row.note && row.noted);
        for row in page.iter_mut().filter(|row| row.note) {
            if row.noted || !raised {
                let sign = plain(own_sign(row)).to_owned();
                row.signed = true;
                if here.remove(&sign) {
                    self.last = name(self.page, &sign);
                } else if self.before.remove(&sign) {
                    self.last = name(self.page - 1, &sign);
                } else {
                    row.signed = false;
                    self.last = if row.noted { String::new() } else { take(&mut self.last) };
                }
            }
            row.name.clone_from(&self.last);
        }
        self.before = here;
    }
}

/// What a row says without the sign of the footnote that it begins.
pub(super) fn unsigned(row: &Row) -> &str {
    let text = row.text.trim_start();
    if row.signed { text.strip_prefix(own_sign(row)).unwrap_or(text).trim_start() } else { text }
}

/// The sign that a row begins with: a raised one may be grown together with any word.
fn own_sign(row: &Row) -> &str {
    let text = row.text.trim_start();
    let figures = text.len() - text.trim_start_matches(|c: char| c.is_numeric() || "*†‡".contains(c)).len();
    if row.noted && figures > 0 && figures <= LONGEST { &text[..figures] } else { sign(text) }
}

/// A sign without what stands around it.
fn plain(sign: &str) -> &str {
    sign.trim_matches(|c| "[]().".contains(c))
}

/// The signs in a row that lead to notes.
fn marks(row: &Row) -> impl Iterator<Item = String> {
    row.marks.split([' ', ',']).filter(|mark| (1..=LONGEST).contains(&mark.len())).map(str::to_owned)
}

/// Where the notes begin that are set smaller than the text: with a sign, or with the rest of one that the last page
/// broke off, of that size.
fn small(column: &[Row], body: f32, open: &Open, broken: Option<f32>) -> Option<usize> {
    let from = column.len() - column.iter().rev().take_while(|row| row.size < body * SMALL).count();
    let rows = &column[from..];
    let goes_on = broken.zip(rows.first()).is_some_and(|(size, first)| {
        (first.size - size).abs() < size * 0.05
            && (starts_low(&first.text) || !rows.iter().any(|row| begins(row, open)))
    });
    if goes_on {
        return Some(from);
    }
    let first = from + rows.iter().position(|row| begins(row, open))?;
    let introduced = column[..first].last().is_some_and(|above| introduces(&above.text));
    (!introduced || column[first].noted || is_led_to(&column[first], open)).then_some(first)
}

/// Whether a list of the text's own stands below a row, be it in small letters.
fn introduces(above: &str) -> bool {
    above.trim_end().ends_with([':', '：']) || markers::is_question_heading(above)
}

/// Whether a small row begins a note. One numbered as an entry of a list is (`1.`, `(a)`) does if something leads to it.
fn begins(row: &Row, open: &Open) -> bool {
    let sign = sign(&row.text);
    let bare = !sign.is_empty() && sign.len() <= 4 && sign.chars().all(|c| c.is_numeric() || "*†‡".contains(c));
    row.noted || bare || number(&row.text).is_some() || is_led_to(row, open)
}

/// Whether a sign in the text leads to a row.
fn is_led_to(row: &Row, open: &Open) -> bool {
    let own = plain(sign(&row.text));
    !own.is_empty() && open.iter().any(|mark| plain(mark) == own)
}

/// Where notes of the text's own size begin: far below it, and something leads to the first of them.
fn marked(column: &[Row], open: &Open) -> Option<usize> {
    let foot = column.len().saturating_sub(FOOT).max(1);
    (foot..column.len()).find(|at| {
        let (above, row) = (&column[*at - 1], &column[*at]);
        let leads = |number: &str| open.iter().any(|mark| mark == number);
        row.y - above.y > row.size * APART && number(&row.text).is_some_and(leads)
    })
}

/// The first word of a note, but for what is grown together with it.
fn sign(text: &str) -> &str {
    let text = text.trim_start();
    let stars = text.len() - text.trim_start_matches(['*', '†', '‡']).len();
    let word = || text.split_whitespace().next().unwrap_or_default();
    number(text).or((stars > 0).then(|| &text[..stars])).unwrap_or_else(word)
}

/// The number that a footnote's text begins with; a paragraph's has a mark after it.
fn number(text: &str) -> Option<&str> {
    let text = text.trim_start();
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let (number, rest) = text.split_at(digits);
    let is_text = rest.trim_start().starts_with(|c: char| c.is_uppercase() || "«“\"‘".contains(c));
    ((1..=3).contains(&digits) && is_text && !rest.starts_with('\t')).then_some(number)
}
