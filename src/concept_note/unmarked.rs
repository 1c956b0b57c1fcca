//! Lists of questions and topics without any mark: lines right under what announces questions, each a piece of its own.

use std::collections::BTreeSet;
use std::ops::Range;

use super::blocks::Block;
use super::headings::{self, is_capitals, is_date_line, is_within};
use super::markers;
use super::numbering::Label;
use super::sentence::{asks, ends_clause, ends_sentence, ends_with_colon};
use super::themes::Role;
use crate::domain::concept_note::Warning;

/// Longest topic, in words and in Chinese characters.
pub(super) const LONGEST_TOPIC: (usize, usize) = (20, 60);

/// Longest phrase that ends as a sentence, in words and in Chinese characters.
const LONGEST_PHRASE: (usize, usize) = (6, 12);

/// Longest name of a theme, in words and in Chinese characters; longer ones may be topics.
const LONGEST_NAME: (usize, usize) = (1, 4);

/// Longest question, in bytes; a longer text asks in passing.
const LONGEST_QUESTION: usize = 600;

/// Most paragraphs between the heading of the questions and the first of them.
const INTRODUCTION: usize = 2;

/// What a line without a mark may be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Question,
    /// Might as well be a heading.
    Topic,
    /// Ends as entries of a list do, or is the last behind such.
    Clause,
    /// A few words with a full stop, among questions.
    Phrase,
}

/// The places of the entries of such lists. Themes over several questions are none; which lines are entries may be
/// doubtful.
pub(super) fn entries(blocks: &[Block], warnings: &mut BTreeSet<Warning>) -> BTreeSet<usize> {
    let mut entries = BTreeSet::new();
    let mut at = 0;
    while at < blocks.len() {
        let Some(first) = first_under(blocks, at) else {
            at += 1;
            continue;
        };
        let kinds = kinds(blocks, first);
        let (list, doubtful) = list(blocks, first, &kinds);
        entries.extend(list);
        if doubtful {
            warnings.insert(Warning::QuestionsDoubtful);
        }
        at = first + kinds.len();
    }
    entries
}

/// Where a list may begin under the block at this place: below the heading of the questions and what introduces them, or
/// below a sentence that announces them.
fn first_under(blocks: &[Block], at: usize) -> Option<usize> {
    let block = &blocks[at];
    let bullet = block.label.as_ref().is_some_and(Label::is_bullet);
    if block.fact || bullet {
        return None;
    }
    if markers::is_question_heading(&block.text) {
        let introduces = |block: &&Block| {
            let sentence = ends_sentence(&block.text) && !asks(&block.text) || announces(block);
            sentence && block.level == 0 && !block.bold && !block.fact
        };
        return Some(at + 1 + blocks[at + 1..].iter().take(INTRODUCTION).take_while(introduces).count());
    }
    announces(block).then_some(at + 1)
}

/// "Participants may wish to consider the following questions:"
fn announces(block: &Block) -> bool {
    let sentence = block.level == 0 && ends_with_colon(&block.text) && !markers::is_question_heading(&block.text);
    sentence && markers::mentions_questions(&block.text)
}

/// Neither a label nor its setting nor its name tells a block from the lines around it.
fn is_bare(block: &Block) -> bool {
    let unset = block.label.is_none() && block.level == 0 && !block.bold && !block.fact && block.role == Role::None;
    unset && !markers::is_known_heading(&block.text) && !is_capitals(&block.text)
}

/// What the lines are that stand in one setting from a place on.
fn kinds(blocks: &[Block], first: usize) -> Vec<Kind> {
    let mut kinds: Vec<Kind> = Vec::new();
    for (at, block) in blocks.iter().enumerate().skip(first) {
        if !is_bare(block) || block.indent.abs_diff(blocks[first].indent) > 1 {
            break;
        }
        let Some(kind) = kind(block, kinds.last().copied()).or_else(|| phrase(blocks, at, kinds.last().copied()))
        else {
            break;
        };
        kinds.push(kind);
    }
    kinds
}

fn kind(block: &Block, above: Option<Kind>) -> Option<Kind> {
    let text = &block.text;
    if above == Some(Kind::Question) && markers::is_condition(text) {
        return above;
    }
    if asks(text) {
        return (text.len() <= LONGEST_QUESTION).then_some(Kind::Question);
    }
    let sentence = ends_sentence(text);
    let one = !text.contains(". ") && !ends_with_colon(text) && is_within(text, LONGEST_TOPIC);
    if !one || is_date_line(text) || markers::is_masthead(text) || markers::is_fact(text) {
        return None;
    }
    if markers::is_contact(text) || above == Some(Kind::Question) && markers::is_office(text) {
        return None;
    }
    let clause = ends_clause(text) && !sentence || sentence && above == Some(Kind::Clause);
    if clause {
        return Some(Kind::Clause);
    }
    (!sentence).then_some(Kind::Topic)
}

