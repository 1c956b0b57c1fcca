//! A consultation: letter, note, questions, deadline, one's own state and next step.

use actix_web::{HttpResponse, web::Data};
use askama::Template;

use super::{
    clock::{Clock, clock},
    mine::{Capacity, Mine, Standing},
    note::{LetterView, NoteView},
    question::{QuestionView, name},
};
use crate::{
    database::Principal,
    domain::{
        access::CanReadConsultation,
        concept_note::ConceptNote,
        consultation::{Consultation, Question},
    },
    store,
    web::{
        State,
        error::Error,
        page::{self, Page},
        request::{Read, signed_in},
        routes,
        tabs::Tabs,
    },
};

#[derive(Template)]
#[template(path = "pages/consultations/show.html")]
struct ConsultationPage {
    page: Page,
    consultation: Consultation,
    presidency: String,
    clock: Option<Clock>,
    standings: Vec<Standing>,
    letter: LetterView,
    note: NoteView,
    questions: Vec<QuestionView>,
    source: String,
    /// For those who preside.
    tabs: Option<Tabs>,
}

/// The consultation's page.
pub async fn show(read: Read<CanReadConsultation>, state: Data<State>) -> Result<HttpResponse, Error> {
    let Read { access, page, request } = read;
    let visitor = signed_in(&request).ok_or(Error::SignInFirst)?.visitor;
    let (note, letter, questions) = texts(&state, access.clone()).await?;
    let mine = Mine::load(&state, *access.account(), page.l.language).await?;
    let found = mine.consultations.iter().find(|consultation| consultation.id == *access.consultation());
    let consultation = found.cloned().ok_or(Error::NotFound)?;
    let capacities = mine.capacities(&consultation, &visitor.memberships);
    // what is optional is said to a reader of one delegation; a reader of several finds it in each response
    let reader = match capacities.as_slice() {
        [Capacity::Delegation(participant)] => Some(participant.clone()),
        _ => None,
    };
    let l = page.l;
    page::ok(&ConsultationPage {
        presidency: name(&mine.names, &consultation.presidency),
        clock: clock(l, &consultation, mine.now),
        standings: capacities.iter().filter_map(|capacity| mine.standing(l, &consultation, capacity)).collect(),
        letter: LetterView::of(&note, &letter, l),
        note: NoteView::of(&note, consultation.language),
        questions: questions
            .iter()
            .map(|question| QuestionView::of(question, &mine.names, reader.as_ref(), l))
            .collect(),
        source: routes::consultation_source(consultation.id),
        tabs: capacities
            .iter()
            .any(|capacity| matches!(capacity, Capacity::Presidency { .. }))
            .then(|| Tabs::of_visitor(&request, consultation.id)),
        page,
        consultation,
    })
}

async fn texts(state: &State, access: CanReadConsultation) -> Result<(ConceptNote, Vec<String>, Vec<Question>), Error> {
    let principal = Principal::Account(*access.account());
    state
        .services
        .database
        .read(principal, move |c| {
            Box::pin(async move {
                let note = store::consultations::note(c, *access.consultation()).await?.ok_or(Error::NotFound)?;
                let letter = store::consultations::letter(c, *access.consultation()).await?.unwrap_or_default();
                let questions = store::questions::of_consultation(c, *access.consultation()).await?;
                Ok((serde_json::from_value(note).map_err(Error::internal)?, letter, questions))
            })
        })
        .await
}
