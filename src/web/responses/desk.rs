//! What the pages of a response have in common: the consultation, its questions, what is written so far.

use chrono::{DateTime, Utc};

use crate::{
    database::Principal,
    domain::{
        concept_note::ConceptNote,
        consultation::{Consultation, Phase, Question},
        ids::QuestionId,
        language::Language,
        participant::ParticipantCode,
        response::Revision,
        submission::Submission,
    },
    locales::Locale,
    store::{self, responses::ResponseState, revisions::OwnResponse},
    web::{
        State,
        consultations::question::{Names, QuestionView, name, names},
        error::Error,
        routes,
    },
};

/// A delegation's desk in one consultation.
#[derive(Debug)]
pub struct Desk {
    /// The consultation.
    pub consultation: Consultation,
    /// Its note.
    pub note: ConceptNote,
    /// Its questions in order.
    pub questions: Vec<Question>,
    /// Participants' names in the reader's language.
    pub names: Names,
    /// Whose desk it is.
    pub participant: ParticipantCode,
    /// The response's state.
    pub state: ResponseState,
    /// The newest revision of each answer.
    pub answers: Vec<Revision>,
    /// What was handed over last.
    pub submission: Option<Submission>,
    /// The time at which it was read.
    pub now: DateTime<Utc>,
}

/// What stands over each page of a response.
#[derive(Debug, Clone)]
pub struct Head {
    /// The delegation.
    pub participant: String,
    /// The consultation's title.
    pub title: String,
    /// The language of its note.
    pub language: Language,
    /// The consultation's path.
    pub consultation: String,
    /// The form's path.
    pub response: String,
    /// The draft's path.
    pub draft: String,
    /// The check page's path.
    pub check: String,
    /// The deadline by the seat's clock, then by the reader's where that differs.
    pub due: Vec<String>,
    /// Words an answer should not exceed.
    pub limit: Option<u32>,
    /// Whether it can be handed over now.
    pub open: bool,
    /// The presidency's contact.
    pub contact_name: String,
    /// The presidency's address.
    pub contact_email: String,
}

impl Desk {
    /// Reads it in the name of the account that was let in.
    pub async fn load<A>(state: &State, access: &A, language: Language) -> Result<Self, Error>
    where
        A: OwnResponse + Clone + Send + Sync + 'static,
    {
        let (now, access) = (state.services.clock.now(), access.clone());
        let principal = Principal::Account(access.account());
        state
            .services
            .database
            .read(principal, move |c| {
                Box::pin(async move {
                    let id = access.consultation();
                    let note = store::consultations::note(c, id).await?.ok_or(Error::NotFound)?;
                    Ok(Self {
                        consultation: store::consultations::get(c, id).await?.ok_or(Error::NotFound)?,
                        note: serde_json::from_value(note).map_err(Error::internal)?,
                        questions: store::questions::of_consultation(c, id).await?,
                        names: names(store::participants::all(c, language, now.date_naive()).await?),
                        participant: access.participant().clone(),
                        state: store::responses::get(c, access.response()).await?.ok_or(Error::NotFound)?,
                        answers: store::revisions::current(c, &access).await?,
                        submission: store::submissions::latest(c, &access).await?,
                        now,
                    })
                })
            })
            .await
    }

    /// The newest revision of an answer.
    #[must_use]
    pub fn answer(&self, question: QuestionId) -> Option<&Revision> {
        self.answers.iter().find(|answer| answer.question == question)
    }

    /// How many answers hold a text.
    #[must_use]
    pub fn written(&self) -> usize {
        self.answers.iter().filter(|answer| !answer.text.is_blank()).count()
    }

    /// The answer that was saved last.
    #[must_use]
    pub fn last_saved(&self) -> Option<&Revision> {
        self.answers.iter().max_by_key(|answer| answer.at)
    }

    /// The questions as this delegation's reader sees them.
    #[must_use]
    pub fn views(&self, l: Locale) -> Vec<QuestionView> {
        self.questions
            .iter()
            .map(|question| QuestionView::of(question, &self.names, Some(&self.participant), l))
            .collect()
    }

    /// The language for an answer not begun: that of the answer saved last, else the reader's.
    #[must_use]
    pub fn default_language(&self, l: Locale) -> Language {
        self.last_saved().map_or(l.language, |answer| answer.language)
    }

    /// What stands over the page.
    #[must_use]
    pub fn head(&self, l: Locale) -> Head {
        let consultation = &self.consultation;
        let due = consultation.window.end().map(|end| {
            let (seat, reader) = l.deadline(end, consultation.seat);
            std::iter::once(seat).chain(reader).collect()
        });
        Head {
            participant: name(&self.names, &self.participant),
            title: consultation.title.clone(),
            language: consultation.language,
            consultation: routes::consultation(consultation.id),
            response: routes::response(self.state.id),
            draft: routes::response_draft(self.state.id),
            check: routes::submit(self.state.id),
            due: due.unwrap_or_default(),
            limit: consultation.word_limit,
            open: consultation.window.phase(self.now) == Phase::Open,
            contact_name: consultation.contact_name.clone(),
            contact_email: consultation.contact_email.clone(),
        }
    }
}
