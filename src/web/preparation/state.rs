//! What cannot be done as the consultation stands: a page that says why and leads back, not an error.

use actix_web::{HttpResponse, http::StatusCode};
use askama::Template;

use crate::{
    domain::ids::ConsultationId,
    web::{
        error::Error,
        page::{self, Page},
        routes,
    },
};

/// Why it cannot be done now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Refusal {
    /// It was opened before.
    AlreadyOpened,
    /// It has not been opened.
    NotOpened,
    /// It is closed already.
    AlreadyClosed,
    /// Its questions keep their words since it was opened.
    QuestionsFixed,
    /// The report has been issued.
    Reported,
    /// A consultation keeps a chair.
    LastChair,
}

#[derive(Template)]
#[template(path = "pages/preparation/refused.html")]
struct RefusedPage {
    page: Page,
    key: &'static str,
    text_key: String,
    back: String,
}

/// The page, with 409.
pub(super) fn refused(page: Page, consultation: ConsultationId, refusal: Refusal) -> Result<HttpResponse, Error> {
    let (key, back) = match refusal {
        Refusal::AlreadyOpened => ("preparation-refused-opened", routes::settings(consultation)),
        Refusal::NotOpened => ("preparation-refused-not-opened", routes::settings(consultation)),
        Refusal::AlreadyClosed => ("preparation-refused-closed", routes::settings(consultation)),
        Refusal::QuestionsFixed => ("preparation-refused-questions", routes::questions(consultation)),
        Refusal::Reported => ("preparation-refused-reported", routes::settings(consultation)),
        Refusal::LastChair => ("preparation-refused-last-chair", routes::presidency(consultation)),
    };
    page::render(StatusCode::CONFLICT, &RefusedPage { page, key, text_key: format!("{key}.text"), back })
}
