//! Whether a block without a label goes on with the entry or the question above it.

use super::super::blocks::Block;
use super::super::headings;
use super::super::markers;
use super::super::numbering::Kind;
use super::super::sentence::{asks, ends_asking, ends_sentence, ends_with_colon};
use super::super::themes::Role;
use super::{AHEAD, Builder};

/// Longest theme before its text, in words and in Chinese characters.
const LONGEST_THEME: (usize, usize) = (4, 8);

impl Builder<'_> {
    /// Whether an unlabelled block stands in under a numbered question, as its second paragraph does.
    pub(super) fn continues_question(&self, block: &Block) -> bool {
        let above = self.parts.last().and_then(|part| part.paragraphs.last());
        let numbered = above.is_some_and(|above| above.label.is_some() && above.items.is_empty());
        let stands_in = self.numbering.is_some_and(|last| block.indent >= last.indent + 2);
        // under a theme of its own, too, what asks is a question
        let is_question = self.is_of_questions() || above.is_some_and(|above| asks(&above.text));
        is_question && numbered && stands_in
    }

    /// Whether an unlabelled block is a second paragraph of the list entry above it.
    pub(super) fn continues_entry(&self, at: usize) -> bool {
        let Some(list) = self.lists.innermost() else {
            return false;
        };
        let block = &self.blocks[at];
        if block.role == Role::Leads {
            return false;
        }
        let above = at.checked_sub(1).map(|above| &self.blocks[above]);
        if block.indent >= list.indent + 2
            && above.is_some_and(|above| above.label.is_none() || above.indent < block.indent)
        {
            return true;
        }
        let entry = self.parts.last().and_then(|part| part.paragraphs.last()).and_then(|p| p.items.last());
        if asks(&block.text) && entry.is_some_and(|entry| !asks(&entry.text)) {
            let bullets = list.style.kind == Kind::Bullet;
            let next = self.blocks.get(at + 1).and_then(|next| next.label.as_ref());
            // behind the last bullet a question may be of all of them
            return !bullets || self.is_of_questions() && next.is_some_and(|next| next.place(list.style).is_some());
        }
        // "Protection: ..." introduces the next entries where "Prevention: ..." did the first
        let introduced = self.parts.last().and_then(|part| part.paragraphs.last());
        if names_theme(&block.text) && introduced.is_some_and(|above| names_theme(&above.text)) {
            return false;
        }
        // "On finance:" introduces the entries that go on
        if ends_with_colon(&block.text) && self.blocks.get(at + 1).is_some_and(|next| self.goes_on(next)) {
            return false;
        }
        for next in at + 1..self.blocks.len().min(at + AHEAD) {
            if headings::is_heading(self.blocks, next) && !self.is_next_entry(&self.blocks[next]) {
                return false;
            }
            if self.blocks[next].label.is_some() {
                return self.goes_on(&self.blocks[next]);
            }
        }
        false
    }

    /// Whether a text between two questions may as well lead to the second, as one before the first seems to do: it tells
    /// something, and announces nothing.
    pub(super) fn may_lead(&self, at: usize) -> bool {
        let (block, next) = (&self.blocks[at], self.blocks.get(at + 1));
        let Some(draft) = self.parts.last().and_then(|part| part.paragraphs.last()) else {
            return false;
        };
        let tells = |text: &str| ends_sentence(text) && !asks(text) && !markers::mentions_questions(text);
        let between = draft.items.last().is_some_and(|entry| ends_asking(&entry.text))
            && next.is_some_and(|next| next.apart && next.label.is_some() && asks(&next.text));
        between && block.apart && tells(&block.text) && tells(&draft.text) && self.is_of_questions()
    }

    /// Whether a block has the next label of an open list.
    fn goes_on(&self, block: &Block) -> bool {
        block.label.as_ref().is_some_and(|label| !label.is_bullet() && self.lists.any_next(label))
    }
}

/// Whether a text begins with a theme, set off by a colon or a full stop.
fn names_theme(text: &str) -> bool {
    let theme = text.find([':', '：', '.', '。']).map(|end| &text[..end]);
    theme.is_some_and(|theme| headings::is_within(theme, LONGEST_THEME))
}
