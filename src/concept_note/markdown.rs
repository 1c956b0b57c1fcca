//! Markdown that takes whole lines: front matter, comments, tables, footnotes, boxes to tick. Marks inside a line are
//! those of [`super::inline`].

use std::borrow::Cow;
use std::collections::HashMap;

use super::footnotes::{Footnote, name};
use super::numbering;
use super::table::{self, Columns};

/// The tags of a line break.
pub(super) const BREAKS: [&str; 4] = ["<br>", "<br/>", "<br />", "<BR>"];

/// Longest name of a footnote with its bracket, in bytes; [`super::inline`] takes no longer ones for marks.
const LONGEST: usize = 19;

/// Longest front matter, in lines.
const FRONT_MATTER: usize = 60;

/// What a line in a cell of a table is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Cell {
    #[default]
    Text,
    /// It stands beside a question, and is no part of it.
    Beside,
    /// It heads nothing.
    Fact,
}

/// A text without them.
#[derive(Default)]
pub(super) struct Plain {
    pub text: String,
    /// With each line, the line of the file it stands on.
    pub numbers: Vec<usize>,
    /// Which of its lines are in cells of tables; a number alone is no page's there.
    pub cells: HashMap<usize, Cell>,
    /// Its footnotes, in order.
    pub notes: Vec<Footnote>,
}

/// The text without them; `numbers` are the lines of the file that its lines stand on.
pub(super) fn plain(text: String, numbers: Vec<usize>) -> Plain {
    let text = without_comments(without_front_matter(text));
    let marked = |line: &str| line.trim_start().starts_with(['|', '[', '-', '*', '+', '>', ':', '{', '!']);
    if !text.split('\n').any(marked) {
        return Plain { text, numbers, ..Plain::default() };
    }
    let mut plain = Plain { text: String::with_capacity(text.len()), ..Plain::default() };
    let mut lines = text.split('\n').zip(numbers).peekable();
    while let Some((line, number)) = lines.next() {
        if let Some(mut note) = footnote(line) {
            // a footnote goes on while it stands in
            let stands_in = |(next, _): &(&str, usize)| next.starts_with(['\t', ' ']) && !next.trim().is_empty();
            while let Some((more, _)) = lines.next_if(stands_in) {
                note.text.push(' ');
                note.text.push_str(more.trim());
            }
            plain.notes.push(note);
            plain.push("", number);
        } else if is_row(line) && lines.peek().is_some_and(|(next, _)| is_delimiter(next)) {
            lines.next();
            let mut rows = vec![(cells(line), number)];
            while let Some((line, number)) = lines.next_if(|(next, _)| is_row(next)) {
                rows.push((cells(line), number));
            }
            let words = |at: usize| rows.get(at).map(|(cells, _)| cells.iter().map(String::as_str).collect::<Vec<_>>());
            let columns = words(0).and_then(|head| Columns::named(&head));
            let head =
                columns.is_some() || words(0).zip(words(1)).is_some_and(|(head, next)| table::is_head(&head, &next));
            let name = columns.as_ref().and_then(|columns| rows[0].0.get(columns.question(rows[0].0.len())?));
            if let Some(name) = name.filter(|name| table::heads(name, plain.unmarked())) {
                let heading = format!("**{name}**");
                for line in ["", &heading, ""] {
                    plain.push(line, number);
                }
            }
            for (cells, number) in &rows[usize::from(head)..] {
                row(cells, *number, columns.as_ref(), &mut plain);
            }
        } else if is_command(line)
            || is_image(line) && plain.is_parted() && lines.peek().is_none_or(|(next, _)| next.trim().is_empty())
        {
            plain.push("", number);
        } else if is_row(line) {
            broken(line).split('\n').for_each(|line| plain.push(line, number));
        } else {
            plain.push(&unticked(line), number);
        }
    }
    plain.text.pop();
    plain
}

impl Plain {
    fn push(&mut self, line: &str, number: usize) {
        self.text.push_str(line);
        self.text.push('\n');
        self.numbers.push(number);
    }

    /// Its lines without the marks around them.
    fn unmarked(&self) -> impl Iterator<Item = &str> {
        self.text.lines().map(|line| line.trim_matches(['#', '*', '_', ' ']))
    }

