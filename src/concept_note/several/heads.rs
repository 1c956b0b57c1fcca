//! A second heading of a letter or of a note, behind a note with sections: it may ask nothing, and neither may the first.

use std::collections::HashSet;

use super::super::blocks::Block;
use super::super::markers;
use super::super::sentence::ends_sentence;
use super::asked::{announces, asks};
use super::signs::{begins_as_note, is_letter, is_named, letters};
use super::{LONG, Notes};

/// Fewest questions that are no section's, but a note's.
const FEWEST: usize = 2;

/// What a note has shown of itself.
#[derive(Default)]
struct Shown {
    letter: bool,
    /// What it calls itself.
    name: Option<&'static str>,
    /// A heading that notes often have.
    section: bool,
    /// A sentence.
    text: bool,
    questions: usize,
}

impl Shown {
    fn is_note(&self) -> bool {
        self.text && (self.section || self.questions >= FEWEST)
    }

    fn see(&mut self, blocks: &[Block], at: usize) {
        let block = &blocks[at];
        self.letter |= is_letter(block);
        self.name = self.name.or_else(|| markers::begun_with(&block.text).filter(|_| block.label.is_none()));
        self.questions += usize::from(asks(block));
        self.section |= markers::is_known_heading(&block.text) || announces(block);
        self.text |= ends_sentence(&block.text) && block.text.chars().count() >= LONG / 2;
    }
}

/// Whether another letter or note begins behind a note, and has sections of its own.
pub(super) fn notes(blocks: &[Block]) -> Notes {
    let (mut first, mut second) = (Shown::default(), None::<Shown>);
    // what comes again may be the head of a page
    let mut before = HashSet::new();
    for (at, block) in blocks.iter().enumerate() {
        let heads = is_letter(block) || begins_as_note(blocks, at) || is_named(blocks, at);
        if heads && before.insert(letters(&block.text)) && first.is_note() && second.is_none() {
            second = Some(Shown::default());
        }
        second.as_mut().unwrap_or(&mut first).see(blocks, at);
    }
    match second.filter(|second| second.text) {
        // another paper of the meeting has another name
        Some(second) if second.is_note() && second.name.is_some() && (second.letter || second.name == first.name) => {
            Notes::Several
        }
        Some(_) => Notes::Doubtful,
        None => Notes::One,
    }
}

#[cfg(test)]
mod tests {
    use super::super::super::{blocks::blocks, lines::lines};
    use super::*;

    fn notes_of(texts: &[&str]) -> Notes {
        notes(&blocks(&lines(&texts.join("\n\n"))))
    }

    const TOLD: &[&str] = &["Background", "Words are said and written, and some of them are kept."];

    #[test]
    fn two_notes_that_ask_nothing_are_two() {
        let note = |title| [&[title], TOLD].concat();
        let first = note("Concept note on words");
        assert_eq!(notes_of(&[first.clone(), note("Concept note on songs")].concat()), Notes::Several);
        assert_eq!(notes_of(&[first.clone(), note("Discussion paper on songs")].concat()), Notes::Doubtful);
        let letter = "Letter dated 3 May 2021 from the Permanent Representative of Kenya to the United Nations addressed \
            to the Secretary-General";
        let other = [&[letter, "Concept note on songs"], TOLD].concat();
        assert_eq!(notes_of(&[&first[..], &other].concat()), Notes::Several);
        assert_eq!(notes_of(&[&first[..], &[letter, TOLD[1]]].concat()), Notes::Doubtful);
    }

    #[test]
    fn a_note_with_its_letter_or_with_annexes_is_one() {
        let note = [&["Concept note on words"], TOLD].concat();
        assert_eq!(notes_of(&note), Notes::One);
        let head = "Concept note on words                2";
        assert_eq!(
            notes_of(&[&note, &[head, TOLD[1], "Objectives", TOLD[1]][..]].concat()),
            Notes::One,
            "a page's head"
        );
        for below in [&["Annex", "Concept note on songs"] as &[&str], &["Concept note on songs"], &["Annex", "Songs"]] {
            let told = if below.len() > 1 { TOLD } else { &[] };
            assert_eq!(notes_of(&[&note, below, told].concat()), Notes::One, "{below:?}");
        }
    }
}
