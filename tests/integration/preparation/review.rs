//! The review: each thing understood is linked to its place in the note and back, and the questions are joined, split,
//! ordered and labelled without losing a word.

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
        let block = select(&html, &format!("{} > p:first-child", link.value().attr("href").unwrap()));
        let sign = select(&html, &format!("{under} .places a[href='{}'] bdi", link.value().attr("href").unwrap()));
        (sign[0].text().collect(), block[0].text().collect())
    };
    select(&html, &format!("{under} .places a")).iter().map(place).collect()
}

#[tokio::test]
async fn paragraphs_items_and_citations_lead_to_their_blocks_and_back() {
    let (_app, mut browser) = chair().await;
    let note = "Concept note on words\n\nBackground\n\nA first paragraph that has no number, and cites resolution 2151 (2014) \
        as others do.\n\n1. A second one, which cites S/PRST/2007/3 and says that these are kept:\n\n- words of old;\n\n\
        - words of today.\n\nGuiding questions\n\n(a) How are words kept:\n\n(i) by States;\n\n(ii) by others?\n\n\
        (b) What would it cost to keep them?\n";
    let page = review(&mut browser, note.as_bytes()).await;
    let signs = |under: &str| places(&page, under).into_iter().map(|(sign, _)| sign).collect::<Vec<_>>();
    assert_eq!(signs("#section-0"), ["¶", "1.", "•", "•"]);
    assert_eq!(signs("#section-1"), ["(a)", "(b)"]);
    assert!(places(&page, "#section-0")[3].1.ends_with("words of today."));
    assert_eq!(made_of(&page, "A first"), ("#section-0-text".into(), "¶ Paragraph, section 1".into()));
    assert_eq!(made_of(&page, "A second"), ("#section-0-text".into(), "1. Paragraph 1, section 1".into()));
    assert_eq!(made_of(&page, "words of old"), ("#section-0-text".into(), "- Item, section 1".into()));
    assert_eq!(taken(&page, "A second"), ["Documents cited"]);

    // a question leads to all it was made of, and each block back
    for words in ["by States;", "by others?"] {
        assert_eq!(made_of(&page, words).0, "#question-0-text");
    }
    assert_eq!(taken(&page, "How are words kept"), ["Question (a)"]);
    assert_eq!(taken(&page, "What would it cost"), ["Question (b)"]);
    let quoted = page.texts("#question-0 .place blockquote");
    assert_eq!(quoted, ["(a) How are words kept:", "(i) by States;", "(ii) by others?"]);
    assert_eq!(select(&page.html(), "#question-0 .place > a").len(), 1);

    let cited = page.texts("form > .places a");
    assert_eq!(cited, ["2151 (2014)", "S/PRST/2007/3"]);
    // what was taken out leads nowhere, and nothing leads to it
    let mut sent = form(&page);
    sent.set("references", "2151 (2014)").set("section-0-heading", "").set("section-0-text", "");
    let page = browser.submit(pressed(sent, "relabel")).await;
    assert_eq!(page.texts("form > .places a"), ["2151 (2014)"]);
    assert!(taken(&page, "A second").is_empty());
    assert!(select(&page.html(), ".mark[href='#section-0-text']").is_empty());
}

/// Each field says which section it belongs to.
#[tokio::test]
async fn the_fields_of_a_section_are_named_by_it() {
    let (_app, mut browser) = chair().await;
    let page = review(&mut browser, NOTE).await;
    assert_eq!(page.text("label[for=section-1-heading]"), "Heading of section 2");
    assert_eq!(page.text("label[for=section-1-text]"), "Paragraphs of section 2");
    let legend = page.text("#section-1 fieldset legend");
    assert_eq!(legend, "Section 2 History of security sector reform within the United Nations");
    let mut sent = form(&page);
    sent.set("section-1-heading", &"long ".repeat(200));
    let page = browser.submit(pressed(sent, "create")).await;
    assert!(page.texts(".errors li")[0].starts_with("Heading of section 2:"), "{:?}", page.texts(".errors li"));
}

