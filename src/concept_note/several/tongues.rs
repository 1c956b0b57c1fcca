//! Sentences in two languages: two notes, or one note twice.

use super::super::blocks::Block;
use super::super::language::detect;
use super::super::outline;
use super::super::sentence::ends_sentence;
use super::asked::asks;
use super::{LONG, Notes};

/// Fewest sentences that are a text; fewer are quoted.
const FEWEST: usize = 3;

/// Whether a file has texts of two languages: several notes, if one follows the other and both ask questions.
pub(super) fn notes(blocks: &[Block]) -> Notes {
    // a letter may have another language than its note
    let body = &blocks[outline::outline(blocks).body];
    let long = |block: &&Block| ends_sentence(&block.text) && block.text.chars().count() >= LONG / 2;
    let texts: Vec<(&str, bool)> =
        body.iter().filter(long).filter_map(|block| Some((detect(&block.text)?, asks(block)))).collect();
    let of = |code: &str| texts.iter().filter(|(own, _)| *own == code).count();
    let Some((first, _)) = texts.first().copied() else {
        return Notes::One;
    };
    let other = texts.iter().map(|(code, _)| *code).filter(|code| *code != first).max_by_key(|code| of(code));
    let Some(other) = other.filter(|other| of(other) >= FEWEST && of(first) >= FEWEST) else {
        return Notes::One;
    };
    let begins = texts.iter().position(|(code, _)| *code == other).unwrap_or(texts.len());
    let (before, behind) = texts.split_at(begins);
    let follows = behind.iter().all(|(code, _)| *code != first);
    let asked = |texts: &[(&str, bool)]| texts.iter().any(|(_, asks)| *asks);
    if follows && asked(before) && asked(behind) { Notes::Several } else { Notes::Doubtful }
}

#[cfg(test)]
mod tests {
    use super::super::super::{blocks::blocks, lines::lines};
    use super::*;

    const ENGLISH: &[&str] = &[
        "Concept note on words",
        "The words that are kept in the archive are many.",
        "Some of them are lost on the way to it.",
        "Guiding questions",
        "1. How are the words of the archive kept?",
    ];
    const FRENCH: &[&str] = &[
        "Note de cadrage sur les mots",
        "Les mots qui sont dans les archives sont nombreux.",
        "Une partie des mots est perdue dans le transport.",
        "Questions d'orientation",
        "1. Comment les mots sont-ils gardés dans les archives ?",
    ];

    fn notes_of(texts: &[&str]) -> Notes {
        notes(&blocks(&lines(&texts.join("\n\n"))))
    }

    #[test]
    fn a_note_behind_one_of_another_language_is_a_second() {
        assert_eq!(notes_of(&[ENGLISH, FRENCH].concat()), Notes::Several);
        let unasked = [&ENGLISH[..3], &["The archive is open to all those who ask for it."], FRENCH].concat();
        assert_eq!(notes_of(&unasked), Notes::Doubtful);
        let beside: Vec<&str> = ENGLISH.iter().zip(FRENCH).flat_map(|(one, other)| [*one, *other]).collect();
        assert_eq!(notes_of(&beside), Notes::Doubtful);
    }

    #[test]
    fn a_note_may_quote_another_language() {
        assert_eq!(notes_of(ENGLISH), Notes::One);
        assert_eq!(notes_of(&[ENGLISH, &FRENCH[1..3]].concat()), Notes::One);
    }
}
