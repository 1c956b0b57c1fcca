//! Pieces of a page's instructions that say of themselves what they are (ISO 32000-1, 14.6).

use hayro_syntax::object::{Name, Object, String as Bytes};

/// What a piece of marked content says of itself.
pub(super) enum Mark {
    Nothing,
    /// It repeats on each page.
    Furniture,
    /// What its glyphs say, from this one on.
    Says(String, usize),
}

impl Mark {
    /// The mark of a piece given by its tag and properties, that begins after so many glyphs.
    pub fn of(tag: &Name<'_>, properties: &Object<'_>, glyphs: usize) -> Mark {
        let Object::Dict(properties) = properties else {
            return Mark::Nothing;
        };
        // ISO 32000-1, 14.8.2.2: pagination artifacts; 14.9.4: replacement text
        if tag.as_str() == "Artifact" && properties.get::<Name<'_>>(b"Type").is_some_and(|t| t.as_str() == "Pagination")
        {
            return Mark::Furniture;
        }
        match properties.get::<Bytes<'_>>(b"ActualText") {
            Some(text) => Mark::Says(text_string(text.as_bytes()), glyphs),
            None => Mark::Nothing,
        }
    }
}

/// The pieces that are open, and how many of each kind.
#[derive(Default)]
pub(super) struct Marks {
    open: Vec<Mark>,
    pub furniture: usize,
    pub saying: usize,
}

impl Marks {
    pub fn begin(&mut self, mark: Mark) {
        self.furniture += usize::from(matches!(mark, Mark::Furniture));
        self.saying += usize::from(matches!(mark, Mark::Says(..)));
        self.open.push(mark);
    }

    pub fn end(&mut self) -> Option<Mark> {
        let mark = self.open.pop()?;
        self.furniture -= usize::from(matches!(mark, Mark::Furniture));
        self.saying -= usize::from(matches!(mark, Mark::Says(..)));
        Some(mark)
    }
}

/// A text string (ISO 32000-1, 7.9.2.2): UTF-16 or UTF-8 with a mark, else one byte a letter.
fn text_string(bytes: &[u8]) -> String {
    match bytes {
        [0xFE, 0xFF, rest @ ..] => {
            let (pairs, _) = rest.as_chunks::<2>();
            char::decode_utf16(pairs.iter().map(|pair| u16::from_be_bytes(*pair))).filter_map(Result::ok).collect()
        }
        [0xEF, 0xBB, 0xBF, rest @ ..] => String::from_utf8_lossy(rest).into_owned(),
        bytes => bytes.iter().map(|byte| char::from(*byte)).collect(),
    }
}
