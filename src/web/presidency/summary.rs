//! Saving a summary. What somebody else saved meanwhile is shown beside what was typed; neither is lost.

use std::time::Duration;

use actix_web::{HttpResponse, http::StatusCode, web::Data};
use askama::Template;
use similar::{ChangeTag, TextDiff};

use super::reading::{self, Editor, ReadingPage};
use crate::{
    domain::{
        access::CanReview,
        ids::QuestionId,
        language::Language,
        summary::{SummaryDraft, SummaryRevision},
        text::AnswerText,
    },
    services::{
        review::Reading,
        summaries::{self, SaveSummaryError},
    },
    web::{
        State,
        error::Error,
        fields::{Fields, Malformed},
        form::{Form, FormErrors, Written, languages},
        page::{self, Page, see_other_with},
        request::Write,
        routes, subjects,
    },
};

/// A summary as its form sends it.
#[derive(Debug)]
pub struct SummaryForm {
    base: String,
    text: String,
    language: String,
    /// Of a conflict the saved text was chosen.
    keeps: bool,
}

impl Form for SummaryForm {
    const WRITTEN: &'static [Written] = &[("text", "session-your-text", None)];

    fn read(fields: &mut Fields) -> Result<Self, Malformed> {
        Ok(Self {
            base: fields.text("base")?,
            text: fields.text("text")?,
            language: fields.text("language")?,
            keeps: fields.optional("keep")?.is_some(),
        })
    }
}

/// A piece of a text: whether the other text lacks it.
struct Piece {
    text: String,
    differs: bool,
}

#[derive(Template)]
#[template(path = "pages/presidency/conflict.html")]
struct ConflictPage {
    page: Page,
    reading: Reading,
    here: String,
    kicker: String,
    base: i32,
    editor: Editor,
    direction: &'static str,
    words: String,
    languages: Vec<(String, String, String)>,
    mine: Vec<Piece>,
    mine_language: Language,
    started: String,
    theirs: Vec<Piece>,
    theirs_language: Language,
    saved: String,
    errors: FormErrors,
}

/// Saves the summary.
pub async fn save(write: Write<CanReview, SummaryForm>, state: Data<State>) -> Result<HttpResponse, Error> {
    let Write { access, form, page, request, .. } = write;
    let question: QuestionId = subjects::id(&request, "question")?;
    if form.keeps {
        return Ok(see_other_with(routes::reading(*access.consultation(), question), "summary-kept"));
    }
    let base: i32 = form.base.parse().map_err(|_| Error::Malformed("base".into()))?;
    let mut errors = FormErrors::default();
    let text = errors.take("text", AnswerText::parse(&form.text));
    let language = errors.require("language", Language::parse(&form.language), "error-not-a-choice");
    let (Some((text, notices)), Some(language)) = (text, language) else {
        let reading = reading::load(&state, access, question, None, page.l.language).await?;
        let editor = Editor { base: form.base, text: form.text, language: form.language, changed: true };
        return ReadingPage::of(page, errors, reading, editor).refuse();
    };
    let here = routes::reading(*access.consultation(), question);
    let draft = SummaryDraft { base, text, language };
    let work = summaries::save(state.services.clone(), access.clone(), question, draft.clone());
    match state.run(work).await {
        Ok(_) if !notices.is_empty() => Ok(see_other_with(here, "control-characters-removed")),
        Ok(true) => Ok(see_other_with(here, "summary-saved")),
        Ok(false) => Ok(see_other_with(here, "summary-unchanged")),
        Err(SaveSummaryError::Conflict(theirs)) => {
            let reading = reading::load(&state, access, question, None, page.l.language).await?;
            page::render(StatusCode::CONFLICT, &ConflictPage::of(page, reading, draft, theirs.map(|theirs| *theirs)))
        }
        Err(error) => Err(error.into()),
    }
}

