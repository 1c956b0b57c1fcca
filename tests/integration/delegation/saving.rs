//! The form: saving, conflicts, and everything that must not lose a text.

use chrono::TimeDelta;
use rapporteur::services::responses::{self, SaveError};

use super::{answer, count, draft, form, may_edit, path, revisions, text_field};
use crate::support::{
    app::now,
    fixture::{Fixture, PASSWORD, Persona},
};

#[tokio::test]
async fn what_is_written_is_saved_once_and_shown_again() {
    let fixture = Fixture::new().await;
    let (first, language) = (fixture.questions[0], format!("language-{}", fixture.questions[0]));
    let mut browser = fixture.browser(Persona::Drafter).await;
    let mut sent = form(&fixture, &mut browser).await;
    sent.set(&text_field(first), "\r\nUne réponse,\r\nen **deux** lignes.").set(&language, "fr");
    let page = browser.send_form(sent).await;
    assert_eq!(page.status, 200);
    assert_eq!(page.text(".notice-ok"), "Saved.");
    assert_eq!(revisions(&fixture.app, first).await, [(1, "\nUne réponse,\nen **deux** lignes.".to_owned(), 5)]);
    assert!(page.text("#question-1 .saved").ends_with("by Person behind drafter@test.example."));
    assert_eq!(page.text("#question-1 [data-count]"), "Words: 5 of 300");
    let again = page.form_to(&path(&fixture));
    assert_eq!(again.value(&text_field(first)), Some("\r\nUne réponse,\r\nen **deux** lignes."));
    assert_eq!(again.value(&language), Some("fr"));
    assert_eq!(again.value(&format!("base-{first}")), Some("1"));
    let page = browser.send_form(again).await;
    assert_eq!(page.text(".notice-ok"), "Everything was saved already.");
    assert_eq!(count(&fixture.app, "select count(*) from revisions").await, 1);
    assert_eq!(count(&fixture.app, "select count(*) from responses where started_at is not null").await, 1);
    // draft saves are no links of the audit chain
    assert_eq!(count(&fixture.app, "select count(*) from audit_events where action <> 'signed_in'").await, 0);
}

#[tokio::test]
async fn two_people_who_write_different_answers_do_not_meet() {
    let fixture = Fixture::new().await;
    let (mut one, mut other) = (fixture.browser(Persona::FocalPoint).await, fixture.browser(Persona::Drafter).await);
    let (mut first, mut second) = (form(&fixture, &mut one).await, form(&fixture, &mut other).await);
    first.set(&text_field(fixture.questions[0]), "about (a)");
    second.set(&text_field(fixture.questions[1]), "about (b)");
    assert_eq!(one.submit(first).await.status, 303);
    assert_eq!(other.submit(second).await.status, 303);
    assert_eq!(revisions(&fixture.app, fixture.questions[0]).await[0].1, "about (a)");
    assert_eq!(revisions(&fixture.app, fixture.questions[1]).await[0].1, "about (b)");
}

#[tokio::test]
async fn a_conflict_shows_both_texts_and_the_writer_decides() {
    let fixture = Fixture::new().await;
    let (mut one, mut other) = (fixture.browser(Persona::FocalPoint).await, fixture.browser(Persona::Drafter).await);
    let (mut first, mut second) = (form(&fixture, &mut one).await, form(&fixture, &mut other).await);
    first.set(&text_field(fixture.questions[0]), "the common words of one");
    second.set(&text_field(fixture.questions[0]), "the common words of another");
    second.set(&text_field(fixture.questions[1]), "no conflict here");
    assert_eq!(one.submit(first).await.status, 303);
    let page = other.submit(second).await;
    assert_eq!(page.status, 409);
    assert!(page.text("title").starts_with("Error: "));
    assert!(page.text(".errors").contains("Your other answers are saved."));
    assert_eq!(revisions(&fixture.app, fixture.questions[1]).await[0].1, "no conflict here");
    assert_eq!(page.texts(".version ins"), ["another", "one"]);
    assert!(page.text(".version:not(.version-mine)").contains("Saved by Person behind focalpoint@test.example"));
    let mut decided = page.form_to(&path(&fixture));
    assert_eq!(decided.value(&text_field(fixture.questions[0])), Some("the common words of another"));
    assert_eq!(decided.value(&text_field(fixture.questions[1])), None);
    decided.set(&text_field(fixture.questions[0]), "the common words of both");
    assert_eq!(other.submit(decided.clone()).await.status, 303);
    let texts: Vec<_> = revisions(&fixture.app, fixture.questions[0]).await.into_iter().map(|r| r.1).collect();
    assert_eq!(texts, ["the common words of one", "the common words of both"]);
    // the same once more: nothing new, no conflict
    assert_eq!(other.submit(decided).await.status, 303);
    assert_eq!(revisions(&fixture.app, fixture.questions[0]).await.len(), 2);
}

