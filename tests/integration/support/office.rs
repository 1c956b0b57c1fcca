//! Documents of word processors, written by hand as plainly as their formats allow.

use std::fmt::Write as _;
use std::io::{Cursor, Write};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

/// The namespace of a Word document's elements.
pub const WORD: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

/// The same in strict documents.
pub const STRICT: &str = "http://purl.oclc.org/ooxml/wordprocessingml/main";

/// An archive of parts.
pub fn archive(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        let packed = if *name == "mimetype" { CompressionMethod::Stored } else { CompressionMethod::Deflated };
        archive.start_file(*name, SimpleFileOptions::default().compression_method(packed)).unwrap();
        archive.write_all(bytes).unwrap();
    }
    archive.finish().unwrap().into_inner()
}

/// What says that an archive is a Word document.
pub const CONTENT_TYPES: &str = r#"<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>"#;

const RELATIONS: &str = r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>"#;

/// The main part with this body; its prefix is `w`.
pub fn main_part(body: &str) -> String {
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?><w:document xmlns:w=\"{WORD}\" \
        xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\"><w:body>{body}</w:body></w:document>"
    )
}

/// A Word document with this body and these lists; the styles are headings under a name and an id of their own.
pub fn docx(body: &str, lists: &str) -> Vec<u8> {
    let styles = format!(
        "<w:styles xmlns:w=\"{WORD}\"><w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Standard\"><w:name w:val=\"Normal\"/></w:style>\
        <w:style w:type=\"paragraph\" w:styleId=\"berschrift1\"><w:name w:val=\"heading 1\"/><w:basedOn w:val=\"Standard\"/></w:style>\
        <w:style w:type=\"paragraph\" w:styleId=\"Own\"><w:name w:val=\"Section\"/><w:basedOn w:val=\"berschrift1\"/></w:style>\
        <w:style w:type=\"paragraph\" w:styleId=\"TOC1\"><w:name w:val=\"toc 1\"/></w:style>\
        <w:style w:type=\"paragraph\" w:styleId=\"Numbered\"><w:name w:val=\"Numbered\"/><w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr></w:pPr></w:style>\
        <w:style w:type=\"character\" w:styleId=\"Strong\"><w:name w:val=\"Strong\"/><w:rPr><w:b/></w:rPr></w:style></w:styles>"
    );
    let lists = format!("<w:numbering xmlns:w=\"{WORD}\">{lists}</w:numbering>");
    docx_of_parts(&[
        ("word/document.xml", main_part(body).as_bytes()),
        ("word/styles.xml", styles.as_bytes()),
        ("word/numbering.xml", lists.as_bytes()),
    ])
}

/// A Word document of these parts.
pub fn docx_of_parts(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let frame = [("[Content_Types].xml", CONTENT_TYPES.as_bytes()), ("_rels/.rels", RELATIONS.as_bytes())];
    archive(&[&frame, parts].concat())
}

/// An `OpenDocument` text with these automatic styles and this text; headings and lists may use what it has.
pub fn odt(styles: &str, text: &str) -> Vec<u8> {
    const SPACES: &str = r#"xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/""#;
    let content = format!(
        "<office:document-content {SPACES}><office:automatic-styles>{styles}</office:automatic-styles>\
        <office:body><office:text>{text}</office:text></office:body></office:document-content>"
    );
    let common = format!(
        "<office:document-styles {SPACES}><office:styles>\
        <style:style style:name=\"Heavy_20_text\" style:family=\"paragraph\"><style:text-properties fo:font-weight=\"bold\"/></style:style>\
        </office:styles><office:automatic-styles><style:style style:name=\"P1\" style:family=\"paragraph\">\
        <style:text-properties text:display=\"none\"/></style:style></office:automatic-styles></office:document-styles>"
    );
    archive(&[
        ("mimetype", b"application/vnd.oasis.opendocument.text"),
        ("content.xml", content.as_bytes()),
        ("styles.xml", common.as_bytes()),
    ])
}

/// A paragraph of a note, as its writer sets it.
pub enum Piece {
    Heading(String),
    /// One of the numbered paragraphs.
    Numbered(String),
    /// An entry of a list, and whether it is the first.
    Entry(String, bool),
    Text(String),
}

