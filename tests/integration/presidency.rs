//! The presidency: board, reading, summary, report.

use chrono::TimeDelta;
use rapporteur::{
    database::Principal,
    domain::{
        ids::{ConsultationId, QuestionId, ResponseId, SubmissionId},
        language::Language,
        report::Report,
    },
    store,
    web::routes as r,
};
use sha2::{Digest, Sha256};
use sqlx::Row;
use uuid::Uuid;

use crate::support::{
    app::now,
    browser::{Browser, Form, Page},
    fixture::{Fixture, Persona, account_id},
};
use Persona::{Analyst, Chair, FocalPoint, OtherDelegation, Outsider};

/// Answers of a delegation: the question's place, text, language.
type Answers<'a> = &'a [(usize, &'a str, &'a str)];

/// A response as if it had been handed over.
async fn hand_over(fixture: &Fixture, response: ResponseId, participant: &str, answers: Answers<'_>) -> SubmissionId {
    let id = SubmissionId::new();
    sqlx::query(
        "insert into submissions (id, response_id, consultation_id, participant_code, number, reference, content, sha256,
           signatory_name, signatory_title, submitted_by, submitted_at, chain_position)
         values ($1, $2, $3, $4, 1, $5, '{}', '', 'Signatory', 'Permanent Representative', $6, $7, 1)",
    )
    .bind(id.uuid())
    .bind(response.uuid())
    .bind(fixture.consultation.uuid())
    .bind(participant)
    .bind(format!("TEST/{participant}/1"))
    .bind(account_id(&fixture.app, &FocalPoint.email()).await.uuid())
    .bind(now() - TimeDelta::hours(2))
    .execute(&fixture.app.superuser)
    .await
    .unwrap();
    for (at, text, language) in answers {
        sqlx::query("insert into submitted_answers values ($1, $2, $3, $4, $5, $6, $7)")
            .bind(id.uuid())
            .bind(fixture.consultation.uuid())
            .bind(participant)
            .bind(fixture.questions[*at].uuid())
            .bind(*text)
            .bind(*language)
            .bind(i32::try_from(text.split_whitespace().count()).unwrap())
            .execute(&fixture.app.superuser)
            .await
            .unwrap();
    }
    set(
        fixture,
        "update responses set started_at = invited_at, submitted_at = invited_at where id = $1",
        response.uuid(),
    )
    .await;
    id
}

async fn set(fixture: &Fixture, statement: &'static str, id: Uuid) {
    let done = sqlx::query(statement).bind(id).execute(&fixture.app.superuser).await.unwrap();
    assert!(done.rows_affected() > 0, "{statement}");
}

/// France has begun, and its draft must be seen nowhere.
const DRAFT: &str = "Unsubmitted words of France";

async fn begin_draft(fixture: &Fixture) {
    sqlx::query(
        "insert into revisions (id, response_id, consultation_id, participant_code, question_id, number, text, language, words,
           author_id, created_at) values ($1, $2, $3, 'FRA', $4, 1, $5, 'en', 4711, $6, $7)",
    )
    .bind(Uuid::now_v7())
    .bind(fixture.other_response.uuid())
    .bind(fixture.consultation.uuid())
    .bind(fixture.questions[0].uuid())
    .bind(DRAFT)
    .bind(fixture.account(OtherDelegation).await.uuid())
    .bind(now())
    .execute(&fixture.app.superuser)
    .await
    .unwrap();
    set(fixture, "update responses set started_at = invited_at where id = $1", fixture.other_response.uuid()).await;
}

async fn african_union(fixture: &Fixture) -> ResponseId {
    let row =
        sqlx::query("select id from responses where participant_code = 'AU'").fetch_one(&fixture.app.superuser).await;
    ResponseId::from(row.unwrap().get::<Uuid, _>("id"))
}

async fn speak(fixture: &Fixture, persona: Persona, language: Language) {
    sqlx::query("update accounts set language = $2 where email_key = $1")
        .bind(persona.email())
        .bind(language.tag())
        .execute(&fixture.app.superuser)
        .await
        .unwrap();
}

fn reading(fixture: &Fixture, at: usize) -> String {
    r::reading(fixture.consultation, fixture.questions[at])
}

fn board(fixture: &Fixture) -> String {
    r::board(fixture.consultation)
}

