//! Labels inside a paragraph: "Speakers may wish to consider (a) how ...; (b) whether ...".

use super::headings::follows;
use super::numbering::{self, Label};
use super::sentence::is_entry_before_last;

/// Longest label before a closing parenthesis, with what stands before it, in bytes.
const LONGEST: usize = 15;

/// A label, where it stands, and where the text after it begins.
pub(super) type Placed = (usize, usize, Label);

/// Labels with parentheses inside a text that go on from the first of their order.
pub(super) fn labels(text: &str) -> Vec<Placed> {
    let mut labels: Vec<Placed> = Vec::new();
    for (end, _) in text.match_indices([')', '）']) {
        let Some(at) = begin(&text[..end]) else {
            continue;
        };
        let Some((label, rest)) = numbering::parse(&text[at..]) else {
            continue;
        };
        let begins = text.len() - rest.len();
        let next = match labels.last() {
            Some((.., last)) => follows(last, &label),
            None => label.readings.iter().any(|(_, place)| *place == 1),
        };
        if next && begins > end {
            labels.push((at, begins, label));
        }
    }
    labels
}

/// Where a label that ends with a text begins, behind a blank or a Chinese mark.
fn begin(before: &str) -> Option<usize> {
    let near = before.char_indices().rev().take_while(|(at, _)| before.len() - at <= LONGEST);
    let (at, mark) = { near }.find(|(_, c)| *c == ' ' || "：；，、".contains(*c))?;
    Some(at + mark.len_utf8())
}

/// Whether each label but the first stands behind the end of an entry.
pub(super) fn are_entries(text: &str, labels: &[Placed]) -> bool {
    labels.iter().skip(1).all(|(at, ..)| {
        let before = text[..*at].trim_end();
        before.ends_with([';', '；', '؛', ',', '，', '،', '?', '？', '؟']) || is_entry_before_last(before)
    })
}

/// Whether a label goes on after the last one inside a text.
pub(super) fn goes_on(text: &str, label: &Label) -> bool {
    !label.is_bullet() && labels(text).last().is_some_and(|(.., last)| follows(last, label))
}
