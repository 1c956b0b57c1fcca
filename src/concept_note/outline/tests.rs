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
    assert_eq!(title(1).as_deref(), Some("A day on ferries"));
    let mut sentence = lines(1);
    sentence[1] = set(0, "Concept note prepared by the secretariat for those who take part.");
    assert_eq!(outline(&blocks(&sentence)).title.as_deref(), Some("A day on ferries"));
}

/// The title of a note whose lines, with their levels, stand over a heading and a text.
fn title_of(head: &[(u8, &str)]) -> Option<String> {
    let text = "Ferries are older than bridges, and in many places they are the only way across.";
    let set = |(level, text): &(u8, &str)| Line { level: *level, gap: true, whole: true, ..Line::of(text) };
    let lines: Vec<Line> = head.iter().chain(&[(0, "Background"), (0, text)]).map(set).collect();
    outline(&blocks(&lines)).title
}

#[test]
fn the_lines_under_the_name_of_a_note_are_its_title_as_far_as_its_facts() {
    for (below, expected) in [
        (
            &["Meeting of the Council", "Ferries and bridges", "3 May 2031, 10 a.m."][..],
            "Meeting of the Council: Ferries and bridges",
        ),
        (&["Meeting of the Council", "“Ferries and bridges”"], "Meeting of the Council: “Ferries and bridges”"),
        (
            &["meeting of the Council", "on the theme", "“Ferries”", "Date: 3 May 2031"],
            "meeting of the Council on the theme: “Ferries”",
        ),
        (&["Ferries and bridges", "Permanent Mission of Norway", "Venue: Hall 3"], "Ferries and bridges"),
        (&["Ferries and bridges", "Why we meet"], "Ferries and bridges: Why we meet"),
    ] {
        let mut head = vec![(0, "Concept note")];
        head.extend(below.iter().map(|line| (0, *line)));
        let mark = if expected.starts_with(char::is_lowercase) { "" } else { ":" };
        assert_eq!(title_of(&head), Some(format!("Concept note{mark} {expected}")), "{below:?}");
    }
}

#[test]
fn a_note_that_does_not_say_what_it_is_about_does_so_above_its_name() {
    for name in [
        "Concept note and programme",
        "Concept note (as of 3 May 2031)",
        "Chair's concept note",
        "Concept note by the Chair",
    ] {
        let title = title_of(&[(0, "Ferries and bridges"), (0, name), (0, "Date: 4 June 2031")]).unwrap_or_default();
        assert!(title.starts_with("Ferries and bridges"), "{name}: {title}");
        assert!(!title.contains("2031"), "{title}");
    }
    let set = [(1, "Ferries and bridges"), (2, "Concept note for the meeting"), (0, "Date: 4 June 2031")];
    assert_eq!(title_of(&set).as_deref(), Some("Ferries and bridges: Concept note for the meeting"));
    let body = [
        (0, "COMMISSION ON RIVERS"),
        (0, "Ferries and rivers unit"),
        (0, "Meeting of those who row"),
        (0, "Oslo, 4 June 2031"),
    ];
    assert_eq!(title_of(&body).as_deref(), Some("Meeting of those who row"));
    assert_eq!(title_of(&body[1..3]).as_deref(), Some("Ferries and rivers unit"));
}

