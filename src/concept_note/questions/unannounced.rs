//! Questions that no heading and no sentence announces, and topics on which views are sought.

use super::super::markers;
use super::super::numbering::Kind;
use super::super::sections::{Draft, Entry, Part};
use super::super::sentence::{asks, ends_asking};
use super::following::themes;
use super::{Place, asks_anywhere, begins_anew, counts_on, headed, labels, opening_sentences};

/// Fewest questions in one paragraph that are not asked in passing.
const SEVERAL: usize = 3;

/// What views are sought on where nothing asks: the list under the last heading or sentence that seeks them.
pub(super) fn matters(parts: &[Part]) -> Vec<Place> {
    let listed = |part: &usize| parts[*part].paragraphs.iter().any(|paragraph| !paragraph.items.is_empty());
    let headed = headed(parts, markers::seeks_views).into_iter().rev().find(listed);
    let headed = headed.map(|part| Place { part, paragraph: 0, announced: true });
    let listed = headed.or_else(|| opening_sentences(parts, markers::seeks_views, false).pop());
    listed.map_or_else(|| themed(parts), |place| vec![place])
}

/// The themes right below the last heading or sentence that seeks views.
fn themed(parts: &[Part]) -> Vec<Place> {
    let seeks = |part: &Part| {
        let last = part.paragraphs.last().map(|last| last.text.as_str());
        part.heading.as_deref().into_iter().chain(last).any(markers::seeks_views)
    };
    let below = |at: usize| Some(themes(&parts[at..])).filter(|count| *count > 0).map(|count| at + 1..=at + count);
    let places = (0..parts.len()).rev().filter(|at| seeks(&parts[*at])).find_map(below);
    places.into_iter().flatten().map(|part| Place { part, paragraph: 0, announced: true }).collect()
}

/// Without announcement: the longest run of questions, two at least; else each section that asks.
pub(super) fn runs(parts: &[Part]) -> Vec<Place> {
    let place = |part: usize, paragraph: usize| Place { part, paragraph, announced: false };
    let several = lists(parts);
    if several.len() >= 2 {
        return several;
    }
    let mut best: Option<(usize, Place)> = None;
    for (index, part) in parts.iter().enumerate() {
        let mut length = 0;
        for (at, paragraph) in part.paragraphs.iter().enumerate() {
            let listed = paragraph.items.iter().filter(|entry| asks(&entry.text)).count();
            length = if is_question(paragraph) { length + 1 } else { 0 };
            let (count, from) = if listed > length { (listed, at) } else { (length, (at + 1).saturating_sub(length)) };
            if count >= 2 && best.is_none_or(|(most, _)| count > most) {
                best = Some((count, place(index, from)));
            }
        }
    }
    if let Some((_, place)) = best {
        return numbered_through(parts, place.part).unwrap_or_else(|| with_neighbours(parts, place));
    }
    // where each section asks once, all that asks counts
    let asking = |paragraph: &Draft| paragraph.text.len() < 600 && asks(&paragraph.text);
    let single = |(index, part): (usize, &Part)| {
        part.paragraphs
            .iter()
            .any(is_question)
            .then(|| part.paragraphs.iter().position(asking).map(|at| place(index, at)))?
    };
    let scattered: Vec<Place> = parts.iter().enumerate().filter_map(single).collect();
    if scattered.len() >= 2 {
        return scattered;
    }
    // all of them in one paragraph
    let several = |paragraph: &Draft| paragraph.text.matches(['?', '？', '؟']).count() >= SEVERAL;
    let inside = |(index, part): (usize, &Part)| part.paragraphs.iter().position(several).map(|at| place(index, at));
    parts.iter().enumerate().find_map(inside).into_iter().collect()
}

