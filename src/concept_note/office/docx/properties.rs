//! Properties of paragraphs and runs, as they stand in styles, lists and paragraphs alike.

use super::super::super::error::NoteError;
use super::super::setting::{Indent, Setting, Twips};
use super::super::xml::{Element, Space, Xml};

/// What `w:ind` says.
pub(super) fn indent(element: &Element<'_>) -> Indent {
    let hanging = || element.number("hanging").map(|by: Twips| by.saturating_neg());
    let left = element.number("left").or_else(|| element.number("start"));
    Indent { left, right: None, first: element.number("firstLine").or_else(hanging) }
}

/// What is said of a paragraph.
#[derive(Clone, Debug, Default)]
pub(super) struct ParagraphProperties {
    pub style: Option<String>,
    /// 0 to 8 for a heading, 9 for text.
    pub outline: Option<u8>,
    /// The list; "0" is none.
    pub list: Option<String>,
    pub level: Option<usize>,
    pub indent: Indent,
    pub page_before: bool,
    /// Its end was deleted or moved away, so that the next paragraph goes on with it.
    pub end_deleted: bool,
}

impl ParagraphProperties {
    /// Reads `w:pPr`, which was opened last.
    pub fn read(xml: &mut Xml<'_>) -> Result<ParagraphProperties, NoteError> {
        let mut read = ParagraphProperties::default();
        xml.inside(|element| {
            let value = || element.text("val");
            match element.name() {
                (Space::Word, "pStyle") => read.style = value(),
                (Space::Word, "outlineLvl") => read.outline = element.number("val"),
                (Space::Word, "numId") => read.list = value(),
                (Space::Word, "ilvl") => read.level = element.number("val"),
                (Space::Word, "ind") => read.indent = indent(element),
                (Space::Word, "pageBreakBefore") => read.page_before = element.is_on(),
                (Space::Word, "del" | "moveFrom") => read.end_deleted = true,
                // what it was before a change
                (Space::Word, "pPrChange" | "rPrChange" | "sectPr") => return false,
                _ => {}
            }
            true
        })?;
        Ok(read)
    }

    /// What it leaves open is as in a style it rests on.
    pub fn rest_on(&mut self, base: &ParagraphProperties) {
        self.outline = self.outline.or(base.outline);
        self.list = self.list.take().or_else(|| base.list.clone());
        self.level = self.level.or(base.level);
        self.indent = self.indent.or(base.indent);
        self.page_before |= base.page_before;
    }
}

/// What is said of a run of text.
#[derive(Clone, Debug, Default)]
pub(super) struct RunProperties {
    pub style: Option<String>,
    pub setting: Setting,
}

impl RunProperties {
    /// Reads `w:rPr`, which was opened last.
    pub fn read(xml: &mut Xml<'_>) -> Result<RunProperties, NoteError> {
        let mut read = RunProperties::default();
        xml.inside(|element| {
            match element.name() {
                (Space::Word, "rStyle") => read.style = element.text("val"),
                (Space::Word, "b") => read.setting.bold = Some(element.is_on()),
                (Space::Word, "vanish") => read.setting.hidden = Some(element.is_on()),
                (Space::Word, "caps") => read.setting.capitals = Some(element.is_on()),
                (Space::Word, "u") => read.setting.underlined = Some(element.is_on()),
                (Space::Word, "rPrChange") => return false,
                _ => {}
            }
            true
        })?;
        Ok(read)
    }
}
