//! Where two texts differ, word by word.

use std::time::Duration;

use similar::{ChangeTag, TextDiff};

/// How long the difference of two texts may take to find; after that it is coarser.
const PATIENCE: Duration = Duration::from_millis(150);

/// A piece of a text, and whether the other text lacks it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Part {
    pub(super) text: String,
    pub(super) differs: bool,
}

/// Both texts in pieces, with what the other lacks marked.
pub(super) fn compare(one: &str, other: &str) -> (Vec<Part>, Vec<Part>) {
    let diff = TextDiff::configure().timeout(PATIENCE).diff_words(one, other);
    let (mut left, mut right) = (Vec::new(), Vec::new());
    for change in diff.iter_all_changes() {
        match change.tag() {
            ChangeTag::Equal => {
                push(&mut left, change.value(), false);
                push(&mut right, change.value(), false);
            }
            ChangeTag::Delete => push(&mut left, change.value(), true),
            ChangeTag::Insert => push(&mut right, change.value(), true),
        }
    }
    (left, right)
}

fn push(parts: &mut Vec<Part>, text: &str, differs: bool) {
    match parts.last_mut() {
        Some(last) if last.differs == differs => last.text.push_str(text),
        _ => parts.push(Part { text: text.to_owned(), differs }),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn join(parts: &[Part]) -> String {
        parts.iter().map(|part| part.text.as_str()).collect()
    }

    #[test]
    fn only_what_differs_is_marked() {
        let (theirs, mine) = compare("one two three", "one 2 three");
        let marked = |parts: &[Part]| -> Vec<String> {
            parts.iter().filter(|part| part.differs).map(|part| part.text.clone()).collect()
        };
        assert_eq!((marked(&theirs), marked(&mine)), (vec!["two".to_owned()], vec!["2".to_owned()]));
    }

    proptest! {
        #[test]
        fn both_texts_are_shown_whole(theirs in "[ab \n]{0,20}", mine in "[ab \n]{0,20}") {
            let (one, other) = compare(&theirs, &mine);
            prop_assert_eq!(join(&one), theirs);
            prop_assert_eq!(join(&other), mine);
        }
    }
}
