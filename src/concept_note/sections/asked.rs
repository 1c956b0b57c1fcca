//! The list that begins under the heading of the questions: how far it reaches.

use super::super::headings;
use super::super::markers;
use super::super::numbering::{Kind, Label};
use super::Part;
use super::lists::Open;

/// What stands under the heading of the questions, up to the next heading of its rank.
#[derive(Default)]
pub(super) struct Asked {
    /// The level of that heading, 0 where the file names none.
    level: u8,
    label: Option<Label>,
    /// A heading of lower rank stands between.
    themed: bool,
    /// A heading of its rank has come.
    over: bool,
    /// The list of the questions, once it has begun.
    list: Option<Open>,
}

impl Asked {
    /// What is under a heading, where another stood above it.
    pub fn under(heading: &Part, above: Option<Asked>) -> Option<Asked> {
        if heading.heading.as_deref().is_some_and(markers::is_question_heading) {
            let go_on = above.and_then(|above| above.list);
            let (level, label) = (heading.level, heading.label.clone());
            return Some(Asked { level, label, list: go_on, ..Asked::default() });
        }
        let above = above?;
        let ranked = above.level > 0 && heading.level > 0;
        let follows =
            above.label.as_ref().zip(heading.label.as_ref()).is_some_and(|(own, next)| headings::follows(own, next));
        let ends = if ranked { heading.level <= above.level } else { follows };
        let over = above.over || ends || !ranked && above.list.is_some() && heading.label.is_some();
        Some(Asked { themed: ranked, over, ..above })
    }

    /// Whether a label begins the questions' list: the first of an order that counts, where none has begun.
    pub fn begins(&self, label: &Label) -> bool {
        !self.over && self.list.is_none() && !label.is_bullet() && label.first_reading().1 == 1
    }

    /// The list that a label goes on with, wherever it stands under the heading; the next number of the note's paragraphs
    /// is none of its own but under a theme.
    pub fn resumed(&self, label: &Label, numbering: Option<Open>) -> Option<Open> {
        let list = self.list.filter(|list| !self.over && list.is_next(label))?;
        let as_paragraph = numbering.is_some_and(|last| last.is_next(label));
        (self.themed || !as_paragraph).then_some(Open { place: list.place + 1, ..list })
    }

    /// Whether a label has the number after the last question's, on which the paragraphs behind may go on.
    pub fn precedes(&self, label: &Label) -> bool {
        self.list.is_some_and(|list| list.is_next(label))
    }

    /// Keeps where the list has come to.
    pub fn reach(&mut self, list: Open) {
        if !self.over && list.style.kind != Kind::Bullet {
            self.list = Some(list);
        }
    }
}
