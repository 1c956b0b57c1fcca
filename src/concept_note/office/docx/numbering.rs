//! The lists of `numbering.xml`, and the labels that paragraphs have by them (ISO/IEC 29500-1, 17.9).

use std::collections::{HashMap, HashSet};

use super::super::super::error::NoteError;
use super::super::super::numbering::Label;
use super::super::counter::Counter;
use super::super::setting::Indent;
use super::super::xml::{Element, Event, Space, Xml};
use super::properties;

/// Levels of a list.
const LEVELS: usize = 9;

/// How one level of a list is labelled.
#[derive(Clone, Debug)]
struct Level {
    start: u32,
    counter: Counter,
    /// With `%1` for the place in the first level.
    text: String,
    /// The level, counted from one, after whose entries it begins anew; 0 for never.
    restart: Option<usize>,
    /// All places are written in digits.
    legal: bool,
    /// The paragraph style that stands for this level.
    style: Option<String>,
    indent: Indent,
}

impl Default for Level {
    fn default() -> Level {
        Level {
            start: 1,
            counter: Counter::Decimal,
            text: String::new(),
            restart: None,
            legal: false,
            style: None,
            indent: Indent::default(),
        }
    }
}

type Levels = [Option<Level>; LEVELS];

/// What a list changes of the definition it uses.
#[derive(Clone, Debug, Default)]
struct List {
    definition: String,
    starts: [Option<u32>; LEVELS],
    levels: Levels,
}

#[derive(Debug, Default)]
struct Definition {
    levels: Levels,
    /// The list style that holds the levels instead.
    style: Option<String>,
}

/// All lists, and how far each has counted.
#[derive(Debug, Default)]
pub(super) struct Numbering {
    definitions: HashMap<String, Definition>,
    lists: HashMap<String, List>,
    /// Definitions by the list style they define.
    by_style: HashMap<String, String>,
    /// The last place in each level, by definition: lists of one definition go on with one another.
    counts: HashMap<String, [Option<u32>; LEVELS]>,
    begun: HashSet<String>,
}

/// Where in the file a level stands.
enum Place {
    Nowhere,
    Definition(String),
    List(String, usize),
}

impl Numbering {
    /// Reads `numbering.xml`.
    pub fn read(text: &str) -> Result<Numbering, NoteError> {
        let mut numbering = Numbering::default();
        let mut place = Place::Nowhere;
        let mut xml = Xml::new(text);
        while let Some(event) = xml.next()? {
            let Event::Open(element) = event else { continue };
            if let (Space::Word, name) = element.name() {
                if name == "lvl" {
                    let at = element.number("ilvl").filter(|at| *at < LEVELS);
                    let level = Level::read(&mut xml)?;
                    if let Some(at) = at {
                        numbering.put(&place, at, level);
                    }
                } else {
                    numbering.element(name, &element, &mut place);
                }
            }
        }
        // a list may stand for another one by way of a list style
        for list in numbering.lists.values_mut() {
            let style = numbering.definitions.get(&list.definition).and_then(|definition| definition.style.as_ref());
            if let Some(target) = style.and_then(|style| numbering.by_style.get(style)) {
                list.definition.clone_from(target);
            }
        }
        Ok(numbering)
    }

    fn element(&mut self, name: &str, element: &Element<'_>, place: &mut Place) {
        let text = |name: &str| element.text(name).unwrap_or_default();
        match (name, &*place) {
            ("abstractNum", _) => *place = Place::Definition(text("abstractNumId")),
            ("styleLink", Place::Definition(id)) => {
                self.by_style.insert(text("val"), id.clone());
            }
            ("numStyleLink", Place::Definition(id)) => {
                self.definitions.entry(id.clone()).or_default().style = Some(text("val"));
            }
            ("num", _) => *place = Place::List(text("numId"), LEVELS),
            ("abstractNumId", Place::List(id, _)) => {
                self.lists.entry(id.clone()).or_default().definition = text("val");
            }
            ("lvlOverride", Place::List(id, _)) => {
                *place = Place::List(id.clone(), element.number("ilvl").unwrap_or(LEVELS));
            }
            ("startOverride", Place::List(id, at)) if *at < LEVELS => {
                self.lists.entry(id.clone()).or_default().starts[*at] = element.number("val");
            }
            _ => {}
        }
    }

