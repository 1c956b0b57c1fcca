//! Which order a label goes on with: an open list, the list of the questions, or the numbers of the note's paragraphs.

use super::super::blocks::Block;
use super::super::headings;
use super::super::markers;
use super::super::numbering::{self, Kind, Label, Style};
use super::super::sentence::{asks, ends_asking, ends_sentence, ends_with_colon};
use super::lists::{self, Open};
use super::{AHEAD, Builder};

impl Builder<'_> {
    /// Whether what looks like a numbered heading is the next entry of the list that is open, as behind a sub-list.
    ///
    /// What is set as a heading, or goes on with the headings' own numbers, is one.
    pub(super) fn is_next_entry(&self, block: &Block) -> bool {
        let Some(label) = block.label.as_ref().filter(|_| block.level == 0 && !block.bold) else {
            return false;
        };
        let heads_on = self.headed.as_ref().is_some_and(|last| headings::follows(last, label));
        let next = self.lists.any_next(label) || self.resumed(label).is_some();
        // a short question under their heading heads no text
        let begins = || asks(&block.text) && self.asked.as_ref().is_some_and(|asked| asked.begins(label));
        (next || begins()) && !heads_on && !markers::is_known_heading(&block.text)
    }

    /// Whether a label that could go on begins a list under the entry above, which introduces it: "(i)" behind "(h) ...:"
    /// and over "(ii)".
    pub(super) fn begins_below(&self, at: usize, label: &Label) -> bool {
        let Some(next) = self.blocks.get(at + 1).and_then(|next| next.label.as_ref()) else { return false };
        let first = |(style, place): &(Style, u32)| *place == 1 && next.place(*style) == Some(2);
        let introduced = at > 0 && ends_with_colon(&self.blocks[at - 1].text);
        introduced && !label.is_bullet() && label.readings.len() > 1 && label.readings.iter().any(first)
    }

    /// Whether a label goes on with the questions that it stands behind and with the note's paragraphs as well, and its
    /// text tells where those questions ask: it may be either, so that the paragraphs' numbers are no worse a guess.
    pub(super) fn may_leave(&self, at: usize, label: &Label) -> bool {
        let text = &self.blocks[at].text;
        let above = at.checked_sub(1).map(|above| &self.blocks[above]);
        let asked = above.is_some_and(|above| above.label.is_some() && ends_asking(&above.text));
        let numbered = self.numbering.is_some_and(|last| last.is_next(label));
        let listed = self.lists.innermost().is_some_and(|list| list.is_next(label));
        numbered && listed && asked && !asks(text) && ends_sentence(text)
    }

    /// The first label of a list that begins in the line of its paragraph's number: "3. (a) Who?" over "(b) Why?".
    pub(super) fn second_label(&self, at: usize) -> Option<(Label, String)> {
        let (label, text) = numbering::parse(&self.blocks[at].text)?;
        let next = self.blocks.get(at + 1)?.label.as_ref()?;
        let begins = !label.is_bullet() && label.first_reading().1 == 1 && headings::follows(&label, next);
        begins.then(|| (label.clone(), text.to_owned()))
    }

    /// The questions' list, where a label goes on with it though it is not open.
    pub(super) fn resumed(&self, label: &Label) -> Option<Open> {
        self.asked.as_ref()?.resumed(label, self.numbering)
    }

    /// The numbering of the note's paragraphs, if this label belongs to it.
    pub(super) fn as_paragraph(&self, at: usize, label: &Label) -> Option<Open> {
        let block = &self.blocks[at];
        let here = self.parts.last().map(|part| part.paragraphs.as_slice()).unwrap_or_default();
        // "1. Delegations may consider:" introduces questions, and is one where it asks itself or the next number does
        let introduces = ends_with_colon(&block.text) && !asks(&block.text) && !self.next_asks(at);
        let begins = || self.asked.as_ref().is_some_and(|asked| asked.begins(label)) && !introduces;
        let Some(last) = self.numbering else {
            let introduced = here.last().is_some_and(|above| ends_with_colon(&above.text) || !above.items.is_empty());
            let (style, place) = label.readings.iter().copied().find(|(style, _)| style.kind == Kind::Number)?;
            return (!introduced && !begins()).then_some(Open { style, place, indent: block.indent });
        };
        let place = label.place(last.style)?;
        // under their heading, questions have numbers of their own
        let asks = || self.is_of_questions() && !introduces || begins();
        // `2.1` goes on with `1.3`
        let anew = place == 1 && (here.is_empty() && !asks() || last.style.mark.is_ascii_digit());
        let resumes = here.is_empty() && !asks() && place == self.before + 1;
        let goes_on = place > last.place || anew || resumes;
        goes_on.then_some(Open { style: last.style, place, indent: block.indent })
    }

    /// Whether the block with the next number, behind a sub-list, asks.
    fn next_asks(&self, at: usize) -> bool {
        let label = self.blocks[at].label.as_ref();
        let next = |block: &&Block| {
            label.zip(block.label.as_ref()).is_some_and(|(label, next)| headings::follows(label, next))
        };
        let reach = &self.blocks[at + 1..self.blocks.len().min(at + 1 + 2 * AHEAD)];
        reach.iter().find(next).is_some_and(|next| asks(&next.text) && !ends_with_colon(&next.text))
    }

    /// Whether a block begins a list of phrases with numbers of their own, after paragraphs that have none or others.
    pub(super) fn begins_list(&self, at: usize) -> bool {
        let any = || self.parts.iter().any(|part| !part.paragraphs.is_empty());
        lists::begins_with_phrases(self.blocks, at) && any()
    }

    pub(super) fn is_of_questions(&self) -> bool {
        self.parts.last().and_then(|part| part.heading.as_deref()).is_some_and(markers::is_question_heading)
    }
}
