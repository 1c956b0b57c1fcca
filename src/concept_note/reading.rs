//! What was read of a file.

use crate::domain::concept_note::ConceptNote;

/// A note as it was understood, and what stands beside it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Reading {
    /// What the note says.
    pub note: ConceptNote,
    /// The paragraphs of the letter that carries it, salutation and signature as written; empty where there is none.
    pub letter: Vec<String>,
}
