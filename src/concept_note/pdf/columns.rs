//! Two columns are read one after the other; what runs across both parts them.

use super::bands::bands;
use super::glyph::Glyph;

/// Fewest rows with words on both sides that make columns of a page; a table or a masthead has fewer.
const FEWEST: usize = 8;

/// Half of the narrowest gap between columns, in points.
const GAP: f32 = 4.0;

/// How far above the columns a head stands at least, in sizes of their letters.
const APART: f32 = 2.0;

/// How many letters a row of a column has on average at least.
const LETTERS: usize = 15;

/// How far from the left side of a column its rows begin at the most, in points.
const NEAR: f32 = 2.0;

/// Where the two columns of a page stand.
#[derive(Clone, Copy, Debug)]
pub(super) struct Columns {
    /// The gap between them.
    middle: f32,
    /// Where most rows of each begin.
    left: f32,
    right: f32,
}

impl Columns {
    fn of(bands: &[Vec<Glyph>]) -> Option<Columns> {
        let middle = gap(bands)?;
        let [left, right] = begins(bands, middle).map(most);
        Some(Columns { middle, left: left?, right: right? })
    }

    /// Whether a page with too few rows to tell goes on with them: rows of both begin where those did, and hardly one
    /// runs across.
    fn go_on(&self, bands: &[Vec<Glyph>]) -> bool {
        let [left, right] = begins(bands, self.middle);
        let at = |begins: &[f32], place: f32| begins.iter().filter(|x| (*x - place).abs() < NEAR).count();
        let (at_left, at_right) = (at(&left, self.left), at(&right, self.right));
        // in a table, others would begin between the two
        let between = right.iter().any(|x| *x < self.right - NEAR);
        let crossing = bands.iter().filter(|band| crosses(band, self.middle)).count();
        at_left > 0 && at_right > 0 && !between && crossing <= at_left.max(at_right)
    }
}

/// The glyphs of each row of a page, with a number that changes where another column begins. The columns are those of the
/// page before, and become those of this one.
pub(super) fn pieces(glyphs: Vec<Glyph>, columns: &mut Option<Columns>) -> Vec<(usize, Vec<Glyph>)> {
    let bands_of_page = bands(glyphs);
    *columns = Columns::of(&bands_of_page).or(columns.filter(|before| before.go_on(&bands_of_page)));
    let Some(Columns { middle, .. }) = *columns else {
        return bands_of_page.into_iter().map(|band| (0, band)).collect();
    };
    let mut pieces = Vec::new();
    let (mut left, mut right) = (Vec::new(), Vec::new());
    let mut column = 0;
    let mut flush = |left: &mut Vec<Glyph>, right: &mut Vec<Glyph>, across: Vec<Vec<Glyph>>| {
        // the lines of one column do not stand on those of the other
        for rows in [bands(std::mem::take(left)), bands(std::mem::take(right)), across] {
            if !rows.is_empty() {
                column += 1;
                pieces.extend(rows.into_iter().map(|row| (column, row)));
            }
        }
    };
    let heads = heads(&bands_of_page, middle);
    for (at, band) in bands_of_page.into_iter().enumerate() {
        if at < heads || crosses(&band, middle) {
            flush(&mut left, &mut right, vec![band]);
        } else {
            let (a, b): (Vec<_>, Vec<_>) = band.into_iter().partition(|glyph| glyph.x < middle);
            left.extend(a);
            right.extend(b);
        }
    }
    flush(&mut left, &mut right, Vec::new());
    pieces
}

fn crosses(band: &[Glyph], middle: f32) -> bool {
    band.iter().any(|glyph| !glyph.is_blank() && glyph.x < middle + GAP && glyph.end() > middle - GAP)
}

/// Where the parts of bands begin that stand to the left and to the right of a gap which nothing in them crosses.
fn begins(bands: &[Vec<Glyph>], middle: f32) -> [Vec<f32>; 2] {
    let parted = || bands.iter().filter(|band| !crosses(band, middle));
    let begin = |band: &Vec<Glyph>, left: bool| {
        band.iter().find(|glyph| !glyph.is_blank() && (glyph.x < middle) == left).map(|glyph| glyph.x)
    };
    [true, false].map(|left| parted().filter_map(|band| begin(band, left)).collect())
}

/// The place where most begin.
fn most(mut begins: Vec<f32>) -> Option<f32> {
    begins.sort_by(f32::total_cmp);
    begins.chunk_by(|a, b| b - a < NEAR / 2.0).max_by_key(|group| group.len()).map(|group| group[0])
}

/// How many bands stand far above both columns, on one side.
fn heads(bands: &[Vec<Glyph>], middle: f32) -> usize {
    let one_side = |band: &[Glyph]| {
        let left = band.iter().filter(|glyph| !glyph.is_blank() && glyph.x < middle).count();
        left == 0 || left == band.iter().filter(|glyph| !glyph.is_blank()).count()
    };
    let apart = |pair: &&[Vec<Glyph>]| one_side(&pair[0]) && pair[1][0].y - pair[0][0].y > pair[1][0].size * APART;
    bands.windows(2).take_while(apart).count()
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
    let on = |band: &Vec<Glyph>, left: bool| {
        !crosses(band, middle) && band.iter().any(|g| !g.is_blank() && (g.x < middle) == left)
    };
    let sides = |band: &Vec<Glyph>| (on(band, true), on(band, false));
    // the rows of one column may stand a little higher than those of the other
    let beside = |pair: &[Vec<Glyph>]| {
        let alone = [sides(&pair[0]), sides(&pair[1])];
        let near = pair[1][0].y - pair[0][0].y < pair[0][0].size;
        near && (alone == [(true, false), (false, true)] || alone == [(false, true), (true, false)])
    };
    // each of them has one above it and one below
    let offset = bands.windows(2).filter(|pair| beside(pair)).count().div_ceil(2);
    let both = bands.iter().filter(|band| sides(band) == (true, true)).count() + offset;
    let ((_, left_letters), (_, right_letters)) = (side(true), side(false));
    let are_columns = both >= FEWEST && crossing * 3 < bands.len();
    (are_columns && left_letters >= LETTERS && right_letters >= LETTERS).then_some(middle)
}
