//! The text of a document: paragraphs with the labels of their lists, in reading order.

use super::super::super::error::{Format, NoteError};
use super::super::super::lines::Line;
use super::super::super::pdf::direction;
use super::super::super::sentence::ends_sentence;
use super::super::paragraph::Paragraph;
use super::super::setting::{Indent, Setting};
use super::super::story::Story;
use super::super::xml::{Element, Event, Space, Xml};
use super::lists::Lists;
use super::styles::Styles;

/// What an open element means for the text in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Frame {
    /// Nothing of its own; inside a paragraph, a field whose text is taken.
    Plain,
    Paragraph,
    Span,
    Link,
    /// A shape or frame, whose text stands in paragraphs of its own.
    Drawing,
    List,
    Entry,
    /// An entry of a list that stands alone.
    Numbered,
    Table,
    Row,
    Cell,
}

/// A paragraph that is being read.
struct Open {
    text: Paragraph,
    /// How letters are set, innermost last; never empty.
    settings: Vec<Setting>,
    indent: Indent,
    /// Some of its text is hidden.
    hides: bool,
    links: usize,
}

/// The reader of the text.
pub(super) struct Body<'a> {
    xml: Xml<'a>,
    styles: Styles,
    lists: Lists,
    story: Story,
    frames: Vec<Frame>,
    /// Innermost last: a frame stands in a paragraph.
    open: Vec<Open>,
    is_text: bool,
}

