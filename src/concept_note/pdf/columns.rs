//! Two columns are read one after the other; what runs across both parts them.

use super::glyph::Glyph;

/// Fewest rows with words on both sides that make columns of a page; a table or a masthead has fewer.
const FEWEST: usize = 8;

/// Half of the narrowest gap between columns, in points.
const GAP: f32 = 4.0;

/// How many letters a row of a column has on average at least.
const LETTERS: usize = 15;

/// The glyphs of each row, with a number that changes where another column begins.
pub(super) fn pieces(bands: Vec<Vec<Glyph>>) -> Vec<(usize, Vec<Glyph>)> {
    let Some(middle) = gap(&bands) else {
        return bands.into_iter().map(|band| (0, band)).collect();
    };
    let mut pieces = Vec::new();
    let (mut left, mut right) = (Vec::new(), Vec::new());
    let mut column = 0;
    let mut flush = |left: &mut Vec<Vec<Glyph>>, right: &mut Vec<Vec<Glyph>>, across: Option<Vec<Glyph>>| {
        for rows in [std::mem::take(left), std::mem::take(right), across.into_iter().collect()] {
            if !rows.is_empty() {
                column += 1;
                pieces.extend(rows.into_iter().map(|row| (column, row)));
            }
        }
    };
    for band in bands {
        if crosses(&band, middle) {
            flush(&mut left, &mut right, Some(band));
        } else {
            let (a, b): (Vec<_>, Vec<_>) = band.into_iter().partition(|glyph| glyph.x < middle);
            left.extend(Some(a).filter(|row| !row.is_empty()));
            right.extend(Some(b).filter(|row| !row.is_empty()));
        }
    }
    flush(&mut left, &mut right, None);
    pieces
}

fn crosses(band: &[Glyph], middle: f32) -> bool {
    band.iter().any(|glyph| !glyph.is_blank() && glyph.x < middle + GAP && glyph.end() > middle - GAP)
}

/// Where the gap between two columns is.
fn gap(bands: &[Vec<Glyph>]) -> Option<f32> {
    let words = || bands.iter().flatten().filter(|glyph| !glyph.is_blank());
    let left = words().map(|glyph| glyph.x).fold(f32::MAX, f32::min);
    let right = words().map(Glyph::end).fold(f32::MIN, f32::max);
    if bands.len() < FEWEST || right - left < 200.0 {
        return None;
    }
    let best = (0_u8..=40)
        .map(|step| left + (right - left) * (0.3 + f32::from(step) * 0.01))
        .map(|middle| (middle, bands.iter().filter(|band| crosses(band, middle)).count()))
        .min_by_key(|(_, crossing)| *crossing)?;
    let (middle, crossing) = best;
    let side = |left: bool| {
        let letters = |band: &Vec<Glyph>| band.iter().filter(|g| !g.is_blank() && (g.x < middle) == left).count();
        let counts: Vec<usize> = bands.iter().filter(|band| !crosses(band, middle)).map(letters).collect();
        let filled = counts.iter().filter(|count| **count > 0).count();
        (filled, counts.iter().sum::<usize>() / filled.max(1))
    };
    let both = bands.iter().filter(|band| {
        let on = |left: bool| band.iter().any(|g| !g.is_blank() && (g.x < middle) == left);
        !crosses(band, middle) && on(true) && on(false)
    });
    let ((_, left_letters), (_, right_letters)) = (side(true), side(false));
    let are_columns = both.count() >= FEWEST && crossing * 3 < bands.len();
    (are_columns && left_letters >= LETTERS && right_letters >= LETTERS).then_some(middle)
}