/// A form that the page does not show, with the token of one that it does.
async fn forged(browser: &mut Browser, token_of: &str, action: String) -> Form {
    let shown = browser.get(token_of).await.form_to(token_of);
    let fields = shown.fields.into_iter().filter(|(name, _)| name == "csrf_token" || name == "form_account").collect();
    Form { action, multipart: false, fields, files: Vec::new() }
}

async fn save(browser: &mut Browser, path: &str, text: &str) -> Page {
    let mut form = browser.get(path).await.form_to(path);
    form.set("text", text);
    browser.submit(form).await
}

#[tokio::test]
async fn the_board_shows_states_and_counts_and_never_a_draft() {
    let fixture = Fixture::new().await;
    let submission =
        hand_over(&fixture, fixture.response, "CRI", &[(0, "One two three.", "en"), (1, "Cuatro cinco.", "es")]).await;
    begin_draft(&fixture).await;
    let mut analyst = fixture.browser(Analyst).await;
    let page = analyst.get(&board(&fixture)).await;
    assert_eq!(page.status, 200);
    assert_eq!(page.texts(".figures dd"), ["3", "1", "1", "1", "1"]);
    assert_eq!(page.texts("#delegations tbody th"), ["African Union", "Costa Rica", "France"]);
    assert_eq!(page.texts("#delegations tbody td[data-label=State]"), ["Not begun", "Submitted", "In preparation"]);
    assert_eq!(page.texts("#delegations tbody td[data-label=Words]"), ["", "5", ""]);
    assert_eq!(page.texts("#delegations tbody td[data-label='Questions answered']"), ["", "2 of 3", ""]);
    assert_eq!(page.links("Costa Rica"), [r::submission_text(submission), r::submission(submission)]);
    assert_eq!(
        page.texts(".bars li"),
        ["Latin American And Caribbean 1 of 1", "Western European And Others 0 of 1", "Regional organizations 0 of 1"]
    );
    assert_eq!(page.texts("#questions tbody td.num"), ["1", "1", "0"]);
    // on a phone the tabs fold under the name of the present one
    assert_eq!(page.text(".tabs-fold summary"), "Participation All pages");
    assert_eq!(page.texts(".tabs-fold a[aria-current]"), ["Participation"]);
    assert!(!page.body.contains(DRAFT) && !page.body.contains("4711") && !page.body.contains("4,711"));
    // an analyst has no link to the chair's pages
    assert!(!page.body.contains(&r::participants(fixture.consultation)));
    let missing = analyst.get(&format!("{}?show=missing", board(&fixture))).await;
    assert_eq!(missing.texts("#delegations tbody th"), ["African Union", "France"]);
    assert_eq!(missing.texts("#delegations .tabs a[aria-current]"), ["Missing (2)"]);
    let nonsense = analyst.get(&format!("{}?show=nonsense", board(&fixture))).await;
    assert_eq!(nonsense.texts("#delegations tbody th").len(), 3);
}

#[tokio::test]
async fn a_delegation_in_two_groups_is_counted_in_each_and_once_in_all() {
    let fixture = Fixture::new().await;
    sqlx::query("insert into group_memberships (participant_code, group_code) values ('CRI', 'african')")
        .execute(&fixture.app.superuser)
        .await
        .unwrap();
    hand_over(&fixture, fixture.response, "CRI", &[(0, "Text", "en")]).await;
    let mut analyst = fixture.browser(Analyst).await;
    let page = analyst.get(&board(&fixture)).await;
    assert_eq!(page.texts(".figures dd")[0..2], ["3", "1"]);
    assert_eq!(page.texts(".bars li")[0..2], ["African 1 of 1", "Latin American And Caribbean 1 of 1"]);
    assert!(
        page.main().contains("In two groups, and so counted in the row of each, but once in the totals: Costa Rica.")
    );
    let report = analyst.get(&r::report(fixture.consultation)).await;
    assert!(report.main().contains("but once in the totals: Costa Rica."));
    let all = report.texts("tfoot tr");
    assert_eq!(all, ["All 1 1 3", "All 1 1 3", "All 0 0 3", "All 0 0 3"]);
}

#[tokio::test]
async fn names_stand_in_the_order_of_the_reader() {
    let fixture = Fixture::new().await;
    let mut analyst = fixture.browser(Analyst).await;
    for (language, names) in [
        (Language::Fr, ["Costa Rica", "France", "Union africaine"]),
        (Language::Zh, ["法国", "非洲联盟", "哥斯达黎加"]),
    ] {
        speak(&fixture, Analyst, language).await;
        assert_eq!(analyst.get(&board(&fixture)).await.texts("#delegations tbody th"), names);
    }
}

