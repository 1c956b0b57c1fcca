//! A font of a document: what its codes mean, and how wide they are.

use std::collections::HashMap;
use std::sync::Arc;

use hayro_font::hayro_cmap::{BfString, CMap};
use hayro_font::kurbo::{Rect, Shape};
use hayro_font::{CMapResolverFn, Font, FontCache, FontGlyph, FontQuery, FontResolverFn};
use hayro_syntax::object::{Array, Dict, Name, Object, Stream};

use super::bounds;
use super::direction;

/// Most bytes of a font's own file: those of all Chinese signs take ten million.
const MOST_PROGRAM: usize = 32 * 1024 * 1024;

/// Most bytes of a table of a font's codes; one of all codes of two bytes takes half of it.
const MOST_TABLE: usize = 2 * 1024 * 1024;

/// Most widths that a font gives: codes have two bytes.
const MOST_WIDTHS: f64 = 65_536.0 * 2.0;

/// Most letters that one sign stands for.
const MOST_LETTERS: usize = 32;

/// A font, and what is known of its codes.
pub(super) struct Face<'a> {
    font: Font<'a>,
    /// Whether it is bold.
    pub strong: bool,
    /// What its codes mean, where nothing else says so.
    own: Option<CMap>,
    codes: HashMap<u32, Code>,
}

/// What a code is.
#[derive(Clone)]
pub(super) struct Code {
    /// Its letters; none where the font does not say, and an empty text where it but stretches a word.
    pub text: Option<String>,
    /// In thousandths of the font's size.
    pub advance: f64,
    /// The code of one byte that words are parted with.
    pub parts_words: bool,
    /// Where it is drawn, from and to, in thousandths of the font's size, if it may be a sign above or below letters:
    /// that is mostly not where it is set, since most of them have no width.
    pub drawn: Option<(f64, f64)>,
}

impl<'a> Face<'a> {
    /// Reads a font by its dictionary; none where it is damaged, or larger than any.
    ///
    /// What its streams unpack to is taken from the bytes that all fonts of a document may have.
    pub fn new(dict: &Dict<'a>, cache: &FontCache<'a>, left: &mut usize) -> Option<Self> {
        let parts = parts(dict);
        if !parts.iter().all(|part| fits(part, left)) {
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
        Some(Face { font, strong: parts.iter().any(is_strong), own: own_codes(dict), codes: HashMap::new() })
    }

    /// The code at a place of a string, and its bytes: one at least.
    pub fn code(&mut self, bytes: &[u8], at: usize) -> (&Code, usize) {
        let (code, length) = self.font.read_code(bytes, at);
        let (font, own) = (&self.font, &self.own);
        let known = self.codes.entry(code).or_insert_with(|| {
            let glyph = font.glyph(font.map_code(code), code);
            let advance = font.code_advance(code).x;
            let is_named = own.as_ref().is_none_or(|own| own.lookup_bf_string(code).is_some());
            let stretches = !is_named && is_line(&glyph, advance);
            let text = if stretches { Some(String::new()) } else { letters(&glyph) };
            let may_be_mark = advance == 0.0 || text.as_deref().is_some_and(direction::is_mark);
            let drawn = drawn(&glyph).filter(|_| may_be_mark).map(|outline| (outline.x0, outline.x1));
            Code { text, advance, parts_words: code == 32 && length == 1, drawn }
        });
        (known, length.max(1))
    }
}

/// The meanings that a font with codes of its own gives them: one that calls a code of ASCII another letter than ASCII does
/// numbered its glyphs as they came, and what a code is elsewhere says nothing of them.
fn own_codes(dict: &Dict<'_>) -> Option<CMap> {
    // names of glyphs say what their codes mean
    if dict.get::<Dict<'_>>(b"Encoding").is_some() || dict.contains_key(b"DescendantFonts") {
        return None;
    }
    let map = dict.get::<Stream<'_>>(b"ToUnicode")?;
    let map = CMap::parse(&map.decoded_data().ok()?, |_| None)?;
    let differs = |code: u8| {
        let letter = map.lookup_bf_string(u32::from(code));
        letter.is_some_and(|letter| letter != BfString::Char(char::from(code)))
    };
    (b'!'..=b'~').any(differs).then_some(map)
}

/// Whether what describes a font is no larger than any font needs: the library unpacks and unfolds all of it.
fn fits(part: &Dict<'_>, left: &mut usize) -> bool {
    let streams: [(&[u8], usize); 6] = [
        (b"ToUnicode", MOST_TABLE),
        (b"Encoding", MOST_TABLE),
        (b"CIDToGIDMap", MOST_TABLE),
        (b"FontFile", MOST_PROGRAM),
        (b"FontFile2", MOST_PROGRAM),
        (b"FontFile3", MOST_PROGRAM),
    ];
    let mut fits = |(name, most): &(&[u8], usize)| {
        let Some(stream) = part.get::<Stream<'_>>(name) else { return true };
        if *left == 0 {
            return false;
        }
        let data = bounds::unpacked(&stream, (*left).min(*most));
        // to find that one is too large costs as much
        *left = left.saturating_sub(data.as_ref().map_or(MOST_PROGRAM, |data| data.len()));
        data.is_ok()
    };
    let widths = |(name, values)| part.get::<Array<'_>>(name).map_or(0.0, |array| widths(&array, values));
    // ISO 32000-1, 9.7.4.3: a range has one width in W, three numbers in W2
    streams.iter().all(&mut fits) && [(&b"W"[..], 1), (b"W2", 3)].into_iter().map(widths).sum::<f64>() <= MOST_WIDTHS
}

/// How many codes a list of widths names: `first [widths]`, or `first last` and the values that all of them have.
fn widths(array: &Array<'_>, values: usize) -> f64 {
    let (mut count, mut range) = (0.0, Vec::new());
    for object in array.iter::<Object<'_>>() {
        if let Object::Number(number) = object {
            range.push(number.as_f64());
            if range.len() == 2 + values {
                count += (range[1] - range[0] + 1.0).max(1.0);
                range.clear();
            }
        } else {
            count += 1.0;
            range.clear();
        }
    }
    count
}

/// What a glyph is drawn in; none where its font draws it by instructions, or not at all.
fn drawn(glyph: &FontGlyph<'_>) -> Option<Rect> {
    let FontGlyph::Outline(glyph) = glyph else { return None };
    let outline = glyph.outline().bounding_box();
    (outline.width() > 0.0).then_some(outline)
}

/// Whether a glyph is but a flat line that reaches the letters on both sides, as the one that stretches an Arabic word.
fn is_line(glyph: &FontGlyph<'_>, advance: f64) -> bool {
    drawn(glyph)
        .is_some_and(|outline| outline.height() * 2.0 < outline.width() && outline.x0 <= 0.0 && advance <= outline.x1)
}

fn letters(glyph: &FontGlyph<'_>) -> Option<String> {
    let letters = match glyph {
        FontGlyph::Outline(glyph) => glyph.as_unicode(),
        FontGlyph::Type3(glyph) => glyph.as_unicode(),
    }?;
    let letters = match letters {
        BfString::Char(letter) => letter.to_string(),
        BfString::String(letters) => letters,
    };
    // fonts of signs have their bullets where no letter is
    let known = |c: char| c != '\u{fffd}' && (!('\u{e000}'..='\u{f8ff}').contains(&c) || c >= '\u{f000}');
    (letters.chars().take(MOST_LETTERS + 1).count() <= MOST_LETTERS && letters.chars().all(known))
        .then(|| letters.chars().filter(|c| *c != '\0').collect())
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
