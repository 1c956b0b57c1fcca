//! A paragraph as a word processor keeps it: pieces of text with their setting, and a label that may stand in no text.

use super::super::lines::Line;
use super::super::numbering::{self, Label};
use super::super::sentence::{ends_asking, ends_clause, starts_low};
use super::super::typed::says_nothing;

/// Stands for a page break inside a paragraph; a line break is a line feed.
pub(super) const PAGE: char = '\u{c}';

/// Longest label that need not be strong with its heading, in bytes.
const LABEL: usize = 40;

/// A paragraph while it is read.
#[derive(Clone, Debug, Default)]
pub(super) struct Paragraph {
    text: String,
    /// Where a change of setting is, and whether the text before it is strong.
    settings: Vec<(usize, bool)>,
    /// The label its list sets before it.
    pub label: Option<Label>,
    /// Level of a heading, 0 for none.
    pub level: u8,
    /// Where it begins, in blanks.
    pub indent: usize,
    /// A page ends before it.
    pub page: bool,
    /// It stands in a row of a table, as a fact or its name: it heads nothing.
    pub fact: bool,
    /// It stands in such a row beside a question, and is no part of it.
    pub beside: bool,
    /// What its notes at the foot say, each with the place in the text that leads to it.
    notes: Vec<(usize, String)>,
}

impl Paragraph {
    /// Adds text; control characters are none.
    pub fn push(&mut self, text: &str, strong: bool) {
        let is_text = |c: &char| !c.is_control() || matches!(c, '\n' | '\t' | &PAGE);
        self.text.extend(text.chars().filter(|c| is_text(c) && !matches!(c, '\u{feff}' | '\u{200b}' | '\u{2060}')));
        match self.settings.last_mut() {
            Some((end, last)) if *last == strong => *end = self.text.len(),
            _ => self.settings.push((self.text.len(), strong)),
        }
    }

    /// Adds what a note at the foot says.
    pub fn note(&mut self, text: &str) {
        if !text.is_empty() {
            self.notes.push((self.text.len(), text.to_owned()));
        }
    }

    /// Takes over the notes of a paragraph that stands before it.
    pub fn take_notes(&mut self, other: &Paragraph) {
        let before = other.notes.iter().map(|(_, note)| (0, note.clone()));
        self.notes.splice(..0, before);
    }

    /// Takes over the notes of a paragraph without words that stands behind it.
    pub fn add_notes(&mut self, other: &Paragraph) {
        let end = self.text.len();
        self.notes.extend(other.notes.iter().map(|(_, note)| (end, note.clone())));
    }

    /// Adds its notes to a line.
    pub fn note_line(&self, line: &mut Line) {
        self.notes.iter().for_each(|(_, note)| line.add_note(note));
    }

    pub fn has_notes(&self) -> bool {
        !self.notes.is_empty()
    }

    /// Adds the text of another paragraph.
    pub fn append(&mut self, other: &Paragraph) {
        let mut from = 0;
        for (end, strong) in &other.settings {
            self.push(&other.text[from..*end], *strong);
            from = *end;
        }
        let before = self.text.len() - from;
        self.notes.extend(other.notes.iter().map(|(at, note)| (before + at, note.clone())));
    }

    /// Whether it has no words: only blanks, a rule, or a dotted line for what is to be filled in.
    pub fn is_blank(&self) -> bool {
        self.text.chars().all(|c| c.is_whitespace() || c == '\u{ad}') || says_nothing(&self.text)
    }

    pub fn text(&self) -> &str {
        &self.text
    }

    /// Bytes of all that is said.
    pub fn len(&self) -> usize {
        self.text.len() + self.notes.iter().map(|(_, note)| note.len()).sum::<usize>()
    }

    /// Whether it is an entry of a list or a numbered paragraph, by its list or by a typed label.
    pub fn is_labelled(&self) -> bool {
        self.label.is_some() || numbering::parse(self.text.trim()).is_some()
    }

