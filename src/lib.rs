//! Rapporteur

pub mod domain;
pub mod locales;
