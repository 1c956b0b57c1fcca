//! A delegation: its consultations, its answers, its submission, its team.

mod consultations;
mod last_hour;
mod law;
mod revisions;
mod saving;
mod sessions;
mod submitting;
mod team;
mod walls;

use rapporteur::domain::{
    access::{CanEditResponse, CanSubmitResponse, Permission, ResponseSubject, Visitor},
    ids::{AccountId, QuestionId, ResponseId},
    participant::ParticipantCode,
    response::Draft,
    text::AnswerText,
};
use sqlx::Row;

use crate::support::{
    app::TestApp,
    browser::{Browser, Form, Page},
    fixture::{Fixture, Persona},
};

/// The path of Costa Rica's form.
fn path(fixture: &Fixture) -> String {
    format!("/responses/{}", fixture.response)
}

/// The form as the person's browser shows it.
async fn form(fixture: &Fixture, browser: &mut Browser) -> Form {
    browser.get(&path(fixture)).await.form_to(&path(fixture))
}

fn text_field(question: QuestionId) -> String {
    format!("text-{question}")
}

/// Writes an answer to question (a) and saves it.
async fn answer(fixture: &Fixture, browser: &mut Browser, text: &str) -> Page {
    let mut form = form(fixture, browser).await;
    form.set(&text_field(fixture.questions[0]), text);
    browser.submit(form).await
}

/// Every revision of a question: number, text, words.
async fn revisions(app: &TestApp, question: QuestionId) -> Vec<(i32, String, i32)> {
    sqlx::query("select number, text, words from revisions where question_id = $1 order by response_id, number")
        .bind(question.uuid())
        .fetch_all(&app.superuser)
        .await
        .unwrap()
        .into_iter()
        .map(|row| (row.get(0), row.get(1), row.get(2)))
        .collect()
}

async fn count(app: &TestApp, query: &'static str) -> i64 {
    sqlx::query_scalar(query).fetch_one(&app.superuser).await.unwrap()
}

async fn visitor(app: &TestApp, account: AccountId) -> Visitor {
    let mut superuser = app.superuser.acquire().await.unwrap();
    let memberships = rapporteur::store::memberships::of_account(&mut superuser, account).await.unwrap();
    Visitor { account, administrator: false, memberships }
}

fn subject(fixture: &Fixture, response: ResponseId, participant: &str) -> ResponseSubject {
    ResponseSubject {
        response,
        consultation: fixture.consultation,
        participant: ParticipantCode::parse(participant).unwrap(),
        opened: true,
    }
}

/// The permission of a person of Costa Rica to write.
async fn may_edit(fixture: &Fixture, persona: Persona) -> CanEditResponse {
    let visitor = visitor(&fixture.app, fixture.account(persona).await).await;
    CanEditResponse::decide(Some(&visitor), &subject(fixture, fixture.response, "CRI")).unwrap()
}

/// The permission of an account to hand a response over.
async fn may_submit(
    fixture: &Fixture,
    account: AccountId,
    response: ResponseId,
    participant: &str,
) -> CanSubmitResponse {
    let visitor = visitor(&fixture.app, account).await;
    CanSubmitResponse::decide(Some(&visitor), &subject(fixture, response, participant)).unwrap()
}

fn draft(question: QuestionId, base: i32, text: &str) -> Draft {
    Draft {
        question,
        base,
        text: AnswerText::parse(text).unwrap().0,
        language: rapporteur::domain::language::Language::En,
    }
}
