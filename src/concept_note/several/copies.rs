//! A text that stands in its file twice.

use std::collections::{HashMap, HashSet};

use super::super::blocks::Block;
use super::super::language::fold;
use super::super::markers;
use super::signs::begins_as_note;

/// Shortest text that counts, in characters: shorter ones are names.
const SHORTEST: usize = 16;

/// Fewest texts that come again.
const FEWEST: usize = 3;

/// Whether the texts of a file stand in it twice, most of them and in order.
pub(super) fn is_doubled(blocks: &[Block]) -> bool {
    begins_again(blocks) || comes_again(blocks)
}

/// Whether a note's heading comes again with what stood below it; the head of a page comes with other texts.
fn begins_again(blocks: &[Block]) -> bool {
    let mut before = HashSet::new();
    let heads = (0..blocks.len().saturating_sub(1)).filter(|at| begins_as_note(blocks, *at));
    heads.map(|at| [fold(&blocks[at].text), fold(&blocks[at + 1].text)]).any(|both| !before.insert(both))
}

fn comes_again(blocks: &[Block]) -> bool {
    // themes have the same headings
    let counts = |block: &&Block| block.text.chars().nth(SHORTEST).is_some() && !markers::is_known_heading(&block.text);
    let texts: Vec<String> = blocks.iter().filter(counts).map(|block| fold(&block.text)).collect();
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
    fn a_title_that_comes_again_with_the_line_below_it_is_doubled() {
        let note = ["Concept note on words", "Questions", "(a) By whom?"];
        assert!(doubled(&[note, note].concat()));
        assert!(!doubled(&[&note[..], &[note[0], "(b) For how long?"]].concat()), "the head of a page");
    }

    #[test]
    fn a_text_is_doubled_where_most_of_it_comes_again_in_order() {
        let one = "Words are said, and some are written down.";
        let two = "Some are kept for a very long time.";
        let three = "Who keeps them, and in which cellar?";
        assert!(doubled(&[one, two, three, one, two, three]));
        assert!(!doubled(&["Words", one, two, "Words", one, two]), "two may be said twice");
        let headings = ["Guiding questions", "Background and context", "Expected outcome of it"];
        assert!(!doubled(&[&headings[..], &[one], &headings, &[two]].concat()));
        assert!(!doubled(&[one, two, three]));
        assert!(!doubled(&[one, "A theme", two, three, one, "Another theme"]), "one text under each theme");
        assert!(!doubled(&[one, two, three, two, one]), "in another order");
    }
}
