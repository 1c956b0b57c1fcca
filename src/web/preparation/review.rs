//! What was understood of a note, beside the note, to be corrected; creates the consultation, and only then.

use std::{
    collections::{HashMap, HashSet},
    str::FromStr,
};

use actix_web::{HttpResponse, http::StatusCode, web::Data};
use askama::Template;
use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};

use super::{
    note::understand,
    note_view::{self, RegionView, SectionView},
    question_items::{Act, Choices, Item, Items, Undivided, choices},
    section_fields::{Sections, Typed},
    typed,
    wording::{self, FIELDS},
};
use crate::{
    concept_note::Reading,
    domain::{
        access::CanCreateConsultation,
        concept_note::{ConceptNote, Letter, Meeting, Warning},
        ids::ConsultationId,
        language::Language,
        line::{Line, Title},
        participant::{Participant, ParticipantCode},
    },
    locales::Locale,
    services::consultations::{self, NewConsultation},
    store,
    web::{
        State,
        error::Error,
        fields::{Fields, Malformed},
        form::{Form, FormErrors, languages, zones},
        page::{self, Page, see_other_with},
        request::Write,
        routes,
    },
};

/// The review's fields as typed.
#[derive(Debug, Clone, Default)]
pub struct Review {
    title: String,
    symbol: String,
    distribution_date: String,
    letter_date: String,
    letter_from: String,
    letter_signatory: String,
    presidency: String,
    language: String,
    meeting_date: String,
    meeting_time: String,
    meeting_zone: String,
    source: String,
    source_name: String,
    items: Items,
    sections: Sections,
    /// What the consultation will be known by, so that the form sent twice makes one.
    id: String,
    /// The labels that the page sent with said to stand at several questions.
    repeated: String,
    act: String,
}

impl Form for Review {
    const WRITTEN: &'static [(&'static str, &'static str)] = &[
        ("title", "preparation-title"),
        ("section-*-text", "session-text-number"),
        ("question-*-text", "session-text-number"),
    ];

    fn read(fields: &mut Fields) -> Result<Self, Malformed> {
        Ok(Self {
            title: fields.text("title")?,
            symbol: fields.text("symbol")?,
            distribution_date: fields.text("distribution_date")?,
            letter_date: fields.text("letter_date")?,
            letter_from: fields.text("letter_from")?,
            letter_signatory: fields.text("letter_signatory")?,
            presidency: fields.text("presidency")?,
            language: fields.text("language")?,
            meeting_date: fields.text("meeting_date")?,
            meeting_time: fields.text("meeting_time")?,
            meeting_zone: fields.text("meeting_zone")?,
            source: fields.text("source")?,
            source_name: fields.text("source_name")?,
            items: Items::read(fields)?,
            sections: Sections::read(fields)?,
            id: fields.text("id")?,
            repeated: fields.text("repeated")?,
            act: fields.optional("act")?.unwrap_or_default(),
        })
    }
}

impl Review {
    /// The fields with what was understood of a note.
    pub(super) fn of(access: &CanCreateConsultation, reading: &Reading, bytes: &[u8], name: Option<String>) -> Self {
        let note = &reading.note;
        let text = |value: &Option<String>| value.clone().unwrap_or_default();
        let day = |value: Option<chrono::NaiveDate>| value.map(|day| day.to_string()).unwrap_or_default();
        let language = note.original_language.as_deref().and_then(Language::parse);
        Self {
            title: text(&note.title),
            symbol: text(&note.symbol),
            distribution_date: day(note.distribution_date),
            letter_date: day(note.letter.date),
            letter_from: text(&note.letter.from),
            letter_signatory: text(&note.letter.signatory),
            presidency: consultations::presidency_of(note, access).map(|code| code.to_string()).unwrap_or_default(),
            language: language.map(|language| language.tag().to_owned()).unwrap_or_default(),
            meeting_date: day(note.meeting.date),
            meeting_time: note.meeting.time.map(|time| time.format("%H:%M").to_string()).unwrap_or_default(),
            meeting_zone: text(&note.meeting.time_zone),
            source: URL_SAFE_NO_PAD.encode(bytes),
            source_name: name.unwrap_or_default(),
            items: Items::understood(reading),
            sections: Sections::of(note),
            id: ConsultationId::new().to_string(),
            repeated: String::new(),
            act: String::new(),
        }
    }

    fn bytes(&self) -> Result<Vec<u8>, Error> {
        URL_SAFE_NO_PAD.decode(&self.source).map_err(|_| Error::Malformed("source".into()))
    }

    fn file_name(&self) -> Option<String> {
        Line::<255>::parse(&self.source_name).ok().map(String::from)
    }

