//! Files built to cost more than they weigh: each is refused with its own sentence, in time, and with little memory.
//!
//! Bounds of time are those of a build without optimisation on a busy machine; without the rules they guard, each of these
//! files takes minutes, or gigabytes.

use std::{
    fmt::Write as _,
    io::Write as _,
    time::{Duration, Instant},
};

use flate2::{Compression, write::ZlibEncoder};
use rapporteur::concept_note::{NoteError, read};

/// Longest that one may take.
pub const LONGEST: Duration = Duration::from_secs(20);

/// A PDF of these objects, the first its catalogue.
fn pdf(objects: &[Vec<u8>]) -> Vec<u8> {
    let (mut file, mut table) = (b"%PDF-1.7\n".to_vec(), String::new());
    for (at, object) in objects.iter().enumerate() {
        writeln!(table, "{:010} 00000 n ", file.len()).unwrap();
        file.extend([format!("{} 0 obj\n", at + 1).as_bytes(), object, b"\nendobj\n"].concat());
    }
    let (begin, size) = (file.len(), objects.len() + 1);
    let head = format!("xref\n0 {size}\n0000000000 65535 f \n{table}trailer\n<</Size {size}/Root 1 0 R>>\n");
    file.extend(format!("{head}startxref\n{begin}\n%%EOF\n").into_bytes());
    file
}

pub fn stream(description: &str, data: &[u8]) -> Vec<u8> {
    let mut packed = ZlibEncoder::new(Vec::new(), Compression::best());
    packed.write_all(data).unwrap();
    let packed = packed.finish().unwrap();
    let head = format!("<</Filter/FlateDecode/Length {}{description}>>\nstream\n", packed.len());
    [head.as_bytes(), &packed, b"\nendstream"].concat()
}

/// A PDF of one page with these instructions, this font and one object more.
fn page(contents: &str, instructions: &[u8], font: &str, object: Vec<u8>) -> Vec<u8> {
    let page = format!(
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents {contents}\
         /Resources<</Font<</F 5 0 R>>/XObject<</X 6 0 R>>>>>>"
    );
    pdf(&[
        b"<</Type/Catalog/Pages 2 0 R>>".to_vec(),
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>".to_vec(),
        page.into_bytes(),
        stream("", instructions),
        font.into(),
        object,
    ])
}

const FONT: &str = "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>";
const WIDE: &str = "<</Type/Font/Subtype/Type0/BaseFont/A/Encoding/Identity-H/DescendantFonts[6 0 R]>>";
const MAPPED: &str = "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/ToUnicode 6 0 R>>";

fn instructions(piece: &str, times: usize) -> Vec<u8> {
    page("4 0 R", piece.repeat(times).as_bytes(), FONT, stream("/Subtype/Form", b""))
}

fn widths(widths: &str) -> Vec<u8> {
    let font = format!("<</Type/Font/Subtype/CIDFontType2/BaseFont/A/{widths}>>");
    page("4 0 R", b"BT /F 11 Tf 72 700 Td <00410042> Tj ET", WIDE, font.into_bytes())
}

/// Four hundred fonts with the same table.
fn fonts(table: &[u8]) -> Vec<u8> {
    let names: String = (0..400).map(|at| format!("/F{at} {} 0 R", at + 7)).collect::<Vec<_>>().concat();
    let text: String = (0..400).map(|at| format!("/F{at} 1 Tf (a) Tj ")).collect::<Vec<_>>().concat();
    let page =
        format!("<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<<{names}>>>>>>");
    let mut objects = vec![
        b"<</Type/Catalog/Pages 2 0 R>>".to_vec(),
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>".to_vec(),
        page.into_bytes(),
        stream("", format!("BT 72 700 Td {text} ET").as_bytes()),
        b"null".to_vec(),
        stream("", table),
    ];
    objects.extend((0..400).map(|_| MAPPED.into()));
    pdf(&objects)
}

fn letters(letters: &str) -> Vec<u8> {
    let map = format!("1 begincodespacerange <00><FF> endcodespacerange 1 beginbfchar {letters} endbfchar\n");
    let text = format!("BT /F 1 Tf 72 700 Td ({}) Tj ET", "A".repeat(100_000));
    page("4 0 R", text.as_bytes(), MAPPED, stream("", map.as_bytes()))
}

fn refused(files: &[(&str, Vec<u8>, NoteError)]) {
    for (name, file, error) in files {
        let begun = Instant::now();
        let outcome = read(file, None, &[]).map(|reading| reading.note);
        let taken = begun.elapsed();
        assert_eq!(outcome.err(), Some(*error), "{name}");
        assert!(taken < LONGEST, "{name} took {taken:?}");
    }
}

