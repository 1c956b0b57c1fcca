//! Strong headings that ask, beside the strong heading of the questions: "Who can attend?"

use super::super::blocks::Block;
use super::super::headings;
use super::super::markers;
use super::super::sentence::{asks, ends_asking, ends_sentence};
use super::is_bare;

/// Longest such heading, in words and in Chinese characters.
const LONGEST: (usize, usize) = (8, 16);

/// The places of short strong questions over a text that answers them, in a note whose questions are labelled and not strong.
pub(super) fn headings(blocks: &[Block]) -> Vec<usize> {
    let strong = |block: &Block| block.bold && is_bare(block);
    let plain = |block: &Block| block.label.is_some() && !block.bold && asks(&block.text);
    let named = |pair: &[Block]| strong(&pair[0]) && markers::is_question_heading(&pair[0].text) && plain(&pair[1]);
    if !blocks.windows(2).any(named) {
        return Vec::new();
    }
    let answered = |at: &usize| {
        let next = &blocks[at + 1];
        is_bare(next) && !next.bold && ends_sentence(&next.text) && !asks(&next.text)
    };
    let asking = |at: &usize| {
        let text = &blocks[*at].text;
        strong(&blocks[*at]) && ends_asking(text) && headings::is_within(text, LONGEST)
    };
    (1..blocks.len().saturating_sub(1)).filter(asking).filter(answered).collect()
}

#[cfg(test)]
mod tests {
    use super::super::tests::found;
    use super::*;

    #[test]
    fn a_strong_question_over_its_answer_is_a_heading_as_that_of_the_questions_is() {
        let text = "Concept note\n\n**Is light dear?**\n\nOil costs much.\n\n**Guiding questions**\n\n1. Who plans?\n\n\
            2. Who pays?\n\n**Who can attend?**\n\nAll who keep lamps.\n";
        let found = |text: &str| found(text, headings);
        assert_eq!(found(text), ["Is light dear?", "Who can attend?"]);
        assert_eq!(found(&text.replace("**Guiding questions**", "Guiding questions")), Vec::<String>::new());
        let strong = text.replace("1. Who plans?", "**Who plans?**").replace("2. Who", "Who");
        assert_eq!(found(&strong), Vec::<String>::new());
    }
}