/// The sections around one, of which each asks, through which numbers that begin at one go on: most of them are questions,
/// so that all are. None where they are a note's numbered paragraphs.
fn numbered_through(parts: &[Part], part: usize) -> Option<Vec<Place>> {
    // each section's numbers go on, or begin anew where all of it asks, or are those below its heading's own
    let both = |at: usize, is: fn(&Part) -> bool| is(&parts[at - 1]) && is(&parts[at]);
    let anew = |at: usize| begins_anew(&parts[at - 1], &parts[at]) && both(at, asks_throughout);
    let below = |at: usize| both(at, numbers_below_heading);
    let on =
        |at: &usize| (counts_on(&parts[at - 1], &parts[*at]) || anew(*at) || below(*at)) && asks_anywhere(&parts[*at]);
    let first = part - (1..=part).rev().take_while(|at| on(at) && asks_anywhere(&parts[at - 1])).count();
    let last = part + (part + 1..parts.len()).take_while(on).count();
    let all = parts[first..=last].iter().flat_map(Part::texts);
    let labelled: Vec<_> = all.filter_map(|(label, text)| Some((label?, text))).collect();
    let begins = labelled.first().is_some_and(|(label, _)| label.first_reading().1 == 1);
    let asking = labelled.iter().filter(|(_, text)| ends_asking(text)).count();
    let questions = first < last && begins && asking * 2 > labelled.len();
    questions.then(|| (first..=last).map(|part| Place { part, paragraph: 0, announced: true }).collect())
}

/// The longest run with the sections right before and behind it, as of the sessions of a meeting, where all that stands in
/// any of them asks.
fn with_neighbours(parts: &[Part], longest: Place) -> Vec<Place> {
    let at = longest.part;
    if !asks_alone(&parts[at]) {
        return vec![longest];
    }
    let first = at - parts[..at].iter().rev().take_while(|part| asks_alone(part)).count();
    let end = at + parts[at..].iter().take_while(|part| asks_alone(part)).count();
    (first..end).map(|part| Place { part, paragraph: 0, announced: false }).collect()
}

/// Whether all that stands in a section asks.
fn asks_alone(part: &Part) -> bool {
    let mut texts = part.texts().peekable();
    texts.peek().is_some() && texts.all(|(_, text)| ends_asking(text))
}

/// Whether each text of a section asks, be it on its way where it has a label.
fn asks_throughout(part: &Part) -> bool {
    let mut texts = part.texts().peekable();
    texts.peek().is_some() && texts.all(|(label, text)| ends_asking(text) || label.is_some() && asks(text))
}

/// Whether the labels of a section are its heading's with a further number: "2.1" under "2."
fn numbers_below_heading(part: &Part) -> bool {
    let own = part.label.as_ref().map(|label| label.raw.trim_end_matches(['.', ')']));
    let first = own.zip(labels(part).next()).and_then(|(own, first)| first.raw.strip_prefix(own));
    first.is_some_and(|rest| rest.trim_end_matches(['.', ')']) == ".1")
}

/// The lists of which each entry asks, or says by its label that it is a question: the first of each section.
pub(super) fn lists(parts: &[Part]) -> Vec<Place> {
    let named = |entry: &Entry| entry.label.as_ref().is_some_and(|label| label.readings[0].0.kind == Kind::Word);
    let asking = |draft: &Draft| {
        let all = draft.items.iter().all(|entry| asks(&entry.text)) && draft.items.len() >= 2;
        all || !draft.items.is_empty() && draft.items.iter().all(named)
    };
    let first = |(part, section): (usize, &Part)| {
        let paragraph = section.paragraphs.iter().position(asking)?;
        let announced = section.paragraphs[paragraph].items.iter().all(named);
        Some(Place { part, paragraph, announced })
    };
    parts.iter().enumerate().filter_map(first).collect()
}

