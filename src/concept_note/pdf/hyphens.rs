//! Words that were divided at the end of a row.

use std::collections::HashSet;

use super::rows::Row;
use crate::concept_note::blocks;
use crate::concept_note::language::{ALL, fold};

/// The words of a document, to tell a divided word from one that has a hyphen.
pub(super) struct Words {
    known: HashSet<String>,
    /// Rows end with a hyphen so often that words must have been divided.
    divided: bool,
}

/// Fewest rows that end with a hyphen where a program divided the words: one in so many.
const ONE_IN: usize = 25;

impl Words {
    pub fn of(pages: &[Vec<Row>]) -> Words {
        let rows = || pages.iter().flatten();
        let edge = |c: char| !(c.is_alphanumeric() || c == '-');
        let words =
            |row: &Row| row.text.split_whitespace().map(|word| fold(word.trim_matches(edge))).collect::<Vec<_>>();
        let mut known = HashSet::new();
        for row in rows() {
            let mut words = words(row);
            // the last may be half a word, and so may the first
            if row.text.trim_end().ends_with(is_hyphen) {
                words.pop();
            }
            known.extend(words);
        }
        let hyphens = rows().filter(|row| row.text.trim_end().ends_with(is_hyphen)).count();
        Words { known, divided: hyphens >= 3 && hyphens * ONE_IN >= rows().count() }
    }

    /// Adds a row to a text, and undoes a division.
    pub fn append(&self, text: &mut String, row: &str) {
        let trimmed = text.trim_end().len();
        text.truncate(trimmed);
        let Some(hyphen) = text.chars().next_back().filter(|c| is_hyphen(*c)) else {
            blocks::append(text, row.trim_start(), false);
            return;
        };
        let head = &text[..text.len() - hyphen.len_utf8()];
        let before = head.rsplit(|c: char| !(c.is_alphanumeric() || c == '-')).next().unwrap_or_default();
        let after = row.trim_start().split(|c: char| !(c.is_alphanumeric() || c == '-')).next().unwrap_or_default();
        let low = before.chars().next_back().is_some_and(char::is_lowercase) && after.starts_with(char::is_lowercase);
        let is_known = |word: String| self.known.contains(&fold(&word));
        let divided = hyphen == '\u{ad}'
            || low
                && !is_known(format!("{before}-{after}"))
                && !is_compound(before)
                && (hyphen == '\u{2010}' || self.divided || is_known(format!("{before}{after}")));
        if divided {
            text.truncate(text.len() - hyphen.len_utf8());
        }
        blocks::append(text, row.trim_start(), divided);
    }
}

/// Whether a row ends inside a word.
pub(super) fn is_divided(row: &str) -> bool {
    let mut letters = row.trim_end().chars().rev();
    letters.next().is_some_and(is_hyphen) && letters.next().is_some_and(char::is_alphabetic)
}

/// Whether a word that ends with a hyphen keeps it: "twenty-", "quatre-vingt-".
fn is_compound(before: &str) -> bool {
    let last = fold(before.rsplit('-').next().unwrap_or(before));
    ALL.iter().any(|language| language.compounds.contains(&last.as_str()))
}

fn is_hyphen(c: char) -> bool {
    matches!(c, '-' | '\u{ad}' | '\u{2010}')
}
