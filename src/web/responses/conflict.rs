//! Two versions of one answer: both are shown, the difference marked, and the writer decides by saving again.

use std::time::Duration;

use actix_web::{HttpResponse, http::StatusCode};
use askama::Template;
use similar::{ChangeTag, TextDiff};

use super::{
    desk::{Desk, Head},
    field::{AnswerField, Typed},
};
use crate::{
    domain::language::Language,
    services::responses::{Conflict, Saved},
    web::{
        error::Error,
        page::{self, Page},
    },
};

/// How long the difference of two texts may take to find; after that it is coarser.
const PATIENCE: Duration = Duration::from_millis(150);

#[derive(Template)]
#[template(path = "pages/responses/conflict.html")]
struct ConflictPage {
    page: Page,
    head: Head,
    conflicts: Vec<ConflictView>,
    others_saved: bool,
}

/// One answer with both its texts.
struct ConflictView {
    field: AnswerField,
    mine: Vec<Part>,
    theirs: Option<Theirs>,
}

/// What somebody else saved.
struct Theirs {
    text: Vec<Part>,
    language: Language,
    author: String,
    at: String,
}

/// A piece of a text, and whether the other text lacks it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Part {
    text: String,
    differs: bool,
}

/// 409 with both texts of each answer in conflict.
pub(super) fn send(page: Page, desk: &Desk, saved: Saved) -> Result<HttpResponse, Error> {
    let others_saved = saved.written > 0;
    let mut conflicts: Vec<_> =
        saved.conflicts.into_iter().filter_map(|conflict| view(&page, desk, conflict)).collect();
    conflicts.sort_by_key(|conflict| conflict.field.question.position);
    let template = ConflictPage { head: desk.head(page.l), page, conflicts, others_saved };
    page::render(StatusCode::CONFLICT, &template)
}

fn view(page: &Page, desk: &Desk, conflict: Conflict) -> Option<ConflictView> {
    let l = page.l;
    let Conflict { theirs, mine } = conflict;
    let question = desk.views(l).into_iter().find(|question| question.id == mine.question)?;
    let saved = theirs.as_ref().map_or("", |theirs| theirs.text.as_str());
    let (other, own) = compare(saved, mine.text.as_str());
    let base = theirs.as_ref().map_or(0, |theirs| theirs.number);
    let typed = Typed { base, text: mine.text.as_str().to_owned(), language: mine.language };
    Some(ConflictView {
        field: AnswerField::new(question, typed, theirs.as_ref(), desk.consultation.word_limit, l),
        mine: own,
        theirs: theirs.map(|theirs| Theirs {
            text: other,
            language: theirs.language,
            author: theirs.author_name,
            at: l.moment(theirs.at, l.time_zone),
        }),
    })
}

/// Both texts in pieces, with what the other lacks marked.
fn compare(theirs: &str, mine: &str) -> (Vec<Part>, Vec<Part>) {
    let diff = TextDiff::configure().timeout(PATIENCE).diff_words(theirs, mine);
    let (mut one, mut other) = (Vec::new(), Vec::new());
    for change in diff.iter_all_changes() {
        match change.tag() {
            ChangeTag::Equal => {
                push(&mut one, change.value(), false);
                push(&mut other, change.value(), false);
            }
            ChangeTag::Delete => push(&mut one, change.value(), true),
            ChangeTag::Insert => push(&mut other, change.value(), true),
        }
    }
    (one, other)
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
