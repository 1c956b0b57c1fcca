//! Lines among questions that neither name nor setting shows as what they are: their order and their places do.

mod asking;
mod clusters;
mod counted;
mod leads;

use super::blocks::Block;
use super::headings;
use super::markers;
use super::sentence::{asks, ends_clause, ends_with_colon, starts_low};

/// Longest such line, in words and in Chinese characters.
const LONGEST: (usize, usize) = (12, 24);

/// What a line is to the questions it stands among, where the lines of its kind show it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Role {
    /// Nothing shows.
    #[default]
    None,
    /// It heads those that follow.
    Heads,
    /// It leads into the one below.
    Leads,
}

/// Marks such lines.
pub(super) fn mark(blocks: &mut [Block]) {
    let mut heads: Vec<usize> = counted::headings(blocks).into_iter().collect();
    heads.extend(clusters::headings(blocks));
    heads.extend(asking::headings(blocks));
    let leads = leads::sentences(blocks);
    for at in heads {
        blocks[at].role = Role::Heads;
    }
    for at in leads {
        blocks[at].role = Role::Leads;
    }
}

/// Whether a block stands among others as any text does: no label, no level, no cell of a table.
fn is_bare(block: &Block) -> bool {
    block.label.is_none() && block.level == 0 && !block.fact
}

/// Whether its setting or its name makes a block a heading.
fn is_named_heading(block: &Block) -> bool {
    block.level > 0 || block.bold && !asks(&block.text) || markers::is_known_heading(&block.text)
}

/// Whether a short line without the end of a sentence stands over a question, or over what introduces some.
fn is_over_questions(blocks: &[Block], at: usize) -> bool {
    let block = &blocks[at];
    let text = block.text.trim_end_matches([':', '：']);
    let introduces = |next: &Block| next.label.is_some() || asks(&next.text) || ends_with_colon(&next.text);
    let below = blocks.get(at + 1).is_some_and(|next| next.level == 0 && introduces(next));
    let short = !ends_clause(text) && !starts_low(text) && headings::is_within(text, LONGEST);
    below && is_bare(block) && short && !headings::is_date_line(text)
}

/// Whether a question or an entry of a list stands right above a line.
fn is_behind_question(blocks: &[Block], at: usize) -> bool {
    let above = at.checked_sub(1).map(|above| &blocks[above]);
    above.is_some_and(|above| above.label.is_some() || asks(&above.text))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::super::{blocks::blocks, lines::lines, questions::questions, sections::sections};
    use super::Block;

    /// The lines of a text that a rule finds.
    pub(super) fn found<Places: IntoIterator<Item = usize>>(text: &str, rule: fn(&[Block]) -> Places) -> Vec<String> {
        let blocks = blocks(&lines(text));
        rule(&blocks).into_iter().map(|at| blocks[at].text.clone()).collect()
    }

    /// The texts of the questions that are read.
    fn asked(text: &str) -> Vec<String> {
        let mut warnings = BTreeSet::new();
        let mut parts = sections(&blocks(&lines(text)), &mut warnings);
        questions(&mut parts, &mut warnings).into_iter().map(|(question, _)| question.text).collect()
    }

    #[test]
    fn what_stands_between_questions_joins_none_where_its_order_or_its_kind_shows_what_it_is() {
        let list = "# Note\n\n## Background\n\nLamps fail.\n\n## Guiding questions\n\n{1}\n\n1. Who plans?\n\n{2}\n\n\
            2. Who pays?\n\n{3}\n\n3. Who reads?\n";
        let read = ["Who plans?", "Who pays?", "Who reads?"];
        for lines in [
            ["Session I", "Session II", "Session III"],
            ["Light", "Glass", "_Oil_"],
            ["Light is dear.", "Glass breaks.", "Oil burns."],
        ] {
            let text = { lines }
                .iter()
                .zip(1..)
                .fold(list.to_owned(), |text, (line, at)| text.replace(&format!("{{{at}}}"), line));
            assert_eq!(asked(&text), read, "{text}");
        }
        let plain = list.replace("1. ", "").replace("2. ", "").replace("3. ", "");
        let text =
            plain.replace("{1}", "Theme 1. Light").replace("{2}", "Theme 2. Glass").replace("{3}", "Theme 3. Oil");
        assert_eq!(asked(&text), read);
    }
}
