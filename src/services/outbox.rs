//! Delivery of the outbox. SMTP has no "exactly once": a mail is committed as `sending` before the hand-over and never sent again
//! by itself once it may have been accepted.
//!
//! Life of a mail: `pending` (claimed with a lease while it is put together) → `sending` → `sent`, or back to `pending` after a clear
//! refusal, or `failed` after the last one, or `uncertain` when nobody can say; an administrator sends those again.

mod facts;

use chrono::{DateTime, TimeDelta, Utc};
use lettre::message::Mailbox;

use super::Context;
use crate::{
    database::{Interrupted, Principal},
    domain::{
        access::CanAdministrate,
        account::Account,
        delivery::{ATTEMPTS, Outcome, Status, Trouble, pause_after},
        ids::MailId,
        mail::Message,
    },
    locales::Locale,
    mail::{
        Mailer,
        compose::{self, Reader},
        content::Call,
        envelope::Addressed,
    },
    store::{
        self,
        mails::{Claimed, Ended, Waiting},
    },
};

/// A process has so long to put a mail together, and as long again to hand it over (the transports give up sooner).
const LEASE: TimeDelta = TimeDelta::minutes(10);

/// Why delivery stopped; the mail itself stays in the outbox.
#[derive(Debug, thiserror::Error)]
pub enum OutboxError {
    /// The database.
    #[error(transparent)]
    Database(#[from] sqlx::Error),
    /// The work was interrupted.
    #[error(transparent)]
    Interrupted(#[from] Interrupted),
}

/// Why a mail could not be put together.
#[derive(Debug, thiserror::Error)]
enum Unwritten {
    /// The account is shut, or what the mail speaks of is gone.
    #[error("nobody to write to, or nothing to write of")]
    NoRecipient,
    /// The account is shut, and what the mail says must not get lost by that.
    #[error("the recipient's account is shut")]
    Shut,
    /// A template.
    #[error(transparent)]
    Template(#[from] askama::Error),
    /// The stored message.
    #[error("the stored message: {0}")]
    Stored(#[from] serde_json::Error),
    /// An address or the mail's form.
    #[error("the mail's form: {0}")]
    Form(String),
    /// The database.
    #[error(transparent)]
    Database(#[from] sqlx::Error),
    /// The work panicked.
    #[error(transparent)]
    Interrupted(#[from] Interrupted),
}

/// Declares uncertain what other processes left half done. Returns how many.
pub async fn give_up(context: Context) -> Result<u64, OutboxError> {
    let mut transaction = context.database.begin(Principal::Job).await?;
    let given_up = store::mails::give_up(&mut transaction, context.clock.now()).await?;
    transaction.commit().await?;
    if given_up > 0 {
        tracing::error!(mails = given_up, "mails are uncertain: a server stopped while handing them over");
    }
    Ok(given_up)
}

/// Delivers the next mail that is due, if there is one, and says which and how that ended.
pub async fn deliver_next(context: Context, mailer: Mailer) -> Result<Option<(MailId, Outcome)>, OutboxError> {
    let Some(claimed) = claim(&context).await? else { return Ok(None) };
    let work = put_together(context.clone(), mailer.clone(), claimed.clone());
    // in a task of its own, so that a panic over one mail is one mail's trouble
    let message = match context.database.run(work).await {
        Ok(message) => message,
        Err(error) => {
            tracing::error!(mail = %claimed.id, %error, "a mail could not be put together");
            let attempts = claimed.attempts + 1;
            let (outcome, attempts) = match error {
                Unwritten::NoRecipient => (Outcome::Rejected(Trouble::NoRecipient), attempts),
                // waits for as long as the account is shut
                Unwritten::Shut => (Outcome::Deferred(Trouble::NoRecipient), attempts.min(ATTEMPTS - 1)),
                _ => (Outcome::Deferred(Trouble::NotComposed), attempts),
            };
            end(&context, claimed.id, claimed.lease_until, attempts, outcome).await?;
            return Ok(Some((claimed.id, outcome)));
        }
    };
    let lease_until = context.clock.now() + LEASE;
    let mut transaction = context.database.begin(Principal::Job).await?;
    let held = store::mails::set_sending(&mut transaction, &claimed, lease_until).await?;
    transaction.commit().await?;
    if !held {
        return Ok(Some((claimed.id, Outcome::Deferred(Trouble::Interrupted))));
    }
    let outcome = mailer.transport.hand_over(claimed.id, &message).await;
    end(&context, claimed.id, lease_until, claimed.attempts + 1, outcome).await?;
    Ok(Some((claimed.id, outcome)))
}

async fn claim(context: &Context) -> Result<Option<Claimed>, sqlx::Error> {
    let now = context.clock.now();
    let mut transaction = context.database.begin(Principal::Job).await?;
    let claimed = store::mails::claim(&mut transaction, now, now + LEASE).await?;
    transaction.commit().await?;
    Ok(claimed)
}

/// Renders a mail in its reader's language, with the facts as they are now.
async fn put_together(context: Context, mailer: Mailer, claimed: Claimed) -> Result<lettre::Message, Unwritten> {
    let message: Message = serde_json::from_value(claimed.payload)?;
    let mut transaction = context.database.begin(Principal::Job).await?;
    let account = store::accounts::get(&mut transaction, claimed.account).await?.ok_or(Unwritten::NoRecipient)?;
    if account.disabled_at.is_some() {
        let waits = matches!(message, Message::MembershipChanged { .. });
        return Err(if waits { Unwritten::Shut } else { Unwritten::NoRecipient });
    }
    let seat = match message.consultation() {
        Some(id) => store::consultations::get(&mut transaction, id).await?.map(|c| c.seat),
        None => None,
    };
    let l = Locale::new(account.language, account.time_zone.or(seat).unwrap_or(mailer.seat));
    let facts = facts::Facts { account: &account, written_at: claimed.created_at, l };
    let said = facts.of(&context, &mut transaction, &message).await?.ok_or(Unwritten::NoRecipient)?;
    transaction.rollback().await?;
    let reader = Reader { l, email: &account.email, demonstration: context.installation.demonstration };
    let letter = compose::render(&said, &reader, &mailer.links)?;
    let addressed = Addressed {
        id: claimed.id,
        from: mailer.from.clone(),
        to: recipient(&account)?,
        reply_to: said.call().and_then(contact),
        date: context.clock.now(),
        language: account.language,
    };
    addressed.message(letter).map_err(|error| Unwritten::Form(error.to_string()))
}

fn recipient(account: &Account) -> Result<Mailbox, Unwritten> {
    let address = account.email.parse().map_err(|_| Unwritten::Form("the recipient's address".to_owned()))?;
    // until a person gives a name, the address stands in for it
    let name = (account.name != account.email).then(|| account.name.clone());
    Ok(Mailbox::new(name, address))
}

/// The presidency's contact, where the chair gave one that mail can be sent to.
fn contact(call: &Call) -> Option<Mailbox> {
    let address = call.contact_email.parse().ok()?;
    let name = (!call.contact_name.is_empty()).then(|| call.contact_name.clone());
    Some(Mailbox::new(name, address))
}

/// Writes down how a delivery ended. After the hand-over this must not get lost: it is tried for a while.
async fn end(
    context: &Context,
    id: MailId,
    lease_until: DateTime<Utc>,
    attempts: i32,
    outcome: Outcome,
) -> Result<(), sqlx::Error> {
    let ended = ended(outcome, attempts, context.clock.now());
    if outcome == Outcome::Accepted {
        tracing::info!(mail = %id, "mail sent");
    } else {
        tracing::warn!(mail = %id, ?outcome, status = ended.status.as_str(), "mail not sent");
    }
    let mut tries = 0;
    loop {
        let written = async {
            let mut transaction = context.database.begin(Principal::Job).await?;
            store::mails::end(&mut transaction, id, lease_until, &ended, context.clock.now()).await?;
            transaction.commit().await
        };
        tries += 1;
        match written.await {
            Ok(()) => return Ok(()),
            Err(error) if tries >= 5 => return Err(error),
            Err(_) => tokio::time::sleep(std::time::Duration::from_secs(tries)).await,
        }
    }
}

fn ended(outcome: Outcome, attempts: i32, now: DateTime<Utc>) -> Ended {
    let (status, trouble, due_at) = match outcome {
        Outcome::Accepted => (Status::Sent, None, None),
        Outcome::Rejected(trouble) => (Status::Failed, Some(trouble), None),
        Outcome::Unclear(trouble) => (Status::Uncertain, Some(trouble), None),
        Outcome::Deferred(trouble) => match pause_after(attempts) {
            Some(pause) => (Status::Pending, Some(trouble), Some(now + pause)),
            None => (Status::Failed, Some(trouble), None),
        },
    };
    Ended { status, trouble, attempts, due_at }
}

/// The outbox as an administrator sees it.
#[derive(Debug, Clone)]
pub struct Overview {
    /// How many mails stand where, in the order of [`Status::ALL`].
    pub counts: Vec<(Status, i64)>,
    /// The newest that have not gone out.
    pub waiting: Vec<Waiting>,
}

/// At most so many mails are listed.
pub const LISTED: i64 = 200;

/// Counts and lists what is in the outbox.
pub async fn overview(context: Context, access: CanAdministrate) -> Result<Overview, OutboxError> {
    let mut transaction = context.database.begin(access.account().into()).await?;
    let found = store::mails::counts(&mut transaction).await?;
    let waiting = store::mails::waiting(&mut transaction, LISTED).await?;
    transaction.rollback().await?;
    let count = |status| found.iter().find(|(s, _)| *s == status).map_or(0, |(_, count)| *count);
    Ok(Overview { counts: Status::ALL.map(|status| (status, count(status))).to_vec(), waiting })
}

/// Why a mail is not sent again.
#[derive(Debug, thiserror::Error)]
pub enum RetryError {
    /// It needs no decision: it was sent, is being sent, or is not there.
    #[error("the mail needs no decision")]
    Settled,
    /// The database.
    #[error(transparent)]
    Database(#[from] sqlx::Error),
    /// The work was interrupted.
    #[error(transparent)]
    Interrupted(#[from] Interrupted),
}

/// Has a mail sent again, at an administrator's word.
pub async fn retry(context: Context, access: CanAdministrate, id: MailId) -> Result<(), RetryError> {
    let now = context.clock.now();
    let mut transaction = context.database.begin(access.account().into()).await?;
    let (kind, status) = store::mails::retry(&mut transaction, id, now).await?.ok_or(RetryError::Settled)?;
    let detail = serde_json::json!({ "kind": kind, "mail": id, "status": status.as_str() });
    let chain = context.installation.id.uuid();
    store::audit::append(&mut transaction, chain, Some(*access.account()), "mail_retried", &detail, now).await?;
    transaction.commit().await?;
    Ok(())
}
