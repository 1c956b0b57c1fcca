//! Saving the response: what does not conflict is saved, what does comes back with both texts.

use std::collections::HashMap;

use actix_web::{HttpResponse, http::StatusCode, web::Data};
use askama::Template;

use super::{
    conflict,
    desk::{Desk, Head},
    field::{AnswerField, Typed},
    form,
};
use crate::{
    domain::{
        access::CanEditResponse,
        ids::QuestionId,
        language::Language,
        response::Draft,
        text::{AnswerText, TextError},
    },
    locales::Locale,
    services::responses::{self, SaveError},
    web::{
        State,
        error::Error,
        fields::{Fields, Malformed},
        form::{Form, Written},
        page::{self, Page, see_other, see_other_with},
        request::Write,
        routes,
    },
};

/// What the form sends: a text, its language and the revision it started from, for each answer.
#[derive(Debug)]
pub struct SaveForm {
    typed: HashMap<QuestionId, Typed>,
    then_check: bool,
    /// Of a conflict the writer chose the saved text.
    keeps: bool,
}

impl Form for SaveForm {
    const WRITTEN: &'static [Written] = &[("text-*", "response-answer-label", Some("label-*"))];

    fn read(fields: &mut Fields) -> Result<Self, Malformed> {
        // what the questions are called is for showing the texts again without a session
        by_question(fields, "label-")?;
        let then_check = fields.optional("then")?.is_some();
        let (mut bases, mut languages) = (by_question(fields, "base-")?, by_question(fields, "language-")?);
        let mut typed = HashMap::new();
        for (question, text) in by_question(fields, "text-")? {
            let missing = |what: &str| Malformed(format!("{what}-{question}"));
            let base = bases.remove(&question).and_then(|base| base.parse().ok()).filter(|base: &i32| *base >= 0);
            let language = languages.remove(&question).and_then(|language| Language::parse(&language));
            let base = base.ok_or_else(|| missing("base"))?;
            let language = language.ok_or_else(|| missing("language"))?;
            typed.insert(question, Typed { base, text, language });
        }
        if typed.is_empty() || !bases.is_empty() || !languages.is_empty() {
            return Err(Malformed("answers".into()));
        }
        // where the saved text was chosen, the one in the field is left out
        let kept = by_question(fields, "keep-")?;
        let keeps = !kept.is_empty();
        for question in kept.into_keys() {
            typed.remove(&question).ok_or_else(|| Malformed(format!("keep-{question}")))?;
        }
        Ok(Self { typed, then_check, keeps })
    }
}

/// The values of the fields that are named after questions; a question twice is malformed.
pub(super) fn by_question(fields: &mut Fields, prefix: &str) -> Result<HashMap<QuestionId, String>, Malformed> {
    let mut found = HashMap::new();
    for (name, value) in fields.prefixed(prefix) {
        let question = name.parse().map_err(|_| Malformed(format!("{prefix}{name}")))?;
        if found.insert(question, value).is_some() {
            return Err(Malformed(format!("{prefix}{name}")));
        }
    }
    Ok(found)
}

/// Saves; or shows the form again with all its texts.
pub async fn save(write: Write<CanEditResponse, SaveForm>, state: Data<State>) -> Result<HttpResponse, Error> {
    let Write { access, form, mut page, .. } = write;
    let Some((drafts, removed)) = drafts(&form.typed) else { return again(&state, &access, page, form.typed).await };
    let context = state.services.clone();
    let saved = match state.run(responses::save(context, access.clone(), drafts)).await {
        Ok(saved) => saved,
        Err(SaveError::Submitted) => return too_late(&state, &access, page, &form.typed).await,
        Err(error) => return Err(error.into()),
    };
    let notice = removed.then_some("control-characters-removed");
    if !saved.conflicts.is_empty() {
        page.notice = notice.map(|notice| format!("notice-{notice}"));
        let desk = Desk::load(&state, &access, page.l.language).await?;
        return conflict::send(page, &desk, saved);
    }
    let done = match saved.written {
        0 if form.keeps => "response-kept",
        0 => "response-unchanged",
        _ => "response-saved",
    };
    let next = if form.then_check { routes::submit(*access.response()) } else { routes::response(*access.response()) };
    Ok(see_other_with(next, notice.unwrap_or(done)))
}

