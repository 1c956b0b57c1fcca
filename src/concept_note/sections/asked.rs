//! The list that begins under the heading of the questions: how far it reaches.

use super::super::headings;
use super::super::markers;
use super::super::numbering::{Kind, Label};
use super::lists::Open;
use super::Part;

/// What stands under the heading of the questions, up to the next heading of its rank.
#[derive(Default)]
pub(super) struct Asked {
    /// The level of that heading, 0 where the file names none.
    level: u8,
    label: Option<Label>,
    /// A heading of lower rank stands between.
    themed: bool,
    /// The list of the questions, once it has begun.
    list: Option<Open>,
}

impl Asked {
    /// What is under a heading, where another stood above it.
    pub fn under(heading: &Part, above: Option<Asked>) -> Option<Asked> {
        if heading.heading.as_deref().is_some_and(markers::is_question_heading) {
            let go_on = above.and_then(|above| above.list);
            return Some(Asked { level: heading.level, label: heading.label.clone(), themed: false, list: go_on });
        }
        let above = above?;
        let ranked = above.level > 0 && heading.level > 0;
        let follows = above.label.as_ref().zip(heading.label.as_ref()).is_some_and(|(own, next)| headings::follows(own, next));
        let ends = if ranked { heading.level <= above.level } else { follows };
        let silent = above.list.is_none();
        (!ends && (ranked || silent || heading.label.is_none())).then_some(Asked { themed: ranked, ..above })
    }

    /// Whether a label begins the questions' list: the first of an order that counts, where none has begun.
    pub fn begins(&self, label: &Label) -> bool {
        self.list.is_none() && !label.is_bullet() && label.first_reading().1 == 1
    }

    /// The list that a label goes on with, wherever it stands under the heading; the next number of the note's paragraphs
    /// is none of its own but under a theme.
    pub fn resumed(&self, label: &Label, numbering: Option<Open>) -> Option<Open> {
        let list = self.list.filter(|list| list.is_next(label))?;
        let as_paragraph = numbering.is_some_and(|last| last.is_next(label));
        (self.themed || !as_paragraph).then_some(Open { place: list.place + 1, ..list })
    }

    /// Keeps where the list has come to.
    pub fn reach(&mut self, list: Open) {
        if list.style.kind != Kind::Bullet {
            self.list = Some(list);
        }
    }
}