    fn put(&mut self, place: &Place, at: usize, level: Level) {
        match place {
            Place::Definition(id) => self.definitions.entry(id.clone()).or_default().levels[at] = Some(level),
            Place::List(id, _) => self.lists.entry(id.clone()).or_default().levels[at] = Some(level),
            Place::Nowhere => {}
        }
    }

    fn level(&self, list: &str, at: usize) -> Option<&Level> {
        let list = self.lists.get(list)?;
        list.levels[at].as_ref().or_else(|| self.definitions.get(&list.definition)?.levels[at].as_ref())
    }

    /// The level of a list that a paragraph style stands for.
    pub fn level_of_style(&self, list: &str, style: &str) -> Option<usize> {
        (0..LEVELS).find(|at| self.level(list, *at).is_some_and(|level| level.style.as_deref() == Some(style)))
    }

    pub fn indent(&self, list: &str, at: usize) -> Indent {
        self.level(list, at.min(LEVELS - 1)).map(|level| level.indent).unwrap_or_default()
    }

    /// Counts one more paragraph of a list, and gives its label; `None` where the list sets none.
    pub fn label(&mut self, list: &str, at: usize) -> Option<Label> {
        let at = at.min(LEVELS - 1);
        let level = self.level(list, at)?.clone();
        let restarts: Vec<bool> = (0..LEVELS)
            .map(|below| match self.level(list, below).and_then(|level| level.restart) {
                _ if below <= at => false,
                Some(after) => at < after,
                None => true,
            })
            .collect();
        let definition = &self.lists.get(list)?.definition;
        let counts = self.counts.entry(definition.clone()).or_default();
        let starts = self.lists.get(list)?.starts;
        if !self.begun.contains(list) {
            self.begun.insert(list.to_owned());
            for (count, start) in counts.iter_mut().zip(starts) {
                *count = start.map_or(*count, |_| None);
            }
        }
        let start = starts[at].unwrap_or(level.start);
        counts[at] = Some(counts[at].map_or(start, |last| last.saturating_add(1)));
        for (count, restarts) in counts.iter_mut().zip(restarts) {
            *count = if restarts { None } else { *count };
        }
        let counts = *counts;
        let (written, shown) = self.written(list, &level, &counts);
        level.counter.label(&written, counts[at].unwrap_or(start), shown)
    }

    /// A label's text, and how many places stand in it.
    fn written(&self, list: &str, level: &Level, counts: &[Option<u32>; LEVELS]) -> (String, usize) {
        let mut written = String::new();
        let mut shown = 0;
        let mut rest = level.text.chars();
        while let Some(c) = rest.next() {
            let digit = rest.clone().next().and_then(|digit| digit.to_digit(10)).filter(|digit| c == '%' && *digit > 0);
            let Some(digit) = digit else {
                written.push(c);
                continue;
            };
            rest.next();
            let at = digit as usize - 1;
            let Some(other) = self.level(list, at) else { continue };
            let place = counts[at].unwrap_or(other.start);
            let counter = if level.legal { Counter::Decimal } else { other.counter };
            let place = counter.write(place);
            shown += usize::from(!place.is_empty());
            written.push_str(&place);
        }
        (written, shown)
    }
}

