//! The sections that stand under the heading of the questions, and headings that are questions themselves.

use std::ops::Range;

use super::super::markers;
use super::super::numbering::{Kind, labelled};
use super::super::sections::{Draft, Entry, Part};
use super::super::sentence;

/// How far the next number is looked for, in sections.
const REACH: usize = 100;

/// The sections of lower rank than one, right below it: by the levels that the file names, else up to the next number of
/// its own kind of label. Empty where neither tells.
pub(super) fn under(parts: &[Part], at: usize) -> Range<usize> {
    let own = &parts[at];
    let annex = |part: &Part| part.heading.as_deref().is_some_and(|heading| markers::annex(heading).is_some());
    let end = if own.level > 0 {
        let lower = |part: &&Part| part.level > own.level && !annex(part);
        at + 1 + parts[at + 1..].iter().take_while(lower).count()
    } else if own.label.is_none() {
        at + 1
    } else {
        let next = |part: &Part| {
            let labels = own.label.as_ref().zip(part.label.as_ref());
            labels.is_some_and(|(own, next)| {
                own.readings.iter().any(|(style, place)| next.place(*style) == Some(place + 1))
            })
        };
        parts[at + 1..]
            .iter()
            .take(REACH)
            .position(|part| annex(part) || next(part))
            .filter(|below| next(&parts[at + 1 + below]))
            .map_or(at + 1, |below| at + 1 + below)
    };
    at + 1..end
}

/// Makes entries of the headings under one that announces questions, where they are the questions; what stands under
/// each is the rest of it.
pub(super) fn gather(parts: &mut Vec<Part>) {
    let mut at = 0;
    while at < parts.len() {
        let announces = parts[at].heading.as_deref().is_some_and(markers::is_question_heading);
        let below = if announces { under(parts, at) } else { at..at };
        if !below.is_empty() && parts[below.clone()].iter().all(is_question) {
            let entries: Vec<Entry> = parts.drain(below).map(entry).collect();
            let list = parts[at].paragraphs.last_mut().filter(|last| last.items.is_empty());
            match list {
                Some(introduction) => introduction.items = entries,
                None => parts[at].paragraphs.push(Draft { items: entries, ..Draft::default() }),
            }
        }
        at += 1;
    }
}

/// Whether a heading is a question, and what stands under it asks no other.
fn is_question(part: &Part) -> bool {
    let heading = part.heading.as_deref().unwrap_or_default();
    let labelled = part.label.as_ref().is_some_and(|label| label.readings[0].0.kind == Kind::Word);
    let listed = part.paragraphs.iter().any(|paragraph| paragraph.items.iter().any(|item| sentence::asks(&item.text)));
    let asks = sentence::ends_asking(heading);
    !listed && (asks && !part.paragraphs.iter().any(|paragraph| sentence::asks(&paragraph.text)) || labelled)
}

fn entry(part: Part) -> Entry {
    let blocks = part.block.into_iter().collect();
    let mut entry = Entry { label: part.label, text: part.heading.unwrap_or_default(), blocks, ..Entry::default() };
    for paragraph in part.paragraphs {
        if !paragraph.text.is_empty() {
            entry.add(&labelled(paragraph.label.as_ref(), &paragraph.text), &paragraph.blocks);
        }
        entry.beside.extend(paragraph.beside);
        for item in paragraph.items {
            entry.add(&labelled(item.label.as_ref(), &item.text), &item.blocks);
            entry.beside.extend(item.beside);
        }
    }
    entry
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::super::super::{blocks::blocks, lines::lines, sections::sections};
    use super::*;

    fn parts(text: &str) -> Vec<Part> {
        sections(&blocks(&lines(text)), &mut BTreeSet::new())
    }

    #[test]
    fn what_stands_under_a_heading_is_told_by_level_or_number() {
        let levels = parts("## Questions\n\n### Laws\n\na\n\n### Practice\n\nb\n\n## Next steps\n\nc");
        assert_eq!(under(&levels, 0), 1..3);
        assert_eq!(under(&levels, 3), 4..4);
        let numbers = parts("III. QUESTIONS\n\nA. LAWS\n\na\n\nB. PRACTICE\n\nb\n\nIV. NEXT STEPS\n\nc");
        assert_eq!(under(&numbers, 0), 1..3);
        assert_eq!(under(&numbers, 1), 2..2);
    }

    #[test]
    fn headings_that_ask_are_entries() {
        let mut asking =
            parts("## Questions\n\n### Who pays?\n\nSay how much.\n\n- and when\n\n### 2. Who reads?\n\n## Next\n\nc");
        gather(&mut asking);
        let entries: Vec<_> =
            asking[0].paragraphs[0].items.iter().map(|item| (item.written_label(), item.text.as_str())).collect();
        assert_eq!(entries, [(None, "Who pays?\nSay how much.\n- and when"), (Some("2."), "Who reads?")]);
        assert_eq!(asking.len(), 2);
        let mut themes = parts("## Questions\n\n### Laws\n\n1. Who pays?\n\n### Practice\n\n2. Who reads?");
        gather(&mut themes);
        assert_eq!(themes.len(), 3);
    }
}
