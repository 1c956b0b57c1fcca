//! A consultation: its window, and the state that follows from it.

use chrono::{DateTime, Utc};
use chrono_tz::Tz;

use super::{
    ids::{ConsultationId, QuestionId},
    language::Language,
    participant::ParticipantCode,
};

/// When answers may be handed over.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Window {
    /// When the chair opened it; none while it is being prepared.
    pub opened_at: Option<DateTime<Utc>>,
    /// The deadline; the instant itself is too late.
    pub closes_at: Option<DateTime<Utc>>,
    /// When the chair closed it by hand, before the deadline.
    pub closed_at: Option<DateTime<Utc>>,
}

/// Where a consultation stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Phase {
    /// The chair is setting it up; nobody else sees it.
    Preparation,
    /// Answers may be handed over.
    Open,
    /// The deadline has passed, or the chair has closed it.
    Closed,
}

impl Window {
    /// The phase at `now`.
    #[must_use]
    pub fn phase(&self, now: DateTime<Utc>) -> Phase {
        match self.opened_at {
            None => Phase::Preparation,
            Some(_) if self.closed_at.is_some() || self.closes_at.is_none_or(|end| end <= now) => Phase::Closed,
            Some(_) => Phase::Open,
        }
    }

    /// When it closed or will close: the earlier of the chair's closing and the deadline.
    #[must_use]
    pub fn end(&self) -> Option<DateTime<Utc>> {
        match (self.closed_at, self.closes_at) {
            (Some(closed), Some(deadline)) => Some(closed.min(deadline)),
            (closed, deadline) => closed.or(deadline),
        }
    }
}

/// A consultation without its note: what lists and heads of pages need.
#[derive(Debug, Clone, PartialEq)]
pub struct Consultation {
    /// Its identifier.
    pub id: ConsultationId,
    /// Its title: the note's own heading, unless the chair changed it.
    pub title: String,
    /// The State that presides.
    pub presidency: ParticipantCode,
    /// The seat's time zone; deadlines are local to it.
    pub seat: Tz,
    /// The language of the note and its questions.
    pub language: Language,
    /// When answers are taken.
    pub window: Window,
    /// Words an answer should not exceed; it warns and never blocks.
    pub word_limit: Option<u32>,
    /// The presidency's contact: a name.
    pub contact_name: String,
    /// The presidency's contact: an address.
    pub contact_email: String,
    /// Counts the chair's changes: a form says which version it started from.
    pub version: i32,
}

/// One guiding question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Question {
    /// Its identifier.
    pub id: QuestionId,
    /// Its place in the note's order, from 1.
    pub position: i32,
    /// Its label as the note writes it: `(a)`, `1.`.
    pub label: String,
    /// Its text, sub-questions included.
    pub text: String,
    /// Whom it is addressed to; empty means everybody.
    pub addressees: Vec<ParticipantCode>,
}

impl Question {
    /// Whether the question is put to that participant; others may answer it all the same.
    #[must_use]
    pub fn is_addressed_to(&self, participant: &ParticipantCode) -> bool {
        self.addressees.is_empty() || self.addressees.contains(participant)
    }
}

#[cfg(test)]
mod tests {
    use chrono::TimeDelta;

    use super::*;

    #[test]
    fn the_deadline_itself_is_too_late_and_closing_is_final() {
        let start = DateTime::UNIX_EPOCH;
        let end = start + TimeDelta::days(7);
        let mut window = Window { opened_at: Some(start), closes_at: Some(end), closed_at: None };
        assert_eq!(window.phase(end - TimeDelta::microseconds(1)), Phase::Open);
        assert_eq!(window.phase(end), Phase::Closed);
        window.closed_at = Some(start + TimeDelta::days(1));
        assert_eq!(window.phase(start + TimeDelta::days(1)), Phase::Closed);
        assert_eq!(window.end(), window.closed_at);
        assert_eq!(Window::default().phase(end), Phase::Preparation);
    }
}
