//! The notes at the foot of pages and at the end, by their ids.

use std::collections::HashMap;

use super::super::super::error::NoteError;
use super::super::head::is_unsaid;
use super::super::xml::{Event, Space, Xml};

/// What each note says.
pub(super) type Notes = HashMap<String, String>;

/// Reads `footnotes.xml` or `endnotes.xml`.
pub(super) fn read(text: &str) -> Result<Notes, NoteError> {
    let mut notes = Notes::new();
    let mut xml = Xml::new(text);
    while let Some(event) = xml.next()? {
        let Event::Open(element) = event else { continue };
        let (Space::Word, "footnote" | "endnote") = element.name() else { continue };
        let id = element.text("id").unwrap_or_default();
        notes.insert(id, xml.words(is_unsaid)?);
    }
    Ok(notes)
}
