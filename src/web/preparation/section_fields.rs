//! The note's sections and the documents it cites in a form, to be corrected.

use std::collections::BTreeMap;

use super::{section_text, typed};
use crate::{
    domain::{
        concept_note::{ConceptNote, Section},
        line::{Line, Title},
    },
    web::{
        fields::{Fields, Malformed},
        form::FormErrors,
    },
};

/// A note of more sections is corrected in its file: a form takes only so many fields.
const MOST: usize = 200;

/// A section as typed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Typed {
    /// Its heading.
    pub heading: String,
    /// Its paragraphs, as [`section_text`] writes them.
    pub text: String,
}

/// A section's fields on the page.
#[derive(Debug, Clone)]
pub(super) struct Shown {
    /// Its heading.
    pub heading: String,
    /// Its paragraphs.
    pub text: String,
    /// They are not as they were understood.
    pub corrected: bool,
}

/// What is typed of sections and citations.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Sections {
    /// The sections, and an empty one to be added; none where there are too many.
    pub list: Vec<Typed>,
    /// The documents cited, a line each.
    pub references: String,
}

impl Sections {
    /// Those of a note as it was understood.
    pub(super) fn of(note: &ConceptNote) -> Self {
        let references = note.references.join("\n");
        if note.sections.len() > MOST {
            return Self { list: Vec::new(), references };
        }
        let list = note.sections.iter().map(Typed::of).chain([Typed::default()]).collect();
        Self { list, references }
    }

    /// Whether that section of the note is still there: not emptied to be left out.
    pub(super) fn keeps(&self, at: usize) -> bool {
        let emptied = |typed: &Typed| typed.heading.trim().is_empty() && typed.text.trim().is_empty();
        !self.list.get(at).is_some_and(emptied)
    }

    /// Those of a note for the page.
    pub(super) fn shown(&self, note: &ConceptNote) -> Vec<Shown> {
        let understood = Self::of(note).list;
        let shown = |(at, typed): (usize, &Typed)| Shown {
            heading: typed.heading.clone(),
            text: typed.text.clone(),
            corrected: understood.get(at) != Some(&typed.with_plain_ends()),
        };
        self.list.iter().enumerate().map(shown).collect()
    }

    /// Takes them from a form: `section-<index>-<part>` and `references`.
    pub(super) fn read(fields: &mut Fields) -> Result<Self, Malformed> {
        let mut list: BTreeMap<u16, Typed> = BTreeMap::new();
        for (name, value) in fields.prefixed("section-") {
            let malformed = || Malformed(format!("section-{name}"));
            let (index, part) = name.split_once('-').ok_or_else(malformed)?;
            let section = list.entry(index.parse().map_err(|_| malformed())?).or_default();
            match part {
                "heading" => section.heading = value,
                "text" => section.text = value,
                _ => return Err(malformed()),
            }
        }
        Ok(Self { list: list.into_values().collect(), references: fields.text("references")? })
    }

    /// The sections as corrected, those that were emptied left out; or none, with what is wrong added.
    pub(super) fn parse(&self, errors: &mut FormErrors, note: &ConceptNote) -> Option<Vec<Section>> {
        if self.list.is_empty() {
            return Some(note.sections.clone());
        }
        let (mut sections, mut whole) = (Vec::new(), true);
        for (at, typed) in self.list.iter().enumerate() {
            let heading = typed::line::<{ Title::MAX }>(errors, &format!("section-{at}-heading"), &typed.heading);
            whole &= heading.is_some();
            match note.sections.get(at).filter(|understood| Typed::of(understood) == typed.with_plain_ends()) {
                Some(unchanged) => sections.push(unchanged.clone()),
                None if typed.heading.trim().is_empty() && typed.text.trim().is_empty() => {}
                None => sections.push(Section {
                    heading: heading.flatten().map(String::from),
                    paragraphs: section_text::read(&typed.with_plain_ends().text),
                }),
            }
        }
        whole.then_some(sections)
    }

    /// The documents cited, each once; or none, with what is wrong added.
    pub(super) fn parse_references(&self, errors: &mut FormErrors) -> Option<Vec<String>> {
        let mut references: Vec<String> = Vec::new();
        for line in self.references.lines().map(str::trim).filter(|line| !line.is_empty()) {
            let reference = errors.take("references", Line::<100>::parse(line))?.as_str().to_owned();
            if !references.contains(&reference) {
                references.push(reference);
            }
        }
        Some(references)
    }
}

impl Typed {
    fn of(section: &Section) -> Self {
        Self { heading: section.heading.clone().unwrap_or_default(), text: section_text::write(section) }
    }

    /// With the line ends that browsers add taken out again, and without characters that nobody sees.
    fn with_plain_ends(&self) -> Self {
        let plain = |text: &str| {
            let text = text.replace("\r\n", "\n").replace('\r', "\n");
            text.chars().filter(|c| *c == '\n' || *c == '\t' || !c.is_control()).collect()
        };
        Self { heading: self.heading.clone(), text: plain(&self.text) }
    }
}
