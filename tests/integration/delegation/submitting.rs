//! Check your answers, hand over, the receipt.

use std::collections::BTreeMap;

use chrono::TimeDelta;
use rapporteur::{
    domain::submission::{Content, Signatory},
    services::submissions::{self, Submit, SubmitError},
};
use sha2::{Digest, Sha256};
use sqlx::Row;

use super::{answer, count, form, may_submit, path, revisions, text_field};
use crate::support::{
    app::now,
    browser::{Browser, Form, Page},
    fixture::{Fixture, PASSWORD, Persona},
};

fn check_path(fixture: &Fixture) -> String {
    format!("{}/submit", path(fixture))
}

/// The check page's form, filled in.
async fn signed(fixture: &Fixture, browser: &mut Browser) -> Form {
    let mut form = browser.get(&check_path(fixture)).await.form_to(&check_path(fixture));
    form.set("signatory-name", "A. Signatory").set("signatory-title", "Permanent Representative");
    form
}

pub(super) fn signatory() -> Signatory {
    Signatory { name: "N".into(), title: "T".into() }
}

/// Hands over what is written, through the pages.
pub(super) async fn hand_over(fixture: &Fixture) -> (Browser, Page) {
    let mut browser = fixture.browser(Persona::Approver).await;
    let form = signed(fixture, &mut browser).await;
    let page = browser.submit(form).await;
    assert_eq!(page.status, 303, "{}", page.body);
    (browser, page)
}

async fn submitted(fixture: &Fixture) -> (Browser, Page) {
    let mut browser = fixture.browser(Persona::Approver).await;
    answer(fixture, &mut browser, "An *answer*.").await;
    hand_over(fixture).await
}

#[tokio::test]
async fn the_check_page_names_what_is_empty_optional_and_too_long() {
    let fixture = Fixture::new().await;
    let mut browser = fixture.browser(Persona::FocalPoint).await;
    let page = browser.get(&check_path(&fixture)).await;
    assert!(page.main().contains("Answer at least one question"));
    let mut sent = form(&fixture, &mut browser).await;
    sent.set(&text_field(fixture.questions[0]), &"word ".repeat(301)).add("then", "check");
    let page = browser.send_form(sent).await;
    assert_eq!(page.path, format!("{}?notice=response-saved", check_path(&fixture)));
    let notices = page.texts(".notice-wait").join(" ");
    assert!(notices.contains("Without an answer: (b)"), "{notices}");
    assert!(notices.contains("optional for you: (c)"), "{notices}");
    assert!(notices.contains("Over the word limit; the response can be submitted all the same: (a)"), "{notices}");
    assert!(page.text("#question-1").contains("301 words · 1 word over the limit"));
    // a drafter reads the page, and finds no form
    let mut drafter = fixture.browser(Persona::Drafter).await;
    let page = drafter.get(&check_path(&fixture)).await;
    assert_eq!(page.status, 200);
    assert!(page.main().contains("The focal point or an approver of your delegation submits"));
    assert!(!page.body.contains("signatory-name"));
    let mut borrowed = signed(&fixture, &mut browser).await;
    let own = drafter.get(&path(&fixture)).await.form_to(&path(&fixture));
    for name in ["csrf_token", "form_account"] {
        borrowed.set(name, own.value(name).unwrap());
    }
    assert_eq!(drafter.submit(borrowed).await.status, 404);
}

#[tokio::test]
async fn a_submission_is_frozen_hashed_chained_and_acknowledged() {
    let fixture = Fixture::new().await;
    let (mut browser, page) = submitted(&fixture).await;
    let receipt = browser.follow(page).await;
    assert_eq!(receipt.status, 200);
    let row = sqlx::query("select content, sha256, reference, chain_position, submitted_at from submissions")
        .fetch_one(&fixture.app.superuser)
        .await
        .unwrap();
    let (text, hash): (String, Vec<u8>) = (row.get(0), row.get(1));
    assert_eq!(hash, Sha256::digest(text.as_bytes()).to_vec());
    let content: Content = serde_json::from_str(&text).unwrap();
    assert_eq!(content.seal().unwrap().canonical, text, "the text is canonical");
    assert_eq!(content.questions.len(), 3);
    assert_eq!(content.questions[2].addressed[0].as_str(), "AU");
    assert_eq!(content.answers.len(), 1);
    assert_eq!(content.answers[0].text.as_str(), "An *answer*.");
    assert_eq!(content.signatory.name, "A. Signatory");
    let shown = receipt.main();
    for part in [
        &hex::encode(&hash),
        &row.get::<String, _>(2),
        "A. Signatory",
        "Permanent Representative",
        "New York",
        "Costa Rica",
    ] {
        assert!(shown.contains(part), "{part}: {shown}");
    }
    let link = sqlx::query("select action, detail from audit_events where chain_id = $1 and position = $2")
        .bind(fixture.consultation.uuid())
        .bind(row.get::<i64, _>(3))
        .fetch_one(&fixture.app.superuser)
        .await
        .unwrap();
    assert_eq!(link.get::<String, _>(0), "submitted");
    assert!(link.get::<String, _>(1).contains(&hex::encode(&hash)));
    assert!(!link.get::<String, _>(1).contains("answer"), "the chain holds no text");
    assert_eq!(count(&fixture.app, "select count(*) from mails where kind = 'acknowledgement'").await, 3);
    assert_eq!(count(&fixture.app, "select count(*) from submitted_answers where words = 2").await, 1);
    assert_eq!(count(&fixture.app, "select count(*) from responses where submitted_at is not null").await, 1);
}

