//! Requests that are given up leave no transaction open.

use std::time::Duration;

use chrono::{DateTime, Utc};
use futures_util::FutureExt;
use rapporteur::database::Principal;

use super::{number, stored_name};
use crate::support::{
    browser::Browser,
    fixture::{Fixture, Persona},
};
use Persona::Drafter;

/// Waits until `ready` says so; fails after ten seconds.
async fn wait_for(fixture: &Fixture, query: &'static str, wanted: i64) {
    let pause = Duration::from_millis(20);
    for _ in 0..500 {
        if number(&fixture.app, query).await == wanted {
            return;
        }
        tokio::time::sleep(pause).await;
    }
    panic!("{query} is {} and not {wanted}", number(&fixture.app, query).await);
}

const BLOCKED: &str =
    "select count(*) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'";
const OPEN: &str =
    "select count(*) from pg_stat_activity where datname = current_database() and usename = 'rapporteur_app'
     and state <> 'idle'";

#[tokio::test]
async fn a_save_whose_browser_goes_away_is_done_and_leaves_nothing_open() {
    let fixture = Fixture::new().await;
    let mut browser = fixture.browser(Drafter).await;
    let mut form = browser.get("/account").await.form_to("/account");
    form.set("name", "Saved all the same");
    let mut blocker = fixture.app.superuser.begin().await.unwrap();
    sqlx::query("select from accounts where email_key = $1 for update")
        .bind(Drafter.email())
        .execute(&mut *blocker)
        .await
        .unwrap();
    let mut copy = browser.clone();
    let request = tokio::spawn(async move { copy.submit(form).await });
    wait_for(&fixture, BLOCKED, 1).await;
    request.abort();
    assert!(request.await.unwrap_err().is_cancelled());
    blocker.rollback().await.unwrap();
    wait_for(&fixture, OPEN, 0).await;
    assert_eq!(stored_name(&fixture).await, "Saved all the same");
    assert_eq!(browser.get("/account").await.status, 200);
}

#[tokio::test]
async fn a_storm_of_aborted_requests_leaves_no_open_transaction() {
    let fixture = Fixture::new().await;
    let browser = fixture.browser(Drafter).await;
    let storm = (0..120_u64).map(|number| {
        let mut browser: Browser = browser.clone();
        async move {
            let path = if number % 2 == 0 { "/account" } else { "/consultations" };
            let _ = tokio::time::timeout(Duration::from_micros(number * 150), browser.get(path)).await;
        }
    });
    futures_util::future::join_all(storm).await;
    wait_for(&fixture, OPEN, 0).await;
    assert_eq!(browser.clone().get("/account").await.status, 200);
}

/// Begins on every connection of the pool, and says when each of these transactions was begun.
async fn begin_everywhere(fixture: &Fixture) -> Vec<DateTime<Utc>> {
    let (mut all, mut begun) = (Vec::new(), Vec::new());
    for _ in 0..8 {
        let mut transaction = fixture.app.context.database.begin(Principal::Nobody).await.unwrap();
        begun.push(sqlx::query_scalar("select now()").fetch_one(&mut *transaction).await.unwrap());
        all.push(transaction);
    }
    begun
}

#[tokio::test]
async fn a_connection_is_handed_out_without_a_transaction_that_was_left_open() {
    let fixture = Fixture::new().await;
    begin_everywhere(&fixture).await;
    for steps in 0..20 {
        // given up after so many steps, at times between the query that begins and its answer
        let mut begins: Vec<_> =
            (0..8).map(|_| Box::pin(fixture.app.context.database.begin(Principal::Nobody).fuse())).collect();
        for _ in 0..steps {
            futures_util::future::join_all(begins.iter_mut().map(futures_util::future::poll_immediate)).await;
            tokio::time::sleep(Duration::from_micros(50)).await;
        }
        drop(begins);
        let clock = "select clock_timestamp()";
        let before: DateTime<Utc> = sqlx::query_scalar(clock).fetch_one(&fixture.app.superuser).await.unwrap();
        for begun in begin_everywhere(&fixture).await {
            assert!(begun >= before, "step {steps}: begun at {begun}, before {before}");
        }
    }
}

#[tokio::test]
async fn a_connection_is_handed_out_without_a_transaction_that_failed() {
    let fixture = Fixture::new().await;
    let mut all = Vec::new();
    for _ in 0..8 {
        let mut transaction = fixture.app.context.database.begin(Principal::Nobody).await.unwrap();
        sqlx::query("select 1 / 0").execute(&mut *transaction).await.unwrap_err();
        all.push(transaction);
    }
    drop(all);
    begin_everywhere(&fixture).await;
}
