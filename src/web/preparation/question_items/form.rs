//! Questions from a form and into commands.

use std::collections::{BTreeMap, HashSet};

use super::{Item, Items, Removed};
use crate::{
    domain::{
        participant::ParticipantCode,
        question::{MAX_QUESTIONS, QuestionLabel, QuestionText},
    },
    services::consultations::QuestionDraft,
    web::{
        fields::{Fields, Malformed},
        form::FormErrors,
    },
};

impl Items {
    /// Takes them from a form: `question-<index>-<part>`, and `removed-<index>-<part>` of those that can be put back.
    pub(in crate::web::preparation) fn read(fields: &mut Fields) -> Result<Self, Malformed> {
        let list = sent(fields, "question-")?.into_iter().map(|(item, place)| match place {
            None => Ok(item),
            Some(_) => Err(Malformed("question-*-place".into())),
        });
        let list = list.collect::<Result<_, _>>()?;
        let removed = sent(fields, "removed-")?.into_iter().map(|(item, place)| {
            let place = place.and_then(|place| place.parse().ok());
            place.map(|place| Removed { item, place }).ok_or_else(|| Malformed("removed-*-place".into()))
        });
        Ok(Self { list, removed: removed.collect::<Result<_, _>>()?, fixed: false })
    }

    /// The questions to store, or none with every error added. A label left empty is given in order.
    pub(in crate::web::preparation) fn parse(
        &self,
        errors: &mut FormErrors,
        known: &HashSet<ParticipantCode>,
    ) -> Option<Vec<QuestionDraft>> {
        if self.list.len() > MAX_QUESTIONS {
            errors.add_with(
                format!("question-{MAX_QUESTIONS}-text"),
                "preparation-too-many-questions",
                "max",
                MAX_QUESTIONS,
            );
        }
        if self.list.is_empty() && !self.fixed {
            errors.add("questions-add", "preparation-question-none");
        }
        let mut labels = HashSet::new();
        let drafts = self.list.iter().zip(self.labels()).enumerate().map(|(index, (item, label))| {
            let field = |part: &str| format!("question-{index}-{part}");
            if !labels.insert(label.clone()) && !self.fixed {
                errors.add_with(field("label"), "preparation-question-same-label", "label", label.clone());
            }
            let label = errors.take(&field("label"), QuestionLabel::parse(&label));
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
}

/// The questions whose fields begin so, each with its place where that was sent too.
fn sent(fields: &mut Fields, prefix: &str) -> Result<Vec<(Item, Option<String>)>, Malformed> {
    let mut items: BTreeMap<u16, [Option<String>; 5]> = BTreeMap::new();
    let mut addressees: BTreeMap<u16, Vec<String>> = BTreeMap::new();
    for (name, value) in fields.prefixed(prefix) {
        let malformed = || Malformed(format!("{prefix}{name}"));
        let (index, part) = name.split_once('-').ok_or_else(malformed)?;
        let index: u16 = index.parse().map_err(|_| malformed())?;
        let parts = items.entry(index).or_default();
        let place = match part {
            "id" => &mut parts[0],
            "label" => &mut parts[1],
            "text" => &mut parts[2],
            "from" => &mut parts[3],
            "place" => &mut parts[4],
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
    let item = |(index, [id, label, text, from, place]): (u16, [Option<String>; 5])| {
        let [id, label, text, from] = [id, label, text, from].map(Option::unwrap_or_default);
        let from = from.split(' ').filter_map(|block| block.parse().ok()).collect();
        (Item { id, label, text, to: addressees.remove(&index).unwrap_or_default(), from }, place)
    };
    Ok(items.into_iter().map(item).collect())
}
