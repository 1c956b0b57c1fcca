//! Notes of as many pages as one likes: a real note of six pages, its middle repeated, in the files that programs made of it.

use std::error::Error;
use std::fmt::Write as _;
use std::fs;
use std::io::{Cursor, Read, Write};
use std::path::Path;

use flate2::read::ZlibDecoder;
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

/// Pages that the note fills when it is printed.
const PRINTED: usize = 6;

/// The first and the last heading of what is repeated.
const FIRST: &str = "History of security sector reform within the United Nations";
const LAST: &str = "Guiding questions";

/// A format, and what is known of a file in it.
pub struct Format {
    pub name: &'static str,
    path: &'static str,
    kind: Kind,
}

enum Kind {
    /// A text, with what stands before each paragraph.
    Text(&'static str),
    /// An archive with the text in one of its parts.
    Archive(&'static str, &'static str),
    Pdf,
}

/// The formats that are read.
pub const FORMATS: [Format; 5] = [
    Format { name: "text", path: "seeds/concept-note-2020-11-25.txt", kind: Kind::Text("\n\n") },
    Format { name: "html", path: "tests/notes/html/concept-note-2020-11-25.writer.html", kind: Kind::Text("<p") },
    Format {
        name: "docx",
        path: "tests/notes/golden/concept-note-2020-11-25.docx",
        kind: Kind::Archive("word/document.xml", "<w:p>"),
    },
    Format {
        name: "odt",
        path: "tests/notes/golden/concept-note-2020-11-25.odt",
        kind: Kind::Archive("content.xml", "<text:h"),
    },
    Format { name: "pdf", path: "tests/notes/pdf/concept-note-2020-11-25.writer.pdf", kind: Kind::Pdf },
];

impl Format {
    /// A file of that many pages.
    pub fn of_pages(&self, pages: usize) -> Result<Vec<u8>, Box<dyn Error>> {
        let bytes = fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join(self.path))?;
        match self.kind {
            Kind::Text(opening) => Ok(lengthened(std::str::from_utf8(&bytes)?, opening, pages)?.into_bytes()),
            Kind::Archive(part, opening) => archive(&bytes, part, opening, pages),
            Kind::Pdf => pdf(&bytes, pages),
        }
    }

    /// The least that reading such a file takes: its text is unpacked and known to be one. Gives its bytes.
    pub fn unpack(&self, file: &[u8]) -> Result<usize, Box<dyn Error>> {
        match self.kind {
            Kind::Text(_) => Ok(std::str::from_utf8(file)?.len()),
            Kind::Archive(part, _) => {
                let mut text = String::new();
                ZipArchive::new(Cursor::new(file))?.by_name(part)?.read_to_string(&mut text)?;
                Ok(text.len())
            }
            Kind::Pdf => {
                let streams = file.windows(7).enumerate().filter(|(_, word)| word == b"stream\n").map(|(at, _)| at + 7);
                let sizes = streams.filter_map(|at| ZlibDecoder::new(&file[at..]).read_to_end(&mut Vec::new()).ok());
                Ok(sizes.sum())
            }
        }
    }
}

/// A text with its middle repeated until it is that many times a page long.
fn lengthened(text: &str, opening: &str, pages: usize) -> Result<String, Box<dyn Error>> {
    let before = |heading: &str| text[..text.find(heading)?].rfind(opening);
    let (from, to) = (before(FIRST).ok_or(FIRST)?, before(LAST).ok_or(LAST)?);
    let copies = (pages * text.len() / PRINTED).saturating_sub(text.len()).div_ceil(to - from) + 1;
    Ok([&text[..from], &text[from..to].repeat(copies), &text[to..]].concat())
}

fn archive(bytes: &[u8], part: &str, opening: &str, pages: usize) -> Result<Vec<u8>, Box<dyn Error>> {
    let mut archive = ZipArchive::new(Cursor::new(bytes))?;
    let mut text = String::new();
    archive.by_name(part)?.read_to_string(&mut text)?;
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for place in 0..archive.len() {
        let file = archive.by_index_raw(place)?;
        if file.name()? != part {
            writer.raw_copy_file(file)?;
        }
    }
    writer.start_file(part, SimpleFileOptions::default())?;
    writer.write_all(lengthened(&text, opening, pages)?.as_bytes())?;
    Ok(writer.finish()?.into_inner())
}

/// The file with an update behind its end (ISO 32000-1, 7.5.6): the pages are written once more, as often as it takes.
fn pdf(bytes: &[u8], pages: usize) -> Result<Vec<u8>, Box<dyn Error>> {
    let text = String::from_utf8_lossy(bytes);
    let between = |from: &str, to: &str| {
        let (_, rest) = text.rsplit_once(from).ok_or_else(|| from.to_owned())?;
        rest.split_once(to).map(|(found, _)| found.trim()).ok_or_else(|| to.to_owned())
    };
    let own: Vec<&str> = text.split("<</Type/Page/").skip(1).filter_map(|rest| rest.split(">>").next()).collect();
    let tree = own.first().and_then(|page| page.strip_prefix("Parent ")?.split(' ').next()).ok_or("/Parent")?;
    let first: usize = between("/Size ", "/")?.parse()?;
    // the first page, those between as often as needed, and the last two, which ask: what asks twice is two notes
    let chosen = (0..pages).map(|at| match at {
        0 => 0,
        at if at + 2 >= pages => at + own.len() - pages,
        at => 1 + (at - 1) % (own.len() - 3),
    });
    let mut update = String::from("\n");
    let mut places = Vec::new();
    for (at, page) in chosen.enumerate() {
        places.push(bytes.len() + update.len());
        write!(update, "{} 0 obj\n<</Type/Page/{}>>\nendobj\n", first + at, own[page])?;
    }
    let kids: Vec<String> = (first..first + pages).map(|number| format!("{number} 0 R")).collect();
    let root = bytes.len() + update.len();
    write!(update, "{tree} 0 obj\n<</Type/Pages/Count {pages}/Kids[{}]>>\nendobj\n", kids.join(" "))?;
    let table = bytes.len() + update.len();
    write!(update, "xref\n{tree} 1\n{root:010} 00000 n \n{first} {pages}\n")?;
    places.iter().try_for_each(|place| writeln!(update, "{place:010} 00000 n "))?;
    let (catalog, previous) = (between("/Root ", "/")?, between("startxref", "%%EOF")?);
    let size = first + pages;
    write!(update, "trailer\n<</Size {size}/Root {catalog}/Prev {previous}>>\nstartxref\n{table}\n%%EOF\n")?;
    Ok([bytes, update.as_bytes()].concat())
}
