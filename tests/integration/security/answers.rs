//! What every answer carries, and what it gives away: headers, 404, where people are sent.

use rapporteur::{
    domain::ids::{AccountId, ConsultationId, QuestionId, ResponseId, SubmissionId},
    web::routes as r,
};
use reqwest::Method;

use super::{FORM, same_origin};
use crate::support::{
    browser::{Form, Page},
    fixture::{Fixture, PASSWORD, Persona},
    words,
};
use Persona::{Chair, Drafter, Outsider};

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

#[tokio::test]
async fn head_is_answered_as_get_without_the_body() {
    let fixture = Fixture::new().await;
    let mut drafter = fixture.browser(Drafter).await;
    for path in ["/healthz", "/account", "/no/such/page"] {
        let page = drafter.get(path).await;
        let head = drafter.send(Method::HEAD, path, &[], Vec::new()).await;
        assert_eq!((head.status, head.body.as_str()), (page.status, ""), "{path}");
        assert_eq!(head.headers["content-type"], page.headers["content-type"], "{path}");
    }
}

#[tokio::test]
async fn a_path_that_takes_forms_leads_to_the_page_above_it() {
    let fixture = Fixture::new().await;
    let mut chair = fixture.browser(Chair).await;
    let consultation = fixture.consultation;
    for (path, above) in [
        (r::new_consultation_review(), r::new_consultation()),
        (r::opening(consultation), r::consultation(consultation)),
        (r::sign_out(), r::start()),
        (r::keep_alive(), r::start()),
    ] {
        let page = chair.get(&path).await;
        assert_eq!((page.status.as_u16(), page.location()), (303, Some(above)), "{path}");
    }
    assert_eq!(chair.get("/administration/none").await.status, 404);
}
