//! Signing in and out, and what people set for themselves.

use std::{net::IpAddr, time::Duration};

use chrono_tz::Tz;
use sqlx::PgConnection;

use super::{Context, passwords::HashError};
use crate::{
    database::{Interrupted, Principal},
    domain::{
        access::{CanUseAccount, Visitor},
        account::Session,
        ids::{AccountId, SessionId},
        language::Language,
        line::{EmailAddress, PersonName},
        mail::{Mail, Message},
        password::Password,
        token::Token,
    },
    store::{self, limits::Rate},
};

/// Tries an hour for one account from browsers that never signed in to it.
const STRANGERS: Rate = Rate { burst: 10.0, per_hour: 20.0 };
/// Tries an hour for one account from one browser that has.
const KNOWN_BROWSER: Rate = Rate { burst: 10.0, per_hour: 60.0 };
/// Tries an hour from one address; a mission of many sits behind one.
const ADDRESS: Rate = Rate { burst: 60.0, per_hour: 240.0 };
/// Reset mails an hour for one account.
const RESETS: Rate = Rate { burst: 3.0, per_hour: 3.0 };
/// No answer to a request for a reset comes sooner: writing the mail of an account that there is takes a little longer.
pub const RESET_ANSWER: Duration = Duration::from_millis(250);
/// Minutes after which another try is worth it.
pub const WAIT_MINUTES: i64 = 5;

/// What a visitor typed to sign in.
#[derive(Debug, Clone)]
pub struct SignIn {
    /// The address.
    pub email: EmailAddress,
    /// The password.
    pub password: Password,
    /// The browser's own token from an earlier sign-in.
    pub browser: Option<Token>,
    /// Where the request came from.
    pub address: Option<IpAddr>,
}

/// A session that has just begun.
#[derive(Debug, Clone)]
pub struct SignedIn {
    /// For the session cookie.
    pub session: Token,
    /// For the browser's cookie.
    pub browser: Token,
    /// Whose session it is.
    pub account: AccountId,
}

