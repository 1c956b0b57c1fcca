//! What the presidency reads: the board, the answers a question. States of responses and what was submitted; never a draft.

use std::collections::BTreeMap;

use chrono::{DateTime, NaiveDate, Utc};
use sqlx::PgConnection;

use super::Context;
use crate::{
    domain::{
        access::CanReview,
        consultation::{Consultation, Phase, Question},
        ids::{ConsultationId, QuestionId},
        language::Language,
        participant::{Participant, ParticipantCode, RegionalGroup},
        report::{Counted, Figures},
        summary::SummaryRevision,
    },
    store::{
        self,
        responses::ResponseState,
        submitted_answers::{SubmissionEntry, SubmittedAnswer},
        summaries::HistoryEntry,
    },
};

/// How far a delegation is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Progress {
    /// Nothing was written.
    NotBegun,
    /// Something was written, nothing handed over.
    InPreparation,
    /// A response was handed over.
    Submitted,
}

impl Progress {
    /// How far the response of that state is.
    #[must_use]
    pub const fn of(state: &ResponseState) -> Self {
        match (state.submitted_at, state.started_at) {
            (Some(_), _) => Self::Submitted,
            (None, Some(_)) => Self::InPreparation,
            (None, None) => Self::NotBegun,
        }
    }
}

/// A consultation as its presidency's pages name it.
#[derive(Debug, Clone)]
pub struct Presided {
    /// The consultation.
    pub consultation: Consultation,
    /// The presiding State's name in the reader's language.
    pub presidency: String,
    /// Where it stands.
    pub phase: Phase,
    /// Whole days until the deadline; 0 once it has passed.
    pub days_left: u64,
    /// When its report was issued.
    pub issued_at: Option<DateTime<Utc>>,
}

/// One invited delegation on the board.
#[derive(Debug, Clone)]
pub struct Delegation {
    /// Who.
    pub participant: Participant,
    /// How far it is.
    pub progress: Progress,
    /// What it has handed over.
    pub submission: Option<SubmissionEntry>,
}

/// One question on the board.
#[derive(Debug, Clone)]
pub struct QuestionState {
    /// Which.
    pub question: Question,
    /// How many delegations have answered it.
    pub answers: i64,
    /// Whether the presidency has written a summary of it.
    pub summarised: bool,
}

/// Who has answered, who is at it, who is missing.
#[derive(Debug, Clone)]
pub struct Board {
    /// Of which consultation.
    pub presided: Presided,
    /// Everybody invited; unordered: readers sort by their collation.
    pub delegations: Vec<Delegation>,
    /// The names of the groups.
    pub groups: Vec<RegionalGroup>,
    /// Who has answered, by group.
    pub figures: Figures,
    /// The day on which the groups were looked up.
    pub groups_on: NaiveDate,
    /// The questions in order.
    pub questions: Vec<QuestionState>,
}

/// The day on which membership of the groups is looked up: the closing day at the seat, today before that.
#[must_use]
pub fn groups_on(consultation: &Consultation, now: DateTime<Utc>) -> NaiveDate {
    let day = consultation.window.end().map_or(now, |end| end.min(now));
    day.with_timezone(&consultation.seat).date_naive()
}

/// The consultation as its presidency's pages name it; none if there is no such consultation.
pub(super) async fn presided(
    connection: &mut PgConnection,
    id: ConsultationId,
    language: Language,
    now: DateTime<Utc>,
) -> Result<Option<Presided>, sqlx::Error> {
    let Some(consultation) = store::consultations::get(connection, id).await? else { return Ok(None) };
    let name = store::participants::name(connection, &consultation.presidency, language).await?;
    let left = consultation.window.end().map_or(0, |end| (end - now).num_days());
    Ok(Some(Presided {
        presidency: name.unwrap_or_else(|| consultation.presidency.to_string()),
        phase: consultation.window.phase(now),
        days_left: u64::try_from(left).unwrap_or(0),
        issued_at: store::reports::issued_at(connection, id).await?,
        consultation,
    }))
}

/// The invited participants with their states and submissions.
async fn delegations(
    connection: &mut PgConnection,
    consultation: ConsultationId,
    language: Language,
    day: NaiveDate,
) -> Result<Vec<Delegation>, sqlx::Error> {
    let participants = store::participants::all(connection, language, day).await?;
    let mut participants: BTreeMap<_, _> = participants.into_iter().map(|p| (p.code.clone(), p)).collect();
    let submissions = store::submitted_answers::submissions(connection, consultation).await?;
    let mut submissions: BTreeMap<_, _> = submissions.into_iter().map(|s| (s.participant.clone(), s)).collect();
    let states = store::responses::of_consultation(connection, consultation).await?;
    let delegation = |state: ResponseState| {
        participants.remove(&state.participant).map(|participant| Delegation {
            progress: Progress::of(&state),
            submission: submissions.remove(&participant.code),
            participant,
        })
    };
    Ok(states.into_iter().filter_map(delegation).collect())
}

