//! A session that ends while somebody types.

use rapporteur::web::routes;

use crate::{
    support::fixture::{Fixture, PASSWORD, Persona},
    walks::{illustration, speak},
    window::{Look, Window, story},
};

/// Types, loses the session, and sends.
async fn type_and_lose_the_session(window: &Window, fixture: &Fixture, text: &str) {
    window.sign_in(&Persona::FocalPoint.email(), PASSWORD).await;
    window.open(&routes::response(fixture.response)).await;
    window.fill("#answer-1", text).await;
    window.fill("#answer-2", "Short").await;
    window.forget_session().await;
    window.follow(".dock button:not(.quiet)").await;
    window.holds().await;
    assert_eq!(window.value("main textarea").await, text, "the text is shown again");
}

async fn resume(window: &Window, who: Persona) {
    window.fill("#resume-email", &who.email()).await;
    window.fill("#resume-password", PASSWORD).await;
    window.follow("main form button").await;
}

async fn revisions(fixture: &Fixture) -> i64 {
    sqlx::query_scalar("select count(*) from revisions").fetch_one(&fixture.app.superuser).await.unwrap()
}

#[tokio::test]
async fn a_text_typed_into_a_session_that_ended_is_saved_after_signing_in_in_place() {
    let fixture = Fixture::new().await;
    story("session-ended", fixture.app.address, Look::desk("en"), async |window| {
        type_and_lose_the_session(window, &fixture, illustration("en")).await;
        resume(window, Persona::FocalPoint).await;
        assert!(window.path().await.starts_with(&routes::response(fixture.response)));
        window.holds().await;
        assert_eq!(window.value("#answer-1").await, illustration("en"));
        assert_eq!(window.value("#answer-2").await, "Short");
    })
    .await;
    assert_eq!(revisions(&fixture).await, 2);
}

#[tokio::test]
async fn another_account_that_signs_in_in_place_saves_nothing() {
    let fixture = Fixture::new().await;
    speak(&fixture, "ar").await;
    story("session-ended-other", fixture.app.address, Look::phone("ar"), async |window| {
        type_and_lose_the_session(window, &fixture, illustration("ar")).await;
        resume(window, Persona::OtherDelegation).await;
        window.holds().await;
    })
    .await;
    assert_eq!(revisions(&fixture).await, 0);
}