#[tokio::test]
async fn who_keeps_the_saved_text_is_told_that_it_stands() {
    let fixture = Fixture::new().await;
    let (mut one, mut other) = (fixture.browser(Persona::FocalPoint).await, fixture.browser(Persona::Drafter).await);
    let (mut first, mut second) = (form(&fixture, &mut one).await, form(&fixture, &mut other).await);
    first.set(&text_field(fixture.questions[0]), "the words of one");
    second.set(&text_field(fixture.questions[0]), "the words of another");
    assert_eq!(one.submit(first).await.status, 303);
    let page = other.submit(second).await;
    assert_eq!(page.texts("button[name^=keep-]"), ["Keep the saved one"]);
    let mut decided = page.form_to(&path(&fixture));
    decided.add(&format!("keep-{}", fixture.questions[0]), "saved");
    let page = other.send_form(decided).await;
    assert_eq!(page.text(".notice-ok"), "The text that was saved already stands. Yours was left out.");
    assert_eq!(page.text("#answer-1"), "the words of one");
    assert_eq!(revisions(&fixture.app, fixture.questions[0]).await.len(), 1);
}

#[tokio::test]
async fn each_of_several_conflicts_is_decided_by_itself() {
    let fixture = Fixture::new().await;
    let (mut one, mut other) = (fixture.browser(Persona::FocalPoint).await, fixture.browser(Persona::Drafter).await);
    let (mut first, mut second) = (form(&fixture, &mut one).await, form(&fixture, &mut other).await);
    for question in &fixture.questions[..2] {
        first.set(&text_field(*question), "an illustrative text of one");
        second.set(&text_field(*question), "an illustrative text of another");
    }
    assert_eq!(one.submit(first).await.status, 303);
    let page = other.submit(second).await;
    assert_eq!(page.status, 409);
    assert_eq!(page.texts("input[name^=keep-]").len(), 2);
    let mut decided = page.form_to(&path(&fixture));
    decided.add(&format!("keep-{}", fixture.questions[0]), "saved");
    assert_eq!(other.submit(decided.clone()).await.status, 303);
    let newest = |revisions: Vec<(i32, String, i32)>| revisions.last().unwrap().1.clone();
    assert_eq!(newest(revisions(&fixture.app, fixture.questions[0]).await), "an illustrative text of one");
    assert_eq!(newest(revisions(&fixture.app, fixture.questions[1]).await), "an illustrative text of another");
    decided.add(&format!("keep-{}", fixture.questions[2]), "saved");
    assert_eq!(other.submit(decided).await.status, 400, "a decision about no text");
}

#[tokio::test]
async fn a_text_that_is_too_long_comes_back_with_all_others() {
    let fixture = Fixture::new().await;
    let mut browser = fixture.browser(Persona::FocalPoint).await;
    let long = "字".repeat(100_001);
    let mut sent = form(&fixture, &mut browser).await;
    sent.set(&text_field(fixture.questions[0]), &long).set(&text_field(fixture.questions[1]), "short");
    let page = browser.submit(sent).await;
    assert_eq!(page.status, 422);
    assert_eq!(page.links("100,001 characters"), ["#answer-1"]);
    assert_eq!(
        page.text("#answer-1-error"),
        "Error: Question (a): the answer has 100,001 characters; at most 100,000 can be saved."
    );
    let mut kept = page.form_to(&path(&fixture));
    assert_eq!(kept.value(&text_field(fixture.questions[0])), Some(long.as_str()));
    assert_eq!(kept.value(&text_field(fixture.questions[1])), Some("short"));
    assert_eq!(count(&fixture.app, "select count(*) from revisions").await, 0);
    kept.set(&text_field(fixture.questions[0]), &"字".repeat(100_000));
    assert_eq!(browser.submit(kept).await.status, 303);
    assert_eq!(count(&fixture.app, "select count(*) from revisions").await, 2);
}

