//! The consultation that is open now: its window counts from the first start, the note keeps its own dates.

use super::{
    DemonstrationError,
    people::Cast,
    plan::{Delegation, Plan, Progress},
    stage::Stage,
};

/// From the first start to the deadline, which is at 18:00 at the seat.
const DAYS_LEFT: i64 = 17;

pub(super) async fn play(stage: &Stage, plan: &Plan, cast: &Cast) -> Result<(), DemonstrationError> {
    stage.move_to(-6, 11, 0);
    let scene = stage.prepare(cast, &plan.delegations, stage.day(DAYS_LEFT, 18, 0)).await?;
    stage.move_to(-5, 10, 0);
    stage.open(cast, &scene).await?;
    let (done, begun): (Vec<&Delegation>, Vec<&Delegation>) = plan
        .delegations
        .iter()
        .filter(|delegation| !delegation.answers.is_empty())
        .partition(|delegation| delegation.state == Progress::Submitted);
    // three a day, so that a digest has some, and the last three are new to the one that comes next
    for (day, some) in (-4..).zip(done.chunks(3)) {
        stage.move_to(day, 8, 0);
        stage.send_digests().await?;
        for (hour, delegation) in (9..).zip(some) {
            stage.move_to(day, hour, 40);
            stage.answer(cast, &scene, delegation).await?;
        }
    }
    stage.move_to(-1, 14, 0);
    for delegation in begun {
        stage.answer(cast, &scene, delegation).await?;
    }
    Ok(())
}
