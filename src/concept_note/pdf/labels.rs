//! Labels that a program set at the left of rows that are read from the right, as browsers do in lists without a direction.

use super::direction;
use super::glyph::Glyph;

/// Longest label without its mark, in characters: no year is one.
const LONGEST: usize = 3;

/// The label at the left of a row that is read from the right, and how many glyphs it takes with the gap behind it.
///
/// Seen from the left it is "3." or "a)": a sentence that ends there with a number has its stop on the other side of it.
pub(super) fn at_left(glyphs: &[Glyph], gap: f32) -> Option<(String, usize)> {
    let begin = glyphs.iter().position(|glyph| !glyph.is_blank())?;
    let parts = |pair: &[Glyph]| pair[1].is_blank() || pair[1].x - pair[0].end() > gap;
    let end = begin + 1 + glyphs[begin..].windows(2).position(parts)?;
    let text = end + glyphs[end..].iter().position(|glyph| !glyph.is_blank())?;
    let label: String = glyphs[begin..end].iter().map(|glyph| glyph.text.as_str()).collect();
    let name = label.strip_suffix(['.', ')']).unwrap_or_default();
    let counts = name.chars().all(char::is_numeric);
    // no initial of a name, and no short word
    let letter = name.len() == 1 && name.starts_with(|c: char| c.is_ascii_lowercase())
        || name.chars().all(|c| matches!(c, 'i' | 'v' | 'x'));
    let next = glyphs[text..].iter().find(|glyph| glyph.text.chars().any(char::is_alphanumeric))?;
    let is_short = (1..=LONGEST).contains(&name.chars().count());
    let is_label = is_short && (counts || letter) || matches!(&*label, "•" | "◦" | "▪" | "●" | "○" | "■");
    let rest = || glyphs[text..].iter().map(|glyph| glyph.text.as_str()).collect::<String>();
    let from_right = is_label && direction::is_from_right(&next.text) && direction::is_from_right(&rest());
    from_right.then_some((label, text))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_label_at_the_left_is_told_from_the_end_of_a_sentence() {
        let read = |seen: &str| {
            let place = |(c, at): (char, u8)| Glyph {
                text: c.to_string(),
                x: f32::from(at) * 5.0,
                y: 0.0,
                width: 5.0,
                size: 10.0,
                strong: false,
            };
            at_left(&seen.chars().zip(0..).map(place).collect::<Vec<_>>(), 2.0)
        };
        for (seen, label, length) in
            [("3. صن", "3.", 3), ("a)   ؟صن", "a)", 5), (" iv. صن", "iv.", 5), ("• صن", "•", 2)]
        {
            assert_eq!(read(seen), Some((label.to_owned(), length)), "{seen}");
        }
        for seen in
            [".3 صن", "2021 صن", "3. text صن", "3. صن and more text", "2021. صن", "A. صن", "para. صن", "3.صن", "3. "]
        {
            assert_eq!(read(seen), None, "{seen}");
        }
    }
}
