//! Where questions stand: under what announces them, or close to each other.

use super::super::blocks::Block;
use super::super::markers;
use super::super::numbering::Label;
use super::super::sentence::{ends_asking, ends_with_colon};

/// Blocks between two questions that stand together, and between what announces a list of them and the list.
const TOGETHER: usize = 2;

/// The questions of a file, as its blocks are passed.
#[derive(Default)]
pub(super) struct Asked {
    announced: bool,
    /// The block that announced them, where it is no entry of a list itself.
    by: Option<usize>,
    last: Option<usize>,
    /// Some were asked.
    pub any: bool,
}

impl Asked {
    /// Whether the next block is a question for sure. Tables of contents announce questions, but ask none.
    pub fn reach(&mut self, at: usize, block: &Block) -> bool {
        if announces(block) {
            self.announced = true;
            self.by = (!block.label.as_ref().is_some_and(Label::is_bullet)).then_some(at);
            return false;
        }
        let close = self.by.is_some_and(|by| at - by <= TOGETHER);
        let listed = close && self.announced && block.label.as_ref().is_some_and(begins_list);
        if !asks(block) && !listed {
            self.announced &= !markers::is_known_heading(&block.text);
            return false;
        }
        let sure = self.announced || self.last.is_some_and(|last| at - last <= TOGETHER);
        self.last = Some(at);
        self.announced = false;
        self.any |= sure;
        sure
    }
}

fn begins_list(label: &Label) -> bool {
    label.first_reading().1 <= 1
}

/// Whether a question mark ends a block.
pub(super) fn asks(block: &Block) -> bool {
    ends_asking(&block.text)
}

/// Whether questions follow: a heading or a sentence says so.
pub(super) fn announces(block: &Block) -> bool {
    let text = &block.text;
    let opens = || markers::mentions_questions(text) || markers::seeks_views(text);
    markers::is_question_heading(text) || ends_with_colon(text) && opens()
}
