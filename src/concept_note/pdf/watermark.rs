//! A word in very large letters that lies under the text, as DRAFT does.

use super::glyph::Glyph;

/// How much larger its letters are than the text's at least.
const LARGER: f32 = 3.0;

/// Most letters on a page that are looked at.
const MOST: usize = 60;

/// The glyphs of a page without those that lie under others.
pub(super) fn without(mut glyphs: Vec<Glyph>) -> Vec<Glyph> {
    let mut sizes: Vec<f32> = glyphs.iter().filter(|glyph| !glyph.is_blank()).map(|glyph| glyph.size).collect();
    sizes.sort_by(f32::total_cmp);
    let Some(least) = sizes.get(sizes.len() / 2).map(|size| size * LARGER) else {
        return glyphs;
    };
    let large: Vec<Glyph> = glyphs.iter().filter(|glyph| glyph.size > least && !glyph.is_blank()).cloned().collect();
    if large.is_empty() || large.len() > MOST {
        return glyphs;
    }
    let text = || glyphs.iter().filter(|glyph| glyph.size <= least && !glyph.is_blank());
    let is_under = |large: &&Glyph| text().any(|glyph| covers(large, glyph));
    let under: Vec<(f32, f32)> = large.iter().filter(is_under).map(|glyph| (glyph.y, glyph.size)).collect();
    // a word is under the text if one of its letters is
    glyphs.retain(|glyph| !under.contains(&(glyph.y, glyph.size)));
    glyphs
}

/// Whether the middle of a letter stands inside another.
fn covers(large: &Glyph, glyph: &Glyph) -> bool {
    let (x, y) = (glyph.x + glyph.width / 2.0, glyph.y - glyph.size / 3.0);
    (large.x..large.end()).contains(&x) && (large.y - large.size * 0.7..large.y).contains(&y)
}
