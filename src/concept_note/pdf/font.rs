//! A font of a document: what its codes mean, and how wide they are.

use std::collections::HashMap;
use std::sync::Arc;

use hayro_font::hayro_cmap::BfString;
use hayro_font::{CMapResolverFn, Font, FontCache, FontGlyph, FontQuery, FontResolverFn};
use hayro_syntax::object::{Array, Dict, Name, Stream};

use super::bounds;

/// A font, and what is known of its codes.
pub(super) struct Face<'a> {
    font: Font<'a>,
    /// Whether it is bold.
    pub strong: bool,
    codes: HashMap<u32, Code>,
}

/// What a code is.
#[derive(Clone)]
pub(super) struct Code {
    /// Its letters; none where the font does not say.
    pub text: Option<String>,
    /// In thousandths of the font's size.
    pub advance: f64,
    /// The code of one byte that words are parted with.
    pub parts_words: bool,
}

impl<'a> Face<'a> {
    /// Reads a font by its dictionary; none where it is damaged.
    pub fn new(dict: &Dict<'a>, cache: &FontCache<'a>) -> Option<Self> {
        let streams = [&b"ToUnicode"[..], b"Encoding", b"CIDToGIDMap", b"FontFile", b"FontFile2", b"FontFile3"];
        let parts = parts(dict);
        let picture = |part: &Dict<'_>| {
            streams
                .iter()
                .filter_map(|name| part.get::<Stream<'_>>(name))
                .any(|stream| bounds::is_picture(stream.dict()))
        };
        if parts.iter().any(picture) {
            return None;
        }
        // fonts that every reader has are not in the file
        let fonts: FontResolverFn = Arc::new(|query| {
            Some(match query {
                FontQuery::Standard(font) => font.get_font_data(),
                FontQuery::Fallback(query) => query.pick_standard_font().get_font_data(),
            })
        });
        let maps: CMapResolverFn = Arc::new(|_| None);
        let font = cache.font(dict, &fonts, &maps)?;
        Some(Face { font, strong: parts.iter().any(is_strong), codes: HashMap::new() })
    }

    /// The codes of a string.
    pub fn decode(&mut self, bytes: &[u8]) -> Vec<Code> {
        let mut codes = Vec::with_capacity(bytes.len());
        let mut at = 0;
        while at < bytes.len() {
            let (code, length) = self.font.read_code(bytes, at);
            at += length.max(1);
            let font = &self.font;
            let known = self.codes.entry(code).or_insert_with(|| Code {
                text: letters(font, code),
                advance: font.code_advance(code).x,
                parts_words: code == 32 && length == 1,
            });
            codes.push(known.clone());
        }
        codes
    }
}

fn letters(font: &Font<'_>, code: u32) -> Option<String> {
    let letters = match font.glyph(font.map_code(code), code) {
        FontGlyph::Outline(glyph) => glyph.as_unicode(),
        FontGlyph::Type3(glyph) => glyph.as_unicode(),
    }?;
    let letters = match letters {
        BfString::Char(letter) => letter.to_string(),
        BfString::String(letters) => letters,
    };
    // fonts of signs have their bullets where no letter is
    let known = |c: char| c != '\u{fffd}' && (!('\u{e000}'..='\u{f8ff}').contains(&c) || c >= '\u{f000}');
    letters.chars().all(known).then(|| letters.chars().filter(|c| *c != '\0').collect())
}

/// The dictionaries that describe a font: its own, that of the font inside it, and theirs of the font's look.
fn parts<'a>(dict: &Dict<'a>) -> Vec<Dict<'a>> {
    let inner = dict.get::<Array<'a>>(b"DescendantFonts").and_then(|fonts| fonts.iter::<Dict<'a>>().next());
    let fonts: Vec<Dict<'a>> = std::iter::once(dict.clone()).chain(inner).collect();
    let looks: Vec<_> = fonts.iter().filter_map(|font| font.get::<Dict<'a>>(b"FontDescriptor")).collect();
    fonts.into_iter().chain(looks).collect()
}

/// Whether a dictionary says that its font is bold, by name or by number.
fn is_strong(part: &Dict<'_>) -> bool {
    let named = part.get::<Name<'_>>(b"BaseFont").is_some_and(|name| {
        let name = name.as_str().to_lowercase();
        ["bold", "black", "heavy", "demi"].iter().any(|weight| name.contains(weight))
    });
    named
        || part.get::<f32>(b"FontWeight").is_some_and(|weight| weight >= 600.0)
        // ISO 32000-1, table 123: ForceBold
        || part.get::<i32>(b"Flags").is_some_and(|flags| flags & (1 << 18) != 0)
}
