//! How lists are labelled, level by level (`OpenDocument` 1.3, part 3, 16.30).

use super::super::super::error::NoteError;
use super::super::super::numbering::Label;
use super::super::counter::Counter;
use super::super::setting::Indent;
use super::super::xml::{Element, Space, Xml};
use super::styles;

/// Levels of a list.
pub(super) const LEVELS: usize = 10;

/// The last place in each level.
pub(super) type Counts = [Option<u32>; LEVELS];

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
                        let older = Indent { left: before, ..Indent::default() };
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
    pub fn label(&self, at: usize, start: Option<u32>, counts: &mut Counts) -> Option<Label> {
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
