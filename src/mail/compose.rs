//! Puts the facts of a mail into words.

mod digest;

use super::{
    content::{Call, Content, OneTime, Receipt},
    letter::{Block, Foreign, Letter, Pair, Rendered},
    links::Links,
};
use crate::{domain::delegation::Role, locales::Locale};

/// A subject names at most so many characters of a title.
const TITLE_IN_SUBJECT: usize = 120;

/// Who reads the mail.
#[derive(Debug, Clone, Copy)]
pub struct Reader<'a> {
    /// Language and zone.
    pub l: Locale,
    /// The address it goes to.
    pub email: &'a str,
    /// Whether the installation holds the demonstration.
    pub demonstration: bool,
}

/// Renders a mail: subject, text part, HTML part.
pub fn render(content: &Content, reader: &Reader<'_>, links: &Links) -> Result<Rendered, askama::Error> {
    Writer { l: reader.l, links }.letter(content, reader).render(&reader.l)
}

/// Writes in one language.
struct Writer<'a> {
    l: Locale,
    links: &'a Links,
}

/// What differs from mail to mail.
struct Body {
    subject: String,
    heading: String,
    blocks: Vec<Block>,
}

impl Writer<'_> {
    fn letter(&self, content: &Content, reader: &Reader<'_>) -> Letter {
        let body = match content {
            Content::Activation { call, link } => self.activation(call.as_ref(), link.as_ref()),
            Content::PasswordReset { link } => self.password_reset(link),
            Content::PasswordChanged { at } => self.password_changed(self.l.moment(*at, self.l.time_zone)),
            Content::MembershipChanged { call, person, role, began } => {
                self.membership(call.as_ref(), person, *role, *began)
            }
            Content::Opened(call) => self.opened(call),
            Content::Extended { call, closes_at } => {
                self.extended(&Call { closes_at: Some(*closes_at), ..call.clone() })
            }
            Content::Closed(call) => self.closed(call),
            Content::Acknowledgement { call, receipt } => self.acknowledgement(call, receipt),
            Content::ReportIssued(call) => self.report_issued(call),
            Content::Digest { call, digest } => self.digest(call, digest),
        };
        let title = content.call().map(|call| Foreign { text: call.title.clone(), language: call.language });
        Letter {
            subject: body.subject,
            heading: body.heading,
            title,
            blocks: body.blocks,
            foot: self.foot(content.call(), reader),
        }
    }

    fn t(&self, key: &str) -> String {
        self.l.t(key).to_string()
    }

    fn plain(&self, key: &str) -> String {
        self.l.plain(key).to_string()
    }

    fn paragraph(&self, key: &str) -> Block {
        Block::Paragraph(self.t(key))
    }

    fn link(&self, key: &str, path: &str) -> Block {
        Block::Link(self.plain(key), self.links.to(path))
    }

    fn pair(&self, key: &str, value: impl Into<String>) -> Pair {
        Pair { name: self.plain(key), value: value.into(), exact: false }
    }

    fn exact(&self, key: &str, value: impl Into<String>) -> Pair {
        Pair { exact: true, ..self.pair(key, value) }
    }

    /// A subject that names a consultation.
    fn subject(&self, key: &str, call: &Call) -> String {
        self.l.plain(key).arg("title", shortened(&call.title)).to_string()
    }

    /// Who presides, and until when answers are taken, by the seat's clock and the reader's.
    fn about(&self, call: &Call, due: &'static str) -> Block {
        let mut pairs = vec![self.pair("mail-presidency", call.presidency.as_str())];
        if let Some(closes_at) = call.closes_at {
            let (seat, own) = self.l.deadline(closes_at, call.seat);
            pairs.push(self.pair(due, seat));
            pairs.extend(own.map(|own| self.pair("mail-own-time", own)));
        }
        Block::Pairs(pairs)
    }

    /// What the reader is in the consultation, and for whom.
    fn capacities(&self, call: &Call) -> Block {
        let pair = |(role, name): &(Role, String)| {
            // a comma has another shape in Arabic and Chinese
            self.pair("mail-membership-role", format!("{} · {name}", self.plain(role.message())))
        };
        Block::Pairs(call.capacities.iter().map(pair).collect())
    }

    /// A paragraph that names until when a one-time link works, and the link.
    fn one_time(&self, text: &'static str, name: &'static str, link: &OneTime) -> [Block; 2] {
        let until = self.l.moment(link.until, self.l.time_zone);
        [
            Block::Paragraph(self.l.t(text).arg("until", until).to_string()),
            self.link(name, &(self.links.paths.link)(link.token.expose())),
        ]
    }

    fn activation(&self, call: Option<&Call>, link: Option<&OneTime>) -> Body {
        let mut blocks = Vec::new();
        if let Some(call) = call {
            blocks.push(self.paragraph("mail-activation-consultation"));
            blocks.push(self.capacities(call));
            blocks.push(self.about(call, "mail-due"));
        } else {
            blocks.push(self.paragraph("mail-activation-installation"));
        }
        if let Some(link) = link {
            blocks.extend(self.one_time("mail-activation-choose", "mail-activation-link", link));
            blocks.push(self.paragraph("mail-activation-again"));
            blocks.push(self.link("mail-new-link", &(self.links.paths.forgotten_password)()));
        } else {
            blocks.push(self.paragraph("mail-activation-ready"));
            blocks.push(self.link("mail-sign-in", &(self.links.paths.sign_in)()));
        }
        let subject = match call {
            Some(call) => self.subject("mail-activation-subject", call),
            None => self.plain("mail-activation-subject-installation"),
        };
        Body { subject, heading: self.plain("mail-activation-heading"), blocks }
    }

    fn password_reset(&self, link: &OneTime) -> Body {
        let mut blocks = Vec::from(self.one_time("mail-reset-text", "mail-reset-link", link));
        blocks.push(self.paragraph("mail-reset-ignore"));
        let title = self.plain("mail-reset-subject");
        Body { subject: title.clone(), heading: title, blocks }
    }

    fn password_changed(&self, at: String) -> Body {
        let title = self.plain("mail-changed-subject");
        let blocks = vec![
            Block::Paragraph(self.l.t("mail-changed-text").arg("at", at).to_string()),
            self.paragraph("mail-changed-warning"),
            self.link("mail-new-link", &(self.links.paths.forgotten_password)()),
        ];
        Body { subject: title.clone(), heading: title, blocks }
    }

    fn membership(&self, call: Option<&Call>, person: &str, role: Role, began: bool) -> Body {
        let [subject, heading, text] = if began {
            ["mail-membership-began-subject", "mail-membership-began-heading", "mail-membership-began-text"]
        } else {
            ["mail-membership-ended-subject", "mail-membership-ended-heading", "mail-membership-ended-text"]
        };
        let mut pairs = vec![
            self.exact("mail-membership-person", person),
            self.pair("mail-membership-role", self.plain(role.message())),
        ];
        pairs.extend(call.map(|call| self.pair("mail-presidency", call.presidency.as_str())));
        let path = call.map_or_else(self.links.paths.start, |call| (self.links.paths.consultation)(call.id));
        let blocks = vec![
            self.paragraph(text),
            Block::Pairs(pairs),
            self.paragraph("mail-membership-unexpected"),
            self.link("mail-consultation-link", &path),
        ];
        Body {
            subject: self.l.plain(subject).arg("person", shortened(person)).to_string(),
            heading: self.plain(heading),
            blocks,
        }
    }

    fn opened(&self, call: &Call) -> Body {
        let blocks = vec![
            self.paragraph("mail-opened-text"),
            self.about(call, "mail-due"),
            self.link("mail-consultation-link", &(self.links.paths.consultation)(call.id)),
        ];
        Body { subject: self.subject("mail-opened-subject", call), heading: self.plain("mail-opened-heading"), blocks }
    }

    fn extended(&self, call: &Call) -> Body {
        let blocks = vec![
            self.paragraph("mail-extended-text"),
            self.about(call, "mail-due-now"),
            self.link("mail-consultation-link", &(self.links.paths.consultation)(call.id)),
        ];
        let subject = self.subject("mail-extended-subject", call);
        Body { subject, heading: self.plain("mail-extended-heading"), blocks }
    }

    fn closed(&self, call: &Call) -> Body {
        let blocks = vec![
            self.paragraph("mail-closed-text"),
            Block::Pairs(vec![self.pair("mail-presidency", call.presidency.as_str())]),
            self.link("mail-consultation-link", &(self.links.paths.consultation)(call.id)),
        ];
        Body { subject: self.subject("mail-closed-subject", call), heading: self.plain("mail-closed-heading"), blocks }
    }

    fn acknowledgement(&self, call: &Call, receipt: &Receipt) -> Body {
        let (seat, own) = self.l.deadline(receipt.received_at, call.seat);
        let mut pairs = vec![
            self.exact("mail-receipt-reference", receipt.reference.as_str()),
            self.pair("mail-receipt-delegation", receipt.delegation.as_str()),
            self.pair("mail-receipt-signatory", receipt.signatory.as_str()),
            self.pair("mail-receipt-time", seat),
        ];
        pairs.extend(own.map(|own| self.pair("mail-own-time", own)));
        pairs.push(self.exact("mail-receipt-hash", receipt.sha256.as_str()));
        let blocks = vec![
            self.paragraph("mail-receipt-text"),
            Block::Pairs(pairs),
            self.link("mail-receipt-link", &(self.links.paths.submission)(receipt.submission)),
            self.paragraph("mail-receipt-proof"),
        ];
        Body {
            subject: self.l.plain("mail-receipt-subject").arg("reference", &receipt.reference).to_string(),
            heading: self.plain("mail-receipt-heading"),
            blocks,
        }
    }

    fn report_issued(&self, call: &Call) -> Body {
        let blocks = vec![
            self.paragraph("mail-report-text"),
            Block::Pairs(vec![self.pair("mail-presidency", call.presidency.as_str())]),
            self.link("mail-report-link", &(self.links.paths.report)(call.id)),
        ];
        Body { subject: self.subject("mail-report-subject", call), heading: self.plain("mail-report-heading"), blocks }
    }

    /// Whom to ask, and why the mail came.
    fn foot(&self, call: Option<&Call>, reader: &Reader<'_>) -> Vec<String> {
        let mut foot = Vec::new();
        let contact = call.filter(|call| !call.contact_email.is_empty());
        if let Some(call) = contact {
            let who = if call.contact_name.is_empty() {
                call.contact_email.clone()
            } else {
                format!("{} <{}>", call.contact_name, call.contact_email)
            };
            foot.push(self.l.t("mail-foot-contact").arg("contact", who).to_string());
        }
        let sent = if contact.is_some() { "mail-foot-answers" } else { "mail-foot-automatic" };
        foot.push(self.l.t(sent).arg("email", reader.email).to_string());
        if reader.demonstration {
            foot.push(self.t("frame-demonstration.text"));
        }
        foot
    }
}

/// The first characters of a long name, cut between words where there is one.
fn shortened(name: &str) -> String {
    if name.chars().count() <= TITLE_IN_SUBJECT {
        return name.to_owned();
    }
    let cut: String = name.chars().take(TITLE_IN_SUBJECT).collect();
    let end = cut.rfind(' ').filter(|end| *end > cut.len() / 2).unwrap_or(cut.len());
    format!("{}…", cut[..end].trim_end_matches([' ', ',', ';', ':', '，', '、', '；', '،', '؛']))
}
