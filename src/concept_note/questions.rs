//! The guiding questions: where they are announced, where they merely stand, and how they are divided.

mod explained;
mod following;
mod left_out;
mod rebuild;
mod tails;
mod unannounced;
mod under;
mod within;

use std::collections::{BTreeSet, HashSet};

use super::headings;
use super::markers;
use super::numbering::{Kind, Label};
use super::sections::{Entry, Part};
use super::sentence::{asks, ends_with_colon};
use crate::domain::{
    concept_note::{Question, Warning},
    series::Series,
};
use following::with_following;
use rebuild::Rebuild;
use unannounced::{lists, matters, runs};

/// A question, and the blocks it stands in, counted from where the note's text begins.
pub(super) type Asked = (Question, Vec<usize>);

/// Finds the questions, and makes them list entries of their section where they are not.
pub(super) fn questions(parts: &mut Vec<Part>, warnings: &mut BTreeSet<Warning>) -> Vec<Asked> {
    under::gather(parts);
    within::divide(parts, warnings);
    let places = announced(parts).unwrap_or_else(|| {
        let found = Some(runs(parts)).filter(|runs| !runs.is_empty()).unwrap_or_else(|| matters(parts));
        if found.iter().any(|place| !is_labelled_so(&parts[place.part], place.paragraph)) {
            warnings.insert(Warning::QuestionsWithoutHeading);
        }
        found
    });
    if places.windows(2).any(|pair| !goes_on(parts, pair[0], pair[1])) {
        warnings.insert(Warning::QuestionsScattered);
    }
    let numbered_on: Vec<bool> =
        (0..places.len()).map(|at| at > 0 && numbers_on(parts, places[at - 1], places[at])).collect();
    let reach = places.first().zip(places.last()).map(|(first, last)| (first.part, last.part));
    let mut entries = Vec::new();
    for (place, numbered_on) in places.into_iter().zip(numbered_on) {
        let part = &mut parts[place.part];
        let rest = part.paragraphs.split_off(place.paragraph);
        // without a heading, questions belong to the paragraph they stand under
        let before = part.paragraphs.pop_if(|before| !place.announced && before.items.is_empty());
        let (rebuilt, found) = Rebuild::new(place.announced, numbered_on, before).run(rest, warnings);
        part.paragraphs.extend(rebuilt);
        entries.extend(found);
    }
    match reach {
        Some((first, last)) if !entries.is_empty() => {
            let explained = explained::gather(parts, &mut entries);
            if explained || left_out::any(parts, first, last, &entries) || tails::doubtful(&entries, &parts[last]) {
                warnings.insert(Warning::QuestionsDoubtful);
            }
        }
        _ => drop(warnings.insert(Warning::NoQuestions)),
    }
    labelled(entries, warnings)
}

/// Whether questions at one place go on at the next: in the section below, under the heading that announces both.
fn goes_on(parts: &[Part], above: Place, below: Place) -> bool {
    let headed = parts[below.part].heading.as_deref().is_some_and(markers::is_question_heading);
    above.announced && below.announced && below.part == above.part + 1 && !headed
}

/// Whether the numbers of questions go on at the next place, or begin anew there.
fn numbers_on(parts: &[Part], above: Place, below: Place) -> bool {
    let (over, under) = (&parts[above.part], &parts[below.part]);
    below.part == above.part + 1 && (counts_on(over, under) || begins_anew(over, under))
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
    let mut asked: Vec<Place> = strong.iter().flat_map(|part| with_following(parts, *part)).map(whole).collect();
    if let Some(first) = asked.first().copied() {
        asked.extend(further(parts, first.part).map(whole));
    }
    let opened = || with_lists_below(parts, opening_sentences(parts, markers::mentions_questions, true));
    let weak = || {
        let weak = headed(parts, markers::mentions_questions);
        weak.into_iter().filter(|part| asks_anywhere(&parts[*part])).map(whole).collect()
    };
    let topical = || {
        let listed = |part: &usize| parts[*part].paragraphs.iter().any(|p| p.items.iter().any(|item| asks(&item.text)));
        headed(parts, markers::names_topics).into_iter().filter(listed).map(whole).collect()
    };
    let silent = || {
        let listed = |part: usize| parts[part].paragraphs.iter().any(|p| !p.items.is_empty());
        let filled = |part: &&usize| listed(**part) || parts[**part].paragraphs.iter().any(|p| p.label.is_none());
        // "Questionnaire" may be the note's own name
        let own = |part: &usize| !listed(*part) && !runs(parts).is_empty();
        let last = strong.iter().rev().find(filled).copied().filter(|part| !own(part));
        last.map(whole).into_iter().collect()
    };
    let noun_phrases = || opening_sentences(parts, markers::mentions_questions, false);
    let ranked: [&dyn Fn() -> Vec<Place>; 6] =
        [&|| distinct(asked.clone()), &opened, &weak, &topical, &silent, &noun_phrases];
    ranked.iter().map(|find| find()).find(|places| !places.is_empty())
}

