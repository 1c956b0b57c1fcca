//! What was understood of a note, beside the note, to be corrected; creates the consultation, and only then.

use std::{collections::HashMap, str::FromStr};

use actix_web::{HttpResponse, http::StatusCode, web::Data};
use askama::Template;

use super::{
    note::understand,
    note_view::{self, Place, RegionView, SectionView},
    question_items::{Act, Choices, Item, Removed, Undivided, choices},
    review_form::Review,
    section_fields::Shown,
    wording::{self, FIELDS},
};
use crate::{
    concept_note::{Reading, runs},
    domain::{
        access::CanCreateConsultation, concept_note::Warning, consultation::Consultation, ids::ConsultationId,
        language::Language, participant::Participant,
    },
    locales::Locale,
    services::consultations,
    store,
    web::{
        State,
        error::Error,
        form::{FormErrors, languages, zones},
        page::{self, Page, see_other_with},
        request::Write,
        routes,
    },
};

/// The review's page.
#[derive(Template)]
#[template(path = "pages/preparation/review.html")]
pub(super) struct ReviewPage {
    page: Page,
    errors: FormErrors,
    form: Review,
    /// The note, and the sections understood of it.
    regions: Vec<RegionView>,
    sections: Vec<(SectionView, Option<Shown>)>,
    /// The section to be added.
    added: Option<Shown>,
    /// What is added stands nowhere in the note.
    nowhere: Vec<Place>,
    /// For each field that the note fills: its block, as a run of one.
    found: HashMap<&'static str, (usize, usize)>,
    /// The documents cited, each with the block that cites it first.
    cited: Vec<(String, usize)>,
    /// The consultation made from the same bytes: address, title, and the title's language and direction.
    twin: Option<[String; 4]>,
    /// What to look at, and in which field.
    warnings: Vec<(String, String)>,
    presidencies: Vec<(String, String, String)>,
    languages: Vec<(String, String, String)>,
    zones: Vec<(String, String, String)>,
    items: Vec<Item>,
    removed: Vec<Removed>,
    /// What labelling all in order is called.
    relabelling: String,
    /// What a button did.
    said: String,
    choices: Choices,
    words_lang: &'static str,
    words_dir: &'static str,
    words_fixed: bool,
    action: String,
}

impl ReviewPage {
    fn title_key(&self) -> &'static str {
        if self.errors.is_empty() { "common-page-title" } else { "common-page-title-with-error" }
    }

    fn summary(&self) -> Vec<(String, String)> {
        let l = self.page.l;
        let entry = |error: &crate::web::form::FieldError| {
            let name = self.form.items.name_of(l, &error.field).unwrap_or_else(|| field_name(l, &error.field));
            let text = l.t("error-summary-item").arg("field", name).arg("message", error.text(&l));
            (error.field.clone(), text.to_string())
        };
        self.errors.all().iter().map(entry).collect()
    }
}

fn field_name(l: Locale, field: &str) -> String {
    let section = || field.strip_prefix("section-")?.strip_suffix("-heading")?.parse::<usize>().ok();
    if let Some(at) = section() {
        return l.t("preparation-review-heading").arg("number", at + 1).to_string();
    }
    let named = FIELDS.iter().find(|(id, ..)| *id == field);
    l.t(named.map_or("preparation-review-references", |(_, _, key)| key)).to_string()
}

/// The field to look at for a warning: the note itself where none is.
fn doubted(warning: Warning) -> &'static str {
    match warning {
        Warning::NoTitle | Warning::TitleAssumed | Warning::TitleJoined => "title",
        Warning::LanguageDetected | Warning::LanguageUnknown => "language",
        Warning::PresidencyUncertain | Warning::PresidencyByOffice => "presidency",
        Warning::DatesOutOfOrder
        | Warning::MeetingDateUncertain
        | Warning::MeetingDateUnread
        | Warning::MeetingYearAssumed
        | Warning::MeetingWeekdayDiffers => "meeting_date",
        Warning::MeetingTimeUncertain | Warning::MeetingTimeUnread | Warning::MeetingTimesDiffer => "meeting_time",
        Warning::TimeZoneAssumed | Warning::TimeZoneUnread => "meeting_zone",
        Warning::NoQuestions
        | Warning::QuestionsWithoutHeading
        | Warning::QuestionsScattered
        | Warning::QuestionsLabelled
        | Warning::QuestionsSplit
        | Warning::QuestionsDoubtful
        | Warning::RepeatedLabels => "questions",
        Warning::NumberingGap => "sections",
        Warning::EncodingGuessed
        | Warning::TextDamaged
        | Warning::PagesPictured
        | Warning::ControlCharactersRemoved
        | Warning::BreaksOff
        | Warning::NotesDoubtful
        | Warning::LetterAsNote
        | Warning::LetterByItsLines
        | Warning::LetterDateUnread => "note",
    }
}

