//! Why a file cannot be read as a concept note.

use std::fmt;

use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::domain::question::MAX_QUESTIONS;

/// Largest file that is read, in bytes: a note of 30 pages is a hundred times smaller.
pub const MAX_BYTES: usize = 5 * 1024 * 1024;

/// Most bytes that are unpacked from a document; the text of 30 pages takes a twentieth.
pub const MAX_UNPACKED: usize = 32 * 1024 * 1024;

/// Most characters of a text, blanks not counted: some two hundred pages.
pub const MAX_TEXT: usize = 500_000;

/// Most lines that are read, blank ones too: as many as three hundred typed pages have.
pub const MAX_LINES: usize = 20_000;

/// What is wrong with the file; one sentence each, in English for the command line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error, Serialize, Deserialize)]
pub enum NoteError {
    /// Nothing, or nothing but blanks.
    #[error("The file is empty.")]
    Empty,
    /// More than [`MAX_BYTES`].
    #[error("The file is larger than {} MiB.", MAX_BYTES / (1024 * 1024))]
    TooLarge,
    /// More than [`MAX_TEXT`] or [`MAX_LINES`].
    #[error("The text is longer than any concept note.")]
    TooLong,
    /// No text in any encoding.
    #[error("The file is not a text.")]
    Binary,
    /// Unpacked more than [`MAX_UNPACKED`], or packed as no document is.
    #[error("Unpacked, the file is larger than any concept note.")]
    UnpacksTooLarge,
    /// Cut off, or not what its kind of file must be.
    #[error("The file is damaged or incomplete; open and save it once more, or save it as plain text.")]
    Damaged,
    /// Only who knows the password can read it.
    #[error("The document is protected with a password; save it without one and try again.")]
    Encrypted,
    /// It declares entities, which may hold anything.
    #[error("The document has a DOCTYPE, which no word processor writes; save it once more and try again.")]
    Doctype,
    /// A document of a kind that is not read.
    #[error("This is {0}; save the concept note as .docx, .odt, PDF or plain text and try again.")]
    Unsupported(Format),
    /// Pictures of pages, and no text.
    #[error("The pages of this PDF are pictures without text; use the file they were printed from.")]
    Scanned,
    /// A PDF whose fonts do not say which letters their signs are.
    #[error("The fonts of this PDF do not say which letters they show; use the file it was made from.")]
    NoLetters,
    /// Nested or divided as no text is.
    #[error("The file is built in too complicated a way to be read.")]
    TooComplex,
    /// A second note begins behind the questions of the first.
    #[error("The file holds several concept notes; save each as a file of its own and try again.")]
    SeveralNotes,
    /// More questions than a consultation can have.
    #[error("The note has more than {MAX_QUESTIONS} questions, and a consultation can have no more.")]
    TooManyQuestions,
    /// Text, but neither a paragraph nor a question in it.
    #[error("No concept note was found in the file: it has neither paragraphs nor questions.")]
    NoNote,
}

impl NoteError {
    /// The stable code under which pages translate it.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            NoteError::Empty => "empty",
            NoteError::TooLarge => "too_large",
            NoteError::TooLong => "too_long",
            NoteError::Binary => "binary",
            NoteError::UnpacksTooLarge => "unpacks_too_large",
            NoteError::Damaged => "damaged",
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

/// Kinds of files that are told apart by their first bytes, not by their names.
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

impl Format {
    /// The stable code under which pages translate it.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Format::Macros => "macros",
            Format::Zip => "zip",
            Format::Rtf => "rtf",
            Format::Office => "office",
            Format::Xml => "xml",
        }
    }
}

impl fmt::Display for Format {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Format::Macros => "a document with macros",
            Format::Zip => "an archive (.zip)",
            Format::Rtf => "a Rich Text document (.rtf)",
            Format::Office => "an older Office document (.doc)",
            Format::Xml => "an XML document",
        })
    }
}
