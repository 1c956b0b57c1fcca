//! What strangers, other sites and broken requests get.

use std::time::Duration;

use chrono::{DateTime, TimeDelta, Utc};
use futures_util::FutureExt;
use rapporteur::{
    database::Principal,
    domain::{
        account::LinkPurpose,
        ids::{AccountId, ConsultationId, QuestionId, ResponseId, SubmissionId},
    },
    services::links,
    web::routes as r,
};
use reqwest::Method;
use sqlx::Row;

use crate::support::{
    app::TestApp,
    browser::{Browser, Form, Page},
    fixture::{Fixture, PASSWORD, Persona, add_account},
    words,
};
use Persona::{Administrator, Analyst, Approver, Chair, Drafter, FocalPoint, Outsider};

const FORM: &str = "application/x-www-form-urlencoded";

async fn number(app: &TestApp, query: &'static str) -> i64 {
    sqlx::query_scalar(query).fetch_one(&app.superuser).await.unwrap()
}

fn same_origin(kind: &str) -> Vec<(&'static str, String)> {
    vec![("sec-fetch-site", "same-origin".to_owned()), ("content-type", kind.to_owned())]
}

// --- Throttling -------------------------------------------------------------------------------------------------

#[tokio::test]
async fn one_address_tries_many_accounts_only_so_often_and_locks_nobody_out_who_is_known() {
    let fixture = Fixture::new().await;
    let mut known = fixture.browser(FocalPoint).await;
    let page = known.get("/account").await;
    known.submit(page.form_to("/sign-out")).await;
    let mut stranger = fixture.app.browser();
    let mut refused = 0;
    for attempt in 0..70 {
        // a name of its own for each try, and a forged address: no proxy is trusted here
        let mut form = stranger.get("/sign-in").await.form("main form");
        form.set("email", &format!("guess-{attempt}@test.example")).set("password", "a guess that is wrong");
        let headers =
            [("sec-fetch-site", "same-origin".to_owned()), ("x-forwarded-for", format!("198.51.100.{attempt}"))];
        let page = stranger.submit_with(form, &headers).await;
        if page.status == 429 {
            refused += 1;
        } else {
            assert_eq!(page.status, 422);
        }
    }
    // one of the sixty went to the sign-in above
    assert_eq!(refused, 11);
    assert_eq!(stranger.sign_in(&Drafter.email(), PASSWORD).await.status, 429);
    assert_eq!(known.sign_in(&FocalPoint.email(), PASSWORD).await.status, 303, "a known browser is not held up");
    fixture.app.advance(TimeDelta::minutes(5));
    assert_eq!(stranger.sign_in(&Drafter.email(), PASSWORD).await.status, 303);
}

#[tokio::test]
async fn a_known_browser_has_a_bucket_of_its_own_and_it_too_ends() {
    let fixture = Fixture::new().await;
    let mut known = fixture.browser(Analyst).await;
    let page = known.get("/account").await;
    known.submit(page.form_to("/sign-out")).await;
    for attempt in 0..11 {
        let status = known.sign_in(&Analyst.email(), "not the right pass phrase").await.status;
        assert_eq!(status, if attempt < 10 { 422 } else { 429 }, "attempt {attempt}");
    }
    // the account's own bucket is untouched: another browser of its person still gets in
    assert_eq!(fixture.app.browser().sign_in(&Analyst.email(), PASSWORD).await.status, 303);
    // and a browser known to one account is a stranger to another
    for _ in 0..10 {
        known.sign_in(&Drafter.email(), "not the right pass phrase").await;
    }
    assert_eq!(fixture.app.browser().sign_in(&Drafter.email(), PASSWORD).await.status, 429);
}

#[tokio::test]
async fn success_gives_the_bucket_back() {
    let fixture = Fixture::new().await;
    for _ in 0..3 {
        let mut browser = fixture.app.browser();
        for _ in 0..9 {
            assert_eq!(browser.sign_in(&Chair.email(), "mistyped, mistyped").await.status, 422);
        }
        assert_eq!(browser.sign_in(&Chair.email(), PASSWORD).await.status, 303);
    }
}

