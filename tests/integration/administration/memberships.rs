//! Memberships: given to others, told, ended; never one’s own.

use chrono::TimeDelta;
use rapporteur::{
    domain::ids::{AccountId, ConsultationId},
    mail::transport::{Kept, Transport},
    services::outbox,
    web::routes as r,
};

use super::{add, audit, count, forged, kinds, mails, memberships, new_account};
use crate::{
    digests::mailer,
    support::{
        browser::Browser,
        fixture::{Fixture, Persona, add_account, add_membership},
    },
};
use Persona::{Administrator, Analyst, Approver, Chair, Drafter, FocalPoint, Outsider};

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
    // Costa Rica's focal point is told, and the person is invited; nobody else hears of it
    let told = mails(app, fixture.account(FocalPoint).await).await;
    assert_eq!(told.len(), 1);
    assert_eq!(told[0].0, "membership_changed");
    assert_eq!(told[0].1["person"], Outsider.email());
    assert_eq!(told[0].1["began"], true);
    assert_eq!(kinds(app, outsider).await, ["activation"]);
    assert_eq!(count(app, "mails").await, 2);
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
    // and so is the person whose membership it was
    let told = mails(app, outsider).await;
    assert_eq!((told.len(), told[1].0.as_str(), &told[1].1["began"]), (2, "membership_changed", &false.into()));
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
    let analyst = add_account(app, "analyst.too@test.example", false).await;
    assert_eq!(add(&mut browser, analyst, "analyst", &consultation, "").await.status, 303);
    assert_eq!(add(&mut browser, analyst, "chair", "", "ZAF").await.status, 303);
    let told = mails(app, chair).await;
    assert_eq!(told.len(), 3);
    assert_eq!(told[2].1["consultation"], serde_json::Value::Null);
    assert_eq!(told[2].1["role"], "chair");
    let given = memberships(app, analyst).await;
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
async fn nobody_is_put_on_both_sides_of_a_consultation() {
    let fixture = Fixture::new().await;
    let mut browser = fixture.browser(Administrator).await;
    let consultation = fixture.consultation.to_string();
    let before = count(&fixture.app, "memberships").await;
    for (persona, role, participant) in [
        (Chair, "focal_point", "FRA"),
        (Analyst, "drafter", "CRI"),
        (Drafter, "analyst", ""),
        (FocalPoint, "chair", ""),
    ] {
        let account = fixture.account(persona).await;
        let page = add(&mut browser, account, role, &consultation, participant).await;
        assert_eq!(page.status, 409, "{persona:?}");
        assert!(page.text("#role-error").contains("both to the presidency"), "{}", page.main());
    }
    assert_eq!(count(&fixture.app, "memberships").await, before);
}

#[tokio::test]
async fn shutting_somebody_out_hides_no_change_from_them() {
    let fixture = Fixture::new().await;
    let app = &fixture.app;
    let mut browser = fixture.browser(Administrator).await;
    let consultation = fixture.consultation.to_string();
    let set_state = async |browser: &mut Browser, persona: Persona, state: &str| {
        let page = browser.get("/administration").await;
        let form = forged(&page, r::account_state(fixture.account(persona).await), &[("state", state)]);
        assert_eq!(browser.submit(form).await.status, 303);
    };
    for persona in [FocalPoint, Chair] {
        set_state(&mut browser, persona, "disabled").await;
    }
    assert_eq!(audit(app, fixture.consultation.uuid(), "account_disabled").await.len(), 2, "where they take part");
    let second = fixture.account(Outsider).await;
    assert_eq!(add(&mut browser, second, "focal_point", &consultation, "CRI").await.status, 303);
    let given = memberships(app, second).await[0].0;
    let page = browser.get("/administration").await;
    assert_eq!(browser.submit(forged(&page, r::account_membership_end(second, given), &[])).await.status, 303);
    for persona in [FocalPoint, Chair, Approver, Drafter] {
        let told = kinds(app, fixture.account(persona).await).await;
        assert_eq!(told, ["membership_changed", "membership_changed"], "{persona:?}");
    }

    // however long it takes: their mail waits until the account is open again
    let kept = Kept::default();
    let mailer = mailer(Transport::Memory(kept.clone()));
    let deliver = async || while outbox::deliver_next(app.context.clone(), mailer.clone()).await.unwrap().is_some() {};
    for _ in 0..12 {
        app.advance(TimeDelta::hours(9));
        deliver().await;
    }
    assert_eq!(kept.all().len(), 6, "the approver's, the drafter's, and the second account's own two");
    let mut browser = fixture.browser(Administrator).await;
    set_state(&mut browser, FocalPoint, "open").await;
    app.advance(TimeDelta::hours(9));
    deliver().await;
    assert_eq!(kept.all().len(), 8);
}
