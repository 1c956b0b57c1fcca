//! What a concept note says: the letter that carries it, its sections and its guiding questions.
//!
//! The shape is the contract of `rapporteur import --json` and of the column that keeps a note. What the note does
//! not say is `None` or an empty list; nothing is ever made up.

use chrono::{NaiveDate, NaiveTime};
use serde::{Deserialize, Serialize};

/// A concept note as it was understood.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ConceptNote {
    /// The note's own heading, without markup.
    pub title: Option<String>,
    /// The symbol under which the letter was circulated, such as `S/2020/1090`.
    pub symbol: Option<String>,
    /// The day after "Distr.".
    pub distribution_date: Option<NaiveDate>,
    /// ISO 639-1 code of the language the note was written in.
    pub original_language: Option<String>,
    /// The letter the note is annexed to; all fields empty where there is none.
    pub letter: Letter,
    /// Code of the participant that holds the presidency, as in the list of participants (`ZAF`).
    pub presidency: Option<String>,
    /// The meeting the note prepares.
    pub meeting: Meeting,
    /// The note's text in order; the guiding questions stay in it as items.
    pub sections: Vec<Section>,
    /// The guiding questions.
    pub questions: Vec<Question>,
    /// Document symbols and resolutions as written, but in plain digits, each once, in order of first mention.
    pub references: Vec<String>,
    /// What the reader is not sure of.
    pub warnings: Vec<Warning>,
}

/// The letter that transmits the note.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Letter {
    /// The letter's own date, not that of its distribution.
    pub date: Option<NaiveDate>,
    /// The office that wrote, as the letter names it.
    pub from: Option<String>,
    /// The name after "(Signed)"; where several signed, all of them in order, divided by semicolons.
    pub signatory: Option<String>,
}

/// When the meeting is held.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Meeting {
    /// The day, in the meeting's own time zone.
    pub date: Option<NaiveDate>,
    /// The hour it begins, written `HH:MM`.
    #[serde(with = "hour_minute")]
    pub time: Option<NaiveTime>,
    /// IANA name of the time zone, such as `America/New_York`.
    pub time_zone: Option<String>,
}

/// A part of the note under one heading.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Section {
    /// Without number, colon and markup; none for what stands before the first heading.
    pub heading: Option<String>,
    /// In order.
    pub paragraphs: Vec<Paragraph>,
}

/// A paragraph with the list that belongs to it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Paragraph {
    /// Its number in the note.
    pub number: Option<u32>,
    /// Its text; empty where a list follows its heading directly.
    pub text: String,
    /// The list under it.
    pub items: Vec<Item>,
    /// What the footnotes to it say, without their signs, in order. Those to a heading or to the note's title are a
    /// paragraph without text below it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub notes: Vec<String>,
}

/// One entry of a list; its own sub-list is part of its text, a line an entry.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Item {
    /// As the note writes it (`(a)`, `1.`); none for bullets and dashes.
    pub label: Option<String>,
    /// Its text.
    pub text: String,
    /// What the footnotes to it say, without their signs, in order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub notes: Vec<String>,
}

/// A guiding question.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Question {
    /// As the note writes it, or `(a)`, `(b)` ... in order where it has none.
    pub label: String,
    /// Its text with its sub-questions.
    pub text: String,
}

