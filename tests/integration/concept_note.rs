//! The reader of concept notes on whole files: the first real note, and notes in other shapes and languages.

mod judgement;

use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use proptest::prelude::*;
use rapporteur::concept_note::{Country, MAX_BYTES, NoteError, Reading};
use rapporteur::domain::concept_note::ConceptNote;
use serde_json::{Value, json};

pub(crate) fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Some participants with their names in the six languages, as the list of participants has them.
pub(crate) fn countries() -> Vec<Country> {
    [
        (
            "ARE",
            "United Arab Emirates|Émirats arabes unis|Emiratos Árabes Unidos|阿拉伯联合酋长国|الإمارات العربية المتحدة",
        ),
        ("CHN", "China|Chine|China|Китай|中国|الصين"),
        ("COD", "Democratic Republic of the Congo|République démocratique du Congo"),
        ("COG", "Congo|Конго|刚果|الكونغو"),
        ("FRA", "France|Francia|Франция|法国|فرنسا"),
        ("KEN", "Kenya|Кения|肯尼亚|كينيا"),
        ("MEX", "Mexico|Mexique|México|Мексика|墨西哥|المكسيك"),
        ("POL", "Poland|Pologne|Polonia|Польша|波兰|بولندا"),
        ("SSD", "South Sudan|Soudan du Sud"),
        ("SDN", "Sudan|Soudan|Sudán|Судан|苏丹|السودان"),
        ("TUN", "Tunisia|Tunisie|Túnez|Тунис|突尼斯|تونس"),
        ("ZAF", "South Africa|Afrique du Sud|Sudáfrica|Южная Африка|南非|جنوب أفريقيا"),
    ]
    .iter()
    .map(|(code, names)| Country { code: (*code).into(), names: names.split('|').map(Into::into).collect() })
    .collect()
}

fn read_whole(bytes: &[u8], name: Option<&str>) -> Result<Reading, NoteError> {
    rapporteur::concept_note::read(bytes, name, &countries())
}

fn read(bytes: &[u8], name: Option<&str>) -> Result<ConceptNote, NoteError> {
    read_whole(bytes, name).map(|reading| reading.note)
}

fn read_text(text: &str) -> Result<ConceptNote, NoteError> {
    read(text.as_bytes(), None)
}

#[test]
fn the_first_real_note_is_read_in_full() {
    let bytes = fs::read(root().join("seeds/concept-note-2020-11-25.txt")).unwrap();
    let note = read(&bytes, Some("concept-note-2020-11-25.txt")).unwrap();
    let golden = fs::read_to_string(root().join("tests/notes/golden/concept-note-2020-11-25.json")).unwrap();
    let golden: Value = serde_json::from_str(&golden).unwrap();
    assert_eq!(serde_json::to_value(&note).unwrap(), golden);
    assert_eq!(serde_json::from_value::<ConceptNote>(golden).unwrap(), note);
}

#[test]
fn the_first_real_letter_is_kept_as_written() {
    let bytes = fs::read(root().join("seeds/concept-note-2020-11-25.txt")).unwrap();
    let letter = read_whole(&bytes, None).unwrap().letter;
    assert_eq!(letter.len(), 4);
    assert!(letter[0].starts_with("I have the honour to inform you that South Africa will assume the presidency"));
    assert!(letter[0].ends_with("beginning at 8.30 a.m. (New York time)."));
    let signature = "(Signed) Jerry Matthews Matjila\nPermanent Representative of the Republic of South Africa";
    assert_eq!(letter[3], signature);
    let wrapped = wrapped(&String::from_utf8(bytes).unwrap(), 76);
    assert_eq!(read_whole(wrapped.as_bytes(), None).unwrap().letter, letter);
}

