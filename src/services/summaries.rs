//! The presidency's own text a question, with revisions.

use super::Context;
use crate::{
    database::Interrupted,
    domain::{
        access::CanReview,
        ids::QuestionId,
        summary::{Outcome, SummaryDraft, SummaryRevision},
    },
    store,
};

/// Why a summary was not saved.
#[derive(Debug, thiserror::Error)]
pub enum SaveSummaryError {
    /// The question is not of this consultation.
    #[error("no such question")]
    NoSuchQuestion,
    /// Somebody saved another text since; none if the text it started from never was.
    #[error("the summary was changed meanwhile")]
    Conflict(Option<Box<SummaryRevision>>),
    /// The database.
    #[error(transparent)]
    Database(#[from] sqlx::Error),
    /// The work was interrupted.
    #[error(transparent)]
    Interrupted(#[from] Interrupted),
}

/// Saves a summary as its next revision; returns whether there was anything to save. Revisions are no links of the audit chain.
pub async fn save(
    context: Context,
    access: CanReview,
    question: QuestionId,
    draft: SummaryDraft,
) -> Result<bool, SaveSummaryError> {
    let (now, consultation) = (context.clock.now(), *access.consultation());
    let mut transaction = context.database.begin(access.account().into()).await?;
    let questions = store::questions::of_consultation(&mut transaction, consultation).await?;
    if !questions.iter().any(|asked| asked.id == question) {
        return Err(SaveSummaryError::NoSuchQuestion);
    }
    store::summaries::hold(&mut transaction, question).await?;
    let latest = store::summaries::get(&mut transaction, question, None).await?;
    match draft.onto(latest.as_ref()) {
        Outcome::Unchanged => Ok(false),
        Outcome::Conflict => Err(SaveSummaryError::Conflict(latest.map(Box::new))),
        Outcome::Revision(number) => {
            let place = (consultation, question);
            store::summaries::insert(&mut transaction, place, number, &draft, *access.account(), now).await?;
            transaction.commit().await?;
            Ok(true)
        }
    }
}
