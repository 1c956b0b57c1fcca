//! The mailbox of an installation that keeps its mails as files: the demonstration. Elsewhere it does not exist.

use std::path::{Path, PathBuf};

use actix_web::{
    HttpResponse,
    web::{self, Data},
};
use askama::Template;

use crate::{
    domain::{access::CanAdministrate, ids::MailId, language::Language},
    mail::{
        reader::{self, Headers},
        transport,
    },
    web::{
        State,
        error::Error,
        page::{self, Page},
        request::Read,
        subjects::id,
    },
};

/// At most so many mails are listed.
const LISTED: usize = 200;

#[derive(Template)]
#[template(path = "pages/administration/mailbox.html")]
struct MailboxPage {
    page: Page,
    mails: Vec<Row>,
    more: bool,
}

#[derive(Template)]
#[template(path = "pages/administration/mail.html")]
struct MailPage {
    page: Page,
    headers: Headers,
    date: Option<String>,
    language: Language,
    text: String,
    html: String,
    /// The file's name, when something was left out.
    masked: Option<String>,
}

/// One mail of the list.
struct Row {
    id: MailId,
    subject: String,
    language: Language,
    to: String,
    date: String,
}

fn folder(state: &State) -> Result<PathBuf, Error> {
    state.settings.mailbox.clone().ok_or(Error::NotFound)
}

/// Reads files away from the server's own thread.
async fn blocking<T: Send + 'static>(work: impl FnOnce() -> std::io::Result<T> + Send + 'static) -> Result<T, Error> {
    web::block(work).await.map_err(Error::internal)?.map_err(Error::internal)
}

/// The newest mails and their headers, newest first, and whether there are more. Identifiers are ordered by time.
fn newest(folder: &Path) -> std::io::Result<(Vec<(MailId, Headers)>, bool)> {
    let entries = match std::fs::read_dir(folder) {
        Ok(entries) => entries,
        // made with the first mail
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok((Vec::new(), false)),
        Err(error) => return Err(error),
    };
    let mut ids: Vec<MailId> =
        entries.filter_map(|entry| entry.ok()?.file_name().to_str()?.strip_suffix(".eml")?.parse().ok()).collect();
    ids.sort_unstable_by(|one, other| other.cmp(one));
    let more = ids.len() > LISTED;
    let mails = ids.into_iter().take(LISTED).filter_map(|id| {
        let bytes = std::fs::read(transport::file(folder, id)).ok()?;
        Some((id, reader::headers(&bytes)?))
    });
    Ok((mails.collect(), more))
}

/// The list.
pub async fn list(read: Read<CanAdministrate>, state: Data<State>) -> Result<HttpResponse, Error> {
    let (folder, page) = (folder(&state)?, read.page);
    let (mails, more) = blocking(move || newest(&folder)).await?;
    let row = |(id, headers): (MailId, Headers)| Row {
        id,
        subject: headers.subject,
        language: headers.language.unwrap_or(page.l.language),
        to: headers.to,
        date: headers.date.map(|date| page.l.day_and_time(date, page.l.time_zone)).unwrap_or_default(),
    };
    let mails = mails.into_iter().map(row).collect();
    page::ok(&MailboxPage { page, mails, more })
}

/// One mail.
pub async fn show(read: Read<CanAdministrate>, state: Data<State>) -> Result<HttpResponse, Error> {
    let (folder, page) = (folder(&state)?, read.page);
    let mail: MailId = id(&read.request, "mail")?;
    let path = transport::file(&folder, mail);
    let bytes = blocking(move || match std::fs::read(&path) {
        Ok(bytes) => Ok(Some(bytes)),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error),
    })
    .await?
    .ok_or(Error::NotFound)?;
    let stored = reader::read(&bytes).ok_or(Error::NotFound)?;
    page::ok(&MailPage {
        date: stored.headers.date.map(|date| page.l.moment(date, page.l.time_zone)),
        language: stored.headers.language.unwrap_or(page.l.language),
        headers: stored.headers,
        text: stored.text,
        html: stored.html,
        masked: stored.masked.then(|| format!("{mail}.eml")),
        page,
    })
}
