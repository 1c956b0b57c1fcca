//! Where a document's parts are: masthead, letter, the note's own heading, and the note's text.

mod doubts;
mod title;

use std::ops::Range;

use super::blocks::Block;
use super::headings::{self, is_date_line};
use super::language::fold;
use super::lines::Line;
use super::mail;
use super::markers;
use super::sentence::{ends_sentence, ends_with_colon};
pub(super) use doubts::doubts;
use title::{below_body, ends_head, is_detail, is_under_title, title};

/// How far into a document its note may begin without an annex, in blocks.
const FRONT: usize = 40;

/// How many blocks a masthead has at most.
const MASTHEAD: usize = 16;

/// Most lines between a masthead and what is set as a title.
const ABOVE: usize = 3;

/// Shortest strong line that is no section's heading but the note's, in characters.
const LONG_TITLE: usize = 40;

/// Longest heading of a note, in characters.
const LONGEST_TITLE: usize = 400;

/// Most words of a fact's name that ends with a full stop, as "Ref." does.
const FACT: usize = 2;

/// Words that a heading ending with an hour has at the most; longer ones are sentences.
const SENTENCE: usize = 18;

/// The parts of a document, as ranges of its blocks.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Outline {
    /// All before the note's heading: masthead and letter.
    pub front: Range<usize>,
    /// The letter's heading.
    pub letter: Option<usize>,
    pub title: Option<String>,
    /// The block the title begins with.
    pub titled: Option<usize>,
    /// The note's text after its heading.
    pub body: Range<usize>,
}

impl Outline {
    /// The blocks that the title is made of, in order.
    pub fn title_blocks(&self, blocks: &[Block]) -> Vec<usize> {
        let (Some(title), Some(first)) = (&self.title, self.titled) else {
            return Vec::new();
        };
        let said = |at: &usize| {
            let line = headings::title(&blocks[*at].text);
            *at == first || !line.is_empty() && title.contains(&line)
        };
        (first..self.body.start.max(first + 1)).filter(said).collect()
    }
}

/// Finds the parts.
pub(super) fn outline(blocks: &[Block]) -> Outline {
    let inside = mail::inside(blocks);
    let mut outline = parts(&blocks[..inside.end], inside.start);
    outline.body.start = outline.body.start.min(inside.end);
    outline
}

/// The parts of a document that begins at a block: before it stands what a mail says of it.
fn parts(blocks: &[Block], from: usize) -> Outline {
    let front = &blocks[..blocks.len().min(FRONT * 2)];
    let above = masthead_end(blocks, from);
    let letter = front.iter().position(|block| markers::letter_office(&block.text).is_some());
    let letter = letter.or_else(|| named_letter(front));
    let named = named_title(blocks, letter.map_or(above, |letter| letter + 1));
    let annex = annex(blocks, letter).filter(|annex| letter.is_some() || named.is_none_or(|named| *annex < named));
    let named = named.or_else(|| called(blocks, above).filter(|_| letter.is_none() && annex.is_none()));
    let start = match (annex, named, letter) {
        (Some(annex), ..) => return after_annex(blocks, annex, letter),
        (None, Some(named), _) => named,
        (None, None, Some(letter)) => {
            // the letter itself is the note
            let end = (letter..blocks.len()).find(|at| markers::signed(&blocks[*at].text).is_some());
            let body = letter + 1..end.unwrap_or(blocks.len());
            return Outline { front: 0..body.end, letter: Some(letter), body, ..Outline::default() };
        }
        (None, None, None) => {
            let subject = subject(blocks).and_then(|at| Some((at, markers::theme(&blocks[at].text)?)));
            if let Some((at, theme)) = subject {
                let (title, body) = (Some(headings::title(theme)), at + 1..blocks.len());
                return Outline { front: 0..at, title, titled: Some(at), body, ..Outline::default() };
            }
            let Some(first) = first_title(blocks, above) else {
                return Outline { front: 0..above, body: above..blocks.len(), ..Outline::default() };
            };
            first
        }
    };
    let (title, body) = title(blocks, start);
    Outline { front: 0..start, letter, title: Some(title), titled: Some(start), body: body..blocks.len() }
}

/// A line at the head of a document that is but the word for a letter, where the letter is signed.
fn named_letter(front: &[Block]) -> Option<usize> {
    let names = |block: &Block| block.label.is_none() && markers::is_letter_name(&block.text);
    let at = front.iter().take(MASTHEAD).position(names)?;
    front[at..].iter().any(|block| markers::signed(&block.text).is_some()).then_some(at)
}

