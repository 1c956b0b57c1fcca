//! From the order in which signs stand on a page to the order in which they are read.
//!
//! A page shows Arabic from right to left with numbers and Latin words from left to right in it. This undoes the part of
//! the Unicode Bidirectional Algorithm (UAX 9) that one line of a letter needs.

use crate::concept_note::dates;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// What a sign does to the order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Class {
    Right,
    Left,
    Number,
    Neutral,
}

fn class(unit: &str) -> Class {
    let of = |c: char| match c {
        '\u{660}'..='\u{669}' | '\u{6f0}'..='\u{6f9}' => Class::Number,
        '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefe}' if c.is_alphabetic() => Class::Right,
        c if c.is_numeric() => Class::Number,
        c if c.is_alphabetic() => Class::Left,
        _ => Class::Neutral,
    };
    unit.chars().map(of).find(|class| *class != Class::Neutral).unwrap_or(Class::Neutral)
}

/// Whether a text is read from the right, by most of its letters.
pub(in crate::concept_note) fn is_from_right(text: &str) -> bool {
    let (mut right, mut left) = (0_usize, 0_usize);
    for c in text.chars() {
        match class(c.encode_utf8(&mut [0; 4])) {
            Class::Right => right += 1,
            Class::Left => left += 1,
            _ => {}
        }
    }
    right > 0 && right >= left
}

/// Whether a sign stands above or below a letter.
pub(super) fn is_mark(text: &str) -> bool {
    !text.is_empty() && text.chars().all(is_combining_mark)
}

/// Letters instead of their forms in print: ligatures, and Arabic letters as they are joined.
pub(super) fn letters(text: &str) -> String {
    let printed = |c: char| matches!(c, '\u{fb00}'..='\u{fb06}' | '\u{fb50}'..='\u{fdfb}' | '\u{fe70}'..='\u{fefc}');
    if text.is_ascii() {
        return text.to_owned();
    }
    // an accent may be a sign of its own
    text.chars().flat_map(|c| if printed(c) { c.nfkc().collect::<Vec<_>>() } else { vec![c] }).nfc().collect()
}

/// The text of signs that stand from left to right, in a line that is read from the right or not.
pub(super) fn ordered(units: &[String], from_right: bool) -> String {
    let classes: Vec<Class> = units.iter().map(|unit| class(unit)).collect();
    let mut text = String::new();
    if from_right {
        cells(units, &classes, &mut text);
        return mirrored(text);
    }
    if !classes.contains(&Class::Right) {
        return units.concat();
    }
    // Arabic words inside a line that is read from the left
    let mut at = 0;
    while at < units.len() {
        if classes[at] != Class::Right {
            text.push_str(&units[at]);
            at += 1;
            continue;
        }
        let stop = classes[at..].iter().position(|class| *class == Class::Left).map_or(units.len(), |stop| at + stop);
        let end = at + 1 + classes[at..stop].iter().rposition(|class| *class == Class::Right).unwrap_or(0);
        from_the_right(&units[at..end], &classes[at..end], &mut text);
        at = end;
    }
    text
}

/// The cells of a line that is read from the right, parted by wide gaps; one without Arabic may be set from the left, as a
/// date shows.
fn cells(units: &[String], classes: &[Class], text: &mut String) {
    let mut end = units.len();
    while end > 0 {
        let from = units[..end].iter().rposition(|unit| unit == "\t").map_or(0, |gap| gap + 1);
        let (cell, classes) = (&units[from..end], &classes[from..end]);
        let plain = cell.concat();
        if classes.contains(&Class::Left) && !classes.contains(&Class::Right) && !dates::find(&plain).is_empty() {
            text.push_str(&plain);
        } else {
            from_the_right(cell, classes, text);
        }
        if from > 0 {
            text.push('\t');
        }
        end = from.saturating_sub(1);
    }
}

/// Some programs name a bracket by how it looks, others by what it does: it opens before it closes.
fn mirrored(text: String) -> String {
    let swapped = || {
        text.chars().map(|c| match c {
            '(' => ')',
            ')' => '(',
            '[' => ']',
            ']' => '[',
            '«' => '»',
            '»' => '«',
            c => c,
        })
    };
    if unpaired(swapped()) < unpaired(text.chars()) { swapped().collect() } else { text }
}

/// Brackets that close nothing or are closed by none.
fn unpaired(text: impl Iterator<Item = char>) -> usize {
    let (mut open, mut unpaired) = (0_usize, 0_usize);
    for c in text {
        match c {
            '(' | '[' | '«' => open += 1,
            ')' | ']' | '»' if open > 0 => open -= 1,
            ')' | ']' | '»' => unpaired += 1,
            _ => {}
        }
    }
    open + unpaired
}

