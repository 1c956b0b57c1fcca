//! A delegation's people, managed by its focal points.

use super::{
    Context,
    memberships::{self, Grant, GrantError},
};
use crate::{
    database::Interrupted,
    domain::{
        access::CanManageTeam,
        delegation::Role,
        ids::{AccountId, MembershipId},
        language::Language,
        line::EmailAddress,
    },
    store,
};

/// Why a delegation's team was not changed.
#[derive(Debug, thiserror::Error)]
pub enum TeamError {
    /// The delegation is no longer the focal point's to manage, or the membership is not one of it.
    #[error("not there")]
    Gone,
    /// Not a role of a delegation.
    #[error("not a role of a delegation")]
    NotADelegationRole,
    /// A delegation keeps at least one focal point.
    #[error("the last focal point stays")]
    LastFocalPoint,
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

impl From<GrantError> for TeamError {
    fn from(error: GrantError) -> Self {
        match error {
            GrantError::OtherSide => Self::OtherSide,
            GrantError::Database(error) => error.into(),
        }
    }
}

/// Adds a person to the delegation, who is written to at once; a new one in `language`.
pub async fn add(
    context: Context,
    access: CanManageTeam,
    email: EmailAddress,
    role: Role,
    language: Language,
) -> Result<(), TeamError> {
    if !role.is_delegation() {
        return Err(TeamError::NotADelegationRole);
    }
    let mut transaction = context.database.begin(access.account().into()).await?;
    store::responses::lock(&mut transaction, *access.response()).await?.ok_or(TeamError::Gone)?;
    let grant = Grant {
        email,
        language,
        role,
        consultation: Some(*access.consultation()),
        participant: Some(access.participant().clone()),
        invite: true,
    };
    memberships::grant(&context, &mut transaction, *access.account(), &grant).await?;
    transaction.commit().await?;
    Ok(())
}

/// Ends a membership of the delegation, but never that of its last focal point; returns whose it was.
pub async fn end(context: Context, access: CanManageTeam, membership: MembershipId) -> Result<AccountId, TeamError> {
    let mut transaction = context.database.begin(access.account().into()).await?;
    // one change of a team at a time: two focal points could otherwise end each other
    store::responses::lock(&mut transaction, *access.response()).await?.ok_or(TeamError::Gone)?;
    store::audit::hold(&mut transaction, access.consultation().uuid()).await?;
    let team =
        store::memberships::of_consultation(&mut transaction, *access.consultation(), Some(access.participant()))
            .await?;
    let member = team.iter().find(|member| member.membership.id == membership).ok_or(TeamError::Gone)?;
    let is_focal_point = |role| role == Role::FocalPoint;
    let others = team.iter().filter(|other| is_focal_point(other.membership.role) && other.membership.id != membership);
    if is_focal_point(member.membership.role) && others.filter(|other| other.activated).count() == 0 {
        return Err(TeamError::LastFocalPoint);
    }
    memberships::end(&context, &mut transaction, *access.account(), &member.membership).await?;
    transaction.commit().await?;
    Ok(member.account)
}
