//! The report as a page to read and print. Once issued, everything on it comes from the frozen content.

use std::collections::BTreeMap;

use actix_web::{HttpResponse, web::Data};
use askama::Template;

use super::{part_name, sort_parts};
use crate::{
    domain::{
        access::CanReadReport,
        consultation::Phase,
        language::Language,
        markup,
        report::{
            Answer, Figures, QuestionReport, Report, Respondent,
            figures::{Count, parts},
        },
    },
    locales::Locale,
    services::reports::{self, ReportView},
    web::{
        State,
        error::Error,
        page::{self, Page},
        presidency::{conducts, shortened},
        request::Read,
        responses::answer::language_key,
        routes,
        tabs::Tabs,
    },
};

/// One row of figures.
struct FigureRow {
    name: String,
    delegations: String,
    statements: String,
    invited: String,
}

/// A table of figures.
struct Table {
    rows: Vec<FigureRow>,
    total: FigureRow,
}

/// Those of one group that answered.
struct Respondents {
    heading: String,
    names: String,
}

/// An answer in full.
struct AnswerView {
    name: String,
    facts: String,
    language: Language,
    html: String,
}

/// A summary.
struct SummaryView {
    language: Language,
    html: String,
}

/// One question.
struct QuestionView {
    position: i32,
    heading: String,
    label: String,
    short: String,
    text: String,
    delegations: String,
    table: Table,
    summary: Option<SummaryView>,
    answers: Vec<AnswerView>,
}

/// What only those who preside see above the report.
struct Desk {
    preview: bool,
    may_issue: bool,
    issue: String,
    without_summary: Vec<(String, String)>,
}

#[derive(Template)]
#[template(path = "pages/reports/report.html")]
struct ReportPage {
    page: Page,
    tabs: Tabs,
    desk: Option<Desk>,
    consultation: String,
    title: String,
    language: Language,
    meta: String,
    caveat: String,
    pairs: Vec<(&'static str, String)>,
    sha256: Option<String>,
    groups_on: String,
    twice: Option<String>,
    respondents: Vec<Respondents>,
    table: Table,
    questions: Vec<QuestionView>,
}

/// The report.
pub async fn show(read: Read<CanReadReport>, state: Data<State>) -> Result<HttpResponse, Error> {
    let Read { access, page, request } = read;
    let (id, presides) = (*access.consultation(), *access.presides());
    let view = state.run(reports::view(state.services.clone(), access)).await?;
    let desk = presides.then(|| Desk::of(&view, conducts(&request, id)));
    page::ok(&ReportPage::of(page, Tabs::of_visitor(&request, id), desk, view))
}

impl Desk {
    fn of(view: &ReportView, chairs: bool) -> Self {
        let id = view.report.head.consultation;
        Self {
            preview: view.report.issue.is_none(),
            may_issue: chairs && view.report.issue.is_none() && view.phase == Phase::Closed,
            issue: routes::report_issue(id),
            without_summary: view
                .report
                .without_summary()
                .map(|question| (routes::reading(id, question.id), question.label.clone()))
                .collect(),
        }
    }
}

/// What the parts of the page need of the whole.
struct Reader<'a> {
    l: Locale,
    report: &'a Report,
    groups: BTreeMap<String, String>,
}

impl ReportPage {
    fn of(page: Page, tabs: Tabs, desk: Option<Desk>, view: ReportView) -> Self {
        let report = &view.report;
        let (l, head) = (page.l, &report.head);
        let groups = report.groups.iter().map(|g| (g.code.clone(), g.name(l.language).to_owned())).collect();
        let reader = Reader { l, report, groups };
        Self {
            desk,
            consultation: routes::consultation(head.consultation),
            title: head.title.clone(),
            language: head.language,
            meta: reader.meta(),
            caveat: head.caveat.get(&l.language).cloned().unwrap_or_default(),
            pairs: reader.pairs(),
            groups_on: l.date(head.groups_on),
            twice: reader.counted_twice(),
            respondents: reader.respondents(),
            table: reader.table(&report.figures),
            questions: report.questions.iter().map(|question| reader.question(question)).collect(),
            sha256: view.sha256,
            tabs,
            page,
        }
    }
}

