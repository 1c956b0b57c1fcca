//! The consultation that is over: answered, closed by its deadline, summarised, reported.

use super::{DemonstrationError, at, people::Cast, plan::Plan, stage::Stage, wrong};
use crate::{
    domain::{language::Language, summary::SummaryDraft, text::AnswerText},
    services::{reports, summaries},
};

pub(super) async fn play(stage: &Stage, plan: &Plan, cast: &Cast) -> Result<(), DemonstrationError> {
    stage.move_to(-50, 11, 0);
    let scene = stage.prepare(cast, &plan.closed.delegations, stage.day(-20, 18, 0)).await?;
    stage.move_to(-48, 10, 0);
    stage.open(cast, &scene).await?;
    let mut day = -44;
    for delegation in plan.closed.delegations.iter().filter(|delegation| !delegation.answers.is_empty()) {
        stage.move_to(day, 15, 20);
        stage.answer(cast, &scene, delegation).await?;
        day += 2;
        // two digests while it was open
        if day == -36 || day == -28 {
            stage.move_to(day, 8, 0);
            stage.send_digests().await?;
        }
    }
    stage.move_to(-19, 8, 0);
    stage.send_digests().await?;
    stage.move_to(-15, 16, 0);
    let analyst = cast.analysts.first().ok_or_else(|| wrong("no analyst"))?;
    let review = stage.review(cast.account(analyst.as_typed())?, &scene).await?;
    for (label, text) in &plan.closed.summaries {
        let question = *scene.questions.get(label).ok_or_else(|| wrong(label))?;
        let text = AnswerText::parse(text).map_err(at("a summary's text"))?.0;
        let draft = SummaryDraft { base: 0, text, language: Language::En };
        summaries::save(stage.context.clone(), review.clone(), question, draft).await.map_err(at("a summary"))?;
    }
    stage.move_to(-12, 11, 0);
    let conduct = stage.conduct(cast, &scene).await?;
    reports::issue(stage.context.clone(), conduct).await.map_err(at("the report"))?;
    stage.deliver().await
}