/// What is stored and belongs on the page.
struct Stored {
    participants: Vec<Participant>,
    /// The consultation that was made from the same bytes.
    twin: Option<Consultation>,
}

async fn stored(state: &State, page: &Page, access: &CanCreateConsultation, source: Vec<u8>) -> Result<Stored, Error> {
    let (language, day) = (page.l.language, state.services.clock.now().date_naive());
    let account = *access.account();
    let read = state.services.database.read(access.account().into(), move |c| {
        Box::pin(async move {
            let participants = store::participants::all(c, language, day).await?;
            let twin = store::consultations::chaired_of_source(c, account, &source).await?;
            Ok::<_, Error>(Stored { participants, twin })
        })
    });
    read.await
}

/// The page for a note and what is typed so far.
pub(super) async fn page(
    state: &State,
    page: Page,
    access: &CanCreateConsultation,
    form: Review,
    reading: Reading,
) -> Result<ReviewPage, Error> {
    let stored = stored(state, &page, access, form.bytes()?).await?;
    Ok(build(page, access, form, &reading, stored, FormErrors::default()))
}

fn build(
    page: Page,
    access: &CanCreateConsultation,
    form: Review,
    reading: &Reading,
    Stored { participants, twin }: Stored,
    mut errors: FormErrors,
) -> ReviewPage {
    let (l, note) = (page.l, &reading.note);
    let name = |code: &str| {
        participants.iter().find(|p| p.code.as_str() == code).map_or_else(|| code.to_owned(), |p| p.name.clone())
    };
    let option = |value: &str, text: String| (value.to_owned(), text, String::new());
    let choose = || option("", l.t("preparation-choose").to_string());
    let presidencies = access.presidencies().iter().map(|code| option(code.as_str(), name(code.as_str())));
    let warnings = warnings(l, access, &form, reading, name, &mut errors);
    let place = |part| runs(reading.places(part)).first().copied();
    let found = FIELDS.iter().filter_map(|(field, part, _)| Some((*field, place(*part)?))).collect();
    // a translation is of another language than the original that it names
    let is_original = |said: &Language| reading.language().is_none_or(|own| own == said.tag());
    let words = Language::parse(&form.language).filter(is_original);
    let typed = form.sections.shown(note);
    ReviewPage {
        regions: note_view::regions(reading, &form, l),
        cited: note_view::references(reading, &form.sections.references),
        nowhere: Vec::new(),
        added: typed.get(note.sections.len()).cloned(),
        sections: note_view::sections(reading, l)
            .into_iter()
            .enumerate()
            .map(|(at, section)| (section, typed.get(at).cloned()))
            .collect(),
        found,
        twin: twin.map(|twin| {
            let (tag, direction) = (twin.language.tag(), twin.language.direction());
            [routes::consultation(twin.id), twin.title, tag.to_owned(), direction.to_owned()]
        }),
        warnings,
        presidencies: std::iter::once(choose()).chain(presidencies).collect(),
        languages: std::iter::once(choose()).chain(languages()).collect(),
        zones: std::iter::once(option("", l.t("preparation-not-said").to_string()))
            .chain(zones(l, &form.meeting_zone))
            .collect(),
        items: form.items.shown(),
        removed: form.items.removed().to_vec(),
        relabelling: form.items.relabelling(l),
        said: String::new(),
        choices: choices(l, participants),
        words_lang: words.map_or("", Language::tag),
        words_dir: words.map_or("auto", Language::direction),
        words_fixed: false,
        page: Page {
            kept_in: Some(("review", routes::new_consultation_review())),
            // the review has no page of its own to come back to
            path: routes::new_consultation(),
            ..page
        },
        action: routes::new_consultation_review(),
        errors,
        form,
    }
}

