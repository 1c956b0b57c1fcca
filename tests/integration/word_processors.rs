//! Notes as documents of word processors: what their formats know and no plain text says.

mod any;
mod open_document;
mod refused;

use std::fs;
use std::path::Path;

use rapporteur::concept_note::{Country, NoteError, read};
use rapporteur::domain::concept_note::ConceptNote;
use serde_json::Value;

use crate::support::office::{self, Piece, STRICT, WORD, archive, docx, docx_of_parts, main_part};

fn file(path: &str) -> Vec<u8> {
    fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join(path)).unwrap()
}

fn understand(bytes: &[u8]) -> Result<ConceptNote, NoteError> {
    let country = Country { code: "ZAF".into(), names: vec!["South Africa".into()] };
    read(bytes, None, &[country]).map(|reading| reading.note)
}

/// All that a note says, a line each: headings with `#`, paragraphs with their number, entries with their label.
fn said(bytes: &[u8]) -> Vec<String> {
    let note = understand(bytes).unwrap();
    let mut said = Vec::new();
    for section in note.sections {
        said.extend(section.heading.map(|heading| format!("# {heading}")));
        for paragraph in section.paragraphs {
            let number = paragraph.number.map(|number| format!("{number} ")).unwrap_or_default();
            said.push(format!("{number}{}", paragraph.text));
            said.extend(
                paragraph.items.into_iter().map(|item| format!("{} {}", item.label.unwrap_or_default(), item.text)),
            );
        }
    }
    said
}

/// The paragraphs of a Word document with this body under a title.
fn words(body: &str) -> Vec<String> {
    said(&docx(&format!("{}{body}", p("Concept note on words")), ""))
}

fn p(text: &str) -> String {
    format!("<w:p><w:r><w:t>{text}</w:t></w:r></w:p>")
}

fn golden() -> (String, Value, Vec<Piece>) {
    let text = String::from_utf8(file("seeds/concept-note-2020-11-25.txt")).unwrap();
    let golden: Value = serde_json::from_slice(&file("tests/notes/golden/concept-note-2020-11-25.json")).unwrap();
    let headings =
        golden["sections"].as_array().unwrap().iter().map(|section| section["heading"].as_str().unwrap().into());
    let pieces = office::pieces(&text, &headings.collect::<Vec<_>>());
    (text, golden, pieces)
}

fn json(bytes: &[u8]) -> Value {
    serde_json::to_value(understand(bytes).unwrap()).unwrap()
}

#[test]
fn the_first_real_note_says_the_same_as_a_document() {
    let (_, golden, pieces) = golden();
    assert_eq!(json(&office::word_of(&pieces)), golden);
    assert_eq!(json(&office::open_document_of(&pieces)), golden);
}

#[test]
fn a_document_with_a_paragraph_for_each_typed_line_says_the_same() {
    let (text, golden, _) = golden();
    let text = text.replace("](#)", "").replace("**", "").replace(['\\', '['], "");
    let mut body = String::new();
    for line in text.lines() {
        let mut typed = String::new();
        for word in line.split_inclusive(' ') {
            if typed.chars().count() + word.trim_end().chars().count() > 76 {
                body += &p(&std::mem::take(&mut typed));
            }
            typed += word;
        }
        body += &p(&typed);
    }
    assert_eq!(json(&docx(&body, "")), golden);
    // the same lines of one paragraph, with line breaks between them
    let broken = body.replace("</w:t></w:r></w:p><w:p><w:r><w:t>", "</w:t><w:br/><w:t>");
    assert_eq!(json(&docx(&broken, "")), golden);
}

#[test]
fn paragraphs_of_a_document_are_whole() {
    // a short one that ends no sentence, before one that begins low: in plain text they would be one
    let first = "A paragraph that was typed without a full stop at its end and is long enough";
    let read = words(&(p(first) + &p("and another one that begins with a small letter, as typed.")));
    assert_eq!(read, [first, "and another one that begins with a small letter, as typed."]);
}