impl ConflictPage {
    #[allow(clippy::needless_pass_by_value, reason = "the page takes over what it shows")]
    fn of(page: Page, reading: Reading, draft: SummaryDraft, theirs: Option<SummaryRevision>) -> Self {
        let l = page.l;
        let consultation = &reading.presided.consultation;
        let (mine, other) = compare(draft.text.as_str(), theirs.as_ref().map_or("", |theirs| theirs.text.as_str()));
        let base = theirs.as_ref().map_or(0, |theirs| theirs.number);
        let mut errors = FormErrors::default();
        errors.add("text", "presidency-conflict-decide");
        Self {
            here: routes::reading(consultation.id, reading.question().id),
            kicker: l.t("presidency-kicker").arg("state", reading.presided.presidency.as_str()).to_string(),
            direction: draft.language.direction(),
            words: reading::word_count(&l, draft.text.as_str(), draft.language),
            languages: languages(),
            mine,
            mine_language: draft.language,
            started: if draft.base > 0 {
                l.t("presidency-conflict-from").arg("number", draft.base).to_string()
            } else {
                l.t("presidency-conflict-from-nothing").to_string()
            },
            theirs: other,
            theirs_language: theirs.as_ref().map_or(consultation.language, |theirs| theirs.language),
            saved: theirs
                .map(|theirs| reading::saved(&l, &l.moment(theirs.created_at, consultation.seat), &theirs.author))
                .unwrap_or_default(),
            editor: Editor {
                base: base.to_string(),
                text: draft.text.to_string(),
                language: draft.language.tag().to_owned(),
                changed: true,
            },
            base,
            reading,
            page,
            errors,
        }
    }
}

/// Both texts in pieces, word by word, with what one of them has alone.
fn compare(mine: &str, theirs: &str) -> (Vec<Piece>, Vec<Piece>) {
    let (theirs, mine) = (tokens(theirs), tokens(mine));
    // long texts with nothing in common: a rougher comparison rather than a slow page
    let diff = TextDiff::configure().timeout(Duration::from_millis(300)).diff_slices(&theirs, &mine);
    let (mut one, mut other) = (Vec::new(), Vec::new());
    for change in diff.iter_all_changes() {
        let tag = change.tag();
        if tag != ChangeTag::Delete {
            push(&mut one, change.value(), tag == ChangeTag::Insert);
        }
        if tag != ChangeTag::Insert {
            push(&mut other, change.value(), tag == ChangeTag::Delete);
        }
    }
    (one, other)
}

/// Words and what stands between them; each Chinese character is one, since nothing stands between those.
fn tokens(text: &str) -> Vec<&str> {
    let class = |c: char| match c {
        '\u{2e80}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{323af}' => None,
        c => Some(c.is_whitespace()),
    };
    let mut tokens = Vec::new();
    let (mut start, mut before) = (0, None);
    for (at, c) in text.char_indices() {
        if at > start && (class(c).is_none() || class(c) != before) {
            tokens.push(&text[start..at]);
            start = at;
        }
        before = class(c);
    }
    tokens.extend(text.get(start..).filter(|rest| !rest.is_empty()));
    tokens
}

fn push(pieces: &mut Vec<Piece>, text: &str, differs: bool) {
    match pieces.last_mut() {
        Some(last) if last.differs == differs => last.text.push_str(text),
        _ => pieces.push(Piece { text: text.to_owned(), differs }),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn whole(pieces: &[Piece]) -> String {
        pieces.iter().map(|piece| piece.text.as_str()).collect()
    }

    #[test]
    fn what_differs_is_marked_in_each() {
        let (mine, theirs) = compare("in the first year", "in the last year");
        let marked = |pieces: &[Piece]| -> Vec<String> {
            pieces.iter().filter(|piece| piece.differs).map(|piece| piece.text.clone()).collect()
        };
        assert_eq!((marked(&mine), marked(&theirs)), (vec!["first".to_owned()], vec!["last".to_owned()]));
        let (mine, theirs) = compare("安全部门改革", "安全部门治理");
        assert_eq!((marked(&mine), marked(&theirs)), (vec!["改革".to_owned()], vec!["治理".to_owned()]));
    }

    proptest! {
        #[test]
        fn both_texts_are_whole(mine in r"[a-c字典 \n]{0,30}", theirs in r"[a-c字典 \n]{0,30}") {
            let (one, other) = compare(&mine, &theirs);
            prop_assert_eq!((whole(&one), whole(&other)), (mine, theirs));
        }
    }
}
