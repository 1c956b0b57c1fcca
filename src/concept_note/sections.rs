//! Blocks to sections: headings, paragraphs, and lists with their sub-lists.

mod draft;

use std::collections::BTreeSet;

use super::blocks::{Block, ends_with_colon};
use super::headings;
use super::markers;
use super::numbering::{Kind, Label, Style};
use crate::domain::concept_note::Warning;
pub(super) use draft::{Draft, Entry, Part, add_line};

/// How far ahead the next label of a list is looked for, in blocks.
const AHEAD: usize = 6;

/// Deepest list that is followed; no note has more than three levels.
const DEEPEST: usize = 6;

/// Builds the sections of a note.
pub(super) fn sections(blocks: &[Block], warnings: &mut BTreeSet<Warning>) -> Vec<Part> {
    let mut builder = Builder {
        blocks,
        parts: vec![Part::default()],
        lists: Vec::new(),
        numbering: None,
        before: 0,
        headed: None,
        gap: false,
    };
    for at in 0..blocks.len() {
        builder.add(at);
    }
    if builder.gap {
        warnings.insert(Warning::NumberingGap);
    }
    builder.parts.retain(|part| part.heading.is_some() || !part.paragraphs.is_empty());
    builder.parts
}

/// A list that is open: the style of its labels, the last place, and how far in it stands.
#[derive(Clone, Copy)]
struct Open {
    style: Style,
    place: u32,
    indent: usize,
}

struct Builder<'a> {
    blocks: &'a [Block],
    /// Never empty.
    parts: Vec<Part>,
    /// Outermost first.
    lists: Vec<Open>,
    /// How the note's paragraphs are numbered.
    numbering: Option<Open>,
    /// The last number before one began anew, as questions do under a heading that is not known as theirs.
    before: u32,
    /// The label of the last heading that has one.
    headed: Option<Label>,
    gap: bool,
}

