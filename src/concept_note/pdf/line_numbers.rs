//! Numbers of lines in the margin, as drafts have them.

use super::glyph::Glyph;

/// How far before the text a number stands at least, in sizes of its letters.
const APART: f32 = 0.5;

/// Fewest numbered lines of a document.
const FEWEST: usize = 4;

/// Most numbers in the margin of a page that are looked at.
const MOST: usize = 200;

/// A number left of all that a page says.
struct Number {
    value: u32,
    /// The line that it numbers goes on with a sentence, as it begins with a small letter, or there is none.
    low: bool,
}

/// Takes them out of the pages. They count by five or ten whatever the text says; where each line has one, many lines go
/// on with a sentence, as no entries of a list do.
pub(super) fn remove(pages: &mut [Vec<Glyph>]) {
    let margins: Vec<f32> = pages.iter().map(|page| margin(page)).collect();
    let numbers: Vec<Vec<Number>> = pages.iter().zip(&margins).map(|(page, margin)| numbers(page, *margin)).collect();
    let all: Vec<&Number> = numbers.iter().flatten().collect();
    // each page may begin anew, and its head may be counted by itself
    let goes_on = |pair: &[&Number], step| pair[1].value == pair[0].value + step || pair[1].value == step;
    let counts_by = |step: u32| {
        all.len() >= FEWEST
            && all.iter().all(|number| number.value % step == 0)
            && all.windows(2).filter(|pair| !goes_on(pair, step)).count() * 10 <= all.len()
    };
    let low = all.iter().filter(|number| number.low).count();
    if counts_by(5) || counts_by(10) || counts_by(1) && low * 4 >= all.len() {
        for (page, margin) in pages.iter_mut().zip(margins) {
            page.retain(|glyph| !is_before(glyph, margin));
        }
    }
}

fn is_digit(glyph: &Glyph) -> bool {
    glyph.text.len() == 1 && glyph.text.starts_with(|c: char| c.is_ascii_digit())
}

/// Where all begins that is no figure.
fn margin(page: &[Glyph]) -> f32 {
    page.iter().filter(|glyph| !glyph.is_blank() && !is_digit(glyph)).map(|glyph| glyph.x).fold(f32::MAX, f32::min)
}

fn is_before(glyph: &Glyph, margin: f32) -> bool {
    is_digit(glyph) && glyph.end() + glyph.size * APART < margin
}

fn numbers(page: &[Glyph], margin: f32) -> Vec<Number> {
    let mut digits: Vec<&Glyph> = page.iter().filter(|glyph| is_before(glyph, margin)).collect();
    digits.sort_by(|a, b| a.y.total_cmp(&b.y).then(a.x.total_cmp(&b.x)));
    let same = |a: &&Glyph, b: &&Glyph| (a.y - b.y).abs() < 0.5;
    let lines = digits.chunk_by(same).take(MOST);
    let number = |digits: &[&Glyph]| {
        let text: String = digits.iter().map(|glyph| glyph.text.as_str()).collect();
        let (y, size) = (digits[0].y, digits[0].size);
        let line =
            page.iter().filter(|glyph| (glyph.y - y).abs() < size / 3.0 && glyph.x >= margin && !glyph.is_blank());
        let first = line.min_by(|a, b| a.x.total_cmp(&b.x));
        let low = first.is_none_or(|glyph| glyph.text.starts_with(char::is_lowercase));
        Some(Number { value: text.parse().ok()?, low })
    };
    lines.filter_map(number).collect()
}
