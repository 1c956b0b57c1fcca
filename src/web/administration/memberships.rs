//! Memberships that an administrator gives to others, and ends.

use actix_web::{HttpResponse, http::StatusCode, web::Data};

use super::account::{AccountPage, answer};
use crate::{
    domain::{access::CanAdministrate, delegation::Role, participant::ParticipantCode},
    services::administration::{self, NewMembership},
    web::{
        State,
        error::Error,
        fields::{Fields, Malformed},
        form::{Empty, Form, FormErrors},
        page,
        request::Write,
        subjects,
    },
};

/// What the account is to be, where, and for whom.
#[derive(Debug)]
pub struct MembershipForm {
    /// A role as stored.
    pub(super) role: String,
    /// A consultation's identifier, or nothing.
    pub(super) consultation: String,
    /// A participant's code, or nothing.
    pub(super) participant: String,
}

impl Default for MembershipForm {
    fn default() -> Self {
        Self { role: Role::FocalPoint.as_str().to_owned(), consultation: String::new(), participant: String::new() }
    }
}

impl Form for MembershipForm {
    fn read(fields: &mut Fields) -> Result<Self, Malformed> {
        Ok(Self {
            role: fields.text("role")?,
            consultation: fields.text("consultation")?,
            participant: fields.text("participant")?,
        })
    }
}

impl MembershipForm {
    fn parse(&self, errors: &mut FormErrors) -> Option<NewMembership> {
        let role = errors.require("role", Role::parse(&self.role), "error-not-a-choice");
        let consultation = match self.consultation.as_str() {
            "" => Some(None),
            id => errors.require("consultation", id.parse().ok().map(Some), "error-not-a-choice"),
        };
        let participant = match self.participant.as_str() {
            "" => Some(None),
            code => errors.require("participant", ParticipantCode::parse(code).map(Some), "error-not-a-choice"),
        };
        Some(NewMembership { role: role?, consultation: consultation?, participant: participant? })
    }
}

/// Gives the account a membership.
pub async fn begin(write: Write<CanAdministrate, MembershipForm>, state: Data<State>) -> Result<HttpResponse, Error> {
    let Write { access, form, page, request, .. } = write;
    let id = subjects::id(&request, "account")?;
    let mut errors = FormErrors::default();
    let Some(command) = form.parse(&mut errors) else {
        let shown = AccountPage::load(page, &state, access, id, errors, form).await?;
        return page::render(StatusCode::UNPROCESSABLE_ENTITY, &shown);
    };
    let begun = administration::begin_membership(state.services.clone(), access.clone(), id, command);
    let done = state.run(begun).await;
    answer(page, &request, &state, access, done, "administration-membership-began", form).await
}

/// Ends one of the account's memberships.
pub async fn end(write: Write<CanAdministrate, Empty>, state: Data<State>) -> Result<HttpResponse, Error> {
    let Write { access, page, request, .. } = write;
    let (id, membership) = (subjects::id(&request, "account")?, subjects::id(&request, "membership")?);
    let ended = administration::end_membership(state.services.clone(), access.clone(), id, membership);
    let done = state.run(ended).await;
    answer(page, &request, &state, access, done, "administration-membership-ended", MembershipForm::default()).await
}
