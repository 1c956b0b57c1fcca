//! The chair prepares: note, questions, window, participants, people; opens, extends, closes.
//!
//! A page of one consultation has the fields `page`, [`Head`] and `tabs`, which they show at their top.

mod head;
mod note;
mod note_view;
mod participants;
mod presidency;
mod question_items;
mod questions;
mod review;
mod review_form;
mod section_fields;
mod section_text;
mod settings;
mod state;
mod typed;
mod window;
pub(crate) mod wording;

use super::{
    error::Error,
    routes::{self, Routes},
};
use crate::services::{
    consultations::{CreateError, questions::QuestionsError, settings::SettingsError, window::WindowError},
    invitations::{InviteError, TeamError},
};
use head::Head;

/// Registers this feature's routes.
pub fn routes(routes: &mut Routes<'_>) {
    routes
        .get(routes::NEW_CONSULTATION, note::show)
        .post(routes::NEW_CONSULTATION, note::read)
        .post(routes::NEW_CONSULTATION_REVIEW, review::decide)
        .get(routes::SETTINGS, settings::show)
        .post(routes::SETTINGS, settings::update)
        .get(routes::QUESTIONS, questions::show)
        .post(routes::QUESTIONS, questions::update)
        .get(routes::PARTICIPANTS, participants::show)
        .post(routes::PARTICIPANTS, participants::update)
        .get(routes::PRESIDENCY, presidency::show)
        .post(routes::PRESIDENCY, presidency::add)
        .post(routes::PRESIDENCY_END, presidency::end)
        .post(routes::OPENING, window::open)
        .get(routes::EXTENSION, window::show_extension)
        .post(routes::EXTENSION, window::extend)
        .get(routes::CLOSURE, window::show_closure)
        .post(routes::CLOSURE, window::close);
}

/// A difference between what was typed and what somebody else saved meanwhile: what it is, mine, theirs.
type Difference = (String, String, String);

/// Errors of services that a handler has no page for: the database's, and what no page of ours sends.
macro_rules! remaining {
    ($($error:ident),*) => {$(
        impl From<$error> for Error {
            fn from(error: $error) -> Self {
                match error {
                    $error::Database(error) => error.into(),
                    $error::Interrupted(error) => error.into(),
                    other => Self::Malformed(other.to_string()),
                }
            }
        }
    )*};
}

remaining!(CreateError, SettingsError, QuestionsError, WindowError, InviteError, TeamError);
