//! Signing in and out, one-time links, one's own account.

mod link;
mod password;
mod profile;
mod session;
mod sign_in;

use actix_web::HttpResponse;

use super::{
    error::Error,
    page::see_other,
    request::Read,
    routes::{self, Routes},
};
use crate::domain::access::CanUseAccount;

/// Registers this feature's routes.
pub fn routes(routes: &mut Routes<'_>) {
    routes
        .get(routes::START, start)
        .get(routes::SIGN_IN, sign_in::show)
        .post(routes::SIGN_IN, sign_in::create)
        .post(routes::SIGN_OUT, session::end)
        .post(routes::KEEP_ALIVE, session::keep_alive)
        .post(routes::LANGUAGE, session::set_language)
        .get(routes::FORGOTTEN_PASSWORD, password::show_forgotten)
        .post(routes::FORGOTTEN_PASSWORD, password::request_reset)
        .get(routes::LINK, link::show)
        .post(routes::LINK, link::choose_password)
        .get(routes::ACCOUNT, profile::show)
        .post(routes::ACCOUNT, profile::update)
        .post(routes::ACCOUNT_PASSWORD, password::change);
}

/// The start: who is signed in goes to their consultations, all others to the sign-in page.
async fn start(_: Read<CanUseAccount>) -> Result<HttpResponse, Error> {
    Ok(see_other(routes::consultations()))
}