/// The doubts about what was understood, with the field to look at for each; they are said beside those fields too.
fn warnings(
    l: Locale,
    access: &CanCreateConsultation,
    form: &Review,
    reading: &Reading,
    name: impl Fn(&str) -> String,
    errors: &mut FormErrors,
) -> Vec<(String, String)> {
    let note = &reading.note;
    let elsewhere =
        note.presidency.as_deref().filter(|code| access.presidencies().iter().all(|own| own.as_str() != *code));
    let stands = |warning: &Warning| match warning {
        // of the labels as they are now, not as they were
        Warning::RepeatedLabels => false,
        Warning::NoQuestions => form.items.all().is_empty() && errors.of("questions-add").is_none(),
        // it is not taken
        Warning::PresidencyByOffice => elsewhere.is_none(),
        _ => true,
    };
    let mut warnings: Vec<_> = note
        .warnings
        .iter()
        .filter(|warning| stands(warning))
        .map(|warning| (wording::doubt(l, *warning), doubted(*warning).to_owned()))
        .collect();
    let own = consultations::presidency_of(note, access).filter(|_| note.presidency.is_none());
    let presidency = match (elsewhere, &own) {
        (Some(code), _) => Some(("preparation-warning-other-presidency", code)),
        (None, Some(code)) => Some(("preparation-warning-own-presidency", code.as_str())),
        (None, None) => None,
    };
    if let Some((key, code)) = presidency {
        let text = l.t(key).arg("participant", name(code)).to_string();
        warnings.push((text, "presidency".to_owned()));
    }
    for (text, field) in &warnings {
        errors.doubt(field.clone(), text.clone());
    }
    if let Some(field) = form.items.doubt(l, errors) {
        warnings.push((wording::doubt(l, Warning::RepeatedLabels), field));
    }
    warnings
}

/// A button of the review: shows it again changed, or creates the consultation.
pub async fn decide(write: Write<CanCreateConsultation, Review>, state: Data<State>) -> Result<HttpResponse, Error> {
    let Write { access, mut form, mut page, request, .. } = write;
    if ConsultationId::from_str(&form.id).is_err() {
        return Err(Error::Malformed("id".into()));
    }
    let name = form.file_name();
    let source = form.bytes()?;
    let Ok(reading) = understand(&state, access.account().into(), &source, name).await? else {
        return Err(Error::Malformed("source".into()));
    };
    let switched = page::switched(&form.act);
    if let Some(language) = switched {
        page.switch(&request, &state, language).await?;
    }
    let stored = stored(&state, &page, &access, source).await?;
    let known = stored.participants.iter().map(|participant| participant.code.clone()).collect();
    let mut errors = FormErrors::default();
    if form.act != "create" {
        let act = Act::parse(&form.act);
        let done = act.map_or(Ok(None), |act| form.items.apply(act));
        form.items.settle(&reading.source);
        if let (Err(Undivided), Some(Act::Split(index, _))) = (&done, act) {
            errors.add(format!("question-{index}-text"), "preparation-question-not-split");
        }
        if switched.is_some() && form.failed {
            form.parse(&mut errors, &access, &known, &reading, state.settings.seat);
        }
        let status = if errors.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
        let said = done.ok().flatten().map(|said| said.text(page.l)).unwrap_or_default();
        let again = ReviewPage { said, ..build(page, &access, form, &reading, stored, errors) };
        return page::render(status, &again);
    }
    let parsed = form.parse(&mut errors, &access, &known, &reading, state.settings.seat);
    let Some(command) = parsed.filter(|_| errors.is_empty()) else {
        let again = build(page, &access, form, &reading, stored, errors);
        return page::render(StatusCode::UNPROCESSABLE_ENTITY, &again);
    };
    let id = state.run(consultations::create(state.services.clone(), access, command)).await?;
    Ok(see_other_with(routes::settings(id), "consultation-created"))
}
