//! Several notes in one file: read as one, they would be wrong in every part.

use super::blocks::Block;
use super::language::fold;
use super::markers;
use super::sentence::{ends_sentence, ends_with_colon};

/// Where a reader of the file stands.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    /// Behind the questions of a note, or at the beginning of the file.
    Between,
    /// In a note whose letter or heading was seen.
    Inside,
    /// Under the heading of its questions.
    Asking,
}

/// Whether a second note with its own letter or heading, and with questions of its own, follows the questions of the first.
///
/// Tables of contents name headings but ask nothing, and what is cited is no heading: neither makes a note.
pub(super) fn are_several(blocks: &[Block]) -> bool {
    let (mut place, mut notes) = (Place::Between, 0);
    for block in blocks {
        match place {
            Place::Asking if block.text.contains(['?', '？', '؟']) => {
                notes += 1;
                place = Place::Between;
            }
            Place::Between if begins(block) => place = Place::Inside,
            Place::Inside if announces(block) => place = Place::Asking,
            _ => {}
        }
    }
    notes > 1 || repeats(blocks)
}

/// Whether a heading that notes often have comes again behind questions, with questions of its own: "Background", questions,
/// "Background", questions.
fn repeats(blocks: &[Block]) -> bool {
    let mut before: Vec<String> = Vec::new();
    let mut above: Vec<String> = Vec::new();
    let (mut announced, mut again) = (false, false);
    for block in blocks {
        if announces(block) {
            announced = true;
        } else if announced && block.text.contains(['?', '？', '؟']) {
            if again {
                return true;
            }
            announced = false;
            before.append(&mut above);
        } else if markers::is_known_heading(&block.text) {
            let heading = fold(&block.text);
            announced = false;
            again |= before.contains(&heading);
            above.push(heading);
        }
    }
    false
}

/// Whether questions follow: a heading or a sentence says so.
fn announces(block: &Block) -> bool {
    markers::is_question_heading(&block.text)
        || ends_with_colon(&block.text) && markers::mentions_questions(&block.text)
}

/// Whether a letter or a note begins here.
fn begins(block: &Block) -> bool {
    let heads = block.label.is_none() && markers::annex(&block.text).is_none() && !ends_sentence(&block.text);
    heads && (markers::letter_office(&block.text).is_some() || markers::begins_with_note_name(&block.text))
}

#[cfg(test)]
mod tests {
    use super::super::blocks::blocks;
    use super::super::lines::lines;
    use super::*;

    fn several(texts: &[&str]) -> bool {
        are_several(&blocks(&lines(&texts.join("\n\n"))))
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
        assert!(several(&[NOTE, NOTE].concat()));
        assert!(several(&[LETTER, NOTE, LETTER, NOTE].concat()));
    }

    #[test]
    fn headings_that_come_again_with_questions_begin_a_second() {
        let note = |title| [&[title], &NOTE[1..]].concat();
        assert!(several(&[note("Words that are kept"), note("Words that are lost")].concat()));
        let parted = ["Background", "1. Words are kept.", "Guiding questions", "(a) How?", "Themes", "(b) By whom?"];
        assert!(!several(&parted));
        let told = [note("Words that are kept"), vec!["Background", "Words were always kept."]].concat();
        assert!(!several(&told), "what follows the questions asks nothing");
    }

    #[test]
    fn a_note_with_its_letter_its_contents_and_an_annex_is_one() {
        assert!(!several(NOTE));
        assert!(!several(&[LETTER, NOTE].concat()));
        let contents = ["Concept note on words", "Contents", "Background 1", "Guiding questions 2"];
        assert!(!several(&[&contents, NOTE].concat()));
        let annex = ["Annex", "Questions for consideration", "(a) What was asked before?"];
        assert!(!several(&[NOTE, &annex].concat()));
        let cited = ["The concept note of 2020 asked much, and guiding questions were answered; was that enough?"];
        assert!(!several(&[NOTE, &cited, &cited].concat()));
    }
}
