//! What stands on a page beside its text or under it.

use super::*;

fn rows(x: u32, y: u32, rows: &[&str]) -> Vec<(u32, u32, u32, String)> {
    (0..).zip(rows).map(|(at, text)| (x, y + at * 14, 10, (*text).to_owned())).collect()
}

fn placed(words: &[(u32, u32, u32, String)]) -> String {
    set(&words.iter().map(|(x, y, size, text)| (*x, *y, *size, text.as_str())).collect::<Vec<_>>())
}

#[test]
fn a_large_heading_in_one_column_does_not_mix_the_rows_of_the_other() {
    let mut words = rows(50, 80, &["left words that fill their column well"; 12]);
    words.extend(rows(320, 87, &["right words that fill their column too"; 5]));
    words.push((320, 159, 15, "A heading".to_owned()));
    words.extend(rows(320, 178, &["right words that fill their column too"; 5]));
    let read = texts(&pages(&[placed(&words)], &[])).join(" ");
    assert_eq!(read.matches("left words that fill their column well").count(), 12, "{read}");
    assert!(read.contains("A heading"));
}

#[test]
fn a_large_name_beside_two_lines_does_not_mix_them() {
    let masthead = [
        (50, 100, 18, "Security Council".to_owned()),
        (300, 93, 10, "Distr.: General".to_owned()),
        (300, 105, 10, "4 March 2026".to_owned()),
        (300, 133, 10, "Original: English".to_owned()),
    ];
    let words =
        [&masthead[..], &rows(50, 160, &["The text of a note is as long as the text of any other."; 4])].concat();
    let read = texts(&pages(&[placed(&words)], &[])).join("|");
    for line in ["Distr.: General", "4 March 2026", "Original: English"] {
        assert!(read.contains(line), "{line}: {read}");
    }
}

#[test]
fn a_word_in_large_letters_under_the_text_is_none_of_it() {
    let mut words = rows(50, 80, &["The text of a draft is as good as any other text that is printed."; 8]);
    words.push((100, 140, 90, "DRAFT".to_owned()));
    let read = texts(&pages(&[placed(&words)], &[])).join(" ");
    assert_eq!(read.matches("The text of a draft is as good as any other").count(), 8, "{read}");
    assert!(!read.contains('D'), "{read}");
    // but a title in such letters is
    let mut words = rows(50, 200, &["The text of a draft is as good as any other text that is printed."; 8]);
    words.push((100, 140, 90, "DRAFT".to_owned()));
    assert_eq!(texts(&pages(&[placed(&words)], &[]))[0], "DRAFT");
}

#[test]
fn a_row_of_the_text_may_be_the_same_on_two_pages() {
    let page = |first: &str| {
        let text =
            ["Member States may wish to consider the role of many", first, "and others are named in the report."];
        // be it one that stands in
        placed(&[rows(70, 80, &text[..1]), rows(50, 94, &text[1..])].concat())
    };
    let read = texts(&pages(&[page("ships of one harbour,"), page("ships of all harbours,")], &[])).join(" ");
    assert_eq!(read.matches("Member States may wish").count(), 2, "{read}");
}

#[test]
fn a_symbol_that_stands_further_out_than_the_text_makes_no_row_short() {
    let mut words = rows(
        50,
        80,
        &[
            "1. A paragraph of some rows that are long, as those of a text are:",
            "an edge that nothing but a symbol stands beyond is the one that",
            "Paragraphs with a name at the head of a row are broken at.",
        ],
    );
    words.extend((0..5).map(|at| (50, 150 + at * 28, 10, "A short one.".to_owned())));
    words.push((530, 30, 8, "S/2031/417".to_owned()));
    let read = texts(&pages(&[placed(&words)], &[]));
    assert!(
        read.iter()
            .any(|line| line.ends_with("is the one that Paragraphs with a name at the head of a row are broken at.")),
        "{read:?}"
    );
}

#[test]
fn paragraphs_whose_first_rows_stand_in_are_told_apart() {
    let words = [
        (70, 80, "A paragraph of one row that stands in and is full, as it seems."),
        (70, 94, "Another one begins below it and stands in as far as that, but it"),
        (50, 108, "has a second row, and that one does not stand in as the first one"),
        (50, 122, "does."),
    ];
    let words = words.map(|(x, y, text)| (x, y, 10, text));
    assert_eq!(texts(&pages(&[set(&words)], &[])).len(), 2);
}

#[test]
fn columns_whose_rows_do_not_stand_on_the_same_lines_are_columns() {
    let mut words = rows(50, 80, &["left words that fill their column well"; 12]);
    words.extend(rows(320, 86, &["right words that fill their column too"; 12]));
    let read = texts(&pages(&[placed(&words)], &[])).join(" ");
    assert!(read.rfind("left").unwrap() < read.find("right").unwrap(), "{read}");
}

#[test]
fn a_head_over_one_of_two_columns_is_in_neither() {
    let mut words = rows(50, 80, &["left words that fill their column well"; 12]);
    words.extend(rows(320, 80, &["right words that fill their column too"; 12]));
    words.push((450, 30, 8, "S/2031/417".to_owned()));
    let read = texts(&pages(&[placed(&words)], &[]));
    assert_eq!(read[0], "S/2031/417");
    assert!(read[1].contains("well right words"), "{read:?}");
}

