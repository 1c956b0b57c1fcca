//! Notes read in a process of their own: the same is understood, and what a file does to its reader ends there.

use std::{fs, path::Path, time::Instant};

use flate2::{Compress, Compression, FlushCompress};
use rapporteur::{
    concept_note::{Country, Format, NoteError, read},
    services::{note_reader::NoteReader, seeding},
};

use crate::{
    concept_note::root,
    note_hostile::{LONGEST, stream},
};

fn reader() -> NoteReader {
    NoteReader::new(env!("CARGO_BIN_EXE_rapporteur").into())
}

#[tokio::test]
async fn a_reader_of_its_own_understands_the_same() {
    let countries = seeding::countries().unwrap();
    let reader = reader();
    let mut kinds = Vec::new();
    let folder = root().join("tests/notes/library");
    let mut files: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    for file in files {
        let name = file.file_name().unwrap().to_string_lossy().into_owned();
        let kind = (name[..2].to_owned(), file.extension().unwrap().to_owned());
        if kinds.contains(&kind) || kind.1 == "json" || kind.1 == "md" && kind.0 != "en" {
            continue;
        }
        kinds.push(kind);
        let bytes = fs::read(&file).unwrap();
        let apart = reader.read(&bytes, Some(name.clone()), countries.clone()).await.unwrap();
        assert_eq!(apart, read(&bytes, Some(&name), &countries), "{name}");
    }
    assert!(kinds.len() > 20, "{kinds:?}");
    let nobody: Vec<Country> = Vec::new();
    for (bytes, error) in [(&b" \n"[..], NoteError::Empty), (b"{\\rtf1 a}", NoteError::Unsupported(Format::Rtf))] {
        assert_eq!(reader.read(bytes, None, nobody.clone()).await.unwrap(), Err(error));
    }
}

/// What deflates to a text and 400 MiB of blanks; packed piece by piece, since packing it whole takes half a minute.
fn packed_blanks(text: &[u8]) -> Vec<u8> {
    let packed = |data: &[u8]| {
        let mut block = Vec::with_capacity(data.len() + 64);
        Compress::new(Compression::best(), false).compress_vec(data, &mut block, FlushCompress::Full).unwrap();
        block
    };
    [b"\x78\xda".to_vec(), packed(text), packed(&vec![b' '; 1 << 20]).repeat(400), b"\x03\0".to_vec()].concat()
}

/// A PDF whose objects are packed under a comment that hides it from the measuring.
fn bomb() -> Vec<u8> {
    let objects = packed_blanks(b"1 0 <</Type/Catalog/Pages 2 0 R>>");
    let hidden =
        format!("<</Type/ObjStm/N 1/First 4/Length {}/Filter/FlateDecode % obj<<>>\n>>\nstream\n", objects.len());
    let head = b"%PDF-1.7\n".to_vec();
    let first = [b"4 0 obj\n", hidden.as_bytes(), &objects, b"\nendstream"].concat();
    let at = head.len() + first.len();
    let row = |kind: u8, place: usize| [&[kind][..], &u32::try_from(place).unwrap().to_be_bytes(), &[0, 0]].concat();
    let rows = [row(0, 0), row(2, 4), row(0, 0), row(0, 0), row(1, head.len()), row(1, at + 8)].concat();
    let table = stream("/Type/XRef/W[1 4 2]/Size 6/Root 1 0 R", &rows);
    let end = format!("\nendobj\nstartxref\n{}\n%%EOF\n", at + 8);
    [head, first, b"\nendobj\n5 0 obj\n".to_vec(), table, end.into_bytes()].concat()
}

#[tokio::test]
async fn what_gets_past_the_bounds_ends_its_reader_alone() {
    let begun = Instant::now();
    let read = reader().read(&bomb(), None, Vec::new()).await.unwrap();
    assert_eq!(read.err(), Some(NoteError::TooComplex));
    assert!(begun.elapsed() < LONGEST, "{:?}", begun.elapsed());
}

#[tokio::test]
async fn a_reader_that_fails_is_a_file_that_cannot_be_read() {
    let file = vec![b'a'; 4 << 20];
    let fails = NoteReader::new("/bin/false".into());
    assert_eq!(fails.read(&file, None, Vec::new()).await.unwrap().err(), Some(NoteError::Damaged));
    let missing = NoteReader::new(Path::new("/nowhere/rapporteur").into());
    assert!(missing.read(&file, None, Vec::new()).await.is_err(), "that no reader is there is not the file's fault");
}
