//! Handing a response over: frozen with the questions as they were, hashed, chained, acknowledged.

use std::collections::{BTreeMap, HashMap, HashSet};

use chrono::{DateTime, SecondsFormat, Utc};
use serde_json::json;
use sqlx::PgConnection;

use super::Context;
use crate::{
    database::Interrupted,
    domain::{
        access::CanSubmitResponse,
        consultation::{Consultation, Phase, Question},
        ids::{QuestionId, SubmissionId},
        language::Language,
        mail::{Mail, Message},
        response::Revision,
        submission::{
            Content, ContentAnswer, ContentConsultation, ContentParticipant, ContentQuestion, Reference, Signatory,
            Submission, VERSION,
        },
    },
    store,
};

/// What the check page's form says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Submit {
    /// Who signs.
    pub signatory: Signatory,
    /// The revision of each answer that was seen; 0 where there was none.
    pub seen: BTreeMap<QuestionId, i32>,
}

/// Why a response was not handed over.
#[derive(Debug, thiserror::Error)]
pub enum SubmitError {
    /// The response is no longer the sender's to hand over.
    #[error("the response is gone")]
    Gone,
    /// The window is shut.
    #[error("the consultation is closed")]
    Closed,
    /// Not one question is answered.
    #[error("no question is answered")]
    NothingAnswered,
    /// An answer was changed since the check page was made.
    #[error("an answer was changed in the meantime")]
    Stale,
    /// The same form was sent twice: this is what the first one made.
    #[error("the same response was submitted already")]
    Repeated(SubmissionId),
    /// It has been handed over with another content.
    #[error("the response was submitted already")]
    AlreadySubmitted(SubmissionId),
    /// A question of another consultation.
    #[error("not a question of this consultation")]
    ForeignQuestion,
    /// The content has no canonical form.
    #[error(transparent)]
    Content(#[from] serde_json::Error),
    /// The database.
    #[error(transparent)]
    Database(#[from] sqlx::Error),
    /// The work was interrupted.
    #[error(transparent)]
    Interrupted(#[from] Interrupted),
}

/// Hands the response over. The window is decided by the database's clock, read while nobody can move it.
pub async fn submit(context: Context, access: CanSubmitResponse, command: Submit) -> Result<SubmissionId, SubmitError> {
    let mut transaction = context.database.begin(access.account().into()).await?;
    let now = store::consultations::hold_window(&mut transaction, *access.consultation(), false).await?;
    let consultation =
        store::consultations::get(&mut transaction, *access.consultation()).await?.ok_or(SubmitError::Gone)?;
    let state = store::responses::lock(&mut transaction, *access.response()).await?.ok_or(SubmitError::Gone)?;
    let questions = store::questions::of_consultation(&mut transaction, *access.consultation()).await?;
    let answers = store::revisions::current(&mut transaction, &access).await?;
    if state.submitted_at.is_some() {
        return Err(again(&mut transaction, &access, &command, &answers).await?);
    }
    if consultation.window.phase(now) != Phase::Open {
        return Err(SubmitError::Closed);
    }
    check(&command, &questions, &answers)?;
    let given: Vec<&Revision> = answers.iter().filter(|answer| !answer.text.is_blank()).collect();
    if given.is_empty() {
        return Err(SubmitError::NothingAnswered);
    }
    let whole = content(&mut transaction, &access, &consultation, &questions, &given, command.signatory, now).await?;
    let submission = store_all(&mut transaction, &access, whole, &given, now).await?;
    acknowledge(&mut transaction, &access, &submission).await?;
    transaction.commit().await?;
    Ok(submission.id)
}

/// What a second form gets: the receipt of the first, if it says the same.
async fn again(
    connection: &mut PgConnection,
    access: &CanSubmitResponse,
    command: &Submit,
    answers: &[Revision],
) -> Result<SubmitError, SubmitError> {
    let first = store::submissions::latest(connection, access).await?.ok_or(SubmitError::Gone)?;
    let same = first.signatory == command.signatory && is_current(command, answers);
    Ok(if same { SubmitError::Repeated(first.id) } else { SubmitError::AlreadySubmitted(first.id) })
}

fn check(command: &Submit, questions: &[Question], answers: &[Revision]) -> Result<(), SubmitError> {
    let known: HashSet<_> = questions.iter().map(|question| question.id).collect();
    if !command.seen.keys().all(|question| known.contains(question)) {
        return Err(SubmitError::ForeignQuestion);
    }
    if command.seen.len() != known.len() || !is_current(command, answers) {
        return Err(SubmitError::Stale);
    }
    Ok(())
}

/// Whether what was seen is what there is.
fn is_current(command: &Submit, answers: &[Revision]) -> bool {
    let current: HashMap<_, _> = answers.iter().map(|answer| (answer.question, answer.number)).collect();
    command.seen.iter().all(|(question, seen)| current.get(question).copied().unwrap_or(0) == *seen)
        && current.keys().all(|question| command.seen.contains_key(question))
}

async fn content(
    connection: &mut PgConnection,
    access: &CanSubmitResponse,
    consultation: &Consultation,
    questions: &[Question],
    given: &[&Revision],
    signatory: Signatory,
    now: DateTime<Utc>,
) -> Result<Content, SubmitError> {
    let code = access.participant().clone();
    let name = store::participants::name(connection, &code, Language::En).await?.unwrap_or_else(|| code.to_string());
    let number = store::submissions::latest(connection, access).await?.map_or(1, |last| last.number + 1);
    let in_order = questions.iter().filter_map(|question| given.iter().find(|answer| answer.question == question.id));
    let answers = in_order
        .map(|answer| ContentAnswer { question: answer.question, language: answer.language, text: answer.text.clone() })
        .collect();
    let questions = questions
        .iter()
        .map(|question| ContentQuestion {
            id: question.id,
            label: question.label.clone(),
            text: question.text.clone(),
            addressed: question.addressees.clone(),
        })
        .collect();
    Ok(Content {
        version: VERSION,
        consultation: ContentConsultation { id: consultation.id, title: consultation.title.clone() },
        participant: ContentParticipant { code, name },
        questions,
        answers,
        signatory,
        submitted_at: now.to_rfc3339_opts(SecondsFormat::Micros, true),
        number,
        reference: Reference::new(rand::random()),
    })
}

async fn store_all(
    connection: &mut PgConnection,
    access: &CanSubmitResponse,
    content: Content,
    given: &[&Revision],
    now: DateTime<Utc>,
) -> Result<Submission, SubmitError> {
    let sealed = content.seal()?;
    let id = SubmissionId::new();
    let detail = json!({
        "submission": id, "response": access.response(), "participant": access.participant(), "number": content.number,
        "reference": content.reference, "sha256": hex::encode(sealed.sha256),
    });
    let chain = access.consultation().uuid();
    let chain_position =
        store::audit::append(connection, chain, Some(*access.account()), "submitted", &detail, now).await?;
    let submission = Submission {
        id,
        response: *access.response(),
        consultation: *access.consultation(),
        participant: access.participant().clone(),
        number: content.number,
        reference: content.reference,
        canonical: sealed.canonical,
        sha256: sealed.sha256.to_vec(),
        signatory: content.signatory,
        submitted_by: *access.account(),
        submitted_at: now,
        chain_position,
    };
    store::submissions::insert(connection, &submission).await?;
    for answer in &content.answers {
        let words = given.iter().find(|given| given.question == answer.question).map_or(0, |given| given.words);
        store::submissions::insert_answer(connection, &submission, answer, words).await?;
    }
    store::responses::note_submission(connection, submission.response, now).await?;
    Ok(submission)
}

/// Mails the reference to the whole delegation, once a person.
async fn acknowledge(
    connection: &mut PgConnection,
    access: &CanSubmitResponse,
    submission: &Submission,
) -> Result<(), SubmitError> {
    let members =
        store::memberships::of_consultation(connection, submission.consultation, Some(access.participant())).await?;
    for member in members {
        let message = Message::Acknowledgement {
            submission: submission.id,
            consultation: submission.consultation,
            reference: submission.reference.to_string(),
        };
        // a second role of the same person has the same key: written once
        store::mails::enqueue(connection, &Mail::new(member.account, message, submission.id), submission.submitted_at)
            .await?;
    }
    Ok(())
}
