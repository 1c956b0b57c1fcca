//! The styles of a document: common ones, and those that stand for direct formatting.

use std::collections::HashMap;

use super::super::super::error::NoteError;
use super::super::setting::{Indent, Setting, Twips, named_level};
use super::super::xml::{Element, Event, Space, Xml};
use super::list_style::{Level, ListStyle};

/// Longest chain of styles that rest on one another.
const LONGEST: usize = 32;

/// What a style of paragraphs or of text says, with what it inherits.
#[derive(Clone, Debug, Default)]
pub(super) struct Style {
    base: Option<String>,
    pub setting: Setting,
    pub indent: Indent,
    pub page_before: bool,
    /// The list its paragraphs are entries of.
    pub list: Option<String>,
    /// Level of the heading by its name or that of a style it rests on.
    pub named_level: Option<u8>,
}

/// All styles by their names.
#[derive(Debug, Default)]
pub(super) struct Styles {
    paragraphs: HashMap<String, Style>,
    texts: HashMap<String, Style>,
    pub lists: HashMap<String, ListStyle>,
    /// How headings are numbered.
    pub outline: ListStyle,
}

impl Styles {
    /// Reads a group of styles, which was opened last.
    pub fn read(&mut self, xml: &mut Xml<'_>) -> Result<(), NoteError> {
        let mut depth = 1;
        while depth > 0 {
            match xml.next()? {
                Some(Event::Open(element)) => match element.name() {
                    (Space::Style, "style") => self.style(&element, xml)?,
                    (Space::Text, "list-style") => {
                        let name = element.text("name").unwrap_or_default();
                        self.lists.insert(name, ListStyle::read(xml)?);
                    }
                    (Space::Text, "outline-style") => self.outline = ListStyle::read(xml)?,
                    _ => depth += 1,
                },
                Some(Event::Close) => depth -= 1,
                Some(Event::Text(_)) => {}
                None => break,
            }
        }
        Ok(())
    }

    fn style(&mut self, element: &Element<'_>, xml: &mut Xml<'_>) -> Result<(), NoteError> {
        let name = element.text("name").unwrap_or_default();
        // a blank in a name is written `_20_`
        let shown = element.text("display-name").unwrap_or_else(|| name.replace("_20_", " "));
        let mut style = Style {
            base: element.text("parent-style-name"),
            list: element.text("list-style-name"),
            named_level: named_level(&shown.to_lowercase()),
            ..Style::default()
        };
        let group = match element.attribute("family").as_deref() {
            Some("paragraph") => &mut self.paragraphs,
            Some("text") => &mut self.texts,
            _ => return xml.skip(),
        };
        xml.inside(|element| {
            match element.name() {
                (Space::Style, "text-properties") => style.setting = setting(element),
                (Space::Style, "paragraph-properties") => {
                    style.indent = indent(element);
                    style.page_before = element.attribute("break-before").is_some_and(|kind| kind == "page");
                }
                _ => {}
            }
            true
        })?;
        group.insert(name, style);
        Ok(())
    }

    /// Fills each style with what it leaves open. Done once, so that a paragraph costs one look.
    pub fn inherit(&mut self) {
        for group in [&mut self.paragraphs, &mut self.texts] {
            let whole = group.iter().map(|(name, style)| {
                let mut whole = style.clone();
                let mut base = style.base.as_ref();
                for _ in 0..LONGEST {
                    let Some(style) = base.and_then(|name| group.get(name)) else { break };
                    whole.setting = whole.setting.or(style.setting);
                    whole.indent = whole.indent.or(style.indent);
                    whole.list = whole.list.or_else(|| style.list.clone());
                    whole.named_level = whole.named_level.or(style.named_level);
                    base = style.base.as_ref();
                }
                (name.clone(), whole)
            });
            *group = whole.collect();
        }
    }

    /// The style of a paragraph or heading.
    pub fn of_paragraph(&self, element: &Element<'_>) -> Option<&Style> {
        self.paragraphs.get(&*element.attribute("style-name")?)
    }

    /// The style of a piece of text.
    pub fn of_text(&self, element: &Element<'_>) -> Option<&Style> {
        self.texts.get(&*element.attribute("style-name")?)
    }

    /// A level of a list.
    pub fn level(&self, list: &str, at: usize) -> Option<&Level> {
        self.lists.get(list)?.level(at)
    }
}

fn setting(element: &Element<'_>) -> Setting {
    let is = |name: &str, test: fn(&str) -> bool| element.attribute(name).map(|value| test(&value));
    Setting {
        bold: is("font-weight", |weight| weight == "bold" || weight.parse::<u16>().is_ok_and(|weight| weight >= 600)),
        hidden: is("display", |display| display == "none"),
        capitals: is("text-transform", |transform| transform == "uppercase"),
        underlined: is("text-underline-style", |style| style != "none"),
    }
}

/// Where lines begin, as properties of a paragraph or of a list's level say.
pub(super) fn indent(element: &Element<'_>) -> Indent {
    let length = |name: &str| element.attribute(name).and_then(|value| twips(&value));
    Indent { left: length("margin-left"), right: length("margin-right"), first: length("text-indent") }
}

/// A length such as `1.27cm`.
pub(super) fn twips(length: &str) -> Option<Twips> {
    let at = length.find(|c: char| c.is_ascii_alphabetic())?;
    let value: f64 = length[..at].trim().parse().ok()?;
    let unit = match &length[at..] {
        "cm" => 1440.0 / 2.54,
        "mm" => 144.0 / 2.54,
        "in" => 1440.0,
        "pt" => 20.0,
        "pc" => 240.0,
        "px" => 15.0,
        _ => return None,
    };
    #[expect(clippy::cast_possible_truncation, reason = "a length beyond all pages is as good as the longest")]
    Some((value * unit).round() as Twips)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lengths_are_read_in_their_units() {
        for (length, read) in [
            ("1.27cm", Some(720)),
            ("0.5in", Some(720)),
            ("-6pt", Some(-120)),
            ("12.7mm", Some(720)),
            ("50%", None),
            ("", None),
            ("999999999999in", Some(Twips::MAX)),
        ] {
            assert_eq!(twips(length), read, "{length}");
        }
    }
}
