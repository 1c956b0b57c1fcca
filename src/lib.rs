//! Rapporteur

pub mod concept_note;
pub mod domain;
