//! How much a document unpacks to, measured before it is unpacked: the library that reads it sets no bounds.

use std::borrow::Cow;
use std::io::Read;

use flate2::read::{DeflateDecoder, ZlibDecoder};
use hayro_syntax::Pdf;
use hayro_syntax::object::{Object, Stream};

use crate::concept_note::error::NoteError;

/// Most bytes of all streams but pictures, which are never unpacked: fonts of a large script take a third of it.
const MOST: u64 = 64 * 1024 * 1024;

/// What one packed byte can unpack to at the most.
const RATIO: u64 = 1032;

/// How far before its data the description of a stream can begin, in bytes.
const DESCRIPTION: usize = 32 * 1024;

/// What a byte of the table of objects may take in memory.
const TABLE: u64 = 32;

/// Most bytes that are looked at to measure a file: a damaged one may show the same data as a stream again and again, and
/// what breaks off in the middle unpacks to nothing.
const WORK: u64 = 2 * MOST;

/// How often the description of a stream is searched.
const SEARCHES: u64 = 5;

/// Deepest dictionary inside a dictionary: a damaged file is read from each of them anew.
const DEEPEST: usize = 100;

/// Looks at every dictionary and every stream of a file as it stands there.
pub(super) fn check(bytes: &[u8]) -> Result<(), NoteError> {
    if depth(bytes) > DEEPEST {
        return Err(NoteError::TooComplex);
    }
    let (mut total, mut work) = (0, 0);
    let mut from = 0;
    while let Some(found) = find(&bytes[from..], b"stream") {
        let at = from + found;
        from = at + 6;
        if bytes[..at].ends_with(b"end") {
            continue;
        }
        let data = &bytes[from..];
        let data = data.strip_prefix(b"\r\n").or_else(|| data.strip_prefix(b"\n")).unwrap_or(data);
        let before = &bytes[at.saturating_sub(DESCRIPTION)..at];
        let is_object = |part: &[u8]| part[0].is_ascii_whitespace() && &part[1..] == b"obj";
        let begins = before.windows(4).rposition(is_object);
        work += (before.len() - begins.unwrap_or(0)) as u64 * SEARCHES;
        let length = || find(data, b"endstream").unwrap_or(data.len());
        total += match begins {
            Some(begins) => Description(&before[begins..]).unpacked(data, length, &mut work),
            // too long a description may say anything
            None if before.trim_ascii_end().ends_with(b">>") => length() as u64 * RATIO,
            None => length() as u64,
        };
        if total > MOST {
            return Err(NoteError::UnpacksTooLarge);
        }
        if work > WORK {
            return Err(NoteError::TooComplex);
        }
    }
    Ok(())
}

/// How deep dictionaries stand in each other, at the deepest.
fn depth(bytes: &[u8]) -> usize {
    let (mut depth, mut deepest, mut at) = (0_usize, 0, 0);
    while at + 1 < bytes.len() {
        match &bytes[at..at + 2] {
            b"<<" => (depth, at) = (depth + 1, at + 2),
            b">>" => (depth, at) = (depth.saturating_sub(1), at + 2),
            b"en" if bytes[at..].starts_with(b"endobj") => (depth, at) = (0, at + 6),
            _ => at += 1,
        }
        deepest = deepest.max(depth);
    }
    deepest
}

/// Looks at every stream of an encrypted document, whose bytes say nothing as they stand.
pub(super) fn check_encrypted(pdf: &Pdf) -> Result<(), NoteError> {
    let (mut total, mut work) = (0, 0);
    for object in pdf.objects() {
        if let Object::Stream(stream) = object {
            let data = stream.raw_data();
            total += Description(stream.dict().data()).unpacked(&data, || data.len(), &mut work);
        }
        if total > MOST {
            return Err(NoteError::UnpacksTooLarge);
        }
        if work > WORK {
            return Err(NoteError::TooComplex);
        }
    }
    Ok(())
}

/// A stream's data unpacked, and measured before, whatever it is described as.
pub(super) fn unpacked<'a>(stream: &Stream<'a>, most: usize) -> Result<Cow<'a, [u8]>, NoteError> {
    let packed = stream.raw_data();
    if Description(stream.dict().data()).measured(&packed, || packed.len(), &mut 0) > MOST {
        return Err(NoteError::UnpacksTooLarge);
    }
    // what cannot be unpacked says nothing
    let data = stream.decoded_data().unwrap_or_default();
    if data.len() > most { Err(NoteError::UnpacksTooLarge) } else { Ok(data) }
}

/// What stands before a stream's data.
struct Description<'a>(&'a [u8]);

