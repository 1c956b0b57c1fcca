//! Which messages say what the reader of notes says: facts, doubts, refusals. The pages and `rapporteur import` share them.

use crate::{
    concept_note::{Format, NoteError, Part},
    domain::concept_note::Warning,
    locales::Locale,
};

/// What is said about a note, in the order of the review: its field there, the part of the note that fills it, and the
/// message that names it.
pub(crate) const FIELDS: [(&str, Part, &str); 11] = [
    ("title", Part::Title, "preparation-title"),
    ("presidency", Part::Presidency, "preparation-presidency"),
    ("symbol", Part::Symbol, "preparation-symbol"),
    ("distribution_date", Part::DistributionDate, "preparation-distribution-date"),
    ("language", Part::Language, "preparation-language"),
    ("letter_date", Part::LetterDate, "preparation-letter-date"),
    ("letter_from", Part::LetterFrom, "preparation-letter-from"),
    ("letter_signatory", Part::LetterSignatory, "preparation-letter-signatory"),
    ("meeting_date", Part::MeetingDate, "preparation-meeting-date"),
    ("meeting_time", Part::MeetingTime, "preparation-meeting-time"),
    ("meeting_zone", Part::MeetingZone, "preparation-meeting-zone"),
];

/// What the reader of a note is not sure of, for the note's chair.
pub(crate) fn doubt(l: Locale, warning: Warning) -> String {
    l.t(&format!("preparation-warning-{}", warning.code().replace('_', "-"))).to_string()
}

/// What a paragraph of the note is called.
pub(crate) fn paragraph(l: Locale, number: Option<u32>) -> String {
    match number {
        Some(number) => l.plain("preparation-paragraph").arg("number", number.to_string()).to_string(),
        None => l.plain("preparation-paragraph-unnumbered").to_string(),
    }
}

/// What an entry of a list is called.
pub(crate) fn item(l: Locale, label: Option<&str>) -> String {
    match label {
        Some(label) => l.plain("preparation-item").arg("label", label).to_string(),
        None => l.plain("preparation-item-unlabelled").to_string(),
    }
}

/// The message for a file that is no note: a sentence that holds for a file and for a pasted text.
pub(crate) fn refusal(error: NoteError) -> &'static str {
    match error {
        NoteError::Empty => "preparation-note-error-empty",
        NoteError::TooLarge => "preparation-note-error-too-large",
        NoteError::TooLong => "preparation-note-error-too-long",
        NoteError::Binary => "preparation-note-error-binary",
        NoteError::UnpacksTooLarge => "preparation-note-error-unpacks-too-large",
        NoteError::Damaged => "preparation-note-error-damaged",
        NoteError::Renamed => "preparation-note-error-renamed",
        NoteError::Encrypted => "preparation-note-error-encrypted",
        NoteError::Doctype => "preparation-note-error-doctype",
        NoteError::Scanned => "preparation-note-error-scanned",
        NoteError::NoLetters => "preparation-note-error-no-letters",
        NoteError::TooComplex => "preparation-note-error-too-complex",
        NoteError::NoNote => "preparation-note-error-no-note",
        NoteError::SeveralNotes => "preparation-note-error-several-notes",
        NoteError::TooManyQuestions => "preparation-note-error-too-many-questions",
        NoteError::Unsupported(format) => match format {
            Format::Rtf | Format::Office => "preparation-note-error-office",
            Format::Macros => "preparation-note-error-macros",
            Format::Zip => "preparation-note-error-zip",
            Format::Xml => "preparation-note-error-xml",
        },
    }
}
