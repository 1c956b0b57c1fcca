//! Digests: what is new since the last one, once a recipient and period; nothing new, nothing sent.
//!
//! A period ends at the database's clock, read while no submission is under way: what is received later is later by that clock
//! too, so each submission is in exactly one digest of each reader.

use sqlx::PgConnection;

use super::Context;
use crate::{
    database::{Interrupted, Principal},
    domain::{
        consultation::Phase,
        digest::{self, Period},
        ids::{ConsultationId, DigestId},
        mail::{Mail, Message},
    },
    store::{self, digests::DigestRow},
};

/// What was done.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Report {
    /// Consultations looked at.
    pub consultations: usize,
    /// Digests written to the outbox.
    pub written: usize,
}

/// Why no digest was written.
#[derive(Debug, thiserror::Error)]
pub enum DigestError {
    /// There is no such consultation.
    #[error("there is no such consultation")]
    NotFound,
    /// Its chair has not opened it yet.
    #[error("the consultation is not open yet")]
    NotOpened,
    /// The database.
    #[error(transparent)]
    Database(#[from] sqlx::Error),
    /// The work was interrupted.
    #[error(transparent)]
    Interrupted(#[from] Interrupted),
}

/// Writes the digests that are due now: of one consultation, or of all that were opened.
pub async fn send(context: Context, consultation: Option<ConsultationId>) -> Result<Report, DigestError> {
    let mut transaction = context.database.begin(Principal::Job).await?;
    let consultations = match consultation {
        Some(id) => {
            let found = store::consultations::get(&mut transaction, id).await?.ok_or(DigestError::NotFound)?;
            if found.window.opened_at.is_none() {
                return Err(DigestError::NotOpened);
            }
            vec![found]
        }
        None => store::consultations::open_at(&mut transaction, context.clock.now()).await?,
    };
    transaction.rollback().await?;
    let mut report = Report { consultations: consultations.len(), written: 0 };
    for consultation in consultations {
        let mut transaction = context.database.begin(Principal::Job).await?;
        report.written += write(&context, &mut transaction, consultation.id).await?;
        transaction.commit().await?;
    }
    Ok(report)
}

/// Runs the daily schedule: of each consultation whose hour has come today and that had no run yet, here or on another server.
/// Days without a server are made up for by one digest.
pub async fn run_schedule(context: Context) -> Result<Report, DigestError> {
    let now = context.clock.now();
    let mut transaction = context.database.begin(Principal::Job).await?;
    let opened = store::consultations::open_at(&mut transaction, now).await?;
    transaction.rollback().await?;
    let mut report = Report::default();
    for consultation in opened {
        let Some(opened_at) = consultation.window.opened_at else { continue };
        if !digest::run_is_due(now, opened_at, consultation.seat) {
            continue;
        }
        let day = now.with_timezone(&consultation.seat).date_naive();
        let mut transaction = context.database.begin(Principal::Job).await?;
        let closed = consultation.window.phase(now) == Phase::Closed;
        if store::digests::has_run(&mut transaction, consultation.id, day).await?
            || (closed && !store::digests::has_unreported(&mut transaction, consultation.id).await?)
            || !store::digests::begin_run(&mut transaction, consultation.id, day).await?
        {
            transaction.rollback().await?;
            continue;
        }
        report.consultations += 1;
        report.written += write(&context, &mut transaction, consultation.id).await?;
        transaction.commit().await?;
    }
    Ok(report)
}

/// Writes a consultation's digests and their mails in the caller's transaction; returns how many.
async fn write(context: &Context, connection: &mut PgConnection, id: ConsultationId) -> Result<usize, sqlx::Error> {
    let end = store::consultations::hold_window(connection, id, true).await?;
    // read after the lock: the chair may have closed it just now
    let Some(consultation) = store::consultations::get(connection, id).await? else { return Ok(0) };
    let Some(opened_at) = consultation.window.opened_at else { return Ok(0) };
    let mut written = 0;
    for reader in store::digests::readers(connection, id).await? {
        let period = Period { start: reader.last_end.unwrap_or(opened_at), end };
        if period.start >= period.end || !store::digests::any_received(connection, id, period).await? {
            continue;
        }
        let digest_id = DigestId::new();
        let message = Message::Digest { digest: digest_id, consultation: id };
        let mail = Mail::new(reader.account, message, format!("{id} {}", period.start.timestamp_micros()));
        if !store::mails::enqueue(connection, &mail, context.clock.now()).await? {
            continue;
        }
        let digest = DigestRow { id: digest_id, consultation: id, account: reader.account, period, mail: mail.id };
        if !store::digests::insert(connection, &digest).await? {
            // the lock is held: only a broken unique key of the mails gets here
            return Err(sqlx::Error::RowNotFound);
        }
        written += 1;
    }
    Ok(written)
}
