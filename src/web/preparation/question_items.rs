//! Questions in a form: as many as there are, added, removed and moved by buttons that show the form again.

mod acts;
mod choices;
mod form;
mod said;

use crate::{
    concept_note::{Part, Reading, SourceBlock, runs},
    domain::{concept_note, consultation::Question, question, series::Series},
    locales::Locale,
    web::form::{FormErrors, Written},
};

pub(super) use acts::{Act, Undivided};
pub(super) use choices::{Choices, choices, plural};

/// Letters by which a block's beginning or end is known again.
const CLUE: usize = 30;

/// The field of a question's text, for showing it again.
pub(super) const QUESTION_TEXT: Written = ("question-*-text", "preparation-question-text", Some("question-*-label"));

/// One question as typed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Item {
    /// Which question it is; empty: a new one.
    pub id: String,
    /// Its label.
    pub label: String,
    /// Its text.
    pub text: String,
    /// The codes of those it is addressed to; an empty one is a list without a choice.
    pub to: Vec<String>,
    /// The blocks of the note it was found in, from 0.
    pub from: Vec<usize>,
}

impl Item {
    /// Its label in sentences that say "question".
    pub(super) fn short(&self) -> &str {
        question::short(&self.label)
    }

    /// Its blocks as runs that follow each other.
    pub(super) fn places(&self) -> Vec<(usize, usize)> {
        runs(&self.from)
    }

    /// Its blocks as a field of the form carries them.
    pub(super) fn origin(&self) -> String {
        self.from.iter().map(ToString::to_string).collect::<Vec<_>>().join(" ")
    }
}

impl Removed {
    /// Its label, or the number of its place, in sentences that say "question".
    pub(super) fn short(&self) -> String {
        if self.item.label.trim().is_empty() { (self.place + 1).to_string() } else { self.item.short().to_owned() }
    }
}

/// The questions of a form.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Items {
    list: Vec<Item>,
    /// Those removed, the last one last, each with its place among the others.
    removed: Vec<Removed>,
    /// The consultation has been opened: their words stay as they are.
    fixed: bool,
}

/// A question that was removed and can be put back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Removed {
    /// What it was.
    pub item: Item,
    /// Where it stood, from 0.
    pub place: usize,
}

impl Items {
    /// Those understood of a note.
    pub(super) fn understood(reading: &Reading) -> Self {
        let item = |(at, question): (usize, &concept_note::Question)| Item {
            label: question.label.clone(),
            text: question.text.clone(),
            from: reading.places(Part::Question(at)).to_vec(),
            ..Item::default()
        };
        Self::of(reading.note.questions.iter().enumerate().map(item).collect())
    }

    /// These, of which none was removed.
    pub(super) fn of(list: Vec<Item>) -> Self {
        Self { list, ..Self::default() }
    }

    /// Those stored.
    pub(super) fn stored(questions: &[Question]) -> Self {
        let item = |question: &Question| Item {
            id: question.id.to_string(),
            label: question.label.clone(),
            text: question.text.clone(),
            to: question.addressees.iter().map(ToString::to_string).collect(),
            from: Vec::new(),
        };
        Self::of(questions.iter().map(item).collect())
    }

    /// Leaves to each question the blocks of the note whose words it holds: the parts of a split question were found in
    /// fewer places than the whole. One that was reworded keeps what it came from.
    pub(super) fn settle(&mut self, source: &[SourceBlock]) {
        for item in self.list.iter_mut().chain(self.removed.iter_mut().map(|removed| &mut removed.item)) {
            item.from.retain(|block| *block < source.len());
            let words: String = item.text.split_whitespace().collect();
            let holds = |block: &&usize| {
                let text = source[**block].text.chars().filter(|c| !c.is_whitespace());
                let (first, last) = (text.clone().take(CLUE).collect::<String>(), text.rev().take(CLUE));
                words.contains(&first)
                    || words.contains(&last.collect::<Vec<_>>().into_iter().rev().collect::<String>())
            };
            let held: Vec<usize> = item.from.iter().filter(holds).copied().collect();
            if item.from.len() > 1 && !held.is_empty() {
                item.from = held;
            }
        }
    }

    /// Puts the stored words in place of what came with the form, where words are fixed.
    pub(super) fn with_words_of(mut self, questions: &[Question]) -> Self {
        for item in &mut self.list {
            if let Some(question) = questions.iter().find(|question| question.id.to_string() == item.id) {
                item.label.clone_from(&question.label);
                item.text.clone_from(&question.text);
            }
        }
        self.fixed = true;
        self
    }

