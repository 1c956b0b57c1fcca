//! The lists that are open while a note is read: which of them a label goes on with.

use super::super::blocks::Block;
use super::super::headings;
use super::super::numbering::{Kind, Label, Style};
use super::super::sentence::{ends_sentence, ends_with_colon};

/// Deepest list that is followed; no note has more than three levels.
const DEEPEST: usize = 6;

/// A list that is open: the style of its labels, the last place, and how far in it stands.
#[derive(Clone, Copy)]
pub(super) struct Open {
    pub style: Style,
    pub place: u32,
    pub indent: usize,
}

impl Open {
    /// Whether a label has the next place of the list, in its form.
    pub fn is_next(&self, label: &Label) -> bool {
        self.place > 0 && label.place(self.style) == Some(self.place + 1)
    }

    fn is_bullets(&self) -> bool {
        self.style.kind == Kind::Bullet
    }
}

/// The open lists, outermost first.
#[derive(Default)]
pub(super) struct Lists(Vec<Open>);

impl Lists {
    pub fn clear(&mut self) {
        self.0.clear();
    }

    pub fn innermost(&self) -> Option<&Open> {
        self.0.last()
    }

    pub fn outermost(&self) -> Option<Open> {
        self.0.first().copied()
    }

    pub fn any_next(&self, label: &Label) -> bool {
        self.0.iter().any(|list| list.is_next(label))
    }

    /// Opens a list under the innermost, and tells how deep it stands; one of a style that is open begins that level anew,
    /// unless it stands further in.
    pub fn open(&mut self, list: Open) -> usize {
        let same = |open: &Open| open.style == list.style && list.indent <= open.indent + 1;
        let again = |open: &Open| open.style == list.style && !open.is_bullets() && list.place != 1;
        let level = self.0.iter().position(|open| same(open) || again(open));
        let level = level.unwrap_or(self.0.len()).min(DEEPEST);
        self.0.truncate(level);
        self.0.push(list);
        level
    }

    /// Goes on with the list at that depth.
    pub fn go_on(&mut self, depth: usize, place: u32) {
        self.0.truncate(depth + 1);
        self.0[depth].place = place;
    }

    /// The open list that this label goes on with and its place there: the next place before one that leaves an entry
    /// out, then the nearest margin, then the innermost. `numbering` are the note's numbered paragraphs.
    pub fn continued(&self, indent: usize, label: &Label, numbering: Option<Open>) -> Option<(usize, u32)> {
        let distance = |list: &Open| list.indent.abs_diff(indent);
        let fits = |(depth, list): (usize, &Open)| {
            let place = label.place(list.style)?;
            let goes_on = if list.is_bullets() {
                indent <= list.indent + 1 && (depth == 0 || indent + 1 >= list.indent)
            } else {
                // one entry may be missing
                place == list.place + 1 || place == list.place + 2
            };
            let leaves_out = !list.is_bullets() && place != list.place + 1;
            goes_on.then_some((depth, place, leaves_out))
        };
        let nearest = |(depth, _, leaves_out): &(usize, u32, bool)| (*leaves_out, distance(&self.0[*depth]));
        let (depth, place, leaves_out) = self.0.iter().enumerate().rev().filter_map(fits).min_by_key(nearest)?;
        // the paragraphs' numbers may fit as well, and better: then the margin decides
        let as_paragraph = numbering.filter(|last| label.place(last.style) == Some(last.place + 1));
        as_paragraph
            .is_none_or(|last| !leaves_out && distance(&last) >= distance(&self.0[depth]))
            .then_some((depth, place))
    }
}

/// Whether a block begins a numbered list of phrases, as of documents: the first number and those right behind it, of
/// which none ends as a sentence; numbered paragraphs do.
pub(super) fn begins_with_phrases(blocks: &[Block], at: usize) -> bool {
    let next = |pair: &[Block]| {
        let labels = pair[0].label.as_ref().zip(pair[1].label.as_ref());
        labels.is_some_and(|(label, next)| headings::follows(label, next))
    };
    let first = blocks[at].label.as_ref().is_some_and(|label| label.first_reading().1 == 1);
    let on = if first { blocks[at..].windows(2).take_while(|pair| next(pair)).count() } else { 0 };
    let is_phrase = |block: &Block| !ends_sentence(&block.text) && !ends_with_colon(&block.text);
    on > 0 && blocks[at..=at + on].iter().all(is_phrase)
}

#[cfg(test)]
mod tests {
    use super::super::super::numbering;
    use super::*;

    fn label(text: &str) -> Label {
        numbering::parse(text).unwrap().0
    }

    fn open(lists: &mut Lists, text: &str, indent: usize) -> usize {
        let (style, place) = label(text).first_reading();
        lists.open(Open { style, place, indent })
    }

    fn continued(lists: &Lists, text: &str, indent: usize) -> Option<(usize, u32)> {
        lists.continued(indent, &label(text), None)
    }

    #[test]
    fn a_list_of_the_same_form_that_stands_further_in_is_under_the_other() {
        let mut lists = Lists::default();
        assert_eq!((open(&mut lists, "1. a", 0), open(&mut lists, "1. b", 4)), (0, 1));
        assert_eq!((continued(&lists, "2. c", 0), continued(&lists, "2. c", 4)), (Some((0, 2)), Some((1, 2))));
        assert_eq!(open(&mut lists, "1. d", 0), 0);
    }

    #[test]
    fn the_next_place_goes_before_one_left_out() {
        let mut lists = Lists::default();
        open(&mut lists, "1) a", 0);
        open(&mut lists, "a) b", 2);
        lists.go_on(0, 2);
        open(&mut lists, "a) b", 0);
        assert_eq!(continued(&lists, "3) c", 2), Some((0, 3)));
        assert_eq!(continued(&lists, "4) c", 2), Some((0, 4)));
        assert_eq!(continued(&lists, "5) c", 2), None);
    }
}