#[tokio::test]
async fn resets_are_mailed_three_times_an_hour_and_the_answer_never_tells() {
    let fixture = Fixture::new().await;
    let mut browser = fixture.app.browser();
    let mut bodies = Vec::new();
    for _ in 0..5 {
        let mut form = browser.get("/forgotten-password").await.form("main form");
        form.set("email", &Analyst.email());
        bodies.push(browser.submit(form).await.body);
        fixture.app.advance(TimeDelta::seconds(1));
    }
    assert!(bodies.iter().all(|body| *body == bodies[0]));
    assert_eq!(number(&fixture.app, "select count(*) from mails").await, 3);
}

// --- Unknown, unready and shut accounts ----------------------------------------------------------------------------

#[tokio::test]
async fn no_answer_tells_whether_an_address_has_an_account() {
    let fixture = Fixture::new().await;
    let app = &fixture.app;
    add_account(app, "shut@test.example", false).await;
    add_account(app, "fresh@test.example", false).await;
    for statement in [
        "update accounts set disabled_at = now() where email_key = 'shut@test.example'",
        "update accounts set password_hash = null, activated_at = null where email_key = 'fresh@test.example'",
    ] {
        sqlx::query(statement).execute(&app.superuser).await.unwrap();
    }
    let emails =
        [Analyst.email(), "nobody@test.example".into(), "shut@test.example".into(), "fresh@test.example".into()];
    let (mut resets, mut sign_ins) = (Vec::new(), Vec::new());
    for email in &emails {
        let mut browser = app.browser();
        let mut form = browser.get("/forgotten-password").await.form("main form");
        form.set("email", email);
        let page = browser.submit(form).await;
        resets.push((page.status, page.body.replace(email, "EMAIL"), names(&page)));
        let page = browser.sign_in(email, "a guess that is wrong").await;
        sign_ins.push((page.status, page.body.replace(email, "EMAIL"), names(&page)));
    }
    for (email, (reset, sign_in)) in emails.iter().zip(resets.iter().zip(&sign_ins)) {
        assert_eq!(reset, &resets[1], "{email}");
        assert_eq!(sign_in, &sign_ins[1], "{email}");
    }
    let written = sqlx::query("select kind, email from mails m join accounts a on a.id = account_id order by kind")
        .fetch_all(&app.superuser)
        .await
        .unwrap();
    let written: Vec<(String, String)> = written.iter().map(|row| (row.get(0), row.get(1))).collect();
    assert_eq!(
        written,
        [("activation".into(), "fresh@test.example".into()), ("password_reset".into(), Analyst.email())],
        "a shut account is written nothing"
    );
}

fn names(page: &Page) -> Vec<String> {
    page.headers.keys().map(ToString::to_string).collect()
}

// --- One-time links -------------------------------------------------------------------------------------------------

async fn issue(fixture: &Fixture, account: AccountId, purpose: LinkPurpose) -> String {
    let token = links::issue(fixture.app.context.clone(), account, purpose).await.unwrap();
    r::link(token.expose())
}

#[tokio::test]
async fn opening_a_link_changes_nothing_in_the_database() {
    let fixture = Fixture::new().await;
    let path = issue(&fixture, fixture.account(Drafter).await, LinkPurpose::PasswordReset).await;
    let state = "select md5(string_agg(t, ',')) from (
        select l::text from one_time_links l union all select a::text from accounts a union all
        select e::text from audit_events e union all select s::text from sessions s union all select m::text from mails m) x (t)";
    let look = || async { sqlx::query_scalar::<_, String>(state).fetch_one(&fixture.app.superuser).await.unwrap() };
    let before = look().await;
    let mut scanner = fixture.app.browser();
    for method in [Method::GET, Method::HEAD, Method::GET] {
        scanner.send(method, &path, &[], Vec::new()).await;
    }
    assert_eq!(look().await, before);
    assert!(scanner.cookies.is_empty());
    assert_eq!(scanner.get(&path).await.status, 200);
}

