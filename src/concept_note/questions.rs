//! The guiding questions: where they are announced, where they merely stand, and how they are divided.

use std::collections::{BTreeSet, HashSet};

use super::blocks::ends_with_colon;
use super::markers;
use super::numbering::{Kind, letter_label};
use super::sections::{Draft, Entry, Part, add_line};
use crate::domain::concept_note::{Question, Warning};

/// Finds the questions, and makes them list entries of their section where they are not.
pub(super) fn questions(parts: &mut [Part], warnings: &mut BTreeSet<Warning>) -> Vec<Question> {
    let places = announced(parts).or_else(|| {
        let run = run(parts)?;
        if !is_labelled_so(&parts[run.part], run.paragraph) {
            warnings.insert(Warning::QuestionsWithoutHeading);
        }
        Some(vec![run])
    });
    let mut entries = Vec::new();
    for place in places.unwrap_or_default() {
        let part = &mut parts[place.part];
        let rest = part.paragraphs.split_off(place.paragraph);
        let (rebuilt, found) = Rebuild::new(place.announced).run(rest, warnings);
        part.paragraphs.extend(rebuilt);
        entries.extend(found);
    }
    if entries.is_empty() {
        warnings.insert(Warning::NoQuestions);
    }
    labelled(entries, warnings)
}

/// Where questions begin.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Place {
    part: usize,
    paragraph: usize,
    /// A heading says so, so that entries count without a question mark.
    announced: bool,
}

/// Places that a heading or an opening sentence announces, in order of trust.
fn announced(parts: &[Part]) -> Option<Vec<Place>> {
    let whole = |part: usize| Place { part, paragraph: 0, announced: true };
    let strong: Vec<usize> = headed(parts, markers::is_question_heading);
    let asked: Vec<Place> = strong.iter().flat_map(|part| with_following(parts, *part)).map(whole).collect();
    let opened = || opening_sentences(parts, true);
    let weak = || {
        let weak = headed(parts, markers::mentions_questions);
        weak.into_iter().filter(|part| asks_anywhere(&parts[*part])).map(whole).collect()
    };
    let silent = || {
        let filled = |part: &&usize| parts[**part].paragraphs.iter().any(|p| !p.items.is_empty() || p.label.is_none());
        strong.iter().rev().find(filled).map(|part| vec![whole(*part)]).unwrap_or_default()
    };
    let noun_phrases = || opening_sentences(parts, false);
    let ranked: [&dyn Fn() -> Vec<Place>; 5] = [&|| distinct(asked.clone()), &opened, &weak, &silent, &noun_phrases];
    ranked.iter().map(|find| find()).find(|places| !places.is_empty())
}

fn headed(parts: &[Part], test: fn(&str) -> bool) -> Vec<usize> {
    let with = |part: &Part| part.heading.as_deref().is_some_and(test);
    (0..parts.len()).filter(|part| with(&parts[*part])).collect()
}

/// The section with the questions, or those under it: "Guiding questions" over "Prevention" and "Financing".
fn with_following(parts: &[Part], first: usize) -> Vec<usize> {
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
    let asking = parts[first + 1..].iter().take_while(|part| mostly_asks(part)).count();
    if silent { (first + 1..=first + asking).collect() } else { Vec::new() }
}

fn continues(above: &Part, below: &Part) -> bool {
    let last = above.paragraphs.iter().rev().find_map(|p| p.items.last()).and_then(|entry| entry.label.as_ref());
    let first = below.paragraphs.iter().find_map(|p| p.items.first()).and_then(|entry| entry.label.as_ref());
    let follows = last.zip(first).is_some_and(|(last, first)| {
        last.readings.iter().any(|(style, place)| !last.is_bullet() && first.place(*style) == Some(place + 1))
    });
    follows && mostly_asks(below)
}

fn distinct(mut places: Vec<Place>) -> Vec<Place> {
    let mut seen = HashSet::new();
    places.retain(|place| seen.insert(place.part));
    places.sort_by_key(|place| place.part);
    places
}

/// "Participants may wish to consider the following questions:"
fn opening_sentences(parts: &[Part], must_ask: bool) -> Vec<Place> {
    let opens = |part: &Part, at: usize| {
        let here = &part.paragraphs[at];
        let below = part.paragraphs.get(at + 1).filter(|_| here.items.is_empty());
        let list = here.items.iter().map(|entry| &entry.text).chain(below.map(|below| &below.text));
        let found = if must_ask { list.clone().any(|text| asks(text)) } else { !here.items.is_empty() };
        found && ends_with_colon(&here.text) && markers::mentions_questions(&here.text)
    };
    let place = |part: usize, paragraph: usize| Place { part, paragraph, announced: false };
    let mut places = Vec::new();
    for (index, part) in parts.iter().enumerate() {
        places.extend((0..part.paragraphs.len()).find(|at| opens(part, *at)).map(|at| place(index, at)));
    }
    places
}

/// Without announcement: the longest run of questions, two at least.
fn run(parts: &[Part]) -> Option<Place> {
    let ends = |text: &str| text.trim_end().ends_with(['?', '？', '؟']);
    let mut best: Option<(usize, Place)> = None;
    for (index, part) in parts.iter().enumerate() {
        let mut length = 0;
        for (at, paragraph) in part.paragraphs.iter().enumerate() {
            let listed = paragraph.items.iter().filter(|entry| asks(&entry.text)).count();
            length = if ends(&paragraph.text) { length + 1 } else { 0 };
            let (count, from) = if listed > length { (listed, at) } else { (length, (at + 1).saturating_sub(length)) };
            if count >= 2 && best.is_none_or(|(most, _)| count > most) {
                best = Some((count, Place { part: index, paragraph: from, announced: false }));
            }
        }
    }
    best.map(|(_, place)| place)
}