    /// Its lines: one, or as many as line breaks make.
    pub fn lines(&self) -> Vec<Line> {
        let mut lines: Vec<Line> = Vec::new();
        let (mut gap, mut page) = (false, self.page);
        let mut from = 0;
        let mut notes = self.notes.iter().peekable();
        let breaks = self.text.match_indices(['\n', PAGE]).map(|(at, found)| (at, found == "\n"));
        for (end, is_line) in breaks.chain([(self.text.len(), true)]) {
            // a heading is one, however it is set
            if self.level > 0 && end < self.text.len() {
                continue;
            }
            // a page that breaks inside a sentence ends no line of it
            let below = self.text.get(end + 1..).unwrap_or_default();
            if !is_line && !ends_clause(&self.text[from..end]) && starts_low(below) {
                continue;
            }
            let strong = self.is_strong(from, end);
            let mut line = Line::of(&self.text[from..end]);
            while let Some((_, note)) = notes.next_if(|(at, _)| *at <= end) {
                line.add_note(note);
            }
            from = (end + 1).min(self.text.len());
            if line.text.is_empty() || says_nothing(&line.text) {
                gap = true;
                // what nothing but a mark leads to
                if let Some(above) = lines.last_mut() {
                    above.notes.push_str(&line.notes);
                }
            } else {
                line.bold = strong;
                line.level = self.level;
                line.indent = self.indent;
                line.whole = lines.is_empty();
                line.fact = self.fact;
                line.beside = self.beside;
                line.label = self.label.clone().filter(|_| lines.is_empty());
                line.gap = std::mem::take(&mut gap) && !line.whole;
                line.page = std::mem::take(&mut page);
                lines.push(line);
            }
            page |= !is_line;
        }
        lines
    }

    /// It, or its lines, each as a paragraph, where several of them ask.
    pub fn divided(self) -> Vec<Paragraph> {
        let asking = self.text.split('\n').filter(|line| ends_asking(line.trim())).count();
        if asking < 2 || self.level > 0 {
            return vec![self];
        }
        let mut from = 0;
        let mut parts: Vec<Paragraph> = Vec::new();
        for line in self.text.split('\n') {
            let mut part =
                Paragraph { indent: self.indent, fact: self.fact, beside: self.beside, ..Paragraph::default() };
            part.push(line, self.is_strong(from, from + line.len()));
            let inside = self.notes.iter().filter(|(at, _)| (from..=from + line.len()).contains(at));
            part.notes = inside.map(|(at, note)| (at - from, note.clone())).collect();
            from += line.len() + 1;
            parts.push(part);
        }
        (parts[0].label, parts[0].page) = (self.label, self.page);
        parts
    }

    /// Whether all letters of a part are strong, but for a label before them.
    fn is_strong(&self, from: usize, end: usize) -> bool {
        let mut start = 0;
        let mut any = false;
        for (stop, strong) in &self.settings {
            let (a, b) = (start.max(from), (*stop).min(end));
            start = *stop;
            if a >= b || !self.text[a..b].contains(char::is_alphanumeric) {
                continue;
            }
            if !strong {
                let before = self.text[from..b].trim();
                if before.len() > LABEL || !numbering::is_label(before) {
                    return false;
                }
            }
            any |= strong;
        }
        any
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn paragraph(pieces: &[(&str, bool)]) -> Paragraph {
        let mut paragraph = Paragraph::default();
        for (text, strong) in pieces {
            paragraph.push(text, *strong);
        }
        paragraph
    }

    #[test]
    fn a_line_break_makes_a_line_and_a_page_break_another() {
        let lines = paragraph(&[("one\n\ntwo\u{c}Three", false)]).lines();
        let read: Vec<_> = lines.iter().map(|l| (l.text.as_str(), l.whole, l.gap, l.page)).collect();
        assert_eq!(read, [("one", true, false, false), ("two", false, true, false), ("Three", false, false, true)]);
        let torn = paragraph(&[("How can lamps\u{c}be kept?", false)]).lines();
        assert_eq!(torn.iter().map(|l| l.text.as_str()).collect::<Vec<_>>(), ["How can lamps be kept?"]);
        let heading = Paragraph { level: 1, ..paragraph(&[("one\ntwo", false)]) };
        assert_eq!(heading.lines().iter().map(|l| l.text.as_str()).collect::<Vec<_>>(), ["one two"]);
    }

    #[test]
    fn rules_and_dotted_lines_are_no_words() {
        for (text, blank) in
            [("* * *", true), ("_____", true), ("... ...", true), ("……", true), ("–", false), (".a.", false)]
        {
            let read = paragraph(&[(text, false)]);
            assert_eq!((read.is_blank(), read.lines().is_empty()), (blank, blank), "{text}");
        }
    }

    #[test]
    fn strong_is_what_is_strong_as_a_whole() {
        for (pieces, strong) in [
            (&[("Background", true)][..], true),
            (&[("1. ", false), ("Back", true), ("ground", true), (" ", false)], true),
            (&[("Note: ", true), ("the text", false)], false),
            (&[("the ", false), ("text", true)], false),
            (&[("", true)], false),
        ] {
            let lines = paragraph(pieces).lines();
            assert_eq!(lines.first().is_some_and(|line| line.bold), strong, "{pieces:?}");
        }
    }
}