#[tokio::test]
async fn dead_links_all_look_the_same() {
    let fixture = Fixture::new().await;
    let drafter = fixture.account(Drafter).await;
    let older = issue(&fixture, drafter, LinkPurpose::PasswordReset).await;
    let newer = issue(&fixture, drafter, LinkPurpose::PasswordReset).await;
    let outsider = fixture.account(Outsider).await;
    let shut = issue(&fixture, outsider, LinkPurpose::PasswordReset).await;
    sqlx::query("update accounts set disabled_at = now() where id = $1")
        .bind(outsider.uuid())
        .execute(&fixture.app.superuser)
        .await
        .unwrap();
    let mut browser = fixture.app.browser();
    assert_eq!(browser.get(&newer).await.status, 200);
    let mut bodies = Vec::new();
    let upper = newer.to_uppercase().replace("/LINKS/", "/links/");
    for path in [older, shut, r::link(&"0".repeat(64)), r::link("short"), upper] {
        let page = browser.get(&path).await;
        assert_eq!(page.status, 410, "{path}");
        assert_eq!(page.headers["cache-control"], "no-store");
        bodies.push(page.body.replace(&path, "PATH"));
    }
    assert!(bodies.iter().all(|body| *body == bodies[0]));
}

#[tokio::test]
async fn a_link_used_twice_at_once_works_once() {
    let fixture = Fixture::new().await;
    let path = issue(&fixture, fixture.account(Drafter).await, LinkPurpose::PasswordReset).await;
    let mut filled = Vec::new();
    for password in ["the first of two phrases", "the second of two phrases"] {
        let mut browser = fixture.app.browser();
        let mut form = browser.get(&path).await.form("main form");
        form.set("password", password).set("again", password);
        filled.push((browser, form));
    }
    let (mut second, mut first) = (filled.remove(1), filled.remove(0));
    let (one, other) = tokio::join!(first.0.submit(first.1), second.0.submit(second.1));
    let (one, other) = (one.status.as_u16(), other.status.as_u16());
    let mut statuses = [one, other];
    statuses.sort_unstable();
    assert_eq!(statuses, [303, 410]);
    let right = if one == 303 { "the first of two phrases" } else { "the second of two phrases" };
    assert_eq!(fixture.app.browser().sign_in(&Drafter.email(), right).await.status, 303);
}

#[tokio::test]
async fn using_a_link_ends_every_session_and_activation_links_last_two_weeks() {
    let fixture = Fixture::new().await;
    let mut thief = fixture.browser(Drafter).await;
    let drafter = fixture.account(Drafter).await;
    let path = issue(&fixture, drafter, LinkPurpose::PasswordReset).await;
    let mut browser = fixture.app.browser();
    let mut form = browser.get(&path).await.form("main form");
    form.set("password", "another long pass phrase").set("again", "another long pass phrase");
    assert_eq!(browser.submit(form).await.status, 303);
    assert_eq!(thief.get("/account").await.status, 303);
    let path = issue(&fixture, drafter, LinkPurpose::Activation).await;
    fixture.app.advance(TimeDelta::days(14) - TimeDelta::seconds(1));
    assert_eq!(browser.get(&path).await.status, 200);
    fixture.app.advance(TimeDelta::seconds(1));
    assert_eq!(browser.get(&path).await.status, 410);
}

// --- Forms from elsewhere -------------------------------------------------------------------------------------------

async fn stored_name(fixture: &Fixture) -> String {
    sqlx::query_scalar("select name from accounts where email_key = $1")
        .bind(Drafter.email())
        .fetch_one(&fixture.app.superuser)
        .await
        .unwrap()
}

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
        assert_eq!(page.status, 404, "{path}");
    }
    assert_eq!(browser.get("/account").await.html().root_element().value().attr("lang"), Some("en"));
}

// --- Sessions -------------------------------------------------------------------------------------------------------

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

// --- Headers --------------------------------------------------------------------------------------------------------

