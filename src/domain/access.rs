//! Permission is a value: only the functions here make these tokens, and services and sensitive reads demand them.
//!
//! To add one: a struct with private fields holding the ids that were checked, and a [`Permission`] for it.

use super::{
    delegation::{Membership, Role},
    ids::{AccountId, ConsultationId, ResponseId, SubmissionId},
    participant::ParticipantCode,
};

/// Who asks: a signed-in account with its active memberships.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Visitor {
    /// The session's account.
    pub account: AccountId,
    /// Whether the account runs the installation.
    pub administrator: bool,
    /// What it is, and where.
    pub memberships: Vec<Membership>,
}

impl Visitor {
    fn is(
        &self,
        consultation: ConsultationId,
        participant: Option<&ParticipantCode>,
        may: impl Fn(Role) -> bool,
    ) -> bool {
        self.memberships.iter().any(|m| {
            m.consultation == Some(consultation)
                && may(m.role)
                && participant.is_none_or(|code| m.participant.as_ref() == Some(code))
        })
    }
}

/// A right that follows from who asks and what is asked for.
pub trait Permission: Sized {
    /// What is asked for: the facts behind the ids of a path.
    type Subject;

    /// The token, or none. None is answered like what does not exist.
    fn decide(visitor: Option<&Visitor>, subject: &Self::Subject) -> Option<Self>;
}

/// A consultation as named by a path.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ConsultationSubject {
    /// Which.
    pub consultation: ConsultationId,
    /// Whether its chair has opened it.
    pub opened: bool,
    /// Whether its report has been issued.
    pub reported: bool,
}

/// A response as named by a path.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ResponseSubject {
    /// Which.
    pub response: ResponseId,
    /// In which consultation.
    pub consultation: ConsultationId,
    /// Whose.
    pub participant: ParticipantCode,
    /// Whether the consultation's chair has opened it.
    pub opened: bool,
}

/// A submission as named by a path.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SubmissionSubject {
    /// Which.
    pub submission: SubmissionId,
    /// In which consultation.
    pub consultation: ConsultationId,
    /// Whose.
    pub participant: ParticipantCode,
}

