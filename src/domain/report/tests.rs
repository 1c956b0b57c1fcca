use std::collections::BTreeMap;

use chrono::TimeDelta;
use proptest::{prelude::*, sample::subsequence};
use sha2::{Digest, Sha256};

use super::*;
use crate::domain::text::AnswerText;

const GROUPS: [&str; 3] = ["african", "asia-pacific", "western-european-and-others"];

fn names(text: &str) -> Names {
    Language::ALL.into_iter().map(|language| (language, format!("{text} {language}"))).collect()
}

fn head() -> Head {
    Head {
        consultation: ConsultationId::new(),
        title: "Title".into(),
        language: Language::En,
        symbol: None,
        letter_date: None,
        presidency: Named { code: "ZAF".into(), names: names("ZAF") },
        seat: "America/New_York".into(),
        opened_at: None,
        closes_at: Some(DateTime::UNIX_EPOCH),
        groups_on: DateTime::UNIX_EPOCH.date_naive(),
        caveat: names("caveat"),
    }
}

fn question(position: usize) -> Question {
    Question {
        id: QuestionId::new(),
        position: i32::try_from(position).unwrap(),
        label: format!("({position})"),
        text: "Why?".into(),
        addressees: Vec::new(),
    }
}

type Drawn = (usize, Vec<&'static str>, Option<Vec<Option<(String, usize)>>>);

/// Kind, groups, and per question an answer or none; no list at all: has not submitted.
fn delegation(questions: usize) -> impl Strategy<Value = Drawn> {
    let answer = proptest::option::of((any::<String>(), 0..Language::ALL.len()));
    (
        0..Kind::ALL.len(),
        subsequence(GROUPS.to_vec(), 0..=2),
        proptest::option::of(proptest::collection::vec(answer, questions)),
    )
}

fn invited(at: usize, drawn: Drawn, questions: &[Question]) -> Invited {
    let (kind, groups, answers) = drawn;
    let received = answers.map(|answers| Received {
        submission: SubmissionId::new(),
        reference: format!("ref/{at}"),
        at: DateTime::UNIX_EPOCH + TimeDelta::minutes(i64::try_from(at).unwrap()),
        answers: questions
            .iter()
            .zip(answers)
            .filter_map(|(question, answer)| {
                answer.map(|(text, language)| ReceivedAnswer {
                    question: question.id,
                    words: u32::try_from(text.len()).unwrap(),
                    text,
                    language: Language::ALL[language],
                })
            })
            .collect(),
    });
    Invited {
        code: ParticipantCode::parse(&format!("P{at:03}")).unwrap(),
        kind: Kind::ALL[kind],
        names: names(&at.to_string()),
        groups: groups.into_iter().map(ToOwned::to_owned).collect(),
        received,
    }
}

fn summary(question: &Question, number: i32, text: &str) -> SummaryRevision {
    SummaryRevision {
        question: question.id,
        number,
        text: AnswerText::parse(text).unwrap().0,
        language: Language::Fr,
        author: "Somebody".into(),
        created_at: DateTime::UNIX_EPOCH,
    }
}

fn material() -> impl Strategy<Value = Material> {
    (1..5_usize).prop_flat_map(|count| (Just(count), proptest::collection::vec(delegation(count), 0..12))).prop_map(
        |(count, drawn)| {
            let questions: Vec<_> = (1..=count).map(question).collect();
            let summaries = questions.iter().skip(1).map(|question| summary(question, 1, "Summary")).collect();
            let invited =
                drawn.into_iter().enumerate().map(|(at, drawn)| invited(at, drawn, &questions)).collect::<Vec<_>>();
            let groups = GROUPS.map(|code| Named { code: code.into(), names: names(code) }).to_vec();
            Material { head: head(), groups, invited, questions, summaries }
        },
    )
}

proptest! {
    #[test]
    fn every_answer_stands_in_the_report_once_and_unaltered(material in material()) {
        let mut given = Vec::new();
        for invited in &material.invited {
            for answer in invited.received.iter().flat_map(|received| &received.answers) {
                given.push((answer.question, invited.code.clone(), answer.text.clone(), answer.language, answer.words));
            }
        }
        let report = compile(material, None).unwrap();
        let mut shown: Vec<_> = report
            .questions
            .iter()
            .flat_map(|question| question.answers.iter().map(move |answer| (question.id, answer)))
            .map(|(id, a)| (id, a.participant.clone(), a.text.clone(), a.language, a.words))
            .collect();
        given.sort_by_key(|answer| (answer.0, answer.1.clone()));
        shown.sort_by_key(|answer| (answer.0, answer.1.clone()));
        prop_assert_eq!(given, shown);
        for answer in report.questions.iter().flat_map(|question| &question.answers) {
            prop_assert!(report.respondent(&answer.participant).is_some());
        }
    }

    #[test]
    fn the_figures_add_up(material in material()) {
        let twice: BTreeMap<_, _> = material.invited.iter().map(|i| (i.code.clone(), i.groups.len().max(1))).collect();
        let invited = material.invited.len();
        let report = compile(material, None).unwrap();
        prop_assert_eq!(report.figures.total.invited as usize, invited);
        prop_assert_eq!(report.figures.total.delegations as usize, report.respondents.len());
        for (figures, who) in report
            .questions
            .iter()
            .map(|question| (&question.figures, question.answers.iter().map(|a| a.participant.clone()).collect::<Vec<_>>()))
        {
            prop_assert_eq!(figures.total.invited as usize, invited);
            prop_assert_eq!(figures.total.delegations as usize, who.len());
            prop_assert_eq!(figures.total.statements as usize, who.len());
            // whoever is in two groups stands in two rows, nobody stands in none
            let in_rows: usize = figures.rows.iter().map(|row| row.count.delegations as usize).sum();
            prop_assert_eq!(in_rows, who.iter().map(|code| twice[code]).sum::<usize>());
            prop_assert_eq!(figures.rows.iter().map(|r| r.count.invited as usize).sum::<usize>(), twice.values().sum::<usize>());
            for row in &figures.rows {
                prop_assert!(row.count.delegations <= row.count.invited && row.count.invited <= figures.total.invited);
            }
        }
    }

    #[test]
    fn the_order_is_total(material in material(), seed in any::<u64>()) {
        let mut other = material.clone();
        let mixed = |text: String| Sha256::digest(format!("{seed}{text}")).to_vec();
        other.invited.sort_by_key(|invited| mixed(invited.code.to_string()));
        for invited in &mut other.invited {
            invited.groups.reverse();
            if let Some(received) = &mut invited.received {
                received.answers.sort_by_key(|answer| mixed(answer.question.to_string()));
            }
        }
        other.questions.sort_by_key(|question| mixed(question.label.clone()));
        other.groups.reverse();
        other.summaries.reverse();
        let (one, other) = (compile(material, None).unwrap(), compile(other, None).unwrap());
        prop_assert_eq!(one.canonical().unwrap(), other.canonical().unwrap());
        prop_assert_eq!(one, other);
    }

    #[test]
    fn the_canonical_form_says_all(material in material()) {
        let issue = Issue { number: 1, at: DateTime::UNIX_EPOCH };
        let report = compile(material, Some(issue)).unwrap();
        let canonical = report.canonical().unwrap();
        prop_assert_eq!(&serde_json::from_str::<Report>(&canonical).unwrap(), &report);
        prop_assert!(canonical.contains(r#""version":1"#), "{}", canonical);
    }
}

#[test]
fn an_answer_to_nothing_asked_is_not_left_out_silently() {
    let asked = question(1);
    let drawn = (0, Vec::new(), Some(vec![Some(("Text".to_owned(), 0))]));
    let stray = invited(1, drawn, &[question(2)]);
    let submission = stray.received.as_ref().unwrap().submission;
    let material =
        Material { head: head(), groups: vec![], invited: vec![stray], questions: vec![asked], summaries: vec![] };
    assert_eq!(compile(material, None).unwrap_err().submission, submission);
}

#[test]
fn the_latest_summary_counts_and_a_blank_one_is_none() {
    let questions = vec![question(1), question(2)];
    let summaries =
        vec![summary(&questions[0], 2, "new"), summary(&questions[0], 1, "old"), summary(&questions[1], 3, " \n")];
    let material = Material { head: head(), groups: vec![], invited: vec![], questions, summaries };
    let report = compile(material, None).unwrap();
    assert_eq!(report.questions[0].summary.as_ref().unwrap().text, "new");
    assert_eq!(report.without_summary().map(|question| question.label.as_str()).collect::<Vec<_>>(), ["(2)"]);
}
