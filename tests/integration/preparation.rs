//! The chair's way through the real pages: a note becomes a consultation, which is set up, opened, extended, closed.

mod bad_input;
mod conflicts;
mod kept;
mod participants;
mod review;
mod team;

use rapporteur::{
    database::Principal,
    domain::ids::ConsultationId,
    store::{self, audit::AuditEvent},
    web::routes as r,
};
use sqlx::Row;

use crate::support::{
    app::{TestApp, now},
    browser::{Browser, Form, Page},
    fixture::{PASSWORD, add_account, add_membership},
};

const NOTE: &[u8] = include_bytes!("../../seeds/concept-note-2020-11-25.txt");
const CHAIR: &str = "chair@presidency.example";

/// A server with one person on it: South Africa's chair, signed in.
async fn chair() -> (TestApp, Browser) {
    let app = TestApp::start().await;
    add_account(&app, CHAIR, false).await;
    add_membership(&app, CHAIR, "chair", None, Some("ZAF")).await;
    let mut browser = app.browser();
    assert_eq!(browser.sign_in(CHAIR, PASSWORD).await.status, 303);
    (app, browser)
}

/// The review of a note handed in as a file.
async fn review(browser: &mut Browser, note: &[u8]) -> Page {
    let mut form = browser.get(&r::new_consultation()).await.form_to(&r::new_consultation());
    form.attach("file", "note.txt", note);
    browser.submit(form).await
}

/// A form as sent by one of its buttons.
fn pressed(mut form: Form, act: &str) -> Form {
    form.add("act", act);
    form
}

/// The consultation whose settings a page sends to.
fn consultation(page: &Page) -> ConsultationId {
    assert_eq!(page.status, 303, "{}", page.main());
    let location = page.location().unwrap();
    location.split('/').nth(2).unwrap().parse().unwrap()
}

/// A consultation made of the real note.
async fn create(browser: &mut Browser) -> ConsultationId {
    let mut form = review(browser, NOTE).await.form_to(&r::new_consultation_review());
    form.set("question-4-to", "AU");
    consultation(&browser.submit(pressed(form, "create")).await)
}

/// Sets a deadline so many days from now, at six by the seat's clock.
async fn set_deadline(browser: &mut Browser, id: ConsultationId, days: i64) -> Page {
    let mut form = browser.get(&r::settings(id)).await.form_to(&r::settings(id));
    form.set("deadline_date", &day(days)).set("deadline_time", "18:00");
    browser.submit(form).await
}

/// The day so many days from now.
fn day(days: i64) -> String {
    (now() + chrono::TimeDelta::days(days)).date_naive().to_string()
}

/// Invites participants with their focal points' addresses.
async fn invite(browser: &mut Browser, id: ConsultationId, list: &[(&str, &str)]) -> Page {
    let mut form = browser.get(&r::participants(id)).await.form_to(&r::participants(id));
    for (code, email) in list {
        if form.fields.iter().all(|(name, value)| name != "participants" || value != code) {
            form.add("participants", code);
        }
        form.set(&format!("focal-point-{code}"), email);
    }
    browser.submit(form).await
}

/// Presses a button that stands alone in its form.
async fn press(browser: &mut Browser, page: &str, action: &str) -> Page {
    let form = browser.get(page).await.form_to(action);
    browser.submit(form).await
}

/// The mails written so far: kind and address, in order of both.
async fn mails(app: &TestApp) -> Vec<(String, String)> {
    let query = "select kind, email from mails m join accounts a on a.id = m.account_id order by kind, email";
    let rows = sqlx::query(query).fetch_all(&app.superuser).await.unwrap();
    rows.iter().map(|row| (row.get("kind"), row.get("email"))).collect()
}

fn mail(kind: &str, email: &str) -> (String, String) {
    (kind.to_owned(), email.to_owned())
}

/// How many rows a table has.
async fn count(app: &TestApp, table: &str) -> i64 {
    let query = format!("select count(*) from {table}");
    sqlx::query_scalar(sqlx::AssertSqlSafe(query)).fetch_one(&app.superuser).await.unwrap()
}

