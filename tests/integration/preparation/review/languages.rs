//! The language menu keeps the note under review; the note's words are marked with the language they are of.

use rapporteur::web::routes as r;

use super::{form, in_language, select};
use crate::preparation::{NOTE, chair, count, pressed, review};

#[tokio::test]
async fn the_language_menu_keeps_the_note_and_every_correction() {
    let (app, mut browser) = chair().await;
    let page = review(&mut browser, NOTE).await;
    let page = browser.submit(pressed(form(&page), "up-1")).await;
    let mut sent = in_language(&page, "fr");
    sent.set("title", "Another title").set("question-0-text", "Kept?\r\nYes.").set("question-3-to", "AU");
    sent.set("section-1-heading", "Another heading");
    let page = browser.submit(sent.clone()).await;
    assert_eq!(page.status, 200);
    assert_eq!(page.text("h1"), "Ce qui a été compris");
    assert_eq!(select(&page.html(), "html[lang=fr]").len(), 1);
    assert!(page.texts("#question-3-to-0 option").contains(&"Union africaine".to_owned()));
    let kept = form(&page);
    for (name, value) in sent.fields.iter().filter(|(name, _)| name != "act" && name != "csrf_token") {
        assert!(kept.fields.contains(&(name.clone(), value.clone())), "{name}");
    }
    // it is the reader's language from now on
    assert_eq!(browser.get(&r::consultations()).await.text("h1"), "Mes consultations");
    assert_eq!(select(&browser.get(&r::new_consultation()).await.html(), "html[lang=fr]").len(), 1);

    // what was wrong is said in the new language too
    let mut sent = form(&page);
    sent.set("title", "");
    let page = browser.submit(pressed(sent, "create")).await;
    assert_eq!(page.status, 422);
    let page = browser.submit(in_language(&page, "es")).await;
    assert_eq!((page.status.as_u16(), page.texts(".errors li").len()), (422, 1));
    assert!(page.texts(".errors li")[0].starts_with("Título:"), "{:?}", page.texts(".errors li"));
    assert_eq!(count(&app, "consultations").await, 0);
}

#[tokio::test]
async fn the_language_menu_keeps_what_was_pasted_and_why_it_was_refused() {
    let (_app, mut browser) = chair().await;
    let page = browser.get(&r::new_consultation()).await;
    let mut sent = in_language(&page, "fr");
    sent.set("text", "12 34");
    let page = browser.submit(sent).await;
    assert_eq!((page.status.as_u16(), page.text("h1")), (200, "Nouvelle consultation".to_owned()));
    let page = browser.submit(page.form_to(&r::new_consultation())).await;
    assert!(page.text("#text-error").contains("Aucune note de cadrage"), "{}", page.main());
    let page = browser.submit(in_language(&page, "es")).await;
    assert_eq!(page.status, 422);
    assert!(page.text("#text-error").contains("ninguna nota conceptual"), "{}", page.main());
    let mut sent = page.form_to(&r::new_consultation());
    assert_eq!(sent.value("text"), Some("12 34"));
    sent.set("text", "").attach("file", "note.zip", b"PK\x03\x04 not really");
    let page = browser.submit(sent).await;
    let page = browser.submit(in_language(&page, "ru")).await;
    assert!(page.text("#file-error").contains("поврежден"), "{}", page.main());
    assert!(page.texts("#text-error").is_empty());
    // nobody's page sends another reason
    let mut sent = in_language(&page, "ar");
    sent.set("refused", "\"Nonsense\"");
    assert_eq!(browser.submit(sent).await.status, 400);
}

#[tokio::test]
async fn the_words_of_a_note_are_marked_with_their_own_language() {
    let (_app, mut browser) = chair().await;
    let note = "Concept note on words\n\nBackground\n\n1. Words are kept by those who speak them, and what is kept is read.\n\n\
        Guiding questions\n\n(a) How are the words kept?\n\n(b) Who is to keep them?\n";
    for (original, language, direction) in
        [("", "en", "ltr"), ("Original: English\n\n", "en", "ltr"), ("Original: Arabic\n\n", "", "auto")]
    {
        let page = review(&mut browser, format!("{original}{note}").as_bytes()).await;
        let html = page.html();
        let said = |selector: &str, attribute: &str| {
            let found = select(&html, selector);
            assert!(!found.is_empty(), "{selector}");
            found.iter().map(|element| element.attr(attribute).unwrap_or_default().to_owned()).collect::<Vec<_>>()
        };
        for selector in [".block > p:not(.back):not(.taken)", "#title", "#section-0-text"] {
            assert!(said(selector, "lang").iter().all(|lang| lang == language), "{original}{selector}");
            assert!(said(selector, "dir").iter().all(|dir| dir == direction), "{original}{selector}");
        }
        // a label and its name in the reader's language do not decide the direction of the text behind them
        assert!(said(".block .mark", "dir").iter().all(|dir| dir == direction), "{original}");
        assert!(said(".block .mark .hide", "dir").iter().all(|dir| dir == "ltr"), "{original}");
    }
}
