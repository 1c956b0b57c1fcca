//! What a block shows of a beginning.

use super::super::blocks::Block;
use super::super::language::fold;
use super::super::mail;
use super::super::markers;
use super::super::sentence::{ends_sentence, starts_low};
use super::LONG;
use super::asked::{announces, asks};

/// Longest line that is a title, in characters.
const LONGEST_TITLE: usize = 300;

/// Blocks above a heading in which an annex is named.
const ABOVE: usize = 2;

/// Fewest headings of lower rank under a title that has a text above it, as pages have.
const SECTIONS: usize = 2;

/// Fewest lines of a masthead that stand together.
const MASTHEAD: usize = 3;

/// What a note begins with, or says but once.
#[derive(Clone, PartialEq, Eq, Hash)]
pub(super) enum Sign {
    /// The heading of a letter, or a heading that begins with what notes are called, by its words.
    Head(String),
    Greeting,
    /// The original language or the day of distribution; a symbol stands on every page.
    Masthead,
    /// The only heading of its level, or one above all others.
    Title,
    /// A line that ends with what notes are called or goes on with it, and the title of a call for input.
    Named,
    /// A line above a mail, by its name.
    Mail(String),
    /// A heading that notes often begin with.
    Opening(String),
    Heading(String),
    /// The name of a fact that is given.
    Fact(String),
    Text(String),
}

impl Sign {
    /// Whether it is a beginning even where nothing like it stood before.
    pub fn begins(&self) -> bool {
        !matches!(self, Sign::Heading(_) | Sign::Fact(_) | Sign::Text(_))
    }

    /// Whether it is a title, but might be an annex's.
    pub fn titles(&self) -> bool {
        matches!(self, Sign::Title | Sign::Named)
    }
}

/// The levels of a file's headings.
pub(super) struct Levels {
    /// The level that only the note's title has, before its questions: it is the first heading, and
    /// no text stands above it or several sections under it.
    title: Option<u8>,
    /// The highest rank above each block, the lowest number there is.
    above: Vec<u8>,
}

impl Levels {
    pub fn of(blocks: &[Block]) -> Levels {
        let highest = |highest: &mut u8, block: &Block| {
            let above = *highest;
            *highest = if block.level > 0 { above.min(block.level) } else { above };
            Some(above)
        };
        Levels { title: title(blocks), above: blocks.iter().scan(u8::MAX, highest).collect() }
    }

    /// Whether a heading has the rank of a note's title.
    fn is_title(&self, blocks: &[Block], at: usize) -> bool {
        let level = blocks[at].level;
        let below = || blocks[at + 1..].iter().find(|block| block.level > 0).is_some_and(|next| next.level > level);
        level > 0 && (Some(level) == self.title || level < self.above[at] && below())
    }
}

fn title(blocks: &[Block]) -> Option<u8> {
    let first = blocks.iter().position(|block| block.level > 0)?;
    let says = |block: &Block| ends_sentence(&block.text) && block.text.chars().count() >= LONG;
    let level = blocks[first].level;
    let body = blocks[first + 1..].iter().take_while(|block| !asks(block));
    let under: Vec<&Block> = body.filter(|block| block.level > 0).collect();
    let alone = under.iter().all(|block| block.level > level);
    let told = blocks[..first].iter().any(says) && under.len() < SECTIONS;
    (alone && !told).then_some(level)
}

/// What a block shows.
pub(super) fn signs(blocks: &[Block], at: usize, levels: &Levels) -> Vec<Sign> {
    let block = &blocks[at];
    let text = block.text.as_str();
    let mut signs = Vec::new();
    if is_letter(block) || begins_as_note(blocks, at) {
        signs.push(Sign::Head(letters(text)));
        if is_above_title(blocks, at) {
            signs.push(Sign::Named);
        }
    } else if is_named(blocks, at) {
        signs.push(Sign::Named);
    }
    if mail::is_greeting(text) {
        signs.push(Sign::Greeting);
    }
    if markers::original(text).is_some() || markers::is_distribution(text) || heads_page(blocks, at) {
        signs.push(Sign::Masthead);
    }
    if levels.is_title(blocks, at) && !announces(block) && markers::annex(text).is_none() {
        signs.push(Sign::Title);
    }
    if markers::is_mail_head(text) {
        signs.push(Sign::Mail(name(text)));
    }
    if markers::is_opening_heading(text) && !markers::begins_with_note_name(text) {
        signs.push(Sign::Opening(words(text)));
    } else if markers::is_known_heading(text) && !announces(block) {
        signs.push(Sign::Heading(words(text)));
    }
    if markers::is_fact(text) {
        signs.push(Sign::Fact(name(text)));
    }
    if text.chars().nth(LONG).is_some() && !announces(block) {
        signs.push(Sign::Text(fold(text)));
    }
    signs
}

/// Whether a letter begins here.
pub(super) fn is_letter(block: &Block) -> bool {
    heads(block) && markers::letter_office(&block.text).is_some()
}

/// Whether a line begins with what notes are called, and is no annex's.
pub(super) fn begins_as_note(blocks: &[Block], at: usize) -> bool {
    let block = &blocks[at];
    heads(block) && markers::begins_with_note_name(&block.text) && !is_annexed(blocks, at)
}

/// Whether a line set apart ends with what notes are called or goes on with it behind a colon, or is a call's title.
pub(super) fn is_named(blocks: &[Block], at: usize) -> bool {
    let block = &blocks[at];
    let text = &block.text;
    let short = || text.chars().count() <= LONGEST_TITLE;
    let below = |colon: &str| text.split_once(colon).is_some_and(|(_, rest)| markers::begins_with_note_name(rest));
    let named = || markers::ends_with_note_name(text) || markers::is_call(text) || below(": ") || below("：");
    let apart = block.apart || block.whole || block.bold || block.level > 0;
    heads(block) && apart && short() && named() && !is_annexed(blocks, at)
}

/// Whether a line is but what notes are called, and the title stands below it.
fn is_above_title(blocks: &[Block], at: usize) -> bool {
    let title = |below: &Block| {
        let known = markers::is_known_heading(&below.text) || announces(below) || markers::is_fact(&below.text);
        heads(below) && !known && !starts_low(&below.text) && !asks(below)
    };
    markers::note_name(&blocks[at].text) == Some(true) && blocks.get(at + 1).is_some_and(title)
}

fn is_annexed(blocks: &[Block], at: usize) -> bool {
    blocks[at.saturating_sub(ABOVE)..at].iter().any(|block| markers::annex(&block.text).is_some())
}

/// A heading's words without what counts its page.
pub(super) fn letters(text: &str) -> String {
    fold(text).chars().filter(|c| c.is_alphabetic()).collect()
}

fn heads(block: &Block) -> bool {
    block.label.is_none() && markers::annex(&block.text).is_none() && !ends_sentence(&block.text)
}

/// Whether the masthead of a document ends here: its symbol with the names of organ and session. A page's head is shorter.
fn heads_page(blocks: &[Block], at: usize) -> bool {
    let lines = blocks[..=at].iter().rev().take_while(|block| markers::is_masthead(&block.text));
    let (mut count, mut symbols) = (0, 0);
    for line in lines.take(MASTHEAD * 2) {
        count += 1;
        symbols += usize::from(markers::masthead_symbol(&line.text).is_some());
    }
    symbols == 1 && count >= MASTHEAD
}

/// What a line names before its colon.
fn name(text: &str) -> String {
    fold(text.split([':', '：']).next().unwrap_or_default().trim())
}

fn words(text: &str) -> String {
    fold(text.trim_end_matches([':', '：', ' ']))
}