    /// Whether a paragraph may begin here.
    fn is_parted(&self) -> bool {
        self.text.lines().next_back().is_none_or(|above| above.trim().is_empty())
    }

    /// Adds a line that is a paragraph of its own.
    fn paragraph(&mut self, line: &str, number: usize, cell: Cell) {
        self.push("", number);
        self.cells.insert(self.numbers.len(), cell);
        self.push(line, number);
        self.push("", number);
    }

    /// Adds an entry: its first line with its label, the others set in, as what belongs to an entry is.
    fn entry(&mut self, label: &str, lines: &[(String, Cell)], number: usize) {
        for (place, (line, cell)) in lines.iter().enumerate() {
            // the row has a label already
            let bare = line.strip_prefix("• ").unwrap_or(line);
            let line = if place == 0 { table::entry(label, bare) } else { format!("    {line}") };
            self.paragraph(&line, number, *cell);
        }
    }
}

/// Without the lines of names and values that some programs keep before a text; they are left blank.
fn without_front_matter(text: String) -> String {
    let Some(rest) = text.strip_prefix("---\n") else {
        return text;
    };
    let mut length = 0;
    for (at, line) in rest.split_inclusive('\n').take(FRONT_MATTER).enumerate() {
        length += line.len();
        if line.trim_end() == "---" {
            return if at > 0 { format!("{}{}", "\n".repeat(at + 2), &rest[length..]) } else { text };
        }
        let name = line.split_once(':').map_or("", |(name, _)| name);
        let named = !name.is_empty() && name.chars().all(|c| c.is_ascii_alphanumeric() || c == '_' || c == '-');
        if !(named || line.starts_with([' ', '\t', '-'])) {
            break;
        }
    }
    text
}

/// Without comments; the lines they took are left blank.
fn without_comments(text: String) -> String {
    let mut kept = String::new();
    let mut rest = text.as_str();
    while let Some((before, comment)) = rest.split_once("<!--") {
        let Some((comment, after)) = comment.split_once("-->") else { break };
        kept.push_str(before);
        kept.extend(comment.chars().filter(|c| *c == '\n'));
        rest = after;
    }
    if rest.len() == text.len() {
        return text;
    }
    kept.push_str(rest);
    kept
}

/// A footnote: `[^1]: text`. One that nothing leads to stands behind the text.
fn footnote(line: &str) -> Option<Footnote> {
    let (own, text) = line.trim_start().strip_prefix("[^")?.split_once("]:")?;
    let note = || Footnote { name: name(own), text: text.trim().to_owned(), behind: usize::MAX };
    (!own.is_empty() && !own.contains(char::is_whitespace)).then(note)
}

/// The names of the footnotes that a line leads to: `[^1]`.
pub(super) fn leads(line: &str) -> Vec<String> {
    let named = line.match_indices("[^").filter_map(|(at, mark)| {
        let rest = &line[at + mark.len()..];
        let end = rest.bytes().take(LONGEST).position(|byte| matches!(byte, b'[' | b']'))?;
        (end > 0 && rest.as_bytes()[end] == b']').then(|| name(&rest[..end]))
    });
    named.collect()
}

/// Whether a line is for the program that sets the text: the place of a table of contents, or the frame of a box
/// (`:::note`).
fn is_command(line: &str) -> bool {
    let line = line.trim();
    let contents = ["[toc]", "[[toc]]", "[[_toc_]]", "{:toc}", "{{toc}}", "${toc}"];
    let framed = line.strip_prefix(":::").is_some_and(|kind| {
        let kind = kind.trim_start_matches(':').trim();
        kind.starts_with('{') || kind.split_whitespace().count() <= 3
    });
    framed || line.len() <= 10 && contents.contains(&line.to_ascii_lowercase().as_str())
}

/// Whether a line is an image, or one that is a link, and nothing more: what stands for it is no text.
fn is_image(line: &str) -> bool {
    let whole = |text: &str, mark: &str| -> Option<String> {
        let (words, target) = text.strip_prefix(mark)?.rsplit_once("](")?;
        let target = target.strip_suffix(')')?;
        (!target.contains(['(', ')', '[', ']'])).then(|| words.to_owned())
    };
    let alone = |text: &str| whole(text, "![").is_some_and(|words| !words.contains(['[', ']']));
    let line = line.trim();
    alone(line) || whole(line, "[").is_some_and(|inner| alone(&inner))
}

