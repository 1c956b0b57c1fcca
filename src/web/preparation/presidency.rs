//! The presidency's own people: chairs and analysts.

use actix_web::{HttpResponse, web::Data};
use askama::Template;

use super::{
    Head,
    head::load,
    state::{Refusal, refused},
};
use crate::{
    domain::{access::CanConduct, delegation::Role, ids::ConsultationId, line::EmailAddress},
    services::invitations::{self, TeamError},
    store::memberships::Member,
    web::{
        State,
        error::Error,
        fields::{Fields, Malformed},
        form::{Empty, Form, FormErrors},
        page::{self, Page, see_other_with},
        request::{Read, Write},
        routes, subjects,
        tabs::Tabs,
    },
};

#[derive(Template)]
#[template(path = "pages/preparation/presidency.html")]
struct PresidencyPage {
    page: Page,
    head: Head,
    tabs: Tabs,
    errors: FormErrors,
    id: ConsultationId,
    people: Vec<Member>,
    email: String,
}

impl PresidencyPage {
    fn title_key(&self) -> &'static str {
        if self.errors.is_empty() { "common-page-title" } else { "common-page-title-with-error" }
    }

    fn may_end(&self, member: &Member) -> bool {
        let chairs = self.people.iter().filter(|m| m.membership.role == Role::Chair).count();
        member.membership.role != Role::Chair || chairs > 1
    }
}

async fn build(
    state: &State,
    page: Page,
    access: &CanConduct,
    email: String,
    errors: FormErrors,
) -> Result<PresidencyPage, Error> {
    let loaded = load(state, &page, access).await?;
    let id = loaded.consultation.id;
    let people = state.services.database.read(access.account().into(), move |c| {
        Box::pin(async move { Ok::<_, Error>(invitations::presidency(c, id).await?) })
    });
    let mut people = people.await?;
    page.l.sort_by_name(&mut people, |member| &member.name);
    people.sort_by_key(|member| member.membership.role);
    Ok(PresidencyPage { tabs: Tabs::of(id, Role::Chair), head: loaded.head, page, errors, id, people, email })
}

/// Who presides.
pub async fn show(read: Read<CanConduct>, state: Data<State>) -> Result<HttpResponse, Error> {
    page::ok(&build(&state, read.page, &read.access, String::new(), FormErrors::default()).await?)
}

/// An address.
#[derive(Debug)]
pub struct AnalystForm {
    email: String,
}

impl Form for AnalystForm {
    fn read(fields: &mut Fields) -> Result<Self, Malformed> {
        Ok(Self { email: fields.text("email")? })
    }
}

/// Adds an analyst.
pub async fn add(write: Write<CanConduct, AnalystForm>, state: Data<State>) -> Result<HttpResponse, Error> {
    let Write { access, form, page, .. } = write;
    let mut errors = FormErrors::default();
    if let Some(email) = errors.take("email", EmailAddress::parse(&form.email)) {
        match state.run(invitations::add_analyst(state.services.clone(), access.clone(), email)).await {
            Ok(()) => return Ok(see_other_with(routes::presidency(*access.consultation()), "analyst-added")),
            Err(TeamError::AlreadyThere) => errors.add("email", "preparation-team-already"),
            Err(TeamError::OtherSide) => errors.add("email", "preparation-team-other-side"),
            Err(error) => return Err(error.into()),
        }
    }
    page::unprocessable(&build(&state, page, &access, form.email, errors).await?)
}

/// Ends a membership.
pub async fn end(write: Write<CanConduct, Empty>, state: Data<State>) -> Result<HttpResponse, Error> {
    let Write { access, page, request, .. } = write;
    let (id, membership) = (*access.consultation(), subjects::id(&request, "membership")?);
    match state.run(invitations::end_member(state.services.clone(), access, membership)).await {
        // one's own membership: the page is no longer one's own
        Ok(true) => Ok(see_other_with(routes::consultations(), "presidency-member-removed")),
        Ok(false) => Ok(see_other_with(routes::presidency(id), "presidency-member-removed")),
        Err(TeamError::NotFound) => Err(Error::NotFound),
        Err(TeamError::LastChair) => refused(page, id, Refusal::LastChair),
        Err(error) => Err(error.into()),
    }
}
