//! The sections that go on with the heading of the questions, where neither level nor number tells what stands under it.

use super::super::headings;
use super::super::numbering::Label;
use super::super::sections::Part;
use super::super::sentence::{ends_asking, is_one_sentence};
use super::{asks_anywhere, begins_anew, counts_on, labels, mostly, mostly_asks, under};

/// The section with the questions, or those under it: "Guiding questions" over "Prevention" and "Financing".
pub(super) fn with_following(parts: &[Part], first: usize) -> Vec<usize> {
    let under = under::under(parts, first);
    if under.clone().any(|at| asks_anywhere(&parts[at])) {
        let own = parts[first].paragraphs.iter().any(|p| !p.items.is_empty());
        return std::iter::once(first).filter(|_| own).chain(under).collect();
    }
    if asks_anywhere(&parts[first]) {
        let mut places = vec![first];
        // the labels may go on under another heading
        while let Some(next) = places.last().map(|last| last + 1).filter(|next| *next < parts.len()) {
            if !continues(&parts[next - 1], &parts[next]) {
                break;
            }
            places.push(next);
        }
        return places;
    }
    let silent = parts[first].paragraphs.iter().all(|p| p.items.is_empty());
    let asking = (first + 1..parts.len())
        .take_while(|at| {
            let listed = || parts[*at].paragraphs.iter().all(|p| p.label.is_none() && !p.items.is_empty());
            let on =
                *at > first + 1 && counts_on(&parts[at - 1], &parts[*at]) && (asks_anywhere(&parts[*at]) || listed());
            mostly_asks(&parts[*at]) && !(*at > first + 1 && leaves(&parts[at - 1], &parts[*at])) || on
        })
        .count()
        .max(themes(&parts[first..]));
    if silent { (first + 1..=first + asking).collect() } else { Vec::new() }
}

fn continues(above: &Part, below: &Part) -> bool {
    // what asks on its way and says more belongs to a text
    counts_on(above, below) && mostly(below, ends_asking)
}

/// Whether a section behind questions with labels has none, and asks on its way alone: "Need help? Write to us."
fn leaves(above: &Part, below: &Part) -> bool {
    labels(above).next().is_some() && labels(below).next().is_none() && !mostly(below, ends_asking)
}

/// How many sections right behind the first are its themes: their headings count "A.", "B.", "C.", and all that stands
/// under them is numbered through, or anew from one under each, or has bullets. What they ask may be said in any form.
pub(super) fn themes(parts: &[Part]) -> usize {
    let listed = |part: &Part| {
        let paragraphs = part.paragraphs.iter().filter(|draft| !draft.text.is_empty());
        let mut texts = part.texts().peekable();
        let short = paragraphs.clone().all(|draft| is_one_sentence(&draft.text));
        short && texts.peek().is_some() && texts.all(|(label, _)| label.is_some())
    };
    let bullets = |part: &Part| labels(part).all(Label::is_bullet);
    let first = |part: &Part| {
        let begins = bullets(part) || labels(part).next().is_some_and(|label| label.first_reading().1 == 1);
        begins && part.label.as_ref().is_some_and(|label| label.first_reading().1 == 1)
    };
    let next = |pair: &[Part]| {
        let labels = pair[0].label.as_ref().zip(pair[1].label.as_ref());
        let heads = labels.is_some_and(|(label, next)| headings::follows(label, next));
        let on = counts_on(&pair[0], &pair[1]) || begins_anew(&pair[0], &pair[1]) || pair.iter().all(bullets);
        heads && listed(&pair[1]) && on
    };
    let begins = parts.get(1).is_some_and(|part| first(part) && listed(part));
    if begins { 1 + parts[1..].windows(2).take_while(|pair| next(pair)).count() } else { 0 }
}

#[cfg(test)]
mod tests {
    use super::super::tests::asked;
    use crate::domain::concept_note::Warning;

    #[test]
    fn what_is_numbered_under_lettered_themes_asks_in_any_form() {
        let themes = "A. Law\n1. Please describe the laws that protect lamps.\n2. Please give examples.\n\nB. Practice\n\
            3. Please list obstacles:\n   - of money;\n   - of oil.\n\nC. Other\n4. Any other information.\n\n";
        let text = |heading: &str| {
            format!(
                "Background\n\nLamps are old.\n\n{heading}\n\nViews are welcome.\n\n{themes}Use\n\nAll will be printed.\n"
            )
        };
        let (questions, warnings) = asked(&text("Key questions"));
        let labels: Vec<_> = questions.iter().map(|question| question.label.as_str()).collect();
        assert_eq!(labels, ["1.", "2.", "3.", "4."]);
        assert_eq!(questions[2].text, "Please list obstacles:\n- of money;\n- of oil.");
        assert!(!warnings.contains(&Warning::QuestionsDoubtful));
        assert_eq!(asked(&text("Programme")).0, []);
    }

    #[test]
    fn themes_under_what_seeks_views_are_asked_in_any_form() {
        let text = |labels: [&str; 4]| {
            let [a, b, c, d] = labels;
            format!(
                "Matters\n\nContributions may be about some or all of the points below.\n\nA. Law\n\n{a}lamps in law;\n\n\
                {b}the oil tax.\n\nB. Practice\n\n{c}lamps that failed;\n\n{d}who mended them.\n\nSending\n\n\
                All will be printed, with the name of who wrote it.\n"
            )
        };
        let themes = ["lamps in law;", "the oil tax.", "lamps that failed;", "who mended them."];
        for labels in [["1) ", "2) ", "1) ", "2) "], ["1. ", "2. ", "3. ", "4. "], ["- ", "- ", "- ", "- "]] {
            let (questions, _) = asked(&text(labels));
            assert_eq!(questions.into_iter().map(|question| question.text).collect::<Vec<_>>(), themes, "{labels:?}");
        }
    }

    #[test]
    fn what_asks_on_its_way_behind_numbered_questions_is_none() {
        let text = "Guiding questions\n\nPanel 1: Stone\n\n1. Who builds?\n\n2. Who pays?\n\nPanel 2: Rope\n\n\
            1. Who splices it?\n\n2. Who tars it?\n\nRegistration\n\nPlaces are few. Need help? Write to the port.\n";
        assert_eq!(asked(text).0.len(), 4);
    }
}
