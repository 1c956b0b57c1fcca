//! Questions become entries of one list, however the note sets them: as paragraphs, with prefaces, or all in one.

use std::collections::BTreeSet;

use super::super::headings;
use super::super::markers;
use super::super::numbering::{Label, Style, labelled};
use super::super::sections::{Draft, Entry, add_line};
use super::super::sentence::{asks, ends_asking, ends_with_colon, is_one_sentence};
use super::super::unmarked::LONGEST_TOPIC;
use crate::domain::concept_note::Warning;

/// Longest topic with a number behind the last question, in words and in Chinese characters.
const LONGEST_LAST_TOPIC: (usize, usize) = (8, 16);

/// Moves questions that stand as paragraphs into the list of the paragraph that introduces them.
pub(super) struct Rebuild {
    announced: bool,
    /// The numbers go on with those of the questions above, or begin anew as those do.
    numbered_on: bool,
    paragraphs: Vec<Draft>,
    /// Paragraph and entry of each question found.
    found: Vec<(usize, usize)>,
    /// A statement that may belong to the next question.
    preface: Option<Draft>,
}

impl Rebuild {
    /// `before` is the paragraph above the first question.
    pub fn new(announced: bool, numbered_on: bool, before: Option<Draft>) -> Rebuild {
        Rebuild { announced, numbered_on, paragraphs: before.into_iter().collect(), found: Vec::new(), preface: None }
    }

    pub fn run(mut self, drafts: Vec<Draft>, warnings: &mut BTreeSet<Warning>) -> (Vec<Draft>, Vec<Entry>) {
        let any = drafts.iter().any(|p| asks(&p.text) || p.items.iter().any(|entry| asks(&entry.text)));
        let (count, last_asking) = (drafts.len(), drafts.iter().rposition(|p| asks(&p.text)));
        let overall = is_over_lists(&drafts);
        let counted = |draft: &Draft| draft.label.is_some() || draft.items.iter().any(|entry| entry.label.is_some());
        let last_counted = drafts.iter().rposition(counted);
        let mut drafts = drafts.into_iter().enumerate();
        for (index, draft) in drafts.by_ref() {
            let introduces = ends_with_colon(&draft.text) || index == 0 && any && !asks(&draft.text);
            let asked = draft.items.iter().any(|entry| asks(&entry.text));
            let sub_questions = self.announced && !draft.items.is_empty() && self.goes_on(draft.label.as_ref());
            // a question over all the others introduces them
            if overall && asked && asks(&draft.text) && !ends_with_colon(&draft.text) {
                warnings.insert(Warning::QuestionsDoubtful);
                self.list(draft);
            } else if self.leaves(&draft, Some(index) > last_counted) || self.is_next_paragraph(&draft) {
                warnings.insert(Warning::QuestionsDoubtful);
                self.keep(draft);
                break;
            } else if !self.found.is_empty() && is_fact(&draft) {
                self.keep(draft);
            } else if sub_questions || asks(&draft.text) && !ends_with_colon(&draft.text) {
                if asked && self.found.last().is_some_and(|last| self.label_of(*last).is_none()) {
                    // its bullets may be questions as those above are
                    warnings.insert(Warning::QuestionsDoubtful);
                }
                self.question(draft);
            } else if self.goes_on(draft.items.first().and_then(|first| first.label.as_ref()))
                || !draft.items.is_empty() && (self.found.is_empty() || asked) && (asked || self.announced || !any)
            {
                self.list(draft);
            } else if self.announced && self.numbered_on && index == 0 && draft.label.is_some() {
                // the first under a further heading, with the next number or the first
                self.question(draft);
            } else if introduces || index == 0 && count > 1 && markers::mentions_questions(&draft.text) {
                self.keep(draft);
            } else if self.announced && self.goes_on(draft.label.as_ref()) {
                self.question(draft);
            } else if self.announced && self.is_topic(&draft, Some(index) < last_asking) {
                if Some(index) > last_asking {
                    warnings.insert(Warning::QuestionsDoubtful);
                }
                self.question(draft);
            } else if !self.found.is_empty() && draft.label.is_some() && any {
                // the next numbered paragraph has left the questions, or is a topic among them
                let topic = || {
                    let short = headings::is_within(draft.text.trim_end(), LONGEST_TOPIC);
                    short && is_one_sentence(&draft.text) && self.goes_on(draft.label.as_ref())
                };
                if self.announced && Some(index) < last_asking || !self.announced && topic() {
                    warnings.insert(Warning::QuestionsDoubtful);
                }
                self.keep(draft);
                break;
            } else if any && draft.label.is_none() {
                self.flush();
                self.preface = Some(draft);
            } else if !any && self.announced && !self.is_numbered_otherwise(&draft) {
                self.question(draft);
            } else {
                self.keep(draft);
            }
        }
        self.flush();
        self.paragraphs.extend(drafts.map(|(_, draft)| draft));
        self.split(warnings);
        let entry = |(paragraph, entry): &(usize, usize)| self.paragraphs[*paragraph].items[*entry].clone();
        let found = self.found.iter().map(entry).collect();
        (self.paragraphs, found)
    }

