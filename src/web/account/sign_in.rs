//! Signing in.

use actix_web::{HttpResponse, http::StatusCode, web::Data};
use askama::Template;

use crate::{
    domain::{access::Anyone, line::EmailAddress, password::Password},
    services::accounts::{self, SignIn, SignInError, WAIT_MINUTES},
    web::{
        State,
        error::Error,
        fields::{Fields, Malformed},
        form::{Form, FormErrors},
        origin,
        page::{self, Page, own_path, see_other},
        request::{Read, Write},
        routes, session,
    },
};

#[derive(Template)]
#[template(path = "pages/account/sign_in.html")]
struct SignInPage {
    page: Page,
    errors: FormErrors,
    email: String,
    return_to: String,
}

impl SignInPage {
    fn title_key(&self) -> &'static str {
        if self.errors.is_empty() { "common-page-title" } else { "common-page-title-with-error" }
    }
}

/// The sign-in page.
pub async fn show(read: Read<Anyone>) -> Result<HttpResponse, Error> {
    let return_to = own_path(&page::query(&read.request, "return_to").unwrap_or_else(routes::start));
    if read.page.account.is_some() {
        return Ok(see_other(return_to));
    }
    page::ok(&SignInPage { page: read.page, errors: FormErrors::default(), email: String::new(), return_to })
}

/// What the sign-in page sends.
#[derive(Debug)]
pub struct SignInForm {
    email: String,
    password: String,
    return_to: String,
}

impl Form for SignInForm {
    fn read(fields: &mut Fields) -> Result<Self, Malformed> {
        Ok(Self {
            email: fields.text("email")?,
            password: fields.text("password")?,
            return_to: fields.text("return_to")?,
        })
    }
}

/// Begins a session.
pub async fn create(write: Write<Anyone, SignInForm>, state: Data<State>) -> Result<HttpResponse, Error> {
    let Write { form, page, request, .. } = write;
    let mut errors = FormErrors::default();
    let email = errors.take("email", EmailAddress::parse(&form.email));
    errors.require("password", (!form.password.is_empty()).then_some(()), "error-required");
    let return_to = own_path(&form.return_to);
    let mut status = StatusCode::UNPROCESSABLE_ENTITY;
    if let Some(email) = email.filter(|_| errors.is_empty()) {
        let installation = state.services.installation.id;
        let command = SignIn {
            email,
            password: Password::attempt(&form.password),
            browser: session::browser(&request, installation),
            address: origin::client_address(&request, &state.settings),
        };
        match state.run(accounts::sign_in(state.services.clone(), command)).await {
            Ok(signed_in) => {
                session::set_cookies(&request, session::begin(installation, &signed_in.session, &signed_in.browser));
                return Ok(see_other(return_to));
            }
            Err(SignInError::Wrong) => errors.add("email", "sign-in-wrong"),
            Err(SignInError::TooMany) => {
                status = StatusCode::TOO_MANY_REQUESTS;
                errors.add_with("email", "sign-in-too-many", "minutes", usize::try_from(WAIT_MINUTES).unwrap_or(5));
            }
            Err(error) => return Err(error.into()),
        }
    }
    page::render(status, &SignInPage { page, errors, email: form.email, return_to })
}