/// Sections behind the first that asks, whose heading speaks of questions and whose labels count: "Additional questions".
fn further(parts: &[Part], first: usize) -> impl Iterator<Item = usize> {
    let annex = |part: &Part| part.heading.as_deref().is_some_and(|heading| markers::annex(heading).is_some());
    let end = parts[first..].iter().position(annex).map_or(parts.len(), |annex| first + annex);
    let counts = |part: &Part| labels(part).next().is_some_and(|label| label.first_reading().1 == 1);
    let own = headed(parts, markers::mentions_questions).into_iter();
    own.filter(move |at| (first + 1..end).contains(at) && counts(&parts[*at]) && mostly_asks(&parts[*at]))
}

fn headed(parts: &[Part], test: fn(&str) -> bool) -> Vec<usize> {
    let with = |part: &Part| part.heading.as_deref().is_some_and(test);
    (0..parts.len()).filter(|part| with(&parts[*part])).collect()
}

/// The labels of a section, its paragraphs' and their entries', in order.
fn labels(part: &Part) -> impl DoubleEndedIterator<Item = &Label> {
    let paragraphs = part.paragraphs.iter();
    paragraphs
        .flat_map(|draft| std::iter::once(&draft.label).chain(draft.items.iter().map(|entry| &entry.label)))
        .flatten()
}

/// Whether the first label of a section is the next after the last one of the section above.
fn counts_on(above: &Part, below: &Part) -> bool {
    let Some(first) = labels(below).next() else {
        return false;
    };
    // sub-questions under the last one have labels of their own
    let mut alike =
        labels(above).rev().filter(|last| last.readings.iter().any(|(style, _)| first.place(*style).is_some()));
    alike.next().is_some_and(|last| !last.is_bullet() && headings::follows(last, first))
}

/// Whether the labels of a section begin with the first of an order, as those of the section above do.
fn begins_anew(above: &Part, below: &Part) -> bool {
    let begins = |part: &Part| labels(part).next().map(Label::first_reading).filter(|(_, place)| *place == 1);
    begins(above).is_some_and(|first| begins(below) == Some(first))
}

fn distinct(mut places: Vec<Place>) -> Vec<Place> {
    let mut seen = HashSet::new();
    places.retain(|place| seen.insert(place.part));
    places.sort_by_key(|place| place.part);
    places
}

/// "Participants may wish to consider the following questions:"
fn opening_sentences(parts: &[Part], speaks: fn(&str) -> bool, must_ask: bool) -> Vec<Place> {
    let opens = |part: &Part, at: usize| {
        let here = &part.paragraphs[at];
        let below = part.paragraphs.get(at + 1).filter(|_| here.items.is_empty());
        let list = here.items.iter().map(|entry| &entry.text).chain(below.map(|below| &below.text));
        let found = if must_ask { list.clone().any(|text| asks(text)) } else { !here.items.is_empty() };
        found && ends_with_colon(&here.text) && speaks(&here.text)
    };
    let place = |part: usize, paragraph: usize| Place { part, paragraph, announced: false };
    let mut places = Vec::new();
    for (index, part) in parts.iter().enumerate() {
        places.extend((0..part.paragraphs.len()).find(|at| opens(part, *at)).map(|at| place(index, at)));
    }
    places
}

