//! Accounts: made, shut and opened again, sent a link.

use chrono::TimeDelta;
use rapporteur::{
    domain::{
        access::{CanAdministrate, Permission, Visitor},
        account::LinkPurpose,
    },
    services::{administration, links},
    web::routes as r,
};
use sqlx::Row;
use uuid::Uuid;

use super::{STRANGER, audit, count, forged, kinds, memberships, new_account};
use crate::support::fixture::{Fixture, PASSWORD, Persona, account_id, add_account};
use Persona::{Administrator, Drafter};

#[tokio::test]
async fn a_chair_is_made_invited_and_can_create_consultations() {
    let fixture = Fixture::new().await;
    let app = &fixture.app;
    let mut browser = fixture.browser(Administrator).await;
    let page = browser.get("/administration/new-account").await;
    let names: Vec<String> = page.texts("#participant option");
    let at = |name: &str| names.iter().position(|given| given == name).unwrap();
    assert!(at("Costa Rica") < at("Côte d’Ivoire") && at("Côte d’Ivoire") < at("Croatia"), "{names:?}");
    let mut form = page.form_to("/administration/new-account");
    form.set("email", STRANGER).set("name", "Имя").set("language", "ru").set("participant", "FRA");
    let page = browser.send_form(form.clone()).await;
    assert_eq!(page.status, 200, "{}", page.main());
    // the address may break after its sign
    assert_eq!(page.text("h1").replace(' ', ""), STRANGER);
    assert!(page.text(".notice-ok").contains("on its way"));
    assert_eq!(page.texts("tbody th"), ["Chair"]);
    assert!(page.main().contains("France") && page.main().contains("May create consultations"));
    assert!(!page.body.contains("/links/"), "the link is nobody's but the person's");

    let account = account_id(app, STRANGER).await;
    assert_eq!(kinds(app, account).await, ["activation"]);
    let chain = app.context.installation.id.uuid();
    let administrator = Some(fixture.account(Administrator).await.uuid());
    for action in ["account_created", "membership_began"] {
        let links = audit(app, chain, action).await;
        assert_eq!(links.len(), 1, "{action}");
        assert_eq!(links[0].0, administrator);
        assert!(links[0].1.contains(&account.to_string()) && !links[0].1.contains('@'));
    }

    // sent once more: found, said, and nothing changed
    let again = browser.submit(form).await;
    assert_eq!(again.status, 422);
    assert_eq!(again.text("#email-error"), "Error: There is an account with this address already.");
    assert_eq!(again.links("Open the existing account"), [r::administered_account(account)]);
    assert_eq!(kinds(app, account).await, ["activation"]);
    assert_eq!(memberships(app, account).await.len(), 1);

    // the link itself works, and then the chair may create consultations
    let token = links::issue(app.context.clone(), account, LinkPurpose::Activation).await.unwrap();
    let mut chair = app.browser();
    let mut form = chair.get(&r::link(token.expose())).await.form("main form");
    form.set("name", "A chair").set("language", "ru").set("password", PASSWORD).set("again", PASSWORD);
    assert_eq!(chair.submit(form).await.status, 303);
    assert_eq!(chair.sign_in(STRANGER, PASSWORD).await.status, 303);
    assert!(!chair.get("/account").await.links("Новая консультация").is_empty());
}

#[tokio::test]
async fn administrators_and_plain_accounts_are_made_too() {
    let fixture = Fixture::new().await;
    let mut browser = fixture.browser(Administrator).await;
    assert_eq!(new_account(&mut browser, STRANGER, "administrator", "").await.status, 303);
    assert_eq!(new_account(&mut browser, "plain@mission.example", "person", "").await.status, 303);
    for (email, administrator) in [(STRANGER, true), ("plain@mission.example", false)] {
        let row = sqlx::query("select administrator, id from accounts where email_key = $1")
            .bind(email)
            .fetch_one(&fixture.app.superuser)
            .await
            .unwrap();
        assert_eq!(row.get::<bool, _>("administrator"), administrator);
        let id = row.get::<Uuid, _>("id").into();
        assert_eq!(kinds(&fixture.app, id).await, ["activation"]);
        assert!(memberships(&fixture.app, id).await.is_empty());
    }
}

#[tokio::test]
async fn a_bad_new_account_is_shown_again_with_all_that_is_wrong() {
    let fixture = Fixture::new().await;
    let mut browser = fixture.browser(Administrator).await;
    let before = count(&fixture.app, "accounts").await;
    let page = browser.get("/administration/new-account").await;
    let form = page.form_to("/administration/new-account");
    let long = "字".repeat(201);
    for (email, name, purpose, participant, wrong) in [
        ("not an address", "", "chair", "FRA", &["email"][..]),
        ("", "", "chair", "", &["email", "participant"]),
        (STRANGER, long.as_str(), "chair", "FRA", &["name"]),
        (STRANGER, "two\nlines", "person", "", &["name"]),
        (STRANGER, "", "chair", "ATLANTIS", &["participant"]),
        (STRANGER, "", "chair", "'; drop table", &["participant"]),
        (STRANGER, "", "person", "FRA", &["participant"]),
        (STRANGER, "", "emperor", "", &["purpose"]),
        ("\u{0}@mission.example", "", "person", "", &["email"]),
    ] {
        let mut form = form.clone();
        form.set("email", email).set("name", name).set("purpose", purpose).set("participant", participant);
        let page = browser.submit(form).await;
        assert_eq!(page.status, 422, "{email} {purpose} {participant}");
        assert!(page.text("title").starts_with("Error:"));
        let shown: Vec<String> = page
            .html()
            .select(&scraper::Selector::parse(".errors a").unwrap())
            .map(|a| a.attr("href").unwrap()[1..].to_owned())
            .collect();
        assert_eq!(shown, wrong, "{email} {purpose} {participant}");
        for id in shown {
            assert_eq!(page.html().select(&scraper::Selector::parse(&format!("#{id}")).unwrap()).count(), 1);
        }
        let kept = page.form_to("/administration/new-account");
        assert_eq!(kept.value("name"), Some(name), "what was typed is kept");
        assert_eq!(kept.value("email"), Some(email.replace('\0', "\u{fffd}").as_str()));
    }
    let mut extra = form.clone();
    extra.set("email", STRANGER).set("participant", "FRA").add("administrator", "true");
    assert_eq!(browser.submit(extra).await.status, 400);
    let mut missing = form.clone();
    missing.remove("language");
    assert_eq!(browser.submit(missing).await.status, 400);
    assert_eq!(count(&fixture.app, "accounts").await, before);
    assert_eq!(count(&fixture.app, "mails").await, 0);
}

