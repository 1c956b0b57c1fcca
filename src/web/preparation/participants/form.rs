//! The list of participants as typed: read, compared with what is stored, renewed.

use std::collections::{BTreeMap, BTreeSet};

use super::super::Difference;
use super::stored::Stored;
use crate::{
    domain::{
        line::EmailAddress,
        participant::{Participant, ParticipantCode},
    },
    locales::Locale,
    services::invitations::{Invitation, Replacement},
    web::{
        fields::{Fields, Malformed},
        form::{Form, FormErrors},
    },
};

/// The list as typed: who is ticked, and every address on the page beside the one that it was shown with.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ParticipantsForm {
    pub(super) version: i32,
    pub(super) chosen: BTreeSet<String>,
    pub(super) addresses: BTreeMap<String, String>,
    pub(super) shown: BTreeMap<String, String>,
}

impl ParticipantsForm {
    /// The form of what is stored.
    pub(super) fn of(stored: &Stored, version: i32) -> Self {
        let first =
            |(code, emails): (&ParticipantCode, &Vec<String>)| Some((code.to_string(), emails.first()?.clone()));
        let addresses: BTreeMap<_, _> = stored.focal_points.iter().filter_map(first).collect();
        let chosen = stored.invited.iter().map(ToString::to_string).collect();
        Self { version, chosen, shown: addresses.clone(), addresses }
    }

    /// The address typed for a participant, and the one that was shown.
    pub(super) fn address(&self, code: &str) -> (&str, &str) {
        let [typed, shown] = [&self.addresses, &self.shown].map(|of| of.get(code).map_or("", |address| address.trim()));
        (typed, shown)
    }

    /// The form as it is shown again beside what is stored now: what was typed stays, what was not touched follows.
    pub(super) fn renew(&mut self, stored: &Stored) {
        let now = Self::of(stored, self.version).addresses;
        for participant in &stored.participants {
            let code = participant.code.as_str();
            let (typed, shown) = self.address(code);
            if typed == shown {
                self.addresses.insert(code.to_owned(), now.get(code).cloned().unwrap_or_default());
            }
        }
        self.shown = now;
    }
}

impl Form for ParticipantsForm {
    fn read(fields: &mut Fields) -> Result<Self, Malformed> {
        Ok(Self {
            version: fields.text("version")?.parse().map_err(|_| Malformed("version".into()))?,
            chosen: fields.all("participants").into_iter().collect(),
            addresses: fields.prefixed("focal-point-").into_iter().collect(),
            shown: fields.prefixed("shown-").into_iter().collect(),
        })
    }
}

/// The list to store, or none with every error added.
pub(super) fn parse(
    form: &ParticipantsForm,
    stored: &Stored,
    opened: bool,
    errors: &mut FormErrors,
) -> Option<Vec<Invitation>> {
    let mut list = Vec::new();
    for participant in &stored.participants {
        let (code, field) = (participant.code.as_str(), format!("mail-{}", participant.code));
        let (typed, shown) = form.address(code);
        let invited = stored.invited.contains(&participant.code);
        if !(form.chosen.contains(code) || (opened && invited)) {
            // an address alone is most likely a box forgotten; who was invited is just taken off
            if !typed.is_empty() && !invited {
                errors.add(field, "preparation-participants-not-chosen");
            }
            continue;
        }
        let given = match typed {
            _ if typed == shown => None,
            "" if opened => {
                errors.add(field, "preparation-participants-keeps-one");
                continue;
            }
            "" => Some(None),
            _ => match errors.take(&field, EmailAddress::parse(typed)) {
                Some(email) => Some(Some(email)),
                None => continue,
            },
        };
        let focal_point = given.map(|given| Replacement { shown: EmailAddress::parse(shown).ok(), given });
        list.push(Invitation { participant: participant.code.clone(), focal_point });
    }
    errors.is_empty().then_some(list)
}

/// Where the list as typed differs from the one that somebody else saved.
pub(super) fn differences(l: Locale, form: &ParticipantsForm, stored: &Stored) -> Vec<Difference> {
    let saved = ParticipantsForm::of(stored, form.version);
    let said = |form: &ParticipantsForm, code: &str| {
        if !form.chosen.contains(code) {
            return l.t("preparation-participants-not-invited").to_string();
        }
        let email = form.addresses.get(code).map(|typed| typed.trim().to_owned()).unwrap_or_default();
        format!("{} {email}", l.t("preparation-participants-invited")).trim().to_owned()
    };
    let mut participants: Vec<&Participant> = stored.participants.iter().collect();
    l.sort_by_name(&mut participants, |participant| &participant.name);
    let row = |p: &&Participant| (p.name.clone(), said(form, p.code.as_str()), said(&saved, p.code.as_str()));
    let mut rows: Vec<_> = participants.iter().map(row).filter(|(_, mine, theirs)| mine != theirs).collect();
    if rows.is_empty() {
        let same = l.t("preparation-conflict-same").to_string();
        rows.push((l.t("preparation-tab-participants").to_string(), same.clone(), same));
    }
    rows
}
