//! Blocks to sections: headings, paragraphs, and lists with their sub-lists.

mod asked;
mod draft;
mod follow_up;
mod going_on;
mod labels;
mod lists;

use std::collections::BTreeSet;

use super::blocks::Block;
use super::contents;
use super::headings;
use super::markers;
use super::numbering::{Label, labelled};
use super::unmarked;
use crate::domain::concept_note::Warning;
use asked::Asked;
pub(super) use draft::{Draft, Entry, Part, add_line};
use lists::{Lists, Open};

/// How far ahead the next label of a list is looked for, in blocks.
const AHEAD: usize = 6;

/// Builds the sections of a note.
pub(super) fn sections(blocks: &[Block], warnings: &mut BTreeSet<Warning>) -> Vec<Part> {
    let mut builder = Builder {
        blocks,
        unmarked: unmarked::entries(blocks, warnings),
        contents: contents::entries(blocks),
        parts: vec![Part::default()],
        lists: Lists::default(),
        asked: None,
        numbering: None,
        before: 0,
        headed: None,
        gap: false,
        doubt: false,
    };
    for at in 0..blocks.len() {
        builder.add(at);
    }
    if builder.gap {
        warnings.insert(Warning::NumberingGap);
    }
    if builder.doubt {
        warnings.insert(Warning::QuestionsDoubtful);
    }
    builder.parts.retain(|part| part.heading.is_some() || !part.paragraphs.is_empty());
    builder.parts
}

struct Builder<'a> {
    blocks: &'a [Block],
    /// The entries of lists without any mark.
    unmarked: BTreeSet<usize>,
    /// The lines of a table of contents.
    contents: BTreeSet<usize>,
    /// Never empty.
    parts: Vec<Part>,
    lists: Lists,
    /// What stands under the heading of the questions.
    asked: Option<Asked>,
    /// How the note's paragraphs are numbered.
    numbering: Option<Open>,
    /// The last number before one began anew, as questions do under a heading that is not known as theirs.
    before: u32,
    /// The label of the last heading that has one.
    headed: Option<Label>,
    gap: bool,
    /// A label went on with two orders.
    doubt: bool,
}

