//! The title of a note: its lines, from the words "Concept note" or the name of the meeting on.

use super::super::blocks::Block;
use super::super::dates;
use super::super::headings::{self, is_date_line, is_within};
use super::super::markers;
use super::super::sentence::ends_sentence;
use super::super::times;
use super::is_title;

/// Most facts under a title among which its theme is looked for.
const FACTS: usize = 12;

/// Longest name of a note that leaves its theme to the next line, in words and in Chinese characters.
const SHORT: (usize, usize) = (8, 14);

/// Longest theme that ends as a question.
const LONGEST_ASKING: (usize, usize) = (24, 40);

/// Most lines of a title.
const MOST: usize = 6;

/// The title that begins at a block, and where the text after it begins.
pub(super) fn title(blocks: &[Block], at: usize) -> (String, usize) {
    let mut title = words(&blocks[at].text);
    if let Some(name) = name_below(blocks, at) {
        // who wrote the note is a text of it
        let end = if markers::is_byline(&blocks[name].text) { name } else { name + 1 };
        // behind the day stands the place
        let place = (at + 1..name).find(|line| is_date_line(&blocks[*line].text)).unwrap_or(name)..name;
        let told = (at + 1..end).filter(|line| !place.contains(line) && !is_dated(&blocks[*line]));
        told.for_each(|line| add(&mut title, &blocks[line].text));
        return (title, end);
    }
    let mut end = at + 1;
    if markers::is_bare_call(&blocks[at].text) && blocks.get(end).is_some_and(is_title) {
        add(&mut title, &blocks[end].text);
        end += 1;
    }
    while end < at + MOST && goes_on(blocks, at, end) {
        add(&mut title, &blocks[end].text);
        end += 1;
    }
    if markers::is_bare_name(&blocks[at].text)
        && let Some(theme) = theme(blocks, end)
    {
        add(&mut title, theme);
    }
    (title, end)
}

/// What the facts from a block on say the meeting is about.
fn theme(blocks: &[Block], from: usize) -> Option<&str> {
    let facts = blocks[from..].iter().take(FACTS).take_while(|block| is_detail(block) || is_date_line(&block.text));
    let facts = from..from + facts.count();
    let value = |at: usize| blocks.get(at + 1).filter(|value| value.fact && markers::is_theme(&blocks[at].text));
    facts.into_iter().find_map(|at| markers::theme(&blocks[at].text).or_else(|| Some(value(at)?.text.as_str())))
}

/// Where the words "Concept note" stand below the name of the meeting; lines between the two belong to the title, but dates.
fn name_below(blocks: &[Block], at: usize) -> Option<usize> {
    if markers::is_bare_name(&blocks[at].text) {
        return None;
    }
    let named = |name: &usize| markers::is_bare_name(&blocks[*name].text) || is_under_title(blocks, *name);
    let name = (at + 1..blocks.len().min(at + MOST)).find(named)?;
    (at + 1..name).all(|line| is_title(&blocks[line]) || is_date_line(&blocks[line].text)).then_some(name)
}

/// Whether a line that says for what the note is stands over facts and under what is set as a title: "Concept note for the
/// consultation".
pub(super) fn is_under_title(blocks: &[Block], at: usize) -> bool {
    let Some((title, line)) = at.checked_sub(1).map(|above| (&blocks[above], &blocks[at])) else {
        return false;
    };
    let lower = title.level > 0 && (line.level == 0 || line.level > title.level);
    let heads = is_title(title) && is_title(line) && !markers::is_letterhead(&title.text);
    let over = ends_head(blocks, at + 1) || blocks.get(at + 1).is_some_and(|below| below.level > 0);
    let under = lower && over && !markers::is_body(&title.text) && !line.text.ends_with('.');
    // a name in capitals may be the title of a plain text
    let of_meeting = || markers::names_meeting(&line.text) && is_within(&line.text, SHORT);
    let over_facts = headings::is_capitals(&title.text) && ends_head(blocks, at + 1) && of_meeting();
    heads && (under || over_facts || is_dated(line)) && markers::note_name(&line.text) == Some(false)
}

/// Whether a line says a day.
fn is_dated(line: &Block) -> bool {
    is_date_line(&line.text) || markers::note_name(&line.text) == Some(false) && !dates::find(&line.text).is_empty()
}