#[test]
fn instructions_of_a_page_have_bounds() {
    let marks = [b"/a BMC ".repeat(200_000), b"BT /F 1 Tf 9 9 Td ".to_vec(), b"()Tj ".repeat(200_000)].concat();
    let begun = Instant::now();
    assert!(read(&page("4 0 R", &marks, FONT, b"null".to_vec()), None, &[]).is_err());
    assert!(begun.elapsed() < LONGEST, "marks inside marks took {:?}", begun.elapsed());
    let bomb = stream("/Subtype/Form/A(/Image/Width)", &vec![b' '; 80 * 1024 * 1024]);
    refused(&[
        ("a stream of blanks", instructions(" ", 20 * 1024 * 1024), NoteError::UnpacksTooLarge),
        ("a drawing drawn over and over", instructions("/X Do ", 1_000_000), NoteError::TooComplex),
        ("drawings that are not there", instructions("/Y Do ", 1_000_000), NoteError::TooComplex),
        ("pictures without an end", instructions("BI ID ", 500_000), NoteError::TooComplex),
        (
            "a stream a thousand times",
            {
                let contents = format!("[{}]", "4 0 R ".repeat(1000));
                page(&contents, &vec![b' '; 1024 * 1024], FONT, b"null".to_vec())
            },
            NoteError::UnpacksTooLarge,
        ),
        (
            "a string of five million letters",
            {
                let text = format!("BT /F 0.001 Tf 72 700 Td ({}) Tj ET", "a".repeat(5_000_000));
                page("4 0 R", text.as_bytes(), FONT, b"null".to_vec())
            },
            NoteError::TooLong,
        ),
        ("a drawing called a picture", page("4 0 R", b"/X Do", FONT, bomb), NoteError::UnpacksTooLarge),
    ]);
}

#[test]
fn fonts_have_bounds() {
    let begun = Instant::now();
    let _ = read(&fonts(&vec![b' '; 4 * 1024 * 1024]), None, &[]);
    assert!(begun.elapsed() < LONGEST, "four hundred fonts took {:?}", begun.elapsed());
    refused(&[
        ("widths of four thousand million codes", widths("W[0 4294967295 500]"), NoteError::NoLetters),
        ("many ranges of widths", widths(&format!("W[{}]", "0 65535 500 ".repeat(9))), NoteError::NoLetters),
        ("vertical widths", widths("W2[0 4294967295 500 1 1]"), NoteError::NoLetters),
        ("a sign of five thousand letters", letters(&format!("<41><{}>", "0042".repeat(5000))), NoteError::NoLetters),
        ("a table of a million codes", letters(&"<41><0042>\n".repeat(1_000_000)), NoteError::NoLetters),
    ]);
}

#[test]
fn a_damaged_or_packed_structure_has_bounds() {
    let table = |entries: usize| {
        let head = b"%PDF-1.5\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n".to_vec();
        let rows = b"\x01\x00\x09\x00".repeat(entries);
        let table = stream(&format!("/Type/XRef/W[1 2 1]/Size {entries}/Root 1 0 R"), &rows);
        let end = format!("\nendobj\nstartxref\n{}\n%%EOF", head.len());
        [head, b"3 0 obj".to_vec(), table, end.into_bytes()].concat()
    };
    let padded = stream(&format!("/Type/ObjStm/N 1/First 4/Pad({})", "a".repeat(40_000)), &vec![b' '; 80 << 20]);
    refused(&[
        ("a table of ten million objects", table(10_000_000), NoteError::UnpacksTooLarge),
        (
            "dictionaries without an end",
            [b"%PDF-1.4\n".to_vec(), b"<</A ".repeat(900_000)].concat(),
            NoteError::TooComplex,
        ),
        ("a bomb with a long description", pdf(&[b"<</Type/Catalog>>".to_vec(), padded]), NoteError::UnpacksTooLarge),
    ]);
}

#[test]
fn pages_of_nothing_but_marks_have_bounds() {
    let page = |body: String| format!("<html><body>{body}").into_bytes();
    refused(&[
        ("end tags in deep elements", page("<span>".repeat(390) + &"</div>".repeat(140_000)), NoteError::TooComplex),
        ("half a million line breaks", page("<br>".repeat(500_000)), NoteError::TooComplex),
        ("letters as numbers", page("&#x41;".repeat(700_000)), NoteError::TooComplex),
    ]);
}
