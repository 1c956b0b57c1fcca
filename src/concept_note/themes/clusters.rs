//! Lines over some of the questions that number on, as one of their kind stands over the first: "Light", 1., 2., "Glass", 3.

use super::super::blocks::Block;
use super::super::headings;
use super::super::markers;
use super::super::sentence::ends_sentence;
use super::{is_bare, is_named_heading, is_over_questions};

/// Longest such line, in words and in Chinese characters.
const LONGEST: (usize, usize) = (8, 16);

/// How far the questions of one list are followed, in blocks.
const FARTHEST: usize = 400;

/// The places of such lines, the first of each list with those that follow it.
pub(super) fn headings(blocks: &[Block]) -> Vec<usize> {
    let begins = |at: &usize| {
        let label = blocks[at + 1].label.as_ref();
        label.is_some_and(|label| !label.is_bullet() && label.first_reading().1 == 1)
    };
    let mut found = Vec::new();
    for first in (0..blocks.len().saturating_sub(1)).filter(begins) {
        let names = markers::mentions_questions(&blocks[first].text) && !ends_sentence(&blocks[first].text);
        let headed = first.checked_sub(1).is_some_and(|above| is_named_heading(&blocks[above]));
        let heads = headed && is_theme(blocks, first);
        if !names && !heads {
            continue;
        }
        let further = further(blocks, first, |at| heads || markers::mentions_questions(&blocks[at].text));
        found.extend(Some(first).filter(|_| heads && !further.is_empty()));
        found.extend(further);
    }
    found
}

fn is_theme(blocks: &[Block], at: usize) -> bool {
    let text = &blocks[at].text;
    is_over_questions(blocks, at) && headings::is_within(text, LONGEST) && !text.ends_with([':', '：'])
}

/// The lines of that kind between the questions that number on below the first line, up to the next heading.
fn further(blocks: &[Block], first: usize, is_alike: impl Fn(usize) -> bool) -> Vec<usize> {
    let mut last = blocks[first + 1].label.as_ref();
    let mut found = Vec::new();
    for at in first + 2..blocks.len().min(first + FARTHEST) {
        let block = &blocks[at];
        let on =
            |block: &Block| last.zip(block.label.as_ref()).is_some_and(|(last, label)| headings::follows(last, label));
        if on(block) {
            last = block.label.as_ref();
        } else if is_named_heading(block) && block.label.is_none() {
            break;
        } else if is_theme(blocks, at) && is_alike(at) {
            let behind = ends_sentence(&blocks[at - 1].text);
            let level = is_bare(block) && block.indent <= blocks[first].indent + 1;
            found.extend(Some(at).filter(|_| behind && level && on(&blocks[at + 1])));
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::super::tests::found;
    use super::*;

    fn headed(text: &str) -> Vec<String> {
        found(text, headings)
    }

    #[test]
    fn a_line_heads_those_that_follow_where_one_of_its_kind_stands_over_the_first() {
        let text = "# Note\n\n## Background\n\nLamps fail.\n\n## Guiding questions\n\nLight\n\n1. Who plans?\n\n\
            2. Who pays?\n\n_Glass_\n\n3. Who reads?\n\n   Say when\n\n4. Who counts?\n\n## Format\n\nOpen debate.\n";
        assert_eq!(headed(text), ["Light", "Glass"]);
        assert_eq!(headed(&text.replace("Light\n\n", "")), Vec::<String>::new());
        assert_eq!(headed(&text.replace("Light\n\n", "They are few.\n\n")), Vec::<String>::new());
    }

    #[test]
    fn a_line_that_names_questions_as_the_heading_above_does_is_one_too() {
        let text = "Questions for the visit\n\n(a) Who plans?\n\n(b) Who pays?\n\nQuestions for the debriefing\n\n\
            (c) Who reads?\n";
        assert_eq!(headed(text), ["Questions for the debriefing"]);
        assert_eq!(headed(&text.replace("Questions for the visit", "The visit")), Vec::<String>::new());
    }
}