/// The board.
pub async fn board(context: Context, access: CanReview, language: Language) -> Result<Option<Board>, sqlx::Error> {
    let (now, id) = (context.clock.now(), *access.consultation());
    let mut transaction = context.database.begin(access.account().into()).await?;
    let Some(presided) = presided(&mut transaction, id, language, now).await? else { return Ok(None) };
    let groups_on = groups_on(&presided.consultation, now);
    let delegations = delegations(&mut transaction, id, language, groups_on).await?;
    let groups = store::participants::groups(&mut transaction, language).await?;
    let answers: BTreeMap<_, _> = store::submitted_answers::counts(&mut transaction, id).await?.into_iter().collect();
    let summaries = store::summaries::latest(&mut transaction, id).await?;
    let questions = store::questions::of_consultation(&mut transaction, id).await?;
    transaction.rollback().await?;
    let questions = questions
        .into_iter()
        .map(|question| QuestionState {
            answers: answers.get(&question.id).copied().unwrap_or(0),
            summarised: summaries.iter().any(|s| s.question == question.id && !s.text.is_blank()),
            question,
        })
        .collect();
    let figures = Figures::count(delegations.iter().map(|delegation| Counted {
        kind: delegation.participant.kind,
        groups: &delegation.participant.groups,
        statements: u32::from(delegation.submission.is_some()),
    }));
    Ok(Some(Board { presided, delegations, groups, figures, groups_on, questions }))
}

/// One question as it is read.
#[derive(Debug, Clone)]
pub struct Reading {
    /// Of which consultation.
    pub presided: Presided,
    /// All its questions, in order.
    pub questions: Vec<Question>,
    /// The place of the question read among them, from 0.
    pub at: usize,
    /// Its answers with the names of who gave them; unordered.
    pub answers: Vec<(String, SubmittedAnswer)>,
    /// The names of those that submitted without answering it; unordered.
    pub silent: Vec<String>,
    /// The names of those it is addressed to; unordered.
    pub addressees: Vec<String>,
    /// The summary as it stands.
    pub summary: Option<SummaryRevision>,
    /// The summary's history, newest first.
    pub history: Vec<HistoryEntry>,
    /// The older text that was asked for.
    pub shown: Option<SummaryRevision>,
}

impl Reading {
    /// The question read.
    #[must_use]
    pub fn question(&self) -> &Question {
        &self.questions[self.at]
    }
}

/// One question with all its answers, and revision `revision` of its summary besides the latest. None when the question is not
/// of this consultation, or there is no such revision.
pub async fn reading(
    context: Context,
    access: CanReview,
    question: QuestionId,
    revision: Option<i32>,
    language: Language,
) -> Result<Option<Reading>, sqlx::Error> {
    let (now, id) = (context.clock.now(), *access.consultation());
    let mut transaction = context.database.begin(access.account().into()).await?;
    let Some(presided) = presided(&mut transaction, id, language, now).await? else { return Ok(None) };
    let questions = store::questions::of_consultation(&mut transaction, id).await?;
    let Some(at) = questions.iter().position(|q| q.id == question) else { return Ok(None) };
    let shown = match revision {
        Some(number) => match store::summaries::get(&mut transaction, question, Some(number)).await? {
            Some(shown) => Some(shown),
            None => return Ok(None),
        },
        None => None,
    };
    let day = groups_on(&presided.consultation, now);
    let participants = store::participants::all(&mut transaction, language, day).await?;
    let names: BTreeMap<_, _> = participants.into_iter().map(|p| (p.code, p.name)).collect();
    let name = |code: &ParticipantCode| names.get(code).cloned().unwrap_or_else(|| code.to_string());
    let answers = store::submitted_answers::of_consultation(&mut transaction, id, Some(question)).await?;
    let submissions = store::submitted_answers::submissions(&mut transaction, id).await?;
    let summary = store::summaries::get(&mut transaction, question, None).await?;
    let history = store::summaries::history(&mut transaction, question).await?;
    transaction.rollback().await?;
    let silent = submissions.iter().filter(|s| !answers.iter().any(|answer| answer.submission == s.id));
    Ok(Some(Reading {
        silent: silent.map(|s| name(&s.participant)).collect(),
        addressees: questions[at].addressees.iter().map(name).collect(),
        answers: answers.into_iter().map(|answer| (name(&answer.participant), answer)).collect(),
        presided,
        questions,
        at,
        summary,
        history,
        shown,
    }))
}
