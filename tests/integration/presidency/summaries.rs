//! Summaries: every text is kept, whoever saves it.

use sqlx::Row;

use super::{reading, save};
use crate::support::fixture::{
    Fixture,
    Persona::{Analyst, Chair},
};

#[tokio::test]
async fn a_summary_keeps_every_text() {
    let fixture = Fixture::new().await;
    let mut analyst = fixture.browser(Analyst).await;
    let path = reading(&fixture, 0);
    let empty = save(&mut analyst, &path, " \r\n").await;
    assert_eq!(empty.location().unwrap(), format!("{path}?notice=summary-unchanged"));
    let first = save(&mut analyst, &path, "First line\r\n\r\nsecond").await;
    assert_eq!((first.status.as_u16(), first.location().unwrap()), (303, format!("{path}?notice=summary-saved")));
    // what the form shows is what was saved: sending it again saves nothing
    let form = analyst.get(&path).await.form_to(&path);
    assert_eq!((form.value("base"), form.value("text")), (Some("1"), Some("First line\r\n\r\nsecond")));
    let again = analyst.submit(form).await;
    assert_eq!(again.location().unwrap(), format!("{path}?notice=summary-unchanged"));
    let cleaned = save(&mut analyst, &path, "Bell\u{7} and line\u{2028}end").await;
    assert_eq!(cleaned.location().unwrap(), format!("{path}?notice=control-characters-removed"));
    let page = analyst.follow(cleaned).await;
    assert_eq!(page.text("textarea"), "Bell and line end");
    assert!(page.text(".notice").starts_with("Invisible control characters were removed"));
    assert_eq!(page.links("Version").len(), 2);
    let old = analyst.get(&format!("{path}?revision=1")).await;
    assert_eq!(old.texts(".version .words p"), ["First line", "second"]);
    assert!(old.text(".version .small.soft").ends_with("by Person behind analyst@test.example"));
    assert_eq!(old.text("textarea"), "Bell and line end");
    // another language is another text
    let mut form = analyst.get(&path).await.form_to(&path);
    form.set("language", "ar");
    analyst.submit(form).await;
    let stored = sqlx::query("select number, text, language from summary_revisions order by number")
        .fetch_all(&fixture.app.superuser)
        .await
        .unwrap();
    let stored: Vec<(i32, String, String)> = stored.iter().map(|row| (row.get(0), row.get(1), row.get(2))).collect();
    let line = |number, text: &str, language: &str| (number, text.to_owned(), language.to_owned());
    assert_eq!(
        stored,
        [
            line(1, "First line\n\nsecond", "en"),
            line(2, "Bell and line\nend", "en"),
            line(3, "Bell and line\nend", "ar")
        ]
    );
}

#[tokio::test]
async fn a_summary_that_cannot_be_saved_is_kept_on_the_page() {
    let fixture = Fixture::new().await;
    let mut analyst = fixture.browser(Analyst).await;
    let path = reading(&fixture, 0);
    let long = "字".repeat(100_001);
    let page = save(&mut analyst, &path, &long).await;
    assert_eq!(page.status, 422);
    assert_eq!(page.form_to(&path).value("text"), Some(long.as_str()));
    assert!(page.text(".errors").contains("at most 100,000 characters"));
    assert!(page.texts("title")[0].starts_with("Error: "));
    let mut form = analyst.get(&path).await.form_to(&path);
    form.set("text", "Kept").set("language", "tlh");
    let page = analyst.submit(form).await;
    assert_eq!((page.status.as_u16(), page.text("textarea")), (422, "Kept".to_owned()));
    let mut form = analyst.get(&path).await.form_to(&path);
    form.set("base", "one");
    assert_eq!(analyst.submit(form).await.status, 400);
    let mut form = analyst.get(&path).await.form_to(&path);
    form.add("question", "other");
    assert_eq!(analyst.submit(form).await.status, 400);
    let revisions = sqlx::query("select count(*) as n from summary_revisions").fetch_one(&fixture.app.superuser).await;
    assert_eq!(revisions.unwrap().get::<i64, _>("n"), 0);
}

#[tokio::test]
async fn two_who_summarise_at_once_both_keep_their_text() {
    let fixture = Fixture::new().await;
    let (mut analyst, mut chair) = (fixture.browser(Analyst).await, fixture.browser(Chair).await);
    let path = reading(&fixture, 0);
    let mut mine = chair.get(&path).await.form_to(&path);
    save(&mut analyst, &path, "Most fall in the last year.").await;
    mine.set("text", "Most fall in the first year.");
    let page = chair.submit(mine).await;
    assert_eq!(page.status, 409);
    assert_eq!(page.text(".version-mine .words"), "Most fall in the first year.");
    assert_eq!(page.text(".version:not(.version-mine) .words"), "Most fall in the last year.");
    assert_eq!(
        (page.text(".version-mine ins"), page.text(".version:not(.version-mine) ins")),
        ("first".into(), "last".into())
    );
    assert!(page.text(".version:not(.version-mine) .small").contains("by Person behind analyst@test.example"));
    let form = page.form_to(&path);
    assert_eq!((form.value("base"), form.value("text")), (Some("1"), Some("Most fall in the first year.")));
    let mut keeps = form.clone();
    keeps.add("keep", "saved");
    let kept = chair.send_form(keeps).await;
    assert_eq!(kept.text(".notice-ok"), "The summary that was saved already stands. Your text was left out.");
    assert_eq!(kept.text("textarea"), "Most fall in the last year.");
    let saved = chair.submit(form).await;
    assert_eq!(saved.location().unwrap(), format!("{path}?notice=summary-saved"));
    let page = analyst.get(&path).await;
    assert_eq!(page.text("textarea"), "Most fall in the first year.");
    assert_eq!(page.links("Version").len(), 2);
}
