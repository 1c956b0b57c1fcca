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
    /// The label of the last heading of lower rank, where such headings count from one: "A. Laws", "B. Practice".
    theme: Option<Label>,
    /// A heading of lower rank stands between.
    themed: bool,
    /// No label has come under it.
    fresh: bool,
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
        let follows = |own: &Option<Label>| {
            own.as_ref().zip(heading.label.as_ref()).is_some_and(|(own, next)| headings::follows(own, next))
        };
        let ends = if ranked { heading.level <= above.level } else { follows(&above.label) };
        let first = || heading.label.as_ref().is_some_and(|label| label.first_reading().1 == 1);
        let counted = !ranked && !ends && (follows(&above.theme) || above.list.is_none() && first());
        let over = above.over || ends || !ranked && !counted && above.list.is_some() && heading.label.is_some();
        let theme = if counted { heading.label.clone() } else { above.theme };
        let themed = ranked || counted;
        Some(Asked { theme, themed, fresh: themed, over, ..above })
    }

    /// Whether a label begins the questions' list: the first of an order that counts, where none has begun or the first
    /// under a theme begins the list anew.
    pub fn begins(&self, label: &Label) -> bool {
        let anew = |list: Open| self.fresh && label.place(list.style) == Some(1);
        !self.over && self.list.is_none_or(anew) && !label.is_bullet() && label.first_reading().1 == 1
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
        self.fresh = false;
        if !self.over && list.style.kind != Kind::Bullet {
            self.list = Some(list);
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::super::super::{blocks::blocks, lines::lines};
    use super::super::sections;

    /// Each heading with its entries, each with its label.
    fn read(text: &str) -> Vec<(String, Vec<String>)> {
        let parts = sections(&blocks(&lines(text)), &mut BTreeSet::new());
        let entry = |entry: &super::super::Entry| format!("{} {}", entry.written_label().unwrap_or("-"), entry.text);
        let entries = |part: &super::Part| part.paragraphs.iter().flat_map(|p| &p.items).map(entry).collect();
        parts.iter().map(|part| (part.heading.clone().unwrap_or_default(), entries(part))).collect()
    }

    fn expected(parts: &[(&str, &[&str])]) -> Vec<(String, Vec<String>)> {
        let owned = |texts: &[&str]| texts.iter().map(|text| (*text).to_owned()).collect();
        parts.iter().map(|(heading, entries)| ((*heading).to_owned(), owned(entries))).collect()
    }

    #[test]
    fn numbers_go_on_under_themes_that_are_counted() {
        let text = "**Guiding questions**\n\n**A. Laws**\n\n1. Who makes them?\n\n2. Who reads them?\n\n\
            **B. Practice**\n\n3. Describe what is done on the quays.\n\n4. Ropes and those who splice them.\n\n\
            **C. Costs**\n\n5. Who pays?\n\n**How to answer**\n\nAnswers are short.\n";
        assert_eq!(
            read(text),
            expected(&[
                ("Guiding questions", &[]),
                ("Laws", &["1. Who makes them?", "2. Who reads them?"]),
                ("Practice", &["3. Describe what is done on the quays.", "4. Ropes and those who splice them."]),
                ("Costs", &["5. Who pays?"]),
                ("How to answer", &[]),
            ])
        );
    }

    #[test]
    fn headings_that_go_on_with_the_questions_own_number_end_them() {
        let text = "**I. Guiding questions**\n\n**A. Laws**\n\n1. Who makes them?\n\n**B. Practice**\n\n2. Who asks?\n\n\
            **II. Manner**\n\n3. The meeting is open to all.\n";
        let entries: Vec<usize> = read(text).iter().map(|(_, entries)| entries.len()).collect();
        assert_eq!(entries, [0, 1, 1, 0]);
    }

    #[test]
    fn questions_begin_anew_in_a_note_whose_paragraphs_are_numbered() {
        let text = "## Background\n\n1. Quays are old.\n\n2. Ropes are older.\n\n## Guiding questions\n\n### Laws\n\n\
            1. Laws on quays.\n\n2. Who reads them?\n\n### Practice\n\n1. Number of quays.\n\n2. Who pays?\n\n\
            ## Manner\n\n3. The meeting is open to all.\n";
        assert_eq!(
            read(text),
            expected(&[
                ("Background", &[]),
                ("Guiding questions", &[]),
                ("Laws", &["1. Laws on quays.", "2. Who reads them?"]),
                ("Practice", &["1. Number of quays.", "2. Who pays?"]),
                ("Manner", &[]),
            ])
        );
    }

    #[test]
    fn numbers_begin_anew_under_each_theme() {
        let text = "# Note\n\n## Guiding questions\n\n### Laws\n\n1) Who makes them?\n\n2) Who reads them?\n\n\
            ### Practice\n\n1) Number of quays, and their length in metres.\n\n2) Who splices the ropes?\n\n\
            \u{20}   Say how they learned it.\n\n3) Who pays?\n\n## Manner\n\n1) The meeting is open to all.\n";
        assert_eq!(
            read(text)[1..],
            expected(&[
                ("Guiding questions", &[]),
                ("Laws", &["1) Who makes them?", "2) Who reads them?"]),
                (
                    "Practice",
                    &[
                        "1) Number of quays, and their length in metres.",
                        "2) Who splices the ropes?\nSay how they learned it.",
                        "3) Who pays?"
                    ]
                ),
                ("Manner", &[]),
            ])
        );
    }
}