#[test]
fn numbers_of_lines_in_the_margin_are_no_text() {
    let text = ["The text of a draft is as good as any other text that is printed and"; 12];
    let mut words = rows(70, 80, &text);
    words.extend([(4, "5"), (9, "10")].map(|(row, number)| (50, 80 + row * 14, 8, number.to_owned())));
    let second: Vec<_> = [(2, "15"), (7, "20")].map(|(row, number)| (46, 80 + row * 14, 8, number.to_owned())).into();
    let read = texts(&pages(&[placed(&words), placed(&[rows(70, 80, &text), second].concat())], &[]));
    assert!(!read.join(" ").contains(char::is_numeric), "{read:?}");
    let mut words = rows(70, 80, &["the text of a draft is as good as any other text that is printed and"; 12]);
    words.extend((0..12).map(|row| (50, 80 + row * 14, 8, (row + 1).to_string())));
    let read = texts(&pages(&[placed(&words)], &[])).join(" ");
    assert!(!read.contains(char::is_numeric), "{read:?}");
    // but the numbers of questions are
    let questions: Vec<String> = (1..=12).map(|at| format!("{at}   Who keeps the lamps of harbour {at}?")).collect();
    let questions: Vec<&str> = questions.iter().map(String::as_str).collect();
    let read = texts(&pages(&[placed(&rows(50, 80, &questions))], &[])).join(" ");
    assert!(read.replace('\t', " ").contains("5 Who keeps"), "{read}");
}

#[test]
fn a_row_with_a_larger_word_stands_lower_and_goes_on() {
    let mut words = rows(50, 80, &["The rows of this text are as long as can be and go on to the next"; 6]);
    // the row below makes room for its figures
    words.push((50, 164, 10, "one, which is the last of them and has a word in a larger size, as".to_owned()));
    words.push((50, 182, 13, "75/201".to_owned()));
    words.push((100, 182, 10, "shows all.".to_owned()));
    let read = texts(&pages(&[placed(&words)], &[]));
    assert_eq!(read.len(), 1, "{read:?}");
}

#[test]
fn a_small_list_that_the_text_introduces_is_no_footnote() {
    let mut words = rows(50, 80, &["The rows of this text are as long as can be and go on to the next"; 6]);
    words.push((50, 164, 10, "one. Many asked:".to_owned()));
    let list = ["1 How can it be mended?", "2 Who pays?"];
    words.extend((0..).zip(list).map(|(at, text)| (50, 186 + at * 18, 8, text.to_owned())));
    assert_eq!(texts(&pages(&[placed(&words)], &[]))[1..], list);
    // but what a sign leads to is
    let raised = "BT /F 6 Tf 150 640 Td (1) Tj ET";
    let read = texts(&pages(&[format!("{}\n{raised}", placed(&words))], &[]));
    assert!(!read.iter().any(|line| line.contains("Who pays")), "{read:?}");
}

#[test]
fn lines_none_of_which_goes_on_are_paragraphs_each() {
    let lines = |entries: [&str; 3]| {
        let mut words = rows(50, 80, &["Concept note on words", "Introduction", "Words were first kept in 2013."]);
        words.extend(rows(50, 122, &["Guiding questions", entries[0], entries[1], entries[2]]));
        words.extend(rows(50, 178, &["Format of the meeting", "The meeting will be open to all."]));
        texts(&pages(&[placed(&words)], &[]))
    };
    for entries in [
        ["Who keeps the words that are said?", "How can the words of all be kept by them?", "Who pays for those?"],
        ["1. Who keeps the words that are said?", "2. How can they be kept?", "3. Lasting funds under Article 17 (2)"],
    ] {
        let read = lines(entries);
        assert_eq!(read.len(), 9, "{read:?}");
    }
}

#[test]
fn the_name_in_a_row_of_a_table_is_apart_from_its_text() {
    let row = |y: u32, label: &str, name: &str, text: &str| {
        [(50, y, 10, label.to_owned()), (80, y, 10, name.to_owned()), (200, y, 10, text.to_owned())]
    };
    let words = [row(100, "1", "Rules", "Which of them are known?"), row(120, "2", "Costs", "Who bears them?")];
    let read = texts(&pages(&[placed(&words.concat())], &[]));
    assert_eq!(read, ["1\tRules", "Which of them are known?", "2\tCosts", "Who bears them?"]);
    // one row is no table
    assert_eq!(texts(&pages(&[placed(&words[0])], &[])), ["1\tRules Which of them are known?"]);
}

#[test]
fn a_small_head_far_above_the_title_of_the_only_page_is_no_text() {
    let read = |head: &str, title: u32| {
        let mut words = rows(50, 130, &["The rows of this text are as long as can be and go on to the next"; 6]);
        words.push((400, 20, 8, head.to_owned()));
        words.push((50, 100, title, "On lamps of harbours".to_owned()));
        texts(&pages(&[placed(&words)], &[]))[0].clone()
    };
    assert_eq!(read("Draft note of 3 May", 20), "On lamps of harbours");
    // but what says whose a document is stays, and what stands above a text without a title
    for (head, title) in
        [("S/2031/417", 20), ("Permanent Mission of Malta", 20), ("Security Council", 20), ("Lamps", 10)]
    {
        assert_eq!(read(head, title), head);
    }
}

