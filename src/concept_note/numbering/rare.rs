//! Labels of forms that also begin other things: `a/`, `1.)`, `[1]`, `1:`, `C.1.`, `12 (a)`, `No. 1`, `1º`, `a –`.
//!
//! One alone may be a footnote, a verse, a number in a text: whether they are labels, their order tells.

use std::sync::LazyLock;

use regex::Regex;

use super::super::language::ALL;
use super::counters::readings;
use super::{Label, without_dash, without_marks};

/// The forms, each with the mark of its order; `above` is what the counter stands under, `n` the counter.
static FORMS: LazyLock<Vec<(char, Regex)>> = LazyLock::new(|| {
    let signs = ALL.iter().flat_map(|language| language.number_signs).map(|sign| regex::escape(sign));
    let sign = format!(r"(?i)^(?:{})\s?(?P<n>\d{{1,2}})[.:)]?", signs.collect::<Vec<_>>().join("|"));
    let forms = [
        ('[', r"^\[(?P<n>\d{1,2}|\p{L}|[ivx]{2,4})\]"),
        (']', r"^(?P<n>\d{1,2}|\p{L}|[ivx]{2,4})\]"),
        ('/', r"^(?P<n>\p{L})/"),
        (')', r"^(?P<n>\d{1,2}|\p{L})\.\)"),
        ('(', r"^\((?P<n>\d{1,2}|\p{L})\.\)"),
        (':', r"^(?P<n>\d{1,2}):"),
        ('º', r"^(?P<n>\d{1,2})\.?[º°ª]"),
        ('-', r"^(?P<n>\p{L})\s?[–—-]"),
        ('§', r"^§\s?(?P<n>\d{1,2})"),
        ('2', r"^(?P<above>[A-Z]|[IVX]{1,5})\.(?P<n>\d{1,2})\.?"),
        ('3', r"^(?P<above>\d{1,2})(?:\.|\s?\()(?P<n>[a-z])\)?"),
        ('#', &sign),
    ];
    let read = |(mark, form): (char, &str)| Some((mark, Regex::new(&format!(r"{form}\s+")).ok()?));
    forms.into_iter().filter_map(read).collect()
});

/// A label that its order must show to be one.
#[derive(Clone, Debug)]
pub(in crate::concept_note) struct Rare<'a> {
    pub label: Label,
    /// What its counter stands under: `C` for `C.1.`, nothing for `1:`.
    pub above: &'a str,
    /// What it may label.
    pub text: &'a str,
}

/// Divides a line into such a label and the text after it.
pub(in crate::concept_note) fn rare(text: &str) -> Option<Rare<'_>> {
    let (mark, found) = FORMS.iter().find_map(|(mark, form)| Some((*mark, form.captures(text)?)))?;
    let readings = readings(found.name("n")?.as_str(), mark);
    let written = found.get(0)?.as_str().trim_end();
    // a colon or a dash apart introduces the text
    let raw = without_marks(without_dash(written.trim_end_matches(':')));
    let rest = &text[found.get(0)?.end()..];
    let above = found.name("above").map_or("", |above| above.as_str());
    (!readings.is_empty() && !rest.is_empty()).then_some(Rare { label: Label { raw, readings }, above, text: rest })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rare_forms_are_read() {
        for (line, raw, above, place) in [
            ("a/ Text", "a/", "", 1),
            ("b.) Text", "b.)", "", 2),
            ("(3.) Text", "(3.)", "", 3),
            ("[2] Text", "[2]", "", 2),
            ("2] Text", "2]", "", 2),
            ("4: Text", "4", "", 4),
            ("1º Text", "1º", "", 1),
            ("2.º Text", "2.º", "", 2),
            ("c – Text", "c", "", 3),
            ("§ 2 Text", "§ 2", "", 2),
            ("C.2. Text", "C.2.", "C", 2),
            ("III.1 Text", "III.1", "III", 1),
            ("12 (b) Text", "12 (b)", "12", 2),
            ("12(b) Text", "12(b)", "12", 2),
            ("12.c Text", "12.c", "12", 3),
            ("No. 5 Text", "No. 5", "", 5),
            ("№ 2. Text", "№ 2.", "", 2),
            ("#3 Text", "#3", "", 3),
        ] {
            let read = rare(line).unwrap_or_else(|| panic!("{line}"));
            assert_eq!((read.label.raw.as_str(), read.above, read.label.readings[0].1), (raw, above, place), "{line}");
            assert_eq!(read.text, "Text");
        }
        for line in ["10:30 Opening", "[sic] Text", "3:16", "1:", "and/or Text", "No Text", "E.U. Text", "2026: Text"] {
            assert!(rare(line).is_none(), "{line}");
        }
    }
}