/// Why signing in failed.
#[derive(Debug, thiserror::Error)]
pub enum SignInError {
    /// The address or the password is wrong, or the account is shut: the same answer for all.
    #[error("wrong address or password")]
    Wrong,
    /// Too many tries.
    #[error("too many tries")]
    TooMany,
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

/// Checks address and password and begins a session.
pub async fn sign_in(context: Context, command: SignIn) -> Result<SignedIn, SignInError> {
    let now = context.clock.now();
    let mut transaction = context.database.begin(Principal::Nobody).await?;
    let account = store::accounts::by_email(&mut transaction, command.email.key()).await?;
    let known = match (&account, &command.browser) {
        (Some(account), Some(browser)) => {
            store::sessions::is_known_browser(&mut transaction, browser, account.id).await?
        }
        _ => false,
    };
    let buckets = buckets(&command, known);
    let mut allowed = true;
    for (bucket, rate) in &buckets {
        allowed &= store::limits::take(&mut transaction, bucket, *rate, now).await?;
    }
    let hash = match &account {
        Some(account) => store::accounts::password_hash(&mut transaction, account.id).await?,
        None => None,
    };
    transaction.commit().await?;
    if !allowed {
        return Err(SignInError::TooMany);
    }
    let right = context.hasher.verify(&command.password, hash.clone()).await?;
    let account = account.filter(|_| right).ok_or(SignInError::Wrong)?.id;
    let mut transaction = context.database.begin(Principal::Account(account)).await?;
    if store::accounts::hold_password_hash(&mut transaction, account).await? != hash {
        // changed, or the account shut, while this try waited for its turn
        return Err(SignInError::Wrong);
    }
    let (session, browser) = (Token::new(), own_browser(&mut transaction, command.browser).await?);
    if let Some((bucket, _)) = buckets.first() {
        store::limits::clear(&mut transaction, bucket).await?;
    }
    store::sessions::insert(&mut transaction, account, &session, now).await?;
    store::sessions::remember_browser(&mut transaction, &browser, account, now).await?;
    let detail = serde_json::json!({ "known_browser": known });
    store::audit::append(&mut transaction, context.installation.id.uuid(), Some(account), "signed_in", &detail, now)
        .await?;
    transaction.commit().await?;
    Ok(SignedIn { session, browser, account })
}

/// The token that this browser keeps: the one it has if anybody ever signed in with it, so that people may share a desk; else a new one.
pub(super) async fn own_browser(connection: &mut PgConnection, given: Option<Token>) -> Result<Token, sqlx::Error> {
    match given {
        Some(token) if store::sessions::is_known_to_anyone(connection, &token).await? => Ok(token),
        _ => Ok(Token::new()),
    }
}

/// The bucket of strangers who try an account.
pub(super) fn strangers(email_key: &str) -> String {
    format!("sign-in {email_key}")
}

/// Where a try comes from; of IPv6 the network, since one subscriber has all addresses of it (RFC 6177).
fn source(address: IpAddr) -> String {
    match address {
        IpAddr::V4(address) => address.to_string(),
        IpAddr::V6(address) => {
            let [a, b, c, d, ..] = address.segments();
            format!("{a:x}:{b:x}:{c:x}:{d:x}::/64")
        }
    }
}

/// The buckets a try draws from: the account's own first, then the address's, unless the browser is known.
fn buckets(command: &SignIn, known: bool) -> Vec<(String, Rate)> {
    let key = command.email.key();
    if let (Some(browser), true) = (&command.browser, known) {
        vec![(format!("sign-in {key} {}", hex::encode(browser.hash())), KNOWN_BROWSER)]
    } else {
        let mut buckets = vec![(strangers(key), STRANGERS)];
        buckets.extend(command.address.map(|address| (format!("sign-in from {}", source(address)), ADDRESS)));
        buckets
    }
}

/// The live session of a cookie's token, with what its account may do. Notes its use at most once a minute.
pub async fn live_session(context: Context, token: Token) -> Result<Option<(Session, Visitor)>, sqlx::Error> {
    let now = context.clock.now();
    let mut transaction = context.database.begin(Principal::Nobody).await?;
    let Some(session) = store::sessions::live(&mut transaction, &token, now).await? else { return Ok(None) };
    let memberships = store::memberships::of_account(&mut transaction, session.account.id).await?;
    if now - session.last_seen_at >= chrono::TimeDelta::minutes(1) {
        store::sessions::touch(&mut transaction, session.id, now).await?;
        transaction.commit().await?;
    } else {
        transaction.rollback().await?;
    }
    let visitor = Visitor { account: session.account.id, administrator: session.account.administrator, memberships };
    Ok(Some((session, visitor)))
}

/// Ends a session.
pub async fn sign_out(context: Context, session: SessionId) -> Result<(), sqlx::Error> {
    let mut transaction = context.database.begin(Principal::Nobody).await?;
    store::sessions::end(&mut transaction, session, context.clock.now()).await?;
    transaction.commit().await
}

/// Asks for a link to choose a new password. Nothing tells whether the address has an account, not even the time it takes.
pub async fn request_reset(context: Context, email: EmailAddress, address: Option<IpAddr>) -> Result<(), SignInError> {
    let floor = tokio::time::sleep(RESET_ANSWER);
    let result = write_reset(context, email, address).await;
    floor.await;
    result
}

async fn write_reset(context: Context, email: EmailAddress, address: Option<IpAddr>) -> Result<(), SignInError> {
    let now = context.clock.now();
    let mut transaction = context.database.begin(Principal::Nobody).await?;
    let mut allowed = store::limits::take(&mut transaction, &format!("reset {}", email.key()), RESETS, now).await?;
    if let Some(address) = address {
        allowed &=
            store::limits::take(&mut transaction, &format!("reset from {}", source(address)), ADDRESS, now).await?;
    }
    if allowed
        && let Some(account) =
            store::accounts::by_email(&mut transaction, email.key()).await?.filter(|a| a.disabled_at.is_none())
    {
        let message = if account.activated_at.is_some() {
            Message::PasswordReset
        } else {
            Message::Activation { consultation: None }
        };
        let mail = Mail::new(account.id, message, now.timestamp_micros());
        store::mails::enqueue(&mut transaction, &mail, now).await?;
    }
    transaction.commit().await?;
    Ok(())
}

/// Why a password was not changed.
#[derive(Debug, thiserror::Error)]
pub enum ChangePasswordError {
    /// The present password is wrong.
    #[error("the present password is wrong")]
    Wrong,
    /// Too many tries.
    #[error("too many tries")]
    TooMany,
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

/// Changes one's own password, ends one's other sessions, and says so by mail.
pub async fn change_password(
    context: Context,
    access: CanUseAccount,
    session: SessionId,
    present: Password,
    new: Password,
) -> Result<(), ChangePasswordError> {
    let (now, account) = (context.clock.now(), *access.account());
    let mut transaction = context.database.begin(Principal::Account(account)).await?;
    let bucket = format!("password {account}");
    let allowed = store::limits::take(&mut transaction, &bucket, KNOWN_BROWSER, now).await?;
    let hash = store::accounts::password_hash(&mut transaction, account).await?;
    transaction.commit().await?;
    if !allowed {
        return Err(ChangePasswordError::TooMany);
    }
    if !context.hasher.verify(&present, hash).await? {
        return Err(ChangePasswordError::Wrong);
    }
    let hash = context.hasher.hash(&new).await?;
    let mut transaction = context.database.begin(Principal::Account(account)).await?;
    store::accounts::set_password(&mut transaction, account, &hash, now).await?;
    store::one_time_links::use_up(&mut transaction, account, now).await?;
    store::sessions::end_all(&mut transaction, account, Some(session), now).await?;
    let chain = context.installation.id.uuid();
    store::audit::append(&mut transaction, chain, Some(account), "password_changed", &serde_json::json!({}), now)
        .await?;
    let mail = Mail::new(account, Message::PasswordChanged, now.timestamp_micros());
    store::mails::enqueue(&mut transaction, &mail, now).await?;
    transaction.commit().await?;
    Ok(())
}

/// Sets one's own name, language and time zone.
pub async fn set_profile(
    context: Context,
    access: CanUseAccount,
    name: PersonName,
    language: Language,
    time_zone: Option<Tz>,
) -> Result<(), sqlx::Error> {
    let mut transaction = context.database.begin(access.account().into()).await?;
    store::accounts::set_profile(&mut transaction, *access.account(), name.as_str(), language, time_zone).await?;
    transaction.commit().await
}

/// Sets one's own interface language.
pub async fn set_language(context: Context, account: AccountId, language: Language) -> Result<(), sqlx::Error> {
    let mut transaction = context.database.begin(Principal::Account(account)).await?;
    store::accounts::set_language(&mut transaction, account, language).await?;
    transaction.commit().await
}