    /// The consultation to create, or none with every error added.
    fn parse(
        &self,
        errors: &mut FormErrors,
        access: &CanCreateConsultation,
        known: &HashSet<ParticipantCode>,
        reading: &Reading,
        seat: chrono_tz::Tz,
    ) -> Option<NewConsultation> {
        let title = errors.take("title", Title::parse(&self.title.lines().collect::<Vec<_>>().join(" ")));
        let symbol = typed::line::<100>(errors, "symbol", &self.symbol);
        let distribution_date = typed::date(errors, "distribution_date", &self.distribution_date);
        let letter_date = typed::date(errors, "letter_date", &self.letter_date);
        let letter_from = typed::line::<500>(errors, "letter_from", &self.letter_from);
        let letter_signatory = typed::line::<200>(errors, "letter_signatory", &self.letter_signatory);
        let chaired = ParticipantCode::parse(&self.presidency).filter(|code| access.presidencies().contains(code));
        let presidency = errors.require("presidency", chaired, "error-required-choice");
        let language = errors.require("language", Language::parse(&self.language), "error-required-choice");
        let date = typed::date(errors, "meeting_date", &self.meeting_date);
        let time = typed::time(errors, "meeting_time", &self.meeting_time);
        let time_zone = typed::zone(errors, "meeting_zone", &self.meeting_zone);
        let sections = self.sections.parse(errors, &reading.note);
        let references = self.sections.parse_references(errors);
        let questions = self.items.parse(errors, known)?;
        let note = ConceptNote {
            symbol: symbol?.map(String::from),
            distribution_date: distribution_date?,
            letter: Letter {
                date: letter_date?,
                from: letter_from?.map(String::from),
                signatory: letter_signatory?.map(String::from),
            },
            sections: sections?,
            references: references?,
            meeting: Meeting { date: date?, time: time?, time_zone: time_zone?.map(|zone| zone.name().to_owned()) },
            ..reading.note.clone()
        };
        Some(NewConsultation {
            id: self.id.parse().ok()?,
            presidency: presidency?,
            title: title?,
            language: language?,
            seat,
            note,
            letter: reading.letter.clone(),
            questions,
            source: self.bytes().ok()?,
            source_name: self.file_name(),
        })
    }
}

/// The review's page.
#[derive(Template)]
#[template(path = "pages/preparation/review.html")]
pub(super) struct ReviewPage {
    page: Page,
    errors: FormErrors,
    form: Review,
    /// The note, and the sections understood of it.
    regions: Vec<RegionView>,
    sections: Vec<(SectionView, Option<Typed>)>,
    /// The section to be added.
    added: Option<Typed>,
    /// For each field that the note fills: its block.
    found: HashMap<&'static str, usize>,
    /// What to look at, and in which field.
    warnings: Vec<(String, String)>,
    /// It was to be created, and asks first whether these are meant.
    asked: bool,
    presidencies: Vec<(String, String, String)>,
    languages: Vec<(String, String, String)>,
    zones: Vec<(String, String, String)>,
    items: Vec<Item>,
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
    let named = FIELDS.iter().find(|(id, ..)| *id == field);
    let key = match named {
        Some((_, _, key)) => key,
        None if field == "references" => "preparation-review-references",
        None => "preparation-review-section",
    };
    l.t(key).to_string()
}

/// The field to look at for a warning: the note itself where none is.
fn doubted(warning: Warning) -> &'static str {
    match warning {
        Warning::NoTitle | Warning::TitleAssumed => "title",
        Warning::LanguageDetected => "language",
        Warning::PresidencyUncertain | Warning::PresidencyByOffice => "presidency",
        Warning::MeetingDateUncertain | Warning::MeetingYearAssumed => "meeting_date",
        Warning::MeetingTimeUncertain => "meeting_time",
        Warning::TimeZoneAssumed => "meeting_zone",
        Warning::NoQuestions
        | Warning::QuestionsWithoutHeading
        | Warning::QuestionsScattered
        | Warning::QuestionsLabelled
        | Warning::QuestionsSplit
        | Warning::RepeatedLabels => "questions",
        Warning::NumberingGap => "sections",
        Warning::EncodingGuessed
        | Warning::TextDamaged
        | Warning::ControlCharactersRemoved
        | Warning::LetterAsNote
        | Warning::LetterByItsLines => "note",
    }
}

async fn participants(state: &State, page: &Page, access: &CanCreateConsultation) -> Result<Vec<Participant>, Error> {
    let (language, day) = (page.l.language, state.services.clock.now().date_naive());
    let all = state.services.database.read(access.account().into(), move |c| {
        Box::pin(async move { Ok::<_, Error>(store::participants::all(c, language, day).await?) })
    });
    all.await
}

