//! Rapporteur collects the written answers of delegations to the guiding questions of a consultation, and compiles the per-question
//! summary report.

pub mod cli;
pub mod clock;
pub mod concept_note;
pub mod config;
pub mod database;
pub mod domain;
pub mod jobs;
pub mod locales;
pub mod logging;
pub mod mail;
pub mod services;
pub mod store;
pub mod web;
