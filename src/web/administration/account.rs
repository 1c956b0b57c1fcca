//! One account: what is known of it, whether it is open, its link.

use actix_web::{HttpRequest, HttpResponse, http::StatusCode, web::Data};
use askama::Template;

use super::{Options, Standing, memberships::MembershipForm, participant_options, title_key, unchosen};
use crate::{
    domain::{
        access::CanAdministrate, consultation::Consultation, delegation::Role, ids::AccountId, language::Language,
    },
    locales::Locale,
    services::administration::{self, AccountView, ChangeAccountError},
    store::accounts::AdministeredAccount,
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

struct MembershipRow {
    role: &'static str,
    participant: String,
    consultation: Option<(String, Language)>,
    end: String,
}

/// An account's page; also shown again with what is wrong.
#[derive(Template)]
#[template(path = "pages/administration/account.html")]
pub(super) struct AccountPage {
    page: Page,
    errors: FormErrors,
    id: AccountId,
    email: String,
    state: Standing,
    own: bool,
    facts: Vec<(&'static str, String)>,
    memberships: Vec<MembershipRow>,
    roles: Options,
    consultations: Options,
    participants: Options,
    form: MembershipForm,
}

impl AccountPage {
    fn title_key(&self) -> &'static str {
        title_key(&self.errors)
    }

    fn memberships_path(&self) -> String {
        routes::account_memberships(self.id)
    }

    fn link_path(&self) -> String {
        routes::account_link(self.id)
    }

    fn state_path(&self) -> String {
        routes::account_state(self.id)
    }

    /// The page of an account, if there is such an account.
    pub(super) async fn load(
        page: Page,
        state: &State,
        access: CanAdministrate,
        id: AccountId,
        errors: FormErrors,
        form: MembershipForm,
    ) -> Result<Self, Error> {
        let (context, language, own) = (state.services.clone(), page.l.language, *access.account() == id);
        let view = state
            .run(async move { administration::view(context, access, id, language).await.map_err(Error::from) })
            .await?
            .ok_or(Error::NotFound)?;
        let AccountView { account, memberships, consultations, participants } = view;
        let name = |code: &_| participants.iter().find(|p| p.code == *code).map(|p| p.name.clone());
        let title = |id| consultations.iter().find(|c| c.id == id).map(|c| (c.title.clone(), c.language));
        let rows = memberships.into_iter().map(|membership| MembershipRow {
            role: membership.role.message(),
            participant: membership.participant.as_ref().and_then(name).unwrap_or_default(),
            consultation: membership.consultation.and_then(title),
            end: routes::account_membership_end(id, membership.id),
        });
        Ok(Self {
            memberships: rows.collect(),
            facts: facts(page.l, &account),
            state: Standing::of(&account.account),
            email: account.account.email,
            roles: Role::ALL.iter().map(|role| role_option(page.l, *role)).collect(),
            consultations: consultation_options(page.l, &consultations),
            participants: participant_options(page.l, participants),
            id,
            own,
            page,
            errors,
            form,
        })
    }
}

fn role_option(l: Locale, role: Role) -> (String, String, String) {
    (role.as_str().to_owned(), l.t(role.message()).to_string(), String::new())
}

fn consultation_options(l: Locale, consultations: &[Consultation]) -> Options {
    let titled = consultations.iter().map(|c| (c.id.to_string(), c.title.clone(), c.language.tag().to_owned()));
    std::iter::once(unchosen(l)).chain(titled).collect()
}

fn facts(l: Locale, found: &AdministeredAccount) -> Vec<(&'static str, String)> {
    let account = &found.account;
    let at = |instant| Some(l.moment(instant, l.time_zone));
    let zone = account.time_zone.map(|zone| l.zone_name(zone));
    let known = [
        ("administration-name", (account.name != account.email).then(|| account.name.clone())),
        ("administration-administrator", account.administrator.then(|| l.t("common-yes").to_string())),
        ("administration-created", at(found.created_at)),
        ("administration-activated", account.activated_at.and_then(at)),
        ("administration-disabled-at", account.disabled_at.and_then(at)),
        ("administration-last-seen", found.last_seen_at.and_then(at)),
        ("common-language", Some(account.language.own_name().to_owned())),
        ("account-zone", zone),
    ];
    known.into_iter().filter_map(|(key, value)| value.map(|value| (key, value))).collect()
}

/// An account's page.
pub async fn show(read: Read<CanAdministrate>, state: Data<State>) -> Result<HttpResponse, Error> {
    let id = subjects::id(&read.request, "account")?;
    let (errors, form) = (FormErrors::default(), MembershipForm::default());
    page::ok(&AccountPage::load(read.page, &state, read.access, id, errors, form).await?)
}

/// Whether the account is to be open.
#[derive(Debug)]
pub struct StateForm {
    state: String,
}

impl Form for StateForm {
    fn read(fields: &mut Fields) -> Result<Self, Malformed> {
        Ok(Self { state: fields.text("state")? })
    }
}

/// Shuts an account, or opens it again.
pub async fn set_state(write: Write<CanAdministrate, StateForm>, state: Data<State>) -> Result<HttpResponse, Error> {
    let Write { access, form, page, request, .. } = write;
    let id = subjects::id(&request, "account")?;
    let (open, notice) = match form.state.as_str() {
        "open" => (true, "administration-enabled"),
        "disabled" => (false, "administration-disabled"),
        _ => return Err(Error::Malformed("state".to_owned())),
    };
    let done = state.run(administration::set_open(state.services.clone(), access.clone(), id, open)).await;
    answer(page, &request, &state, access, done, notice, MembershipForm::default()).await
}

/// Has a link to choose a password mailed to the account's own address.
pub async fn send_link(write: Write<CanAdministrate, Empty>, state: Data<State>) -> Result<HttpResponse, Error> {
    let Write { access, page, request, .. } = write;
    let id = subjects::id(&request, "account")?;
    let done = state.run(administration::send_link(state.services.clone(), access.clone(), id)).await;
    answer(page, &request, &state, access, done, "administration-link-sent", MembershipForm::default()).await
}

/// The account's page again: with what was done, or with why it was not.
pub(super) async fn answer(
    page: Page,
    request: &HttpRequest,
    state: &State,
    access: CanAdministrate,
    done: Result<(), ChangeAccountError>,
    notice: &str,
    form: MembershipForm,
) -> Result<HttpResponse, Error> {
    let id = subjects::id(request, "account")?;
    let (status, field, key) = match done {
        Ok(()) => return Ok(see_other_with(routes::administered_account(id), notice)),
        Err(error) => match error {
            ChangeAccountError::NoSuchAccount => return Err(Error::NotFound),
            ChangeAccountError::Database(error) => return Err(error.into()),
            ChangeAccountError::Interrupted(error) => return Err(error.into()),
            ChangeAccountError::Own => (StatusCode::CONFLICT, "memberships", "administration-error-own"),
            ChangeAccountError::Disabled => (StatusCode::CONFLICT, "memberships", "administration-error-disabled"),
            ChangeAccountError::OtherSide => (StatusCode::CONFLICT, "role", "administration-error-other-side"),
            ChangeAccountError::ConsultationNeeded => {
                (StatusCode::UNPROCESSABLE_ENTITY, "consultation", "administration-error-consultation-needed")
            }
            ChangeAccountError::ParticipantNeeded => {
                (StatusCode::UNPROCESSABLE_ENTITY, "participant", "administration-error-participant-needed")
            }
            ChangeAccountError::WrongParticipant => {
                (StatusCode::UNPROCESSABLE_ENTITY, "participant", "administration-error-wrong-participant")
            }
            ChangeAccountError::NotInvited => {
                (StatusCode::UNPROCESSABLE_ENTITY, "participant", "administration-error-not-invited")
            }
        },
    };
    let mut errors = FormErrors::default();
    errors.add(field, key);
    page::render(status, &AccountPage::load(page, state, access, id, errors, form).await?)
}
