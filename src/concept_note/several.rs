//! Several notes in one file: read as one, they would be wrong in every part.
//!
//! A second note is told by what notes begin with, where it stands behind the questions of the first and has questions of
//! its own behind it. Themes of one note have headings and facts of their own as well: these alone only make doubtful.

use std::collections::HashSet;

use super::blocks::Block;
use super::language::fold;
use super::mail;
use super::markers;
use super::numbering::Label;
use super::outline::is_distribution;
use super::sentence::{ends_sentence, ends_with_colon};

/// Shortest text that does not come twice by chance, in characters.
const LONG: usize = 40;

/// Texts that come again in a second copy of a note.
const COPIED: usize = 3;

/// Lines of a mail's head that tell it from a fact.
const MAIL_HEADS: usize = 2;

/// Blocks between two questions that stand together.
const TOGETHER: usize = 2;

/// Whether a file holds one note.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Notes {
    One,
    /// One whose themes look like notes, or several that show no beginning.
    Doubtful,
    Several,
}

/// What a note begins with, or says but once.
#[derive(Clone, PartialEq, Eq, Hash)]
enum Sign {
    /// The heading of a letter, or a heading that begins with what notes are called.
    Head,
    Greeting,
    /// The original language or the day of distribution; a symbol stands on every page.
    Masthead,
    /// The only heading of its level.
    Title,
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
    fn begins(&self) -> bool {
        !matches!(self, Sign::Title | Sign::Heading(_) | Sign::Fact(_) | Sign::Text(_))
    }
}

/// Whether a second note follows the questions of the first, and asks questions too.
pub(super) fn notes(blocks: &[Block]) -> Notes {
    let title = title(blocks);
    let (mut before, mut above, mut again) = (HashSet::new(), Vec::new(), HashSet::new());
    let mut questions = Questions::default();
    let mut notes = Notes::One;
    for (at, block) in blocks.iter().enumerate() {
        if questions.reach(at, block) {
            notes = notes.max(judge(&again));
            again.clear();
            before.extend(above.drain(..));
        } else {
            let found = signs(block, title);
            let second = |sign: &&Sign| questions.asked && (sign.begins() || before.contains(*sign));
            again.extend(found.iter().filter(second).cloned());
            above.extend(found);
        }
    }
    notes
}

/// What the signs say that stand between questions and questions.
fn judge(again: &HashSet<Sign>) -> Notes {
    let count = |is: fn(&Sign) -> bool| again.iter().filter(|sign| is(sign)).count();
    // a title alone may be an annex's
    let sure = count(|sign| matches!(sign, Sign::Head | Sign::Greeting | Sign::Masthead)) > 0
        || again.contains(&Sign::Title) && again.len() > 1
        || count(|sign| matches!(sign, Sign::Mail(_))) >= MAIL_HEADS
        || count(|sign| matches!(sign, Sign::Text(_))) >= COPIED;
    // one text may stand under each theme
    match (sure, count(|sign| !matches!(sign, Sign::Text(_))) > 0) {
        (true, _) => Notes::Several,
        (false, true) => Notes::Doubtful,
        (false, false) => Notes::One,
    }
}

/// Where questions stand: under what announces them, or close to each other.
#[derive(Default)]
struct Questions {
    announced: bool,
    /// What announced them stands right above, and is no entry of a list itself.
    close: bool,
    last: Option<usize>,
    /// Some were asked.
    asked: bool,
}

impl Questions {
    /// Whether the next block is a question for sure. Tables of contents announce questions, but ask none.
    fn reach(&mut self, at: usize, block: &Block) -> bool {
        let listed = std::mem::take(&mut self.close) && block.label.as_ref().is_some_and(begins_list);
        if announces(block) {
            self.announced = true;
            self.close = !block.label.as_ref().is_some_and(Label::is_bullet);
            return false;
        }
        if !asks(block) && !listed {
            self.announced &= !markers::is_known_heading(&block.text);
            return false;
        }
        let sure = self.announced || self.last.is_some_and(|last| at - last <= TOGETHER);
        self.last = Some(at);
        self.announced = false;
        self.asked |= sure;
        sure
    }
}

fn begins_list(label: &Label) -> bool {
    label.first_reading().1 <= 1
}

fn asks(block: &Block) -> bool {
    block.text.ends_with(['?', '？', '؟'])
}

/// Whether questions follow: a heading or a sentence says so.
fn announces(block: &Block) -> bool {
    markers::is_question_heading(&block.text)
        || ends_with_colon(&block.text) && markers::mentions_questions(&block.text)
}

/// The level that only the note's title has, before its questions: it is the first heading, and no text stands above it.
fn title(blocks: &[Block]) -> Option<u8> {
    let first = blocks.iter().position(|block| block.level > 0)?;
    let says = |block: &Block| ends_sentence(&block.text) && block.text.chars().count() >= LONG;
    let level = blocks[first].level;
    let body = blocks[first + 1..].iter().take_while(|block| !asks(block));
    let alone = body.filter(|block| block.level > 0).all(|block| block.level > level);
    (alone && !blocks[..first].iter().any(says)).then_some(level)
}

