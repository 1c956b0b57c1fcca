//! The events of a text written as HTML, block by block.

mod inline;
mod notes;

use std::ops::Range;

use pulldown_cmark::{CodeBlockKind, Event, Tag};

use super::footnotes::Footnotes;
use super::html::escape;
use super::lost::LostLine;

/// How deep quotations and lists, and emphasis, may stand in each other before their marks are left out: nobody
/// writes more, and browsers take quadratic time for it.
const MAX_DEPTH: usize = 16;

/// What is open, and how it ends.
struct Frame {
    close: &'static str,
    kind: Kind,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// May hold paragraphs: a quotation, an item.
    Container,
    /// May hold items only; the number that comes next by itself, if it has numbers.
    List(Option<u64>),
    /// A footnote, written apart.
    Footnote,
    /// A paragraph or heading.
    Block,
    /// Lines of code or HTML.
    Lines,
    /// Emphasis, or a link.
    Inline,
    /// A link or an image shown as it was typed.
    Literal,
}

/// Turns one event after the other into HTML that needs no knowledge of what follows.
#[derive(Default)]
pub(super) struct Writer<'a> {
    source: &'a str,
    id_prefix: String,
    footnotes: Footnotes,
    lost: Vec<LostLine<'a>>,
    lost_so_far: usize,
    out: String,
    /// What is written while a footnote interrupts it, and the lists that it stands in.
    interrupted: Vec<(String, usize)>,
    notes: String,
    notes_so_far: usize,
    /// The reference back that the first block of a footnote takes up.
    note_mark: String,
    stack: Vec<Frame>,
    /// How many blocks and how many inline elements are open.
    depth: [usize; 2],
    lines: String,
    in_lists: usize,
    in_link: bool,
}

impl<'a> Writer<'a> {
    pub(super) fn new(source: &'a str, id_prefix: String, footnotes: Footnotes, lost: Vec<LostLine<'a>>) -> Self {
        Self { source, id_prefix, footnotes, lost, out: String::with_capacity(source.len() * 2), ..Self::default() }
    }

    /// Writes `events[index]`; its neighbours tell what of the source lies between.
    pub(super) fn event(&mut self, events: &[(Event, Range<usize>)], index: usize) {
        let (event, range) = &events[index];
        match event {
            Event::Start(tag) => self.start(tag, events, index),
            Event::End(_) => self.end(events, index),
            Event::Text(text) | Event::Html(text) | Event::InlineHtml(text) => self.text(text),
            Event::Code(text) => {
                self.out.push_str("<code>");
                self.text(text);
                self.out.push_str("</code>");
            }
            // as typed: an address or a list without marks lives by its lines
            Event::SoftBreak | Event::HardBreak => self.out.push_str("<br>\n"),
            Event::Rule => {
                self.show_lost_before(range.start);
                self.out.push_str("<hr>\n");
            }
            Event::FootnoteReference(label) => self.footnote_reference(label, range),
            _ => self.literal(range.clone()),
        }
    }

    fn start(&mut self, tag: &Tag, events: &[(Event, Range<usize>)], index: usize) {
        let range = &events[index].1;
        match tag {
            Tag::Emphasis => self.inline("<em>", "</em>"),
            Tag::Strong => self.inline("<strong>", "</strong>"),
            Tag::Link { link_type, dest_url, title, .. } | Tag::Image { link_type, dest_url, title, .. } => {
                self.link(*link_type, dest_url, title, events, index);
            }
            _ => {
                self.show_lost_before(range.start);
                self.block(tag, range);
            }
        }
    }

    fn block(&mut self, tag: &Tag, range: &Range<usize>) {
        match tag {
            Tag::Heading { .. } => {
                self.open_paragraph(" class=\"heading\"");
                self.out.push_str("<strong>");
                self.push("</strong></p>\n", Kind::Block);
            }
            Tag::BlockQuote(_) if self.is_too_deep(Kind::Container) => {
                self.push("", Kind::Container);
            }
            Tag::BlockQuote(_) => {
                self.out.push_str("<blockquote>\n");
                self.push("</blockquote>\n", Kind::Container);
            }
            Tag::List(first) => self.list(*first),
            Tag::Item => self.item(range),
            Tag::FootnoteDefinition(label) => self.footnote(label),
            Tag::CodeBlock(CodeBlockKind::Fenced(info)) => {
                self.out.push_str("<pre");
                self.direction();
                self.out.push_str("><code>");
                self.lines.clear();
                if !info.is_empty() {
                    self.lines = format!("{info}\n");
                }
                self.push("</code></pre>\n", Kind::Lines);
            }
            // what `CommonMark` takes for code because it is indented is a paragraph from a word processor
            Tag::CodeBlock(CodeBlockKind::Indented) | Tag::HtmlBlock => {
                self.open_paragraph("");
                self.lines.clear();
                self.push("</p>\n", Kind::Lines);
            }
            _ => {
                self.open_paragraph("");
                self.push("</p>\n", Kind::Block);
            }
        }
    }

