//! The chair's consultations: made from a concept note ([`create`]), set up ([`settings`], [`questions`]), run ([`window`]).

pub mod questions;
pub mod settings;
pub mod window;

use std::collections::HashSet;

use chrono_tz::Tz;
use serde_json::json;
use sqlx::PgConnection;

use super::{
    Context,
    memberships::{self, Grant},
};
use crate::{
    database::{Interrupted, Principal},
    domain::{
        access::{CanCreateConsultation, Permission, Visitor},
        concept_note::{self, ConceptNote},
        consultation::{Consultation, Question, Window},
        delegation::Role,
        ids::{ConsultationId, QuestionId},
        language::Language,
        line::{EmailAddress, Title},
        participant::ParticipantCode,
        question::{MAX_QUESTIONS, QuestionLabel, QuestionText},
    },
    store,
};

/// A consultation to make.
#[derive(Debug, Clone)]
pub struct NewConsultation {
    /// What it will be known by: the same command a second time makes no other.
    pub id: ConsultationId,
    /// For which of the chair's presidencies.
    pub presidency: ParticipantCode,
    /// Its title.
    pub title: Title,
    /// The language of note and questions.
    pub language: Language,
    /// The seat's zone: deadlines are local to it.
    pub seat: Tz,
    /// The note as corrected; its title, presidency, language and questions are set from the other fields.
    pub note: ConceptNote,
    /// The text of the letter that carries it, a paragraph an entry.
    pub letter: Vec<String>,
    /// The guiding questions in order.
    pub questions: Vec<QuestionDraft>,
    /// The file as handed in, byte for byte.
    pub source: Vec<u8>,
    /// The file's name.
    pub source_name: Option<String>,
}

/// A question as the chair words it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QuestionDraft {
    /// Which question it is; none: a new one.
    pub id: Option<QuestionId>,
    /// Its label.
    pub label: QuestionLabel,
    /// Its text.
    pub text: QuestionText,
    /// Whom it is addressed to; empty means everybody.
    pub addressees: Vec<ParticipantCode>,
}

impl QuestionDraft {
    /// The question at its place among the others, from 1.
    fn at(&self, position: usize) -> Question {
        Question {
            id: self.id.unwrap_or_else(QuestionId::new),
            position: i32::try_from(position).unwrap_or(i32::MAX),
            label: self.label.as_str().to_owned(),
            text: self.text.as_str().to_owned(),
            addressees: self.addressees.clone(),
        }
    }
}

/// Why questions cannot be those of a consultation.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Unfit {
    /// There is none.
    #[error("no question")]
    None,
    /// More than [`MAX_QUESTIONS`].
    #[error("too many questions")]
    TooMany,
    /// Two of them have this label: answers and report name a question by it.
    #[error("two questions are labelled {0}")]
    SameLabel(String),
}

/// Whether a consultation can ask these questions.
pub fn fit(questions: &[QuestionDraft]) -> Result<(), Unfit> {
    let mut labels = HashSet::new();
    match questions.iter().find(|question| !labels.insert(question.label.as_str())) {
        _ if questions.is_empty() => Err(Unfit::None),
        _ if questions.len() > MAX_QUESTIONS => Err(Unfit::TooMany),
        Some(second) => Err(Unfit::SameLabel(second.label.as_str().to_owned())),
        None => Ok(()),
    }
}