    /// The questions as they are.
    pub(super) fn all(&self) -> &[Item] {
        &self.list
    }

    /// Those removed, the last one last.
    pub(super) fn removed(&self) -> &[Removed] {
        &self.removed
    }

    /// The questions for the page, each with at least one list of addressees.
    pub(super) fn shown(&self) -> Vec<Item> {
        let mut items = self.list.clone();
        for item in &mut items {
            if item.to.is_empty() {
                item.to.push(String::new());
            }
        }
        items
    }

    /// Says at each such label that another question has it too; returns the field of the first that repeats one.
    pub(super) fn doubt(&self, l: Locale, errors: &mut FormErrors) -> Option<String> {
        let (labels, mut first) = (self.labels(), None);
        for (index, label) in labels.iter().enumerate() {
            let field = format!("question-{index}-label");
            // what is wrong with it says so already
            if errors.of(&field).is_none() && labels.iter().filter(|other| *other == label).count() > 1 {
                errors.doubt(&field, l.t("preparation-question-label-repeated").to_string());
                first = first.or_else(|| labels[..index].contains(label).then_some(field));
            }
        }
        first
    }

    /// The labels, where one left empty goes on from the one before it.
    fn labels(&self) -> Vec<String> {
        let series = self.series();
        let mut last = 0;
        let label = |item: &Item| {
            let typed = item.label.trim();
            last = if typed.is_empty() { last + 1 } else { series.place(typed).unwrap_or(last + 1) };
            if typed.is_empty() { series.label(last) } else { typed.to_owned() }
        };
        self.list.iter().map(label).collect()
    }

    /// How the questions are labelled.
    fn series(&self) -> Series {
        Series::of(self.list.iter().map(|item| item.label.as_str()))
    }

    /// What the button that labels all questions in order says, with the labels it begins with.
    pub(super) fn relabelling(&self, l: Locale) -> String {
        let [first, second, third] = [1, 2, 3].map(|place| self.series().label(place));
        let text = l.t("preparation-question-relabel").arg("first", first).arg("second", second).arg("third", third);
        text.to_string()
    }

    /// Where these questions differ from those that somebody else saved.
    pub(super) fn differences(&self, l: Locale, saved: &[Question]) -> Vec<super::Difference> {
        let text = |label: &str, text: &str| format!("{label} {text}").trim().to_owned();
        let mine: Vec<String> =
            self.list.iter().map(|item| text(&item.label, &item.text.replace("\r\n", "\n"))).collect();
        let theirs: Vec<String> = saved.iter().map(|question| text(&question.label, &question.text)).collect();
        let at = |list: &[String], index: usize| list.get(index).cloned().unwrap_or_default();
        (0..mine.len().max(theirs.len()))
            .filter(|index| mine.get(*index) != theirs.get(*index))
            .map(|index| {
                let name = l.t("preparation-question").arg("label", index + 1).to_string();
                (name, at(&mine, index), at(&theirs, index))
            })
            .collect()
    }

    /// What a field of the questions is called in the summary of errors.
    pub(super) fn name_of(&self, l: Locale, field: &str) -> Option<String> {
        if field == "questions-add" {
            return Some(l.t("preparation-review-questions").to_string());
        }
        let index: usize = field.strip_prefix("question-")?.split('-').next()?.parse().ok()?;
        let label = self.labels().get(index).cloned().unwrap_or_else(|| (index + 1).to_string());
        Some(l.t("preparation-question").arg("label", question::short(&label)).to_string())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_of_a_question_leads_to_the_blocks_whose_words_it_holds() {
        let block = |text: &str| SourceBlock { text: text.into(), ..SourceBlock::default() };
        let source =
            ["How can words be kept by those who speak?", "Who keeps the words of those who are far away?"].map(block);
        let item = |text: &str, from: &[usize]| Item { text: text.into(), from: from.to_vec(), ..Item::default() };
        for (text, from, settled) in [
            ("How can words be kept by those who speak?", vec![0, 1], vec![0]),
            ("by those who speak? Who keeps the words\r\nof those who are far away?", vec![0, 1], vec![1]),
            (
                "How can words be kept by those\nwho speak? Who keeps the words of those who are far off?",
                vec![0, 1],
                vec![0, 1],
            ),
            ("All of it reworded.", vec![0, 1], vec![0, 1]),
            ("All of it reworded.", vec![0, 7], vec![0]),
        ] {
            let mut items = Items::of(vec![item(text, &from)]);
            items.settle(&source);
            assert_eq!(items.list[0].from, settled, "{text}");
        }
    }
}