/// Whether the title that begins at one block goes on with another; a subtitle is no section.
fn goes_on(blocks: &[Block], at: usize, line: usize) -> bool {
    let bare = markers::is_bare_name(&blocks[at].text);
    let titles = |block: &&Block| (is_title(block) || bare && asks_as_title(block)) && !is_detail(block);
    let Some(block) = blocks.get(line).filter(titles) else {
        return false;
    };
    let introduces = opens_list(blocks, line) || ends_with_colon_sentence(block);
    // "... will be held on 22 May at 3 p.m.", "Round table, 22 May, 3 p.m., Room 4"
    let timed = || ends_sentence(&block.text) || !times::find(&block.text).is_empty();
    let told = !dates::find(&block.text).is_empty() && timed();
    if introduces || told || is_set_as_section(blocks, line) {
        return false;
    }
    let lower = block.text.chars().next().is_some_and(char::is_lowercase);
    // "Concept paper for the Arria-formula meeting", and the theme in a line of its own
    let short = markers::note_name(&blocks[at].text).is_some() && is_within(&blocks[at].text, SHORT);
    let last = || !markers::is_letterhead(&block.text) && ends_head(blocks, line + 1);
    lower || is_quoted(&block.text) || bare && (line == at + 1 || last()) || short && line == at + 1 && last()
}

/// Whether a line is a theme that ends as a question: "Herds and peace: which way?".
fn asks_as_title(block: &Block) -> bool {
    let asks = block.text.ends_with(['?', '？', '؟']) && block.text.contains([':', '：']);
    asks && block.label.is_none() && is_within(&block.text, LONGEST_ASKING)
}

/// Whether a line is a theme between quotation marks.
fn is_quoted(text: &str) -> bool {
    text.starts_with(['“', '"', '«', '„', '《', '「', '”']) && text.ends_with(['”', '"', '»', '“', '》', '」'])
}

/// Whether a line says something of the meeting or of the text, and is no title: a fact, which version, who wrote it.
pub(super) fn is_detail(block: &Block) -> bool {
    let text = &block.text;
    let dated = || markers::names_value(text) && !dates::find(text).is_empty();
    let named = || markers::is_fact(text) || markers::is_fact_name(text) || dated();
    block.fact || named() || markers::is_version(text) || markers::names_writer(text)
}

/// Whether what heads a document ends before a block: with such a line, a day or a heading by name, and no text.
pub(super) fn ends_head(blocks: &[Block], at: usize) -> bool {
    let ends = |block: &Block| is_detail(block) || is_date_line(&block.text) || markers::is_known_heading(&block.text);
    blocks.get(at).is_some_and(ends)
}

/// Whether a line below the title is set as further headings of the note are, and lower than the title.
fn is_set_as_section(blocks: &[Block], at: usize) -> bool {
    let level = blocks[at].level;
    level > blocks[at - 1].level
        && blocks[at - 1].level > 0
        && blocks[at + 1..].iter().any(|block| block.level == level)
}

fn add(title: &mut String, line: &str) {
    let goes_on = line.chars().next().is_some_and(char::is_lowercase);
    let asked = title.ends_with(['?', '？', '؟']);
    title.push_str(if goes_on || asked { " " } else { ": " });
    title.push_str(&words(line));
}

/// The words of a line of the title: "Concept note" says of which day it is in parentheses.
fn words(line: &str) -> String {
    headings::title(if markers::note_name(line) == Some(true) { markers::without_version(line) } else { line })
}

/// Whether a line ends with a colon over the entries that it introduces.
fn opens_list(blocks: &[Block], at: usize) -> bool {
    blocks[at].text.ends_with([':', '：']) && blocks.get(at + 1).is_some_and(|below| below.label.is_some())
}

fn ends_with_colon_sentence(block: &Block) -> bool {
    block.text.ends_with([':', '：']) && block.text.split_whitespace().count() > 8
}

/// Where the title stands that lines above it keep apart from a body's name: the last of the document's first lines, over a day or
/// facts, if it names a meeting and the first line a body.
pub(super) fn below_body(blocks: &[Block], first: usize) -> Option<usize> {
    let head = blocks[first..].iter().take(MOST).take_while(|block| is_title(block) && !block.fact).count();
    let last = first + head.checked_sub(1)?;
    let meets = |at: &usize| markers::names_meeting(&blocks[*at].text);
    if !markers::is_body(&blocks[first].text) || !ends_head(blocks, last + 1) || meets(&first) {
        return None;
    }
    (first + 1..=last).find(meets)
}
