//! The administrator: accounts and memberships of others, and nothing of what delegations write.

use chrono::TimeDelta;
use rapporteur::{
    database::Principal,
    domain::{
        access::{CanAdministrate, Permission, Visitor},
        ids::{AccountId, ConsultationId, MembershipId},
    },
    services::{administration, links},
    web::routes as r,
};
use sqlx::Row;
use uuid::Uuid;

use crate::support::{
    app::TestApp,
    browser::{Browser, Form, Page},
    fixture::{Fixture, PASSWORD, Persona, account_id, add_account, add_membership},
    words,
};
use Persona::{Administrator, Analyst, Approver, Chair, Drafter, FocalPoint, OtherDelegation, Outsider};

const STRANGER: &str = "new.person@mission.example";

/// The mails written to an account: kind and payload.
async fn mails(app: &TestApp, account: AccountId) -> Vec<(String, serde_json::Value)> {
    sqlx::query("select kind, payload from mails where account_id = $1 order by created_at, id")
        .bind(account.uuid())
        .fetch_all(&app.superuser)
        .await
        .unwrap()
        .into_iter()
        .map(|row| (row.get("kind"), row.get("payload")))
        .collect()
}

async fn kinds(app: &TestApp, account: AccountId) -> Vec<String> {
    mails(app, account).await.into_iter().map(|(kind, _)| kind).collect()
}

/// The links of a chain: who did what.
async fn audit(app: &TestApp, chain: Uuid, action: &str) -> Vec<(Option<Uuid>, String)> {
    sqlx::query("select account_id, detail from audit_events where chain_id = $1 and action = $2 order by position")
        .bind(chain)
        .bind(action)
        .fetch_all(&app.superuser)
        .await
        .unwrap()
        .into_iter()
        .map(|row| (row.get("account_id"), row.get("detail")))
        .collect()
}

async fn memberships(app: &TestApp, account: AccountId) -> Vec<(MembershipId, String, Option<String>)> {
    sqlx::query(
        "select id, role, participant_code from memberships where account_id = $1 and ended_at is null order by created_at, id",
    )
    .bind(account.uuid())
    .fetch_all(&app.superuser)
    .await
    .unwrap()
    .into_iter()
    .map(|row| (row.get::<Uuid, _>("id").into(), row.get("role"), row.get("participant_code")))
    .collect()
}

async fn count(app: &TestApp, table: &str) -> i64 {
    let query = format!("select count(*) from {table}");
    sqlx::query_scalar(sqlx::AssertSqlSafe(query)).fetch_one(&app.superuser).await.unwrap()
}

/// The form of a page, to be sent to another path: what a hostile administrator would do.
fn forged(page: &Page, path: String, fields: &[(&str, &str)]) -> Form {
    let mut form = page.form_to("/sign-out");
    form.action = path;
    for (name, value) in fields {
        form.add(name, value);
    }
    form
}

async fn new_account(browser: &mut Browser, email: &str, purpose: &str, participant: &str) -> Page {
    let mut form = browser.get("/administration/new-account").await.form_to("/administration/new-account");
    form.set("email", email).set("purpose", purpose).set("participant", participant);
    browser.submit(form).await
}

