//! Every route by every persona. A route without a row fails, and so does a row without a route.
//!
//! Who may see a page gets it; who may send a form gets as far as its fields (400, since a field is sent that no form has).
//! Nobody else learns that there is anything: 404. Without a session a page leads to signing in, a form is shown again, and a button leads to its page.

use std::collections::BTreeSet;

use actix_web::http::Method;
use rapporteur::{
    domain::ids::{MailId, MembershipId, SubmissionId},
    web::{routes as r, server::table},
};

use crate::support::{
    browser::{Browser, Form, Page},
    fixture::{Fixture, Persona},
};
use Persona::{Administrator, Analyst, Anonymous, Approver, Chair, Drafter, FocalPoint, OtherDelegation};

/// Who may.
#[derive(Clone, Copy)]
enum May {
    /// Everybody, signed in or not; GET answers so.
    Everybody(u16),
    /// Everybody who is signed in; GET answers so.
    SignedIn(u16),
    /// These; GET answers so.
    Only(&'static [Persona], u16),
}

const OWN: &[Persona] = &[FocalPoint, Approver, Drafter];
const SUBMITTING: &[Persona] = &[FocalPoint, Approver];
const PRESIDENCY: &[Persona] = &[Chair, Analyst];
const MEMBERS: &[Persona] = &[FocalPoint, Approver, Drafter, OtherDelegation, Chair, Analyst];
const READERS_OF_THE_SUBMISSION: &[Persona] = &[FocalPoint, Approver, Drafter, Chair, Analyst];

/// Forms without a field.
const BUTTONS: &[&str] = &[
    r::SIGN_OUT,
    r::KEEP_ALIVE,
    r::PRESIDENCY_END,
    r::OPENING,
    r::CLOSURE,
    r::REPORT_ISSUE,
    r::TEAM_END,
    r::ACCOUNT_LINK,
    r::ACCOUNT_MEMBERSHIP_END,
    r::OUTBOX_RETRY,
];

const ROWS: &[(&str, &str, May)] = &[
    ("GET", r::HEALTH, May::Everybody(200)),
    ("GET", r::READY, May::Everybody(200)),
    ("GET", r::ASSET, May::Everybody(404)),
    ("GET", r::START, May::SignedIn(303)),
    ("GET", r::SIGN_IN, May::Everybody(0)),
    ("POST", r::SIGN_IN, May::Everybody(400)),
    ("POST", r::SIGN_OUT, May::SignedIn(400)),
    ("POST", r::KEEP_ALIVE, May::SignedIn(400)),
    ("POST", r::LANGUAGE, May::Everybody(400)),
    ("GET", r::FORGOTTEN_PASSWORD, May::Everybody(200)),
    ("POST", r::FORGOTTEN_PASSWORD, May::Everybody(400)),
    ("GET", r::LINK, May::Everybody(410)),
    ("POST", r::LINK, May::Everybody(400)),
    ("GET", r::ACCOUNT, May::SignedIn(200)),
    ("POST", r::ACCOUNT, May::SignedIn(400)),
    ("POST", r::ACCOUNT_PASSWORD, May::SignedIn(400)),
    ("GET", r::CONSULTATIONS, May::SignedIn(200)),
    ("GET", r::CONSULTATION, May::Only(MEMBERS, 200)),
    ("GET", r::CONSULTATION_SOURCE, May::Only(MEMBERS, 200)),
    ("GET", r::NEW_CONSULTATION, May::Only(&[Chair], 200)),
    ("POST", r::NEW_CONSULTATION, May::Only(&[Chair], 400)),
    ("POST", r::NEW_CONSULTATION_REVIEW, May::Only(&[Chair], 400)),
    ("GET", r::SETTINGS, May::Only(&[Chair], 200)),
    ("POST", r::SETTINGS, May::Only(&[Chair], 400)),
    ("GET", r::QUESTIONS, May::Only(&[Chair], 200)),
    ("POST", r::QUESTIONS, May::Only(&[Chair], 400)),
    ("GET", r::PARTICIPANTS, May::Only(&[Chair], 200)),
    ("POST", r::PARTICIPANTS, May::Only(&[Chair], 400)),
    ("GET", r::PRESIDENCY, May::Only(&[Chair], 200)),
    ("POST", r::PRESIDENCY, May::Only(&[Chair], 400)),
    ("POST", r::PRESIDENCY_END, May::Only(&[Chair], 400)),
    ("POST", r::OPENING, May::Only(&[Chair], 400)),
    ("GET", r::EXTENSION, May::Only(&[Chair], 200)),
    ("POST", r::EXTENSION, May::Only(&[Chair], 400)),
    ("GET", r::CLOSURE, May::Only(&[Chair], 200)),
    ("POST", r::CLOSURE, May::Only(&[Chair], 400)),
    ("GET", r::BOARD, May::Only(PRESIDENCY, 200)),
    ("GET", r::READING, May::Only(PRESIDENCY, 200)),
    ("POST", r::READING, May::Only(PRESIDENCY, 400)),
    ("GET", r::REPORT, May::Only(PRESIDENCY, 200)),
    ("GET", r::REPORT_ISSUE, May::Only(&[Chair], 0)),
    ("POST", r::REPORT_ISSUE, May::Only(&[Chair], 400)),
    // it is submitted: read-only, and shown with its receipt
    ("GET", r::RESPONSE, May::Only(OWN, 303)),
    ("POST", r::RESPONSE, May::Only(OWN, 400)),
    ("GET", r::RESPONSE_DRAFT, May::Only(OWN, 303)),
    ("GET", r::SUBMIT, May::Only(OWN, 0)),
    ("POST", r::SUBMIT, May::Only(SUBMITTING, 400)),
    ("GET", r::REVISIONS, May::Only(OWN, 200)),
    ("GET", r::REVISION, May::Only(OWN, 200)),
    ("POST", r::REVISION, May::Only(OWN, 400)),
    ("GET", r::TEAM, May::Only(OWN, 200)),
    ("POST", r::TEAM, May::Only(&[FocalPoint], 400)),
    ("POST", r::TEAM_END, May::Only(&[FocalPoint], 400)),
    ("GET", r::SUBMISSION, May::Only(READERS_OF_THE_SUBMISSION, 200)),
    ("GET", r::SUBMISSION_TEXT, May::Only(READERS_OF_THE_SUBMISSION, 200)),
    ("GET", r::SUBMISSION_CONTENT, May::Only(READERS_OF_THE_SUBMISSION, 200)),
    ("GET", r::ADMINISTRATION, May::Only(&[Administrator], 200)),
    ("GET", r::NEW_ACCOUNT, May::Only(&[Administrator], 200)),
    ("POST", r::NEW_ACCOUNT, May::Only(&[Administrator], 400)),
    ("GET", r::ADMINISTERED_ACCOUNT, May::Only(&[Administrator], 200)),
    ("POST", r::ACCOUNT_STATE, May::Only(&[Administrator], 400)),
    ("POST", r::ACCOUNT_LINK, May::Only(&[Administrator], 400)),
    ("POST", r::ACCOUNT_MEMBERSHIPS, May::Only(&[Administrator], 400)),
    ("POST", r::ACCOUNT_MEMBERSHIP_END, May::Only(&[Administrator], 400)),
    ("GET", r::OUTBOX, May::Only(&[Administrator], 200)),
    ("POST", r::OUTBOX_RETRY, May::Only(&[Administrator], 400)),
    ("GET", r::MAILBOX, May::Only(&[Administrator], 200)),
    ("GET", r::MAILBOX_MAIL, May::Only(&[Administrator], 404)),
];

#[test]
fn every_route_has_a_row_and_every_row_a_route() {
    let routes = table();
    let named: Vec<_> = routes.iter().map(|(method, pattern)| (method.as_str(), *pattern)).collect();
    let rows: Vec<_> = ROWS.iter().map(|(method, pattern, _)| (*method, *pattern)).collect();
    let without_row: Vec<_> = named.iter().filter(|route| !rows.contains(route)).collect();
    let without_route: Vec<_> = rows.iter().filter(|row| !named.contains(row)).collect();
    assert!(without_row.is_empty(), "routes without a row: {without_row:?}");
    assert!(without_route.is_empty(), "rows without a route: {without_route:?}");
}

#[tokio::test]
async fn each_persona_gets_what_its_row_says_and_nothing_else() {
    let fixture = Fixture::new().await;
    let submission = submit(&fixture).await;
    let subject = fixture.account(Persona::Outsider).await;
    let mut wrong = Vec::new();
    for persona in Persona::ALL {
        let browser = fixture.browser(persona).await;
        for (method, pattern, may) in ROWS {
            let path = pattern
                .replace("{consultation}", &fixture.consultation.to_string())
                .replace("{question}", &fixture.questions[0].to_string())
                .replace("{number}", "1")
                .replace("{response}", &fixture.response.to_string())
                .replace("{submission}", &submission.to_string())
                .replace("{membership}", &MembershipId::new().to_string())
                .replace("{account}", &subject.to_string())
                .replace("{mail}", &MailId::new().to_string())
                .replace("{token}", &"0".repeat(64))
                .replace("{file}", "nothing.css");
            // a copy: signing out and the like do not touch the others
            let page = ask(&mut browser.clone(), method, &path).await;
            let expected = expectation(persona, method, pattern, *may);
            if expected != 0 && page.status != expected {
                wrong.push(format!("{persona:?} {method} {pattern}: {} instead of {expected}", page.status));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[tokio::test]
async fn what_is_not_yours_looks_like_what_is_not_there() {
    let fixture = Fixture::new().await;
    let mut other = fixture.browser(OtherDelegation).await;
    let not_mine = other.get(&r::response(fixture.response)).await;
    let not_there = other.get(&r::response(MailId::new().uuid().into())).await;
    let no_route = other.get("/no/such/page").await;
    let plain = |page: &Page| page.body.replace(&page.path, "PATH");
    assert_eq!(plain(&not_mine), plain(&not_there));
    assert_eq!(plain(&not_mine), plain(&no_route));
    // headers have no order
    let names = |page: &Page| page.headers.keys().map(ToString::to_string).collect::<BTreeSet<_>>();
    assert_eq!(names(&not_mine), names(&no_route));
}

fn expectation(persona: Persona, method: &str, pattern: &str, may: May) -> u16 {
    let refused = match (persona, method) {
        (Anonymous, "GET") => 303,
        (Anonymous, _) if BUTTONS.contains(&pattern) => 303,
        (Anonymous, _) => 403,
        _ => 404,
    };
    match may {
        May::Everybody(status) => status,
        May::SignedIn(_) if persona == Anonymous => refused,
        May::SignedIn(status) => status,
        May::Only(personas, status) if personas.contains(&persona) => status,
        May::Only(..) => refused,
    }
}

async fn ask(browser: &mut Browser, method: &str, path: &str) -> Page {
    if method == "GET" {
        return browser.get(path).await;
    }
    // the token of any page of this session
    let mut form = browser.get("/forgotten-password").await.form_to("/language");
    form.action = path.to_owned();
    form.fields.retain(|(name, _)| name == "csrf_token" || name == "form_account");
    form.add("a_field_that_no_form_has", "1");
    let form = Form { files: Vec::new(), ..form };
    let page = browser.submit(form).await;
    assert_ne!(Method::GET.as_str(), method);
    page
}

/// Costa Rica answers question (a) and submits, through the pages.
async fn submit(fixture: &Fixture) -> SubmissionId {
    let mut browser = fixture.browser(FocalPoint).await;
    let path = r::response(fixture.response);
    let mut form = browser.get(&path).await.form_to(&path);
    form.set(&format!("text-{}", fixture.questions[0]), "Illustrative text of a test.");
    assert_eq!(browser.submit(form).await.status, 303);
    let path = r::submit(fixture.response);
    let mut form = browser.get(&path).await.form_to(&path);
    form.set("signatory-name", "A. Signatory").set("signatory-title", "Permanent Representative");
    let receipt = browser.send_form(form).await.path;
    let id = receipt.split(['/', '?']).nth(2).unwrap();
    id.parse().unwrap_or_else(|_| panic!("no receipt but {receipt}"))
}
