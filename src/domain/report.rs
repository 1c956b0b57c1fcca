//! The per-question summary report: its figures, its order, its canonical content.
//!
//! [`compile`] is pure: the same inputs in any order give the same report. What is issued is its canonical form
//! ([`Report::canonical`]), and everything that the report's page shows is read from there.

pub mod figures;

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, NaiveDate, Utc};
use chrono_tz::Tz;
use serde::{Deserialize, Serialize};

pub use self::figures::{Count, Counted, Figures, Part, Row};
use super::{
    consultation::Question,
    ids::{ConsultationId, QuestionId, SubmissionId},
    language::Language,
    participant::{Kind, ParticipantCode},
    summary::SummaryRevision,
};

/// The version of the canonical form.
pub const VERSION: u32 = 1;

/// A name or sentence in each language.
pub type Names = BTreeMap<Language, String>;

/// A participant or group with its names.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Named {
    /// Its code.
    pub code: String,
    /// Its names.
    pub names: Names,
}

impl Named {
    /// The name in `language`; the code where there is none.
    #[must_use]
    pub fn name(&self, language: Language) -> &str {
        self.names.get(&language).map_or(&self.code, String::as_str)
    }
}

/// What the report is about.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Head {
    /// The consultation.
    pub consultation: ConsultationId,
    /// Its title.
    pub title: String,
    /// The language of title and questions.
    pub language: Language,
    /// The document symbol of the concept note, where it has one.
    pub symbol: Option<String>,
    /// The date of the letter that carried it.
    pub letter_date: Option<NaiveDate>,
    /// The State that presides.
    pub presidency: Named,
    /// The seat's time zone (IANA name).
    pub seat: String,
    /// When the window opened.
    pub opened_at: Option<DateTime<Utc>>,
    /// When it closed, or is to close.
    pub closes_at: Option<DateTime<Utc>>,
    /// The day on which membership of the groups was looked up.
    pub groups_on: NaiveDate,
    /// The sentence that says whose view the report is.
    pub caveat: Names,
}

impl Head {
    /// The seat's time zone.
    #[must_use]
    pub fn seat(&self) -> Tz {
        self.seat.parse().unwrap_or(Tz::UTC)
    }
}

/// An invited participant with what it has handed over.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Invited {
    /// Its code.
    pub code: ParticipantCode,
    /// Its kind.
    pub kind: Kind,
    /// Its names.
    pub names: Names,
    /// The codes of its regional groups on [`Head::groups_on`].
    pub groups: Vec<String>,
    /// Its latest submission, if it has made one.
    pub received: Option<Received>,
}

/// A submission as the report uses it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Received {
    /// Which.
    pub submission: SubmissionId,
    /// Its reference number.
    pub reference: String,
    /// When it was received.
    pub at: DateTime<Utc>,
    /// Its answers.
    pub answers: Vec<ReceivedAnswer>,
}

/// One answer of a submission.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReceivedAnswer {
    /// To which question.
    pub question: QuestionId,
    /// As received.
    pub text: String,
    /// Its language.
    pub language: Language,
    /// Its length in words, as counted when it was received.
    pub words: u32,
}

/// All that a report is made of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Material {
    /// What it is about.
    pub head: Head,
    /// The regional groups.
    pub groups: Vec<Named>,
    /// Everybody invited.
    pub invited: Vec<Invited>,
    /// The questions.
    pub questions: Vec<Question>,
    /// The latest summary of each question that has one.
    pub summaries: Vec<SummaryRevision>,
}

/// When a report was issued.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Issue {
    /// Its number within the consultation, from 1.
    pub number: i32,
    /// When.
    pub at: DateTime<Utc>,
}

/// The report.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Report {
    /// The version of this form.
    pub version: u32,
    /// None while it is a preview.
    pub issue: Option<Issue>,
    /// What it is about.
    pub head: Head,
    /// The groups that a row or a respondent names, by code.
    pub groups: Vec<Named>,
    /// The delegations that answered, by code.
    pub respondents: Vec<Respondent>,
    /// Who answered at all.
    pub figures: Figures,
    /// The questions in the note's order.
    pub questions: Vec<QuestionReport>,
}

/// A delegation that answered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Respondent {
    /// Its code and names.
    #[serde(flatten)]
    pub named: Named,
    /// Its kind.
    pub kind: Kind,
    /// The codes of its regional groups, in order.
    pub groups: Vec<String>,
    /// Its submission.
    pub submission: SubmissionId,
    /// The submission's reference number.
    pub reference: String,
    /// When it was received.
    pub received_at: DateTime<Utc>,
}

/// One question of the report.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct QuestionReport {
    /// Which.
    pub id: QuestionId,
    /// Its place in the note's order.
    pub position: i32,
    /// Its label.
    pub label: String,
    /// Its text.
    pub text: String,
    /// Whom it is addressed to; empty means everybody.
    pub addressees: Vec<ParticipantCode>,
    /// Who answered it.
    pub figures: Figures,
    /// The presidency's summary.
    pub summary: Option<Summary>,
    /// Every answer in full, by the code of the delegation.
    pub answers: Vec<Answer>,
}

