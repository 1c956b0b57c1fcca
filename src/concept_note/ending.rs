//! A text that was cut off: its last sentence has no end, or what it introduces does not follow.

use super::blocks::Block;
use super::headings;
use super::language::is_wide;
use super::markers;
use super::sentence::{
    asks, ends_clause, ends_open, ends_sentence, ends_with_colon, has_sentence_end, is_entry_before_last,
};

/// Fewest texts that show how those of a note end.
const FEWEST: usize = 2;

/// Fewest words of a line that is a text and no name, address or heading.
const WORDS: usize = 6;

/// Fewest characters of such a line in Chinese.
const WIDE: usize = 12;

/// Marks that open, and those that close: one kind in Chinese and one elsewhere.
const PAIRS: [([char; 2], [char; 2]); 4] =
    [(['(', '（'], [')', '）']), (['“', '「'], ['”', '」']), (['«', '《'], ['»', '》']), (['¿', '¿'], ['?', '？'])];

/// Whether a text lacks what should follow its last block, or that block its end.
pub(super) fn breaks_off(blocks: &[Block]) -> bool {
    blocks.split_last().is_some_and(|(last, others)| {
        !last.fact
            && (introduces(last)
                || begins_list(last, others)
                || heads_nothing(last, others)
                || is_open(last)
                || lacks_end(last, others))
    })
}

/// Whether a block only introduces what should follow: a heading, a label, what ends with a colon.
fn introduces(block: &Block) -> bool {
    let text = &block.text;
    let annex = || block.label.is_none() && markers::annex(text).is_some_and(str::is_empty);
    let heading = || block.level > 0 && !ends_sentence(text) || markers::is_known_heading(text);
    ends_with_colon(text) || block.label.is_some() && text.is_empty() || heading() || annex()
}

/// Whether a counted list has one entry alone, where it is said what is in it.
fn begins_list(last: &Block, others: &[Block]) -> bool {
    let first = last.label.as_ref().is_some_and(|label| !label.is_bullet() && label.first_reading().1 == 1);
    let said = |above: &Block| {
        ends_with_colon(&above.text) && above.label.is_none() && markers::mentions_questions(&above.text)
    };
    first && others.last().is_some_and(said)
}

/// Whether a parenthesis, a quotation or a mark is opened and not closed, or an entry of a list says that one follows.
fn is_open(block: &Block) -> bool {
    let text = &block.text;
    let count = |marks: [char; 2]| text.chars().filter(|c| marks.contains(c)).count();
    let unclosed = |(open, close): ([char; 2], [char; 2])| count(open) > count(close);
    PAIRS.into_iter().any(unclosed) || text.matches("**").count() % 2 == 1 || is_entry_before_last(text)
}

/// Whether the last text breaks off: in its second sentence, at a word that ends none, or where the others end.
fn lacks_end(last: &Block, others: &[Block]) -> bool {
    let ended = ends_clause(&last.text) || ends_clause(without_aside(&last.text));
    if !is_set_as_text(last) || ended || names_address(&last.text) {
        return false;
    }
    let ends = |texts: &[&Block]| {
        let ended = texts.iter().filter(|block| ends_clause(&block.text)).count();
        texts.len() >= FEWEST && ended * 10 >= texts.len() * 9
    };
    let texts: Vec<&Block> = others.iter().filter(|block| is_text(block)).collect();
    // a phrase may follow one question
    let says = |entry: &&Block| is_text(entry) && ends_sentence(&entry.text) && !asks(&entry.text);
    let entries: Vec<&Block> = counted(last, others).into_iter().map(|at| &others[at]).collect();
    is_text(last) && (has_sentence_end(&last.text) || ends(&texts))
        || (is_text(last) || last.label.is_some()) && ends_open(&last.text)
        || entries.iter().all(|entry| ends_clause(&entry.text)) && (entries.len() >= FEWEST || entries.iter().any(says))
}

/// The blocks that the last one's number goes on from, the nearest first.
fn counted(last: &Block, others: &[Block]) -> Vec<usize> {
    let mut label = last.label.as_ref();
    let mut found = Vec::new();
    for (at, block) in others.iter().enumerate().rev() {
        let before = block.label.as_ref().filter(|own| label.is_some_and(|label| headings::follows(own, label)));
        if before.is_some() {
            label = before;
            found.push(at);
        }
    }
    found
}