impl Description<'_> {
    fn has(&self, name: &[u8]) -> bool {
        find(self.0, name).is_some()
    }

    fn is_picture(&self) -> bool {
        // objects and their table are kept in streams with these entries
        let keeps = self.has(b"/First") || self.has(b"/Size") || self.hides_letters();
        self.has(b"/Image") && self.has(b"/Width") && !keeps
    }

    /// Bytes that the data unpacks to; more than that where it cannot be told, and none for pictures. What is unpacked to
    /// measure it, also in vain, is added to `work`.
    fn unpacked(&self, data: &[u8], length: impl FnOnce() -> usize, work: &mut u64) -> u64 {
        if self.is_picture() {
            return 0;
        }
        let is_table = self.has(b"/W") && self.has(b"/Size");
        self.measured(data, length, work).saturating_mul(if is_table { TABLE } else { 1 })
    }

    fn measured(&self, data: &[u8], length: impl FnOnce() -> usize, work: &mut u64) -> u64 {
        let deflated = match self.filter() {
            Filter::None => return length() as u64,
            Filter::Deflated => inflated(data, work),
            Filter::Other => None,
        };
        deflated.unwrap_or_else(|| {
            let most = length() as u64 * RATIO;
            if self.filters() > 1 || self.hides_letters() {
                // what is packed twice has no bounds
                return MOST + 1;
            }
            // only what is kept unpacked adds up
            if self.has(b"/First") || most > MOST { most } else { 0 }
        })
    }

    /// Whether a name has letters written as numbers (`#46` for F), as no honest program does.
    fn hides_letters(&self) -> bool {
        self.0.windows(3).any(|part| {
            let digits = part.strip_prefix(b"#").and_then(|digits| std::str::from_utf8(digits).ok());
            let letter = digits.and_then(|digits| u8::from_str_radix(digits, 16).ok());
            letter.is_some_and(|letter| letter.is_ascii_alphanumeric())
        })
    }

    /// Filters that pack, as far as they are named here.
    fn filters(&self) -> usize {
        let packs = |part: &[u8]| [&b"/Fl"[..], b"/LZ", b"/RL", b"/Ru"].contains(&part);
        self.0.windows(3).filter(|part| packs(part)).count()
    }

    fn filter(&self) -> Filter {
        if self.hides_letters() {
            return Filter::Other;
        }
        let Some(at) = find(self.0, b"/Filter") else {
            return Filter::None;
        };
        let value = self.0[at + 7..].trim_ascii_start();
        let (listed, value) = match value.strip_prefix(b"[") {
            Some(list) => (true, list.trim_ascii_start()),
            None => (false, value),
        };
        let rest = value.strip_prefix(b"/FlateDecode").or_else(|| value.strip_prefix(b"/Fl"));
        match rest.map(|rest| rest.trim_ascii_start().first()) {
            Some(Some(b']')) if listed => Filter::Deflated,
            Some(Some(b'/' | b'>') | None) if !listed => Filter::Deflated,
            _ => Filter::Other,
        }
    }
}

enum Filter {
    None,
    Deflated,
    /// Several, or one that is not measured.
    Other,
}

/// Bytes that deflated data unpacks to, up to the limit; none where it is no such data. All that came out is added to `work`.
fn inflated(data: &[u8], work: &mut u64) -> Option<u64> {
    let mut count = |reader: &mut dyn Read| {
        let mut buffer = [0; 16 * 1024];
        let mut bytes = 0;
        loop {
            let read = reader.read(&mut buffer).map(|read| read as u64);
            let more = *read.as_ref().unwrap_or(&0);
            (bytes, *work) = (bytes + more, *work + more);
            if more == 0 || bytes > MOST {
                return read.ok().map(|_| bytes);
            }
        }
    };
    count(&mut ZlibDecoder::new(data)).or_else(|| count(&mut DeflateDecoder::new(data)))
}

fn find(bytes: &[u8], part: &[u8]) -> Option<usize> {
    let first = part.first()?;
    let mut from = 0;
    loop {
        from += bytes.get(from..)?.iter().position(|byte| byte == first)?;
        if bytes[from..].starts_with(part) {
            return Some(from);
        }
        from += 1;
    }
}

#[cfg(test)]
mod tests {
    use std::io::Write;

    use flate2::Compression;
    use flate2::write::ZlibEncoder;

    use super::*;

    fn deflate(data: &[u8]) -> Vec<u8> {
        let mut encoder = ZlibEncoder::new(Vec::new(), Compression::best());
        encoder.write_all(data).unwrap();
        encoder.finish().unwrap()
    }

    fn file(description: &str, data: &[u8]) -> Vec<u8> {
        [b"%PDF-1.7\n1 0 obj\n", description.as_bytes(), b"\nstream\r\n", data, b"\nendstream\nendobj\n"].concat()
    }

    #[test]
    fn a_bomb_is_measured_and_not_unpacked() {
        let bomb = deflate(&vec![b' '; 80 * 1024 * 1024]);
        let twice = deflate(&bomb);
        let fits = deflate(&vec![b' '; 1024 * 1024]);
        for (description, data, fine) in [
            ("<</Filter/FlateDecode>>", &fits, true),
            ("<< /Filter [ /FlateDecode ] >>", &fits, true),
            ("<</Filter/FlateDecode>>", &bomb, false),
            ("<</Filter/Fl/Length 3>>", &bomb, false),
            ("<</Type/XObject/Subtype/Image/Width 9/Filter/FlateDecode>>", &bomb, true),
            ("<</Subtype/Image/Width 9/First 3/Filter/FlateDecode>>", &bomb, false),
            ("<</Filter[/ASCII85Decode/FlateDecode]>>", &bomb, false),
            ("<</F#69lter/FlateDecode>>", &bomb, false),
            ("<</Filter 7 0 R>>", &bomb, false),
            ("<</Filter[/FlateDecode/FlateDecode]/First 9>>", &twice, false),
            ("<</Filter[/FlateDecode/LZWDecode]>>", &twice, false),
        ] {
            assert_eq!(check(&file(description, data)).is_ok(), fine, "{description}");
        }
        // what breaks off at its end was unpacked in vain
        let mut work = 0;
        let broken = [&fits[..fits.len() - 9], &[0xff; 9]].concat();
        assert!(inflated(&broken, &mut work).is_none() && work > 512 * 1024);
        // words that only look like streams, far behind their object's beginning
        let picture = b"%PDF-1.7\n1 0 obj\n<</Image/Width 9>>";
        assert_eq!(check(&[&picture[..], &b" stream ".repeat(20_000)].concat()), Err(NoteError::TooComplex));
        let many = file("<</Filter/FlateDecode>>", &deflate(&vec![b' '; 8 * 1024 * 1024])).repeat(9);
        assert_eq!(check(&many), Err(NoteError::UnpacksTooLarge));
    }
}
