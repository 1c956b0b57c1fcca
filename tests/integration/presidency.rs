//! The presidency: board, reading, summary, report.

mod board;
mod reading;
mod reports;
mod summaries;

use chrono::TimeDelta;
use rapporteur::{
    database::Principal,
    domain::{
        ids::{ResponseId, SubmissionId},
        language::Language,
    },
    store,
    web::routes as r,
};
use sqlx::Row;
use uuid::Uuid;

use crate::support::{
    app::now,
    browser::{Browser, Form, Page},
    fixture::{Fixture, Persona, account_id},
};
use Persona::{Analyst, Chair, FocalPoint, OtherDelegation, Outsider};
use reports::issue;

/// Answers of a delegation: the question's place, text, language.
type Answers<'a> = &'a [(usize, &'a str, &'a str)];

/// A response as if it had been handed over.
async fn hand_over(fixture: &Fixture, response: ResponseId, participant: &str, answers: Answers<'_>) -> SubmissionId {
    let id = SubmissionId::new();
    sqlx::query(
        "insert into submissions (id, response_id, consultation_id, participant_code, number, reference, content, sha256,
           signatory_name, signatory_title, submitted_by, submitted_at, chain_position)
         values ($1, $2, $3, $4, 1, $5, '{}', '', 'Signatory', 'Permanent Representative', $6, $7, 1)",
    )
    .bind(id.uuid())
    .bind(response.uuid())
    .bind(fixture.consultation.uuid())
    .bind(participant)
    .bind(format!("TEST/{participant}/1"))
    .bind(account_id(&fixture.app, &FocalPoint.email()).await.uuid())
    .bind(now() - TimeDelta::hours(2))
    .execute(&fixture.app.superuser)
    .await
    .unwrap();
    for (at, text, language) in answers {
        sqlx::query("insert into submitted_answers values ($1, $2, $3, $4, $5, $6, $7)")
            .bind(id.uuid())
            .bind(fixture.consultation.uuid())
            .bind(participant)
            .bind(fixture.questions[*at].uuid())
            .bind(*text)
            .bind(*language)
            .bind(i32::try_from(text.split_whitespace().count()).unwrap())
            .execute(&fixture.app.superuser)
            .await
            .unwrap();
    }
    set(
        fixture,
        "update responses set started_at = invited_at, submitted_at = invited_at where id = $1",
        response.uuid(),
    )
    .await;
    id
}

async fn set(fixture: &Fixture, statement: &'static str, id: Uuid) {
    let done = sqlx::query(statement).bind(id).execute(&fixture.app.superuser).await.unwrap();
    assert!(done.rows_affected() > 0, "{statement}");
}

/// France has begun, and its draft must be seen nowhere.
const DRAFT: &str = "Unsubmitted words of France";

async fn begin_draft(fixture: &Fixture) {
    sqlx::query(
        "insert into revisions (id, response_id, consultation_id, participant_code, question_id, number, text, language, words,
           author_id, created_at) values ($1, $2, $3, 'FRA', $4, 1, $5, 'en', 4711, $6, $7)",
    )
    .bind(Uuid::now_v7())
    .bind(fixture.other_response.uuid())
    .bind(fixture.consultation.uuid())
    .bind(fixture.questions[0].uuid())
    .bind(DRAFT)
    .bind(fixture.account(OtherDelegation).await.uuid())
    .bind(now())
    .execute(&fixture.app.superuser)
    .await
    .unwrap();
    set(fixture, "update responses set started_at = invited_at where id = $1", fixture.other_response.uuid()).await;
}

async fn african_union(fixture: &Fixture) -> ResponseId {
    let row =
        sqlx::query("select id from responses where participant_code = 'AU'").fetch_one(&fixture.app.superuser).await;
    ResponseId::from(row.unwrap().get::<Uuid, _>("id"))
}

async fn speak(fixture: &Fixture, persona: Persona, language: Language) {
    sqlx::query("update accounts set language = $2 where email_key = $1")
        .bind(persona.email())
        .bind(language.tag())
        .execute(&fixture.app.superuser)
        .await
        .unwrap();
}

fn reading(fixture: &Fixture, at: usize) -> String {
    r::reading(fixture.consultation, fixture.questions[at])
}

fn board(fixture: &Fixture) -> String {
    r::board(fixture.consultation)
}

/// A form that the page does not show, with the token of one that it does.
async fn forged(browser: &mut Browser, token_of: &str, action: String) -> Form {
    let shown = browser.get(token_of).await.form_to(token_of);
    let fields = shown.fields.into_iter().filter(|(name, _)| name == "csrf_token" || name == "form_account").collect();
    Form { action, multipart: false, fields, files: Vec::new() }
}

