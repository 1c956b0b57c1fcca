//! Passwords: forgotten, and changed.

use actix_web::{HttpResponse, web::Data};
use askama::Template;

use super::profile;
use crate::{
    domain::{
        access::{Anyone, CanUseAccount},
        line::EmailAddress,
        password::Password,
    },
    services::accounts::{self, ChangePasswordError},
    web::{
        State,
        error::Error,
        fields::{Fields, Malformed},
        form::{Form, FormErrors},
        origin,
        page::{self, Page, see_other_with},
        request::{Read, Write, signed_in},
        routes,
    },
};

#[derive(Template)]
#[template(path = "pages/account/forgotten.html")]
struct ForgottenPage {
    page: Page,
    errors: FormErrors,
    email: String,
    sent: bool,
}

impl ForgottenPage {
    fn title_key(&self) -> &'static str {
        if self.errors.is_empty() { "common-page-title" } else { "common-page-title-with-error" }
    }
}

/// Asks for the address.
pub async fn show_forgotten(read: Read<Anyone>) -> Result<HttpResponse, Error> {
    page::ok(&ForgottenPage { page: read.page, errors: FormErrors::default(), email: String::new(), sent: false })
}

/// An address.
#[derive(Debug)]
pub struct ForgottenForm {
    email: String,
}

impl Form for ForgottenForm {
    fn read(fields: &mut Fields) -> Result<Self, Malformed> {
        Ok(Self { email: fields.text("email")? })
    }
}

/// Has a link mailed, if there is such an account; says the same either way.
pub async fn request_reset(write: Write<Anyone, ForgottenForm>, state: Data<State>) -> Result<HttpResponse, Error> {
    let Write { form, page, request, .. } = write;
    let mut errors = FormErrors::default();
    let Some(email) = errors.take("email", EmailAddress::parse(&form.email)) else {
        return page::unprocessable(&ForgottenPage { page, errors, email: form.email, sent: false });
    };
    let address = origin::client_address(&request, &state.settings);
    state.run(accounts::request_reset(state.services.clone(), email, address)).await?;
    page::ok(&ForgottenPage { page, errors, email: form.email, sent: true })
}

/// The present password, and the new one twice.
#[derive(Debug)]
pub struct ChangeForm {
    present: String,
    password: String,
    again: String,
}

impl Form for ChangeForm {
    fn read(fields: &mut Fields) -> Result<Self, Malformed> {
        let _for_password_managers = fields.optional("username")?;
        Ok(Self { present: fields.text("present")?, password: fields.text("password")?, again: fields.text("again")? })
    }
}

/// Changes one's own password.
pub async fn change(write: Write<CanUseAccount, ChangeForm>, state: Data<State>) -> Result<HttpResponse, Error> {
    let Write { access, form, page, request, .. } = write;
    let session = signed_in(&request).ok_or(Error::SignInFirst)?.session.id;
    let mut errors = FormErrors::default();
    errors.require("present", (!form.present.is_empty()).then_some(()), "error-required");
    let new = choose(&mut errors, &form.password, &form.again);
    if let Some(new) = new.filter(|_| errors.is_empty()) {
        let present = Password::attempt(&form.present);
        match state.run(accounts::change_password(state.services.clone(), access, session, present, new)).await {
            Ok(()) => return Ok(see_other_with(routes::account(), "password-changed")),
            Err(ChangePasswordError::Wrong) => errors.add("present", "account-present-wrong"),
            Err(error) => return Err(error.into()),
        }
    }
    page::unprocessable(&profile::ProfilePage::of(page, errors)?)
}

/// The password chosen, if it is long enough and typed the same twice.
pub(super) fn choose(errors: &mut FormErrors, password: &str, again: &str) -> Option<Password> {
    let chosen = errors.take("password", Password::choose(password))?;
    errors.require("again", (password == again).then_some(chosen), "account-again-differs")
}
