//! One's own account: name, language, time zone.

use actix_web::{HttpResponse, web::Data};
use askama::Template;
use chrono_tz::Tz;

use crate::{
    domain::{access::CanUseAccount, language::Language, line::PersonName},
    services::accounts,
    web::{
        State,
        error::Error,
        fields::{Fields, Malformed},
        form::{Form, FormErrors, languages, zones},
        page::{self, Page, see_other_with},
        request::{Read, Write},
        routes,
    },
};

/// The account's page; also shown again when the password could not be changed.
#[derive(Template)]
#[template(path = "pages/account/account.html")]
pub(super) struct ProfilePage {
    page: Page,
    errors: FormErrors,
    email: String,
    name: String,
    language: String,
    languages: Vec<(String, String, String)>,
    zone: String,
    zones: Vec<(String, String, String)>,
}

impl ProfilePage {
    /// The page with what is stored.
    pub(super) fn of(page: Page, errors: FormErrors) -> Result<Self, Error> {
        let account = page.account.clone().ok_or(Error::SignInFirst)?;
        let zone = account.time_zone.map(|zone| zone.name().to_owned()).unwrap_or_default();
        let unset = (String::new(), page.l.t("account-zone-seat").to_string(), String::new());
        Ok(Self {
            email: account.email,
            name: account.name,
            language: account.language.tag().to_owned(),
            languages: languages(),
            zones: std::iter::once(unset).chain(zones(page.l, &zone)).collect(),
            zone,
            page,
            errors,
        })
    }

    fn title_key(&self) -> &'static str {
        if self.errors.is_empty() { "common-page-title" } else { "common-page-title-with-error" }
    }
}

/// The account's page.
pub async fn show(read: Read<CanUseAccount>) -> Result<HttpResponse, Error> {
    page::ok(&ProfilePage::of(read.page, FormErrors::default())?)
}

/// Name, language, zone.
#[derive(Debug)]
pub struct ProfileForm {
    name: String,
    language: String,
    zone: String,
}

impl Form for ProfileForm {
    fn read(fields: &mut Fields) -> Result<Self, Malformed> {
        Ok(Self { name: fields.text("name")?, language: fields.text("language")?, zone: fields.text("zone")? })
    }
}

/// Stores them.
pub async fn update(write: Write<CanUseAccount, ProfileForm>, state: Data<State>) -> Result<HttpResponse, Error> {
    let Write { access, form, page, .. } = write;
    let mut errors = FormErrors::default();
    let name = errors.take("name", PersonName::parse(&form.name));
    let language = errors.require("language", Language::parse(&form.language), "error-not-a-choice");
    let zone: Option<Option<Tz>> = if form.zone.is_empty() {
        Some(None)
    } else {
        errors.require("zone", form.zone.parse().ok().map(Some), "error-not-a-choice")
    };
    let (Some(name), Some(language), Some(zone)) = (name, language, zone) else {
        let typed = ProfilePage::of(page, errors)?;
        return page::unprocessable(&ProfilePage { name: form.name, ..typed });
    };
    let context = state.services.clone();
    state
        .run(async move { accounts::set_profile(context, access, name, language, zone).await.map_err(Error::from) })
        .await?;
    Ok(see_other_with(routes::account(), "profile-saved"))
}
