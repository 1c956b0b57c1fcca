//! Two versions of one answer: both are shown, the difference marked, and the writer decides by saving again.

use actix_web::{HttpResponse, http::StatusCode};
use askama::Template;

use super::{
    desk::{Desk, Head},
    difference::{Part, compare},
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

#[derive(Template)]
#[template(path = "pages/responses/conflict.html")]
struct ConflictPage {
    page: Page,
    head: Head,
    conflicts: Vec<ConflictView>,
    others_saved: bool,
    /// Whether there is more than one to decide, each by itself.
    several: bool,
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

/// 409 with both texts of each answer in conflict.
pub(super) fn send(page: Page, desk: &Desk, saved: Saved) -> Result<HttpResponse, Error> {
    let others_saved = saved.written > 0;
    let mut conflicts: Vec<_> =
        saved.conflicts.into_iter().filter_map(|conflict| view(&page, desk, conflict)).collect();
    conflicts.sort_by_key(|conflict| conflict.field.question.position);
    let several = conflicts.len() > 1;
    let template = ConflictPage { head: desk.head(page.l), page, conflicts, others_saved, several };
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
        field: AnswerField::new(question, typed, desk, l),
        mine: own,
        theirs: theirs.map(|theirs| Theirs {
            text: other,
            language: theirs.language,
            author: theirs.author_name,
            at: l.moment(theirs.at, l.time_zone),
        }),
    })
}
