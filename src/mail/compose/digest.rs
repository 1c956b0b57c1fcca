//! A digest in words.

use super::{Body, Writer, shortened};
use crate::{
    domain::{
        digest::{Digest, Group},
        participant::Kind,
    },
    mail::{
        content::Call,
        letter::{Block, Foreign},
    },
};

impl Writer<'_> {
    pub(super) fn digest(&self, call: &Call, digest: &Digest) -> Body {
        let count = digest.received.len();
        let moment = |at| self.l.moment(at, call.seat);
        let period = self
            .l
            .t("digest-period")
            .arg("start", moment(digest.period.start))
            .arg("end", moment(digest.period.end))
            .to_string();
        let mut pairs = Vec::new();
        if let Some(closes_at) = call.closes_at {
            let (seat, own) = self.l.deadline(closes_at, call.seat);
            pairs.push(self.pair("mail-due", seat));
            pairs.extend(own.map(|own| self.pair("mail-own-time", own)));
        }
        let left = match digest.days_left {
            Some(days) => Block::Paragraph(self.l.t("common-days-left").arg("days", days).to_string()),
            None => self.paragraph("digest-closed"),
        };
        let mut blocks = vec![Block::Paragraph(period), Block::Pairs(pairs), left];
        blocks.push(self.link("digest-board-link", &(self.links.paths.board)(call.id)));
        blocks.push(Block::Heading(self.plain("digest-received")));
        blocks.push(Block::Paragraph(self.l.list(&digest.received)));
        if !digest.questions.is_empty() {
            blocks.push(Block::Heading(self.plain("digest-questions")));
        }
        blocks.extend(self.questions(call, digest));
        blocks.extend(self.missing(digest));
        Body {
            subject: self
                .l
                .plain("digest-subject")
                .arg("count", count)
                .arg("title", shortened(&call.title))
                .to_string(),
            heading: self.l.plain("digest-heading").arg("count", count).to_string(),
            blocks,
        }
    }

    fn questions(&self, call: &Call, digest: &Digest) -> Vec<Block> {
        let block = |question: &crate::domain::digest::Answered| Block::Question {
            label: question.label.clone(),
            text: Foreign { text: shortened(&question.text.replace('\n', " ")), language: call.language },
            names: self.l.list(&question.delegations),
            link: self.l.plain("digest-question-link").arg("label", &question.label).to_string(),
            url: self.links.to(&(self.links.paths.reading)(call.id, question.question)),
        };
        digest.questions.iter().map(block).collect()
    }

    fn missing(&self, digest: &Digest) -> Vec<Block> {
        if digest.missing.is_empty() {
            return vec![self.paragraph("digest-nobody-missing")];
        }
        let heading = self
            .l
            .plain("digest-missing")
            .arg("missing", digest.missing_count)
            .arg("invited", digest.invited_count)
            .to_string();
        let group = |group: &Group| match group {
            Group::Regional(name) => name.clone(),
            Group::Kind(kind) => self.plain(kind_message(*kind)),
        };
        std::iter::once(Block::Heading(heading))
            .chain(digest.missing.iter().map(|m| Block::Names(group(&m.group), self.l.list(&m.delegations))))
            .collect()
    }
}

const fn kind_message(kind: Kind) -> &'static str {
    match kind {
        Kind::MemberState => "kind-member-state.plural",
        Kind::ObserverState => "kind-observer-state.plural",
        Kind::RegionalOrganization => "kind-regional-organization.plural",
        Kind::OtherEntity => "kind-other-entity.plural",
    }
}
