//! What is said where the parts of a document were guessed.

use std::collections::BTreeSet;
use std::ops::Range;

use super::super::blocks::Block;
use super::super::markers;
use super::{Outline, ends_as_text};
use crate::domain::concept_note::Warning;

/// Says where the parts were guessed: a first line taken for the note's heading, a letter taken for the note itself.
pub(in super::super) fn doubts(blocks: &[Block], outline: &Outline, warnings: &mut BTreeSet<Warning>) {
    match (&outline.title, outline.titled.map(|at| &blocks[at])) {
        (Some(title), Some(block)) if markers::note_name(title).is_none() && block.level == 0 && !block.bold => {
            warnings.insert(Warning::TitleAssumed);
        }
        (Some(_), _) => {}
        (None, _) => {
            warnings.insert(Warning::NoTitle);
        }
    }
    if outline.titled.is_some_and(|at| may_hold_a_heading(blocks, at..outline.body.start)) {
        warnings.insert(Warning::TitleJoined);
    }
    if outline.letter.is_some() && outline.body.start < outline.front.end {
        warnings.insert(Warning::LetterAsNote);
    }
}

/// Whether the second line of a title may be the heading of the first section: it stands below the bare name of a note,
/// is set as that is, and text follows it at once.
fn may_hold_a_heading(blocks: &[Block], title: Range<usize>) -> bool {
    let [name, line] = &blocks[title.clone()] else { return false };
    let text = |block: &Block| block.label.is_none() && ends_as_text(&block.text);
    markers::note_name(&name.text) == Some(true) && name.level == line.level && blocks.get(title.end).is_some_and(text)
}

#[cfg(test)]
mod tests {
    use super::super::super::blocks::blocks;
    use super::super::super::lines::lines;
    use super::super::super::outline;
    use super::*;

    #[test]
    fn a_heading_that_may_be_the_titles_second_line_is_doubted() {
        let doubt = |below: &str| {
            let blocks = blocks(&lines(&format!("Concept note\n\n{below}")));
            let mut warnings = BTreeSet::new();
            doubts(&blocks, &outline::outline(&blocks), &mut warnings);
            warnings.contains(&Warning::TitleJoined)
        };
        let text = "The session takes stock of quays, and of ropes.";
        assert!(doubt(&format!("What the session is for\n\n{text}\n")));
        assert!(!doubt(&format!("Ropes and quays\n\nBackground\n\n{text}\n")), "a heading follows");
        assert!(!doubt(&format!("Ropes and quays\n\n1. {text}\n")), "a numbered paragraph follows");
        assert!(!doubt(&format!("Background\n\n{text}\n")), "no part of the title");
    }
}