/// The actions of a consultation's audit chain, after checking that the chain holds.
async fn audited(app: &TestApp, id: ConsultationId) -> Vec<String> {
    let mut transaction = app.context.database.begin(Principal::Nobody).await.unwrap();
    let chain: Vec<AuditEvent> = store::audit::chain(&mut transaction, id.uuid()).await.unwrap();
    let mut previous = vec![0; 32];
    for (index, event) in chain.iter().enumerate() {
        assert_eq!(event.position, i64::try_from(index).unwrap() + 1);
        assert_eq!(event.previous_hash, previous);
        assert_eq!(event.hash, event.computed_hash(id.uuid()), "{}", event.action);
        previous.clone_from(&event.hash);
    }
    chain.into_iter().map(|event| event.action).collect()
}

#[tokio::test]
async fn a_note_becomes_a_consultation_that_is_opened_extended_and_closed() {
    let (app, mut browser) = chair().await;
    let id = create(&mut browser).await;
    assert_eq!(set_deadline(&mut browser, id, 10).await.status, 303);
    add_account(&app, "known@mission.example", false).await;
    let list = [("CRI", "new@mission.example"), ("FRA", "known@mission.example"), ("AU", "")];
    assert_eq!(invite(&mut browser, id, &list).await.status, 303);
    assert_eq!(mails(&app).await, [], "nobody is written to before the opening");
    let settings = browser.get(&r::settings(id)).await;
    assert!(settings.main().contains("No focal point is known yet for: African Union."), "{}", settings.main());

    let opened = press(&mut browser, &r::settings(id), &r::opening(id)).await;
    assert_eq!(opened.location(), Some(format!("{}?notice=consultation-opened", r::settings(id))));
    let written = vec![mail("activation", "new@mission.example"), mail("opened", "known@mission.example")];
    assert_eq!(mails(&app).await, written);
    let page = browser.follow(opened).await;
    assert_eq!(page.text(".head .tag"), "Open");
    assert!(page.form_to(&r::settings(id)).value("deadline_date").is_none(), "the deadline moves by extension only");

    let mut form = browser.get(&r::extension(id)).await.form_to(&r::extension(id));
    form.set("deadline_date", &day(9));
    let earlier = browser.submit(form.clone()).await;
    assert_eq!(earlier.status, 422);
    assert_eq!(earlier.form_to(&r::extension(id)).value("deadline_date"), Some(day(9).as_str()));
    form.set("deadline_date", &day(12));
    assert_eq!(browser.submit(form).await.status, 303);
    assert!(mails(&app).await.contains(&mail("extended", "known@mission.example")));
    assert!(mails(&app).await.contains(&mail("extended", CHAIR)));

    assert!(browser.get(&r::closure(id)).await.main().contains("Invited 3 Submitted 0"));
    assert_eq!(press(&mut browser, &r::closure(id), &r::closure(id)).await.status, 303);
    assert_eq!(browser.get(&r::settings(id)).await.text(".head .tag"), "Closed");
    let closed: Vec<_> = mails(&app).await.into_iter().filter(|(kind, _)| kind == "closed").collect();
    assert_eq!(closed, [mail("closed", "known@mission.example"), mail("closed", "new@mission.example")]);

    // an extension opens it again, even with the deadline it had
    let form = browser.get(&r::extension(id)).await.form_to(&r::extension(id));
    assert_eq!(browser.submit(form).await.status, 303);
    assert_eq!(browser.get(&r::settings(id)).await.text(".head .tag"), "Open");
    let extended = mails(&app).await.into_iter().filter(|entry| *entry == mail("extended", CHAIR)).count();
    assert_eq!(extended, 2, "everybody is told again");

    let actions = [
        "consultation_created",
        "membership_began",
        "settings_changed",
        "membership_began",
        "membership_began",
        "participants_changed",
        "consultation_opened",
        "deadline_extended",
        "consultation_closed",
        "deadline_extended",
    ];
    assert_eq!(audited(&app, id).await, actions);
}

