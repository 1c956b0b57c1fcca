//! A sign on a page.

use crate::concept_note::language::is_wide;

/// Letters at a place, in points from the page's upper left corner.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Glyph {
    /// Mostly one letter; ligatures are several.
    pub text: String,
    /// Where it begins.
    pub x: f32,
    /// The line it stands on, from above.
    pub y: f32,
    pub width: f32,
    /// The size of its font.
    pub size: f32,
    /// Its font is bold.
    pub strong: bool,
}

impl Glyph {
    pub fn end(&self) -> f32 {
        self.x + self.width
    }

    pub fn is_wide(&self) -> bool {
        self.text.chars().any(is_wide)
    }

    pub fn is_blank(&self) -> bool {
        self.text.chars().all(char::is_whitespace)
    }
}
