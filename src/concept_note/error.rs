//! Why a file cannot be read as a concept note.

use std::fmt;

use serde::{Deserialize, Serialize};

/// Largest file that is read, in bytes: a note of 30 pages is a hundred times smaller.
pub const MAX_BYTES: usize = 5 * 1024 * 1024;

/// Most bytes that are unpacked from a document; the text of 30 pages takes a twentieth.
pub const MAX_UNPACKED: usize = 32 * 1024 * 1024;

/// Most characters of a text, blanks not counted: some two hundred pages.
pub const MAX_TEXT: usize = 500_000;

/// Most lines that are read, blank ones too: as many as three hundred typed pages have.
pub const MAX_LINES: usize = 20_000;

/// What is wrong with the file; pages and commands say it in their reader's words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum NoteError {
    /// Nothing, or nothing but blanks.
    Empty,
    /// More than [`MAX_BYTES`].
    TooLarge,
    /// More than [`MAX_TEXT`] or [`MAX_LINES`].
    TooLong,
    /// No text in any encoding.
    Binary,
    /// Unpacked more than [`MAX_UNPACKED`], or packed as no document is.
    UnpacksTooLarge,
    /// Cut off, or not what its kind of file must be.
    Damaged,
    /// Its name says another kind of file than its bytes.
    Renamed,
    /// Only who knows the password can read it.
    Encrypted,
    /// It declares entities, which may hold anything.
    Doctype,
    /// A document of a kind that is not read.
    Unsupported(Format),
    /// Pictures of pages, and no text.
    Scanned,
    /// A PDF whose fonts do not say which letters their signs are.
    NoLetters,
    /// Nested or divided as no text is.
    TooComplex,
    /// A second note begins behind the first.
    SeveralNotes,
    /// More questions than a consultation can have.
    TooManyQuestions,
    /// Text, but neither a paragraph nor a question in it.
    NoNote,
}

impl NoteError {
    /// The stable code of it, as logs and tests name it.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            NoteError::Empty => "empty",
            NoteError::TooLarge => "too_large",
            NoteError::TooLong => "too_long",
            NoteError::Binary => "binary",
            NoteError::UnpacksTooLarge => "unpacks_too_large",
            NoteError::Damaged => "damaged",
            NoteError::Renamed => "renamed",
            NoteError::Encrypted => "encrypted",
            NoteError::Doctype => "doctype",
            NoteError::Scanned => "scanned",
            NoteError::NoLetters => "no_letters",
            NoteError::TooComplex => "too_complex",
            NoteError::Unsupported(_) => "unsupported",
            NoteError::SeveralNotes => "several_notes",
            NoteError::TooManyQuestions => "too_many_questions",
            NoteError::NoNote => "no_note",
        }
    }
}

impl fmt::Display for NoteError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

impl std::error::Error for NoteError {}

/// Kinds of files that are told apart by their first bytes, and are not read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Format {
    /// A document of a word processor with macros.
    Macros,
    /// Any other archive.
    Zip,
    /// Rich Text Format.
    Rtf,
    /// The older binary Office format.
    Office,
    /// Any other text with marks of XML.
    Xml,
}
