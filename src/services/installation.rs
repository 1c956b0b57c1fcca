//! The installation's own people: administrators, made on the command line.

use super::{Context, memberships};
use crate::{
    database::Principal,
    domain::{account::LinkPurpose, language::Language, line::EmailAddress, token::Token},
    store,
};

/// Makes an account an administrator's (a new one where the address has none) and returns the secret of a one-time link by which
/// its person chooses a password. There is no default password.
pub async fn create_administrator(context: Context, email: EmailAddress) -> Result<Token, sqlx::Error> {
    let now = context.clock.now();
    let mut transaction = context.database.begin(Principal::Job).await?;
    let account = memberships::ensure_account(&mut transaction, &email, Language::En, now).await?;
    store::accounts::set_administrator(&mut transaction, account.id).await?;
    let purpose = if account.activated_at.is_some() { LinkPurpose::PasswordReset } else { LinkPurpose::Activation };
    let token = Token::new();
    store::one_time_links::insert(&mut transaction, account.id, purpose, &token, now).await?;
    let chain = context.installation.id.uuid();
    let detail = serde_json::json!({ "account": account.id });
    store::audit::append(&mut transaction, chain, None, "administrator_made", &detail, now).await?;
    transaction.commit().await?;
    Ok(token)
}
