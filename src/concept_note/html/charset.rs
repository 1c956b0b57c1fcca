//! The encoding of a page: by its mark, by its own word, else by its letters.

use std::collections::BTreeSet;

use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE};

use crate::concept_note::decode;
use crate::concept_note::error::NoteError;
use crate::domain::concept_note::Warning;

/// How far into a page its encoding may be named, in bytes.
const HEAD: usize = 4096;

/// Reads a page's bytes as text.
pub(super) fn decode(bytes: &[u8], warnings: &mut BTreeSet<Warning>) -> Result<String, NoteError> {
    let told = Encoding::for_bom(bytes).is_none().then(|| named(bytes)).flatten();
    match told {
        // what is well-formed UTF-8 is nothing else, whatever a page says that was saved anew
        Some(encoding) if std::str::from_utf8(bytes).is_err() => decode::decode_as(bytes, encoding, warnings),
        _ => decode::decode_by(bytes, &without_tags(bytes), warnings),
    }
}

/// The encoding that a page names; not UTF-8, whose bytes tell themselves.
fn named(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = &bytes[..bytes.len().min(HEAD)].to_ascii_lowercase();
    let label = ["charset=", "encoding="].iter().find_map(|name| {
        let at = head.windows(name.len()).position(|part| part == name.as_bytes())? + name.len();
        let value = head[at..].strip_prefix(b"\"").or_else(|| head[at..].strip_prefix(b"'")).unwrap_or(&head[at..]);
        let length = value.iter().position(|b| !(b.is_ascii_alphanumeric() || b"-_.:".contains(b)))?;
        Some(&value[..length])
    })?;
    Encoding::for_label(label).filter(|encoding| ![UTF_8, UTF_16LE, UTF_16BE].contains(encoding))
}

/// The bytes of the words: marks would make any page look like English.
fn without_tags(bytes: &[u8]) -> Vec<u8> {
    let mut inside = false;
    let word = |byte: &&u8| {
        match **byte {
            b'<' => inside = true,
            b'>' => inside = false,
            _ => return !inside,
        }
        false
    };
    bytes.iter().filter(word).copied().collect()
}
