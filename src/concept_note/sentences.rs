//! The sentences of letter and note, in which the facts of the meeting are said.

use std::borrow::Cow;

use super::blocks::Block;
use super::deadlines;
use super::mail;
use super::markers;
use super::outline::Outline;

/// Blocks at the beginning and the end of a note in which facts are looked for.
pub(super) const NEAR: usize = 300;

/// Longest piece of a block that is looked at, in bytes: facts are said in sentences.
const LONGEST: usize = 4000;

/// Longest line that is but the name of a note, in bytes.
const NAME: usize = 200;

/// Most words of a fact's value that stands apart from its name.
const LONGEST_VALUE: usize = 14;

/// A sentence of letter or note.
pub(super) struct Sentence<'a> {
    pub text: Cow<'a, str>,
    /// The block it stands in.
    pub block: usize,
    pub is_title: bool,
}

/// The title, and the sentences of letter and note in order.
pub(super) fn sentences<'a>(blocks: &'a [Block], outline: &'a Outline) -> Vec<Sentence<'a>> {
    let title = outline.title.as_deref().zip(outline.titled);
    let mut sentences: Vec<_> =
        title.map(|(text, block)| Sentence { text: text.into(), block, is_title: true }).into_iter().collect();
    // the day on which a mail was sent is not the meeting's
    let from = outline.letter.map_or_else(|| mail::heads_end(blocks, 0), |letter| letter + 1);
    let near = |at: &usize| *at < from + NEAR || at + NEAR > blocks.len();
    for at in (from..blocks.len()).filter(near) {
        let text = head(&blocks[at].text);
        // "Concept note (as of 3 May)": that day is the text's, not the meeting's
        let text = if text.len() <= NAME && markers::note_name(text) == Some(true) {
            markers::without_version(text)
        } else {
            text
        };
        if markers::is_version(text) {
            continue;
        }
        if let Some(name) = at.checked_sub(1).and_then(|name| fact_name(blocks, name)) {
            // the value of a fact whose name stands above it, or in the cell before
            sentences.pop();
            sentences.push(Sentence { text: format!("{name}: {text}").into(), block: at, is_title: false });
            continue;
        }
        let sentence = |text: &'a str| Sentence { text: text.trim().into(), block: at, is_title: false };
        let mut start = 0;
        for (end, mark) in text.char_indices().filter(|(_, c)| matches!(c, '.' | '?' | '!' | '。' | '؟')) {
            let after = end + mark.len_utf8();
            let abbreviated =
                text.as_bytes()[..end].ends_with(b".m") || text[..end].ends_with(|c: char| c.is_uppercase());
            let next = text[after..].trim_start().chars().next();
            let blank = text[after..].starts_with(char::is_whitespace);
            if mark == '。'
                || blank && !abbreviated && next.is_none_or(|c| !(c.is_lowercase() || c.is_numeric() || c == '('))
            {
                sentences.push(sentence(&text[start..after]));
                start = after;
            }
        }
        sentences.push(sentence(&text[start..]));
    }
    sentences.retain(|sentence| !sentence.text.is_empty());
    sentences
}

/// The name of a fact that a block is, if the next block is its value.
fn fact_name(blocks: &[Block], at: usize) -> Option<&str> {
    let (name, value) = (&blocks[at], blocks.get(at + 1)?);
    let short = value.label.is_none() && value.text.split_whitespace().count() <= LONGEST_VALUE;
    let named = |text: &str| markers::is_fact_name(text) || deadlines::is_name(text);
    let names = |block: &Block| block.label.is_none() && named(&block.text);
    let follows =
        short && names(name) && !names(value) && !at.checked_sub(1).is_some_and(|above| names(&blocks[above]));
    follows.then(|| name.text.trim_end_matches([':', '：', ' ', '\u{a0}']))
}

/// The beginning of a text, on a character boundary.
pub(super) fn head(text: &str) -> &str {
    let mut end = text.len().min(LONGEST);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    &text[..end]
}