async fn save(browser: &mut Browser, path: &str, text: &str) -> Page {
    let mut form = browser.get(path).await.form_to(path);
    form.set("text", text);
    browser.submit(form).await
}

#[tokio::test]
async fn the_database_itself_keeps_delegations_out() {
    let fixture = Fixture::new().await;
    hand_over(&fixture, fixture.response, "CRI", &[(0, "Ours", "en")]).await;
    hand_over(&fixture, fixture.other_response, "FRA", &[(0, "Theirs", "en")]).await;
    save(&mut fixture.browser(Analyst).await, &reading(&fixture, 0), "Summary").await;
    let (database, id, question) = (&fixture.app.context.database, fixture.consultation, fixture.questions[0]);
    let delegate: Principal = (&fixture.account(FocalPoint).await).into();
    let presidency: Principal = (&fixture.account(Analyst).await).into();
    for (principal, texts, summaries) in
        [(delegate, vec!["Ours"], 0), (presidency, vec!["Ours", "Theirs"], 1), (Principal::Nobody, vec![], 0)]
    {
        let mut transaction = database.begin(principal).await.unwrap();
        let answers = store::submitted_answers::of_consultation(&mut transaction, id, None).await.unwrap();
        assert_eq!(answers.iter().map(|answer| answer.text.as_str()).collect::<Vec<_>>(), texts);
        assert_eq!(store::summaries::history(&mut transaction, question).await.unwrap().len(), summaries);
        assert_eq!(store::summaries::latest(&mut transaction, id).await.unwrap().len(), summaries);
    }
    let draft = rapporteur::domain::summary::SummaryDraft {
        base: 1,
        text: "Forged".to_owned().try_into().unwrap(),
        language: Language::En,
    };
    let mut transaction = database.begin(delegate).await.unwrap();
    let author = fixture.account(FocalPoint).await;
    let refused =
        store::summaries::insert(&mut transaction, (id, question), 2, &draft, author, now()).await.unwrap_err();
    assert_eq!(refused.as_database_error().unwrap().code().unwrap(), "42501");
    drop(transaction);
    issue(&fixture).await;
    for (principal, seen) in [(delegate, true), (presidency, true), (Principal::Nobody, false)] {
        let mut transaction = database.begin(principal).await.unwrap();
        assert_eq!(store::reports::latest(&mut transaction, id).await.unwrap().is_some(), seen);
    }
    let outsider: Principal = (&fixture.account(Outsider).await).into();
    let mut transaction = database.begin(outsider).await.unwrap();
    assert!(store::reports::latest(&mut transaction, id).await.unwrap().is_none());
}

#[tokio::test]
async fn the_pages_speak_all_languages() {
    let fixture = Fixture::new().await;
    hand_over(&fixture, fixture.response, "CRI", &[(0, "Text", "es")]).await;
    let (mut chair, mut analyst) = (fixture.browser(Chair).await, fixture.browser(Analyst).await);
    save(&mut analyst, &reading(&fixture, 0), "Summary").await;
    let conflicting = chair.get(&reading(&fixture, 0)).await.form_to(&reading(&fixture, 0));
    for closed in [false, true] {
        if closed {
            fixture.set_deadline(now() - TimeDelta::minutes(1)).await;
        }
        for language in Language::ALL {
            speak(&fixture, Chair, language).await;
            let mut stale = conflicting.clone();
            stale.set("base", "0").set("text", "Mine");
            let pages = [
                chair.get(&board(&fixture)).await,
                chair.get(&reading(&fixture, 0)).await,
                chair.get(&format!("{}?revision=1", reading(&fixture, 1 - 1))).await,
                chair.submit(stale).await,
                chair.get(&r::report(fixture.consultation)).await,
                chair.get(&r::report_issue(fixture.consultation)).await,
            ];
            for (page, status) in pages.iter().zip([200, 200, 200, 409, 200, 200]) {
                assert_eq!(page.status, status, "{language} {}", page.path);
                assert_eq!(page.texts("h1").len(), 1, "{language} {}", page.path);
                let html = format!("<html lang=\"{}\" dir=\"{}\">", language.tag(), language.direction());
                assert!(page.body.contains(&html));
                let ids: Vec<_> = ids(page);
                let mut unique = ids.clone();
                unique.sort();
                unique.dedup();
                assert_eq!(unique.len(), ids.len(), "{language} {}: {ids:?}", page.path);
            }
        }
    }
}

fn ids(page: &Page) -> Vec<String> {
    let every = scraper::Selector::parse("[id]").unwrap();
    page.html().select(&every).map(|element| element.value().attr("id").unwrap().to_owned()).collect()
}
