//! Characters of the symbol fonts, which a document names by their place in the font.

/// Frequent characters of the font Symbol, by the low byte of their place.
const SYMBOL: &[(u32, char)] = &[
    (0x2d, '−'),
    (0xa3, '≤'),
    (0xb0, '°'),
    (0xb1, '±'),
    (0xb2, '″'),
    (0xb3, '≥'),
    (0xb4, '×'),
    (0xb7, '•'),
    (0xb8, '÷'),
    (0xb9, '≠'),
    (0xbb, '≈'),
    (0xbc, '…'),
    (0xac, '←'),
    (0xae, '→'),
    (0xd7, '⋅'),
    (0xde, '⇒'),
];

/// Frequent characters of Wingdings.
const WINGDINGS: &[(u32, char)] = &[
    (0x6c, '●'),
    (0x6e, '■'),
    (0x6f, '□'),
    (0x76, '❖'),
    (0x9f, '•'),
    (0xa7, '▪'),
    (0xa8, '□'),
    (0xd8, '➢'),
    (0xe0, '→'),
    (0xfc, '✓'),
    (0xfe, '☑'),
];

/// Where the symbol fonts keep their characters.
const OWN: std::ops::RangeInclusive<u32> = 0xf000..=0xf0ff;

/// Greek letters of the font Symbol, from the place of `a`.
const GREEK: &str = "αβχδεφγηιϕκλμνοπθρστυϖωξψζ";

/// The character at a place, in hexadecimal, of a font; `None` for a mere ornament.
pub(super) fn symbol(font: &str, place: &str) -> Option<char> {
    let place = u32::from_str_radix(place.trim(), 16).ok()?;
    if !OWN.contains(&place) {
        return char::from_u32(place);
    }
    let font = font.to_ascii_lowercase();
    if font.starts_with("wingdings") {
        return in_wingdings(place);
    }
    let letter = (place & 0xff).checked_sub(0x61).and_then(|at| GREEK.chars().nth(at as usize));
    in_font(SYMBOL, place).or(letter)
}

/// The character at a place of Wingdings, of which most bullets are; `None` for a mere ornament and for other letters.
pub(super) fn in_wingdings(place: u32) -> Option<char> {
    OWN.contains(&place).then(|| in_font(WINGDINGS, place)).flatten()
}

fn in_font(table: &[(u32, char)], place: u32) -> Option<char> {
    table.iter().find(|(at, _)| *at == place & 0xff).map(|(_, c)| *c)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn symbols_are_told_by_font_and_place() {
        assert_eq!(symbol("Symbol", "F0B7"), Some('•'));
        assert_eq!(symbol("Symbol", "F061"), Some('α'));
        assert_eq!(symbol("Wingdings", "F0A7"), Some('▪'));
        assert_eq!(symbol("Arial", "2013"), Some('–'));
        assert_eq!(symbol("Webdings", "F0FF"), None);
        assert_eq!(symbol("Symbol", "no"), None);
    }
}
