//! What the head of a document's pages says of the note: its symbol, which many documents carry nowhere else.

use super::super::error::NoteError;
use super::super::lines::Line;
use super::super::markers;
use super::xml::{Event, Space, Xml};

/// How many lines a masthead stands in at the most.
const MASTHEAD: usize = 60;

/// Puts the symbol above the text, unless the text's own masthead says one.
pub(super) fn put_above(lines: &mut Vec<Line>, symbol: Option<String>) {
    let says = |line: &Line| markers::masthead_symbol(&line.text).is_some();
    let Some(symbol) = symbol.filter(|_| !lines.iter().take(MASTHEAD).any(says)) else {
        return;
    };
    if let Some(first) = lines.first_mut() {
        first.gap = true;
    }
    lines.insert(0, Line { gap: true, whole: true, ..Line::of(&symbol) });
}

/// The symbol of the first head that says one and nothing more but an organ's name: in a part of its own, or in the part
/// of the styles.
pub(super) fn symbol(part: &str) -> Result<Option<String>, NoteError> {
    let mut xml = Xml::new(part);
    while let Some(event) = xml.next()? {
        let Event::Open(element) = event else { continue };
        let is_head = match element.name() {
            (Space::Word, name) => name == "hdr",
            (Space::Style, name) => matches!(name, "header" | "header-first" | "header-left"),
            _ => false,
        };
        if is_head && let Some(symbol) = markers::masthead_symbol(&xml.words(is_unsaid)?) {
            return Ok(Some(symbol.as_str().to_owned()));
        }
    }
    Ok(None)
}

/// Deleted text and instructions.
pub(super) fn is_unsaid((space, name): (Space, &str)) -> bool {
    space == Space::Word && matches!(name, "del" | "moveFrom" | "delText" | "instrText" | "delInstrText")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn in_word(head: &str) -> Option<String> {
        let word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
        symbol(&format!("<w:hdr xmlns:w=\"{word}\"><w:p><w:r><w:t>{head}</w:t></w:r></w:p></w:hdr>")).unwrap()
    }

    #[test]
    fn a_head_with_a_symbol_and_nothing_more_says_it() {
        assert_eq!(in_word("S/2021/900").as_deref(), Some("S/2021/900"));
        assert_eq!(in_word("United Nations</w:t></w:r></w:p><w:p><w:r><w:t>S/2021/900").as_deref(), Some("S/2021/900"));
        assert_eq!(in_word("<w:del/>See S/2021/900 and its annex"), None);
        assert_eq!(in_word("Concept note"), None);
        let styles = "<o:document-styles xmlns:o=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" \
            xmlns:style=\"urn:oasis:names:tc:opendocument:xmlns:style:1.0\" \
            xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\"><style:header><text:p>A/80/12</text:p></style:header>\
            <style:footer><text:p>A/80/13</text:p></style:footer></o:document-styles>";
        assert_eq!(symbol(styles).unwrap().as_deref(), Some("A/80/12"));
        assert_eq!(symbol(&styles.replace("style:header", "style:footer")).unwrap(), None);
    }

    #[test]
    fn the_text_goes_before_the_head() {
        let above = |texts: &[&str]| {
            let mut lines: Vec<Line> = texts.iter().map(|text| Line::of(text)).collect();
            put_above(&mut lines, Some("S/2021/900".to_owned()));
            lines.into_iter().map(|line| line.text).collect::<Vec<_>>()
        };
        assert_eq!(above(&["Concept note"]), ["S/2021/900", "Concept note"]);
        assert_eq!(above(&["United Nations S/2021/901", "Concept note"]).len(), 2);
    }
}
