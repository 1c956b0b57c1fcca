//! `rapporteur import`: a concept note, read and shown, or made into a consultation in preparation.

use std::{
    fs::{self, File},
    io::Read,
    path::Path,
};

use super::{Failure, output};
use crate::{
    concept_note::{self, Country, MAX_BYTES},
    config::Config,
    domain::concept_note::ConceptNote,
    services::seeding,
};

/// What to do with the note.
#[derive(Debug, clap::Args)]
pub(super) struct Import {
    /// The note's file
    file: std::path::PathBuf,
    /// Only shows what was understood; needs no database
    #[arg(long)]
    dry_run: bool,
    /// Shows it as JSON
    #[arg(long)]
    json: bool,
    /// The address of the chair who creates the consultation
    #[arg(long, value_name = "EMAIL")]
    chair: Option<String>,
}

pub(super) async fn run(_config: &Config, command: Import) -> Result<(), Failure> {
    let bytes = read(&command.file)?;
    let name = command.file.file_name().and_then(|name| name.to_str());
    let note = concept_note::read(&bytes, name, &countries()?).map_err(|error| in_file(&command.file, error))?;
    if command.dry_run {
        return show(&note, command.json);
    }
    Err("only --dry-run so far".into())
}

/// At most one byte more than a note may have: the reader says that it is too large.
fn read(path: &Path) -> Result<Vec<u8>, Failure> {
    let failed = |error: std::io::Error| in_file(path, error);
    if fs::metadata(path).map_err(failed)?.is_dir() {
        return Err(in_file(path, "this is a folder; name a file"));
    }
    let mut bytes = Vec::new();
    let limit = u64::try_from(MAX_BYTES).unwrap_or(u64::MAX).saturating_add(1);
    File::open(path).map_err(failed)?.take(limit).read_to_end(&mut bytes).map_err(failed)?;
    Ok(bytes)
}

fn in_file(path: &Path, problem: impl std::fmt::Display) -> Failure {
    format!("{}: {problem}", path.display()).into()
}

fn countries() -> Result<Vec<Country>, Failure> {
    let mut countries: Vec<Country> = Vec::new();
    for (code, name) in seeding::participant_names()? {
        match countries.last_mut() {
            Some(last) if last.code == code.as_str() => last.names.push(name),
            _ => countries.push(Country { code: code.to_string(), names: vec![name] }),
        }
    }
    Ok(countries)
}

fn show(note: &ConceptNote, json: bool) -> Result<(), Failure> {
    let text = if json { serde_json::to_string_pretty(note)? + "\n" } else { summary(note) };
    output::print(&text)?;
    Ok(())
}

/// What a person wants to see first.
fn summary(note: &ConceptNote) -> String {
    let or_none = |text: &Option<String>| text.clone().unwrap_or_else(|| "none found".to_owned());
    let paragraphs: usize = note.sections.iter().map(|section| section.paragraphs.len()).sum();
    let mut lines = vec![
        format!("Title:       {}", or_none(&note.title)),
        format!("Symbol:      {}", or_none(&note.symbol)),
        format!("Presidency:  {}", or_none(&note.presidency)),
        format!("Sections:    {} with {paragraphs} paragraphs", note.sections.len()),
        format!("References:  {}", note.references.len()),
    ];
    lines.extend(note.questions.iter().map(|question| format!("Question {}: {}", question.label, question.text)));
    lines.extend(note.warnings.iter().map(|warning| format!("Warning:     {}", warning.code())));
    lines.join("\n") + "\n"
}
