//! Glyphs that stand on one line, in their order from left to right.

use super::direction;
use super::glyph::Glyph;

/// Widest letter without a width of its own, in sizes of the font.
const NO_WIDTH: f32 = 0.05;

/// How far letters of one line are apart, and sizes that are the same, in sizes of the font.
const SAME_LINE: f32 = 0.15;

/// How far two lines are apart at least, in sizes of the font.
const LINES_APART: f32 = 0.9;

/// How many letters on either side a mark can belong to.
const NEAR: usize = 16;

/// Glyphs that stand on one line, from left to right.
pub(super) fn bands(mut glyphs: Vec<Glyph>) -> Vec<Vec<Glyph>> {
    glyphs.retain(|glyph| glyph.size > 0.5 && glyph.x.is_finite() && glyph.y.is_finite() && glyph.width.is_finite());
    glyphs.sort_by(|a, b| a.y.total_cmp(&b.y));
    let mut bands: Vec<Vec<Glyph>> = Vec::new();
    // line and size of the largest letters of the band
    let (mut line, mut size) = (f32::MIN, 0.0);
    for glyph in glyphs {
        let near = (glyph.y - line).abs() < 0.5 * f32::max(size, glyph.size).min(size.min(glyph.size) * 1.6);
        if let Some(band) = bands.last_mut().filter(|_| near) {
            if glyph.size > size {
                (line, size) = (glyph.y, glyph.size);
            }
            band.push(glyph);
        } else {
            (line, size) = (glyph.y, glyph.size);
            bands.push(vec![glyph]);
        }
    }
    bands = bands.into_iter().flat_map(apart).collect();
    for band in &mut bands {
        band.sort_by(|a, b| a.x.total_cmp(&b.x));
        ligatures_in_order(band);
    }
    bands
}

/// Two lines that a larger one beside both has drawn into one band: the larger goes with the upper.
fn apart(band: Vec<Glyph>) -> Vec<Vec<Glyph>> {
    let (Some(first), Some(last)) = (band.first(), band.last()) else {
        return vec![band];
    };
    let (lower_from, size) = (last.y - SAME_LINE * last.size, last.size);
    let alike = (first.size - last.size).abs() < SAME_LINE * last.size && last.y - first.y > LINES_APART * last.size;
    if !alike || !band.iter().any(|glyph| glyph.size > size * (1.0 + SAME_LINE)) {
        return vec![band];
    }
    let (lower, upper): (Vec<_>, Vec<_>) =
        band.into_iter().partition(|glyph| glyph.y > lower_from && glyph.size <= size);
    vec![upper, lower]
}

/// Of two letters printed as one, the second has no width and stands where the first begins; read from the right, it is to the left.
fn ligatures_in_order(band: &mut [Glyph]) {
    for at in 1..band.len() {
        let (first, second) = (&band[at - 1], &band[at]);
        let narrow = |glyph: &Glyph| glyph.width.abs() < glyph.size * NO_WIDTH;
        let one = (second.x - first.x).abs() < second.size * NO_WIDTH && narrow(second) && !narrow(first);
        if one && direction::is_from_right(&first.text) && direction::is_from_right(&second.text) {
            band.swap(at - 1, at);
        }
    }
}

/// Signs above and below letters go with the letter they stand at.
pub(super) fn with_marks(glyphs: Vec<Glyph>) -> Vec<Glyph> {
    let (marks, mut letters): (Vec<_>, Vec<_>) = glyphs.into_iter().partition(|glyph| direction::is_mark(&glyph.text));
    for mark in marks {
        let middle = mark.x + mark.width / 2.0;
        let distance = |glyph: &Glyph| (glyph.x + glyph.width / 2.0 - middle).abs() - glyph.width / 2.0;
        // they stand from left to right
        let at = letters.partition_point(|glyph| glyph.x < middle);
        let near = at.saturating_sub(NEAR)..letters.len().min(at + NEAR);
        let near = letters[near].iter_mut().filter(|glyph| !glyph.is_blank());
        match near.min_by(|a, b| distance(a).total_cmp(&distance(b))) {
            Some(letter) => letter.text.push_str(&mark.text),
            None => letters.push(mark),
        }
    }
    letters
}