/// The page for a note and what is typed so far.
pub(super) async fn page(
    state: &State,
    page: Page,
    access: &CanCreateConsultation,
    form: Review,
    reading: Reading,
) -> Result<ReviewPage, Error> {
    let participants = participants(state, &page, access).await?;
    Ok(build(page, access, form, &reading, participants, FormErrors::default()))
}

fn build(
    page: Page,
    access: &CanCreateConsultation,
    form: Review,
    reading: &Reading,
    participants: Vec<Participant>,
    mut errors: FormErrors,
) -> ReviewPage {
    let (l, note) = (page.l, &reading.note);
    let name = |code: &str| {
        participants.iter().find(|p| p.code.as_str() == code).map_or_else(|| code.to_owned(), |p| p.name.clone())
    };
    let option = |value: &str, text: String| (value.to_owned(), text, String::new());
    let choose = || option("", l.t("preparation-choose").to_string());
    let presidencies = access.presidencies().iter().map(|code| option(code.as_str(), name(code.as_str())));
    let mut warnings: Vec<_> = note
        .warnings
        .iter()
        // of the labels as they are now, not as they were
        .filter(|warning| **warning != Warning::RepeatedLabels)
        .map(|warning| (wording::doubt(l, *warning), doubted(*warning).to_owned()))
        .collect();
    let elsewhere =
        note.presidency.as_deref().filter(|code| access.presidencies().iter().all(|own| own.as_str() != *code));
    if let Some(code) = elsewhere {
        let text = l.t("preparation-warning-other-presidency").arg("participant", name(code)).to_string();
        warnings.push((text, "presidency".to_owned()));
    }
    for (text, field) in &warnings {
        errors.doubt(field.clone(), text.clone());
    }
    if let Some(field) = form.items.doubt(l, &mut errors) {
        warnings.push((wording::doubt(l, Warning::RepeatedLabels), field));
    }
    let found = FIELDS.iter().filter_map(|(field, part, _)| Some((*field, *reading.found.get(part)?))).collect();
    let words = Language::parse(&form.language);
    ReviewPage {
        regions: note_view::regions(reading, form.items.all(), l),
        added: form.sections.list.get(note.sections.len()).cloned(),
        sections: note_view::sections(reading)
            .into_iter()
            .enumerate()
            .map(|(at, section)| (section, form.sections.list.get(at).cloned()))
            .collect(),
        found,
        warnings,
        asked: false,
        presidencies: std::iter::once(choose()).chain(presidencies).collect(),
        languages: std::iter::once(choose()).chain(languages()).collect(),
        zones: std::iter::once(option("", l.t("preparation-not-said").to_string()))
            .chain(zones(l, &form.meeting_zone))
            .collect(),
        items: form.items.shown(),
        choices: choices(l, participants),
        words_lang: words.map_or("", Language::tag),
        words_dir: words.map_or("auto", Language::direction),
        words_fixed: false,
        action: routes::new_consultation_review(),
        page,
        errors,
        form,
    }
}

/// A button of the review: shows it again changed, or creates the consultation.
pub async fn decide(write: Write<CanCreateConsultation, Review>, state: Data<State>) -> Result<HttpResponse, Error> {
    let Write { access, mut form, page, .. } = write;
    if ConsultationId::from_str(&form.id).is_err() {
        return Err(Error::Malformed("id".into()));
    }
    let name = form.file_name();
    let Ok(reading) = understand(&state, access.account().into(), &form.bytes()?, name).await? else {
        return Err(Error::Malformed("source".into()));
    };
    let participants = participants(&state, &page, &access).await?;
    let mut errors = FormErrors::default();
    if form.act != "create" {
        let done = Act::parse(&form.act).map_or(Ok(()), |act| form.items.apply(act));
        form.items.settle(&reading.source);
        if let (Err(Undivided), Some(Act::Split(index, _))) = (done, Act::parse(&form.act)) {
            errors.add(format!("question-{index}-text"), "preparation-question-not-split");
        }
        let status = if errors.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
        return page::render(status, &build(page, &access, form, &reading, participants, errors));
    }
    let known = participants.iter().map(|participant| participant.code.clone()).collect();
    let parsed = form.parse(&mut errors, &access, &known, &reading, state.settings.seat);
    let Some(command) = parsed.filter(|_| errors.is_empty()) else {
        let again = build(page, &access, form, &reading, participants, errors);
        return page::render(StatusCode::UNPROCESSABLE_ENTITY, &again);
    };
    if form.items.repeated() != form.repeated {
        let again = ReviewPage { asked: true, ..build(page, &access, form, &reading, participants, errors) };
        return page::render(StatusCode::UNPROCESSABLE_ENTITY, &again);
    }
    let id = state.run(consultations::create(state.services.clone(), access, command)).await?;
    Ok(see_other_with(routes::settings(id), "consultation-created"))
}