impl Builder<'_> {
    fn add(&mut self, at: usize) {
        let block = &self.blocks[at];
        if self.contents.contains(&at) {
            self.plain(at, None, labelled(block.label.as_ref(), &block.text));
            return;
        }
        let listed = |draft: &Draft| draft.label.is_some() || !draft.items.is_empty();
        let room = block.label.is_none() && markers::is_answer_room(&block.text);
        let room = room && self.paragraphs().last().is_some_and(listed);
        if (block.beside || room) && self.keep_beside(at) {
            return;
        }
        if self.follow_up(at) {
            return;
        }
        if self.unmarked.contains(&at) {
            self.lists.clear();
            self.list_entry(Entry { text: block.text.clone(), blocks: vec![at], ..Entry::default() });
            return;
        }
        if headings::is_heading(self.blocks, at) && !self.is_next_entry(block) && !self.is_byline(at) {
            self.lists.clear();
            self.headed = block.label.clone().or_else(|| self.headed.take());
            let heading = Some(headings::title(&block.text));
            let (label, level) = (block.label.clone(), block.level);
            let part = Part { heading, block: Some(at), label, level, paragraphs: Vec::new() };
            self.asked = Asked::under(&part, self.asked.take());
            self.parts.push(part);
            return;
        }
        match &block.label {
            Some(label) => self.labelled(at, label),
            None if self.continues_entry(at) => {
                self.doubt |= self.may_lead(at);
                self.extend_entry(at);
            }
            None if self.continues_question(block) => {
                if let Some(question) = self.paragraphs().last_mut() {
                    add_line(&mut question.text, &block.text);
                    question.blocks.push(at);
                }
            }
            None => self.paragraph(at, None),
        }
    }

    /// Whether the line under the title, over the first heading, says of the note who wrote it or for whom.
    fn is_byline(&self, at: usize) -> bool {
        let block = &self.blocks[at];
        let bare = block.label.is_none() && block.level == 0 && !block.bold && !headings::is_capitals(&block.text);
        let heads = |next: usize| next < self.blocks.len() && headings::is_heading(self.blocks, next);
        at == 0 && bare && !markers::is_known_heading(&block.text) && heads(1)
    }

    fn paragraphs(&mut self) -> &mut Vec<Draft> {
        if self.parts.is_empty() {
            self.parts.push(Part::default());
        }
        let last = self.parts.len() - 1;
        &mut self.parts[last].paragraphs
    }

    /// Keeps what stands beside a question with it; says whether there is one.
    fn keep_beside(&mut self, at: usize) -> bool {
        let block = &self.blocks[at];
        let line = labelled(block.label.as_ref(), &block.text);
        let Some(above) = self.paragraphs().last_mut() else {
            return false;
        };
        above.items.last_mut().map_or(&mut above.beside, |entry| &mut entry.beside).add(line, at);
        true
    }

    fn paragraph(&mut self, at: usize, label: Option<Label>) {
        self.plain(at, label, self.blocks[at].text.clone());
    }

    fn plain(&mut self, at: usize, label: Option<Label>, text: String) {
        self.lists.clear();
        self.paragraphs().push(Draft { label, text, blocks: vec![at], ..Draft::default() });
    }

    fn labelled(&mut self, at: usize, label: &Label) {
        let block = &self.blocks[at];
        let both = self.may_leave(at, label);
        self.doubt |= both;
        let goes_on = !both && !self.begins_below(at, label);
        let continued = self.lists.continued(block.indent, label, self.numbering);
        if let Some((depth, place)) = continued.filter(|_| goes_on) {
            self.lists.go_on(depth, place);
            self.entry(depth, label, at);
        } else if let Some(list) = self.resumed(label).filter(|_| goes_on) {
            self.lists.clear();
            self.lists.open(list);
            self.entry(0, label, at);
        } else if let Some(numbering) = self.as_paragraph(at, label).filter(|_| !self.begins_list(at)) {
            let last = self.numbering.map_or(0, |last| last.place);
            let asked = self.numbering.is_none() && self.asked.as_ref().is_some_and(|asked| asked.precedes(label));
            self.gap |=
                numbering.place != last + 1 && numbering.place != 1 && numbering.place != self.before + 1 && !asked;
            self.before = if numbering.place == 1 { last } else { self.before };
            self.numbering = Some(numbering);
            match self.second_label(at) {
                Some((own, text)) => self.paragraph_of_list(at, label, &own, text),
                None => self.paragraph(at, Some(label.clone())),
            }
        } else {
            let (style, place) = label.first_reading();
            let depth = self.lists.open(Open { style, place, indent: block.indent });
            self.entry(depth, label, at);
        }
    }

    /// A paragraph that is but the list of which the first entry stands in its line.
    fn paragraph_of_list(&mut self, at: usize, label: &Label, first: &Label, text: String) {
        self.plain(at, Some(label.clone()), String::new());
        let (style, place) = first.first_reading();
        self.lists.open(Open { style, place, indent: self.blocks[at].indent });
        if let (Some(asked), Some(list)) = (&mut self.asked, self.lists.outermost()) {
            asked.reach(list);
        }
        self.list_entry(Entry { label: Some(first.clone()), text, blocks: vec![at], ..Entry::default() });
    }

    /// Adds an entry to the list at that depth; below the first it is part of the entry above it.
    fn entry(&mut self, depth: usize, label: &Label, at: usize) {
        if let (Some(asked), Some(list)) = (&mut self.asked, self.lists.outermost()) {
            asked.reach(list);
        }
        let text = self.blocks[at].text.clone();
        let above = self.paragraphs().last_mut().and_then(|paragraph| paragraph.items.last_mut());
        match above.filter(|_| depth > 0) {
            Some(entry) => entry.add(&labelled(Some(label), &text), &[at]),
            None => self.list_entry(Entry { label: Some(label.clone()), text, blocks: vec![at], ..Entry::default() }),
        }
    }

    fn list_entry(&mut self, entry: Entry) {
        let paragraphs = self.paragraphs();
        match paragraphs.last_mut() {
            Some(paragraph) => paragraph.items.push(entry),
            None => paragraphs.push(Draft { items: vec![entry], ..Draft::default() }),
        }
    }

    fn extend_entry(&mut self, at: usize) {
        let text = &self.blocks[at].text;
        if let Some(entry) = self.paragraphs().last_mut().and_then(|paragraph| paragraph.items.last_mut()) {
            entry.add(text, &[at]);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::{blocks::blocks, lines::lines};
    use super::*;

    /// Each section with its heading and its entries.
    fn read(text: &str) -> Vec<(Option<String>, Vec<String>)> {
        let parts = sections(&blocks(&lines(text)), &mut BTreeSet::new());
        let entries = |part: &Part| part.paragraphs.iter().flat_map(|p| &p.items).map(|e| e.text.clone()).collect();
        parts.iter().map(|part| (part.heading.clone(), entries(part))).collect()
    }

    #[test]
    fn paragraphs_number_on_behind_a_section_with_numbers_of_its_own() {
        let text = "Background\n\n1. One is here.\n\n2. Two is here.\n\nWhat to ask\n\n1. Who is there?\n\n2. Who was there?\n\n\
            3. Those who will be.\n\nManner\n\n3. The third is here.\n\n4. And the fourth.";
        let parts = sections(&blocks(&lines(text)), &mut BTreeSet::new());
        let numbers =
            |part: &Part| part.paragraphs.iter().filter_map(|p| Some(p.label.as_ref()?.first_number())).collect();
        let numbers: Vec<Vec<u32>> = parts.iter().map(numbers).collect();
        assert_eq!(numbers, [vec![1, 2], vec![1, 2, 3], vec![3, 4]]);
    }

    #[test]
    fn a_text_before_each_question_may_lead_to_it() {
        let doubted = |text: &str| {
            let mut warnings = BTreeSet::new();
            sections(&blocks(&lines(text)), &mut warnings);
            warnings.contains(&Warning::QuestionsDoubtful)
        };
        let led = "Words are kept.\n\nGuiding questions\n\nOn keeping, the tools of the many are known.\n\n1. What is needed?\n\nOn paying, the funds of the few are known.\n\n2. Who pays?\n\n";
        assert!(doubted(led));
        assert!(
            !doubted(&led.replace("On keeping, the tools of the many are known.\n\n", "")),
            "the first explains its question"
        );
        assert!(!doubted(
            &led.replace(
                "On keeping, the tools of the many are known.",
                "Speakers may wish to answer these questions."
            )
        ));
    }

    #[test]
    fn the_entry_behind_a_sub_list_is_no_heading() {
        let text = "We ask for views on:\n\nI. Languages and those who count them\n\nII. Indicators, for example\n\n\
            a) households\n\nb) hours of broadcasting\n\nIII. Schools and courts\n\nThe summary will be issued in the \
            month that follows the meeting of the working group.";
        let entries = [
            "Languages and those who count them",
            "Indicators, for example\na) households\nb) hours of broadcasting",
            "Schools and courts",
        ];
        assert_eq!(read(text), [(None, entries.map(String::from).to_vec())]);
    }

    #[test]
    fn a_list_may_begin_in_the_line_of_its_paragraph() {
        let text = "Background\n\n1. First.\n\n2. Second.\n\nGuiding questions\n\n3. (a) Who plans?\n\n(b) Who pays?\n\n\
            4. Speakers may say how they would follow up.\n";
        assert_eq!(read(text)[1].1, ["Who plans?", "Who pays?"]);
    }

    #[test]
    fn a_line_that_hangs_under_a_short_entry_is_its_second() {
        let text = "## Guiding questions\n\n1. Prevention\n   How is warning given?\n2. Partners\n   Who is missing?\n";
        let entries = ["Prevention\nHow is warning given?", "Partners\nWho is missing?"].map(String::from).to_vec();
        assert_eq!(read(text), [(Some("Guiding questions".to_owned()), entries)]);
    }

    #[test]
    fn a_line_over_the_first_heading_is_a_byline() {
        let text = "For those who carry water and those who drink it\n\n## Background\n\nWater is scarce.\n";
        let headings = |text: &str| read(text).into_iter().map(|(heading, _)| heading).collect::<Vec<_>>();
        assert_eq!(headings(text), [None, Some("Background".to_owned())]);
        let known = text.replace("For those who carry water and those who drink it", "Introduction");
        assert_eq!(headings(&known), ["Introduction", "Background"].map(|heading| Some(heading.to_owned())));
    }

    #[test]
    fn the_next_numbered_heading_is_one_though_a_list_is_open() {
        let body = "The text of this section is a sentence that is long enough for it, and it opens a list:\n\n\
            1. one thing;\n\n2. another one.\n\n";
        let text = format!(
            "1. Background\n\n{body}2. Purpose\n\n{body}3. Manner\n\n{}",
            body.replace("2. another one.\n\n", "")
        );
        let headings: Vec<_> = read(&text).into_iter().filter_map(|(heading, _)| heading).collect();
        assert_eq!(headings, ["Background", "Purpose", "Manner"]);
    }

    #[test]
    fn numbers_of_phrases_are_a_list_and_numbers_of_sentences_paragraphs() {
        let documents = "1. The report on quays (A/76/156)\n\n2. Notes on ropes\n\n";
        let listed = ["The report on quays (A/76/156)", "Notes on ropes"].map(String::from).to_vec();
        let numbered = "## Background\n\n1. Quays are old.\n\n2. Ropes are older.\n\n";
        let plain = "## Background\n\nQuays are old.\n\n";
        for before in [plain, numbered] {
            let text = format!("{before}## Documents\n\n{documents}");
            assert_eq!(read(&text)[1], (Some("Documents".to_owned()), listed.clone()), "{text}");
        }
        let one_sentence = documents.replace("ropes", "ropes.");
        assert_eq!(read(&format!("{plain}## Documents\n\n{one_sentence}"))[1].1, Vec::<String>::new());
        assert_eq!(read(&format!("## Documents\n\n{documents}"))[0].1, Vec::<String>::new());
        let on = documents.replace("1.", "3.").replace("2.", "4.");
        assert_eq!(read(&format!("{numbered}## Documents\n\n{on}"))[1].1, Vec::<String>::new());
    }

    #[test]
    fn the_ninth_letter_under_the_eighth_may_begin_roman_numbers() {
        let eight = "(g) Who plans?\n\n(h) Who is asked:\n\n";
        let read = |below: &str| read(&format!("Key questions\n\n{eight}{below}")).remove(0).1;
        let nested = ["Who plans?", "Who is asked:\n(i) ports;\n(ii) ships?", "Who pays?"];
        assert_eq!(read("(i) ports;\n\n(ii) ships?\n\n(i) Who pays?\n"), nested);
        assert_eq!(read("(i) Who pays?\n\n(j) Who reads?\n").len(), 4);
    }

    #[test]
    fn a_question_that_introduces_sub_questions_is_an_entry_where_it_or_the_next_asks() {
        let with = |first: &str, next: &str| {
            let text = format!("Key questions\n\n1. {first}\n\n(a) Which signs?\n\n(b) Whose?\n\n2. {next}\n");
            read(&text).into_iter().flat_map(|(_, entries)| entries).count()
        };
        assert_eq!(with("How can the Council know sooner? In particular:", "Ropes."), 2);
        assert_eq!(with("How the Council can know sooner:", "Who else can?"), 2);
        assert_eq!(with("Speakers may wish to consider:", "The meeting is open to all."), 2, "(a) and (b)");
        let anew = "Background\n\n1. Quays are old.\n\nKey questions\n\n1. The following may guide the debate:\n\na. Which signs?\n\nb. Whose:\n\n\
            i. at sea;\n\nii. on land?\n\nManner\n\n1. Be brief.\n";
        assert_eq!(read(anew)[1].1, ["Which signs?", "Whose:\ni. at sea;\nii. on land?"], "numbers begin anew");
    }

    #[test]
    fn the_list_of_questions_goes_on_under_themes() {
        let text = "## Guiding questions\n\nThey stand by theme.\n\n### Before\n\n1. Who plans?\n\n2. Who reads?\n\n\
            ### After\n\n3. Records of what failed, and where they are kept\n\n4. Who pays?\n\n## Next steps\n\n\
            5. A summary will be sent to all participants before it is made public.\n";
        let entries: Vec<_> = read(text).into_iter().map(|(_, entries)| entries).collect();
        let after = ["Records of what failed, and where they are kept", "Who pays?"];
        let expected: [&[&str]; 4] = [&[], &["Who plans?", "Who reads?"], &after, &[]];
        assert_eq!(entries, expected.map(|texts| texts.iter().map(|text| (*text).to_owned()).collect::<Vec<_>>()));
    }
}
