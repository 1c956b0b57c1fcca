//! Documents written byte by byte, for what no program writes on purpose.

mod breaks;
mod headings;
mod layout;
mod letters;
mod numbers;
mod tables;

use flate2::Compression;
use flate2::write::ZlibEncoder;
use proptest::prelude::*;
use std::io::Write;

use super::*;

/// A document with these objects from the first on; the second must be the pages.
fn document(objects: &[&str]) -> Vec<u8> {
    let mut file = b"%PDF-1.7\n".to_vec();
    let mut places = Vec::new();
    for (at, object) in objects.iter().enumerate() {
        places.push(file.len());
        file.extend(format!("{} 0 obj\n{object}\nendobj\n", at + 1).bytes());
    }
    let table = file.len();
    file.extend(format!("xref\n0 {}\n0000000000 65535 f \n", places.len() + 1).bytes());
    for place in &places {
        file.extend(format!("{place:010} 00000 n \n").bytes());
    }
    let size = places.len() + 1;
    file.extend(format!("trailer\n<</Root 1 0 R/Size {size}>>\nstartxref\n{table}\n%%EOF").bytes());
    file
}

/// A document of pages with these instructions, and a font of equally wide letters named F.
fn pages(contents: &[String], more: &[&str]) -> Vec<u8> {
    let first = 4 + more.len();
    let kids: Vec<String> = (0..contents.len()).map(|at| format!("{} 0 R", first + at * 2)).collect();
    let mut objects = vec![
        "<</Type/Catalog/Pages 2 0 R>>".to_owned(),
        format!("<</Type/Pages/Count {}/Kids[{}]/MediaBox[0 0 600 800]>>", kids.len(), kids.join(" ")),
        "<</Type/Font/Subtype/Type1/BaseFont/Courier/Encoding/WinAnsiEncoding>>".to_owned(),
    ];
    objects.extend(more.iter().map(|object| (*object).to_owned()));
    for (at, content) in contents.iter().enumerate() {
        objects.push(format!(
            "<</Type/Page/Parent 2 0 R/Contents {} 0 R/Resources<</Font<</F 3 0 R/G 4 0 R>>/XObject<</X 4 0 R>>>>>>",
            first + at * 2 + 1
        ));
        objects.push(format!("<</Length {}>>stream\n{content}\nendstream", content.len()));
    }
    document(&objects.iter().map(String::as_str).collect::<Vec<_>>())
}

/// Instructions for words at places: left, from above, size.
fn set(words: &[(u32, u32, u32, &str)]) -> String {
    let set = |(x, y, size, text): &(u32, u32, u32, &str)| format!("BT /F {size} Tf {x} {} Td ({text}) Tj ET", 800 - y);
    words.iter().map(set).collect::<Vec<_>>().join("\n")
}

fn read_lines(bytes: &[u8]) -> Result<Vec<Line>, NoteError> {
    super::lines(bytes, &mut BTreeSet::new())
}

fn texts(bytes: &[u8]) -> Vec<String> {
    read_lines(bytes).unwrap().into_iter().map(|line| line.text).collect()
}

#[test]
fn rows_become_paragraphs() {
    let content = set(&[
        (50, 50, 16, "A large title"),
        (50, 90, 11, "The first row of a paragraph is as long as the others, and goes on to"),
        (50, 104, 11, "the next row until the end."),
        (50, 118, 11, "Another one begins here since the row above was not full, and it goes"),
        (50, 132, 11, "on."),
        (50, 160, 11, "1."),
        (100, 160, 11, "An entry that hangs behind its label: its second row does not"),
        (100, 174, 11, "begin at the edge."),
        (80, 188, 11, "A row that stands in begins a paragraph, where the row above is"),
        (50, 202, 11, "not full."),
    ]);
    let lines = read_lines(&pages(&[content], &[])).unwrap();
    let read: Vec<_> = lines.iter().map(|line| (line.text.as_str(), line.bold)).collect();
    assert_eq!(
        read,
        [
            ("A large title", true),
            (
                "The first row of a paragraph is as long as the others, and goes on to the next row until the end.",
                false
            ),
            ("Another one begins here since the row above was not full, and it goes on.", false),
            ("1.\tAn entry that hangs behind its label: its second row does not begin at the edge.", false),
            ("A row that stands in begins a paragraph, where the row above is not full.", false),
        ]
    );
}