async fn add(browser: &mut Browser, account: AccountId, role: &str, consultation: &str, participant: &str) -> Page {
    let path = r::account_memberships(account);
    let mut form = browser.get(&r::administered_account(account)).await.form_to(&path);
    form.set("role", role).set("consultation", consultation).set("participant", participant);
    browser.submit(form).await
}

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
    assert_eq!(page.text("h1"), STRANGER);
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
    let purpose = rapporteur::domain::account::LinkPurpose::Activation;
    let token = links::issue(app.context.clone(), account, purpose).await.unwrap();
    let mut chair = app.browser();
    let mut form = chair.get(&r::link(token.expose())).await.form("main form");
    form.set("name", "A chair").set("password", PASSWORD).set("again", PASSWORD);
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
        let id = AccountId::from(row.get::<Uuid, _>("id"));
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
async fn the_list_is_searched_and_paged() {
    let fixture = Fixture::new().await;
    let mut browser = fixture.browser(Administrator).await;
    for number in 0..120 {
        add_account(&fixture.app, &format!("delegate-{number:03}@mission.example"), false).await;
    }
    let page = browser.get("/administration").await;
    assert_eq!(page.texts("tbody tr").len(), 50);
    assert!(page.main().contains("1–50 of 128"), "{}", page.main());
    assert!(page.links("Previous page").is_empty());
    let second = browser.get(&page.links("Next page")[0]).await;
    assert!(second.main().contains("51–100 of 128"));
    let last = browser.get(&second.links("Next page")[0]).await;
    assert!(last.main().contains("101–128 of 128"));
    assert!(last.links("Next page").is_empty());
    for beyond in ["999", "9223372036854775807"] {
        let page = browser.get(&format!("/administration?page={beyond}")).await;
        assert!(page.main().contains("101–128 of 128"), "{beyond}");
    }
    for below in ["0", "-5", "x", ""] {
        assert!(browser.get(&format!("/administration?page={below}")).await.main().contains("1–50 of 128"));
    }
    let found = browser.get("/administration?q=DELEGATE-01").await;
    assert_eq!(found.texts("tbody tr").len(), 10);
    let found = browser.get("/administration?q=person%20behind%20chair").await;
    assert_eq!(found.texts("tbody th"), [Chair.email()]);
    assert_eq!(found.form("main form").value("q"), Some("person behind chair"));
    for nothing in ["%25", "_", "%00", "%E0%A4%A", "%5C"] {
        let page = browser.get(&format!("/administration?q={nothing}")).await;
        assert_eq!(page.status, 200, "{nothing}");
    }
    assert!(browser.get("/administration?q=%25").await.main().contains("No account"), "no wildcards");
    let paged = browser.get("/administration?q=mission.example&page=2").await;
    assert!(paged.main().contains("51–100 of 120"));
    assert!(browser.get(&paged.links("Next page")[0]).await.main().contains("101–120 of 120"));
}

#[tokio::test]
async fn the_list_says_state_and_roles() {
    let fixture = Fixture::new().await;
    let mut browser = fixture.browser(Administrator).await;
    new_account(&mut browser, STRANGER, "person", "").await;
    let outsider = fixture.account(Outsider).await;
    let page = browser.get(&r::administered_account(outsider)).await;
    let mut form = page.form_to(&r::account_state(outsider));
    form.add("state", "disabled");
    assert_eq!(browser.submit(form).await.status, 303);
    for (email, holds) in [
        (STRANGER.to_owned(), "Invited, not activated"),
        (Outsider.email(), "Disabled"),
        (Drafter.email(), "Drafter, Costa Rica"),
        (Administrator.email(), "Administrator"),
    ] {
        let page = browser.get(&format!("/administration?q={email}")).await;
        assert!(page.text("tbody tr").contains(holds), "{email}: {}", page.text("tbody tr"));
    }
    assert!(browser.get("/administration").await.links("Outgoing mail").contains(&r::outbox()));
    assert!(browser.get("/administration").await.links("Mailbox").is_empty(), "only in the demonstration");
}