#[tokio::test]
async fn every_link_leads_somewhere_and_the_note_stands_as_in_the_file() {
    let (_app, mut browser) = chair().await;
    let page = review(&mut browser, NOTE).await;
    let html = page.html();
    for link in select(&html, "main a[href^='#']") {
        let target = link.value().attr("href").unwrap().trim_start_matches('#').to_owned();
        assert_eq!(select(&html, &format!("[id='{target}']")).len(), 1, "{target}");
    }
    assert_eq!(page.texts(".source h3"), ["Head of the document", "Letter", "Concept note"]);
    assert_eq!(taken(&page, "beginning at 8.30 a.m."), ["Presidency", "Beginning", "Time zone of the meeting"]);
    assert_eq!(taken(&page, "Concept note for the Security Council"), ["Title", "Date of the meeting"]);
    assert_eq!(taken(&page, "Guiding questions"), ["Section 7"]);
    assert_eq!(taken(&page, "How can the United Nations best support"), ["Question (a)"]);
    assert_eq!(taken(&page, "In order to guide the discussion"), [""; 0]);
    assert_eq!(page.texts(".contents li").len(), 8);
    assert!(page.texts(".contents li")[1].contains("History of security sector reform within the United Nations 5–6"));
    // each question leads to its own block
    for index in 0..7 {
        let places = select(&html, &format!("#question-{index} .place > a"));
        let block = places[0].value().attr("href").unwrap();
        let words: String = select(&html, &format!("{block} > p:first-child"))[0].text().collect();
        let text = form(&page).value(&format!("question-{index}-text")).unwrap().to_owned();
        assert!(words.contains(&text), "{words}");
        // on a phone the block's words stand at the field
        let quoted = select(&html, &format!("#question-{index} .place blockquote"));
        assert!(words.ends_with(&text) && quoted[0].text().collect::<String>().ends_with(&text));
    }
    let quoted = page.texts("form > .place blockquote");
    assert!(quoted.iter().any(|words| words.contains("beginning at 8.30 a.m.")), "{quoted:?}");
    // places are named, not zones
    let zones = page.texts("#meeting_zone option");
    assert!(zones.contains(&"New York".to_owned()) && !zones.iter().any(|zone| zone.contains('/')), "{zones:?}");
}

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

/// Each button sends to a place that the page which answers has, and that can be focused.
#[tokio::test]
async fn focus_returns_to_where_one_was() {
    let (_app, mut browser) = chair().await;
    let first = review(&mut browser, NOTE).await;
    let targets: Vec<(String, String)> = select(&first.html(), "button[formaction]")
        .iter()
        .map(|button| {
            let target = button.value().attr("formaction").unwrap().split_once('#').unwrap().1.to_owned();
            (button.value().attr("value").unwrap().to_owned(), target)
        })
        .collect();
    assert!(targets.len() > 35, "{}", targets.len());
    for (act, target) in targets {
        let mut sent = form(&first);
        sent.set("question-3-text", "One? Two?");
        if act.starts_with("split-") && act != "split-3" {
            continue;
        }
        let page = browser.submit(pressed(sent, &act)).await;
        let html = page.html();
        let found = select(&html, &format!("[id='{target}']"));
        assert_eq!(found.len(), 1, "{act} leads to {target}");
        let element = found[0].value();
        let focusable = matches!(element.name(), "button" | "textarea" | "select" | "input" | "summary");
        assert!(focusable || element.attr("tabindex") == Some("-1"), "{act} leads to {target}");
    }
}

#[tokio::test]
async fn doubts_lead_to_the_field_they_are_about() {
    let (_app, mut browser) = chair().await;
    let note = b"Open debate on words\n\nA paragraph that is long enough to be one, and asks nothing of anybody.\n";
    let page = review(&mut browser, note).await;
    let html = page.html();
    let links: Vec<_> = select(&html, ".notice li a").iter().map(|link| link.value().attr("href").unwrap()).collect();
    assert_eq!(links, ["#title", "#language", "#questions"]);
    assert!(page.text(".notice").contains("The first line was taken for the title"));
}

