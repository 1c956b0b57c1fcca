//! The board: who has answered, who is at it, who is missing. States only, never a word of a draft.

use std::collections::BTreeMap;

use actix_web::{HttpResponse, web::Data};
use askama::Template;

use super::{Clock, conducts, phase_tag, shortened};
use crate::{
    domain::{
        access::CanReview,
        consultation::Phase,
        participant::{Kind, Participant},
        report::figures::parts,
    },
    locales::Locale,
    services::review::{self, Board, Delegation, Presided, Progress, QuestionState},
    web::{
        State,
        error::Error,
        page::{self, Page},
        reports::{part_name, sort_parts},
        request::Read,
        routes,
        tabs::Tabs,
    },
};

/// Which delegations are listed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Filter {
    All,
    Submitted,
    InPreparation,
    Missing,
}

impl Filter {
    const ALL: [(Self, &'static str, &'static str); 4] = [
        (Self::All, "all", "presidency-show-all"),
        (Self::Submitted, "submitted", "presidency-show-submitted"),
        (Self::InPreparation, "in-preparation", "presidency-show-in-preparation"),
        (Self::Missing, "missing", "presidency-show-missing"),
    ];

    fn parse(name: Option<&str>) -> Self {
        Self::ALL.into_iter().find(|(_, known, _)| Some(*known) == name).map_or(Self::All, |(filter, ..)| filter)
    }

    fn shows(self, progress: Progress) -> bool {
        match self {
            Self::All => true,
            Self::Submitted => progress == Progress::Submitted,
            Self::InPreparation => progress == Progress::InPreparation,
            Self::Missing => progress != Progress::Submitted,
        }
    }
}

/// One delegation's row.
struct Row {
    name: String,
    text: Option<String>,
    receipt: Option<String>,
    state: &'static str,
    class: &'static str,
    groups: String,
    received: String,
    answers: String,
    words: String,
}

/// One group's bar.
struct Bar {
    name: String,
    percent: String,
    figure: String,
}

/// One question's row.
struct QuestionRow {
    path: String,
    label: String,
    short: String,
    answers: String,
    summarised: bool,
}

/// What the presidency can do next.
struct Next {
    text: String,
    link: Option<(String, String)>,
}

#[derive(Template)]
#[template(path = "pages/presidency/board.html")]
struct BoardPage {
    page: Page,
    tabs: Tabs,
    presided: Presided,
    phase: (&'static str, &'static str),
    clock: Option<Clock>,
    next: Next,
    empty: bool,
    invites: Option<String>,
    figures: Vec<(&'static str, String)>,
    bars: Vec<Bar>,
    groups_on: String,
    twice: Option<String>,
    questions: Vec<QuestionRow>,
    filters: Vec<(String, String, bool)>,
    received_label: String,
    rows: Vec<Row>,
}

/// The board.
pub async fn show(read: Read<CanReview>, state: Data<State>) -> Result<HttpResponse, Error> {
    let Read { access, page, request } = read;
    let (context, language) = (state.services.clone(), page.l.language);
    let work = async move { review::board(context, access, language).await.map_err(Error::from) };
    let board = state.run(work).await?.ok_or(Error::NotFound)?;
    let id = board.presided.consultation.id;
    let filter = Filter::parse(page::query(&request, "show").as_deref());
    let chairs = conducts(&request, id);
    page::ok(&BoardPage::of(page, Tabs::of_visitor(&request, id), board, filter, chairs))
}

impl BoardPage {
    fn of(page: Page, tabs: Tabs, mut board: Board, filter: Filter, chairs: bool) -> Self {
        let l = page.l;
        l.sort_by_name(&mut board.delegations, |delegation| &delegation.participant.name);
        let groups: BTreeMap<_, _> = board.groups.iter().map(|g| (g.code.clone(), g.name.clone())).collect();
        let consultation = &board.presided.consultation;
        let listed = board.delegations.iter().filter(|delegation| filter.shows(delegation.progress));
        let invites = (chairs && board.delegations.is_empty()).then(|| routes::participants(consultation.id));
        Self {
            tabs,
            phase: phase_tag(&board.presided),
            clock: Clock::of(&l, &board.presided),
            next: next(&l, &board, chairs),
            empty: board.delegations.is_empty(),
            invites,
            figures: figures(&l, &board),
            bars: bars(&l, &board, &groups),
            groups_on: l.date(board.groups_on),
            twice: counted_twice(&l, board.delegations.iter().map(|delegation| &delegation.participant)),
            questions: board.questions.iter().map(|state| question_row(&l, &board.presided, state)).collect(),
            filters: filters(&l, &board, filter),
            received_label: l.t("presidency-column-received").arg("place", l.zone_name(consultation.seat)).to_string(),
            rows: listed.map(|delegation| row(&l, &board, &groups, delegation)).collect(),
            presided: board.presided,
            page,
        }
    }
}

fn figures(l: &Locale, board: &Board) -> Vec<(&'static str, String)> {
    let number = |progress| board.delegations.iter().filter(|d| d.progress == progress).count();
    let show = |n: usize| l.number(i64::try_from(n).unwrap_or(i64::MAX));
    vec![
        ("presidency-figure-invited", show(board.delegations.len())),
        ("presidency-figure-submitted", show(number(Progress::Submitted))),
        ("presidency-figure-statements", l.number(board.figures.total.statements.into())),
        ("presidency-figure-in-preparation", show(number(Progress::InPreparation))),
        ("presidency-figure-not-begun", show(number(Progress::NotBegun))),
    ]
}

fn bars(l: &Locale, board: &Board, groups: &BTreeMap<String, String>) -> Vec<Bar> {
    let mut rows: Vec<_> = board.figures.rows.iter().map(|row| (part_name(l, &row.part, groups), row)).collect();
    sort_parts(l, &mut rows, |(name, row)| (name, &row.part));
    rows.into_iter()
        .map(|(name, row)| Bar {
            name,
            // a point in every language: it is an attribute, not text
            percent: format!("{:.1}", 100.0 * f64::from(row.count.delegations) / f64::from(row.count.invited.max(1))),
            figure: l
                .t("presidency-of")
                .arg("count", l.number(row.count.delegations.into()))
                .arg("all", l.number(row.count.invited.into()))
                .to_string(),
        })
        .collect()
}

/// Says who is in two groups, if anybody is.
fn counted_twice<'a>(l: &Locale, participants: impl Iterator<Item = &'a Participant>) -> Option<String> {
    let names: Vec<_> = participants.filter(|p| p.groups.len() > 1).map(|p| p.name.clone()).collect();
    (!names.is_empty()).then(|| l.t("presidency-counted-twice").arg("names", l.list(&names)).to_string())
}