    fn end(&mut self, events: &[(Event, Range<usize>)], index: usize) {
        // its last lines, while it is still open
        let end = self.line_end(events[index].1.end);
        self.show_lost_before(end);
        let Some(frame) = self.stack.pop() else {
            return;
        };
        if !frame.close.is_empty() {
            self.depth[usize::from(frame.kind == Kind::Inline)] -= 1;
        }
        match frame.kind {
            Kind::Lines => {
                let lines = std::mem::take(&mut self.lines);
                let shown = escape(lines.trim_end_matches('\n'));
                if frame.close == "</p>\n" {
                    self.out.push_str(&shown.replace('\n', "<br>\n"));
                } else {
                    self.out.push_str(&shown);
                }
            }
            Kind::List(_) => self.in_lists -= 1,
            Kind::Literal => {
                let before = index.checked_sub(1).map_or(0, |before| events[before].1.end);
                self.literal(before..events[index].1.end);
            }
            Kind::Container | Kind::Footnote | Kind::Block | Kind::Inline => {}
        }
        if frame.close == "</a>" {
            self.in_link = false;
        }
        self.out.push_str(frame.close);
        if frame.kind == Kind::Footnote {
            self.end_footnote();
        }
    }

    fn text(&mut self, text: &str) {
        if self.stack.last().is_some_and(|frame| frame.kind == Kind::Lines) {
            self.lines.push_str(text);
        } else {
            let shown = escape(text);
            self.out.push_str(&shown);
        }
    }

    fn push(&mut self, close: &'static str, kind: Kind) {
        if !close.is_empty() {
            self.depth[usize::from(kind == Kind::Inline)] += 1;
        }
        self.stack.push(Frame { close, kind });
    }

    fn is_too_deep(&self, kind: Kind) -> bool {
        self.depth[usize::from(kind == Kind::Inline)] >= MAX_DEPTH
    }

    /// A list gives its direction to all it holds: an item's own would leave its mark on the wrong side.
    fn direction(&mut self) {
        if self.in_lists == 0 {
            self.out.push_str(" dir=\"auto\"");
        }
    }

    fn open_paragraph(&mut self, attributes: &str) {
        self.out.push_str("<p");
        self.out.push_str(attributes);
        self.direction();
        self.out.push('>');
        let mark = std::mem::take(&mut self.note_mark);
        self.out.push_str(&mark);
    }

    fn list(&mut self, first: Option<u64>) {
        if self.is_too_deep(Kind::List(None)) {
            self.push("", Kind::List(None));
        } else if let Some(first) = first {
            self.out.push_str("<ol");
            self.direction();
            if first != 1 {
                let start = format!(" start=\"{first}\"");
                self.out.push_str(&start);
            }
            self.out.push_str(">\n");
            self.push("</ol>\n", Kind::List(Some(first)));
        } else {
            self.out.push_str("<ul");
            self.direction();
            self.out.push_str(">\n");
            self.push("</ul>\n", Kind::List(None));
        }
        self.in_lists += 1;
    }

    /// An item keeps the number it was given, where `CommonMark` would count for itself.
    fn item(&mut self, range: &Range<usize>) {
        let typed = self.source.get(range.clone()).and_then(|item| {
            let digits = item.find(|c: char| !c.is_ascii_digit())?;
            item[..digits].parse::<u64>().ok()
        });
        let Some(list) = self.stack.last_mut() else {
            return;
        };
        if list.close.is_empty() {
            self.out.push_str("<br>\n");
            self.push("", Kind::Container);
            return;
        }
        let expected = match list.kind {
            Kind::List(number) => number,
            _ => None,
        };
        let number = typed.or(expected);
        list.kind = Kind::List(expected.and(number).map(|number| number.saturating_add(1)));
        match number {
            Some(number) if expected.is_some_and(|expected| expected != number) => {
                let open = format!("<li value=\"{number}\">");
                self.out.push_str(&open);
            }
            _ => self.out.push_str("<li>"),
        }
        self.push("</li>\n", Kind::Container);
    }

    /// The end of the line that holds the character before `offset`.
    fn line_end(&self, offset: usize) -> usize {
        let last = offset.saturating_sub(1);
        let rest = self.source.as_bytes().get(last..).unwrap_or_default();
        let length = rest.iter().position(|&byte| byte == b'\n');
        last + length.unwrap_or(rest.len())
    }

    /// Paragraphs of what `CommonMark` would not show, where paragraphs may stand.
    fn show_lost_before(&mut self, offset: usize) {
        let may_stand = self.stack.last().is_none_or(|frame| matches!(frame.kind, Kind::Container | Kind::Footnote));
        while may_stand
            && let Some(line) = self.lost.get(self.lost_so_far)
            && line.offset < offset
        {
            let shown = escape(line.text);
            self.open_paragraph("");
            self.out.push_str(&shown);
            self.out.push_str("</p>\n");
            self.lost_so_far += 1;
        }
    }

    /// All that was written, the footnotes at its end.
    pub(super) fn finish(mut self) -> String {
        self.show_lost_before(usize::MAX);
        if !self.notes.is_empty() {
            self.out.push_str("<div class=\"footnotes\">\n");
            self.out.push_str(&self.notes);
            self.out.push_str("</div>\n");
        }
        self.out
    }
}
