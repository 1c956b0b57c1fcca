//! An answer under a note that was quoted: it is quoted less deep than all of the note, or not at all.

use std::ops::Range;

use super::super::blocks::Block;
use super::super::letter;
use super::super::outline::Outline;
use super::super::sections::{Draft, Part};

/// The blocks behind a quoted note that answer it; empty where none do. Lines less deep between those of the note are none.
pub(in super::super) fn answer(blocks: &[Block], outline: &Outline) -> Range<usize> {
    let Range { start, end } = outline.body.clone();
    let note = outline.titled.filter(|titled| *titled < start).unwrap_or(start);
    let depth = blocks.get(note).map_or(0, |block| block.quoted);
    let first = (note..end).find(|at| blocks[*at].quoted < depth).unwrap_or(end);
    let goes_on = first < start || blocks[first..end].iter().any(|block| block.quoted >= depth);
    // a quotation at the head of a note is no note
    if goes_on || outline.titled.is_none() && (first - note) * 2 <= end - note { end..end } else { first..end }
}

/// Keeps an answer as paragraphs behind the note, as written.
pub(in super::super) fn keep(parts: &mut Vec<Part>, blocks: &[Block], answer: Range<usize>, from: usize) {
    if parts.is_empty() {
        parts.push(Part::default());
    }
    let paragraph = |at: usize| Draft { text: letter::whole(&blocks[at]), blocks: vec![at - from], ..Draft::default() };
    if let Some(last) = parts.last_mut() {
        last.paragraphs.extend(answer.map(paragraph));
    }
}

#[cfg(test)]
mod tests {
    use crate::concept_note::read;
    use crate::domain::concept_note::{ConceptNote, Warning};

    fn note(text: &str) -> ConceptNote {
        read(text.as_bytes(), Some("note.txt"), &[]).unwrap().note
    }

    fn doubtful(note: &ConceptNote) -> bool {
        note.warnings.contains(&Warning::QuestionsDoubtful)
    }

    const NOTE: &str = "Concept note: debate on lamps\n\nBackground\n\nLamps fail at night, and nobody knows why.\n\n\
        Guiding questions\n\n1) Who sets the light?\n\n2) Who pays for oil?";
    const ANSWER: &str = "Looks good, but should we not ask about glass?\n\n3) Who cleans it?";

    fn quoted(text: &str, mark: &str) -> String {
        text.lines().flat_map(|line| [mark, line, "\n"]).collect()
    }

    #[test]
    fn an_answer_under_a_quoted_note_joins_no_question() {
        for (deep, less) in [(">> ", "> "), ("> > ", ">"), ("> ", "")] {
            for between in ["", deep] {
                let note = note(&format!("{}{}\n{}", quoted(NOTE, deep), between.trim_end(), quoted(ANSWER, less)));
                let asked: Vec<_> = note.questions.iter().map(|question| question.text.as_str()).collect();
                assert_eq!(asked, ["Who sets the light?", "Who pays for oil?"], "{deep}");
                let last: Vec<_> = note.sections[1].paragraphs.iter().skip(1).map(|p| p.text.as_str()).collect();
                assert_eq!(last, ["Looks good, but should we not ask about glass?", "3) Who cleans it?"]);
                assert!(doubtful(&note));
            }
        }
    }

    #[test]
    fn a_note_without_an_answer_is_read_as_any() {
        for text in [quoted(NOTE, ">> "), NOTE.replace("Lamps fail", "> Lamps fail"), NOTE.to_owned()] {
            let note = note(&text);
            assert_eq!((note.questions.len(), doubtful(&note)), (2, false), "{text}");
        }
    }
}
