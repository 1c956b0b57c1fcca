//! What no page of ours would send, and what people send by mistake: a clear answer, and nothing changes.

use rapporteur::web::routes as r;

use super::{NOTE, chair, count, create, pressed, review};
use crate::support::fixture::add_membership;

#[tokio::test]
async fn a_file_that_is_no_note_is_named() {
    let (app, mut browser) = chair().await;
    let large = b"A line of a text that is too long.\n".repeat(160_000);
    for (name, content, said) in [
        ("empty.txt", b"".as_slice(), "This is empty."),
        ("blank.txt", b" \r\n\t\n".as_slice(), "This is empty."),
        ("report.png", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\x01\0\0\0".as_slice(), "This file is not a text."),
        ("note.pdf", b"%PDF-1.7\n1 0 obj\n<< >>\nendobj\n".as_slice(), "This file is damaged or incomplete."),
        ("renamed.pdf", NOTE, "The ending of this file’s name does not match its content."),
        ("digits.txt", b"1 2 3\n\n4 5 6\n".as_slice(), "No concept note was found in it"),
        ("large.txt", large.as_slice(), "This file is larger than 5 MB."),
    ] {
        let mut form = browser.get(&r::new_consultation()).await.form_to(&r::new_consultation());
        form.attach("file", name, content);
        let page = browser.submit(form).await;
        assert_eq!(page.status, 422, "{name}");
        assert!(page.text("#file-error").contains(said), "{name}: {}", page.text("#file-error"));
        assert!(page.text("title").starts_with("Error:"), "{name}");
    }
    let form = browser.get(&r::new_consultation()).await.form_to(&r::new_consultation());
    let page = browser.submit(form).await;
    assert_eq!(page.status, 422);
    assert!(page.text("#text-error").contains("This is empty."));
    let mut form = browser.get(&r::new_consultation()).await.form_to(&r::new_consultation());
    form.set("text", "kept on the page").attach("file", "note.txt", NOTE);
    let page = browser.submit(form).await;
    assert_eq!(page.status, 422);
    assert_eq!(page.form_to(&r::new_consultation()).value("text"), Some("kept on the page"));
    let mut form = browser.get(&r::new_consultation()).await.form_to(&r::new_consultation());
    form.attach("file", "huge.txt", &vec![b'a'; 9 * 1024 * 1024]);
    assert_eq!(browser.submit(form).await.status, 413);
    assert_eq!(count(&app, "consultations").await, 0);
}

#[tokio::test]
async fn the_reason_is_in_the_readers_language() {
    let (app, mut browser) = chair().await;
    for (language, said) in
        [("fr", "Ce fichier n’est pas un texte."), ("zh", "此文件不是文本。"), ("ar", "هذا الملف ليس نصا.")]
    {
        sqlx::query("update accounts set language = $1").bind(language).execute(&app.superuser).await.unwrap();
        let page = review(&mut browser, b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0").await;
        assert_eq!(page.status, 422);
        assert!(page.text("#file-error").contains(said), "{}", page.text("#file-error"));
    }
}

#[tokio::test]
async fn a_form_of_another_media_type_is_not_read() {
    let (_app, mut browser) = chair().await;
    let headers = [("sec-fetch-site", "same-origin".to_owned()), ("content-type", "application/json".to_owned())];
    let page = browser.send(reqwest::Method::POST, &r::new_consultation(), &headers, b"{}".to_vec()).await;
    assert_eq!(page.status, 415);
}

#[tokio::test]
async fn the_review_says_what_is_wrong_at_each_field() {
    let (app, mut browser) = chair().await;
    let form = review(&mut browser, NOTE).await.form_to(&r::new_consultation_review());
    let mut wrong = form.clone();
    wrong
        .set("title", "")
        .set("letter_date", "2020-02-30")
        .set("meeting_time", "25:00")
        .set("meeting_zone", "Europe/Nowhere")
        .set("language", "de")
        .set("question-2-text", " \r\n ")
        .set("question-3-text", &"字".repeat(10_001))
        .set("question-4-to", "XXX");
    let page = browser.submit(pressed(wrong, "create")).await;
    assert_eq!(page.status, 422);
    let named: Vec<String> = page.texts(".errors li");
    let begin = |at: usize| named[at].split(':').next().unwrap().to_owned();
    let names: Vec<String> = (0..named.len()).map(begin).collect();
    assert_eq!(
        names,
        [
            "Title",
            "Date of the letter",
            "Original language",
            "Beginning",
            "Time zone of the meeting",
            "Question (c)",
            "Question (d)",
            "Question (e)"
        ]
    );
    assert!(page.text("#question-3-text-error").contains("10,000"));
    let kept = page.form_to(&r::new_consultation_review());
    assert_eq!(kept.value("letter_date"), Some("2020-02-30"));
    assert_eq!(kept.value("question-3-text").unwrap().chars().count(), 10_001);

    let mut long = form.clone();
    long.set("title", &"字".repeat(501));
    assert_eq!(browser.submit(pressed(long, "create")).await.status, 422);
    let mut many = form.clone();
    for index in 7..101 {
        many.add(&format!("question-{index}-label"), "").add(&format!("question-{index}-text"), "Why?");
    }
    let page = browser.submit(pressed(many, "create")).await;
    assert_eq!(page.status, 422);
    assert!(page.text(".errors").contains("at most 100 questions"));
    assert_eq!(count(&app, "consultations").await, 0);
}

#[tokio::test]
async fn a_review_that_no_page_sends_is_refused() {
    let (app, mut browser) = chair().await;
    let form = review(&mut browser, NOTE).await.form_to(&r::new_consultation_review());
    let mut foreign = form.clone();
    foreign.set("presidency", "FRA");
    let page = browser.submit(pressed(foreign, "create")).await;
    assert_eq!(page.status, 422, "a presidency of somebody else's");
    for (name, value) in
        [("participant_id", "FRA"), ("question-0-role", "chair"), ("question-x-text", "?"), ("title", "again")]
    {
        let mut more = form.clone();
        more.add(name, value);
        assert_eq!(browser.submit(pressed(more, "create")).await.status, 400, "{name}");
    }
    for source in ["not base64!", "AAAA"] {
        let mut other = form.clone();
        other.set("source", source);
        assert_eq!(browser.submit(pressed(other, "create")).await.status, 400, "{source}");
    }
    let mut less = form;
    less.remove("symbol");
    assert_eq!(browser.submit(pressed(less, "create")).await.status, 400);
    assert_eq!(count(&app, "consultations").await, 0);
}

#[tokio::test]
async fn settings_say_what_is_wrong() {
    let (_app, mut browser) = chair().await;
    let id = create(&mut browser).await;
    let form = browser.get(&r::settings(id)).await.form_to(&r::settings(id));
    for (name, value, field) in [
        ("title", "", "title"),
        ("seat", "Moon/Tranquility", "seat"),
        ("deadline_date", "2001-01-01", "deadline_date"),
        ("deadline_date", "tomorrow", "deadline_date"),
        ("deadline_date", "", "deadline_date"),
        ("deadline_time", "", "deadline_time"),
        ("word_limit", "0", "word_limit"),
        ("word_limit", "100001", "word_limit"),
        ("word_limit", "many", "word_limit"),
        ("contact_email", "nobody", "contact_email"),
        ("contact_name", &"n".repeat(201), "contact_name"),
    ] {
        let mut wrong = form.clone();
        wrong.set("deadline_date", "2126-12-11").set("deadline_time", "18:00").set(name, value);
        let page = browser.submit(wrong).await;
        assert_eq!(page.status, 422, "{name}={value}");
        assert_eq!(page.texts(&format!("#{field}-error")).len(), 1, "{name}={value}: {}", page.text(".errors"));
        // a list shows only what can be chosen
        assert!(name == "seat" || page.form_to(&r::settings(id)).value(name) == Some(value), "{name}={value}");
    }
    let mut right = form;
    right.set("word_limit", "").set("contact_name", "").set("contact_email", "");
    assert_eq!(browser.submit(right).await.status, 303);
}

#[tokio::test]
async fn a_question_of_another_consultation_is_not_found() {
    let (app, mut browser) = chair().await;
    let (one, other) = (create(&mut browser).await, create(&mut browser).await);
    let theirs = browser.get(&r::questions(other)).await.form_to(&r::questions(other));
    let mut form = browser.get(&r::questions(one)).await.form_to(&r::questions(one));
    form.set("question-0-id", theirs.value("question-0-id").unwrap()).set("question-0-text", "Changed?");
    assert_eq!(browser.submit(pressed(form, "save")).await.status, 404);
    let changed = sqlx::query_scalar::<_, i64>("select count(*) from questions where text = 'Changed?'");
    assert_eq!(changed.fetch_one(&app.superuser).await.unwrap(), 0);
    // twice the same question
    let mut form = browser.get(&r::questions(one)).await.form_to(&r::questions(one));
    let first = form.value("question-0-id").unwrap().to_owned();
    form.set("question-1-id", &first);
    assert_eq!(browser.submit(pressed(form, "save")).await.status, 404);
    assert_eq!(count(&app, "questions").await, 14);
}

#[tokio::test]
async fn only_a_chair_hands_in_a_note() {
    let (app, mut browser) = chair().await;
    let form = review(&mut browser, NOTE).await.form_to(&r::new_consultation_review());
    sqlx::query("update memberships set ended_at = now()").execute(&app.superuser).await.unwrap();
    assert_eq!(browser.get(&r::new_consultation()).await.status, 404);
    assert_eq!(browser.submit(pressed(form.clone(), "create")).await.status, 404);
    add_membership(&app, super::CHAIR, "chair", None, Some("FRA")).await;
    let page = browser.submit(pressed(form, "create")).await;
    assert_eq!(page.status, 422, "South Africa's presidency is no longer theirs");
    assert_eq!(count(&app, "consultations").await, 0);
}