/// A summary as it stood.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Summary {
    /// The text.
    pub text: String,
    /// Its language.
    pub language: Language,
    /// The number of the revision.
    pub revision: i32,
}

/// An answer in full.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Answer {
    /// The delegation that gave it.
    pub participant: ParticipantCode,
    /// As received.
    pub text: String,
    /// Its language.
    pub language: Language,
    /// Its length in words.
    pub words: u32,
}

/// An answer to something that the consultation does not ask: the report would not hold it.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("submission {submission} answers question {question}, which is not asked")]
pub struct StrayAnswer {
    /// Whose answer.
    pub submission: SubmissionId,
    /// To what.
    pub question: QuestionId,
}

/// Compiles a report. Every submitted answer stands in it once, as received.
///
/// # Errors
/// [`StrayAnswer`] rather than a report that leaves an answer out.
pub fn compile(mut material: Material, issue: Option<Issue>) -> Result<Report, StrayAnswer> {
    material.invited.sort_by(|one, other| one.code.cmp(&other.code));
    for invited in &mut material.invited {
        invited.groups.sort();
        invited.groups.dedup();
    }
    material.questions.sort_by_key(|question| (question.position, question.id));
    refuse_stray_answers(&material)?;
    let figures = Figures::count(material.invited.iter().map(|invited| counted(invited, None)));
    let named: BTreeSet<_> = material.invited.iter().flat_map(|invited| &invited.groups).collect();
    let mut groups: Vec<_> = material.groups.into_iter().filter(|group| named.contains(&group.code)).collect();
    groups.sort_by(|one, other| one.code.cmp(&other.code));
    let questions = material
        .questions
        .into_iter()
        .map(|question| question_report(question, &material.invited, &material.summaries))
        .collect();
    let respondents = material.invited.into_iter().filter_map(Invited::into_respondent).collect();
    Ok(Report { version: VERSION, issue, head: material.head, groups, respondents, figures, questions })
}

fn refuse_stray_answers(material: &Material) -> Result<(), StrayAnswer> {
    let asked: BTreeSet<_> = material.questions.iter().map(|question| question.id).collect();
    let received = material.invited.iter().filter_map(|invited| invited.received.as_ref());
    let stray = received
        .flat_map(|received| received.answers.iter().map(|answer| (received.submission, answer.question)))
        .find(|(_, question)| !asked.contains(question));
    stray.map_or(Ok(()), |(submission, question)| Err(StrayAnswer { submission, question }))
}

/// A delegation as counted for one question, or for all.
fn counted(invited: &Invited, question: Option<QuestionId>) -> Counted<'_> {
    let answers = |received: &&Received| {
        question.is_none_or(|question| received.answers.iter().any(|answer| answer.question == question))
    };
    // a statement is one text handed over; today each delegation gives its own
    let statements = u32::from(invited.received.as_ref().as_ref().is_some_and(answers));
    Counted { kind: invited.kind, groups: &invited.groups, statements }
}

fn question_report(question: Question, invited: &[Invited], summaries: &[SummaryRevision]) -> QuestionReport {
    let summary = summaries
        .iter()
        .filter(|summary| summary.question == question.id && !summary.text.is_blank())
        .max_by_key(|summary| summary.number);
    let answers = invited.iter().flat_map(|invited| {
        let received = invited.received.iter().flat_map(|received| &received.answers);
        received.filter(|answer| answer.question == question.id).map(|answer| Answer {
            participant: invited.code.clone(),
            text: answer.text.clone(),
            language: answer.language,
            words: answer.words,
        })
    });
    let mut addressees = question.addressees;
    addressees.sort();
    QuestionReport {
        figures: Figures::count(invited.iter().map(|invited| counted(invited, Some(question.id)))),
        summary: summary.map(|summary| Summary {
            text: summary.text.as_str().to_owned(),
            language: summary.language,
            revision: summary.number,
        }),
        answers: answers.collect(),
        id: question.id,
        position: question.position,
        label: question.label,
        text: question.text,
        addressees,
    }
}

impl Invited {
    fn into_respondent(self) -> Option<Respondent> {
        let received = self.received?;
        Some(Respondent {
            named: Named { code: self.code.to_string(), names: self.names },
            kind: self.kind,
            groups: self.groups,
            submission: received.submission,
            reference: received.reference,
            received_at: received.at,
        })
    }
}

impl Report {
    /// The canonical form (RFC 8785): what is hashed and kept when the report is issued.
    ///
    /// # Errors
    /// None that a report can cause.
    pub fn canonical(&self) -> Result<String, serde_json::Error> {
        serde_json_canonicalizer::to_string(self)
    }

    /// The delegation of that code, if it answered.
    #[must_use]
    pub fn respondent(&self, code: &ParticipantCode) -> Option<&Respondent> {
        self.respondents.iter().find(|respondent| respondent.named.code == code.as_str())
    }

    /// The questions that have no summary.
    pub fn without_summary(&self) -> impl Iterator<Item = &QuestionReport> {
        self.questions.iter().filter(|question| question.summary.is_none())
    }
}

#[cfg(test)]
mod tests;
