//! Mail servers that take, refuse, hang up, encrypt or do not.

use chrono::TimeDelta;
use rapporteur::{
    domain::{
        delivery::{Outcome, Trouble},
        line::EmailAddress,
    },
    mail::{Mailer, settings::MailSettings},
    services::{accounts, outbox},
};
use uuid::Uuid;

use super::{
    Arrived, mailer, only_mail, row,
    server::{Authority, MailServer, Manner},
};
use crate::support::{
    app::TestApp,
    fixture::{Persona, add_account},
};

/// Mail through that address.
fn through(url: String, ca_file: Option<std::path::PathBuf>) -> Mailer {
    let settings = MailSettings {
        smtp_url: Some(url.into()),
        from: Some("rapporteur@test.example".to_owned()),
        ca_file,
        folder: std::path::PathBuf::new(),
    };
    mailer(settings.open().unwrap().0)
}

fn plain(server: &MailServer) -> Mailer {
    through(format!("smtp://{}?tls=none", server.address), None)
}

/// An installation with one mail in its outbox.
async fn with_one_mail() -> (TestApp, Uuid) {
    let app = TestApp::start().await;
    let email = Persona::FocalPoint.email();
    add_account(&app, &email, false).await;
    accounts::request_reset(app.context.clone(), EmailAddress::parse(&email).unwrap(), None).await.unwrap();
    app.advance(TimeDelta::seconds(30));
    let mail = only_mail(&app).await;
    (app, mail)
}

async fn next(app: &TestApp, mailer: &Mailer) -> Option<Outcome> {
    outbox::deliver_next(app.context.clone(), mailer.clone()).await.unwrap().map(|(_, outcome)| outcome)
}

#[tokio::test]
async fn a_mail_that_is_taken_is_sent_once() {
    let (app, mail) = with_one_mail().await;
    let server = MailServer::start(None).await;
    let mailer = plain(&server);
    assert_eq!(next(&app, &mailer).await, Some(Outcome::Accepted));
    app.advance(TimeDelta::days(2));
    assert_eq!(next(&app, &mailer).await, None);
    let mails = server.mails();
    assert_eq!(mails.len(), 1);
    let arrived = Arrived::read(&mails[0]);
    assert!(arrived.to.contains("focalpoint@test.example"));
    assert_eq!(arrived.from, "Rapporteur <rapporteur@test.example>");
    assert_eq!(arrived.message_id, format!("<{mail}@test.example>"));
    assert_eq!(row(&app, mail).await, ("sent".to_owned(), 1, None));
}

#[tokio::test]
async fn what_was_clearly_not_taken_is_tried_again_later() {
    let (app, mail) = with_one_mail().await;
    let server = MailServer::start(None).await;
    let mailer = plain(&server);
    for (manner, trouble, wait) in [
        (Manner::RefusesRecipient(450), Trouble::Refused(450), 1),
        (Manner::RefusesText(451), Trouble::Refused(451), 5),
        (Manner::HangsUpBeforeText, Trouble::Unreachable, 15),
    ] {
        server.behave(manner);
        assert_eq!(next(&app, &mailer).await, Some(Outcome::Deferred(trouble)), "{manner:?}");
        app.advance(TimeDelta::minutes(wait) - TimeDelta::seconds(1));
        assert_eq!(next(&app, &mailer).await, None, "{manner:?}: too early");
        app.advance(TimeDelta::seconds(2));
    }
    assert_eq!(row(&app, mail).await, ("pending".to_owned(), 3, Some("unreachable".to_owned())));
    server.behave(Manner::Takes);
    assert_eq!(next(&app, &mailer).await, Some(Outcome::Accepted));
    assert_eq!(server.mails().len(), 1);
    assert_eq!(row(&app, mail).await, ("sent".to_owned(), 4, None));
}

#[tokio::test]
async fn a_final_refusal_and_too_many_tries_end_it() {
    let (app, mail) = with_one_mail().await;
    let server = MailServer::start(None).await;
    server.behave(Manner::RefusesRecipient(550));
    assert_eq!(next(&app, &plain(&server)).await, Some(Outcome::Rejected(Trouble::Refused(550))));
    assert_eq!(row(&app, mail).await, ("failed".to_owned(), 1, Some("refused 550".to_owned())));

    let (app, mail) = with_one_mail().await;
    let nobody = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
    let mailer = through(format!("smtp://{nobody}?tls=none"), None);
    let mut tries = 0;
    while let Some(outcome) = next(&app, &mailer).await {
        assert_eq!(outcome, Outcome::Deferred(Trouble::Unreachable));
        tries += 1;
        app.advance(TimeDelta::hours(9));
    }
    assert_eq!(tries, 8);
    assert_eq!(row(&app, mail).await, ("failed".to_owned(), 8, Some("unreachable".to_owned())));
}

#[tokio::test]
async fn what_may_have_been_taken_is_never_sent_again_by_itself() {
    let (app, mail) = with_one_mail().await;
    let server = MailServer::start(None).await;
    let mailer = plain(&server);
    server.behave(Manner::HangsUpAfterText);
    assert_eq!(next(&app, &mailer).await, Some(Outcome::Unclear(Trouble::Unanswered)));
    server.behave(Manner::Takes);
    for _ in 0..5 {
        app.advance(TimeDelta::days(1));
        outbox::give_up(app.context.clone()).await.unwrap();
        assert_eq!(next(&app, &mailer).await, None);
    }
    assert_eq!(server.mails().len(), 1, "the server had taken it");
    assert_eq!(row(&app, mail).await, ("uncertain".to_owned(), 1, Some("unanswered".to_owned())));
}

#[tokio::test]
async fn starttls_is_required_and_the_server_must_be_the_one_meant() {
    let (app, mail) = with_one_mail().await;
    let authority = Authority::new();
    let server = MailServer::start(Some(&authority)).await;
    let port = server.address.port();
    let address = |host: &str| format!("smtp://user:p%40ss@{host}:{port}");
    // nobody vouches for it; it is not the one that the certificate names; it does not encrypt at all
    let open = MailServer::start(None).await;
    for mailer in [
        through(address("localhost"), None),
        through(address("127.0.0.1"), Some(authority.certificate())),
        through(format!("smtp://user:p%40ss@localhost:{}", open.address.port()), Some(authority.certificate())),
    ] {
        assert_eq!(next(&app, &mailer).await, Some(Outcome::Deferred(Trouble::Insecure)));
        app.advance(TimeDelta::hours(9));
    }
    for server in [&server, &open] {
        let seen = server.seen.lock().unwrap();
        assert!(seen.mails.is_empty() && seen.sign_ins.is_empty() && !seen.in_the_open, "{seen:?}");
    }
    let trusted = through(address("localhost"), Some(authority.certificate()));
    assert_eq!(next(&app, &trusted).await, Some(Outcome::Accepted));
    {
        let seen = server.seen.lock().unwrap();
        assert!(!seen.in_the_open);
        // base64 of "\0user\0p@ss"
        assert_eq!(seen.sign_ins, ["AUTH PLAIN AHVzZXIAcEBzcw=="]);
        Arrived::read(&seen.mails[0]);
    }
    assert_eq!(row(&app, mail).await.0, "sent");
}
