//! Judgement is shown: each part carries where it was found, and what was guessed is a warning.

use std::fs;

use rapporteur::concept_note::{Part, Reading, Region, SourceBlock};
use rapporteur::domain::concept_note::Warning;

use super::{library, read_whole, root};

fn real() -> Reading {
    read_whole(&fs::read(root().join("seeds/concept-note-2020-11-25.txt")).unwrap(), None).unwrap()
}

fn block(reading: &Reading, part: Part) -> Option<&SourceBlock> {
    reading.places(part).first().map(|at| &reading.source[*at])
}

#[test]
fn parts_of_the_real_note_are_found_where_they_stand() {
    let reading = real();
    let line = |part| block(&reading, part).and_then(|block| block.line);
    for (part, expected) in [
        (Part::Title, Some(27)),
        (Part::Symbol, None),
        (Part::DistributionDate, Some(8)),
        (Part::Language, Some(10)),
        (Part::LetterDate, Some(12)),
        (Part::LetterFrom, Some(12)),
        (Part::LetterSignatory, Some(20)),
        (Part::Presidency, Some(14)),
        (Part::MeetingDate, Some(27)),
        (Part::MeetingTime, Some(14)),
        (Part::MeetingZone, Some(14)),
        (Part::Heading(0), Some(29)),
        (Part::Paragraph(0, 0), Some(31)),
        (Part::Paragraph(1, 1), Some(39)),
        (Part::Heading(6), Some(97)),
    ] {
        assert_eq!(line(part), expected, "{part:?}");
    }
    for (at, question) in reading.note.questions.iter().enumerate() {
        let block = block(&reading, Part::Question(at)).unwrap();
        assert_eq!((block.label.as_deref(), &block.text), (Some(question.label.as_str()), &question.text));
    }
}

#[test]
fn the_source_holds_every_word_of_the_file_in_order() {
    let text = fs::read_to_string(root().join("seeds/concept-note-2020-11-25.txt")).unwrap();
    let words = |text: &str| text.split_whitespace().map(str::to_owned).collect::<Vec<_>>();
    // as a reader sees the marks of emphasis and links
    let typed =
        words(&text.replace("**", "").replace("](#)", "").replace('[', "").replace("\\(", "(").replace("\\)", ")"));
    let written = |block: &SourceBlock| words(&format!("{} {}", block.label.clone().unwrap_or_default(), block.text));
    assert_eq!(real().source.iter().flat_map(written).collect::<Vec<_>>(), typed);
}

#[test]
fn the_source_is_divided_into_the_parts_of_the_document() {
    let reading = real();
    let first = |region| reading.source.iter().find(|block| block.region == region).map(|block| block.line.unwrap());
    let firsts = [Region::Masthead, Region::Letter, Region::Annex, Region::Note].map(first);
    assert_eq!(firsts, [Some(5), Some(12), Some(25), Some(27)]);
    assert!(reading.source.is_sorted_by_key(|block| block.region));
    let alone = read_whole(format!("Concept note on words\n\n{TEXT}\n").as_bytes(), None).unwrap();
    assert!(alone.source.iter().all(|block| block.region == Region::Note));
}

/// For each note of the library: what was understood stands in the block it is said to be from.
#[test]
fn parts_of_every_note_stand_in_their_blocks() {
    for file in library() {
        let reading = read_whole(&fs::read(&file).unwrap(), None).unwrap();
        let note = &reading.note;
        let holds = |part: Part, text: &str| {
            let first: String = text.lines().next().unwrap_or_default().chars().take(30).collect();
            let block = block(&reading, part).unwrap_or_else(|| panic!("{file:?}: {part:?} has no place"));
            // a title may go on in the lines below
            let begins = text.starts_with(block.text.trim_end_matches([':', '：', ' ']));
            // an initial before a name reads as a label
            let whole = format!("{} {}", block.label.clone().unwrap_or_default(), block.text);
            assert!(whole.contains(first.trim()) || begins, "{file:?}: {part:?} {first:?} is not in {whole:?}");
        };
        // every line of a list's entry, sub-list and all
        let stands = |part: Part, text: &str| {
            let blocks = reading.places(part).iter().map(|at| &reading.source[*at]);
            let words = |text: &str| text.chars().filter(|c| c.is_alphanumeric()).collect::<String>();
            let written: String =
                blocks.map(|block| words(block.label.as_deref().unwrap_or_default()) + &words(&block.text)).collect();
            for line in text.lines() {
                assert!(written.contains(&words(line)), "{file:?}: {part:?} {line:?} is not in {written:?}");
            }
        };
        if let Some(title) = &note.title {
            holds(Part::Title, title);
        }
        if let Some(symbol) = &note.symbol {
            holds(Part::Symbol, symbol);
        }
        if let Some(signatory) = &note.letter.signatory {
            holds(Part::LetterSignatory, signatory);
        }
        for (section, found) in note.sections.iter().enumerate() {
            if let Some(heading) = &found.heading {
                holds(Part::Heading(section), heading);
            }
            for (at, paragraph) in found.paragraphs.iter().enumerate().filter(|(_, p)| !p.text.is_empty()) {
                holds(Part::Paragraph(section, at), &paragraph.text);
            }
            for (at, paragraph) in found.paragraphs.iter().enumerate() {
                for (item, entry) in paragraph.items.iter().enumerate() {
                    stands(Part::Item(section, at, item), &entry.text);
                }
            }
        }
        for (at, question) in note.questions.iter().enumerate() {
            stands(Part::Question(at), &question.text);
        }
        for (at, reference) in note.references.iter().enumerate() {
            holds(Part::Reference(at), reference);
        }
        let places = [
            (Part::DistributionDate, note.distribution_date.is_some()),
            (Part::LetterDate, note.letter.date.is_some()),
            (Part::LetterFrom, note.letter.from.is_some()),
            (Part::Presidency, note.presidency.is_some()),
            (Part::MeetingDate, note.meeting.date.is_some()),
            (Part::MeetingTime, note.meeting.time.is_some()),
            (Part::Language, note.original_language.is_some() && !note.warnings.contains(&Warning::LanguageDetected)),
            (Part::MeetingZone, note.meeting.time.is_some() && !note.warnings.contains(&Warning::TimeZoneAssumed)),
        ];
        for (part, understood) in places {
            assert_eq!(block(&reading, part).is_some(), understood, "{file:?}: {part:?}");
        }
        assert!(reading.source.iter().all(|block| block.line.is_some()), "a text has lines");
    }
}

