//! What was understood of a note, for a person at a terminal: a line a part, with the place in the file it was found at.

use unicode_width::UnicodeWidthStr;

use crate::{
    concept_note::{Part, Reading, runs},
    domain::{concept_note::ConceptNote, language::Language},
    locales::Locale,
    services::seeding::Names,
    web::{
        preparation::wording::{self, FIELDS, doubt},
        responses::answer::language_key,
    },
};

/// Longest beginning of a paragraph that is shown, in characters.
const BEGINNING: usize = 100;

/// What stands between two columns.
const GAP: &str = "  ";

/// A line: where, what, and its value.
type Row = (String, String, Option<String>);

/// All parts in order, then what should be looked at.
pub(super) fn understood(reading: &Reading, l: Locale, names: &Names) -> String {
    let note = &reading.note;
    let mut rows: Vec<Row> = FIELDS
        .iter()
        .map(|(_, part, name)| (place(reading, *part, l), l.plain(name).to_string(), fact(reading, *part, l, names)))
        .collect();
    for (section, found) in note.sections.iter().enumerate() {
        let name = l.plain("preparation-review-section").arg("number", section + 1).to_string();
        rows.push((place(reading, Part::Heading(section), l), name, found.heading.clone()));
        for (at, paragraph) in found.paragraphs.iter().enumerate() {
            let own = place(reading, Part::Paragraph(section, at), l);
            // a list may stand right under its heading
            if !paragraph.text.is_empty() {
                let name = wording::paragraph(l, paragraph.number);
                rows.push((own.clone(), format!("{GAP}{name}"), Some(beginning(&paragraph.text))));
            }
            rows.extend(footnotes(&own, 1, &paragraph.notes, l));
            for (item, entry) in paragraph.items.iter().enumerate() {
                let name = wording::item(l, entry.label.as_deref());
                let own = place(reading, Part::Item(section, at, item), l);
                rows.push((own.clone(), format!("{GAP}{GAP}{name}"), Some(beginning(&entry.text))));
                rows.extend(footnotes(&own, 2, &entry.notes, l));
            }
        }
    }
    rows.extend(note.questions.iter().enumerate().map(|(at, question)| {
        let name = l.plain("preparation-question").arg("label", question.label.as_str()).to_string();
        (place(reading, Part::Question(at), l), name, Some(question.text.clone()))
    }));
    rows.extend(note.references.iter().enumerate().map(|(at, reference)| {
        (place(reading, Part::Reference(at), l), l.plain("preparation-cited").to_string(), Some(reference.clone()))
    }));
    let lines = columns(&rows, l.plain("import-nothing-found").to_string().as_str());
    lines.into_iter().chain(warnings(note, l)).collect()
}

/// The footnotes to a part that was found at a place, and is set in that deep.
fn footnotes(place: &str, depth: usize, notes: &[String], l: Locale) -> impl Iterator<Item = Row> {
    let name = format!("{}{}", GAP.repeat(depth + 1), l.plain("import-footnote"));
    notes.iter().map(move |note| (place.to_owned(), name.clone(), Some(beginning(note))))
}

/// What is doubtful about a note, a line each.
pub(super) fn warnings(note: &ConceptNote, l: Locale) -> impl Iterator<Item = String> {
    note.warnings.iter().map(move |warning| {
        let text = doubt(l, *warning);
        l.plain("import-warning").arg("text", text).to_string() + "\n"
    })
}

/// What the note says of one of [`FIELDS`].
fn fact(reading: &Reading, part: Part, l: Locale, names: &Names) -> Option<String> {
    let note = &reading.note;
    match part {
        Part::Title => note.title.clone(),
        Part::Presidency => note.presidency.as_deref().map(|code| names.of(code)),
        Part::Symbol => note.symbol.clone(),
        Part::DistributionDate => note.distribution_date.map(|day| l.date(day)),
        Part::Language => {
            let code = note.original_language.as_deref()?;
            Some(Language::parse(code).map_or_else(|| code.to_owned(), |known| l.capitalised(language_key(known))))
        }
        Part::LetterDate => note.letter.date.map(|day| l.date(day)),
        Part::LetterFrom => note.letter.from.clone(),
        Part::LetterSignatory => note.letter.signatory.clone(),
        Part::MeetingDate => note.meeting.date.map(|day| l.date(day)),
        Part::MeetingTime => note.meeting.time.map(|time| time.format("%H:%M").to_string()),
        Part::MeetingZone => {
            let name = note.meeting.time_zone.as_deref()?;
            Some(name.parse().map_or_else(|_| name.to_owned(), |zone| l.zone_name(zone)))
        }
        Part::Heading(_) | Part::Paragraph(..) | Part::Item(..) | Part::Question(_) | Part::Reference(_) => None,
    }
}

/// Where a part was found: its blocks and, in a file of lines, its first line. Both count from 1.
fn place(reading: &Reading, part: Part, l: Locale) -> String {
    let blocks = reading.places(part);
    let Some(block) = blocks.first() else { return "-".to_owned() };
    let run = |(first, last): (usize, usize)| match last - first {
        0 => (first + 1).to_string(),
        _ => format!("{}–{}", first + 1, last + 1),
    };
    let number = runs(blocks).into_iter().map(run).collect::<Vec<_>>().join(", ");
    match reading.source.get(*block).and_then(|block| block.line) {
        Some(line) => l.plain("import-place-line").arg("block", number).arg("line", line.to_string()).to_string(),
        None => l.plain("import-place").arg("block", number).to_string(),
    }
}

/// The rows below each other, as terminals count cells: a Chinese character takes two.
fn columns(rows: &[Row], nothing: &str) -> Vec<String> {
    let widest = |column: fn(&Row) -> &str| rows.iter().map(|row| column(row).width()).max().unwrap_or_default();
    let (places, names) = (widest(|row| &row.0), widest(|row| &row.1));
    let padded = |text: &str, width: usize| format!("{text}{}{GAP}", " ".repeat(width.saturating_sub(text.width())));
    let under = " ".repeat(places + names + 2 * GAP.len());
    let line = |(place, name, value): &Row| {
        let value = value.as_deref().unwrap_or(nothing).replace('\n', &format!("\n{under}"));
        format!("{}{}{value}", padded(place, places), padded(name, names)).trim_end().to_owned() + "\n"
    };
    rows.iter().map(line).collect()
}

fn beginning(text: &str) -> String {
    let line = text.lines().next().unwrap_or_default();
    match line.char_indices().nth(BEGINNING) {
        Some((end, _)) => format!("{}…", line[..end].trim_end()),
        None => line.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_stand_below_each_other_in_any_script() {
        let row = |place: &str, name: &str, value: &str| (place.into(), name.into(), Some(value.into()));
        let rows = [row("第12块", "标题", "one\ntwo"), row("-", "Título", "x"), ("-".into(), "n".into(), None)];
        assert_eq!(
            columns(&rows, "none found"),
            [
                "第12块  标题    one\n                two\n".to_owned(),
                "-       Título  x\n".to_owned(),
                "-       n       none found\n".to_owned(),
            ]
        );
    }
}
