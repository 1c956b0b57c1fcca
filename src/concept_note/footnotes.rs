//! Footnotes: which line leads to each, and with which paragraph it is kept.

use std::collections::HashMap;

use super::blocks::Block;
use super::letter;
use super::lines::Line;
use super::outline::Outline;
use super::reading::{self, Part as Place};
use super::sections::{Draft, Part};

/// Longest name, in characters; what is longer is cut off.
const LONGEST: usize = 64;

/// A footnote, until the line that leads to it is found.
#[derive(Clone, Debug, Default)]
pub(super) struct Footnote {
    /// The name by which lines lead to it ([`name`]); empty where it has none.
    pub name: String,
    pub text: String,
    /// The line above it; that one has it where none leads to it. `usize::MAX`: the last.
    pub behind: usize,
}

/// A name as it is compared.
pub(super) fn name(written: &str) -> String {
    written.trim_start_matches('_').chars().take(LONGEST).flat_map(char::to_lowercase).collect()
}

/// Gives each footnote to the first line that leads to it, or to the one it stands behind.
pub(super) fn settle(lines: &mut [Line], notes: Vec<Footnote>) {
    let Some(last) = lines.len().checked_sub(1).filter(|_| !notes.is_empty()) else {
        return;
    };
    let mut led: HashMap<String, usize> = HashMap::new();
    for (at, line) in lines.iter().enumerate() {
        for name in line.leads.iter().filter(|name| !name.is_empty()) {
            led.entry(name.clone()).or_insert(at);
        }
    }
    for note in notes {
        let at = led.get(&note.name).copied().unwrap_or(note.behind.min(last));
        lines[at].add_note(&note.text);
    }
}

/// Keeps what footnotes say with the paragraphs and entries that lead to them. Those to a heading are a paragraph below it,
/// and those to the note's title, and to what is no part of the note, one before all others; the letter has its own
/// ([`letter::paragraphs`]).
///
/// Gives the blocks that lead to those of the first paragraph; they stand before the text. Empty where there are none.
pub(super) fn keep(parts: &mut Vec<Part>, blocks: &[Block], outline: &Outline) -> Vec<usize> {
    let places = reading::text(outline, parts, std::iter::empty());
    let owners: HashMap<usize, Place> =
        places.into_iter().flat_map(|(place, blocks)| blocks.into_iter().map(move |block| (block, place))).collect();
    let (letter, heading) = (letter::blocks(blocks, outline), letter::heading(blocks, outline));
    let of_letter = |at: usize| letter.contains(&at) || heading == Some(at);
    let (mut to_title, mut leading) = (Vec::new(), Vec::new());
    let mut to_headings: Vec<Vec<String>> = vec![Vec::new(); parts.len()];
    for (at, block) in blocks.iter().enumerate().filter(|(at, _)| !of_letter(*at)) {
        let notes = match owners.get(&at) {
            Some(Place::Item(part, paragraph, item)) => &mut parts[*part].paragraphs[*paragraph].items[*item].notes,
            Some(Place::Paragraph(part, paragraph)) => &mut parts[*part].paragraphs[*paragraph].notes,
            Some(Place::Heading(part)) => &mut to_headings[*part],
            _ => {
                leading.extend((!block.notes.is_empty()).then_some(at));
                &mut to_title
            }
        };
        notes.extend(block.notes.lines().map(str::to_owned));
    }
    for (part, notes) in parts.iter_mut().zip(to_headings) {
        put_first(part, notes);
    }
    if !to_title.is_empty() && parts.first().is_none_or(|part| part.heading.is_some()) {
        parts.insert(0, Part::default());
    }
    if let Some(first) = parts.first_mut() {
        put_first(first, to_title);
    }
    leading
}

fn put_first(part: &mut Part, notes: Vec<String>) {
    if !notes.is_empty() {
        part.paragraphs.insert(0, Draft { notes, blocks: part.block.into_iter().collect(), ..Draft::default() });
    }
}

#[cfg(test)]
mod tests {
    use crate::concept_note::{Part as Place, Reading, read};
    use crate::domain::concept_note::Warning;

    const TEXT: &str = "# Concept note on lamps[^t]\n\n## Background[^h]\n\n1. Lamps fail[^a] at sea,[^b] as keepers have \
        said for long.\n2. Some lamps never fail.\n\n## Guiding questions\n\n(a) Who keeps the lamps?[^q]\n(b) Who pays for \
        them?\n\n## Next steps\n\nA summary will be sent.\n\n[^q]: Of any kind.\n[^h]: As of May.\n[^a]: See A/79/211.\n    \
        And more.\n[^t]: Without those of ships.\n[^b]: The Keeper, p. 3.\n[^z]: Nothing leads here.\n";

    fn notes(reading: &Reading) -> Vec<(usize, &str, Vec<&str>)> {
        let sections = reading.note.sections.iter().enumerate();
        let paragraphs = sections.flat_map(|(at, section)| section.paragraphs.iter().map(move |p| (at, p)));
        let texts = paragraphs.flat_map(|(at, p)| {
            let items = p.items.iter().map(move |item| (at, item.text.as_str(), &item.notes));
            std::iter::once((at, p.text.as_str(), &p.notes)).chain(items)
        });
        let noted = texts.filter(|(.., notes)| !notes.is_empty());
        noted.map(|(at, text, notes)| (at, text, notes.iter().map(String::as_str).collect())).collect()
    }

    #[test]
    fn each_stands_with_the_paragraph_that_leads_to_it() {
        let reading = read(TEXT.as_bytes(), Some("note.md"), &[]).unwrap();
        let expected = [
            (0, "", vec!["Without those of ships."]),
            (1, "", vec!["As of May."]),
            (
                1,
                "Lamps fail at sea, as keepers have said for long.",
                vec!["See A/79/211. And more.", "The Keeper, p. 3."],
            ),
            (2, "Who keeps the lamps?", vec!["Of any kind."]),
            (3, "A summary will be sent.", vec!["Nothing leads here."]),
        ];
        assert_eq!(notes(&reading), expected);
        assert_eq!(reading.note.sections[0].heading, None, "before the first heading");
        let words =
            |at: Place| reading.places(at).iter().map(|block| reading.source[*block].text.as_str()).collect::<Vec<_>>();
        assert_eq!(words(Place::Paragraph(0, 0)), ["Concept note on lamps"]);
        assert_eq!(words(Place::Paragraph(1, 0)), ["Background"]);
        assert_eq!(reading.note.references, ["A/79/211"]);
        assert!(!reading.note.warnings.contains(&Warning::QuestionsDoubtful));
    }

    #[test]
    fn those_of_the_letter_stand_in_it() {
        let letter = "Letter dated 3 May 2021 from the Permanent Representative of Norway to the United Nations addressed to \
            the Secretary-General[^2]\n\nI have the honour to transmit herewith a concept note.[^1]\n\n(Signed) Mona Juul\n\nAnnex \
            to the letter dated 3 May 2021\n\n";
        let text = format!("{letter}{TEXT}\n[^1]: Sent late.\n[^2]: Issued again.\n");
        let reading = read(text.as_bytes(), Some("note.md"), &[]).unwrap();
        assert!(reading.letter.iter().any(|paragraph| paragraph.ends_with("concept note.\nSent late.")), "{reading:?}");
        assert_eq!(reading.letter[0], "Issued again.");
        assert_eq!(notes(&reading).len(), 5);
    }
}