impl Reader<'_> {
    fn meta(&self) -> String {
        match &self.report.issue {
            Some(issue) => {
                let at = self.l.moment(issue.at, self.report.head.seat());
                self.l.t("reports-issued").arg("time", at).to_string()
            }
            None => self.l.t("reports-not-issued").to_string(),
        }
    }

    fn pairs(&self) -> Vec<(&'static str, String)> {
        let (l, head) = (&self.l, &self.report.head);
        let mut pairs = vec![("reports-presidency", head.presidency.name(l.language).to_owned())];
        let note = match (&head.symbol, head.letter_date) {
            (Some(symbol), Some(day)) => {
                Some(l.t("reports-note-of").arg("symbol", symbol.as_str()).arg("day", l.date(day)).to_string())
            }
            (Some(symbol), None) => Some(symbol.clone()),
            (None, Some(day)) => Some(l.t("reports-note-letter").arg("day", l.date(day)).to_string()),
            (None, None) => None,
        };
        pairs.extend(note.map(|note| ("reports-note", note)));
        if let (Some(from), Some(to)) = (head.opened_at, head.closes_at) {
            let (from, to) = (l.moment(from, head.seat()), l.moment(to, head.seat()));
            pairs.push(("reports-window", l.t("reports-from-to").arg("from", from).arg("to", to).to_string()));
        }
        let total = self.report.figures.total;
        pairs.push(("reports-invited", l.number(total.invited.into())));
        pairs.push(("reports-delegations-answered", l.number(total.delegations.into())));
        pairs.push(("reports-statements-received", l.number(total.statements.into())));
        pairs
    }

    fn name<'a>(&self, respondent: &'a Respondent) -> &'a str {
        respondent.named.name(self.l.language)
    }

    /// Who is counted in two groups, if anybody is.
    fn counted_twice(&self) -> Option<String> {
        let twice = self.report.respondents.iter().filter(|respondent| respondent.groups.len() > 1);
        let mut names: Vec<_> = twice.map(|respondent| self.name(respondent).to_owned()).collect();
        self.l.sort_by_name(&mut names, |name| name);
        (!names.is_empty()).then(|| self.l.t("reports-counted-twice").arg("names", self.l.list(&names)).to_string())
    }

    /// The delegations that answered, under each of their groups.
    fn respondents(&self) -> Vec<Respondents> {
        let mut by_part: BTreeMap<_, Vec<String>> = BTreeMap::new();
        for respondent in &self.report.respondents {
            for part in parts(respondent.kind, &respondent.groups) {
                by_part.entry(part).or_default().push(self.name(respondent).to_owned());
            }
        }
        let named = |part| part_name(&self.l, part, &self.groups);
        let mut rows: Vec<_> = by_part.iter().map(|(part, names)| (named(part), part, names.clone())).collect();
        sort_parts(&self.l, &mut rows, |(name, part, _)| (name, part));
        rows.into_iter()
            .map(|(name, _, mut names)| {
                self.l.sort_by_name(&mut names, |name| name);
                Respondents {
                    heading: self.l.t("reports-group-count").arg("group", name).arg("count", names.len()).to_string(),
                    names: self.l.list(&names),
                }
            })
            .collect()
    }

    fn row(&self, name: String, count: Count) -> FigureRow {
        FigureRow {
            name,
            delegations: self.l.number(count.delegations.into()),
            statements: self.l.number(count.statements.into()),
            invited: self.l.number(count.invited.into()),
        }
    }

    fn table(&self, figures: &Figures) -> Table {
        let mut rows: Vec<_> =
            figures.rows.iter().map(|row| (part_name(&self.l, &row.part, &self.groups), row)).collect();
        sort_parts(&self.l, &mut rows, |(name, row)| (name, &row.part));
        Table {
            rows: rows.into_iter().map(|(name, row)| self.row(name, row.count)).collect(),
            total: self.row(self.l.t("reports-all").to_string(), figures.total),
        }
    }

    fn question(&self, question: &QuestionReport) -> QuestionView {
        let count = question.figures.total.delegations;
        let mut answers: Vec<_> = question
            .answers
            .iter()
            .filter_map(|answer| Some((self.report.respondent(&answer.participant)?, answer)))
            .collect();
        self.l.sort_by_name(&mut answers, |(respondent, _)| self.name(respondent));
        QuestionView {
            position: question.position,
            heading: self.l.t("reports-question").arg("label", question.label.as_str()).to_string(),
            label: question.label.clone(),
            short: shortened(&question.text),
            text: question.text.clone(),
            delegations: self.l.t("reports-delegations").arg("count", count).to_string(),
            table: self.table(&question.figures),
            summary: question.summary.as_ref().map(|summary| SummaryView {
                language: summary.language,
                html: markup::to_html(&summary.text, &format!("s{}-", question.position)),
            }),
            answers: answers.into_iter().map(|(who, answer)| self.answer(question, who, answer)).collect(),
        }
    }

    fn answer(&self, question: &QuestionReport, who: &Respondent, answer: &Answer) -> AnswerView {
        let received = who.received_at.with_timezone(&self.report.head.seat()).date_naive();
        AnswerView {
            name: self.name(who).to_owned(),
            facts: self
                .l
                .t("reports-answer-facts")
                .arg("language", self.l.capitalised(language_key(answer.language)))
                .arg("words", self.l.plain("common-words").arg("count", answer.words))
                .arg("day", self.l.date(received))
                .to_string(),
            language: answer.language,
            html: markup::to_html(&answer.text, &format!("a{}-{}-", question.position, answer.participant)),
        }
    }
}