#[tokio::test]
async fn only_a_form_of_more_than_eight_mebibytes_is_refused_as_too_large() {
    let fixture = Fixture::new().await;
    let mut browser = fixture.browser(Persona::FocalPoint).await;
    let mut sent = form(&fixture, &mut browser).await;
    sent.set(&text_field(fixture.questions[0]), &"x".repeat(7 * 1024 * 1024));
    assert_eq!(browser.submit(sent.clone()).await.status, 422);
    sent.set(&text_field(fixture.questions[0]), &"x".repeat(9 * 1024 * 1024));
    assert_eq!(browser.submit(sent).await.status, 413);
}

#[tokio::test]
async fn a_text_in_any_script_is_sent_at_its_own_size() {
    let fixture = Fixture::new().await;
    let mut browser = fixture.browser(Persona::Drafter).await;
    let mut sent = form(&fixture, &mut browser).await;
    // percent-encoded, each of them would be twelve bytes, and seven such answers would not be taken
    assert!(sent.multipart);
    for question in &fixture.questions {
        sent.set(&text_field(*question), &"\u{1f54a}".repeat(100_000));
    }
    fixture.app.advance(TimeDelta::minutes(31));
    let page = browser.submit(sent).await;
    assert_eq!(page.status, 403);
    let mut resumed = page.form("form:has(input[type=password])");
    assert!(resumed.multipart);
    resumed.set("resume_email", &Persona::Drafter.email()).set("resume_password", PASSWORD);
    assert_eq!(browser.submit(resumed).await.status, 303);
    for question in &fixture.questions {
        assert_eq!(revisions(&fixture.app, *question).await[0].1.chars().count(), 100_000);
    }
}

#[tokio::test]
async fn a_save_that_the_database_could_not_take_is_taken_at_the_next_press() {
    let fixture = Fixture::new().await;
    let mut browser = fixture.browser(Persona::Drafter).await;
    let mut sent = form(&fixture, &mut browser).await;
    sent.set(&text_field(fixture.questions[0]), "short");
    let superuser = &fixture.app.superuser;
    for (table, status) in [("sessions", 503), ("revisions", 500)] {
        let rename = |from: &str, to: &str| sqlx::AssertSqlSafe(format!("alter table {from} rename to {to}"));
        sqlx::query(rename(table, "gone")).execute(superuser).await.unwrap();
        let page = browser.submit(sent.clone()).await;
        sqlx::query(rename("gone", table)).execute(superuser).await.unwrap();
        assert_eq!((page.status.as_u16(), page.text("textarea").as_str()), (status, "short"), "{table}");
        assert_eq!(browser.submit(page.form_to(&path(&fixture))).await.status, 303, "{table}");
    }
    assert_eq!(revisions(&fixture.app, fixture.questions[0]).await.len(), 1);
}

#[tokio::test]
async fn control_characters_go_and_the_writer_is_told() {
    let fixture = Fixture::new().await;
    let mut browser = fixture.browser(Persona::FocalPoint).await;
    let page = answer(&fixture, &mut browser, "a\u{7}b\u{202e}c\u{200f}\u{2028}d\te").await;
    let page = browser.follow(page).await;
    assert!(page.text(".notice-ok").contains("control characters were removed"));
    assert_eq!(revisions(&fixture.app, fixture.questions[0]).await[0].1, "ab\u{202e}c\u{200f}\nd\te");
}

#[tokio::test]
async fn after_the_deadline_a_draft_is_still_saved_and_the_page_says_so() {
    let fixture = Fixture::new().await;
    let mut browser = fixture.browser(Persona::FocalPoint).await;
    fixture.set_deadline(now() - TimeDelta::minutes(1)).await;
    let page = browser.get(&path(&fixture)).await;
    assert!(page.main().contains("it can no longer be submitted"));
    assert_eq!(page.texts("form .dock button"), ["Save"], "there is nothing to check before submitting");
    assert!(page.links("Check your answers").is_empty() && !page.main().contains("until you submit"));
    let page = answer(&fixture, &mut browser, "late").await;
    assert_eq!(page.status, 303);
    assert_eq!(revisions(&fixture.app, fixture.questions[0]).await[0].1, "late");
}