#[test]
fn the_first_real_note_says_the_same_in_other_settings() {
    let text = fs::read_to_string(root().join("seeds/concept-note-2020-11-25.txt")).unwrap();
    let plain = read_text(&text).unwrap();
    let windows = text.replace('\n', "\r\n");
    let quoted = format!("> {}", text.trim_end().replace('\n', "\n> "));
    let spaced = text.replace(". ", ".\u{a0} ").replace("reform", "re\u{ad}form");
    let utf16: Vec<u8> = [0xFE, 0xFF].into_iter().chain(text.encode_utf16().flat_map(u16::to_be_bytes)).collect();
    for other in [windows, quoted, spaced, wrapped(&text, 76), wrapped(&text, 60)] {
        assert_eq!(read_text(&other).unwrap(), plain);
    }
    assert_eq!(read(&utf16, None).unwrap(), plain);
}

/// The texts of `tests/notes`, in the order of their names.
fn library() -> Vec<PathBuf> {
    let mut files: Vec<PathBuf> = fs::read_dir(root().join("tests/notes"))
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "txt"))
        .collect();
    files.sort();
    assert!(files.len() >= 23);
    files
}

/// The text with lines broken at a column, as mail programs do, and a blank line between paragraphs.
fn wrapped(text: &str, column: usize) -> String {
    let mut wrapped = String::new();
    for line in text.lines() {
        let mut width = 0;
        for word in line.split_inclusive(' ') {
            if width > 0 && width + word.trim_end().chars().count() > column {
                wrapped.truncate(wrapped.trim_end_matches(' ').len());
                wrapped.push('\n');
                width = 0;
            }
            wrapped.push_str(word);
            width += word.chars().count();
        }
        wrapped.push('\n');
    }
    wrapped
}

