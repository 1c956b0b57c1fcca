//! Issuing the report: what is missing is said first; what is issued stays.

use actix_web::{HttpResponse, http::StatusCode, web::Data};
use askama::Template;

use crate::{
    domain::{access::CanConduct, consultation::Phase, language::Language},
    services::reports::{self, IssueReportError, ReportView},
    web::{
        State,
        error::Error,
        form::Empty,
        page::{self, Page, see_other_with},
        request::{Read, Write},
        routes,
    },
};

#[derive(Template)]
#[template(path = "pages/reports/issue.html")]
struct IssuePage {
    page: Page,
    report: String,
    here: String,
    title: String,
    language: Language,
    refused: Option<&'static str>,
    issued: Option<String>,
    open: Option<String>,
    pairs: Vec<(&'static str, String)>,
    warnings: Vec<String>,
}

/// Asks for confirmation.
pub async fn show(read: Read<CanConduct>, state: Data<State>) -> Result<HttpResponse, Error> {
    let view = state.run(reports::prospect(state.services.clone(), read.access)).await?;
    page::ok(&IssuePage::of(read.page, &view, None))
}

/// Issues the report.
pub async fn create(write: Write<CanConduct, Empty>, state: Data<State>) -> Result<HttpResponse, Error> {
    let Write { access, page, .. } = write;
    let id = *access.consultation();
    let refused = match state.run(reports::issue(state.services.clone(), access.clone())).await {
        Ok(()) => return Ok(see_other_with(routes::report(id), "report-issued")),
        Err(IssueReportError::NotClosed) => "reports-refused-open",
        Err(IssueReportError::Issued) => "reports-refused-issued",
        Err(error) => return Err(error.into()),
    };
    let view = state.run(reports::prospect(state.services.clone(), access)).await?;
    page::render(StatusCode::CONFLICT, &IssuePage::of(page, &view, Some(refused)))
}

impl IssuePage {
    fn of(page: Page, view: &ReportView, refused: Option<&'static str>) -> Self {
        let (l, report) = (page.l, &view.report);
        let moment = |at| l.moment(at, report.head.seat());
        let closes = report.head.closes_at.map(moment);
        Self {
            report: routes::report(report.head.consultation),
            here: routes::report_issue(report.head.consultation),
            title: report.head.title.clone(),
            language: report.head.language,
            issued: report
                .issue
                .as_ref()
                .map(|issue| l.t("reports-was-issued").arg("time", moment(issue.at)).to_string()),
            open: match (view.phase, &closes) {
                (Phase::Closed, _) => None,
                (Phase::Open, Some(time)) => Some(l.t("reports-still-open").arg("time", time.as_str()).to_string()),
                _ => Some(l.t("reports-not-opened").to_string()),
            },
            pairs: pairs(&page, view, closes),
            warnings: warnings(&page, view),
            refused,
            page,
        }
    }

    fn title_key(&self) -> &'static str {
        if self.refused.is_none() { "common-page-title" } else { "common-page-title-with-error" }
    }
}

fn pairs(page: &Page, view: &ReportView, closes: Option<String>) -> Vec<(&'static str, String)> {
    let (l, report) = (page.l, &view.report);
    let total = report.figures.total;
    let count = |n: usize| l.number(i64::try_from(n).unwrap_or(i64::MAX));
    let summaries = report.questions.len() - report.without_summary().count();
    let of = l.t("reports-count-of").arg("count", count(summaries)).arg("all", count(report.questions.len()));
    let mut pairs = vec![
        ("reports-invited", l.number(total.invited.into())),
        ("reports-delegations-answered", l.number(total.delegations.into())),
        ("reports-statements-received", l.number(total.statements.into())),
        ("reports-summaries", of.to_string()),
    ];
    let label = if view.phase == Phase::Closed { "reports-closed" } else { "reports-closes" };
    pairs.extend(closes.map(|time| (label, time)));
    pairs
}

/// What is missing: none of it keeps the report back.
fn warnings(page: &Page, view: &ReportView) -> Vec<String> {
    let (l, report) = (page.l, &view.report);
    let mut warnings = Vec::new();
    if report.figures.total.delegations == 0 {
        warnings.push(l.t("reports-nobody-answered").to_string());
    }
    let unsummarised: Vec<_> = report.without_summary().map(|question| question.label.clone()).collect();
    if !unsummarised.is_empty() {
        warnings.push(l.t("reports-missing-summaries").arg("questions", l.list(&unsummarised)).to_string());
    }
    let unanswered: Vec<_> = report
        .questions
        .iter()
        .filter(|question| question.answers.is_empty())
        .map(|question| question.label.clone())
        .collect();
    if !unanswered.is_empty() {
        warnings.push(l.t("reports-missing-answers").arg("questions", l.list(&unanswered)).to_string());
    }
    warnings
}
