//! Session and browser cookies, and who the visitor is.
//!
//! Ports of one host share cookies, so the names end in the installation's id; `__Host-` binds them to the host and to TLS
//! (RFC 6265bis, 4.1.3.2; browsers take loopback as secure).

use actix_web::{
    HttpMessage, HttpRequest,
    cookie::{Cookie, SameSite, time::Duration},
};

use super::State;
use crate::domain::{access::Visitor, account::Session, ids::InstallationId, language::Language, token::Token};

/// A signed-in visitor.
#[derive(Debug, Clone)]
pub struct SignedIn {
    /// The cookie's secret.
    pub token: Token,
    /// The session.
    pub session: Session,
    /// What the account may do.
    pub visitor: Visitor,
}

/// The visitor of this request, found once by the middleware.
#[derive(Debug, Clone, Default)]
pub struct Visit(pub Option<SignedIn>);

/// The visitor could not be found out: the database did not answer.
#[derive(Debug, Clone, Copy)]
pub struct NotFoundOut;

/// Whether the visitor was found out; a form reads its body before it asks, so that nothing typed is lost.
pub fn found(request: &HttpRequest) -> Result<(), super::error::Error> {
    let failed = request.extensions().get::<NotFoundOut>().is_some();
    if failed { Err(super::error::Error::Busy) } else { Ok(()) }
}

/// Cookies to be set on whatever the answer turns out to be.
#[derive(Debug, Default)]
pub struct NewCookies(pub Vec<Cookie<'static>>);

fn name(kind: &str, installation: InstallationId) -> String {
    format!("__Host-{kind}-{}", &installation.uuid().simple().to_string()[20..])
}

fn cookie(name: String, value: String) -> Cookie<'static> {
    Cookie::build(name, value).path("/").secure(true).http_only(true).same_site(SameSite::Lax).finish()
}

/// The token in the request's session cookie.
#[must_use]
pub fn token(request: &HttpRequest, installation: InstallationId) -> Option<Token> {
    request.cookie(&name("session", installation)).and_then(|cookie| Token::parse(cookie.value()))
}

/// The token by which this browser is known.
#[must_use]
pub fn browser(request: &HttpRequest, installation: InstallationId) -> Option<Token> {
    request.cookie(&name("browser", installation)).and_then(|cookie| Token::parse(cookie.value()))
}

/// The language that a visitor without a session chose.
#[must_use]
pub fn language(request: &HttpRequest, installation: InstallationId) -> Option<Language> {
    request.cookie(&name("language", installation)).and_then(|cookie| Language::parse(cookie.value()))
}

/// The cookies of a new session: its own ends with the browser, the browser's stays for a year.
#[must_use]
pub fn begin(installation: InstallationId, session: &Token, browser: &Token) -> [Cookie<'static>; 2] {
    [cookie(name("session", installation), session.expose().to_owned()), remember(installation, browser)]
}

/// The cookie by which a browser is known for a year.
#[must_use]
pub fn remember(installation: InstallationId, browser: &Token) -> Cookie<'static> {
    let mut lasting = cookie(name("browser", installation), browser.expose().to_owned());
    lasting.set_max_age(Duration::days(365));
    lasting
}

/// The cookie that takes the session's away.
#[must_use]
pub fn end(installation: InstallationId) -> Cookie<'static> {
    let mut gone = cookie(name("session", installation), String::new());
    gone.make_removal();
    gone
}

/// The cookie that keeps the language chosen.
#[must_use]
pub fn keep_language(installation: InstallationId, language: Language) -> Cookie<'static> {
    let mut lasting = cookie(name("language", installation), language.tag().to_owned());
    lasting.set_max_age(Duration::days(365));
    lasting
}

/// Sets a cookie on the answer to `request`.
pub fn set_cookies(request: &HttpRequest, cookies: impl IntoIterator<Item = Cookie<'static>>) {
    let mut extensions = request.extensions_mut();
    if extensions.get::<NewCookies>().is_none() {
        extensions.insert(NewCookies::default());
    }
    if let Some(new) = extensions.get_mut::<NewCookies>() {
        new.0.extend(cookies);
    }
}

/// Finds the visitor behind the request's cookie.
pub async fn find(request: &HttpRequest, state: &State) -> Result<Visit, sqlx::Error> {
    let Some(token) = token(request, state.services.installation.id) else { return Ok(Visit(None)) };
    let (context, secret) = (state.services.clone(), token.clone());
    let found = state
        .run(async move {
            crate::services::accounts::live_session(context, secret).await.map_err(super::error::Error::from)
        })
        .await;
    match found {
        Ok(found) => Ok(Visit(found.map(|(session, visitor)| SignedIn { token, session, visitor }))),
        Err(error) => Err(error.into_database_error()),
    }
}
