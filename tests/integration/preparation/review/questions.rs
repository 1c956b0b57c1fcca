//! The questions are joined, split, ordered and labelled without losing a word.

use rapporteur::web::routes as r;

use super::{column, form, in_language, made_of, select, taken};
use crate::preparation::{NOTE, chair, consultation, count, pressed, review};
use crate::support::browser::Page;

#[tokio::test]
async fn questions_are_split_joined_and_labelled_with_their_addressees() {
    let (app, mut browser) = chair().await;
    let page = review(&mut browser, NOTE).await;
    let texts = column(&page, "text");
    let mut sent = form(&page);
    sent.set("question-4-to", "AU");

    // at an empty line that the chair typed
    let at = texts[4].find(" Union").unwrap();
    sent.set("question-4-text", &format!("{}\r\n\r\n{}", &texts[4][..at], &texts[4][at..]));
    let page = browser.submit(pressed(sent, "split-4")).await;
    assert_eq!(page.status, 200);
    let split = column(&page, "text");
    assert_eq!((split.len(), split[4].as_str(), split[5].as_str()), (8, &texts[4][..at], texts[4][at..].trim()));
    assert_eq!(column(&page, "label"), ["(a)", "(b)", "(c)", "(d)", "(e)", "(f)", "(g)", "(h)"]);
    assert_eq!(column(&page, "to")[4..6], ["AU", "AU"]);
    assert_eq!(taken(&page, "The African Union has increasingly"), ["Question (e)", "Question (f)"]);

    // one again
    let page = browser.submit(pressed(form(&page), "join-5")).await;
    assert_eq!(column(&page, "text"), texts);
    assert_eq!(column(&page, "to")[4], "AU");

    // what is joined leads to both places, which stand below each other
    let page = browser.submit(pressed(form(&page), "join-1")).await;
    assert_eq!(column(&page, "text")[0], format!("{} {}", texts[0], texts[1]));
    assert_eq!(select(&page.html(), "#question-0 .place > a").len(), 1);
    assert_eq!(select(&page.html(), "#question-0 .place blockquote").len(), 2);
    assert_eq!(
        made_of(&page, "How can cooperation with the host State"),
        ("#question-0-text".into(), "(b) Question (a)".into())
    );

    // where the script says the cursor is
    let characters = texts[0].chars().count();
    let page = browser.submit(pressed(form(&page), &format!("split-0-{characters}"))).await;
    assert_eq!(column(&page, "text"), texts);

    // a removed question leaves its block unmarked; labels are given anew
    let page = browser.submit(pressed(form(&page), "remove-0")).await;
    assert_eq!(taken(&page, "How can the United Nations best support"), [""; 0]);
    let item = ("#section-6-text".into(), "(a) Item (a), section 7".into());
    assert_eq!(made_of(&page, "How can the United Nations best support"), item, "the note's text still has it");
    assert_eq!(column(&page, "label")[0], "(b)");
    let page = browser.submit(pressed(form(&page), "relabel")).await;
    assert_eq!(column(&page, "label"), ["(a)", "(b)", "(c)", "(d)", "(e)", "(f)"]);
    assert_eq!(column(&page, "to")[3], "AU");
    assert_eq!(count(&app, "consultations").await, 0, "nothing is created before the chair says so");

    let id = consultation(&browser.submit(pressed(form(&page), "create")).await);
    let kept = browser.get(&r::questions(id)).await.form_to(&r::questions(id));
    assert_eq!((kept.value("question-3-label"), kept.value("question-3-to")), (Some("(d)"), Some("AU")));

    // the same buttons on the page of the questions
    let page = browser.submit(pressed(kept, "join-1")).await;
    let kept = page.form_to(&r::questions(id));
    assert_eq!(kept.value("question-0-text"), Some(format!("{} {}", texts[1], texts[2]).as_str()));
    assert_eq!(browser.submit(pressed(kept, "save")).await.status, 303);
    assert_eq!(count(&app, "questions").await, 5);
}

#[tokio::test]
async fn labels_go_on_in_the_notes_own_series() {
    let (_app, mut browser) = chair().await;
    let labels = |page: &Page| column(page, "label");
    for (heading, list, offered, four) in [
        ("Вопросы для обсуждения", "а) Как хранятся слова?\n\nб) Кем?\n\nв) Когда?\n", "а), б), в)", "г)"),
        ("أسئلة توجيهية", "(أ) كيف تُحفظ الكلمات؟\n\n(ب) من يحفظها؟\n\n(ج) متى؟\n", "(أ), (ب), (ج)", "(د)"),
        (
            "指导性问题",
            "（一）如何保存文字？\n\n（二）由谁保存？\n\n（三）何时？\n",
            "（一）, （二）, （三）",
            "（四）",
        ),
        (
            "Guiding questions",
            "Question 1: How?\n\nQuestion 2: By whom?\n\nQuestion 3: When?\n",
            "Question 1, Question 2, Question 3",
            "Question 4",
        ),
    ] {
        let note = format!("Concept note on words\n\n{heading}\n\n{list}");
        let page = review(&mut browser, note.as_bytes()).await;
        let read = labels(&page);
        assert_eq!(read.len(), 3, "{heading}");
        assert_eq!(
            page.text("#questions-relabel").replace(['\u{2068}', '\u{2069}'], ""),
            format!("Label all in order: {offered}")
        );
        let page = browser.submit(pressed(form(&page), "add")).await;
        assert_eq!(labels(&page)[3], four);
        assert_eq!(
            page.text("[role=status][data-said]").replace(['\u{2068}', '\u{2069}'], ""),
            format!("Question {} was added.", four.trim_start_matches("Question "))
        );
        let page = browser.submit(pressed(form(&page), "remove-0")).await;
        let page = browser.submit(pressed(form(&page), "relabel")).await;
        assert_eq!(labels(&page), read);
    }
}

