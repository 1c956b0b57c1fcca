//! Who becomes what: accounts are made and invited on the way; every change is audited and mailed.

use chrono::{DateTime, Utc};
use sqlx::PgConnection;

use super::Context;
use crate::{
    domain::{
        account::Account,
        delegation::{Membership, Role},
        ids::{AccountId, ConsultationId, MembershipId},
        language::Language,
        line::EmailAddress,
        mail::{Mail, Message},
        participant::ParticipantCode,
    },
    store::{self, memberships::Member},
};

/// A membership to begin.
#[derive(Debug, Clone)]
pub struct Grant {
    /// The person's address; an account is made where there is none.
    pub email: EmailAddress,
    /// The language to write to a new person in.
    pub language: Language,
    /// What the person becomes.
    pub role: Role,
    /// Where; none for a chair who may create consultations.
    pub consultation: Option<ConsultationId>,
    /// For whom.
    pub participant: Option<ParticipantCode>,
    /// Whether to write to the person now (a delegation's people wait for the opening).
    pub invite: bool,
}

/// Finds the account of an address or makes one, without a password.
pub async fn ensure_account(
    connection: &mut PgConnection,
    email: &EmailAddress,
    language: Language,
    at: DateTime<Utc>,
) -> Result<Account, sqlx::Error> {
    let account = Account {
        id: AccountId::new(),
        email: email.as_typed().to_owned(),
        name: email.as_typed().to_owned(),
        language,
        time_zone: None,
        administrator: false,
        activated_at: None,
        disabled_at: None,
    };
    store::accounts::insert(connection, &account, email.key(), at).await?;
    store::accounts::by_email(connection, email.key()).await?.ok_or(sqlx::Error::RowNotFound)
}

