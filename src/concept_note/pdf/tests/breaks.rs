//! Paragraphs and footnotes that a page tears apart.

use super::*;

/// Rows of a page from its head down, a word and how far in it stands for each.
fn rows(y: u32, rows: &[&str]) -> String {
    let words: Vec<_> = (0..).zip(rows).map(|(at, text)| (50, y + at * 14, 11, *text)).collect();
    set(&words)
}

/// Rows that fill a page but for what follows.
const FILLED: [&str; 4] = [
    "1. A first paragraph of a text is set in rows that are nearly all as",
    "long as the page is wide, and it goes on with another row as long as",
    "that, so that whoever looks at the page can see where the rows do end",
    "when they are full.",
];

#[test]
fn a_paragraph_whose_sentence_ends_with_the_page_goes_on() {
    let second = [
        "2. Another paragraph begins here and is not at its end where the row",
        "is: it goes on over the foot of the page, full as its last row is.",
    ];
    let first = format!("{}\n{}", rows(80, &FILLED), rows(150, &second));
    let read = |next: &[&str]| texts(&pages(&[first.clone(), rows(80, next)], &[]));
    let rest = ["What comes at the head of the next page belongs to it, for it has no", "number."];
    assert_eq!(read(&rest).len(), 2);
    // but what has a number, stands further in or is no sentence begins anew
    assert_eq!(read(&["3. What comes at the head has a number, as all paragraphs here have,", "so."]).len(), 3);
    let indented = set(&[(70, 80, 11, "What comes at the head stands further in than the other rows and")]);
    assert_eq!(texts(&pages(&[first.clone(), format!("{indented}\n{}", rows(94, &["ends."]))], &[])).len(), 3);
    assert_eq!(read(&["The questions of the meeting"]).len(), 3);
}

#[test]
fn a_paragraph_that_ends_with_the_page_is_none_with_the_next() {
    let rest = ["What comes at the head of the next page is a paragraph of its own, as", "others are."];
    let read = |last: &[&str], y: u32| {
        let first = format!("{}\n{}", rows(80, &FILLED), rows(y, last));
        texts(&pages(&[first, rows(80, &[&rest[..], &[""; 40], &FILLED].concat())], &[])).len()
    };
    let (short, full) = ("is short.", "is: it does not go on over the foot, though its row is just as full.");
    let begin = "2. Another paragraph begins here and is at its end where its last row";
    assert_eq!(read(&[begin, short], 690), 4, "not full");
    assert_eq!(read(&[begin, full], 690), 3, "full");
    assert_eq!(read(&[begin, full], 150), 4, "far above the foot");
    assert_eq!(read(&[begin, full], 662), 4, "another row would have had room");
    assert_eq!(read(&[begin, "is: does it not go on over the foot, though its row is just as full?"], 690), 4);
}

#[test]
fn a_line_on_a_page_that_is_not_filled_does_not_go_on() {
    let first = format!("{}\n{}", rows(80, &FILLED), set(&[(380, 180, 11, "(Signed) A. Representative")]));
    let second = rows(80, &[&["Annex to the letter"][..], &[""; 40], &FILLED].concat());
    let read = texts(&pages(&[first, second], &[]));
    assert!(read.iter().any(|line| line == "Annex to the letter"), "{read:?}");
}

#[test]
fn rows_of_a_signature_stand_further_apart_than_those_of_a_text() {
    let mut words = vec![
        (50, 80, 11, "We inform you that our country will hold a debate in the chamber on a"),
        (50, 95, 11, "day in May of this year."),
    ];
    words.extend((0..11).map(|at| (50, 116 + at * 21, 11, "We would be grateful.")));
    words.extend([(380, 347, 11, "The Representative"), (360, 368, 11, "A. Name \\(signed\\)")]);
    let read = texts(&pages(&[set(&words)], &[]));
    assert_eq!(read[12..], ["The Representative", "A. Name (signed)"]);
}

#[test]
fn justified_text_ends_at_the_edge() {
    let even = "this is a row of a justified text that ends at its right edge, as all";
    let rest = ["What comes at the head of the next page is set as the others are, and", "ends."];
    let count = |last: &str| {
        let first = [&[even; 8][..], &[last]].concat();
        texts(&pages(&[rows(80, &first), rows(80, &rest)], &[])).len()
    };
    assert_eq!(count("do, but this is a row that leaves a little room, and it ends now."), 2);
    assert_eq!(count("do, and this is a row whose last word leaves no room, and ends now."), 2);
    assert_eq!(count("do, and this is a row whose last word leaves no room, and so it ends."), 1);
}

#[test]
fn all_footnotes_of_a_page_are_apart() {
    let marked = "BT /F 7 Tf 130 725 Td (3) Tj /F 11 Tf 5 -5 Td ( met,) Tj /F 7 Tf 40 5 Td (4) Tj /F 11 Tf 5 -5 Td ( and more.) Tj ET";
    let text = format!("{}\n{marked}", rows(80, &["The Council"]));
    // of the size of the text
    let notes = set(&[(50, 600, 11, "3 A/70/1."), (50, 630, 11, "4 Ibid., para. 12.")]);
    let lines = read_lines(&pages(&[format!("{text}\n{notes}")], &[])).unwrap();
    assert_eq!(lines.len(), 1);
    assert_eq!(lines[0].notes, "A/70/1.\nIbid., para. 12.\n");
    // on the page after the one whose text leads to them
    let next = format!("{}\n{notes}", rows(80, &["It met again."]));
    let read = read_lines(&pages(&[text, next], &[])).unwrap();
    let notes = |at: usize| read[at].notes.as_str();
    assert!(read.len() == 2 && !read[1].text.contains("A/70/1"), "{read:?}");
    assert_eq!([notes(0), notes(1)], ["A/70/1.\nIbid., para. 12.\n", ""]);
}

