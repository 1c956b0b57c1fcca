//! The session ends while somebody writes.

use chrono::TimeDelta;

use super::{count, form, path, revisions, text_field};
use crate::support::{
    browser::{Browser, Page},
    fixture::{Fixture, PASSWORD, Persona},
};

/// A writer's form, sent after the session went idle.
async fn sent_too_late(fixture: &Fixture) -> (Browser, Page) {
    let mut browser = fixture.browser(Persona::Drafter).await;
    let mut sent = form(fixture, &mut browser).await;
    sent.set(&text_field(fixture.questions[0]), "first line\r\nsecond line")
        .set(&text_field(fixture.questions[1]), "short");
    fixture.app.advance(TimeDelta::minutes(31));
    let page = browser.submit(sent).await;
    assert_eq!(page.status, 403);
    (browser, page)
}

#[tokio::test]
async fn the_text_is_shown_and_signing_in_there_saves_it() {
    let fixture = Fixture::new().await;
    let (mut browser, page) = sent_too_late(&fixture).await;
    assert!(page.body.contains("first line") && page.body.contains("second line") && page.body.contains("short"));
    assert_eq!(count(&fixture.app, "select count(*) from revisions").await, 0);
    let mut form = page.form("form:has(input[type=password])");
    assert_eq!(form.action, path(&fixture));
    form.set("resume_email", &Persona::Drafter.email()).set("resume_password", "a wrong pass phrase");
    let page = browser.submit(form).await;
    assert_eq!(page.status, 403);
    assert!(page.body.contains("second line"));
    let mut form = page.form("form:has(input[type=password])");
    form.set("resume_email", &Persona::Drafter.email()).set("resume_password", PASSWORD);
    let page = browser.send_form(form).await;
    assert_eq!(page.status, 200);
    assert_eq!(page.text(".notice-ok"), "Saved.");
    assert_eq!(revisions(&fixture.app, fixture.questions[0]).await[0].1, "first line\nsecond line");
    assert_eq!(revisions(&fixture.app, fixture.questions[1]).await[0].1, "short");
}

#[tokio::test]
async fn under_another_account_every_text_is_there_to_be_copied() {
    let fixture = Fixture::new().await;
    let mut browser = fixture.browser(Persona::Drafter).await;
    let mut sent = form(&fixture, &mut browser).await;
    sent.set(&text_field(fixture.questions[0]), "\u{672a}\u{4fdd}\u{5b58}");
    let mut other = fixture.browser(Persona::OtherDelegation).await;
    let page = other.submit(sent).await;
    assert_eq!(page.status, 403);
    assert_eq!(page.text("textarea"), "\u{672a}\u{4fdd}\u{5b58}");
    assert_eq!(page.text("label[for=kept-1]"), "Your answer to question (a)");
    assert_eq!(count(&fixture.app, "select count(*) from revisions").await, 0);
}

#[tokio::test]
async fn a_button_pressed_too_late_leads_back_to_its_page() {
    let fixture = Fixture::new().await;
    let mut chair = fixture.browser(Persona::Chair).await;
    let closure = rapporteur::web::routes::closure(fixture.consultation);
    let button = chair.get(&closure).await.form_to(&closure);
    fixture.app.advance(TimeDelta::minutes(31));
    let page = chair.submit(button).await;
    assert_eq!((page.status.as_u16(), page.location()), (303, Some(closure.clone())));
    let asked = chair.get(&closure).await.location().unwrap();
    assert!(asked.starts_with("/sign-in?return_to="), "{asked}");
    assert_eq!(count(&fixture.app, "select count(*) from consultations where closed_at is not null").await, 0);
}

#[tokio::test]
async fn another_account_signing_in_there_saves_nothing() {
    let fixture = Fixture::new().await;
    let (mut browser, page) = sent_too_late(&fixture).await;
    let mut form = page.form("form:has(input[type=password])");
    form.set("resume_email", &Persona::FocalPoint.email()).set("resume_password", PASSWORD);
    let page = browser.submit(form).await;
    assert_eq!(page.status, 403);
    assert!(page.body.contains("second line"), "the text is still there");
    assert_eq!(count(&fixture.app, "select count(*) from revisions").await, 0);
    assert_eq!(browser.get(&path(&fixture)).await.status, 303, "and nobody is signed in");
}
