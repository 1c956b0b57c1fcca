//! The response's form: one page, all questions, one save.

use actix_web::{HttpResponse, http::StatusCode, web::Data};
use askama::Template;

use super::{
    desk::{Desk, Head},
    field::{AnswerField, Typed},
};
use crate::{
    domain::access::CanEditResponse,
    web::{
        State,
        consultations::note::NoteView,
        error::Error,
        page::{self, Page, see_other},
        request::Read,
        routes,
    },
};

/// The form, as it is opened and as it is shown again.
#[derive(Template)]
#[template(path = "pages/responses/form.html")]
pub(super) struct FormPage {
    page: Page,
    head: Head,
    note: NoteView,
    fields: Vec<AnswerField>,
    written: usize,
    wrong: bool,
}

impl FormPage {
    fn title_key(&self) -> &'static str {
        if self.wrong { "common-page-title-with-error" } else { "common-page-title" }
    }

    fn title(&self) -> String {
        self.page.l.plain("response-title").arg("name", &self.head.participant).to_string()
    }
}

/// The form.
pub async fn show(read: Read<CanEditResponse>, state: Data<State>) -> Result<HttpResponse, Error> {
    let desk = Desk::load(&state, &read.access, read.page.l.language).await?;
    if let Some(submission) = &desk.submission {
        return Ok(see_other(routes::submission_text(submission.id)));
    }
    let l = read.page.l;
    let fields = desk
        .views(l)
        .into_iter()
        .map(|question| {
            let typed = Typed::saved(desk.answer(question.id), desk.default_language(l));
            AnswerField::new(question, typed, &desk, l)
        })
        .collect();
    send(read.page, &desk, fields)
}

/// The form with these fields: 422 when one of them is wrong.
pub(super) fn send(page: Page, desk: &Desk, fields: Vec<AnswerField>) -> Result<HttpResponse, Error> {
    let wrong = fields.iter().any(|field| field.error.is_some());
    let status = if wrong { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    let template = FormPage {
        head: desk.head(page.l),
        note: NoteView::of(&desk.note, desk.consultation.language),
        written: fields.iter().filter(|field| !field.text.trim().is_empty()).count(),
        page,
        fields,
        wrong,
    };
    page::render(status, &template)
}
