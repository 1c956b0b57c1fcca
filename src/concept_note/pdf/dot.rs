//! Bullets that are painted and not set: browsers print the dots of a list so.

use hayro_font::kurbo::{Affine, Point};
use hayro_syntax::content::ops::TypedInstruction;
use hayro_syntax::object::Number;

use super::glyph::Glyph;

/// Narrowest and widest dot, in points.
const WIDTHS: std::ops::RangeInclusive<f32> = 1.5..=8.0;

/// What a dot's width is of the size its list is set in.
const OF_SIZE: f32 = 0.37;

/// Fewest curves of a circle.
const CURVES: usize = 4;

/// A figure while it is drawn.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Figure {
    /// The corners of what it covers.
    corners: Option<(Point, Point)>,
    curves: usize,
    straight: bool,
}

impl Figure {
    /// Draws on by an instruction, if it is one that draws; where it is filled, the bullet it is.
    pub fn follow(&mut self, instruction: &TypedInstruction<'_, '_>, page: Affine) -> Option<Glyph> {
        let point = |x: Number, y: Number| (x.as_f64(), y.as_f64());
        match instruction {
            TypedInstruction::MoveTo(to) => self.begin(page, point(to.0, to.1)),
            TypedInstruction::LineTo(to) => self.line(page, point(to.0, to.1)),
            TypedInstruction::CubicTo(to) => self.curve(page, point(to.4, to.5)),
            TypedInstruction::CubicStartTo(to) => self.curve(page, point(to.2, to.3)),
            TypedInstruction::CubicEndTo(to) => self.curve(page, point(to.2, to.3)),
            TypedInstruction::RectPath(_) => self.line(page, (0.0, 0.0)),
            TypedInstruction::EndPath(_) | TypedInstruction::StrokePath(_) => *self = Figure::default(),
            TypedInstruction::FillPathNonZero(_)
            | TypedInstruction::FillPathNonZeroCompatibility(_)
            | TypedInstruction::FillPathEvenOdd(_) => return std::mem::take(self).bullet(),
            _ => {}
        }
        None
    }

    /// Goes to a point: by a curve, by a straight line, or to begin.
    fn begin(&mut self, page: Affine, point: (f64, f64)) {
        self.cover(page * Point::from(point));
    }

    fn line(&mut self, page: Affine, point: (f64, f64)) {
        self.straight = true;
        self.cover(page * Point::from(point));
    }

    fn curve(&mut self, page: Affine, point: (f64, f64)) {
        self.curves += 1;
        self.cover(page * Point::from(point));
    }

    fn cover(&mut self, at: Point) {
        self.corners = Some(self.corners.map_or((at, at), |(a, b)| {
            (Point::new(a.x.min(at.x), a.y.min(at.y)), Point::new(b.x.max(at.x), b.y.max(at.y)))
        }));
    }

    /// The bullet it is if it is filled now: a dot of the size that dots of lists have.
    fn bullet(self) -> Option<Glyph> {
        let (a, b) = self.corners.filter(|_| self.curves >= CURVES && !self.straight)?;
        #[expect(clippy::cast_possible_truncation, reason = "points on a page are few")]
        let (x, y, width, height) = (a.x as f32, b.y as f32, (b.x - a.x) as f32, (b.y - a.y) as f32);
        let size = width / OF_SIZE;
        let round = WIDTHS.contains(&width) && (width - height).abs() < width * 0.2;
        // a dot stands above the line its letters stand on
        round.then(|| Glyph { text: "•".to_owned(), x, y: y + size * 0.1, width, size, strong: false })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn circle(width: f64) -> Figure {
        let mut figure = Figure::default();
        figure.begin(Affine::IDENTITY, (100.0, 50.0));
        for point in [(100.0 + width / 2.0, 50.0 - width / 2.0), (100.0 + width, 50.0)] {
            figure.curve(Affine::IDENTITY, point);
        }
        for point in [(100.0 + width / 2.0, 50.0 + width / 2.0), (100.0, 50.0)] {
            figure.curve(Affine::IDENTITY, point);
        }
        figure
    }

    #[test]
    fn a_small_circle_is_a_bullet() {
        let bullet = circle(4.0).bullet().unwrap();
        assert_eq!((bullet.text.as_str(), bullet.x, bullet.width), ("•", 100.0, 4.0));
        assert!(bullet.y > 52.0 && bullet.y < 54.0 && bullet.size > 10.0);
        assert_eq!(circle(40.0).bullet(), None);
        let mut rounded = circle(4.0);
        rounded.line(Affine::IDENTITY, (100.0, 50.0));
        assert_eq!(rounded.bullet(), None);
        assert_eq!(Figure::default().bullet(), None);
    }
}
