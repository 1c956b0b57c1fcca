//! The main part of a document: paragraphs with the labels of their lists, in reading order.

use super::super::super::blocks::ends_sentence;
use super::super::super::error::NoteError;
use super::super::super::lines::Line;
use super::super::paragraph::Paragraph;
use super::super::setting::Setting;
use super::super::story::Story;
use super::super::xml::{Element, Event, Space, Xml};
use super::notes::Notes;
use super::numbering::Numbering;
use super::properties::{ParagraphProperties, RunProperties};
use super::styles::{Style, Styles};
use super::symbols;

/// What an open element means for the text in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Frame {
    /// Nothing of its own.
    Plain,
    Paragraph,
    Run,
    /// Text is taken here.
    Text,
    /// Paragraphs of their own: a text box, or the whole body.
    Stories,
    Table,
    Row {
        deleted: bool,
    },
    Cell,
    Hyperlink,
    Control {
        skipped: bool,
    },
    /// Alternatives, of which one is taken.
    Alternatives {
        taken: bool,
    },
}

/// A paragraph that is being read.
#[derive(Default)]
struct Open {
    text: Paragraph,
    properties: ParagraphProperties,
    /// How its style sets letters.
    setting: Setting,
    /// Of a paragraph with words whose end was deleted, and that goes on here.
    before: Option<ParagraphProperties>,
    run: RunProperties,
    /// Some of its text is hidden.
    hides: bool,
}

/// What the other parts of the document say.
#[derive(Default)]
pub(super) struct Parts {
    pub styles: Styles,
    pub numbering: Numbering,
    pub footnotes: Notes,
    pub endnotes: Notes,
}

/// The reader of the main part.
pub(super) struct Body<'a> {
    xml: Xml<'a>,
    parts: Parts,
    story: Story,
    frames: Vec<Frame>,
    /// Innermost last: a text box stands in a paragraph.
    open: Vec<Open>,
    /// A paragraph whose end was deleted.
    torn: Option<(Paragraph, ParagraphProperties)>,
    /// For each open field, whether its result was reached.
    fields: Vec<bool>,
    /// Fields whose instruction is being passed over.
    instructions: usize,
    links: usize,
}

