//! Glyphs without letters, and which of them are but the line that stretches an Arabic word.

use std::collections::HashSet;

use hayro_font::kurbo::Point;

/// How far behind the one below it a glyph stands at the most, in its own widths: blanks never share their room.
const UPON: f64 = 0.95;

/// Most kinds of them that are kept.
const MOST: usize = 100;

/// Counts the glyphs without letters.
#[derive(Default)]
pub(super) struct Unlettered {
    pub count: usize,
    /// Where the last of them stands, and whether it counts.
    last: Option<(Point, bool)>,
    /// Those that were found to stretch words: by their font and code.
    stretching: HashSet<(Option<usize>, Vec<u8>)>,
}

impl Unlettered {
    /// Takes note of one at a place. Whether it lies upon the one before it, or is of the same font and code as one that
    /// did: then it stretches a word, and what it covers is no blank.
    pub fn stretches(&mut self, at: Point, width: f64, font: Option<usize>, code: &[u8]) -> bool {
        let upon = |(last, _): &(Point, bool)| (at.y - last.y).abs() < 0.1 && (at.x - last.x).abs() < width * UPON;
        let last = self.last.filter(upon);
        let kind = (font, code.to_vec());
        if last.is_some() && self.stretching.len() < MOST {
            self.stretching.insert(kind.clone());
        }
        let stretches = last.is_some() || self.stretching.contains(&kind);
        self.last = Some((at, !stretches));
        match last {
            Some((_, counted)) => self.count -= usize::from(counted),
            None => self.count += usize::from(!stretches),
        }
        stretches
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn glyphs_upon_one_another_stretch_a_word() {
        let mut glyphs = Unlettered::default();
        let places = [(b"a", 10.0), (b"a", 10.1), (b"a", 10.2), (b"b", 20.0), (b"b", 23.4), (b"a", 40.0)];
        let read: Vec<bool> =
            places.iter().map(|(code, x)| glyphs.stretches(Point::new(*x, 5.0), 3.4, None, *code)).collect();
        assert_eq!((read, glyphs.count), (vec![false, true, true, false, false, true], 2));
    }
}
