//! How often may be tried, and that no answer tells who has an account.

use std::collections::BTreeSet;

use chrono::TimeDelta;
use rapporteur::services::accounts::RESET_ANSWER;
use sqlx::Row;

use super::number;
use crate::support::{
    browser::Page,
    fixture::{Fixture, PASSWORD, Persona, add_account},
};
use Persona::{Analyst, Chair, Drafter, FocalPoint};

#[tokio::test]
async fn one_address_tries_many_accounts_only_so_often_and_locks_nobody_out_who_is_known() {
    let fixture = Fixture::new().await;
    let mut known = fixture.browser(FocalPoint).await;
    let page = known.get("/account").await;
    known.submit(page.form_to("/sign-out")).await;
    let mut stranger = fixture.app.browser();
    let mut refused = 0;
    for attempt in 0..70 {
        // a name of its own for each try, and a forged address: no proxy is trusted here
        let mut form = stranger.get("/sign-in").await.form("main form");
        form.set("email", &format!("guess-{attempt}@test.example")).set("password", "a guess that is wrong");
        let headers =
            [("sec-fetch-site", "same-origin".to_owned()), ("x-forwarded-for", format!("198.51.100.{attempt}"))];
        let page = stranger.submit_with(form, &headers).await;
        if page.status == 429 {
            refused += 1;
        } else {
            assert_eq!(page.status, 422);
        }
    }
    // one of the sixty went to the sign-in above
    assert_eq!(refused, 11);
    assert_eq!(stranger.sign_in(&Drafter.email(), PASSWORD).await.status, 429);
    assert_eq!(known.sign_in(&FocalPoint.email(), PASSWORD).await.status, 303, "a known browser is not held up");
    fixture.app.advance(TimeDelta::minutes(5));
    assert_eq!(stranger.sign_in(&Drafter.email(), PASSWORD).await.status, 303);
}

#[tokio::test]
async fn a_known_browser_has_a_bucket_of_its_own_and_it_too_ends() {
    let fixture = Fixture::new().await;
    let mut known = fixture.browser(Analyst).await;
    let page = known.get("/account").await;
    known.submit(page.form_to("/sign-out")).await;
    for attempt in 0..11 {
        let status = known.sign_in(&Analyst.email(), "not the right pass phrase").await.status;
        assert_eq!(status, if attempt < 10 { 422 } else { 429 }, "attempt {attempt}");
    }
    // the account's own bucket is untouched: another browser of its person still gets in
    assert_eq!(fixture.app.browser().sign_in(&Analyst.email(), PASSWORD).await.status, 303);
    // and a browser known to one account is a stranger to another
    for _ in 0..10 {
        known.sign_in(&Drafter.email(), "not the right pass phrase").await;
    }
    assert_eq!(fixture.app.browser().sign_in(&Drafter.email(), PASSWORD).await.status, 429);
}

#[tokio::test]
async fn success_gives_the_bucket_back() {
    let fixture = Fixture::new().await;
    for _ in 0..3 {
        let mut browser = fixture.app.browser();
        for _ in 0..9 {
            assert_eq!(browser.sign_in(&Chair.email(), "mistyped, mistyped").await.status, 422);
        }
        assert_eq!(browser.sign_in(&Chair.email(), PASSWORD).await.status, 303);
    }
}

#[tokio::test]
async fn resets_are_mailed_three_times_an_hour_and_the_answer_never_tells() {
    let fixture = Fixture::new().await;
    let mut browser = fixture.app.browser();
    let mut bodies = Vec::new();
    for _ in 0..5 {
        let mut form = browser.get("/forgotten-password").await.form("main form");
        form.set("email", &Analyst.email());
        bodies.push(browser.submit(form).await.body);
        fixture.app.advance(TimeDelta::seconds(1));
    }
    assert!(bodies.iter().all(|body| *body == bodies[0]));
    assert_eq!(number(&fixture.app, "select count(*) from mails").await, 3);
}

#[tokio::test]
async fn a_request_for_a_reset_takes_as_long_for_an_address_without_an_account() {
    let fixture = Fixture::new().await;
    for email in [Analyst.email(), "nobody@test.example".to_owned()] {
        let mut browser = fixture.app.browser();
        let mut form = browser.get("/forgotten-password").await.form("main form");
        form.set("email", &email);
        let asked = std::time::Instant::now();
        assert_eq!(browser.submit(form).await.status, 200);
        assert!(asked.elapsed() >= RESET_ANSWER, "{email}: {:?}", asked.elapsed());
    }
}

#[tokio::test]
async fn no_answer_tells_whether_an_address_has_an_account() {
    let fixture = Fixture::new().await;
    let app = &fixture.app;
    add_account(app, "shut@test.example", false).await;
    add_account(app, "fresh@test.example", false).await;
    for statement in [
        "update accounts set disabled_at = now() where email_key = 'shut@test.example'",
        "update accounts set password_hash = null, activated_at = null where email_key = 'fresh@test.example'",
    ] {
        sqlx::query(statement).execute(&app.superuser).await.unwrap();
    }
    let emails =
        [Analyst.email(), "nobody@test.example".into(), "shut@test.example".into(), "fresh@test.example".into()];
    let (mut resets, mut sign_ins) = (Vec::new(), Vec::new());
    for email in &emails {
        let mut browser = app.browser();
        let mut form = browser.get("/forgotten-password").await.form("main form");
        form.set("email", email);
        let page = browser.submit(form).await;
        resets.push((page.status, page.body.replace(email, "EMAIL"), names(&page)));
        let page = browser.sign_in(email, "a guess that is wrong").await;
        sign_ins.push((page.status, page.body.replace(email, "EMAIL"), names(&page)));
    }
    for (email, (reset, sign_in)) in emails.iter().zip(resets.iter().zip(&sign_ins)) {
        assert_eq!(reset, &resets[1], "{email}");
        assert_eq!(sign_in, &sign_ins[1], "{email}");
    }
    let written = sqlx::query("select kind, email from mails m join accounts a on a.id = account_id order by kind")
        .fetch_all(&app.superuser)
        .await
        .unwrap();
    let written: Vec<(String, String)> = written.iter().map(|row| (row.get(0), row.get(1))).collect();
    assert_eq!(
        written,
        [("activation".into(), "fresh@test.example".into()), ("password_reset".into(), Analyst.email())],
        "a shut account is written nothing"
    );
}

/// The names of the headers, which have no order.
fn names(page: &Page) -> BTreeSet<String> {
    page.headers.keys().map(ToString::to_string).collect()
}
