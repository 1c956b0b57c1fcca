//! Where the facts of each mail come from, at the moment of its delivery.

use chrono::{DateTime, Utc};
use sqlx::PgConnection;

use crate::{
    domain::{
        account::{Account, LinkPurpose},
        delegation::Role,
        digest::{Digest, Sources},
        ids::{ConsultationId, DigestId, SubmissionId},
        mail::Message,
    },
    locales::Locale,
    mail::content::{Call, Content, OneTime, Receipt},
    services::{Context, links},
    store,
};

/// For whom the facts are, and as of when.
pub(super) struct Facts<'a> {
    /// The reader.
    pub account: &'a Account,
    /// When the mail was written to the outbox.
    pub written_at: DateTime<Utc>,
    /// The reader's language and zone.
    pub l: Locale,
}

impl Facts<'_> {
    /// What the mail says; none when what it speaks of is gone.
    pub async fn of(
        &self,
        context: &Context,
        connection: &mut PgConnection,
        message: &Message,
    ) -> Result<Option<Content>, sqlx::Error> {
        let call = match message.consultation() {
            Some(id) => match self.call(connection, id).await? {
                Some(call) => Some(call),
                None => return Ok(None),
            },
            None => None,
        };
        Ok(match (message, call) {
            (Message::Activation { .. }, call) => {
                let link = match self.account.activated_at {
                    None => Some(self.link(context, LinkPurpose::Activation).await?),
                    Some(_) => None,
                };
                Some(Content::Activation { call, link })
            }
            (Message::PasswordReset, _) => {
                Some(Content::PasswordReset { link: self.link(context, LinkPurpose::PasswordReset).await? })
            }
            (Message::PasswordChanged, _) => Some(Content::PasswordChanged { at: self.written_at }),
            (Message::MembershipChanged { person, role, began, .. }, call) => Role::parse(role)
                .map(|role| Content::MembershipChanged { call, person: person.clone(), role, began: *began }),
            (Message::Opened { .. }, Some(call)) => Some(Content::Opened(call)),
            (Message::Extended { closes_at, .. }, Some(call)) => {
                Some(Content::Extended { call, closes_at: *closes_at })
            }
            (Message::Closed { .. }, Some(call)) => Some(Content::Closed(call)),
            (Message::ReportIssued { .. }, Some(call)) => Some(Content::ReportIssued(call)),
            (Message::Acknowledgement { submission, .. }, Some(call)) => {
                self.receipt(connection, *submission).await?.map(|receipt| Content::Acknowledgement { call, receipt })
            }
            (Message::Digest { digest, .. }, Some(call)) => {
                self.digest(connection, *digest, call.id).await?.map(|digest| Content::Digest { call, digest })
            }
            _ => None,
        })
    }

    async fn link(&self, context: &Context, purpose: LinkPurpose) -> Result<OneTime, sqlx::Error> {
        let until = context.clock.now() + purpose.lifetime();
        Ok(OneTime { token: links::issue(context.clone(), self.account.id, purpose).await?, until })
    }

    async fn call(&self, connection: &mut PgConnection, id: ConsultationId) -> Result<Option<Call>, sqlx::Error> {
        let Some(consultation) = store::consultations::get(connection, id).await? else { return Ok(None) };
        let name = store::participants::name(connection, &consultation.presidency, self.l.language).await?;
        let mut capacities = Vec::new();
        for membership in store::memberships::of_account(connection, self.account.id).await? {
            if membership.consultation == Some(id)
                && let Some(code) = membership.participant
            {
                let name = store::participants::name(connection, &code, self.l.language).await?;
                capacities.push((membership.role, name.unwrap_or_else(|| code.to_string())));
            }
        }
        Ok(Some(Call {
            id,
            title: consultation.title,
            language: consultation.language,
            presidency: name.unwrap_or_else(|| consultation.presidency.to_string()),
            seat: consultation.seat,
            closes_at: consultation.window.closes_at,
            contact_name: consultation.contact_name,
            contact_email: consultation.contact_email,
            capacities,
        }))
    }

    async fn receipt(
        &self,
        connection: &mut PgConnection,
        submission: SubmissionId,
    ) -> Result<Option<Receipt>, sqlx::Error> {
        let Some(row) = store::digests::receipt(connection, submission).await? else { return Ok(None) };
        let name = store::participants::name(connection, &row.participant, self.l.language).await?;
        Ok(Some(Receipt {
            submission,
            reference: row.reference,
            delegation: name.unwrap_or_else(|| row.participant.to_string()),
            // a comma has another shape in Arabic and Chinese
            signatory: format!("{} · {}", row.signatory_name, row.signatory_title),
            received_at: row.submitted_at,
            sha256: hex::encode(row.sha256),
        }))
    }

    /// A digest is computed for its period from what was submitted, so that the outbox holds identifiers alone.
    async fn digest(
        &self,
        connection: &mut PgConnection,
        id: DigestId,
        consultation: ConsultationId,
    ) -> Result<Option<Digest>, sqlx::Error> {
        let Some(period) = store::digests::period(connection, id, self.account.id).await? else { return Ok(None) };
        let Some(found) = store::consultations::get(connection, consultation).await? else { return Ok(None) };
        let language = self.l.language;
        let day = period.end.with_timezone(&found.seat).date_naive();
        let questions = store::questions::of_consultation(connection, consultation).await?;
        let received = store::digests::received(connection, consultation, period).await?;
        let invited = store::responses::of_consultation(connection, consultation).await?;
        let answered = store::digests::answered_by(connection, consultation, period.end).await?;
        let participants = store::participants::all(connection, language, day).await?;
        let mut groups = store::participants::groups(connection, language).await?;
        self.l.sort_by_name(&mut groups, |group| &group.name);
        let sources = Sources {
            window: found.window,
            questions: &questions,
            received: &received,
            invited: &invited.into_iter().map(|response| response.participant).collect::<Vec<_>>(),
            answered: &answered,
            participants: &participants,
            groups: &groups,
        };
        Ok(Some(Digest::compile(period, &sources, &|names| self.l.sort_by_name(names, |name| name))))
    }
}
