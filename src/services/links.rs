//! One-time links: opening one changes nothing, its button does.

use super::{Context, accounts::own_browser, passwords::HashError};
use crate::{
    database::{Interrupted, Principal},
    domain::{
        account::{Account, LinkPurpose},
        ids::AccountId,
        language::Language,
        line::PersonName,
        password::Password,
        token::Token,
    },
    store,
};

/// What a link that still works is for.
#[derive(Debug, Clone)]
pub struct LinkView {
    /// Whose it is.
    pub account: Account,
    /// What it lets its holder do.
    pub purpose: LinkPurpose,
}

/// Why a link did nothing.
#[derive(Debug, thiserror::Error)]
pub enum LinkError {
    /// Used, expired, or never there.
    #[error("the link no longer works")]
    Dead,
    /// Hashing.
    #[error(transparent)]
    Hash(#[from] HashError),
    /// The database.
    #[error(transparent)]
    Database(#[from] sqlx::Error),
    /// The work was interrupted.
    #[error(transparent)]
    Interrupted(#[from] Interrupted),
}

/// Shows what a link is for, and changes nothing: mail scanners open links.
pub async fn view(context: Context, token: Token) -> Result<LinkView, LinkError> {
    let mut transaction = context.database.begin(Principal::Nobody).await?;
    let link =
        store::one_time_links::live(&mut transaction, &token, context.clock.now()).await?.ok_or(LinkError::Dead)?;
    let account = store::accounts::get(&mut transaction, link.account).await?.ok_or(LinkError::Dead)?;
    transaction.rollback().await?;
    Ok(LinkView { account, purpose: link.purpose })
}

/// Who activates an account.
#[derive(Debug, Clone)]
pub struct Introduction {
    /// The name.
    pub name: PersonName,
    /// The language of pages and mails from now on.
    pub language: Language,
}

/// Uses a link: sets the password (with name and language when activating), ends every session and every other link of the account.
/// Returns the token by which this browser is known from now on.
pub async fn choose_password(
    context: Context,
    token: Token,
    introduction: Option<Introduction>,
    password: Password,
    browser: Option<Token>,
) -> Result<Token, LinkError> {
    let now = context.clock.now();
    let hash = context.hasher.hash(&password).await?;
    let mut transaction = context.database.begin(Principal::Nobody).await?;
    let link = store::one_time_links::live(&mut transaction, &token, now).await?.ok_or(LinkError::Dead)?;
    let account = store::accounts::get(&mut transaction, link.account).await?.ok_or(LinkError::Dead)?;
    store::accounts::set_password(&mut transaction, account.id, &hash, now).await?;
    if let Some(Introduction { name, language }) = introduction {
        store::accounts::set_profile(&mut transaction, account.id, name.as_str(), language, account.time_zone).await?;
    }
    store::one_time_links::use_up(&mut transaction, account.id, now).await?;
    store::sessions::end_all(&mut transaction, account.id, None, now).await?;
    // the link proved whose browser this is: strangers who try the account do not keep its person out
    let browser = own_browser(&mut transaction, browser).await?;
    store::sessions::remember_browser(&mut transaction, &browser, account.id, now).await?;
    let detail = serde_json::json!({ "purpose": link.purpose.as_str() });
    let chain = context.installation.id.uuid();
    store::audit::append(&mut transaction, chain, Some(account.id), "password_chosen", &detail, now).await?;
    transaction.commit().await?;
    Ok(browser)
}

/// Makes a link and returns its secret: for its mail at the moment of delivery, and for the operator's command line.
pub async fn issue(context: Context, account: AccountId, purpose: LinkPurpose) -> Result<Token, sqlx::Error> {
    let token = Token::new();
    let mut transaction = context.database.begin(Principal::Job).await?;
    store::one_time_links::insert(&mut transaction, account, purpose, &token, context.clock.now()).await?;
    transaction.commit().await?;
    Ok(token)
}
