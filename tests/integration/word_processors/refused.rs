//! Documents that are refused, and those that only look so.

use std::time::{Duration, Instant};

use super::{golden, p, said, understand};
use crate::support::office::{self, archive, docx_of_parts, main_part};

#[test]
fn documents_that_cannot_be_read_are_refused_with_a_reason() {
    let (_, _, pieces) = golden();
    let whole = office::word_of(&pieces);
    let part = |text: &str| docx_of_parts(&[("word/document.xml", text.as_bytes())]);
    let deep = "<w:sdt>".repeat(100_000) + &"</w:sdt>".repeat(100_000);
    let external = main_part(&p("&x;")).replacen(
        "<w:document",
        "<!DOCTYPE w:document [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><w:document",
        1,
    );
    let macros = docx_of_parts(&[("word/document.xml", main_part("").as_bytes()), ("word/vbaProject.bin", b"x")]);
    let kinds = office::CONTENT_TYPES.replace("openxmlformats-officedocument", "ms-word.macroEnabled.officedocument");
    let named = office::CONTENT_TYPES.replace(
        "</Types>",
        "<Override PartName=\"/a\" ContentType=\"application/vnd.ms-office.vbaProject\"/></Types>",
    );
    let module = ("Basic/Standard/any name", &b"<!DOCTYPE script:module><script:module>Sub Main</script:module>"[..]);
    let manifest = "<manifest:manifest xmlns:manifest=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\"><manifest:file-entry><manifest:encryption-data/></manifest:file-entry></manifest:manifest>";
    let odf: &[u8] = b"application/vnd.oasis.opendocument.text";
    let sheet: &[u8] = b"application/vnd.oasis.opendocument.spreadsheet";
    let many: Vec<String> = (0..5000).map(|n| format!("{n}.xml")).collect();
    let many: Vec<(&str, &[u8])> = many.iter().map(|name| (name.as_str(), &b""[..])).collect();
    for (what, bytes, code) in [
        ("cut off", whole[..whole.len() / 2].to_vec(), "damaged"),
        (
            "a byte changed",
            {
                let mut bytes = whole.clone();
                bytes[700] ^= 0xff;
                bytes
            },
            "damaged",
        ),
        ("nothing in it", part(&main_part("<w:p/>")), "empty"),
        ("no main part", docx_of_parts(&[]), "damaged"),
        ("elements that never end", part("<w:document><w:body>"), "damaged"),
        ("elements that end crosswise", part(&main_part("<w:p><w:r></w:p></w:r>")), "damaged"),
        ("an entity of no one", part(&main_part(&p("&x;"))), "damaged"),
        ("no text", docx_of_parts(&[("word/document.xml", &[0xff, 0xfe, 0x00])]), "damaged"),
        ("deep nesting", part(&main_part(&deep)), "damaged"),
        ("external entities", part(&external), "doctype"),
        ("a bomb", part(&main_part(&" ".repeat(30_000_000))), "unpacks_too_large"),
        ("more than is read", part(&main_part(&noise(40_000_000))), "unpacks_too_large"),
        ("too many paragraphs", part(&main_part(&"<w:p w:a=\"1\"/><w:p/>".repeat(150_000))), "too_long"),
        ("many files", archive(&many), "unpacks_too_large"),
        ("macros", macros, "unsupported"),
        ("macros by type", archive(&[("[Content_Types].xml", kinds.as_bytes())]), "unsupported"),
        ("macros under another name", archive(&[("[Content_Types].xml", named.as_bytes())]), "unsupported"),
        ("a macro of OpenDocument", archive(&[("mimetype", odf), ("content.xml", b"<a/>"), module]), "unsupported"),
        ("a script of OpenDocument", archive(&[("mimetype", odf), ("Scripts/python/a.py", b"x")]), "unsupported"),
        ("an archive", archive(&[("a.txt", b"text")]), "unsupported"),
        ("an archive of nothing", archive(&[]), "unsupported"),
        ("sheets", archive(&[("mimetype", sheet), ("content.xml", b"<a/>")]), "unsupported"),
        ("encrypted", archive(&[("mimetype", odf), ("META-INF/manifest.xml", manifest.as_bytes())]), "encrypted"),
        ("half a text", archive(&[("mimetype", odf), ("META-INF/manifest.xml", b"<a/>")]), "damaged"),
        ("many ends of an archive", [b"PK\x03\x04".to_vec(), b"PK\x05\x06".repeat(1_000_000)].concat(), "damaged"),
    ] {
        let begun = Instant::now();
        let error = understand(&bytes).map(|note| note.title).unwrap_err();
        assert_eq!(error.code(), code, "{what}: {error}");
        // without optimisation and on a busy machine
        assert!(begun.elapsed() < Duration::from_secs(20), "{what} took {:?}", begun.elapsed());
    }
}

#[test]
fn a_library_without_macros_is_no_macro() {
    let content = "<office:document-content xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" \
        xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\"><office:body><office:text>\
        <text:p>A note with an empty library of macros beside it.</text:p></office:text></office:body></office:document-content>";
    let library = "<!DOCTYPE library:library><library:library library:name=\"Standard\" library:readonly=\"false\"/>";
    let bytes = archive(&[
        ("mimetype", b"application/vnd.oasis.opendocument.text"),
        ("content.xml", content.as_bytes()),
        ("Basic/script-lc.xml", library.as_bytes()),
        ("Basic/Standard/script-lb.xml", library.as_bytes()),
    ]);
    assert_eq!(said(&bytes), ["A note with an empty library of macros beside it."]);
}

/// Text that packs badly.
fn noise(length: u32) -> String {
    let letter = |at: u32| char::from(b'a' + u8::try_from((at.wrapping_mul(2_654_435_761) >> 24) % 2).unwrap());
    (0..length).map(letter).collect()
}