#[test]
fn what_a_document_hides_is_no_word_of_it() {
    let note = |run: &str| {
        let body = format!(
            "<w:p><w:r><w:t xml:space=\"preserve\">The Council sup</w:t></w:r>{run}<w:r><w:t>ports the reform of institutions.</w:t></w:r></w:p>"
        );
        words(&body).join("|")
    };
    let plain = "The Council supports the reform of institutions.";
    for run in [
        "<w:r><w:footnoteReference w:id=\"1\"/></w:r>",
        "<w:r><w:endnoteReference w:id=\"1\"/></w:r>",
        "<w:commentRangeStart w:id=\"0\"/><w:r><w:commentReference w:id=\"0\"/></w:r><w:commentRangeEnd w:id=\"0\"/>",
        "<w:del w:id=\"1\"><w:r><w:delText>x</w:delText></w:r></w:del>",
        "<w:moveFrom w:id=\"1\"><w:r><w:t>x</w:t></w:r></w:moveFrom>",
        "<w:r><w:rPr><w:vanish/></w:rPr><w:t>x</w:t></w:r>",
        "<w:r><w:softHyphen/></w:r>",
        "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText> XE x </w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r>",
        "<w:r><w:rPr><w:rPrChange><w:rPr><w:vanish/></w:rPr></w:rPrChange></w:rPr><w:t></w:t></w:r>",
        "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent><w:r><w:t>Click here</w:t></w:r></w:sdtContent></w:sdt>",
        "<w:r><w:pict><w:other><w:txbxContent/></w:other></w:pict></w:r>",
        "<w:r><w:lastRenderedPageBreak/></w:r><w:bookmarkStart w:id=\"1\" w:name=\"b\"/><w:bookmarkEnd w:id=\"1\"/>",
    ] {
        assert_eq!(note(run), plain, "{run}");
    }
    for (run, between) in [
        ("<w:ins w:id=\"1\"><w:r><w:t>X</w:t></w:r></w:ins>", "X"),
        ("<w:moveTo w:id=\"1\"><w:r><w:t>X</w:t></w:r></w:moveTo>", "X"),
        ("<w:hyperlink><w:r><w:t>X</w:t></w:r></w:hyperlink>", "X"),
        ("<w:smartTag><w:r><w:t>X</w:t></w:r></w:smartTag>", "X"),
        ("<w:sdt><w:sdtContent><w:r><w:t>X</w:t></w:r></w:sdtContent></w:sdt>", "X"),
        ("<w:fldSimple w:instr=\"REF b\"><w:r><w:t>X</w:t></w:r></w:fldSimple>", "X"),
        (
            "<w:r><w:fldChar w:fldCharType=\"begin\"/><w:instrText>IF </w:instrText><w:fldChar w:fldCharType=\"begin\"/>\
            <w:instrText>PAGE</w:instrText><w:fldChar w:fldCharType=\"separate\"/><w:t>3</w:t><w:fldChar w:fldCharType=\"end\"/>\
            <w:fldChar w:fldCharType=\"separate\"/><w:t>X</w:t><w:fldChar w:fldCharType=\"end\"/></w:r>",
            "X",
        ),
        ("<w:r><w:rPr><w:caps/></w:rPr><w:t>x</w:t></w:r>", "x"),
        ("<w:r><w:noBreakHyphen/></w:r>", "\u{2011}"),
        ("<w:r><w:tab/></w:r>", " "),
        ("<w:r><w:sym w:font=\"Symbol\" w:char=\"F0B3\"/></w:r>", "≥"),
        ("<w:r><w:t>&amp;&#x2013;&lt;<![CDATA[>]]></w:t></w:r>", "&–<>"),
        ("<w:ruby><w:rt><w:r><w:t>no</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>X</w:t></w:r></w:rubyBase></w:ruby>", "X"),
    ] {
        assert_eq!(note(run), plain.replace("supports", &format!("sup{between}ports")), "{run}");
    }
}

