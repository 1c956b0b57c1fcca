//! Glyphs without letters, and which of them are but the line that stretches an Arabic word.

use hayro_font::kurbo::Point;

/// Counts the glyphs without letters.
#[derive(Default)]
pub(super) struct Unlettered {
    pub count: usize,
    /// Where the last of them stands, and whether it counts.
    last: Option<(Point, bool)>,
}

impl Unlettered {
    /// Takes note of one at a place. Whether it lies upon the one before it: then both stretch a word, and what they
    /// cover is no blank.
    pub fn stretches(&mut self, at: Point, width: f64) -> bool {
        let upon = |(last, _): &(Point, bool)| (at.y - last.y).abs() < 0.1 && (at.x - last.x).abs() < width / 2.0;
        let last = self.last.filter(upon);
        self.last = Some((at, last.is_none()));
        match last {
            Some((_, counted)) => self.count -= usize::from(counted),
            None => self.count += 1,
        }
        last.is_some()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn glyphs_upon_one_another_stretch_a_word() {
        let mut glyphs = Unlettered::default();
        let places = [10.0, 10.1, 10.2, 20.0, 23.4];
        let read: Vec<bool> = places.iter().map(|x| glyphs.stretches(Point::new(*x, 5.0), 3.4)).collect();
        assert_eq!((read, glyphs.count), (vec![false, true, true, false, false], 2));
    }
}
