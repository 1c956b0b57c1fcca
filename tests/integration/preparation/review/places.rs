//! Each thing understood is linked to its place in the note and back; what is doubtful stands beside its field.

use super::{form, made_of, places, select, taken};
use crate::preparation::{NOTE, chair, consultation, pressed, review};

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
        let words: String = select(&html, &format!("{block} > p:not(.back)"))[0].text().collect();
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
    assert_eq!(links, ["#title", "#language", "#questions", "#presidency"]);
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

/// A chair's own State stands there whoever wrote the note, so the page says that the note did not.
#[tokio::test]
async fn a_presidency_that_the_note_does_not_name_is_said_to_be_the_chairs_own() {
    let (_app, mut browser) = chair().await;
    let note =
        "Concept note on words\n\nGuiding questions\n\n(a) How are the words kept?\n\n(b) Who is to keep them?\n";
    let page = review(&mut browser, note.as_bytes()).await;
    assert_eq!(form(&page).value("presidency"), Some("ZAF"));
    assert_eq!(
        page.text("#presidency-doubt"),
        "The note does not say who presides; the State for which you preside was filled in: South Africa."
    );
    assert!(select(&review(&mut browser, NOTE).await.html(), "#presidency-doubt").is_empty());
}

/// Without a script a fold cannot stay as it was; one that holds a correction does.
#[tokio::test]
async fn a_section_that_was_corrected_stays_open() {
    let (_app, mut browser) = chair().await;
    let page = review(&mut browser, NOTE).await;
    assert!(select(&page.html(), ".correct[open]").is_empty());
    let mut sent = form(&page);
    sent.set("section-1-heading", "How it began");
    let page = browser.submit(pressed(sent, "down-0")).await;
    assert_eq!(select(&page.html(), ".correct[open]").len(), 1);
    assert_eq!(select(&page.html(), "#section-1 .correct[open]").len(), 1);
}
