//! Logs: a JSON object a line, on standard error. They hold no secret and no text of an answer: whoever logs names routes and
//! identifiers only.

use tracing_subscriber::{EnvFilter, filter::LevelFilter, util::SubscriberInitExt};

/// The levels cannot be read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("--log (RAPPORTEUR_LOG) cannot be read: {0:?} (write it like info, or warn,rapporteur=debug)")]
pub struct LevelsError(String);

/// Starts logging at `levels`: a level, or levels by module, separated by commas; where none are given, at the `usual` ones. At most
/// once a process.
pub fn start(levels: Option<&str>, usual: &str) -> Result<(), LevelsError> {
    let levels = levels.map(str::trim).filter(|levels| !levels.is_empty()).unwrap_or(usual);
    let unreadable = || LevelsError(levels.to_owned());
    if !levels.split(',').all(says_a_level) {
        return Err(unreadable());
    }
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

/// The filter takes a word that is no level for the name of a module, and then all others fall silent.
fn says_a_level(directive: &str) -> bool {
    directive.contains('=') || directive.trim().parse::<LevelFilter>().is_ok()
}

#[cfg(test)]
mod tests {
    use super::says_a_level;

    #[test]
    fn a_word_that_is_no_level_is_found() {
        for good in ["info", "WARN", " debug", "off", "rapporteur=debug"] {
            assert!(says_a_level(good), "{good}");
        }
        for bad in ["loud", "rapporteur", "debugg"] {
            assert!(!says_a_level(bad), "{bad}");
        }
    }
}