/// Who does not see the page hears what a button did.
#[tokio::test]
async fn what_a_button_did_is_said() {
    let (_app, mut browser) = chair().await;
    let page = review(&mut browser, NOTE).await;
    let said = |page: &Page| page.text("[role=status][data-said]").replace(['\u{2068}', '\u{2069}'], "");
    assert_eq!(said(&page), "");
    for (act, sentence) in [
        ("up-2", "Question (c) is now number 2."),
        ("join-1", "Question (b) was joined to question (a)."),
        ("remove-6", "Question (g) was removed."),
        ("relabel", "The questions are labelled in order, from (a) to (g)."),
    ] {
        let page = browser.submit(pressed(form(&page), act)).await;
        assert_eq!(said(&page), sentence);
    }
    let page = browser.submit(in_language(&page, "fr")).await;
    let page = browser.submit(pressed(form(&page), "join-1")).await;
    assert_eq!(said(&page), "La question (b) a été jointe à la question (a).");
    let id = consultation(&browser.submit(pressed(form(&page), "create")).await);
    let kept = browser.get(&r::questions(id)).await.form_to(&r::questions(id));
    assert_eq!(said(&browser.submit(pressed(kept, "down-0")).await), "La question (a) est maintenant en position 2.");
}

#[tokio::test]
async fn what_cannot_be_split_is_said_at_the_question() {
    let (_app, mut browser) = chair().await;
    let page = review(&mut browser, NOTE).await;
    let mut sent = form(&page);
    sent.set("question-2-text", "One thing only?");
    let page = browser.submit(pressed(sent, "split-2")).await;
    assert_eq!(page.status, 422);
    assert!(page.text("#question-2-text-error").contains("Leave an empty line where the second question begins"));
    assert_eq!(column(&page, "text").len(), 7);
    assert_eq!(column(&page, "text")[2], "One thing only?");
}

#[tokio::test]
async fn two_questions_of_one_label_are_refused_and_labelled_by_one_press() {
    let (app, mut browser) = chair().await;
    let page = review(&mut browser, NOTE).await;
    assert!(page.texts(".doubt").is_empty() && page.texts(".notice-wait").is_empty());
    let mut sent = form(&page);
    sent.set("question-2-label", " (a)").set("title", "A title of the chair’s").set("question-4-to", "AU");
    // as soon as it is there it is said
    let page = browser.submit(pressed(sent, "show")).await;
    assert_eq!(page.status, 200);
    assert!(page.text(".notice-wait").contains("Two questions have the same label."));
    for index in [0, 2] {
        let doubt = page.text(&format!("#question-{index}-label-doubt"));
        assert_eq!(doubt, "Another question has this label too.");
        let described = format!("#question-{index}-label[aria-describedby~='question-{index}-label-doubt']");
        assert_eq!(select(&page.html(), &described).len(), 1);
    }
    let page = browser.submit(pressed(form(&page), "create")).await;
    assert_eq!((page.status.as_u16(), count(&app, "consultations").await), (422, 0));
    let said = "Another question is labelled (a) too. Give this one a label of its own, or label all in order.";
    assert!(page.text("#question-2-label-error").ends_with(said), "{}", page.text("#question-2-label-error"));
    assert_eq!(page.texts(".errors li"), [format!("Question (a): {said}")]);
    assert_eq!(select(&page.html(), ".errors a[href='#question-2-label']").len(), 1);
    assert_eq!(page.texts(".doubt").len(), 1, "the first is not the one that repeats");
    // a label left empty is (d)
    let mut sent = form(&page);
    sent.set("question-3-label", "").set("question-4-label", "(d)");
    let page = browser.submit(pressed(sent, "create")).await;
    assert_eq!((page.status.as_u16(), page.texts(".errors li").len()), (422, 2));

    let buttons = select(&page.html(), "#question-2 .bad button[value=relabel]").len();
    assert_eq!(buttons, 1, "the remedy stands at the field");
    let page = browser.submit(pressed(form(&page), "relabel")).await;
    assert!(page.texts(".doubt").is_empty() && page.texts(".errors").is_empty());
    let id = consultation(&browser.submit(pressed(form(&page), "create")).await);
    let kept = browser.get(&r::settings(id)).await.form_to(&r::settings(id));
    assert_eq!(kept.value("title"), Some("A title of the chair’s"));

    // nor are they stored later, as long as labels can change
    let mut kept = browser.get(&r::questions(id)).await.form_to(&r::questions(id));
    assert_eq!(kept.value("question-4-to"), Some("AU"));
    kept.set("question-1-label", "(a)");
    let page = browser.submit(pressed(kept, "save")).await;
    assert_eq!((page.status.as_u16(), page.texts("#question-1-label-error").len()), (422, 1));
    let page = browser.submit(pressed(page.form_to(&r::questions(id)), "relabel")).await;
    assert_eq!(browser.submit(pressed(page.form_to(&r::questions(id)), "save")).await.status, 303);
}

