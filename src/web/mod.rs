//! The pages. A request, end to end: a route ([`routes`]) names a handler; [`request::Read`] or [`request::Write`] finds the session,
//! decides the permission and reads the form; the handler calls one service and answers with a page or a 303.
//!
//! To add a page: its path in [`routes`], a handler and its page model in the feature's folder, a template in
//! `templates/pages/<feature>/`, its messages in `src/locales/*/<feature>.ftl`, its row in `tests/integration/web/personas.rs`.

pub mod account;
pub mod administration;
pub mod assets;
pub mod consultations;
pub mod error;
pub mod fields;
pub mod form;
pub mod health;
pub mod middleware;
pub mod origin;
pub mod page;
pub mod preparation;
pub mod presidency;
pub mod reports;
pub mod request;
pub mod responses;
pub mod routes;
pub mod server;
pub mod session;
mod session_page;
pub mod subjects;
pub mod tabs;

use std::{future::Future, net::IpAddr, path::PathBuf};

use chrono_tz::Tz;

use crate::{
    database::Interrupted,
    services::{Context, note_reader::NoteReader},
};

/// What handlers share.
#[derive(Clone, Debug)]
pub struct State {
    /// The use-cases' context.
    pub services: Context,
    /// Reads the notes that are handed in.
    pub notes: NoteReader,
    /// What is set for the web.
    pub settings: Settings,
}

/// How the pages are reached.
#[derive(Clone, Debug)]
pub struct Settings {
    /// `https://…` as people type it; none on loopback.
    pub public_url: Option<String>,
    /// Proxies whose `X-Forwarded-For` is believed.
    pub trusted_proxies: Vec<IpAddr>,
    /// The seat's time zone: for readers whose own is not known.
    pub seat: Tz,
    /// The folder of `.eml` files, where mails go to files: the demonstration.
    pub mailbox: Option<PathBuf>,
}

impl State {
    /// Runs database work to its end, even when the browser goes away.
    pub async fn run<T, E>(&self, work: impl Future<Output = Result<T, E>> + Send + 'static) -> Result<T, E>
    where
        T: Send + 'static,
        E: From<Interrupted> + Send + 'static,
    {
        self.services.database.run(work).await
    }
}