#[tokio::test]
async fn an_empty_board_says_what_comes() {
    let fixture = Fixture::new().await;
    set(&fixture, "delete from responses where consultation_id = $1", fixture.consultation.uuid()).await;
    let page = fixture.browser(Chair).await.get(&board(&fixture)).await;
    assert_eq!(page.text(".empty strong"), "Nobody is invited yet");
    assert_eq!(page.links("Choose participants"), [r::participants(fixture.consultation)]);
    let page = fixture.browser(Analyst).await.get(&board(&fixture)).await;
    assert!(page.links("Choose participants").is_empty());
}

#[tokio::test]
async fn the_next_step_follows_from_where_things_stand() {
    let fixture = Fixture::new().await;
    let mut chair = fixture.browser(Chair).await;
    let mut next = async |fixture: &Fixture| chair.get(&board(fixture)).await.texts("main a.button");
    assert!(next(&fixture).await.is_empty());
    hand_over(&fixture, fixture.response, "CRI", &[(1, "Text", "en")]).await;
    assert_eq!(next(&fixture).await, ["Read question (a)"]);
    fixture.set_deadline(now() - TimeDelta::hours(1)).await;
    assert_eq!(next(&fixture).await, ["Write the summary of question (b)"]);
    save(&mut fixture.browser(Analyst).await, &reading(&fixture, 1), "Summary").await;
    assert_eq!(next(&fixture).await, ["Issue the report"]);
    let page = fixture.browser(Analyst).await.get(&board(&fixture)).await;
    assert_eq!(page.links("Read the report"), [r::report(fixture.consultation)]);
}

#[tokio::test]
async fn a_question_is_read_with_all_its_answers() {
    let fixture = Fixture::new().await;
    let text = "First *point*.[^1]\n\n<script>alert(1)</script>\n\n[^1]: A note.";
    let submission = hand_over(&fixture, fixture.response, "CRI", &[(0, text, "en"), (1, "Other", "en")]).await;
    hand_over(&fixture, african_union(&fixture).await, "AU", &[(0, "نص توضيحي", "ar")]).await;
    hand_over(&fixture, fixture.other_response, "FRA", &[(1, "Texte", "fr")]).await;
    let mut analyst = fixture.browser(Analyst).await;
    let page = analyst.get(&reading(&fixture, 0)).await;
    assert_eq!(page.status, 200);
    assert_eq!(page.texts("h1"), ["(a) Which question is (a)?"]);
    assert_eq!(page.texts(".answer h3"), ["African Union", "Costa Rica"]);
    assert_eq!(page.links("Costa Rica"), [r::submission_text(submission)]);
    assert_eq!(page.text(".answer .words[lang=ar][dir=rtl]"), "نص توضيحي");
    assert_eq!(page.texts(".answer .words[lang=en] em"), ["point"]);
    let facts = &page.texts(".answer header span")[0];
    assert!(facts.starts_with("Arabic · 2 words · received ") && facts.ends_with(" New York"), "{facts}");
    assert!(page.texts("script").iter().all(String::is_empty) && page.body.contains("alert(1)"));
    assert!(page.main().contains("Submitted without an answer to this question: France."));
    assert_eq!(page.texts(".facts dd")[0..2], ["2", "2"]);
    assert!(page.links("Previous").is_empty());
    assert_eq!(page.links("Next"), [reading(&fixture, 1)]);
    let last = analyst.get(&reading(&fixture, 2)).await;
    assert_eq!(last.links("Previous"), [reading(&fixture, 1)]);
    assert!(last.links("Next").is_empty());
    assert!(last.main().contains("Addressed to: African Union."));
    assert_eq!(last.text(".empty strong"), "No answer to this question has been received yet");
}

