//! The versions of an answer: who saved what and when, what each changed, and the way back to an earlier text.

use std::collections::HashMap;

use actix_web::{HttpResponse, web::Data};
use askama::Template;

use super::{
    answer::language_key,
    conflict,
    desk::{Desk, Head},
    difference::{Part, compare},
    field::Typed,
    save,
};
use crate::{
    database::Principal,
    domain::{
        access::CanEditResponse,
        ids::QuestionId,
        language::Language,
        response::{Draft, Revision},
    },
    locales::Locale,
    services::responses::{self, SaveError},
    store::{self, revisions::RevisionEntry},
    web::{
        State,
        consultations::question::QuestionView,
        error::Error,
        fields::{Fields, Malformed},
        form::Form,
        page::{self, Page, see_other_with},
        request::{Read, Write},
        routes, subjects,
    },
};

#[derive(Template)]
#[template(path = "pages/responses/revisions.html")]
struct RevisionsPage {
    page: Page,
    head: Head,
    question: QuestionView,
    entries: Vec<EntryView>,
    /// The version that is shown.
    shown: Option<VersionView>,
    /// The version before it.
    before: Option<VersionView>,
    /// Where to take its text again, and the newest number that was seen; none where it is the newest, or all is read-only.
    take: Option<(String, i32)>,
}

/// A version in the list.
struct EntryView {
    number: i32,
    path: String,
    is_shown: bool,
    /// By the seat's clock, and by the reader's where that differs.
    at: Vec<String>,
    author: String,
    language: &'static str,
    words: i64,
}

/// A version's text, with what the other one lacks marked.
struct VersionView {
    number: i32,
    text: Vec<Part>,
    language: Language,
}

impl VersionView {
    fn is_blank(&self) -> bool {
        self.text.iter().all(|part| part.text.trim().is_empty())
    }
}

/// What the page is made of.
struct Versions {
    entries: Vec<RevisionEntry>,
    texts: HashMap<i32, Revision>,
}

/// The list of an answer's versions, with the texts of `number` and of the one before it; without a number, of the newest.
async fn load(
    state: &State,
    access: &CanEditResponse,
    question: QuestionId,
    number: Option<i32>,
) -> Result<Versions, Error> {
    let access = access.clone();
    state
        .services
        .database
        .read(Principal::Account(*access.account()), move |c| {
            Box::pin(async move {
                let entries = store::revisions::of_question(c, &access, question).await?;
                let newest = entries.first().map_or(0, |entry| entry.number);
                let shown = number.unwrap_or(newest);
                let wanted = [newest, shown, shown.saturating_sub(1)].map(|number| (question, number));
                let texts = store::revisions::numbered(c, &access, &wanted).await?;
                Ok(Versions { entries, texts: texts.into_iter().map(|text| (text.number, text)).collect() })
            })
        })
        .await
}

/// The newest version; a page that says so where there is none yet.
pub async fn show_newest(read: Read<CanEditResponse>, state: Data<State>) -> Result<HttpResponse, Error> {
    page_of(read, &state, None).await
}

/// One version.
pub async fn show(read: Read<CanEditResponse>, state: Data<State>) -> Result<HttpResponse, Error> {
    let number = subjects::id(&read.request, "number")?;
    page_of(read, &state, Some(number)).await
}

async fn page_of(read: Read<CanEditResponse>, state: &State, number: Option<i32>) -> Result<HttpResponse, Error> {
    let Read { access, page, request } = read;
    let id = subjects::id(&request, "question")?;
    let desk = Desk::load(state, &access, page.l.language).await?;
    let question = desk.views(page.l).into_iter().find(|question| question.id == id).ok_or(Error::NotFound)?;
    let versions = load(state, &access, id, number).await?;
    let newest = versions.entries.first().map_or(0, |entry| entry.number);
    let shown = versions.texts.get(&number.unwrap_or(newest));
    if number.is_some() && shown.is_none() {
        return Err(Error::NotFound);
    }
    let before = shown.and_then(|shown| versions.texts.get(&(shown.number - 1)));
    let says_more = |shown: &&Revision| {
        versions.texts.get(&newest).is_some_and(|it| (&it.text, it.language) != (&shown.text, shown.language))
    };
    let take = shown
        .filter(says_more)
        .filter(|_| desk.submission.is_none())
        .map(|shown| (routes::revision(desk.state.id, id, shown.number), newest));
    let number = shown.map(|shown| shown.number);
    let entries = versions.entries.iter().map(|entry| EntryView::of(entry, number, id, &desk, page.l)).collect();
    let (before, shown) = marked(before, shown);
    page::ok(&RevisionsPage { head: desk.head(page.l), question, entries, shown, before, take, page })
}

impl EntryView {
    fn of(entry: &RevisionEntry, shown: Option<i32>, question: QuestionId, desk: &Desk, l: Locale) -> Self {
        let (seat, reader) = l.deadline(entry.at, desk.consultation.seat);
        Self {
            number: entry.number,
            path: routes::revision(desk.state.id, question, entry.number),
            is_shown: shown == Some(entry.number),
            at: std::iter::once(seat).chain(reader).collect(),
            author: entry.author_name.clone(),
            language: language_key(entry.language),
            words: entry.words.into(),
        }
    }
}

/// Both texts with their differences; the first version differs from nothing.
fn marked(before: Option<&Revision>, shown: Option<&Revision>) -> (Option<VersionView>, Option<VersionView>) {
    let view = |revision: &Revision, text| VersionView { number: revision.number, text, language: revision.language };
    match (before, shown) {
        (Some(before), Some(shown)) => {
            let (left, right) = compare(before.text.as_str(), shown.text.as_str());
            (Some(view(before, left)), Some(view(shown, right)))
        }
        (_, Some(shown)) => {
            let whole = vec![Part { text: shown.text.as_str().to_owned(), differs: false }];
            (None, Some(view(shown, whole)))
        }
        (_, None) => (None, None),
    }
}

/// The newest version when the page was made.
#[derive(Debug)]
pub struct TakeForm {
    base: i32,
}

impl Form for TakeForm {
    fn read(fields: &mut Fields) -> Result<Self, Malformed> {
        let base = fields.text("base")?.parse().ok().filter(|base| *base > 0);
        Ok(Self { base: base.ok_or_else(|| Malformed("base".into()))? })
    }
}

/// Saves an earlier text once more: a new version, by the law of every saving.
pub async fn take(write: Write<CanEditResponse, TakeForm>, state: Data<State>) -> Result<HttpResponse, Error> {
    let Write { access, form, page, request, .. } = write;
    let (question, number) = (subjects::id(&request, "question")?, subjects::id(&request, "number")?);
    let mut versions = load(&state, &access, question, Some(number)).await?;
    let Revision { text, language, .. } = versions.texts.remove(&number).ok_or(Error::NotFound)?;
    let typed = Typed { base: form.base, text: text.as_str().to_owned(), language };
    let draft = Draft { question, base: form.base, text, language };
    match state.run(responses::save(state.services.clone(), access.clone(), vec![draft])).await {
        Ok(saved) if saved.conflicts.is_empty() => {
            let notice = if saved.written == 0 { "response-unchanged" } else { "revision-taken" };
            Ok(see_other_with(routes::revisions(*access.response(), question), notice))
        }
        Ok(saved) => {
            let desk = Desk::load(&state, &access, page.l.language).await?;
            conflict::send(page, &desk, saved)
        }
        Err(SaveError::Submitted) => save::too_late(&state, &access, page, &HashMap::from([(question, typed)])).await,
        Err(error) => Err(error.into()),
    }
}
