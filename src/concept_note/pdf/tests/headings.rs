//! Titles and headings of several rows, and rows that stand close to them.

use super::*;

const BOLD: &str = "<</Type/Font/Subtype/Type1/BaseFont/Courier-Bold/Encoding/WinAnsiEncoding>>";

fn bold(words: &[(u32, u32, u32, &str)]) -> String {
    set(words).replace("/F", "/G")
}

const TEXT: [(u32, u32, u32, &str); 3] = [
    (50, 200, 10, "1. Water is carried by many from the wells to all of the houses of the towns, as far"),
    (50, 214, 10, "as they are from the Council that spoke of them in the spring and in the summer of a"),
    (50, 228, 10, "year that many remember."),
];

#[test]
fn rows_around_one_middle_are_one_title() {
    // the widest row is none of the first
    let title = [
        (108, 80, 20, "A note on the wells of the towns"),
        (78, 104, 20, "notwithstanding all who keep them now"),
        (54, 128, 20, "those who carry water from them to houses"),
        (204, 152, 20, "of the old towns"),
    ];
    let whole = title.map(|(.., text)| text).join(" ");
    for title in [bold(&title), set(&title)] {
        let read = texts(&pages(&[format!("{title}\n{}", set(&TEXT))], &[BOLD]));
        assert_eq!(read[0], whole);
        assert!(read[1].starts_with("1. Water"), "{read:?}");
    }
    // those that begin at the same place are entries
    let listed = [(150, 80, 10, "A. Wells"), (150, 92, 10, "B. Houses"), (150, 104, 10, "Many towns")];
    let read = texts(&pages(&[format!("{}\n{}", bold(&listed), set(&TEXT))], &[BOLD]));
    assert_eq!(read[..3], ["A. Wells", "B. Houses", "Many towns"]);
}

#[test]
fn a_heading_by_name_close_below_the_title_is_none_of_it() {
    let heads = [
        (50, 176, 10, "Note on water and on those who carry it from the wells to many a town"),
        (50, 188, 10, "Background"),
    ];
    let read = texts(&pages(&[format!("{}\n{}", bold(&heads), set(&TEXT))], &[BOLD]));
    assert_eq!(read[1], "Background", "{read:?}");
}

#[test]
fn a_heading_by_name_close_below_a_full_row_is_none_of_it() {
    let words = [
        (50, 100, 10, "1. Water is carried by many from the wells to the houses of the towns, far"),
        (50, 114, 10, "from the Council that speaks of them and that they speak of in their turn."),
        (50, 128, 10, "Format of the meeting"),
        (50, 142, 10, "2. The meeting is open."),
    ];
    let read = texts(&pages(&[set(&words)], &[]));
    assert_eq!(read[1..], ["Format of the meeting", "2. The meeting is open."]);
}

#[test]
fn rows_of_a_text_that_is_narrower_than_its_title_go_on() {
    let read = |rows: &[&str]| {
        let mut words = vec![(50, 80, 20, "A title that is as wide as a page may be")];
        words.extend((0..).zip(rows).map(|(at, text)| (50, 120 + at * 14, 10, *text)));
        texts(&pages(&[set(&words)], &[]))[1..].to_vec()
    };
    let text =
        ["Lamps burn all the night, and with them", "go the proofs of what the harbour has and", "of its names."];
    assert_eq!(read(&text), [text.join(" ")]);
    // a line after which much more had room is none that goes on, and entries of a list all begin low
    for list in [
        ["On lamps of a harbour", "on the proofs of what all the harbours own"],
        ["lamps of all the harbours", "proofs of what they own"],
    ] {
        assert_eq!(read(&list), list);
    }
}

#[test]
fn a_strong_part_of_a_sentence_is_no_heading() {
    let strong = [(50, 100, 10, "The discussion will be held on Thursday, 5 March 2026, from 10 a.m. to 1 p.m. in")];
    let rest =
        "BT /G 10 Tf 50 686 Td (Conference Room 4.) Tj /F 10 Tf 108 0 Td ( There will be no webcast of it.) Tj ET";
    let read = read_lines(&pages(&[format!("{}\n{rest}\n{}", bold(&strong), set(&TEXT))], &[BOLD])).unwrap();
    assert!(read[0].text.ends_with("1 p.m. in Conference Room 4. There will be no webcast of it.") && !read[0].bold);
    // and a heading is none of the text
    let heading = [(50, 100, 10, "The days on which it will be held and the room in which it will be all those days")];
    let read = texts(&pages(&[format!("{}\n{}", bold(&heading), set(&TEXT).replace(" 600 Td", " 686 Td"))], &[BOLD]));
    assert_eq!(read[0], heading[0].3);
}

#[test]
fn the_names_of_columns_are_no_heading() {
    let names = [(50, 100, 10, "No."), (200, 100, 10, "Question"), (440, 100, 10, "Your"), (440, 112, 10, "answer")];
    let lines = read_lines(&pages(&[format!("{}\n{}", bold(&names), set(&TEXT))], &[BOLD])).unwrap();
    assert_eq!((lines[0].text.matches("answer").count(), lines[0].fact, lines[1].fact), (1, true, false));
    let heading = bold(&[(50, 100, 10, "1."), (80, 100, 10, "Background")]);
    assert!(!read_lines(&pages(&[format!("{heading}\n{}", set(&TEXT))], &[BOLD])).unwrap()[0].fact);
}

#[test]
fn a_title_may_end_with_a_year_on_a_row_of_its_own() {
    let title = [
        (50, 100, 10, "Concept note for the open debate of the Council on the wells, to be held on 18 June"),
        (50, 112, 10, "2031"),
    ];
    let read = texts(&pages(&[format!("{}\n{}", bold(&title), set(&TEXT))], &[BOLD]));
    assert!(read[0].ends_with("18 June 2031"), "{read:?}");
}

#[test]
fn a_table_of_questions_without_labels_is_doubted() {
    let doubtful = |rows: &[(u32, u32, u32, &str)]| {
        let mut warnings = BTreeSet::new();
        super::super::lines(&pages(&[set(rows)], &[]), &mut warnings).unwrap();
        warnings.contains(&Warning::QuestionsDoubtful)
    };
    let head = [(50, 100, 10, "Session"), (200, 100, 10, "Questions")];
    assert!(doubtful(&[head[0], head[1], (50, 120, 10, "Law"), (200, 120, 10, "Who keeps it?")]));
    assert!(!doubtful(&[head[0], head[1], (50, 120, 10, "1."), (200, 120, 10, "Who keeps it?")]));
    assert!(!doubtful(&[(50, 100, 10, "Questions"), (50, 120, 10, "Who keeps it?")]));
}

#[test]
fn what_is_set_in_the_largest_letters_alone_is_the_title() {
    let title = |size: u32| {
        let head = [
            (60, 60, 10, "ORGANIZATION OF THE WELLS"),
            (60, 80, 10, "Office for the Towns"),
            (60, 110, size, "Workshop on the water of the towns"),
        ];
        let read = super::super::super::read(&pages(&[format!("{}\n{}", set(&head), set(&TEXT))], &[]), None, &[]);
        read.unwrap().note.title.unwrap_or_default()
    };
    assert_eq!(title(16), "Workshop on the water of the towns");
    assert_eq!(title(10), "ORGANIZATION OF THE WELLS");
}
