//! The chair hands in a note and corrects what was understood, as browsers have it: history, focus, warnings, dropped files.

use rapporteur::web::routes;

use crate::{
    support::{
        app::TestApp,
        fixture::{PASSWORD, add_account, add_membership},
    },
    window::{Look, Window, story},
};

const NOTE: &str = include_str!("../../seeds/concept-note-2020-11-25.txt");
/// The key that sends a form from a field of one line.
const ENTER: &str = "\u{e007}";
const CHAIR: &str = "chair@presidency.example";

async fn chair() -> TestApp {
    let app = TestApp::start().await;
    add_account(&app, CHAIR, false).await;
    add_membership(&app, CHAIR, "chair", None, Some("ZAF")).await;
    app
}

/// Signs in, pastes the note, and stands before the review.
async fn hand_in(window: &Window) {
    window.sign_in(CHAIR, PASSWORD).await;
    window.open(&routes::new_consultation()).await;
    window.fill("#text", NOTE).await;
    window.follow("main form button").await;
    window.find("#review").await;
}

#[tokio::test]
async fn corrections_change_the_page_and_not_the_history() {
    let app = chair().await;
    story("review-in-place", app.address, Look::desk("en"), async |window| {
        hand_in(window).await;
        let entries = window.history().await;

        // a link into the note moves the note alone
        window.click("#question-5 .place > a").await;
        let block = window.focused().await;
        assert!(block.starts_with("block-"), "{block}");
        assert!(window.in_view(&format!("#{block}")).await && window.in_view("#question-5-text").await);

        window.fill("#title", "Another title").await;
        window.click("#question-0-down").await;
        window.find("#question-1-label[value='(a)']").await;
        assert_eq!(window.focused().await, "question-1-down");
        window.find("[data-said]:not(:empty)").await;
        assert!(window.text("[data-said]").await.starts_with("Question \u{2068}(a)"));

        // the number of a paragraph leads to its section's fold
        window.click(".mark[href='#section-1-text']").await;
        assert_eq!(window.focused().await, "section-1-text");
        assert_eq!(window.count("#section-1 details[open]").await, 1);
        // what would be typed while the answer is on its way could only be lost
        assert!(window.waits_after("#question-0-another").await);
        window.find("#question-0-to-1").await;
        assert_eq!(window.focused().await, "question-0-to-1");
        assert_eq!(window.value("#title").await, "Another title");
        assert!(window.warns().await, "what was corrected is not saved anywhere");
        window.holds().await;

        // what is wrong is said in place too, and the language changes around it
        window.fill("#title", " ").await;
        window.click(".dock button").await;
        window.find("#title-error").await;
        assert_eq!(window.focused().await, "errors");
        window.fill("#title", "Third title").await;
        window.click("#switch").await;
        window.click("button[value=language-fr]").await;
        window.find("html[lang=fr] #review").await;
        assert_eq!(window.value("#title").await, "Third title");
        assert_eq!(window.count("#question-0-to-1").await, 1);
        window.click("#switch").await;
        window.click("button[value=language-en]").await;
        window.find("html[lang=en] #review").await;
        assert_eq!(window.history().await, entries);

        window.back().await;
        window.find("#hand-in").await;
        assert_eq!(window.path().await, routes::new_consultation());
    })
    .await;
}

#[tokio::test]
async fn what_was_removed_is_one_key_away_and_folds_stay_open() {
    let app = chair().await;
    story("review-removed", app.address, Look::desk("en"), async |window| {
        hand_in(window).await;
        window.click("#section-1 .correct > summary").await;
        window.click("#question-1-remove").await;
        window.find(".removed").await;
        assert_eq!(window.focused().await, "questions-restore");
        assert_eq!(window.count("#section-1 .correct[open]").await, 1);
        assert_eq!(window.count(".correct[open]").await, 1);
        window.holds().await;
        window.find("#questions-restore").await.send_keys(ENTER).await.unwrap();
        window.find("#question-1-label[value='(b)']").await;
        assert_eq!(window.focused().await, "question-1-text");
        assert_eq!(window.count("#section-1 .correct[open]").await, 1);

        // two of one label are refused, and labelled where that is said
        window.fill("#question-2-label", "(a)").await;
        window.click(".dock button").await;
        window.find("#question-2-label-error").await;
        assert_eq!(window.focused().await, "errors");
        window.holds().await;
        window.click("#question-2 .bad button").await;
        window.find("#question-2-label[value='(c)']").await;
        assert_eq!(window.focused().await, "question-2-label");
    })
    .await;
}