#[test]
fn what_calls_itself_a_questionnaire_or_a_call_is_the_title_below_who_sends_it() {
    for (head, expected) in [
        (
            &[
                "INTERNATIONAL LABOUR ORGANIZATION",
                "Department of Rivers",
                "Questionnaire on ferries",
                "(Oslo, 4 June 2031)",
            ][..],
            "Questionnaire on ferries",
        ),
        (
            &["Special procedures", "Call for input: ferries and those who row", "Deadline: 3 May 2031"],
            "Call for input: ferries and those who row",
        ),
        (
            &["Special procedures", "Call for input", "Ferries and those who row"],
            "Call for input: Ferries and those who row",
        ),
        (&["Unit for rivers", "Ref.", "R/12", "Questionnaire on ferries"], "Questionnaire on ferries"),
        (
            &["Circular letter R/12", "Geneva, 3 May 2031", "Subject: Ferries and bridges", "Excellencies,"],
            "Ferries and bridges",
        ),
        (&["CONCEPT NOTE", "Chair: Norway", "Venue: Hall 3"], "CONCEPT NOTE"),
        (&["亚洲及太平洋经济社会委员会", "渡船状况调查"], "渡船状况调查"),
        (&["United Nations Environment Programme", "Ferries and bridges"], "Ferries and bridges"),
        (
            &["FERRIES AND BRIDGES", "Concept note for the side event", "4 June 2031"],
            "FERRIES AND BRIDGES: Concept note for the side event",
        ),
        (&["*** CONCEPT NOTE ***", "Ferries and bridges"], "*** CONCEPT NOTE ***: Ferries and bridges"),
    ] {
        let head: Vec<(u8, &str)> = head.iter().map(|line| (0, *line)).collect();
        assert_eq!(title_of(&head).as_deref(), Some(expected), "{head:?}");
    }
    let page =
        [(0, "Home | Themes | Questions?"), (1, "Ferries and bridges"), (0, "Published on 3 May 2031 by the port")];
    assert_eq!(title_of(&page).as_deref(), Some("Ferries and bridges"));
    let told = [(0, "Concept note"), (0, "Ferries"), (0, "The debate will be held in Oslo on 4 June 2031 at 3 p.m.")];
    assert_eq!(title_of(&told).as_deref(), Some("Concept note: Ferries"));
    let timed = [
        (1, "Discussion paper: ferries"),
        (0, "Round table, 4 June 2031, 3 p.m., Conference Room 4"),
        (2, "Background"),
    ];
    assert_eq!(title_of(&timed).as_deref(), Some("Discussion paper: ferries"));
}

#[test]
fn a_theme_among_the_facts_and_one_that_asks_are_of_the_title() {
    for (head, expected) in [
        (
            &["Concept note", "Open debate of the Council", "Oslo, 4 June 2031", "Theme: Ferries and peace"][..],
            "Concept note: Open debate of the Council: Ferries and peace",
        ),
        (
            &["Concept note", "Ferries and peace: which way?", "4 June 2031"],
            "Concept note: Ferries and peace: which way?",
        ),
        (
            &["Arria-formula meeting concept paper", "Ferries and peace", "Date: 4 June 2031"],
            "Arria-formula meeting concept paper: Ferries and peace",
        ),
        (&["Ferries and peace", "Concept note for a briefing, 4 June 2031 at 3 p.m."], "Ferries and peace"),
        (
            &["Ferries and peace", "Oslo, 4 June 2031", "Permanent Mission of Malta", "Concept note"],
            "Ferries and peace: Concept note",
        ),
        (&["Presidency of Malta, June 2031", "Ferries and peace", "Concept note"], "Ferries and peace: Concept note"),
        (
            &["Concept note", "Ferries and peace: which way?", "Meeting of those who row", "4 June 2031"],
            "Concept note: Ferries and peace: which way? Meeting of those who row",
        ),
    ] {
        let head: Vec<_> = head.iter().map(|line| (0, *line)).collect();
        assert_eq!(title_of(&head).as_deref(), Some(expected), "{head:?}");
    }
}

#[test]
fn each_line_of_the_title_is_of_it() {
    let lines = ["Concept note", "Ferries and bridges", "4 June 2031", "Background", "Ferries are older than bridges."];
    let lines: Vec<Line> = lines.map(|text| Line { gap: true, whole: true, ..Line::of(text) }).into();
    let blocks = blocks(&lines);
    assert_eq!(outline(&blocks).title_blocks(&blocks), [0, 1]);
    assert!(Outline::default().title_blocks(&blocks).is_empty());
}
