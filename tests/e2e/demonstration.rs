//! The demonstration as a newcomer meets it: the real program, the accounts that it prints.

use crate::{
    program::{Place, Server},
    walks::illustration,
    window::{Look, Window, story},
};

/// Whoever the printed list names, with the password beside.
fn password<'a>(greeting: &'a str, email: &str) -> &'a str {
    let mut lines = greeting.lines().map(|line| line.split_whitespace().collect::<Vec<_>>());
    let line = lines.find(|words| words.first() == Some(&email));
    line.unwrap_or_else(|| panic!("{email} is not in the list:\n{greeting}"))[1]
}

#[tokio::test]
async fn a_newcomer_tries_every_part_of_the_demonstration() {
    let place = Place::new();
    let server = Server::start(&place, &["--demo"]);
    let password = |email| password(&server.greeting, email);
    story("demonstration", server.address, Look::desk("en"), async |window| {
        window.sign_in("focal.fji@delegations.example", password("focal.fji@delegations.example")).await;
        assert_eq!(window.count("aside.demo").await, 1, "every page says that it is a demonstration");
        window.holds().await;
        answer(window).await;
        window.sign_in("chair@rapporteur.example", password("chair@rapporteur.example")).await;
        preside(window).await;
        window.sign_in("secretariat@rapporteur.example", password("secretariat@rapporteur.example")).await;
        look_into_the_mailbox(window).await;
    })
    .await;
}

async fn answer(window: &Window) {
    window.follow(".entry:first-child h2 a").await;
    window.holds().await;
    window.follow("aside a.button").await;
    assert_eq!(window.count("section.question").await, 7);
    window.fill("#answer-1", illustration("en")).await;
    window.follow(".dock button.quiet").await;
    window.holds().await;
    window.fill("#signatory-name", "Signatory of a trial").await;
    window.fill("#signatory-title", "Permanent Representative").await;
    window.follow(".side form button").await;
    window.holds().await;
    window.sign_out().await;
}

/// The open consultation's board and answers in six languages; the other's report.
async fn preside(window: &Window) {
    window.holds().await;
    assert_eq!(window.count(".entry").await, 2);
    window.follow(".entry:has(.tag-open) h2 a").await;
    window.follow("aside a.button").await;
    window.holds().await;
    assert!(window.count("#delegations tbody tr").await >= 30);
    window.follow("#questions tbody tr:first-child a").await;
    window.holds().await;
    for language in ["ar", "en", "es", "fr", "ru", "zh"] {
        assert!(window.count(&format!(".answer .words[lang={language}]")).await > 0, "an answer in {language}");
    }
    assert!(window.text(".split-half section").await.contains("Fiji"), "what was submitted a moment ago");
    window.open("/consultations").await;
    window.follow(".entry:not(:has(.tag-open)) .button").await;
    window.holds().await;
    assert!(window.count(".report .summary").await > 0);
    window.sign_out().await;
}

async fn look_into_the_mailbox(window: &Window) {
    window.open("/administration/mailbox").await;
    window.holds().await;
    window.follow("main tbody a").await;
    window.holds().await;
}
