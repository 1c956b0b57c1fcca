//! A delegation answers: form, draft, check, receipt, team.

pub mod answer;
mod conflict;
mod desk;
mod difference;
mod draft;
mod field;
mod form;
mod receipt;
mod revisions;
mod save;
mod submit;
mod team;

use super::routes::{self, Routes};

/// Registers this feature's routes.
pub fn routes(routes: &mut Routes<'_>) {
    routes
        .get(routes::RESPONSE, form::show)
        .post(routes::RESPONSE, save::save)
        .get(routes::RESPONSE_DRAFT, draft::show)
        .get(routes::SUBMIT, submit::show)
        .post(routes::SUBMIT, submit::submit)
        .get(routes::REVISIONS, revisions::show_newest)
        .get(routes::REVISION, revisions::show)
        .post(routes::REVISION, revisions::take)
        .get(routes::TEAM, team::show)
        .post(routes::TEAM, team::add)
        .post(routes::TEAM_END, team::end)
        .get(routes::SUBMISSION, receipt::show)
        .get(routes::SUBMISSION_CONTENT, receipt::download)
        .get(routes::SUBMISSION_TEXT, receipt::show_text);
}