    /// Whether a label goes on with numbers that began with the questions.
    fn goes_on(&self, label: Option<&Label>) -> bool {
        let entry = |(paragraph, entry): &(usize, usize)| self.paragraphs[*paragraph].items[*entry].label.as_ref();
        let (first, last) = (self.found.first().and_then(entry), self.found.last().and_then(entry));
        let (Some(first), Some(last), Some(label)) = (first, last, label) else {
            return false;
        };
        let goes_on = |(style, place): &(Style, u32)| {
            (self.numbered_on || first.place(*style) == Some(1)) && label.place(*style) == Some(place + 1)
        };
        !last.is_bullet() && last.readings.iter().any(goes_on)
    }

    /// Whether a paragraph has left the questions: its number is none of theirs, or it has none and stands `behind` all
    /// that have, and it asks on its way and says more.
    fn leaves(&self, draft: &Draft, behind: bool) -> bool {
        let last = self.found.last().and_then(|last| self.label_of(*last));
        let unlike = draft.label.as_ref().map_or(behind, |label| !self.goes_on(Some(label)));
        let other = last.is_some() && unlike;
        let on_its_way = asks(&draft.text) && !ends_asking(&draft.text);
        other && on_its_way && draft.items.is_empty() && !self.numbered_on
    }

    /// Whether a paragraph that asks nothing has the number after that of the paragraph whose list the questions are: "3."
    /// behind "2." with its "1." and "2.".
    fn is_next_paragraph(&self, draft: &Draft) -> bool {
        let own = self.found.last().and_then(|last| self.paragraphs[last.0].label.as_ref());
        let next = own.zip(draft.label.as_ref()).is_some_and(|(own, next)| headings::follows(own, next));
        next && self.goes_on(draft.label.as_ref()) && !asks(&draft.text) && draft.items.is_empty()
    }

    /// Whether a paragraph behind a list of questions has a label of another order: "3." behind "(d)".
    fn is_numbered_otherwise(&self, draft: &Draft) -> bool {
        let listed = self.found.last().is_some_and(|last| self.paragraphs[last.0].items.len() > 1);
        listed && draft.items.is_empty() && draft.label.as_ref().is_some_and(|label| !self.goes_on(Some(label)))
    }

    /// Whether a paragraph goes on with numbers in which the questions stand among the note's own, and is a topic: one
    /// sentence, a short one behind the last question.
    fn is_topic(&self, draft: &Draft, between: bool) -> bool {
        // only an introduction stands before them
        let Some((0, first)) = self.found.first().copied() else {
            return false;
        };
        let items = &self.paragraphs[0].items;
        let last = self.found.last().filter(|last| last.0 == 0).and_then(|last| items[last.1].label.as_ref());
        let numbered = items[first].label.is_some();
        let next = last.zip(draft.label.as_ref()).is_some_and(|(last, next)| headings::follows(last, next));
        let longest = if between { LONGEST_TOPIC } else { LONGEST_LAST_TOPIC };
        let one = draft.items.is_empty() && is_one_sentence(&draft.text);
        numbered && next && one && headings::is_within(draft.text.trim_end(), longest)
    }

    /// The label of a question found, as the note writes it.
    fn label_of(&self, (paragraph, entry): (usize, usize)) -> Option<&str> {
        self.paragraphs[paragraph].items[entry].written_label()
    }

    fn flush(&mut self) {
        if let Some(preface) = self.preface.take() {
            self.paragraphs.push(preface);
        }
    }

    fn keep(&mut self, draft: Draft) {
        self.flush();
        self.paragraphs.push(draft);
    }

    /// A paragraph whose entries are the questions.
    fn list(&mut self, draft: Draft) {
        self.flush();
        let at = self.paragraphs.len();
        self.found.extend((0..draft.items.len()).map(|entry| (at, entry)));
        self.paragraphs.push(draft);
    }