/// Something the chair should look at before the consultation is made.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Warning {
    /// The file names no encoding, so one was chosen by its letters.
    EncodingGuessed,
    /// Some bytes are not text in the file's encoding.
    TextDamaged,
    /// Pages of the file are pictures without text, which are not read.
    PagesPictured,
    /// Control characters were taken out.
    ControlCharactersRemoved,
    /// The last sentence has no end, or what it announces does not follow: the file may have been cut off.
    BreaksOff,
    /// What stands once in a note comes again, or the language changes: the file may hold several notes.
    NotesDoubtful,
    /// The note has no heading of its own.
    NoTitle,
    /// The note's heading neither calls itself a concept note nor is set as a heading: its first line was taken.
    TitleAssumed,
    /// The line below the bare name of a note was taken into the title; it may be the heading of the first section.
    TitleJoined,
    /// No annex and no note follow the letter, so its own text was taken for the note.
    LetterAsNote,
    /// The letter's heading does not say who wrote it and when; that was taken from its own lines.
    LetterByItsLines,
    /// The day that the letter names as its own is none, or none for sure.
    LetterDateUnread,
    /// The note does not say its original language; it was told by its words.
    LanguageDetected,
    /// Neither the note nor its words tell its original language.
    LanguageUnknown,
    /// The letter's office and its text name different States for the presidency.
    PresidencyUncertain,
    /// No sentence names the presidency, so the State whose office wrote was taken.
    PresidencyByOffice,
    /// The distribution is before the letter, or the meeting before one of them.
    DatesOutOfOrder,
    /// It is not certain which day is that of the meeting.
    MeetingDateUncertain,
    /// Words that may give the day of the meeting could not be read, or not for sure.
    MeetingDateUnread,
    /// No sentence gives the year of the meeting's day; the first after the letter was taken.
    MeetingYearAssumed,
    /// The note names another day of the week beside the meeting's date than that date's.
    MeetingWeekdayDiffers,
    /// The hour stands in a sentence without the meeting's day.
    MeetingTimeUncertain,
    /// Words that may give the hour of the meeting could not be read, or not for sure.
    MeetingTimeUnread,
    /// Another hour is said of the meeting's day; the first was taken.
    MeetingTimesDiffer,
    /// A time is given without its zone; the seat's was taken.
    TimeZoneAssumed,
    /// A zone is named that is not known; the seat's was taken.
    TimeZoneUnread,
    /// The paragraphs' numbers leave one out or go back.
    NumberingGap,
    /// No guiding question was found.
    NoQuestions,
    /// Questions were found, but no heading or sentence that announces them.
    QuestionsWithoutHeading,
    /// The questions were gathered from several places of the note.
    QuestionsScattered,
    /// The questions had no labels and were given some.
    QuestionsLabelled,
    /// One paragraph held several questions and was divided at the question marks or the labels inside it.
    QuestionsSplit,
    /// Lines among the questions or near them may be questions, headings or text.
    QuestionsDoubtful,
    /// Two questions have the same label.
    RepeatedLabels,
}

impl Warning {
    /// Every warning there is, for pages and tests that must name each.
    pub const ALL: [Warning; 34] = [
        Warning::EncodingGuessed,
        Warning::TextDamaged,
        Warning::PagesPictured,
        Warning::ControlCharactersRemoved,
        Warning::BreaksOff,
        Warning::NotesDoubtful,
        Warning::NoTitle,
        Warning::TitleAssumed,
        Warning::TitleJoined,
        Warning::LetterAsNote,
        Warning::LetterByItsLines,
        Warning::LetterDateUnread,
        Warning::LanguageDetected,
        Warning::LanguageUnknown,
        Warning::PresidencyUncertain,
        Warning::PresidencyByOffice,
        Warning::DatesOutOfOrder,
        Warning::MeetingDateUncertain,
        Warning::MeetingDateUnread,
        Warning::MeetingYearAssumed,
        Warning::MeetingWeekdayDiffers,
        Warning::MeetingTimeUncertain,
        Warning::MeetingTimeUnread,
        Warning::MeetingTimesDiffer,
        Warning::TimeZoneAssumed,
        Warning::TimeZoneUnread,
        Warning::NumberingGap,
        Warning::NoQuestions,
        Warning::QuestionsWithoutHeading,
        Warning::QuestionsScattered,
        Warning::QuestionsLabelled,
        Warning::QuestionsSplit,
        Warning::QuestionsDoubtful,
        Warning::RepeatedLabels,
    ];