/// The form that was sent is no page to go back to: it would be sent once more.
#[tokio::test]
async fn back_leads_past_what_was_created() {
    let app = chair().await;
    story("review-back", app.address, Look::desk("en"), async |window| {
        hand_in(window).await;
        window.click("#question-0-down").await;
        window.find("#question-1-label[value='(a)']").await;
        window.follow(".dock button").await;
        let created = window.path().await;
        assert!(created.ends_with("/settings?notice=consultation-created"), "{created}");
        window.back().await;
        window.find("#hand-in").await;
        assert_eq!(window.path().await, routes::new_consultation());
    })
    .await;
}

/// Where the note stands far below, the way back is said at the place where one arrives.
#[tokio::test]
async fn a_phone_leads_to_the_note_and_back() {
    let app = chair().await;
    story("review-phone", app.address, Look::phone("en"), async |window| {
        hand_in(window).await;
        window.click("#section-1 .correct > summary").await;
        window.click("#section-1 .places a").await;
        let block = window.focused().await;
        assert!(block.starts_with("block-") && window.in_view(&format!("#{block}")).await, "{block}");
        window.holds().await;
        let back = format!("#{block} .back a");
        assert!(window.find(&back).await.is_displayed().await.unwrap());
        window.click(&back).await;
        assert_eq!(window.focused().await, "section-1-text");
        // a question's words come to it, and stay there while the page changes
        window.click("#question-0 .place summary").await;
        window.click("#question-0-down").await;
        window.find("#question-1-label[value='(a)']").await;
        assert_eq!(window.count("#question-1 .place [open]").await, 1);
        assert_eq!(window.count(".place [open]").await, 1);
    })
    .await;
}

#[tokio::test]
async fn what_cannot_be_done_in_place_the_browser_does() {
    let app = chair().await;
    story("review-other-page", app.address, Look::phone("en"), async |window| {
        hand_in(window).await;
        window.fill("#title", "Kept title").await;
        window.forget_session().await;
        window.follow("#question-0-down").await;
        window.holds().await;
        window.fill("#resume-email", CHAIR).await;
        window.fill("#resume-password", PASSWORD).await;
        window.follow("main form button").await;
        assert_eq!(window.value("#title").await, "Kept title");
        assert_eq!(window.value("#question-1-label").await, "(a)");
        window.follow(".dock button").await;
        assert!(window.path().await.ends_with("/settings?notice=consultation-created"), "{}", window.path().await);
    })
    .await;
}

#[tokio::test]
async fn without_a_script_the_buttons_do_the_same() {
    let app = chair().await;
    let look = Look { scripts: false, ..Look::desk("en") };
    story("review-no-scripts", app.address, look, async |window| {
        hand_in(window).await;
        window.fill("#title", "Another title").await;
        // a browser looks for the default button among all, but for a date among those that can be pressed alone
        for field in ["#symbol", "#meeting_date", "#meeting_time"] {
            window.enter(field).await;
            assert_eq!(window.attribute("html", "lang").await.as_deref(), Some("en"), "Enter in {field}");
            assert_eq!(window.value("#title").await, "Another title", "Enter in {field}");
        }
        window.follow("#question-0-another").await;
        assert_eq!((window.count("#question-0-to-1").await, window.focused().await), (1, "question-0-to-1".to_owned()));
        window.follow("#question-6-remove").await;
        assert_eq!(window.focused().await, "questions-restore");
        window.follow("#questions-restore").await;
        assert_eq!(window.focused().await, "question-6-text");
        window.click("#switch").await;
        window.follow("button[value=language-fr]").await;
        assert_eq!(window.value("#title").await, "Another title");
        assert_eq!(window.attribute("html", "lang").await.as_deref(), Some("fr"));
        window.fill("#title", " ").await;
        window.follow(".dock button").await;
        assert_eq!(window.focused().await, "errors");
    })
    .await;
}

#[tokio::test]
async fn a_file_dropped_anywhere_goes_into_its_field() {
    let app = chair().await;
    story("dropped", app.address, Look::desk("en"), async |window| {
        window.sign_in(CHAIR, PASSWORD).await;
        window.open(&routes::new_consultation()).await;
        window.drop_file("h1", "note.txt", NOTE).await;
        assert_eq!(window.focused().await, "file");
        assert!(window.text("#dropped").await.contains("note.txt"));
        window.holds().await;
        // the language menu loses neither the file nor what is typed
        window.click("#switch").await;
        window.click("button[value=language-fr]").await;
        window.find("html[lang=fr] #hand-in").await;
        window.follow("main form button").await;
        assert_eq!(window.count("fieldset.question").await, 7);
    })
    .await;
}
