//! Rapporteur

pub mod database;
