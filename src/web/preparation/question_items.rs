//! Questions in a form: as many as there are, added, removed and moved by buttons that show the form again.

use std::collections::{BTreeMap, HashSet};

use crate::{
    domain::{
        consultation::Question,
        participant::{Kind, Participant, ParticipantCode},
        question::{self, MAX_QUESTIONS, QuestionLabel, QuestionText},
    },
    locales::Locale,
    services::consultations::QuestionDraft,
    web::{
        fields::{Fields, Malformed},
        form::FormErrors,
    },
};

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
}

/// What a button of the form asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Act {
    /// One more question at the end.
    Add,
    /// That question goes.
    Remove(usize),
    /// That question goes one up.
    Up(usize),
    /// That question goes one down.
    Down(usize),
    /// One more list of addressees at that question.
    Another(usize),
}

impl Act {
    /// The act of a button's value; none for the form's own buttons.
    pub(super) fn parse(value: &str) -> Option<Self> {
        if value == "add" {
            return Some(Self::Add);
        }
        let (act, index) = value.split_once('-')?;
        let index = index.parse().ok()?;
        match act {
            "remove" => Some(Self::Remove(index)),
            "up" => Some(Self::Up(index)),
            "down" => Some(Self::Down(index)),
            "another" => Some(Self::Another(index)),
            _ => None,
        }
    }
}

/// The questions of a form.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Items(Vec<Item>);

impl Items {
    /// Those understood of a note.
    pub(super) fn understood(questions: &[crate::domain::concept_note::Question]) -> Self {
        let item = |question: &crate::domain::concept_note::Question| Item {
            label: question.label.clone(),
            text: question.text.clone(),
            ..Item::default()
        };
        Self(questions.iter().map(item).collect())
    }

    /// Those stored.
    pub(super) fn stored(questions: &[Question]) -> Self {
        let item = |question: &Question| Item {
            id: question.id.to_string(),
            label: question.label.clone(),
            text: question.text.clone(),
            to: question.addressees.iter().map(ToString::to_string).collect(),
        };
        Self(questions.iter().map(item).collect())
    }

    /// Takes them from a form: `question-<index>-<part>`.
    pub(super) fn read(fields: &mut Fields) -> Result<Self, Malformed> {
        let mut items: BTreeMap<u16, [Option<String>; 3]> = BTreeMap::new();
        let mut addressees: BTreeMap<u16, Vec<String>> = BTreeMap::new();
        for (name, value) in fields.prefixed("question-") {
            let malformed = || Malformed(format!("question-{name}"));
            let (index, part) = name.split_once('-').ok_or_else(malformed)?;
            let index: u16 = index.parse().map_err(|_| malformed())?;
            let parts = items.entry(index).or_default();
            let place = match part {
                "id" => &mut parts[0],
                "label" => &mut parts[1],
                "text" => &mut parts[2],
                "to" => {
                    addressees.entry(index).or_default().push(value);
                    continue;
                }
                _ => return Err(malformed()),
            };
            if place.replace(value).is_some() {
                return Err(malformed());
            }
        }
        let item = |(index, parts): (u16, [Option<String>; 3])| {
            let [id, label, text] = parts.map(Option::unwrap_or_default);
            Item { id, label, text, to: addressees.remove(&index).unwrap_or_default() }
        };
        Ok(Self(items.into_iter().map(item).collect()))
    }

    /// Puts the stored words in place of what came with the form, where words are fixed.
    pub(super) fn with_words_of(mut self, questions: &[Question]) -> Self {
        for item in &mut self.0 {
            if let Some(question) = questions.iter().find(|question| question.id.to_string() == item.id) {
                item.label.clone_from(&question.label);
                item.text.clone_from(&question.text);
            }
        }
        self
    }

    /// Does what a button asks for; what cannot be done is left undone.
    pub(super) fn apply(&mut self, act: Act) {
        match act {
            Act::Add if self.0.len() < MAX_QUESTIONS => {
                let label = question::label(self.0.len());
                self.0.push(Item { label, ..Item::default() });
            }
            Act::Remove(index) if index < self.0.len() => drop(self.0.remove(index)),
            Act::Up(index) if index > 0 && index < self.0.len() => self.0.swap(index - 1, index),
            Act::Down(index) if index + 1 < self.0.len() => self.0.swap(index, index + 1),
            Act::Another(index) => {
                if let Some(item) = self.0.get_mut(index) {
                    item.to.retain(|code| !code.is_empty());
                    item.to.push(String::new());
                }
            }
            _ => {}
        }
    }

