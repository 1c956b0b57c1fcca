//! The receipt of a submission, and what was submitted.

use actix_web::{HttpResponse, http::header, web::Data};
use askama::Template;
use chrono_tz::Tz;

use super::answer::{AnswerView, Shown};
use crate::{
    database::Principal,
    domain::{
        access::CanReadSubmission,
        consultation::{Consultation, Question},
        language::Language,
        submission::{Content, Submission},
        words,
    },
    locales::Locale,
    store,
    web::{
        State,
        consultations::question::{Names, QuestionView, name, names},
        error::Error,
        page::{self, Page},
        request::Read,
        routes,
    },
};

/// What both pages show.
struct Receipt {
    submission: Submission,
    content: Content,
    consultation: Consultation,
    names: Names,
    sender: String,
}

/// The head of both pages.
struct ReceiptView {
    participant: String,
    reference: String,
    title: String,
    language: Language,
    consultation: String,
    received: Vec<String>,
    signatory_name: String,
    signatory_title: String,
    sender: String,
    hash: String,
    position: i64,
    answered: String,
    open: Option<String>,
    receipt: String,
    content: String,
    text: String,
    contact_name: String,
    contact_email: String,
}

#[derive(Template)]
#[template(path = "pages/responses/receipt.html")]
struct ReceiptPage {
    page: Page,
    view: ReceiptView,
    presides: bool,
}

#[derive(Template)]
#[template(path = "pages/responses/submitted.html")]
struct SubmittedPage {
    page: Page,
    view: ReceiptView,
    presides: bool,
    answers: Vec<AnswerView>,
}

impl Receipt {
    async fn load(state: &State, access: &CanReadSubmission, l: Locale) -> Result<Self, Error> {
        let (today, access) = (state.services.clock.now().date_naive(), access.clone());
        let principal = Principal::Account(*access.account());
        state
            .services
            .database
            .read(principal, move |c| {
                Box::pin(async move {
                    let submission = store::submissions::get(c, &access).await?.ok_or(Error::NotFound)?;
                    let sender = store::accounts::get(c, submission.submitted_by).await?;
                    Ok(Self {
                        content: submission.content().map_err(Error::internal)?,
                        consultation: store::consultations::get(c, submission.consultation)
                            .await?
                            .ok_or(Error::NotFound)?,
                        names: names(store::participants::all(c, l.language, today).await?),
                        sender: sender.map(|account| account.name).unwrap_or_default(),
                        submission,
                    })
                })
            })
            .await
    }

    fn view(&self, l: Locale) -> ReceiptView {
        let (submission, consultation) = (&self.submission, &self.consultation);
        let labels = |answered: bool| -> Vec<String> {
            let fits = |id| self.content.answer(id).is_some() == answered;
            self.content.questions.iter().filter(|q| fits(q.id)).map(|q| q.label.clone()).collect()
        };
        let open = labels(false);
        let seat = l.moment_to_the_second(submission.submitted_at, consultation.seat);
        let own = l.moment_to_the_second(submission.submitted_at, l.time_zone);
        let local = |zone: Tz| submission.submitted_at.with_timezone(&zone).naive_local();
        let differs = local(consultation.seat) != local(l.time_zone);
        ReceiptView {
            participant: name(&self.names, &submission.participant),
            reference: submission.reference.to_string(),
            title: consultation.title.clone(),
            language: consultation.language,
            consultation: routes::consultation(consultation.id),
            received: std::iter::once(seat).chain(differs.then_some(own)).collect(),
            signatory_name: submission.signatory.name.clone(),
            signatory_title: submission.signatory.title.clone(),
            sender: self.sender.clone(),
            hash: hex::encode(&submission.sha256),
            position: submission.chain_position,
            answered: labels(true).join(" "),
            open: (!open.is_empty()).then(|| open.join(" ")),
            receipt: routes::submission(submission.id),
            content: routes::submission_content(submission.id),
            text: routes::submission_text(submission.id),
            contact_name: consultation.contact_name.clone(),
            contact_email: consultation.contact_email.clone(),
        }
    }

    /// The answers; with the way to their versions for the delegation, which alone may read them.
    fn answers(&self, l: Locale, presides: bool) -> Vec<AnswerView> {
        let limit = self.consultation.word_limit;
        (1..)
            .zip(&self.content.questions)
            .map(|(position, asked)| {
                let question = Question {
                    id: asked.id,
                    position,
                    label: asked.label.clone(),
                    text: asked.text.clone(),
                    addressees: asked.addressed.clone(),
                };
                let answer = self.content.answer(asked.id).map(|answer| {
                    let count = words::count(answer.text.as_str(), answer.language);
                    Shown::of(answer.text.as_str(), answer.language, count, limit, position, l)
                });
                let reader = Some(&self.submission.participant);
                let of = (self.submission.response, asked.id);
                AnswerView {
                    revisions: (answer.is_some() && !presides).then(|| routes::revisions(of.0, of.1)),
                    question: QuestionView::of(&question, &self.names, reader, l),
                    answer,
                }
            })
            .collect()
    }
}

/// The receipt.
pub async fn show(read: Read<CanReadSubmission>, state: Data<State>) -> Result<HttpResponse, Error> {
    let receipt = Receipt::load(&state, &read.access, read.page.l).await?;
    let view = receipt.view(read.page.l);
    page::ok(&ReceiptPage { view, presides: *read.access.presides(), page: read.page })
}

/// The canonical content, byte for byte as it was hashed, to be saved under the reference number.
pub async fn download(read: Read<CanReadSubmission>, state: Data<State>) -> Result<HttpResponse, Error> {
    let access = read.access;
    let principal = Principal::Account(*access.account());
    let submission = state
        .services
        .database
        .read(principal, move |c| {
            Box::pin(async move { store::submissions::get(c, &access).await?.ok_or(Error::NotFound) })
        })
        .await?;
    // a reference has digits, capitals and hyphens alone: it needs no encoding (RFC 6266, 4.3)
    let disposition = format!("attachment; filename=\"{}.json\"", submission.reference);
    Ok(HttpResponse::Ok()
        .insert_header((header::CONTENT_TYPE, "application/json"))
        .insert_header((header::CONTENT_DISPOSITION, disposition))
        .body(submission.canonical))
}

/// What was submitted, read-only.
pub async fn show_text(read: Read<CanReadSubmission>, state: Data<State>) -> Result<HttpResponse, Error> {
    let receipt = Receipt::load(&state, &read.access, read.page.l).await?;
    let presides = *read.access.presides();
    let (view, answers) = (receipt.view(read.page.l), receipt.answers(read.page.l, presides));
    page::ok(&SubmittedPage { view, answers, presides, page: read.page })
}
