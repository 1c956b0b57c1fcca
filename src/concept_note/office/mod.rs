//! Documents of word processors: an archive of XML parts, read into the lines that all formats share.
//!
//! The way of a document: [`package`] (the archive, within limits) → [`xml`] (events with canonical names) → the format's
//! own reader ([`docx`], [`odt`]) with its styles and lists, whose labels [`counter`] writes → [`paragraph`]s → the
//! [`story`] in reading order. Nothing is followed by recursion, and every step is linear in the text.
//!
//! A document with programs in it ([`macros`]) is refused. Read as its reader sees it: tracked changes are accepted; comments, hidden text, tables of
//! contents, headers and footers are left out; notes at the foot stand beside the text.

mod counter;
mod docx;
mod head;
mod macros;
mod odt;
mod package;
mod paragraph;
mod row;
mod setting;
mod story;
mod symbols;
mod xml;

use super::error::{Format, NoteError};
use super::kind::Kind;
use super::lines::Line;
use package::Package;

/// Reads an archive as the document in it; what it is, its parts say and not its name.
pub(super) fn lines(bytes: &[u8]) -> Result<(Kind, Vec<Line>), NoteError> {
    let mut package = Package::open(bytes)?;
    if macros::has_any(&mut package)? {
        return Err(NoteError::Unsupported(Format::Macros));
    }
    if package.has("[Content_Types].xml") {
        Ok((Kind::Docx, docx::lines(&mut package)?))
    } else if package.has("content.xml") || package.has("META-INF/manifest.xml") {
        Ok((Kind::Odt, odt::lines(&mut package)?))
    } else {
        Err(NoteError::Unsupported(Format::Zip))
    }
}
