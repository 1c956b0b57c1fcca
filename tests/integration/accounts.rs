//! Signing in and out, one-time links, one's own account.

use chrono::TimeDelta;
use rapporteur::{domain::account::LinkPurpose, services::links};
use sqlx::Row;

use crate::support::fixture::{Fixture, PASSWORD, Persona};

#[tokio::test]
async fn signing_in_leads_to_the_page_asked_for_and_signing_out_ends_the_session() {
    let fixture = Fixture::new().await;
    let mut browser = fixture.app.browser();
    let page = browser.get("/account").await;
    assert_eq!(page.location().unwrap(), "/sign-in?return_to=%2Faccount");
    let mut form = browser.visit("/account").await.form("form:has(input[type=password])");
    form.set("email", &Persona::FocalPoint.email().to_uppercase()).set("password", PASSWORD);
    let page = browser.send_form(form).await;
    assert_eq!((page.status.as_u16(), page.path.as_str()), (200, "/account"));
    let page = browser.submit(page.form_to("/sign-out")).await;
    assert_eq!(page.status, 303);
    assert_eq!(browser.get("/account").await.status, 303);
}

#[tokio::test]
async fn a_wrong_password_is_422_with_the_address_kept_and_too_many_are_429() {
    let fixture = Fixture::new().await;
    let mut browser = fixture.app.browser();
    for attempt in 0..11 {
        let page = browser.sign_in(&Persona::FocalPoint.email(), "not the right pass phrase").await;
        assert_eq!(page.status, if attempt < 10 { 422 } else { 429 }, "attempt {attempt}");
        assert_eq!(page.form("form:has(input[type=password])").value("email").unwrap(), Persona::FocalPoint.email());
        assert!(page.text("title").starts_with("Error:"));
    }
    fixture.app.advance(TimeDelta::minutes(5));
    let page = browser.sign_in(&Persona::FocalPoint.email(), PASSWORD).await;
    assert_eq!(page.status, 303);
}

#[tokio::test]
async fn a_browser_that_signed_in_before_is_not_locked_out_by_strangers() {
    let fixture = Fixture::new().await;
    let mut known = fixture.browser(Persona::FocalPoint).await;
    let page = known.visit("/account").await;
    known.submit(page.form_to("/sign-out")).await;
    let mut stranger = fixture.app.browser();
    for _ in 0..12 {
        stranger.sign_in(&Persona::FocalPoint.email(), "a guess that is wrong").await;
    }
    assert_eq!(stranger.sign_in(&Persona::FocalPoint.email(), PASSWORD).await.status, 429);
    assert_eq!(known.sign_in(&Persona::FocalPoint.email(), PASSWORD).await.status, 303);
}

#[tokio::test]
async fn a_session_ends_after_half_an_hour_idle_and_twelve_hours_at_most() {
    let fixture = Fixture::new().await;
    let mut browser = fixture.browser(Persona::Drafter).await;
    for _ in 0..25 {
        fixture.app.advance(TimeDelta::minutes(29));
        if browser.get("/account").await.status == 303 {
            break;
        }
    }
    assert_eq!(browser.get("/account").await.status, 303, "twelve hours are the most");
    let mut browser = fixture.browser(Persona::Drafter).await;
    fixture.app.advance(TimeDelta::minutes(31));
    assert_eq!(browser.get("/account").await.status, 303, "half an hour idle");
}

#[tokio::test]
async fn a_link_changes_nothing_when_opened_works_once_and_expires() {
    let fixture = Fixture::new().await;
    let account = fixture.account(Persona::Approver).await;
    let token = links::issue(fixture.app.context.clone(), account, LinkPurpose::PasswordReset).await.unwrap();
    let path = format!("/links/{}", token.expose());
    let mut browser = fixture.app.browser();
    for _ in 0..3 {
        assert_eq!(browser.get(&path).await.status, 200);
    }
    let mut form = browser.get(&path).await.form("main form");
    form.set("password", "too short").set("again", "too short");
    let page = browser.submit(form).await;
    assert_eq!(page.status, 422);
    let mut form = page.form("main form");
    form.set("password", "пароль из нескольких слов").set("again", "пароль из нескольких слов");
    let page = browser.submit(form.clone()).await;
    assert_eq!(page.status, 303);
    assert_eq!(browser.submit(form).await.status, 410, "a link works once");
    assert_eq!(browser.get(&path).await.status, 410);
    assert_eq!(browser.sign_in(&Persona::Approver.email(), "пароль из нескольких слов").await.status, 303);
    let token = links::issue(fixture.app.context.clone(), account, LinkPurpose::PasswordReset).await.unwrap();
    fixture.app.advance(TimeDelta::hours(1));
    assert_eq!(browser.get(&format!("/links/{}", token.expose())).await.status, 410, "a link expires");
}

#[tokio::test]
async fn asking_for_a_reset_says_the_same_for_known_and_unknown_addresses() {
    let fixture = Fixture::new().await;
    let mut bodies = Vec::new();
    for email in [Persona::Analyst.email(), "nobody@test.example".to_owned()] {
        let mut browser = fixture.app.browser();
        let mut form = browser.get("/forgotten-password").await.form("main form");
        form.set("email", &email);
        let page = browser.submit(form).await;
        assert_eq!(page.status, 200);
        bodies.push(page.body);
    }
    assert_eq!(bodies[0], bodies[1]);
    let mails = sqlx::query("select kind, payload::text from mails").fetch_all(&fixture.app.superuser).await.unwrap();
    assert_eq!(mails.len(), 1);
    assert_eq!(mails[0].get::<String, _>("kind"), "password_reset");
}