/// Whether a line can be a row of a table.
pub(super) fn is_row(line: &str) -> bool {
    line.trim_start().starts_with('|') && line.trim_end().len() > 1
}

/// Whether a line parts the head of a table from its body: `|---|:--:|`.
fn is_delimiter(line: &str) -> bool {
    is_row(line) && line.contains('-') && line.trim().chars().all(|c| matches!(c, '|' | '-' | ':' | ' '))
}

/// Writes a row down: as an entry where its first cell is a label, as one or several under a head of questions, else each
/// line of a cell as a paragraph.
fn row(cells: &[String], number: usize, columns: Option<&Columns>, plain: &mut Plain) {
    let words: Vec<&str> = cells.iter().map(String::as_str).collect();
    let own = table::label(&words);
    let mut first = true;
    let said = cells.iter().enumerate().skip(usize::from(own.is_some()));
    let pieces = |(place, cell): (usize, &String)| -> Vec<(String, Cell)> {
        if cell.is_empty() {
            return Vec::new();
        }
        let cell = broken(cell);
        let lines: Vec<&str> = cell.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
        // what the first of them says is asked, or names what is
        let behind = !std::mem::take(&mut first);
        let beside = behind && columns.is_some_and(|c| c.is_beside(place, cells.len(), lines.iter().copied()));
        let cell = if beside { Cell::Beside } else { Cell::Text };
        lines.into_iter().map(|line| (line.to_owned(), cell)).collect()
    };
    let cells: Vec<Vec<(String, Cell)>> = said.map(pieces).collect();
    let question = columns.map(|columns| columns.question(words.len()));
    // a label before the questions' column is that of their theme
    let listing = cells.iter().skip(question.flatten().unwrap_or_default()).flatten();
    let lists = { listing }.any(|(line, _)| numbering::parse(line).is_some());
    if let Some(label) = own {
        plain.entry(label, &cells.concat(), number);
    } else if let Some(question) = question
        && table::is_entry(&words)
        && !lists
    {
        let (before, entries) = table::entries(cells, question, |(line, _)| unmarked(line));
        for (line, _) in &before {
            plain.paragraph(line, number, Cell::Fact);
        }
        for entry in &entries {
            plain.entry(table::BULLET, entry, number);
        }
    } else {
        let mut name = None;
        for (line, cell) in cells.iter().flatten() {
            match name.take() {
                None if table::leads(line.trim_matches(['*', '_'])) => name = Some(line),
                None => plain.paragraph(line, number, *cell),
                Some(name) => plain.paragraph(&format!("{name} {line}"), number, *cell),
            }
        }
        if let Some(name) = name {
            plain.paragraph(name, number, Cell::Text);
        }
    }
}

/// A line without the marks behind its words: those of a footnote, and of emphasis.
fn unmarked(line: &str) -> &str {
    let mut words = line.trim_end_matches(['*', '_', ' ']);
    while let Some(before) = words.strip_suffix(']').and_then(|inner| inner.rsplit_once("[^")).map(|(before, _)| before)
    {
        words = before.trim_end_matches(['*', '_', ' ']);
    }
    words
}

/// A text with the lines that HTML's marks make in it, and its lists.
fn broken(text: &str) -> Cow<'_, str> {
    if !text.contains('<') {
        return Cow::Borrowed(text);
    }
    let ends = ["<ul>", "</ul>", "</li>", "<p>", "</p>"];
    let broken = BREAKS.iter().chain(&ends).fold(text.replace("<li>", "\n• "), |text, mark| text.replace(mark, "\n"));
    Cow::Owned(broken)
}

/// The cells of a row, without the marks between them.
fn cells(line: &str) -> Vec<String> {
    let line = line.trim().trim_start_matches('|');
    let mut cells = Vec::new();
    let mut cell = String::new();
    let mut escaped = false;
    for c in line.chars() {
        if c == '|' && !escaped {
            cells.push(std::mem::take(&mut cell));
        } else {
            cell.push(c);
        }
        escaped = c == '\\' && !escaped;
    }
    cells.push(cell);
    cells.iter().map(|cell| cell.trim().to_owned()).collect()
}

