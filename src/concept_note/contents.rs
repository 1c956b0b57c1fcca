//! A table of contents: its lines name the headings of the note, and head nothing themselves.

use std::collections::{BTreeSet, HashMap};

use super::blocks::Block;
use super::language::fold;

/// Longest line of a table of contents, in bytes.
const LONGEST: usize = 800;

/// Digits of a page's number.
const DIGITS: usize = 4;

/// The entries of a table of contents: at least two lines one after the other that end with a page's number and name what
/// stands further below.
pub(super) fn entries(blocks: &[Block]) -> BTreeSet<usize> {
    let named: Vec<Option<String>> = blocks.iter().map(named).collect();
    if named.iter().flatten().count() < 2 {
        return BTreeSet::new();
    }
    let short = |(_, block): &(usize, &Block)| block.text.len() <= LONGEST;
    let last: HashMap<String, usize> =
        blocks.iter().enumerate().filter(short).map(|(at, block)| (fold(block.text.trim()), at)).collect();
    let below = |at: usize| {
        let name = named.get(at).and_then(Option::as_ref);
        name.and_then(|name| last.get(name)).is_some_and(|heading| *heading > at)
    };
    let beside = |at: &usize| below(at + 1) || at.checked_sub(1).is_some_and(below);
    (0..blocks.len()).filter(|at| below(*at)).filter(beside).collect()
}

/// What a line names before a page's number, dots and blanks left out.
fn named(block: &Block) -> Option<String> {
    let text = block.text.trim();
    if text.len() > LONGEST {
        return None;
    }
    let name = text.trim_end_matches(char::is_numeric);
    let digits = text[name.len()..].chars().count();
    let name = name.trim_end_matches(|c: char| c.is_whitespace() || ".…·_-".contains(c));
    (1..=DIGITS).contains(&digits).then(|| fold(name)).filter(|name| !name.is_empty())
}

#[cfg(test)]
mod tests {
    use super::super::{blocks::blocks, lines::lines};
    use super::*;

    const NOTE: &str = "Background\n\n1. Water is scarce.\n\nGuiding questions\n\n2. Consider:\n\n(a) Who pays?\n\nFormat\n\n\
        3. Open debate.\n";

    fn read(text: &str) -> Vec<String> {
        let blocks = blocks(&lines(text));
        entries(&blocks).into_iter().map(|at| blocks[at].text.clone()).collect()
    }

    #[test]
    fn lines_that_name_headings_below_are_entries() {
        let contents = "Contents\n\nBackground .......... 1\n\nGuiding questions\t2\n\n3. Format … 3\n\n";
        assert_eq!(read(&format!("{contents}{NOTE}")).len(), 3);
        assert_eq!(read(NOTE).len(), 0);
        assert_eq!(read("Format 1\n\nFormat\n\nFormat 1").len(), 0);
        assert_eq!(read("Format 3\n\nResolution 12\n\nQuestion 4\n\nFormat\n\nOpen.\n").len(), 0, "one alone");
        assert_eq!(read(&format!("{NOTE}\n{contents}")).len(), 0, "nothing below");
    }
}