#[tokio::test]
async fn the_profile_and_the_password_are_changed_on_the_accounts_page() {
    let fixture = Fixture::new().await;
    let mut browser = fixture.browser(Persona::Analyst).await;
    let mut other = fixture.browser(Persona::Analyst).await;
    let mut form = browser.get("/account").await.form_to("/account");
    form.set("name", "Première conseillère").set("language", "fr").set("zone", "Europe/Paris");
    let page = browser.send_form(form).await;
    assert_eq!(page.html().root_element().value().attr("lang"), Some("fr"));
    let mut form = page.form_to("/account/password");
    form.set("present", PASSWORD)
        .set("password", "une autre phrase de passe")
        .set("again", "une autre phrase de passe");
    assert_eq!(browser.submit(form).await.status, 303);
    assert_eq!(browser.get("/account").await.status, 200);
    assert_eq!(other.get("/account").await.status, 303, "other sessions end");
    assert_eq!(other.sign_in(&Persona::Analyst.email(), "une autre phrase de passe").await.status, 303);
}

#[tokio::test]
async fn the_language_switch_returns_to_the_page_and_never_leaves_the_site() {
    let fixture = Fixture::new().await;
    let mut browser = fixture.app.browser();
    let mut form = browser.get("/forgotten-password").await.form_to("/language");
    form.add("language", "ar");
    let page = browser.send_form(form.clone()).await;
    assert_eq!(page.path, "/forgotten-password");
    assert_eq!(page.html().root_element().value().attr("dir"), Some("rtl"));
    form.set("return_to", "//elsewhere.example/");
    assert_eq!(browser.submit(form).await.location().unwrap(), "/");
}

#[tokio::test]
async fn a_session_is_kept_alive_as_the_script_does_it() {
    let fixture = Fixture::new().await;
    let mut browser = fixture.browser(Persona::Drafter).await;
    for _ in 0..4 {
        let mut form = browser.get("/account").await.form_to("/sign-out");
        form.action = "/session/keep-alive".into();
        form.remove("form_account");
        fixture.app.advance(TimeDelta::minutes(25));
        assert_eq!(browser.submit(form).await.status, 204);
    }
}

#[tokio::test]
async fn passwords_are_never_shown_again() {
    let fixture = Fixture::new().await;
    let mut browser = fixture.browser(Persona::Analyst).await;
    let mut form = browser.get("/account").await.form_to("/account/password");
    form.set("present", "secret one of the test")
        .set("password", "secret two of the test")
        .set("again", "secret two of the test");
    browser.cookies.clear();
    let page = browser.submit(form).await;
    assert_eq!(page.status, 403);
    assert!(!page.body.contains("secret"), "{}", page.body);
}

#[tokio::test]
async fn a_text_comes_back_when_the_form_is_not_there_any_more() {
    let fixture = Fixture::new().await;
    let mut browser = fixture.browser(Persona::Drafter).await;
    let path = rapporteur::web::routes::response(fixture.response);
    let mut form = browser.get(&path).await.form_to(&path);
    let text = "Illustrative text of a test.\r\n\r\nWritten while the membership ended.";
    form.set(&format!("text-{}", fixture.questions[0]), text);
    sqlx::query("update memberships set ended_at = now() where role = 'drafter'")
        .execute(&fixture.app.superuser)
        .await
        .unwrap();
    let page = browser.submit(form).await;
    assert_eq!(page.status, 404);
    assert_eq!(page.form_to(&path).value(&format!("text-{}", fixture.questions[0])), Some(text));
}

#[tokio::test]
async fn heads_of_parts_count_towards_the_limit_of_a_body() {
    let fixture = Fixture::new().await;
    let mut browser = fixture.app.browser();
    let part = "--b\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n\r\n";
    let body = format!("{}--b--\r\n", part.repeat(6_000)).into_bytes();
    let headers =
        [("sec-fetch-site", "same-origin".to_owned()), ("content-type", "multipart/form-data; boundary=b".to_owned())];
    let page = browser.send(reqwest::Method::POST, "/sign-in", &headers, body).await;
    assert_eq!(page.status, 413);
}

#[tokio::test]
async fn two_people_at_one_desk_are_both_known_there() {
    let fixture = Fixture::new().await;
    let mut desk = fixture.browser(Persona::FocalPoint).await;
    let known = desk.cookies.clone();
    let page = desk.visit("/account").await;
    desk.submit(page.form_to("/sign-out")).await;
    assert_eq!(desk.sign_in(&Persona::Drafter.email(), PASSWORD).await.status, 303);
    let browser = |cookies: &std::collections::BTreeMap<String, String>| {
        cookies.iter().find(|(name, _)| name.contains("browser")).map(|(_, value)| value.clone()).unwrap()
    };
    assert_eq!(browser(&known), browser(&desk.cookies));
}

#[tokio::test]
async fn who_used_a_link_is_not_kept_out_by_strangers() {
    let fixture = Fixture::new().await;
    let account = fixture.account(Persona::Approver).await;
    let mut stranger = fixture.app.browser();
    for _ in 0..12 {
        stranger.sign_in(&Persona::Approver.email(), "a guess that is wrong").await;
    }
    let token = links::issue(fixture.app.context.clone(), account, LinkPurpose::PasswordReset).await.unwrap();
    let mut browser = fixture.app.browser();
    let mut form = browser.get(&format!("/links/{}", token.expose())).await.form("main form");
    form.set("password", "another long pass phrase").set("again", "another long pass phrase");
    assert_eq!(browser.submit(form).await.status, 303);
    assert_eq!(browser.sign_in(&Persona::Approver.email(), "another long pass phrase").await.status, 303);
}
