//! Where the parts of documents stand.

use super::super::blocks::blocks;
use super::*;

#[test]
fn what_asks_for_views_is_no_title() {
    let letter = "Excellency,\n\nI write as facilitator of the review.\n\nI would welcome your views on the \
        following:\n\na) the ropes;\n\nb) the quays.\n";
    let outline = outline(&blocks(&super::super::lines::lines(letter)));
    assert_eq!((outline.title, outline.body), (None, 1..5));
}

#[test]
fn what_introduces_a_list_is_no_second_line_of_the_title() {
    let read = |below: &str| outline(&blocks(&super::super::lines::lines(&format!("Concept note\n\n{below}")))).title;
    assert_eq!(read("Speakers may focus on:\n\n1. ropes;\n\n2. quays.\n").as_deref(), Some("Concept note"));
    assert_eq!(read("Ropes and quays\n\nQuays are old.\n").as_deref(), Some("Concept note: Ropes and quays"));
}

#[test]
fn what_is_set_as_the_headings_below_is_no_second_line_of_the_title() {
    let set = |level: u8, text: &str| Line { level, gap: level > 0, whole: true, ..Line::of(text) };
    let text = set(0, "Ferries are older than bridges, and in many places they are the only way across.");
    let title = |under: u8| {
        let lines = [set(1, "Concept note"), set(under, "Ferries"), text.clone(), set(2, "Bridges"), text.clone()];
        outline(&blocks(&lines)).title
    };
    assert_eq!(title(2).as_deref(), Some("Concept note"));
    assert_eq!(title(1).as_deref(), Some("Concept note: Ferries"));
}

#[test]
fn a_table_of_facts_above_the_title_is_no_title() {
    let fact = |text: &str| Line { fact: true, whole: true, ..Line::of(text) };
    let title = Line { level: 1, gap: true, whole: true, ..Line::of("Note by the secretariat: those who repair") };
    let text = Line { whole: true, ..Line::of("Repair is a trade without statistics, and it always was.") };
    let blocks = blocks(&[fact("Sitting"), fact("Half a day"), fact("Date"), fact("4 May 2027"), title, text]);
    let outline = outline(&blocks);
    assert_eq!(outline.title.as_deref(), Some("Note by the secretariat: those who repair"));
    assert_eq!(outline.body, 5..6);
}

#[test]
fn a_line_under_the_title_that_names_who_wrote_the_note_is_no_title() {
    let set = |level: u8, text: &str| Line { level, gap: level > 0, whole: true, ..Line::of(text) };
    let text = "Ferries are older than bridges, and in many places they are the only way across.";
    let lines = |under: u8| {
        let byline = set(0, "Concept note prepared by the secretariat");
        vec![
            set(1, "A day on ferries"),
            byline,
            set(under, "A. Background"),
            set(0, text),
            set(under, "B. Rivers"),
            set(0, text),
        ]
    };
    let title = |under: u8| outline(&blocks(&lines(under))).title;
    assert_eq!(title(2).as_deref(), Some("A day on ferries"));
    assert_eq!(title(1).as_deref(), Some("Concept note prepared by the secretariat"));
    let mut sentence = lines(1);
    sentence[1] = set(0, "Concept note prepared by the secretariat for those who take part.");
    assert_eq!(outline(&blocks(&sentence)).title.as_deref(), Some("A day on ferries"));
}
