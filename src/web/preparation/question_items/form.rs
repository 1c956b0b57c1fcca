//! Questions from a form and into commands.

use std::collections::{BTreeMap, HashSet};

use super::{Item, Items};
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
    /// Takes them from a form: `question-<index>-<part>`.
    pub(in crate::web::preparation) fn read(fields: &mut Fields) -> Result<Self, Malformed> {
        let mut items: BTreeMap<u16, [Option<String>; 4]> = BTreeMap::new();
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
                "from" => &mut parts[3],
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
        let item = |(index, parts): (u16, [Option<String>; 4])| {
            let [id, label, text, from] = parts.map(Option::unwrap_or_default);
            let from = from.split(' ').filter_map(|block| block.parse().ok()).collect();
            Item { id, label, text, to: addressees.remove(&index).unwrap_or_default(), from }
        };
        Ok(Self(items.into_iter().map(item).collect()))
    }

    /// The questions to store, or none with every error added. A label left empty is given in order.
    pub(in crate::web::preparation) fn parse(
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
        let drafts = self.0.iter().zip(self.labels()).enumerate().map(|(index, (item, label))| {
            let field = |part: &str| format!("question-{index}-{part}");
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