#[test]
fn a_deleted_end_of_a_paragraph_joins_it_with_the_next() {
    let deleted = "<w:pPr><w:rPr><w:del w:id=\"1\"/></w:rPr></w:pPr>";
    let body = format!(
        "<w:p>{deleted}<w:r><w:t xml:space=\"preserve\">The first half, </w:t></w:r></w:p>{}\
        <w:p>{deleted}<w:del w:id=\"2\"><w:r><w:delText>All of it.</w:delText></w:r></w:del></w:p>{}",
        p("and the second half of it."),
        p("The next paragraph is there.")
    );
    assert_eq!(words(&body), ["The first half, and the second half of it.", "The next paragraph is there."]);
}

#[test]
fn a_text_box_is_read_once_and_tears_nothing_apart() {
    let content = "<w:txbxContent><w:p><w:r><w:t>The words of the box are read once.</w:t></w:r></w:p></w:txbxContent>";
    let body = format!(
        "<w:p><w:r><w:t xml:space=\"preserve\">The sentence around </w:t></w:r><w:r><mc:AlternateContent><mc:Choice Requires=\"wps\">{content}</mc:Choice>\
        <mc:Fallback><w:pict>{content}</w:pict></mc:Fallback></mc:AlternateContent></w:r><w:r><w:t>the box is one.</w:t></w:r></w:p>"
    );
    assert_eq!(words(&body), ["The sentence around the box is one.", "The words of the box are read once."]);
}

#[test]
fn labels_that_word_counts_stand_in_no_text() {
    let level = |at: usize, format: &str, text: &str| {
        format!(
            "<w:lvl w:ilvl=\"{at}\"><w:start w:val=\"1\"/><w:numFmt w:val=\"{format}\"/><w:lvlText w:val=\"{text}\"/><w:pPr><w:ind w:left=\"{}\" w:hanging=\"360\"/></w:pPr></w:lvl>",
            720 * (at + 1)
        )
    };
    let lists = format!(
        "<w:abstractNum w:abstractNumId=\"1\">{}{}{}</w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"1\"/></w:num>",
        level(0, "decimal", "%1."),
        level(1, "lowerLetter", "(%2)"),
        level(2, "bullet", "\u{f0b7}"),
    );
    let entry = |at: usize, text: &str| {
        format!(
            "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"{at}\"/><w:numId w:val=\"1\"/></w:numPr></w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"
        )
    };
    let heading =
        |text: &str| format!("<w:p><w:pPr><w:pStyle w:val=\"Own\"/></w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>");
    let body = p("Concept note on words")
        + &heading("Background")
        + &entry(0, "The first paragraph has no label in its text.")
        + &entry(0, "Participants may wish to consider the following questions:")
        + &entry(1, "How can it be done?")
        + &entry(2, "by whom")
        + &entry(2, "and when")
        + &entry(1, "What are the lessons?")
        + &heading("Format")
        + &entry(0, "The third paragraph goes on with the numbers.");
    let bytes = docx(&body, &lists);
    assert_eq!(
        said(&bytes),
        [
            "# Background",
            "1 The first paragraph has no label in its text.",
            "2 Participants may wish to consider the following questions:",
            "(a) How can it be done?\n• by whom\n• and when",
            "(b) What are the lessons?",
            "# Format",
            "3 The third paragraph goes on with the numbers.",
        ]
    );
    let note = understand(&bytes).unwrap();
    assert_eq!(note.questions.iter().map(|q| q.label.as_str()).collect::<Vec<_>>(), ["(a)", "(b)"]);
}

#[test]
fn headings_are_told_by_style_or_by_bold() {
    let text = "This is a paragraph with enough words to be one.";
    let bold = "<w:p><w:r><w:rPr><w:rStyle w:val=\"Strong\"/></w:rPr><w:t>Money and means</w:t></w:r></w:p>";
    let own = "<w:p><w:pPr><w:pStyle w:val=\"Own\"/></w:pPr><w:r><w:t>People and places</w:t></w:r></w:p>";
    let level = "<w:p><w:pPr><w:outlineLvl w:val=\"2\"/></w:pPr><w:r><w:t>Time and tide</w:t></w:r></w:p>";
    let contents = "<w:p><w:pPr><w:pStyle w:val=\"TOC1\"/></w:pPr><w:r><w:t>Money and means 3</w:t></w:r></w:p>";
    let body = format!("{contents}{bold}{0}{own}{0}{level}{0}", p(text));
    assert_eq!(words(&body), ["# Money and means", text, "# People and places", text, "# Time and tide", text]);
}

