//! Handing in a concept note: pasted or as a file. Nothing is created here; the answer is the review.

use std::collections::BTreeMap;

use actix_web::{HttpResponse, web::Data};
use askama::Template;
use serde::{Deserialize, Serialize};

use super::{review, review_form::Review, wording};
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
        routes,
    },
};

/// Why what was handed in was not read, and where that stands on the page.
#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
enum Refused {
    Both,
    File(NoteError),
    Text(NoteError),
}

impl Refused {
    fn errors(self) -> FormErrors {
        let (field, message) = match self {
            Self::Both => ("file", "preparation-note-error-both"),
            Self::File(error) => ("file", wording::refusal(error)),
            Self::Text(error) => ("text", wording::refusal(error)),
        };
        let mut errors = FormErrors::default();
        errors.add(field, message);
        errors
    }
}

#[derive(Template)]
#[template(path = "pages/preparation/new.html")]
struct NewPage {
    page: Page,
    errors: FormErrors,
    text: String,
    /// [`Refused`] as the form carries it through a change of language.
    refused: String,
    action: String,
}

impl NewPage {
    fn of(page: Page, refused: Option<Refused>, text: String) -> Result<Self, Error> {
        let action = routes::new_consultation();
        Ok(Self {
            page: Page { kept_in: Some(("hand-in", action.clone())), ..page },
            errors: refused.map(Refused::errors).unwrap_or_default(),
            text,
            refused: refused
                .map(|why| serde_json::to_string(&why))
                .transpose()
                .map_err(Error::internal)?
                .unwrap_or_default(),
            action,
        })
    }

    fn title_key(&self) -> &'static str {
        if self.errors.is_empty() { "common-page-title" } else { "common-page-title-with-error" }
    }
}

/// The page; with 422 where it says why something was refused.
fn asking(page: Page, refused: Option<Refused>, text: String) -> Result<HttpResponse, Error> {
    let shown = NewPage::of(page, refused, text)?;
    if shown.errors.is_empty() { page::ok(&shown) } else { page::unprocessable(&shown) }
}

/// Asks for the note.
pub async fn show(read: Read<CanCreateConsultation>) -> Result<HttpResponse, Error> {
    asking(read.page, None, String::new())
}

/// A file, or its text.
#[derive(Debug)]
pub struct NoteForm {
    file: Option<Upload>,
    text: String,
    refused: Option<Refused>,
    act: String,
}

impl Form for NoteForm {
    fn read(fields: &mut Fields) -> Result<Self, Malformed> {
        let refused = fields.text("refused")?;
        let refused = (!refused.is_empty()).then(|| serde_json::from_str(&refused));
        Ok(Self {
            file: fields.file("file"),
            text: fields.text("text")?,
            refused: refused.transpose().map_err(|_| Malformed("refused".into()))?,
            act: fields.optional("act")?.unwrap_or_default(),
        })
    }
}

/// Reads the note and shows what was understood.
pub async fn read(write: Write<CanCreateConsultation, NoteForm>, state: Data<State>) -> Result<HttpResponse, Error> {
    let Write { access, form, mut page, request, .. } = write;
    if let Some(language) = page::switched(&form.act) {
        page.switch(&request, &state, language).await?;
        return asking(page, form.refused, form.text);
    }
    let pasted = !form.text.trim().is_empty();
    let (bytes, name, refuse): (_, _, fn(NoteError) -> Refused) = match form.file {
        Some(_) if pasted => return asking(page, Some(Refused::Both), form.text),
        Some(file) => (file.bytes, file.file_name, Refused::File),
        None => (form.text.clone().into_bytes(), None, Refused::Text),
    };
    match understand(&state, access.account().into(), &bytes, name.clone()).await? {
        Ok(reading) => {
            let form = Review::of(&access, &reading, &bytes, name);
            page::ok(&review::page(&state, page, &access, form, reading).await?)
        }
        Err(error) => asking(page, Some(refuse(error)), form.text),
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
