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
        // a sign that the writer chose is set as a word, and none
        let words = xml.words(is_unsaid)?;
        notes.insert(id, words.trim_start_matches(['*', '†', '‡']).trim_start().to_owned());
    }
    Ok(notes)
}
