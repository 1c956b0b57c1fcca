//! The presidency's own people.

use rapporteur::{domain::ids::MembershipId, web::routes as r};

use super::{CHAIR, audited, chair, create, mail, mails};
use crate::support::{
    browser::Browser,
    fixture::{PASSWORD, add_account, add_membership},
};

async fn add(browser: &mut Browser, page: &str, email: &str) -> crate::support::browser::Page {
    let mut form = browser.get(page).await.form_to(page);
    form.set("email", email);
    browser.submit(form).await
}

#[tokio::test]
async fn an_analyst_is_invited_and_removed() {
    let (app, mut browser) = chair().await;
    let id = create(&mut browser).await;
    let team = r::presidency(id);
    assert_eq!(add(&mut browser, &team, "analyst@presidency.example").await.status, 303);
    assert_eq!(mails(&app).await, [mail("activation", "analyst@presidency.example")]);
    let page = add(&mut browser, &team, "Analyst@Presidency.example").await;
    assert_eq!(page.status, 422);
    assert!(page.text("#email-error").contains("in the presidency’s team already"));
    assert_eq!(add(&mut browser, &team, "nobody").await.status, 422);

    let page = browser.get(&team).await;
    assert!(page.main().contains("analyst@presidency.example Analyst Invited, not activated"), "{}", page.main());
    let form = page.form("form[action$=\"/end\"]");
    assert_eq!(browser.submit(form).await.status, 303);
    assert!(browser.get(&team).await.texts("form[action$=\"/end\"]").is_empty());
    assert_eq!(audited(&app, id).await.last().unwrap(), "membership_ended");
}

#[tokio::test]
async fn the_last_chair_stays() {
    let (app, mut browser) = chair().await;
    let id = create(&mut browser).await;
    let own: uuid::Uuid = sqlx::query_scalar("select id from memberships where consultation_id = $1")
        .bind(id.uuid())
        .fetch_one(&app.superuser)
        .await
        .unwrap();
    let mut form = browser.get(&r::presidency(id)).await.form_to(&r::presidency(id));
    form.remove("email").action = r::presidency_end(id, own.into());
    let page = browser.submit(form.clone()).await;
    assert_eq!((page.status.as_u16(), page.text("h1").as_str()), (409, "A consultation keeps a chair"));
    form.action = r::presidency_end(id, MembershipId::new());
    assert_eq!(browser.submit(form.clone()).await.status, 404);

    // with a second chair the first may go, and then sees the consultation no longer
    add_account(&app, "second@presidency.example", false).await;
    add_membership(&app, "second@presidency.example", "chair", Some(id), Some("ZAF")).await;
    form.action = r::presidency_end(id, own.into());
    assert_eq!(
        browser.submit(form).await.location().unwrap(),
        format!("{}?notice=presidency-member-removed", r::consultations())
    );
    assert_eq!(browser.get(&r::presidency(id)).await.status, 404);
    let mut second = app.browser();
    second.sign_in("second@presidency.example", PASSWORD).await;
    assert_eq!(second.get(&r::presidency(id)).await.status, 200);
}

#[tokio::test]
async fn the_presidency_page_ends_no_membership_of_a_delegation_or_of_another_consultation() {
    let (app, mut browser) = chair().await;
    let (one, other) = (create(&mut browser).await, create(&mut browser).await);
    add_account(&app, "focal@mission.example", false).await;
    add_membership(&app, "focal@mission.example", "focal_point", Some(one), Some("CRI")).await;
    add_membership(&app, CHAIR, "analyst", Some(other), Some("ZAF")).await;
    let ids: Vec<uuid::Uuid> = sqlx::query_scalar(
        "select id from memberships where role = 'focal_point' or (role = 'analyst' and consultation_id = $1)",
    )
    .bind(other.uuid())
    .fetch_all(&app.superuser)
    .await
    .unwrap();
    assert_eq!(ids.len(), 2);
    for id in ids {
        let mut form = browser.get(&r::presidency(one)).await.form_to(&r::presidency(one));
        form.remove("email").action = r::presidency_end(one, id.into());
        assert_eq!(browser.submit(form).await.status, 404);
    }
    let ended: i64 = sqlx::query_scalar("select count(*) from memberships where ended_at is not null")
        .fetch_one(&app.superuser)
        .await
        .unwrap();
    assert_eq!(ended, 0);
}
