//! Where and how the next glyph is set (ISO 32000-1, 8.4 and 9.3).

use hayro_font::kurbo::{Affine, Point};
use hayro_syntax::content::ops::TypedInstruction;
use hayro_syntax::object::Number;

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

    /// Follows an instruction that changes nothing but this; whether it was one.
    pub fn follow(&mut self, instruction: &TypedInstruction<'_, '_>) -> bool {
        match instruction {
            TypedInstruction::Transform(t) => self.page *= affine([t.0, t.1, t.2, t.3, t.4, t.5]),
            TypedInstruction::BeginText(_) => (self.text, self.line) = (Affine::IDENTITY, Affine::IDENTITY),
            TypedInstruction::CharacterSpacing(space) => self.letter_space = space.0.as_f64(),
            TypedInstruction::WordSpacing(space) => self.word_space = space.0.as_f64(),
            TypedInstruction::HorizontalScaling(scale) => self.scale = scale.0.as_f64() / 100.0,
            TypedInstruction::TextLeading(leading) => self.leading = leading.0.as_f64(),
            TypedInstruction::TextRise(rise) => self.rise = rise.0.as_f64(),
            TypedInstruction::TextRenderingMode(mode) => self.outlined = matches!(mode.0.as_i64(), 2 | 6),
            TypedInstruction::NextLine(by) => self.next_line(by.0.as_f64(), by.1.as_f64()),
            TypedInstruction::NextLineAndSetLeading(by) => {
                self.leading = -by.1.as_f64();
                self.next_line(by.0.as_f64(), by.1.as_f64());
            }
            TypedInstruction::NextLineUsingLeading(_) => self.next_line(0.0, -self.leading),
            TypedInstruction::SetTextMatrix(t) => {
                self.text = affine([t.0, t.1, t.2, t.3, t.4, t.5]);
                self.line = self.text;
            }
            _ => return false,
        }
        true
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

fn affine(numbers: [Number; 6]) -> Affine {
    Affine::new(numbers.map(|number| number.as_f64()))
}
