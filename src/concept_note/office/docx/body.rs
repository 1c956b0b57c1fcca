//! The main part of a document: what each element means for the text in it.

use super::super::super::error::NoteError;
use super::super::super::lines::Line;
use super::super::symbols;
use super::super::xml::{Element, Event, Space, Xml};
use super::fields::Fields;
use super::notes::Notes;
use super::paragraphs::Paragraphs;
use super::properties::{ParagraphProperties, RunProperties};

/// What an open element means for the text in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Frame {
    /// Nothing of its own.
    Plain,
    Paragraph,
    Run,
    /// Text is taken here.
    Text,
    /// What a field is to do.
    Instruction,
    /// A field whose instruction is an attribute.
    Field,
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

/// Longest sign of a footnote, in bytes.
const LONGEST_SIGN: usize = 12;

/// The reader of the main part.
pub(super) struct Body<'a> {
    xml: Xml<'a>,
    paragraphs: Paragraphs,
    footnotes: Notes,
    endnotes: Notes,
    frames: Vec<Frame>,
    fields: Fields,
    links: usize,
    /// What this run says is the sign of a footnote, which its writer chose.
    sign: bool,
}

impl<'a> Body<'a> {
    pub fn new(text: &'a str, paragraphs: Paragraphs, footnotes: Notes, endnotes: Notes) -> Body<'a> {
        Body {
            xml: Xml::new(text),
            paragraphs,
            footnotes,
            endnotes,
            frames: Vec::new(),
            fields: Fields::default(),
            links: 0,
            sign: false,
        }
    }

    pub fn read(mut self) -> Result<Vec<Line>, NoteError> {
        while let Some(event) = self.xml.next()? {
            match event {
                Event::Open(element) => self.open_element(&element)?,
                Event::Close => self.close_element()?,
                Event::Text(text) if self.sign && text.len() <= LONGEST_SIGN => {}
                Event::Text(text) if self.frames.last() == Some(&Frame::Text) => {
                    self.push(&text.replace(['\n', '\r'], " "));
                }
                Event::Text(text) if self.frames.last() == Some(&Frame::Instruction) => self.fields.instruct(&text),
                Event::Text(_) => {}
            }
        }
        self.paragraphs.into_lines()
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
            "del" | "moveFrom" | "delText" | "delInstrText" | "rt" | "tblPr" | "tblPrEx" | "tblGrid" | "tcPr"
            | "sectPr" => true,
            "rPr" => parent != Frame::Run,
            "sdtContent" => parent == Frame::Control { skipped: true },
            "tc" => parent == Frame::Row { deleted: true },
            _ => false,
        };
        if is_passed_over {
            return self.xml.skip();
        }
        match name {
            "pPr" => {
                self.paragraphs.set(ParagraphProperties::read(&mut self.xml)?);
                return Ok(());
            }
            "rPr" => {
                self.paragraphs.run(RunProperties::read(&mut self.xml)?);
                return Ok(());
            }
            "trPr" => return self.row_properties(),
            "sdtPr" => return self.control_properties(),
            _ => {}
        }
        let frame = match name {
            "p" => {
                self.paragraphs.begin();
                Frame::Paragraph
            }
            "r" => {
                self.paragraphs.run(RunProperties::default());
                self.sign = false;
                Frame::Run
            }
            "t" => Frame::Text,
            "instrText" => Frame::Instruction,
            "fldSimple" => {
                self.fields.begin();
                self.fields.instruct(&element.attribute("instr").unwrap_or_default());
                self.fields.separate();
                Frame::Field
            }
            "body" | "txbxContent" => Frame::Stories,
            "tbl" => {
                self.paragraphs.mend()?;
                self.paragraphs.story.begin_table();
                Frame::Table
            }
            "tr" => {
                self.paragraphs.story.begin_row();
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
                let notes = if name == "footnoteReference" { &self.footnotes } else { &self.endnotes };
                if let Some(note) = element.attribute("id").and_then(|id| notes.get(&*id)) {
                    self.paragraphs.note(note);
                }
                self.sign =
                    element.attribute("customMarkFollows").is_some_and(|on| !matches!(&*on, "0" | "false" | "off"));
            }
            "fldChar" => match element.attribute("fldCharType").as_deref() {
                Some("begin") => self.fields.begin(),
                Some("separate") => self.fields.separate(),
                Some("end") => self.end_field(),
                _ => {}
            },
            _ => {}
        }
    }

    fn push(&mut self, text: &str) {
        if !self.fields.instructs() {
            self.fields.say();
            self.paragraphs.push(text, self.links > 0);
        }
    }

    fn end_field(&mut self) {
        if let Some(counted) = self.fields.end() {
            self.push(&counted);
        }
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
            Some(Frame::Paragraph) => {
                // an instruction that no result follows ends with its paragraph
                if self.paragraphs.is_outermost() {
                    self.fields.close();
                }
                self.paragraphs.end()?;
            }
            Some(Frame::Hyperlink) => self.links -= 1,
            Some(Frame::Field) => self.end_field(),
            Some(Frame::Stories) => self.paragraphs.mend()?,
            Some(Frame::Cell) => {
                self.paragraphs.mend()?;
                self.paragraphs.story.end_cell();
            }
            Some(Frame::Row { .. }) => self.paragraphs.story.end_row(),
            Some(Frame::Table) => self.paragraphs.story.end_table(),
            _ => {}
        }
        Ok(())
    }
}
