//! The language of the person at the terminal.

use std::ffi::OsString;

use crate::domain::language::Language;

/// The variables that may name it, the first that is set and not empty decides (POSIX.1-2024, XBD 8.2).
const VARIABLES: [&str; 3] = ["LC_ALL", "LC_MESSAGES", "LANG"];

/// The language that the environment names; English where it names none of ours, as `C` and `POSIX` do.
pub(super) fn of_environment(variable: impl Fn(&str) -> Option<OsString>) -> Language {
    let set = VARIABLES.into_iter().filter_map(variable).find(|value| !value.is_empty());
    set.and_then(|value| of_locale(value.to_str()?)).unwrap_or_default()
}

/// `ar_EG.UTF-8@modifier`: the language comes first (POSIX.1-2024, XBD 8.2).
fn of_locale(name: &str) -> Option<Language> {
    Language::parse(name.split(['_', '.', '@', '-']).next()?)
}
