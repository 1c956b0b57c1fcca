//! What a reader is in each consultation, how it stands, and the one next step.

use chrono::{DateTime, Utc};

use super::question::{Names, name, names};
use crate::{
    database::Principal,
    domain::{
        consultation::{Consultation, Phase},
        delegation::{Membership, Role},
        ids::{AccountId, ConsultationId, ResponseId},
        language::Language,
        participant::ParticipantCode,
    },
    locales::Locale,
    store::{self, responses::ResponseState, revisions::Progress, submissions::Received},
    web::{State, error::Error, routes},
};

/// All that is known of an account's consultations.
#[derive(Debug)]
pub struct Mine {
    /// The consultations of the account's memberships.
    pub consultations: Vec<Consultation>,
    /// Participants' names in the reader's language.
    pub names: Names,
    /// The time at which it was read.
    pub now: DateTime<Utc>,
    responses: Vec<ResponseState>,
    progress: Vec<Progress>,
    received: Vec<Received>,
    reported: Vec<ConsultationId>,
    questions: Vec<(ConsultationId, usize)>,
}

/// What a reader is in a consultation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Capacity {
    /// Of the presidency; whether as its chair.
    Presidency {
        /// The chair, not an analyst.
        chair: bool,
    },
    /// Of a participant's delegation.
    Delegation(ParticipantCode),
}

/// How one capacity stands in a consultation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Standing {
    /// The presidency, or the participant's name.
    pub who: String,
    /// The tag's class.
    pub class: &'static str,
    /// The state's message.
    pub state: &'static str,
    /// More about it: answers written, last saved, received.
    pub details: Vec<String>,
    /// The receipt's path and reference.
    pub receipt: Option<(String, String)>,
    /// Where the next step leads.
    pub path: String,
    /// The next step's message.
    pub step: &'static str,
    /// The draft's path, while there is one to print.
    pub draft: Option<String>,
    /// The team's path.
    pub team: Option<String>,
}

impl Mine {
    /// Reads it for an account.
    pub async fn load(state: &State, account: AccountId, language: Language) -> Result<Self, Error> {
        let now = state.services.clock.now();
        state
            .services
            .database
            .read(Principal::Account(account), move |c| {
                Box::pin(async move {
                    let consultations = store::consultations::of_account(c, account).await?;
                    let mut questions = Vec::new();
                    for consultation in &consultations {
                        let count = store::questions::of_consultation(c, consultation.id).await?.len();
                        questions.push((consultation.id, count));
                    }
                    Ok(Self {
                        consultations,
                        names: names(store::participants::all(c, language, now.date_naive()).await?),
                        now,
                        responses: store::responses::of_delegations(c).await?,
                        progress: store::revisions::progress(c).await?,
                        received: store::submissions::of_delegations(c).await?,
                        reported: store::consultations::reported(c).await?,
                        questions,
                    })
                })
            })
            .await
    }

    /// What an account with these memberships is in a consultation; a delegation sees it once it is open.
    #[must_use]
    pub fn capacities(&self, consultation: &Consultation, memberships: &[Membership]) -> Vec<Capacity> {
        let here = || memberships.iter().filter(|m| m.consultation == Some(consultation.id));
        let mut capacities = Vec::new();
        if here().any(|m| m.role.is_presidency()) {
            capacities.push(Capacity::Presidency { chair: here().any(|m| m.role == Role::Chair) });
        }
        if consultation.window.opened_at.is_some() {
            for participant in here().filter(|m| m.role.is_delegation()).filter_map(|m| m.participant.clone()) {
                let capacity = Capacity::Delegation(participant);
                if !capacities.contains(&capacity) {
                    capacities.push(capacity);
                }
            }
        }
        capacities
    }

    /// How a capacity stands, and what to do next.
    #[must_use]
    pub fn standing(&self, l: Locale, consultation: &Consultation, capacity: &Capacity) -> Option<Standing> {
        match capacity {
            Capacity::Presidency { chair } => Some(self.presiding(l, consultation, *chair)),
            Capacity::Delegation(participant) => self.delegated(l, consultation, participant),
        }
    }

    fn presiding(&self, l: Locale, consultation: &Consultation, chair: bool) -> Standing {
        let id = consultation.id;
        let reported = self.reported.contains(&id);
        let (class, state, path, step) = match consultation.window.phase(self.now) {
            Phase::Preparation if chair => {
                ("tag tag-part", "consultations-phase-preparation", routes::settings(id), "consultations-step-set-up")
            }
            Phase::Preparation => {
                ("tag tag-part", "consultations-phase-preparation", routes::board(id), "consultations-step-board")
            }
            Phase::Open => ("tag tag-open", "consultations-phase-open", routes::board(id), "consultations-step-board"),
            Phase::Closed if reported => {
                ("tag tag-done", "consultations-phase-reported", routes::report(id), "consultations-step-report")
            }
            Phase::Closed => {
                ("tag tag-shut", "consultations-phase-closed", routes::report(id), "consultations-step-prepare-report")
            }
        };
        let who = l.t("consultations-your-presidency").to_string();
        Standing { who, class, state, details: Vec::new(), receipt: None, path, step, draft: None, team: None }
    }

    fn delegated(&self, l: Locale, consultation: &Consultation, participant: &ParticipantCode) -> Option<Standing> {
        let mine = |r: &&ResponseState| r.consultation == consultation.id && r.participant == *participant;
        let response = self.responses.iter().find(mine)?;
        let id = response.id;
        let received = self.received.iter().find(|received| received.response == id);
        let open = consultation.window.phase(self.now) == Phase::Open;
        let reported = self.reported.contains(&consultation.id);
        let begun = response.started_at.is_some();
        let (class, state) = match (received, begun, open) {
            (Some(_), ..) => ("tag tag-done", "consultations-state-submitted"),
            (None, true, true) => ("tag tag-part", "consultations-state-in-preparation"),
            (None, false, true) => ("tag", "consultations-state-not-begun"),
            (None, _, false) => ("tag tag-late", "consultations-state-not-submitted"),
        };
        let (path, step) = match received {
            _ if reported => (routes::report(consultation.id), "consultations-step-report"),
            Some(received) => (routes::submission_text(received.id), "consultations-step-submitted"),
            None if begun && open => (routes::response(id), "consultations-step-continue"),
            None if open => (routes::response(id), "consultations-step-begin"),
            None => (routes::response(id), "consultations-step-draft"),
        };
        Some(Standing {
            who: name(&self.names, participant),
            class,
            state,
            details: self.details(l, consultation, id, received),
            receipt: received.map(|received| (routes::submission(received.id), received.reference.clone())),
            path,
            step,
            draft: (received.is_none() && begun).then(|| routes::response_draft(id)),
            team: Some(routes::team(id)),
        })
    }

    fn details(
        &self,
        l: Locale,
        consultation: &Consultation,
        response: ResponseId,
        received: Option<&Received>,
    ) -> Vec<String> {
        if let Some(received) = received {
            let at = l.moment(received.at, consultation.seat);
            return vec![l.t("consultations-received").arg("time", at).to_string()];
        }
        let Some(progress) = self.progress.iter().find(|progress| progress.response == response) else {
            return Vec::new();
        };
        let all = self.questions.iter().find(|(id, _)| *id == consultation.id).map_or(0, |(_, count)| *count);
        let saved = l.moment(progress.saved_at, l.time_zone);
        vec![
            l.t("consultations-written").arg("written", progress.written).arg("all", all).to_string(),
            l.t("consultations-saved").arg("time", saved).arg("name", &progress.saved_by).to_string(),
        ]
    }
}