#[test]
fn what_repeats_on_pages_is_no_text_and_footnotes_are_apart() {
    let page = |number: u32, text: &str| {
        let note = format!("See A/70/{number} on {text}.");
        let number = format!("{number}/3");
        let rows: Vec<String> = ["second", "third", "fourth", "last"].map(|row| format!("{text}: a {row} row")).into();
        let mut words = vec![(450, 30, 9, "S/2020/77"), (50, 80, 11, text)];
        words.extend((0..).zip(&rows).map(|(at, row)| (50, 94 + at * 14, 11, row.as_str())));
        words.extend([(50, 700, 8, "1"), (60, 700, 8, note.as_str()), (300, 770, 9, number.as_str())]);
        set(&words)
    };
    let file = pages(&[page(1, "One"), page(2, "The second"), page(3, "Then the third")], &[]);
    let lines = read_lines(&file).unwrap();
    let plain = lines.iter().map(|line| line.text.as_str()).collect::<Vec<_>>().join("|");
    assert_eq!(plain.matches("S/2020/77").count(), 1, "{plain}");
    assert!(
        plain.starts_with("S/2020/77|One") && plain.contains("Then the third") && !plain.contains("1/3"),
        "{plain}"
    );
    let notes: String = lines.iter().map(|line| line.notes.as_str()).collect();
    assert_eq!(notes, "1 See A/70/1 on One.\n1 See A/70/2 on The second.\n1 See A/70/3 on Then the third.\n");
}

#[test]
fn a_painted_dot_is_a_bullet_and_a_painted_bar_is_none() {
    let dot = "54 704 m 54 705 53 706 52 706 c 51 706 50 705 50 704 c 50 703 51 702 52 702 c 53 702 54 703 54 704 c f";
    let bar = "50 624 m 54 624 l 54 620 l 50 620 l f";
    let words = set(&[(64, 100, 11, "painted"), (64, 180, 11, "barred")]);
    let read = texts(&pages(&[format!("{dot}\n{bar}\n{words}")], &[])).join(" ");
    assert_eq!(read, "• painted barred");
}

#[test]
fn a_head_that_stands_once_is_no_text() {
    let first = set(&[(50, 80, 12, "The first page has a text of its own and no head at all, and")]);
    let second = set(&[
        (400, 30, 9, "Open debate, May 2027"),
        (50, 80, 12, "the second has one that is smaller and far above the text."),
    ]);
    let read = texts(&pages(&[first, second], &[])).join(" ");
    assert!(!read.contains("Open debate") && read.contains("the second has one"), "{read}");
}

#[test]
fn the_lines_of_a_masthead_do_not_go_on() {
    let content = set(&[
        (50, 100, 12, "A body with a name as long as a line"),
        (50, 115, 12, "Distr.: General"),
        (50, 130, 12, "Original: English"),
        (50, 145, 12, "Commission"),
    ]);
    let read = texts(&pages(&[content], &[]));
    assert_eq!(read[1..3], ["Distr.: General", "Original: English"]);
    assert_eq!(read.len(), 4);
}

#[test]
fn the_symbol_of_the_document_at_the_head_of_a_page_is_no_text() {
    let first = set(&[(50, 50, 10, "United Nations     CRPD/C/29/6"), (50, 100, 12, "The Committee meets in August.")]);
    let second =
        |head: &str| set(&[(50, 50, 12, head), (50, 100, 12, "It adopts views."), (50, 400, 12, "CRPD/C/29/7")]);
    let read = |head: &str| texts(&pages(&[first.clone(), second(head)], &[])).join("|");
    assert!(read("CRPD/C/29/6").ends_with("August.|It adopts views. CRPD/C/29/7"));
    assert!(read("CRPD/C/29/8").contains("CRPD/C/29/8|It adopts"));
}

#[test]
fn a_mark_of_a_footnote_is_no_word() {
    let words = set(&[(50, 80, 12, "The Council")]);
    let content = format!("{words}\nBT /F 7 Tf 130 725 Td (3) Tj /F 12 Tf 5 -5 Td ( met.) Tj ET");
    assert_eq!(texts(&pages(&[content], &[])), ["The Council met."]);
}

#[test]
fn a_line_that_stretches_a_word_is_no_blank() {
    let font = "<</Type/Font/Subtype/Type1/BaseFont/Courier/FirstChar 13/LastChar 13/Widths[600]>>";
    let line = |x: f32| format!("/G 12 Tf 7.2 0 Td (\\015) Tj {x} 0 Td (\\015) Tj");
    let stretched = |x: f32| format!("BT /F 12 Tf 50 700 Td (A) Tj {} /F 12 Tf 7.2 0 Td (B) Tj ET", line(x));
    let words = set(&[(50, 200, 12, "The Council met.")]);
    let first = |x: f32| texts(&pages(&[format!("{}\n{words}", stretched(x))], &[font]))[0].clone();
    assert_eq!(first(0.1), "AB");
    assert_eq!(first(7.2), "A B");
}

#[test]
fn each_bullet_begins_an_entry() {
    // the widest row of a page is no full one
    let content = set(&[
        (94, 110, 11, "\\225 3 p.m. - Opening"),
        (94, 126, 11, "\\225 3.20 p.m. - Streets and yards"),
        (94, 142, 11, "\\225 4.30 p.m. - The fears"),
        (94, 158, 11, "\\225 5.40 p.m. - Closing"),
    ]);
    assert_eq!(texts(&pages(&[content], &[])).len(), 4);
}

