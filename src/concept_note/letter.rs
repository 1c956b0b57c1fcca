//! The letter's own text: what stands between its heading and the annex, as written.

use std::ops::Range;

use super::blocks::Block;
use super::markers;
use super::outline::Outline;

/// The blocks of the letter's text; empty where there is no letter, or where the letter itself is the note.
pub(super) fn blocks(blocks: &[Block], outline: &Outline) -> Range<usize> {
    let front = outline.front.clone();
    let masthead = |from: usize| blocks[from..].iter().take_while(|block| markers::is_masthead(&block.text)).count();
    let from = match outline.letter {
        Some(heading) => heading + 1 + masthead(heading + 1),
        // a letter without a heading is told by its signature
        None if signature(blocks, front.clone()).is_some() => masthead(0),
        None => return 0..0,
    };
    if from >= front.end || outline.body.start < front.end { 0..0 } else { from..front.end }
}

/// The block that is signed.
fn signature(blocks: &[Block], range: Range<usize>) -> Option<usize> {
    range.into_iter().find(|at| markers::signed(&blocks[*at].text).is_some())
}

/// The letter's paragraphs; lines under one another in the salutation and the signature are lines of one paragraph.
pub(super) fn paragraphs(blocks: &[Block], range: Range<usize>) -> Vec<String> {
    let signed = signature(blocks, range.clone()).unwrap_or(range.end);
    let mut paragraphs: Vec<String> = Vec::new();
    for at in range {
        let block = &blocks[at];
        let label = block.label.as_ref().map(|label| format!("{} ", label.raw)).unwrap_or_default();
        let text = format!("{label}{}", block.text);
        match paragraphs.last_mut().filter(|_| at > signed && !block.apart) {
            Some(signature) => {
                signature.push('\n');
                signature.push_str(&text);
            }
            None => paragraphs.push(text),
        }
    }
    paragraphs
}

#[cfg(test)]
mod tests {
    use super::super::{blocks::blocks as divide, lines::lines, outline::outline};
    use super::*;

    fn letter(text: &str) -> Vec<String> {
        let divided = divide(&lines(text));
        let outline = outline(&divided);
        paragraphs(&divided, blocks(&divided, &outline))
    }

    #[test]
    fn the_text_between_heading_and_annex_is_the_letters() {
        let text = "S/2022/1\n\nLetter dated 2 May 2022 from the Permanent Representative of Kenya to the United \
            Nations addressed to the Secretary-General\n\n[Original: English]\n\nExcellency,\n\nI have the honour to \
            inform you of a debate, and of:\n\n(a) A note;\n(b) A list.\n\nPlease accept, Excellency, my \
            regards.\n\n(Signed) A. Name\nAmbassador\nPermanent Representative\n\nAnnex\n\nConcept note on \
            words\n\nBackground\n\nThe note has its own text and it is not the letter's.\n";
        assert_eq!(
            letter(text),
            [
                "Excellency,",
                "I have the honour to inform you of a debate, and of:",
                "(a) A note;",
                "(b) A list.",
                "Please accept, Excellency, my regards.",
                "(Signed) A. Name\nAmbassador\nPermanent Representative",
            ]
        );
    }

    #[test]
    fn a_signed_text_before_the_annex_is_a_letter_without_heading() {
        let text = "Excellency,\n\nI write to you about a debate that we will hold.\n\n(Signed) A. Name\n\nAnnex\n\n\
            Concept note on words\n\nThe note has its own text and it is not the letter's.\n";
        assert_eq!(
            letter(text),
            ["Excellency,", "I write to you about a debate that we will hold.", "(Signed) A. Name"]
        );
    }

    #[test]
    fn a_note_alone_has_no_letter() {
        let note = "Concept note on words\n\nBackground\n\nThe note has its own text and no letter.\n";
        let unsigned = format!("Open debate on words\n\n{note}");
        let only_letter = "Letter dated 2 May 2022 from the Permanent Representative of Kenya to the United Nations \
            addressed to the Secretary-General\n\nI have the honour to invite you to a debate.\n\n(Signed) A. Name\n";
        for text in [note, &unsigned, only_letter] {
            assert!(letter(text).is_empty(), "{text}");
        }
    }
}
