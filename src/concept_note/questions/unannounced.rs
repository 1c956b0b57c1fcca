//! Questions that no heading and no sentence announces, and topics on which views are sought.

use super::super::markers;
use super::super::numbering::Kind;
use super::super::sections::{Draft, Entry, Part};
use super::{Place, asks, headed, opening_sentences};

/// Fewest questions in one paragraph that are not asked in passing.
const SEVERAL: usize = 3;

/// What views are sought on where nothing asks: the list under the last heading or sentence that seeks them.
pub(super) fn matters(parts: &[Part]) -> Vec<Place> {
    let listed = |part: &usize| parts[*part].paragraphs.iter().any(|paragraph| !paragraph.items.is_empty());
    let headed = headed(parts, markers::seeks_views).into_iter().rev().find(listed);
    let headed = headed.map(|part| Place { part, paragraph: 0, announced: true });
    headed.or_else(|| opening_sentences(parts, markers::seeks_views, false).pop()).into_iter().collect()
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
        return vec![place];
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

/// The lists of which each entry asks, or says by its label that it is a question: the first of each section.
pub(super) fn lists(parts: &[Part]) -> Vec<Place> {
    let named = |entry: &Entry| entry.label.as_ref().is_some_and(|label| label.readings[0].0.kind == Kind::Word);
    let asking = |draft: &Draft| {
        let all = draft.items.iter().all(|entry| asks(&entry.text)) && draft.items.len() >= 2;
        all || !draft.items.is_empty() && draft.items.iter().all(named)
    };
    let first = |(part, section): (usize, &Part)| {
        let paragraph = section.paragraphs.iter().position(asking)?;
        Some(Place { part, paragraph, announced: false })
    };
    parts.iter().enumerate().filter_map(first).collect()
}

/// Whether a paragraph is a question and not a text that asks one in passing.
fn is_question(paragraph: &Draft) -> bool {
    let ends = paragraph.text.trim_end().ends_with(['?', '？', '؟']);
    ends || paragraph.label.is_some() && paragraph.text.len() < 600 && asks(&paragraph.text)
}
