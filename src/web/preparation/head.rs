//! The head of a consultation's pages: whose it is, its title, where it stands.

use chrono::{DateTime, Utc};

use crate::{
    domain::{
        access::CanConduct,
        consultation::{Consultation, Phase},
    },
    store,
    web::{State, error::Error, page::Page},
};

/// What the head shows.
#[derive(Debug, Clone)]
pub(super) struct Head {
    /// The State that presides, in the reader's language.
    pub presidency: String,
    /// The title, in the consultation's language.
    pub title: String,
    /// The `lang` of title and questions.
    pub lang: &'static str,
    /// Their `dir`.
    pub dir: &'static str,
    /// The tag's class and message.
    pub tag: (&'static str, &'static str),
}

impl Head {
    /// The head of `consultation` at `now`; `reported` once its report has been issued.
    fn of(consultation: &Consultation, presidency: Option<String>, reported: bool, now: DateTime<Utc>) -> Self {
        Self {
            presidency: presidency.unwrap_or_else(|| consultation.presidency.to_string()),
            title: consultation.title.clone(),
            lang: consultation.language.tag(),
            dir: consultation.language.direction(),
            tag: match consultation.window.phase(now) {
                _ if reported => ("tag tag-done", "consultations-phase-reported"),
                Phase::Preparation => ("tag", "preparation-phase-preparation"),
                Phase::Open => ("tag tag-open", "preparation-phase-open"),
                Phase::Closed => ("tag tag-shut", "preparation-phase-closed"),
            },
        }
    }
}

/// A consultation with what all its pages need.
#[derive(Debug, Clone)]
pub(super) struct Loaded {
    /// The consultation.
    pub consultation: Consultation,
    /// Its head.
    pub head: Head,
    /// Its phase now.
    pub phase: Phase,
    /// Whether its report has been issued.
    pub reported: bool,
}

/// Reads the consultation that the permission is for.
pub(super) async fn load(state: &State, page: &Page, access: &CanConduct) -> Result<Loaded, Error> {
    let (id, language, now) = (*access.consultation(), page.l.language, state.services.clock.now());
    let read = state.services.database.read(access.account().into(), move |c| {
        Box::pin(async move {
            let consultation = store::consultations::get(c, id).await?.ok_or(Error::NotFound)?;
            let name = store::participants::name(c, &consultation.presidency, language).await?;
            let reported = store::consultations::subject(c, id).await?.is_some_and(|subject| subject.reported);
            let (head, phase) = (Head::of(&consultation, name, reported, now), consultation.window.phase(now));
            Ok::<_, Error>(Loaded { consultation, head, phase, reported })
        })
    });
    read.await
}