#[tokio::test]
async fn what_is_not_of_this_consultation_is_not_found() {
    let fixture = Fixture::new().await;
    let mut chair = fixture.browser(Chair).await;
    let foreign = QuestionId::new();
    let other = ConsultationId::new();
    sqlx::query(
        "insert into consultations (id, title, presidency_code, seat_time_zone, language, note, source, created_by, created_at)
         select $1, 'Other', 'ZAF', seat_time_zone, language, note, source, created_by, created_at from consultations",
    )
    .bind(other.uuid())
    .execute(&fixture.app.superuser)
    .await
    .unwrap();
    sqlx::query(
        "insert into questions (id, consultation_id, position, label, text) values ($1, $2, 1, '(a)', 'Other?')",
    )
    .bind(foreign.uuid())
    .bind(other.uuid())
    .execute(&fixture.app.superuser)
    .await
    .unwrap();
    let path = r::reading(fixture.consultation, foreign);
    assert_eq!(chair.get(&path).await.status, 404);
    let mut form = forged(&mut chair, &reading(&fixture, 0), path).await;
    form.add("base", "0").add("text", "Text").add("language", "en");
    assert_eq!(chair.submit(form).await.status, 404);
    assert_eq!(chair.get(&r::reading(other, foreign)).await.status, 404);
    for revision in ["1", "0", "-1", "x", "99999999999"] {
        let path = format!("{}?revision={revision}", reading(&fixture, 0));
        assert_eq!(chair.get(&path).await.status, 404, "{revision}");
    }
    let revisions = sqlx::query("select count(*) as n from summary_revisions").fetch_one(&fixture.app.superuser).await;
    assert_eq!(revisions.unwrap().get::<i64, _>("n"), 0);
}

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

#[tokio::test]
async fn before_it_is_issued_only_the_presidency_sees_the_report() {
    let fixture = Fixture::new().await;
    let path = r::report(fixture.consultation);
    hand_over(&fixture, fixture.response, "CRI", &[(0, "An answer", "en")]).await;
    begin_draft(&fixture).await;
    for persona in [FocalPoint, OtherDelegation, Outsider] {
        assert_eq!(fixture.browser(persona).await.get(&path).await.status, 404, "{persona:?}");
    }
    for persona in [Chair, Analyst] {
        let page = fixture.browser(persona).await.get(&path).await;
        assert_eq!(page.status, 200);
        assert!(page.text("article.report .front .meta").starts_with("Not issued"));
        assert_eq!(page.links("Issue the report").len(), 0, "the window is open");
        assert!(page.body.contains("An answer") && !page.body.contains(DRAFT));
    }
}

#[tokio::test]
async fn a_report_is_issued_after_closing_once() {
    let fixture = Fixture::new().await;
    let path = r::report_issue(fixture.consultation);
    hand_over(&fixture, fixture.response, "CRI", &[(0, "An answer", "en")]).await;
    let mut chair = fixture.browser(Chair).await;
    let page = chair.get(&path).await;
    assert!(page.main().contains("The report can be issued when the consultation is closed."));
    assert!(page.texts(&format!("form[action='{path}']")).is_empty());
    let early = forged(&mut chair, &reading(&fixture, 0), path.clone()).await;
    assert_eq!(chair.submit(early).await.status, 409);
    assert_eq!(issued(&fixture).await.len(), 0);
    fixture.set_deadline(now() - TimeDelta::minutes(1)).await;
    let page = chair.get(&path).await;
    assert_eq!(
        page.texts(".notice"),
        [
            "Questions without a summary: (a), (b) and (c).",
            "Questions that nobody answered: (b) and (c).",
            "What is issued cannot be taken back."
        ]
    );
    let form = page.form_to(&path);
    let done = chair.submit(form.clone()).await;
    for path in [r::closure(fixture.consultation), r::extension(fixture.consultation)] {
        assert_eq!(chair.get(&path).await.text("h1"), "The report has been issued", "{path}");
    }
    assert_eq!(done.location().unwrap(), format!("{}?notice=report-issued", r::report(fixture.consultation)));
    let again = chair.submit(form).await;
    assert_eq!(again.status, 409);
    assert!(again.main().contains("The report has been issued already."));
    assert_eq!(issued(&fixture).await.len(), 1);
    // everybody who takes part is told, once
    let told = sqlx::query("select a.email_key from mails m join accounts a on a.id = m.account_id where m.kind = 'report_issued' order by 1")
        .fetch_all(&fixture.app.superuser)
        .await
        .unwrap();
    let told: Vec<String> = told.iter().map(|row| row.get(0)).collect();
    let mut members =
        [Persona::FocalPoint, Persona::Approver, Persona::Drafter, OtherDelegation, Chair, Analyst].map(Persona::email);
    members.sort();
    assert_eq!(told, members);
}

