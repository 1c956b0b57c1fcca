//! Answers to be read: each in its language and direction, its markup shown.

use super::desk::Desk;
use crate::{
    domain::{language::Language, markup, words},
    locales::Locale,
    web::consultations::question::QuestionView,
};

/// The message that names a language.
#[must_use]
pub const fn language_key(language: Language) -> &'static str {
    match language {
        Language::Ar => "language-ar",
        Language::En => "language-en",
        Language::Es => "language-es",
        Language::Fr => "language-fr",
        Language::Ru => "language-ru",
        Language::Zh => "language-zh",
    }
}

/// A question with the answer given.
#[derive(Debug, Clone)]
pub struct AnswerView {
    /// The question.
    pub question: QuestionView,
    /// The answer; none where nothing was written.
    pub answer: Option<Shown>,
    /// The path of the answer's versions, for those who may read them.
    pub revisions: Option<String>,
}

/// An answer's text as shown.
#[derive(Debug, Clone)]
pub struct Shown {
    /// Sanitised HTML.
    pub html: String,
    /// The language it is written in.
    pub language: Language,
    /// Language and length.
    pub about: String,
    /// Words over the limit; 0 within it.
    pub over: usize,
}

impl Shown {
    /// A text as shown beside the question at `position`.
    #[must_use]
    pub fn of(text: &str, language: Language, words: usize, limit: Option<u32>, position: i32, l: Locale) -> Self {
        let mut about =
            vec![l.capitalised(language_key(language)), l.t("common-words").arg("count", words).to_string()];
        if language == Language::Zh {
            about.push(l.t("common-characters").arg("count", words::characters(text)).to_string());
        }
        let over = limit.and_then(|limit| usize::try_from(limit).ok()).map_or(0, |limit| words.saturating_sub(limit));
        if over > 0 {
            about.push(l.t("common-words-over-limit").arg("over", over).to_string());
        }
        Self { html: markup::to_html(text, &format!("answer-{position}")), language, about: about.join(" · "), over }
    }
}

/// Every question of a desk with what is written.
#[must_use]
pub fn written(desk: &Desk, l: Locale) -> Vec<AnswerView> {
    let limit = desk.consultation.word_limit;
    let shown = |question: &QuestionView| {
        let answer = desk.answer(question.id).filter(|answer| !answer.text.is_blank())?;
        Some(Shown::of(answer.text.as_str(), answer.language, answer.words, limit, question.position, l))
    };
    desk.views(l)
        .into_iter()
        .map(|question| AnswerView { answer: shown(&question), question, revisions: None })
        .collect()
}
