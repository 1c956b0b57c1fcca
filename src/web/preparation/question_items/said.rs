//! What the buttons of the questions' form say they did.

use crate::{domain::question, locales::Locale};

/// What a button did, for whoever does not see the page: questions by their labels.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::web::preparation) enum Said {
    /// That question is new.
    Added(String),
    /// That question is gone.
    Removed(String),
    /// That question is back.
    Restored(String),
    /// That question stands at that place now, from 1.
    Moved(String, usize),
    /// The first question is the end of the second now.
    Joined(String, String),
    /// What stood in the first question is the second's from somewhere on.
    Split(String, String),
    /// One more addressee can be chosen for that question.
    Another(String),
    /// The labels run from the first to the second.
    Relabelled(String, String),
}

impl Said {
    /// The sentence.
    pub(in crate::web::preparation) fn text(&self, l: Locale) -> String {
        let text = |key: &'static str, label: &String| l.t(key).arg("label", question::short(label).to_owned());
        match self {
            Self::Added(label) => text("preparation-said-added", label),
            Self::Removed(label) => text("preparation-said-removed", label),
            Self::Restored(label) => text("preparation-said-restored", label),
            Self::Moved(label, place) => text("preparation-said-moved", label).arg("place", *place),
            Self::Joined(label, other) => {
                text("preparation-said-joined", label).arg("other", question::short(other).to_owned())
            }
            Self::Split(label, other) => {
                text("preparation-said-split", label).arg("other", question::short(other).to_owned())
            }
            Self::Another(label) => text("preparation-said-another", label),
            Self::Relabelled(first, last) => {
                l.t("preparation-said-relabelled").arg("label", first.clone()).arg("last", last.clone())
            }
        }
        .to_string()
    }
}
