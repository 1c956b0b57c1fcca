//! A mail in the form that travels: headers, a text part and an HTML part.

use chrono::{DateTime, Utc};
use lettre::{
    Message,
    message::{
        Body, Mailbox, MultiPart, SinglePart,
        header::{ContentTransferEncoding, ContentType, Header, HeaderName, HeaderValue},
    },
};

use super::letter::Rendered;
use crate::domain::{ids::MailId, language::Language};

macro_rules! header {
    ($(#[$doc:meta])* $name:ident = $text:literal) => {
        $(#[$doc])*
        #[derive(Clone)]
        struct $name(String);

        impl Header for $name {
            fn name() -> HeaderName {
                HeaderName::new_from_ascii_str($text)
            }
            fn parse(text: &str) -> Result<Self, Box<dyn std::error::Error + Send + Sync>> {
                Ok(Self(text.to_owned()))
            }
            fn display(&self) -> HeaderValue {
                HeaderValue::new(Self::name(), self.0.clone())
            }
        }
    };
}

header! {
    /// Says that no person wrote it, so that no absence note answers it (RFC 3834, 5).
    AutoSubmitted = "Auto-Submitted"
}
header! {
    /// The language of both parts (RFC 3282).
    ContentLanguage = "Content-Language"
}

/// A mail with its two ends.
#[derive(Debug, Clone)]
pub struct Addressed {
    /// Its identifier: names its Message-ID, so that a copy can be told.
    pub id: MailId,
    /// From whom.
    pub from: Mailbox,
    /// To whom.
    pub to: Mailbox,
    /// Where answers go, if not to the sender.
    pub reply_to: Option<Mailbox>,
    /// When it is sent.
    pub date: DateTime<Utc>,
    /// The reader's language.
    pub language: Language,
}

impl Addressed {
    /// Puts the mail together.
    pub fn message(&self, rendered: Rendered) -> Result<Message, lettre::error::Error> {
        let domain = self.from.email.domain();
        let mut builder = Message::builder()
            .message_id(Some(format!("<{}@{domain}>", self.id)))
            .date(self.date.into())
            .from(self.from.clone())
            .to(self.to.clone())
            .subject(rendered.subject)
            .header(AutoSubmitted("auto-generated".to_owned()))
            .header(ContentLanguage(self.language.tag().to_owned()));
        if let Some(reply_to) = &self.reply_to {
            builder = builder.reply_to(reply_to.clone());
        }
        builder.multipart(
            MultiPart::alternative()
                .singlepart(part(ContentType::TEXT_PLAIN, rendered.text))
                .singlepart(part(ContentType::TEXT_HTML, rendered.html)),
        )
    }
}

/// Quoted-printable keeps every line within 76 signs and the Latin ones readable as they are.
fn part(kind: ContentType, text: String) -> SinglePart {
    let encoding = ContentTransferEncoding::QuotedPrintable;
    let body = Body::new_with_encoding(text.clone(), encoding).unwrap_or_else(|_| Body::new(text)); // every text can be quoted-printable
    SinglePart::builder().header(kind).body(body)
}