#[tokio::test]
async fn groups_that_begin_their_labels_anew_are_labelled_before_the_consultation_is_created() {
    let (app, mut browser) = chair().await;
    let note = "Concept note for an open debate on words\n\nGuiding questions\n\nOn keeping\n\n(a) How are words kept?\n\n\
        (b) Who keeps them?\n\nOn reading\n\n(a) Who reads the words?\n\n(b) When are they read?\n";
    let page = review(&mut browser, note.as_bytes()).await;
    assert_eq!(column(&page, "label"), ["(a)", "(b)", "(a)", "(b)"]);
    let said = |page: &Page| page.text(".notice-wait").contains("Two questions have the same label.");
    assert!(said(&page) && page.texts("fieldset .doubt").len() == 4);
    let mut sent = form(&page);
    sent.set("presidency", "ZAF");
    let page = browser.submit(pressed(sent, "create")).await;
    assert_eq!((page.status.as_u16(), page.texts(".errors li").len()), (422, 2));
    let page = browser.submit(pressed(form(&page), "relabel")).await;
    assert!(!said(&page) && page.texts("fieldset .doubt").is_empty());
    consultation(&browser.submit(pressed(form(&page), "create")).await);
    assert_eq!(count(&app, "questions").await, 4);
}

#[tokio::test]
async fn a_consultation_asks_at_least_one_question() {
    let (app, mut browser) = chair().await;
    let note =
        "Concept note on words\n\nBackground\n\n1. A paragraph that is long enough to be one, and asks nothing.\n";
    let page = review(&mut browser, note.as_bytes()).await;
    let unasked = "No guiding question was found.";
    assert!(page.text(".notice-wait").contains(unasked));
    let mut sent = form(&page);
    sent.set("presidency", "ZAF").set("language", "en").set("title", "Words").set("section-0-heading", "How it began");
    let page = browser.submit(pressed(sent, "create")).await;
    assert_eq!((page.status.as_u16(), count(&app, "consultations").await), (422, 0));
    let said = "A consultation needs at least one question. Choose “Add a question”.";
    assert_eq!(page.texts(".errors li"), [format!("Guiding questions: {said}")]);
    assert!(page.text("#questions-add-error").ends_with(said));
    let described = ".errors a[href='#questions-add'], #questions-add[aria-describedby=questions-add-error]";
    assert_eq!(select(&page.html(), described).len(), 2);

    // the page's own button, and on
    let page = browser.submit(pressed(form(&page), "add")).await;
    assert!(page.texts(".errors").is_empty() && !page.texts(".notice-wait").concat().contains(unasked));
    let mut sent = form(&page);
    assert_eq!(sent.value("title"), Some("Words"));
    assert_eq!(sent.value("section-0-heading"), Some("How it began"));
    sent.set("question-0-text", "How are words kept?");
    let id = consultation(&browser.submit(pressed(sent, "create")).await);

    // nor is the last one taken away later
    let kept = browser.get(&r::questions(id)).await.form_to(&r::questions(id));
    let page = browser.submit(pressed(kept, "remove-0")).await;
    let page = browser.submit(pressed(page.form_to(&r::questions(id)), "save")).await;
    assert_eq!((page.status.as_u16(), page.texts("#questions-add-error").len()), (422, 1));
    assert_eq!(count(&app, "questions").await, 1);
}

#[tokio::test]
async fn one_more_addressee_can_be_chosen_beside_everyone_invited() {
    let (_app, mut browser) = chair().await;
    let page = review(&mut browser, NOTE).await;
    assert_eq!(page.texts("#question-1-to-0 option")[0], "Everyone invited");
    let page = browser.submit(pressed(form(&page), "another-1")).await;
    assert_eq!(page.texts("#question-1-to-0 option")[0], "Choose", "whom it is addressed to is being chosen");
    assert_eq!(page.texts("#question-1-to-1 option")[0], "Nobody else");
    // two lists of one name: the second is chosen, the first left
    let mut sent = form(&page);
    let second = sent.fields.iter_mut().filter(|(name, _)| name == "question-1-to").nth(1).unwrap();
    second.1 = "AU".into();
    let id = consultation(&browser.submit(pressed(sent, "create")).await);
    let kept = browser.get(&r::questions(id)).await.form_to(&r::questions(id));
    let chosen: Vec<_> = kept.fields.iter().filter(|(name, _)| name == "question-1-to").map(|(_, to)| to).collect();
    assert_eq!(chosen, ["AU"]);
}
