//! The archive a document is kept in: its parts by name, each unpacked once and within limits.

use std::collections::HashMap;
use std::io::{Cursor, ErrorKind, Read};

use encoding_rs::{Encoding, UTF_16BE, UTF_16LE};
use zip::ZipArchive;
use zip::result::ZipError;

use super::super::error::{Format, MAX_UNPACKED, NoteError};

/// Most files an archive may hold: a document with a thousand pictures has fewer.
const MAX_ENTRIES: usize = 4096;

/// How many times its packed size a part may have; text seldom reaches a hundred, packed zeros a thousand.
const MAX_RATIO: u64 = 200;

/// Parts below this size are no bomb, whatever their ratio.
const SMALL: u64 = 1024 * 1024;

/// An opened archive.
pub(super) struct Package<'a> {
    archive: ZipArchive<Cursor<&'a [u8]>>,
    /// Places of the parts, by names as [`normal`] writes them.
    places: HashMap<String, usize>,
    /// Bytes that may still be unpacked.
    left: u64,
}

impl<'a> Package<'a> {
    /// Reads the list of parts.
    pub fn open(bytes: &'a [u8]) -> Result<Package<'a>, NoteError> {
        if bytes.starts_with(b"PK\x05\x06") {
            return Err(NoteError::Unsupported(Format::Zip));
        }
        let archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| NoteError::Damaged)?;
        if archive.len() > MAX_ENTRIES {
            return Err(NoteError::UnpacksTooLarge);
        }
        let name = |place| archive.name_for_index(place)?.ok().map(|name| (normal(&name), place));
        let places = (0..archive.len()).filter_map(name).collect();
        Ok(Package { archive, places, left: MAX_UNPACKED as u64 })
    }

    /// Whether there is a part of that name.
    pub fn has(&self, name: &str) -> bool {
        self.places.contains_key(&normal(name))
    }

    /// The parts' names in small letters.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.places.keys().map(String::as_str)
    }

    /// The text of a part, or `None` where it is missing.
    pub fn text(&mut self, name: &str) -> Result<Option<String>, NoteError> {
        let Some(place) = self.places.get(&normal(name)).copied() else {
            return Ok(None);
        };
        let part = self.archive.by_index(place).map_err(|error| match error {
            ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED) => NoteError::Encrypted,
            _ => NoteError::Damaged,
        })?;
        let packed = part.compressed_size().max(1);
        let most = self.left.min((packed.saturating_mul(MAX_RATIO)).max(SMALL));
        let mut bytes = Vec::new();
        // what an archive says of its sizes may be wrong: the bytes are counted
        part.take(most + 1).read_to_end(&mut bytes).map_err(|error| match error.kind() {
            ErrorKind::OutOfMemory => NoteError::UnpacksTooLarge,
            _ => NoteError::Damaged,
        })?;
        let size = bytes.len() as u64;
        if size > most {
            return Err(NoteError::UnpacksTooLarge);
        }
        self.left -= size;
        decode(bytes).map(Some)
    }
}

/// A name for comparing: in packages of both formats case says nothing, and some writers use the other slash.
fn normal(name: &str) -> String {
    name.trim_start_matches(['/', '\\']).replace('\\', "/").to_ascii_lowercase()
}

/// XML as text: UTF-8, or UTF-16 with its mark or without.
fn decode(bytes: Vec<u8>) -> Result<String, NoteError> {
    let marked = Encoding::for_bom(&bytes);
    let unmarked = || match bytes.get(..4) {
        Some(b"<\0?\0") => Some((UTF_16LE, 0)),
        Some(b"\0<\0?") => Some((UTF_16BE, 0)),
        _ => None,
    };
    match marked.or_else(unmarked) {
        Some((encoding, mark)) => {
            let text = encoding.decode_without_bom_handling_and_without_replacement(&bytes[mark..]);
            text.map(std::borrow::Cow::into_owned).ok_or(NoteError::Damaged)
        }
        None => String::from_utf8(bytes).map_err(|_| NoteError::Damaged),
    }
}
