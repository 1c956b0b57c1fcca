//! Pages saved from a browser or by a word processor.
//!
//! The way of a page: bytes (of the page alone: [`archive`]) → text ([`charset`]) → without scripts and comments
//! ([`source`]) → elements ([`tree`]) → lines ([`text`], [`writer`], [`lists`], [`rows`], [`style`]), but for what is around them ([`controls`], [`others`]).

mod archive;
mod charset;
mod controls;
mod elements;
mod lists;
mod notes;
mod others;
mod rows;
mod source;
mod style;
#[cfg(test)]
mod tests;
mod text;
mod tree;
mod writer;

use std::borrow::Cow;
use std::collections::BTreeSet;

use super::error::{MAX_LINES, NoteError};
use super::lines::Line;
use crate::domain::concept_note::Warning;
use style::Sheet;
use tree::{Kind, Tree};

/// How far into a file its kind is looked for, in bytes.
const HEAD: usize = 1024;

/// Whether a file is a page: by how it begins, else by its name.
pub(super) fn is_page(bytes: &[u8], file_name: Option<&str>) -> bool {
    // in UTF-16 every other byte is zero
    let head = bytes.iter().take(HEAD).filter(|b| **b != 0).map(u8::to_ascii_lowercase).collect::<Vec<_>>();
    let start = head.iter().position(|b| *b == b'<').unwrap_or(0);
    // a byte order mark at the most stands before
    let first = head[..start].iter().all(|b| b.is_ascii_whitespace() || *b >= 0x80);
    let has = |name: &[u8]| head.windows(name.len()).any(|part| part == name);
    let begins = |name: &&[u8]| head[start..].starts_with(name);
    let whole: [&[u8]; 6] = [b"<!doctype html", b"<html", b"<head", b"<body", b"<meta", b"<title"];
    let ending = file_name.and_then(|name| name.rsplit_once('.')).map(|(_, ending)| ending.to_ascii_lowercase());
    first && (whole.iter().any(begins) || (begins(&&b"<?xml"[..]) || begins(&&b"<!--"[..])) && has(b"<html"))
        || archive::is_archive(bytes)
        || ending.is_some_and(|ending| matches!(ending.as_str(), "html" | "htm" | "xhtml"))
}

/// Reads a page's bytes as the lines of a note.
pub(super) fn lines(bytes: &[u8], warnings: &mut BTreeSet<Warning>) -> Result<Vec<Line>, NoteError> {
    let page = if archive::is_archive(bytes) { Cow::Owned(archive::page(bytes)?) } else { Cow::Borrowed(bytes) };
    let html = charset::decode(&page, warnings)?;
    let tree = Tree::parse(&source::prepare(&html)?)?;
    let mut sheet = Sheet::default();
    for (at, _) in tree.elements().filter(|(_, element)| element.name() == "style") {
        if let Some(Kind::Text(css)) = tree.node(at).first.map(|first| &tree.node(first).kind) {
            sheet.add(css);
        }
    }
    let lines = text::lines(&tree, &sheet);
    if lines.len() > MAX_LINES {
        return Err(NoteError::TooLong);
    }
    if source::is_cut_off(&html) {
        return Err(NoteError::Damaged);
    }
    if lines.is_empty() { Err(NoteError::NoNote) } else { Ok(lines) }
}
