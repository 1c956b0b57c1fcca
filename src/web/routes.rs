//! Every path of the site: a pattern for the server and a function for links. No other place writes a path.
//!
//! Features register their handlers through [`Routes`], which also keeps the list that the tests hold against the personas.

use actix_web::{
    FromRequest, Handler, HttpRequest, Responder, guard,
    http::Method,
    web::{self, ServiceConfig},
};

use super::page;

use crate::domain::ids::{AccountId, ConsultationId, MailId, MembershipId, QuestionId, ResponseId, SubmissionId};

/// Registers handlers, or only lists them.
pub struct Routes<'a> {
    config: Option<&'a mut ServiceConfig>,
    table: Vec<(Method, &'static str)>,
}

impl<'a> Routes<'a> {
    /// Registers into a server's configuration.
    pub fn registering(config: &'a mut ServiceConfig) -> Self {
        Self { config: Some(config), table: Vec::new() }
    }

    /// Only lists.
    #[must_use]
    pub fn listing() -> Self {
        Self { config: None, table: Vec::new() }
    }

    /// What was registered or listed.
    #[must_use]
    pub fn into_table(self) -> Vec<(Method, &'static str)> {
        self.table
    }

    /// A page.
    pub fn get<H, A>(&mut self, pattern: &'static str, handler: H) -> &mut Self
    where
        H: Handler<A>,
        A: FromRequest + 'static,
        H::Output: Responder + 'static,
    {
        self.add(Method::GET, pattern, handler)
    }

    /// A form.
    pub fn post<H, A>(&mut self, pattern: &'static str, handler: H) -> &mut Self
    where
        H: Handler<A>,
        A: FromRequest + 'static,
        H::Output: Responder + 'static,
    {
        self.add(Method::POST, pattern, handler)
    }

    fn add<H, A>(&mut self, method: Method, pattern: &'static str, handler: H) -> &mut Self
    where
        H: Handler<A>,
        A: FromRequest + 'static,
        H::Output: Responder + 'static,
    {
        if let Some(config) = &mut self.config {
            let route = match method {
                // RFC 9110, clause 9.1: whoever knows GET knows HEAD
                Method::GET => web::route().guard(guard::Any(guard::Get()).or(guard::Head())),
                _ => web::method(method.clone()),
            };
            config.route(pattern, route.to(handler));
        }
        self.table.push((method, pattern));
        self
    }

    /// Paths that only take forms, asked for as pages, lead to the page above them: after an answer to a form the
    /// browser's address is the form's, and the language switch or a bookmark opens it.
    pub fn lead_upwards(self) {
        let is_page =
            |pattern: &str| self.table.iter().any(|(method, known)| *method == Method::GET && *known == pattern);
        let Some(config) = self.config else { return };
        for (_, pattern) in self.table.iter().filter(|(_, pattern)| !is_page(pattern)) {
            let above = |path: &str| path.rsplit_once('/').map_or_else(String::new, |(above, _)| above.to_owned());
            let mut page = above(pattern);
            let mut steps = 1;
            while !page.is_empty() && !is_page(&page) {
                page = above(&page);
                steps += 1;
            }
            let up = move |request: HttpRequest| {
                let path = (0..steps).fold(request.path().to_owned(), |path, _| above(&path));
                std::future::ready(page::see_other(if path.is_empty() { start() } else { path }))
            };
            config.route(pattern, web::get().to(up));
        }
    }
}

macro_rules! paths {
    ($($(#[$doc:meta])* $constant:ident $function:ident($($argument:ident: $kind:ty),*) = $pattern:literal;)*) => {$(
        $(#[$doc])*
        pub const $constant: &str = $pattern;
        $(#[$doc])*
        #[must_use]
        pub fn $function($($argument: $kind),*) -> String {
            #[allow(unused_mut, reason = "a path without places stays as it is")]
            let mut path = $pattern.to_owned();
            $(path = path.replace(concat!("{", stringify!($argument), "}"), &$argument.to_string());)*
            path
        }
    )*};
}

paths! {
    /// The start: one's consultations, or signing in.
    START start() = "/";
    /// Style sheets, script, icon.
    ASSET asset(file: &str) = "/assets/{file}";
    /// The process runs.
    HEALTH health() = "/healthz";
    /// The database answers.
    READY ready() = "/readyz";
    /// Sets the interface's language.
    LANGUAGE language() = "/language";
    /// Signing in.
    SIGN_IN sign_in() = "/sign-in";
    /// Signing out.
    SIGN_OUT sign_out() = "/sign-out";
    /// Keeps a session alive while somebody writes.
    KEEP_ALIVE keep_alive() = "/session/keep-alive";
    /// Asking for a link to choose a new password.
    FORGOTTEN_PASSWORD forgotten_password() = "/forgotten-password";
    /// A one-time link.
    LINK link(token: &str) = "/links/{token}";
    /// One's own account.
    ACCOUNT account() = "/account";
    /// Changing one's own password.
    ACCOUNT_PASSWORD account_password() = "/account/password";

    /// One's consultations.
    CONSULTATIONS consultations() = "/consultations";
    /// A consultation: letter, note, questions, state, next step.
    CONSULTATION consultation(consultation: ConsultationId) = "/consultations/{consultation}";
    /// The note's file as it was handed in.
    CONSULTATION_SOURCE consultation_source(consultation: ConsultationId) = "/consultations/{consultation}/source";

    /// Handing in a concept note.
    NEW_CONSULTATION new_consultation() = "/new-consultation";
    /// What was understood of it, to be corrected; creates the consultation.
    NEW_CONSULTATION_REVIEW new_consultation_review() = "/new-consultation/review";
    /// Title, window, word limit, contact.
    SETTINGS settings(consultation: ConsultationId) = "/consultations/{consultation}/settings";
    /// The questions and whom they are addressed to.
    QUESTIONS questions(consultation: ConsultationId) = "/consultations/{consultation}/questions";
    /// Who is invited, with focal points.
    PARTICIPANTS participants(consultation: ConsultationId) = "/consultations/{consultation}/participants";
    /// The presidency's own people.
    PRESIDENCY presidency(consultation: ConsultationId) = "/consultations/{consultation}/presidency";
    /// Ends the membership of one of the presidency's people.
    PRESIDENCY_END presidency_end(consultation: ConsultationId, membership: MembershipId) = "/consultations/{consultation}/presidency/{membership}/end";
    /// Opening.
    OPENING opening(consultation: ConsultationId) = "/consultations/{consultation}/opening";
    /// Extending the deadline.
    EXTENSION extension(consultation: ConsultationId) = "/consultations/{consultation}/extension";
    /// Closing.
    CLOSURE closure(consultation: ConsultationId) = "/consultations/{consultation}/closure";

    /// The presidency's board: who has answered.
    BOARD board(consultation: ConsultationId) = "/consultations/{consultation}/board";
    /// One question: its answers, and the summary.
    READING reading(consultation: ConsultationId, question: QuestionId) = "/consultations/{consultation}/reading/{question}";
    /// The report.
    REPORT report(consultation: ConsultationId) = "/consultations/{consultation}/report";
    /// Issuing the report.
    REPORT_ISSUE report_issue(consultation: ConsultationId) = "/consultations/{consultation}/report/issue";

    /// A delegation's response: the form.
    RESPONSE response(response: ResponseId) = "/responses/{response}";
    /// The draft as a page to print for clearance.
    RESPONSE_DRAFT response_draft(response: ResponseId) = "/responses/{response}/draft";
    /// Check your answers, and submit.
    SUBMIT submit(response: ResponseId) = "/responses/{response}/submit";
    /// The versions of an answer, the newest shown.
    REVISIONS revisions(response: ResponseId, question: QuestionId) = "/responses/{response}/revisions/{question}";
    /// One version of an answer; takes its text again.
    REVISION revision(response: ResponseId, question: QuestionId, number: i32) = "/responses/{response}/revisions/{question}/{number}";
    /// The delegation's people.
    TEAM team(response: ResponseId) = "/responses/{response}/team";
    /// Ends the membership of one of the delegation's people.
    TEAM_END team_end(response: ResponseId, membership: MembershipId) = "/responses/{response}/team/{membership}/end";
    /// A submission: the receipt.
    SUBMISSION submission(submission: SubmissionId) = "/submissions/{submission}";
    /// What the receipt's hash is computed of, as a file.
    SUBMISSION_CONTENT submission_content(submission: SubmissionId) = "/submissions/{submission}/content";
    /// A submission's answers, read-only.
    SUBMISSION_TEXT submission_text(submission: SubmissionId) = "/submissions/{submission}/text";

    /// The administrator's desk: accounts.
    ADMINISTRATION administration() = "/administration";
    /// A new account.
    NEW_ACCOUNT new_account() = "/administration/new-account";
    /// One account.
    ADMINISTERED_ACCOUNT administered_account(account: AccountId) = "/administration/accounts/{account}";
    /// Shuts or reopens an account.
    ACCOUNT_STATE account_state(account: AccountId) = "/administration/accounts/{account}/state";
    /// Sends a new activation or reset link.
    ACCOUNT_LINK account_link(account: AccountId) = "/administration/accounts/{account}/link";
    /// Begins a membership.
    ACCOUNT_MEMBERSHIPS account_memberships(account: AccountId) = "/administration/accounts/{account}/memberships";
    /// Ends a membership.
    ACCOUNT_MEMBERSHIP_END account_membership_end(account: AccountId, membership: MembershipId) = "/administration/accounts/{account}/memberships/{membership}/end";
    /// The outgoing mail: what waits, failed, is uncertain.
    OUTBOX outbox() = "/administration/outbox";
    /// Sends a failed or uncertain mail again.
    OUTBOX_RETRY outbox_retry(mail: MailId) = "/administration/outbox/{mail}/retry";
    /// The demonstration's mails.
    MAILBOX mailbox() = "/administration/mailbox";
    /// One of them.
    MAILBOX_MAIL mailbox_mail(mail: MailId) = "/administration/mailbox/{mail}";
}

/// The paths that mails lead to.
pub const MAIL_PATHS: crate::mail::links::Paths = crate::mail::links::Paths {
    start,
    sign_in,
    forgotten_password,
    link,
    consultation,
    board,
    reading,
    report,
    submission,
};