#[tokio::test]
async fn a_note_of_five_megabytes_goes_all_the_way() {
    let (app, mut browser) = chair().await;
    let mut note = NOTE.to_vec();
    note.resize(5 * 1024 * 1024, b' ');
    let page = review(&mut browser, &note).await;
    assert_eq!(page.status, 200);
    let mut sent = form(&page);
    // in a script whose letters would be nine characters in a form that is not multipart
    for index in 0..7 {
        sent.set(&format!("question-{index}-text"), &"问".repeat(9_999));
    }
    let page = browser.submit(pressed(sent, "up-1")).await;
    assert_eq!(page.status, 200);
    consultation(&browser.submit(pressed(form(&page), "create")).await);
    let kept: i32 =
        sqlx::query_scalar("select length(source) from consultations").fetch_one(&app.superuser).await.unwrap();
    assert_eq!(usize::try_from(kept).unwrap(), note.len());
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

#[tokio::test]
async fn a_label_that_stands_twice_is_said_and_taken_on_purpose() {
    let (app, mut browser) = chair().await;
    let page = review(&mut browser, NOTE).await;
    assert!(page.texts(".doubt").is_empty() && page.texts(".notice-wait").is_empty());
    let mut sent = form(&page);
    sent.set("question-2-label", " (a)").set("question-0-label", "(a)");
    let page = browser.submit(pressed(sent, "create")).await;
    assert_eq!((page.status.as_u16(), count(&app, "consultations").await), (422, 0));
    assert!(page.text(".notice-wait").contains("Two questions have the same label."));
    assert!(page.text(".notice-wait").contains("Nothing has been created yet."));
    assert_eq!(select(&page.html(), ".notice-wait li a[href='#question-2-label']").len(), 1);
    for index in [0, 2] {
        let doubt = page.text(&format!("#question-{index}-label-doubt"));
        assert_eq!(doubt, "Another question has this label too.");
        let described = format!("#question-{index}-label[aria-describedby~='question-{index}-label-doubt']");
        assert_eq!(select(&page.html(), &described).len(), 1);
    }
    assert_eq!(page.texts(".doubt").len(), 2);

    // another one meanwhile is said too; what is shown again is not asked twice
    let mut sent = form(&page);
    sent.set("question-3-label", "").set("question-4-label", "(d)");
    let page = browser.submit(pressed(sent, "create")).await;
    assert_eq!((page.status.as_u16(), page.texts(".doubt").len()), (422, 4), "a label left empty is (d)");
    let page = browser.submit(pressed(form(&page), "show")).await;
    assert_eq!((page.status.as_u16(), page.texts(".doubt").len()), (200, 4));
    assert!(!page.text(".notice-wait").contains("Nothing has been created yet."));
    let id = consultation(&browser.submit(pressed(form(&page), "create")).await);

    // where the questions are corrected later, it is said as well
    let page = browser.get(&r::questions(id)).await;
    assert_eq!(page.texts(".doubt").len(), 4);
}

#[tokio::test]
async fn labels_that_the_note_repeats_are_said_as_they_are_now() {
    let (app, mut browser) = chair().await;
    let note = "Concept note for an open debate on words\n\nGuiding questions\n\nOn keeping\n\n(a) How are words kept?\n\n\
        (b) Who keeps them?\n\nOn reading\n\n(a) Who reads the words?\n\n(b) When are they read?\n";
    let page = review(&mut browser, note.as_bytes()).await;
    assert_eq!(column(&page, "label"), ["(a)", "(b)", "(a)", "(b)"]);
    let said = |page: &Page| page.text(".notice-wait").contains("Two questions have the same label.");
    assert!(said(&page) && page.texts("fieldset .doubt").len() == 4);
    // it was said: the clusters may keep their letters
    let mut sent = form(&page);
    sent.set("presidency", "ZAF");
    consultation(&browser.submit(pressed(sent, "create")).await);
    assert_eq!(count(&app, "questions").await, 4);
    let page = browser.submit(pressed(form(&page), "relabel")).await;
    assert!(!said(&page) && page.texts("fieldset .doubt").is_empty());
}

#[tokio::test]
async fn what_is_doubtful_stands_beside_its_field() {
    let (_app, mut browser) = chair().await;
    let note = String::from_utf8_lossy(NOTE).replace("South Africa", "Ireland").replace(" (New York time)", "");
    let page = review(&mut browser, note.as_bytes()).await;
    assert_eq!(
        page.text("#presidency-doubt"),
        "The note names as presidency a State for which you do not preside: Ireland."
    );
    assert!(page.text("#meeting_zone-doubt").contains("that of the seat was taken"));
    for field in ["presidency", "meeting_zone"] {
        let described = format!("#{field}[aria-describedby~='{field}-doubt']");
        assert_eq!(select(&page.html(), &described).len(), 1, "{field}");
    }
    assert!(page.text(".notice-wait").contains("Ireland"), "and in the list above");
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
