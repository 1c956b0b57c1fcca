//! Memberships that an administrator gives to others, and ends.

use super::{ChangeAccountError, open_account, refuse_own};
use crate::{
    database::Principal,
    domain::{
        access::CanAdministrate,
        consultation::Consultation,
        delegation::Role,
        ids::{AccountId, ConsultationId, MembershipId},
        line::EmailAddress,
        participant::ParticipantCode,
    },
    services::{
        Context,
        memberships::{self, Grant},
    },
    store,
};

/// A membership to be given.
#[derive(Debug, Clone)]
pub struct NewMembership {
    /// What the account becomes.
    pub role: Role,
    /// Where; none for a chair who may create consultations.
    pub consultation: Option<ConsultationId>,
    /// For whom; none for the presidency's people of a consultation.
    pub participant: Option<ParticipantCode>,
}

/// Gives somebody else a membership. Does nothing if it is there already.
pub async fn begin_membership(
    context: Context,
    access: CanAdministrate,
    id: AccountId,
    command: NewMembership,
) -> Result<(), ChangeAccountError> {
    refuse_own(&context, &access, id, "membership_began").await?;
    let invited = is_invited(&context, &command).await?;
    let mut transaction = context.database.begin(access.account().into()).await?;
    let account = open_account(store::accounts::get(&mut transaction, id).await?)?;
    let consultation = match command.consultation {
        Some(id) => store::consultations::get(&mut transaction, id).await?,
        None => None,
    };
    let participant = represented(&command, consultation.as_ref(), invited)?;
    if store::participants::name(&mut transaction, &participant, account.language).await?.is_none() {
        return Err(ChangeAccountError::WrongParticipant);
    }
    let opened = consultation.as_ref().is_some_and(|consultation| consultation.window.opened_at.is_some());
    let grant = Grant {
        email: EmailAddress::parse(&account.email).map_err(|error| sqlx::Error::Decode(Box::new(error)))?,
        language: account.language,
        role: command.role,
        consultation: command.consultation,
        participant: Some(participant),
        // a delegation's people are invited when the chair opens
        invite: opened || command.role.is_presidency(),
    };
    memberships::grant(&context, &mut transaction, *access.account(), &grant).await?;
    transaction.commit().await?;
    Ok(())
}

/// Whether the delegation meant is invited. An administrator sees no response; that one is expected is the job's to know.
async fn is_invited(context: &Context, command: &NewMembership) -> Result<bool, sqlx::Error> {
    let (Some(consultation), Some(participant)) = (command.consultation, &command.participant) else {
        return Ok(false);
    };
    let mut transaction = context.database.begin(Principal::Job).await?;
    let invited = store::responses::is_invited(&mut transaction, consultation, participant).await?;
    transaction.rollback().await?;
    Ok(invited)
}

/// For whom a role acts: a delegation's people for an invited participant, a presidency's for its State.
fn represented(
    command: &NewMembership,
    consultation: Option<&Consultation>,
    invited: bool,
) -> Result<ParticipantCode, ChangeAccountError> {
    let participant = command.participant.clone();
    if command.consultation.is_none() && command.role == Role::Chair {
        return participant.ok_or(ChangeAccountError::ParticipantNeeded);
    }
    let consultation = consultation.ok_or(ChangeAccountError::ConsultationNeeded)?;
    if command.role.is_presidency() {
        let presidency = &consultation.presidency;
        let fits = participant.is_none_or(|participant| participant == *presidency);
        return fits.then(|| presidency.clone()).ok_or(ChangeAccountError::WrongParticipant);
    }
    let participant = participant.ok_or(ChangeAccountError::ParticipantNeeded)?;
    if invited { Ok(participant) } else { Err(ChangeAccountError::NotInvited) }
}

/// Ends a membership of somebody else.
pub async fn end_membership(
    context: Context,
    access: CanAdministrate,
    id: AccountId,
    membership: MembershipId,
) -> Result<(), ChangeAccountError> {
    refuse_own(&context, &access, id, "membership_ended").await?;
    let by = *access.account();
    let mut transaction = context.database.begin(Principal::Account(by)).await?;
    let memberships = store::memberships::of_account(&mut transaction, id).await?;
    let found = memberships.iter().find(|m| m.id == membership).ok_or(ChangeAccountError::NoSuchAccount)?;
    memberships::end(&context, &mut transaction, by, found).await?;
    transaction.commit().await?;
    Ok(())
}