#[tokio::test]
async fn anybody_who_holds_the_content_can_compute_the_receipts_value() {
    let fixture = Fixture::new().await;
    let (mut browser, page) = submitted(&fixture).await;
    let receipt = browser.follow(page).await;
    let content = browser.get(&receipt.links("Download the content")[0]).await;
    assert_eq!(content.status, 200);
    assert_eq!(content.headers["content-type"], "application/json");
    let reference = receipt.text(".ref");
    assert_eq!(content.headers["content-disposition"], format!("attachment; filename=\"{reference}.json\""));
    assert_eq!(content.headers["cache-control"], "no-store");
    assert_eq!(receipt.text(".hash"), hex::encode(Sha256::digest(content.body.as_bytes())));
    assert!(serde_json::from_str::<Content>(&content.body).is_ok_and(|content| content.answers.len() == 1));
    let mut chair = fixture.browser(Persona::Chair).await;
    assert_eq!(chair.get(&content.path).await.body, content.body);
}

#[tokio::test]
async fn what_was_submitted_is_read_only_and_a_late_text_comes_back() {
    let fixture = Fixture::new().await;
    let mut drafter = fixture.browser(Persona::Drafter).await;
    let mut late = form(&fixture, &mut drafter).await;
    late.set(&text_field(fixture.questions[1]), "typed too late");
    let (mut browser, receipt) = submitted(&fixture).await;
    let page = drafter.submit(late.clone()).await;
    assert_eq!(page.status, 409);
    assert!(page.main().contains("typed too late"));
    late.set(&text_field(fixture.questions[0]), &"x".repeat(100_001));
    let page = drafter.submit(late).await;
    assert_eq!(page.status, 409);
    assert!(page.main().contains("typed too late") && page.main().contains(&"x".repeat(100_001)));
    assert!(revisions(&fixture.app, fixture.questions[1]).await.is_empty());
    let text = browser.visit(&path(&fixture)).await;
    assert_eq!(text.path, format!("{}/text", receipt.location().unwrap()));
    assert!(text.main().contains("An answer .") || text.main().contains("An answer."), "{}", text.main());
    assert_eq!(text.texts("textarea").len(), 0);
    assert_eq!(text.texts(".none").len(), 2);
    // its versions are the delegation's own
    let versions = format!("{}/revisions/{}", path(&fixture), fixture.questions[0]);
    assert_eq!(browser.get(&versions).await.status, 200);
    assert_eq!(text.links("Earlier versions"), std::slice::from_ref(&versions));
    let mut chair = fixture.browser(Persona::Chair).await;
    assert!(chair.get(&text.path).await.links("Earlier versions").is_empty());
    assert_eq!(chair.get(&versions).await.status, 404);
    assert_eq!(browser.visit(&check_path(&fixture)).await.path, receipt.location().unwrap());
    assert_eq!(browser.visit(&format!("{}/draft", path(&fixture))).await.path, text.path);
    let list = browser.get("/consultations").await;
    assert!(list.text("li.entry").contains("Submitted") && list.text("li.entry").contains("RP-"));
}

#[tokio::test]
async fn the_presidency_reads_the_receipt_and_other_delegations_find_nothing() {
    let fixture = Fixture::new().await;
    let (_, page) = submitted(&fixture).await;
    let receipt = page.location().unwrap();
    for (persona, status) in [
        (Persona::FocalPoint, 200),
        (Persona::Drafter, 200),
        (Persona::Chair, 200),
        (Persona::Analyst, 200),
        (Persona::OtherDelegation, 404),
        (Persona::Administrator, 404),
        (Persona::Outsider, 404),
    ] {
        let mut browser = fixture.browser(persona).await;
        for path in [receipt.clone(), format!("{receipt}/text"), format!("{receipt}/content")] {
            assert_eq!(browser.get(&path).await.status, status, "{persona:?} {path}");
        }
    }
}

#[tokio::test]
async fn the_same_form_sent_twice_makes_one_submission() {
    let fixture = Fixture::new().await;
    let mut browser = fixture.browser(Persona::Approver).await;
    answer(&fixture, &mut browser, "An answer.").await;
    let form = signed(&fixture, &mut browser).await;
    let (first, second) = (browser.submit(form.clone()).await, browser.submit(form.clone()).await);
    assert_eq!((first.status.as_u16(), second.status.as_u16()), (303, 303));
    assert_eq!(first.location(), second.location());
    let mut other = form;
    other.set("signatory-name", "Somebody Else");
    let page = browser.submit(other).await;
    assert_eq!(page.status, 409);
    assert!(page.main().contains("already been submitted"));
    assert_eq!(count(&fixture.app, "select count(*) from submissions").await, 1);
    assert_eq!(count(&fixture.app, "select count(*) from mails where kind = 'acknowledgement'").await, 3);
}

