//! One-time links: opening one changes nothing, using it works once.

use chrono::TimeDelta;
use rapporteur::{
    domain::{account::LinkPurpose, ids::AccountId},
    services::links,
    web::routes as r,
};
use reqwest::Method;

use crate::support::fixture::{Fixture, Persona};
use Persona::{Drafter, Outsider};

/// A link of an account, as its mail would hold it.
pub(super) async fn issue(fixture: &Fixture, account: AccountId, purpose: LinkPurpose) -> String {
    let token = links::issue(fixture.app.context.clone(), account, purpose).await.unwrap();
    r::link(token.expose())
}

#[tokio::test]
async fn opening_a_link_changes_nothing_in_the_database() {
    let fixture = Fixture::new().await;
    let path = issue(&fixture, fixture.account(Drafter).await, LinkPurpose::PasswordReset).await;
    let state = "select md5(string_agg(t, ',')) from (
        select l::text from one_time_links l union all select a::text from accounts a union all
        select e::text from audit_events e union all select s::text from sessions s union all select m::text from mails m) x (t)";
    let look = || async { sqlx::query_scalar::<_, String>(state).fetch_one(&fixture.app.superuser).await.unwrap() };
    let before = look().await;
    let mut scanner = fixture.app.browser();
    for method in [Method::GET, Method::HEAD, Method::GET] {
        scanner.send(method, &path, &[], Vec::new()).await;
    }
    assert_eq!(look().await, before);
    assert!(scanner.cookies.is_empty());
    assert_eq!(scanner.get(&path).await.status, 200);
}

#[tokio::test]
async fn dead_links_all_look_the_same() {
    let fixture = Fixture::new().await;
    let drafter = fixture.account(Drafter).await;
    let older = issue(&fixture, drafter, LinkPurpose::PasswordReset).await;
    let newer = issue(&fixture, drafter, LinkPurpose::PasswordReset).await;
    let outsider = fixture.account(Outsider).await;
    let shut = issue(&fixture, outsider, LinkPurpose::PasswordReset).await;
    sqlx::query("update accounts set disabled_at = now() where id = $1")
        .bind(outsider.uuid())
        .execute(&fixture.app.superuser)
        .await
        .unwrap();
    let mut browser = fixture.app.browser();
    assert_eq!(browser.get(&newer).await.status, 200);
    let mut bodies = Vec::new();
    let upper = newer.to_uppercase().replace("/LINKS/", "/links/");
    for path in [older, shut, r::link(&"0".repeat(64)), r::link("short"), upper] {
        let page = browser.get(&path).await;
        assert_eq!(page.status, 410, "{path}");
        assert_eq!(page.headers["cache-control"], "no-store");
        bodies.push(page.body.replace(&path, "PATH"));
    }
    assert!(bodies.iter().all(|body| *body == bodies[0]));
}

#[tokio::test]
async fn a_link_used_twice_at_once_works_once() {
    let fixture = Fixture::new().await;
    let path = issue(&fixture, fixture.account(Drafter).await, LinkPurpose::PasswordReset).await;
    let mut filled = Vec::new();
    for password in ["the first of two phrases", "the second of two phrases"] {
        let mut browser = fixture.app.browser();
        let mut form = browser.get(&path).await.form("main form");
        form.set("password", password).set("again", password);
        filled.push((browser, form));
    }
    let (mut second, mut first) = (filled.remove(1), filled.remove(0));
    let (one, other) = tokio::join!(first.0.submit(first.1), second.0.submit(second.1));
    let (one, other) = (one.status.as_u16(), other.status.as_u16());
    let mut statuses = [one, other];
    statuses.sort_unstable();
    assert_eq!(statuses, [303, 410]);
    let right = if one == 303 { "the first of two phrases" } else { "the second of two phrases" };
    assert_eq!(fixture.app.browser().sign_in(&Drafter.email(), right).await.status, 303);
}

#[tokio::test]
async fn using_a_link_ends_every_session_and_activation_links_last_two_weeks() {
    let fixture = Fixture::new().await;
    let mut thief = fixture.browser(Drafter).await;
    let drafter = fixture.account(Drafter).await;
    let path = issue(&fixture, drafter, LinkPurpose::PasswordReset).await;
    let mut browser = fixture.app.browser();
    let mut form = browser.get(&path).await.form("main form");
    form.set("password", "another long pass phrase").set("again", "another long pass phrase");
    assert_eq!(browser.submit(form).await.status, 303);
    assert_eq!(thief.get("/account").await.status, 303);
    let path = issue(&fixture, drafter, LinkPurpose::Activation).await;
    fixture.app.advance(TimeDelta::days(14) - TimeDelta::seconds(1));
    assert_eq!(browser.get(&path).await.status, 200);
    fixture.app.advance(TimeDelta::seconds(1));
    assert_eq!(browser.get(&path).await.status, 410);
}

#[tokio::test]
async fn who_activates_keeps_the_language_of_the_page_and_who_resets_keeps_their_own() {
    let fixture = Fixture::new().await;
    let drafter = fixture.account(Drafter).await;
    for (purpose, asked, kept) in [(LinkPurpose::Activation, "fr", "fr"), (LinkPurpose::PasswordReset, "ru", "fr")] {
        let path = issue(&fixture, drafter, purpose).await;
        let mut browser = fixture.app.browser();
        browser.language = asked.to_owned();
        let mut form = browser.get(&path).await.form("main form");
        if purpose == LinkPurpose::Activation {
            form.set("name", "Somebody of a test");
        }
        form.set("password", "another long pass phrase").set("again", "another long pass phrase");
        assert_eq!(browser.submit(form).await.status, 303);
        assert_eq!(browser.sign_in(&Drafter.email(), "another long pass phrase").await.status, 303);
        let page = browser.get("/account").await;
        assert!(page.body.contains(&format!("<html lang=\"{kept}\"")), "{purpose:?}");
    }
}
