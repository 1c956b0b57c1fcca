//! The board: who has answered, counted and ordered, and what comes next.

use chrono::TimeDelta;
use rapporteur::{domain::language::Language, web::routes as r};

use super::{DRAFT, begin_draft, board, hand_over, reading, save, set, speak};
use crate::support::{
    app::now,
    fixture::{
        Fixture,
        Persona::{Analyst, Chair},
    },
};

#[tokio::test]
async fn the_board_shows_states_and_counts_and_never_a_draft() {
    let fixture = Fixture::new().await;
    let submission =
        hand_over(&fixture, fixture.response, "CRI", &[(0, "One two three.", "en"), (1, "Cuatro cinco.", "es")]).await;
    begin_draft(&fixture).await;
    let mut analyst = fixture.browser(Analyst).await;
    let page = analyst.get(&board(&fixture)).await;
    assert_eq!(page.status, 200);
    assert_eq!(page.texts(".figures dd"), ["3", "1", "1", "1", "1"]);
    assert_eq!(page.texts("#delegations tbody th"), ["African Union", "Costa Rica", "France"]);
    assert_eq!(page.texts("#delegations tbody td[data-label=State]"), ["Not begun", "Submitted", "In preparation"]);
    assert_eq!(page.texts("#delegations tbody td[data-label=Words]"), ["", "5", ""]);
    assert_eq!(page.texts("#delegations tbody td[data-label='Questions answered']"), ["", "2 of 3", ""]);
    assert_eq!(page.links("Costa Rica"), [r::submission_text(submission), r::submission(submission)]);
    assert_eq!(
        page.texts(".bars li"),
        ["Latin American And Caribbean 1 of 1", "Western European And Others 0 of 1", "Regional organizations 0 of 1"]
    );
    assert_eq!(page.texts("#questions tbody td.num"), ["1", "1", "0"]);
    // on a phone the tabs fold under the name of the present one
    assert_eq!(page.text(".tabs-fold summary"), "Participation All pages");
    assert_eq!(page.texts(".tabs-fold a[aria-current]"), ["Participation"]);
    assert!(!page.body.contains(DRAFT) && !page.body.contains("4711") && !page.body.contains("4,711"));
    // an analyst has no link to the chair's pages
    assert!(!page.body.contains(&r::participants(fixture.consultation)));
    let missing = analyst.get(&format!("{}?show=missing", board(&fixture))).await;
    assert_eq!(missing.texts("#delegations tbody th"), ["African Union", "France"]);
    assert_eq!(missing.texts("#delegations .tabs a[aria-current]"), ["Missing (2)"]);
    let nonsense = analyst.get(&format!("{}?show=nonsense", board(&fixture))).await;
    assert_eq!(nonsense.texts("#delegations tbody th").len(), 3);
}

#[tokio::test]
async fn a_delegation_in_two_groups_is_counted_in_each_and_once_in_all() {
    let fixture = Fixture::new().await;
    sqlx::query("insert into group_memberships (participant_code, group_code) values ('CRI', 'african')")
        .execute(&fixture.app.superuser)
        .await
        .unwrap();
    hand_over(&fixture, fixture.response, "CRI", &[(0, "Text", "en")]).await;
    let mut analyst = fixture.browser(Analyst).await;
    let page = analyst.get(&board(&fixture)).await;
    assert_eq!(page.texts(".figures dd")[0..2], ["3", "1"]);
    assert_eq!(page.texts(".bars li")[0..2], ["African 1 of 1", "Latin American And Caribbean 1 of 1"]);
    assert!(
        page.main().contains("In two groups, and so counted in the row of each, but once in the totals: Costa Rica.")
    );
    let report = analyst.get(&r::report(fixture.consultation)).await;
    assert!(report.main().contains("but once in the totals: Costa Rica."));
    let all = report.texts("tfoot tr");
    assert_eq!(all, ["All 1 1 3", "All 1 1 3", "All 0 0 3", "All 0 0 3"]);
}

#[tokio::test]
async fn names_stand_in_the_order_of_the_reader() {
    let fixture = Fixture::new().await;
    let mut analyst = fixture.browser(Analyst).await;
    for (language, names) in [
        (Language::Fr, ["Costa Rica", "France", "Union africaine"]),
        (Language::Zh, ["法国", "非洲联盟", "哥斯达黎加"]),
    ] {
        speak(&fixture, Analyst, language).await;
        assert_eq!(analyst.get(&board(&fixture)).await.texts("#delegations tbody th"), names);
    }
}

#[tokio::test]
async fn an_empty_board_says_what_comes() {
    let fixture = Fixture::new().await;
    set(&fixture, "delete from responses where consultation_id = $1", fixture.consultation.uuid()).await;
    let page = fixture.browser(Chair).await.get(&board(&fixture)).await;
    assert_eq!(page.text(".empty strong"), "Nobody is invited yet");
    assert_eq!(page.links("Choose participants"), [r::participants(fixture.consultation)]);
    let page = fixture.browser(Analyst).await.get(&board(&fixture)).await;
    assert!(page.links("Choose participants").is_empty());
}

#[tokio::test]
async fn the_next_step_follows_from_where_things_stand() {
    let fixture = Fixture::new().await;
    let mut chair = fixture.browser(Chair).await;
    let mut next = async |fixture: &Fixture| chair.get(&board(fixture)).await.texts("main a.button");
    assert!(next(&fixture).await.is_empty());
    hand_over(&fixture, fixture.response, "CRI", &[(1, "Text", "en")]).await;
    assert_eq!(next(&fixture).await, ["Read question (a)"]);
    fixture.set_deadline(now() - TimeDelta::hours(1)).await;
    assert_eq!(next(&fixture).await, ["Write the summary of question (b)"]);
    save(&mut fixture.browser(Analyst).await, &reading(&fixture, 1), "Summary").await;
    assert_eq!(next(&fixture).await, ["Issue the report"]);
    let page = fixture.browser(Analyst).await.get(&board(&fixture)).await;
    assert_eq!(page.links("Read the report"), [r::report(fixture.consultation)]);
}
