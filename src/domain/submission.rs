//! A submission: a response frozen and handed over with the questions as they were, its canonical content and its receipt.
//!
//! The content is JSON in the canonical form of RFC 8785; the receipt's SHA-256 is computed over its bytes. Anybody who holds the
//! content can compute it again.

use std::fmt;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::{
    ids::{AccountId, ConsultationId, QuestionId, ResponseId, SubmissionId},
    language::Language,
    participant::ParticipantCode,
    text::AnswerText,
};

/// The version of the content's shape.
pub const VERSION: u32 = 1;

/// Crockford's base 32: without I, L, O and U, which are misread.
const DIGITS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/// A reference number that people can read out: `RP-7K2M-0Q9X`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Reference(String);

impl Reference {
    /// The reference made of the lowest 40 bits of `random`.
    #[must_use]
    pub fn new(random: u64) -> Self {
        let digit = |place: u32| char::from(DIGITS[usize::try_from(random >> (5 * place) & 31).unwrap_or(0)]);
        let group = |from: u32| (from..from + 4).rev().map(digit).collect::<String>();
        Self(format!("RP-{}-{}", group(4), group(0)))
    }

    /// A stored reference.
    #[must_use]
    pub fn stored(text: String) -> Self {
        Self(text)
    }

    /// The reference as written.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Reference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Who signs for the delegation: the Permanent Representative or the Chargé d'affaires a.i., not who typed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Signatory {
    /// The name.
    pub name: String,
    /// The office.
    pub title: String,
}

/// All that is handed over, as it was at that moment.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Content {
    /// [`VERSION`].
    pub version: u32,
    /// To which call.
    pub consultation: ContentConsultation,
    /// By whom.
    pub participant: ContentParticipant,
    /// The questions as shown, in their order.
    pub questions: Vec<ContentQuestion>,
    /// The answers given; a question left open has none.
    pub answers: Vec<ContentAnswer>,
    /// Who signs.
    pub signatory: Signatory,
    /// When it was received, to the microsecond: `2026-12-11T22:59:59.123456Z`.
    pub submitted_at: String,
    /// 1 for the first submission of a response.
    pub number: i32,
    /// The receipt's reference.
    pub reference: Reference,
}

/// The consultation of a [`Content`].
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ContentConsultation {
    /// Its identifier.
    pub id: ConsultationId,
    /// Its title.
    pub title: String,
}

/// The participant of a [`Content`].
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ContentParticipant {
    /// Its code.
    pub code: ParticipantCode,
    /// Its English name.
    pub name: String,
}

/// A question as it was shown.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ContentQuestion {
    /// Its identifier.
    pub id: QuestionId,
    /// Its label.
    pub label: String,
    /// Its text.
    pub text: String,
    /// Codes of those it is addressed to; empty means everybody.
    pub addressed: Vec<ParticipantCode>,
}

/// An answer as it was given.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ContentAnswer {
    /// The question.
    pub question: QuestionId,
    /// The language it is written in.
    pub language: Language,
    /// The text.
    pub text: AnswerText,
}

/// A content's canonical text and its hash.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sealed {
    /// RFC 8785.
    pub canonical: String,
    /// SHA-256 of its UTF-8 bytes.
    pub sha256: [u8; 32],
}

impl Content {
    /// The canonical text and its hash.
    ///
    /// # Errors
    /// None with these types: all their values have a JSON form.
    pub fn seal(&self) -> Result<Sealed, serde_json::Error> {
        let canonical = serde_json_canonicalizer::to_string(self)?;
        let sha256 = Sha256::digest(canonical.as_bytes()).into();
        Ok(Sealed { canonical, sha256 })
    }

    /// The answer to a question, if one was given.
    #[must_use]
    pub fn answer(&self, question: QuestionId) -> Option<&ContentAnswer> {
        self.answers.iter().find(|answer| answer.question == question)
    }
}