/// "Costs of glass." apart from a question before and one behind it.
fn phrase(blocks: &[Block], at: usize, above: Option<Kind>) -> Option<Kind> {
    let (block, next) = (&blocks[at], blocks.get(at + 1)?);
    let apart = block.apart && next.apart && is_bare(next) && asks(&next.text);
    let short = ends_sentence(&block.text) && is_within(&block.text, LONGEST_PHRASE);
    (above == Some(Kind::Question) && apart && short).then_some(Kind::Phrase)
}

/// Which of the lines are entries, and whether others might be, or fewer.
fn list(blocks: &[Block], first: usize, kinds: &[Kind]) -> (Range<usize>, bool) {
    let none = first..first;
    let end = first + kinds.len();
    let topics = kinds.iter().filter(|kind| **kind == Kind::Topic).count();
    let Some(last) = kinds.last().filter(|_| kinds.iter().any(|kind| *kind != Kind::Question)) else {
        return (none, false);
    };
    if !kinds.contains(&Kind::Question) {
        let clauses = kinds.len() > 1 && kinds[..kinds.len() - 1].iter().all(|kind| *kind == Kind::Clause);
        let announced = kinds.len() > 1 && announces(&blocks[first - 1]);
        return if clauses || announced && is_closed(blocks, end) { (first..end, false) } else { (none, false) };
    }
    // a last topic over a text is its heading, unless little comes before the next
    let heads = *last == Kind::Topic && !is_closed(blocks, end);
    let over_labels = || blocks.get(end).is_some_and(|next| next.label.is_some());
    if heads && over_labels() {
        return (none, false);
    }
    let asked_first = kinds[0] == Kind::Question;
    let single = |at: usize| is_within(&blocks[first + at].text, LONGEST_NAME);
    let ends = heads && !(asked_first && topics > 1 && !single(kinds.len() - 1) && is_closed(blocks, end + 1));
    let kinds = &kinds[..kinds.len() - usize::from(ends)];
    let mut topics = (0..kinds.len()).filter(|at| kinds[*at] == Kind::Topic).peekable();
    let named = topics.peek().is_some() && topics.clone().all(single);
    let asked = |at: usize| kinds[at + 1..].iter().take_while(|kind| **kind == Kind::Question).count();
    if named || topics.clone().any(|at| asked(at) > 1) {
        return (none, named || asked_first);
    }
    if kinds.iter().all(|kind| *kind == Kind::Question) {
        return (none, false);
    }
    // each topic might head the one question under it
    let headed = kinds[0] == Kind::Topic && kinds.last() == Some(&Kind::Question) && topics.all(|at| asked(at) == 1);
    // the one line behind the questions that asks nothing might be no topic
    let alone = kinds.iter().position(|kind| *kind == Kind::Topic) == Some(kinds.len() - 1);
    (first..first + kinds.len(), heads || headed || alone || kinds.contains(&Kind::Phrase))
}

/// Whether the note ends at a place, or a line of contact stands there, or a heading that its name or its setting shows.
fn is_closed(blocks: &[Block], at: usize) -> bool {
    let closes = |next: &Block| markers::is_contact(&next.text) || !is_bare(next) && headings::is_heading(blocks, at);
    blocks.get(at).is_none_or(closes)
}

#[cfg(test)]
mod tests {
    use super::super::{blocks::blocks, lines::lines};
    use super::*;

    /// The entries, and whether they are doubtful.
    fn read(text: &str) -> (Vec<String>, bool) {
        let blocks = blocks(&lines(text));
        let mut warnings = BTreeSet::new();
        let found = entries(&blocks, &mut warnings).into_iter().map(|at| blocks[at].text.clone()).collect();
        (found, warnings.contains(&Warning::QuestionsDoubtful))
    }

    const AFTER: &str = "\n\nFormat\n\nStatements are short.\n";

    /// What stands under the heading of the questions, each line apart.
    fn under(heading: &str, texts: &[&str]) -> (Vec<String>, bool) {
        read(&format!("{heading}\n\n{}{AFTER}", texts.join("\n\n")))
    }

    fn all(texts: &[&str]) -> Vec<String> {
        texts.iter().map(|text| (*text).to_owned()).collect()
    }

    const HEADING: &str = "Guiding questions";
    const SENTENCE: &str = "Participants may wish to consider the following questions:";

