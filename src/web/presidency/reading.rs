//! One question: its answers in full, and beside them the presidency's summary.

use std::collections::BTreeMap;

use actix_web::{HttpResponse, http::StatusCode, web::Data};
use askama::Template;

use super::{phase_tag, shortened};
use crate::{
    domain::{access::CanReview, consultation::Phase, ids::QuestionId, language::Language, markup, words},
    locales::Locale,
    services::review::{self, Reading},
    store::submitted_answers::SubmittedAnswer,
    web::{
        State,
        error::Error,
        form::{FormErrors, languages},
        page::{self, Page},
        request::Read,
        responses::answer::language_key,
        routes, subjects,
    },
};

/// One answer as shown.
struct Answer {
    name: String,
    path: String,
    facts: String,
    language: Language,
    html: String,
}

/// A neighbouring question.
struct Neighbour {
    path: String,
    text: String,
    short: String,
}

/// An older text of the summary.
struct Older {
    title: String,
    saved: String,
    language: Language,
    html: String,
}

/// One line of the history.
struct Entry {
    path: String,
    text: String,
    current: bool,
}

/// The summary's form as it is shown: what is saved, or what was typed.
#[derive(Debug, Clone)]
pub(super) struct Editor {
    /// The number of the revision the text started from; 0 for none.
    pub base: String,
    /// The text.
    pub text: String,
    /// Its language's tag.
    pub language: String,
    /// Whether it differs from what is saved.
    pub changed: bool,
}

/// The page of one question.
#[derive(Template)]
#[template(path = "pages/presidency/reading.html")]
pub(super) struct ReadingPage {
    page: Page,
    errors: FormErrors,
    reading: Reading,
    phase: (&'static str, &'static str),
    board: String,
    title: String,
    place: String,
    kicker: String,
    facts: Vec<(&'static str, String)>,
    previous: Option<Neighbour>,
    following: Option<Neighbour>,
    addressed: Option<String>,
    empty_title: &'static str,
    answers: Vec<Answer>,
    silent: Option<String>,
    here: String,
    editor: Editor,
    direction: &'static str,
    words: String,
    languages: Vec<(String, String, String)>,
    saved: Option<String>,
    history: Vec<Entry>,
    older: Option<Older>,
    issued: Option<String>,
}

/// One question with all its answers.
pub async fn show(read: Read<CanReview>, state: Data<State>) -> Result<HttpResponse, Error> {
    let question: QuestionId = subjects::id(&read.request, "question")?;
    let revision = match page::query(&read.request, "revision") {
        Some(text) => Some(text.parse().map_err(|_| Error::NotFound)?),
        None => None,
    };
    let reading = load(&state, read.access, question, revision, read.page.l.language).await?;
    let editor = Editor::of(&reading);
    page::ok(&ReadingPage::of(read.page, FormErrors::default(), reading, editor))
}

/// What the page of a question shows.
pub(super) async fn load(
    state: &State,
    access: CanReview,
    question: QuestionId,
    revision: Option<i32>,
    language: Language,
) -> Result<Reading, Error> {
    let context = state.services.clone();
    let work = async move { review::reading(context, access, question, revision, language).await.map_err(Error::from) };
    state.run(work).await?.ok_or(Error::NotFound)
}

impl Editor {
    /// What is saved; nothing yet begins in the consultation's language.
    fn of(reading: &Reading) -> Self {
        let summary = reading.summary.as_ref();
        let language = summary.map_or(reading.presided.consultation.language, |summary| summary.language);
        Self {
            base: summary.map_or(0, |summary| summary.number).to_string(),
            text: summary.map(|summary| summary.text.to_string()).unwrap_or_default(),
            language: language.tag().to_owned(),
            changed: false,
        }
    }
}

impl ReadingPage {
    /// The page, with the form as given.
    pub(super) fn of(page: Page, errors: FormErrors, mut reading: Reading, editor: Editor) -> Self {
        let l = page.l;
        l.sort_by_name(&mut reading.answers, |(name, _)| name);
        let consultation = reading.presided.consultation.clone();
        let here = routes::reading(consultation.id, reading.question().id);
        let neighbour = |at: Option<usize>| {
            at.and_then(|at| reading.questions.get(at)).map(|question| Neighbour {
                path: routes::reading(consultation.id, question.id),
                text: l.t("presidency-question").arg("label", question.label.as_str()).to_string(),
                short: shortened(&question.text),
            })
        };
        let language = Language::parse(&editor.language).unwrap_or_default();
        let moment = |at| l.moment(at, consultation.seat);
        let shown = reading.shown.as_ref().map(|shown| shown.number);
        Self {
            phase: phase_tag(&reading.presided),
            board: format!("{}#questions", routes::board(consultation.id)),
            title: l.plain("presidency-question").arg("label", reading.question().label.as_str()).to_string(),
            kicker: l.t("presidency-kicker").arg("state", reading.presided.presidency.as_str()).to_string(),
            place: l
                .t("presidency-question-of")
                .arg("number", reading.at + 1)
                .arg("count", reading.questions.len())
                .to_string(),
            facts: facts(&l, &reading.answers),
            previous: neighbour(reading.at.checked_sub(1)),
            following: neighbour(Some(reading.at + 1)),
            addressed: named(&l, "presidency-addressed-to", &reading.addressees),
            empty_title: if reading.presided.phase == Phase::Closed {
                "presidency-no-answer-came"
            } else {
                "presidency-no-answer-yet"
            },
            answers: answers(&l, &reading),
            silent: named(&l, "presidency-silent", &reading.silent),
            direction: language.direction(),
            words: word_count(&l, &editor.text, language),
            editor,
            languages: languages(),
            saved: reading.summary.as_ref().map(|summary| saved(&l, &moment(summary.created_at), &summary.author)),
            history: history(&l, &reading, &here, shown),
            older: reading.shown.as_ref().map(|shown| Older {
                title: l.t("presidency-version").arg("number", shown.number).to_string(),
                saved: saved(&l, &moment(shown.created_at), &shown.author),
                language: shown.language,
                html: markup::to_html(shown.text.as_str(), "older-"),
            }),
            issued: reading
                .presided
                .issued_at
                .map(|at| l.t("presidency-after-issue").arg("time", moment(at)).to_string()),
            here,
            errors,
            reading,
            page,
        }
    }

