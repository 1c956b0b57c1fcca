//! `OpenDocument` text (.odt).

mod body;
mod list_style;
mod lists;
mod styles;

use super::super::error::{Format, NoteError};
use super::super::lines::Line;
use super::head;
use super::package::Package;
use super::xml::{Event, Space, Xml};
use body::Body;
use styles::Styles;

/// How the media types of texts, their templates and their web pages begin.
const TEXT: &str = "application/vnd.oasis.opendocument.text";

/// Reads the document's lines.
pub(super) fn lines(package: &mut Package<'_>) -> Result<Vec<Line>, NoteError> {
    if is_encrypted(package)? {
        return Err(NoteError::Encrypted);
    }
    // sheets and slides are kept in the same way
    if package.text("mimetype")?.is_some_and(|kind| !kind.trim_start().starts_with(TEXT)) {
        return Err(NoteError::Unsupported(Format::Zip));
    }
    let body = package.text("content.xml")?.ok_or(NoteError::Damaged)?;
    let (mut styles, mut symbol) = (Styles::default(), None);
    if let Some(text) = package.text("styles.xml")? {
        symbol = head::symbol(&text)?;
        let mut xml = Xml::new(&text);
        while let Some(event) = xml.next()? {
            let Event::Open(element) = event else { continue };
            match element.name() {
                (Space::Office, "styles") => styles.read(&mut xml)?,
                // those of headers and footers, under names that the text uses for others
                (Space::Office, "automatic-styles" | "master-styles") => xml.skip()?,
                _ => {}
            }
        }
    }
    let mut lines = Body::new(&body, styles).read()?;
    head::put_above(&mut lines, symbol);
    Ok(lines)
}

/// Whether the list of parts says that one is encrypted.
fn is_encrypted(package: &mut Package<'_>) -> Result<bool, NoteError> {
    let Some(manifest) = package.text("META-INF/manifest.xml")? else {
        return Ok(false);
    };
    let mut xml = Xml::new(&manifest);
    while let Some(event) = xml.next()? {
        if matches!(event, Event::Open(element) if element.name().1 == "encryption-data") {
            return Ok(true);
        }
    }
    Ok(false)
}