#[tokio::test]
async fn what_was_understood_stands_beside_the_note_and_nothing_is_created_before() {
    let (app, mut browser) = chair().await;
    let page = review(&mut browser, NOTE).await;
    assert_eq!(page.status, 200);
    assert!(page.text(".source").contains("(Signed) Jerry Matthews Matjila"), "the letter stands in it too");
    assert!(page.links("S/PRST/2007/3").iter().any(|url| url.ends_with("S/PRST/2007/3")));
    let form = page.form_to(&r::new_consultation_review());
    for (name, value) in [
        ("presidency", "ZAF"),
        ("language", "en"),
        ("letter_date", "2020-11-25"),
        ("meeting_date", "2020-12-03"),
        ("meeting_time", "08:30"),
        ("meeting_zone", "America/New_York"),
        ("question-0-label", "(a)"),
        ("question-6-label", "(g)"),
    ] {
        assert_eq!(form.value(name), Some(value), "{name}");
    }
    let title = form.value("title").unwrap().to_owned();
    assert!(title.starts_with("Concept note for the Security Council high-level"), "{title}");
    assert_eq!(form.value("question-7-label"), None);
    assert_eq!(count(&app, "consultations").await, 0);

    // a question more, moved up twice and removed; another addressee
    let page = browser.submit(pressed(form, "add")).await;
    let mut form = page.form_to(&r::new_consultation_review());
    assert_eq!(form.value("question-7-label"), Some("(h)"));
    form.set("question-7-text", "What else?\r\nAnd why?");
    let page = browser.submit(pressed(form, "up-7")).await;
    let page = browser.submit(pressed(page.form_to(&r::new_consultation_review()), "up-6")).await;
    let form = page.form_to(&r::new_consultation_review());
    assert_eq!(form.value("question-5-text"), Some("What else?\r\nAnd why?"));
    let page = browser.submit(pressed(form, "remove-0")).await;
    let mut form = page.form_to(&r::new_consultation_review());
    assert_eq!(form.value("question-0-label"), Some("(b)"));
    form.set("question-3-to", "AU");
    let page = browser.submit(pressed(form, "another-3")).await;
    let form = page.form_to(&r::new_consultation_review());
    let addressees: Vec<_> = form.fields.iter().filter(|(name, _)| name == "question-3-to").collect();
    assert_eq!(addressees.len(), 2);
    assert_eq!(count(&app, "consultations").await, 0);

    let id = consultation(&browser.submit(pressed(form, "create")).await);
    let row = sqlx::query("select title, source, source_name, note, contact_email from consultations where id = $1")
        .bind(id.uuid())
        .fetch_one(&app.superuser)
        .await
        .unwrap();
    assert_eq!(row.get::<String, _>("title"), title);
    assert_eq!(row.get::<Vec<u8>, _>("source"), NOTE, "the file is kept byte for byte");
    assert_eq!(row.get::<String, _>("source_name"), "note.txt");
    assert_eq!(row.get::<String, _>("contact_email"), CHAIR);
    let note: rapporteur::domain::concept_note::ConceptNote = serde_json::from_value(row.get("note")).unwrap();
    assert_eq!((note.sections.len(), note.questions.len()), (8, 7));
    let page = browser.get(&r::questions(id)).await;
    let form = page.form_to(&r::questions(id));
    assert_eq!(form.value("question-4-text"), Some("What else?\r\nAnd why?"));
    assert_eq!(form.value("question-3-to"), Some("AU"));
    assert_eq!(audited(&app, id).await, ["consultation_created", "membership_began"]);
    let letter = browser.get(&r::consultation(id)).await.texts("#letter .letter > p");
    assert!(letter[0].starts_with("I have the honour to inform you that South Africa will assume the presidency"));
    assert_eq!(letter[3], "(Signed) Jerry Matthews Matjila Permanent Representative of the Republic of South Africa");
}

#[tokio::test]
async fn a_pasted_note_is_read_like_a_file() {
    let (_app, mut browser) = chair().await;
    let mut form = browser.get(&r::new_consultation()).await.form_to(&r::new_consultation());
    form.set("text", &String::from_utf8_lossy(NOTE).replace('\n', "\r\n"));
    let form = browser.submit(form).await.form_to(&r::new_consultation_review());
    assert_eq!(form.value("question-6-label"), Some("(g)"));
    consultation(&browser.submit(pressed(form, "create")).await);
}

