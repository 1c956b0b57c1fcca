//! The footnotes of one text: their numbers, and how often each is referred to.

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use pulldown_cmark::{Event, Tag};

/// The footnotes in the order of their definitions, found by label. A label that is defined twice means its first
/// definition.
#[derive(Default)]
pub(super) struct Footnotes {
    by_label: HashMap<String, usize>,
    references: HashMap<usize, usize>,
    referred: HashSet<usize>,
}

impl Footnotes {
    /// Looks the definitions up before anything is written: a reference usually stands before its definition.
    pub(super) fn find(events: &[(Event, Range<usize>)]) -> Self {
        let mut footnotes = Self::default();
        let mut next = 0;
        for (event, _) in events {
            if let Event::Start(Tag::FootnoteDefinition(label)) = event {
                next += 1;
                footnotes.by_label.entry(fold(label)).or_insert(next);
            }
        }
        for (event, _) in events {
            if let Event::FootnoteReference(label) = event
                && let Some(&number) = footnotes.by_label.get(&fold(label))
            {
                footnotes.referred.insert(number);
            }
        }
        footnotes
    }

    /// The number of the note that a reference means, and how many references to it came before.
    pub(super) fn refer(&mut self, label: &str) -> Option<(usize, usize)> {
        let number = *self.by_label.get(&fold(label))?;
        let before = self.references.entry(number).or_default();
        *before += 1;
        Some((number, *before - 1))
    }

    /// Whether anything refers to the note, so that it can lead back.
    pub(super) fn is_referred_to(&self, number: usize) -> bool {
        self.referred.contains(&number)
    }
}

/// Labels match without regard to case and to the kind of white space (`CommonMark` 0.31, "matches").
fn fold(label: &str) -> String {
    let words: Vec<_> = label.split_whitespace().collect();
    words.join(" ").to_lowercase()
}
