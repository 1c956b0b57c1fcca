//! Who takes part: the participants with their focal points, and the presidency's own people.

use std::collections::BTreeSet;

use serde_json::json;
use sqlx::PgConnection;

use super::{
    Context,
    memberships::{self, Grant, GrantError},
};
use crate::{
    database::Interrupted,
    domain::{
        access::CanConduct,
        consultation::{Consultation, Phase},
        delegation::Role,
        ids::{AccountId, ConsultationId, MembershipId},
        line::EmailAddress,
        participant::ParticipantCode,
    },
    store::{self, memberships::Member},
};

/// One participant on the list of those invited.
#[derive(Debug, Clone)]
pub struct Invitation {
    /// Who.
    pub participant: ParticipantCode,
    /// Another address for its focal point; none: it is left as it is.
    pub focal_point: Option<Replacement>,
}

impl Invitation {
    /// The address given, as accounts are found by it.
    fn address(&self) -> Option<&str> {
        self.focal_point.as_ref()?.given.as_ref().map(EmailAddress::key)
    }
}

/// One address in the place of another.
#[derive(Debug, Clone)]
pub struct Replacement {
    /// The address that was seen; none: there was none.
    pub shown: Option<EmailAddress>,
    /// The address to be; none: not known any more.
    pub given: Option<EmailAddress>,
}

/// Why a participant's focal point was not changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kept {
    /// The consultation has been opened and the delegation's focal point is active: the delegation changes it, not the chair.
    Active,
    /// It is no longer the one that was seen.
    Changed,
    /// The person given belongs to the presidency.
    OtherSide,
}

/// Why the list was not stored.
#[derive(Debug, thiserror::Error)]
pub enum InviteError {
    /// Somebody else changed the consultation since the form was shown.
    #[error("changed by somebody else")]
    Stale,
    /// The report has been issued: nothing changes any more.
    #[error("the report has been issued")]
    Reported,
    /// These focal points stay, and nothing was stored.
    #[error("focal points that stay")]
    Kept(Vec<(ParticipantCode, Kept)>),
    /// The database.
    #[error(transparent)]
    Database(#[from] sqlx::Error),
    /// The work was interrupted.
    #[error(transparent)]
    Interrupted(#[from] Interrupted),
}

/// What one storing of the list works with.
struct Storing<'a> {
    context: &'a Context,
    by: AccountId,
    consultation: Consultation,
    open: bool,
    members: Vec<Member>,
}

/// Stores the list of those invited. Before the opening it is the whole list; after it nobody is taken off, and who comes
/// on it is written to at once if the consultation is open.
pub async fn set(
    context: Context,
    access: CanConduct,
    version: i32,
    mut list: Vec<Invitation>,
) -> Result<(), InviteError> {
    // two lists with the same new addresses wait for each other's accounts: in one order, or Postgres ends one of them
    list.sort_by(|one, other| one.address().cmp(&other.address()));
    let (id, by, at) = (*access.consultation(), *access.account(), context.clock.now());
    let mut transaction = context.database.begin(access.account().into()).await?;
    let now = store::consultations::hold_window(&mut transaction, id, true).await?;
    let subject = store::consultations::subject(&mut transaction, id).await?.ok_or(sqlx::Error::RowNotFound)?;
    if subject.reported {
        return Err(InviteError::Reported);
    }
    let mut consultation = store::consultations::get(&mut transaction, id).await?.ok_or(sqlx::Error::RowNotFound)?;
    consultation.version = version;
    if !store::consultations::update(&mut transaction, &consultation).await? {
        return Err(InviteError::Stale);
    }
    store::audit::hold(&mut transaction, id.uuid()).await?;
    let responses = store::responses::of_consultation(&mut transaction, id).await?;
    let invited: BTreeSet<_> = responses.into_iter().map(|response| response.participant).collect();
    let members = store::memberships::of_consultation(&mut transaction, id, None).await?;
    let open = consultation.window.phase(now) == Phase::Open;
    let storing = Storing { context: &context, by, consultation, open, members };
    let (mut added, mut kept) = (Vec::new(), Vec::new());
    for invitation in &list {
        if !invited.contains(&invitation.participant) {
            store::responses::invite(&mut transaction, id, &invitation.participant, at).await?;
            added.push(&invitation.participant);
        }
        if let Some(why) = storing.replace_focal_point(&mut transaction, invitation).await? {
            kept.push((invitation.participant.clone(), why));
        }
    }
    if !kept.is_empty() {
        return Err(InviteError::Kept(kept));
    }
    let stays = |code: &ParticipantCode| subject.opened || list.iter().any(|i| i.participant == *code);
    let withdrawn: Vec<_> = invited.iter().filter(|code| !stays(code)).collect();
    for participant in &withdrawn {
        storing.withdraw(&mut transaction, participant).await?;
    }
    let detail = json!({ "invited": added, "withdrawn": withdrawn });
    store::audit::append(&mut transaction, id.uuid(), Some(by), "participants_changed", &detail, at).await?;
    transaction.commit().await?;
    Ok(())
}

impl Storing<'_> {
    fn focal_points<'m>(&'m self, participant: &'m ParticipantCode) -> impl Iterator<Item = &'m Member> {
        self.members.iter().filter(move |m| {
            m.membership.role == Role::FocalPoint && m.membership.participant.as_ref() == Some(participant)
        })
    }