#[test]
fn columns_go_on_with_a_page_that_has_few_rows_in_them() {
    let mut words = rows(50, 80, &["left words that fill their column well"; 12]);
    words.extend(rows(320, 80, &["right words that fill their column too"; 12]));
    let read = |x: u32| {
        let mut last = rows(50, 80, &["3. What do lamps of harbours need, and", "what do they cost?"]);
        last.extend(rows(x, 80, &["Format"]));
        last.extend(rows(x, 102, &["The debate is open."]));
        last.push((250, 770, 8, "A foot of the whole page".to_owned()));
        texts(&pages(&[placed(&words), placed(&last)], &[]))
    };
    let read_on = read(320);
    assert!(read_on.contains(&"3. What do lamps of harbours need, and what do they cost?".to_owned()), "{read_on:?}");
    assert!(read_on.contains(&"Format".to_owned()), "{read_on:?}");
    // but what begins where no column did is beside the row
    assert!(!read(400).contains(&"Format".to_owned()));
}

#[test]
fn each_cell_of_a_table_with_labels_is_read_before_the_next() {
    let words: Vec<_> = [
        (50, 80, "No."),
        (100, 80, "Question"),
        (250, 80, "Addressed to"),
        (50, 110, "1"),
        (100, 110, "How many people know"),
        (250, 110, "States"),
        (100, 124, "of it?"),
        (50, 150, "2"),
        (100, 150, "Who visits places of"),
        (250, 150, "States and national"),
        (100, 164, "work? How often?"),
        (250, 164, "institutions"),
        // so near to the next cell that no wide gap is between them
        (50, 190, "3"),
        (100, 190, "Is any of them much long"),
        (250, 190, "All"),
        (250, 204, "the others"),
        (50, 240, "Text behind the table."),
        // facts have no labels
        (50, 270, "Date"),
        (100, 270, "4 May"),
        (250, 270, "Morning"),
        (50, 300, "Place"),
        (100, 300, "Hall"),
        (250, 300, "Two"),
    ]
    .map(|(x, y, text)| (x, y, 10, text.to_owned()))
    .to_vec();
    let read = texts(&pages(&[placed(&words)], &[]));
    assert_eq!(
        read,
        [
            "No.",
            "Question",
            "Addressed to",
            "1\tHow many people know of it?",
            "States",
            "2\tWho visits places of work? How often?",
            "States and national institutions",
            "3\tIs any of them much long",
            "All the others",
            "Text behind the table.",
            "Date",
            "4 May",
            "Morning",
            "Place",
            "Hall",
            "Two",
        ]
    );
}

#[test]
fn a_table_of_facts_is_pairs_of_names_and_values() {
    let table = |names: [&str; 3]| {
        let [date, place, due] = names;
        let words = set(&[
            (50, 80, 10, "A note on lamps"),
            (50, 110, 10, date),
            (260, 110, 10, "4 May 2031"),
            (50, 130, 10, place),
            (260, 130, 10, "Hall Two of the house at the lake, on its"),
            (260, 142, 10, "second floor"),
            (50, 160, 10, due),
            (260, 160, 10, "1 May 2031"),
            (50, 190, 10, "Lamps are lit. They are put out."),
        ]);
        read_lines(&pages(&[words], &[])).unwrap()
    };
    let facts = table(["Date", "Place", "Deadline for statements"]);
    let texts: Vec<&str> = facts.iter().map(|line| line.text.as_str()).collect();
    let place = "Hall Two of the house at the lake, on its second floor";
    let pairs = ["Date", "4 May 2031", "Place", place, "Deadline for statements", "1 May 2031"];
    assert_eq!(texts[1..7], pairs);
    assert!(facts[1..7].iter().all(|line| line.fact));
}

#[test]
fn the_next_label_begins_an_entry_behind_a_full_row_without_a_stop() {
    let words = set(&[
        (94, 110, 10, "2. Supplies and doctors on the way of those who go with their herds for"),
        (112, 122, 10, "all of the winter"),
        (94, 134, 10, "3. The links, the radio and the help that is there for all who are ill"),
        (94, 146, 10, "4. From what are the sledges, the tents and the stoves for them bought?"),
    ]);
    let read = texts(&pages(&[words], &[]));
    assert_eq!(read.len(), 3, "{read:?}");
}

#[test]
fn a_label_leaves_little_room_behind_it_where_it_is_wide() {
    let labelled = |x: f32| format!("BT /F 10 Tf 50 700 Td (V.) Tj {x} 0 Td (Who pays?) Tj ET");
    let read = |x: f32| texts(&pages(&[labelled(x)], &[]))[0].clone();
    assert_eq!(read(13.4), "V. Who pays?");
    assert_eq!(read(12.1), "V.Who pays?", "an initial");
}