impl Level {
    /// Reads `w:lvl`, which was opened last.
    fn read(xml: &mut Xml<'_>) -> Result<Level, NoteError> {
        let mut level = Level::default();
        xml.inside(|element| {
            let value = || element.attribute("val").unwrap_or_default();
            match element.name() {
                (Space::Word, "start") => level.start = element.number("val").unwrap_or(1),
                // "custom" comes with a plain one beside it
                (Space::Word, "numFmt") if value() != "custom" => level.counter = Counter::of_word(&value()),
                (Space::Word, "lvlText") => level.text = value().into_owned(),
                (Space::Word, "lvlRestart") => level.restart = element.number("val"),
                (Space::Word, "isLgl") => level.legal = element.is_on(),
                (Space::Word, "pStyle") => level.style = Some(value().into_owned()),
                (Space::Word, "ind") => level.indent = properties::indent(element),
                _ => {}
            }
            true
        })?;
        Ok(level)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn numbering(content: &str) -> Numbering {
        let space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
        Numbering::read(&format!("<w:numbering xmlns:w=\"{space}\">{content}</w:numbering>")).unwrap()
    }

    fn level(at: usize, format: &str, text: &str, more: &str) -> String {
        format!(
            "<w:lvl w:ilvl=\"{at}\"><w:start w:val=\"1\"/><w:numFmt w:val=\"{format}\"/>{more}<w:lvlText w:val=\"{text}\"/></w:lvl>"
        )
    }

    fn labels(numbering: &mut Numbering, paragraphs: &[(&str, usize)]) -> Vec<String> {
        paragraphs
            .iter()
            .map(|(list, at)| numbering.label(list, *at).map_or(String::new(), |label| label.raw))
            .collect()
    }

    #[test]
    fn levels_count_and_begin_anew_under_the_next_entry() {
        let levels = level(0, "upperRoman", "%1.", "")
            + &level(1, "decimal", "%1.%2)", "<w:isLgl/>")
            + &level(2, "lowerLetter", "(%3)", "<w:lvlRestart w:val=\"1\"/>")
            + &level(3, "lowerRoman", "%4", "<w:lvlRestart w:val=\"0\"/>");
        let content = format!(
            "<w:abstractNum w:abstractNumId=\"7\">{levels}</w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"7\"/></w:num>"
        );
        let mut numbering = numbering(&content);
        let paragraphs =
            [("1", 0), ("1", 1), ("1", 2), ("1", 3), ("1", 1), ("1", 2), ("1", 0), ("1", 1), ("1", 2), ("1", 3)];
        let read = labels(&mut numbering, &paragraphs);
        assert_eq!(read, ["I.", "1.1)", "(a)", "i", "1.2)", "(b)", "II.", "2.1)", "(a)", "ii"]);
    }

    #[test]
    fn lists_of_one_definition_go_on_unless_they_say_where_they_start() {
        let list =
            |id: &str, more: &str| format!("<w:num w:numId=\"{id}\"><w:abstractNumId w:val=\"7\"/>{more}</w:num>");
        let start = "<w:lvlOverride w:ilvl=\"0\"><w:startOverride w:val=\"5\"/></w:lvlOverride>";
        let own = format!("<w:lvlOverride w:ilvl=\"0\">{}</w:lvlOverride>", level(0, "lowerLetter", "%1)", ""));
        let levels = level(0, "decimal", "%1.", "");
        let lists = list("1", "") + &list("2", "") + &list("3", start) + &list("4", &own);
        let mut numbering = numbering(&format!("<w:abstractNum w:abstractNumId=\"7\">{levels}</w:abstractNum>{lists}"));
        let paragraphs = [("1", 0), ("2", 0), ("3", 0), ("3", 0), ("1", 0), ("4", 0), ("9", 0), ("0", 0)];
        assert_eq!(labels(&mut numbering, &paragraphs), ["1.", "2.", "5.", "6.", "7.", "h)", "", ""]);
    }

    #[test]
    fn a_list_may_stand_for_another_by_a_list_style() {
        let bullet = level(0, "bullet", "\u{f0b7}", "<w:pStyle w:val=\"B\"/>") + &level(1, "none", "", "");
        let content = format!(
            "<w:abstractNum w:abstractNumId=\"1\"><w:styleLink w:val=\"S\"/>{bullet}</w:abstractNum>\
            <w:abstractNum w:abstractNumId=\"2\"><w:numStyleLink w:val=\"S\"/></w:abstractNum>\
            <w:num w:numId=\"1\"><w:abstractNumId w:val=\"2\"/></w:num>"
        );
        let mut numbering = numbering(&content);
        assert_eq!(labels(&mut numbering, &[("1", 0), ("1", 1)]), ["•", ""]);
        assert_eq!(numbering.level_of_style("1", "B"), Some(0));
    }
}
