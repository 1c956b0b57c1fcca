//! Rapporteur collects the written answers of delegations to the guiding questions of a consultation, and compiles the per-question
//! summary report.
//!
//! # Where things are
//!
//! The same noun stands in each layer: `domain/response.rs`, `store/responses.rs`, `services/responses.rs`, `web/responses/`,
//! `templates/pages/responses/`, `src/locales/*/responses.ftl`. Who looks for something finds it by its noun.
//!
//! | module | holds | sees |
//! |---|---|---|
//! | [`domain`] | values and rules: no SQL, no HTTP, no async; [`domain::access`] alone makes permissions | nothing |
//! | [`store`] | the only SQL: a file a table family, functions on a connection | `domain` |
//! | [`services`] | use-cases: permission and command in; they own the transaction | `domain`, `store`, `database`, `clock` |
//! | [`web`] | the pages: [`web::routes`] names every path, [`web::request`] is the only way to a body | `services`, `store` (reads), `locales` |
//! | [`jobs`] | the worker: outbox and schedules | `services`, `mail` |
//! | [`mail`] | messages in the reader's language, and the transport | `domain`, `locales` |
//! | [`concept_note`] | a letter with its note, read into sections, questions and facts | `domain` |
//! | [`locales`] | messages by Fluent; dates, numbers and order by ICU | `domain` |
//! | [`database`] | the pool, the migrations, the private cluster | `domain` |
//! | [`cli`] | the commands: `serve`, `import`, `digest`, `backup` ...; `serve` composes database, worker and web | everything |
//! | [`config`] | one `Config` from flags and environment; what is wrong with it is one line | `mail` |
//! | [`clock`] | the only caller of "now" | nothing |
//!
//! `tests/integration/architecture.rs` reads the imports and fails when one goes the wrong way.
//!
//! # Two walls
//!
//! A handler gets a permission token or does not run ([`web::request`]); were it wrong, Postgres returns nothing, since row-level
//! security asks for the session's account (`migrations/0004_responses.sql`, [`database::Database::begin`]).

pub mod cli;
pub mod clock;
pub mod concept_note;
pub mod config;
pub mod database;
pub mod domain;
pub mod jobs;
pub mod locales;
pub mod logging;
pub mod mail;
pub mod services;
pub mod store;
pub mod web;