/// A submission as stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Submission {
    /// Its identifier.
    pub id: SubmissionId,
    /// Of which response.
    pub response: ResponseId,
    /// To which consultation.
    pub consultation: ConsultationId,
    /// By whom.
    pub participant: ParticipantCode,
    /// 1 for the first of its response.
    pub number: i32,
    /// The receipt's reference.
    pub reference: Reference,
    /// What was handed over, canonical.
    pub canonical: String,
    /// SHA-256 of it.
    pub sha256: Vec<u8>,
    /// Who signed.
    pub signatory: Signatory,
    /// The account that handed it over.
    pub submitted_by: AccountId,
    /// When, by the database's clock.
    pub submitted_at: DateTime<Utc>,
    /// Its link of the consultation's audit chain.
    pub chain_position: i64,
}

impl Submission {
    /// What was handed over, read from the canonical text.
    ///
    /// # Errors
    /// When the stored text is not of this shape.
    pub fn content(&self) -> Result<Content, serde_json::Error> {
        serde_json::from_str(&self.canonical)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn content(text: &str) -> Content {
        let question = QuestionId::from(uuid::Uuid::from_u128(7));
        Content {
            version: VERSION,
            consultation: ContentConsultation {
                id: ConsultationId::from(uuid::Uuid::from_u128(1)),
                title: "Title – “é”".into(),
            },
            participant: ContentParticipant { code: ParticipantCode::parse("CRI").unwrap(), name: "Costa Rica".into() },
            questions: vec![ContentQuestion {
                id: question,
                label: "(a)".into(),
                text: "How?".into(),
                addressed: vec![],
            }],
            answers: vec![ContentAnswer { question, language: Language::Es, text: AnswerText::parse(text).unwrap().0 }],
            signatory: Signatory { name: "N".into(), title: "T".into() },
            submitted_at: "2026-12-11T22:59:59.123456Z".into(),
            number: 1,
            reference: Reference::new(0),
        }
    }

    #[test]
    fn the_canonical_form_is_that_of_the_standard() {
        let sealed = content("line\nand \"quote\" \u{200f}€").seal().unwrap();
        // RFC 8785, 3.2: keys in order, no white space, only what must be escaped is
        assert_eq!(
            sealed.canonical,
            concat!(
                r#"{"answers":[{"language":"es","question":"00000000-0000-0000-0000-000000000007","#,
                "\"text\":\"line\\nand \\\"quote\\\" \u{200f}€\"}],",
                r#""consultation":{"id":"00000000-0000-0000-0000-000000000001","title":"Title – “é”"},"number":1,"#,
                r#""participant":{"code":"CRI","name":"Costa Rica"},"#,
                r#""questions":[{"addressed":[],"id":"00000000-0000-0000-0000-000000000007","label":"(a)","text":"How?"}],"#,
                r#""reference":"RP-0000-0000","signatory":{"name":"N","title":"T"},"#,
                r#""submitted_at":"2026-12-11T22:59:59.123456Z","version":1}"#
            )
        );
        assert_eq!(sealed.sha256.as_slice(), Sha256::digest(sealed.canonical.as_bytes()).as_slice());
    }

    #[test]
    fn references_use_the_digits_that_are_not_misread() {
        assert_eq!(Reference::new(0x00FF_FFFF_FFFF).as_str(), "RP-ZZZZ-ZZZZ");
        assert_eq!(Reference::new(u64::MAX), Reference::new(0x00FF_FFFF_FFFF));
        assert_eq!(Reference::new(33).as_str(), "RP-0000-0011");
    }

    proptest! {
        #[test]
        fn what_is_sealed_is_read_back_and_sealed_again_the_same(text in any::<String>()) {
            let content = content(&text);
            let sealed = content.seal().unwrap();
            let again: Content = serde_json::from_str(&sealed.canonical).unwrap();
            prop_assert_eq!(&again, &content);
            prop_assert_eq!(again.seal().unwrap(), sealed);
        }

        #[test]
        fn another_text_has_another_hash(one in "[a-c]{0,3}", other in "[a-c]{0,3}") {
            let same = content(&one).seal().unwrap().sha256 == content(&other).seal().unwrap().sha256;
            prop_assert_eq!(same, one == other);
        }
    }
}
