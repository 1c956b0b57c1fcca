//! Which blocks are headings: by Markdown, by name, by type, or by standing alone before a text.

use super::blocks::Block;
use super::dates;
use super::language::{fold, is_wide};
use super::markers;
use super::numbering::{Kind, Label};
use super::sentence::{asks, ends_asking, ends_sentence};
use super::themes::Role;
use super::times;

/// Longest heading, in characters.
const LONGEST: usize = 160;

/// How far ahead the number of the next heading is looked for, in blocks.
const AHEAD: usize = 16;

/// Longest place and day of the week before a date, in characters.
const LONGEST_PLACE: usize = 24;

/// Whether the block at this place is a heading of a section.
pub(super) fn is_heading(blocks: &[Block], at: usize) -> bool {
    let block = &blocks[at];
    if block.text.is_empty() || block.text.len() > LONGEST * 4 || block.text.chars().count() > LONGEST {
        return false;
    }
    if block.level > 0 || block.role == Role::Heads {
        return true;
    }
    let Some(next) = blocks.get(at + 1).filter(|_| !block.fact) else {
        return false;
    };
    // the minutes in a cell beside a question
    if !block.text.contains(char::is_alphabetic) && !block.bold {
        return false;
    }
    if block.label.as_ref().is_some_and(|label| !may_number_headings(label)) {
        return false;
    }
    if ends_entry(block) {
        return asks_as_heading(blocks, at);
    }
    // a colon before a list introduces it
    let introduces = block.text.ends_with([':', '：']) && next.label.is_some();
    if introduces && block.marked && !block.bold && !markers::is_question_heading(&block.text) {
        return false;
    }
    if markers::is_known_heading(&block.text) {
        return block.label.is_none() || !is_entry_of_list(blocks, at);
    }
    if heads_annex(block) || is_numbered_fact(block, next) {
        return true;
    }
    if markers::is_any(&block.text) || is_date_line(&block.text) || markers::is_fact(&block.text) {
        return false;
    }
    if block.bold || is_capitals(&block.text) {
        return words(&block.text) <= 20 && !names_fact(block, next);
    }
    if let Some(label) = &block.label {
        return is_numbered_heading(blocks, at, label);
    }
    if is_under_date(blocks, at) {
        return false;
    }
    let among_facts = at > 0 && markers::is_fact(&blocks[at - 1].text) && markers::names_value(&block.text);
    if among_facts {
        return false;
    }
    let text_follows = !(is_plain(next) || is_date_line(&next.text)) || opens_list(blocks, at + 1);
    !block.marked && is_plain(block) && !introduces && text_follows && !is_between_entries(blocks, at)
}

/// Whether a line heads an annex of the note itself: "Annex II", "Приложение. Статистика".
fn heads_annex(block: &Block) -> bool {
    block.label.is_none() && words(&block.text) <= 14 && markers::annex(&block.text).is_some()
}

/// Whether the name of a fact is numbered as headings are, and a text says it: "3. Time and place".
fn is_numbered_fact(block: &Block, next: &Block) -> bool {
    let says = next.label.is_none() && next.level == 0 && ends_sentence(&next.text);
    block.label.is_some() && says && markers::is_fact_name(&block.text)
}

/// Whether a line stands close under a date and apart from what follows, as the hour or the place of the meeting does.
fn is_under_date(blocks: &[Block], at: usize) -> bool {
    let above = at.checked_sub(1).map(|above| &blocks[above]).filter(|above| above.level == 0);
    let dated = above.is_some_and(|above| is_date_line(&above.text));
    dated && blocks[at].label.is_none() && !blocks[at].apart && blocks.get(at + 1).is_some_and(|next| next.apart)
}

/// Whether a line is the name of a fact whose value stands under it, as in a table.
fn names_fact(block: &Block, next: &Block) -> bool {
    let most = if ends_sentence(&next.text) { 3 } else { 8 };
    let value = next.level == 0 && next.label.is_none() && !next.bold && words(&next.text) <= most;
    value && markers::is_fact_name(&block.text)
}

