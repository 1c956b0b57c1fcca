//! What the codes of a font stand for, as the document says.

use super::*;

/// A page with these instructions, and a font named G whose codes are the letters given in hexadecimal (UTF-16); w has no width.
fn page(content: &str, letters: &[(&str, &str)]) -> Vec<u8> {
    let codes: Vec<String> = letters.iter().map(|(code, letter)| format!("<{code}> <{letter}>")).collect();
    let map = format!(
        "begincmap 1 begincodespacerange <00> <FF> endcodespacerange {} beginbfchar {} endbfchar endcmap",
        codes.len(),
        codes.join("\n")
    );
    let widths = format!("/FirstChar 32/LastChar 119/Widths[{} 0]", "600 ".repeat(119 - 32));
    let font = "<</Type/Font/Subtype/Type1/BaseFont/Courier/Encoding/WinAnsiEncoding/ToUnicode 5 0 R";
    let font = format!("{font}{widths}>>");
    let map = format!("<</Length {}>>stream\n{map}\nendstream", map.len());
    pages(&[content.to_owned()], &[&font, &map])
}

#[test]
fn a_mark_goes_to_the_letter_above_which_it_is_drawn() {
    // from left to right kaf, dal, ta, and a damma whose place is in the dal, while its sign is drawn above the ta
    let letters = [("6B", "0643"), ("64", "062F"), ("74", "062A"), ("77", "064F")];
    let set = "BT /G 10 Tf 50 700 Td (kdt) Tj ET BT /G 10 Tf 1 0 0 1 61.5 700 Tm (w) Tj ET";
    assert_eq!(texts(&page(set, &letters)), ["ت\u{64f}دك"]);
    // or a sign that the document says is one
    let said = set.replace("(w) Tj", "/Span <</ActualText <FEFF0650>>> BDC (w) Tj EMC");
    assert_eq!(texts(&page(&said, &letters[..3])), ["ت\u{650}دك"]);
}

#[test]
fn what_stretches_a_word_is_no_letter() {
    // the line has a code and no letter, which elsewhere is a letter's code; the second lies upon a letter
    let set = "BT /G 10 Tf 50 700 Td (b) Tj 6 0 Td (_) Tj 6 0 Td (_) Tj 0.2 0 Td (a) Tj 6 0 Td (l) Tj ET";
    let letters = [("62", "0628"), ("61", "0627"), ("6C", "0644")];
    let own =
        |file: Vec<u8>| String::from_utf8(file).unwrap().replace("/Encoding/WinAnsiEncoding/ToUnicode", "/ToUnicode");
    assert_eq!(texts(own(page(set, &letters)).as_bytes()), ["لاب"]);
    // codes that mean what they mean elsewhere need no letter
    assert_eq!(texts(own(page(set, &[("62", "0062"), ("61", "0061")])).as_bytes()), ["b__al"]);
}