#[test]
fn a_layout_table_tears_no_text_apart() {
    let cell = |text: &str| format!("<w:tc><w:tcPr><w:tcW w:w=\"1\"/></w:tcPr>{}</w:tc>", p(text));
    let row = |a: &str, b: &str| format!("<w:tr>{}{}</w:tr>", cell(a), cell(b));
    let body = p("Guiding questions")
        + "<w:tbl>"
        + &row("(a)", "How can the United Nations help?")
        + &row("(b)", "What are the lessons of the past?")
        + "<w:tr><w:trPr><w:del w:id=\"3\"/></w:trPr>"
        + &cell("(c)")
        + &cell("Deleted?")
        + "</w:tr></w:tbl>";
    let note = understand(&docx(&(p("Concept note on words") + &body), "")).unwrap();
    let questions: Vec<_> = note.questions.iter().map(|q| format!("{} {}", q.label, q.text)).collect();
    assert_eq!(questions, ["(a) How can the United Nations help?", "(b) What are the lessons of the past?"]);
}

#[test]
fn a_strict_document_under_any_prefix_is_read() {
    let (_, golden, pieces) = golden();
    let parts = office::word_of(&pieces);
    let mut archive_of = zip::ZipArchive::new(std::io::Cursor::new(parts)).unwrap();
    let names: Vec<String> = archive_of.file_names().map(|name| name.unwrap().into_owned()).collect();
    let mut parts = Vec::new();
    for name in names {
        let mut text = String::new();
        std::io::Read::read_to_string(&mut archive_of.by_name(&name).unwrap(), &mut text).unwrap();
        let text = text.replace(WORD, STRICT).replace("<w:", "<ns0:").replace("</w:", "</ns0:");
        let text = text.replace(" w:", " ns0:").replace("xmlns:w=", "xmlns:ns0=");
        // UTF-16 is XML too, and some writers use the other slash
        let bytes = if name.ends_with("document.xml") {
            let text = text.replace("UTF-8", "UTF-16");
            [0xFEFF].into_iter().chain(text.encode_utf16()).flat_map(u16::to_le_bytes).collect()
        } else {
            text.into_bytes()
        };
        parts.push((name.replace('/', "\\"), bytes));
    }
    let parts: Vec<(&str, &[u8])> = parts.iter().map(|(name, bytes)| (name.as_str(), bytes.as_slice())).collect();
    assert_eq!(json(&archive(&parts)), golden);
}

#[test]
fn documents_that_a_program_made_of_the_first_real_note_are_read() {
    // those of the library are judged with it
    for name in ["golden/concept-note-2020-11-25.docx", "golden/concept-note-2020-11-25.odt"] {
        assert_eq!(json(&file(&format!("tests/notes/{name}"))), golden().1, "{name}");
    }
}

#[test]
fn a_symbol_in_a_note_at_the_foot_is_among_the_references() {
    let body = p("Concept note on words")
        + "<w:p><w:r><w:t>The Council acts.</w:t></w:r><w:r><w:footnoteReference w:id=\"2\"/></w:r></w:p>"
        + &p("See S/2020/1 as well.");
    let notes = format!(
        "<w:footnotes xmlns:w=\"{WORD}\"><w:footnote w:id=\"2\"><w:p><w:r><w:footnoteRef/></w:r><w:r><w:t>See A/75/</w:t></w:r><w:r><w:t>729.</w:t></w:r></w:p></w:footnote></w:footnotes>"
    );
    let parts: [(&str, &[u8]); 2] =
        [("word/document.xml", &main_part(&body).into_bytes()), ("word/footnotes.xml", notes.as_bytes())];
    let note = understand(&docx_of_parts(&parts)).unwrap();
    assert_eq!(note.references, ["A/75/729", "S/2020/1"]);
    assert_eq!(note.sections[0].paragraphs[0].text, "The Council acts.");
}