    /// A paragraph that is a question, with its own list as sub-questions.
    fn question(&mut self, draft: Draft) {
        let mut entry = Entry {
            label: draft.label,
            text: draft.text,
            blocks: draft.blocks,
            beside: draft.beside,
            notes: draft.notes,
        };
        for sub in draft.items {
            entry.add(&labelled(sub.label.as_ref(), &sub.text), &sub.blocks);
            entry.beside.extend(sub.beside);
        }
        // the second paragraph of a labelled question
        let labelled = |(p, e): &(usize, usize)| self.paragraphs[*p].items[*e].written_label().is_some();
        if let (None, Some((paragraph, last)), None) =
            (&entry.label, self.found.last().copied().filter(|last| labelled(last)), &self.preface)
        {
            let above = &mut self.paragraphs[paragraph].items[last];
            above.add(&entry.text, &entry.blocks);
            above.beside.extend(entry.beside);
            return;
        }
        if let Some(preface) = self.preface.take() {
            if let Some((paragraph, last)) = self.found.last().copied().filter(|last| {
                // between two labelled questions, it goes on with the first
                labelled(last) && entry.label.is_some() && !ends_with_colon(&preface.text) && preface.items.is_empty()
            }) {
                self.paragraphs[paragraph].items[last].add(&preface.text, &preface.blocks);
            } else if self.found.is_empty() || entry.label.is_some() {
                self.paragraphs.push(preface);
            } else {
                entry.text = format!("{}\n{}", preface.text, entry.text);
                entry.blocks.splice(0..0, preface.blocks);
            }
        }
        self.entry(entry);
    }

    fn entry(&mut self, entry: Entry) {
        if self.paragraphs.is_empty() {
            self.paragraphs.push(Draft::default());
        }
        let at = self.paragraphs.len() - 1;
        self.paragraphs[at].items.push(entry);
        self.found.push((at, self.paragraphs[at].items.len() - 1));
    }

    /// Divides the one question there is, if it has no label and asks several things.
    fn split(&mut self, warnings: &mut BTreeSet<Warning>) {
        let [(paragraph, at)] = self.found[..] else {
            return;
        };
        let draft = &mut self.paragraphs[paragraph];
        let (text, blocks) = (draft.items[at].text.clone(), draft.items[at].blocks.clone());
        if draft.items[at].label.is_some() || text.matches(['?', '？', '؟']).count() < 2 {
            return;
        }
        let mut rest = text.as_str();
        // "Participants may wish to consider: How ...?"
        if let Some((head, tail)) =
            rest.split_once([':', '：']).filter(|(head, _)| !asks(head) && markers::mentions_questions(head))
        {
            let head = text[..head.len() + text[head.len()..].chars().next().map_or(0, char::len_utf8)].to_owned();
            add_line(&mut draft.text, &head);
            draft.blocks.extend(&blocks);
            rest = tail;
        }
        let mut pieces: Vec<Entry> = rest
            .split_inclusive(['?', '？', '؟'])
            .map(|piece| Entry { text: piece.trim().to_owned(), blocks: blocks.clone(), ..Entry::default() })
            .filter(|piece| !piece.text.is_empty())
            .collect();
        // what follows the last question mark asks nothing
        let tail = pieces.pop_if(|last| !asks(&last.text));
        if let Some(last) = pieces.last_mut() {
            last.beside = std::mem::take(&mut draft.items[at].beside);
        }
        draft.items.splice(at..=at, pieces);
        self.found = (at..draft.items.len()).map(|entry| (paragraph, entry)).collect();
        if let Some(tail) = tail {
            self.paragraphs.insert(paragraph + 1, Draft { text: tail.text, blocks, ..Draft::default() });
        }
        warnings.insert(Warning::QuestionsSplit);
    }
}

/// "Format: open debate. Who attends? Ministers."
fn is_fact(draft: &Draft) -> bool {
    let bare = draft.label.is_none() && draft.items.is_empty();
    bare && markers::is_fact(&draft.text) && !ends_asking(&draft.text)
}

/// Whether questions without labels stand over lists of questions: over the only one, or over lists that number on.
fn is_over_lists(drafts: &[Draft]) -> bool {
    let asking: Vec<&Draft> =
        drafts.iter().filter(|p| asks(&p.text) || p.items.iter().any(|entry| asks(&entry.text))).collect();
    let counted = |draft: &&Draft| {
        let labels = draft.items.iter().all(|entry| entry.written_label().is_some());
        draft.label.is_none() && !draft.items.is_empty() && labels
    };
    let on = |pair: &[&Draft]| {
        let ends = |entry: Option<&Entry>| entry.and_then(|entry| entry.label.clone());
        ends(pair[0].items.last())
            .zip(ends(pair[1].items.first()))
            .is_some_and(|(last, next)| headings::follows(&last, &next))
    };
    asking.iter().all(counted) && asking.iter().any(|draft| draft.items.len() > 1) && asking.windows(2).all(on)
}

#[cfg(test)]
mod tests;