/// Places, and below the first of them the lists of other sections that ask in the same form.
fn with_lists_below(parts: &[Part], mut places: Vec<Place>) -> Vec<Place> {
    let form = |place: &Place| {
        let first = parts[place.part].paragraphs[place.paragraph].items.first()?;
        first.label.as_ref().map(Label::first_reading)
    };
    let Some(first) = places.first().copied() else {
        return places;
    };
    if form(&first).is_some() {
        let same = |list: &Place| list.part > first.part && form(list) == form(&first);
        places.extend(lists(parts).into_iter().filter(same));
    }
    distinct(places)
}

/// "Question 1:" announces itself.
fn is_labelled_so(part: &Part, paragraph: usize) -> bool {
    let first = part.paragraphs.get(paragraph).and_then(|p| p.items.first()).and_then(|entry| entry.label.as_ref());
    first.is_some_and(|label| label.readings[0].0.kind == Kind::Word)
}

fn asks_anywhere(part: &Part) -> bool {
    part.texts().any(|(_, text)| asks(text))
}

fn mostly_asks(part: &Part) -> bool {
    mostly(part, asks)
}

/// Whether at least half of the texts of a section are such.
fn mostly(part: &Part, is: fn(&str) -> bool) -> bool {
    let (mut all, mut such) = (0, 0);
    for (_, text) in part.texts() {
        all += 1;
        such += usize::from(is(text));
    }
    such > 0 && such * 2 >= all
}

/// Gives each question a label: its own, or a letter by its place.
fn labelled(entries: Vec<Entry>, warnings: &mut BTreeSet<Warning>) -> Vec<Asked> {
    let mut seen = HashSet::new();
    let mut questions = Vec::with_capacity(entries.len());
    for (place, entry) in (1..).zip(entries) {
        let unlabelled = || {
            warnings.insert(Warning::QuestionsLabelled);
            Series::default().label(place)
        };
        let label = entry.written_label().map_or_else(unlabelled, str::to_owned);
        if !seen.insert(label.clone()) {
            warnings.insert(Warning::RepeatedLabels);
        }
        questions.push((Question { label, text: entry.text }, entry.blocks));
    }
    questions
}

#[cfg(test)]
mod tests {
    use super::super::{blocks::blocks, lines::lines, sections::sections};
    use super::*;

    /// The questions of a text, and what is said of them.
    pub(super) fn asked(text: &str) -> (Vec<Question>, BTreeSet<Warning>) {
        let mut warnings = BTreeSet::new();
        let mut parts = sections(&blocks(&lines(text)), &mut warnings);
        let asked = questions(&mut parts, &mut warnings).into_iter().map(|(question, _)| question).collect();
        (asked, warnings)
    }

    pub(super) fn doubtful(text: &str) -> bool {
        asked(text).1.contains(&Warning::QuestionsDoubtful)
    }

    fn read(text: &str) -> (Vec<String>, Vec<Warning>) {
        let (asked, warnings) = asked(text);
        (asked.into_iter().map(|question| question.text).collect(), warnings.into_iter().collect())
    }

    #[test]
    fn numbers_go_on_behind_sub_questions_and_under_further_headings() {
        let text = "## Guiding questions\n\nSpeakers may answer these.\n\n### Light\n\n1. Who sets the light?\n\n\
            2. When is it put out:\n\n   - by a clock\n\n   - by hand?\n\n### Glass\n\n3. Who cleans the glass?\n\n\
            4. What may glass do:\n\n   a) by day\n\n   b) by night?\n\n### People\n\n5. Schools that helped\n\n\
            6. Who counts the birds?\n\n## Next\n\nA summary will be printed.";
        let asked = [
            "Who sets the light?",
            "When is it put out:\n- by a clock\n- by hand?",
            "Who cleans the glass?",
            "What may glass do:\na) by day\nb) by night?",
            "Schools that helped",
            "Who counts the birds?",
        ];
        assert_eq!(read(text).0, asked);
    }