#[tokio::test]
async fn a_form_without_signatory_or_answers_comes_back() {
    let fixture = Fixture::new().await;
    let mut browser = fixture.browser(Persona::Approver).await;
    answer(&fixture, &mut browser, "An answer.").await;
    let mut empty = signed(&fixture, &mut browser).await;
    empty.set("signatory-name", "  ").set("signatory-title", "Kept");
    let page = browser.submit(empty.clone()).await;
    assert_eq!(page.status, 422);
    assert_eq!(page.links("Signed for the delegation by"), ["#signatory-name"]);
    assert_eq!(page.form_to(&check_path(&fixture)).value("signatory-title"), Some("Kept"));
    empty.set("signatory-name", "N").set("signatory-title", &"x".repeat(501));
    assert_eq!(browser.submit(empty).await.status, 422);
    // the only answer is taken out again
    answer(&fixture, &mut browser, " \n ").await;
    let seen = BTreeMap::from([(fixture.questions[0], 2), (fixture.questions[1], 0), (fixture.questions[2], 0)]);
    let access = may_submit(&fixture, fixture.account(Persona::Approver).await, fixture.response, "CRI").await;
    let error = submissions::submit(fixture.app.context.clone(), access, Submit { signatory: signatory(), seen }).await;
    assert!(matches!(error, Err(SubmitError::NothingAnswered)), "{error:?}");
    assert_eq!(count(&fixture.app, "select count(*) from submissions").await, 0);
}

#[tokio::test]
async fn who_signs_in_again_in_place_is_asked_once_more() {
    let fixture = Fixture::new().await;
    let mut browser = fixture.browser(Persona::Approver).await;
    answer(&fixture, &mut browser, "An answer.").await;
    let sent = signed(&fixture, &mut browser).await;
    fixture.app.advance(TimeDelta::minutes(31));
    let page = browser.submit(sent.clone()).await;
    assert_eq!(page.status, 403);
    assert!(page.main().contains("This is not done yet") && page.main().contains("A. Signatory"), "{}", page.main());
    let mut resumed = page.form("form:has(input[type=password])");
    resumed.set("resume_email", &Persona::Approver.email()).set("resume_password", PASSWORD);
    let page = browser.submit(resumed).await;
    assert_eq!(page.status, 409);
    assert!(page.main().contains("Nothing has been submitted yet"), "{}", page.main());
    assert_eq!(count(&fixture.app, "select count(*) from submissions").await, 0);
    let asked = page.form_to(&check_path(&fixture));
    assert_eq!(
        (asked.value("signatory-name"), asked.value("signatory-title")),
        (Some("A. Signatory"), Some("Permanent Representative"))
    );
    // the page of the session before asks as well
    assert_eq!(browser.submit(sent).await.status, 409);
    assert_eq!(count(&fixture.app, "select count(*) from submissions").await, 0);
    assert_eq!(browser.submit(asked).await.status, 303);
    assert_eq!(count(&fixture.app, "select count(*) from submissions").await, 1);
}

#[tokio::test]
async fn an_answer_changed_since_the_check_stops_the_submission() {
    let fixture = Fixture::new().await;
    let mut browser = fixture.browser(Persona::Approver).await;
    answer(&fixture, &mut browser, "As seen.").await;
    let form = signed(&fixture, &mut browser).await;
    let mut drafter = fixture.browser(Persona::Drafter).await;
    answer(&fixture, &mut drafter, "Changed since.").await;
    let page = browser.submit(form).await;
    assert_eq!(page.status, 409);
    assert!(page.main().contains("Changed since.") && page.text(".errors").contains("changed after you opened"));
    let again = page.form_to(&check_path(&fixture));
    assert_eq!(again.value("signatory-name"), Some("A. Signatory"));
    assert_eq!(browser.submit(again).await.status, 303);
}

#[tokio::test]
async fn after_the_deadline_nothing_is_taken_and_the_text_stays() {
    let fixture = Fixture::new().await;
    let mut browser = fixture.browser(Persona::Approver).await;
    answer(&fixture, &mut browser, "Kept as a draft.").await;
    let form = signed(&fixture, &mut browser).await;
    fixture.set_deadline(now() - TimeDelta::seconds(1)).await;
    let page = browser.submit(form).await;
    assert_eq!(page.status, 409);
    assert!(page.text(".errors").contains("closed before your response arrived"));
    assert!(page.main().contains("Kept as a draft."));
    assert_eq!(count(&fixture.app, "select count(*) from submissions").await, 0);
    let page = browser.get(&check_path(&fixture)).await;
    assert_eq!(page.status, 200);
    assert!(!page.body.contains("signatory-name"), "no form is offered that cannot be taken");
}
