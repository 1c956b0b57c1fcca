//! Several notes in one file: read as one, they would be wrong in every part.
//!
//! A second note is told by what notes begin with, where it stands behind the questions of the first and has questions of
//! its own behind it; by the heading of a second note with sections; by texts that stand twice, or in two languages.
//! Themes of one note have headings and facts of their own as well: these alone only make doubtful.

mod asked;
mod copies;
mod heads;
mod signs;
mod tongues;

use std::collections::HashSet;

use super::blocks::Block;
use asked::Asked;
use signs::{Levels, Sign, signs};

/// Shortest text that does not come twice by chance, in characters.
const LONG: usize = 40;

/// Texts that come again in a second copy of a note.
const COPIED: usize = 3;

/// Lines of a mail's head that tell it from a fact.
const MAIL_HEADS: usize = 2;

/// Whether a file holds one note.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Notes {
    One,
    /// One whose themes look like notes, or several that show no beginning.
    Doubtful,
    Several,
}

/// Whether a file holds a second note.
pub(super) fn notes(blocks: &[Block]) -> Notes {
    if copies::is_doubled(blocks) {
        return Notes::Several;
    }
    behind_questions(blocks).max(heads::notes(blocks)).max(tongues::notes(blocks))
}

/// Whether a second note follows the questions of the first, and asks questions too.
fn behind_questions(blocks: &[Block]) -> Notes {
    let levels = Levels::of(blocks);
    let (mut before, mut above) = (HashSet::new(), HashSet::new());
    let mut asked = Asked::default();
    let mut notes = Notes::One;
    let (mut first, mut announced) = (None, false);
    for (at, block) in blocks.iter().enumerate() {
        let begun = asked.any;
        if asked.reach(at, block) {
            let anew = announced && *first.get_or_insert(&block.label) == &block.label;
            announced = false;
            let found = if begun { judge(&above, &before, anew) } else { Notes::One };
            notes = notes.max(found);
            before.extend(above.drain());
        } else {
            announced |= asked::announces(block);
            above.extend(signs(blocks, at, &levels));
        }
    }
    notes
}

/// What the signs say that stand between questions and questions, and those that stood before; the questions may be
/// announced again and begin `anew`.
fn judge(signs: &HashSet<Sign>, before: &HashSet<Sign>, anew: bool) -> Notes {
    // a note's heading that comes again may be the head of a page, if the questions go on
    let page = |sign: &Sign| matches!(sign, Sign::Head(_)) && before.contains(sign) && !anew;
    let again: Vec<&Sign> =
        signs.iter().filter(|sign| (sign.begins() || before.contains(*sign)) && !page(sign)).collect();
    let count = |is: fn(&Sign) -> bool| again.iter().filter(|sign| is(sign)).count();
    let titled = again.iter().filter(|sign| sign.titles()).count();
    // a title alone may be an annex's
    let sure = count(|sign| matches!(sign, Sign::Head(_) | Sign::Greeting | Sign::Masthead)) > 0
        || titled > 0 && again.len() > 1
        || count(|sign| matches!(sign, Sign::Mail(_))) >= MAIL_HEADS
        || count(|sign| matches!(sign, Sign::Text(_))) >= COPIED;
    // one text may stand under each theme
    match (sure, titled > 0 || count(|sign| !matches!(sign, Sign::Text(_))) > 0) {
        (true, _) => Notes::Several,
        (false, true) => Notes::Doubtful,
        (false, false) => Notes::One,
    }
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
    fn a_title_above_all_headings_before_it_begins_a_second() {
        let typed = ["Words that are kept", "Introduction", "Words.", "Questions", "(a) How are words kept?"];
        let marked = |below| ["# On songs", below, "Songs are sung.", "## Questions", "1. Who sings?"];
        assert_eq!(several(&[&typed[..], &marked("## Background")].concat()), Notes::Several);
        assert_eq!(several(&[&typed[..], &marked("## Singers")].concat()), Notes::Doubtful);
        let call = ["# Call for input: songs and singers", "## Singers", "## Questions", "1. Who sings?"];
        assert_eq!(several(&[&typed[..], &call].concat()), Notes::Several);
        let annex = ["# Annex: on songs", "## Singers", "## Questions", "1. Who sings?"];
        assert_eq!(several(&[&typed[..], &annex].concat()), Notes::One);
    }

    #[test]
    fn a_line_that_ends_with_what_notes_are_called_begins_a_second() {
        for title in
            ["Open debate on songs: concept note", "关于歌曲的概念说明", "Debate on songs: concept note by the Chair"]
        {
            let second = |below| [title, below, "Songs are sung.", "Questions", "(a) Who sings?"];
            assert_eq!(several(&[NOTE, &second("Background")].concat()), Notes::Several, "{title}");
            assert_eq!(several(&[NOTE, &second("Singers")].concat()), Notes::Doubtful, "{title}");
        }
        let section = ["Call for input", "Singers", "Songs are sung.", "Questions", "(a) Who sings?"];
        assert_eq!(several(&[NOTE, &section].concat()), Notes::One, "a section's heading");
    }

    #[test]
    fn what_notes_are_called_above_another_title_begins_a_second_whose_questions_begin_anew() {
        let note = |title| ["CONCEPT NOTE", title, "Words.", "Questions", "(a) Who?", "(b) How?"];
        assert_eq!(several(&[note("Debate on words"), note("Debate on songs")].concat()), Notes::Several);
        let page = ["Concept note", "(c) Who counts them?", "(d) Who weighs them?"];
        assert_eq!(several(&[&note("Debate on words"), &page[..]].concat()), Notes::One, "the head of a page");
    }

    #[test]
    fn the_masthead_of_another_document_begins_a_second() {
        let second =
            |symbol| [symbol, "Human Rights Council", "Fifty-sixth session", "Songs", "Questions", "1. Who sings?"];
        assert_eq!(several(&[NOTE, &second("A/HRC/56/CRP.3")].concat()), Notes::Several);
        assert_eq!(several(&[NOTE, &second("The songs of many")].concat()), Notes::One);
        let head = ["A/HRC/56/CRP.3", "Themes", "(c) Who sings?", "(d) Who listens?"];
        assert_eq!(several(&[NOTE, &head].concat()), Notes::One, "the head of a page");
    }

    #[test]
    fn matters_on_which_views_are_sought_are_questions_too() {
        let matters = [
            "Delegations are asked for their views on the matters listed here:",
            "(a) the price of songs;",
            "(b) singers.",
        ];
        let first = [&["Letter of the Chair"], &matters[..]].concat();
        assert_eq!(several(&[&first, NOTE].concat()), Notes::Several);
        let after_a_text = ["Guiding questions", "They stand by theme.", "(a) the price of songs;", "(b) singers."];
        assert_eq!(several(&[&after_a_text, NOTE].concat()), Notes::Several);
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
        let annex = ["Annex", "Background note on songs", "Songs are sung.", "Questions", "(a) Who sang them?"];
        assert_eq!(several(&[NOTE, &annex].concat()), Notes::One);
        let page = ["Concept note on words               2", "(c) Who counts them?", "(d) Who weighs them?"];
        assert_eq!(several(&[NOTE, &page].concat()), Notes::One);
        let cited = ["The concept note of 2020 asked much, and guiding questions were answered; was that enough?"];
        assert_eq!(several(&[NOTE, &cited, &cited].concat()), Notes::One);
    }
}