#[tokio::test]
async fn every_kind_of_answer_has_the_headers() {
    let fixture = Fixture::new().await;
    let mut anonymous = fixture.app.browser();
    let mut drafter = fixture.browser(Drafter).await;
    let page = drafter.get("/account").await;
    let style = page
        .html()
        .select(&scraper::Selector::parse("link[rel=stylesheet]").unwrap())
        .next()
        .unwrap()
        .value()
        .attr("href")
        .unwrap()
        .to_owned();
    let mut wrong = page.form_to("/account");
    wrong.set("name", "");
    let mut unfinished = page.form_to("/account");
    unfinished.remove("zone");
    let keep = Form { action: "/session/keep-alive".into(), ..page.form_to("/sign-out") };
    let mut answers = vec![
        (200, page.clone()),
        (200, anonymous.get("/sign-in").await),
        (200, anonymous.get("/healthz").await),
        (200, anonymous.get("/readyz").await),
        (200, anonymous.get(&style).await),
        (404, anonymous.get("/assets/none.css").await),
        (404, anonymous.get("/no/such/page").await),
        (404, drafter.get("/administration").await),
        (303, anonymous.get("/account").await),
        (410, anonymous.get(&r::link("x")).await),
        (422, drafter.submit(wrong).await),
        (400, drafter.submit(unfinished).await),
        (403, drafter.submit_with(page.form_to("/account"), &[]).await),
        (403, anonymous.submit(page.form_to("/account")).await),
        (204, drafter.submit(keep).await),
        (415, anonymous.send(Method::POST, "/sign-in", &same_origin("text/plain"), b"a=b".to_vec()).await),
        (413, anonymous.send(Method::POST, "/sign-in", &same_origin(FORM), vec![b'a'; 9 << 20]).await),
        (303, drafter.submit(page.form_to("/sign-out")).await),
    ];
    for _ in 0..11 {
        let page = anonymous.sign_in(&Outsider.email(), "a guess that is wrong").await;
        if page.status == 429 {
            answers.push((429, page));
            break;
        }
    }
    assert_eq!(answers.last().unwrap().0, 429);
    for (status, page) in &answers {
        assert_eq!(page.status, *status, "{}", page.path);
        let header =
            |name: &str| page.headers.get(name).map(|value| value.to_str().unwrap().to_owned()).unwrap_or_default();
        let policy = header("content-security-policy");
        for part in ["default-src 'none'", "base-uri 'none'", "frame-ancestors 'none'", "form-action 'self'"] {
            assert!(policy.contains(part), "{status} {}: {policy}", page.path);
        }
        assert!(!policy.contains("unsafe"), "{policy}");
        for (name, value) in [
            ("x-content-type-options", "nosniff"),
            ("x-frame-options", "DENY"),
            ("referrer-policy", "same-origin"),
            ("cross-origin-opener-policy", "same-origin"),
            ("cross-origin-resource-policy", "same-origin"),
        ] {
            assert_eq!(header(name), value, "{status} {} {name}", page.path);
        }
        let kept = page.path.starts_with("/assets/") || page.path == "/healthz" || page.path == "/readyz";
        if !kept || *status != 200 {
            assert_eq!(header("cache-control"), "no-store", "{status} {}", page.path);
        }
        for name in ["server", "x-powered-by", "strict-transport-security"] {
            assert_eq!(header(name), "", "{name}: says nothing, and there is no TLS on loopback");
        }
    }
}

// --- Not there, or not yours ----------------------------------------------------------------------------------------