/// Why a consultation was not made.
#[derive(Debug, thiserror::Error)]
pub enum CreateError {
    /// The account does not chair for that State.
    #[error("not a presidency of this account")]
    NotTheirPresidency,
    /// Its questions cannot stand.
    #[error(transparent)]
    Unfit(#[from] Unfit),
    /// The database.
    #[error(transparent)]
    Database(#[from] sqlx::Error),
    /// The work was interrupted.
    #[error(transparent)]
    Interrupted(#[from] Interrupted),
}

/// Makes a consultation in preparation, with its questions and its chair, in one transaction; or finds the one that the same
/// command has made.
pub async fn create(
    context: Context,
    access: CanCreateConsultation,
    command: NewConsultation,
) -> Result<ConsultationId, CreateError> {
    if !access.presidencies().contains(&command.presidency) {
        return Err(CreateError::NotTheirPresidency);
    }
    fit(&command.questions)?;
    let (by, at) = (*access.account(), context.clock.now());
    let mut transaction = context.database.begin(access.account().into()).await?;
    let chair = store::accounts::get(&mut transaction, by).await?.ok_or(sqlx::Error::RowNotFound)?;
    let consultation = Consultation {
        id: command.id,
        title: command.title.as_str().to_owned(),
        presidency: command.presidency.clone(),
        seat: command.seat,
        language: command.language,
        window: Window::default(),
        word_limit: None,
        contact_name: chair.name.clone(),
        contact_email: chair.email.clone(),
        version: 1,
    };
    let understood =
        serde_json::to_value(final_note(&command)).map_err(|error| sqlx::Error::Encode(Box::new(error)))?;
    let source = (command.source.as_slice(), command.source_name.as_deref());
    let inserted =
        store::consultations::insert(&mut transaction, &consultation, (&understood, &command.letter), source, by, at)
            .await?;
    if !inserted {
        let theirs = store::memberships::of_account(&mut transaction, by).await?;
        let is_it = theirs.iter().any(|m| m.consultation == Some(consultation.id) && m.role == Role::Chair);
        return if is_it { Ok(consultation.id) } else { Err(CreateError::NotTheirPresidency) };
    }
    insert_questions(&mut transaction, consultation.id, &command.questions).await?;
    let detail = json!({
        "title": consultation.title, "presidency": consultation.presidency, "questions": command.questions.len(),
        "symbol": command.note.symbol,
    });
    let id = consultation.id.uuid();
    store::audit::append(&mut transaction, id, Some(by), "consultation_created", &detail, at).await?;
    let grant = Grant {
        email: EmailAddress::parse(&chair.email).map_err(|error| sqlx::Error::Decode(Box::new(error)))?,
        language: chair.language,
        role: Role::Chair,
        consultation: Some(consultation.id),
        participant: Some(command.presidency),
        invite: false,
    };
    memberships::begin(&context, &mut transaction, by, &grant).await?;
    transaction.commit().await?;
    Ok(consultation.id)
}

/// The right of the chair with that address to create consultations, for the command line; none where it has none.
pub async fn chair_of_address(
    context: Context,
    email: EmailAddress,
) -> Result<Option<CanCreateConsultation>, sqlx::Error> {
    let mut transaction = context.database.begin(Principal::Nobody).await?;
    let Some(account) = store::accounts::by_email(&mut transaction, email.key()).await? else { return Ok(None) };
    if account.disabled_at.is_some() {
        return Ok(None);
    }
    let memberships = store::memberships::of_account(&mut transaction, account.id).await?;
    let visitor = Visitor { account: account.id, administrator: account.administrator, memberships };
    Ok(CanCreateConsultation::decide(Some(&visitor), &()))
}

/// For which of a chair's presidencies a note is handed in: the State that it names, or the chair's only one where it names
/// none. None where the chair has to say it, above all for a note of a State that others preside for.
#[must_use]
pub fn presidency_of(note: &ConceptNote, access: &CanCreateConsultation) -> Option<ParticipantCode> {
    let chaired = access.presidencies();
    match (&note.presidency, chaired.as_slice()) {
        (Some(named), _) => chaired.iter().find(|code| code.as_str() == named).cloned(),
        (None, [only]) => Some(only.clone()),
        (None, _) => None,
    }
}

/// The note with what the chair decided in its place.
fn final_note(command: &NewConsultation) -> ConceptNote {
    let questions = command.questions.iter().map(|question| concept_note::Question {
        label: question.label.as_str().to_owned(),
        text: question.text.as_str().to_owned(),
    });
    ConceptNote {
        title: Some(command.title.as_str().to_owned()),
        original_language: Some(command.language.tag().to_owned()),
        presidency: Some(command.presidency.to_string()),
        questions: questions.collect(),
        ..command.note.clone()
    }
}

async fn insert_questions(
    connection: &mut PgConnection,
    consultation: ConsultationId,
    questions: &[QuestionDraft],
) -> Result<(), sqlx::Error> {
    for (index, question) in questions.iter().enumerate() {
        store::questions::insert(connection, consultation, &question.at(index + 1)).await?;
    }
    Ok(())
}

/// The consultation as it is now; it was there when the permission was decided, and none is ever deleted.
async fn current(connection: &mut PgConnection, id: ConsultationId) -> Result<Consultation, sqlx::Error> {
    store::consultations::get(connection, id).await?.ok_or(sqlx::Error::RowNotFound)
}

/// Whether the report has been issued.
async fn is_reported(connection: &mut PgConnection, id: ConsultationId) -> Result<bool, sqlx::Error> {
    Ok(store::consultations::subject(connection, id).await?.is_some_and(|subject| subject.reported))
}