/// Whether a short question heads the text that answers it: "Why now?", "1. What is it about?".
fn asks_as_heading(blocks: &[Block], at: usize) -> bool {
    let (block, next) = (&blocks[at], &blocks[at + 1]);
    let length = |block: &Block| block.text.chars().count();
    let short = is_within(&block.text, (8, 16));
    let answered = next.label.is_none()
        && next.level == 0
        && ends_sentence(&next.text)
        && !asks(&next.text)
        && length(next) > length(block) * 2;
    if !(ends_asking(&block.text) && short && answered) {
        return false;
    }
    if let Some(label) = &block.label {
        // the next number heads a section, too
        let other = blocks[at + 1..].iter().take(AHEAD).find(|block| block.label.is_some());
        let heads = |other: &Block| !ends_entry(other) && words(&other.text) <= 8;
        return other
            .is_some_and(|other| other.label.as_ref().is_some_and(|next| follows(label, next)) && heads(other));
    }
    let among_questions = |above: &Block| {
        above.label.is_some()
            || ends_asking(&above.text)
            || above.text.ends_with([':', '：'])
            || markers::mentions_questions(&above.text)
    };
    let above = at.checked_sub(1).map(|above| &blocks[above]);
    // no question beside it is strong
    let strong = block.bold && !next.bold && !above.is_some_and(|above| above.bold);
    block.apart && next.apart && (strong || !above.is_some_and(among_questions))
}

/// Headings are numbered `1.`, `I.`, `A.`, `一、`; entries of lists in small letters and bullets.
fn may_number_headings(label: &Label) -> bool {
    label.readings.iter().any(|(style, _)| {
        matches!(style.kind, Kind::Number | Kind::UpperRoman | Kind::UpperLetter)
            && (style.mark != '(' || label.raw.chars().any(is_wide))
    })
}

/// Whether a block ends as headings do not.
fn ends_entry(block: &Block) -> bool {
    let short_and_strong = block.bold && words(&block.text) <= 8 && block.text.ends_with('.');
    (ends_sentence(&block.text) && !short_and_strong) || block.text.ends_with([';', ',', '؛', '،', '；', '，'])
}

/// Whether a labelled block and one beside it are neighbours in one list of short entries.
fn is_entry_of_list(blocks: &[Block], at: usize) -> bool {
    let next = blocks[at].label.as_ref().zip(blocks.get(at + 1).and_then(|b| b.label.as_ref()));
    next.is_some_and(|(own, next)| follows(own, next)) && words(&blocks[at + 1].text) <= 12
}

/// A number, a few words, and then a text of another kind.
fn is_numbered_heading(blocks: &[Block], at: usize, label: &Label) -> bool {
    let (block, next) = (&blocks[at], &blocks[at + 1]);
    if words(&block.text) > 12 || block.text.ends_with([':', '：']) {
        return false;
    }
    let numbered = label.first_reading().0.kind == Kind::Number;
    match &next.label {
        Some(other) => {
            let (style, place) = other.first_reading();
            // "2. Issues for discussion" over "(1) ..." or "2.1. ..."
            let own = label.first_reading().0;
            let below = style.is_enclosed() && !own.is_enclosed()
                || style.mark.is_ascii_digit() && !own.mark.is_ascii_digit()
                // Chinese headings are ranked 一、, （一）, 1.
                || own.mark == '（' && style.mark != '（' && style.kind == Kind::Number;
            let over_list = place <= 1 && below && words(&block.text) <= 8;
            numbered && over_list
                || !numbered
                    && !follows(label, other)
                    && (place <= 1 || style.kind == Kind::Number || next.text.len() > 200)
        }
        None if opens_list(blocks, at + 1) => true,
        // it hangs close under the label, as the rest of an entry
        None if !next.apart && next.indent >= block.indent + 2 => false,
        None => next.level == 0 && !is_plain(next) && next.text.chars().count() > block.text.chars().count(),
    }
}

/// Whether a line introduces the list under it with a colon.
fn opens_list(blocks: &[Block], at: usize) -> bool {
    let block = &blocks[at];
    let listed = blocks.get(at + 1).is_some_and(|next| next.label.is_some());
    block.label.is_none() && block.level == 0 && !block.bold && listed && block.text.ends_with([':', '：'])
}

/// Whether a label may be the next after another.
pub(super) fn follows(label: &Label, next: &Label) -> bool {
    label.readings.iter().any(|(style, place)| next.place(*style) == Some(place + 1))
}