    #[test]
    fn topics_among_questions_are_entries() {
        let between = ["The role of lamps", "How is oil bought?", "Costs of glass"];
        assert_eq!(under(HEADING, &between), (all(&between), false));
        let introduced = format!("{HEADING}\n\nSpeakers may answer what follows.");
        assert_eq!(under(&introduced, &between), (all(&between), false));
        let alternating = ["The role of lamps", "How is oil bought?", "Costs of glass", "Who cleans it?"];
        for announced in [HEADING, SENTENCE] {
            assert_eq!(under(announced, &alternating), (all(&alternating), true));
        }
        let chinese = ["灯塔看守人的作用和地位", "各国如何合作？", "研究工作的经费来源", "适用哪些法律？"];
        assert_eq!(under("指导性问题", &chinese), (all(&chinese), true));
    }

    #[test]
    fn themes_over_several_questions_are_no_entries() {
        let several =
            ["The role of lamps", "Who lights them?", "How is oil bought?", "Costs of glass", "Who cleans it?"];
        assert_eq!(under(HEADING, &several), (vec![], false));
        let asked_first = ["Who asks?", "The role of lamps", "Who lights them?", "How is oil bought?"];
        assert_eq!(under(HEADING, &asked_first), (vec![], true));
        let names = ["Lamps", "Who lights them?", "Glass", "Who cleans it?"];
        assert_eq!(under(HEADING, &names), (vec![], true));
        let labelled = ["The role of lamps", "(a) Who lights them?", "Costs of glass", "(b) Who cleans it?"];
        assert_eq!(under(HEADING, &labelled), (vec![], false));
    }

    #[test]
    fn what_says_whom_to_write_to_ends_the_list() {
        let list = ["Who lights the lamps?", "Who cleans the glass?"];
        let topics = ["The role of lamps", "Costs of glass"];
        let clauses = ["The role of lamps;", "Costs of glass; and", "Schools for keepers"];
        for line in ["RSVP: ito@mission.example by 12 May", "cc: Members of the Council", "Enclosure: list of lamps"] {
            let (asking, plain) = ([&list[..], &[line]].concat(), [&clauses[..], &[line]].concat());
            assert_eq!(under(HEADING, &asking), (vec![], false), "{line}");
            assert_eq!(under(SENTENCE, &plain), (all(&clauses), false), "{line}");
            let plain = [&topics[..], &[line]].concat();
            assert_eq!(under(SENTENCE, &plain), (all(&topics), false), "{line}");
        }
    }

    #[test]
    fn one_topic_behind_questions_alone_is_doubted() {
        let list = ["Who lights the lamps?", "Who cleans the glass?", "Costs of oil"];
        assert_eq!(under(HEADING, &list), (all(&list), true));
        let office = [list[0], list[1], "Permanent Mission of Ghana"];
        assert_eq!(under(HEADING, &office), (vec![], false));
    }

    #[test]
    fn a_sentence_ends_the_list() {
        let list = ["Who lights the lamps?", "The role of oil", "Who cleans the glass?"];
        let sentence = "The debate will be printed.";
        let with = |more: &[&'static str]| [&list[..], more].concat();
        assert_eq!(under(HEADING, &with(&[sentence])), (all(&list), false));
        // a last topic over one short text is doubtful, over more a heading
        let topic = "Schools for keepers";
        assert_eq!(under(SENTENCE, &with(&[topic, sentence])), (all(&with(&[topic])), true));
        let more = with(&[topic, sentence, sentence]);
        assert_eq!(under(SENTENCE, &more), (all(&list), true));
        assert_eq!(under(HEADING, &["Who lights them?", topic, sentence]), (vec![], false));
    }

    #[test]
    fn topics_under_a_sentence_that_announces_questions_are_entries() {
        for last in ["Schools for keepers.", "Schools for keepers"] {
            let clauses = ["The role of lamps;", "Costs of glass; and", last];
            assert_eq!(under(SENTENCE, &clauses), (all(&clauses), false));
        }
        let plain = ["The role of lamps", "Costs of glass"];
        assert_eq!(under(SENTENCE, &plain), (all(&plain), false));
        assert_eq!(under("The report deals with lamps:", &plain), (vec![], false));
        assert_eq!(
            under(SENTENCE, &["The role of lamps", "They are old, and they were lit by hand."]),
            (vec![], false)
        );
    }

    #[test]
    fn a_phrase_apart_among_questions_is_an_entry() {
        let text = |gap: &str| {
            format!("{HEADING}\n\nWho lights the lamps?\n\nCosts of glass.{gap}Who cleans it?\nWho pays?{AFTER}")
        };
        let list = ["Who lights the lamps?", "Costs of glass.", "Who cleans it?", "Who pays?"];
        assert_eq!(read(&text("\n\n")), (all(&list), true));
        assert_eq!(read(&text("\n")), (vec![], false));
        let long = text("\n\n").replace("glass.", "glass have gone up by half in a year.");
        assert_eq!(read(&long), (vec![], false));
    }
}
