//! Sessions and their cookies.

use crate::support::fixture::{Fixture, PASSWORD, Persona};
use Persona::Drafter;

#[tokio::test]
async fn a_session_is_never_the_one_that_was_there_before_and_its_cookie_dies_with_it() {
    let fixture = Fixture::new().await;
    let mut browser = fixture.browser(Drafter).await;
    let name = browser.cookies.keys().find(|name| name.contains("session")).unwrap().clone();
    let first = browser.cookies[&name].clone();
    let stolen = browser.clone();
    let page = browser.get("/account").await;
    assert_eq!(browser.submit(page.form_to("/sign-out")).await.status, 303);
    assert!(!browser.cookies.contains_key(&name));
    assert_eq!(stolen.clone().get("/account").await.status, 303, "ended for every copy of it");
    let mut planted = fixture.app.browser();
    planted.cookies.insert(name.clone(), first.clone());
    assert_eq!(planted.sign_in(&Drafter.email(), PASSWORD).await.status, 303);
    assert_ne!(planted.cookies[&name], first);
    for nonsense in ["", "0", "\u{e9}", &"z".repeat(64), &"0".repeat(10_000)] {
        let mut browser = fixture.app.browser();
        browser.cookies.insert(name.clone(), nonsense.to_owned());
        assert_eq!(browser.get("/account").await.status, 303, "{} characters", nonsense.len());
    }
    // only hashes are kept
    let kept: Vec<Vec<u8>> =
        sqlx::query_scalar("select token_hash from sessions").fetch_all(&fixture.app.superuser).await.unwrap();
    assert!(kept.iter().all(|hash| hash.len() == 32 && hex::encode(hash) != first));
}

#[tokio::test]
async fn cookies_are_bound_to_this_installation_host_and_tls() {
    let fixture = Fixture::new().await;
    let mut browser = fixture.app.browser();
    let page = browser.sign_in(&Drafter.email(), PASSWORD).await;
    let cookies: Vec<_> = page.headers.get_all("set-cookie").iter().map(|c| c.to_str().unwrap()).collect();
    assert_eq!(cookies.len(), 2);
    let installation = fixture.app.context.installation.id.to_string();
    for cookie in cookies {
        let (name, rest) = cookie.split_once('=').unwrap();
        assert!(name.starts_with("__Host-") && name.ends_with(&installation[24..]), "{name}");
        for attribute in ["HttpOnly", "Secure", "SameSite=Lax", "Path=/"] {
            assert!(rest.contains(attribute), "{attribute} of {name}");
        }
        assert!(!rest.contains("Domain"), "{name}");
    }
}
