//! Symbols and resolutions that a line break divides.

use super::super::lines::Line;
use crate::domain::{numerals, symbol};

/// Longest symbol, in characters.
const LONGEST_SYMBOL: usize = 60;

/// Whether a line begins with the symbol or the resolution that the line above speaks of, or with the rest of it.
pub(super) fn cites_on(block: &str, above: &Line, line: &Line) -> bool {
    let text = &line.text;
    if spans(&above.text, text) {
        return true;
    }
    let may =
        text.starts_with(|c: char| c.is_ascii_uppercase() || numerals::zero(c).is_some()) && text.contains(['/', '(']);
    let begins =
        |mention: &symbol::Mention, at: usize| mention.range.start == at && mention.range.end - at < text.len();
    // lines of a list of documents begin so, each of them
    let listed = || {
        let head: String = block.chars().take(LONGEST_SYMBOL).collect();
        symbol::find(&head).first().is_some_and(|mention| mention.range.start == 0)
    };
    may && !listed() && {
        let both = format!("{} {text}", above.text);
        symbol::find(&both).iter().any(|mention| begins(mention, above.text.len() + 1))
    }
}

/// Whether a symbol or a resolution begins in one text and ends in the next: "resolution 2573" and "(2021)".
pub(super) fn spans(above: &str, below: &str) -> bool {
    let near = above.char_indices().rev().nth(LONGEST_SYMBOL).map_or(0, |(at, _)| at);
    let head: String = below.chars().take(LONGEST_SYMBOL).collect();
    let (tail, may) = (&above[near..], below.starts_with(['(', '/']));
    let both = || format!("{tail} {head}");
    may && symbol::find(&both())
        .iter()
        .any(|mention| mention.range.start < tail.len() && mention.range.end > tail.len())
}
