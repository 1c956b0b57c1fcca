//! A mail's parts in the order of reading, and the two templates that set them: plain text and HTML.

use askama::Template;

use crate::{domain::language::Language, locales::Locale};

/// A text in a language of its own: a title, a question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Foreign {
    /// The text.
    pub text: String,
    /// Its language.
    pub language: Language,
}

/// One part of a mail.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Block {
    /// Running text.
    Paragraph(String),
    /// A heading between parts.
    Heading(String),
    /// Names and values.
    Pairs(Vec<Pair>),
    /// Where to go: what is there, and its address.
    Link(String, String),
    /// A list under a lead-in: its heading, its names in one running list.
    Names(String, String),
    /// A question with who answered it, and where to read the answers.
    Question {
        /// Its label.
        label: String,
        /// Its text.
        text: Foreign,
        /// Who answered.
        names: String,
        /// What the link is called.
        link: String,
        /// Where to read.
        url: String,
    },
}

/// A name and its value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pair {
    /// The name.
    pub name: String,
    /// The value.
    pub value: String,
    /// Whether the value is to be copied: a reference, a hash. Always from left to right, without isolation marks.
    pub exact: bool,
}

/// A mail before it is set.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Letter {
    /// The subject: without isolation marks.
    pub subject: String,
    /// The heading of the text.
    pub heading: String,
    /// The consultation's title.
    pub title: Option<Foreign>,
    /// The parts.
    pub blocks: Vec<Block>,
    /// Whom to ask, why it came: the lines at the end.
    pub foot: Vec<String>,
}

/// A mail as it goes out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rendered {
    /// The subject.
    pub subject: String,
    /// The text part.
    pub text: String,
    /// The HTML part.
    pub html: String,
}

#[derive(Template)]
#[template(path = "emails/letter.txt")]
struct Text<'a> {
    letter: &'a Letter,
    l: Locale,
}

#[derive(Template)]
#[template(path = "emails/letter.html")]
struct Html<'a> {
    letter: &'a Letter,
    l: Locale,
}

impl Text<'_> {
    /// A rule as long as the text above it, at most 72 signs.
    fn rule(&self, text: &str) -> String {
        let width = if self.l.language == Language::Zh { 2 } else { 1 };
        "=".repeat((text.chars().count() * width).min(72))
    }
}

impl Html<'_> {
    /// Where lines begin: mail programs know no logical side.
    fn start(&self) -> &'static str {
        start_of(self.l.language)
    }

    /// Whether a block is the letter's next step: its first link.
    fn is_button(&self, block: &Block) -> bool {
        let first = self.letter.blocks.iter().find(|block| matches!(block, Block::Link(..)));
        first.is_some_and(|first| std::ptr::eq(first, block))
    }
}

impl Foreign {
    /// Where its lines begin.
    fn start(&self) -> &'static str {
        start_of(self.language)
    }
}

fn start_of(language: Language) -> &'static str {
    if language.direction() == "rtl" { "right" } else { "left" }
}

impl Letter {
    /// Sets both parts.
    pub fn render(&self, l: &Locale) -> Result<Rendered, askama::Error> {
        let text = Text { letter: self, l: *l }.render()?;
        // marks that isolate directions are of use where the line runs from right to left; elsewhere some readers show them
        let text = if l.language.direction() == "rtl" { text } else { without_marks(&text) };
        Ok(Rendered {
            subject: without_marks(&self.subject),
            text: tidy(&text),
            html: Html { letter: self, l: *l }.render()?,
        })
    }
}

/// The text without isolation marks (U+2066 to U+2069) and line breaks of its own kind.
#[must_use]
pub fn without_marks(text: &str) -> String {
    text.chars().filter(|c| !matches!(c, '\u{2066}'..='\u{2069}')).collect()
}

/// No spaces at line ends, at most one empty line in a row, one line break at the end.
fn tidy(text: &str) -> String {
    let mut tidy = String::with_capacity(text.len());
    let mut empty = 2;
    for line in text.lines().map(str::trim_end) {
        empty = if line.is_empty() { empty + 1 } else { 0 };
        if empty < 2 {
            tidy.push_str(line);
            tidy.push('\n');
        }
    }
    format!("{}\n", tidy.trim_end())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_keeps_its_distance_on_the_side_of_its_value() {
        let pair = Pair { name: "N".into(), value: "1".into(), exact: false };
        let blocks = vec![Block::Pairs(vec![pair])];
        let letter = Letter { subject: String::new(), heading: "H".into(), title: None, blocks, foot: Vec::new() };
        for (language, padding) in [(Language::En, "3px 16px 3px 0"), (Language::Ar, "3px 0 3px 16px")] {
            let html = letter.render(&Locale::new(language, chrono_tz::Tz::UTC)).unwrap().html;
            // mail programs built on a word processor know no sides by direction
            assert!(html.contains(padding) && !html.contains("inline-"), "{language}: {html}");
        }
    }

    #[test]
    fn a_colon_is_set_as_each_language_sets_it() {
        let blocks = vec![
            Block::Pairs(vec![Pair { name: "N".into(), value: "1".into(), exact: false }]),
            Block::Link("L".into(), "https://example.org".into()),
        ];
        let letter = Letter { subject: String::new(), heading: "H".into(), title: None, blocks, foot: Vec::new() };
        for (language, pair, link) in [
            (Language::En, "\nN: 1\n", "\nL:\n"),
            (Language::Fr, "\nN\u{a0}: 1\n", "\nL\u{a0}:\n"),
            (Language::Zh, "\nN\u{ff1a}1\n", "\nL\u{ff1a}\n"),
        ] {
            let text = letter.render(&Locale::new(language, chrono_tz::Tz::UTC)).unwrap().text;
            assert!(text.contains(pair) && text.contains(link), "{language}: {text}");
        }
    }
}