/// The texts as they can be saved, and whether control characters were removed; none when one is too long.
fn drafts(typed: &HashMap<QuestionId, Typed>) -> Option<(Vec<Draft>, bool)> {
    let mut removed = false;
    let drafts = typed
        .iter()
        .map(|(question, typed)| {
            let (text, notices) = AnswerText::parse(&typed.text).ok()?;
            removed |= !notices.is_empty();
            Some(Draft { question: *question, base: typed.base, text, language: typed.language })
        })
        .collect::<Option<_>>()?;
    Some((drafts, removed))
}

/// 422: every text is in its field again, and nothing was saved, so that one press later saves all or says why not.
async fn again(
    state: &State,
    access: &CanEditResponse,
    page: Page,
    mut typed: HashMap<QuestionId, Typed>,
) -> Result<HttpResponse, Error> {
    let desk = Desk::load(state, access, page.l.language).await?;
    if desk.submission.is_some() {
        return too_late(state, access, page, &typed).await;
    }
    let l = page.l;
    let mut fields = Vec::new();
    for question in desk.views(l) {
        let saved = || Typed::saved(desk.answer(question.id), desk.default_language(l));
        let typed = typed.remove(&question.id).unwrap_or_else(saved);
        let error = too_long(l, &question.label, &typed.text);
        fields.push(AnswerField::new(question, typed, &desk, l).with_error(error));
    }
    if !typed.is_empty() {
        return Err(Error::NotFound);
    }
    form::send(page, &desk, fields)
}

fn too_long(l: Locale, label: &str, text: &str) -> Option<String> {
    let Err(TextError::TooLong { length, max }) = AnswerText::parse(text) else { return None };
    Some(l.t("response-too-long").arg("label", label).arg("length", length).arg("max", max).to_string())
}

#[derive(Template)]
#[template(path = "pages/responses/too_late.html")]
struct TooLatePage {
    page: Page,
    head: Head,
    texts: Vec<(String, String, Language)>,
    receipt: String,
}

/// 409: the response was handed over while somebody still wrote. Nothing is saved, and nothing is lost.
pub(super) async fn too_late(
    state: &State,
    access: &CanEditResponse,
    page: Page,
    typed: &HashMap<QuestionId, Typed>,
) -> Result<HttpResponse, Error> {
    let desk = Desk::load(state, access, page.l.language).await?;
    let Some(submission) = &desk.submission else { return Ok(see_other(routes::response(*access.response()))) };
    if typed.keys().any(|id| desk.questions.iter().all(|question| question.id != *id)) {
        return Err(Error::NotFound);
    }
    let differs = |question: QuestionId, typed: &Typed| {
        desk.answer(question).map_or(!typed.text.is_empty(), |answer| {
            AnswerText::parse(&typed.text).map_or(true, |(text, _)| text != answer.text)
        })
    };
    let texts = desk
        .questions
        .iter()
        .filter_map(|question| typed.get(&question.id).map(|typed| (question, typed)))
        .filter(|(question, typed)| differs(question.id, typed))
        .map(|(question, typed)| (question.label.clone(), typed.text.clone(), typed.language))
        .collect();
    let template = TooLatePage { head: desk.head(page.l), receipt: routes::submission(submission.id), page, texts };
    page::render(StatusCode::CONFLICT, &template)
}

impl From<SaveError> for Error {
    fn from(error: SaveError) -> Self {
        match error {
            SaveError::Gone | SaveError::Submitted | SaveError::ForeignQuestion => Self::NotFound,
            SaveError::Database(error) => error.into(),
            SaveError::Interrupted(error) => error.into(),
        }
    }
}
