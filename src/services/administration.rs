//! What administrators do: accounts and memberships of others. Never their own, and never a word of an answer.

mod accounts;
mod memberships;

use std::collections::HashMap;

use serde_json::json;

pub use self::{
    accounts::{CreateAccountError, NewAccount, Purpose, create_account, send_link, set_open},
    memberships::{NewMembership, begin_membership, end_membership},
};
use super::Context;
use crate::{
    database::{Interrupted, Principal},
    domain::{
        access::CanAdministrate, account::Account, consultation::Consultation, delegation::Membership, ids::AccountId,
        language::Language, participant::Participant,
    },
    services::memberships::GrantError,
    store::{self, accounts::AdministeredAccount},
};

/// Accounts on one page of the list.
pub const PAGE_SIZE: i64 = 50;

/// One page of the list of accounts.
#[derive(Debug, Clone)]
pub struct AccountList {
    /// The accounts, by address.
    pub accounts: Vec<AdministeredAccount>,
    /// Their active memberships.
    pub memberships: HashMap<AccountId, Vec<Membership>>,
    /// Every participant with its name in the reader's language; unordered.
    pub participants: Vec<Participant>,
    /// How many accounts were found in all.
    pub total: i64,
    /// Which page this is, from 1: the last one where a later one was asked for.
    pub page: i64,
}

/// The accounts whose address or name holds `find`, page by page of [`PAGE_SIZE`].
pub async fn list(
    context: Context,
    access: CanAdministrate,
    find: String,
    page: i64,
    language: Language,
) -> Result<AccountList, sqlx::Error> {
    let mut transaction = context.database.begin(access.account().into()).await?;
    let find = find.to_lowercase();
    let total = store::accounts::count(&mut transaction, &find).await?;
    let page = page.clamp(1, (total.max(1) - 1) / PAGE_SIZE + 1);
    let accounts =
        store::accounts::search(&mut transaction, &find, PAGE_SIZE, (page - 1).saturating_mul(PAGE_SIZE)).await?;
    let ids: Vec<_> = accounts.iter().map(|found| found.account.id).collect();
    let mut memberships: HashMap<_, Vec<_>> = HashMap::new();
    for (account, membership) in store::memberships::of_accounts(&mut transaction, &ids).await? {
        memberships.entry(account).or_default().push(membership);
    }
    let day = context.clock.now().date_naive();
    let participants = store::participants::all(&mut transaction, language, day).await?;
    transaction.rollback().await?;
    Ok(AccountList { accounts, memberships, participants, total, page })
}

/// One account, and what it may be made.
#[derive(Debug, Clone)]
pub struct AccountView {
    /// The account.
    pub account: AdministeredAccount,
    /// What it is, and where.
    pub memberships: Vec<Membership>,
    /// Every consultation, the newest first.
    pub consultations: Vec<Consultation>,
    /// Every participant with its name in the reader's language; unordered.
    pub participants: Vec<Participant>,
}

/// One account; none if there is no such account.
pub async fn view(
    context: Context,
    access: CanAdministrate,
    id: AccountId,
    language: Language,
) -> Result<Option<AccountView>, sqlx::Error> {
    let mut transaction = context.database.begin(access.account().into()).await?;
    let Some(account) = store::accounts::get(&mut transaction, id).await? else { return Ok(None) };
    let Some((created_at, last_seen_at)) = store::accounts::history(&mut transaction, id).await? else {
        return Ok(None);
    };
    let memberships = store::memberships::of_account(&mut transaction, id).await?;
    let consultations = store::consultations::all(&mut transaction).await?;
    let day = context.clock.now().date_naive();
    let participants = store::participants::all(&mut transaction, language, day).await?;
    transaction.rollback().await?;
    let account = AdministeredAccount { account, created_at, last_seen_at };
    Ok(Some(AccountView { account, memberships, consultations, participants }))
}

/// Every participant with its name in `language`; unordered.
pub async fn participants(
    context: Context,
    access: CanAdministrate,
    language: Language,
) -> Result<Vec<Participant>, sqlx::Error> {
    let mut transaction = context.database.begin(access.account().into()).await?;
    let participants = store::participants::all(&mut transaction, language, context.clock.now().date_naive()).await?;
    transaction.rollback().await?;
    Ok(participants)
}

/// Why an account was left as it is.
#[derive(Debug, thiserror::Error)]
pub enum ChangeAccountError {
    /// There is no such account, or no such membership of it.
    #[error("no such account")]
    NoSuchAccount,
    /// It is the administrator's own.
    #[error("one's own account")]
    Own,
    /// It is shut.
    #[error("the account is disabled")]
    Disabled,
    /// The role needs a consultation.
    #[error("a consultation is needed")]
    ConsultationNeeded,
    /// The role needs a participant.
    #[error("a participant is needed")]
    ParticipantNeeded,
    /// There is no such participant, or it does not belong to the role.
    #[error("not that participant")]
    WrongParticipant,
    /// The participant is not invited to the consultation.
    #[error("the participant is not invited")]
    NotInvited,
    /// The person has a role on the other side of the consultation.
    #[error("a role on the other side of the consultation")]
    OtherSide,
    /// The database.
    #[error(transparent)]
    Database(#[from] sqlx::Error),
    /// The work was interrupted.
    #[error(transparent)]
    Interrupted(#[from] Interrupted),
}

impl From<GrantError> for ChangeAccountError {
    fn from(error: GrantError) -> Self {
        match error {
            GrantError::OtherSide => Self::OtherSide,
            GrantError::Database(error) => error.into(),
        }
    }
}

fn open_account(account: Option<Account>) -> Result<Account, ChangeAccountError> {
    let account = account.ok_or(ChangeAccountError::NoSuchAccount)?;
    if account.disabled_at.is_some() { Err(ChangeAccountError::Disabled) } else { Ok(account) }
}

/// Administrators change nothing of their own here; that one tried is recorded.
async fn refuse_own(
    context: &Context,
    access: &CanAdministrate,
    id: AccountId,
    action: &str,
) -> Result<(), ChangeAccountError> {
    let by = *access.account();
    if id != by {
        return Ok(());
    }
    let mut transaction = context.database.begin(Principal::Account(by)).await?;
    let (chain, detail) = (context.installation.id.uuid(), json!({ "action": action, "account": id }));
    let now = context.clock.now();
    store::audit::append(&mut transaction, chain, Some(by), "own_change_refused", &detail, now).await?;
    transaction.commit().await?;
    Err(ChangeAccountError::Own)
}