#[tokio::test]
async fn absent_and_not_yours_are_the_same_bytes() {
    let fixture = Fixture::new().await;
    let submission = words::write(&fixture).await;
    let mut browser = fixture.browser(Outsider).await;
    let (consultation, question) = (fixture.consultation, fixture.questions[0]);
    let (other, none) = (ConsultationId::new(), QuestionId::new());
    for (there, absent) in [
        (r::consultation(consultation), r::consultation(other)),
        (r::consultation_source(consultation), r::consultation_source(other)),
        (r::settings(consultation), r::settings(other)),
        (r::participants(consultation), r::participants(other)),
        (r::board(consultation), r::board(other)),
        (r::report(consultation), r::report(other)),
        (r::reading(consultation, question), r::reading(other, none)),
        (r::response(fixture.response), r::response(ResponseId::new())),
        (r::response_draft(fixture.response), r::response_draft(ResponseId::new())),
        (r::submit(fixture.response), r::submit(ResponseId::new())),
        (r::team(fixture.response), r::team(ResponseId::new())),
        (r::submission(submission), r::submission(SubmissionId::new())),
        (r::submission_text(submission), r::submission_text(SubmissionId::new())),
        (r::administered_account(fixture.account(Chair).await), r::administered_account(AccountId::new())),
        (r::administration(), "/administratiom".to_owned()),
    ] {
        let (one, two) = (browser.get(&there).await, browser.get(&absent).await);
        assert_eq!(one.status, 404, "{there}");
        // the page's own path stands in the language switch alone
        assert_eq!(one.body.replace(&there, "PATH"), two.body.replace(&absent, "PATH"), "{there}");
        let told = |page: &Page| {
            let mut headers = page.headers.clone();
            headers.remove("date");
            headers
        };
        assert_eq!(told(&one), told(&two), "{there}");
        assert!(!one.body.contains("Reference number"), "a 404 has none");
    }
}

#[tokio::test]
async fn a_form_to_what_is_not_yours_is_as_little_there() {
    let fixture = Fixture::new().await;
    let mut browser = fixture.browser(Outsider).await;
    let form = browser.get("/account").await.form_to("/sign-out");
    for (there, absent) in [
        (r::response(fixture.response), r::response(ResponseId::new())),
        (r::submit(fixture.response), r::submit(ResponseId::new())),
        (r::closure(fixture.consultation), r::closure(ConsultationId::new())),
        (r::report_issue(fixture.consultation), r::report_issue(ConsultationId::new())),
    ] {
        let mut bodies = Vec::new();
        for path in [&there, &absent] {
            let page = browser.submit(Form { action: path.clone(), ..form.clone() }).await;
            assert_eq!(page.status, 404, "{path}");
            bodies.push(page.body.replace(path.as_str(), "PATH"));
        }
        assert_eq!(bodies[0], bodies[1], "{there}");
    }
}

// --- Where people are sent ------------------------------------------------------------------------------------------

#[tokio::test]
async fn nobody_is_sent_to_another_site() {
    let fixture = Fixture::new().await;
    for (asked, sent) in [
        ("/account", "/account"),
        ("/consultations?notice=x", "/consultations?notice=x"),
        ("", "/"),
        ("account", "/"),
        ("https://elsewhere.example/", "/"),
        ("//elsewhere.example/", "/"),
        ("///elsewhere.example/", "/"),
        ("/\\elsewhere.example/", "/"),
        ("\\\\elsewhere.example/", "/"),
        ("/\t/elsewhere.example/", "/"),
        ("/\n/elsewhere.example/", "/"),
        ("/\r\nset-cookie: a=b", "/"),
        ("/\0", "/"),
        ("\u{1}//elsewhere.example", "/"),
        (" //elsewhere.example", "/"),
        ("javascript:alert(1)", "/"),
        ("@elsewhere.example", "/"),
    ] {
        let mut browser = fixture.app.browser();
        let mut form = browser.get("/sign-in").await.form("main form");
        form.set("email", &Drafter.email()).set("password", PASSWORD).set("return_to", asked);
        let page = browser.submit(form).await;
        assert_eq!((page.status.as_u16(), page.location().as_deref()), (303, Some(sent)), "{asked:?}");
        let mut form = browser.get("/account").await.form_to("/language");
        form.set("return_to", asked).add("language", "en");
        assert_eq!(browser.submit(form).await.location().as_deref(), Some(sent), "{asked:?}");
        let encoded = percent_encoding::utf8_percent_encode(asked, percent_encoding::NON_ALPHANUMERIC);
        let page = browser.get(&format!("/sign-in?return_to={encoded}")).await;
        assert_eq!(page.location().as_deref(), Some(sent), "{asked:?}");
    }
}

