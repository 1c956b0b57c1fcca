//! The place on a form where one answer is written.

use super::desk::Desk;
use crate::{
    domain::{language::Language, response::Revision, text::MAX_CHARACTERS, words},
    locales::Locale,
    web::{consultations::question::QuestionView, routes},
};

/// One answer's field for `pages/responses/field.html`.
#[derive(Debug, Clone)]
pub struct AnswerField {
    /// The question.
    pub question: QuestionView,
    /// The revision the writer starts from; 0 for none.
    pub base: i32,
    /// The text.
    pub text: String,
    /// The language it is written in.
    pub language: Language,
    /// Words an answer should not exceed.
    pub limit: Option<u32>,
    /// Length and limit, in words; none where the text is too long to count.
    pub count: Option<String>,
    /// What the script fills in for it.
    pub pattern: String,
    /// The same with characters, for Chinese.
    pub pattern_characters: String,
    /// Whether it is over the limit.
    pub over: bool,
    /// When and by whom it was saved; none: not yet.
    pub saved: Option<String>,
    /// The path of its saved versions; none: not yet.
    pub revisions: Option<String>,
    /// Whether the text is other than what is saved.
    pub changed: bool,
    /// What is wrong with it.
    pub error: Option<String>,
    /// Its state in the list of questions.
    pub state: String,
    /// That state's class.
    pub state_class: &'static str,
}

/// What a writer typed, or what is saved.
#[derive(Debug, Clone)]
pub struct Typed {
    /// The revision started from.
    pub base: i32,
    /// The text.
    pub text: String,
    /// The language.
    pub language: Language,
}

impl Typed {
    /// What is saved, or an empty answer in `language`.
    #[must_use]
    pub fn saved(revision: Option<&Revision>, language: Language) -> Self {
        revision.map_or(Self { base: 0, text: String::new(), language }, |revision| Self {
            base: revision.number,
            text: revision.text.as_str().to_owned(),
            language: revision.language,
        })
    }
}

impl AnswerField {
    /// The field of a question with a text, which may not be the saved one.
    #[must_use]
    pub fn new(question: QuestionView, typed: Typed, desk: &Desk, l: Locale) -> Self {
        let Typed { base, text, language } = typed;
        let (saved, limit) = (desk.answer(question.id), desk.consultation.word_limit);
        let characters = text.chars().count();
        // a text that cannot be saved is not counted either: it may be as long as a form
        let words = (characters <= MAX_CHARACTERS).then(|| words::count(&text, language));
        let most = limit.and_then(|limit| usize::try_from(limit).ok()).unwrap_or(usize::MAX);
        let over = words.is_some_and(|words| words > most);
        let count = words.map(|words| {
            let mut shown = pattern(l, limit, language == Language::Zh).replace("{words}", &number(l, words));
            if language == Language::Zh {
                shown = shown.replace("{characters}", &number(l, words::characters(&text)));
            }
            shown.replace("{limit}", &limit.map(|limit| l.number(limit.into())).unwrap_or_default())
        });
        let (state, state_class) = match words {
            _ if text.trim().is_empty() && question.optional => (l.t("response-empty-optional").to_string(), "state"),
            _ if text.trim().is_empty() => (l.t("response-empty").to_string(), "state"),
            Some(words) if over => {
                (l.t("common-words-over-limit").arg("over", words - most).to_string(), "state state-over")
            }
            Some(words) => (l.t("common-words").arg("count", words).to_string(), "state state-done"),
            None => (l.t("response-too-long-short").to_string(), "state state-over"),
        };
        let same = |saved: &Revision| saved.text.as_str() == text && saved.language == language;
        Self {
            changed: saved.map_or(!text.is_empty(), |saved| !same(saved)),
            saved: saved.map(|saved| {
                let at = l.moment(saved.at, l.time_zone);
                l.t("consultations-saved").arg("time", at).arg("name", &saved.author_name).to_string()
            }),
            revisions: saved.map(|_| routes::revisions(desk.state.id, question.id)),
            question,
            base,
            language,
            limit,
            count,
            pattern: pattern(l, limit, false),
            pattern_characters: pattern(l, limit, true),
            over,
            error: None,
            state,
            state_class,
            text,
        }
    }

    /// The field with what is wrong with it.
    #[must_use]
    pub fn with_error(self, error: Option<String>) -> Self {
        Self { error, ..self }
    }
}

fn number(l: Locale, n: usize) -> String {
    l.number(i64::try_from(n).unwrap_or(i64::MAX))
}

/// The counter's text with `{words}`, `{limit}` and `{characters}` to be filled in.
fn pattern(l: Locale, limit: Option<u32>, characters: bool) -> String {
    let message = match (limit.is_some(), characters) {
        (true, false) => l.plain("response-count-limit").arg("limit", "{limit}"),
        (true, true) => {
            l.plain("response-count-limit-characters").arg("limit", "{limit}").arg("characters", "{characters}")
        }
        (false, false) => l.plain("response-count"),
        (false, true) => l.plain("response-count-characters").arg("characters", "{characters}"),
    };
    message.arg("words", "{words}").to_string()
}
