//! The review: what was understood of a note, corrected, and made into a consultation.

mod footnotes;
mod languages;
mod places;
mod questions;
mod removed;

use rapporteur::{domain::concept_note::ConceptNote, web::routes as r};
use scraper::{Element as _, ElementRef, Selector};
use sqlx::Row;

use super::{NOTE, chair, consultation, count, pressed, review};
use crate::support::browser::{Form, Page};

fn select<'a>(html: &'a scraper::Html, selector: &str) -> Vec<ElementRef<'a>> {
    html.select(&Selector::parse(selector).unwrap()).collect()
}

fn form(page: &Page) -> Form {
    page.form_to(&r::new_consultation_review())
}

/// What a part of all questions holds, in order.
fn column(page: &Page, part: &str) -> Vec<String> {
    let form = form(page);
    (0..).map_while(|index| form.value(&format!("question-{index}-{part}")).map(str::to_owned)).collect()
}

/// The names of what was taken from the block with these words.
fn taken(page: &Page, words: &str) -> Vec<String> {
    let html = page.html();
    let blocks = select(&html, ".block");
    let holds = |block: &&ElementRef| block.text().collect::<String>().contains(words);
    let block = blocks.iter().find(holds).unwrap_or_else(|| panic!("no block with {words:?}"));
    let links = Selector::parse(".taken a").unwrap();
    let name = |link: ElementRef| link.text().collect::<String>().replace(['\u{2068}', '\u{2069}'], "");
    block.select(&links).map(name).collect()
}

/// Where the label of the block with these words leads, and its text.
fn made_of(page: &Page, words: &str) -> (String, String) {
    let html = page.html();
    let marks = select(&html, ".block .mark");
    let holds = |mark: &&ElementRef| mark.parent_element().unwrap().text().collect::<String>().contains(words);
    let mark = marks.iter().find(holds).unwrap_or_else(|| panic!("no mark before {words:?}"));
    let text = mark.text().collect::<String>().replace(['\u{2068}', '\u{2069}'], "");
    (mark.value().attr("href").unwrap().to_owned(), text)
}

/// What the links to the note's parts lead to: the sign, and the block's words.
fn places(page: &Page, under: &str) -> Vec<(String, String)> {
    let html = page.html();
    let place = |link: &ElementRef| {
        let block = select(&html, &format!("{} > p:not(.back)", link.value().attr("href").unwrap()));
        let sign = select(&html, &format!("{under} .places a[href='{}'] bdi", link.value().attr("href").unwrap()));
        (sign[0].text().collect(), block[0].text().collect())
    };
    select(&html, &format!("{under} .places a")).iter().map(place).collect()
}

/// A button of the language menu, which belongs to the page's own form where that holds what would be lost.
fn in_language(page: &Page, language: &str) -> Form {
    let html = page.html();
    let button = format!("header button[form][name=act][value='language-{language}']");
    let buttons = select(&html, &button);
    assert_eq!(buttons.len(), 1, "{}", page.path);
    let form = page.form(&format!("form#{}", buttons[0].value().attr("form").unwrap()));
    pressed(form, &format!("language-{language}"))
}

