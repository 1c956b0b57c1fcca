//! Saving the answers of a response in preparation.

use std::collections::HashMap;

use super::Context;
use crate::{
    database::Interrupted,
    domain::{
        access::CanEditResponse,
        ids::QuestionId,
        response::{Draft, Revision, Verdict},
        words,
    },
    store,
};

/// What became of a form's answers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Saved {
    /// How many were written.
    pub written: usize,
    /// Those that others changed since the writer began.
    pub conflicts: Vec<Conflict>,
}

/// An answer that two people changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Conflict {
    /// What is saved; none where the form named a revision that never was.
    pub theirs: Option<Revision>,
    /// What was not saved.
    pub mine: Draft,
}

/// Why nothing at all was saved.
#[derive(Debug, thiserror::Error)]
pub enum SaveError {
    /// The response is no longer the writer's to write.
    #[error("the response is gone")]
    Gone,
    /// It has been handed over, and is read-only.
    #[error("the response has been submitted")]
    Submitted,
    /// A question of another consultation, or the same one twice.
    #[error("not a question of this consultation")]
    ForeignQuestion,
    /// The database.
    #[error(transparent)]
    Database(#[from] sqlx::Error),
    /// The work was interrupted.
    #[error(transparent)]
    Interrupted(#[from] Interrupted),
}

/// Saves what a form says of some answers, each by the law of [`Draft::judge`]. Needs no open window: no text is lost to a deadline.
pub async fn save(context: Context, access: CanEditResponse, mut drafts: Vec<Draft>) -> Result<Saved, SaveError> {
    let counted = count(&drafts).await?;
    let mut transaction = context.database.begin(access.account().into()).await?;
    let now = context.clock.now();
    let state = store::responses::lock(&mut transaction, *access.response()).await?.ok_or(SaveError::Gone)?;
    if state.submitted_at.is_some() {
        return Err(SaveError::Submitted);
    }
    let order = positions(&mut transaction, &access).await?;
    check(&drafts, &order)?;
    drafts.sort_by_key(|draft| order.get(&draft.question).copied());
    let current = by_question(store::revisions::current(&mut transaction, &access).await?);
    let started: Vec<_> = drafts.iter().map(|draft| (draft.question, draft.base)).collect();
    let bases = by_question(store::revisions::numbered(&mut transaction, &access, &started).await?);
    let mut saved = Saved { written: 0, conflicts: Vec::new() };
    for mine in drafts {
        let theirs = current.get(&mine.question);
        let written = match mine.judge(theirs, bases.get(&mine.question)) {
            Verdict::Unchanged => continue,
            Verdict::Conflict => false,
            Verdict::Save(number) => {
                let words = counted.get(&mine.question).copied().unwrap_or(0);
                store::revisions::insert(&mut transaction, &access, &mine, number, words, now).await?
            }
        };
        if written {
            saved.written += 1;
        } else {
            saved.conflicts.push(Conflict { theirs: theirs.cloned(), mine });
        }
    }
    if saved.written > 0 {
        store::responses::note_start(&mut transaction, *access.response(), now).await?;
    }
    transaction.commit().await?;
    Ok(saved)
}

/// Counts words before the transaction begins, and off the runtime's own threads: a long text takes a while.
async fn count(drafts: &[Draft]) -> Result<HashMap<QuestionId, usize>, SaveError> {
    let drafts = drafts.to_vec();
    tokio::task::spawn_blocking(move || {
        drafts.iter().map(|draft| (draft.question, words::count(draft.text.as_str(), draft.language))).collect()
    })
    .await
    .map_err(|_| SaveError::Interrupted(Interrupted))
}

async fn positions(
    connection: &mut sqlx::PgConnection,
    access: &CanEditResponse,
) -> Result<HashMap<QuestionId, i32>, sqlx::Error> {
    let questions = store::questions::of_consultation(connection, *access.consultation()).await?;
    Ok(questions.into_iter().map(|question| (question.id, question.position)).collect())
}

fn check(drafts: &[Draft], questions: &HashMap<QuestionId, i32>) -> Result<(), SaveError> {
    let mut seen = std::collections::HashSet::new();
    let fits = drafts.iter().all(|draft| questions.contains_key(&draft.question) && seen.insert(draft.question));
    if fits { Ok(()) } else { Err(SaveError::ForeignQuestion) }
}

fn by_question(revisions: Vec<Revision>) -> HashMap<QuestionId, Revision> {
    revisions.into_iter().map(|revision| (revision.question, revision)).collect()
}
