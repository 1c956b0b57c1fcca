//! The sections that go on with the heading of the questions, where neither level nor number tells what stands under it.

use super::super::headings;
use super::super::sections::Part;
use super::super::sentence::{asks, ends_asking};
use super::{asks_anywhere, begins_anew, counts_on, labels, mostly, mostly_asks, under};

/// The section with the questions, or those under it: "Guiding questions" over "Prevention" and "Financing".
pub(super) fn with_following(parts: &[Part], first: usize) -> Vec<usize> {
    let under = under::under(parts, first);
    if under.clone().any(|at| asks_anywhere(&parts[at])) {
        let own = parts[first].paragraphs.iter().any(|p| !p.items.is_empty());
        return std::iter::once(first).filter(|_| own).chain(under).collect();
    }
    if parts[first].paragraphs.iter().any(|p| asks(&p.text) || p.items.iter().any(|i| asks(&i.text))) {
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
            mostly_asks(&parts[*at]) || on
        })
        .count()
        .max(themes(&parts[first..]));
    if silent { (first + 1..=first + asking).collect() } else { Vec::new() }
}

fn continues(above: &Part, below: &Part) -> bool {
    // what asks on its way and says more belongs to a text
    counts_on(above, below) && mostly(below, ends_asking)
}

/// How many sections right behind the first are its themes: their headings count "A.", "B.", "C.", and all that stands
/// under them is numbered through, or anew from one under each. What they ask may be said in any form.
fn themes(parts: &[Part]) -> usize {
    let listed = |part: &Part| {
        let entries = part.paragraphs.iter().flat_map(|draft| &draft.items);
        let plain = part.paragraphs.iter().any(|draft| draft.label.is_some() || !draft.text.is_empty());
        !plain && entries.clone().count() > 0 && entries.into_iter().all(|entry| entry.label.is_some())
    };
    let first = |part: &Part| {
        let numbers = labels(part).next().is_some_and(|label| !label.is_bullet() && label.first_reading().1 == 1);
        numbers && part.label.as_ref().is_some_and(|label| label.first_reading().1 == 1)
    };
    let next = |pair: &[Part]| {
        let labels = pair[0].label.as_ref().zip(pair[1].label.as_ref());
        let heads = labels.is_some_and(|(label, next)| headings::follows(label, next));
        heads && listed(&pair[1]) && (counts_on(&pair[0], &pair[1]) || begins_anew(&pair[0], &pair[1]))
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
}
