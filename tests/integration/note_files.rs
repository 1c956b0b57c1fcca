//! Notes as files of other programs: each says the same as its text does.
//!
//! A file of `tests/notes/pdf` or `tests/notes/html` is named after the note it was made of and the program that made
//! it, such as `ru-pismo.writer.pdf`; what it must say is in the JSON of that note.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use proptest::prelude::*;
use rapporteur::concept_note::read;
use serde_json::Value;

use crate::concept_note::{countries, part_of, root};

/// The files in a folder beside the notes.
fn files(folder: &str) -> Vec<PathBuf> {
    let mut files: Vec<PathBuf> =
        fs::read_dir(root().join("tests/notes").join(folder)).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    files
}

/// What the note that a file was made of says.
fn expected(file: &Path) -> serde_json::Map<String, Value> {
    let name = file.file_name().unwrap().to_string_lossy();
    let note = name.split('.').next().unwrap();
    let folders = ["tests/notes/golden", "tests/notes"];
    let path = folders.iter().map(|folder| root().join(folder).join(format!("{note}.json"))).find(|path| path.exists());
    serde_json::from_str(&fs::read_to_string(path.unwrap()).unwrap()).unwrap()
}

/// Reads the files of a folder, and lists what is not as it must be.
fn wrong(folder: &str) -> Vec<String> {
    let mut wrong = Vec::new();
    for file in files(folder) {
        let name = file.file_name().unwrap().to_string_lossy().into_owned();
        let note = match read(&fs::read(&file).unwrap(), Some(&name), &countries()) {
            Ok(reading) => reading.note,
            Err(error) => {
                wrong.push(format!("{name}: {error}"));
                continue;
            }
        };
        let whole = serde_json::to_value(&note).unwrap();
        for (part, value) in expected(&file) {
            let read = part_of(&note, &whole, &part);
            if read != value {
                wrong.push(format!("{name}, {part}:\n  read     {read}\n  expected {value}"));
            }
        }
    }
    wrong
}

#[test]
fn pdf_documents_say_what_their_notes_say() {
    assert!(files("pdf").len() >= 8);
    let wrong = wrong("pdf");
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn pages_say_what_their_notes_say() {
    assert!(files("html").len() >= 2);
    let wrong = wrong("html");
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Without optimisation and on a busy machine; a document of thirty pages in release takes a tenth of a second.
const LONGEST: Duration = Duration::from_secs(20);

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn a_damaged_document_is_read_or_refused(file in 0_usize..8, cut in any::<prop::sample::Index>(), changes in proptest::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 0..12)) {
        let file = &files("pdf")[file];
        let mut bytes = fs::read(file).unwrap();
        for (at, byte) in changes {
            let at = at.index(bytes.len());
            bytes[at] = byte;
        }
        let whole = bytes.len();
        bytes.truncate(whole - cut.index(whole) / 4);
        let begun = Instant::now();
        let _ = read(&bytes, None, &countries());
        prop_assert!(begun.elapsed() < LONGEST);
    }
}
