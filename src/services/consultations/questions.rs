//! The guiding questions: worded and ordered before the opening, addressed at any time before the report.

use serde_json::json;

use super::{QuestionDraft, Unfit, current, fit, is_reported};
use crate::{
    database::Interrupted,
    domain::{access::CanConduct, consultation::Question, ids::QuestionId},
    services::Context,
    store,
};

/// Why questions were not stored.
#[derive(Debug, thiserror::Error)]
pub enum QuestionsError {
    /// Somebody else changed the consultation since the form was shown: these are its questions, and its version.
    #[error("changed by somebody else")]
    Stale(Vec<Question>, i32),
    /// A question of another consultation, or one that is gone.
    #[error("no such question")]
    Foreign,
    /// They cannot stand.
    #[error(transparent)]
    Unfit(#[from] Unfit),
    /// The consultation is open: questions keep their words and their order.
    #[error("the consultation has been opened")]
    Opened,
    /// The report has been issued: nothing changes any more.
    #[error("the report has been issued")]
    Reported,
    /// The database.
    #[error(transparent)]
    Database(#[from] sqlx::Error),
    /// The work was interrupted.
    #[error(transparent)]
    Interrupted(#[from] Interrupted),
}

/// Stores the questions as they are to stand, in their order. After the opening only the addressees may differ.
pub async fn set(
    context: Context,
    access: CanConduct,
    version: i32,
    drafts: Vec<QuestionDraft>,
) -> Result<(), QuestionsError> {
    let (id, by, at) = (*access.consultation(), *access.account(), context.clock.now());
    let mut transaction = context.database.begin(access.account().into()).await?;
    store::consultations::hold_window(&mut transaction, id, true).await?;
    if is_reported(&mut transaction, id).await? {
        return Err(QuestionsError::Reported);
    }
    let consultation = current(&mut transaction, id).await?;
    let before = store::questions::of_consultation(&mut transaction, id).await?;
    if consultation.version != version {
        return Err(QuestionsError::Stale(before, consultation.version));
    }
    let known = |question: QuestionId| before.iter().any(|other| other.id == question);
    let mut ids: Vec<QuestionId> = drafts.iter().filter_map(|draft| draft.id).collect();
    if !ids.iter().all(|question| known(*question)) {
        return Err(QuestionsError::Foreign);
    }
    let after: Vec<Question> = drafts.iter().enumerate().map(|(index, draft)| draft.at(index + 1)).collect();
    if consultation.window.opened_at.is_none() {
        fit(&drafts)?;
    } else if !same_words(&before, &after) {
        return Err(QuestionsError::Opened);
    }
    ids.sort_unstable();
    if ids.windows(2).any(|pair| pair[0] == pair[1]) {
        return Err(QuestionsError::Foreign);
    }
    store::questions::delete_others(&mut transaction, id, &ids).await?;
    let (old, new): (Vec<_>, Vec<_>) = after.iter().partition(|question| known(question.id));
    store::questions::update_all(&mut transaction, id, &old).await?;
    for question in new {
        store::questions::insert(&mut transaction, id, question).await?;
    }
    store::consultations::update(&mut transaction, &consultation).await?;
    let described = |question: &Question| json!({ "label": question.label, "addressees": question.addressees });
    let detail = json!({ "questions": after.iter().map(described).collect::<Vec<_>>() });
    store::audit::append(&mut transaction, id.uuid(), Some(by), "questions_changed", &detail, at).await?;
    transaction.commit().await?;
    Ok(())
}

/// Whether the same questions stand in the same order with the same words.
fn same_words(before: &[Question], after: &[Question]) -> bool {
    before.len() == after.len()
        && before
            .iter()
            .zip(after)
            .all(|(one, other)| one.id == other.id && one.label == other.label && one.text == other.text)
}