fn after_annex(blocks: &[Block], annex: usize, letter: Option<usize>) -> Outline {
    let mut at = annex + 1;
    // "[Original: English]" and a second line "Annex" stand between
    while at < blocks.len()
        && (markers::is_masthead(&blocks[at].text)
            || blocks[at].text.starts_with('[') && blocks[at].text.ends_with(']')
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
    let (title, titled, body) = match own {
        Some(own) => (Some(own), Some(annex), at),
        None if at < blocks.len() && is_title(&blocks[at]) => {
            let (title, body) = title(blocks, at);
            (Some(title), Some(at), body)
        }
        None => (None, None, at),
    };
    Outline { front: 0..annex, letter, title, titled, body: body..blocks.len() }
}

/// Whether what follows the word "Annex" names the letter, not the note: "Annex to the letter dated ...".
pub(super) fn has_letter_words(rest: &str) -> bool {
    !super::dates::find(rest).is_empty() && markers::note_name(rest).is_none()
}

fn annex(blocks: &[Block], letter: Option<usize>) -> Option<usize> {
    let from = letter.map_or(0, |letter| letter + 1);
    let reach = blocks.len().min(from + FRONT * 5);
    let annex = |at: &usize| blocks[*at].label.is_none() && markers::annex(&blocks[*at].text).is_some();
    let at = (from..reach).find(annex).filter(|at| at + 1 < blocks.len())?;
    // the annex of a note stands behind its questions
    let asked = blocks[from..at].iter().any(|block| markers::is_question_heading(&block.text));
    (!asked).then_some(at)
}

/// The first block after the letter's heading that calls itself a concept note, or the lines above it that belong to
/// its heading.
fn named_title(blocks: &[Block], from: usize) -> Option<usize> {
    let named = |at: &usize| is_title(&blocks[*at]) && markers::note_name(&blocks[*at].text).is_some();
    let at = (from..blocks.len().min(from + FRONT)).find(named)?;
    let below = blocks.get(at + 1).is_some_and(|below| {
        // a subtitle stands close, or sections begin under it
        let heads = headings::is_heading(blocks, at + 1) && below.apart;
        is_title(below)
            && !is_detail(below)
            && (!heads || ends_head(blocks, at + 2) || at + 2 < blocks.len() && headings::is_heading(blocks, at + 2))
    });
    if at > from && (is_byline(blocks, at) || is_under_title(blocks, at)) {
        return Some(at - 1);
    }
    if below || !markers::is_bare_name(&blocks[at].text) {
        return Some(at);
    }
    // "Debate on ...", a date, and then "Concept note"
    let belongs = |above: &&usize| is_title(&blocks[**above]) && !markers::is_letterhead(&blocks[**above].text);
    let above: Vec<usize> = (from.max(at.saturating_sub(5))..at).collect();
    let dated = |above: &usize| is_date_line(&blocks[*above].text);
    // "Best regards," and a name end the mail that hands the note over
    let closed =
        above.iter().rposition(|above| mail::is_closing(&blocks[*above].text)).map_or(0, |closing| closing + 2);
    let above = above.get(closed..).unwrap_or_default();
    // behind the day stands the place, which may be an office
    let day = above.iter().find(|above| dated(above)).copied();
    let placed = |above: &usize| day.is_some_and(|day| day < *above) && is_title(&blocks[*above]);
    let reached = above.iter().rev().take_while(|above| belongs(above) || dated(above) || placed(above)).last();
    Some(reached.copied().unwrap_or(at))
}

/// The line at the head of a document that calls itself a call for input or a questionnaire.
fn called(blocks: &[Block], from: usize) -> Option<usize> {
    let reach = &blocks[from..blocks.len().min(from + MASTHEAD)];
    let calls = |at: usize, block: &Block| {
        let over_theme = || markers::is_bare_call(&block.text) && reach.get(at + 1).is_some_and(is_title);
        let named = || markers::is_call(&block.text) || markers::is_questionnaire(&block.text) || over_theme();
        block.label.is_none() && named()
    };
    let tells = |block: &Block| ends_as_text(&block.text) && block.text.split_whitespace().count() > FACT;
    let mut head = reach.iter().enumerate().take_while(|(at, block)| calls(*at, block) || !tells(block));
    head.find(|(at, block)| calls(*at, block)).map(|(at, _)| from + at)
}

/// The line at the head of a letter to many that says what it is about, over the greeting: "Subject: ferries".
fn subject(blocks: &[Block]) -> Option<usize> {
    let head = &blocks[..blocks.len().min(MASTHEAD)];
    if mail::heads_end(blocks, 0) > 0 {
        // a mail's is about the mail
        return None;
    }
    let greeting = head.iter().position(|block| mail::is_greeting(&block.text))?;
    head[..greeting].iter().rposition(|block| block.label.is_none() && markers::theme(&block.text).is_some())
}

/// Whether a plain line only tells who wrote the note, under what alone is set as a title.
fn is_byline(blocks: &[Block], at: usize) -> bool {
    let (title, line) = (&blocks[at - 1], &blocks[at]);
    let alone = blocks.iter().filter(|block| block.level > 0 && block.level <= title.level).count() == 1;
    let names_more = markers::note_name(&line.text) == Some(false);
    // what ends as a sentence does not name the note under a title that is set as one
    let told = alone || ends_sentence(&line.text);
    title.level > 0 && is_title(title) && told && line.level == 0 && !line.bold && names_more
}

/// Where the masthead ends: after the last of its lines, dates and an organ's own name among them, and after a greeting.
fn masthead_end(blocks: &[Block], from: usize) -> usize {
    let mail = mail::heads_end(blocks, from);
    let printed = mail + printed_end(&blocks[mail..]);
    // a table of facts above the title
    let facts = printed + blocks[printed..].iter().take(MASTHEAD).take_while(|block| block.fact).count();
    mail::greeting_end(blocks, facts, is_title)
}

/// Where the masthead that a document is printed with ends.
fn printed_end(blocks: &[Block]) -> usize {
    let reach = &blocks[..blocks.len().min(MASTHEAD)];
    let among = |block: &Block| markers::is_masthead(&block.text) || is_date_line(&block.text);
    let first = reach.iter().position(|block| markers::is_masthead(&block.text));
    // one line above may name a body that no list knows
    let Some(first) = first.filter(|first| *first <= 1) else {
        return 0;
    };
    let mut length = reach[first..].iter().take_while(|block| among(block)).count();
    // one line among them may name a body that no list knows
    let unknown = |at: usize| reach.get(at).is_some_and(|block| is_title(block) && block.level == 0);
    while unknown(first + length)
        && reach.get(first + length + 1).is_some_and(|below| markers::is_masthead(&below.text))
    {
        length += 1;
        length += reach[first + length..].iter().take_while(|block| among(block)).count();
    }
    // a body's name is no masthead if a date alone follows it
    if first == 1 && length < 2 { 0 } else { first + length }
}

/// Without annex and without that name: what is set as a title, or the first line that could be one.
fn first_title(blocks: &[Block], masthead: usize) -> Option<usize> {
    // lines above a title name who wrote the note; sections have the highest level too, and short headings
    let highest = blocks.iter().map(|block| block.level).filter(|level| *level > 0).min();
    let heads = |block: &Block| Some(block.level) == highest && is_title(block);
    let above = blocks[masthead..].iter().take(ABOVE).take_while(|block| block.level == 0 && is_title(block)).count();
    let alone = || blocks.iter().filter(|block| Some(block.level) == highest).count() == 1;
    let long = |block: &Block| block.level == 1 && block.text.chars().count() >= LONG_TITLE;
    if blocks.get(masthead + above).is_some_and(|block| heads(block) && (above == 0 || alone() || long(block))) {
        return Some(masthead + above);
    }
    // behind what leads through a page
    let leads = |at: &usize| heads(&blocks[*at]) && blocks[*at].level == 1 && alone();
    let led = (masthead..blocks.len().min(masthead + ABOVE)).find(leads);
    if led.is_some() {
        return led;
    }
    let plain = blocks[masthead..].iter().take(ABOVE).take_while(|block| !block.bold && is_title(block)).count();
    let strong = |block: &Block| block.bold && is_title(block) && block.text.chars().count() >= LONG_TITLE;
    if plain > 0 && blocks.get(masthead + plain).is_some_and(strong) {
        return Some(masthead + plain);
    }
    let named = |at: usize| blocks.get(at).is_some_and(|block| block.level == 0 && markers::is_office(&block.text));
    let below = blocks.get(masthead + 1).is_some_and(|below| below.apart && is_title(below));
    let masthead = if named(masthead) && below { masthead + 1 } else { masthead };
    if let Some(title) = below_body(blocks, masthead) {
        return Some(title);
    }
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
        && !(markers::is_any(text) || mail::is_greeting(text))
        && (!markers::is_known_heading(text) || markers::note_name(text).is_some())
        && text.chars().any(char::is_alphabetic)
        && !is_date_line(text)
        && !announces(text)
}

/// Whether a text opens the list of what is asked: "I would welcome your views on the following:".
fn announces(text: &str) -> bool {
    ends_with_colon(text)
        && !markers::is_call(text)
        && (markers::seeks_views(text) || markers::mentions_questions(text))
}

/// Whether a block ends as a sentence, and is not a heading that ends with an hour or with its own full stop.
fn ends_as_text(text: &str) -> bool {
    let folded = fold(text);
    let short = folded.split_whitespace().count() <= SENTENCE;
    let hour = short && (folded.ends_with("a.m.") || folded.ends_with("p.m."));
    let names_itself = markers::begins_with_note_name(text) && !text.contains(". ") && text.ends_with('.');
    ends_sentence(text) && !hour && !names_itself
}

/// Lines before the note's text that are not the letter's: the masthead.
pub(super) fn masthead<'a>(lines: &'a [Line], blocks: &[Block], outline: &Outline) -> &'a [Line] {
    let end = outline.letter.or(Some(outline.front.end)).and_then(|at| blocks.get(at)).map_or(lines.len(), |b| b.line);
    &lines[..end.min(FRONT)]
}

#[cfg(test)]
mod tests;
