//! The page of a form that was not taken, mostly since its session ended: everything written, and a place to sign in.

use actix_web::{HttpMessage, HttpRequest, HttpResponse, http::StatusCode};
use askama::Template;

use super::{
    error::{Error, SessionProblem},
    form::{AfterSignIn, Written},
    page::{self, Page},
    request::Kept,
};

/// Fields whose values are never shown again.
const SECRETS: [&str; 3] = ["password", "present", "again"];

#[derive(Template)]
#[template(path = "pages/session_ended.html")]
struct SessionPage {
    page: Page,
    problem: SessionProblem,
    /// It does what cannot be taken back, and asks once more.
    final_act: bool,
    action: String,
    token: String,
    texts: Vec<Text>,
    hidden: Vec<(String, String)>,
}

/// A text to show again.
struct Text {
    label: String,
    name: String,
    value: String,
}

impl Kept {
    /// What is known of a field, if it is one that people write in.
    fn written_in(&self, name: &str) -> Option<&'static Written> {
        self.written.iter().find(|(pattern, ..)| star(pattern, name).is_some())
    }

    /// Whether somebody would miss the value of a field.
    fn is_text(&self, name: &str, value: &str) -> bool {
        if self.written.is_empty() {
            return value.contains('\n') || value.chars().count() > 60;
        }
        self.written_in(name).is_some() && !value.trim().is_empty()
    }

    /// What a field is called on its own page; its number where nothing names it.
    fn label(&self, page: &Page, name: &str, number: usize) -> String {
        let named = self.written_in(name).and_then(|(pattern, message, label)| {
            let Some(label) = label else { return Some(page.l.t(message).to_string()) };
            let namer = label.replacen('*', star(pattern, name)?, 1);
            let (_, label) = self.values.iter().find(|(other, value)| *other == namer && !value.trim().is_empty())?;
            Some(page.l.t(message).arg("label", label.trim()).to_string())
        });
        named.unwrap_or_else(|| page.l.t("session-text-number").arg("number", number).to_string())
    }
}

/// What stands in a name where a pattern has its star; nothing where the pattern is the name itself.
fn star<'n>(pattern: &str, name: &'n str) -> Option<&'n str> {
    match pattern.split_once('*') {
        Some((before, after)) => name.strip_prefix(before)?.strip_suffix(after),
        None => (pattern == name).then_some(""),
    }
}

fn kept(request: &HttpRequest) -> Option<Kept> {
    let mut kept = request.extensions().get::<Kept>().cloned()?;
    kept.values.retain(|(name, _)| !SECRETS.contains(&name.as_str()));
    Some(kept)
}

/// Whether the form of this request holds what somebody would miss.
pub(super) fn holds_text(request: &HttpRequest) -> bool {
    kept(request).is_some_and(|kept| kept.values.iter().any(|(name, value)| kept.is_text(name, value)))
}

/// The page, for the form that this request holds.
pub(super) fn render(
    request: &HttpRequest,
    page: Page,
    problem: SessionProblem,
    status: StatusCode,
) -> Result<HttpResponse, Error> {
    let kept = kept(request).ok_or_else(|| Error::internal("no form was kept"))?;
    let (written, hidden): (Vec<_>, Vec<_>) =
        kept.values.iter().cloned().partition(|(name, value)| kept.is_text(name, value));
    let texts = written
        .into_iter()
        .enumerate()
        .map(|(at, (name, value))| Text { label: kept.label(&page, &name, at + 1), name, value })
        .collect();
    let action = request.path().to_owned();
    // with the database down nobody knows the session, which may be a good one
    let token = if problem == SessionProblem::Failed { kept.token } else { page.form_token.clone() };
    let final_act = kept.after == AfterSignIn::Asked;
    page::render(status, &SessionPage { page, problem, final_act, action, token, texts, hidden })
}

impl SessionPage {
    fn title(&self) -> &'static str {
        if self.final_act { "session-act-title" } else { "session-title" }
    }

    fn message(&self) -> &'static str {
        match (self.problem, self.final_act) {
            (SessionProblem::Ended, false) => "session-ended",
            (SessionProblem::Ended, true) => "session-act-ended",
            (SessionProblem::Wrong, _) => "session-wrong",
            (SessionProblem::TooMany, _) => "session-too-many",
            (SessionProblem::OtherAccount, false) => "session-other-account",
            (SessionProblem::OtherAccount, true) => "session-act-other-account",
            (SessionProblem::EarlierSession, _) => "session-earlier",
            (SessionProblem::Failed, false) => "session-failed",
            (SessionProblem::Failed, true) => "session-act-failed",
        }
    }

    /// What the button says.
    fn button(&self) -> &'static str {
        match (self.signs_in(), self.final_act) {
            (true, false) => "session-sign-in-and-save",
            (true, true) => "sign-in-button",
            (false, false) => "session-save-now",
            (false, true) => "session-act-again",
        }
    }

    fn signs_in(&self) -> bool {
        matches!(self.problem, SessionProblem::Ended | SessionProblem::Wrong | SessionProblem::TooMany)
            || (self.problem == SessionProblem::OtherAccount && self.page.account.is_none())
    }

    fn sends_again(&self) -> bool {
        matches!(self.problem, SessionProblem::EarlierSession | SessionProblem::Failed)
    }
}