/// Whether a paragraph is a question and not a text that asks one in passing.
fn is_question(paragraph: &Draft) -> bool {
    ends_asking(&paragraph.text) || paragraph.label.is_some() && paragraph.text.len() < 600 && asks(&paragraph.text)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::super::super::{blocks::blocks, lines::lines, sections::sections};
    use super::super::questions;

    fn read(text: &str) -> Vec<(String, String)> {
        let mut warnings = BTreeSet::new();
        let mut parts = sections(&blocks(&lines(text)), &mut warnings);
        questions(&mut parts, &mut warnings).into_iter().map(|(asked, _)| (asked.label, asked.text)).collect()
    }

    #[test]
    fn numbers_that_begin_with_questions_go_on_with_them_under_further_headings() {
        let themes = "## Quays\n\n1. Who builds them?\n\n2. Who pays?\n\n## Ropes\n\n3. Describe how they are made.\n\n\
            4. Who splices them?\n\n## Lamps\n\n5. Who lights them?\n\n6. Oil and wicks.\n\n";
        let after = "## Manner\n\n7. Answers are short, and they are printed.\n";
        let asked = [
            ("1.", "Who builds them?"),
            ("2.", "Who pays?"),
            ("3.", "Describe how they are made."),
            ("4.", "Who splices them?"),
            ("5.", "Who lights them?"),
            ("6.", "Oil and wicks."),
        ]
        .map(|(label, text)| (label.to_owned(), text.to_owned()));
        assert_eq!(read(&format!("{themes}{after}")), asked);
        // paragraphs that are numbered through ask in passing
        let text = "## Quays\n\n1. Quays are old.\n\n2. Who pays?\n\n3. Who knows?\n\n## Ropes\n\n\
            4. They are made of hemp.\n\n5. But who splices them? Nobody knows.\n\n";
        assert_eq!(read(&format!("{text}{after}")).len(), 2);
    }

    #[test]
    fn sections_that_ask_and_stand_together_are_taken_together() {
        let sessions = "## Aim\n\nTo hear all.\n\n## Session 1: Quays\n\n- Who builds them?\n\n- Who pays?\n\n## Session 2: \
            Ropes\n\n- Who splices them?\n\n## Manner\n\nAnswers are short.\n\n## Speakers\n\n- Who comes first?\n";
        let texts = |text: &str| read(text).into_iter().map(|(_, text)| text).collect::<Vec<_>>();
        assert_eq!(texts(sessions), ["Who builds them?", "Who pays?", "Who splices them?"]);
        let told = sessions.replace("- Who splices them?", "Ropes are made of hemp.");
        assert_eq!(texts(&told), ["Who builds them?", "Who pays?"]);
    }

    #[test]
    fn numbers_below_those_of_headings_and_numbers_that_begin_anew_are_one_questionnaire() {
        let texts = |text: &str| read(text).into_iter().map(|(label, _)| label).collect::<Vec<_>>();
        let nested = "# Questionnaire on quays\n\n(Port, 2-6 May 2027)\n\n## Note\n\nQuays are old.\n\n## 1. Stone\n\n\
            1.1. Who builds?\n\n1.2. Who pays?\n\n## 2. Rope\n\n2.1. Who splices it?\n\n2.2. Name three knots.\n\n\
            ## 3. Light\n\n3.1. Who lights it?\n\n## Address\n\nTo the port.\n";
        assert_eq!(texts(nested), ["1.1.", "1.2.", "2.1.", "2.2.", "3.1."]);
        let anew = "## Panel 1: Stone\n\n1. Who builds? Name one port at least.\n\n2. Who pays?\n\n## Panel 2: Rope\n\n\
            1. Who splices it?\n\n2. Rope rots. Who tars it?\n\n## Close\n\nA text will be printed.\n";
        assert_eq!(texts(anew), ["1.", "2.", "1.", "2."]);
    }

    #[test]
    fn what_is_called_a_question_is_one_in_any_form_and_under_any_heading() {
        let text = "## Stone\n\nQuestion 1: Who builds?\n\nReply:\n\nQuestion 2: Age of the quays, in years\n\nReply:\n\n\
            ## Rope\n\nQuestion 3: Kinds of rope in use\n\nReply:\n\nQuestion 4: Who splices it?\n\nReply:\n";
        let asked = read(text);
        let texts: Vec<&str> = asked.iter().map(|(_, text)| text.as_str()).collect();
        assert_eq!(texts, ["Who builds?", "Age of the quays, in years", "Kinds of rope in use", "Who splices it?"]);
    }
}