#[tokio::test]
async fn a_chair_closed_consultation_can_be_reported_on() {
    let fixture = Fixture::new().await;
    set(
        &fixture,
        "update consultations set closed_at = now() - interval '1 minute' where id = $1",
        fixture.consultation.uuid(),
    )
    .await;
    let path = r::report_issue(fixture.consultation);
    let mut chair = fixture.browser(Chair).await;
    let page = chair.get(&path).await;
    assert!(page.texts(".notice").contains(&"No delegation has submitted a response.".to_owned()));
    assert_eq!(chair.submit(page.form_to(&path)).await.status, 303);
    assert_eq!(issued(&fixture).await.len(), 1);
}

/// Content and hash of what was issued.
async fn issued(fixture: &Fixture) -> Vec<(String, Vec<u8>)> {
    let rows =
        sqlx::query("select content, sha256 from reports order by number").fetch_all(&fixture.app.superuser).await;
    rows.unwrap().iter().map(|row| (row.get(0), row.get(1))).collect()
}

async fn issue(fixture: &Fixture) {
    fixture.set_deadline(now() - TimeDelta::minutes(1)).await;
    let path = r::report_issue(fixture.consultation);
    let mut chair = fixture.browser(Chair).await;
    let form = chair.get(&path).await.form_to(&path);
    assert_eq!(chair.submit(form).await.status, 303);
}

#[tokio::test]
async fn what_is_issued_stays_as_it_was() {
    let fixture = Fixture::new().await;
    hand_over(&fixture, fixture.response, "CRI", &[(0, "Réponse[^1]\n\n[^1]: Note", "fr"), (1, "Zwei", "en")]).await;
    hand_over(&fixture, african_union(&fixture).await, "AU", &[(0, "نص", "ar"), (2, "Third", "en")]).await;
    let mut analyst = fixture.browser(Analyst).await;
    save(&mut analyst, &reading(&fixture, 0), "A *summary*.").await;
    issue(&fixture).await;
    let mut delegate = fixture.browser(OtherDelegation).await;
    let path = r::report(fixture.consultation);
    let before = delegate.get(&path).await;
    assert_eq!(before.status, 200);
    assert_eq!(before.texts(".summary em"), ["summary"]);
    assert_eq!(before.texts(".annex h4"), ["African Union", "Costa Rica", "Costa Rica", "African Union"]);
    assert_eq!(before.text(".annex .words[lang=ar][dir=rtl]"), "نص");
    assert_eq!(before.texts("tfoot tr"), ["All 2 2 3", "All 2 2 3", "All 1 1 3", "All 1 1 3"]);
    assert_eq!(
        before.text(".caveat"),
        "This summary was prepared by the presidency under its own responsibility and should not be considered as representing the views of the participants."
    );
    for statement in [
        "update participant_names set name = 'Renamed' where $1 is not null",
        "update regional_group_names set name = 'Renamed' where $1 is not null",
        "update consultations set title = 'Renamed', seat_time_zone = 'Asia/Tokyo' where id = $1",
        "update questions set text = 'Renamed' where consultation_id = $1",
        "delete from group_memberships where $1 is not null",
    ] {
        set(&fixture, statement, fixture.consultation.uuid()).await;
    }
    save(&mut analyst, &reading(&fixture, 0), "Another summary.").await;
    assert!(analyst.get(&reading(&fixture, 0)).await.main().contains("What is saved here since does not change it."));
    let article = |page: &Page| page.text("article.report");
    assert_eq!(article(&delegate.get(&path).await), article(&before));
    assert_eq!(article(&analyst.get(&path).await), article(&before));
    let (content, sha256) = issued(&fixture).await.remove(0);
    assert_eq!(Sha256::digest(content.as_bytes()).to_vec(), sha256);
    assert_eq!(before.text(".front .hash"), hex::encode(&sha256));
    let report: Report = serde_json::from_str(&content).unwrap();
    assert_eq!(report.canonical().unwrap(), content);
    assert_eq!(report.questions.iter().map(|question| question.answers.len()).sum::<usize>(), 4);
    assert_eq!(report.questions[0].answers[1].text, "Réponse[^1]\n\n[^1]: Note");
    assert_eq!(report.respondents[0].named.names[&Language::Fr], "Union africaine");
    let audit = sqlx::query("select detail from audit_events where chain_id = $1 and action = 'report_issued'")
        .bind(fixture.consultation.uuid())
        .fetch_one(&fixture.app.superuser)
        .await
        .unwrap();
    assert!(audit.get::<String, _>("detail").contains(&hex::encode(&sha256)));
}