#[tokio::test]
async fn what_no_page_of_ours_sends_changes_nothing() {
    let fixture = Fixture::new().await;
    let mut browser = fixture.browser(Persona::FocalPoint).await;
    let mut good = form(&fixture, &mut browser).await;
    good.set(&text_field(fixture.questions[0]), "a text");
    let id = fixture.questions[0];
    let foreign = rapporteur::domain::ids::QuestionId::new();
    let mut tried = Vec::new();
    for (field, value) in [("participant_id", "FRA"), ("role", "chair"), ("text-nonsense", "x")] {
        let mut bad = good.clone();
        bad.add(field, value);
        tried.push((bad, 400));
    }
    for (field, value) in
        [(format!("base-{id}"), "-1"), (format!("base-{id}"), "one"), (format!("language-{id}"), "de")]
    {
        let mut bad = good.clone();
        bad.set(&field, value);
        tried.push((bad, 400));
    }
    let mut incomplete = good.clone();
    incomplete.remove(&format!("base-{id}"));
    tried.push((incomplete, 400));
    let mut twice = good.clone();
    twice.add(&text_field(id), "another");
    tried.push((twice, 400));
    let mut others = good.clone();
    others
        .add(&text_field(foreign), "x")
        .add(&format!("base-{foreign}"), "0")
        .add(&format!("language-{foreign}"), "en");
    tried.push((others.clone(), 404));
    others.set(&text_field(id), &"x".repeat(100_001));
    tried.push((others, 404));
    for (bad, status) in tried {
        let names: Vec<_> = bad.fields.iter().map(|(name, _)| name.clone()).collect();
        assert_eq!(browser.submit(bad).await.status, status, "{names:?}");
    }
    assert_eq!(count(&fixture.app, "select count(*) from revisions").await, 0);
    let mut stranger = fixture.browser(Persona::OtherDelegation).await;
    let own = format!("/responses/{}", fixture.other_response);
    let mut redirected = stranger.get(&own).await.form_to(&own);
    redirected.action = path(&fixture);
    assert_eq!(stranger.submit(redirected).await.status, 404);
    assert_eq!(browser.submit(good).await.status, 303);
}

#[tokio::test]
async fn of_many_who_save_at_once_one_is_first_and_all_others_are_told() {
    let fixture = Fixture::new().await;
    let access = may_edit(&fixture, Persona::Drafter).await;
    let question = fixture.questions[0];
    let mut running = Vec::new();
    for n in 0..16 {
        let text = format!("text {n}");
        let work = responses::save(fixture.app.context.clone(), access.clone(), vec![draft(question, 0, &text)]);
        running.push((text, tokio::spawn(work)));
    }
    let mut kept = Vec::new();
    for (text, work) in running {
        let saved = work.await.unwrap().unwrap();
        match saved.conflicts.as_slice() {
            [] => kept.push(text),
            [conflict] => assert_eq!(conflict.mine.text.as_str(), text),
            more => panic!("{more:?}"),
        }
    }
    let stored = revisions(&fixture.app, question).await;
    assert_eq!(kept.len(), 1);
    assert_eq!(stored.into_iter().map(|r| r.1).collect::<Vec<_>>(), kept);
}

#[tokio::test]
async fn a_person_who_left_the_delegation_saves_nothing() {
    let fixture = Fixture::new().await;
    let access = may_edit(&fixture, Persona::Drafter).await;
    sqlx::query("update memberships set ended_at = now() where role = 'drafter'")
        .execute(&fixture.app.superuser)
        .await
        .unwrap();
    let work = responses::save(fixture.app.context.clone(), access, vec![draft(fixture.questions[0], 0, "x")]);
    assert!(matches!(work.await, Err(SaveError::Gone)));
}

#[tokio::test]
async fn the_draft_prints_each_answer_in_its_direction() {
    let fixture = Fixture::new().await;
    let mut browser = fixture.browser(Persona::FocalPoint).await;
    let mut sent = form(&fixture, &mut browser).await;
    sent.set(&text_field(fixture.questions[0]), "نص **توضيحي**")
        .set(&format!("language-{}", fixture.questions[0]), "ar")
        .set(&text_field(fixture.questions[1]), "<script>alert(1)</script>");
    browser.submit(sent).await;
    let page = browser.get(&format!("{}/draft", path(&fixture))).await;
    assert_eq!(page.status, 200);
    assert_eq!(page.text(".draft-word"), "Draft");
    assert!(page.text(".draft-mark").starts_with("Draft, not submitted."));
    let html = page.html();
    let selector = scraper::Selector::parse(".words[lang=ar][dir=rtl] strong").unwrap();
    assert_eq!(html.select(&selector).count(), 1);
    assert!(page.main().contains("<script>alert(1)</script>"));
    assert!(!page.body.contains("<script>alert"));
    assert_eq!(page.texts(".none"), ["No answer yet"]);
}