    /// Sends the page with what is wrong in its form.
    pub(super) fn refuse(&self) -> Result<HttpResponse, Error> {
        page::render(StatusCode::UNPROCESSABLE_ENTITY, self)
    }

    fn title_key(&self) -> &'static str {
        if self.errors.is_empty() { "common-page-title" } else { "common-page-title-with-error" }
    }
}

/// How many words a summary has.
pub(super) fn word_count(l: &Locale, text: &str, language: Language) -> String {
    let count = i64::try_from(words::count(text, language)).unwrap_or(i64::MAX);
    l.t("presidency-word-count").arg("words", l.number(count)).to_string()
}

/// "Saved at … by …".
pub(super) fn saved(l: &Locale, time: &str, author: &str) -> String {
    l.t("presidency-saved").arg("time", time).arg("name", author).to_string()
}

/// The message `key` with names in the reader's order; none without names.
fn named(l: &Locale, key: &str, names: &[String]) -> Option<String> {
    let mut names = names.to_vec();
    l.sort_by_name(&mut names, |name| name);
    (!names.is_empty()).then(|| l.t(key).arg("names", l.list(&names)).to_string())
}

fn facts(l: &Locale, answers: &[(String, SubmittedAnswer)]) -> Vec<(&'static str, String)> {
    if answers.is_empty() {
        return Vec::new();
    }
    let count = l.number(i64::try_from(answers.len()).unwrap_or(i64::MAX));
    let mut languages: BTreeMap<Language, i64> = BTreeMap::new();
    for (_, answer) in answers {
        *languages.entry(answer.language).or_default() += 1;
    }
    let mut languages: Vec<_> = languages.into_iter().collect();
    languages.sort_by_key(|(language, count)| (-count, *language));
    let written = |(at, (language, count)): (usize, (Language, i64))| {
        let key = language_key(language);
        let name = if at == 0 { l.capitalised(key) } else { l.plain(key).to_string() };
        format!("{name}\u{a0}{}", l.number(count))
    };
    let languages: Vec<_> = languages.into_iter().enumerate().map(written).collect();
    vec![
        ("presidency-fact-delegations", count.clone()),
        ("presidency-fact-statements", count),
        ("presidency-fact-languages", l.list(&languages)),
    ]
}

fn answers(l: &Locale, reading: &Reading) -> Vec<Answer> {
    let seat = reading.presided.consultation.seat;
    reading
        .answers
        .iter()
        .map(|(name, answer)| Answer {
            name: name.clone(),
            path: routes::submission_text(answer.submission),
            facts: l
                .t("presidency-answer-facts")
                .arg("language", l.capitalised(language_key(answer.language)))
                .arg("words", l.plain("common-words").arg("count", answer.words))
                .arg("time", l.moment(answer.submitted_at, seat))
                .to_string(),
            language: answer.language,
            html: markup::to_html(&answer.text, &format!("a-{}-", answer.participant)),
        })
        .collect()
}

fn history(l: &Locale, reading: &Reading, here: &str, shown: Option<i32>) -> Vec<Entry> {
    reading
        .history
        .iter()
        .map(|entry| Entry {
            path: format!("{here}?revision={}#summary", entry.number),
            text: l
                .t("presidency-history-entry")
                .arg("number", entry.number)
                .arg("time", l.moment(entry.created_at, reading.presided.consultation.seat))
                .arg("name", entry.author.as_str())
                .to_string(),
            current: shown == Some(entry.number),
        })
        .collect()
}
