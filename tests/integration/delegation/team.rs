//! The delegation's people.

use super::{count, path};
use crate::support::{
    browser::Browser,
    fixture::{Fixture, Persona},
};

fn team(fixture: &Fixture) -> String {
    format!("{}/team", path(fixture))
}

async fn add(fixture: &Fixture, browser: &mut Browser, email: &str, role: &str) -> crate::support::browser::Page {
    let mut form = browser.get(&team(fixture)).await.form_to(&team(fixture));
    form.set("email", email).set("role", role);
    browser.submit(form).await
}

/// The path that ends a person's membership in that role.
async fn end_path(fixture: &Fixture, persona: Persona) -> String {
    let id: uuid::Uuid = sqlx::query_scalar(
        "select m.id from memberships m join accounts a on a.id = m.account_id
         where a.email_key = $1 and m.consultation_id is not null",
    )
    .bind(persona.email())
    .fetch_one(&fixture.app.superuser)
    .await
    .unwrap();
    format!("{}/{id}/end", team(fixture))
}

#[tokio::test]
async fn a_focal_point_adds_people_who_are_invited_at_once() {
    let fixture = Fixture::new().await;
    let mut browser = fixture.browser(Persona::FocalPoint).await;
    let page = add(&fixture, &mut browser, "New.Person@test.example", "approver").await;
    let page = browser.follow(page).await;
    assert_eq!(page.text(".notice-ok"), "The person was added to the team.");
    assert!(
        page.text("#members").contains("New.Person@test.example") && page.main().contains("Invited, not activated")
    );
    assert_eq!(count(&fixture.app, "select count(*) from mails where kind = 'activation'").await, 1);
    assert_eq!(count(&fixture.app, "select count(*) from audit_events where action = 'membership_began'").await, 1);
    for (email, role, field) in [("no address", "drafter", "#email"), ("x@test.example", "chair", "#role")] {
        let page = add(&fixture, &mut browser, email, role).await;
        assert_eq!(page.status, 422);
        let links: Vec<_> = page
            .html()
            .select(&scraper::Selector::parse(".errors a").unwrap())
            .map(|a| a.attr("href").unwrap().to_owned())
            .collect();
        assert_eq!(links, [field]);
    }
}

#[tokio::test]
async fn others_of_the_delegation_read_the_list() {
    let fixture = Fixture::new().await;
    let mut focal_point = fixture.browser(Persona::FocalPoint).await;
    let form = focal_point.get(&team(&fixture)).await.form_to(&team(&fixture));
    for persona in [Persona::Approver, Persona::Drafter] {
        let mut browser = fixture.browser(persona).await;
        let page = browser.get(&team(&fixture)).await;
        assert_eq!(page.status, 200);
        assert_eq!(page.texts("main form").len(), 0);
        let own = browser.get(&path(&fixture)).await.form_to(&path(&fixture));
        let mut borrowed = form.clone();
        for name in ["csrf_token", "form_account"] {
            borrowed.set(name, own.value(name).unwrap());
        }
        borrowed.set("email", "x@test.example");
        assert_eq!(browser.submit(borrowed).await.status, 404);
    }
    for persona in [Persona::OtherDelegation, Persona::Chair, Persona::Administrator] {
        assert_eq!(fixture.browser(persona).await.get(&team(&fixture)).await.status, 404, "{persona:?}");
    }
}

#[tokio::test]
async fn memberships_end_but_a_focal_point_remains() {
    let fixture = Fixture::new().await;
    let mut browser = fixture.browser(Persona::FocalPoint).await;
    let page = browser.get(&team(&fixture)).await;
    let drafter = end_path(&fixture, Persona::Drafter).await;
    assert_eq!(browser.submit(page.form_to(&drafter)).await.status, 303);
    assert_eq!(fixture.browser(Persona::Drafter).await.get(&path(&fixture)).await.status, 404);
    let own = end_path(&fixture, Persona::FocalPoint).await;
    let page = browser.submit(page.form_to(&own)).await;
    assert_eq!(page.status, 422);
    assert!(page.text(".errors").contains("at least one active focal point"));
    // an invited one who has not come yet does not count
    add(&fixture, &mut browser, "second@test.example", "focal_point").await;
    let page = browser.get(&team(&fixture)).await;
    assert_eq!(browser.submit(page.form_to(&own)).await.status, 422);
    add(&fixture, &mut browser, &Persona::Approver.email(), "focal_point").await;
    let page = browser.submit(page.form_to(&own)).await;
    assert_eq!(page.location().as_deref(), Some("/consultations?notice=team-ended"));
    assert_eq!(browser.get(&team(&fixture)).await.status, 404);
}

#[tokio::test]
async fn memberships_of_others_cannot_be_ended_from_here() {
    let fixture = Fixture::new().await;
    let mut browser = fixture.browser(Persona::FocalPoint).await;
    let form = browser.get(&team(&fixture)).await.form_to(&end_path(&fixture, Persona::Drafter).await);
    for persona in [Persona::OtherDelegation, Persona::Analyst] {
        let mut foreign = form.clone();
        foreign.action = end_path(&fixture, persona).await;
        assert_eq!(browser.submit(foreign).await.status, 404, "{persona:?}");
    }
    assert_eq!(count(&fixture.app, "select count(*) from memberships where ended_at is not null").await, 0);
}

#[tokio::test]
async fn who_presides_joins_no_delegation() {
    let fixture = Fixture::new().await;
    let mut browser = fixture.browser(Persona::FocalPoint).await;
    for persona in [Persona::Chair, Persona::Analyst] {
        let page = add(&fixture, &mut browser, &persona.email(), "drafter").await;
        assert_eq!(page.status, 422, "{persona:?}");
        assert!(page.text("#email-error").contains("presidency’s team"), "{}", page.main());
        assert_eq!(page.form_to(&team(&fixture)).value("email"), Some(persona.email().as_str()));
    }
    assert_eq!(count(&fixture.app, "select count(*) from audit_events").await, 0);
}

#[tokio::test]
async fn the_audit_chain_is_held_before_a_membership_is() {
    let fixture = Fixture::new().await;
    let mut browser = fixture.browser(Persona::FocalPoint).await;
    let path = end_path(&fixture, Persona::Drafter).await;
    let form = browser.get(&team(&fixture)).await.form_to(&path);
    let mut holder = fixture.app.superuser.begin().await.unwrap();
    sqlx::query("select pg_advisory_xact_lock(hashtextextended($1, 0))")
        .bind(format!("audit {}", fixture.consultation))
        .execute(&mut *holder)
        .await
        .unwrap();
    let ending = tokio::spawn(async move { browser.submit(form).await.status });
    let waiting = "select count(*) from pg_locks where locktype = 'advisory' and not granted and database =
        (select oid from pg_database where datname = current_database())";
    while count(&fixture.app, waiting).await == 0 {
        assert!(!ending.is_finished(), "it did not wait for the chain");
        tokio::time::sleep(std::time::Duration::from_millis(20)).await;
    }
    // who holds the chain can change any membership: nobody who waits for it holds one
    sqlx::query("select 1 from memberships for update nowait").fetch_all(&mut *holder).await.unwrap();
    holder.commit().await.unwrap();
    assert_eq!(ending.await.unwrap(), 303);
}