macro_rules! token {
    ($(#[$doc:meta])* $name:ident { $($(#[$field_doc:meta])* $field:ident: $type:ty),* $(,)? }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq)]
        pub struct $name { $($field: $type),* }

        impl $name {
            $($(#[$field_doc])* #[must_use] pub fn $field(&self) -> &$type { &self.$field })*
        }
    };
}

/// Open to everybody, signed in or not.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Anyone(());

impl Permission for Anyone {
    type Subject = ();
    fn decide(_: Option<&Visitor>, (): &()) -> Option<Self> {
        Some(Self(()))
    }
}

token! {
    /// Any signed-in account, for what is its own.
    CanUseAccount {
        /// The session's account.
        account: AccountId,
    }
}
impl Permission for CanUseAccount {
    type Subject = ();
    fn decide(visitor: Option<&Visitor>, (): &()) -> Option<Self> {
        visitor.map(|v| Self { account: v.account })
    }
}

token! {
    /// Runs the installation: accounts, memberships, mail. Reads no answer text.
    CanAdministrate {
        /// The administrator's account.
        account: AccountId,
    }
}
impl Permission for CanAdministrate {
    type Subject = ();
    fn decide(visitor: Option<&Visitor>, (): &()) -> Option<Self> {
        visitor.filter(|v| v.administrator).map(|v| Self { account: v.account })
    }
}

token! {
    /// May create consultations for a presidency.
    CanCreateConsultation {
        /// The chair's account.
        account: AccountId,
        /// The States it presides for.
        presidencies: Vec<ParticipantCode>,
    }
}
impl Permission for CanCreateConsultation {
    type Subject = ();
    fn decide(visitor: Option<&Visitor>, (): &()) -> Option<Self> {
        let visitor = visitor?;
        let presidencies: Vec<_> = visitor
            .memberships
            .iter()
            .filter(|m| m.role == Role::Chair && m.consultation.is_none())
            .filter_map(|m| m.participant.clone())
            .collect();
        (!presidencies.is_empty()).then_some(Self { account: visitor.account, presidencies })
    }
}

token! {
    /// The chair of a consultation: sets up, invites, opens, extends, closes, issues the report.
    CanConduct {
        /// The chair's account.
        account: AccountId,
        /// The consultation.
        consultation: ConsultationId,
    }
}
impl Permission for CanConduct {
    type Subject = ConsultationSubject;
    fn decide(visitor: Option<&Visitor>, subject: &ConsultationSubject) -> Option<Self> {
        let visitor = visitor.filter(|v| v.is(subject.consultation, None, |r| r == Role::Chair))?;
        Some(Self { account: visitor.account, consultation: subject.consultation })
    }
}

token! {
    /// The presidency, chair or analyst: reads what was submitted, summarises.
    CanReview {
        /// The reader's account.
        account: AccountId,
        /// The consultation.
        consultation: ConsultationId,
    }
}
impl Permission for CanReview {
    type Subject = ConsultationSubject;
    fn decide(visitor: Option<&Visitor>, subject: &ConsultationSubject) -> Option<Self> {
        let visitor = visitor.filter(|v| v.is(subject.consultation, None, Role::is_presidency))?;
        Some(Self { account: visitor.account, consultation: subject.consultation })
    }
}

token! {
    /// Reads a consultation's letter, note and questions: its presidency, and its delegations once it is open.
    CanReadConsultation {
        /// The reader's account.
        account: AccountId,
        /// The consultation.
        consultation: ConsultationId,
    }
}
impl Permission for CanReadConsultation {
    type Subject = ConsultationSubject;
    fn decide(visitor: Option<&Visitor>, subject: &ConsultationSubject) -> Option<Self> {
        let visitor = visitor.filter(|v| {
            v.is(subject.consultation, None, |r| r.is_presidency() || (subject.opened && r.is_delegation()))
        })?;
        Some(Self { account: visitor.account, consultation: subject.consultation })
    }
}

token! {
    /// Reads a consultation's report: its presidency always, its delegations once it is issued.
    CanReadReport {
        /// The reader's account.
        account: AccountId,
        /// The consultation.
        consultation: ConsultationId,
        /// Whether the reader presides, and so sees the report before it is issued.
        presides: bool,
    }
}
impl Permission for CanReadReport {
    type Subject = ConsultationSubject;
    fn decide(visitor: Option<&Visitor>, subject: &ConsultationSubject) -> Option<Self> {
        let visitor = visitor?;
        let presides = visitor.is(subject.consultation, None, Role::is_presidency);
        let delegated = subject.reported && visitor.is(subject.consultation, None, Role::is_delegation);
        (presides || delegated).then_some(Self {
            account: visitor.account,
            consultation: subject.consultation,
            presides,
        })
    }
}

token! {
    /// Reads and writes its own delegation's response. Saving needs no open window: no text is lost to a deadline.
    CanEditResponse {
        /// The writer's account.
        account: AccountId,
        /// The response.
        response: ResponseId,
        /// Its consultation.
        consultation: ConsultationId,
        /// Its participant.
        participant: ParticipantCode,
        /// Whether the writer may also hand it over.
        may_submit: bool,
        /// Whether the writer manages the team.
        manages_team: bool,
    }
}
impl Permission for CanEditResponse {
    type Subject = ResponseSubject;
    fn decide(visitor: Option<&Visitor>, subject: &ResponseSubject) -> Option<Self> {
        let visitor = visitor.filter(|_| subject.opened)?;
        let is = |may: fn(Role) -> bool| visitor.is(subject.consultation, Some(&subject.participant), may);
        is(Role::is_delegation).then(|| Self {
            account: visitor.account,
            response: subject.response,
            consultation: subject.consultation,
            participant: subject.participant.clone(),
            may_submit: is(Role::may_submit),
            manages_team: is(|r| r == Role::FocalPoint),
        })
    }
}

token! {
    /// Hands over its own delegation's response: focal point or approver.
    CanSubmitResponse {
        /// The account that hands it over.
        account: AccountId,
        /// The response.
        response: ResponseId,
        /// Its consultation.
        consultation: ConsultationId,
        /// Its participant.
        participant: ParticipantCode,
    }
}
impl Permission for CanSubmitResponse {
    type Subject = ResponseSubject;
    fn decide(visitor: Option<&Visitor>, subject: &ResponseSubject) -> Option<Self> {
        let edit = CanEditResponse::decide(visitor, subject).filter(|edit| edit.may_submit)?;
        Some(Self {
            account: edit.account,
            response: edit.response,
            consultation: edit.consultation,
            participant: edit.participant,
        })
    }
}

token! {
    /// Manages its own delegation's team: the focal point.
    CanManageTeam {
        /// The focal point's account.
        account: AccountId,
        /// The response whose team it is.
        response: ResponseId,
        /// Its consultation.
        consultation: ConsultationId,
        /// Its participant.
        participant: ParticipantCode,
    }
}
impl Permission for CanManageTeam {
    type Subject = ResponseSubject;
    fn decide(visitor: Option<&Visitor>, subject: &ResponseSubject) -> Option<Self> {
        let edit = CanEditResponse::decide(visitor, subject).filter(|edit| edit.manages_team)?;
        Some(Self {
            account: edit.account,
            response: edit.response,
            consultation: edit.consultation,
            participant: edit.participant,
        })
    }
}

token! {
    /// Reads a submission with its receipt: the delegation that handed it over, and the presidency.
    CanReadSubmission {
        /// The reader's account.
        account: AccountId,
        /// The submission.
        submission: SubmissionId,
        /// Its consultation.
        consultation: ConsultationId,
        /// Whether the reader presides.
        presides: bool,
    }
}
impl Permission for CanReadSubmission {
    type Subject = SubmissionSubject;
    fn decide(visitor: Option<&Visitor>, subject: &SubmissionSubject) -> Option<Self> {
        let visitor = visitor?;
        let presides = visitor.is(subject.consultation, None, Role::is_presidency);
        let own = visitor.is(subject.consultation, Some(&subject.participant), Role::is_delegation);
        (presides || own).then_some(Self {
            account: visitor.account,
            submission: subject.submission,
            consultation: subject.consultation,
            presides,
        })
    }
}
