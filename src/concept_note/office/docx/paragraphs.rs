//! The paragraphs of the main part while they are read: text as its run and styles set it, then label, level and place.

use super::super::super::error::NoteError;
use super::super::super::lines::Line;
use super::super::super::sentence::ends_sentence;
use super::super::paragraph::Paragraph;
use super::super::setting::{Indent, Setting};
use super::super::story::Story;
use super::numbering::Numbering;
use super::properties::{ParagraphProperties, RunProperties};
use super::styles::{Style, Styles};

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

/// Those that are open, and the story of those that are finished.
#[derive(Default)]
pub(super) struct Paragraphs {
    styles: Styles,
    numbering: Numbering,
    pub story: Story,
    /// Innermost last: a text box stands in a paragraph.
    open: Vec<Open>,
    /// A paragraph whose end was deleted.
    torn: Option<(Paragraph, ParagraphProperties)>,
}

impl Paragraphs {
    pub fn new(styles: Styles, numbering: Numbering) -> Paragraphs {
        Paragraphs { styles, numbering, ..Paragraphs::default() }
    }

    pub fn begin(&mut self) {
        let mut open = Open { setting: self.setting(None), ..Open::default() };
        if let Some((text, properties)) = self.torn.take() {
            open.before = Some(properties).filter(|_| !text.is_blank());
            open.text = text;
        }
        self.open.push(open);
    }

    /// Whether the next paragraph that ends is in none.
    pub fn is_outermost(&self) -> bool {
        self.open.len() <= 1
    }

    /// How a paragraph's style sets letters.
    fn setting(&self, style: Option<&str>) -> Setting {
        self.styles.of_paragraph(style).map(|style| style.setting).unwrap_or_default()
    }

    /// What is said of the open paragraph.
    pub fn set(&mut self, properties: ParagraphProperties) {
        let setting = self.setting(properties.style.as_deref());
        if let Some(open) = self.open.last_mut() {
            open.setting = setting;
            open.properties = properties;
        }
    }

    /// What is said of the run that begins.
    pub fn run(&mut self, run: RunProperties) {
        if let Some(open) = self.open.last_mut() {
            open.run = run;
        }
    }

    /// Takes text as the open run is set; in a link, underlining says nothing.
    pub fn push(&mut self, text: &str, linked: bool) {
        let Some(open) = self.open.last_mut() else {
            return;
        };
        let character = open.run.style.as_deref().and_then(|id| self.styles.get(id)).map(|style| style.setting);
        // a switch that both styles set is off again (17.7.3)
        let switch = |of: fn(Setting) -> Option<bool>| {
            of(open.run.setting)
                .unwrap_or_else(|| character.and_then(of).unwrap_or(false) != of(open.setting).unwrap_or(false))
        };
        if switch(|set| set.hidden) {
            open.hides = true;
            return;
        }
        let underlined = !linked && open.run.setting.underlined == Some(true);
        let strong = switch(|set| set.bold) || switch(|set| set.capitals) || underlined;
        open.text.push(text, strong);
    }

    /// Takes what a note at the foot says.
    pub fn note(&mut self, note: &str) {
        if let Some(open) = self.open.last_mut() {
            open.text.note(note);
        }
    }

    /// Ends the innermost paragraph.
    pub fn end(&mut self) -> Result<(), NoteError> {
        let Some(open) = self.open.pop() else {
            return Ok(());
        };
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
    pub fn mend(&mut self) -> Result<(), NoteError> {
        match self.torn.take() {
            Some((text, properties)) => self.finish(text, &properties),
            None => Ok(()),
        }
    }

    /// Ends the document and gives its lines.
    pub fn into_lines(mut self) -> Result<Vec<Line>, NoteError> {
        self.mend()?;
        self.story.finish()
    }

    /// Gives a whole paragraph its label, level and place, and hands it on.
    fn finish(&mut self, mut text: Paragraph, properties: &ParagraphProperties) -> Result<(), NoteError> {
        let style = self.styles.of_paragraph(properties.style.as_deref());
        if style.is_some_and(Style::is_contents) {
            return Ok(());
        }
        let by_style = style.map(|style| &style.paragraph);
        let list = properties.list.as_deref().or_else(|| by_style?.list.as_deref()).filter(|list| *list != "0");
        let (mut indent, mut by_level) = (properties.indent, Indent::default());
        if let Some(list) = list {
            let linked = || self.numbering.level_of_style(list, properties.style.as_deref()?);
            let level = properties.level.or_else(linked).or_else(|| by_style?.level).unwrap_or(0);
            text.label = self.numbering.label(list, level);
            indent = indent.or(self.numbering.indent(list, level));
            by_level = Indent::of_level(level);
        }
        let indent = indent.or(by_style.map(|style| style.indent).unwrap_or_default()).or(by_level);
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
