//! `rapporteur import`: a concept note, read and shown, or made into a consultation in preparation. What it shows and why it
//! refuses is said in the reader's language.

use std::{
    env,
    fs::{self, File},
    io::{ErrorKind, Read},
    path::{Path, PathBuf},
};

use super::{
    Failure, language,
    open::{self, Source},
    output,
    understood::{understood, warnings},
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
    locales::{Locale, Message},
    services::{
        Context,
        consultations::{self, NewConsultation, QuestionDraft, Unfit},
        note_reader::NoteReader,
        seeding::{self, Names},
    },
    web::{
        form::{FieldError, FieldProblem},
        preparation::wording::refusal,
        routes,
    },
};

/// What to do with the note.
#[derive(Debug, clap::Args)]
pub(super) struct Import {
    /// The note's file
    file: PathBuf,
    /// Only shows what was understood; needs no database
    #[arg(long)]
    dry_run: bool,
    /// Shows it as JSON
    #[arg(long)]
    json: bool,
    /// The address of the chair who creates the consultation
    #[arg(long, value_name = "EMAIL")]
    chair: Option<String>,
    /// The State that presides, where the note does not name one of the chair's: its code, such as ZAF
    #[arg(long, value_name = "CODE")]
    presidency: Option<String>,
}

/// Whom the command speaks to, and what the participants are called there.
struct Reader {
    l: Locale,
    names: Names,
}

/// A file that was handed in.
struct Handed {
    name: Option<String>,
    bytes: Vec<u8>,
}

pub(super) async fn run(config: &Config, command: Import) -> Result<(), Failure> {
    let language = language::of_environment(|name| env::var_os(name));
    let reader = Reader { l: Locale::new(language, config.seat), names: seeding::names_in(language)? };
    let chair = match (&command.chair, command.dry_run) {
        (_, true) => None,
        (None, false) => return Err(said(&reader.l.plain("import-chair-missing"))),
        (Some(text), false) => {
            let wrong = |_| said(&reader.l.plain("import-chair-wrong").arg("text", text));
            Some(EmailAddress::parse(text).map_err(wrong)?)
        }
    };
    let refused = |problem: &Message<'_>| said(&in_file(reader.l, &command.file, problem));
    let bytes = read(&command.file, reader.l).map_err(|problem| refused(&problem))?;
    let name = command.file.file_name().and_then(|name| name.to_str()).map(str::to_owned);
    let notes = NoteReader::of_this_program()?;
    let reading = notes.read(&bytes, name.clone(), seeding::countries()?).await?;
    let reading = reading.map_err(|error| refused(&reader.l.plain(refusal(error))))?;
    let unasked = reading.note.questions.is_empty();
    if chair.is_none() {
        show(&reading, command.json, &reader)?;
    }
    if unasked {
        // what was understood is shown all the same; a consultation is made where questions can be added
        return Err(refused(&reader.l.plain("import-no-question")));
    }
    match chair {
        None => Ok(()),
        Some(chair) => {
            create(config, &reader, chair, command.presidency.as_deref(), reading, Handed { name, bytes }).await
        }
    }
}

async fn create(
    config: &Config,
    reader: &Reader,
    chair: EmailAddress,
    presidency: Option<&str>,
    reading: Reading,
    handed: Handed,
) -> Result<(), Failure> {
    let database = Source::existing(config).await?;
    let doubts: String = warnings(&reading.note, reader.l).collect();
    let context = open::context(database.app()?, open::prepare(&database).await?);
    let made = make(context.clone(), config, reader, chair, presidency, reading, handed).await;
    context.database.close().await;
    database.close().await?;
    let address = format!("{}{}", config.base_url(config.listen), routes::consultation(made?));
    output::print(&format!("{}\n{doubts}", reader.l.plain("import-created").arg("address", address)))?;
    Ok(())
}