impl Builder<'_> {
    fn add(&mut self, at: usize) {
        let block = &self.blocks[at];
        if headings::is_heading(self.blocks, at) && !self.is_next_entry(block) {
            self.lists.clear();
            self.headed = block.label.clone().or_else(|| self.headed.take());
            let heading = Some(headings::title(&block.text));
            let (label, level) = (block.label.clone(), block.level);
            self.parts.push(Part { heading, block: Some(at), label, level, paragraphs: Vec::new() });
            return;
        }
        match &block.label {
            Some(label) => self.labelled(at, label),
            None if self.continues_entry(at) => self.extend_entry(&block.text),
            None if self.continues_question(block) => {
                if let Some(question) = self.paragraphs().last_mut() {
                    add_line(&mut question.text, &block.text);
                }
            }
            None => self.paragraph(at, None),
        }
    }

    /// Whether what looks like a numbered heading is the next entry of the list that is open, as behind a sub-list.
    ///
    /// What is set as a heading, or goes on with the headings' own numbers, is one.
    fn is_next_entry(&self, block: &Block) -> bool {
        let Some(label) = block.label.as_ref().filter(|_| block.level == 0 && !block.bold) else {
            return false;
        };
        let next = |list: &Open| list.place > 0 && label.place(list.style) == Some(list.place + 1);
        let heads_on = self.headed.as_ref().is_some_and(|last| headings::follows(last, label));
        self.lists.iter().any(next) && !heads_on && !markers::is_known_heading(&block.text)
    }

    fn paragraphs(&mut self) -> &mut Vec<Draft> {
        if self.parts.is_empty() {
            self.parts.push(Part::default());
        }
        let last = self.parts.len() - 1;
        &mut self.parts[last].paragraphs
    }

    fn paragraph(&mut self, at: usize, label: Option<Label>) {
        self.lists.clear();
        let text = self.blocks[at].text.clone();
        self.paragraphs().push(Draft { label, text, items: Vec::new(), block: Some(at) });
    }

    fn labelled(&mut self, at: usize, label: &Label) {
        let block = &self.blocks[at];
        if let Some((depth, place)) = self.continued(block, label) {
            self.lists.truncate(depth + 1);
            self.lists[depth].place = place;
            self.entry(depth, label, at);
        } else if let Some(numbering) = self.as_paragraph(block, label) {
            let last = self.numbering.map_or(0, |last| last.place);
            self.gap |= numbering.place != last + 1 && numbering.place != 1 && numbering.place != self.before + 1;
            self.before = if numbering.place == 1 { last } else { self.before };
            self.numbering = Some(numbering);
            self.paragraph(at, Some(label.clone()));
        } else {
            let (style, place) = label.first_reading();
            self.open(Open { style, place, indent: block.indent });
            self.entry(self.lists.len() - 1, label, at);
        }
    }

    /// Opens a list under the innermost; one of a style that is open begins that level anew.
    fn open(&mut self, list: Open) {
        let same = |open: &Open| {
            open.style == list.style && (list.style.kind != Kind::Bullet || list.indent <= open.indent + 1)
        };
        let level = self.lists.iter().position(same).unwrap_or(self.lists.len()).min(DEEPEST);
        self.lists.truncate(level);
        self.lists.push(list);
    }

    /// The open list that this label goes on with, the innermost first, and its place there.
    fn continued(&self, block: &Block, label: &Label) -> Option<(usize, u32)> {
        let (depth, place) = self.lists.iter().enumerate().rev().find_map(|(depth, list)| {
            let place = label.place(list.style)?;
            let goes_on = if list.style.kind == Kind::Bullet {
                block.indent <= list.indent + 1 && (depth == 0 || block.indent + 1 >= list.indent)
            } else {
                // one entry may be missing
                place == list.place + 1 || place == list.place + 2
            };
            goes_on.then_some((depth, place))
        })?;
        let distance = |indent: usize| indent.abs_diff(block.indent);
        // the paragraphs' numbers may fit as well, and better: then the margin decides
        let as_paragraph = self.numbering.filter(|last| label.place(last.style) == Some(last.place + 1));
        let leaves_out =
            |depth: usize| place != self.lists[depth].place + 1 && self.lists[depth].style.kind != Kind::Bullet;
        as_paragraph
            .is_none_or(|last| !leaves_out(depth) && distance(last.indent) >= distance(self.lists[depth].indent))
            .then_some((depth, place))
    }

    /// The numbering of the note's paragraphs, if this label belongs to it.
    fn as_paragraph(&self, block: &Block, label: &Label) -> Option<Open> {
        let here = self.parts.last().map(|part| part.paragraphs.as_slice()).unwrap_or_default();
        let Some(last) = self.numbering else {
            let introduced = here.last().is_some_and(|above| ends_with_colon(&above.text) || !above.items.is_empty());
            let (style, place) = label.readings.iter().copied().find(|(style, _)| style.kind == Kind::Number)?;
            return (!introduced).then_some(Open { style, place, indent: block.indent });
        };
        let place = label.place(last.style)?;
        // under their heading, questions have numbers of their own
        let asks = || self.is_of_questions();
        // `2.1` goes on with `1.3`
        let anew = place == 1 && (here.is_empty() && !asks() || last.style.mark.is_ascii_digit());
        let resumes = here.is_empty() && !asks() && place == self.before + 1;
        let goes_on = place > last.place || anew || resumes;
        goes_on.then_some(Open { style: last.style, place, indent: block.indent })
    }

    fn is_of_questions(&self) -> bool {
        self.parts.last().and_then(|part| part.heading.as_deref()).is_some_and(markers::is_question_heading)
    }

    /// Whether an unlabelled block stands in under a numbered question, as its second paragraph does.
    fn continues_question(&self, block: &Block) -> bool {
        let above = self.parts.last().and_then(|part| part.paragraphs.last());
        let numbered = above.is_some_and(|above| above.label.is_some() && above.items.is_empty());
        let stands_in = self.numbering.is_some_and(|last| block.indent >= last.indent + 2);
        self.is_of_questions() && numbered && stands_in
    }

    /// Adds an entry to the list at that depth; below the first it is part of the entry above it.
    fn entry(&mut self, depth: usize, label: &Label, at: usize) {
        let text = self.blocks[at].text.clone();
        let paragraphs = self.paragraphs();
        if paragraphs.is_empty() {
            paragraphs.push(Draft::default());
        }
        let Some(paragraph) = paragraphs.last_mut() else {
            return;
        };
        match paragraph.items.last_mut().filter(|_| depth > 0) {
            Some(entry) => add_line(&mut entry.text, &format!("{} {text}", label.raw)),
            None => paragraph.items.push(Entry { label: Some(label.clone()), text, block: Some(at) }),
        }
    }

    fn extend_entry(&mut self, text: &str) {
        if let Some(entry) = self.paragraphs().last_mut().and_then(|paragraph| paragraph.items.last_mut()) {
            add_line(&mut entry.text, text);
        }
    }

    /// Whether an unlabelled block is a second paragraph of the list entry above it.
    fn continues_entry(&self, at: usize) -> bool {
        let Some(list) = self.lists.last() else {
            return false;
        };
        let block = &self.blocks[at];
        let above = at.checked_sub(1).map(|above| &self.blocks[above]);
        if block.indent >= list.indent + 2
            && above.is_some_and(|above| above.label.is_none() || above.indent < block.indent)
        {
            return true;
        }
        let asks = |text: &str| text.contains(['?', '？', '؟']);
        let entry = self.parts.last().and_then(|part| part.paragraphs.last()).and_then(|p| p.items.last());
        if list.style.kind != Kind::Bullet && asks(&block.text) && entry.is_some_and(|entry| !asks(&entry.text)) {
            return true;
        }
        // "On finance:" introduces the entries that go on
        if ends_with_colon(&block.text) && self.blocks.get(at + 1).is_some_and(|next| self.goes_on(next)) {
            return false;
        }
        for next in at + 1..self.blocks.len().min(at + AHEAD) {
            if headings::is_heading(self.blocks, next) {
                return false;
            }
            if self.blocks[next].label.is_some() {
                return self.goes_on(&self.blocks[next]);
            }
        }
        false
    }

    /// Whether a block has the next label of an open list.
    fn goes_on(&self, block: &Block) -> bool {
        let next = |label: &Label| self.lists.iter().any(|list| label.place(list.style) == Some(list.place + 1));
        block.label.as_ref().is_some_and(|label| !label.is_bullet() && next(label))
    }
}

