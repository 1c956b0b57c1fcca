//! The guiding questions: worded, ordered and addressed before the opening; only addressed after it.

use std::collections::HashSet;

use actix_web::{HttpResponse, http::StatusCode, web::Data};
use askama::Template;

use super::{
    Difference, Head,
    head::{Loaded, load},
    note_view::RegionView,
    question_items::{Act, Choices, Item, Items, QUESTION_TEXT, Removed, Undivided, choices},
    state::{Refusal, refused},
};
use crate::{
    domain::{
        access::CanConduct,
        consultation::{Phase, Question},
        delegation::Role,
        participant::{Participant, ParticipantCode},
    },
    services::consultations::questions::{self, QuestionsError},
    store,
    web::{
        State,
        error::Error,
        fields::{Fields, Malformed},
        form::{FieldError, Form, FormErrors, Written},
        page::{self, Page, see_other_with},
        request::{Read, Write},
        routes,
        tabs::Tabs,
    },
};

#[derive(Template)]
#[template(path = "pages/preparation/questions.html")]
struct QuestionsPage {
    page: Page,
    head: Head,
    tabs: Tabs,
    errors: FormErrors,
    differences: Vec<Difference>,
    version: i32,
    all: Items,
    items: Vec<Item>,
    removed: Vec<Removed>,
    /// What labelling all in order is called.
    relabelling: String,
    /// What a button did.
    said: String,
    choices: Choices,
    /// No note stands beside the questions here.
    regions: Vec<RegionView>,
    words_lang: &'static str,
    words_dir: &'static str,
    words_fixed: bool,
    reported: bool,
    action: String,
    changed: bool,
}

impl QuestionsPage {
    fn of(page: Page, loaded: Loaded, participants: Vec<Participant>, all: Items) -> Self {
        let id = loaded.consultation.id;
        let mut errors = FormErrors::default();
        all.doubt(page.l, &mut errors);
        Self {
            tabs: Tabs::of(id, Role::Chair),
            errors,
            differences: Vec::new(),
            version: loaded.consultation.version,
            items: all.shown(),
            removed: all.removed().to_vec(),
            relabelling: all.relabelling(page.l),
            said: String::new(),
            all,
            choices: choices(page.l, participants),
            regions: Vec::new(),
            words_lang: loaded.head.lang,
            words_dir: loaded.head.dir,
            words_fixed: loaded.phase != Phase::Preparation,
            reported: loaded.reported,
            action: routes::questions(id),
            changed: false,
            head: loaded.head,
            page,
        }
    }

    fn title_key(&self) -> &'static str {
        let fine = self.errors.is_empty() && self.differences.is_empty();
        if fine { "common-page-title" } else { "common-page-title-with-error" }
    }

    fn summary(&self) -> Vec<(String, String)> {
        let l = self.page.l;
        let entry = |error: &FieldError| {
            let name = self.all.name_of(l, &error.field).unwrap_or_default();
            let text = l.t("error-summary-item").arg("field", name).arg("message", error.text(&l));
            (error.field.clone(), text.to_string())
        };
        self.errors.all().iter().map(entry).collect()
    }
}

async fn stored(state: &State, page: &Page, access: &CanConduct) -> Result<(Vec<Question>, Vec<Participant>), Error> {
    let (id, language, day) = (*access.consultation(), page.l.language, state.services.clock.now().date_naive());
    let read = state.services.database.read(access.account().into(), move |c| {
        Box::pin(async move {
            let questions = store::questions::of_consultation(c, id).await?;
            Ok::<_, Error>((questions, store::participants::all(c, language, day).await?))
        })
    });
    read.await
}

/// The questions as they stand.
pub async fn show(read: Read<CanConduct>, state: Data<State>) -> Result<HttpResponse, Error> {
    let loaded = load(&state, &read.page, &read.access).await?;
    let (questions, participants) = stored(&state, &read.page, &read.access).await?;
    page::ok(&QuestionsPage::of(read.page, loaded, participants, Items::stored(&questions)))
}

/// The questions as typed, with the version they started from.
#[derive(Debug)]
pub struct QuestionsForm {
    version: i32,
    items: Items,
    act: String,
}

impl Form for QuestionsForm {
    const WRITTEN: &'static [Written] = &[QUESTION_TEXT];

    fn read(fields: &mut Fields) -> Result<Self, Malformed> {
        Ok(Self {
            version: fields.text("version")?.parse().map_err(|_| Malformed("version".into()))?,
            items: Items::read(fields)?,
            act: fields.optional("act")?.unwrap_or_default(),
        })
    }
}

/// Shows the form again changed, or stores the questions.
pub async fn update(write: Write<CanConduct, QuestionsForm>, state: Data<State>) -> Result<HttpResponse, Error> {
    let Write { access, form, page, .. } = write;
    let id = *access.consultation();
    let loaded = load(&state, &page, &access).await?;
    let (before, participants) = stored(&state, &page, &access).await?;
    let QuestionsForm { version, mut items, act } = form;
    if loaded.phase != Phase::Preparation {
        items = items.with_words_of(&before);
    }
    let known: HashSet<ParticipantCode> = participants.iter().map(|participant| participant.code.clone()).collect();
    let again = |items: Items| QuestionsPage {
        version,
        changed: true,
        ..QuestionsPage::of(page.clone(), loaded, participants, items)
    };
    let mut errors = FormErrors::default();
    if let Some(act) = Act::parse(&act) {
        let done = items.apply(act);
        if let (Err(Undivided), Act::Split(index, _)) = (&done, act) {
            items.doubt(page.l, &mut errors);
            errors.add(format!("question-{index}-text"), "preparation-question-not-split");
            return page::unprocessable(&QuestionsPage { errors, ..again(items) });
        }
        let said = done.ok().flatten().map(|said| said.text(page.l)).unwrap_or_default();
        return page::ok(&QuestionsPage { said, ..again(items) });
    }
    let Some(drafts) = items.parse(&mut errors, &known).filter(|_| errors.is_empty()) else {
        items.doubt(page.l, &mut errors);
        return page::unprocessable(&QuestionsPage { errors, ..again(items) });
    };
    match state.run(questions::set(state.services.clone(), access, version, drafts)).await {
        Ok(()) => Ok(see_other_with(routes::questions(id), "questions-saved")),
        Err(QuestionsError::Stale(saved, version)) => {
            let differences = items.differences(page.l, &saved);
            // nothing differs, or only places: what is there now is shown, and saving once more decides
            let differences = if differences.is_empty() { vec![place(&page)] } else { differences };
            page::render(StatusCode::CONFLICT, &QuestionsPage { differences, version, ..again(items) })
        }
        Err(QuestionsError::Foreign) => Err(Error::NotFound),
        Err(QuestionsError::Opened) => refused(page, id, Refusal::QuestionsFixed),
        Err(QuestionsError::Reported) => refused(page, id, Refusal::Reported),
        Err(error) => Err(error.into()),
    }
}

/// What a conflict shows where the questions themselves are the same on both sides.
fn place(page: &Page) -> Difference {
    let same = page.l.t("preparation-conflict-same").to_string();
    (page.l.t("preparation-tab-questions").to_string(), same.clone(), same)
}