/// An entry without the box before it: `- [x] text`.
fn unticked(line: &str) -> Cow<'_, str> {
    let entry = line.trim_start();
    let boxed = ["[ ] ", "[x] ", "[X] "].iter().find_map(|tick| {
        let rest = entry.strip_prefix(['-', '*', '+'])?.strip_prefix(' ')?;
        rest.strip_prefix(tick)
    });
    match boxed {
        Some(text) => Cow::Owned(format!("{}{} {text}", &line[..line.len() - entry.len()], &entry[..1])),
        None => Cow::Borrowed(line),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Plain {
        plain(text.to_owned(), (1..=text.split('\n').count()).collect())
    }

    fn words(text: &str) -> Vec<String> {
        let words = read(text).text;
        words.lines().map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned).collect()
    }

    #[test]
    fn what_takes_whole_lines_is_undone() {
        for (text, lines) in [
            ("---\ntitle: A note\ntags:\n  - one\n---\n# Title", &["# Title"][..]),
            ("---\nA letter\n---\nText", &["---", "A letter", "---", "Text"]),
            ("a<!-- one\ntwo --> b\n<!-- open", &["a", "b", "<!-- open"]),
            ("| Item | Who |\n|---|:-:|\n| a \\| b | | \n|c|d|\nend", &["Item", "Who", "a \\| b", "c", "d", "end"]),
            ("| No. | Question |\n|--|--|\n| 1 | Who? |\n| 2. | Why? |", &["1\tWho?", "2. Why?"]),
            (
                "| **Date:** | 3 May |\n|--|--|\n| Venue: | |\n| Who | All |",
                &["**Date:** 3 May", "Venue:", "Who", "All"],
            ),
            ("![Logo](a.png)\n\n[![Seal](b.png \"s\")](https://un.example)\n\nOne", &["One"]),
            (
                "One\n![two](b.png)\n\n![three](c.png) four\n\n![a](b) ![c](d)",
                &["One", "![two](b.png)", "![three](c.png) four", "![a](b) ![c](d)"],
            ),
            ("| no table\n| at all", &["| no table", "| at all"]),
            ("- [ ] one\n  * [x] two\n- [see] three", &["- one", "* two", "- [see] three"]),
            ("[TOC]\n\n:::info Note\na\n\nb\n:::\n::: {.box}\n[[_TOC_]]\n[see]", &["a", "b", "[see]"]),
            (
                "| Theme | Question |\n|--|--|\n| Law | Who?[^1]<br>**Why?**[^2] |",
                &["• Law", "Who?[^1]", "• Law", "**Why?**[^2]"],
            ),
            ("a[^1]\n\n[^1]: See A/70/1.\n    And more.\n\nb", &["a[^1]", "b"]),
        ] {
            assert_eq!(words(text), lines, "{text}");
        }
        assert_eq!(read("4\n| a | b |\n|--|--|\n| c | 4 |").cells, [2, 5, 8, 11].map(|at| (at, Cell::Text)).into());
        let notes = read("a\n[^1]: See A/70/1.\n    And more.\n[^B]: Two.").notes;
        let said: Vec<_> = notes.iter().map(|note| (note.name.as_str(), note.text.as_str())).collect();
        assert_eq!(said, [("1", "See A/70/1. And more."), ("b", "Two.")]);
        assert_eq!(leads("One[^1], two [^B], [^[^c] and [^] [^"), ["1", "b", "c"]);
    }

    #[test]
    fn each_line_keeps_its_place_in_the_file() {
        let text = "---\nname: x\n---\n- one <!-- a\nb\n-->\n| h | i |\n|--|--|\n| c | d |\n[^1]: note\n  more\nend";
        let read = read(text);
        let placed: Vec<_> = read.text.split('\n').zip(&read.numbers).filter(|(line, _)| !line.is_empty()).collect();
        let placed: Vec<_> = placed.iter().map(|(line, number)| (line.trim(), **number)).collect();
        assert_eq!(placed, [("- one", 4), ("h", 7), ("i", 7), ("c", 9), ("d", 9), ("end", 12)]);
        assert_eq!(read.text.split('\n').count(), read.numbers.len());
    }
}