    /// The stable code under which it is stored and translated.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Warning::EncodingGuessed => "encoding_guessed",
            Warning::TextDamaged => "text_damaged",
            Warning::PagesPictured => "pages_pictured",
            Warning::ControlCharactersRemoved => "control_characters_removed",
            Warning::BreaksOff => "breaks_off",
            Warning::NotesDoubtful => "notes_doubtful",
            Warning::NoTitle => "no_title",
            Warning::TitleAssumed => "title_assumed",
            Warning::TitleJoined => "title_joined",
            Warning::LetterAsNote => "letter_as_note",
            Warning::LetterByItsLines => "letter_by_its_lines",
            Warning::LetterDateUnread => "letter_date_unread",
            Warning::LanguageDetected => "language_detected",
            Warning::LanguageUnknown => "language_unknown",
            Warning::PresidencyUncertain => "presidency_uncertain",
            Warning::PresidencyByOffice => "presidency_by_office",
            Warning::DatesOutOfOrder => "dates_out_of_order",
            Warning::MeetingDateUncertain => "meeting_date_uncertain",
            Warning::MeetingDateUnread => "meeting_date_unread",
            Warning::MeetingYearAssumed => "meeting_year_assumed",
            Warning::MeetingWeekdayDiffers => "meeting_weekday_differs",
            Warning::MeetingTimeUncertain => "meeting_time_uncertain",
            Warning::MeetingTimeUnread => "meeting_time_unread",
            Warning::MeetingTimesDiffer => "meeting_times_differ",
            Warning::TimeZoneAssumed => "time_zone_assumed",
            Warning::TimeZoneUnread => "time_zone_unread",
            Warning::NumberingGap => "numbering_gap",
            Warning::NoQuestions => "no_questions",
            Warning::QuestionsWithoutHeading => "questions_without_heading",
            Warning::QuestionsScattered => "questions_scattered",
            Warning::QuestionsLabelled => "questions_labelled",
            Warning::QuestionsSplit => "questions_split",
            Warning::QuestionsDoubtful => "questions_doubtful",
            Warning::RepeatedLabels => "repeated_labels",
        }
    }
}

/// A time of day as `HH:MM`.
mod hour_minute {
    use chrono::NaiveTime;
    use serde::{Deserialize, Deserializer, Serializer, de::Error};

    #[expect(clippy::ref_option, reason = "serde's `with` passes the field by reference")]
    pub fn serialize<S: Serializer>(time: &Option<NaiveTime>, to: S) -> Result<S::Ok, S::Error> {
        match time {
            Some(time) => to.collect_str(&time.format("%H:%M")),
            None => to.serialize_none(),
        }
    }

    pub fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Option<NaiveTime>, D::Error> {
        Option::<String>::deserialize(from)?
            .map(|text| NaiveTime::parse_from_str(&text, "%H:%M").map_err(D::Error::custom))
            .transpose()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_warning_is_stored_under_its_code() {
        for warning in Warning::ALL {
            let json = serde_json::to_value(warning).unwrap();
            assert_eq!(json, serde_json::json!(warning.code()));
            assert_eq!(serde_json::from_value::<Warning>(json).unwrap(), warning);
        }
    }

    #[test]
    fn the_json_has_the_shape_of_the_contract() {
        let note = ConceptNote {
            meeting: Meeting {
                date: NaiveDate::from_ymd_opt(2020, 12, 3),
                time: NaiveTime::from_hms_opt(8, 30, 0),
                time_zone: Some("America/New_York".into()),
            },
            ..ConceptNote::default()
        };
        let json = serde_json::to_value(&note).unwrap();
        assert_eq!(
            json,
            serde_json::json!({
                "title": null, "symbol": null, "distribution_date": null, "original_language": null,
                "letter": {"date": null, "from": null, "signatory": null},
                "presidency": null,
                "meeting": {"date": "2020-12-03", "time": "08:30", "time_zone": "America/New_York"},
                "sections": [], "questions": [], "references": [], "warnings": []
            })
        );
        assert_eq!(serde_json::from_value::<ConceptNote>(json).unwrap(), note);
    }
}
