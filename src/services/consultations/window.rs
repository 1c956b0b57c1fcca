//! The window: opened once, extended, closed. Each change holds it alone, so that no response slips through beside it.

use chrono::{DateTime, Utc};
use serde_json::json;
use sqlx::PgConnection;

use super::{current, is_reported};
use crate::{
    database::Interrupted,
    domain::{
        access::CanConduct,
        consultation::{Consultation, Phase},
        delegation::Role,
        mail::{Mail, Message},
    },
    services::Context,
    store::{self, memberships::Member},
};

/// What keeps a consultation from being opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Obstacle {
    /// It has no deadline.
    NoDeadline,
    /// Its deadline has passed.
    DeadlinePassed,
    /// It has no question.
    NoQuestion,
    /// Nobody is invited who has a focal point.
    NobodyInvited,
}

/// Why a window was not changed.
#[derive(Debug, thiserror::Error)]
pub enum WindowError {
    /// It is open, or was, already.
    #[error("opened already")]
    AlreadyOpened,
    /// It has not been opened yet.
    #[error("not opened yet")]
    NotOpened,
    /// It is closed already.
    #[error("closed already")]
    AlreadyClosed,
    /// The report has been issued.
    #[error("the report has been issued")]
    Reported,
    /// Not everything is there that an open consultation needs.
    #[error("not ready: {0:?}")]
    NotReady(Vec<Obstacle>),
    /// The new deadline is not later than the present one, or not in the future.
    #[error("not a later deadline")]
    NotLater,
    /// The database.
    #[error(transparent)]
    Database(#[from] sqlx::Error),
    /// The work was interrupted.
    #[error(transparent)]
    Interrupted(#[from] Interrupted),
}

/// What keeps `consultation` from being opened at `now`.
pub async fn obstacles(
    connection: &mut PgConnection,
    consultation: &Consultation,
    now: DateTime<Utc>,
) -> Result<Vec<Obstacle>, sqlx::Error> {
    let id = consultation.id;
    let mut found = Vec::new();
    match consultation.window.closes_at {
        None => found.push(Obstacle::NoDeadline),
        Some(end) if end <= now => found.push(Obstacle::DeadlinePassed),
        Some(_) => {}
    }
    if store::questions::of_consultation(connection, id).await?.is_empty() {
        found.push(Obstacle::NoQuestion);
    }
    let invited = store::responses::of_consultation(connection, id).await?;
    let members = store::memberships::of_consultation(connection, id, None).await?;
    let has_focal_point =
        |code| members.iter().any(|m| is_focal_point(m) && m.membership.participant.as_ref() == Some(code));
    if !invited.iter().any(|response| has_focal_point(&response.participant)) {
        found.push(Obstacle::NobodyInvited);
    }
    Ok(found)
}

/// Opens the consultation and writes to everybody of the delegations: to activate the account, or that it is open.
pub async fn open(context: Context, access: CanConduct) -> Result<(), WindowError> {
    let (id, by, at) = (*access.consultation(), *access.account(), context.clock.now());
    let mut transaction = context.database.begin(access.account().into()).await?;
    let now = store::consultations::hold_window(&mut transaction, id, true).await?;
    let mut consultation = current(&mut transaction, id).await?;
    if consultation.window.opened_at.is_some() {
        return Err(WindowError::AlreadyOpened);
    }
    let obstacles = obstacles(&mut transaction, &consultation, now).await?;
    if !obstacles.is_empty() {
        return Err(WindowError::NotReady(obstacles));
    }
    consultation.window.opened_at = Some(now);
    store::consultations::update(&mut transaction, &consultation).await?;
    let detail = json!({ "opened_at": now, "closes_at": consultation.window.closes_at });
    store::audit::append(&mut transaction, id.uuid(), Some(by), "consultation_opened", &detail, at).await?;
    let members = store::memberships::of_consultation(&mut transaction, id, None).await?;
    for member in members.iter().filter(|m| m.membership.role.is_delegation()) {
        let message = if member.activated {
            Message::Opened { consultation: id }
        } else {
            Message::Activation { consultation: Some(id) }
        };
        store::mails::enqueue(&mut transaction, &Mail::new(member.account, message, id), at).await?;
    }
    transaction.commit().await?;
    Ok(())
}

/// Moves the deadline to a later instant, which also reopens a consultation that has closed; everybody is told.
pub async fn extend(context: Context, access: CanConduct, closes_at: DateTime<Utc>) -> Result<(), WindowError> {
    let (id, by, at) = (*access.consultation(), *access.account(), context.clock.now());
    let mut transaction = context.database.begin(access.account().into()).await?;
    let now = store::consultations::hold_window(&mut transaction, id, true).await?;
    let mut consultation = current(&mut transaction, id).await?;
    if consultation.window.opened_at.is_none() {
        return Err(WindowError::NotOpened);
    }
    if is_reported(&mut transaction, id).await? {
        return Err(WindowError::Reported);
    }
    if closes_at <= now || consultation.window.end().is_some_and(|end| closes_at <= end) {
        return Err(WindowError::NotLater);
    }
    let before = consultation.window;
    consultation.window.closes_at = Some(closes_at);
    consultation.window.closed_at = None;
    store::consultations::update(&mut transaction, &consultation).await?;
    let reopened = before.phase(now) == Phase::Closed;
    let detail = json!({ "closes_at": closes_at, "before": before.closes_at, "reopened": reopened });
    store::audit::append(&mut transaction, id.uuid(), Some(by), "deadline_extended", &detail, at).await?;
    // the same deadline can be set again after a closing: the version tells the mails apart
    let key = format!("{id} {}", consultation.version);
    for member in store::memberships::of_consultation(&mut transaction, id, None).await? {
        // who has no password yet gets a fresh link, with the deadline in it
        let message = if member.membership.role.is_delegation() && !member.activated {
            Message::Activation { consultation: Some(id) }
        } else {
            Message::Extended { consultation: id, closes_at }
        };
        store::mails::enqueue(&mut transaction, &Mail::new(member.account, message, &key), at).await?;
    }
    transaction.commit().await?;
    Ok(())
}

/// Closes the consultation before its deadline; the delegations are told.
pub async fn close(context: Context, access: CanConduct) -> Result<(), WindowError> {
    let (id, by, at) = (*access.consultation(), *access.account(), context.clock.now());
    let mut transaction = context.database.begin(access.account().into()).await?;
    let now = store::consultations::hold_window(&mut transaction, id, true).await?;
    let mut consultation = current(&mut transaction, id).await?;
    match consultation.window.phase(now) {
        Phase::Preparation => return Err(WindowError::NotOpened),
        Phase::Closed => return Err(WindowError::AlreadyClosed),
        Phase::Open => {}
    }
    consultation.window.closed_at = Some(now);
    store::consultations::update(&mut transaction, &consultation).await?;
    let detail = json!({ "closed_at": now, "deadline": consultation.window.closes_at });
    store::audit::append(&mut transaction, id.uuid(), Some(by), "consultation_closed", &detail, at).await?;
    let key = format!("{id} {}", consultation.version);
    let members = store::memberships::of_consultation(&mut transaction, id, None).await?;
    for member in members.iter().filter(|m| m.membership.role.is_delegation()) {
        let mail = Mail::new(member.account, Message::Closed { consultation: id }, &key);
        store::mails::enqueue(&mut transaction, &mail, at).await?;
    }
    transaction.commit().await?;
    Ok(())
}

fn is_focal_point(member: &Member) -> bool {
    member.membership.role == Role::FocalPoint
}