#[tokio::test]
async fn the_database_itself_keeps_delegations_out() {
    let fixture = Fixture::new().await;
    hand_over(&fixture, fixture.response, "CRI", &[(0, "Ours", "en")]).await;
    hand_over(&fixture, fixture.other_response, "FRA", &[(0, "Theirs", "en")]).await;
    save(&mut fixture.browser(Analyst).await, &reading(&fixture, 0), "Summary").await;
    let (database, id, question) = (&fixture.app.context.database, fixture.consultation, fixture.questions[0]);
    let delegate: Principal = (&fixture.account(FocalPoint).await).into();
    let presidency: Principal = (&fixture.account(Analyst).await).into();
    for (principal, texts, summaries) in
        [(delegate, vec!["Ours"], 0), (presidency, vec!["Ours", "Theirs"], 1), (Principal::Nobody, vec![], 0)]
    {
        let mut transaction = database.begin(principal).await.unwrap();
        let answers = store::submitted_answers::of_consultation(&mut transaction, id, None).await.unwrap();
        assert_eq!(answers.iter().map(|answer| answer.text.as_str()).collect::<Vec<_>>(), texts);
        assert_eq!(store::summaries::history(&mut transaction, question).await.unwrap().len(), summaries);
        assert_eq!(store::summaries::latest(&mut transaction, id).await.unwrap().len(), summaries);
    }
    let draft = rapporteur::domain::summary::SummaryDraft {
        base: 1,
        text: "Forged".to_owned().try_into().unwrap(),
        language: Language::En,
    };
    let mut transaction = database.begin(delegate).await.unwrap();
    let author = fixture.account(FocalPoint).await;
    let refused =
        store::summaries::insert(&mut transaction, (id, question), 2, &draft, author, now()).await.unwrap_err();
    assert_eq!(refused.as_database_error().unwrap().code().unwrap(), "42501");
    drop(transaction);
    issue(&fixture).await;
    for (principal, seen) in [(delegate, true), (presidency, true), (Principal::Nobody, false)] {
        let mut transaction = database.begin(principal).await.unwrap();
        assert_eq!(store::reports::latest(&mut transaction, id).await.unwrap().is_some(), seen);
    }
    let outsider: Principal = (&fixture.account(Outsider).await).into();
    let mut transaction = database.begin(outsider).await.unwrap();
    assert!(store::reports::latest(&mut transaction, id).await.unwrap().is_none());
}

#[tokio::test]
async fn the_pages_speak_all_languages() {
    let fixture = Fixture::new().await;
    hand_over(&fixture, fixture.response, "CRI", &[(0, "Text", "es")]).await;
    let (mut chair, mut analyst) = (fixture.browser(Chair).await, fixture.browser(Analyst).await);
    save(&mut analyst, &reading(&fixture, 0), "Summary").await;
    let conflicting = chair.get(&reading(&fixture, 0)).await.form_to(&reading(&fixture, 0));
    for closed in [false, true] {
        if closed {
            fixture.set_deadline(now() - TimeDelta::minutes(1)).await;
        }
        for language in Language::ALL {
            speak(&fixture, Chair, language).await;
            let mut stale = conflicting.clone();
            stale.set("base", "0").set("text", "Mine");
            let pages = [
                chair.get(&board(&fixture)).await,
                chair.get(&reading(&fixture, 0)).await,
                chair.get(&format!("{}?revision=1", reading(&fixture, 1 - 1))).await,
                chair.submit(stale).await,
                chair.get(&r::report(fixture.consultation)).await,
                chair.get(&r::report_issue(fixture.consultation)).await,
            ];
            for (page, status) in pages.iter().zip([200, 200, 200, 409, 200, 200]) {
                assert_eq!(page.status, status, "{language} {}", page.path);
                assert_eq!(page.texts("h1").len(), 1, "{language} {}", page.path);
                let html = format!("<html lang=\"{}\" dir=\"{}\">", language.tag(), language.direction());
                assert!(page.body.contains(&html));
                let ids: Vec<_> = ids(page);
                let mut unique = ids.clone();
                unique.sort();
                unique.dedup();
                assert_eq!(unique.len(), ids.len(), "{language} {}: {ids:?}", page.path);
            }
        }
    }
}

fn ids(page: &Page) -> Vec<String> {
    let every = scraper::Selector::parse("[id]").unwrap();
    page.html().select(&every).map(|element| element.value().attr("id").unwrap().to_owned()).collect()
}
