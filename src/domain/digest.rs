//! A digest: what is new since the last one, by question and delegation; who is missing; how long there is left.

use std::collections::BTreeSet;

use chrono::{DateTime, NaiveDateTime, TimeDelta, Utc};
use chrono_tz::Tz;

use super::{
    consultation::{Question, Window},
    ids::QuestionId,
    participant::{Kind, Participant, ParticipantCode, RegionalGroup},
};

/// The hour of the seat's clock at which digests are written.
pub const HOUR: u32 = 8;

/// A stretch of time: its start is not in it (the last digest had it), its end is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Period {
    /// The last digest's end, or the opening.
    pub start: DateTime<Utc>,
    /// When the digest was written.
    pub end: DateTime<Utc>,
}

/// A submission received in the period.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Received {
    /// Whose.
    pub participant: ParticipantCode,
    /// The questions it answers.
    pub questions: Vec<QuestionId>,
}

/// What a digest tells, its names in the reader's language and order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Digest {
    /// What it covers.
    pub period: Period,
    /// Delegations whose responses were received.
    pub received: Vec<String>,
    /// The questions that were answered, in the note's order.
    pub questions: Vec<Answered>,
    /// Who has not answered yet, by regional group, then by kind for those in no group.
    pub missing: Vec<Missing>,
    /// How many delegations have not answered yet; one in two groups counts once.
    pub missing_count: usize,
    /// How many are invited.
    pub invited_count: usize,
    /// Whole days until the deadline; none when it has passed.
    pub days_left: Option<i64>,
}

/// A question with new answers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answered {
    /// Which.
    pub question: QuestionId,
    /// Its label.
    pub label: String,
    /// Its text.
    pub text: String,
    /// Who answered it.
    pub delegations: Vec<String>,
}

/// Those of one group who have not answered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Missing {
    /// Which group.
    pub group: Group,
    /// Their names.
    pub delegations: Vec<String>,
}

/// A group of participants: a regional one by its name, or a kind for those in no regional group.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Group {
    /// A regional group.
    Regional(String),
    /// The participants of a kind that are in no regional group.
    Kind(Kind),
}

/// What a digest is made of.
#[derive(Debug, Clone)]
pub struct Sources<'a> {
    /// The consultation's window.
    pub window: Window,
    /// Its questions in order.
    pub questions: &'a [Question],
    /// What was received in the period.
    pub received: &'a [Received],
    /// Who is invited.
    pub invited: &'a [ParticipantCode],
    /// Who had answered by the period's end.
    pub answered: &'a BTreeSet<ParticipantCode>,
    /// All participants, named for the reader.
    pub participants: &'a [Participant],
    /// The regional groups, in the reader's order.
    pub groups: &'a [RegionalGroup],
}

impl Digest {
    /// Puts a digest together; `sort` brings names into the alphabetical order of the reader's language.
    #[must_use]
    pub fn compile(period: Period, sources: &Sources<'_>, sort: &dyn Fn(&mut [String])) -> Self {
        let names = |wanted: &dyn Fn(&Participant) -> bool| {
            let mut names: Vec<String> =
                sources.participants.iter().filter(|p| wanted(p)).map(|p| p.name.clone()).collect();
            sort(&mut names);
            names
        };
        let answering = |question: QuestionId, code: &ParticipantCode| {
            sources.received.iter().any(|r| r.participant == *code && r.questions.contains(&question))
        };
        let questions = sources.questions.iter().map(|question| Answered {
            question: question.id,
            label: question.label.clone(),
            text: question.text.clone(),
            delegations: names(&|p| answering(question.id, &p.code)),
        });
        let invited: BTreeSet<_> = sources.invited.iter().collect();
        let is_missing = |p: &Participant| invited.contains(&p.code) && !sources.answered.contains(&p.code);
        let regional = sources.groups.iter().map(|group| Missing {
            group: Group::Regional(group.name.clone()),
            delegations: names(&|p| is_missing(p) && p.groups.contains(&group.code)),
        });
        let others = Kind::ALL.into_iter().map(|kind| Missing {
            group: Group::Kind(kind),
            delegations: names(&|p| is_missing(p) && p.groups.is_empty() && p.kind == kind),
        });
        Self {
            period,
            received: names(&|p| sources.received.iter().any(|r| r.participant == p.code)),
            questions: questions.filter(|question| !question.delegations.is_empty()).collect(),
            missing: regional.chain(others).filter(|missing| !missing.delegations.is_empty()).collect(),
            missing_count: sources.participants.iter().filter(|p| is_missing(p)).count(),
            invited_count: invited.len(),
            days_left: sources.window.end().filter(|end| *end > period.end).map(|end| (end - period.end).num_days()),
        }
    }
}

