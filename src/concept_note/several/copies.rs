//! A text that stands in its file twice.

use std::collections::HashMap;

use super::super::blocks::Block;
use super::super::language::fold;

/// Shortest text that counts, in characters: shorter ones are names and headings.
const SHORTEST: usize = 25;

/// Fewest texts that come again.
const FEWEST: usize = 2;

/// Whether the texts of a file stand in it twice, most of them and in order.
pub(super) fn is_doubled(blocks: &[Block]) -> bool {
    let texts: Vec<String> = blocks
        .iter()
        .filter(|block| block.text.chars().nth(SHORTEST).is_some())
        .map(|block| fold(&block.text))
        .collect();
    let mut first: HashMap<&str, usize> = HashMap::new();
    let (mut again, mut last) = (0, None);
    for (at, text) in texts.iter().enumerate() {
        match first.get(text.as_str()).copied() {
            Some(before) if last.is_none_or(|last| before > last) => {
                again += 1;
                last = Some(before);
            }
            Some(_) => {}
            None => drop(first.insert(text, at)),
        }
    }
    // each comes once more: half of all
    again >= FEWEST && again * 3 >= texts.len()
}

#[cfg(test)]
mod tests {
    use super::super::super::{blocks::blocks, lines::lines};
    use super::*;

    fn doubled(texts: &[&str]) -> bool {
        is_doubled(&blocks(&lines(&texts.join("\n\n"))))
    }

    #[test]
    fn a_text_is_doubled_where_most_of_it_comes_again_in_order() {
        let one = "Words are said, and some are written down.";
        let two = "Some are kept for a very long time.";
        let three = "Who keeps them, and in which cellar?";
        assert!(doubled(&[one, two, three, one, two, three]));
        assert!(doubled(&["Words", one, two, "Words", one, two]));
        assert!(!doubled(&[one, two, three]));
        assert!(!doubled(&[one, "A theme", two, three, one, "Another theme"]), "one text under each theme");
        assert!(!doubled(&[one, two, three, two, one]), "in another order");
    }
}
