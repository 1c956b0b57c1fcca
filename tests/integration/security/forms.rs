//! Forms from elsewhere, and bodies that are no forms.

use rapporteur::domain::account::LinkPurpose;
use reqwest::Method;

use super::{FORM, links::issue, number, same_origin, stored_name};
use crate::support::fixture::{Fixture, PASSWORD, Persona};
use Persona::{Administrator, Approver, Drafter};

#[tokio::test]
async fn only_a_page_of_this_very_origin_posts() {
    let fixture = Fixture::new().await;
    let mut browser = fixture.browser(Drafter).await;
    let own = format!("http://{}", fixture.app.address);
    let port = fixture.app.address.port();
    let (other_port, other_scheme) = (format!("http://127.0.0.1:{}", port ^ 1), format!("https://127.0.0.1:{port}"));
    let other_name = format!("http://localhost:{port}");
    let before = stored_name(&fixture).await;
    let cases: [(&[(&str, &str)], bool); 15] = [
        (&[], false),
        (&[("sec-fetch-site", "same-site")], false),
        (&[("sec-fetch-site", "cross-site")], false),
        (&[("sec-fetch-site", "none")], false),
        (&[("sec-fetch-site", "")], false),
        (&[("sec-fetch-site", "Same-Origin")], false),
        (&[("sec-fetch-site", "cross-site"), ("origin", &own)], false),
        (&[("sec-fetch-site", "same-site"), ("origin", &own)], false),
        (&[("origin", "null")], false),
        (&[("origin", "https://elsewhere.example")], false),
        (&[("origin", &other_port)], false),
        (&[("origin", &other_scheme)], false),
        (&[("origin", &other_name)], false),
        (&[("origin", &own)], true),
        (&[("sec-fetch-site", "same-origin")], true),
    ];
    for (headers, passes) in cases {
        let mut form = browser.get("/account").await.form_to("/account");
        form.set("name", &format!("Changed {headers:?}").chars().take(100).collect::<String>());
        let headers: Vec<_> = headers.iter().map(|(name, value)| (*name, (*value).to_owned())).collect();
        let page = browser.submit_with(form, &headers).await;
        assert_eq!(page.status, if passes { 303 } else { 403 }, "{headers:?}");
        assert_eq!(stored_name(&fixture).await != before, passes, "{headers:?}");
    }
}

#[tokio::test]
async fn signing_in_and_choosing_a_password_are_not_done_from_elsewhere_either() {
    let fixture = Fixture::new().await;
    let cross = [("sec-fetch-site", "cross-site".to_owned())];
    let mut browser = fixture.app.browser();
    let mut form = browser.get("/sign-in").await.form("main form");
    form.set("email", &Drafter.email()).set("password", PASSWORD);
    assert_eq!(browser.submit_with(form, &cross).await.status, 403);
    assert!(browser.cookies.is_empty());
    let path = issue(&fixture, fixture.account(Drafter).await, LinkPurpose::PasswordReset).await;
    let mut form = browser.get(&path).await.form("main form");
    form.set("password", "chosen by somebody else").set("again", "chosen by somebody else");
    assert_eq!(browser.submit_with(form, &cross).await.status, 403);
    assert_eq!(browser.get(&path).await.status, 200, "the link is unused");
}

#[tokio::test]
async fn a_form_needs_the_token_of_its_own_session() {
    let fixture = Fixture::new().await;
    let mut browser = fixture.browser(Drafter).await;
    let mut other = fixture.browser(Approver).await;
    let theirs = other.get("/account").await.form_to("/account").value("csrf_token").unwrap().to_owned();
    let mut earlier = fixture.browser(Drafter).await;
    let earlier = earlier.get("/account").await.form_to("/account").value("csrf_token").unwrap().to_owned();
    let session = browser.cookies.iter().find(|(name, _)| name.contains("session")).unwrap().1.clone();
    let before = stored_name(&fixture).await;
    for token in ["", "0", &theirs, &earlier, &session, &"0".repeat(64)] {
        let mut form = browser.get("/account").await.form_to("/account");
        form.set("name", "Somebody else").set("csrf_token", token);
        assert_eq!(browser.submit(form.clone()).await.status, 403, "{token}");
        form.remove("form_account");
        assert_eq!(browser.submit(form).await.status, 403, "{token}");
    }
    let mut form = browser.get("/account").await.form_to("/account");
    let token = form.value("csrf_token").unwrap().to_owned();
    form.set("name", "Somebody else").add("csrf_token", &token);
    assert_eq!(browser.submit(form.clone()).await.status, 400, "twice is malformed");
    form.remove("csrf_token").remove("form_account");
    assert_eq!(browser.submit(form).await.status, 403, "a form without a token");
    assert_eq!(stored_name(&fixture).await, before);
}

