//! A page's lines: block by block, with headings, lists and what is strong; what is no part of the text is passed over.

use std::collections::HashSet;

use super::elements::{AROUND, BLOCKS, ROLES_AROUND, SILENT, WHOLE};
use super::lists::List;
use super::notes;
use super::others::Others;
use super::rows::Row;
use super::style::Sheet;
use super::tree::{Element, Kind, ROOT, Tree};
use super::writer::Writer;
use crate::concept_note::footnotes;
use crate::concept_note::lines::Line;
use crate::concept_note::markers;
use crate::concept_note::sentence::ends_asking;

/// How far a list stands in from the one around it, in blanks.
pub(super) const STEP: usize = 4;

/// Fewest questions beside a page's own content that are a note's.
const FEWEST_QUESTIONS: usize = 2;

/// The lines of the page.
pub(super) fn lines(tree: &Tree, sheet: &Sheet) -> Vec<Line> {
    let (others, led) = (Others::of(tree), notes::led(tree));
    let read = |root, around| {
        let mut reader = Reader {
            tree,
            sheet,
            around,
            others: &others,
            lists: Vec::new(),
            beside: HashSet::new(),
            led: &led,
            writer: Writer::default(),
        };
        reader.run(root);
        if root != ROOT && !led.is_empty() {
            for at in notes::outside(tree, root) {
                reader.run(at);
            }
        }
        reader.writer.finish()
    };
    let lines = main(tree, &others).map(|main| read(main, false));
    let lines = lines.filter(|own| !asks_more(&read(ROOT, false), own)).unwrap_or_else(|| read(ROOT, false));
    // a page that puts all it has into its header is read all the same
    if lines.is_empty() { read(ROOT, true) } else { lines }
}

/// Whether a page has questions beside its own content, and a heading over them: then it may hold more than one note.
fn asks_more(page: &[Line], own: &[Line]) -> bool {
    let more = |is: fn(&str) -> bool| {
        let count = |lines: &[Line]| lines.iter().filter(|line| is(&line.text)).count();
        count(page) - count(own).min(count(page))
    };
    more(ends_asking) >= FEWEST_QUESTIONS && more(markers::is_question_heading) > 0
}

/// The element that holds the page's own content, where one does.
fn main(tree: &Tree, others: &Others) -> Option<usize> {
    let is_main = |element: &Element| element.name() == "main" || element.attribute("role") == Some("main");
    let only = |test: &dyn Fn(&Element) -> bool| {
        let mut found = tree.elements().filter(|(_, element)| test(element)).map(|(at, _)| at);
        found.next().filter(|_| found.next().is_none())
    };
    only(&is_main).or_else(|| only(&|element| element.name() == "article")).filter(|at| !others.hold(*at))
}

/// What is set where the reader stands.
#[expect(clippy::struct_excessive_bools, reason = "how a text is set is a list of facts")]
#[derive(Clone, Copy, Default)]
pub(super) struct Setting {
    pub strong: bool,
    /// Level of the heading, 0 for none.
    pub level: u8,
    pub indent: usize,
    /// Inside an article or section, whose header is part of the text.
    inner: bool,
    /// Inside a footnote.
    pub note: bool,
    /// Inside a row of a table that gives facts.
    pub fact: bool,
    /// Inside a label that a word processor wrote before its text.
    pub label: bool,
    /// Inside a cell beside a question.
    pub beside: bool,
    /// The cell of this row that is but its entry's label.
    label_cell: Option<usize>,
    /// How far in the lists of this row stand.
    list: usize,
}

struct Reader<'a> {
    tree: &'a Tree,
    sheet: &'a Sheet,
    /// Whether what stands around a text is read too.
    around: bool,
    others: &'a Others,
    lists: Vec<List>,
    /// The cells beside questions in the rows that are open.
    beside: HashSet<usize>,
    /// The names of footnotes that something leads to.
    led: &'a HashSet<String>,
    writer: Writer,
}

