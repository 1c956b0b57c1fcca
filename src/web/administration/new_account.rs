//! A new account: of a chair, of an administrator, or of a person who is to become something later.

use actix_web::{HttpResponse, web::Data};
use askama::Template;

use super::{Options, participant_options, title_key};
use crate::{
    domain::{
        access::CanAdministrate,
        language::Language,
        line::{EmailAddress, PersonName},
        participant::ParticipantCode,
    },
    services::administration::{self, CreateAccountError, NewAccount, Purpose},
    web::{
        State,
        error::Error,
        fields::{Fields, Malformed},
        form::{Form, FormErrors, languages},
        page::{self, Page, see_other_with},
        request::{Read, Write},
        routes,
    },
};

/// What an account may be for: value, message, hint.
const PURPOSES: [(&str, &str, &str); 3] = [
    ("chair", "administration-purpose-chair", "administration-purpose-chair-hint"),
    ("person", "administration-purpose-person", "administration-purpose-person-hint"),
    ("administrator", "administration-purpose-administrator", "administration-purpose-administrator-hint"),
];

#[derive(Template)]
#[template(path = "pages/administration/new_account.html")]
struct NewAccountPage {
    page: Page,
    errors: FormErrors,
    form: NewAccountForm,
    languages: Options,
    participants: Options,
    existing: Option<String>,
}

impl NewAccountPage {
    fn title_key(&self) -> &'static str {
        title_key(&self.errors)
    }
}

/// What the page sends.
#[derive(Debug)]
pub struct NewAccountForm {
    email: String,
    name: String,
    language: String,
    purpose: String,
    participant: String,
}

impl Form for NewAccountForm {
    fn read(fields: &mut Fields) -> Result<Self, Malformed> {
        Ok(Self {
            email: fields.text("email")?,
            name: fields.text("name")?,
            language: fields.text("language")?,
            purpose: fields.text("purpose")?,
            participant: fields.text("participant")?,
        })
    }
}

impl NewAccountForm {
    fn parse(&self, errors: &mut FormErrors) -> Option<NewAccount> {
        let email = errors.take("email", EmailAddress::parse(&self.email));
        let name = match self.name.trim() {
            "" => Some(None),
            name => errors.take("name", PersonName::parse(name)).map(Some),
        };
        let language = errors.require("language", Language::parse(&self.language), "error-not-a-choice");
        let purpose = self.parse_purpose(errors);
        Some(NewAccount { email: email?, name: name?, language: language?, purpose: purpose? })
    }

    fn parse_purpose(&self, errors: &mut FormErrors) -> Option<Purpose> {
        match (self.purpose.as_str(), self.participant.as_str()) {
            ("person", "") => Some(Purpose::Person),
            ("administrator", "") => Some(Purpose::Administrator),
            ("chair", "") => errors.require("participant", None, "error-required-choice"),
            ("chair", code) => {
                errors.require("participant", ParticipantCode::parse(code), "error-not-a-choice").map(Purpose::Chair)
            }
            ("person" | "administrator", _) => {
                errors.require("participant", None, "administration-error-only-for-a-chair")
            }
            _ => errors.require("purpose", None, "error-not-a-choice"),
        }
    }
}

async fn form_page(
    page: Page,
    state: &State,
    access: CanAdministrate,
    errors: FormErrors,
    form: NewAccountForm,
) -> Result<NewAccountPage, Error> {
    let (context, language) = (state.services.clone(), page.l.language);
    let participants = state
        .run(async move { administration::participants(context, access, language).await.map_err(Error::from) })
        .await?;
    Ok(NewAccountPage {
        languages: languages(),
        participants: participant_options(page.l, participants),
        existing: None,
        page,
        errors,
        form,
    })
}

/// The empty form.
pub async fn show(read: Read<CanAdministrate>, state: Data<State>) -> Result<HttpResponse, Error> {
    let form = NewAccountForm {
        email: String::new(),
        name: String::new(),
        language: read.page.l.language.tag().to_owned(),
        purpose: "chair".to_owned(),
        participant: String::new(),
    };
    page::ok(&form_page(read.page, &state, read.access, FormErrors::default(), form).await?)
}

/// Makes the account and has the link mailed.
pub async fn create(write: Write<CanAdministrate, NewAccountForm>, state: Data<State>) -> Result<HttpResponse, Error> {
    let Write { access, form, page, .. } = write;
    let mut errors = FormErrors::default();
    let mut existing = None;
    if let Some(command) = form.parse(&mut errors) {
        let made = administration::create_account(state.services.clone(), access.clone(), command);
        match state.run(made).await {
            Ok(account) => return Ok(see_other_with(routes::administered_account(account), "administration-created")),
            Err(CreateAccountError::Exists(account)) => {
                existing = Some(routes::administered_account(account));
                errors.add("email", "administration-error-exists");
            }
            Err(CreateAccountError::NoSuchParticipant) => errors.add("participant", "error-not-a-choice"),
            Err(CreateAccountError::Database(error)) => return Err(error.into()),
            Err(CreateAccountError::Interrupted(error)) => return Err(error.into()),
        }
    }
    let shown = form_page(page, &state, access, errors, form).await?;
    page::unprocessable(&NewAccountPage { existing, ..shown })
}