#[tokio::test]
async fn a_disabled_account_loses_its_sessions_and_links_until_it_is_opened_again() {
    let fixture = Fixture::new().await;
    let app = &fixture.app;
    let drafter = fixture.account(Drafter).await;
    let mut person = fixture.browser(Drafter).await;
    let token = links::issue(app.context.clone(), drafter, LinkPurpose::PasswordReset).await.unwrap();
    let mut browser = fixture.browser(Administrator).await;
    let mut form = browser.get(&r::administered_account(drafter)).await.form_to(&r::account_state(drafter));
    form.add("state", "disabled");
    let page = browser.send_form(form.clone()).await;
    assert!(page.text(".notice-ok").contains("disabled"));
    assert_eq!(page.texts(&format!("form[action=\"{}\"]", r::account_link(drafter))).len(), 0);
    assert_eq!(page.texts(&format!("form[action=\"{}\"]", r::account_memberships(drafter))).len(), 0);
    assert_eq!(person.get("/account").await.status, 303, "the session has ended");
    assert_eq!(person.sign_in(&Drafter.email(), PASSWORD).await.status, 422);
    assert_eq!(browser.submit(form).await.status, 303, "a second press changes nothing");

    // what is not offered is refused
    let forged_link = forged(&page, r::account_link(drafter), &[]);
    assert_eq!(browser.submit(forged_link).await.status, 409);
    let fields = [("role", "chair"), ("consultation", ""), ("participant", "FRA")];
    assert_eq!(browser.submit(forged(&page, r::account_memberships(drafter), &fields)).await.status, 409);
    assert!(kinds(app, drafter).await.is_empty());

    let mut form = page.form_to(&r::account_state(drafter));
    form.add("state", "open");
    assert_eq!(browser.submit(form).await.status, 303);
    assert_eq!(person.sign_in(&Drafter.email(), PASSWORD).await.status, 303);
    assert_eq!(app.browser().get(&r::link(token.expose())).await.status, 410, "an old link stays dead");
    let chain = app.context.installation.id.uuid();
    assert_eq!(audit(app, chain, "account_disabled").await.len(), 1);
    assert_eq!(audit(app, chain, "account_enabled").await.len(), 1);
    let mut wrong = page.form_to(&r::account_state(drafter));
    wrong.add("state", "deleted");
    assert_eq!(browser.submit(wrong).await.status, 400);
}

#[tokio::test]
async fn two_administrators_cannot_shut_each_other_out_at_once() {
    let fixture = Fixture::new().await;
    let app = &fixture.app;
    let first = fixture.account(Administrator).await;
    let second = add_account(app, "second@administration.example", true).await;
    let access = |account| {
        let visitor = Visitor { account, administrator: true, memberships: Vec::new() };
        CanAdministrate::decide(Some(&visitor), &()).unwrap()
    };
    let (one, other) = tokio::join!(
        administration::set_open(app.context.clone(), access(first), second, false),
        administration::set_open(app.context.clone(), access(second), first, false),
    );
    assert_eq!(u8::from(one.is_ok()) + u8::from(other.is_ok()), 1, "{one:?} {other:?}");
    let open: i64 = sqlx::query_scalar("select count(*) from accounts where administrator and disabled_at is null")
        .fetch_one(&app.superuser)
        .await
        .unwrap();
    assert_eq!(open, 1);
}

#[tokio::test]
async fn a_new_link_is_mailed_and_never_shown() {
    let fixture = Fixture::new().await;
    let app = &fixture.app;
    let mut browser = fixture.browser(Administrator).await;
    let drafter = fixture.account(Drafter).await;
    let form = browser.get(&r::administered_account(drafter)).await.form_to(&r::account_link(drafter));
    let page = browser.send_form(form.clone()).await;
    assert!(page.text(".notice-ok").contains("on its way"));
    assert!(!page.body.contains("/links/"));
    browser.submit(form.clone()).await;
    assert_eq!(kinds(app, drafter).await, ["password_reset"], "a second press mails no second link");
    assert_eq!(count(app, "one_time_links").await, 0, "a link is made when its mail is delivered");
    app.advance(TimeDelta::minutes(2));
    browser.submit(form).await;
    assert_eq!(kinds(app, drafter).await.len(), 2);
    assert_eq!(audit(app, app.context.installation.id.uuid(), "link_requested").await.len(), 2);

    new_account(&mut browser, STRANGER, "person", "").await;
    let stranger = account_id(app, STRANGER).await;
    let form = browser.get(&r::administered_account(stranger)).await.form_to(&r::account_link(stranger));
    browser.submit(form).await;
    assert_eq!(kinds(app, stranger).await, ["activation", "activation"]);
}
