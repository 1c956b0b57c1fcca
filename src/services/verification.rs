//! Proves that nothing was altered: recomputes every audit chain, and every submission's and report's hash.

use std::{collections::HashMap, fmt};

use chrono::{DateTime, Utc};
use futures_util::TryStreamExt;
use sha2::{Digest, Sha256};
use sqlx::PgConnection;
use uuid::Uuid;

use super::Context;
use crate::{
    database::Principal,
    domain::submission::Content,
    store::{
        self,
        audit::AuditEvent,
        verification::{Frozen, ShownAnswer, ShownHead},
    },
};

/// Something that is not as it was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fault {
    /// A chain lacks a link, or holds one twice.
    Gap {
        /// The chain.
        chain: Uuid,
        /// Where the link should be.
        position: i64,
    },
    /// A link does not follow from the one before.
    Unlinked {
        /// The chain.
        chain: Uuid,
        /// The link.
        position: i64,
    },
    /// A link's own hash is not that of its content.
    Altered {
        /// The chain.
        chain: Uuid,
        /// The link.
        position: i64,
    },
    /// A content's hash is not the one kept beside it.
    Content {
        /// What it is: a submission or a report.
        kind: &'static str,
        /// Which.
        id: Uuid,
    },
    /// The chain does not say that this content was received or issued.
    Unproven {
        /// What it is.
        kind: &'static str,
        /// Which.
        id: Uuid,
    },
    /// The chain tells of something that is no longer there.
    Missing {
        /// The chain.
        chain: Uuid,
        /// What it is.
        kind: &'static str,
        /// Which.
        id: String,
    },
    /// What pages show is not what was handed over: the answers, or the words at their head.
    Shown {
        /// The submission.
        id: Uuid,
    },
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Gap { chain, position } => write!(f, "chain {chain}: link {position} is missing or not in its place"),
            Self::Unlinked { chain, position } => {
                write!(f, "chain {chain}: link {position} does not follow from the one before")
            }
            Self::Altered { chain, position } => write!(f, "chain {chain}: link {position} was altered"),
            Self::Content { kind, id } => write!(f, "{kind} {id}: the content is not what was hashed"),
            Self::Unproven { kind, id } => write!(f, "{kind} {id}: its chain has no link with this hash"),
            Self::Missing { chain, kind, id } => {
                write!(f, "{kind} {id}: chain {chain} tells of it, but it is not there")
            }
            Self::Shown { id } => write!(f, "submission {id}: what is shown is not what was handed over"),
        }
    }
}

/// What was examined, and what is wrong.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Verdict {
    /// Audit chains.
    pub chains: usize,
    /// Links in all of them.
    pub links: usize,
    /// Submissions.
    pub submissions: usize,
    /// Reports.
    pub reports: usize,
    /// What is wrong; empty: nothing.
    pub faults: Vec<Fault>,
}

