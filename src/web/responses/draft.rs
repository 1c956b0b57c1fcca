//! The draft as a page to print, for clearance in the capital.

use actix_web::{HttpResponse, web::Data};
use askama::Template;

use super::{
    answer::{AnswerView, written},
    desk::{Desk, Head},
};
use crate::{
    domain::access::CanEditResponse,
    web::{
        State,
        error::Error,
        page::{self, Page, see_other},
        request::Read,
        routes,
    },
};

#[derive(Template)]
#[template(path = "pages/responses/draft.html")]
struct DraftPage {
    page: Page,
    head: Head,
    answers: Vec<AnswerView>,
    printed: String,
    saved: Option<String>,
}

/// The draft; what was submitted is no draft any more.
pub async fn show(read: Read<CanEditResponse>, state: Data<State>) -> Result<HttpResponse, Error> {
    let desk = Desk::load(&state, &read.access, read.page.l.language).await?;
    if let Some(submission) = &desk.submission {
        return Ok(see_other(routes::submission_text(submission.id)));
    }
    let l = read.page.l;
    page::ok(&DraftPage {
        head: desk.head(l),
        answers: written(&desk, l),
        printed: l.moment(desk.now, l.time_zone),
        saved: desk.last_saved().map(|answer| l.moment(answer.at, l.time_zone)),
        page: read.page,
    })
}