// --- Bodies that are no forms ---------------------------------------------------------------------------------------

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

// --- Requests that are given up -------------------------------------------------------------------------------------

/// Waits until `ready` says so; fails after ten seconds.
async fn wait_for(fixture: &Fixture, query: &'static str, wanted: i64) {
    let pause = Duration::from_millis(20);
    for _ in 0..500 {
        if number(&fixture.app, query).await == wanted {
            return;
        }
        tokio::time::sleep(pause).await;
    }
    panic!("{query} is {} and not {wanted}", number(&fixture.app, query).await);
}

const BLOCKED: &str =
    "select count(*) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'";
const OPEN: &str =
    "select count(*) from pg_stat_activity where datname = current_database() and usename = 'rapporteur_app'
     and state <> 'idle'";

#[tokio::test]
async fn a_save_whose_browser_goes_away_is_done_and_leaves_nothing_open() {
    let fixture = Fixture::new().await;
    let mut browser = fixture.browser(Drafter).await;
    let mut form = browser.get("/account").await.form_to("/account");
    form.set("name", "Saved all the same");
    let mut blocker = fixture.app.superuser.begin().await.unwrap();
    sqlx::query("select from accounts where email_key = $1 for update")
        .bind(Drafter.email())
        .execute(&mut *blocker)
        .await
        .unwrap();
    let mut copy = browser.clone();
    let request = tokio::spawn(async move { copy.submit(form).await });
    wait_for(&fixture, BLOCKED, 1).await;
    request.abort();
    assert!(request.await.unwrap_err().is_cancelled());
    blocker.rollback().await.unwrap();
    wait_for(&fixture, OPEN, 0).await;
    assert_eq!(stored_name(&fixture).await, "Saved all the same");
    assert_eq!(browser.get("/account").await.status, 200);
}

#[tokio::test]
async fn a_storm_of_aborted_requests_leaves_no_open_transaction() {
    let fixture = Fixture::new().await;
    let browser = fixture.browser(Drafter).await;
    let storm = (0..120_u64).map(|number| {
        let mut browser: Browser = browser.clone();
        async move {
            let path = if number % 2 == 0 { "/account" } else { "/consultations" };
            let _ = tokio::time::timeout(Duration::from_micros(number * 150), browser.get(path)).await;
        }
    });
    futures_util::future::join_all(storm).await;
    wait_for(&fixture, OPEN, 0).await;
    assert_eq!(browser.clone().get("/account").await.status, 200);
}

/// Begins on every connection of the pool, and says when each of these transactions was begun.
async fn begin_everywhere(fixture: &Fixture) -> Vec<DateTime<Utc>> {
    let (mut all, mut begun) = (Vec::new(), Vec::new());
    for _ in 0..8 {
        let mut transaction = fixture.app.context.database.begin(Principal::Nobody).await.unwrap();
        begun.push(sqlx::query_scalar("select now()").fetch_one(&mut *transaction).await.unwrap());
        all.push(transaction);
    }
    begun
}

#[tokio::test]
async fn a_connection_is_handed_out_without_a_transaction_that_was_left_open() {
    let fixture = Fixture::new().await;
    begin_everywhere(&fixture).await;
    for steps in 0..20 {
        // given up after so many steps, at times between the query that begins and its answer
        let mut begins: Vec<_> =
            (0..8).map(|_| Box::pin(fixture.app.context.database.begin(Principal::Nobody).fuse())).collect();
        for _ in 0..steps {
            futures_util::future::join_all(begins.iter_mut().map(futures_util::future::poll_immediate)).await;
            tokio::time::sleep(Duration::from_micros(50)).await;
        }
        drop(begins);
        let clock = "select clock_timestamp()";
        let before: DateTime<Utc> = sqlx::query_scalar(clock).fetch_one(&fixture.app.superuser).await.unwrap();
        for begun in begin_everywhere(&fixture).await {
            assert!(begun >= before, "step {steps}: begun at {begun}, before {before}");
        }
    }
}