#[tokio::test]
async fn a_disabled_account_loses_its_sessions_and_links_until_it_is_opened_again() {
    let fixture = Fixture::new().await;
    let app = &fixture.app;
    let drafter = fixture.account(Drafter).await;
    let mut person = fixture.browser(Drafter).await;
    let purpose = rapporteur::domain::account::LinkPurpose::PasswordReset;
    let token = links::issue(app.context.clone(), drafter, purpose).await.unwrap();
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

#[tokio::test]
async fn memberships_are_given_told_and_ended() {
    let fixture = Fixture::new().await;
    let app = &fixture.app;
    let mut browser = fixture.browser(Administrator).await;
    let (outsider, consultation) = (fixture.account(Outsider).await, fixture.consultation.to_string());
    let page = add(&mut browser, outsider, "approver", &consultation, "CRI").await;
    assert_eq!(page.status, 303, "{}", page.main());
    assert_eq!(add(&mut browser, outsider, "approver", &consultation, "CRI").await.status, 303);
    let given = memberships(app, outsider).await;
    assert_eq!(given.len(), 1, "a second time changes nothing");
    assert_eq!((given[0].1.as_str(), given[0].2.as_deref()), ("approver", Some("CRI")));
    // Costa Rica's focal point is told; nobody else is
    let told = mails(app, fixture.account(FocalPoint).await).await;
    assert_eq!(told.len(), 1);
    assert_eq!(told[0].0, "membership_changed");
    assert_eq!(told[0].1["person"], Outsider.email());
    assert_eq!(told[0].1["began"], true);
    assert_eq!(count(app, "mails").await, 1);
    assert_eq!(audit(app, fixture.consultation.uuid(), "membership_began").await.len(), 1);

    let page = browser.get(&r::administered_account(outsider)).await;
    let end = r::account_membership_end(outsider, given[0].0);
    let cite = page.text("tbody cite");
    assert_eq!(cite, "Concept note for a test");
    let form = page.form_to(&end);
    assert_eq!(browser.submit(form.clone()).await.status, 303);
    assert!(memberships(app, outsider).await.is_empty());
    assert_eq!(browser.submit(form).await.status, 404, "it is over already");
    assert_eq!(mails(app, fixture.account(FocalPoint).await).await[1].1["began"], false);
    assert_eq!(audit(app, fixture.consultation.uuid(), "membership_ended").await.len(), 1);
}

#[tokio::test]
async fn a_delegation_without_a_focal_point_is_not_changed_unseen() {
    let fixture = Fixture::new().await;
    let app = &fixture.app;
    let mut browser = fixture.browser(Administrator).await;
    let consultation = fixture.consultation.to_string();
    let outsider = fixture.account(Outsider).await;
    // the African Union is invited, and nobody has been named for it
    assert_eq!(add(&mut browser, outsider, "focal_point", &consultation, "AU").await.status, 303);
    let chair = fixture.account(Chair).await;
    assert_eq!(kinds(app, chair).await, ["membership_changed"]);
    // analysts are told to the chair too; another chair of the presidency to the first
    let drafter = fixture.account(Drafter).await;
    assert_eq!(add(&mut browser, drafter, "analyst", &consultation, "").await.status, 303);
    assert_eq!(add(&mut browser, drafter, "chair", "", "ZAF").await.status, 303);
    let told = mails(app, chair).await;
    assert_eq!(told.len(), 3);
    assert_eq!(told[2].1["consultation"], serde_json::Value::Null);
    assert_eq!(told[2].1["role"], "chair");
    let given = memberships(app, drafter).await;
    assert_eq!(given[1].2.as_deref(), Some("ZAF"), "the presidency's people act for its State");
}

#[tokio::test]
async fn a_membership_that_makes_no_sense_is_refused_with_the_choice_kept() {
    let fixture = Fixture::new().await;
    let app = &fixture.app;
    let mut browser = fixture.browser(Administrator).await;
    let outsider = fixture.account(Outsider).await;
    let consultation = fixture.consultation.to_string();
    let unknown = ConsultationId::new().to_string();
    let before = count(app, "memberships").await;
    for (role, place, participant, field) in [
        ("drafter", "", "CRI", "consultation"),
        ("analyst", "", "ZAF", "consultation"),
        ("drafter", consultation.as_str(), "", "participant"),
        ("drafter", consultation.as_str(), "DEU", "participant"),
        ("analyst", consultation.as_str(), "FRA", "participant"),
        ("chair", "", "", "participant"),
        ("chair", "", "ATLANTIS", "participant"),
        ("chair", "", "not a code", "participant"),
        ("emperor", "", "FRA", "role"),
        ("drafter", "not an id", "CRI", "consultation"),
        ("drafter", unknown.as_str(), "CRI", "consultation"),
    ] {
        let page = add(&mut browser, outsider, role, place, participant).await;
        assert_eq!(page.status, 422, "{role} {place} {participant}");
        assert_eq!(page.texts(&format!(".errors a[href=\"#{field}\"]")).len(), 1, "{role} {place} {participant}");
        assert_eq!(page.texts(&format!("#{field}-error")).len(), 1);
    }
    let page = add(&mut browser, outsider, "drafter", &consultation, "DEU").await;
    let form = page.form_to(&r::account_memberships(outsider));
    assert_eq!(form.value("participant"), Some("DEU"));
    assert_eq!(form.value("consultation"), Some(consultation.as_str()));
    let mut extra = form;
    extra.set("participant", "CRI").add("account", &outsider.to_string());
    assert_eq!(browser.submit(extra).await.status, 400);
    let nobody = AccountId::new();
    let fields = [("role", "drafter"), ("consultation", consultation.as_str()), ("participant", "CRI")];
    assert_eq!(browser.submit(forged(&page, r::account_memberships(nobody), &fields)).await.status, 404);
    assert_eq!(browser.get(&r::administered_account(nobody)).await.status, 404);
    assert_eq!(browser.get("/administration/accounts/not-an-id").await.status, 404);
    assert_eq!(count(app, "memberships").await, before);
}

#[tokio::test]
async fn administrators_change_nothing_of_their_own_and_a_try_is_recorded() {
    let fixture = Fixture::new().await;
    let app = &fixture.app;
    let own = fixture.account(Administrator).await;
    // given by somebody else: possible, and not theirs to end
    add_membership(app, &Administrator.email(), "drafter", Some(fixture.consultation), Some("CRI")).await;
    let mut browser = fixture.browser(Administrator).await;
    let page = browser.get(&r::administered_account(own)).await;
    assert!(page.main().contains("cannot change their own"));
    let membership = memberships(app, own).await[0].0;
    let consultation = fixture.consultation.to_string();
    let tries: [(String, Vec<(&str, &str)>); 4] = [
        (r::account_memberships(own), vec![("role", "chair"), ("consultation", ""), ("participant", "ZAF")]),
        (
            r::account_memberships(own),
            vec![("role", "focal_point"), ("consultation", consultation.as_str()), ("participant", "FRA")],
        ),
        (r::account_membership_end(own, membership), vec![]),
        (r::account_state(own), vec![("state", "disabled")]),
    ];
    let before = (memberships(app, own).await, count(app, "mails").await);
    for (path, fields) in tries {
        assert_eq!(page.texts(&format!("form[action=\"{path}\"]")).len(), 0, "no form for it");
        let answer = browser.submit(forged(&page, path.clone(), &fields)).await;
        assert_eq!(answer.status, 409, "{path}");
        assert!(answer.text(".errors").contains("your own account"));
    }
    assert_eq!((memberships(app, own).await, count(app, "mails").await), before);
    let refused = audit(app, app.context.installation.id.uuid(), "own_change_refused").await;
    assert_eq!(refused.len(), 4);
    assert!(refused.iter().all(|(account, _)| *account == Some(own.uuid())));
    // nor by way of a new account with one's own address, in whatever case
    let answer = new_account(&mut browser, &Administrator.email().to_uppercase(), "chair", "ZAF").await;
    assert_eq!(answer.status, 422);
    assert_eq!(memberships(app, own).await, before.0);
}

#[tokio::test]
async fn a_membership_is_ended_only_under_its_own_account() {
    let fixture = Fixture::new().await;
    let mut browser = fixture.browser(Administrator).await;
    let page = browser.get("/administration").await;
    let theirs = memberships(&fixture.app, fixture.account(FocalPoint).await).await[0].0;
    let other = fixture.account(Outsider).await;
    assert_eq!(browser.submit(forged(&page, r::account_membership_end(other, theirs), &[])).await.status, 404);
    assert_eq!(memberships(&fixture.app, fixture.account(FocalPoint).await).await.len(), 1);
}

#[tokio::test]
async fn nobody_else_administrates() {
    let fixture = Fixture::new().await;
    let outsider = fixture.account(Outsider).await;
    for persona in [FocalPoint, Approver, Drafter, OtherDelegation, Chair, Analyst, Outsider] {
        let mut browser = fixture.browser(persona).await;
        let page = browser.get("/account").await;
        assert!(page.links("Administration").is_empty());
        let fields =
            [("email", STRANGER), ("name", ""), ("language", "en"), ("purpose", "administrator"), ("participant", "")];
        assert_eq!(browser.submit(forged(&page, r::new_account(), &fields)).await.status, 404, "{persona:?}");
        let fields = [("role", "chair"), ("consultation", ""), ("participant", "ZAF")];
        assert_eq!(browser.submit(forged(&page, r::account_memberships(outsider), &fields)).await.status, 404);
        assert_eq!(browser.get("/administration").await.status, 404);
    }
    assert!(memberships(&fixture.app, outsider).await.is_empty());
}

#[tokio::test]
async fn an_administrator_reads_no_answers() {
    let fixture = Fixture::new().await;
    let submission = words::write(&fixture).await;
    let mut browser = fixture.browser(Administrator).await;
    for path in [
        r::board(fixture.consultation),
        r::reading(fixture.consultation, fixture.questions[0]),
        r::report(fixture.consultation),
        r::response(fixture.response),
        r::response_draft(fixture.response),
        r::submit(fixture.response),
        r::team(fixture.response),
        r::submission(submission),
        r::submission_text(submission),
        r::consultation(fixture.consultation),
        r::consultation_source(fixture.consultation),
    ] {
        let page = browser.get(&path).await;
        assert_eq!(page.status, 404, "{path}");
        assert!(!page.body.contains("Illustrative"), "{path}");
    }
    // and were a page wrong, the database would return nothing
    let account = fixture.account(Administrator).await;
    let mut transaction = fixture.app.context.database.begin(Principal::Account(account)).await.unwrap();
    for table in words::TABLES {
        let query = format!("select count(*) from {table}");
        let everything = count(&fixture.app, table).await;
        assert!(everything > 0, "{table} holds something");
        let seen: i64 = sqlx::query_scalar(sqlx::AssertSqlSafe(query)).fetch_one(&mut *transaction).await.unwrap();
        assert_eq!(seen, 0, "{table}");
    }
}
