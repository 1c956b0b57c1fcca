//! `rapporteur import`: a concept note, read and shown, or made into a consultation in preparation.

use std::{
    fs::{self, File},
    io::Read,
    path::Path,
};

use super::{
    Failure,
    open::{self, Source},
    output,
    understood::understood,
};
use crate::{
    concept_note::{MAX_BYTES, Reading},
    config::Config,
    domain::{
        access::CanCreateConsultation,
        concept_note::{self, ConceptNote},
        ids::ConsultationId,
        language::Language,
        line::{EmailAddress, Title},
        participant::ParticipantCode,
        question::{QuestionLabel, QuestionText},
    },
    services::{
        Context,
        consultations::{self, NewConsultation, QuestionDraft},
        note_reader::NoteReader,
        seeding,
    },
    web::routes,
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

pub(super) async fn run(config: &Config, command: Import) -> Result<(), Failure> {
    let chair = match (&command.chair, command.dry_run) {
        (_, true) => None,
        (None, false) => {
            return Err("--chair is missing: name the chair's address, or look first with --dry-run".into());
        }
        (Some(text), false) => {
            Some(EmailAddress::parse(text).map_err(|_| format!("--chair is no e-mail address: {text:?}"))?)
        }
    };
    let bytes = read(&command.file)?;
    let name = command.file.file_name().and_then(|name| name.to_str());
    let reader = NoteReader::of_this_program()?;
    let reading = reader.read(&bytes, name.map(str::to_owned), seeding::countries()?).await?;
    let reading = reading.map_err(|error| in_file(&command.file, error))?;
    let unasked = reading.note.questions.is_empty();
    match chair {
        None => {
            show(&reading, command.json).and_then(|()| if unasked { Err(no_question(&command.file)) } else { Ok(()) })
        }
        Some(_) if unasked => Err(no_question(&command.file)),
        Some(chair) => create(config, chair, reading, bytes, name.map(str::to_owned)).await,
    }
}

async fn create(
    config: &Config,
    chair: EmailAddress,
    reading: Reading,
    source: Vec<u8>,
    source_name: Option<String>,
) -> Result<(), Failure> {
    let database = Source::existing(config).await?;
    let context = open::context(database.app()?, open::prepare(&database).await?);
    let made = make(context.clone(), config, chair, reading, source, source_name).await;
    context.database.close().await;
    database.close().await?;
    let path = routes::consultation(made?);
    output::print(&format!("The consultation is in preparation: {}{path}\n", config.base_url(config.listen)))?;
    Ok(())
}

async fn make(
    context: Context,
    config: &Config,
    chair: EmailAddress,
    Reading { note, letter, .. }: Reading,
    source: Vec<u8>,
    source_name: Option<String>,
) -> Result<ConsultationId, Failure> {
    let email = chair.as_typed().to_owned();
    let access = consultations::chair_of_address(context.clone(), chair).await?;
    let access = access.ok_or_else(|| format!("{email} is no chair: the administrator makes one"))?;
    let presidency = presidency(&note, &access, &email)?;
    let title = note.title.as_deref().ok_or("the note has no title: create the consultation in the browser")?;
    let language = note.original_language.as_deref().and_then(Language::parse).unwrap_or(Language::En);
    let questions = note.questions.iter().map(question).collect::<Result<Vec<_>, Failure>>()?;
    let command = NewConsultation {
        id: ConsultationId::new(),
        presidency,
        title: Title::parse(title).map_err(|error| format!("the note's title: {error}"))?,
        language,
        seat: config.seat,
        questions,
        source,
        source_name,
        note,
        letter,
    };
    Ok(consultations::create(context, access, command).await?)
}

/// The note's presidency, if it is the chair's; the chair's only one where the note names none.
fn presidency(note: &ConceptNote, access: &CanCreateConsultation, email: &str) -> Result<ParticipantCode, Failure> {
    let own = access.presidencies();
    match (note.presidency.as_deref().and_then(ParticipantCode::parse), own.as_slice()) {
        (Some(code), own) if own.contains(&code) => Ok(code),
        (Some(code), _) => Err(format!("the note is {code}'s, and {email} does not chair for {code}").into()),
        (None, [only]) => Ok(only.clone()),
        (None, _) => Err("the note does not name its presidency: create the consultation in the browser".into()),
    }
}

/// Addressed to everybody: to whom a question speaks is the chair's to say, it is never guessed.
fn question(question: &concept_note::Question) -> Result<QuestionDraft, Failure> {
    let label = &question.label;
    Ok(QuestionDraft {
        id: None,
        label: QuestionLabel::parse(label).map_err(|error| format!("the label {label}: {error}"))?,
        text: QuestionText::parse(&question.text).map_err(|error| format!("question {label}: {error}"))?,
        addressees: Vec::new(),
    })
}

/// At most one byte more than a note may have: the reader says that it is too large.
fn read(path: &Path) -> Result<Vec<u8>, Failure> {
    let failed = |error: std::io::Error| in_file(path, error);
    let found = fs::metadata(path).map_err(failed)?;
    if found.is_dir() {
        return Err(in_file(path, "this is a folder; name a file"));
    }
    // a pipe that nobody fills would be waited for
    if !found.is_file() {
        return Err(in_file(path, "this is no file"));
    }
    let mut bytes = Vec::new();
    let limit = u64::try_from(MAX_BYTES).unwrap_or(u64::MAX).saturating_add(1);
    File::open(path).map_err(failed)?.take(limit).read_to_end(&mut bytes).map_err(failed)?;
    Ok(bytes)
}

fn in_file(path: &Path, problem: impl std::fmt::Display) -> Failure {
    format!("{}: {problem}", path.display()).into()
}

/// What was understood is shown all the same; a consultation is made where questions can be added.
fn no_question(path: &Path) -> Failure {
    in_file(path, "no guiding question was found; hand the note in by the browser, where questions can be added")
}

fn show(reading: &Reading, json: bool) -> Result<(), Failure> {
    let text = if json { serde_json::to_string_pretty(&reading.note)? + "\n" } else { understood(reading) };
    output::print(&text)?;
    Ok(())
}