#[test]
fn notes_in_other_shapes_are_read() {
    let mut wrong = Vec::new();
    for file in library() {
        let note = read(&fs::read(&file).unwrap(), None).unwrap();
        let expected = fs::read_to_string(file.with_extension("json")).unwrap();
        let Value::Object(expected) = serde_json::from_str(&expected).unwrap() else { panic!("{file:?}") };
        let whole = serde_json::to_value(&note).unwrap();
        let name = file.file_stem().unwrap().to_string_lossy().into_owned();
        for (part, value) in expected {
            let read = part_of(&note, &whole, &part);
            if read != value {
                wrong.push(format!("{name}, {part}:\n  read     {read}\n  expected {value}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

pub(crate) fn part_of(note: &ConceptNote, whole: &Value, part: &str) -> Value {
    match part {
        "headings" => note.sections.iter().map(|section| json!(section.heading)).collect(),
        "numbers" => note.sections.iter().flat_map(|s| &s.paragraphs).filter_map(|p| p.number).collect(),
        part => whole[part].clone(),
    }
}

#[test]
fn what_is_no_note_is_refused() {
    for (bytes, code) in [
        (Vec::new(), "empty"),
        (b"\n \t\r\n".to_vec(), "empty"),
        ("\u{feff}".into(), "empty"),
        (vec![b'a'; 10 * 1024 * 1024], "too_large"),
        ((0..=255).cycle().take(4096).collect(), "binary"),
        (b"PK\x03\x04\x14\0\x08\0\x08\0zeros\0\0\0".to_vec(), "damaged"),
        (b"%PDF-1.4\n%\xe2\xe3\xcf\xd3".to_vec(), "damaged"),
        (format!("<html>{}", "<div>".repeat(1_000_000)).into_bytes(), "too_complex"),
        (b"<html><body><img src=a></body></html>".to_vec(), "no_note"),
        (b"a\n".repeat(20_001), "too_long"),
        (b"a word ".repeat(700_000), "too_long"),
        ("(".repeat(1_000_000).into_bytes(), "too_long"),
        (b"hello".to_vec(), "no_note"),
        (b"12 34 ((( ))) ... ***".to_vec(), "no_note"),
        (b"# Heading\n\n## Another\n".to_vec(), "no_note"),
        ("Concept note on words\n\nGuiding questions\n\n1. Who keeps words?\n\n".repeat(2).into(), "several_notes"),
    ] {
        let error = read(&bytes, Some("note.txt")).unwrap_err();
        assert_eq!(error.code(), code, "{error}");
    }
}

/// Texts of one piece over and over, that would make a careless reader go back to the start each time.
const PIECES: &[&str] = &[
    "]",
    "[^",
    "[^1] ",
    "[^1]: a\n",
    "](",
    "[a](",
    "[a](b)",
    "(",
    "(a) ",
    "*a ",
    "**a** ",
    "_a",
    "`",
    "<",
    "\\",
    "a",
    "? ",
    "é",
    "\n",
    "a\n",
    "a\n\n",
    "(a)\n",
    "(a) b\n",
    "1. b\n\n",
    "  - b\n",
    "How?\n",
    "How?\n\n",
    "Annex\n",
    "Background\n\n",
    "3 May 2020 ",
    "Guiding questions\n\n(a) How?\n\n",
    "S/2020/1 ",
    "resolution 1/1 ",
    "70/262 ",
    "10 a.m. ",
    "presidency of Kenya. ",
    "> ",
    "# a\n",
    "&amp;",
    "\u{200f}",
    "年",
    "\u{c}",
    "A/",
    "(Signed) A\n",
    "Original: English\n",
    "Letter dated ",
    "lower case line without an end\n\n",
];

#[test]
fn hostile_texts_are_read_in_linear_time() {
    let short = PIECES.iter().map(|piece| (*piece, 32 * 1024));
    let long = [("[", 499_000), ("[^", 499_000), ("a ", MAX_BYTES)];
    for (piece, size) in short.chain(long) {
        let text = piece.repeat(size / piece.len());
        let begun = Instant::now();
        let _ = read_text(&text);
        // without optimisation and on a busy machine
        let taken = begun.elapsed();
        assert!(taken < Duration::from_secs(30), "{piece:?} took {taken:?}");
    }
}

#[test]
fn a_hundred_questions_are_read_and_ten_thousand_refused() {
    let read = |count: u32| {
        let list: Vec<String> = (1..=count).map(|n| format!("{n}. What is number {n}?")).collect();
        read_text(&format!("Concept note on numbers\n\nGuiding questions\n\n{}", list.join("\n")))
    };
    assert_eq!(read(100).unwrap().questions.len(), 100);
    assert_eq!(read(101).unwrap_err(), NoteError::TooManyQuestions);
    assert_eq!(read(10_000).unwrap_err(), NoteError::TooManyQuestions);
    // also where they stand behind those that are asked
    let behind: Vec<String> = (1..=1_001).map(|n| format!("{n}. What is number {n}?")).collect();
    let head = "Concept note on numbers\n\nGuiding questions\n\n(a) What is first?\n\nFormat";
    let text = format!("{head}\n\n{}\n", behind.join("\n\n"));
    assert_eq!(read_text(&text).unwrap_err(), NoteError::TooManyQuestions);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn any_text_is_read_or_refused(text in "(\\PC|\n|\n\n|\t|\\(a\\) |1\\. |\\* |# |\\[|\\]\\(|\\*\\*|Annex|Guiding questions|\\?){0,120}") {
        if let Ok(note) = read_text(&text) {
            let json = serde_json::to_string(&note).unwrap();
            prop_assert_eq!(serde_json::from_str::<ConceptNote>(&json).unwrap(), note);
        }
    }

    #[test]
    fn any_bytes_are_read_or_refused(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
        let _ = read(&bytes, None);
    }

    #[test]
    fn no_word_of_a_paragraph_is_lost(
        paragraphs in proptest::collection::vec("[A-Z][a-z]{1,9}( [a-z]{1,12}(,| \\(see A/62/659\\)|-[a-z]{2,5})?){4,60}\\.", 1..8),
        column in 50_usize..100,
        numbered in any::<bool>(),
    ) {
        let mut text = String::from("Concept note on words\n\nBackground\n\n");
        for (index, paragraph) in paragraphs.iter().enumerate() {
            let number = if numbered { format!("{}. ", index + 1) } else { String::new() };
            text.push_str(&wrapped(&format!("{number}{paragraph}"), column));
            text.push('\n');
        }
        let note = read_text(&text).unwrap();
        let read: Vec<&str> = note.sections.iter().flat_map(|s| &s.paragraphs).map(|p| p.text.as_str()).collect();
        prop_assert_eq!(read, paragraphs);
    }
}
