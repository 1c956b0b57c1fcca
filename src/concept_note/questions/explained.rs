//! Paragraphs that explain each question: those of the last stand behind it as any text of the section does.

use super::super::headings;
use super::super::markers;
use super::super::numbering;
use super::super::sections::{Draft, Entry, Part};
use super::super::sentence::{asks, ends_sentence};

/// Moves what stands behind the last labelled question of a section into it where each but the last has as many paragraphs
/// of its own; says whether it is in doubt what is the question's.
pub(super) fn gather(parts: &mut [Part], asked: &mut [Entry]) -> bool {
    if asked.iter().any(|entry| entry.written_label().is_none()) {
        return false;
    }
    let places: Vec<Option<Place>> = asked.iter().map(|entry| place(parts, entry)).collect();
    let end = |at: &usize| places.get(at + 1).is_none_or(|next| next.map(|p| p.part) != places[*at].map(|p| p.part));
    let (ends, others): (Vec<usize>, Vec<usize>) = (0..asked.len()).partition(end);
    let own: Vec<usize> = others.iter().map(|at| explanations(&asked[*at])).collect();
    let some = own.iter().any(|count| *count > 0);
    let each = own.first().filter(|first| own.iter().all(|count| count == *first)).copied();
    let mut doubtful = false;
    for end in ends {
        let Some(place) = places[end].filter(|_| some && !asked[end].text.contains('\n')) else {
            continue;
        };
        let paragraphs = &mut parts[place.part].paragraphs;
        let behind = place.paragraph + 1..paragraphs.len();
        // more than an entry's own may stand behind it where another list follows
        let last = paragraphs[place.paragraph].items.len() == place.entry + 1;
        let explains = last && !behind.is_empty() && paragraphs[behind.clone()].iter().all(is_plain);
        let as_many = explains && each == Some(behind.len());
        doubtful |= as_many || explains && (each.is_some() || behind.len() == 1);
        if as_many {
            for draft in paragraphs.split_off(behind.start) {
                asked[end].add(&draft.text, &draft.blocks);
            }
            paragraphs[place.paragraph].items[place.entry] = asked[end].clone();
        }
    }
    doubtful
}

/// Where a question stands: section, paragraph, entry.
#[derive(Clone, Copy)]
struct Place {
    part: usize,
    paragraph: usize,
    entry: usize,
}

fn place(parts: &[Part], asked: &Entry) -> Option<Place> {
    let same = |entry: &Entry| entry.blocks == asked.blocks && entry.text == asked.text;
    parts.iter().enumerate().find_map(|(part, section)| {
        section.paragraphs.iter().enumerate().find_map(|(paragraph, draft)| {
            draft.items.iter().position(same).map(|entry| Place { part, paragraph, entry })
        })
    })
}

/// How many paragraphs of text a question has behind its first; none where a line is another thing.
fn explanations(entry: &Entry) -> usize {
    let lines = || entry.text.split('\n').skip(1);
    let says = |line: &str| ends_sentence(line) && numbering::parse(line).is_none();
    // a line for each block: none is a break inside a paragraph
    let whole = lines().count() + 1 == entry.blocks.len();
    if whole && lines().all(says) { lines().count() } else { 0 }
}

/// Whether a paragraph is text that may explain a question.
fn is_plain(draft: &Draft) -> bool {
    let text = &draft.text;
    let says_else = markers::is_contact(text) || headings::is_date_line(text) || asks(text);
    draft.label.is_none() && draft.items.is_empty() && ends_sentence(text) && !says_else
}

#[cfg(test)]
mod tests {
    use super::super::tests::asked;
    use crate::domain::concept_note::Warning;

    const FIRST: &str =
        "Guiding questions\n\n1. Who sets the light?\n\nTwo keepers do so today.\n\n2. Who pays for oil?\n\n";
    const NEXT: &str = "Next meeting\n\nThe keepers meet again in June.\n";

    /// The last question, and whether the questions are doubtful.
    fn last(text: &str) -> (String, bool) {
        let (asked, warnings) = asked(text);
        (asked.last().unwrap().text.clone(), warnings.contains(&Warning::QuestionsDoubtful))
    }

    #[test]
    fn the_last_question_has_its_explanation_as_the_others_have() {
        let own = "It could be the port, or the ships.\n\n";
        let explained = |rest: &str| last(&format!("{FIRST}{own}3. How is it reviewed?\n\n{rest}{NEXT}"));
        let (bare, both) = ("How is it reviewed?", "How is it reviewed?\nA review after two years was proposed.");
        let review = "A review after two years was proposed.\n\n";
        assert_eq!(explained(review), (both.to_owned(), true));
        assert_eq!(explained(""), (bare.to_owned(), false));
        assert_eq!(explained("RSVP: a@port.example.\n\n"), (bare.to_owned(), false));
        assert_eq!(explained(&format!("{review}Statements are short.\n\n")), (bare.to_owned(), true), "one more");
    }

    #[test]
    fn each_section_has_a_last_question() {
        let text = "Guiding questions\n\nLight\n\n1. Who sets the light?\n\nTwo do so.\n\n2. Who pays for oil?\n\nThe port \
            does.\n\nGlass\n\n3. Who cleans glass?\n\nNobody does.\n\n4. How often?\n\nOnce a year is the rule.\n\n";
        let (asked, warnings) = asked(&format!("{text}{NEXT}"));
        let second = |label: &str| asked.iter().find(|q| q.label == label).and_then(|q| q.text.split('\n').nth(1));
        assert_eq!((second("2."), second("4.")), (Some("The port does."), Some("Once a year is the rule.")));
        assert!(warnings.contains(&Warning::QuestionsDoubtful));
    }

    #[test]
    fn where_only_some_are_explained_it_is_doubted() {
        let read = |rest: &str| last(&format!("{FIRST}3. How is it reviewed?\n\n{rest}{NEXT}"));
        assert_eq!(read("A review was proposed.\n\n"), ("How is it reviewed?".to_owned(), true));
        assert_eq!(read(""), ("How is it reviewed?".to_owned(), false));
        let bare = FIRST.replace("Two keepers do so today.\n\n", "");
        let (text, doubtful) = last(&format!("{bare}3. How is it reviewed?\n\nStatements are short.\n\n{NEXT}"));
        assert_eq!((text.as_str(), doubtful), ("How is it reviewed?", false), "none is explained");
    }

    #[test]
    fn a_paragraph_that_stands_in_under_a_question_of_a_theme_explains_it() {
        let text = "B. Questions\n\nLaw\n\n  1) Which law?\n\n  2) Which rules?\n\nPractice\n\n  1) Number of banks of seeds.\n\n  \
            2) Who manages them?\n\n     Please say how the young are trained.\n\nFuture\n\n  1) How are they paid?\n\n";
        let (asked, _) = asked(text);
        let texts: Vec<_> = asked.iter().map(|question| question.text.as_str()).collect();
        assert!(texts.contains(&"Who manages them?\nPlease say how the young are trained."), "{texts:?}");
    }
}