impl<'a> Body<'a> {
    pub fn new(text: &'a str, styles: Styles) -> Body<'a> {
        Body {
            xml: Xml::new(text),
            styles,
            lists: Lists::default(),
            story: Story::default(),
            frames: Vec::new(),
            open: Vec::new(),
            is_text: false,
        }
    }

    pub fn read(mut self) -> Result<Vec<Line>, NoteError> {
        while let Some(event) = self.xml.next()? {
            match event {
                Event::Open(element) => self.open_element(&element)?,
                Event::Close => self.close_element()?,
                Event::Text(text) => self.push(&text.replace(char::is_whitespace, " ")),
            }
        }
        if !self.is_text {
            return Err(NoteError::Unsupported(Format::Zip));
        }
        self.story.finish()
    }

    fn open_element(&mut self, element: &Element<'_>) -> Result<(), NoteError> {
        let frame = match element.name() {
            (Space::Office, "automatic-styles") => {
                self.styles.read(&mut self.xml)?;
                self.styles.inherit();
                return Ok(());
            }
            (Space::Office, "text") => {
                self.is_text = true;
                Frame::Plain
            }
            (Space::Text, name) => return self.text(name, element),
            // notes of reviewers, forms, pictures; what is said of a drawing beside the text
            (Space::Office, "annotation" | "forms" | "binary-data" | "font-face-decls" | "scripts")
            | (Space::Table, "covered-table-cell" | "title" | "desc")
            | (Space::Other, "title" | "desc" | "math") => return self.xml.skip(),
            (Space::Table, "table") => {
                self.story.begin_table();
                Frame::Table
            }
            (Space::Table, "table-row") => {
                self.story.begin_row();
                Frame::Row
            }
            (Space::Table, "table-cell") => Frame::Cell,
            (Space::Draw, "a") => Frame::Link,
            (Space::Draw, _) => Frame::Drawing,
            _ => Frame::Plain,
        };
        self.frames.push(frame);
        Ok(())
    }

    fn text(&mut self, name: &str, element: &Element<'_>) -> Result<(), NoteError> {
        let is_hidden = || {
            element.attribute("display").is_some_and(|display| display == "none")
                || element.attribute("is-hidden").is_some_and(|hidden| hidden == "true")
        };
        let frame = match name {
            // what was deleted, said beside the text, or gathered from it
            "tracked-changes" | "ruby-text" | "hidden-text" | "table-of-content" | "illustration-index"
            | "table-index" | "object-index" | "user-index" | "alphabetical-index" | "script" | "sequence-decls"
            | "variable-decls" | "user-field-decls" | "page-number" => return self.xml.skip(),
            "note" => return self.note(),
            "number" => return self.written_number(),
            "section" if is_hidden() => return self.xml.skip(),
            "hidden-paragraph" if is_hidden() => {
                self.hide();
                Frame::Plain
            }
            "p" | "h" => {
                self.begin_paragraph(element);
                Frame::Paragraph
            }
            "span" => {
                self.begin_span(element);
                Frame::Span
            }
            "a" => Frame::Link,
            "list" => {
                self.lists.begin_list(element);
                Frame::List
            }
            "numbered-paragraph" => {
                self.lists.begin_numbered(element);
                Frame::Numbered
            }
            "list-item" | "list-header" => {
                self.lists.begin_entry(element);
                Frame::Entry
            }
            "s" => {
                self.push(" ");
                Frame::Plain
            }
            "tab" => {
                self.push_mark("\t");
                Frame::Plain
            }
            "line-break" => {
                self.push_mark("\n");
                Frame::Plain
            }
            _ => Frame::Plain,
        };
        if let (Frame::Link, Some(open)) = (frame, self.open.last_mut()) {
            open.links += 1;
        }
        self.frames.push(frame);
        Ok(())
    }

    fn note(&mut self) -> Result<(), NoteError> {
        let note = self.xml.words(|name| name == (Space::Text, "note-citation"))?;
        if let Some(open) = self.open.last_mut() {
            open.text.note(&note);
        }
        Ok(())
    }

    /// The label as some writers set it too, for readers that cannot count.
    fn written_number(&mut self) -> Result<(), NoteError> {
        let written = self.xml.words(|_| false)?;
        if let Some(open) = self.open.last_mut().filter(|open| open.text.label.is_none()) {
            open.text.push(&format!("{written}\t"), false);
        }
        Ok(())
    }

    /// The paragraph that is open is not shown.
    fn hide(&mut self) {
        if let Some(open) = self.open.last_mut() {
            open.hides = true;
            open.text = Paragraph::default();
            open.settings = vec![Setting { hidden: Some(true), ..Setting::default() }];
        }
    }

    fn begin_span(&mut self, element: &Element<'_>) {
        let own = self.styles.of_text(element).map(|style| style.setting).unwrap_or_default();
        if let Some(open) = self.open.last_mut() {
            let outer = open.settings.last().copied().unwrap_or_default();
            open.settings.push(own.or(outer));
        }
    }

    /// Takes text, unless it stands in a drawing beside its paragraphs.
    fn push(&mut self, text: &str) {
        if self.frames.last() != Some(&Frame::Drawing) {
            self.push_mark(text);
        }
    }

    fn push_mark(&mut self, text: &str) {
        let Some(open) = self.open.last_mut() else {
            return;
        };
        let setting = open.settings.last().copied().unwrap_or_default();
        let on = |switch: Option<bool>| switch == Some(true);
        if on(setting.hidden) {
            open.hides = true;
            return;
        }
        let strong = on(setting.bold) || on(setting.capitals) || on(setting.underlined) && open.links == 0;
        open.text.push(text, strong);
    }

    fn begin_paragraph(&mut self, element: &Element<'_>) {
        let style = self.styles.of_paragraph(element);
        let setting = style.map(|style| style.setting).unwrap_or_default();
        let mut text = Paragraph::default();
        text.page = style.is_some_and(|style| style.page_before);
        text.level = match element.name().1 {
            "h" => element.number("outline-level").unwrap_or(1),
            _ => style.and_then(|style| style.named_level).unwrap_or(0),
        };
        let (label, by_list) = self.lists.label(&self.styles, style.and_then(|style| style.list.as_deref()));
        text.label = label;
        let is_counted = element.attribute("is-list-header").is_none_or(|header| header != "true");
        if element.name().1 == "h" && is_counted {
            let by_outline = self.lists.heading(&self.styles, usize::from(text.level));
            text.label = text.label.or(by_outline);
        }
        let indent = style.map(|style| style.indent).unwrap_or_default().or(by_list);
        self.open.push(Open { text, settings: vec![setting], indent, hides: false, links: 0 });
    }

    fn close_element(&mut self) -> Result<(), NoteError> {
        match self.frames.pop() {
            Some(Frame::Paragraph) => self.end_paragraph()?,
            Some(Frame::Span) => {
                if let Some(open) = self.open.last_mut().filter(|open| open.settings.len() > 1) {
                    open.settings.pop();
                }
            }
            Some(Frame::Link) => {
                if let Some(open) = self.open.last_mut() {
                    open.links = open.links.saturating_sub(1);
                }
            }
            Some(Frame::List) => self.lists.end_list(),
            Some(Frame::Entry) => self.lists.end_entry(),
            Some(Frame::Numbered) => self.lists.end_numbered(),
            Some(Frame::Cell) => self.story.end_cell(),
            Some(Frame::Row) => self.story.end_row(),
            Some(Frame::Table) => self.story.end_table(),
            _ => {}
        }
        Ok(())
    }

    fn end_paragraph(&mut self) -> Result<(), NoteError> {
        let Some(Open { mut text, indent, hides, .. }) = self.open.pop() else {
            return Ok(());
        };
        if hides && text.is_blank() {
            return Ok(());
        }
        let indent = if direction::is_from_right(text.text()) { indent.at_right() } else { indent };
        text.indent = indent.blanks(text.is_labelled());
        // numbered sentences are paragraphs, though they be set as headings
        if text.level > 0 && ends_sentence(text.text()) && text.is_labelled() {
            text.level = 0;
        }
        if self.open.is_empty() { self.story.paragraph(text) } else { self.story.boxed(text) }
    }
}
