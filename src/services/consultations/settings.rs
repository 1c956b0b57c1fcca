//! What the chair sets: title, seat, deadline, word limit, contact.

use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use serde_json::json;

use super::{current, is_reported};
use crate::{
    database::Interrupted,
    domain::{
        access::CanConduct,
        consultation::Consultation,
        line::{EmailAddress, PersonName, Title},
    },
    services::Context,
    store,
};

/// The settings as the chair wants them.
#[derive(Debug, Clone)]
pub struct Settings {
    /// The version of the consultation that the form showed.
    pub version: i32,
    /// The title.
    pub title: Title,
    /// Words an answer should not exceed; none: no limit.
    pub word_limit: Option<u32>,
    /// Whom delegations may ask.
    pub contact_name: Option<PersonName>,
    /// And where.
    pub contact_email: Option<EmailAddress>,
    /// Seat and deadline; after the opening the deadline is only extended, and these are left alone.
    pub timing: Timing,
}

/// Where the deadline is local to, and when it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Timing {
    /// The seat's zone.
    pub seat: Tz,
    /// The deadline; may still be open while the consultation is prepared.
    pub closes_at: Option<DateTime<Utc>>,
}

/// Why settings were not stored.
#[derive(Debug, thiserror::Error)]
pub enum SettingsError {
    /// Somebody else changed the consultation since the form was shown: this is how it stands.
    #[error("changed by somebody else")]
    Stale(Box<Consultation>),
    /// The report has been issued: nothing changes any more.
    #[error("the report has been issued")]
    Reported,
    /// The database.
    #[error(transparent)]
    Database(#[from] sqlx::Error),
    /// The work was interrupted.
    #[error(transparent)]
    Interrupted(#[from] Interrupted),
}

/// Stores the settings.
pub async fn update(context: Context, access: CanConduct, command: Settings) -> Result<(), SettingsError> {
    let (id, by, at) = (*access.consultation(), *access.account(), context.clock.now());
    let mut transaction = context.database.begin(access.account().into()).await?;
    store::consultations::hold_window(&mut transaction, id, true).await?;
    if is_reported(&mut transaction, id).await? {
        return Err(SettingsError::Reported);
    }
    let before = current(&mut transaction, id).await?;
    let mut after = before.clone();
    after.version = command.version;
    after.title = command.title.as_str().to_owned();
    after.word_limit = command.word_limit;
    after.contact_name = command.contact_name.map(|name| name.as_str().to_owned()).unwrap_or_default();
    after.contact_email = command.contact_email.map(|email| email.as_typed().to_owned()).unwrap_or_default();
    if before.window.opened_at.is_none() {
        after.seat = command.timing.seat;
        after.window.closes_at = command.timing.closes_at;
    }
    if !store::consultations::update(&mut transaction, &after).await? {
        return Err(SettingsError::Stale(Box::new(before)));
    }
    let detail = json!({
        "title": after.title, "seat": after.seat.name(), "closes_at": after.window.closes_at,
        "word_limit": after.word_limit, "contact_name": after.contact_name, "contact_email": after.contact_email,
    });
    store::audit::append(&mut transaction, id.uuid(), Some(by), "settings_changed", &detail, at).await?;
    transaction.commit().await?;
    Ok(())
}
