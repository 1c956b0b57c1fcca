//! The library of notes (`tests/notes/library`): each is read through the same door as a chair's file, and compared part by part.

#![expect(clippy::print_stdout, reason = "the report of what is read right")]

use std::{
    collections::BTreeMap,
    fmt::Write as _,
    fs,
    path::{Path, PathBuf},
};

use rapporteur::concept_note::read;
use rapporteur::domain::concept_note::Warning;
use rapporteur::services::seeding;
use serde_json::{Value, json};

/// Parts of a thousand that are read right: all; a note that is not joins with what the reader must learn.
const RIGHT_OF_THOUSAND: usize = 994;

/// How many parts of how many a group of notes has right.
#[derive(Default)]
struct Score {
    right: usize,
    all: usize,
}

#[test]
fn the_library_is_read_as_a_clerk_reads_it() {
    let countries = seeding::countries().unwrap();
    let files = files();
    assert!(files.len() >= 40, "{} notes", files.len());
    let (mut scores, mut wrong) = (BTreeMap::<String, Score>::new(), String::new());
    for file in &files {
        let name = file.file_name().unwrap().to_string_lossy();
        let expected: Value = serde_json::from_slice(&fs::read(file.with_extension("json")).unwrap()).unwrap();
        let note = match read(&fs::read(file).unwrap(), Some(&name), &countries) {
            Ok(reading) => serde_json::to_value(reading.note).unwrap(),
            Err(error) => json!({ "error": error.to_string() }),
        };
        let (language, kind) = (&name[..2], file.extension().unwrap().to_string_lossy());
        let (expected, found) = (parts(&expected), parts(&note));
        for (part, value) in &expected {
            let right = found.get(part) == Some(value);
            for group in [language, &kind, part, "all"] {
                let score = scores.entry(group.to_owned()).or_default();
                score.all += 1;
                score.right += usize::from(right);
            }
            if !right {
                let read = found.get(part).map_or_else(|| note["error"].to_string(), Value::to_string);
                writeln!(wrong, "{name}, {part}:\n  expected {value}\n  read     {read}").unwrap();
            }
        }
    }
    for (group, score) in &scores {
        println!("{group:18} {:4} of {:4} parts", score.right, score.all);
    }
    println!("{wrong}");
    let all = &scores["all"];
    assert!(all.right * 1000 >= all.all * RIGHT_OF_THOUSAND, "{} of {} parts:\n{wrong}", all.right, all.all);
    assert!(scores["txt"].right == scores["txt"].all, "what is typed is read in full:\n{wrong}");
}

#[test]
fn two_notes_in_one_file_are_never_read_without_a_word() {
    let text = |path: &PathBuf| {
        fs::read_to_string(path).ok().filter(|_| path.extension().is_some_and(|kind| kind == "txt" || kind == "md"))
    };
    let typed: Vec<(PathBuf, String)> =
        files().into_iter().filter_map(|path| Some((path.clone(), text(&path)?))).collect();
    assert!(typed.len() >= 30, "{} notes", typed.len());
    let judged = |text: &str| match read(text.as_bytes(), None, &[]) {
        Ok(reading) if reading.note.warnings.contains(&Warning::NotesDoubtful) => Some("doubtful"),
        Ok(_) => None,
        Err(error) => Some(error.code()),
    };
    for (at, (path, note)) in typed.iter().enumerate() {
        assert_eq!(judged(note), None, "{}", path.display());
        assert_eq!(judged(&format!("{note}\n\n{note}")), Some("several_notes"), "{} twice", path.display());
        // the next is of the same language for most, the one far behind of another
        for step in [1, typed.len() / 2] {
            let (other, next) = &typed[(at + step) % typed.len()];
            let both = judged(&format!("{note}\n\n{next}"));
            assert!(both.is_some(), "{} before {}", path.display(), other.display());
        }
    }
}

fn files() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/notes/library");
    let mut files: Vec<PathBuf> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|kind| kind != "json") && path.with_extension("json").is_file())
        .collect();
    files.sort();
    files
}

/// A note in the parts that are right or wrong by themselves; warnings are judged elsewhere.
fn parts(note: &Value) -> BTreeMap<&'static str, Value> {
    let Some(sections) = note["sections"].as_array() else {
        return BTreeMap::new();
    };
    let paragraphs: Vec<&Value> =
        sections.iter().flat_map(|section| section["paragraphs"].as_array().into_iter().flatten()).collect();
    let of = |list: &[&Value], field: &str| list.iter().map(|value| value[field].clone()).collect::<Value>();
    let texts: Vec<&Value> =
        paragraphs.iter().flat_map(|paragraph| std::iter::once(*paragraph).chain(items(paragraph))).collect();
    let questions: Vec<&Value> = note["questions"].as_array().into_iter().flatten().collect();
    BTreeMap::from([
        ("title", note["title"].clone()),
        ("symbol", note["symbol"].clone()),
        ("distribution_date", note["distribution_date"].clone()),
        ("original_language", note["original_language"].clone()),
        ("letter.date", note["letter"]["date"].clone()),
        ("letter.from", note["letter"]["from"].clone()),
        ("letter.signatory", note["letter"]["signatory"].clone()),
        ("presidency", note["presidency"].clone()),
        ("meeting.date", note["meeting"]["date"].clone()),
        ("meeting.time", note["meeting"]["time"].clone()),
        ("meeting.time_zone", note["meeting"]["time_zone"].clone()),
        ("references", note["references"].clone()),
        ("headings", of(&sections.iter().collect::<Vec<_>>(), "heading")),
        ("paragraph numbers", of(&paragraphs, "number")),
        ("paragraph texts", of(&paragraphs, "text")),
        ("items", paragraphs.iter().map(|paragraph| unnoted(items(paragraph))).collect()),
        ("footnotes", texts.iter().map(|text| text["notes"].clone()).collect()),
        ("question labels", of(&questions, "label")),
        ("question texts", of(&questions, "text")),
    ])
}

fn items(paragraph: &Value) -> impl Iterator<Item = &Value> {
    paragraph["items"].as_array().into_iter().flatten()
}

/// Items without their footnotes, which are a part of their own.
fn unnoted<'a>(items: impl Iterator<Item = &'a Value>) -> Value {
    items.map(|item| serde_json::json!({"label": item["label"], "text": item["text"]})).collect()
}
