//! Logs: a JSON object a line, on standard error. They hold no secret and no text of an answer: whoever logs names routes and
//! identifiers only.

use tracing_subscriber::{EnvFilter, util::SubscriberInitExt};

/// The levels cannot be read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("--log (RAPPORTEUR_LOG) cannot be read: {0:?} (write it like info, or warn,rapporteur=debug)")]
pub struct LevelsError(String);

/// Starts logging at `levels`: a level, or levels by module, separated by commas; where none are given, at the `usual` ones. At most
/// once a process.
pub fn start(levels: Option<&str>, usual: &str) -> Result<(), LevelsError> {
    let levels = levels.map(str::trim).filter(|levels| !levels.is_empty()).unwrap_or(usual);
    let unreadable = || LevelsError(levels.to_owned());
    let filter = EnvFilter::builder()
        .parse(format!("actix_server=warn,sqlx::postgres::notice=error,{levels}"))
        .map_err(|_| unreadable())?;
    let subscriber = tracing_subscriber::fmt()
        .json()
        .flatten_event(true)
        .with_current_span(false)
        .with_span_list(false)
        .with_writer(std::io::stderr)
        .with_env_filter(filter)
        .finish();
    subscriber.try_init().map_err(|_| unreadable())
}