    #[test]
    fn numbers_that_begin_anew_under_plain_headings_may_begin_with_a_topic() {
        let text = "Guiding questions\n\nLight\n\n1. Who sets the light?\n\n2. When is it put out?\n\nGlass\n\n\
            1. Number of panes, and their size.\n\n2. Who cleans them?\n\n3. Who pays?\n\nManner\n\n\
            1. Answers are short.\n\n2. They are printed in the order in which they came.\n";
        let asked = [
            "Who sets the light?",
            "When is it put out?",
            "Number of panes, and their size.",
            "Who cleans them?",
            "Who pays?",
        ];
        assert_eq!(read(text).0, asked);
    }

    #[test]
    fn a_heading_of_topics_announces_a_list_that_asks() {
        let text = "Background\n\n1. Lamps fail at night, and nobody knows why.\n\nKey issues\n\n(a) The role of lamps\n\n(b) How is oil bought?\n";
        assert_eq!(read(text).0, ["The role of lamps", "How is oil bought?"]);
        assert_eq!(read(&text.replace('?', ".")).0, Vec::<String>::new());
    }

    #[test]
    fn topics_without_any_mark_count_among_the_questions() {
        let text = "Guiding questions\n\nThe role of lamps\n\nHow is oil bought?\n\nCosts of glass\n\nFormat\n\nStatements are short.";
        assert_eq!(read(text).0, ["The role of lamps", "How is oil bought?", "Costs of glass"]);
    }

    #[test]
    fn topics_are_questions_where_views_on_them_are_asked_for() {
        let list = "\n\n(a) schools, courts and hospitals\n\n(b) funds that reach the village\n";
        let invited = format!("The chairs would be grateful for views on the following matters:{list}");
        let topics = ["schools, courts and hospitals", "funds that reach the village"].map(String::from).to_vec();
        assert_eq!(read(&invited), (topics.clone(), vec![Warning::QuestionsWithoutHeading]));
        let headed = format!("Matters on which views are sought\n\nThey are these:{list}");
        assert_eq!(read(&headed), (topics.clone(), vec![]));
        let address = format!("Member States are encouraged to address the following:{list}");
        assert_eq!(read(&address), (topics, vec![Warning::QuestionsWithoutHeading]));
        let told = format!("The report of last year deals with the following matters:{list}");
        assert_eq!(read(&told).0, Vec::<String>::new());
    }

    #[test]
    fn a_line_between_entries_ends_no_list() {
        let text = "Guiding questions\n\nOn the law:\n\n1. Who plans?\n\n2. The register of ferries\n\nOn finance:\n\n\
            3. The price of a crossing\n\n4. Fares at night and in winter\n";
        let asked =
            ["Who plans?", "The register of ferries", "The price of a crossing", "Fares at night and in winter"];
        assert_eq!(read(text), (asked.map(String::from).to_vec(), vec![]));
    }

    #[test]
    fn further_sections_that_speak_of_questions_are_asked_too() {
        let first = "Guiding questions\n\n1. Who plans?\n\n2. Who pays?\n\n";
        let further = "Additional questions\n\n1. Who reads?\n\n2. Who writes?\n\nFormat\n\nStatements are short.\n";
        assert_eq!(read(&format!("{first}{further}")).0, ["Who plans?", "Who pays?", "Who reads?", "Who writes?"]);
        assert_eq!(read(&format!("{first}Annex\n\n{further}")).0, ["Who plans?", "Who pays?"]);
        let told = "Earlier questions\n\nThey were put in 2019. Were they answered? Not all of them were.\n";
        assert_eq!(read(&format!("{first}{told}")).0, ["Who plans?", "Who pays?"]);
    }

    #[test]
    fn lists_below_that_ask_in_the_same_form_are_questions_too() {
        let first = "# Note\n\n## First round\n\nSpeakers may answer the following questions:\n\n1) Who plans?\n\n2) Who pays?\n\n";
        let second = "## Second round\n\nParticipants may wish to discuss the following points:\n\n1) Who reads?\n\n2) Who writes?\n";
        assert_eq!(read(&format!("{first}{second}")).0, ["Who plans?", "Who pays?", "Who reads?", "Who writes?"]);
        let other = second.replace("1) Who", "- Who").replace("2) Who", "- Who");
        assert_eq!(read(&format!("{first}{other}")).0, ["Who plans?", "Who pays?"]);
    }
}
