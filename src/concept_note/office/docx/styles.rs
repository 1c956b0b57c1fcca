//! The styles of a document, each with what it inherits.

use std::collections::HashMap;

use super::super::super::error::NoteError;
use super::super::setting::{Setting, named_level};
use super::super::xml::{Event, Space, Xml};
use super::properties::{ParagraphProperties, RunProperties};

/// Longest chain of styles that rest on one another.
const LONGEST: usize = 32;

/// A style with what it inherits.
#[derive(Clone, Debug, Default)]
pub(super) struct Style {
    /// In small letters, as the writer sees it.
    name: String,
    base: Option<String>,
    pub paragraph: ParagraphProperties,
    pub setting: Setting,
    /// Level of the heading by its name or that of a style it rests on.
    named_level: Option<u8>,
}

impl Style {
    /// Level of a heading by the style, 0 for none.
    pub fn heading_level(&self) -> u8 {
        match self.paragraph.outline {
            Some(level) if level < 9 => level + 1,
            Some(_) => 0,
            None => self.named_level.unwrap_or(0),
        }
    }

    /// Whether it sets a table of contents.
    pub fn is_contents(&self) -> bool {
        let number = self.name.strip_prefix("toc ").or_else(|| self.name.strip_prefix("contents "));
        number.is_some_and(|rest| rest == "heading" || rest.parse::<u8>().is_ok()) || self.name == "table of figures"
    }
}

/// All styles by their ids.
#[derive(Debug, Default)]
pub(super) struct Styles {
    by_id: HashMap<String, Style>,
    /// The style of paragraphs that name none.
    default: Option<String>,
}

impl Styles {
    /// Reads `styles.xml`.
    pub fn read(text: &str) -> Result<Styles, NoteError> {
        let mut styles = Styles::default();
        let mut xml = Xml::new(text);
        while let Some(event) = xml.next()? {
            let Event::Open(element) = event else { continue };
            if element.name() != (Space::Word, "style") {
                continue;
            }
            let Some(id) = element.text("styleId") else { continue };
            let is_paragraph = element.attribute("type").is_none_or(|kind| kind == "paragraph");
            if is_paragraph && element.attribute("default").is_some_and(|on| on == "1" || on == "true" || on == "on") {
                styles.default = Some(id.clone());
            }
            styles.by_id.insert(id, Styles::style(&mut xml)?);
        }
        styles.inherit();
        Ok(styles)
    }

    /// Reads one style, which was opened last.
    fn style(xml: &mut Xml<'_>) -> Result<Style, NoteError> {
        let mut style = Style::default();
        let mut depth = 1;
        while depth > 0 {
            match xml.next()? {
                Some(Event::Open(element)) => match element.name() {
                    (Space::Word, "pPr") => style.paragraph = ParagraphProperties::read(xml)?,
                    (Space::Word, "rPr") => style.setting = RunProperties::read(xml)?.setting,
                    // what holds only for parts of a table
                    (Space::Word, "tblStylePr") => xml.skip()?,
                    (Space::Word, name) => {
                        let value = || element.attribute("val").unwrap_or_default();
                        match name {
                            "name" => style.name = value().to_lowercase(),
                            "basedOn" => style.base = Some(value().into_owned()),
                            _ => {}
                        }
                        depth += 1;
                    }
                    _ => depth += 1,
                },
                Some(Event::Close) => depth -= 1,
                Some(Event::Text(_)) => {}
                None => break,
            }
        }
        style.named_level = named_level(&style.name);
        Ok(style)
    }

    /// Fills each style with what it leaves open. Done once for each, so that a paragraph costs one look.
    fn inherit(&mut self) {
        let whole = self.by_id.iter().map(|(id, style)| {
            let mut whole = style.clone();
            let mut base = style.base.as_ref();
            for _ in 0..LONGEST {
                let Some(style) = base.and_then(|id| self.by_id.get(id)) else { break };
                whole.paragraph.rest_on(&style.paragraph);
                whole.setting = whole.setting.or(style.setting);
                whole.named_level = whole.named_level.or(style.named_level);
                base = style.base.as_ref();
            }
            (id.clone(), whole)
        });
        self.by_id = whole.collect();
    }

    pub fn get(&self, id: &str) -> Option<&Style> {
        self.by_id.get(id)
    }

    /// The style of a paragraph that names this one, or none.
    pub fn of_paragraph(&self, id: Option<&str>) -> Option<&Style> {
        id.and_then(|id| self.get(id)).or_else(|| self.get(self.default.as_deref()?))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn styles_inherit_and_are_known_by_level_or_name() {
        let styles = Styles::read(
            r#"<x:styles xmlns:x="http://schemas.openxmlformats.org/wordprocessingml/2006/main">
            <x:style x:type="paragraph" x:default="1" x:styleId="n"><x:name x:val="Normal"/></x:style>
            <x:style x:styleId="berschrift1"><x:name x:val="Heading 1"/><x:basedOn x:val="n"/></x:style>
            <x:style x:styleId="own"><x:basedOn x:val="berschrift1"/><x:rPr><x:b/></x:rPr></x:style>
            <x:style x:styleId="text"><x:basedOn x:val="own"/><x:pPr><x:outlineLvl x:val="9"/></x:pPr></x:style>
            <x:style x:styleId="ring"><x:basedOn x:val="ring"/><x:pPr><x:outlineLvl x:val="1"/></x:pPr></x:style>
            <x:style x:styleId="toc"><x:name x:val="toc 1"/></x:style></x:styles>"#,
        )
        .unwrap();
        let level = |id: &str| styles.of_paragraph(Some(id)).unwrap().heading_level();
        assert_eq!([level("berschrift1"), level("own"), level("text"), level("ring"), level("n")], [1, 1, 0, 2, 0]);
        assert_eq!(styles.get("text").unwrap().setting.bold, Some(true));
        assert!(styles.get("toc").unwrap().is_contents());
        assert_eq!(styles.of_paragraph(Some("missing")).unwrap().name, "normal");
    }
}