/// Why a membership was not begun.
#[derive(Debug, thiserror::Error)]
pub enum GrantError {
    /// The person presides over the consultation and would sit in a delegation of it, or the other way round.
    #[error("a role on the other side of the consultation")]
    OtherSide,
    /// The database.
    #[error(transparent)]
    Database(#[from] sqlx::Error),
}

/// The chain in which a membership's beginning and end are recorded.
fn chain(context: &Context, consultation: Option<ConsultationId>) -> uuid::Uuid {
    consultation.map_or(context.installation.id.uuid(), ConsultationId::uuid)
}

/// Begins a membership in the caller's transaction, but never on both sides of a consultation: nobody who presides reads a
/// draft. Does nothing if it is there already.
pub async fn grant(
    context: &Context,
    connection: &mut PgConnection,
    by: AccountId,
    command: &Grant,
) -> Result<AccountId, GrantError> {
    store::audit::hold(connection, chain(context, command.consultation)).await?;
    if let Some(account) = store::accounts::by_email(connection, command.email.key()).await? {
        let held = store::memberships::of_account(connection, account.id).await?;
        let other_side = |m: &Membership| {
            m.consultation == command.consultation && m.role.is_presidency() != command.role.is_presidency()
        };
        if command.consultation.is_some() && held.iter().any(other_side) {
            return Err(GrantError::OtherSide);
        }
    }
    Ok(begin(context, connection, by, command).await?)
}

/// The same where nobody can be on the other side: in a consultation just made, or in none.
pub async fn begin(
    context: &Context,
    connection: &mut PgConnection,
    by: AccountId,
    command: &Grant,
) -> Result<AccountId, sqlx::Error> {
    let at = context.clock.now();
    let account = ensure_account(connection, &command.email, command.language, at).await?;
    let membership = Membership {
        id: MembershipId::new(),
        role: command.role,
        consultation: command.consultation,
        participant: command.participant.clone(),
    };
    if !store::memberships::insert(connection, account.id, &membership, Some(by), at).await? {
        return Ok(account.id);
    }
    record(context, connection, by, account.id, &membership, true, at).await?;
    tell(connection, by, &account, &membership, true, at).await?;
    if command.invite {
        let message = Message::Activation { consultation: command.consultation };
        store::mails::enqueue(connection, &Mail::new(account.id, message, membership.id), at).await?;
    }
    Ok(account.id)
}

/// Ends a membership in the caller's transaction; the caller has checked that it is theirs to end.
pub async fn end(
    context: &Context,
    connection: &mut PgConnection,
    by: AccountId,
    membership: &Membership,
) -> Result<(), sqlx::Error> {
    let at = context.clock.now();
    store::audit::hold(connection, chain(context, membership.consultation)).await?;
    let Some(account) = store::memberships::end(connection, membership.id, at).await? else { return Ok(()) };
    record(context, connection, by, account, membership, false, at).await?;
    if let Some(account) = store::accounts::get(connection, account).await? {
        tell(connection, by, &account, membership, false, at).await?;
    }
    Ok(())
}

async fn record(
    context: &Context,
    connection: &mut PgConnection,
    by: AccountId,
    account: AccountId,
    membership: &Membership,
    began: bool,
    at: DateTime<Utc>,
) -> Result<(), sqlx::Error> {
    let chain = chain(context, membership.consultation);
    let detail = serde_json::json!({
        "account": account, "membership": membership.id, "role": membership.role, "participant": membership.participant,
    });
    let action = if began { "membership_began" } else { "membership_ended" };
    store::audit::append(connection, chain, Some(by), action, &detail, at).await.map(|_| ())
}

/// Mails the change to whom it concerns, but not to who made it.
async fn tell(
    connection: &mut PgConnection,
    by: AccountId,
    account: &Account,
    membership: &Membership,
    began: bool,
    at: DateTime<Utc>,
) -> Result<(), sqlx::Error> {
    let mut readers = concerned(connection, by, account.id, membership).await?;
    let presidency = membership.role.is_presidency();
    if !began && account.id != by && (presidency || is_opened(connection, membership.consultation).await?) {
        readers.push(account.id);
    }
    for reader in readers {
        let message = Message::MembershipChanged {
            consultation: membership.consultation,
            person: account.email.clone(),
            role: membership.role.as_str().to_owned(),
            began,
        };
        let key = format!("{} {began}", membership.id);
        store::mails::enqueue(connection, &Mail::new(reader, message, key), at).await?;
    }
    Ok(())
}

/// Whether the delegations of a consultation have heard of it.
async fn is_opened(connection: &mut PgConnection, id: Option<ConsultationId>) -> Result<bool, sqlx::Error> {
    let Some(id) = id else { return Ok(false) };
    Ok(store::consultations::get(connection, id).await?.is_some_and(|found| found.window.opened_at.is_some()))
}

/// Who is told of a change: a presidency's chairs, or a delegation's focal points. A delegation without a focal point who can
/// read it must not be changed unseen: then the rest of it is told, and the chairs where none of them made the change. Those
/// whose accounts are shut are told too, once these are open again: shutting somebody out hides nothing.
async fn concerned(
    connection: &mut PgConnection,
    by: AccountId,
    account: AccountId,
    membership: &Membership,
) -> Result<Vec<AccountId>, sqlx::Error> {
    let members = match (membership.consultation, &membership.participant) {
        (Some(consultation), _) => store::memberships::with_disabled(connection, consultation, None).await?,
        (None, Some(presidency)) => store::memberships::chairs_of(connection, presidency).await?,
        (None, None) => return Ok(Vec::new()),
    };
    let opened = is_opened(connection, membership.consultation).await?;
    let delegation = membership.role.is_delegation();
    let presides = members.iter().any(|m| m.account == by && m.membership.role.is_presidency());
    let own = |m: &Member| m.membership.role.is_delegation() && m.membership.participant == membership.participant;
    let is_focal_point = |m: &Member| own(m) && m.membership.role == Role::FocalPoint;
    let others = || members.iter().filter(|m| m.account != account && m.activated);
    let unseen = !others().any(|m| is_focal_point(m) && !m.disabled);
    let is_told = |m: &Member| match m.membership.role {
        Role::Chair => !delegation || (unseen && !presides),
        Role::FocalPoint => delegation && own(m),
        Role::Approver | Role::Drafter => delegation && own(m) && unseen && opened,
        Role::Analyst => false,
    };
    Ok(others().filter(|m| m.account != by && is_told(m)).map(|m| m.account).collect())
}
