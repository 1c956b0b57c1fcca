//! Text to lines: line ends and marks are undone; each line keeps how it was set.

use std::borrow::Cow;
use std::collections::HashSet;

use super::doubled::undouble;
use super::footnotes::{self, Footnote};
use super::inline;
use super::language::{is_direction_mark, is_wide};
use super::lazy;
use super::markdown::{self, BREAKS, Cell, Plain};
use super::numbering::Label;
use super::typed::{Typed, definition, typed};

/// One line that holds words.
#[expect(clippy::struct_excessive_bools, reason = "how a line was set is a list of facts")]
#[derive(Clone, Debug, Default)]
pub(super) struct Line {
    /// Without marks; blanks are single, and a tab is kept only after the first few letters (a label).
    pub text: String,
    /// Blanks before it; a tab counts four.
    pub indent: usize,
    /// In columns: a Chinese character takes two.
    pub width: usize,
    /// All of it is strong.
    pub bold: bool,
    /// Level of a heading by Markdown or by its style, 0 for none.
    pub level: u8,
    /// A blank line or a rule stands before it.
    pub gap: bool,
    /// A page ended before it.
    pub page: bool,
    /// It ended inside a word, at a soft hyphen.
    pub soft_end: bool,
    /// A paragraph begins with it, as its file says: it goes on with no line before it.
    pub whole: bool,
    /// It stands in a row of a table, as a fact or its name: it heads nothing.
    pub fact: bool,
    /// It stands in a row of a table beside a question, and is no part of it.
    pub beside: bool,
    /// The label that its file counts and that stands in no text.
    pub label: Option<Label>,
    /// The names of the notes at the foot that it leads to.
    pub leads: Vec<String>,
    /// What its notes at the foot say, a line each, which is no part of its words.
    pub notes: String,
    /// How often a mail program marked it as another's: how deep it is quoted.
    pub quoted: usize,
    /// The line of the file it stands on, from 1, where the format has lines.
    pub number: Option<usize>,
}

impl Line {
    /// A line of that text and no setting: blanks and soft hyphens are undone, marks are none.
    pub fn of(text: &str) -> Line {
        let soft_end = text.trim_end().ends_with('\u{ad}');
        let text = collapse(text);
        Line { width: columns(&text), text, soft_end, ..Line::default() }
    }

    /// Keeps what a note at the foot says beside the words.
    pub fn add_note(&mut self, text: &str) {
        let text = collapse(text).replace('\t', " ");
        if !text.is_empty() {
            self.notes.push_str(&text);
            self.notes.push('\n');
        }
    }
}

/// How wide a text is in columns.
pub(super) fn columns(text: &str) -> usize {
    text.chars().map(|c| if is_wide(c) { 2 } else { 1 }).sum()
}

/// Divides a text into lines with words.
pub(super) fn lines(text: &str) -> Vec<Line> {
    let (text, numbers) = unify_breaks(text);
    let (text, numbers) = undouble(text, numbers);
    let Plain { text, numbers, cells, notes } = markdown::plain(text, numbers);
    let typed = typed(&text, &numbers, &cells);
    let definitions: HashSet<String> = text.lines().filter_map(definition).collect();
    let mut lines = Vec::with_capacity(typed.len());
    let mut from = 0;
    while from < typed.len() {
        let run = 1 + typed[from + 1..].iter().take_while(|line| !line.gap && !line.page).count();
        let run = &typed[from..from + run];
        from += run.len();
        let joined = run.iter().map(|line| line.text).collect::<Vec<_>>().join("\n");
        let resolved = inline::resolve(&joined, &definitions);
        lines.extend(run.iter().zip(resolved.split('\n')).map(|(typed, text)| line(typed, text)));
    }
    let mut lines = without_marks_alone(lines);
    lazy::count(&mut lines);
    let resolved = |note: Footnote| Footnote { text: inline::resolve(&note.text, &definitions), ..note };
    footnotes::settle(&mut lines, notes.into_iter().map(resolved).collect());
    lines
}

/// Without lines of marks alone: one leaves a gap, and what it leads to the line above it does.
fn without_marks_alone(lines: Vec<Line>) -> Vec<Line> {
    let mut kept: Vec<Line> = Vec::with_capacity(lines.len());
    let mut gap = false;
    for mut line in lines {
        line.gap |= gap;
        gap = line.text.is_empty() && line.gap;
        match kept.last_mut().filter(|_| line.text.is_empty()) {
            Some(above) => above.leads.append(&mut line.leads),
            None if line.text.is_empty() => {}
            None => kept.push(line),
        }
    }
    kept
}

/// All kinds of line ends become one, and a page break becomes a line of its own; with each line, the line of the file
/// it stands on.
fn unify_breaks(text: &str) -> (String, Vec<usize>) {
    let mut text = Cow::Borrowed(text);
    if BREAKS.iter().any(|tag| text.contains(tag)) {
        // a row of a table is one line, however its cells are broken
        let broken = |line: &str| BREAKS.iter().fold(line.to_owned(), |line, tag| line.replace(tag, "\u{b}"));
        let line = |line| if markdown::is_row(line) { Cow::Borrowed(line) } else { Cow::Owned(broken(line)) };
        text = text.split_inclusive('\n').map(line).collect::<String>().into();
    }
    let (mut unified, mut numbers) = (String::with_capacity(text.len()), vec![1]);
    let (mut previous, mut number) = ('\0', 1);
    for c in text.chars() {
        match c {
            '\n' if previous == '\r' => {}
            '\n' | '\r' => {
                number += 1;
                unified.push('\n');
                numbers.push(number);
            }
            '\u{b}' | '\u{85}' | '\u{2028}' | '\u{2029}' => {
                unified.push('\n');
                numbers.push(number);
            }
            '\u{c}' => {
                unified.push_str("\n\u{c}\n");
                numbers.extend([number, number]);
            }
            '\u{feff}' | '\u{200b}' | '\u{2060}' => {}
            c => unified.push(c),
        }
        previous = c;
    }
    (unified, numbers)
}

