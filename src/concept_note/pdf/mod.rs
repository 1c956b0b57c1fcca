//! PDF documents that bear a text.
//!
//! A PDF knows no lines: it places glyphs. The way of a file: bytes within limits ([`bounds`]) → glyphs with letters
//! ([`page`], [`marks`], [`font`], [`state`], [`dot`]) → rows ([`line_numbers`], [`watermark`], [`columns`], [`rows`], [`labels`], [`direction`]) → without what repeats
//! on each page ([`furniture`]), footnotes apart ([`footnotes`]) → paragraphs ([`paragraphs`], [`setting`], [`edges`],
//! [`grid`], [`cells`], [`breaks`], [`hyphens`]) as lines.

mod bands;
mod bounds;
mod breaks;
mod cells;
mod columns;
pub(super) mod direction;
mod dot;
mod edges;
mod facts;
mod font;
mod footnotes;
mod furniture;
mod glyph;
mod grid;
mod hyphens;
mod labels;
mod line_numbers;
mod marks;
mod numbers;
mod page;
mod paragraphs;
mod rows;
mod setting;
mod state;
#[cfg(test)]
mod tests;
mod unlettered;
mod watermark;

use std::collections::BTreeSet;
use std::thread;

use hayro_syntax::{LoadPdfError, Pdf};

use super::error::{MAX_LINES, NoteError};
use super::lines::Line;
use super::numbering;
use super::table::{self, Columns};
use super::typed::says_nothing;
use crate::domain::concept_note::Warning;
use glyph::Glyph;
use page::Reader;
use rows::Row;

/// Most pages that are read.
const MOST_PAGES: usize = 1000;

/// The reader's own stack, in bytes: objects may be nested, but not without end.
const STACK: usize = 16 * 1024 * 1024;

/// Whether a file is such a document; some programs write a few bytes before its own.
pub(super) fn is_pdf(bytes: &[u8]) -> bool {
    let head = &bytes[..bytes.len().min(1024)];
    let starts = |part: &[u8]| part.eq_ignore_ascii_case(b"%PDF-");
    // but not a text that speaks of one
    head.windows(5).position(starts).is_some_and(|at| at == 0 || head[..at].iter().all(|b| !b.is_ascii_alphabetic()))
}

/// Whether a file has its end; readers look for its mark in the last kilobyte (ISO 32000-1, 7.5.5 and annex H, note 18).
fn is_whole(bytes: &[u8]) -> bool {
    bytes[bytes.len().saturating_sub(1024)..].windows(5).any(|part| part == b"%%EOF")
}

/// Reads a document's bytes as the lines of a note.
pub(super) fn lines(bytes: &[u8], warnings: &mut BTreeSet<Warning>) -> Result<Vec<Line>, NoteError> {
    bounds::check(bytes)?;
    let whole = is_whole(bytes);
    let bytes = bytes.to_vec();
    // a thread of its own, since a damaged file may make a library panic, and a panic ends a thread and no server
    let reader = thread::Builder::new().name("pdf".to_owned()).stack_size(STACK).spawn(move || read(bytes));
    let content = reader.ok().and_then(|reader| reader.join().ok()).unwrap_or(Err(NoteError::Damaged));
    // what seems to be empty or a picture may only have lost the rest
    if !whole && matches!(content, Ok(_) | Err(NoteError::Empty | NoteError::Scanned | NoteError::NoLetters)) {
        return Err(NoteError::Damaged);
    }
    let Content { mut pages, damaged, pictured } = content?;
    if damaged {
        warnings.insert(Warning::TextDamaged);
    }
    if pictured {
        warnings.insert(Warning::PagesPictured);
    }
    line_numbers::remove(&mut pages);
    let mut columns = None;
    let mut pages: Vec<_> = pages.into_iter().map(|page| rows::rows(page, &mut columns)).collect();
    for page in &mut pages {
        page.retain(|row| !says_nothing(&row.text));
    }
    // before numbers at the edges of a page are taken for its own
    numbers::set_off(&mut pages);
    furniture::remove(&mut pages);
    footnotes::mark(&mut pages);
    if pages.iter().any(|page| (0..page.len()).any(|at| begins_table(&page[at..]))) {
        warnings.insert(Warning::QuestionsDoubtful);
    }
    let lines = paragraphs::lines(&pages);
    match lines.len() {
        0 => Err(NoteError::NoNote),
        lines if lines > MAX_LINES => Err(NoteError::TooLong),
        _ => Ok(lines),
    }
}

/// Most rows that the names of a table's columns take, and the first line of what stands under them.
const HEAD: usize = 4;

/// Whether rows begin with the names of the columns of a table of questions whose rows have no labels: where each begins is
/// told by its place alone.
fn begins_table(rows: &[Row]) -> bool {
    let cells: Vec<&str> = rows[0].text.split('\t').collect();
    let labelled = |row: &Row| {
        let cells: Vec<&str> = row.text.split('\t').collect();
        numbering::parse(row.text.trim()).is_some() || table::label(&cells).is_some()
    };
    Columns::named(&cells).is_some() && !rows.iter().take(HEAD).skip(1).any(labelled)
}

/// What was found on the pages.
struct Content {
    pages: Vec<Vec<Glyph>>,
    /// Some glyphs have no letter.
    damaged: bool,
    /// Some pages are pictures, as scanned ones are.
    pictured: bool,
}

/// Fewest glyphs of a page with a text, where pages are pictures: a stamp or a number has fewer.
const FEWEST_GLYPHS: usize = 60;

/// Fewest glyphs of a page that is no picture alone.
const FEWEST_OF_PAGE: usize = 12;

fn read(bytes: Vec<u8>) -> Result<Content, NoteError> {
    let encrypted = bytes.windows(8).any(|part| part == b"/Encrypt");
    let pdf = Pdf::new(bytes).map_err(|error| match error {
        LoadPdfError::Decryption(_) => NoteError::Encrypted,
        LoadPdfError::Invalid => NoteError::Damaged,
    })?;
    if encrypted {
        bounds::check_encrypted(&pdf)?;
    }
    let count = pdf.pages().len();
    match count {
        0 => return Err(NoteError::Damaged),
        count if count > MOST_PAGES => return Err(NoteError::TooLong),
        _ => {}
    }
    let mut reader = Reader::default();
    let mut pictured = false;
    let mut pages = Vec::with_capacity(count);
    for page in pdf.pages().iter() {
        let before = reader.pictures;
        let glyphs = reader.page(page)?;
        pictured |= reader.pictures > before && glyphs.len() < FEWEST_OF_PAGE;
        pages.push(glyphs);
    }
    let found: usize = pages.iter().map(Vec::len).sum();
    if reader.unknown.count > found / 2 {
        return Err(NoteError::NoLetters);
    }
    if reader.pictures > 0 && pages.iter().all(|glyphs| glyphs.len() < FEWEST_GLYPHS) {
        return Err(NoteError::Scanned);
    }
    if found == 0 {
        return Err(NoteError::Empty);
    }
    Ok(Content { pages, damaged: reader.unknown.count * 100 > found, pictured })
}
