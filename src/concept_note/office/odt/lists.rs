//! Lists and their labels (`OpenDocument` 1.3, part 3, 5.3 and 16.30).

use std::collections::HashMap;

use super::super::super::error::NoteError;
use super::super::super::numbering::Label;
use super::super::counter::Counter;
use super::super::setting::Indent;
use super::super::xml::{Element, Space, Xml};
use super::styles::{self, Styles};

/// Levels of a list.
const LEVELS: usize = 10;

type Counts = [Option<u32>; LEVELS];

/// How one level of a list is labelled.
#[derive(Clone, Debug, Default)]
pub(super) struct Level {
    counter: Counter,
    start: u32,
    /// How many levels' places are shown.
    shown: usize,
    prefix: String,
    suffix: String,
    /// The whole label, with `%1%` for the place in the first level; newer than prefix and suffix.
    format: Option<String>,
    pub indent: Indent,
}

/// How a list is labelled, level by level.
#[derive(Clone, Debug, Default)]
pub(super) struct ListStyle {
    levels: [Option<Level>; LEVELS],
}

impl ListStyle {
    /// Reads a list style, which was opened last.
    pub fn read(xml: &mut Xml<'_>) -> Result<ListStyle, NoteError> {
        let mut style = ListStyle::default();
        let mut last = None;
        xml.inside(|element| {
            match element.name() {
                (
                    Space::Text,
                    "list-level-style-number"
                    | "list-level-style-bullet"
                    | "list-level-style-image"
                    | "outline-level-style",
                ) => {
                    last = element.number::<usize>("level").filter(|level| (1..=LEVELS).contains(level));
                    if let Some(level) = last {
                        style.levels[level - 1] = Some(Level::read(element));
                    }
                }
                (Space::Style, "list-level-properties" | "list-level-label-alignment") => {
                    if let Some(level) = last.and_then(|level| style.levels[level - 1].as_mut()) {
                        let before = element.attribute("space-before").and_then(|length| styles::twips(&length));
                        let older = Indent { left: before, first: None };
                        level.indent = styles::indent(element).or(level.indent).or(older);
                    }
                }
                _ => {}
            }
            true
        })?;
        Ok(style)
    }

    pub fn level(&self, at: usize) -> Option<&Level> {
        self.levels.get(at)?.as_ref()
    }

    /// Counts one more entry of a level, and gives its label; `None` where the style sets none.
    fn label(&self, at: usize, start: Option<u32>, counts: &mut Counts) -> Option<Label> {
        let at = at.min(LEVELS - 1);
        let level = self.level(at);
        let first = level.map_or(1, |level| level.start);
        let next = counts[at].map_or(first, |last| last.saturating_add(1));
        let place = start.unwrap_or(next);
        counts[at] = Some(place);
        counts[at + 1..].fill(None);
        let level = level?;
        let place_of = |other: usize| {
            let other_level = self.level(other);
            let place = counts[other].or_else(|| Some(other_level?.start)).unwrap_or(1);
            other_level.map_or(String::new(), |level| level.counter.write(place))
        };
        let (written, shown) = level.written(at, place_of);
        level.counter.label(&written, place, shown)
    }
}

impl Level {
    fn read(element: &Element<'_>) -> Level {
        let text = |name: &str| element.text(name);
        let sync = element.attribute("num-letter-sync").is_some_and(|sync| sync == "true");
        let counted = matches!(element.name().1, "list-level-style-number" | "outline-level-style");
        let counter =
            if counted { Counter::of_odf(&text("num-format").unwrap_or_default(), sync) } else { Counter::Bullet };
        Level {
            counter,
            start: element.number("start-value").unwrap_or(1),
            shown: element.number("display-levels").unwrap_or(1),
            prefix: text("num-prefix").unwrap_or_default(),
            suffix: if counted { text("num-suffix") } else { text("bullet-char") }.unwrap_or_default(),
            format: text("num-list-format").filter(|_| counted),
            indent: Indent::default(),
        }
    }