#[test]
fn two_columns_are_read_one_after_the_other() {
    let mut words = vec![(50, 40, 14, "A letter in two columns that has a heading over both of them")];
    for row in 0..12 {
        words.push((50, 80 + row * 14, 10, "left words that fill their column well"));
        words.push((320, 80 + row * 14, 10, "right words that fill their column too"));
    }
    let text = texts(&pages(&[set(&words)], &[])).join(" ");
    assert!(text.starts_with("A letter"));
    assert!(text.rfind("left").unwrap() < text.find("right").unwrap(), "{text}");
}

#[test]
fn words_divided_at_the_end_of_a_row_are_joined() {
    let content = set(&[
        (50, 80, 11, "The members of the Council will look at what concerns the secu-"),
        (50, 94, 11, "rity of its staff, at security and post-conflict matters, and the mid-"),
        (50, 108, 11, "term plans."),
    ]);
    let text = texts(&pages(&[content], &[])).join(" ");
    assert!(text.contains("the security of its staff") && text.contains("mid-term plans"), "{text}");
}

#[test]
fn what_cannot_be_read_is_named() {
    let picture = "<</Type/XObject/Subtype/Image/Width 1/Height 1/BitsPerComponent 8/ColorSpace/DeviceGray/Length 1>>stream\na\nendstream";
    let drawn = vec!["q 600 0 0 800 0 0 cm /X Do Q".to_owned(); 2];
    assert_eq!(read_lines(&pages(&drawn, &[picture])).err(), Some(NoteError::Scanned));
    assert_eq!(read_lines(&pages(&[String::new()], &[])).err(), Some(NoteError::Empty));
    let stamped = format!("BT /F 12 Tf 50 700 Td (Received on 3 May) Tj ET {}", drawn[0]);
    assert_eq!(read_lines(&pages(&[stamped, drawn[1].clone()], &[picture])).err(), Some(NoteError::Scanned));
    let text = set(&[(50, 100, 12, "A text of some words, and of some more, so that it is no stamp, nor a number.")]);
    let mut warnings = BTreeSet::new();
    let mixed = lines(&pages(&[text.clone(), drawn[1].clone()], &[picture]), &mut warnings);
    assert!(mixed.is_ok() && warnings.contains(&Warning::PagesPictured));
    let illustrated = lines(&pages(&[format!("{text} {}", drawn[1])], &[picture]), &mut BTreeSet::new());
    assert!(illustrated.is_ok());
    let signs = "<</Type/Font/Subtype/Type0/BaseFont/Some/Encoding/Identity-H/DescendantFonts[<</Type/Font/Subtype/CIDFontType2\
        /BaseFont/Some/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/DW 500>>]>>";
    let shown = "BT /G 12 Tf 50 700 Td <00010002000300040005000600070008> Tj ET".to_owned();
    assert_eq!(read_lines(&pages(&[shown], &[signs])).err(), Some(NoteError::NoLetters));
    let whole = pages(&["BT /F 12 Tf 50 700 Td (A text of some words.) Tj ET".to_owned()], &[]);
    assert_eq!(read_lines(&whole[..whole.len() - 2]).err(), Some(NoteError::Damaged), "cut off");
    let empty = pages(&[String::new()], &[]);
    assert_eq!(read_lines(&empty[..empty.len() - 2]).err(), Some(NoteError::Damaged), "the text may have been cut off");
    for bytes in [&b"%PDF-1.7"[..], b"%PDF-1.4\n1 0 obj\n<<>>\nendobj\n%%EOF", &b"%PDF-".repeat(10_000)] {
        assert_eq!(read_lines(bytes).err(), Some(NoteError::Damaged));
    }
}

#[test]
fn a_document_without_end_is_refused() {
    let form = "<</Type/XObject/Subtype/Form/BBox[0 0 1 1]/Resources<</XObject<</X 4 0 R>>>>/Length 20>>stream\n/X Do /X Do /X Do\n\nendstream";
    let _ = read_lines(&pages(&["/X Do".to_owned()], &[form]));
    let nested = format!("{}{}", "[".repeat(1_000_000), "]".repeat(1_000_000));
    let _ = read_lines(&pages(&[format!("{nested} TJ")], &[]));
    let _ = read_lines(&pages(&["q ".repeat(1_000_000)], &[]));
    let _ = read_lines(&pages(&["(".repeat(1_000_000)], &[]));
    let _ = read_lines(&pages(&["BT /F 1 Tf (a) Tj ".repeat(60_000)], &[&"<<".repeat(100_000)]));
    let mut encoder = ZlibEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(&b"BT (a) Tj ".repeat(8 * 1024 * 1024)).unwrap();
    let bomb = encoder.finish().unwrap();
    let head = b"%PDF-1.7\n1 0 obj\n<</Filter/FlateDecode>>stream\n";
    assert_eq!(read_lines(&[&head[..], &bomb].concat()).err(), Some(NoteError::UnpacksTooLarge));
}

proptest! {
    #[test]
    fn any_instructions_are_followed(content in "((BT|ET|q|Q|Tj|TJ|Tf|Td|Tm|cm|Do|T\\*|BDC|EMC|/F|/X|\\(a b\\)|\\[|\\]|<<|>>|-?[0-9]{1,4}) ){0,60}") {
        let _ = read_lines(&pages(&[content], &[]));
    }
}
