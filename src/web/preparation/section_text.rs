//! A section of the note as text that people correct: a paragraph after each empty line with its number first, each item of its
//! list on a line of its own after a dash, each footnote below what leads to it after an asterisk, and further lines of each
//! set in.
//!
//! A backslash takes from what follows it the look of a number, a dash, an asterisk or a label, as in `CommonMark` (2.4).

use crate::domain::concept_note::{Item, Paragraph, Section};

/// The paragraphs as text. [`read`] gives them back.
pub(super) fn write(section: &Section) -> String {
    section.paragraphs.iter().map(write_paragraph).collect::<Vec<_>>().join("\n\n")
}

/// Reads what [`write`] wrote, or somebody changed.
pub(super) fn read(text: &str) -> Vec<Paragraph> {
    let (mut paragraphs, mut open) = (Vec::new(), None);
    for line in text.lines() {
        match &mut open {
            _ if line.trim().is_empty() => paragraphs.extend(open.take()),
            None => open = Some(first_line(line)),
            Some(paragraph) => add_line(paragraph, line),
        }
    }
    paragraphs.extend(open);
    paragraphs
}

fn add_line(paragraph: &mut Paragraph, line: &str) {
    if let Some(item) = after_dash(line) {
        paragraph.items.push(read_item(item));
        return;
    }
    let (text, notes) = match paragraph.items.last_mut() {
        Some(item) => (&mut item.text, &mut item.notes),
        None => (&mut paragraph.text, &mut paragraph.notes),
    };
    if let Some(note) = after_asterisk(line) {
        notes.push(note.to_owned());
    } else {
        let text = notes.last_mut().unwrap_or(text);
        text.push('\n');
        text.push_str(line.trim());
    }
}

fn write_paragraph(paragraph: &Paragraph) -> String {
    let mut lines = paragraph.text.lines();
    let first = lines.next().unwrap_or_default();
    let mut written = match paragraph.number {
        Some(number) => format!("{number}. {first}"),
        None => match number_of(first) {
            Some((digits, rest)) => format!("{digits}\\. {rest}"),
            None if is_marked(first) => format!("\\{first}"),
            None => first.to_owned(),
        },
    };
    set_in(&mut written, lines);
    write_notes(&mut written, &paragraph.notes);
    for item in &paragraph.items {
        if !written.is_empty() {
            written.push('\n');
        }
        let mut lines = item.text.lines();
        let first = lines.next().unwrap_or_default();
        written.push_str("- ");
        let looks_labelled = is_label(first.split(' ').next().unwrap_or_default());
        match item.label.as_deref() {
            Some(label) if is_label(label) => written.extend([label, " "]),
            Some(label) => written.extend(["[", label, "] "]),
            None if looks_labelled || first.starts_with(['[', '\\']) => written.push('\\'),
            None => {}
        }
        written.push_str(first);
        set_in(&mut written, lines);
        write_notes(&mut written, &item.notes);
    }
    written
}

fn write_notes(written: &mut String, notes: &[String]) {
    for note in notes {
        let mut lines = note.lines();
        if !written.is_empty() {
            written.push('\n');
        }
        written.push_str("* ");
        written.push_str(lines.next().unwrap_or_default());
        set_in(written, lines);
    }
}

fn set_in<'a>(written: &mut String, lines: impl Iterator<Item = &'a str>) {
    for line in lines {
        written.push_str("\n  ");
        written.push_str(line);
    }
}

fn first_line(line: &str) -> Paragraph {
    if let Some(item) = after_dash(line) {
        return Paragraph { items: vec![read_item(item)], ..Paragraph::default() };
    }
    if let Some(note) = after_asterisk(line) {
        return Paragraph { notes: vec![note.to_owned()], ..Paragraph::default() };
    }
    if let Some((digits, rest)) = number_of(line)
        && let Ok(number) = digits.parse()
    {
        return Paragraph { number: Some(number), text: rest.trim().to_owned(), ..Paragraph::default() };
    }
    let text = match line.split_once("\\. ") {
        Some((digits, rest)) if is_digits(digits) => format!("{digits}. {rest}"),
        _ => line.strip_prefix('\\').unwrap_or(line).to_owned(),
    };
    Paragraph { text: text.trim().to_owned(), ..Paragraph::default() }
}

fn read_item(text: &str) -> Item {
    let text = text.trim();
    if let Some(plain) = text.strip_prefix('\\') {
        return Item { text: plain.to_owned(), ..Item::default() };
    }
    let bracketed = text.strip_prefix('[').and_then(|rest| rest.split_once(']'));
    let labelled = bracketed.or_else(|| text.split_once(' ').filter(|(label, _)| is_label(label)));
    match labelled {
        Some((label, rest)) => Item { label: Some(label.to_owned()), text: rest.trim().to_owned(), ..Item::default() },
        None => Item { text: text.to_owned(), ..Item::default() },
    }
}

