//! Bytes to lines: the kind of file by its first bytes, then that kind's own reader.

use std::collections::BTreeSet;

use super::decode;
use super::error::{Format, MAX_BYTES, MAX_LINES, MAX_TEXT, NoteError};
use super::html;
use super::kind::Kind;
use super::lines::{self, Line};
use super::office;
use super::pdf;
use crate::domain::concept_note::Warning;

/// Reads a file's bytes as the lines of a note. Its name tells a page without a frame from a text, and must not say another kind.
pub(super) fn lines(
    bytes: &[u8],
    file_name: Option<&str>,
    warnings: &mut BTreeSet<Warning>,
) -> Result<Vec<Line>, NoteError> {
    let (kind, lines) = by_kind(bytes, file_name, warnings)?;
    if file_name.and_then(Kind::named).is_some_and(|named| named != kind) {
        return Err(NoteError::Renamed);
    }
    let length: usize = lines.iter().map(|line| length(&line.text)).sum();
    if lines.len() > MAX_LINES || length > MAX_TEXT { Err(NoteError::TooLong) } else { Ok(lines) }
}

fn by_kind(
    bytes: &[u8],
    file_name: Option<&str>,
    warnings: &mut BTreeSet<Warning>,
) -> Result<(Kind, Vec<Line>), NoteError> {
    if bytes.len() > MAX_BYTES {
        return Err(NoteError::TooLarge);
    }
    if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06") {
        return office::lines(bytes);
    }
    if bytes.starts_with(COMPOUND) {
        // what an encrypted document is wrapped in names its content
        let name: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
        let encrypted = bytes.windows(name.len()).any(|part| part == name);
        return Err(if encrypted { NoteError::Encrypted } else { NoteError::Unsupported(Format::Office) });
    }
    if pdf::is_pdf(bytes) {
        return Ok((Kind::Pdf, pdf::lines(bytes, warnings)?));
    }
    match format(bytes) {
        None if html::is_page(bytes, file_name) => Ok((Kind::Text, html::lines(bytes, warnings)?)),
        None => {
            let text = decode::decode(bytes, warnings)?;
            let too_long = length(&text) > MAX_TEXT || text.chars().filter(|c| ends_line(*c)).count() > MAX_LINES;
            if too_long { Err(NoteError::TooLong) } else { Ok((Kind::Text, lines::lines(&text))) }
        }
        Some(format) => Err(NoteError::Unsupported(format)),
    }
}

/// Characters but for blanks.
fn length(text: &str) -> usize {
    text.chars().filter(|c| !c.is_whitespace()).count()
}

fn ends_line(c: char) -> bool {
    matches!(c, '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

/// How the older binary Office files begin.
const COMPOUND: &[u8] = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";

/// The kind of a file that is no text, by its first bytes.
fn format(bytes: &[u8]) -> Option<Format> {
    let start = bytes.iter().position(|b| !b.is_ascii_whitespace()).unwrap_or(0);
    let head = bytes[start..].strip_prefix(b"\xEF\xBB\xBF").unwrap_or(&bytes[start..]);
    let head = head[..head.len().min(15)].to_ascii_lowercase();
    let begins = |with: &[u8]| head.starts_with(with);
    if begins(b"{\\rtf") {
        Some(Format::Rtf)
    } else if begins(b"<?xml") && !html::is_page(bytes, None) {
        Some(Format::Xml)
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_over_the_limit_is_refused() {
        let read = lines(&vec![b'a'; MAX_BYTES + 1], None, &mut BTreeSet::new());
        assert_eq!(read.err(), Some(NoteError::TooLarge));
    }

    #[test]
    fn a_name_that_says_another_kind_is_refused() {
        let read = |name: &str| lines(b"A text.", Some(name), &mut BTreeSet::new()).map(|_| ());
        for name in ["note.docx", "note.PDF", "note.odt"] {
            assert_eq!(read(name), Err(NoteError::Renamed), "{name}");
        }
        for name in ["note", "note.txt", "note.md", "note.html", "note.v2", "note.doc"] {
            assert_eq!(read(name), Ok(()), "{name}");
        }
    }

    #[test]
    fn other_files_are_named() {
        let encrypted = [COMPOUND, b"E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0"].concat();
        for (bytes, error) in [
            (b"PK\x05\x06".to_vec(), NoteError::Unsupported(Format::Zip)),
            (b"PK\x03\x04 cut off".to_vec(), NoteError::Damaged),
            (b"{\\rtf1".to_vec(), NoteError::Unsupported(Format::Rtf)),
            (COMPOUND.to_vec(), NoteError::Unsupported(Format::Office)),
            (encrypted, NoteError::Encrypted),
            (b" \n<?xml version=\"1.0\"?><note/>".to_vec(), NoteError::Unsupported(Format::Xml)),
        ] {
            assert_eq!(lines(&bytes, None, &mut BTreeSet::new()).err(), Some(error));
        }
    }
}
