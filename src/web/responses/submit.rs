//! Check your answers, and hand them over.

use std::collections::BTreeMap;

use actix_web::{HttpResponse, http::StatusCode, web::Data};
use askama::Template;

use super::{
    answer::{AnswerView, written},
    desk::{Desk, Head},
    save::by_question,
};
use crate::{
    domain::{
        access::{CanEditResponse, CanSubmitResponse},
        ids::QuestionId,
        line::{PersonName, Title},
        submission::Signatory,
    },
    services::submissions::{self, Submit, SubmitError},
    web::{
        State,
        consultations::question::name,
        error::Error,
        fields::{Fields, Malformed},
        form::{AfterSignIn, Form, FormErrors, Written},
        page::{self, Page, see_other},
        request::{Read, Write},
        routes,
    },
};

#[derive(Template)]
#[template(path = "pages/responses/submit.html")]
struct SubmitPage {
    page: Page,
    errors: FormErrors,
    /// Why it was not handed over, as a message.
    refusal: Option<&'static str>,
    head: Head,
    presidency: String,
    answers: Vec<AnswerView>,
    seen: Vec<(QuestionId, i32)>,
    may_submit: bool,
    signatory_name: String,
    signatory_title: String,
}

impl SubmitPage {
    fn of(page: Page, desk: &Desk, may_submit: bool) -> Self {
        let numbers = |id| desk.answer(id).map_or(0, |answer| answer.number);
        Self {
            errors: FormErrors::default(),
            refusal: None,
            head: desk.head(page.l),
            presidency: name(&desk.names, &desk.consultation.presidency),
            answers: written(desk, page.l),
            seen: desk.questions.iter().map(|question| (question.id, numbers(question.id))).collect(),
            may_submit,
            signatory_name: String::new(),
            signatory_title: String::new(),
            page,
        }
    }

    fn title_key(&self) -> &'static str {
        let wrong = self.refusal.is_some() || !self.errors.is_empty();
        if wrong { "common-page-title-with-error" } else { "common-page-title" }
    }

    fn is_answered(&self) -> bool {
        self.answers.iter().any(|answer| answer.answer.is_some())
    }

    /// The questions left open that are put to this delegation, or (`optional`) to others.
    fn open(&self, optional: bool) -> Vec<&AnswerView> {
        self.answers.iter().filter(|a| a.answer.is_none() && a.question.optional == optional).collect()
    }

    fn over_limit(&self) -> Vec<&AnswerView> {
        self.answers.iter().filter(|a| a.answer.as_ref().is_some_and(|answer| answer.over > 0)).collect()
    }
}

/// Check your answers.
pub async fn show(read: Read<CanEditResponse>, state: Data<State>) -> Result<HttpResponse, Error> {
    let desk = Desk::load(&state, &read.access, read.page.l.language).await?;
    if let Some(submission) = &desk.submission {
        return Ok(see_other(routes::submission(submission.id)));
    }
    page::ok(&SubmitPage::of(read.page, &desk, *read.access.may_submit()))
}

/// Who signs, and what was seen.
#[derive(Debug)]
pub struct SubmitForm {
    name: String,
    title: String,
    seen: BTreeMap<QuestionId, i32>,
}

impl Form for SubmitForm {
    const WRITTEN: &'static [Written] = &[
        ("signatory-name", "submission-signatory-name", None),
        ("signatory-title", "submission-signatory-title", None),
    ];
    const AFTER_SIGN_IN: AfterSignIn = AfterSignIn::Asked;

    fn read(fields: &mut Fields) -> Result<Self, Malformed> {
        let seen = by_question(fields, "revision-")?
            .into_iter()
            .map(|(question, number)| {
                let number = number.parse().map_err(|_| Malformed(format!("revision-{question}")))?;
                Ok((question, number))
            })
            .collect::<Result<_, Malformed>>()?;
        Ok(Self { name: fields.text("signatory-name")?, title: fields.text("signatory-title")?, seen })
    }
}

/// Hands the response over.
pub async fn submit(write: Write<CanSubmitResponse, SubmitForm>, state: Data<State>) -> Result<HttpResponse, Error> {
    let Write { access, form, page, resumed, .. } = write;
    let mut errors = FormErrors::default();
    if resumed {
        return again(&state, &access, page, form, errors, Some("submission-signed-in-again")).await;
    }
    let name = errors.take("signatory-name", PersonName::parse(&form.name));
    let title = errors.take("signatory-title", Title::parse(&form.title));
    let (Some(name), Some(title)) = (name, title) else {
        return again(&state, &access, page, form, errors, None).await;
    };
    let signatory = Signatory { name: name.as_str().to_owned(), title: title.as_str().to_owned() };
    let command = Submit { signatory, seen: form.seen.clone() };
    let refusal = match state.run(submissions::submit(state.services.clone(), access.clone(), command)).await {
        Ok(id) | Err(SubmitError::Repeated(id)) => return Ok(see_other(routes::submission(id))),
        Err(SubmitError::NothingAnswered) => {
            errors.add("answers", "submission-nothing-answered");
            return again(&state, &access, page, form, errors, None).await;
        }
        Err(SubmitError::Closed) => "submission-closed",
        Err(SubmitError::Stale) => "submission-stale",
        Err(SubmitError::AlreadySubmitted(_)) => "submission-already",
        Err(error) => return Err(error.into()),
    };
    again(&state, &access, page, form, errors, Some(refusal)).await
}

/// The check page again, with what was typed: 422 for the form's errors, 409 for what happened meanwhile.
async fn again(
    state: &State,
    access: &CanSubmitResponse,
    page: Page,
    form: SubmitForm,
    errors: FormErrors,
    refusal: Option<&'static str>,
) -> Result<HttpResponse, Error> {
    let desk = Desk::load(state, access, page.l.language).await?;
    if form.seen.keys().any(|id| desk.questions.iter().all(|question| question.id != *id)) {
        return Err(Error::NotFound);
    }
    let submitted = desk.submission.is_some();
    let refusal = refusal.or(submitted.then_some("submission-already"));
    let status = if refusal.is_some() { StatusCode::CONFLICT } else { StatusCode::UNPROCESSABLE_ENTITY };
    let mut template = SubmitPage::of(page, &desk, !submitted);
    template.errors = errors;
    template.refusal = refusal;
    template.signatory_name = form.name;
    template.signatory_title = form.title;
    page::render(status, &template)
}

impl From<SubmitError> for Error {
    fn from(error: SubmitError) -> Self {
        match error {
            SubmitError::Database(error) => error.into(),
            SubmitError::Interrupted(error) => error.into(),
            SubmitError::Content(error) => Self::internal(error),
            SubmitError::Gone
            | SubmitError::ForeignQuestion
            | SubmitError::Closed
            | SubmitError::NothingAnswered
            | SubmitError::Stale
            | SubmitError::Repeated(_)
            | SubmitError::AlreadySubmitted(_) => Self::NotFound,
        }
    }
}
