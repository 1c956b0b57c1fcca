//! Sentences without a label of which one leads into each of the questions, the first of them too.

use super::super::blocks::Block;
use super::super::headings;
use super::super::markers;
use super::super::sentence::{asks, ends_sentence};
use super::{is_bare, is_named_heading};

/// Fewest questions by which such sentences tell themselves from second paragraphs.
const FEWEST: usize = 3;

/// The places of such sentences behind a question.
pub(super) fn sentences(blocks: &[Block]) -> Vec<usize> {
    (1..blocks.len()).filter(|at| is_named_heading(&blocks[at - 1])).flat_map(|at| leads(blocks, at)).collect()
}

/// Those of the list whose first sentence stands there.
fn leads(blocks: &[Block], first: usize) -> Vec<usize> {
    let is_pair = |pair: &&[Block]| {
        let [lead, question] = pair else { return false };
        let speaks = ends_sentence(&lead.text) && !asks(&lead.text) && !lead.bold;
        let under = lead.indent <= question.indent + 1;
        is_bare(lead) && speaks && under && question.label.is_some() && asks(&question.text)
    };
    let pairs = blocks[first..].chunks_exact(2).take_while(is_pair).count();
    let label = |pair: usize| blocks[first + 2 * pair + 1].label.as_ref();
    let numbered = (1..pairs)
        .all(|pair| label(pair - 1).zip(label(pair)).is_some_and(|(last, next)| headings::follows(last, next)));
    // behind the last question nothing stands that would be its own
    let closed = blocks.get(first + 2 * pairs).is_none_or(is_named_heading);
    let introduces = markers::mentions_questions(&blocks[first].text);
    if pairs < FEWEST || !numbered || !closed || introduces {
        return Vec::new();
    }
    (1..pairs).map(|pair| first + 2 * pair).collect()
}

#[cfg(test)]
mod tests {
    use super::super::tests::found;
    use super::*;

    #[test]
    fn a_sentence_leads_into_each_question_where_one_stands_over_the_first_and_none_behind_the_last() {
        let text = "Questions for discussion\n\nLamps fail.\n\n1. Who plans?\n\nOil is dear.\n\n2. Who pays?\n\n\
            Glass breaks.\n\n3. Who reads?\n\nFormat\n\nOpen debate.\n";
        let found = |text: &str| found(text, sentences);
        assert_eq!(found(text), ["Oil is dear.", "Glass breaks."]);
        assert_eq!(found(&text.replace("Lamps fail.\n\n", "")), Vec::<String>::new());
        assert_eq!(found(&text.replace("Lamps fail", "These are the questions")), Vec::<String>::new());
        assert_eq!(found(&text.replace("reads?", "reads?\n\nInk is dear.")), Vec::<String>::new());
    }
}
