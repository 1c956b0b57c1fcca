//! A question that was removed can be put back.

use rapporteur::web::routes as r;

use super::{column, form, in_language, select};
use crate::preparation::{NOTE, chair, consultation, count, pressed, review};
use crate::support::browser::Page;

/// What stands in place of the question removed last, and before which other it stands.
fn gone(page: &Page) -> (String, Option<String>) {
    let html = page.html();
    let next =
        select(&html, ".removed ~ fieldset.question").first().map(|next| next.value().attr("id").unwrap().into());
    (page.text(".removed").replace(['\u{2068}', '\u{2069}'], ""), next)
}

#[tokio::test]
async fn what_was_removed_is_put_back_with_its_words_its_label_and_its_place() {
    let (app, mut browser) = chair().await;
    let page = review(&mut browser, NOTE).await;
    assert!(page.texts(".removed").is_empty());
    let mut sent = form(&page);
    sent.set("question-1-label", "(b bis)").set("question-1-text", "Reworded?\r\nAnd why?").set("question-1-to", "AU");
    let before = [column(&page, "label"), column(&page, "from")];
    let page = browser.submit(pressed(sent, "remove-1")).await;
    assert_eq!(column(&page, "label").len(), 6);
    let notice = "Question (b bis) was removed. Put back question (b bis)";
    assert_eq!(gone(&page), (notice.into(), Some("question-1".into())));
    assert_eq!(select(&page.html(), "button#questions-restore[value=restore]").len(), 1);

    // one more, which is offered first; other buttons and the language menu change nothing of it
    let page = browser.submit(pressed(form(&page), "remove-5")).await;
    assert_eq!(gone(&page), ("Question (g) was removed. Put back question (g)".into(), None));
    let page = browser.submit(pressed(form(&page), "down-0")).await;
    let page = browser.submit(in_language(&page, "fr")).await;
    assert!(gone(&page).0.ends_with("Rétablir la question (g)"));
    let page = browser.submit(in_language(&page, "en")).await;
    let page = browser.submit(pressed(form(&page), "up-1")).await;
    let page = browser.submit(pressed(form(&page), "restore")).await;
    assert_eq!(gone(&page).0, notice);
    let page = browser.submit(pressed(form(&page), "restore")).await;
    assert!(page.texts(".removed").is_empty());
    let said = page.text("[role=status][data-said]").replace(['\u{2068}', '\u{2069}'], "");
    assert_eq!(said, "Question (b bis) was put back.");
    let mut labels = before[0].clone();
    labels[1] = "(b bis)".into();
    assert_eq!([column(&page, "label"), column(&page, "from")], [labels, before[1].clone()]);
    assert_eq!(column(&page, "text")[1], "Reworded?\r\nAnd why?");
    assert_eq!(column(&page, "to")[1], "AU");
    assert_eq!(count(&app, "consultations").await, 0);

    // what stays away is not created; a stored question comes back as the same one
    let page = browser.submit(pressed(form(&page), "remove-6")).await;
    let id = consultation(&browser.submit(pressed(form(&page), "create")).await);
    let kept = browser.get(&r::questions(id)).await.form_to(&r::questions(id));
    let first = kept.value("question-0-id").unwrap().to_owned();
    let page = browser.submit(pressed(kept, "remove-0")).await;
    assert_eq!(gone(&page).1, Some("question-0".into()));
    let page = browser.submit(pressed(page.form_to(&r::questions(id)), "restore")).await;
    let kept = page.form_to(&r::questions(id));
    assert_eq!(kept.value("question-0-id"), Some(first.as_str()));
    assert_eq!(browser.submit(pressed(kept, "save")).await.status, 303);
    assert_eq!(count(&app, "questions").await, 6);
}