fn question_row(l: &Locale, presided: &Presided, state: &QuestionState) -> QuestionRow {
    QuestionRow {
        path: routes::reading(presided.consultation.id, state.question.id),
        label: state.question.label.clone(),
        short: shortened(&state.question.text),
        answers: l.number(state.answers),
        summarised: state.summarised,
    }
}

fn filters(l: &Locale, board: &Board, chosen: Filter) -> Vec<(String, String, bool)> {
    let path = routes::board(board.presided.consultation.id);
    Filter::ALL
        .into_iter()
        .map(|(filter, name, key)| {
            let count = board.delegations.iter().filter(|delegation| filter.shows(delegation.progress)).count();
            (format!("{path}?show={name}#delegations"), l.t(key).arg("count", count).to_string(), filter == chosen)
        })
        .collect()
}

fn row(l: &Locale, board: &Board, groups: &BTreeMap<String, String>, delegation: &Delegation) -> Row {
    let (state, class) = match delegation.progress {
        Progress::NotBegun => ("presidency-state-not-begun", "tag"),
        Progress::InPreparation => ("presidency-state-in-preparation", "tag tag-part"),
        Progress::Submitted => ("presidency-state-submitted", "tag tag-done"),
    };
    let participant = &delegation.participant;
    let of: Vec<_> = match participant.groups.as_slice() {
        [] if participant.kind == Kind::MemberState => Vec::new(),
        groups_of => parts(participant.kind, groups_of).iter().map(|part| part_name(l, part, groups)).collect(),
    };
    let submission = delegation.submission.as_ref();
    let number = |n: fn(&crate::store::submitted_answers::SubmissionEntry) -> i64| {
        submission.map(|submission| l.number(n(submission))).unwrap_or_default()
    };
    Row {
        name: participant.name.clone(),
        text: submission.map(|submission| routes::submission_text(submission.id)),
        receipt: submission.map(|submission| routes::submission(submission.id)),
        state,
        class,
        groups: l.list(&of),
        received: submission
            .map(|submission| l.day_and_time(submission.submitted_at, board.presided.consultation.seat))
            .unwrap_or_default(),
        answers: submission
            .map(|submission| {
                let all = i64::try_from(board.questions.len()).unwrap_or(i64::MAX);
                let (count, all) = (l.number(submission.answers), l.number(all));
                l.t("presidency-of").arg("count", count).arg("all", all).to_string()
            })
            .unwrap_or_default(),
        words: number(|submission| submission.words),
    }
}

/// What to do next: read while answers come in, summarise, issue the report once the window is closed.
fn next(l: &Locale, board: &Board, chairs: bool) -> Next {
    let presided = &board.presided;
    let id = presided.consultation.id;
    let say = |key: &str| l.t(key).to_string();
    let on = |key: &str, state: &QuestionState| {
        let text = l.t(key).arg("label", state.question.label.as_str()).to_string();
        Some((routes::reading(id, state.question.id), text))
    };
    let received = board.figures.total.delegations > 0;
    let unsummarised = board.questions.iter().find(|state| state.answers > 0 && !state.summarised);
    match presided.phase {
        _ if presided.issued_at.is_some() => Next {
            text: say("presidency-next-issued"),
            link: Some((routes::report(id), say("presidency-next-read-report"))),
        },
        Phase::Preparation if chairs => Next {
            text: say("presidency-next-prepare"),
            link: Some((routes::settings(id), say("presidency-next-settings"))),
        },
        Phase::Preparation => Next { text: say("presidency-next-wait-opening"), link: None },
        Phase::Open if !received => Next { text: say("presidency-next-wait"), link: None },
        Phase::Open => Next {
            text: say("presidency-next-read"),
            link: board.questions.first().and_then(|state| on("presidency-next-read-question", state)),
        },
        Phase::Closed => match unsummarised {
            Some(state) => {
                Next { text: say("presidency-next-summarise"), link: on("presidency-next-summarise-question", state) }
            }
            None if chairs => Next {
                text: say("presidency-next-issue"),
                link: Some((routes::report_issue(id), say("presidency-next-issue-report"))),
            },
            None => Next {
                text: say("presidency-next-chair-issues"),
                link: Some((routes::report(id), say("presidency-next-read-report"))),
            },
        },
    }
}