#[test]
fn each_footnote_is_said_of_the_paragraph_that_leads_to_it() {
    let marked = |y: u32, mark: &str| {
        let text = (0..4).map(|at| (50, y + at * 14, 11, "It is a row of a text that is as wide as others are, here"));
        let row = format!("BT /F 11 Tf 50 {} Td (and it ends) Tj /F 7 Tf 73 5 Td ({mark}) Tj ET", 800 - y - 56);
        format!("{}\n{row}", set(&text.collect::<Vec<_>>()))
    };
    let raised = |y: u32, mark: &str, text: &str| {
        format!("BT /F 5 Tf 50 {} Td ({mark}) Tj /F 8 Tf 4 -3 Td ({text}) Tj ET", 803 - y)
    };
    let page = |signs: [&str; 2], said: [&str; 3]| {
        let notes = [raised(700, signs[0], said[0]), set(&[(54, 710, 8, said[1])]), raised(720, signs[1], said[2])];
        format!("{}\n{}\n{}", marked(80, signs[0]), marked(200, signs[1]), notes.join("\n"))
    };
    let pages = pages(
        &[
            page(["1", "2"], ["The first says", "so, and at length.", "The second, A/70/2."]),
            page(["3", "*"], ["Number three:", "no more.", "Of the star."]),
            page(["*", "5"], ["Another", "star\\'s.", "At last."]),
            page(["iv", "v"], ["Roman", "numbers.", "One more."]),
        ],
        &[],
    );
    let read = read_lines(&pages).unwrap();
    let notes: Vec<_> = read.iter().map(|line| line.notes.as_str()).collect();
    let said = ["The first says so, and at length.\n", "The second, A/70/2.\n", "Number three: no more.\n"];
    assert_eq!(notes[..3], said, "{read:?}");
    assert_eq!(notes[3..6], ["Of the star.\n", "Another star's.\n", "At last.\n"], "{read:?}");
    assert_eq!(notes[6..], ["Roman numbers.\n", "One more.\n"], "{read:?}");
}

#[test]
fn footnotes_stand_below_a_column_or_below_both() {
    let column = |x: u32, word: &str| -> Vec<_> {
        let text = format!("{word} words that fill their column well");
        (0..12).map(|at| (x, 80 + 14 * at, 10, text.clone())).collect()
    };
    let mut words = [column(50, "left"), column(320, "right")].concat();
    words.push((50, 260, 8, "1 See A/70/1.".to_owned()));
    words.push((
        50,
        300,
        8,
        "2 A note that is as wide as the page, below the two columns of it, as some are.".to_owned(),
    ));
    words.push((50, 310, 8, "3 See A/70/3.".to_owned()));
    let words: Vec<_> = words.iter().map(|(x, y, size, text)| (*x, *y, *size, text.as_str())).collect();
    let lines = read_lines(&pages(&[set(&words)], &[])).unwrap();
    let text: String = lines.iter().map(|line| line.text.as_str()).collect();
    assert!(!text.contains("A/70") && !text.contains("A note"), "{text}");
}

#[test]
fn a_footnote_may_go_on_at_the_foot_of_the_next_page() {
    let note = |y: u32, rows: &[&str]| {
        let words: Vec<_> = (0..).zip(rows).map(|(at, text)| (50, y + at * 10, 8, *text)).collect();
        set(&words)
    };
    let first =
        format!("{}\n{}", rows(80, &FILLED), note(700, &["1 A note that says very much about what is cited in"]));
    let second = format!("{}\n{}", rows(80, &FILLED), note(690, &["document A/70/1 and elsewhere.", "2 See A/70/2."]));
    let lines = read_lines(&pages(&[first, second], &[])).unwrap();
    let text: String = lines.iter().map(|line| line.text.as_str()).collect();
    assert!(!text.contains("A/70"), "{text}");
    let notes: String = lines.iter().map(|line| line.notes.as_str()).collect();
    assert!(notes.contains("A/70/1") && notes.contains("A/70/2"), "{notes}");
}

#[test]
fn a_numbered_list_in_small_type_is_no_footnote() {
    let list = set(&[(50, 600, 8, "1. Who keeps the lamps?"), (50, 612, 8, "2. Who pays for the oil?")]);
    let read = texts(&pages(&[format!("{}\n{list}", rows(80, &FILLED))], &[])).join("|");
    assert!(read.contains("Who keeps") && read.contains("Who pays"), "{read}");
}

#[test]
fn a_row_of_a_footnote_that_begins_with_a_figure_keeps_it() {
    let text = (0..4).map(|at| (50, 80 + at * 14, 11, "It is a row of a text that is as wide as others are, here"));
    let ends = "BT /F 11 Tf 50 664 Td (and it ends) Tj /F 7 Tf 90 5 Td (1, 2) Tj ET";
    let raised = |y: u32, mark: &str, text: &str| {
        format!("BT /F 5 Tf 50 {} Td ({mark}) Tj /F 8 Tf 4 -3 Td ({text}) Tj ET", 803 - y)
    };
    let notes =
        [raised(700, "1", "met on"), set(&[(54, 710, 8, "2 May in Rome.")]), raised(720, "2", "https://x.example.")];
    let page = format!("{}\n{ends}\n{}", set(&text.collect::<Vec<_>>()), notes.join("\n"));
    let read = read_lines(&pages(&[page], &[])).unwrap();
    assert_eq!(
        read.iter().map(|line| line.notes.as_str()).collect::<String>(),
        "met on 2 May in Rome.\nhttps://x.example.\n"
    );
}