#[test]
fn a_sign_that_the_writer_chose_is_no_word() {
    let sign = "<w:r><w:footnoteReference w:id=\"2\" w:customMarkFollows=\"1\"/><w:t>*</w:t></w:r>";
    let body = p("Concept note on words")
        + &format!(
            "<w:p><w:r><w:t>The Council acts</w:t></w:r>{sign}<w:r><w:t> as a whole, 3*4 times.</w:t></w:r></w:p>"
        );
    let notes = format!(
        "<w:footnotes xmlns:w=\"{WORD}\"><w:footnote w:id=\"2\"><w:p><w:r><w:t>*</w:t></w:r><w:r><w:t> Not edited.</w:t></w:r></w:p></w:footnote></w:footnotes>"
    );
    let parts: [(&str, &[u8]); 2] =
        [("word/document.xml", &main_part(&body).into_bytes()), ("word/footnotes.xml", notes.as_bytes())];
    let paragraph = understand(&docx_of_parts(&parts)).unwrap().sections[0].paragraphs[0].clone();
    assert_eq!(paragraph.text, "The Council acts as a whole, 3*4 times.");
    assert_eq!(paragraph.notes, ["Not edited."]);
}

#[test]
fn no_footnote_is_lost_in_a_table_or_beside_a_line_break() {
    let mark = |id: u32| format!("<w:r><w:footnoteReference w:id=\"{id}\"/></w:r>");
    let text = |text: &str| format!("<w:r><w:t>{text}</w:t></w:r>");
    let paragraph = |inner: &[String]| format!("<w:p>{}</w:p>", inner.concat());
    let cell = |inner: &[String]| format!("<w:tc>{}</w:tc>", paragraph(inner));
    let row = |cells: &[String]| format!("<w:tr>{}</w:tr>", cells.concat());
    let facts = row(&[cell(&[text("Date:"), mark(1)]), cell(&[text("3 May 2031")])])
        + &row(&[cell(&[text("Place:")]), cell(&[mark(2)])])
        + &row(&[cell(&[text("Chair")]), cell(&[text("The Minister"), mark(3)])]);
    let asked = row(&[cell(&[text("Theme")]), cell(&[text("Question"), mark(4)])])
        + &row(&[cell(&[text("Oil"), mark(5)]), cell(&[text("Who pays for it?"), mark(6)])])
        + &row(&[cell(&[mark(7)]), cell(&[text("Who else may pay?")])]);
    let broken =
        [text("Lamps fail at sea,"), mark(8), "<w:r><w:br/></w:r>".into(), text("and nobody counts them."), mark(9)];
    let body = [
        paragraph(&[text("Concept note on lamps")]),
        format!("<w:tbl>{facts}</w:tbl>"),
        paragraph(&broken),
        paragraph(&[mark(10)]),
        format!("<w:tbl>{asked}</w:tbl>"),
        paragraph(&[text("The summary will be sent to all of those who took part in it.")]),
    ];
    let said: Vec<String> = (1..=10)
        .map(|id| format!("<w:footnote w:id=\"{id}\"><w:p>{}</w:p></w:footnote>", text(&format!("said {id}"))))
        .collect();
    let notes = format!("<w:footnotes xmlns:w=\"{WORD}\">{}</w:footnotes>", said.concat());
    let parts: [(&str, &[u8]); 2] =
        [("word/document.xml", &main_part(&body.concat()).into_bytes()), ("word/footnotes.xml", notes.as_bytes())];
    let note = understand(&docx_of_parts(&parts)).unwrap();
    let paragraphs = note.sections.iter().flat_map(|section| &section.paragraphs);
    let mut said: Vec<&str> = paragraphs
        .flat_map(|p| p.notes.iter().chain(p.items.iter().flat_map(|item| &item.notes)))
        .map(String::as_str)
        .collect();
    said.sort_unstable();
    let mut all: Vec<String> = (1..=10).map(|id| format!("said {id}")).collect();
    all.sort_unstable();
    assert_eq!(said, all);
}