#[tokio::test]
async fn sections_paragraphs_items_and_citations_are_corrected() {
    let (app, mut browser) = chair().await;
    let page = review(&mut browser, NOTE).await;
    let mut sent = form(&page);
    let text = sent.value("section-1-text").unwrap().to_owned();
    assert!(text.starts_with("5. ") && text.contains("\r\n\r\n6. "), "{text}");
    assert!(sent.value("section-6-text").unwrap().contains("\r\n- (a) "), "items stand after a dash");
    assert_eq!(sent.value("section-8-heading"), Some(""), "one to be added");
    let cited = sent.value("references").unwrap().lines().count();
    sent.set("section-1-heading", "How it began")
        .set(
            "section-1-text",
            &format!("{text}\r\n\r\n61. A paragraph more:\r\n- (a) one;\r\n- two.").replacen("5. ", "50. ", 1),
        )
        .set("section-2-heading", "")
        .set("section-2-text", " ")
        .set("section-8-heading", "Annex")
        .set("section-8-text", "2020\\. Added.")
        .set("references", "S/2099/1\r\nS/2099/1\r\n");
    // they outlast the buttons of the questions
    let page = browser.submit(pressed(sent, "relabel")).await;
    let mut sent = form(&page);
    assert_eq!(sent.value("section-1-heading"), Some("How it began"));
    sent.set("section-0-heading", &"long ".repeat(200));
    let page = browser.submit(pressed(sent, "create")).await;
    assert_eq!(page.status, 422);
    let mut sent = form(&page);
    sent.set("section-0-heading", "Introduction");
    let id = consultation(&browser.submit(pressed(sent, "create")).await);
    let row = sqlx::query("select note from consultations where id = $1")
        .bind(id.uuid())
        .fetch_one(&app.superuser)
        .await
        .unwrap();
    let note: ConceptNote = serde_json::from_value(row.get("note")).unwrap();
    assert_eq!(note.sections.len(), 8, "one was emptied, one added");
    assert_eq!(note.references, ["S/2099/1"]);
    assert!(cited > 5);
    let history = &note.sections[1];
    assert_eq!(history.heading.as_deref(), Some("How it began"));
    assert_eq!(history.paragraphs.iter().map(|p| p.number).collect::<Vec<_>>(), [Some(50), Some(6), Some(61)]);
    let labels: Vec<_> = history.paragraphs[2].items.iter().map(|item| item.label.as_deref()).collect();
    assert_eq!(labels, [Some("(a)"), None]);
    assert_eq!(note.sections[7].paragraphs[0].text, "2020. Added.");
}

#[tokio::test]
async fn the_same_review_sent_twice_makes_one_consultation() {
    let (app, mut browser) = chair().await;
    let sent = pressed(form(&review(&mut browser, NOTE).await), "create");
    let first = consultation(&browser.submit(sent.clone()).await);
    assert_eq!(consultation(&browser.submit(sent).await), first);
    assert_eq!(count(&app, "consultations").await, 1);
    // an identifier that is somebody else's is nobody's
    let mut foreign = form(&review(&mut browser, NOTE).await);
    foreign.set("id", &first.to_string());
    sqlx::query("update memberships set ended_at = now() where consultation_id = $1")
        .bind(first.uuid())
        .execute(&app.superuser)
        .await
        .unwrap();
    assert_eq!(browser.submit(pressed(foreign, "create")).await.status, 400);
}

#[tokio::test]
async fn a_note_that_was_made_into_a_consultation_before_is_said() {
    let (app, mut browser) = chair().await;
    let page = review(&mut browser, NOTE).await;
    assert!(page.texts("#twin").is_empty());
    let mut sent = form(&page);
    sent.set("title", "The first of two");
    let first = consultation(&browser.submit(pressed(sent, "create")).await);
    let page = review(&mut browser, NOTE).await;
    let said = "A consultation has already been made from this same note: The first of two \
        What you create here will be a second one.";
    assert_eq!(page.text("#twin"), said);
    assert_eq!(page.links("The first of two"), [r::consultation(first)]);
    // it stays, and keeps nobody from going on
    let page = browser.submit(pressed(form(&page), "down-0")).await;
    assert_eq!(page.text("#twin"), said);
    let second = consultation(&browser.submit(pressed(form(&page), "create")).await);
    assert_ne!(first, second);
    // another text is another note, and nobody hears of a consultation that is not theirs
    assert!(review(&mut browser, &[NOTE, b"\n"].concat()).await.texts("#twin").is_empty());
    sqlx::query("update memberships set ended_at = now() where consultation_id is not null")
        .execute(&app.superuser)
        .await
        .unwrap();
    assert!(review(&mut browser, NOTE).await.texts("#twin").is_empty());
}

/// As on the command line: whose note it is, the note says; that it is the chair's all the same, the chair.
#[tokio::test]
async fn a_note_of_another_presidency_is_the_chairs_only_on_purpose() {
    let (app, mut browser) = chair().await;
    let note = String::from_utf8_lossy(NOTE).replace("South Africa", "Ireland");
    let page = review(&mut browser, note.as_bytes()).await;
    assert_eq!(form(&page).value("presidency"), Some(""));
    let page = browser.submit(pressed(form(&page), "create")).await;
    assert_eq!(page.status, 422);
    assert_eq!(page.texts("#presidency-error").len(), 1);
    assert_eq!(count(&app, "consultations").await, 0);
    let mut sent = form(&page);
    sent.set("presidency", "ZAF");
    consultation(&browser.submit(pressed(sent, "create")).await);
}
