//! The main job on the real concept note, from an empty database to the report that a delegation reads, all by pages.

use chrono::TimeDelta;
use rapporteur::web::routes;

use crate::{
    post,
    support::{
        app::{TestApp, now},
        fixture::{PASSWORD, add_account},
    },
    walks::illustration,
    window::{Look, Window, story},
};

const NOTE: &str = include_str!("../../seeds/concept-note-2020-11-25.txt");
const ADMINISTRATOR: &str = "administrator@test.example";
const CHAIR: &str = "chair@presidency.example";
const DELEGATE: &str = "focal.point@delegation.example";
const SUMMARY: &str = "One delegation answered, in a trial. *Nothing* of substance was said.";

#[tokio::test]
async fn from_an_empty_database_to_the_report_on_the_real_note() {
    let app = TestApp::start().await;
    add_account(&app, ADMINISTRATOR, true).await;
    story("main-job", app.address, Look::desk("en"), async |window| {
        make_the_chair(window).await;
        activate(window, &app, CHAIR).await;
        let settings = create_the_consultation(window).await;
        invite_and_open(window, &settings).await;
        activate(window, &app, DELEGATE).await;
        answer_the_seven_questions(window).await;
        resolve_a_conflict(window).await;
        let reference = submit(window).await;
        let letters = post::letters(&app, DELEGATE).await;
        assert!(letters.iter().any(|letter| letter.contains(&reference)), "{reference} is not in {letters:?}");
        read_and_report(window, &settings).await;
        read_as_delegation(window).await;
    })
    .await;
}

async fn make_the_chair(window: &Window) {
    window.sign_in(ADMINISTRATOR, PASSWORD).await;
    window.open(&routes::new_account()).await;
    window.fill("#email", CHAIR).await;
    window.click("#purpose-chair").await;
    window.choose("#participant", "ZAF").await;
    window.follow("main form button").await;
    window.holds().await;
    window.sign_out().await;
}

/// Opens the mailed link, chooses a password, signs in.
async fn activate(window: &Window, app: &TestApp, email: &str) {
    let link = post::one_time_link(app, email).await;
    window.open(&link).await;
    window.holds().await;
    window.fill("#name", "Somebody in a trial").await;
    window.fill("#password", PASSWORD).await;
    window.fill("#again", PASSWORD).await;
    window.follow("main form button").await;
    window.holds().await;
    window.sign_in(email, PASSWORD).await;
    window.holds().await;
}

/// Pastes the note and creates what was understood; returns the path of the settings.
async fn create_the_consultation(window: &Window) -> String {
    window.menu("a[href='/new-consultation']").await;
    window.fill("#text", NOTE).await;
    window.follow("main form button").await;
    window.holds().await;
    assert_eq!(window.count("fieldset.question").await, 7);
    assert_eq!(window.value("#presidency").await, "ZAF");
    assert_eq!(window.value("#meeting_date").await, "2020-12-03");
    window.choose("#question-4-to-0", "AU").await;
    window.follow(".dock button[value=create]").await;
    window.holds().await;
    let settings = window.path().await;
    let day = (now() + TimeDelta::days(7)).date_naive().to_string();
    window.pick("#deadline_date", &day).await;
    window.pick("#deadline_time", "18:00").await;
    window.fill("#word_limit", "300").await;
    window.fill("#contact_name", "Presidency in a trial").await;
    window.fill("#contact_email", "presidency@test.example").await;
    window.follow("main form button:not(.quiet)").await;
    window.holds().await;
    settings
}

async fn invite_and_open(window: &Window, settings: &str) {
    window.tabs("a[href$='/participants']").await;
    for (code, email) in
        [("CRI", DELEGATE), ("FRA", "focal.fra@delegation.example"), ("AU", "focal.au@delegation.example")]
    {
        // the presidency may have been invited by the page itself
        if window.count(&format!("#in-{code}:checked")).await == 0 {
            window.click(&format!("#in-{code}")).await;
        }
        window.fill(&format!("#mail-{code}"), email).await;
    }
    window.follow(".dock button").await;
    window.holds().await;
    window.open(settings).await;
    window.follow("#opening form button").await;
    window.holds().await;
    assert_eq!(window.count(".head .tag-open").await, 1, "{}", window.text("main").await);
    window.sign_out().await;
}

async fn answer_the_seven_questions(window: &Window) {
    window.follow(".entry h2 a").await;
    window.holds().await;
    assert_eq!(window.count(".asks > li").await, 7);
    window.follow("aside a.button").await;
    window.second_tab().await;
    window.tab(0).await;
    for question in 1..=7 {
        window.fill(&format!("#answer-{question}"), &format!("{} ({question})", illustration("en"))).await;
    }
    window.follow(".dock button:not(.quiet)").await;
    window.holds().await;
    assert_eq!(window.count(".under .saved").await, 7);
}

/// The second window still shows the empty form: what it sends to the first question meets what was saved meanwhile.
async fn resolve_a_conflict(window: &Window) {
    window.tab(1).await;
    window.fill("#answer-1", "Another illustrative text of the trial.").await;
    window.follow(".dock button:not(.quiet)").await;
    window.holds().await;
    assert!(window.text(".version-mine").await.contains("Another illustrative text"));
    assert!(window.text(".version:not(.version-mine)").await.contains("First point"), "both texts are shown");
    window.fill("#answer-1", "Both illustrative texts of the trial.").await;
    window.follow(".dock button").await;
    assert_eq!(window.value("#answer-1").await, "Both illustrative texts of the trial.");
    assert!(window.value("#answer-7").await.ends_with("(7)"), "what did not conflict is there");
}

/// Checks and submits; returns the reference.
async fn submit(window: &Window) -> String {
    window.follow(".dock button.quiet").await;
    window.holds().await;
    window.fill("#signatory-name", "Signatory of a trial").await;
    window.fill("#signatory-title", "Chargé d’affaires a.i.").await;
    window.follow(".side form button").await;
    window.holds().await;
    let reference = window.text(".receipt .ref").await;
    window.sign_out().await;
    reference
}

async fn read_and_report(window: &Window, settings: &str) {
    window.sign_in(CHAIR, PASSWORD).await;
    window.follow(".entry h2 a").await;
    window.tabs("a[href$='/board']").await;
    window.holds().await;
    window.follow("#questions tbody a").await;
    assert!(window.text(".answer").await.contains("Both illustrative texts"));
    window.fill("#text", SUMMARY).await;
    window.follow(".dock button").await;
    window.holds().await;
    window.open(settings).await;
    window.follow("a[href$='/closure']").await;
    window.follow("main form button.stop").await;
    window.tabs("a[href$='/report']").await;
    window.follow("a[href$='/report/issue']").await;
    window.holds().await;
    window.follow("main form button").await;
    window.holds().await;
    window.sign_out().await;
}

async fn read_as_delegation(window: &Window) {
    window.sign_in(DELEGATE, PASSWORD).await;
    window.follow(".entry .button").await;
    window.holds().await;
    assert!(window.text(".summary").await.contains("One delegation answered, in a trial."));
    assert_eq!(window.count(".annex .answer").await, 7);
    assert!(window.text(".annex .answer").await.contains("Both illustrative texts"));
}
