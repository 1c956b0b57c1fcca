//! The delegation's people: everybody of it sees them, its focal points manage them.

use actix_web::{HttpResponse, web::Data};
use askama::Template;

use super::desk::{Desk, Head};
use crate::{
    database::Principal,
    domain::{
        access::{CanEditResponse, CanManageTeam},
        delegation::Role,
        ids::{AccountId, ConsultationId},
        line::EmailAddress,
        participant::ParticipantCode,
    },
    services::teams::{self, TeamError},
    store::{self, memberships::Member, revisions::OwnResponse},
    web::{
        State,
        error::Error,
        fields::{Fields, Malformed},
        form::{Empty, Form, FormErrors},
        page::{self, Page, see_other_with},
        request::{Read, Write},
        routes, subjects,
    },
};

/// The roles a focal point can give.
const ROLES: [Role; 3] = [Role::FocalPoint, Role::Approver, Role::Drafter];

#[derive(Template)]
#[template(path = "pages/responses/team.html")]
struct TeamPage {
    page: Page,
    errors: FormErrors,
    head: Head,
    members: Vec<MemberView>,
    manages: bool,
    action: String,
    email: String,
    role: String,
    roles: Vec<(String, String, String)>,
}

/// One person of the delegation.
struct MemberView {
    name: String,
    email: String,
    role: &'static str,
    active: bool,
    end: String,
}

impl TeamPage {
    async fn load<A>(state: &State, access: &A, page: Page, manages: bool) -> Result<Self, Error>
    where
        A: OwnResponse + Clone + Send + Sync + 'static,
    {
        let desk = Desk::load(state, access, page.l.language).await?;
        let members = members(state, access.account(), access.consultation(), access.participant().clone()).await?;
        let response = access.response();
        let l = page.l;
        let view = |member: Member| MemberView {
            role: member.membership.role.message(),
            active: member.activated,
            end: routes::team_end(response, member.membership.id),
            name: member.name,
            email: member.email,
        };
        Ok(Self {
            errors: FormErrors::default(),
            head: desk.head(l),
            members: members.into_iter().map(view).collect(),
            manages,
            action: routes::team(response),
            email: String::new(),
            role: Role::Drafter.as_str().to_owned(),
            roles: ROLES.map(|role| (role.as_str().to_owned(), l.t(role.message()).to_string(), String::new())).into(),
            page,
        })
    }

    fn title_key(&self) -> &'static str {
        if self.errors.is_empty() { "common-page-title" } else { "common-page-title-with-error" }
    }
}

async fn members(
    state: &State,
    account: AccountId,
    consultation: ConsultationId,
    participant: ParticipantCode,
) -> Result<Vec<Member>, Error> {
    state
        .services
        .database
        .read(Principal::Account(account), move |c| {
            Box::pin(async move { Ok(store::memberships::of_consultation(c, consultation, Some(&participant)).await?) })
        })
        .await
}

/// The team.
pub async fn show(read: Read<CanEditResponse>, state: Data<State>) -> Result<HttpResponse, Error> {
    let manages = *read.access.manages_team();
    page::ok(&TeamPage::load(&state, &read.access, read.page, manages).await?)
}

/// A new person.
#[derive(Debug)]
pub struct AddForm {
    email: String,
    role: String,
}

impl Form for AddForm {
    fn read(fields: &mut Fields) -> Result<Self, Malformed> {
        Ok(Self { email: fields.text("email")?, role: fields.text("role")? })
    }
}

/// Adds a person and invites them.
pub async fn add(write: Write<CanManageTeam, AddForm>, state: Data<State>) -> Result<HttpResponse, Error> {
    let Write { access, form, page, .. } = write;
    let mut errors = FormErrors::default();
    let email = errors.take("email", EmailAddress::parse(&form.email));
    let role = Role::parse(&form.role).filter(|role| role.is_delegation());
    let role = errors.require("role", role, "error-not-a-choice");
    let (Some(email), Some(role)) = (email, role) else {
        return unprocessable(&state, &access, page, form, errors).await;
    };
    let added = teams::add(state.services.clone(), access.clone(), email, role, page.l.language);
    match state.run(added).await {
        Ok(()) => Ok(see_other_with(routes::team(*access.response()), "team-added")),
        Err(TeamError::OtherSide) => {
            errors.add("email", "team-other-side");
            unprocessable(&state, &access, page, form, errors).await
        }
        Err(error) => Err(error.into()),
    }
}

/// The page again, with what was typed and what is wrong with it.
async fn unprocessable(
    state: &State,
    access: &CanManageTeam,
    page: Page,
    form: AddForm,
    errors: FormErrors,
) -> Result<HttpResponse, Error> {
    let shown = TeamPage::load(state, access, page, true).await?;
    page::unprocessable(&TeamPage { errors, email: form.email, role: form.role, ..shown })
}

/// Ends a person's membership.
pub async fn end(write: Write<CanManageTeam, Empty>, state: Data<State>) -> Result<HttpResponse, Error> {
    let Write { access, page, request, .. } = write;
    let membership = subjects::id(&request, "membership")?;
    match state.run(teams::end(state.services.clone(), access.clone(), membership)).await {
        // one's own end leads out of the delegation's pages
        Ok(account) if account == *access.account() => Ok(see_other_with(routes::consultations(), "team-ended")),
        Ok(_) => Ok(see_other_with(routes::team(*access.response()), "team-ended")),
        Err(TeamError::LastFocalPoint) => {
            let mut template = TeamPage::load(&state, &access, page, true).await?;
            template.errors.add("members", "team-last-focal-point");
            page::unprocessable(&template)
        }
        Err(error) => Err(error.into()),
    }
}

impl From<TeamError> for Error {
    fn from(error: TeamError) -> Self {
        match error {
            TeamError::Gone | TeamError::NotADelegationRole | TeamError::LastFocalPoint | TeamError::OtherSide => {
                Self::NotFound
            }
            TeamError::Database(error) => error.into(),
            TeamError::Interrupted(error) => error.into(),
        }
    }
}