/// Whether an unlabelled line stands between `(a)` and `(b)`.
fn is_between_entries(blocks: &[Block], at: usize) -> bool {
    let before = at.checked_sub(1).and_then(|before| blocks[before].label.as_ref());
    let after = blocks.get(at + 1).and_then(|block| block.label.as_ref());
    let between =
        before.zip(after).is_some_and(|(before, after)| follows(before, after) && !may_number_headings(before));
    between && !heads_cluster(blocks, at)
}

/// Whether a line heads some of the questions that are numbered on, as a line of its kind heads the first of them.
fn heads_cluster(blocks: &[Block], at: usize) -> bool {
    let heads = |at: usize| {
        let (block, next) = (&blocks[at], &blocks[at + 1]);
        let apart = block.apart && next.apart && block.indent <= next.indent;
        is_plain(block) && apart && words(&block.text) <= 8 && !block.text.ends_with([':', '：'])
    };
    let begins = |at: &usize| {
        let first = blocks[at + 1].label.as_ref().zip(blocks[*at + 2].label.as_ref());
        first.is_some_and(|(first, next)| first.first_reading().1 == 1 && follows(first, next))
    };
    let above = at.saturating_sub(AHEAD)..at.saturating_sub(2);
    let asked = at.checked_sub(1).is_some_and(|above| ends_sentence(&blocks[above].text));
    asked && heads(at) && above.rev().find(begins).is_some_and(heads)
}

/// A short line without the end of a sentence, that could be a heading if a text follows.
pub(super) fn is_plain(block: &Block) -> bool {
    let text = &block.text;
    if block.label.is_some() || text.len() > 400 || ends_entry(block) || text.contains(". ") {
        return false;
    }
    let (words, characters) = (words(text), text.chars().count());
    let most = if text.ends_with([':', '：']) { 5 } else { 14 };
    let begins = text.chars().find(|c| c.is_alphanumeric()).is_some_and(|c| !c.is_lowercase());
    let wide = text.chars().filter(|c| is_wide(*c)).count();
    let short = begins && words <= most && characters <= 110 && wide <= 30;
    short && !is_date_line(text) && !markers::is_masthead(text) && !begins_with_hour(text)
}

/// A line of a programme: "17.15 Closing".
fn begins_with_hour(text: &str) -> bool {
    text.starts_with(char::is_numeric) && times::find(text).first().is_some_and(|hour| hour.at == 0)
}

/// A line that begins with a date, perhaps after a day of the week or a place.
pub(super) fn is_date_line(text: &str) -> bool {
    if text.len() > 200 || words(text) > 20 || markers::note_name(text).is_some() {
        return false;
    }
    let folded = fold(text);
    let before = dates::find(text).first().and_then(|date| folded.get(..date.at));
    // "New York, le 4 février", "Tarrytown, New York, 4 February": a place of several names has room for more words
    let are_names = |place: &str| place.split_whitespace().all(|word| word.starts_with(char::is_uppercase));
    let place = text.split_once(',').map(|(place, _)| place);
    let far = text.split_once(char::is_numeric).is_some_and(|(place, _)| place.ends_with(", ") && are_names(place));
    let long = far || place.is_some_and(|place| words(place) == 2 && are_names(place));
    let most = if long { 4 } else { 2 };
    let words = |text: &str| text.split_whitespace().filter(|word| word.contains(char::is_alphanumeric)).count();
    before.is_some_and(|before| words(before) <= most && before.chars().count() <= LONGEST_PLACE)
}

/// All letters are capitals, and there are enough to tell.
pub(super) fn is_capitals(text: &str) -> bool {
    let letters = text.chars().filter(|c| c.is_alphabetic()).count();
    letters >= 4 && text.chars().filter(|c| c.is_uppercase()).count() == letters
}

/// Whether a text has no more words and no more Chinese characters than that.
pub(super) fn is_within(text: &str, longest: (usize, usize)) -> bool {
    words(text) <= longest.0 && text.chars().filter(|c| is_wide(*c)).count() <= longest.1
}

fn words(text: &str) -> usize {
    text.split_whitespace().count()
}

/// A heading's text: without a colon.
pub(super) fn title(text: &str) -> String {
    text.trim_end_matches(|c: char| c == ':' || c == '：' || c.is_whitespace()).to_owned()
}

#[cfg(test)]
mod tests;