/// Whether the daily run of the day that `now` falls on in the seat's zone is due: its hour has come, and the consultation was
/// open by then. Compared by the wall clock, so that a day on which clocks change has its run too.
#[must_use]
pub fn run_is_due(now: DateTime<Utc>, opened_at: DateTime<Utc>, seat: Tz) -> bool {
    let wall = |at: DateTime<Utc>| -> NaiveDateTime { at.with_timezone(&seat).naive_local() };
    let hour = wall(now).date().and_time(chrono::NaiveTime::MIN) + TimeDelta::hours(HOUR.into());
    wall(now) >= hour && wall(opened_at) <= hour
}

#[cfg(test)]
mod tests {
    use super::*;

    fn code(text: &str) -> ParticipantCode {
        ParticipantCode::parse(text).unwrap()
    }

    fn participant(name: &str, groups: &[&str], kind: Kind) -> Participant {
        Participant {
            code: code(&name.to_uppercase()),
            kind,
            name: name.to_owned(),
            groups: groups.iter().map(ToString::to_string).collect(),
        }
    }

    #[test]
    fn it_tells_what_is_new_and_who_is_missing() {
        let (a, b) = (QuestionId::new(), QuestionId::new());
        let question = |id, label: &str| Question {
            id,
            position: 1,
            label: label.to_owned(),
            text: format!("Text of {label}"),
            addressees: Vec::new(),
        };
        let participants = [
            participant("Zed", &["one"], Kind::MemberState),
            participant("Abe", &["one", "two"], Kind::MemberState),
            participant("Mid", &["two"], Kind::MemberState),
            participant("Org", &[], Kind::RegionalOrganization),
            participant("Out", &["one"], Kind::MemberState),
        ];
        let group = |code: &str| RegionalGroup { code: code.to_owned(), name: format!("Group {code}") };
        let start = DateTime::UNIX_EPOCH;
        let period = Period { start, end: start + TimeDelta::days(1) };
        let window = Window { opened_at: Some(start), closes_at: Some(start + TimeDelta::hours(80)), closed_at: None };
        let sources = Sources {
            window,
            questions: &[question(a, "(a)"), question(b, "(b)")],
            received: &[
                Received { participant: code("ZED"), questions: vec![b] },
                Received { participant: code("ZED"), questions: vec![b] },
                Received { participant: code("MID"), questions: vec![b] },
            ],
            invited: &["ZED", "ABE", "MID", "ORG"].map(code),
            answered: &BTreeSet::from(["ZED", "MID"].map(code)),
            participants: &participants,
            groups: &[group("one"), group("two")],
        };
        let digest = Digest::compile(period, &sources, &|names| names.sort());
        assert_eq!(digest.received, ["Mid", "Zed"]);
        assert_eq!(digest.questions.len(), 1);
        assert_eq!((digest.questions[0].question, &digest.questions[0].delegations), (b, &digest.received));
        let missing: Vec<_> = digest.missing.iter().map(|m| (m.group.clone(), m.delegations.join(" "))).collect();
        assert_eq!(
            missing,
            [
                (Group::Regional("Group one".to_owned()), "Abe".to_owned()),
                (Group::Regional("Group two".to_owned()), "Abe".to_owned()),
                (Group::Kind(Kind::RegionalOrganization), "Org".to_owned()),
            ]
        );
        assert_eq!((digest.missing_count, digest.invited_count, digest.days_left), (2, 4, Some(2)));
    }

    #[test]
    fn runs_are_due_at_eight_by_the_seat() {
        let seat = Tz::America__New_York;
        let at = |text: &str| text.parse::<DateTime<Utc>>().unwrap();
        let opened = at("2026-11-20T15:00:00Z");
        assert!(!run_is_due(at("2026-11-24T12:59:59Z"), opened, seat));
        assert!(run_is_due(at("2026-11-24T13:00:00Z"), opened, seat));
        assert!(run_is_due(at("2026-11-25T04:59:00Z"), opened, seat));
        assert!(!run_is_due(at("2026-11-25T05:00:00Z"), opened, seat), "a new day, before eight");
        assert!(!run_is_due(at("2026-11-20T22:00:00Z"), opened, seat), "opened after that day's eight o'clock");
        assert!(run_is_due(at("2026-07-01T12:00:00Z"), at("2026-06-01T12:00:00Z"), seat), "summer time");
    }
}
