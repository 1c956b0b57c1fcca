//! Opening, extending, closing.

use actix_web::{HttpResponse, web::Data};
use askama::Template;

use super::{
    Head,
    head::load,
    settings::{self, deadline},
    state::{Refusal, refused},
};
use crate::{
    domain::{access::CanConduct, consultation::Phase, ids::ConsultationId},
    services::consultations::window::{self, WindowError},
    store,
    web::{
        State,
        error::Error,
        fields::{Fields, Malformed},
        form::{Empty, Form, FormErrors},
        page::{self, Page, see_other_with},
        request::{Read, Write},
        routes,
    },
};

/// The page for a change that the window does not allow.
fn refusal(page: Page, id: ConsultationId, error: WindowError) -> Result<HttpResponse, Error> {
    match error {
        WindowError::AlreadyOpened => refused(page, id, Refusal::AlreadyOpened),
        WindowError::NotOpened => refused(page, id, Refusal::NotOpened),
        WindowError::AlreadyClosed => refused(page, id, Refusal::AlreadyClosed),
        WindowError::Reported => refused(page, id, Refusal::Reported),
        error => Err(error.into()),
    }
}

/// Opens the consultation.
pub async fn open(write: Write<CanConduct, Empty>, state: Data<State>) -> Result<HttpResponse, Error> {
    let Write { access, page, .. } = write;
    let id = *access.consultation();
    match state.run(window::open(state.services.clone(), access.clone())).await {
        Ok(()) => Ok(see_other_with(routes::settings(id), "consultation-opened")),
        Err(WindowError::NotReady(_)) => settings::not_ready(&state, page, &access).await,
        Err(error) => refusal(page, id, error),
    }
}

#[derive(Template)]
#[template(path = "pages/preparation/extension.html")]
struct ExtensionPage {
    page: Page,
    head: Head,
    id: ConsultationId,
    errors: FormErrors,
    present: Option<(String, Option<String>)>,
    place: String,
    closed: bool,
    date: String,
    time: String,
}

impl ExtensionPage {
    fn title_key(&self) -> &'static str {
        if self.errors.is_empty() { "common-page-title" } else { "common-page-title-with-error" }
    }
}

/// A new deadline by the seat's clock.
#[derive(Debug)]
pub struct ExtensionForm {
    date: String,
    time: String,
}

impl Form for ExtensionForm {
    fn read(fields: &mut Fields) -> Result<Self, Malformed> {
        Ok(Self { date: fields.text("deadline_date")?, time: fields.text("deadline_time")? })
    }
}

/// Asks for the new deadline.
pub async fn show_extension(read: Read<CanConduct>, state: Data<State>) -> Result<HttpResponse, Error> {
    let loaded = load(&state, &read.page, &read.access).await?;
    let end =
        loaded.consultation.window.closes_at.map(|end| end.with_timezone(&loaded.consultation.seat).naive_local());
    let form = ExtensionForm {
        date: end.map(|end| end.date().to_string()).unwrap_or_default(),
        time: end.map(|end| end.format("%H:%M").to_string()).unwrap_or_default(),
    };
    extension(&state, read.page, &read.access, form, FormErrors::default()).await
}

async fn extension(
    state: &State,
    page: Page,
    access: &CanConduct,
    form: ExtensionForm,
    errors: FormErrors,
) -> Result<HttpResponse, Error> {
    let loaded = load(state, &page, access).await?;
    let consultation = loaded.consultation;
    if loaded.phase == Phase::Preparation {
        return refused(page, consultation.id, Refusal::NotOpened);
    }
    if loaded.reported {
        return refused(page, consultation.id, Refusal::Reported);
    }
    let shown = ExtensionPage {
        head: loaded.head,
        id: consultation.id,
        present: consultation.window.end().map(|end| page.l.deadline(end, consultation.seat)),
        place: page.l.zone_name(consultation.seat),
        closed: loaded.phase == Phase::Closed,
        date: form.date,
        time: form.time,
        page,
        errors,
    };
    if shown.errors.is_empty() { page::ok(&shown) } else { page::unprocessable(&shown) }
}

/// Moves the deadline.
pub async fn extend(write: Write<CanConduct, ExtensionForm>, state: Data<State>) -> Result<HttpResponse, Error> {
    let Write { access, form, page, .. } = write;
    let loaded = load(&state, &page, &access).await?;
    let mut errors = FormErrors::default();
    let given = deadline(&mut errors, Some(loaded.consultation.seat), &form.date, &form.time).flatten();
    if given.is_none() && errors.is_empty() {
        errors.add("deadline_date", "error-required");
    }
    let Some(closes_at) = given else { return extension(&state, page, &access, form, errors).await };
    match state.run(window::extend(state.services.clone(), access.clone(), closes_at)).await {
        Ok(()) => Ok(see_other_with(routes::settings(*access.consultation()), "deadline-extended")),
        Err(WindowError::NotLater) => {
            errors.add("deadline_date", "preparation-extension-not-later");
            extension(&state, page, &access, form, errors).await
        }
        Err(error) => refusal(page, *access.consultation(), error),
    }
}

#[derive(Template)]
#[template(path = "pages/preparation/closure.html")]
struct ClosurePage {
    page: Page,
    head: Head,
    id: ConsultationId,
    deadline: Option<(String, Option<String>)>,
    submitted: usize,
    started: usize,
    invited: usize,
}

impl ClosurePage {
    fn number(&self, count: usize) -> String {
        self.page.l.number(i64::try_from(count).unwrap_or(i64::MAX))
    }
}

/// Says what closing means, and asks.
pub async fn show_closure(read: Read<CanConduct>, state: Data<State>) -> Result<HttpResponse, Error> {
    let Read { access, page, .. } = read;
    let loaded = load(&state, &page, &access).await?;
    let id = loaded.consultation.id;
    match loaded.phase {
        Phase::Preparation => return refused(page, id, Refusal::NotOpened),
        Phase::Closed if loaded.reported => return refused(page, id, Refusal::Reported),
        Phase::Closed => return refused(page, id, Refusal::AlreadyClosed),
        Phase::Open => {}
    }
    let responses = state.services.database.read(access.account().into(), move |c| {
        Box::pin(async move { Ok::<_, Error>(store::responses::of_consultation(c, id).await?) })
    });
    let responses = responses.await?;
    let submitted = responses.iter().filter(|response| response.submitted_at.is_some()).count();
    let started = responses.iter().filter(|r| r.submitted_at.is_none() && r.started_at.is_some()).count();
    let deadline = loaded.consultation.window.end().map(|end| page.l.deadline(end, loaded.consultation.seat));
    page::ok(&ClosurePage { page, head: loaded.head, id, deadline, submitted, started, invited: responses.len() })
}

/// Closes the consultation.
pub async fn close(write: Write<CanConduct, Empty>, state: Data<State>) -> Result<HttpResponse, Error> {
    let Write { access, page, .. } = write;
    let id = *access.consultation();
    match state.run(window::close(state.services.clone(), access)).await {
        Ok(()) => Ok(see_other_with(routes::settings(id), "consultation-closed")),
        Err(error) => refusal(page, id, error),
    }
}