impl<'a> Body<'a> {
    pub fn new(text: &'a str, parts: Parts) -> Body<'a> {
        Body {
            xml: Xml::new(text),
            parts,
            story: Story::default(),
            frames: Vec::new(),
            open: Vec::new(),
            torn: None,
            fields: Vec::new(),
            instructions: 0,
            links: 0,
        }
    }

    pub fn read(mut self) -> Result<Vec<Line>, NoteError> {
        while let Some(event) = self.xml.next()? {
            match event {
                Event::Open(element) => self.open_element(&element)?,
                Event::Close => self.close_element()?,
                Event::Text(text) if self.frames.last() == Some(&Frame::Text) => {
                    self.push(&text.replace(['\n', '\r'], " "));
                }
                Event::Text(_) => {}
            }
        }
        self.mend()?;
        self.story.finish()
    }

    fn open_element(&mut self, element: &Element<'_>) -> Result<(), NoteError> {
        let parent = self.frames.last().copied().unwrap_or(Frame::Plain);
        let frame = match element.name() {
            (Space::Word, name) => return self.word(name, element, parent),
            (Space::Math, "t") => Frame::Text,
            (Space::Compat, "AlternateContent") => Frame::Alternatives { taken: false },
            (Space::Compat, "Choice" | "Fallback") => {
                if parent == (Frame::Alternatives { taken: true }) {
                    return self.xml.skip();
                }
                if let Some(outer) = self.frames.last_mut() {
                    *outer = Frame::Alternatives { taken: true };
                }
                Frame::Plain
            }
            _ => Frame::Plain,
        };
        self.frames.push(frame);
        Ok(())
    }

    fn word(&mut self, name: &str, element: &Element<'_>, parent: Frame) -> Result<(), NoteError> {
        let is_passed_over = match name {
            // deleted, moved away, or said beside the text
            "del" | "moveFrom" | "delText" | "instrText" | "delInstrText" | "rt" | "tblPr" | "tblPrEx" | "tblGrid"
            | "tcPr" | "sectPr" => true,
            "rPr" => parent != Frame::Run,
            "sdtContent" => parent == Frame::Control { skipped: true },
            "tc" => parent == Frame::Row { deleted: true },
            _ => false,
        };
        if is_passed_over {
            return self.xml.skip();
        }
        match name {
            "pPr" => return self.paragraph_properties(),
            "rPr" => {
                let run = RunProperties::read(&mut self.xml)?;
                if let Some(open) = self.open.last_mut() {
                    open.run = run;
                }
                return Ok(());
            }
            "trPr" => return self.row_properties(),
            "sdtPr" => return self.control_properties(),
            _ => {}
        }
        let frame = match name {
            "p" => {
                self.begin_paragraph();
                Frame::Paragraph
            }
            "r" => {
                if let Some(open) = self.open.last_mut() {
                    open.run = RunProperties::default();
                }
                Frame::Run
            }
            "t" => Frame::Text,
            "body" | "txbxContent" => Frame::Stories,
            "tbl" => {
                self.mend()?;
                self.story.edge();
                Frame::Table
            }
            "tr" => {
                self.story.begin_row();
                Frame::Row { deleted: false }
            }
            "tc" => Frame::Cell,
            "hyperlink" => {
                self.links += 1;
                Frame::Hyperlink
            }
            "sdt" => Frame::Control { skipped: false },
            _ => {
                self.mark(name, element);
                Frame::Plain
            }
        };
        self.frames.push(frame);
        Ok(())
    }

    /// An element that stands for a character, or for the part of a field.
    fn mark(&mut self, name: &str, element: &Element<'_>) {
        match name {
            "tab" | "ptab" => self.push("\t"),
            "cr" => self.push("\n"),
            "br" => {
                let breaks_line = element.attribute("type").is_none_or(|kind| kind == "textWrapping");
                self.push(if breaks_line { "\n" } else { "\u{c}" });
            }
            "noBreakHyphen" => self.push("\u{2011}"),
            "softHyphen" => self.push("\u{ad}"),
            "sym" => {
                let font = element.attribute("font").unwrap_or_default();
                let place = element.attribute("char").unwrap_or_default();
                if let Some(symbol) = symbols::symbol(&font, &place) {
                    self.push(symbol.encode_utf8(&mut [0; 4]));
                }
            }
            "footnoteReference" | "endnoteReference" => {
                let notes = if name == "footnoteReference" { &self.parts.footnotes } else { &self.parts.endnotes };
                let note = element.attribute("id").and_then(|id| notes.get(&*id));
                if let (Some(open), Some(note)) = (self.open.last_mut(), note) {
                    open.text.note(note);
                }
            }
            "fldChar" => match element.attribute("fldCharType").as_deref() {
                Some("begin") => {
                    self.fields.push(false);
                    self.instructions += 1;
                }
                Some("separate") => {
                    if let Some(field) = self.fields.last_mut().filter(|result| !**result) {
                        *field = true;
                        self.instructions -= 1;
                    }
                }
                Some("end") => self.instructions -= usize::from(self.fields.pop() == Some(false)),
                _ => {}
            },
            _ => {}
        }
    }

    /// Takes text as the open run is set.
    fn push(&mut self, text: &str) {
        let Some(open) = self.open.last_mut().filter(|_| self.instructions == 0) else {
            return;
        };
        let character = open.run.style.as_deref().and_then(|id| self.parts.styles.get(id)).map(|style| style.setting);
        // a switch that both styles set is off again (17.7.3)
        let switch = |of: fn(Setting) -> Option<bool>| {
            of(open.run.setting)
                .unwrap_or_else(|| character.and_then(of).unwrap_or(false) != of(open.setting).unwrap_or(false))
        };
        if switch(|set| set.hidden) {
            open.hides = true;
            return;
        }
        let underlined = self.links == 0 && open.run.setting.underlined == Some(true);
        let strong = switch(|set| set.bold) || switch(|set| set.capitals) || underlined;
        open.text.push(text, strong);
    }

    fn begin_paragraph(&mut self) {
        let mut open = Open { setting: self.setting(None), ..Open::default() };
        if let Some((text, properties)) = self.torn.take() {
            open.before = Some(properties).filter(|_| !text.is_blank());
            open.text = text;
        }
        self.open.push(open);
    }

    /// How a paragraph's style sets letters.
    fn setting(&self, style: Option<&str>) -> Setting {
        self.parts.styles.of_paragraph(style).map(|style| style.setting).unwrap_or_default()
    }

    fn paragraph_properties(&mut self) -> Result<(), NoteError> {
        let properties = ParagraphProperties::read(&mut self.xml)?;
        let setting = self.setting(properties.style.as_deref());
        if let Some(open) = self.open.last_mut() {
            open.setting = setting;
            open.properties = properties;
        }
        Ok(())
    }

    /// A row may be deleted as a whole.
    fn row_properties(&mut self) -> Result<(), NoteError> {
        let mut gone = false;
        self.xml.inside(|element| {
            gone |= element.name() == (Space::Word, "del");
            true
        })?;
        if let Some(Frame::Row { deleted }) = self.frames.last_mut() {
            *deleted = gone;
        }
        Ok(())
    }

    /// A control that shows only what to fill in says nothing, nor does a table of contents.
    fn control_properties(&mut self) -> Result<(), NoteError> {
        let mut says_nothing = false;
        self.xml.inside(|element| {
            says_nothing |= match element.name() {
                (Space::Word, "showingPlcHdr") => element.is_on(),
                (Space::Word, "docPartGallery") => element.attribute("val").is_some_and(|v| v == "Table of Contents"),
                _ => false,
            };
            true
        })?;
        if let Some(Frame::Control { skipped }) = self.frames.last_mut() {
            *skipped = says_nothing;
        }
        Ok(())
    }

    fn close_element(&mut self) -> Result<(), NoteError> {
        match self.frames.pop() {
            Some(Frame::Paragraph) => self.end_paragraph()?,
            Some(Frame::Hyperlink) => self.links -= 1,
            Some(Frame::Stories) => self.mend()?,
            Some(Frame::Cell) => {
                self.mend()?;
                self.story.end_cell();
            }
            Some(Frame::Row { .. }) => self.story.end_row(),
            Some(Frame::Table) => self.story.edge(),
            _ => {}
        }
        Ok(())
    }

    fn end_paragraph(&mut self) -> Result<(), NoteError> {
        let Some(open) = self.open.pop() else {
            return Ok(());
        };
        // an instruction that no result follows ends with its paragraph
        while self.instructions > 0 && self.fields.last() == Some(&false) && self.open.is_empty() {
            self.fields.pop();
            self.instructions -= 1;
        }
        // hidden as a whole, it is neither counted nor a gap
        if open.hides && open.text.is_blank() {
            return Ok(());
        }
        let ends = !open.properties.end_deleted;
        // the first part that has words says what the whole is
        let properties = match open.before {
            Some(before) => before,
            None => open.properties,
        };
        if ends {
            return self.finish(open.text, &properties);
        }
        self.torn = Some((open.text, properties));
        Ok(())
    }

    /// Ends a paragraph whose end was deleted, where none follows.
    fn mend(&mut self) -> Result<(), NoteError> {
        match self.torn.take() {
            Some((text, properties)) => self.finish(text, &properties),
            None => Ok(()),
        }
    }

    /// Gives a whole paragraph its label, level and place, and hands it on.
    fn finish(&mut self, mut text: Paragraph, properties: &ParagraphProperties) -> Result<(), NoteError> {
        let style = self.parts.styles.of_paragraph(properties.style.as_deref());
        if style.is_some_and(Style::is_contents) {
            return Ok(());
        }
        let by_style = style.map(|style| &style.paragraph);
        let list = properties.list.as_deref().or_else(|| by_style?.list.as_deref()).filter(|list| *list != "0");
        let mut indent = properties.indent;
        if let Some(list) = list {
            let linked = || self.parts.numbering.level_of_style(list, properties.style.as_deref()?);
            let level = properties.level.or_else(linked).or_else(|| by_style?.level).unwrap_or(0);
            text.label = self.parts.numbering.label(list, level);
            indent = indent.or(self.parts.numbering.indent(list, level));
        }
        let indent = indent.or(by_style.map(|style| style.indent).unwrap_or_default());
        text.indent = indent.blanks(text.is_labelled());
        text.page = properties.page_before || by_style.is_some_and(|style| style.page_before);
        text.level = match properties.outline {
            Some(level) if level < 9 => level + 1,
            Some(_) => 0,
            None => style.map_or(0, Style::heading_level),
        };
        // numbered sentences are paragraphs, though they be set as headings
        if text.level > 0 && ends_sentence(text.text()) && text.is_labelled() {
            text.level = 0;
        }
        if self.open.is_empty() { self.story.paragraph(text) } else { self.story.boxed(text) }
    }
}