/// What a block shows of a beginning.
fn signs(block: &Block, title: Option<u8>) -> Vec<Sign> {
    let text = block.text.as_str();
    let mut signs = Vec::new();
    if begins(block) {
        signs.push(Sign::Head);
    }
    if mail::is_greeting(text) {
        signs.push(Sign::Greeting);
    }
    if markers::original(text).is_some() || is_distribution(text) {
        signs.push(Sign::Masthead);
    }
    if block.level > 0 && Some(block.level) == title && markers::annex(text).is_none() {
        signs.push(Sign::Title);
    }
    if markers::is_mail_head(text) {
        signs.push(Sign::Mail(name(text)));
    }
    if markers::is_opening_heading(text) {
        signs.push(Sign::Opening(fold(text)));
    } else if markers::is_known_heading(text) && !announces(block) {
        signs.push(Sign::Heading(fold(text)));
    }
    if markers::is_fact(text) {
        signs.push(Sign::Fact(name(text)));
    }
    if text.chars().nth(LONG).is_some() && !announces(block) {
        signs.push(Sign::Text(fold(text)));
    }
    signs
}

/// Whether a letter or a note begins here.
fn begins(block: &Block) -> bool {
    let heads = block.label.is_none() && markers::annex(&block.text).is_none() && !ends_sentence(&block.text);
    heads && (markers::letter_office(&block.text).is_some() || markers::begins_with_note_name(&block.text))
}

/// What a line names before its colon.
fn name(text: &str) -> String {
    fold(text.split([':', '：']).next().unwrap_or_default().trim())
}

#[cfg(test)]
mod tests {
    use super::super::blocks::blocks;
    use super::super::lines::lines;
    use super::*;

    fn several(texts: &[&str]) -> Notes {
        notes(&blocks(&lines(&texts.join("\n\n"))))
    }

    const NOTE: &[&str] = &[
        "Concept note on words",
        "Background",
        "1. Words are said and written, and some are kept.",
        "Guiding questions",
        "(a) How are words kept?",
        "(b) By whom?",
    ];
    const LETTER: &[&str] = &[
        "Letter dated 3 May 2021 from the Permanent Representative of Kenya to the United Nations addressed to the \
         Secretary-General",
        "I have the honour to transmit a concept note.",
        "Annex to the letter dated 3 May 2021 from the Permanent Representative of Kenya to the United Nations addressed \
         to the Secretary-General",
    ];

    #[test]
    fn a_note_behind_the_questions_of_another_is_a_second() {
        assert_eq!(several(&[NOTE, NOTE].concat()), Notes::Several);
        assert_eq!(several(&[LETTER, NOTE, LETTER, NOTE].concat()), Notes::Several);
        let topics = ["Concept note on paper", "Guiding questions", "(a) The price of paper;", "(b) Its makers."];
        assert_eq!(several(&[&topics, NOTE].concat()), Notes::Several);
    }

    #[test]
    fn a_mail_a_greeting_or_a_masthead_behind_questions_begins_a_second() {
        let first = ["Words that are kept", "Questions", "(a) How are words kept?"];
        for opening in
            [&["From: A", "Subject: B"] as &[&str], &["Excellencies,"], &["Distr.: General"], &["Original: French"]]
        {
            assert_eq!(several(&[&first, opening, &first[1..]].concat()), Notes::Several, "{opening:?}");
            assert_eq!(several(&[opening, &first].concat()), Notes::One, "{opening:?}");
            assert_eq!(several(&[&first, opening].concat()), Notes::One, "what follows asks nothing: {opening:?}");
        }
    }

    #[test]
    fn a_title_or_texts_that_come_again_begin_a_second() {
        let note = |title| [title, "## Background", "Words.", "## Questions", "1. How are words kept?"];
        assert_eq!(several(&[note("# On words"), note("# On songs")].concat()), Notes::Several);
        let themes =
            ["# On words", "# Songs", "## Questions", "1. Who sings?", "# Plays", "## Questions", "1. Who plays?"];
        assert_eq!(several(&themes), Notes::One, "themes have the level of the title");
        let text = |n: u32| format!("Text {n} of the note goes on for as long as sentences in notes mostly do.");
        let texts = [text(1), text(2), text(3)];
        let copy: Vec<&str> = texts.iter().map(String::as_str).chain(["Questions", "1. How are words kept?"]).collect();
        assert_eq!(several(&[&copy[..], &copy[..]].concat()), Notes::Several);
    }

    #[test]
    fn themes_with_headings_or_facts_of_their_own_are_doubtful() {
        let theme = |title, date| [title, "Background", "Words are kept.", date, "Guiding questions", "(a) By whom?"];
        let themes =
            [theme("Words that are kept", "Date: 3 May"), theme("Words that are lost", "Date: 4 May")].concat();
        assert_eq!(several(&themes), Notes::Doubtful);
        let parted = ["Background", "1. Words are kept.", "Guiding questions", "(a) How?", "Themes", "(b) By whom?"];
        assert_eq!(several(&parted), Notes::One);
        let told = [&themes[..6], &["Background", "Words were always kept."]].concat();
        assert_eq!(several(&told), Notes::One, "what follows the questions asks nothing");
    }

    #[test]
    fn a_note_with_its_letter_its_contents_and_an_annex_is_one() {
        assert_eq!(several(NOTE), Notes::One);
        assert_eq!(several(&[LETTER, NOTE].concat()), Notes::One);
        let contents = ["Concept note on words", "Contents", "1. Background", "2. Guiding questions", "3. Next steps"];
        assert_eq!(several(&[&contents, NOTE].concat()), Notes::One);
        let annex = ["Annex", "Questions for consideration", "(a) What was asked before?"];
        assert_eq!(several(&[NOTE, &annex].concat()), Notes::One);
        let cited = ["The concept note of 2020 asked much, and guiding questions were answered; was that enough?"];
        assert_eq!(several(&[NOTE, &cited, &cited].concat()), Notes::One);
    }
}
