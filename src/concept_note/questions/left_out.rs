//! What may be a question and was not taken for one: asked behind the first question, numbered on, or a topic behind the last.

use std::collections::HashSet;

use super::super::headings;
use super::super::markers;
use super::super::sections::{Draft, Entry, Part};
use super::super::sentence::ends_asking;
use super::super::unmarked::LONGEST_TOPIC;
use super::{counts_on, labels};

/// Whether something in the sections from `first` on, `last` the last with questions, may be one beside those `asked`.
pub(super) fn any(parts: &[Part], first: usize, last: usize, asked: &[Entry]) -> bool {
    let taken: HashSet<usize> = asked.iter().flat_map(|entry| &entry.blocks).copied().collect();
    // without a heading, a short text behind questions is one more paragraph
    let headed = parts[last].heading.as_deref().is_some_and(markers::is_question_heading);
    let left = |blocks: &[usize]| !blocks.iter().any(|block| taken.contains(block));
    let annex = |part: &Part| part.heading.as_deref().is_some_and(|heading| markers::annex(heading).is_some());
    let end = parts[last..].iter().position(annex).map_or(parts.len(), |annex| last + annex);
    let mut behind =
        parts[first..end].iter().flat_map(|part| &part.paragraphs).skip_while(|draft| !holds(draft, &taken));
    let asks = |draft: &Draft| {
        left(&draft.blocks) && ends_asking(&draft.text) && draft.items.is_empty()
            || draft.items.iter().any(|entry| left(&entry.blocks) && ends_asking(&entry.text))
    };
    behind.any(asks)
        || asked.windows(2).any(skips)
        || goes_on(parts, last, &left)
        || headed && has_topic(&parts[last], &taken)
}

/// Whether the second of two questions has a label after the one that would follow: (a), (c).
fn skips(pair: &[Entry]) -> bool {
    let labels = pair[0].label.as_ref().zip(pair[1].label.as_ref());
    labels.filter(|(last, next)| !headings::follows(last, next)).is_some_and(|(last, next)| {
        let (style, place) = last.first_reading();
        place > 0 && next.place(style).is_some_and(|next| next > place + 1)
    })
}

/// Whether a paragraph holds a question.
fn holds(draft: &Draft, taken: &HashSet<usize>) -> bool {
    draft.items.iter().any(|entry| entry.blocks.iter().any(|block| taken.contains(block)))
}

/// Whether the next section has entries whose numbers go on from the questions'.
fn goes_on(parts: &[Part], last: usize, left: &impl Fn(&[usize]) -> bool) -> bool {
    parts.get(last + 1).is_some_and(|below| {
        let listed = below.paragraphs.first().is_some_and(|draft| {
            draft.label.is_none() && draft.text.is_empty() && draft.items.iter().all(|entry| left(&entry.blocks))
        });
        listed && labels(below).next().is_some() && counts_on(&parts[last], below)
    })
}

/// Whether a short text without a label stands right behind the last question.
fn has_topic(part: &Part, taken: &HashSet<usize>) -> bool {
    let Some(at) = part.paragraphs.iter().rposition(|draft| holds(draft, taken)) else {
        return false;
    };
    let topic = |draft: &Draft| {
        let text = &draft.text;
        let says_else = markers::is_contact(text) || headings::is_date_line(text);
        draft.label.is_none() && draft.items.is_empty() && headings::is_within(text, LONGEST_TOPIC) && !says_else
    };
    // questions without labels end where their kind does
    let unlabelled = part.paragraphs[at].items.last().is_some_and(|entry| entry.label.is_none());
    unlabelled && part.paragraphs.get(at + 1).is_some_and(topic)
}

#[cfg(test)]
mod tests {
    use super::super::tests::{asked, doubtful};
    use crate::domain::concept_note::Warning;

    #[test]
    fn what_asks_behind_the_questions_is_doubted() {
        let note =
            "Background\n\nWhat is water? It is scarce.\n\nGuiding questions\n\n1. Who pays?\n\n2. Who drinks?\n\n";
        let format = "Format\n\nThe debate is open.\n\n";
        assert!(!doubtful(&format!("{note}{format}")));
        assert!(doubtful(&format!("{note}{format}Given all this, what can be done?\n\nIt will be printed.\n")));
        assert!(!doubtful(&format!("{note}{format}Annex\n\nEarlier questions\n\n1. What was asked?\n")), "an annex");
    }

    #[test]
    fn a_label_that_is_left_out_is_doubted() {
        assert!(doubtful("Guiding questions\n\n(a) Who pays?\n\n(c) Who drinks?\n\nFormat\n\nOpen debate.\n"));
        let anew = "Guiding questions\n\nWater\n\n1. Who pays?\n\n2. Why?\n\nOil\n\n1. Who drinks?\n\n2. How?\n";
        assert!(!doubtful(anew), "numbers may begin anew");
    }

    #[test]
    fn a_topic_behind_questions_without_labels_is_doubted() {
        let note = "Guiding questions\n\nHow can the Council act?\n\nWhat funding is needed?\n\n";
        assert!(doubtful(&format!("{note}The role of organizations in prevention.\n\nFormat\n\nOpen debate.\n")));
        assert!(!doubtful(&format!("{note}Format\n\nThe debate is open to all members.\n")));
        let plain =
            "An exchange\n\nSpeakers are brief.\n\nWho plans?\n\nWho pays?\n\nThe exchange is closed to the press.\n";
        assert!(!doubtful(plain), "nothing announces them");
    }

    #[test]
    fn a_line_of_contact_behind_the_questions_is_not_doubted() {
        let note = "Guiding questions\n\nHow can the Council act?\n\nWhat funding is needed?\n\n";
        for line in ["RSVP: ito@mission.example", "cc: Members of the Council", "New York, 3 May 2031"] {
            let (asked, warnings) = asked(&format!("{note}{line}\n"));
            assert_eq!((asked.len(), warnings.contains(&Warning::QuestionsDoubtful)), (2, false), "{line}");
        }
        let (asked, warnings) = asked(&format!("{note}Permanent Mission of Ghana\n"));
        assert_eq!((asked.len(), warnings.contains(&Warning::QuestionsDoubtful)), (2, true));
    }

    #[test]
    fn numbers_go_on_under_the_headings_of_a_questionnaire() {
        let text = "Questionnaire\n\nA. Law\n\n1. What laws exist?\n\n2. How are they kept?\n\nB. Practice\n\n3. Please describe \
            the obstacles.\n\n4. Please share data.\n\nC. Advice\n\n5. What would you advise?\n";
        assert_eq!(asked(text).0.len(), 5);
    }
}
