//! A page saved with all it shows in one file (MHTML, RFC 2557): the page is its first part of that kind.

use mailparse::{MailHeaderMap, ParsedMail, parse_headers, parse_mail};

use crate::concept_note::error::NoteError;

/// How far into a file its kind is looked for, in bytes.
const HEAD: usize = 4096;

/// Most parts that are looked at: the page comes first, then pictures.
const PARTS: usize = 20;

/// Whether a file is such a page.
pub(super) fn is_archive(bytes: &[u8]) -> bool {
    boundary(&bytes[..bytes.len().min(HEAD)]).is_some()
}

/// What stands between the parts, where the file says that it has related ones.
fn boundary(bytes: &[u8]) -> Option<String> {
    let (headers, _) = parse_headers(bytes).ok()?;
    headers.get_first_header("MIME-Version")?;
    let kind = mailparse::parse_content_type(&headers.get_first_value("Content-Type")?);
    (kind.mimetype == "multipart/related").then(|| kind.params.get("boundary").cloned())?
}

/// The page's own bytes.
pub(super) fn page(bytes: &[u8]) -> Result<Vec<u8>, NoteError> {
    let boundary = boundary(bytes).ok_or(NoteError::Damaged)?;
    let line = format!("--{boundary}");
    // parts are cut here and not by the library, which follows parts within parts without end
    let mut parts = split(bytes, line.as_bytes()).skip(1).take(PARTS);
    let html = |part: &[u8]| -> Option<Vec<u8>> {
        let start = part.iter().take_while(|byte| matches!(byte, b'\r' | b'\n')).count();
        let (headers, _) = parse_headers(&part[start..]).ok()?;
        let kind = headers.get_first_value("Content-Type")?;
        kind.to_lowercase().starts_with("text/html").then(|| body(&parse_mail(&part[start..]).ok()?))?
    };
    parts.find_map(html).ok_or(NoteError::NoNote)
}

fn body(part: &ParsedMail<'_>) -> Option<Vec<u8>> {
    part.get_body_raw().ok()
}

/// The pieces of a file between lines that begin so.
fn split<'a>(bytes: &'a [u8], line: &'a [u8]) -> impl Iterator<Item = &'a [u8]> {
    let mut rest = Some(bytes);
    std::iter::from_fn(move || {
        let all = rest?;
        let at = all.windows(line.len().max(1)).position(|part| part == line);
        rest = at.map(|at| &all[at + line.len()..]);
        Some(&all[..at.unwrap_or(all.len())])
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const SAVED: &str = "From: <Saved by a browser>\r\nSnapshot-Content-Location: https://example.org/\r\n\
        MIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\ttype=\"text/html\";\r\n\tboundary=\"--MultipartBoundary--x\"\r\n\
        \r\n\r\n----MultipartBoundary--x\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: quoted-printable\r\n\
        \r\n<html><p>caf=C3=A9 a long =\r\nline</p></html>\r\n----MultipartBoundary--x\r\nContent-Type: image/png\r\n\
        Content-Transfer-Encoding: base64\r\n\r\naGVsbG8=\r\n----MultipartBoundary--x--\r\n";

    #[test]
    fn the_page_is_taken_out() {
        assert!(is_archive(SAVED.as_bytes()));
        let page = String::from_utf8(page(SAVED.as_bytes()).unwrap()).unwrap();
        assert_eq!(page.trim(), "<html><p>café a long line</p></html>");
    }

    #[test]
    fn what_is_no_such_page_is_told_apart() {
        for text in ["From: A\nTo: B\n\nA letter.", "MIME-Version: 1.0\nContent-Type: text/plain\n\nx", "1. Text: more"]
        {
            assert!(!is_archive(text.as_bytes()));
        }
        let pictures = SAVED.replace("text/html\r\nContent-T", "image/gif\r\nContent-T");
        assert_eq!(super::page(pictures.as_bytes()), Err(NoteError::NoNote));
        let nested = SAVED.replace("Content-Type: text/html\r\n", "Content-Type: multipart/related; boundary=y\r\n");
        assert_eq!(super::page(nested.as_bytes()), Err(NoteError::NoNote));
    }
}