    /// The questions for the page, each with at least one list of addressees.
    pub(super) fn shown(&self) -> Vec<Item> {
        let mut items = self.0.clone();
        for item in &mut items {
            if item.to.is_empty() {
                item.to.push(String::new());
            }
        }
        items
    }

    /// The questions to store, or none with every error added. A label left empty is given in order.
    pub(super) fn parse(
        &self,
        errors: &mut FormErrors,
        known: &HashSet<ParticipantCode>,
    ) -> Option<Vec<QuestionDraft>> {
        if self.0.len() > MAX_QUESTIONS {
            errors.add_with(
                format!("question-{MAX_QUESTIONS}-text"),
                "preparation-too-many-questions",
                "max",
                MAX_QUESTIONS,
            );
        }
        let drafts = self.0.iter().enumerate().map(|(index, item)| {
            let field = |part: &str| format!("question-{index}-{part}");
            let given = if item.label.trim().is_empty() { question::label(index) } else { item.label.clone() };
            let label = errors.take(&field("label"), QuestionLabel::parse(&given));
            let text = errors.take(&field("text"), QuestionText::parse(&item.text));
            let codes: Option<Vec<_>> = item
                .to
                .iter()
                .filter(|code| !code.is_empty())
                .map(|code| ParticipantCode::parse(code).filter(|code| known.contains(code)))
                .collect();
            let mut addressees = errors.require(&field("to-0"), codes, "error-not-a-choice")?;
            addressees.sort();
            addressees.dedup();
            let id = if item.id.is_empty() { None } else { Some(item.id.parse().ok()?) };
            Some(QuestionDraft { id, label: label?, text: text?, addressees })
        });
        let drafts: Vec<_> = drafts.collect();
        drafts.into_iter().collect::<Option<Vec<_>>>().filter(|_| errors.is_empty())
    }

    /// Where these questions differ from those that somebody else saved.
    pub(super) fn differences(&self, l: Locale, saved: &[Question]) -> Vec<super::Difference> {
        let text = |label: &str, text: &str| format!("{label} {text}").trim().to_owned();
        let mine: Vec<String> = self.0.iter().map(|item| text(&item.label, &item.text.replace("\r\n", "\n"))).collect();
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
        let index: usize = field.strip_prefix("question-")?.split('-').next()?.parse().ok()?;
        let label = self.0.get(index).map(|item| item.label.trim()).filter(|label| !label.is_empty());
        let label = label.map_or_else(|| question::label(index), ToOwned::to_owned);
        Some(l.t("preparation-question").arg("label", label).to_string())
    }
}

/// Participants to choose from, by kind, in the reader's alphabetical order: heading, then code and name.
pub(super) type Choices = Vec<(String, Vec<(String, String)>)>;

/// The choices among `participants`; organizations come first, since questions are addressed to them most.
pub(super) fn choices(l: Locale, mut participants: Vec<Participant>) -> Choices {
    l.sort_by_name(&mut participants, |participant| &participant.name);
    let kinds = [Kind::RegionalOrganization, Kind::OtherEntity, Kind::ObserverState, Kind::MemberState];
    let of_kind = |kind| {
        let list: Vec<_> = participants
            .iter()
            .filter(|participant| participant.kind == kind)
            .map(|participant| (participant.code.to_string(), participant.name.clone()))
            .collect();
        (l.t(plural(kind)).to_string(), list)
    };
    kinds.into_iter().map(of_kind).filter(|(_, list)| !list.is_empty()).collect()
}

/// The message that names several of a kind.
pub(super) const fn plural(kind: Kind) -> &'static str {
    match kind {
        Kind::MemberState => "kind-member-state.plural",
        Kind::ObserverState => "kind-observer-state.plural",
        Kind::RegionalOrganization => "kind-regional-organization.plural",
        Kind::OtherEntity => "kind-other-entity.plural",
    }
}
