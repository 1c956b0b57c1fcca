//! Where and how the next glyph is set (ISO 32000-1, 8.4 and 9.3).

use hayro_font::kurbo::{Affine, Point};

/// What a text is set with.
#[derive(Clone, Copy, Debug)]
pub(super) struct State {
    /// From the user's to the page's coordinates.
    pub page: Affine,
    /// From the text's to the user's coordinates, and the same at the line's beginning.
    pub text: Affine,
    pub line: Affine,
    /// Place of the font among those of the document.
    pub font: Option<usize>,
    pub size: f64,
    pub letter_space: f64,
    pub word_space: f64,
    /// Horizontal scale, 1 for none.
    pub scale: f64,
    pub leading: f64,
    pub rise: f64,
    /// Letters are filled and outlined: bold without a bold font.
    pub outlined: bool,
}

impl State {
    pub fn new(page: Affine) -> State {
        State {
            page,
            text: Affine::IDENTITY,
            line: Affine::IDENTITY,
            font: None,
            size: 0.0,
            letter_space: 0.0,
            word_space: 0.0,
            scale: 1.0,
            leading: 0.0,
            rise: 0.0,
            outlined: false,
        }
    }

    /// Begins a line, given its distance from the last one's beginning.
    pub fn next_line(&mut self, x: f64, y: f64) {
        self.line *= Affine::translate((x, y));
        self.text = self.line;
    }

    /// Goes on by a distance along the line.
    pub fn advance(&mut self, by: f64) {
        self.text *= Affine::translate((by * self.scale, 0.0));
    }

    /// Where a glyph of one em would stand, and how large: its origin, the ends of its width and of its height.
    pub fn place(&self) -> (Point, Point, Point) {
        let em = self.page * self.text * Affine::new([self.size * self.scale, 0.0, 0.0, self.size, 0.0, self.rise]);
        (em * Point::ZERO, em * Point::new(1.0, 0.0), em * Point::new(0.0, 1.0))
    }
}
