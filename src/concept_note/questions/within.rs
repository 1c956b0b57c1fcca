//! Questions inside one paragraph, each behind a label: "Participants may wish to consider: (a) how ...; (b) whether ...".

use std::collections::BTreeSet;

use super::super::headings;
use super::super::inside;
use super::super::markers;
use super::super::numbering::{self, Label};
use super::super::sections::{Draft, Entry, Part};
use super::super::sentence::{ends_sentence, ends_with_colon};
use super::asks_anywhere;
use crate::domain::concept_note::Warning;

/// Makes entries of them, under a heading that announces questions or behind words that do; no word is lost.
pub(super) fn divide(parts: &mut [Part], warnings: &mut BTreeSet<Warning>) {
    // where nothing else asks, views sought on matters are what is asked
    let silent = !parts
        .iter()
        .any(|part| asks_anywhere(part) || part.heading.as_deref().is_some_and(markers::is_question_heading));
    let announces = |head: &str| markers::mentions_questions(head) || silent && markers::seeks_views(head);
    for part in parts {
        let headed = part.heading.as_deref().is_some_and(markers::is_question_heading);
        for draft in part.paragraphs.iter_mut().filter(|draft| headed && draft.items.len() == 1) {
            let entries = further(&draft.items[0]);
            if entries.len() > 1 {
                draft.items = entries;
                warnings.insert(Warning::QuestionsSplit);
            }
        }
        for draft in part.paragraphs.iter_mut().filter(|draft| draft.items.is_empty()) {
            let labels = inside::labels(&draft.text);
            let Some(head) = labels.first().map(|(at, ..)| draft.text[..*at].trim_end()) else {
                continue;
            };
            let announced = ends_with_colon(head) && announces(head);
            let opens = headed && !ends_sentence(head) && inside::are_entries(&draft.text, &labels);
            if labels.len() > 1 && (announced || opens) {
                draft.items = entries(draft, &labels);
                draft.text = head.to_owned();
                warnings.insert(Warning::QuestionsSplit);
            }
        }
    }
}

/// Divides the one entry of a list at the labels that go on inside its text, each behind a question: "1) Who? 2) Why?".
fn further(entry: &Entry) -> Vec<Entry> {
    let mut entries = Vec::new();
    let (mut label, mut rest) = (entry.label.clone(), entry.text.as_str());
    while let Some((end, next, text)) = label.as_ref().and_then(|own| next_label(own, rest)) {
        let asked = rest[..end].to_owned();
        entries.push(Entry { label, text: asked, blocks: entry.blocks.clone(), ..Entry::default() });
        (label, rest) = (Some(next), text);
    }
    let (text, blocks, beside) = (rest.to_owned(), entry.blocks.clone(), entry.beside.clone());
    entries.push(Entry { label, text, blocks, beside, ..Entry::default() });
    entries
}

/// Where a text ends before the label that follows another, that label, and the text behind it.
fn next_label<'a>(own: &Label, text: &'a str) -> Option<(usize, Label, &'a str)> {
    let mut ends = text.match_indices(['?', '？', '؟', ';', '；']).map(|(at, mark)| at + mark.len());
    ends.find_map(|at| {
        let (label, rest) = numbering::parse(text[at..].trim_start())?;
        (!own.is_bullet() && headings::follows(own, &label)).then_some((at, label, rest))
    })
}

fn entries(draft: &Draft, labels: &[(usize, usize, Label)]) -> Vec<Entry> {
    let ends = labels.iter().skip(1).map(|(at, ..)| *at).chain([draft.text.len()]);
    let entry = |((_, begin, label), end): (&(usize, usize, Label), usize)| Entry {
        label: Some(label.clone()),
        text: draft.text[*begin..end].trim().to_owned(),
        blocks: draft.blocks.clone(),
        ..Entry::default()
    };
    labels.iter().zip(ends).map(entry).collect()
}

#[cfg(test)]
mod tests {
    use super::super::tests::asked;
    use super::*;

    fn read(text: &str) -> (Vec<String>, bool) {
        let (asked, warnings) = asked(text);
        let asked = asked.into_iter().map(|question| question.label + " " + &question.text);
        (asked.collect(), warnings.contains(&Warning::QuestionsSplit))
    }

    #[test]
    fn labels_inside_a_paragraph_divide_it() {
        let list = "(a) how States keep lamps (see A/80/1); (b) whether oil is needed, and (c) what keepers do.";
        let asked =
            ["(a) how States keep lamps (see A/80/1);", "(b) whether oil is needed, and", "(c) what keepers do."];
        let asked: Vec<String> = asked.iter().map(|text| (*text).to_owned()).collect();
        let headed =
            format!("Guiding questions\n\n2. Participants may wish to consider: {list}\n\nFormat\n\n3. Be short.");
        assert_eq!(read(&headed), (asked.clone(), true));
        let announced = format!("Background\n\nLamps are old. The questions are these: {list}\n\nFormat\n\nBe short.");
        assert_eq!(read(&announced), (asked.clone(), true));
        let sought = announced.replace("The questions are these", "Members may wish to consider, inter alia");
        assert_eq!(read(&sought), (asked.clone(), true));
        assert_eq!(read(&format!("{sought}\n\nWhat now?\n")).0, Vec::<String>::new(), "something else asks");
        let told = format!("Background\n\nThe report says three things: {list}\n\nFormat\n\nBe short.");
        assert_eq!(read(&told), (vec![], false));
        assert!(!read(&headed.replace("(a)", "(d)").replace("(b)", "(f)")).1);
        let led =
            format!("Guiding questions\n\n2. Delegations are invited to address {list}\n\nFormat\n\n3. Be short.");
        assert_eq!(read(&led), (asked.clone(), true));
        let pointed = "Guiding questions\n\n2. Who keeps what (a) and (b) name?\n\n3. Who loses it?\n";
        assert_eq!(read(pointed).0.len(), 2);
        for list in [
            "i) the help for\nvictims ; ii) the money for it ; et\niii) the tools.",
            "(a) the help for victims;\n(b) the money for it; and\n(c) the tools.",
        ] {
            let broken = format!(
                "Guiding questions\n\nSpeakers are invited to speak of what follows: {list}\n\nFormat\n\nBe short."
            );
            assert_eq!(read(&broken).0.len(), 3, "{list}");
        }
        let chinese =
            "指导性问题\n\n与会者不妨考虑以下问题：（一）各国如何合作；（二）是否需要基金。\n\n形式\n\n发言应简短。";
        let close = "Guiding questions:\n\n1) Who plans? 2) Who pays, in 2026? 3) Why?\n\nFormat: open debate.\n";
        let each = ["1) Who plans?", "2) Who pays, in 2026?", "3) Why?"].map(str::to_owned).to_vec();
        assert_eq!(read(close), (each, true));
        assert_eq!(read(chinese), (vec!["（一） 各国如何合作；".to_owned(), "（二） 是否需要基金。".to_owned()], true));
    }
}