/// The paragraphs of a note in plain text, without the labels that a word processor counts.
pub fn pieces(note: &str, headings: &[String]) -> Vec<Piece> {
    let mut pieces: Vec<Piece> = Vec::new();
    for line in note.lines().filter(|line| !line.trim().is_empty()) {
        let line = unmarked(line.trim());
        let number = line.split_once(". ").filter(|(number, _)| number.parse::<u8>().is_ok());
        let letter = line.split_once(") ").filter(|(letter, _)| letter.len() == 2 && letter.starts_with('('));
        match pieces.last_mut() {
            // a paragraph that a page break tore apart
            Some(Piece::Numbered(text) | Piece::Entry(text, _)) if line.starts_with(char::is_lowercase) => {
                text.push(' ');
                text.push_str(&line);
            }
            _ => pieces.push(match (number, letter) {
                (Some((_, text)), _) => Piece::Numbered(text.to_owned()),
                (_, Some((letter, text))) => Piece::Entry(text.to_owned(), letter == "(a"),
                _ if headings.contains(&line) => Piece::Heading(line),
                _ => Piece::Text(line),
            }),
        }
    }
    pieces
}

/// Without the marks of Markdown.
fn unmarked(line: &str) -> String {
    let mut text = line.replace("](#)", "").replace("**", "").replace('\\', "");
    text.retain(|c| c != '[');
    text
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;")
}

/// The note as a Word document: headings by style, paragraphs and entries numbered by their lists.
pub fn word_of(pieces: &[Piece]) -> Vec<u8> {
    let level = |format: &str, text: &str| {
        format!(
            "<w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt w:val=\"{format}\"/><w:lvlText w:val=\"{text}\"/></w:lvl>"
        )
    };
    let mut lists = format!(
        "<w:abstractNum w:abstractNumId=\"0\">{}</w:abstractNum><w:abstractNum w:abstractNumId=\"1\">{}</w:abstractNum>\
        <w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num>",
        level("decimal", "%1."),
        level("lowerLetter", "(%1)")
    );
    let mut last = 1;
    let mut body = String::new();
    for piece in pieces {
        let (properties, text) = match piece {
            Piece::Heading(text) => ("<w:pStyle w:val=\"Own\"/>".to_owned(), text),
            Piece::Numbered(text) => ("<w:pStyle w:val=\"Numbered\"/>".to_owned(), text),
            Piece::Entry(text, first) => {
                if *first {
                    last += 1;
                    write!(
                        lists,
                        "<w:num w:numId=\"{last}\"><w:abstractNumId w:val=\"1\"/><w:lvlOverride w:ilvl=\"0\">\
                        <w:startOverride w:val=\"1\"/></w:lvlOverride></w:num>"
                    )
                    .unwrap();
                }
                (format!("<w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"{last}\"/></w:numPr>"), text)
            }
            Piece::Text(text) => (String::new(), text),
        };
        // a writer's program divides a paragraph where it likes
        let half = text.char_indices().nth(text.chars().count() / 2).map_or(0, |(at, _)| at);
        let (before, after) = text.split_at(half);
        write!(
            body,
            "<w:p><w:pPr>{properties}</w:pPr><w:r><w:t xml:space=\"preserve\">{}</w:t></w:r>\
            <w:r><w:t xml:space=\"preserve\">{}</w:t></w:r></w:p>",
            escaped(before),
            escaped(after)
        )
        .unwrap();
    }
    docx(&body, &lists)
}

/// The note as an `OpenDocument` text.
pub fn open_document_of(pieces: &[Piece]) -> Vec<u8> {
    let level = |name: &str, format: &str, prefix: &str, suffix: &str| {
        format!(
            "<text:list-style style:name=\"{name}\"><text:list-level-style-number text:level=\"1\" \
            style:num-format=\"{format}\" style:num-prefix=\"{prefix}\" style:num-suffix=\"{suffix}\"/></text:list-style>"
        )
    };
    let mut text = String::new();
    for piece in pieces {
        let list = |style: &str, goes_on: bool, words: &str| {
            format!(
                "<text:list text:style-name=\"{style}\" text:continue-numbering=\"{goes_on}\"><text:list-item>\
                <text:p>{words}</text:p></text:list-item></text:list>"
            )
        };
        let element = match piece {
            Piece::Heading(words) => format!("<text:h text:outline-level=\"1\">{}</text:h>", escaped(words)),
            Piece::Numbered(words) => list("L1", true, &escaped(words)),
            Piece::Entry(words, first) => list("L2", !first, &escaped(words)),
            Piece::Text(words) => format!("<text:p text:style-name=\"P1\">{}</text:p>", escaped(words)),
        };
        text.push_str(&element);
    }
    odt(&(level("L1", "1", "", ".") + &level("L2", "a", "(", ")")), &text)
}
