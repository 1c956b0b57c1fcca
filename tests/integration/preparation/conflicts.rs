//! Two chairs at once: nothing is overwritten unseen, and both versions are shown.

use rapporteur::web::routes as r;

use super::{chair, create, invite, pressed};

#[tokio::test]
async fn settings_changed_meanwhile_are_shown_beside_mine() {
    let (_app, mut browser) = chair().await;
    let id = create(&mut browser).await;
    let mut mine = browser.get(&r::settings(id)).await.form_to(&r::settings(id));
    let mut theirs = mine.clone();
    theirs.set("word_limit", "700").set("contact_name", "Theirs");
    assert_eq!(browser.submit(theirs).await.status, 303);
    mine.set("word_limit", "300").set("seat", "Asia/Tokyo");
    let page = browser.submit(mine).await;
    assert_eq!(page.status, 409);
    let (own, saved) = (page.text(".version-mine"), page.text(".version:not(.version-mine)"));
    assert!(own.contains("300") && saved.contains("700") && saved.contains("Theirs"), "{own} / {saved}");
    assert!(own.contains("Tokyo") && saved.contains("New York") && !own.contains('/'), "{own} / {saved}");
    let again = page.form_to(&r::settings(id));
    assert_eq!(again.value("word_limit"), Some("300"));
    assert_eq!(browser.submit(again).await.status, 303);
    let stored = browser.get(&r::settings(id)).await.form_to(&r::settings(id));
    assert_eq!(stored.value("word_limit"), Some("300"));
}

#[tokio::test]
async fn questions_changed_meanwhile_are_shown_beside_mine() {
    let (_app, mut browser) = chair().await;
    let id = create(&mut browser).await;
    let mut mine = browser.get(&r::questions(id)).await.form_to(&r::questions(id));
    let mut theirs = mine.clone();
    theirs.set("question-0-text", "Theirs?");
    assert_eq!(browser.submit(pressed(theirs, "save")).await.status, 303);
    mine.set("question-0-text", "Mine?");
    let page = browser.submit(pressed(mine, "save")).await;
    assert_eq!(page.status, 409);
    assert!(
        page.text(".version-mine").contains("Mine?") && page.text(".version:not(.version-mine)").contains("Theirs?")
    );
    let again = page.form_to(&r::questions(id));
    assert_eq!(again.value("question-0-text"), Some("Mine?"));
    assert_eq!(browser.submit(pressed(again, "save")).await.status, 303);
}

#[tokio::test]
async fn a_list_changed_meanwhile_is_shown_beside_mine() {
    let (_app, mut browser) = chair().await;
    let id = create(&mut browser).await;
    let mut mine = browser.get(&r::participants(id)).await.form_to(&r::participants(id));
    invite(&mut browser, id, &[("FRA", "fra@mission.example")]).await;
    mine.add("participants", "CRI").set("focal-point-CRI", "cri@mission.example");
    let page = browser.submit(mine).await;
    assert_eq!(page.status, 409);
    let (own, saved) = (page.text(".version-mine"), page.text(".version:not(.version-mine)"));
    assert!(own.contains("Costa Rica Invited cri@mission.example") && own.contains("France Not invited"), "{own}");
    assert!(saved.contains("France Invited fra@mission.example"), "{saved}");
    assert_eq!(browser.submit(page.form_to(&r::participants(id))).await.status, 303);
}