/// "Question 1:" announces itself.
fn is_labelled_so(part: &Part, paragraph: usize) -> bool {
    let first = part.paragraphs.get(paragraph).and_then(|p| p.items.first()).and_then(|entry| entry.label.as_ref());
    first.is_some_and(|label| label.readings[0].0.kind == Kind::Word)
}

/// Whether a text asks something.
fn asks(text: &str) -> bool {
    text.contains(['?', '？', '؟'])
}

fn asks_anywhere(part: &Part) -> bool {
    part.paragraphs.iter().any(|p| asks(&p.text) || p.items.iter().any(|entry| asks(&entry.text)))
}

fn mostly_asks(part: &Part) -> bool {
    let texts = part.paragraphs.iter().flat_map(|p| std::iter::once(&p.text).chain(p.items.iter().map(|i| &i.text)));
    let texts: Vec<&String> = texts.filter(|text| !text.is_empty()).collect();
    let asking = texts.iter().filter(|text| asks(text)).count();
    asking > 0 && asking * 2 >= texts.len()
}

/// Moves questions that stand as paragraphs into the list of the paragraph that introduces them.
struct Rebuild {
    announced: bool,
    paragraphs: Vec<Draft>,
    /// Paragraph and entry of each question found.
    found: Vec<(usize, usize)>,
    /// A statement that may belong to the next question.
    preface: Option<Draft>,
}

impl Rebuild {
    fn new(announced: bool) -> Rebuild {
        Rebuild { announced, paragraphs: Vec::new(), found: Vec::new(), preface: None }
    }

    fn run(mut self, drafts: Vec<Draft>, warnings: &mut BTreeSet<Warning>) -> (Vec<Draft>, Vec<Entry>) {
        let any = drafts.iter().any(|p| asks(&p.text) || p.items.iter().any(|entry| asks(&entry.text)));
        let count = drafts.len();
        let mut drafts = drafts.into_iter().enumerate();
        for (index, draft) in drafts.by_ref() {
            let introduces = ends_with_colon(&draft.text) || index == 0 && any && !asks(&draft.text);
            let asked = draft.items.iter().any(|entry| asks(&entry.text));
            if asks(&draft.text) && !ends_with_colon(&draft.text) {
                self.question(draft);
            } else if !draft.items.is_empty() && (self.found.is_empty() || asked) && (asked || self.announced || !any) {
                self.list(draft);
            } else if introduces || index == 0 && count > 1 && markers::mentions_questions(&draft.text) {
                self.keep(draft);
            } else if !self.found.is_empty() && draft.label.is_some() && any {
                // the next numbered paragraph has left the questions
                self.keep(draft);
                break;
            } else if any && draft.label.is_none() {
                self.flush();
                self.preface = Some(draft);
            } else if !any && self.announced {
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
        let mut entry = Entry { label: draft.label, text: draft.text };
        for sub in draft.items {
            let label = sub.label.map(|label| label.raw + " ").unwrap_or_default();
            add_line(&mut entry.text, &format!("{label}{}", sub.text));
        }
        // the second paragraph of a labelled question
        let labelled = |(p, e): &(usize, usize)| self.paragraphs[*p].items[*e].written_label().is_some();
        if let (None, Some((paragraph, last)), None) =
            (&entry.label, self.found.last().copied().filter(|last| labelled(last)), &self.preface)
        {
            add_line(&mut self.paragraphs[paragraph].items[last].text, &entry.text);
            return;
        }
        if let Some(preface) = self.preface.take() {
            if self.found.is_empty() || entry.label.is_some() {
                self.paragraphs.push(preface);
            } else {
                entry.text = format!("{}\n{}", preface.text, entry.text);
            }
        }
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
        let text = draft.items[at].text.clone();
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
            rest = tail;
        }
        let mut pieces: Vec<Entry> = rest
            .split_inclusive(['?', '？', '؟'])
            .map(|piece| Entry { label: None, text: piece.trim().to_owned() })
            .filter(|piece| !piece.text.is_empty())
            .collect();
        // what follows the last question mark asks nothing
        let tail = pieces.pop_if(|last| !asks(&last.text));
        draft.items.splice(at..=at, pieces);
        self.found = (at..draft.items.len()).map(|entry| (paragraph, entry)).collect();
        if let Some(tail) = tail {
            self.paragraphs.insert(paragraph + 1, Draft { text: tail.text, ..Draft::default() });
        }
        warnings.insert(Warning::QuestionsSplit);
    }
}

/// Gives each question a label: its own, or a letter by its place.
fn labelled(entries: Vec<Entry>, warnings: &mut BTreeSet<Warning>) -> Vec<Question> {
    let mut seen = HashSet::new();
    let mut questions = Vec::with_capacity(entries.len());
    for (place, entry) in entries.into_iter().enumerate() {
        let label = entry.written_label().map(str::to_owned).unwrap_or_else(|| {
            warnings.insert(Warning::QuestionsLabelled);
            letter_label(place + 1)
        });
        if !seen.insert(label.clone()) {
            warnings.insert(Warning::RepeatedLabels);
        }
        questions.push(Question { label, text: entry.text });
    }
    questions
}
