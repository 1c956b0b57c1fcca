//! The earlier versions of an answer: read by the delegation, and taken again.

use super::{answer, count, form, path, revisions, text_field};
use crate::support::fixture::{Fixture, Persona};

fn history(fixture: &Fixture) -> String {
    format!("/responses/{}/revisions/{}", fixture.response, fixture.questions[0])
}

/// Question (a) answered three times by two people.
async fn written(fixture: &Fixture) {
    let mut drafter = fixture.browser(Persona::Drafter).await;
    answer(fixture, &mut drafter, "An illustrative text, the first.").await;
    answer(fixture, &mut drafter, "An illustrative text, the second.").await;
    let mut focal_point = fixture.browser(Persona::FocalPoint).await;
    let mut sent = form(fixture, &mut focal_point).await;
    sent.set(&text_field(fixture.questions[0]), "Un texte.").set(&format!("language-{}", fixture.questions[0]), "fr");
    assert_eq!(focal_point.submit(sent).await.status, 303);
}

#[tokio::test]
async fn every_text_that_was_saved_is_found_again() {
    let fixture = Fixture::new().await;
    let mut browser = fixture.browser(Persona::Approver).await;
    let page = browser.get(&history(&fixture)).await;
    assert_eq!(page.status, 200);
    assert!(page.main().contains("Nothing saved yet"));
    assert!(browser.get(&path(&fixture)).await.links("Earlier versions").is_empty());
    written(&fixture).await;
    assert_eq!(browser.get(&path(&fixture)).await.links("Earlier versions"), [history(&fixture)]);
    let page = browser.get(&history(&fixture)).await;
    let rows = page.texts("tbody tr");
    assert_eq!(rows.len(), 3);
    assert!(rows[0].contains("Version 3") && rows[0].contains("focalpoint@test.example") && rows[0].contains("French"));
    assert!(rows[1].contains("drafter@test.example") && rows[1].contains("5 words") && rows[1].contains("New York"));
    // the newest is shown first; there is nothing to take again
    assert_eq!(page.texts(".version-mine .words"), ["Un texte."]);
    assert!(page.texts("form[action*=revisions]").is_empty());
    let page = browser.get(&format!("{}/2", history(&fixture))).await;
    assert_eq!(page.texts(".version-mine .words"), ["An illustrative text, the second."]);
    assert_eq!(page.texts("ins"), ["second."]);
    assert_eq!(page.texts("del"), ["first."]);
    let page = browser.get(&format!("{}/1", history(&fixture))).await;
    assert_eq!(page.texts(".version .words"), ["An illustrative text, the first."]);
    assert!(page.texts("ins, del").is_empty());
    for missing in ["0", "4", "-1", "x", "99999999999"] {
        assert_eq!(browser.get(&format!("{}/{missing}", history(&fixture))).await.status, 404, "{missing}");
    }
}

#[tokio::test]
async fn an_earlier_text_taken_again_is_a_new_revision() {
    let fixture = Fixture::new().await;
    written(&fixture).await;
    let mut browser = fixture.browser(Persona::Drafter).await;
    let first = format!("{}/1", history(&fixture));
    let taken = browser.get(&first).await.form_to(&first);
    let page = browser.send_form(taken.clone()).await;
    assert_eq!(page.status, 200);
    assert!(page.text(".notice-ok").contains("newest version"), "{}", page.text(".notice-ok"));
    let texts: Vec<_> = revisions(&fixture.app, fixture.questions[0]).await.into_iter().map(|r| r.1).collect();
    assert_eq!(texts[2..], ["Un texte.", "An illustrative text, the first."]);
    assert_eq!(count(&fixture.app, "select count(*) from revisions where number = 4 and language = 'en'").await, 1);
    // a double click
    assert_eq!(browser.submit(taken).await.status, 303);
    assert_eq!(revisions(&fixture.app, fixture.questions[0]).await.len(), 4);
}

#[tokio::test]
async fn a_text_taken_again_never_covers_what_was_not_seen() {
    let fixture = Fixture::new().await;
    written(&fixture).await;
    let mut browser = fixture.browser(Persona::Drafter).await;
    let first = format!("{}/1", history(&fixture));
    let taken = browser.get(&first).await.form_to(&first);
    answer(&fixture, &mut fixture.browser(Persona::Approver).await, "Written meanwhile.").await;
    let page = browser.submit(taken).await;
    assert_eq!(page.status, 409);
    assert!(page.main().contains("Written meanwhile.") && page.main().contains("An illustrative text, the first."));
    assert_eq!(page.links("Earlier versions"), [history(&fixture)]);
    assert_eq!(revisions(&fixture.app, fixture.questions[0]).await.len(), 4);
    assert_eq!(browser.submit(page.form_to(&path(&fixture))).await.status, 303);
    assert_eq!(revisions(&fixture.app, fixture.questions[0]).await[4].1, "An illustrative text, the first.");
}

#[tokio::test]
async fn after_the_submission_the_versions_are_read_and_nothing_more() {
    let fixture = Fixture::new().await;
    written(&fixture).await;
    let mut browser = fixture.browser(Persona::Drafter).await;
    let first = format!("{}/1", history(&fixture));
    let taken = browser.get(&first).await.form_to(&first);
    super::submitting::hand_over(&fixture).await;
    let page = browser.submit(taken).await;
    assert_eq!(page.status, 409);
    assert!(page.main().contains("An illustrative text, the first."));
    let page = browser.get(&first).await;
    assert_eq!(page.status, 200);
    assert!(page.texts("form[action*=revisions]").is_empty());
    assert_eq!(revisions(&fixture.app, fixture.questions[0]).await.len(), 3);
}

#[tokio::test]
async fn nobody_else_finds_a_delegations_versions() {
    let fixture = Fixture::new().await;
    written(&fixture).await;
    let first = format!("{}/1", history(&fixture));
    let mut own = fixture.browser(Persona::Drafter).await;
    let form = own.get(&first).await.form_to(&first);
    for persona in
        [Persona::OtherDelegation, Persona::Chair, Persona::Analyst, Persona::Administrator, Persona::Outsider]
    {
        let mut browser = fixture.browser(persona).await;
        for path in [history(&fixture), first.clone()] {
            assert_eq!(browser.get(&path).await.status, 404, "{persona:?} {path}");
        }
        let own = browser.get("/account").await.form_to("/account");
        let mut borrowed = form.clone();
        for name in ["csrf_token", "form_account"] {
            borrowed.set(name, own.value(name).unwrap());
        }
        assert_eq!(browser.submit(borrowed).await.status, 404, "{persona:?}");
    }
    // one's own response with another's question has no versions, and none can be taken
    let mut other = fixture.browser(Persona::OtherDelegation).await;
    let mixed = format!("/responses/{}/revisions/{}", fixture.other_response, fixture.questions[0]);
    let page = other.get(&mixed).await;
    assert!(page.main().contains("Nothing saved yet") && !page.main().contains("illustrative"));
    assert_eq!(other.get(&format!("{mixed}/1")).await.status, 404);
    let foreign = rapporteur::domain::ids::QuestionId::new();
    assert_eq!(other.get(&format!("/responses/{}/revisions/{foreign}", fixture.other_response)).await.status, 404);
}
