//! The demonstration's people.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use sqlx::PgConnection;

use super::{
    DemonstrationError,
    passphrases::Passphrases,
    plan::{Circle, Holder, Plan},
    stage::Stage,
    wrong,
};
use crate::{
    database::Principal,
    domain::{
        delegation::{Membership, Role},
        ids::{AccountId, MembershipId},
        language::Language,
        line::EmailAddress,
        participant::ParticipantCode,
        password::Password,
    },
    services::memberships,
    store,
};

/// Who is who.
pub(super) struct Cast {
    /// The chair.
    pub chair: AccountId,
    /// The analysts' addresses.
    pub analysts: Vec<EmailAddress>,
    /// Accounts by address.
    accounts: HashMap<String, AccountId>,
}

impl Cast {
    /// The account of an address of the plan.
    pub(super) fn account(&self, email: &str) -> Result<AccountId, DemonstrationError> {
        self.accounts.get(email).copied().ok_or_else(|| wrong(email))
    }
}

/// Makes the accounts, with passwords, and lets the chair create consultations.
pub(super) async fn create(stage: &Stage, plan: &Plan, passphrases: &Passphrases) -> Result<Cast, DemonstrationError> {
    stage.move_to(-60, 9, 0);
    let now = stage.context.clock.now();
    let mut hashes = Vec::new();
    for (circle, passphrase) in passphrases.all() {
        hashes.push((*circle, stage.context.hasher.hash(&Password::choose(passphrase)?).await?));
    }
    let presidency = ParticipantCode::parse(&plan.presidency).ok_or_else(|| wrong(&plan.presidency))?;
    let (mut accounts, mut chairs, mut analysts) = (HashMap::new(), Vec::new(), Vec::new());
    let mut transaction = stage.context.database.begin(Principal::Nobody).await?;
    for holder in plan.holders() {
        let email = EmailAddress::parse(&holder.email).map_err(|_| wrong(&holder.email))?;
        let hash = hashes.iter().find(|(circle, _)| *circle == holder.circle).map_or("", |(_, hash)| hash);
        let account = activate(&mut transaction, &holder, &email, hash, now).await?;
        match holder.circle {
            Circle::Secretariat => store::accounts::set_administrator(&mut transaction, account).await?,
            Circle::Chair => {
                preside(&mut transaction, account, &presidency, now).await?;
                chairs.push(account);
            }
            Circle::Analysts => analysts.push(email),
            Circle::Delegations => {}
        }
        accounts.insert(holder.email, account);
    }
    transaction.commit().await?;
    let chair = chairs.first().copied().ok_or_else(|| wrong("no chair"))?;
    Ok(Cast { chair, analysts, accounts })
}

async fn activate(
    connection: &mut PgConnection,
    holder: &Holder,
    email: &EmailAddress,
    hash: &str,
    now: DateTime<Utc>,
) -> Result<AccountId, DemonstrationError> {
    let language = Language::parse(&holder.language).ok_or_else(|| wrong(&holder.language))?;
    let zone = holder.time_zone.parse().map_err(|_| wrong(&holder.time_zone))?;
    let account = memberships::ensure_account(connection, email, language, now).await?.id;
    store::accounts::set_profile(connection, account, &holder.name, language, Some(zone)).await?;
    store::accounts::set_password(connection, account, hash, now).await?;
    Ok(account)
}

async fn preside(
    connection: &mut PgConnection,
    account: AccountId,
    presidency: &ParticipantCode,
    now: DateTime<Utc>,
) -> Result<(), sqlx::Error> {
    let membership = Membership {
        id: MembershipId::new(),
        role: Role::Chair,
        consultation: None,
        participant: Some(presidency.clone()),
    };
    store::memberships::insert(connection, account, &membership, None, now).await.map(|_| ())
}