#[tokio::test]
async fn a_consultation_is_not_opened_before_it_is_ready() {
    let (app, mut browser) = chair().await;
    let id = create(&mut browser).await;
    let page = press(&mut browser, &r::settings(id), &r::opening(id)).await;
    assert_eq!(page.status, 422);
    let needs = page.texts("#opening .notice li");
    assert_eq!(
        needs,
        ["Set the deadline and save it.", "Invite at least one participant and give its focal point’s address."]
    );
    for path in [r::extension(id), r::closure(id)] {
        let page = browser.get(&path).await;
        assert_eq!(page.status, 409);
        assert_eq!(page.text("h1"), "The consultation has not been opened yet");
    }
    set_deadline(&mut browser, id, 10).await;
    invite(&mut browser, id, &[("CRI", "cri@mission.example")]).await;
    assert_eq!(press(&mut browser, &r::settings(id), &r::opening(id)).await.status, 303);
    let written = mails(&app).await;
    let mut again = browser.get(&r::extension(id)).await.form_to(&r::extension(id));
    again.remove("deadline_date").remove("deadline_time").action = r::opening(id);
    let page = browser.submit(again).await;
    assert_eq!((page.status.as_u16(), page.text("h1").as_str()), (409, "The consultation has been opened already"));
    assert_eq!(mails(&app).await, written);
}

#[tokio::test]
async fn an_open_question_keeps_its_words() {
    let (app, mut browser) = chair().await;
    let id = create(&mut browser).await;
    set_deadline(&mut browser, id, 10).await;
    invite(&mut browser, id, &[("CRI", "cri@mission.example")]).await;
    let mut before = browser.get(&r::questions(id)).await.form_to(&r::questions(id));
    before.set("question-1-text", "Reworded before the opening?");
    assert_eq!(browser.submit(pressed(before, "save")).await.status, 303);
    assert_eq!(press(&mut browser, &r::settings(id), &r::opening(id)).await.status, 303);

    let page = browser.get(&r::questions(id)).await;
    assert!(page.main().contains("Reworded before the opening?"));
    let mut form = page.form_to(&r::questions(id));
    assert_eq!(form.value("question-1-text"), None);
    form.set("question-1-to", "FRA").add("question-1-text", "Smuggled in?");
    assert_eq!(browser.submit(pressed(form.clone(), "save")).await.status, 303);
    let words: Vec<String> =
        sqlx::query_scalar("select text from questions where position = 2").fetch_all(&app.superuser).await.unwrap();
    assert_eq!(words, ["Reworded before the opening?"]);

    let mut form = browser.get(&r::questions(id)).await.form_to(&r::questions(id));
    assert_eq!(form.value("question-1-to"), Some("FRA"));
    form.remove("question-0-id").remove("question-0-to");
    let page = browser.submit(pressed(form, "save")).await;
    assert_eq!((page.status.as_u16(), page.text("h1").as_str()), (409, "The questions can no longer change"));
    assert_eq!(count(&app, "questions").await, 7);
}

#[tokio::test]
async fn nothing_changes_after_the_report() {
    let (app, mut browser) = chair().await;
    let id = create(&mut browser).await;
    set_deadline(&mut browser, id, 10).await;
    invite(&mut browser, id, &[("CRI", "cri@mission.example")]).await;
    press(&mut browser, &r::settings(id), &r::opening(id)).await;
    let mut forms = Vec::new();
    for path in [r::settings(id), r::questions(id), r::participants(id), r::extension(id)] {
        forms.push(browser.get(&path).await.form_to(&path));
    }
    forms[3].set("deadline_date", &day(20));
    press(&mut browser, &r::closure(id), &r::closure(id)).await;
    sqlx::query(
        "insert into reports (id, consultation_id, number, content, sha256, issued_by, issued_at)
         select gen_random_uuid(), $1, 1, '', '', id, now() from accounts limit 1",
    )
    .bind(id.uuid())
    .execute(&app.superuser)
    .await
    .unwrap();
    let before = audited(&app, id).await;
    for form in forms {
        let path = form.action.clone();
        let page = browser.submit(form).await;
        assert_eq!((page.status.as_u16(), page.text("h1").as_str()), (409, "The report has been issued"), "{path}");
    }
    assert_eq!(audited(&app, id).await, before);
}