async fn make(
    context: Context,
    config: &Config,
    reader: &Reader,
    chair: EmailAddress,
    presidency: Option<&str>,
    Reading { note, letter, .. }: Reading,
    handed: Handed,
) -> Result<ConsultationId, Failure> {
    let (l, email) = (reader.l, chair.as_typed().to_owned());
    let access = consultations::chair_of_address(context.clone(), chair).await?;
    let access = access.ok_or_else(|| said(&l.plain("import-chair-unknown").arg("email", &email)))?;
    let title = note.title.as_deref().ok_or_else(|| said(&l.plain("import-no-title")))?;
    let in_title = |error| in_field(l, l.plain("preparation-title"), error);
    let questions = note.questions.iter().map(|asked| question(l, asked)).collect::<Result<Vec<_>, Failure>>()?;
    if let Err(Unfit::SameLabel(label)) = consultations::fit(&questions) {
        return Err(said(&l.plain("import-same-label").arg("label", label)));
    }
    let command = NewConsultation {
        id: ConsultationId::new(),
        presidency: reader.presidency(&note, &access, presidency, &email)?,
        title: Title::parse(title).map_err(in_title)?,
        language: note.original_language.as_deref().and_then(Language::parse).unwrap_or(Language::En),
        seat: config.seat,
        questions,
        source: handed.bytes,
        source_name: handed.name,
        note,
        letter,
    };
    Ok(consultations::create(context, access, command).await?)
}

impl Reader {
    /// The presidency that was named on purpose, else the note's; as on the page, another State's note is not quietly the chair's.
    fn presidency(
        &self,
        note: &ConceptNote,
        access: &CanCreateConsultation,
        named: Option<&str>,
        email: &str,
    ) -> Result<ParticipantCode, Failure> {
        let chaired = access.presidencies();
        let own: Vec<_> = chaired.iter().map(|code| format!("{} ({code})", self.names.of(code.as_str()))).collect();
        let wrong = |key| said(&self.l.plain(key).arg("email", email).arg("own", self.l.list(&own)));
        if let Some(text) = named {
            let code = ParticipantCode::parse(text).filter(|code| chaired.contains(code));
            let message = || self.l.plain("import-presidency-wrong").arg("text", self.names.of(text));
            return code.ok_or_else(|| said(&message().arg("email", email).arg("own", self.l.list(&own))));
        }
        match (consultations::presidency_of(note, access), note.presidency.as_deref()) {
            (Some(code), _) => Ok(code),
            (None, None) => Err(wrong("import-no-presidency")),
            (None, Some(other)) => {
                let message = self.l.plain("import-other-presidency").arg("participant", self.names.of(other));
                Err(said(&message.arg("email", email).arg("own", self.l.list(&own))))
            }
        }
    }
}

/// Addressed to everybody: to whom a question speaks is the chair's to say, it is never guessed.
fn question(l: Locale, question: &concept_note::Question) -> Result<QuestionDraft, Failure> {
    let name = || l.plain("preparation-question").arg("label", question.label.as_str());
    Ok(QuestionDraft {
        id: None,
        label: QuestionLabel::parse(&question.label).map_err(|error| in_field(l, name(), error))?,
        text: QuestionText::parse(&question.text).map_err(|error| in_field(l, name(), error))?,
        addressees: Vec::new(),
    })
}

/// At most one byte more than a note may have: the reader says that it is too large.
fn read(path: &Path, l: Locale) -> Result<Vec<u8>, Message<'static>> {
    let failed = |error: std::io::Error| match error.kind() {
        ErrorKind::NotFound => l.plain("import-file-missing"),
        ErrorKind::PermissionDenied => l.plain("import-file-forbidden"),
        _ => l.plain("import-file-unreadable").arg("problem", error.to_string()),
    };
    let found = fs::metadata(path).map_err(failed)?;
    if found.is_dir() {
        return Err(l.plain("import-file-folder"));
    }
    // a pipe that nobody fills would be waited for
    if !found.is_file() {
        return Err(l.plain("import-file-special"));
    }
    let mut bytes = Vec::new();
    let limit = u64::try_from(MAX_BYTES).unwrap_or(u64::MAX).saturating_add(1);
    File::open(path).map_err(failed)?.take(limit).read_to_end(&mut bytes).map_err(failed)?;
    Ok(bytes)
}

fn said(message: &Message<'_>) -> Failure {
    message.to_string().into()
}

fn in_file<'a>(l: Locale, path: &Path, problem: &Message<'_>) -> Message<'a> {
    l.plain("import-in-file").arg("file", path.display().to_string()).arg("problem", problem)
}

fn in_field(l: Locale, name: Message<'_>, error: impl Into<FieldProblem>) -> Failure {
    let text = FieldError::of("", error).text(&l);
    said(&l.plain("error-summary-item").arg("field", name).arg("message", text))
}

fn show(reading: &Reading, json: bool, reader: &Reader) -> Result<(), Failure> {
    let text = if json {
        serde_json::to_string_pretty(&reading.note)? + "\n"
    } else {
        understood(reading, reader.l, &reader.names)
    };
    output::print(&text)?;
    Ok(())
}
