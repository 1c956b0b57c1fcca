//! The administrator's pages on mail.

use chrono::TimeDelta;
use rapporteur::{domain::line::EmailAddress, services::accounts, web::routes as r};
use sqlx::Row;

use super::{add_submission, deliver_all, delivered, only_mail, row, to_files};
use crate::support::{
    app::now,
    fixture::{Fixture, Persona},
};

async fn ask_for_reset(fixture: &Fixture, persona: Persona) {
    let email = EmailAddress::parse(&persona.email()).unwrap();
    accounts::request_reset(fixture.app.context.clone(), email, None).await.unwrap();
}

async fn set_status(fixture: &Fixture, status: &str, error: &str) {
    sqlx::query("update mails set status = $1, error = $2, attempts = 1")
        .bind(status)
        .bind(error)
        .execute(&fixture.app.superuser)
        .await
        .unwrap();
}

#[tokio::test]
async fn an_uncertain_mail_is_sent_again_at_the_administrators_word() {
    let fixture = Fixture::new().await;
    let mut browser = fixture.browser(Persona::Administrator).await;
    let page = browser.get(&r::outbox()).await;
    assert!(page.main().contains("Nothing waits, and nothing failed."), "{}", page.body);
    ask_for_reset(&fixture, Persona::FocalPoint).await;
    set_status(&fixture, "uncertain", "unanswered").await;
    assert!(delivered(&fixture.app).await.is_empty());
    let page = browser.get(&r::outbox()).await;
    let main = page.main();
    for part in
        ["Link to a new password", "focalpoint@test.example", "Uncertain", "The connection broke after", "1 attempt"]
    {
        assert!(main.contains(part), "{part}: {main}");
    }
    let mail = only_mail(&fixture.app).await;
    let path = r::outbox_retry(mail.into());
    let form = page.form_to(&path);
    let page = browser.submit(form.clone()).await;
    assert_eq!(page.location().unwrap(), "/administration/outbox?notice=mail-retried");
    assert!(browser.follow(page).await.main().contains("Waiting"));
    // the same press again changes nothing
    assert_eq!(browser.submit(form).await.location().unwrap(), "/administration/outbox?notice=mail-settled");
    assert_eq!(delivered(&fixture.app).await.len(), 1);
    assert_eq!(row(&fixture.app, mail).await.0, "sent");
    let audit = sqlx::query("select detail, account_id from audit_events where action = 'mail_retried'");
    let audit = audit.fetch_all(&fixture.app.superuser).await.unwrap();
    assert_eq!(audit.len(), 1);
    let detail: String = audit[0].get("detail");
    assert!(detail.contains("uncertain") && detail.contains(&mail.to_string()), "{detail}");
    assert_eq!(audit[0].get::<uuid::Uuid, _>("account_id"), fixture.account(Persona::Administrator).await.uuid());
}

#[tokio::test]
async fn failures_say_why_and_when_next() {
    let fixture = Fixture::new().await;
    let mut browser = fixture.browser(Persona::Administrator).await;
    ask_for_reset(&fixture, Persona::FocalPoint).await;
    for (status, error, wanted) in [
        ("failed", "refused 550", "The mail server declined it (code 550)."),
        ("pending", "unreachable", "Next attempt: "),
        ("failed", "no-recipient", "The account is disabled"),
    ] {
        set_status(&fixture, status, error).await;
        let main = browser.get(&r::outbox()).await.main();
        let main: String = main.chars().filter(|c| !matches!(c, '\u{2068}' | '\u{2069}')).collect();
        assert!(main.contains(wanted) && main.contains("Send again"), "{wanted}: {main}");
    }
    for language in ["ar", "es", "fr", "ru", "zh"] {
        sqlx::query("update accounts set language = $1").bind(language).execute(&fixture.app.superuser).await.unwrap();
        let page = browser.get(&r::outbox()).await;
        assert_eq!((page.status.as_u16(), page.texts("h1").len()), (200, 1), "{}", page.body);
    }
}

#[tokio::test]
async fn the_mailbox_shows_mails_without_the_secrets_of_links() {
    let fixture = Fixture::new().await;
    let mut browser = fixture.browser(Persona::Administrator).await;
    assert!(browser.get(&r::mailbox()).await.main().contains("No mail yet"));
    ask_for_reset(&fixture, Persona::FocalPoint).await;
    add_submission(&fixture, "CRI", now(), &fixture.questions).await;
    sqlx::query("update accounts set language = 'ar' where email_key = $1")
        .bind(Persona::Chair.email())
        .execute(&fixture.app.superuser)
        .await
        .unwrap();
    rapporteur::services::digests::send(fixture.app.context.clone(), None).await.unwrap();
    assert_eq!(deliver_all(&fixture.app, &to_files(fixture.app.mailbox.path())).await, 3);
    std::fs::write(fixture.app.mailbox.path().join("notes.txt"), "not a mail").unwrap();
    std::fs::write(fixture.app.mailbox.path().join("passwords.eml"), "not one of ours").unwrap();

    let list = browser.get(&r::mailbox()).await;
    assert_eq!(list.texts("tbody tr").len(), 3, "{}", list.body);
    assert!(list.main().contains("Choose a new password") && !list.main().contains("not one of ours"));
    let secret = regex::Regex::new("[0-9a-f]{64}").unwrap();
    let mut bodies = Vec::new();
    for path in list
        .html()
        .select(&scraper::Selector::parse("tbody a").unwrap())
        .map(|a| a.value().attr("href").unwrap().to_owned())
        .collect::<Vec<_>>()
    {
        let page = browser.get(&path).await;
        assert_eq!(page.status, 200);
        assert_eq!(page.texts("h1").len(), 1);
        assert!(!page.texts(".mail.typed").is_empty() && page.texts("main section").len() == 2, "{}", page.body);
        bodies.push(page);
    }
    let reset = bodies.iter().find(|page| page.text("h1").contains("Choose a new password")).unwrap();
    let mail = reset.path.rsplit('/').next().unwrap();
    assert!(reset.main().contains("/links/…") && reset.main().contains(&format!("{mail}.eml")), "{}", reset.body);
    let stored = std::fs::read_to_string(fixture.app.mailbox.path().join(format!("{mail}.eml"))).unwrap();
    let main = reset.html().select(&scraper::Selector::parse("main").unwrap()).next().unwrap().html();
    let leaked = secret.find_iter(&main).any(|found| !main.contains(&format!("value=\"{}\"", found.as_str())));
    assert!(!leaked, "{main}");
    assert!(stored.contains("/links/"), "the file holds it");
    let arabic = bodies.iter().find(|page| !page.texts(".mail.typed[dir=rtl]").is_empty()).unwrap();
    assert!(arabic.main().contains("كوستاريكا"), "{}", arabic.main());
    assert!(!arabic.body.contains("style=\"margin"), "the content policy forbids styles");
}

#[tokio::test]
async fn digests_are_listed_by_age() {
    let fixture = Fixture::new().await;
    add_submission(&fixture, "CRI", now(), &fixture.questions).await;
    rapporteur::services::digests::send(fixture.app.context.clone(), None).await.unwrap();
    fixture.app.advance(TimeDelta::minutes(1));
    let mut browser = fixture.browser(Persona::Administrator).await;
    let main = browser.get(&r::outbox()).await.main();
    assert!(main.contains("Digest") && main.contains("chair@test.example") && main.contains("Waiting"), "{main}");
    assert!(!main.contains("Send again"), "what was not tried yet needs no decision");
}