impl Reader<'_> {
    /// Reads an element and all it holds.
    fn run(&mut self, root: usize) {
        // elements that are open, with the setting around each
        let mut open: Vec<(usize, Setting)> = Vec::new();
        let mut setting = Setting::default();
        let mut next = Some(root);
        loop {
            let Some(at) = next else {
                let Some((at, outer)) = open.pop() else { break };
                self.leave(at, setting);
                setting = outer;
                next = if open.is_empty() { None } else { self.tree.node(at).next };
                continue;
            };
            let node = self.tree.node(at);
            let inside = match &node.kind {
                Kind::Text(text) => {
                    self.writer.add(text, setting);
                    None
                }
                Kind::Other => (at == ROOT).then_some(setting),
                Kind::Element(element) => self.enter(at, element, setting),
            };
            match inside {
                Some(inner) => {
                    open.push((at, setting));
                    setting = inner;
                    next = node.first;
                }
                None => next = if open.is_empty() { None } else { node.next },
            }
        }
    }

    /// The setting inside an element; none where it is passed over.
    fn enter(&mut self, at: usize, element: &Element, outer: Setting) -> Option<Setting> {
        let name = element.name();
        if SILENT.contains(&name) || self.is_around(at, element, outer) || notes::is_comment(self.tree, at) {
            return None;
        }
        if notes::is_reference(element, || self.tree.words(at)) {
            if outer.note {
                self.name_note(element);
            } else {
                self.writer.lead(notes::target(element));
            }
            return None;
        }
        let style = self.sheet.of(element);
        if style.hidden == Some(true) {
            return None;
        }
        if BLOCKS.contains(&name) {
            self.writer.end(outer, true);
        }
        let mut inner = Setting { strong: style.strong.unwrap_or(outer.strong), ..outer };
        match name {
            "br" => {
                self.writer.end_line(outer);
                return None;
            }
            "pre" => {
                self.writer.typed(&self.tree.words(at));
                return None;
            }
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => inner.level = name.as_bytes()[1] - b'0',
            "p" if is_titled(element) => inner.level = 1,
            "article" | "section" | "main" => inner.inner = true,
            "blockquote" | "dd" => inner.indent += STEP,
            "tr" => {
                let row = self.tree.row(at);
                if row == Row::Head {
                    if let Some(name) = self.tree.questions_name(at) {
                        self.writer.heading(&name);
                    }
                    return None;
                }
                inner.label_cell = None;
                match row {
                    Row::Entries(question) => self.writer.begin_entries(question),
                    _ => self.writer.begin_row(),
                }
                match row {
                    Row::Entry(cell, label) => {
                        self.writer.label(Some(label), outer.indent);
                        inner.label_cell = Some(cell);
                        inner.indent += STEP;
                        inner.list = inner.indent;
                    }
                    Row::Entries(_) | Row::Head => {}
                    Row::Plain => inner.fact = self.tree.gives_facts(at),
                }
                self.beside.extend(self.tree.beside(at));
            }
            "td" | "th" if self.passes_cell(at, outer) => return None,
            "td" | "th" => {
                self.writer.begin_cell();
                inner.beside |= self.beside.contains(&at);
            }
            "dt" if ends_asking(&self.tree.words(at)) => {
                // what asks is an entry, and what stands under it belongs to it
                self.writer.label(Some("•".to_owned()), outer.indent);
                inner.strong = false;
                inner.indent += STEP;
            }
            "ol" | "ul" | "menu" | "dir" => {
                self.lists.push(List::open(element, self.sheet, || self.entries(at)));
            }
            "li" => {
                let label = self.lists.last_mut().and_then(|list| list.label(element));
                // the first entry of a list in a labelled row has the row's label
                if outer.list == 0 || !self.writer.is_labelled() {
                    self.writer.label(label, outer.list + STEP * self.lists.len().saturating_sub(1));
                }
                inner.indent += STEP;
            }
            _ => {}
        }
        if let Some(level) = office_level(element) {
            inner.indent = outer.indent + STEP * level;
        }
        inner.label |= is_office_label(element);
        inner.note |= notes::is_note(element) || name == "p" && notes::begins_note(self.tree, at);
        if inner.note {
            self.name_note(element);
        }
        Some(inner)
    }

    /// An element of footnotes may have the name of the one that follows.
    fn name_note(&mut self, element: &Element) {
        for own in ["id", "name"].into_iter().filter_map(|key| element.attribute(key)).map(footnotes::name) {
            if self.led.contains(&own) {
                self.writer.name_note(own);
            } else if notes::is_numbered(&own) {
                self.writer.name_note(String::new());
            }
        }
    }

    /// Whether a cell is no text of its own: its row's label, or a name that waits for what the cell beside it says.
    fn passes_cell(&mut self, at: usize, row: Setting) -> bool {
        if row.label_cell.is_some() {
            return row.label_cell == Some(at);
        }
        let name = self.tree.fact_name(at);
        let is_name = name.is_some();
        if is_name {
            self.writer.label(name, row.indent);
        }
        is_name
    }

    /// What ends with an element, given the setting inside it.
    fn leave(&mut self, at: usize, inner: Setting) {
        let Kind::Element(element) = &self.tree.node(at).kind else {
            return self.writer.end(inner, true);
        };
        match element.name() {
            "ol" | "ul" | "menu" | "dir" => {
                self.writer.end(inner, true);
                self.lists.pop();
            }
            "p" => self.writer.end_paragraph(inner),
            "tr" => {
                self.writer.end(inner, true);
                self.writer.end_row();
            }
            name if BLOCKS.contains(&name) => self.writer.end(inner, true),
            _ if is_office_label(element) => self.writer.end_label(),
            _ => {}
        }
    }

    /// Whether an element stands around the text of a page.
    fn is_around(&self, at: usize, element: &Element, outer: Setting) -> bool {
        let named = AROUND.contains(&element.name()) && !(outer.inner && matches!(element.name(), "header" | "footer"));
        let role = element.attribute("role").is_some_and(|role| ROLES_AROUND.contains(&role));
        // LibreOffice writes what repeats on each page so
        let repeats = element.attribute("title").is_some_and(|title| matches!(title, "header" | "footer"));
        let part = BLOCKS.contains(&element.name()) && !WHOLE.contains(&element.name());
        let beneath = || part && (self.tree.holds_controls(at, element) || self.tree.is_frame(at, element));
        let repeated = repeats && element.name() == "div";
        !self.around && !notes::is_note(element) && (named || role || repeated || self.others.hold(at) || beneath())
    }

    fn entries(&self, at: usize) -> usize {
        let entry = |child: &usize| matches!(&self.tree.node(*child).kind, Kind::Element(e) if e.name() == "li");
        self.tree.children(at).filter(entry).count()
    }
}

/// Whether a word processor set a paragraph as the document's title.
fn is_titled(element: &Element) -> bool {
    element.attribute("class").is_some_and(|class| class.eq_ignore_ascii_case("title") || class == "MsoTitle")
}

/// How deep in a list a word processor set a paragraph, from 0: `mso-list:l0 level2 lfo1`.
fn office_level(element: &Element) -> Option<usize> {
    let style = element.attribute("style").filter(|style| style.contains("mso-list"))?;
    let (_, value) = super::style::parts(style).find(|(name, _)| name == "mso-list")?;
    let level = value.split_whitespace().find_map(|word| word.strip_prefix("level"))?;
    level.parse::<usize>().ok().map(|level| level.clamp(1, 9) - 1)
}

/// Whether an element is a label that a word processor computed.
fn is_office_label(element: &Element) -> bool {
    element.name() == "span"
        && element
            .attribute("style")
            .is_some_and(|style| style.replace(' ', "").to_lowercase().contains("mso-list:ignore"))
}
