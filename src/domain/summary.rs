//! The presidency's own text a question: revisions, and what becomes of a text that is saved.

use chrono::{DateTime, Utc};

use super::{ids::QuestionId, language::Language, text::AnswerText};

/// One saved text of a summary.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SummaryRevision {
    /// Of which question.
    pub question: QuestionId,
    /// Its number, from 1.
    pub number: i32,
    /// The text: `CommonMark`. Blank means that the summary was taken back.
    pub text: AnswerText,
    /// Its language.
    pub language: Language,
    /// Who saved it: the account's name.
    pub author: String,
    /// When.
    pub created_at: DateTime<Utc>,
}

/// A text to be saved, and what it started from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SummaryDraft {
    /// The number of the revision its writer had before them; 0 for none.
    pub base: i32,
    /// The text.
    pub text: AnswerText,
    /// Its language.
    pub language: Language,
}

/// What becomes of a draft.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// It says what is saved already: no revision.
    Unchanged,
    /// It becomes the revision of that number.
    Revision(i32),
    /// Somebody saved another text since it was begun.
    Conflict,
}

impl SummaryDraft {
    /// What becomes of this draft, `latest` being saved.
    #[must_use]
    pub fn onto(&self, latest: Option<&SummaryRevision>) -> Outcome {
        let (number, same) = match latest {
            Some(latest) => (latest.number, latest.text == self.text && latest.language == self.language),
            None => (0, self.text.is_blank()),
        };
        if same {
            Outcome::Unchanged
        } else if self.base == number {
            Outcome::Revision(number + 1)
        } else {
            Outcome::Conflict
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(text: &str) -> AnswerText {
        AnswerText::parse(text).unwrap().0
    }

    fn draft(base: i32, said: &str) -> SummaryDraft {
        SummaryDraft { base, text: text(said), language: Language::En }
    }

    fn saved(number: i32, said: &str) -> SummaryRevision {
        SummaryRevision {
            question: QuestionId::new(),
            number,
            text: text(said),
            language: Language::En,
            author: String::new(),
            created_at: DateTime::UNIX_EPOCH,
        }
    }

    #[test]
    fn a_text_follows_what_it_started_from() {
        assert_eq!(draft(0, "one").onto(None), Outcome::Revision(1));
        assert_eq!(draft(1, "two").onto(Some(&saved(1, "one"))), Outcome::Revision(2));
        assert_eq!(draft(1, "").onto(Some(&saved(1, "one"))), Outcome::Revision(2));
    }

    #[test]
    fn the_same_text_makes_no_revision_and_no_conflict() {
        assert_eq!(draft(0, " \n").onto(None), Outcome::Unchanged);
        assert_eq!(draft(2, "one").onto(Some(&saved(2, "one"))), Outcome::Unchanged);
        assert_eq!(draft(0, "one").onto(Some(&saved(2, "one"))), Outcome::Unchanged);
        let french = SummaryDraft { language: Language::Fr, ..draft(2, "one") };
        assert_eq!(french.onto(Some(&saved(2, "one"))), Outcome::Revision(3));
    }

    #[test]
    fn another_text_since_is_a_conflict() {
        assert_eq!(draft(0, "mine").onto(Some(&saved(1, "theirs"))), Outcome::Conflict);
        assert_eq!(draft(1, "").onto(Some(&saved(2, "theirs"))), Outcome::Conflict);
        assert_eq!(draft(7, "mine").onto(Some(&saved(2, "theirs"))), Outcome::Conflict);
        assert_eq!(draft(7, "mine").onto(None), Outcome::Conflict);
    }
}
