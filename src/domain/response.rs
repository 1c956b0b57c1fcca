//! A response in preparation: its answers, and the law by which they are saved.
//!
//! The law: every text ever posted is the current one, stands in a revision, or goes back to its writer. The last writer never
//! overwrites silently; what a writer did not touch is not written again.

use chrono::{DateTime, Utc};

use super::{
    ids::{AccountId, QuestionId},
    language::Language,
    text::AnswerText,
};

/// One saved text of an answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Revision {
    /// The question answered.
    pub question: QuestionId,
    /// Its number within response and question, from 1.
    pub number: i32,
    /// The text.
    pub text: AnswerText,
    /// The language it is written in.
    pub language: Language,
    /// Its words, as counted when it was saved.
    pub words: usize,
    /// Who saved it.
    pub author: AccountId,
    /// The name of who saved it.
    pub author_name: String,
    /// When it was saved.
    pub at: DateTime<Utc>,
}

/// What a form says of one answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft {
    /// The question answered.
    pub question: QuestionId,
    /// The number of the revision the writer started from; 0 for none.
    pub base: i32,
    /// The text.
    pub text: AnswerText,
    /// The language chosen.
    pub language: Language,
}

/// What becomes of a draft.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// It says what is saved already, or what the writer was shown: nothing is written.
    Unchanged,
    /// It becomes the revision of that number.
    Save(i32),
    /// Somebody else saved another text since the writer began: both texts go back to the writer.
    Conflict,
}

impl Draft {
    fn says_the_same_as(&self, revision: Option<&Revision>) -> bool {
        match revision {
            // an empty field was never an answer, whatever language stands beside it
            None => self.text.as_str().is_empty(),
            Some(revision) => self.text == revision.text && self.language == revision.language,
        }
    }

    /// What becomes of it, given the newest revision and the one its writer started from (none where there is none).
    #[must_use]
    pub fn judge(&self, current: Option<&Revision>, base: Option<&Revision>) -> Verdict {
        let current_number = current.map_or(0, |revision| revision.number);
        let knows_its_base = self.base == 0 || base.is_some();
        if self.says_the_same_as(current) || (knows_its_base && self.says_the_same_as(base)) {
            Verdict::Unchanged
        } else if self.base == current_number {
            Verdict::Save(current_number + 1)
        } else {
            Verdict::Conflict
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn text(text: &str) -> AnswerText {
        AnswerText::parse(text).unwrap().0
    }

    fn revision(question: QuestionId, number: i32, words: &str, language: Language) -> Revision {
        Revision {
            question,
            number,
            text: text(words),
            language,
            words: 1,
            author: AccountId::new(),
            author_name: String::new(),
            at: DateTime::UNIX_EPOCH,
        }
    }

    #[test]
    fn what_was_not_touched_is_neither_written_nor_in_conflict() {
        let question = QuestionId::new();
        let first = revision(question, 1, "one", Language::En);
        let second = revision(question, 2, "two", Language::En);
        let draft = |base, words: &str, language| Draft { question, base, text: text(words), language };
        let shown_first = draft(1, "one", Language::En);
        assert_eq!(shown_first.judge(Some(&second), Some(&first)), Verdict::Unchanged);
        assert_eq!(draft(0, "", Language::Fr).judge(Some(&second), None), Verdict::Unchanged);
        assert_eq!(draft(0, "two", Language::En).judge(Some(&second), None), Verdict::Unchanged);
        assert_eq!(draft(1, "one", Language::Fr).judge(Some(&second), Some(&first)), Verdict::Conflict);
        assert_eq!(draft(1, "three", Language::En).judge(Some(&second), Some(&first)), Verdict::Conflict);
        assert_eq!(draft(2, "two", Language::Fr).judge(Some(&second), Some(&second)), Verdict::Save(3));
        assert_eq!(draft(2, "", Language::En).judge(Some(&second), Some(&second)), Verdict::Save(3));
        // a number that never was: nobody can have been shown it
        assert_eq!(draft(7, "", Language::En).judge(Some(&second), None), Verdict::Conflict);
        assert_eq!(draft(7, "x", Language::En).judge(None, None), Verdict::Conflict);
    }

    proptest! {
        /// Writers start from any revision that ever was and post anything, in any order.
        #[test]
        fn every_text_posted_is_kept_or_given_back(
            posts in prop::collection::vec((0usize..6, "[ab]{0,2}", any::<bool>()), 1..40),
        ) {
            let question = QuestionId::new();
            let mut revisions: Vec<Revision> = Vec::new();
            for (age, words, french) in posts {
                let base = revisions.len().saturating_sub(age);
                let draft = Draft {
                    question,
                    base: i32::try_from(base).unwrap(),
                    text: text(&words),
                    language: if french { Language::Fr } else { Language::En },
                };
                let before = revisions.clone();
                let found = base.checked_sub(1).map(|index| &before[index]);
                match draft.judge(before.last(), found) {
                    Verdict::Unchanged => {
                        let kept = before.iter().any(|r| r.text == draft.text && r.language == draft.language);
                        prop_assert!(kept || draft.text.as_str().is_empty());
                    }
                    Verdict::Save(number) => {
                        // nobody wrote in between, so nothing unseen is covered up
                        prop_assert_eq!(base, before.len());
                        prop_assert_eq!(usize::try_from(number).unwrap(), before.len() + 1);
                        revisions.push(revision(question, number, &words, draft.language));
                    }
                    Verdict::Conflict => prop_assert!(base < before.len()),
                }
                prop_assert_eq!(&revisions[..before.len()], &before[..]);
            }
        }
    }
}
