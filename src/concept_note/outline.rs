//! Where a document's parts are: masthead, letter, the note's own heading, and the note's text.

use std::ops::Range;

use super::blocks::{Block, ends_sentence};
use super::headings::{self, is_date_line};
use super::language::fold;
use super::lines::Line;
use super::markers;

/// How far into a document its note may begin without an annex, in blocks.
const FRONT: usize = 40;

/// Longest heading of a note, in characters.
const LONGEST_TITLE: usize = 400;

/// The parts of a document, as ranges of its blocks.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Outline {
    /// All before the note's heading: masthead and letter.
    pub front: Range<usize>,
    /// The letter's heading.
    pub letter: Option<usize>,
    pub title: Option<String>,
    /// The note's text after its heading.
    pub body: Range<usize>,
}

/// Finds the parts.
pub(super) fn outline(blocks: &[Block]) -> Outline {
    let front = &blocks[..blocks.len().min(FRONT * 2)];
    let letter = front.iter().position(|block| markers::letter_office(&block.text).is_some());
    let named = named_title(blocks, letter);
    let annex = annex(blocks, letter).filter(|annex| letter.is_some() || named.is_none_or(|named| *annex < named));
    let start = match (annex, named, letter) {
        (Some(annex), ..) => return after_annex(blocks, annex, letter),
        (None, Some(named), _) => named,
        (None, None, Some(letter)) => {
            // the letter itself is the note
            let end = (letter..blocks.len()).find(|at| markers::signed(&blocks[*at].text).is_some());
            let body = letter + 1..end.unwrap_or(blocks.len());
            return Outline { front: 0..body.end, letter: Some(letter), title: None, body };
        }
        (None, None, None) => match first_title(blocks) {
            Some(first) => first,
            None => {
                let masthead = blocks.iter().take_while(|block| markers::is_masthead(&block.text)).count();
                return Outline { front: 0..masthead, letter: None, title: None, body: masthead..blocks.len() };
            }
        },
    };
    let (title, body) = title(blocks, start);
    Outline { front: 0..start, letter, title: Some(title), body: body..blocks.len() }
}

fn after_annex(blocks: &[Block], annex: usize, letter: Option<usize>) -> Outline {
    let mut at = annex + 1;
    // "[Original: English]" and a second line "Annex" stand between
    while at < blocks.len()
        && (markers::is_masthead(&blocks[at].text)
            || blocks[at].label.is_none() && markers::annex(&blocks[at].text).is_some())
    {
        at += 1;
    }
    let own = markers::annex(&blocks[annex].text).and_then(|rest| {
        // "Annex: Concept note on ...", "Annex I  Concept note ..."
        let rest = rest.trim_start_matches(|c: char| ":：.–—- ".contains(c));
        markers::note_name(rest).filter(|_| markers::letter_office(rest).is_none() && !has_letter_words(rest))?;
        Some(rest.to_owned())
    });
    let (title, body) = match own {
        Some(own) => (Some(own), at),
        None if at < blocks.len() && is_title(&blocks[at]) => {
            let (title, body) = title(blocks, at);
            (Some(title), body)
        }
        None => (None, at),
    };
    Outline { front: 0..annex, letter, title, body: body..blocks.len() }
}

/// "Annex to the letter dated ..." names the letter, not the note.
fn has_letter_words(rest: &str) -> bool {
    !super::dates::find(rest).is_empty() && markers::note_name(rest).is_none()
}

fn annex(blocks: &[Block], letter: Option<usize>) -> Option<usize> {
    let from = letter.map_or(0, |letter| letter + 1);
    let reach = blocks.len().min(from + FRONT * 5);
    let annex = |at: &usize| blocks[*at].label.is_none() && markers::annex(&blocks[*at].text).is_some();
    (from..reach).find(annex).filter(|at| at + 1 < blocks.len())
}

