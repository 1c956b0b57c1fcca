//! What follows up the question right above it, and belongs to it.

use super::super::markers;
use super::super::numbering::labelled;
use super::super::sentence::asks;
use super::{Builder, add_line};

impl Builder<'_> {
    /// Adds a block to the question right above it, where it hangs on its answer or asks to say more; says whether it does.
    pub(super) fn follow_up(&mut self, at: usize) -> bool {
        let block = &self.blocks[at];
        let bare = block.level == 0 && !block.bold && !block.fact;
        // with a mark of its own, what asks is a question
        let condition = markers::is_condition(&block.text)
            && block.label.as_ref().is_none_or(|label| label.is_bullet() && !asks(&block.text));
        let elaboration = block.label.is_none() && markers::is_elaboration(&block.text);
        if !bare || !(condition || elaboration) {
            return false;
        }
        let of_questions = self.is_of_questions();
        let line = labelled(block.label.as_ref(), &block.text);
        let Some(above) = self.parts.last_mut().and_then(|part| part.paragraphs.last_mut()) else {
            return false;
        };
        let right_above = |blocks: &[usize]| at > 0 && blocks.last() == Some(&(at - 1));
        if let Some(entry) = above.items.last_mut() {
            let takes = right_above(&entry.blocks) && asks(&entry.text) && (condition || entry.label.is_some());
            if takes {
                entry.add(&line, &[at]);
            }
            return takes;
        }
        let takes =
            right_above(&above.blocks) && asks(&above.text) && (above.label.is_some() || of_questions && condition);
        if takes {
            add_line(&mut above.text, &line);
            above.blocks.push(at);
        }
        takes
    }
}

#[cfg(test)]
mod tests {
    use crate::concept_note::read;

    #[test]
    fn what_hangs_on_an_answer_belongs_to_its_question() {
        let questions = |text: &str| {
            let note = format!("Open debate\n\nGuiding questions\n\n{text}\nFormat\n\nThe debate will be open.\n");
            let asked = read(note.as_bytes(), None, &[]).unwrap().note.questions;
            asked.into_iter().map(|question| question.text).collect::<Vec<_>>()
        };
        let [plan, pays] = ["Is there a plan?\nIf yes, please specify.", "Who pays?"];
        for text in [
            "1. Who pays?\n2. Is there a plan?\nIf yes, please specify.\n",
            "1. Who pays?\n\n2. Is there a plan?\n\nIf yes, please specify.\n",
            "- Who pays?\n- Is there a plan?\nIf yes, please specify.\n",
        ] {
            assert_eq!(questions(text), [pays, plan], "{text}");
        }
        for text in [
            "- Is there a plan?\nIf yes, please specify.\n- Who pays?\n",
            "Is there a plan?\nIf yes, please specify.\nWho pays?\n",
            "Is there a plan?\n\nIf yes, please specify.\n\nWho pays?\n",
        ] {
            assert_eq!(questions(text), [plan, pays], "{text}");
        }
        let bullets = "- Is there a plan? Which?\n- If yes, please specify.\n- Who pays?\n";
        assert_eq!(questions(bullets), ["Is there a plan? Which?\n- If yes, please specify.", pays]);
        let room = "1. Is there a plan?\n\nReply: ________\n\n2. Who pays?\n\nReply:\n\n";
        assert_eq!(questions(room), ["Is there a plan?", pays], "room for an answer is none of the question");
        let own = "1. Is there a plan?\n2. If so, who pays?\n";
        assert_eq!(questions(own), ["Is there a plan?", "If so, who pays?"]);
    }
}
