//! The outgoing mail: what waits, what failed, what is uncertain; never what a mail says.

use actix_web::{HttpResponse, web::Data};
use askama::Template;

use crate::{
    domain::{
        access::CanAdministrate,
        delivery::{Status, Trouble},
        ids::MailId,
    },
    services::outbox::{self, LISTED, OutboxError, RetryError},
    store::mails::Waiting,
    web::{
        State,
        error::Error,
        form::Empty,
        page::{self, Page, see_other_with},
        request::{Read, Write},
        routes,
        subjects::id,
    },
};

#[derive(Template)]
#[template(path = "pages/administration/outbox.html")]
struct OutboxPage {
    page: Page,
    counts: Vec<(Status, i64)>,
    mails: Vec<Row>,
    /// Whether there are more than are listed.
    more: bool,
    uncertain: bool,
}

/// One mail of the list.
struct Row {
    id: MailId,
    kind: String,
    email: String,
    status: Status,
    written: String,
    happened: Option<String>,
    attempts: Option<String>,
    next: Option<String>,
    retries: bool,
}

impl Row {
    fn of(page: &Page, mail: Waiting) -> Self {
        let (l, zone) = (&page.l, page.l.time_zone);
        let kind = kind(&mail.kind);
        let tried = mail.attempts > 0;
        Self {
            id: mail.id,
            kind: if l.has(&kind) { l.t(&kind).to_string() } else { mail.kind },
            email: mail.email,
            status: mail.status,
            written: l.day_and_time(mail.created_at, zone),
            happened: mail.trouble.map(|trouble| said(page, trouble)),
            attempts: tried.then(|| l.t("outbox-attempts").arg("count", mail.attempts).to_string()),
            next: (mail.status == Status::Pending && tried)
                .then(|| l.t("outbox-next").arg("time", l.moment(mail.due_at, zone)).to_string()),
            retries: match mail.status {
                Status::Failed | Status::Uncertain => true,
                Status::Pending => tried,
                Status::Sending | Status::Sent => false,
            },
        }
    }

    fn tag(&self) -> &'static str {
        match self.status {
            Status::Failed => "tag tag-late",
            Status::Uncertain | Status::Sending => "tag tag-part",
            Status::Sent => "tag tag-done",
            Status::Pending => "tag",
        }
    }
}

/// The message that names a kind of mail.
fn kind(stored: &str) -> String {
    format!("outbox-kind-{}", stored.replace('_', "-"))
}

fn said(page: &Page, trouble: Trouble) -> String {
    let message = page.l.t(trouble.message());
    match trouble.code() {
        Some(code) => message.arg("code", code).to_string(),
        None => message.to_string(),
    }
}

impl From<OutboxError> for Error {
    fn from(error: OutboxError) -> Self {
        match error {
            OutboxError::Database(error) => error.into(),
            OutboxError::Interrupted(error) => error.into(),
        }
    }
}

/// The list.
pub async fn show(read: Read<CanAdministrate>, state: Data<State>) -> Result<HttpResponse, Error> {
    let overview = state.run(outbox::overview(state.services.clone(), read.access)).await?;
    let more = i64::try_from(overview.waiting.len()).is_ok_and(|listed| listed >= LISTED);
    page::ok(&OutboxPage {
        uncertain: overview.waiting.iter().any(|mail| mail.status == Status::Uncertain),
        mails: overview.waiting.into_iter().map(|mail| Row::of(&read.page, mail)).collect(),
        counts: overview.counts,
        more,
        page: read.page,
    })
}

/// Has a mail sent again.
pub async fn retry(write: Write<CanAdministrate, Empty>, state: Data<State>) -> Result<HttpResponse, Error> {
    let mail = id(&write.request, "mail")?;
    match state.run(outbox::retry(state.services.clone(), write.access, mail)).await {
        Ok(()) => Ok(see_other_with(routes::outbox(), "mail-retried")),
        Err(RetryError::Settled) => Ok(see_other_with(routes::outbox(), "mail-settled")),
        Err(RetryError::Database(error)) => Err(error.into()),
        Err(RetryError::Interrupted(error)) => Err(error.into()),
    }
}
