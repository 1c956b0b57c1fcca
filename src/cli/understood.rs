//! What was understood of a note, for a person at a terminal: a line a part, with the place in the file it was found at.

use chrono::NaiveDate;

use crate::{
    concept_note::{Part, Reading},
    domain::concept_note::ConceptNote,
};

/// Widths of the columns of places and of names.
const PLACE: usize = 22;
const NAME: usize = 20;

/// Longest beginning of a paragraph that is shown, in characters.
const BEGINNING: usize = 100;

/// All parts in order, then what should be looked at.
pub(super) fn understood(reading: &Reading) -> String {
    let note = &reading.note;
    let mut lines = facts(note);
    for (section, found) in note.sections.iter().enumerate() {
        lines.push((Part::Heading(section), "Section".to_owned(), found.heading.clone()));
        lines.extend(found.paragraphs.iter().enumerate().map(|(at, paragraph)| {
            let number = paragraph.number.map(|number| format!(" {number}")).unwrap_or_default();
            (Part::Paragraph(section, at), format!("  Paragraph{number}"), Some(beginning(&paragraph.text)))
        }));
    }
    lines.extend(note.questions.iter().enumerate().map(|(at, question)| {
        (Part::Question(at), format!("Question {}", question.label), Some(question.text.clone()))
    }));
    let warnings = note.warnings.iter().map(|warning| format!("Warning: {warning}\n"));
    let parts = lines.iter().map(|(part, name, value)| line(reading, *part, name, value.as_deref()));
    parts.chain(warnings).collect()
}

/// What is said about the note, in the order of its document.
fn facts(note: &ConceptNote) -> Vec<(Part, String, Option<String>)> {
    let day = |day: Option<NaiveDate>| day.map(|day| day.to_string());
    let fact = |part, name: &str, value: Option<String>| (part, name.to_owned(), value);
    vec![
        fact(Part::Title, "Title", note.title.clone()),
        fact(Part::Symbol, "Symbol", note.symbol.clone()),
        fact(Part::DistributionDate, "Distributed on", day(note.distribution_date)),
        fact(Part::Language, "Original language", note.original_language.clone()),
        fact(Part::LetterDate, "Letter dated", day(note.letter.date)),
        fact(Part::LetterFrom, "Letter from", note.letter.from.clone()),
        fact(Part::LetterSignatory, "Signed by", note.letter.signatory.clone()),
        fact(Part::Presidency, "Presidency", note.presidency.clone()),
        fact(Part::MeetingDate, "Meeting on", day(note.meeting.date)),
        fact(Part::MeetingTime, "Meeting at", note.meeting.time.map(|time| time.format("%H:%M").to_string())),
        fact(Part::MeetingZone, "Time zone", note.meeting.time_zone.clone()),
    ]
}

fn line(reading: &Reading, part: Part, name: &str, value: Option<&str>) -> String {
    let block = reading.found.get(&part).copied();
    let line = block.and_then(|at| reading.source.get(at)?.line);
    let place = match (block, line) {
        (Some(block), Some(line)) => format!("block {}, line {line}", block + 1),
        (Some(block), None) => format!("block {}", block + 1),
        (None, _) => "-".to_owned(),
    };
    let value = value.unwrap_or("none found").replace('\n', &format!("\n{:1$}", "", PLACE + NAME));
    format!("{place:PLACE$}{name:NAME$}{value}").trim_end().to_owned() + "\n"
}

fn beginning(text: &str) -> String {
    let line = text.lines().next().unwrap_or_default();
    match line.char_indices().nth(BEGINNING) {
        Some((end, _)) => format!("{}…", line[..end].trim_end()),
        None => line.to_owned(),
    }
}