#[cfg(test)]
mod tests {
    use super::super::{blocks::blocks, lines::lines};
    use super::*;

    /// Each section with its heading and its entries.
    fn read(text: &str) -> Vec<(Option<String>, Vec<String>)> {
        let parts = sections(&blocks(&lines(text)), &mut BTreeSet::new());
        let entries = |part: &Part| part.paragraphs.iter().flat_map(|p| &p.items).map(|e| e.text.clone()).collect();
        parts.iter().map(|part| (part.heading.clone(), entries(part))).collect()
    }

    #[test]
    fn paragraphs_number_on_behind_a_section_with_numbers_of_its_own() {
        let text = "Background\n\n1. One is here.\n\n2. Two is here.\n\nWhat to ask\n\n1. Who is there?\n\n2. Who was there?\n\n\
            3. Those who will be.\n\nManner\n\n3. The third is here.\n\n4. And the fourth.";
        let parts = sections(&blocks(&lines(text)), &mut BTreeSet::new());
        let numbers =
            |part: &Part| part.paragraphs.iter().filter_map(|p| Some(p.label.as_ref()?.first_number())).collect();
        let numbers: Vec<Vec<u32>> = parts.iter().map(numbers).collect();
        assert_eq!(numbers, [vec![1, 2], vec![1, 2, 3], vec![3, 4]]);
    }

    #[test]
    fn the_entry_behind_a_sub_list_is_no_heading() {
        let text = "We ask for views on:\n\nI. Languages and those who count them\n\nII. Indicators, for example\n\n\
            a) households\n\nb) hours of broadcasting\n\nIII. Schools and courts\n\nThe summary will be issued in the \
            month that follows the meeting of the working group.";
        let entries = [
            "Languages and those who count them",
            "Indicators, for example\na) households\nb) hours of broadcasting",
            "Schools and courts",
        ];
        assert_eq!(read(text), [(None, entries.map(String::from).to_vec())]);
    }

    #[test]
    fn the_next_numbered_heading_is_one_though_a_list_is_open() {
        let body = "The text of this section is a sentence that is long enough for it, and it opens a list:\n\n\
            1. one thing;\n\n2. another one.\n\n";
        let text = format!(
            "1. Background\n\n{body}2. Purpose\n\n{body}3. Manner\n\n{}",
            body.replace("2. another one.\n\n", "")
        );
        let headings: Vec<_> = read(&text).into_iter().filter_map(|(heading, _)| heading).collect();
        assert_eq!(headings, ["Background", "Purpose", "Manner"]);
    }
}
