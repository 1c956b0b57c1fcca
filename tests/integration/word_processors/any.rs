//! Documents of any order of tags and bytes, and of any words.

use proptest::prelude::*;

use super::{p, said, understand};
use crate::support::office::{self, Piece, archive, docx, docx_of_parts, main_part, odt};

/// Pieces of a document that a careless reader would stumble over.
const TAGS: &[&str] = &[
    "<w:p>",
    "</w:p>",
    "<w:r>",
    "</w:r>",
    "<w:t>",
    "</w:t>",
    "<w:tbl>",
    "</w:tbl>",
    "<w:tr>",
    "</w:tr>",
    "<w:tc>",
    "</w:tc>",
    "<w:pPr><w:numPr><w:ilvl w:val=\"99\"/><w:numId w:val=\"1\"/></w:numPr></w:pPr>",
    "<w:pPr><w:rPr><w:del/></w:rPr></w:pPr>",
    "<w:fldChar w:fldCharType=\"begin\"/>",
    "<w:fldChar w:fldCharType=\"separate\"/>",
    "<w:fldChar w:fldCharType=\"end\"/>",
    "<w:br/>",
    "<w:br w:type=\"page\"/>",
    "<w:txbxContent>",
    "</w:txbxContent>",
    "<mc:AlternateContent>",
    "</mc:AlternateContent>",
    "<mc:Choice>",
    "</mc:Choice>",
    "<w:hyperlink>",
    "</w:hyperlink>",
    "<w:del>",
    "</w:del>",
    "word",
    "(a)",
    "How?",
    " ",
    "&amp;",
    "&#0;",
    "<text:p>",
    "</text:p>",
    "<text:list>",
    "</text:list>",
    "<text:list-item>",
    "</text:list-item>",
    "<text:span>",
    "</text:span>",
    "<draw:frame>",
    "</draw:frame>",
    "<text:line-break/>",
    "<text:a>",
    "</text:a>",
];

proptest! {
    #![proptest_config(ProptestConfig::with_cases(192))]

    #[test]
    fn any_order_of_tags_is_read_or_refused(places in proptest::collection::vec(0..TAGS.len(), 0..60)) {
        let body: String = places.iter().map(|place| TAGS[*place]).collect();
        let _ = understand(&docx(&body, ""));
        let _ = understand(&odt("", &body));
        // closed properly, so that more of it is seen
        let open = places.iter().filter(|place| !TAGS[**place].starts_with("</"));
        let tag = |place: &usize| TAGS[*place].trim_start_matches('<').split(['>', ' ', '/']).next().unwrap_or_default();
        let is_open = |place: &&usize| TAGS[**place].starts_with('<') && !TAGS[**place].contains('/');
        let tags: Vec<&str> = open.clone().filter(is_open).map(tag).collect();
        let closing = tags.iter().rev().fold(String::new(), |closing, tag| closing + "</" + tag + ">");
        let nested: String = open.map(|place| TAGS[*place]).collect();
        let _ = understand(&docx(&(nested.clone() + &closing), ""));
        let _ = understand(&odt("", &(nested + &closing)));
    }

    #[test]
    fn any_bytes_in_a_part_are_read_or_refused(bytes in proptest::collection::vec(any::<u8>(), 0..200), name in 0..6_usize) {
        let names = ["word/document.xml", "word/styles.xml", "word/numbering.xml", "content.xml", "mimetype", "META-INF/manifest.xml"];
        let main = main_part(&p("Text"));
        let parts = [(names[name], bytes.as_slice()), ("word/document.xml", main.as_bytes())];
        let _ = understand(&docx_of_parts(&parts[..=usize::from(name > 0)]));
        let _ = understand(&archive(&[(names[name], &bytes)]));
    }

    #[test]
    fn a_changed_byte_never_panics(at in any::<prop::sample::Index>(), to in any::<u8>()) {
        let mut bytes = odt("", "<text:p>Concept note</text:p>");
        let at = at.index(bytes.len());
        bytes[at] = to;
        let _ = understand(&bytes);
    }

    #[test]
    fn no_word_of_a_document_is_lost(
        paragraphs in proptest::collection::vec("[A-Z][a-z]{1,9}( [a-z&]{0,11}[a-z](,|-[a-z]{2,5})?){4,60}[.]?", 1..8),
        cuts in proptest::collection::vec(any::<prop::sample::Index>(), 8),
    ) {
        let mut pieces = vec![Piece::Text("Concept note on words".into()), Piece::Heading("Background".into())];
        pieces.extend(paragraphs.iter().cloned().map(Piece::Numbered));
        let expected: Vec<String> = std::iter::once("# Background".to_owned())
            .chain(paragraphs.iter().enumerate().map(|(at, text)| format!("{} {text}", at + 1)))
            .collect();
        prop_assert_eq!(&said(&office::word_of(&pieces)), &expected);
        prop_assert_eq!(&said(&office::open_document_of(&pieces)), &expected);
        // without numbers, and each divided anywhere
        let mut body = p("Concept note on words") + "<w:p><w:pPr><w:pStyle w:val=\"Own\"/></w:pPr><w:r><w:t>Background</w:t></w:r></w:p>";
        // a short one without its full stop would be a heading
        let paragraphs: Vec<String> = paragraphs.iter().map(|text| format!("{}.", text.trim_end_matches('.'))).collect();
        for (text, cut) in paragraphs.iter().zip(&cuts) {
            let (before, after) = text.split_at(cut.index(text.len()));
            let [before, after] = [before, after].map(|text| text.replace('&', "&amp;"));
            let runs = ["<w:p><w:r><w:t>", &before, "</w:t><w:softHyphen/></w:r><w:r><w:t>", &after, "</w:t></w:r></w:p>"];
            body.push_str(&runs.concat());
        }
        prop_assert_eq!(&said(&docx(&body, ""))[1..], &paragraphs[..]);
    }
}
