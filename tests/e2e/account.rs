//! Signing in, and one's own account.

use crate::{
    support::fixture::{Fixture, PASSWORD, Persona},
    walks,
    window::{Look, Window, story},
};

async fn sign_in_and_look_round(window: &Window) {
    window.open("/account").await;
    window.holds().await;
    window.fill("#email", &Persona::FocalPoint.email()).await;
    window.fill("#password", "not the right pass phrase").await;
    window.follow("main form button").await;
    window.holds().await;
    assert_eq!(window.value("#email").await, Persona::FocalPoint.email(), "the address is kept");
    window.fill("#password", PASSWORD).await;
    window.follow("main form button").await;
    assert_eq!(window.path().await, "/account");
    window.holds().await;
    window.sign_out().await;
    window.open("/forgotten-password").await;
    window.holds().await;
}

#[tokio::test]
async fn somebody_signs_in_in_english_on_a_desk() {
    let fixture = Fixture::new().await;
    story("sign-in-en", fixture.app.address, Look::desk("en"), sign_in_and_look_round).await;
}

#[tokio::test]
async fn somebody_signs_in_in_arabic_on_a_phone() {
    let fixture = Fixture::new().await;
    walks::speak(&fixture, "ar").await;
    story("sign-in-ar", fixture.app.address, Look::phone("ar"), sign_in_and_look_round).await;
}

#[tokio::test]
async fn somebody_signs_in_in_french_without_scripts() {
    let fixture = Fixture::new().await;
    walks::speak(&fixture, "fr").await;
    let look = Look { scripts: false, ..Look::desk("fr") };
    story("sign-in-fr", fixture.app.address, look, sign_in_and_look_round).await;
}
