//! The fields of the review: understood of a note, corrected, parsed into the consultation to create.

use std::collections::HashSet;

use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};

use super::{
    question_items::{Items, QUESTION_TEXT},
    section_fields::Sections,
    typed,
};
use crate::{
    concept_note::Reading,
    domain::{
        access::CanCreateConsultation,
        concept_note::{ConceptNote, Letter, Meeting},
        ids::ConsultationId,
        language::Language,
        line::{Line, Title},
        participant::ParticipantCode,
    },
    services::consultations::{self, NewConsultation},
    web::{
        error::Error,
        fields::{Fields, Malformed},
        form::{Form, FormErrors, Written},
    },
};

/// The review's fields as typed.
#[derive(Debug, Clone, Default)]
pub struct Review {
    pub(super) title: String,
    pub(super) symbol: String,
    pub(super) distribution_date: String,
    pub(super) letter_date: String,
    pub(super) letter_from: String,
    pub(super) letter_signatory: String,
    pub(super) presidency: String,
    pub(super) language: String,
    pub(super) meeting_date: String,
    pub(super) meeting_time: String,
    pub(super) meeting_zone: String,
    pub(super) source: String,
    pub(super) source_name: String,
    pub(super) items: Items,
    pub(super) sections: Sections,
    /// What the consultation will be known by, so that the form sent twice makes one.
    pub(super) id: String,
    /// The page sent with said what stands in the way of creating it.
    pub(super) failed: bool,
    pub(super) act: String,
}

impl Form for Review {
    const WRITTEN: &'static [Written] = &[
        ("title", "preparation-title", None),
        ("section-*-text", "preparation-section-text", Some("section-*-heading")),
        ("references", "preparation-review-references", None),
        QUESTION_TEXT,
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
            failed: !fields.text("failed")?.is_empty(),
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
            failed: false,
            act: String::new(),
        }
    }

    /// The file's bytes, carried through the review.
    pub(super) fn bytes(&self) -> Result<Vec<u8>, Error> {
        URL_SAFE_NO_PAD.decode(&self.source).map_err(|_| Error::Malformed("source".into()))
    }

    /// The file's name, if it can be kept.
    pub(super) fn file_name(&self) -> Option<String> {
        // a name may hold line ends, which nothing that shows it does
        Line::<255>::parse(&self.source_name.replace(char::is_control, " ")).ok().map(String::from)
    }

    /// The consultation to create, or none with every error added.
    pub(super) fn parse(
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
