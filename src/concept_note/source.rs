//! Bytes to lines: the kind of file by its first bytes, then that kind's own reader.

use std::collections::BTreeSet;

use super::decode;
use super::error::{Format, MAX_BYTES, NoteError};
use super::html;
use super::lines::{self, Line};
use super::pdf;
use crate::domain::concept_note::Warning;

/// Reads a file's bytes as the lines of a note.
///
/// The file's name is used only to name an archive whose content says too little.
pub(super) fn lines(
    bytes: &[u8],
    file_name: Option<&str>,
    warnings: &mut BTreeSet<Warning>,
) -> Result<Vec<Line>, NoteError> {
    if bytes.len() > MAX_BYTES {
        return Err(NoteError::TooLarge);
    }
    if pdf::is_pdf(bytes) {
        return pdf::lines(bytes, warnings);
    }
    match format(bytes, file_name) {
        None if html::is_page(bytes, file_name) => html::lines(bytes, warnings),
        None => Ok(lines::lines(&decode::decode(bytes, warnings)?)),
        Some(format) => Err(NoteError::Unsupported(format)),
    }
}

/// The kind of a file that is no text, by its first bytes.
fn format(bytes: &[u8], file_name: Option<&str>) -> Option<Format> {
    let is_named =
        |end: &str| file_name.and_then(|name| name.rsplit_once('.')).is_some_and(|(_, e)| e.eq_ignore_ascii_case(end));
    if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06") {
        // the first entries' names stand unpacked near the beginning
        let head = &bytes[..bytes.len().min(4096)];
        let has = |name: &[u8]| head.windows(name.len()).any(|part| part == name);
        return Some(if has(b"application/vnd.oasis.opendocument.text") {
            Format::Odt
        } else if is_named("docm") {
            Format::Docm
        } else if has(b"word/") || is_named("docx") {
            Format::Docx
        } else if is_named("odt") {
            Format::Odt
        } else {
            Format::Zip
        });
    }
    if bytes.starts_with(b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1") {
        return Some(Format::Office);
    }
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
    fn other_files_are_named() {
        let archive = |name: &str| format!("PK\x03\x04\u{14}\0\0\0\0\0 {name}").into_bytes();
        for (bytes, name, format) in [
            (archive("[Content_Types].xml word/document.xml"), None, Format::Docx),
            (archive("bomb"), Some("note.DOCX"), Format::Docx),
            (archive("word/vbaProject.bin"), Some("note.docm"), Format::Docm),
            (archive("mimetypeapplication/vnd.oasis.opendocument.text"), None, Format::Odt),
            (archive("anything"), None, Format::Zip),
            (b"{\\rtf1".to_vec(), None, Format::Rtf),
            (b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1".to_vec(), None, Format::Office),
            (b" \n<?xml version=\"1.0\"?><note/>".to_vec(), None, Format::Xml),
        ] {
            assert_eq!(super::format(&bytes, name), Some(format));
        }
    }
}