/// What follows a dash or a bullet and a blank.
fn after_dash(line: &str) -> Option<&str> {
    let rest = line.strip_prefix(['-', '\u{2013}', '\u{2022}'])?;
    rest.starts_with([' ', '\t', '\u{a0}']).then(|| rest.trim_start())
}

/// What follows an asterisk and a blank.
fn after_asterisk(line: &str) -> Option<&str> {
    let rest = line.strip_prefix('*')?;
    Some(rest.trim()).filter(|note| !note.is_empty() && rest.starts_with([' ', '\t', '\u{a0}']))
}

/// The digits before a full stop and a blank, and what follows them.
fn number_of(line: &str) -> Option<(&str, &str)> {
    if let Some(digits) = line.strip_suffix('.').filter(|digits| is_digits(digits)) {
        return Some((digits, ""));
    }
    line.split_once(". ").filter(|(digits, _)| is_digits(digits))
}

fn is_digits(text: &str) -> bool {
    (1..=9).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// Whether a paragraph's first line would be taken for something else.
fn is_marked(line: &str) -> bool {
    after_dash(line).is_some()
        || after_asterisk(line).is_some()
        || line.starts_with('\\')
        || line.split_once("\\. ").is_some_and(|(digits, _)| is_digits(digits))
}

/// Whether a word is a label such as `(a)`, `1.` or `b)`.
fn is_label(word: &str) -> bool {
    let core =
        word.strip_suffix([')', '.', '\u{ff09}', '\u{3001}']).map(|core| core.trim_start_matches(['(', '\u{ff08}']));
    core.is_some_and(|core| (1..=6).contains(&core.chars().count()) && core.chars().all(char::is_alphanumeric))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn line() -> impl Strategy<Value = String> {
        "[-*\u{2022}\\\\\\[\\]().0-9a\u{628}\u{7532} ]{0,12}[a\u{628}.)]".prop_map(|text| text.trim().to_owned())
    }

    fn text() -> impl Strategy<Value = String> {
        prop::collection::vec(line(), 1..4).prop_map(|lines| lines.join("\n"))
    }

    fn item() -> impl Strategy<Value = Item> {
        let label = prop::option::of(prop_oneof!["\\(?[a-z0-9]{1,3}[.)]", "Question [1-9]", "[a-z]\u{ff09}"]);
        (label, text(), notes()).prop_map(|(label, text, notes)| Item { label, text, notes })
    }

    fn notes() -> impl Strategy<Value = Vec<String>> {
        prop::collection::vec(text(), 0..3)
    }

    fn paragraph() -> impl Strategy<Value = Paragraph> {
        (prop::option::of(0..3000_u32), text(), prop::collection::vec(item(), 0..4), notes())
            .prop_map(|(number, text, items, notes)| Paragraph { number, text, items, notes })
    }

    proptest! {
        #[test]
        fn what_is_written_is_read_as_it_was(paragraphs in prop::collection::vec(paragraph(), 0..4)) {
            let section = Section { heading: None, paragraphs };
            prop_assert_eq!(read(&write(&section)), section.paragraphs);
        }
    }

    #[test]
    fn it_is_text_that_people_write() {
        let text = "2. As the note says.\n* Said of it.\n- (a) One;\n- two,\n  in two lines\n* A/70/1, and\n  more\n\n* Of the \
            heading.\n\nWithout a number.\n\n2020\\. A year.\n\n- [Question 1] Alone?";
        let paragraphs = read(text);
        let numbers: Vec<_> = paragraphs.iter().map(|paragraph| paragraph.number).collect();
        assert_eq!(numbers, [Some(2), None, None, None, None]);
        assert_eq!(
            (&paragraphs[0].notes[..], &paragraphs[0].items[1].notes[..]),
            (&["Said of it.".to_owned()][..], &["A/70/1, and\nmore".to_owned()][..])
        );
        assert_eq!((paragraphs[1].text.as_str(), paragraphs[1].notes[0].as_str()), ("", "Of the heading."));
        assert_eq!(paragraphs[0].items[0].label.as_deref(), Some("(a)"));
        assert_eq!(paragraphs[0].items[1].text, "two,\nin two lines");
        assert_eq!(paragraphs[3].text, "2020. A year.");
        assert_eq!((paragraphs[4].text.as_str(), paragraphs[4].items[0].label.as_deref()), ("", Some("Question 1")));
        assert_eq!(write(&Section { heading: None, paragraphs }), text);
    }
}
