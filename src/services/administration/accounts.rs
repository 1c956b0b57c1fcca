//! Accounts: made, shut and opened again, and sent a link to choose a password.

use std::{collections::BTreeSet, iter};

use serde_json::json;

use super::{ChangeAccountError, open_account, refuse_own};
use crate::{
    database::{Interrupted, Principal},
    domain::{
        access::CanAdministrate,
        account::Account,
        delegation::Role,
        ids::AccountId,
        language::Language,
        line::{EmailAddress, PersonName},
        mail::{Mail, Message},
        participant::ParticipantCode,
    },
    services::{
        Context,
        memberships::{self, Grant},
    },
    store,
};

/// A second press within so many seconds mails no second link.
const LINK_SECONDS: i64 = 60;

/// An account to be made.
#[derive(Debug, Clone)]
pub struct NewAccount {
    /// The person's address.
    pub email: EmailAddress,
    /// The person's name; none: the address stands in its place until the person gives one.
    pub name: Option<PersonName>,
    /// The language to write to the person in.
    pub language: Language,
    /// What it is to be.
    pub purpose: Purpose,
}

/// What a new account is to be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Purpose {
    /// Nothing yet.
    Person,
    /// Creates consultations for that presidency.
    Chair(ParticipantCode),
    /// Runs the installation.
    Administrator,
}

/// Why an account was not made.
#[derive(Debug, thiserror::Error)]
pub enum CreateAccountError {
    /// The address has an account: this one.
    #[error("there is an account with this address")]
    Exists(AccountId),
    /// There is no such participant.
    #[error("no such participant")]
    NoSuchParticipant,
    /// The database.
    #[error(transparent)]
    Database(#[from] sqlx::Error),
    /// The work was interrupted.
    #[error(transparent)]
    Interrupted(#[from] Interrupted),
}

/// Makes an account and mails its person a link to choose a password. Nobody else sees the link.
pub async fn create_account(
    context: Context,
    access: CanAdministrate,
    command: NewAccount,
) -> Result<AccountId, CreateAccountError> {
    let (now, by) = (context.clock.now(), *access.account());
    let mut transaction = context.database.begin(Principal::Account(by)).await?;
    let name = command.name.as_ref().map_or(command.email.as_typed(), PersonName::as_str);
    let account = Account {
        id: AccountId::new(),
        email: command.email.as_typed().to_owned(),
        name: name.to_owned(),
        language: command.language,
        time_zone: None,
        administrator: command.purpose == Purpose::Administrator,
        activated_at: None,
        disabled_at: None,
    };
    if !store::accounts::insert(&mut transaction, &account, command.email.key(), now).await? {
        let found = store::accounts::by_email(&mut transaction, command.email.key()).await?;
        return Err(found.map_or(sqlx::Error::RowNotFound.into(), |found| CreateAccountError::Exists(found.id)));
    }
    let detail = json!({ "account": account.id, "administrator": account.administrator });
    store::audit::append(&mut transaction, context.installation.id.uuid(), Some(by), "account_created", &detail, now)
        .await?;
    if let Purpose::Chair(presidency) = command.purpose {
        if store::participants::name(&mut transaction, &presidency, command.language).await?.is_none() {
            return Err(CreateAccountError::NoSuchParticipant);
        }
        let grant = Grant {
            email: command.email,
            language: command.language,
            role: Role::Chair,
            consultation: None,
            participant: Some(presidency),
            invite: true,
        };
        memberships::begin(&context, &mut transaction, by, &grant).await?;
    } else {
        let mail = Mail::new(account.id, Message::Activation { consultation: None }, now.timestamp_micros());
        store::mails::enqueue(&mut transaction, &mail, now).await?;
    }
    transaction.commit().await?;
    Ok(account.id)
}

/// Shuts an account, which ends its sessions and its links, or opens it again. Does nothing if it is so already.
pub async fn set_open(
    context: Context,
    access: CanAdministrate,
    id: AccountId,
    open: bool,
) -> Result<(), ChangeAccountError> {
    refuse_own(&context, &access, id, if open { "account_enabled" } else { "account_disabled" }).await?;
    let (now, by) = (context.clock.now(), *access.account());
    let mut transaction = context.database.begin(Principal::Account(by)).await?;
    if !store::accounts::hold_administrators(&mut transaction).await?.contains(&by) {
        return Err(ChangeAccountError::NoSuchAccount);
    }
    let account = store::accounts::get(&mut transaction, id).await?.ok_or(ChangeAccountError::NoSuchAccount)?;
    if account.disabled_at.is_none() == open {
        return Ok(());
    }
    store::accounts::set_disabled(&mut transaction, id, (!open).then_some(now)).await?;
    if !open {
        store::sessions::end_all(&mut transaction, id, None, now).await?;
        store::one_time_links::use_up(&mut transaction, id, now).await?;
    }
    let action = if open { "account_enabled" } else { "account_disabled" };
    let chain = context.installation.id.uuid();
    let memberships = store::memberships::of_account(&mut transaction, id).await?;
    // where the person takes part it is recorded too, always in the same order: each chain is held from here on
    let consultations: BTreeSet<_> = memberships.iter().filter_map(|m| Some(m.consultation?.uuid())).collect();
    for chain in iter::once(chain).chain(consultations) {
        store::audit::append(&mut transaction, chain, Some(by), action, &json!({ "account": id }), now).await?;
    }
    transaction.commit().await?;
    Ok(())
}

/// Mails a link to choose a password to the account's own address: a first one, or a new one.
pub async fn send_link(context: Context, access: CanAdministrate, id: AccountId) -> Result<(), ChangeAccountError> {
    let (now, by) = (context.clock.now(), *access.account());
    let mut transaction = context.database.begin(Principal::Account(by)).await?;
    let account = open_account(store::accounts::get(&mut transaction, id).await?)?;
    let message = match account.activated_at {
        Some(_) => Message::PasswordReset,
        None => Message::Activation { consultation: None },
    };
    let detail = json!({ "account": id, "kind": message.kind() });
    let key = format!("administration {}", now.timestamp() / LINK_SECONDS);
    let mail = Mail::new(id, message, key);
    if store::mails::enqueue(&mut transaction, &mail, now).await? {
        let chain = context.installation.id.uuid();
        store::audit::append(&mut transaction, chain, Some(by), "link_requested", &detail, now).await?;
    }
    transaction.commit().await?;
    Ok(())
}
