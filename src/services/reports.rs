//! The report: compiled, issued, read.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use serde::Deserialize;
use serde_json::json;
use sha2::{Digest, Sha256};
use sqlx::PgConnection;

use super::{Context, review};
use crate::{
    database::{Interrupted, Principal},
    domain::{
        access::{CanConduct, CanReadReport},
        concept_note::Letter,
        consultation::{Consultation, Phase},
        ids::{AccountId, ConsultationId, ReportId},
        language::Language,
        mail::{Mail, Message},
        participant::ParticipantCode,
        report::{self, Head, Invited, Issue, Material, Named, Names, Received, ReceivedAnswer, Report, StrayAnswer},
    },
    locales::Locale,
    store::{self, reports::IssuedReport, responses::ResponseState, submitted_answers::SubmissionEntry},
};

/// Why a report cannot be shown.
#[derive(Debug, thiserror::Error)]
pub enum ReportError {
    /// There is none for this reader.
    #[error("no report")]
    NotFound,
    /// It would not hold an answer that was handed over.
    #[error(transparent)]
    Stray(#[from] StrayAnswer),
    /// What was frozen, or the note, cannot be read.
    #[error(transparent)]
    Content(#[from] serde_json::Error),
    /// The database.
    #[error(transparent)]
    Database(#[from] sqlx::Error),
    /// The work was interrupted.
    #[error(transparent)]
    Interrupted(#[from] Interrupted),
}

impl From<store::Inconsistency> for ReportError {
    fn from(error: store::Inconsistency) -> Self {
        Self::Database(error.into())
    }
}

/// A report as one reader sees it.
#[derive(Debug, Clone)]
pub struct ReportView {
    /// The report: as issued, or a preview of what would be issued now.
    pub report: Report,
    /// SHA-256 of the canonical content, in hexadecimal; none for a preview.
    pub sha256: Option<String>,
    /// Where the window stands.
    pub phase: Phase,
}

/// The report: once issued, from its frozen content alone; before that a preview, for those who preside.
pub async fn view(context: Context, access: CanReadReport) -> Result<ReportView, ReportError> {
    read(context, *access.account(), *access.consultation(), *access.presides()).await
}

/// The same for the chair who is about to issue it.
pub async fn prospect(context: Context, access: CanConduct) -> Result<ReportView, ReportError> {
    read(context, *access.account(), *access.consultation(), true).await
}

async fn read(
    context: Context,
    account: AccountId,
    id: ConsultationId,
    presides: bool,
) -> Result<ReportView, ReportError> {
    let now = context.clock.now();
    let mut transaction = context.database.begin(Principal::Account(account)).await?;
    let consultation = store::consultations::get(&mut transaction, id).await?.ok_or(ReportError::NotFound)?;
    let phase = consultation.window.phase(now);
    let view = match store::reports::latest(&mut transaction, id).await? {
        Some(issued) => ReportView {
            report: serde_json::from_str(&issued.content)?,
            sha256: Some(hex::encode(issued.sha256)),
            phase,
        },
        None if presides => {
            let material = material(&mut transaction, &consultation, now).await?;
            ReportView { report: report::compile(material, None)?, sha256: None, phase }
        }
        None => return Err(ReportError::NotFound),
    };
    transaction.rollback().await?;
    Ok(view)
}

/// Why a report was not issued.
#[derive(Debug, thiserror::Error)]
pub enum IssueReportError {
    /// The window has not closed yet, by the database's clock.
    #[error("the window is not closed")]
    NotClosed,
    /// It has been issued before: what is issued stays.
    #[error("the report was issued before")]
    Issued,
    /// It cannot be compiled.
    #[error(transparent)]
    Report(#[from] ReportError),
}

impl From<sqlx::Error> for IssueReportError {
    fn from(error: sqlx::Error) -> Self {
        Self::Report(error.into())
    }
}

impl From<Interrupted> for IssueReportError {
    fn from(error: Interrupted) -> Self {
        Self::Report(error.into())
    }
}

/// Issues the report: its canonical content is frozen, and everybody who takes part is told by mail.
pub async fn issue(context: Context, access: CanConduct) -> Result<(), IssueReportError> {
    let (now, id, account) = (context.clock.now(), *access.consultation(), *access.account());
    let mut transaction = context.database.begin(access.account().into()).await?;
    // alone: nothing is handed over, extended or issued meanwhile
    let instant = store::consultations::hold_window(&mut transaction, id, true).await?;
    let consultation = store::consultations::get(&mut transaction, id).await?.ok_or(ReportError::NotFound)?;
    if store::reports::issued_at(&mut transaction, id).await?.is_some() {
        return Err(IssueReportError::Issued);
    }
    if consultation.window.phase(instant) != Phase::Closed {
        return Err(IssueReportError::NotClosed);
    }
    let material = material(&mut transaction, &consultation, instant).await?;
    let report = report::compile(material, Some(Issue { number: 1, at: now })).map_err(ReportError::from)?;
    let frozen = report.canonical().map_err(ReportError::from)?;
    let sha256 = Sha256::digest(frozen.as_bytes()).to_vec();
    let hash = hex::encode(&sha256);
    let issued =
        IssuedReport { id: ReportId::new(), number: 1, content: frozen, sha256, issued_by: account, issued_at: now };
    store::reports::insert(&mut transaction, id, &issued).await?;
    let detail = json!({ "number": issued.number, "report": issued.id, "sha256": hash });
    store::audit::append(&mut transaction, id.uuid(), Some(account), "report_issued", &detail, now).await?;
    tell_everybody(&mut transaction, id, issued.id, now).await?;
    transaction.commit().await?;
    Ok(())
}

/// Writes to every member of the invited delegations and of the presidency, once a person.
async fn tell_everybody(
    connection: &mut PgConnection,
    consultation: ConsultationId,
    report: ReportId,
    at: DateTime<Utc>,
) -> Result<(), sqlx::Error> {
    for member in store::memberships::of_consultation(connection, consultation, None).await? {
        let mail = Mail::new(member.account, Message::ReportIssued { consultation }, report);
        store::mails::enqueue(connection, &mail, at).await?;
    }
    Ok(())
}

/// All that the report is made of, as it stands at `now`.
async fn material(
    connection: &mut PgConnection,
    consultation: &Consultation,
    now: DateTime<Utc>,
) -> Result<Material, ReportError> {
    let names = names(store::participants::names(connection).await?);
    let head = head(connection, consultation, &names, now).await?;
    let groups = self::names(store::participants::group_names(connection).await?);
    let invited = invited(connection, consultation.id, &names, &head).await?;
    Ok(Material {
        groups: groups.into_iter().map(|(code, names)| Named { code, names }).collect(),
        invited,
        questions: store::questions::of_consultation(connection, consultation.id).await?,
        summaries: store::summaries::latest(connection, consultation.id).await?,
        head,
    })
}

fn names<K: Ord>(rows: Vec<(K, Language, String)>) -> BTreeMap<K, Names> {
    let mut names: BTreeMap<K, Names> = BTreeMap::new();
    for (key, language, name) in rows {
        names.entry(key).or_default().insert(language, name);
    }
    names
}

/// What the report says of the note: the document it stands in. A slip elsewhere in a note does not keep a report back.
#[derive(Default, Deserialize)]
#[serde(default)]
struct Carrier {
    symbol: Option<String>,
    letter: Letter,
}

async fn head(
    connection: &mut PgConnection,
    consultation: &Consultation,
    names: &BTreeMap<ParticipantCode, Names>,
    now: DateTime<Utc>,
) -> Result<Head, ReportError> {
    let note = store::consultations::note(connection, consultation.id).await?;
    let note: Carrier = note.map(serde_json::from_value).transpose()?.unwrap_or_default();
    let caveat = |language| Locale::new(language, consultation.seat).plain("reports-caveat").to_string();
    Ok(Head {
        consultation: consultation.id,
        title: consultation.title.clone(),
        language: consultation.language,
        symbol: note.symbol,
        letter_date: note.letter.date,
        presidency: Named {
            code: consultation.presidency.to_string(),
            names: names.get(&consultation.presidency).cloned().unwrap_or_default(),
        },
        seat: consultation.seat.name().to_owned(),
        opened_at: consultation.window.opened_at,
        closes_at: consultation.window.end(),
        groups_on: review::groups_on(consultation, now),
        caveat: Language::ALL.into_iter().map(|language| (language, caveat(language))).collect(),
    })
}

async fn invited(
    connection: &mut PgConnection,
    consultation: ConsultationId,
    names: &BTreeMap<ParticipantCode, Names>,
    head: &Head,
) -> Result<Vec<Invited>, ReportError> {
    let mut answers: BTreeMap<_, Vec<_>> = BTreeMap::new();
    for answer in store::submitted_answers::of_consultation(connection, consultation, None).await? {
        answers.entry(answer.submission).or_default().push(ReceivedAnswer {
            question: answer.question,
            text: answer.text,
            language: answer.language,
            words: answer.words,
        });
    }
    let mut received: BTreeMap<_, _> = store::submitted_answers::submissions(connection, consultation)
        .await?
        .into_iter()
        .map(|submission| {
            let answers = answers.remove(&submission.id).unwrap_or_default();
            let SubmissionEntry { id, participant, reference, submitted_at: at, .. } = submission;
            (participant, Received { submission: id, reference, at, answers })
        })
        .collect();
    let participants = store::participants::all(connection, Language::En, head.groups_on).await?;
    let mut participants: BTreeMap<_, _> = participants.into_iter().map(|p| (p.code.clone(), p)).collect();
    let states = store::responses::of_consultation(connection, consultation).await?;
    let invited = |state: ResponseState| {
        // a participant without a name would take its answers out of the report: an error, not a gap
        let participant = participants.remove(&state.participant).ok_or_else(|| store::Inconsistency {
            table: "participant_names",
            column: "name",
            id: state.participant.to_string(),
        })?;
        Ok(Invited {
            names: names.get(&participant.code).cloned().unwrap_or_default(),
            received: received.remove(&participant.code),
            code: participant.code,
            kind: participant.kind,
            groups: participant.groups,
        })
    };
    states.into_iter().map(invited).collect()
}
