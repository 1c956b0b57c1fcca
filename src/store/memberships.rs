//! Memberships: who is what, where.

use chrono::{DateTime, Utc};
use sqlx::PgConnection;

use super::parsed;
use crate::domain::{
    delegation::{Membership, Role},
    ids::{AccountId, ConsultationId, MembershipId},
    language::Language,
    participant::ParticipantCode,
};

/// An account's active memberships.
pub async fn of_account(connection: &mut PgConnection, account: AccountId) -> Result<Vec<Membership>, sqlx::Error> {
    let rows = sqlx::query!(
        r#"select id as "id: MembershipId", role, consultation_id as "consultation: ConsultationId",
             participant_code as "participant: ParticipantCode"
           from memberships where account_id = $1 and ended_at is null order by created_at, id"#,
        account as AccountId
    )
    .fetch_all(connection)
    .await?;
    rows.into_iter()
        .map(|row| {
            let role = parsed(Role::parse(&row.role), "memberships", "role", row.id)?;
            Ok(Membership { id: row.id, role, consultation: row.consultation, participant: row.participant })
        })
        .collect()
}

/// A person with a role.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Member {
    /// The membership.
    pub membership: Membership,
    /// The person's account.
    pub account: AccountId,
    /// The person's address.
    pub email: String,
    /// The person's name.
    pub name: String,
    /// The language to write to the person in.
    pub language: Language,
    /// Whether the person has chosen a password.
    pub activated: bool,
    /// Whether the account is shut.
    pub disabled: bool,
}

/// The active members of a consultation whose accounts are open: all, or those of one delegation.
pub async fn of_consultation(
    connection: &mut PgConnection,
    consultation: ConsultationId,
    participant: Option<&ParticipantCode>,
) -> Result<Vec<Member>, sqlx::Error> {
    let mut members = with_disabled(connection, consultation, participant).await?;
    members.retain(|member| !member.disabled);
    Ok(members)
}

/// The same with those whose accounts are shut.
pub async fn with_disabled(
    connection: &mut PgConnection,
    consultation: ConsultationId,
    participant: Option<&ParticipantCode>,
) -> Result<Vec<Member>, sqlx::Error> {
    let rows = sqlx::query!(
        r#"select m.id as "id!: MembershipId", m.role as "role!", m.participant_code as "participant?: ParticipantCode",
             a.id as "account!: AccountId", a.email as "email!", a.name as "name!", a.language as "language!",
             a.activated_at is not null as "activated!", a.disabled_at is not null as "disabled!"
           from memberships m join accounts a on a.id = m.account_id
           where m.consultation_id = $1 and m.ended_at is null
             and ($2::text is null or (m.participant_code = $2 and m.role in ('focal_point', 'approver', 'drafter')))
           order by m.created_at, m.id"#,
        consultation as ConsultationId,
        participant.map(ParticipantCode::as_str)
    )
    .fetch_all(connection)
    .await?;
    rows.into_iter()
        .map(|row| {
            Ok(Member {
                membership: Membership {
                    id: row.id,
                    role: parsed(Role::parse(&row.role), "memberships", "role", row.id)?,
                    consultation: Some(consultation),
                    participant: row.participant,
                },
                account: row.account,
                email: row.email,
                name: row.name,
                language: parsed(Language::parse(&row.language), "accounts", "language", row.account)?,
                activated: row.activated,
                disabled: row.disabled,
            })
        })
        .collect()
}

/// Begins a membership; returns false when it is there already.
pub async fn insert(
    connection: &mut PgConnection,
    account: AccountId,
    membership: &Membership,
    created_by: Option<AccountId>,
    at: DateTime<Utc>,
) -> Result<bool, sqlx::Error> {
    let done = sqlx::query!(
        "insert into memberships (id, account_id, role, consultation_id, participant_code, created_at, created_by)
         values ($1, $2, $3, $4, $5, $6, $7) on conflict do nothing",
        membership.id as MembershipId,
        account as AccountId,
        membership.role.as_str(),
        membership.consultation as Option<ConsultationId>,
        membership.participant.as_ref().map(ParticipantCode::as_str),
        at,
        created_by as Option<AccountId>
    )
    .execute(connection)
    .await?;
    Ok(done.rows_affected() == 1)
}

/// Ends a membership; returns whose it was, if it was active.
pub async fn end(
    connection: &mut PgConnection,
    id: MembershipId,
    at: DateTime<Utc>,
) -> Result<Option<AccountId>, sqlx::Error> {
    sqlx::query_scalar!(
        r#"update memberships set ended_at = $2 where id = $1 and ended_at is null returning account_id as "account: AccountId""#,
        id as MembershipId,
        at
    )
    .fetch_optional(connection)
    .await
}

/// The active memberships of several accounts, in the order in which they began.
pub async fn of_accounts(
    connection: &mut PgConnection,
    accounts: &[AccountId],
) -> Result<Vec<(AccountId, Membership)>, sqlx::Error> {
    let accounts: Vec<uuid::Uuid> = accounts.iter().map(|account| account.uuid()).collect();
    let rows = sqlx::query!(
        r#"select account_id as "account: AccountId", id as "id: MembershipId", role,
             consultation_id as "consultation: ConsultationId", participant_code as "participant: ParticipantCode"
           from memberships where account_id = any($1) and ended_at is null order by created_at, id"#,
        &accounts
    )
    .fetch_all(connection)
    .await?;
    rows.into_iter()
        .map(|row| {
            let role = parsed(Role::parse(&row.role), "memberships", "role", row.id)?;
            let membership =
                Membership { id: row.id, role, consultation: row.consultation, participant: row.participant };
            Ok((row.account, membership))
        })
        .collect()
}

/// The people who may create consultations for a presidency, with those whose accounts are shut.
pub async fn chairs_of(
    connection: &mut PgConnection,
    presidency: &ParticipantCode,
) -> Result<Vec<Member>, sqlx::Error> {
    let rows = sqlx::query!(
        r#"select m.id as "id: MembershipId", a.id as "account: AccountId", a.email, a.name, a.language,
             a.activated_at is not null as "activated!", a.disabled_at is not null as "disabled!"
           from memberships m join accounts a on a.id = m.account_id
           where m.role = 'chair' and m.consultation_id is null and m.participant_code = $1 and m.ended_at is null
           order by m.created_at, m.id"#,
        presidency as &ParticipantCode
    )
    .fetch_all(connection)
    .await?;
    rows.into_iter()
        .map(|row| {
            let membership =
                Membership { id: row.id, role: Role::Chair, consultation: None, participant: Some(presidency.clone()) };
            Ok(Member {
                membership,
                account: row.account,
                email: row.email,
                name: row.name,
                language: parsed(Language::parse(&row.language), "accounts", "language", row.account)?,
                activated: row.activated,
                disabled: row.disabled,
            })
        })
        .collect()
}