fn warnings(text: &str) -> Vec<Warning> {
    let reading = read_whole(text.as_bytes(), None).unwrap();
    let usual = [Warning::LanguageDetected, Warning::NoQuestions, Warning::TimeZoneAssumed, Warning::NoTitle];
    reading.note.warnings.into_iter().filter(|warning| !usual.contains(warning)).collect()
}

const TEXT: &str = "The text of this note is long enough to be a paragraph and asks nothing.";

#[test]
fn a_first_line_taken_for_the_title_is_said() {
    assert_eq!(warnings(&format!("Open debate on words\n\n{TEXT}\n")), [Warning::TitleAssumed]);
    for sure in ["# Open debate on words", "Concept note on words", "Open debate on words\n\nConcept note"] {
        assert_eq!(warnings(&format!("{sure}\n\n{TEXT}\n")), [], "{sure}");
    }
}

const LETTER: &str = "Letter dated 2 May 2022 from the Permanent Representative of Kenya to the United Nations addressed to \
    the Secretary-General";

#[test]
fn a_presidency_known_by_the_office_alone_is_said() {
    let letter = |sentence: &str| format!("{LETTER}\n\n{sentence}\n\nAnnex\n\nConcept note on words\n\n{TEXT}\n");
    assert_eq!(warnings(&letter("I have the honour to transmit a note.")), [Warning::PresidencyByOffice]);
    assert_eq!(warnings(&letter("Kenya will assume the presidency of the Security Council in May.")), []);
}

#[test]
fn a_letter_taken_for_the_note_is_said() {
    let text = format!("{LETTER}\n\nKenya will assume the presidency of the Security Council in May.\n\n{TEXT}\n");
    assert_eq!(warnings(&text), [Warning::LetterAsNote]);
}

#[test]
fn a_day_or_an_hour_among_several_is_said() {
    let note = |text: &str| warnings(&format!("Concept note on words\n\n{TEXT}\n\n{text}\n"));
    assert_eq!(note("The meeting will be held on 3 May 2022 at 10 a.m. New York time."), []);
    assert_eq!(
        note("A debate will be held on 3 May 2022 at 10 a.m. A debate will be held on 5 May 2022 at 3 p.m."),
        [Warning::MeetingDateUncertain]
    );
    assert_eq!(
        note("A debate will be held on 3 May 2022. It is long awaited. The meeting will begin at 10 a.m."),
        [Warning::MeetingTimeUncertain]
    );
    let listed = "The debate will be held on 20 May 2031. A further part of it opens on 17 May 2031 at 9.30 a.m.";
    let note = format!("Concept note on words\n\nContext\n\n{listed} {TEXT}\n\nGuiding questions\n\n1. Who?\n");
    assert!(warnings(&note).contains(&Warning::MeetingDateUncertain));
}

#[test]
fn questions_from_several_places_are_said() {
    let one = "Guiding questions\n\n(a) How can words be kept?\n(b) Who keeps them?\n";
    let under = "Guiding questions\n\nKeeping\n\n(a) How can words be kept?\n\nKeepers\n\n(b) Who keeps them?\n";
    let two = format!("{one}\nScope\n\n{TEXT}\n\nQuestions for discussion\n\n(c) Why are words kept?\n");
    let note = |text: &str| warnings(&format!("Concept note on words\n\nContext\n\n{TEXT}\n\n{text}"));
    assert_eq!(note(one), []);
    assert_eq!(note(under), []);
    assert_eq!(note(&two), [Warning::QuestionsScattered]);
}

#[test]
fn what_may_be_another_note_is_said() {
    let part = |label| format!("Background\n\n{TEXT}\n\nGuiding questions\n\n({label}) How can words be kept?\n");
    let themes = format!("Concept note on words\n\n{}\n{}", part('a'), part('b'));
    assert_eq!(warnings(&themes), [Warning::NotesDoubtful, Warning::QuestionsScattered]);
}
