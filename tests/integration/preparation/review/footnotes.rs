//! What a note says at its foot reaches those who answer it.

use super::{form, places};
use crate::preparation::{add_account, chair, consultation, invite, press, pressed, set_deadline};
use crate::support::{
    fixture::PASSWORD,
    office::{WORD, docx_of_parts, main_part},
};
use rapporteur::web::routes as r;

/// A note by a word processor, whose title, heading, paragraph and question lead to a footnote each.
fn note() -> Vec<u8> {
    let line = |text: &str, note: u32| {
        format!("<w:p><w:r><w:t>{text}</w:t></w:r><w:r><w:footnoteReference w:id=\"{note}\"/></w:r></w:p>")
    };
    let body = [
        line("Concept note on lamps", 1),
        line("Background", 2),
        line("1. Lamps fail at sea, as keepers have said for long, and nobody counts them.", 3),
        line("Guiding questions", 9),
        line("(a) Who keeps the lamps?", 4),
        line("(b) Who pays for their oil?", 9),
    ];
    let said = ["Those of ships left out.", "As of May.", "Paragraph 3, A/79/211", "Of any kind, and at any hour."];
    let said: Vec<String> = (1..)
        .zip(said)
        .map(|(id, text)| {
            format!("<w:footnote w:id=\"{id}\"><w:p><w:r><w:footnoteRef/></w:r><w:r><w:t> {text}</w:t></w:r></w:p></w:footnote>")
        })
        .collect();
    let notes = format!("<w:footnotes xmlns:w=\"{WORD}\">{}</w:footnotes>", said.concat());
    docx_of_parts(&[
        ("word/document.xml", main_part(&body.concat()).as_bytes()),
        ("word/footnotes.xml", notes.as_bytes()),
    ])
}

#[tokio::test]
async fn footnotes_reach_delegations_through_a_correction() {
    let (app, mut browser) = chair().await;
    let mut handed_in = browser.get(&r::new_consultation()).await.form_to(&r::new_consultation());
    handed_in.attach("file", "note.docx", &note());
    let page = browser.submit(handed_in).await;
    // each is linked with its place
    let linked = places(&page, "#section-0");
    assert!(linked.len() == 1 && linked[0].0 == "¶" && linked[0].1.ends_with("Concept note on lamps"), "{linked:?}");
    let mut sent = form(&page);
    // the title's stand before the first heading
    assert_eq!(sent.value("section-0-text"), Some("* Those of ships left out."));
    let text = sent.value("section-1-text").unwrap().to_owned();
    assert!(text.starts_with("* As of May.\r\n\r\n1. Lamps fail"), "{text}");
    assert!(text.ends_with("counts them.\r\n* Paragraph 3, A/79/211"), "{text}");
    sent.set("section-1-text", &format!("{text}\r\n* Counted by hand.").replace("Lamps fail", "Many lamps fail"));
    sent.set("presidency", "ZAF");
    let page = browser.submit(pressed(sent, "relabel")).await;
    let id = consultation(&browser.submit(pressed(form(&page), "create")).await);

    add_account(&app, "known@mission.example", false).await;
    set_deadline(&mut browser, id, 10).await;
    invite(&mut browser, id, &[("FRA", "known@mission.example")]).await;
    assert_eq!(press(&mut browser, &r::settings(id), &r::opening(id)).await.status, 303);
    let mut delegation = app.browser();
    delegation.sign_in("known@mission.example", PASSWORD).await;
    let page = delegation.get(&r::consultation(id)).await;
    let expected = [
        "Footnote: Those of ships left out.",
        "Footnote: As of May.",
        "Footnote: Paragraph 3, A/79/211",
        "Footnote: Counted by hand.",
        "Footnote: Of any kind, and at any hour.",
    ];
    assert_eq!(page.texts("#note .footnote"), expected);
    assert_eq!(page.texts("#note .items li:first-child .footnote"), [expected[4]]);
    assert!(page.text("#note .para:has(.no:not(:empty))").contains("Many lamps fail"));
    assert_eq!(page.texts("#note .footnote a.symbol"), ["A/79/211"]);
}