    /// The address given takes the place of the first focal point, unless it is one of them already; or says why not.
    async fn replace_focal_point(
        &self,
        connection: &mut PgConnection,
        invitation: &Invitation,
    ) -> Result<Option<Kept>, sqlx::Error> {
        let participant = &invitation.participant;
        let Some(Replacement { shown, given }) = &invitation.focal_point else { return Ok(None) };
        let address = |member: &Member| EmailAddress::parse(&member.email).ok();
        if given.is_some() && self.focal_points(participant).any(|member| address(member) == *given) {
            return Ok(None);
        }
        let first = self.focal_points(participant).next();
        if first.and_then(address) != *shown {
            return Ok(Some(Kept::Changed));
        }
        let opened = self.consultation.window.opened_at.is_some();
        if opened && self.focal_points(participant).any(|member| member.activated) {
            return Ok(Some(Kept::Active));
        }
        // after the opening a delegation is not left without anybody
        if let Some(first) = first.filter(|_| given.is_some() || !opened) {
            memberships::end(self.context, connection, self.by, &first.membership).await?;
        }
        let Some(email) = given else { return Ok(None) };
        let grant = Grant {
            email: email.clone(),
            language: self.consultation.language,
            role: Role::FocalPoint,
            consultation: Some(self.consultation.id),
            participant: Some(participant.clone()),
            invite: self.open,
        };
        match memberships::grant(self.context, connection, self.by, &grant).await {
            Ok(_) => {}
            Err(GrantError::OtherSide) => return Ok(Some(Kept::OtherSide)),
            Err(GrantError::Database(error)) => return Err(error),
        }
        Ok(None)
    }

    async fn withdraw(&self, connection: &mut PgConnection, participant: &ParticipantCode) -> Result<(), sqlx::Error> {
        let theirs =
            |m: &&Member| m.membership.role.is_delegation() && m.membership.participant.as_ref() == Some(participant);
        for member in self.members.iter().filter(theirs) {
            memberships::end(self.context, connection, self.by, &member.membership).await?;
        }
        store::responses::uninvite(connection, self.consultation.id, participant).await?;
        Ok(())
    }
}

/// Why the presidency's people were not changed.
#[derive(Debug, thiserror::Error)]
pub enum TeamError {
    /// The address is one of them already.
    #[error("one of the presidency already")]
    AlreadyThere,
    /// No such membership in this presidency.
    #[error("no such membership")]
    NotFound,
    /// A consultation keeps a chair.
    #[error("the last chair")]
    LastChair,
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

/// Adds an analyst, and writes to them: one without a password is to choose one.
pub async fn add_analyst(context: Context, access: CanConduct, email: EmailAddress) -> Result<(), TeamError> {
    let (id, by) = (*access.consultation(), *access.account());
    let mut transaction = context.database.begin(access.account().into()).await?;
    let people = presidency(&mut transaction, id).await?;
    if people.iter().any(|m| EmailAddress::parse(&m.email).is_ok_and(|other| other == email)) {
        return Err(TeamError::AlreadyThere);
    }
    let consultation = store::consultations::get(&mut transaction, id).await?.ok_or(sqlx::Error::RowNotFound)?;
    let grant = Grant {
        email,
        language: consultation.language,
        role: Role::Analyst,
        consultation: Some(id),
        participant: Some(consultation.presidency),
        invite: true,
    };
    memberships::grant(&context, &mut transaction, by, &grant).await?;
    transaction.commit().await?;
    Ok(())
}

/// Ends the membership of one of the presidency's people, but not of the last chair; returns whether it was the chair's own.
pub async fn end_member(context: Context, access: CanConduct, membership: MembershipId) -> Result<bool, TeamError> {
    let (id, by) = (*access.consultation(), *access.account());
    let mut transaction = context.database.begin(access.account().into()).await?;
    // two chairs who remove each other at once: one of them comes second, and stays
    store::consultations::hold_window(&mut transaction, id, true).await?;
    store::audit::hold(&mut transaction, id.uuid()).await?;
    let people = presidency(&mut transaction, id).await?;
    let member = people.iter().find(|m| m.membership.id == membership).ok_or(TeamError::NotFound)?;
    let chairs = people.iter().filter(|m| m.membership.role == Role::Chair).count();
    if member.membership.role == Role::Chair && chairs < 2 {
        return Err(TeamError::LastChair);
    }
    memberships::end(&context, &mut transaction, by, &member.membership).await?;
    transaction.commit().await?;
    Ok(member.account == by)
}

/// The chairs and analysts of a consultation.
pub async fn presidency(connection: &mut PgConnection, id: ConsultationId) -> Result<Vec<Member>, sqlx::Error> {
    let mut members = store::memberships::of_consultation(connection, id, None).await?;
    members.retain(|member| member.membership.role.is_presidency());
    Ok(members)
}
