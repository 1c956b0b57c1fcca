//! A text that was cut off: its last sentence has no end.

use super::blocks::Block;
use super::language::is_wide;
use super::markers;
use super::sentence::{ends_clause, ends_open, has_sentence_end};

/// Fewest texts that show how those of a note end.
const FEWEST: usize = 2;

/// Fewest words of a line that is a text and no name, address or heading.
const WORDS: usize = 6;

/// Fewest characters of such a line in Chinese.
const WIDE: usize = 12;

/// Whether the last text breaks off: in its second sentence, at a word that ends none, or where the others end.
pub(super) fn breaks_off(blocks: &[Block]) -> bool {
    let Some((last, others)) = blocks.split_last() else {
        return false;
    };
    if !is_set_as_text(last) || ends_clause(&last.text) || names_address(&last.text) {
        return false;
    }
    let ends = |texts: &[&Block]| {
        let ended = texts.iter().filter(|block| ends_clause(&block.text)).count();
        texts.len() >= FEWEST && ended * 10 >= texts.len() * 9
    };
    let texts: Vec<&Block> = others.iter().filter(|block| is_text(block)).collect();
    let entries: Vec<&Block> = others.iter().rev().take_while(|block| block.label.is_some()).collect();
    is_text(last) && (has_sentence_end(&last.text) || ends_open(&last.text) || ends(&texts))
        || last.label.is_some() && ends(&entries)
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
    fn a_note_may_end_without_a_full_stop() {
        for end in [
            "Those who keep them are asked.",
            "The following may be considered: who keeps words;",
            "Next steps",
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
