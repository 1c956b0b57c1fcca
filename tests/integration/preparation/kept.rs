//! What a consultation keeps of the note that it was made of, and shows to those who read it.

use rapporteur::web::routes as r;
use sqlx::Row;

use super::{NOTE, chair, consultation, pressed, review};

#[tokio::test]
async fn a_file_keeps_its_name_as_it_was_before_the_browser_sent_it() {
    let (app, mut browser) = chair().await;
    let mut form = browser.get(&r::new_consultation()).await.form_to(&r::new_consultation());
    form.attach("file", "Note \"on words\",\r\n50% off + 100%25 é.txt", NOTE);
    let page = browser.submit(form).await;
    let id = consultation(&browser.submit(pressed(page.form_to(&r::new_consultation_review()), "create")).await);
    let row = sqlx::query("select source_name from consultations where id = $1").bind(id.uuid());
    let name: String = row.fetch_one(&app.superuser).await.unwrap().get(0);
    assert_eq!(name, "Note \"on words\", 50% off + 100%25 é.txt");
    let file = browser.get(&r::consultation_source(id)).await;
    let disposition = file.headers["content-disposition"].to_str().unwrap();
    assert!(disposition.contains("Note%20%22on%20words%22%2C"), "{disposition}");
}

#[tokio::test]
async fn the_documents_cited_and_the_day_of_distribution_are_shown_as_corrected() {
    let (_app, mut browser) = chair().await;
    let page = review(&mut browser, NOTE).await;
    let mut form = page.form_to(&r::new_consultation_review());
    assert_eq!(form.value("distribution_date"), Some("2020-11-27"));
    form.set("references", "S/PRST/2007/3\r\nresolution 2151 (2014)\r\nThe Charter")
        .set("distribution_date", "2020-11-30");
    let id = consultation(&browser.submit(pressed(form, "create")).await);
    let page = browser.get(&r::consultation(id)).await;
    assert_eq!(page.texts("#note .cited li"), ["S/PRST/2007/3", "resolution 2151 (2014)", "The Charter"]);
    assert_eq!(page.texts("#note .cited a"), ["S/PRST/2007/3", "2151 (2014)"]);
    let letter = page.text("#letter");
    assert!(letter.contains("Distributed on 30 November 2020"), "{letter}");

    // a note that cites nothing has no list of nothing
    let page = review(&mut browser, NOTE).await;
    let mut form = page.form_to(&r::new_consultation_review());
    form.set("references", "").set("distribution_date", "");
    let id = consultation(&browser.submit(pressed(form, "create")).await);
    let page = browser.get(&r::consultation(id)).await;
    assert!(page.texts(".cited").is_empty() && !page.main().contains("Distributed on"));
}

#[tokio::test]
async fn a_review_whose_session_ended_shows_each_text_by_its_name() {
    let (_app, mut browser) = chair().await;
    let mut form = review(&mut browser, NOTE).await.form_to(&r::new_consultation_review());
    form.set("question-1-label", "").set("question-2-label", "12.").set("section-3-heading", "");
    browser.cookies.retain(|name, _| !name.contains("session"));
    let page = browser.submit(pressed(form, "create")).await;
    assert_eq!(page.status, 403);
    let labels = page.texts("section .field label");
    for expected in [
        "Title",
        "Paragraphs of the section “Context”",
        "Documents cited",
        "Text of question (a)",
        "Text of question 12.",
    ] {
        assert!(labels.iter().any(|label| label == expected), "{expected}: {labels:?}");
    }
    let unnamed = labels.iter().filter(|label| label.starts_with("Text ") && !label.contains("question")).count();
    assert_eq!(unnamed, 2, "{labels:?}");
}