    /// The label's text, and how many places stand in it.
    fn written(&self, at: usize, place_of: impl Fn(usize) -> String) -> (String, usize) {
        if let Some(format) = &self.format {
            let mut written = String::new();
            let mut shown = 0;
            // every other piece is the number of a level
            for (index, piece) in format.split('%').enumerate() {
                match piece.parse::<usize>() {
                    Ok(level) if index % 2 == 1 && (1..=LEVELS).contains(&level) => {
                        let place = place_of(level - 1);
                        shown += usize::from(!place.is_empty());
                        written.push_str(&place);
                    }
                    _ => written.push_str(piece),
                }
            }
            return (written, shown);
        }
        if self.counter == Counter::None {
            return (format!("{}{}", self.prefix, self.suffix), 0);
        }
        let first = (at + 1).saturating_sub(self.shown.max(1));
        let places: Vec<String> = (first..=at).map(place_of).filter(|place| !place.is_empty()).collect();
        (format!("{}{}{}", self.prefix, places.join("."), self.suffix), places.len())
    }
}

/// An entry that is open.
struct Entry {
    /// Its label is still to come.
    fresh: bool,
    start: Option<u32>,
}

/// The lists that are open, and how far earlier ones have counted.
#[derive(Default)]
pub(super) struct Lists {
    /// The style of each open list, outermost first.
    open: Vec<Option<String>>,
    entries: Vec<Entry>,
    counts: Counts,
    /// Of the outermost open list.
    id: Option<String>,
    by_id: HashMap<String, Counts>,
    by_style: HashMap<Option<String>, Counts>,
    headings: Counts,
}

impl Lists {
    pub fn begin_list(&mut self, list: &Element<'_>) {
        let text = |name: &str| list.text(name);
        let own = text("style-name");
        if let Some(outer) = self.open.last() {
            let style = own.or_else(|| outer.clone());
            self.open.push(style);
            return;
        }
        let goes_on = text("continue-numbering").is_some_and(|value| value == "true");
        let earlier = match text("continue-list") {
            Some(id) => self.by_id.get(&id),
            None if goes_on => self.by_style.get(&own),
            None => None,
        };
        self.counts = earlier.copied().unwrap_or_default();
        self.id = text("id");
        self.open.push(own);
    }

    pub fn end_list(&mut self) {
        let style = self.open.pop().flatten();
        if self.open.is_empty() {
            if let Some(id) = self.id.take() {
                self.by_id.insert(id, self.counts);
            }
            self.by_style.insert(style, self.counts);
        }
    }

    /// An entry begins; a list's header has no label.
    pub fn begin_entry(&mut self, entry: &Element<'_>) {
        let fresh = entry.name().1 == "list-item";
        self.entries.push(Entry { fresh, start: entry.number("start-value") });
    }

    pub fn end_entry(&mut self) {
        self.entries.pop();
    }

    /// The label of a paragraph that begins here, and where its level stands.
    ///
    /// `own` is the list that the paragraph's style names.
    pub fn label(&mut self, styles: &Styles, own: Option<&str>) -> (Option<Label>, Indent) {
        let Some(list) = self.open.last() else {
            return (None, Indent::default());
        };
        let at = (self.open.len() - 1).min(LEVELS - 1);
        let Some(name) = list.as_deref().or(own) else {
            return (None, Indent::default());
        };
        let indent = styles.level(name, at).map(|level| level.indent).unwrap_or_default();
        let entry = self.entries.last_mut().filter(|entry| entry.fresh);
        let label = entry.and_then(|entry| {
            entry.fresh = false;
            styles.lists.get(name)?.label(at, entry.start, &mut self.counts)
        });
        (label, indent)
    }

    /// The label of a heading that is no entry of a list.
    pub fn heading(&mut self, styles: &Styles, level: usize) -> Option<Label> {
        if !self.open.is_empty() {
            return None;
        }
        styles.outline.label(level.saturating_sub(1), None, &mut self.headings)
    }
}