#[tokio::test]
async fn nothing_is_changed_by_get() {
    let fixture = Fixture::new().await;
    let mut browser = fixture.browser(Drafter).await;
    let page = browser.get("/account").await;
    for path in ["/sign-out", "/language", "/session/keep-alive", "/account/password"] {
        let token = page.form_to("/sign-out").value("csrf_token").unwrap().to_owned();
        let page = browser.get(&format!("{path}?csrf_token={token}&language=ar&return_to=%2F")).await;
        assert_eq!(page.status, 303, "{path}");
    }
    assert_eq!(browser.get("/account").await.html().root_element().value().attr("lang"), Some("en"));
}

#[tokio::test]
async fn bodies_that_are_no_forms_are_refused_by_kind() {
    let fixture = Fixture::new().await;
    let mut browser = fixture.app.browser();
    let good = b"email=a%40test.example&password=a+guess+that+is+wrong&return_to=%2F".to_vec();
    let with = |tail: &[u8]| [good.as_slice(), b"&", tail].concat();
    let long = [b"email=", vec![b'a'; 8 << 20].as_slice()].concat();
    let multipart = "multipart/form-data; boundary=b";
    let part = |value: &[u8]| {
        [b"--b\r\nContent-Disposition: form-data; name=\"email\"\r\n\r\n", value, b"\r\n--b--\r\n"].concat()
    };
    for (kind, body, status) in [
        (FORM, good.clone(), 422),
        ("application/x-www-form-urlencoded; charset=UTF-8", good.clone(), 422),
        ("application/x-www-form-urlencoded; charset=iso-8859-1", good.clone(), 415),
        ("application/x-www-form-urlencoded; charset=utf-16", good.clone(), 415),
        ("text/plain", good.clone(), 415),
        ("application/json", b"{}".to_vec(), 415),
        ("", good.clone(), 415),
        ("nonsense", good.clone(), 415),
        (FORM, with(b"x=%FF"), 400),
        (FORM, with(b"x=%C3%28"), 400),
        (FORM, with(b"x=%zz"), 400),
        (FORM, with(b"x=%"), 400),
        (FORM, with(b"x=\xff"), 400),
        (FORM, with(b"email=again%40test.example"), 400),
        (FORM, with(b"administrator=true"), 400),
        (FORM, with(b"email[]=x"), 400),
        (FORM, b"email=a".to_vec(), 400),
        (FORM, Vec::new(), 400),
        (FORM, long.clone(), 413),
        (multipart, part(b"\xff\xfe"), 400),
        (multipart, b"--b\r\nno end".to_vec(), 400),
        (multipart, part(&vec![b'a'; (8 << 20) + 1]), 413),
        ("multipart/form-data", part(b"x"), 400),
    ] {
        let page = browser.send(Method::POST, "/sign-in", &same_origin(kind), body.clone()).await;
        let shown = String::from_utf8_lossy(&body[..body.len().min(80)]).into_owned();
        assert_eq!(page.status, status, "{kind}: {shown}");
        assert!(page.body.contains("<h1"), "a page in words: {kind} {status}");
    }
    assert_eq!(number(&fixture.app, "select count(*) from sessions").await, 0);
}

#[tokio::test]
async fn odd_requests_get_a_page_and_never_an_internal_error() {
    let fixture = Fixture::new().await;
    let mut browser = fixture.browser(Administrator).await;
    for path in [
        "/consultations/%00",
        "/consultations/%FF",
        "/consultations/..%2f..%2fetc%2fpasswd",
        "/assets/..%2f..%2fCargo.toml",
        "/assets/%2e%2e/%2e%2e/Cargo.toml",
        "/links/%00",
        "/administration/accounts/%00",
        "/responses/00000000-0000-0000-0000-000000000000",
        "/?notice=%00",
        "/account?notice=no-such-notice",
        "/account?notice=../x",
        "/%E2%80%AE",
    ] {
        let page = browser.get(path).await;
        assert!(page.status.as_u16() < 500, "{path}: {}", page.status);
        assert!(!page.body.contains("[package]"), "{path}");
    }
    for method in [Method::PUT, Method::DELETE, Method::PATCH, Method::OPTIONS, Method::TRACE] {
        let page = browser.send(method.clone(), "/account", &same_origin(FORM), Vec::new()).await;
        assert!(page.status.is_client_error(), "{method}: {}", page.status);
    }
    let long = format!("/account?notice={}", "a".repeat(20_000));
    assert!(browser.get(&long).await.status.as_u16() < 500);
}