fn line(typed: &Typed<'_>, resolved: &str) -> Line {
    Line {
        indent: typed.indent,
        bold: is_strong(typed.text),
        level: typed.level,
        gap: typed.gap,
        page: typed.page,
        quoted: typed.quoted,
        number: typed.number,
        leads: markdown::leads(typed.text),
        beside: typed.cell == Cell::Beside,
        fact: typed.cell == Cell::Fact,
        // it was broken where it was typed, marks and all
        width: columns(typed.text),
        ..Line::of(resolved)
    }
}

/// Whether a line, but for its label and a colon, is strong as a whole.
fn is_strong(typed: &str) -> bool {
    let strong = |text: &str| {
        let text = text.trim().trim_end_matches(':').trim_end();
        [("**", "**"), ("__", "__"), ("<b>", "</b>"), ("<strong>", "</strong>")].iter().any(|(open, close)| {
            text.strip_prefix(open)
                .and_then(|rest| rest.strip_suffix(close))
                .is_some_and(|inner| !inner.is_empty() && !inner.contains(open) && !inner.contains(close))
        })
    };
    strong(typed) || typed.split_once(char::is_whitespace).is_some_and(|(label, rest)| label.len() <= 8 && strong(rest))
}

/// Single blanks of one kind, no soft hyphens; a tab after a label stays, since it may be all that sets it off.
fn collapse(text: &str) -> String {
    let mut collapsed = String::with_capacity(text.len());
    let mut blank = None;
    let mut letters = 0_usize;
    for c in text.trim().chars().filter(|c| !is_invisible(*c)) {
        if c.is_whitespace() {
            let after_label = letters <= 8 && !collapsed.contains(char::is_whitespace);
            blank = if c == '\t' && after_label { Some('\t') } else { blank.or(Some(' ')) };
            continue;
        }
        if let Some(blank) = blank.take() {
            // direction marks before the first word are no word
            if letters > 0 {
                collapsed.push(blank);
            }
        }
        collapsed.push(c);
        letters += usize::from(!is_direction_mark(c));
    }
    collapsed
}

/// Marks that are seen nowhere: soft hyphens, byte order marks, places where a line may break.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{feff}' | '\u{200b}' | '\u{2060}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(text: &str) -> Vec<String> {
        lines(text).into_iter().map(|line| line.text).collect()
    }

    #[test]
    fn what_sets_a_text_is_undone() {
        assert_eq!(texts("a\r\nb\rc\u{2028}d\u{b}e<br>f"), ["a", "b", "c", "d", "e", "f"]);
        assert_eq!(texts("> > quoted\n>\n> more"), ["quoted", "more"]);
        assert_eq!(texts("a\u{a0}\u{a0} b  c\u{ad}d\u{200b}e"), ["a b cde"]);
        assert_eq!(texts("1.\tText\tmore"), ["1.\tText more"]);
        assert_eq!(texts("\u{feff}text\n\n[r]: https://un.org\n\n[a][r]"), ["text", "a"]);
    }

    #[test]
    fn each_line_knows_its_place_in_the_file() {
        let numbers = |text: &str| lines(text).iter().map(|line| line.number.unwrap()).collect::<Vec<_>>();
        assert_eq!(numbers("a\r\n\r\nb\rc<br>d\ne"), [1, 3, 4, 4, 5]);
        assert_eq!(numbers("\n> a\n>\n\u{c}b\n2/5\nc\n---\nd"), [2, 4, 6, 8]);
    }

    #[test]
    fn page_furniture_is_dropped() {
        let text =
            "S/2020/1090\ntext\n2/5\n20-16170\n*2016170*\n20-16170 3/6\n\u{c}S/2020/1090\n- 4 -\nPage 2 of 5\n12\nmore";
        let lines = lines(text);
        assert_eq!(lines.iter().map(|l| l.text.as_str()).collect::<Vec<_>>(), ["S/2020/1090", "text", "more"]);
        assert!(lines[2].page && !lines[1].page);
        assert_eq!(texts("text\n\n20-16170  S/2020/1090\n\u{c}S/2020/1091\n\nmore"), ["text", "more"]);
        assert_eq!(texts("1. The way to the Goal\n14\n\n15\n\nmore"), ["1. The way to the Goal", "14", "more"]);
        assert_eq!(texts("It goes on.\n14\nmore"), ["It goes on.", "more"]);
        assert_eq!(texts("| a | b |\n|--|--|\n| c | 4 |"), ["a", "b", "c", "4"]);
    }

    #[test]
    fn headings_are_marked() {
        let lines = lines("# One #\ntext\n\nTwo\n---\n**Three:**\n1. **Four**\n**a** b **c**\n\n---\n\nend.\n---");
        let hints: Vec<_> = lines.iter().map(|l| (l.text.as_str(), l.level, l.bold)).collect();
        assert_eq!(
            hints,
            [
                ("One", 1, false),
                ("text", 0, false),
                ("Two", 2, false),
                ("Three:", 0, true),
                ("1. Four", 0, true),
                ("a b c", 0, false),
                ("end.", 0, false),
            ]
        );
    }
}
