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
    /// Whether to invite a person without a password now (a delegation's people wait for the opening).
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

/// Begins a membership in the caller's transaction. Does nothing if it is there already.
pub async fn grant(
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
    if command.invite && account.activated_at.is_none() {
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
    let chain = membership.consultation.map_or(context.installation.id.uuid(), ConsultationId::uuid);
    let detail = serde_json::json!({
        "account": account, "membership": membership.id, "role": membership.role, "participant": membership.participant,
    });
    let action = if began { "membership_began" } else { "membership_ended" };
    store::audit::append(connection, chain, Some(by), action, &detail, at).await.map(|_| ())
}

/// Mails the change to whom it concerns: a delegation's focal points, or a presidency's chairs, but not who made it.
async fn tell(
    connection: &mut PgConnection,
    by: AccountId,
    account: &Account,
    membership: &Membership,
    began: bool,
    at: DateTime<Utc>,
) -> Result<(), sqlx::Error> {
    for reader in concerned(connection, by, account.id, membership).await? {
        let message = Message::MembershipChanged {
            consultation: membership.consultation,
            person: account.email.clone(),
            role: membership.role.as_str().to_owned(),
            began,
        };
        let key = format!("{} {began}", membership.id);
        store::mails::enqueue(connection, &Mail::new(reader.account, message, key), at).await?;
    }
    Ok(())
}

/// Who is told. A delegation that has no focal point to tell must not be changed unseen from outside: then its chairs are told.
async fn concerned(
    connection: &mut PgConnection,
    by: AccountId,
    account: AccountId,
    membership: &Membership,
) -> Result<Vec<Member>, sqlx::Error> {
    let members = match (membership.consultation, &membership.participant) {
        (Some(consultation), _) => store::memberships::of_consultation(connection, consultation, None).await?,
        (None, Some(presidency)) => store::memberships::chairs_of(connection, presidency).await?,
        (None, None) => return Ok(Vec::new()),
    };
    let presides = members.iter().any(|m| m.account == by && m.membership.role.is_presidency());
    let (focal_points, others): (Vec<_>, Vec<_>) = members
        .into_iter()
        .filter(|m| m.account != by && m.account != account && m.activated)
        .partition(|m| m.membership.role == Role::FocalPoint && m.membership.participant == membership.participant);
    let chairs = others.into_iter().filter(|m| m.membership.role == Role::Chair);
    if !membership.role.is_delegation() || (focal_points.is_empty() && !presides) {
        return Ok(chairs.collect());
    }
    Ok(focal_points)
}