/// What the chains say was frozen: chain, kind and id to the position and the hash in hexadecimal.
type Claims = HashMap<(Uuid, &'static str, String), (i64, String)>;

/// Examines everything in one transaction. On connections that are `repeatable read` it sees one moment, whatever others commit.
pub async fn verify(context: Context) -> Result<Verdict, sqlx::Error> {
    let mut transaction = context.database.begin(Principal::Job).await?;
    let (mut verdict, mut claims) = (Verdict::default(), HashMap::new());
    for chain in store::audit::chains(&mut transaction).await? {
        let events = store::audit::chain(&mut transaction, chain).await?;
        verdict.chains += 1;
        verdict.links += events.len();
        verdict.faults.extend(faults_of_chain(chain, &events));
        claims.extend(events.iter().filter_map(|event| claim(chain, event)));
    }
    let submissions: Vec<Frozen> = store::verification::submissions(&mut transaction).try_collect().await?;
    verdict.submissions = submissions.len();
    for submission in &submissions {
        check("submission", submission, &mut claims, &mut verdict.faults);
        if !shows_what_was_handed_over(&mut transaction, submission).await? {
            verdict.faults.push(Fault::Shown { id: submission.id });
        }
    }
    let reports: Vec<Frozen> = store::verification::reports(&mut transaction).try_collect().await?;
    verdict.reports = reports.len();
    for report in &reports {
        check("report", report, &mut claims, &mut verdict.faults);
    }
    let left = claims.into_keys().map(|(chain, kind, id)| Fault::Missing { chain, kind, id });
    verdict.faults.extend(left);
    transaction.rollback().await?;
    Ok(verdict)
}

/// What is wrong with a chain, whose links come in order.
fn faults_of_chain(chain: Uuid, events: &[AuditEvent]) -> Vec<Fault> {
    let mut faults = Vec::new();
    let mut before: (i64, Vec<u8>) = (0, vec![0; 32]);
    for event in events {
        let position = event.position;
        if position != before.0 + 1 {
            faults.push(Fault::Gap { chain, position: before.0 + 1 });
        } else if event.previous_hash != before.1 {
            faults.push(Fault::Unlinked { chain, position });
        }
        if event.hash != event.computed_hash(chain) {
            faults.push(Fault::Altered { chain, position });
        }
        before = (position, event.hash.clone());
    }
    faults
}

/// The kind and id of what was frozen, the link's position, and the hash that it gives.
type Claim = ((Uuid, &'static str, String), (i64, String));

/// What a link says was frozen.
fn claim(chain: Uuid, event: &AuditEvent) -> Option<Claim> {
    let kind = match event.action.as_str() {
        "submitted" => "submission",
        "report_issued" => "report",
        _ => return None,
    };
    let detail: serde_json::Value = serde_json::from_str(&event.detail).ok()?;
    let text = |key: &str| detail.get(key).and_then(serde_json::Value::as_str).map(str::to_owned);
    Some(((chain, kind, text(kind)?), (event.position, text("sha256")?)))
}

fn check(kind: &'static str, frozen: &Frozen, claims: &mut Claims, faults: &mut Vec<Fault>) {
    let id = frozen.id;
    if Sha256::digest(frozen.content.as_bytes()).as_slice() != frozen.sha256 {
        faults.push(Fault::Content { kind, id });
    }
    let proven = claims.remove(&(frozen.consultation, kind, id.to_string())).is_some_and(|(position, hash)| {
        hash == hex::encode(&frozen.sha256) && frozen.position.is_none_or(|own| own == position)
    });
    if !proven {
        faults.push(Fault::Unproven { kind, id });
    }
}

/// Pages show columns and rows of their own, which the hash does not cover.
async fn shows_what_was_handed_over(connection: &mut PgConnection, submission: &Frozen) -> Result<bool, sqlx::Error> {
    let Some((head, mut given)) = given(&submission.content) else { return Ok(false) };
    let mut shown = store::verification::answers(connection, submission.id).await?;
    shown.sort_by_key(|answer| answer.question);
    given.sort_by_key(|answer| answer.question);
    Ok(shown == given && store::verification::head(connection, submission.id).await? == head)
}

/// The head and the answers in a submission's canonical content.
fn given(content: &str) -> Option<(ShownHead, Vec<ShownAnswer>)> {
    let content: Content = serde_json::from_str(content).ok()?;
    let answers = content.answers.iter().map(|answer| ShownAnswer {
        question: answer.question.uuid(),
        text: answer.text.as_str().to_owned(),
        language: answer.language.tag().to_owned(),
    });
    let answers = answers.collect();
    let head = ShownHead {
        reference: content.reference.as_str().to_owned(),
        number: content.number,
        participant: content.participant.code,
        submitted_at: content.submitted_at.parse::<DateTime<Utc>>().ok()?,
        signatory_name: content.signatory.name,
        signatory_title: content.signatory.title,
    };
    Some((head, answers))
}
