//! One's consultations, and a consultation's page: letter, note, questions, next step.

pub mod clock;
mod list;
pub mod mine;
pub mod note;
pub mod question;
mod show;
mod source;

use super::routes::{self, Routes};

/// Registers this feature's routes.
pub fn routes(routes: &mut Routes<'_>) {
    routes
        .get(routes::CONSULTATIONS, list::show)
        .get(routes::CONSULTATION, show::show)
        .get(routes::CONSULTATION_SOURCE, source::download);
}