fn from_the_right(units: &[String], classes: &[Class], text: &mut String) {
    let mut end = units.len();
    while end > 0 {
        let last = end - 1;
        let from = match classes[last] {
            Class::Left | Class::Number => run(units, classes, last),
            Class::Right | Class::Neutral => last,
        };
        units[from..end].iter().for_each(|unit| text.push_str(unit));
        end = from;
    }
}

/// Where the words or the number that end here begin.
fn run(units: &[String], classes: &[Class], last: usize) -> usize {
    let mut from = last;
    let mut at = last;
    while at > 0 {
        at -= 1;
        match classes[at] {
            Class::Right => break,
            Class::Neutral => {}
            class => {
                let between = &units[at + 1..from];
                let joined = match between {
                    [] => true,
                    // behind Arabic a hyphen parts numbers as a blank does, where no Latin letter stands with them (W2, W4, W7)
                    [sign] if sign == "-" && class == Class::Number && classes[from] == Class::Number => {
                        !classes[last + 1..].contains(&Class::Right) || is_of_latin(units, classes, at)
                    }
                    // 8.30, 12/2020, S/2020/1
                    [sign] if matches!(sign.as_str(), "." | "," | ":" | "/" | "-" | "'" | "’") => true,
                    _ => class == Class::Left,
                };
                if !joined {
                    break;
                }
                from = at;
            }
        }
    }
    from
}

/// Whether a Latin letter begins what the number that ends here belongs to, as in a symbol.
fn is_of_latin(units: &[String], classes: &[Class], at: usize) -> bool {
    let whole = (0..=at).rev().take_while(|at| classes[*at] != Class::Right && !units[*at].trim().is_empty());
    whole.into_iter().any(|at| classes[at] == Class::Left)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The text of a line as it is seen from left to right.
    fn read(seen: &str) -> String {
        let units: Vec<String> = seen.chars().map(|c| c.to_string()).collect();
        let from_right = is_from_right(seen);
        ordered(&units, from_right)
    }

    #[test]
    fn arabic_is_read_from_the_right_and_numbers_from_the_left() {
        let seen = |logical: &str| logical.chars().rev().collect::<String>();
        assert_eq!(read(&seen("مجلس الأمن")), "مجلس الأمن");
        assert_eq!(read(&format!("2022 {} 12", seen("أيار"))), "12 أيار 2022");
        assert_eq!(read(&format!("S/2020/1090 {}", seen("الوثيقة"))), "الوثيقة S/2020/1090");
        assert_eq!(read(&format!("(2014) 2151 {}", seen("القرار"))), "القرار 2151 (2014)");
        assert_eq!(read(&format!(".8.30 {}", seen("الساعة"))), "الساعة 8.30.");
        assert_eq!(read(&format!("2032-2031 {}", seen("في الفترة"))), "في الفترة 2031-2032");
        assert_eq!(read(&format!("A/76/8-9 {}", seen("الوثيقة"))), "الوثيقة A/76/8-9");
        assert_eq!(read(&format!("{} 2031-2032", seen("فترة"))), "2031-2032 فترة", "before any Arabic");
        assert_eq!(read(&format!("New York {}", seen("بتوقيت المدينة"))), "بتوقيت المدينة New York");
        assert_eq!(read(&format!("(1) {} (2) {}", seen("نص"), seen("نص"))), "نص (2) نص (1)");
        assert_eq!(read(&format!("The word {} means peace", seen("سلام"))), "The word سلام means peace");
        assert_eq!(read("plain (text) 1"), "plain (text) 1");
    }

    #[test]
    fn a_date_that_stands_on_the_right_side_is_read_from_there() {
        let units: Vec<String> = ["January", " ", "2021", " ", "12"].map(str::to_owned).into();
        assert_eq!(ordered(&units, true), "12 January 2021");
        // but one that is a cell of its own may be set from the left
        let units: Vec<String> = ["12", " ", "January", " ", "2021", "\t", "ن", "م", "أ"].map(str::to_owned).into();
        assert_eq!(ordered(&units, true), "أمن\t12 January 2021");
    }

    #[test]
    fn printed_forms_become_letters() {
        assert_eq!(letters("ﬁ"), "fi");
        assert_eq!(letters("ﻼ"), "لا");
        assert_eq!(letters("½ m²"), "½ m²");
    }
}