/// Whether a block has the next number of headings that each have a text below them, and has none.
fn heads_nothing(last: &Block, others: &[Block]) -> bool {
    let heads = |at: usize| {
        let below = others.get(at + 1).is_some_and(|below| below.label.is_none() && is_text(below));
        !ends_clause(&others[at].text) && !is_text(&others[at]) && below
    };
    !is_text(last) && counted(last, others).first().is_some_and(|at| heads(*at))
}

/// A text without the parenthesis at its end.
fn without_aside(text: &str) -> &str {
    let open = text.trim_end().ends_with([')', '）']).then(|| text.rfind(['(', '（'])).flatten();
    open.map_or(text, |open| text[..open].trim_end())
}

fn is_text(block: &Block) -> bool {
    let long =
        block.text.split_whitespace().count() >= WORDS || block.text.chars().filter(|c| is_wide(*c)).count() >= WIDE;
    long && is_set_as_text(block)
}

fn is_set_as_text(block: &Block) -> bool {
    block.level == 0 && !block.bold && !block.fact && !markers::is_any(&block.text)
}

/// Whether a line ends with an address, a telephone number or a date.
fn names_address(text: &str) -> bool {
    let last = text.split_whitespace().next_back().unwrap_or_default();
    last.contains(['@', '/']) || last.contains(char::is_numeric) || last.contains('.')
}

#[cfg(test)]
mod tests {
    use super::super::{blocks::blocks, lines::lines};
    use super::*;

    const TEXT: &str = "Words are said, and some are written.\n\nSome of them are kept for a very long time.\n\nMany are \
        lost on the way to the archive.\n\n";

    fn breaks(end: &str) -> bool {
        breaks_off(&blocks(&lines(&format!("{TEXT}{end}"))))
    }

    #[test]
    fn a_last_sentence_without_an_end_breaks_off() {
        assert!(breaks("Those who keep them are asked whether they would"));
        assert!(breaks("1. Who keeps words, and for how long?\n\n2. By whom?\n\n3. Which"));
        assert!(breaks_off(&blocks(&lines("Words\n\nWords are kept. Those who keep th"))));
        assert!(breaks_off(&blocks(&lines("Words\n\nThe words that are kept by the"))));
    }

    #[test]
    fn what_introduces_nothing_breaks_off() {
        for end in [
            "Next steps",
            "## What is kept",
            "Annex",
            "Participants may wish to consider the following:",
            "Participants may wish to answer the following questions:\n\n(a) Who keeps words?",
            "1. Keepers\n\nThose who keep words are asked to say so.\n\n2. Makers",
        ] {
            assert!(breaks(end), "{end}");
        }
        let listed = "The following questions are asked:\n\n(a) Who keeps words?\n\n(b) Who makes them?";
        assert!(!breaks(listed));
        assert!(!breaks("1. Keepers of words\n\n2. Makers of words"), "entries without a text");
    }

    #[test]
    fn what_is_open_breaks_off() {
        for end in [
            "Words are kept (see A/76/1.",
            "The meeting is called “Words. Who keeps them?",
            "¿Quién guarda",
            "**Keepers** of words, and **makers.",
            "(a) The price of words; and",
            "1. Those who keep words are asked to say so.\n\n2. Those who",
            "1. Who keeps?\n\nSay why.\n\n2. Who makes?\n\n3. Who",
        ] {
            assert!(breaks(end), "{end}");
        }
        assert!(!breaks("1. Who keeps words?\n\n2. The price of words"), "a phrase beside a question");
        assert!(!breaks("(a) The keepers («of words»), “and others”, ¿or who?"));
    }

    #[test]
    fn a_note_may_end_without_a_full_stop() {
        for end in [
            "Those who keep them are asked.",
            "The following may be considered: who keeps words;",
            "Ministry of Words",
            "Which of them is kept? (see annex)",
            "For more on this please write to words@archive.example",
            "The programme stands at www.archive.example/words/2026 and on paper: words.example",
            "The meeting is on Monday, the third of May 2027",
        ] {
            assert!(!breaks(end), "{end}");
        }
        let topics = "1. Which words are kept in the archive\n\n2. The price of words that are kept\n\n";
        assert!(!breaks(&format!("{topics}3. Those who keep words for a time")), "none of them ends");
    }
}
