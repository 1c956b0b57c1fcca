//! Handing in a concept note: pasted or as a file. Nothing is created here; the answer is the review.

use std::collections::BTreeMap;

use actix_web::{HttpResponse, web::Data};
use askama::Template;

use super::{
    review::{self, Review},
    wording,
};
use crate::{
    concept_note::{Country, NoteError, Reading},
    database::Principal,
    domain::access::CanCreateConsultation,
    store,
    web::{
        State,
        error::Error,
        fields::{Fields, Malformed, Upload},
        form::{Form, FormErrors},
        page::{self, Page},
        request::{Read, Write},
    },
};

#[derive(Template)]
#[template(path = "pages/preparation/new.html")]
struct NewPage {
    page: Page,
    errors: FormErrors,
    text: String,
}

impl NewPage {
    fn title_key(&self) -> &'static str {
        if self.errors.is_empty() { "common-page-title" } else { "common-page-title-with-error" }
    }
}

/// Asks for the note.
pub async fn show(read: Read<CanCreateConsultation>) -> Result<HttpResponse, Error> {
    page::ok(&NewPage { page: read.page, errors: FormErrors::default(), text: String::new() })
}

/// A file, or its text.
#[derive(Debug)]
pub struct NoteForm {
    file: Option<Upload>,
    text: String,
}

impl Form for NoteForm {
    fn read(fields: &mut Fields) -> Result<Self, Malformed> {
        Ok(Self { file: fields.file("file"), text: fields.text("text")? })
    }
}

/// Reads the note and shows what was understood.
pub async fn read(write: Write<CanCreateConsultation, NoteForm>, state: Data<State>) -> Result<HttpResponse, Error> {
    let Write { access, form, page, .. } = write;
    let mut errors = FormErrors::default();
    let pasted = !form.text.trim().is_empty();
    let (field, bytes, name) = match form.file {
        Some(_) if pasted => {
            errors.add("file", "preparation-note-error-both");
            return page::unprocessable(&NewPage { page, errors, text: form.text });
        }
        Some(file) => ("file", file.bytes, file.file_name),
        None => ("text", form.text.clone().into_bytes(), None),
    };
    match understand(&state, access.account().into(), &bytes, name.clone()).await? {
        Ok(reading) => {
            let form = Review::of(&access, &reading, &bytes, name);
            page::ok(&review::page(&state, page, &access, form, reading).await?)
        }
        Err(error) => {
            errors.add(field, wording::refusal(error));
            page::unprocessable(&NewPage { page, errors, text: form.text })
        }
    }
}

/// What the reader makes of a file, knowing the participants' names.
pub(super) async fn understand(
    state: &State,
    principal: Principal,
    bytes: &[u8],
    name: Option<String>,
) -> Result<Result<Reading, NoteError>, Error> {
    let names = state
        .services
        .database
        .read(principal, |c| Box::pin(async move { Ok::<_, Error>(store::participants::every_name(c).await?) }))
        .await?;
    let mut countries: BTreeMap<_, Vec<String>> = BTreeMap::new();
    for (code, name) in names {
        countries.entry(code).or_default().push(name);
    }
    let countries: Vec<_> =
        countries.into_iter().map(|(code, names)| Country { code: code.to_string(), names }).collect();
    state.notes.read(bytes, name, countries).await.map_err(Error::internal)
}