/// The first block after the letter's heading that calls itself a concept note.
fn named_title(blocks: &[Block], letter: Option<usize>) -> Option<usize> {
    let from = letter.map_or(0, |letter| letter + 1);
    let at = (from..blocks.len().min(from + FRONT)).find(|at| {
        is_title(&blocks[*at]) && blocks[*at].label.is_none() && markers::note_name(&blocks[*at].text).is_some()
    })?;
    // a line above may name the meeting: "High-level debate on ..." and then "Concept note"
    let above = at.checked_sub(1).filter(|above| *above >= from).map(|above| &blocks[above]);
    let belongs = above.is_some_and(|above| {
        is_title(above) && !markers::is_masthead(&above.text) && above.text.split_whitespace().count() > 3
    });
    let generic = markers::note_name(&blocks[at].text) == Some(true);
    let below = blocks.get(at + 1).is_some_and(|below| is_title(below) && !headings::is_heading(blocks, at + 1));
    Some(if belongs && generic && !below && !is_date_line(&blocks[at - 1].text) { at - 1 } else { at })
}

/// Without annex and without that name: a Markdown title, or the first line that could be one.
fn first_title(blocks: &[Block]) -> Option<usize> {
    let masthead = blocks.iter().take_while(|block| markers::is_masthead(&block.text)).count();
    let first = blocks.get(masthead)?;
    let next = blocks.get(masthead + 1)?;
    let heads = first.level == 1
        || first.level == 0 && (first.bold || !ends_sentence(&next.text) || next.text.len() > first.text.len());
    (is_title(first) && first.label.is_none() && heads).then_some(masthead)
}

/// Whether a block can be a note's heading.
fn is_title(block: &Block) -> bool {
    let text = &block.text;
    block.label.is_none()
        && !text.is_empty()
        && text.chars().count() <= LONGEST_TITLE
        && !(ends_as_text(text) || text.ends_with([';', ',']))
        && !markers::is_any(text)
        && (!markers::is_known_heading(text) || markers::note_name(text).is_some())
        && text.chars().any(char::is_alphabetic)
        && (!is_date_line(text) || text.split_whitespace().count() > 6)
}

/// Whether a block ends as a sentence, and is not a heading that ends with an hour or with its own full stop.
fn ends_as_text(text: &str) -> bool {
    let folded = fold(text);
    let hour = folded.ends_with("a.m.") || folded.ends_with("p.m.");
    let names_itself = markers::begins_with_note_name(text) && !text.contains(". ") && text.ends_with('.');
    ends_sentence(text) && !hour && !names_itself
}

/// The title that begins at a block, and where the text after it begins.
fn title(blocks: &[Block], at: usize) -> (String, usize) {
    let mut title = headings::title(&blocks[at].text);
    let Some(next) = blocks.get(at + 1) else {
        return (title, at + 1);
    };
    let goes_on = next.text.chars().next().is_some_and(char::is_lowercase);
    let generic = markers::note_name(&title) == Some(true);
    let names_meeting = markers::note_name(&next.text) == Some(true) || generic;
    // a subtitle is no section: another heading or a date follows, or a paragraph begins
    if is_title(next) && (goes_on || names_meeting) && !ends_with_colon_sentence(next) {
        title.push_str(if goes_on { " " } else { ": " });
        title.push_str(&headings::title(&next.text));
        return (title, at + 2);
    }
    (title, at + 1)
}

fn ends_with_colon_sentence(block: &Block) -> bool {
    block.text.ends_with([':', '：']) && block.text.split_whitespace().count() > 8
}

/// Lines before the note's text that are not the letter's: the masthead.
pub(super) fn masthead<'a>(lines: &'a [Line], blocks: &[Block], outline: &Outline) -> &'a [Line] {
    let end = outline.letter.or(Some(outline.front.end)).and_then(|at| blocks.get(at)).map_or(lines.len(), |b| b.line);
    &lines[..end.min(FRONT)]
}

/// Whether a line says when a document was distributed.
pub(super) fn is_distribution(text: &str) -> bool {
    text.len() < 200 && fold(text).contains("distr.")
}
