//! What several stories do, in whatever language and at whatever width: they look at pages by their parts, not by their words.

use rapporteur::web::routes;

use crate::{
    post,
    support::fixture::{Fixture, PASSWORD, Persona},
    window::Window,
};

/// An answer that says of itself what it is.
pub fn illustration(language: &str) -> &'static str {
    match language {
        "ar" => "نص توضيحي لاختبار، ولا يعبّر عن موقف أحد.\n\n- نقطة أولى\n- نقطة **ثانية**",
        "fr" => {
            "Texte illustratif d’un essai, qui n’exprime la position de personne.\n\n- Premier point\n- Deuxième **point**"
        }
        _ => "Illustrative text of a trial, which is nobody's position.\n\n- First point\n- Second **point**",
    }
}

/// Everybody reads that language.
pub async fn speak(fixture: &Fixture, language: &str) {
    sqlx::query("update accounts set language = $1").bind(language).execute(&fixture.app.superuser).await.unwrap();
}

/// A focal point answers two questions, looks at every page of the delegation, and submits.
pub async fn answer_and_submit(window: &Window, fixture: &Fixture, language: &str) {
    let form = routes::response(fixture.response);
    window.sign_in(&Persona::FocalPoint.email(), PASSWORD).await;
    window.holds().await;
    window.follow(".entry h2 a").await;
    window.holds().await;
    window.follow("aside a.button").await;
    assert_eq!(window.path().await, form);
    window.holds().await;
    window.fill("#answer-1", illustration(language)).await;
    window.choose("#language-1", language).await;
    window.fill("#answer-2", "S/PRST/2007/3, 2151 (2014)").await;
    window.follow(".dock button:not(.quiet)").await;
    assert_eq!(window.value("#answer-1").await, illustration(language));
    assert_eq!(window.value("#language-1").await, language);
    window.holds().await;
    for path in [routes::response_draft(fixture.response), routes::team(fixture.response), form] {
        window.open(&path).await;
        window.holds().await;
    }
    window.follow(".dock button.quiet").await;
    window.holds().await;
    assert_eq!(window.count(".answer .words").await, 2);
    assert_eq!(window.attribute(".answer .words", "lang").await.as_deref(), Some(language));
    window.follow(".side form button").await;
    assert!(window.count(".errors a[href='#signatory-name']").await == 1, "nobody has signed");
    window.holds().await;
    window.fill("#signatory-name", "Signatory of a trial").await;
    window.fill("#signatory-title", "Permanent Representative").await;
    window.follow(".side form button").await;
    window.holds().await;
    assert_eq!(window.text(".receipt .hash").await.chars().filter(char::is_ascii_hexdigit).count(), 64);
    window.follow(".receipt a.button").await;
    window.holds().await;
    window.sign_out().await;
}

/// The chair looks at every page of the presidency, reads the answer, summarises, closes and issues the report.
pub async fn preside_and_report(window: &Window, fixture: &Fixture, language: &str) {
    let id = fixture.consultation;
    window.sign_in(&Persona::Chair.email(), PASSWORD).await;
    window.holds().await;
    window.open(&routes::board(id)).await;
    window.holds().await;
    window.follow("#questions tbody a").await;
    window.holds().await;
    assert_eq!(window.attribute(".answer .words", "lang").await.as_deref(), Some(language));
    window.fill("#text", illustration(language)).await;
    window.choose("#language", language).await;
    window.follow(".dock button").await;
    window.holds().await;
    for path in [
        routes::consultation(id),
        routes::settings(id),
        routes::questions(id),
        routes::participants(id),
        routes::presidency(id),
        routes::extension(id),
        routes::report(id),
        routes::report_issue(id),
        routes::new_consultation(),
        routes::closure(id),
    ] {
        window.open(&path).await;
        assert_eq!(window.path().await, path);
        window.holds().await;
    }
    window.follow("main form button.stop").await;
    window.holds().await;
    window.open(&routes::report_issue(id)).await;
    window.holds().await;
    window.follow("main form button").await;
    window.open(&routes::report(id)).await;
    window.holds().await;
    window.sign_out().await;
}

/// The delegation finds the report with its own answer and the presidency's summary.
pub async fn read_the_report(window: &Window, fixture: &Fixture) {
    window.sign_in(&Persona::FocalPoint.email(), PASSWORD).await;
    window.holds().await;
    window.follow(".entry .button").await;
    assert_eq!(window.path().await, routes::report(fixture.consultation));
    window.holds().await;
    assert_eq!(window.count(".report .summary").await, 1);
    assert_eq!(window.count(".annex .answer").await, 2);
    window.sign_out().await;
}

/// The administrator looks at every page of the desk.
pub async fn administer(window: &Window, fixture: &Fixture) {
    post::deliver(&fixture.app).await;
    window.sign_in(&Persona::Administrator.email(), PASSWORD).await;
    window.holds().await;
    let account = fixture.account(Persona::Drafter).await;
    let pages =
        [routes::administration(), routes::administered_account(account), routes::outbox(), routes::new_account()];
    for path in pages {
        window.open(&path).await;
        assert_eq!(window.path().await, path);
        window.holds().await;
    }
    window.follow("main form button").await;
    assert_eq!(window.count(".errors a[href='#email']").await, 1, "an account needs an address");
    window.holds().await;
    window.open(&routes::mailbox()).await;
    window.holds().await;
    window.follow("main tbody a").await;
    window.holds().await;
    window.sign_out().await;
}
