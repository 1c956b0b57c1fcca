//! Files damaged in many ways: whatever a file holds, it is read or refused, in time and without a crash.
//!
//! `RAPPORTEUR_FUZZ_SECONDS=3600 cargo test --release --test integration damaged` goes on for an hour; the seed of
//! what fails is printed, and `RAPPORTEUR_FUZZ_SEED` begins there.

#![expect(clippy::print_stdout, reason = "how many files were tried, and how long the longest took")]

use std::{
    env, fs,
    io::{Cursor, Read, Write},
    path::Path,
    time::{Duration, Instant},
};

use rapporteur::concept_note::{Country, read};
use zip::{CompressionMethod, ZipArchive, ZipWriter, write::SimpleFileOptions};

/// Cases of each run of the suite.
const CASES: u64 = 300;

/// Longest that one file may take, without optimisation and on a busy machine.
const LONGEST: Duration = Duration::from_secs(30);

/// Pieces that readers of marked-up text are sensitive to.
const PIECES: [&str; 22] = [
    "<w:p>",
    "</w:p>",
    "<w:tbl><w:tr><w:tc>",
    "<w:sdtContent>",
    "<mc:AlternateContent><mc:Fallback>",
    "<text:list>",
    "<div>",
    "<table><td>",
    "</",
    "<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]>",
    "&b;",
    "&#x0;",
    "]]>",
    "<!--",
    "w:val=\"4294967296\"",
    "text:level=\"-1\"",
    " obj<<",
    "stream\n",
    "endobj",
    "/Kids[1 0 R]",
    "\u{202e}",
    "(((",
];

/// A sequence of numbers from a seed: Steele and others, "Fast Splittable Pseudorandom Number Generators" (2014).
struct Numbers(u64);

impl Numbers {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    fn below(&mut self, end: usize) -> usize {
        usize::try_from(self.next() % u64::try_from(end.max(1)).unwrap()).unwrap()
    }
}

fn setting(name: &str) -> Option<u64> {
    env::var(name).ok().map(|value| value.parse().unwrap())
}

#[test]
fn damaged_files_are_read_or_refused() {
    let files = files();
    let countries = [Country { code: "KEN".into(), names: vec!["Kenya".into(), "肯尼亚".into()] }];
    let begun = Instant::now();
    let seconds = setting("RAPPORTEUR_FUZZ_SECONDS").map(Duration::from_secs);
    let first = setting("RAPPORTEUR_FUZZ_SEED").unwrap_or(1);
    let mut longest = (Duration::ZERO, String::new());
    let mut cases = 0;
    for seed in first.. {
        if seconds.map_or(cases >= CASES, |seconds| begun.elapsed() >= seconds) {
            break;
        }
        let mut numbers = Numbers(seed);
        let (name, bytes) = &files[numbers.below(files.len())];
        let damaged = damage(bytes, &files[numbers.below(files.len())].1, &mut numbers);
        let started = Instant::now();
        let outcome = std::panic::catch_unwind(|| read(&damaged, Some(name), &countries).map(|_| ()));
        let taken = started.elapsed();
        assert!(outcome.is_ok(), "seed {seed}: {name} damaged makes the reader panic");
        assert!(taken < LONGEST, "seed {seed}: {name} damaged takes {taken:?}");
        longest = longest.max((taken, format!("{name}, seed {seed}")));
        cases += 1;
    }
    println!("{cases} damaged files in {:?}; the longest took {:?}: {}", begun.elapsed(), longest.0, longest.1);
}

/// One file of each kind and language that the library has, and the first real note.
fn files() -> Vec<(String, Vec<u8>)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut paths: Vec<_> = fs::read_dir(root.join("tests/notes/library"))
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|kind| kind != "json"))
        .collect();
    paths.push(root.join("seeds/concept-note-2020-11-25.txt"));
    paths.sort();
    let read =
        |path: &std::path::PathBuf| (path.file_name().unwrap().to_string_lossy().into_owned(), fs::read(path).unwrap());
    paths.iter().map(read).collect()
}

/// A file with a few things wrong: in its bytes, or in the parts that an archive holds.
fn damage(bytes: &[u8], other: &[u8], numbers: &mut Numbers) -> Vec<u8> {
    if bytes.starts_with(b"PK") && numbers.below(4) > 0 {
        return damage_archive(bytes, numbers);
    }
    let mut damaged = bytes.to_vec();
    for _ in 0..=numbers.below(4) {
        damage_bytes(&mut damaged, other, numbers);
    }
    damaged
}

fn damage_bytes(bytes: &mut Vec<u8>, other: &[u8], numbers: &mut Numbers) {
    let at = numbers.below(bytes.len());
    let end = (at + numbers.below(200)).min(bytes.len());
    match numbers.below(8) {
        0 => bytes.iter_mut().skip(at).step_by(97).take(40).for_each(|byte| *byte ^= 1 << numbers.below(8)),
        1 => drop(bytes.drain(at..end)),
        2 => bytes.truncate(at),
        3 => {
            let piece = bytes[at..end].repeat(1 + numbers.below(50));
            bytes.splice(at..at, piece);
        }
        4 => {
            let from = numbers.below(other.len());
            bytes.splice(at..end, other[from..].iter().copied().take(2000));
        }
        5 => drop(bytes.splice(at..at, vec![u8::try_from(numbers.below(256)).unwrap(); numbers.below(500)])),
        _ => {
            let piece = PIECES[numbers.below(PIECES.len())];
            let times = if numbers.below(4) == 0 { 20_000 } else { 1 + numbers.below(20) };
            bytes.splice(at..at, piece.repeat(times).into_bytes());
        }
    }
}

/// The archive packed again with one of its parts damaged, or gone, or named anew.
fn damage_archive(bytes: &[u8], numbers: &mut Numbers) -> Vec<u8> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut parts = Vec::new();
    for index in 0..archive.len() {
        let mut file = archive.by_index(index).unwrap();
        let mut content = Vec::new();
        file.read_to_end(&mut content).unwrap();
        parts.push((file.name().unwrap().into_owned(), content));
    }
    let texts: Vec<usize> = (0..parts.len()).filter(|at| parts[*at].0.rsplit('.').next() == Some("xml")).collect();
    let chosen = texts[numbers.below(texts.len())];
    match numbers.below(10) {
        0 => drop(parts.remove(chosen)),
        1 => parts[chosen].0.push('x'),
        _ => {
            for _ in 0..=numbers.below(3) {
                damage_bytes(&mut parts[chosen].1, bytes, numbers);
            }
        }
    }
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
    for (name, content) in parts {
        writer.start_file(name, options).unwrap();
        writer.write_all(&content).unwrap();
    }
    writer.finish().unwrap().into_inner()
}
