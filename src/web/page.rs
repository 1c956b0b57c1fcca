//! What every page's frame needs, and how a page is sent.

use std::fmt::Display;

use actix_web::{
    HttpRequest, HttpResponse,
    http::{StatusCode, header},
};
use askama::Template;
use chrono_tz::Tz;

use super::{
    State, assets,
    error::Error,
    request::{self, FORM_ACCOUNT, FORM_TOKEN, signed_in},
    routes, session,
};
use crate::{
    domain::{
        account::Account,
        delegation::Role,
        language::{Language, from_accept_language},
    },
    locales::Locale,
    services::accounts,
};

/// The frame of a page: who reads it, in which language, and what their forms carry.
#[derive(Debug, Clone)]
pub struct Page {
    /// The reader's language and zone.
    pub l: Locale,
    /// The reader, when signed in.
    pub account: Option<Account>,
    /// Whether the reader may create consultations.
    pub creates: bool,
    /// The path and query of the page: where the language switch returns to.
    pub path: String,
    /// The form that holds what would be lost if the language switch left the page, by its id and action: the switch sends it,
    /// as the act [`switched`] reads.
    pub kept_in: Option<(&'static str, String)>,
    /// The session's form token; empty without a session.
    pub form_token: String,
    /// Whether this installation holds the demonstration.
    pub demonstration: bool,
    /// The seat's zone, where no consultation says its own.
    pub seat: Tz,
    /// What was just done: a message's key, from the redirect.
    pub notice: Option<String>,
}

impl Page {
    /// The frame for this request's visitor.
    #[must_use]
    pub fn of(request: &HttpRequest, state: &State) -> Self {
        let visit = signed_in(request);
        let l = locale(request, state);
        let notice = query(request, "notice").map(|name| format!("notice-{name}")).filter(|key| l.has(key));
        Self {
            l,
            creates: visit.as_ref().is_some_and(|visit| {
                visit.visitor.memberships.iter().any(|m| m.role == Role::Chair && m.consultation.is_none())
            }),
            path: request.uri().path_and_query().map_or_else(|| "/".to_owned(), ToString::to_string),
            kept_in: None,
            form_token: visit.as_ref().map(|visit| visit.token.form_token()).unwrap_or_default(),
            account: visit.map(|visit| visit.session.account),
            demonstration: state.services.installation.demonstration,
            seat: state.settings.seat,
            notice,
        }
    }

    /// The languages of the switch.
    #[must_use]
    pub fn languages(&self) -> &'static [Language] {
        &Language::ALL
    }

    /// Goes on in another language: on this page, in the account of who is signed in, and in the browser.
    pub async fn switch(&mut self, request: &HttpRequest, state: &State, language: Language) -> Result<(), Error> {
        if let Some(account) = &self.account {
            let (context, id) = (state.services.clone(), account.id);
            state.run(async move { accounts::set_language(context, id, language).await.map_err(Error::from) }).await?;
        }
        session::set_cookies(request, [session::keep_language(state.services.installation.id, language)]);
        self.l = Locale::new(language, self.l.time_zone);
        Ok(())
    }

    /// The entries of the main menu: path and message.
    #[must_use]
    pub fn menu(&self) -> Vec<(String, &'static str)> {
        let administrator = self.account.as_ref().is_some_and(|account| account.administrator);
        let mut menu = vec![(routes::consultations(), "common-nav-consultations")];
        if self.creates {
            menu.push((routes::new_consultation(), "frame-new-consultation"));
        }
        if administrator {
            menu.push((routes::administration(), "common-nav-administration"));
        }
        menu.push((routes::account(), "common-nav-account"));
        menu
    }

    /// Whether the page is the one at `path`.
    #[must_use]
    pub fn is_at(&self, path: &str) -> bool {
        self.path.split('?').next() == Some(path)
    }

    /// In which places times are shown.
    #[must_use]
    pub fn times_note(&self) -> String {
        self.l.t("common-times-note").arg("place", self.l.zone_name(self.l.time_zone)).to_string()
    }

    /// The address of a file of `src/assets`, which changes with its content.
    #[must_use]
    pub fn asset(&self, name: &str) -> String {
        assets::path(name)
    }

    /// The hidden fields that every form carries.
    #[must_use]
    pub fn form_fields(&self) -> [(&'static str, String); 2] {
        let owner = self.account.as_ref().map(|account| account.id.to_string()).unwrap_or_default();
        [(FORM_TOKEN, self.form_token.clone()), (FORM_ACCOUNT, owner)]
    }
}

/// The reader's language: the account's, else the one chosen, else the browser's.
#[must_use]
pub fn locale(request: &HttpRequest, state: &State) -> Locale {
    if let Some(visit) = signed_in(request) {
        let account = visit.session.account;
        return Locale::new(account.language, account.time_zone.unwrap_or(state.settings.seat));
    }
    let asked = || {
        let header = request.headers().get(header::ACCEPT_LANGUAGE)?.to_str().ok()?;
        from_accept_language(header)
    };
    let language = session::language(request, state.services.installation.id).or_else(asked).unwrap_or_default();
    Locale::new(language, state.settings.seat)
}

/// The language that a press of the switch asks for in a form that keeps the page.
#[must_use]
pub fn switched(act: &str) -> Option<Language> {
    Language::parse(act.strip_prefix("language-")?)
}

/// The value of a name in the query.
#[must_use]
pub fn query(request: &HttpRequest, name: &str) -> Option<String> {
    let mut fields = super::fields::Fields::parse(request.query_string().as_bytes()).ok()?;
    fields.all(name).into_iter().next()
}

/// Sends a page.
pub fn render(status: StatusCode, template: &impl Template) -> Result<HttpResponse, Error> {
    Ok(HttpResponse::build(status).insert_header(header::ContentType::html()).body(template.render()?))
}

/// Sends a page with 200.
pub fn ok(template: &impl Template) -> Result<HttpResponse, Error> {
    render(StatusCode::OK, template)
}

/// Sends the form again with 422: what was typed is in it, with what is wrong.
pub fn unprocessable(template: &impl Template) -> Result<HttpResponse, Error> {
    render(StatusCode::UNPROCESSABLE_ENTITY, template)
}

/// After success: 303 to the next page, so that reloading sends nothing twice.
#[must_use]
pub fn see_other(path: impl Display) -> HttpResponse {
    HttpResponse::SeeOther().insert_header((header::LOCATION, path.to_string())).finish()
}

/// The same, and the next page says what was done: `notice-<name>`.
#[must_use]
pub fn see_other_with(path: impl Display, notice: &str) -> HttpResponse {
    let path = path.to_string();
    let separator = if path.contains('?') { '&' } else { '?' };
    see_other(format!("{path}{separator}notice={notice}"))
}

/// A path of this site to return to; anything else (another site, a scheme-relative address) is the start page.
#[must_use]
pub fn own_path(text: &str) -> String {
    // browsers leave tabs and line breaks out of an address before they read it (URL Standard, 4.4): "/\t/host" is another site
    let own = text.starts_with('/') && !text.starts_with("//") && !text.contains(|c: char| c == '\\' || c.is_control());
    if own { text.to_owned() } else { super::routes::start() }
}

/// The page of a request that has no extractor of its own: errors.
#[must_use]
pub fn frame(request: &HttpRequest) -> Option<Page> {
    request::state(request).ok().map(|state| Page::of(request, &state))
}
