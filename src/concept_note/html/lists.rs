//! The labels of lists, which stand in no text of a page: they are counted as a browser counts them.

use super::style::{Content, Sheet, parts};
use super::tree::Element;

/// A list that is open.
#[derive(Debug)]
pub(super) struct List {
    counter: Counter,
    /// What stands around the number.
    around: (String, String),
    next: i64,
    step: i64,
}

/// What a list counts with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Counter {
    Bullet,
    /// Its labels stand in its texts, or nowhere.
    None,
    Number,
    Letter {
        upper: bool,
    },
    Roman {
        upper: bool,
    },
}

impl List {
    /// Opens a list; `entries` are its own, to count down from.
    pub fn open(element: &Element, sheet: &Sheet, entries: impl FnOnce() -> usize) -> List {
        let numbered = element.name() == "ol";
        let generated = |content: &Content| {
            Some((named(&content.counter)?, (content.before.clone(), content.after.trim_end().to_owned())))
        };
        let plain = || {
            let usual = if numbered { Counter::Number } else { Counter::Bullet };
            let counter = styled(element).or_else(|| typed(element.attribute("type")?)).unwrap_or(usual);
            (counter, (String::new(), ".".to_owned()))
        };
        let (counter, around) = sheet.labels(element).and_then(generated).unwrap_or_else(plain);
        let reversed = numbered && element.attribute("reversed").is_some();
        let start = element.attribute("start").and_then(|start| start.trim().parse().ok());
        let next = start.unwrap_or_else(|| if reversed { i64::try_from(entries()).unwrap_or(1) } else { 1 });
        List { counter, around, next, step: if reversed { -1 } else { 1 } }
    }

    /// The label of the next entry; none where it has none.
    pub fn label(&mut self, entry: &Element) -> Option<String> {
        let place = entry.attribute("value").and_then(|value| value.trim().parse().ok()).unwrap_or(self.next);
        self.next = place.saturating_add(self.step);
        let counter = styled(entry).or_else(|| typed(entry.attribute("type")?)).unwrap_or(self.counter);
        let counted = u32::try_from(place).ok().filter(|place| *place > 0).and_then(|place| match counter {
            Counter::Letter { upper } => Some(letters(place, upper)),
            Counter::Roman { upper } => roman(place, upper),
            _ => None,
        });
        match counter {
            Counter::None => None,
            Counter::Bullet => Some("•".to_owned()),
            _ => {
                let (before, after) = &self.around;
                Some(format!("{before}{}{after}", counted.unwrap_or_else(|| place.to_string())))
            }
        }
    }
}

/// The counter that HTML's `type` names.
fn typed(kind: &str) -> Option<Counter> {
    Some(match kind.trim() {
        "1" => Counter::Number,
        "a" => Counter::Letter { upper: false },
        "A" => Counter::Letter { upper: true },
        "i" => Counter::Roman { upper: false },
        "I" => Counter::Roman { upper: true },
        "none" => Counter::None,
        "disc" | "circle" | "square" => Counter::Bullet,
        _ => return None,
    })
}

/// The counter that an element's own style names.
fn styled(element: &Element) -> Option<Counter> {
    let (_, value) = parts(element.attribute("style")?)
        .filter(|(name, _)| matches!(name.as_str(), "list-style-type" | "list-style"))
        .last()?;
    value.split_whitespace().find_map(named)
}

/// The counter of a name of CSS.
fn named(name: &str) -> Option<Counter> {
    Some(match name {
        "none" => Counter::None,
        "disc" | "circle" | "square" => Counter::Bullet,
        "decimal" | "decimal-leading-zero" => Counter::Number,
        "lower-alpha" | "lower-latin" => Counter::Letter { upper: false },
        "upper-alpha" | "upper-latin" => Counter::Letter { upper: true },
        "lower-roman" => Counter::Roman { upper: false },
        "upper-roman" => Counter::Roman { upper: true },
        _ => return None,
    })
}

/// a, b, ... z, aa, ab.
fn letters(place: u32, upper: bool) -> String {
    let mut letters = Vec::new();
    let mut rest = place;
    while rest > 0 {
        rest -= 1;
        let first = if upper { b'A' } else { b'a' };
        letters.push(char::from(first + u8::try_from(rest % 26).unwrap_or_default()));
        rest /= 26;
    }
    letters.iter().rev().collect()
}

/// i, ii, iii; none beyond what is written so.
fn roman(place: u32, upper: bool) -> Option<String> {
    const SIGNS: [(u32, &str); 13] = [
        (1000, "m"),
        (900, "cm"),
        (500, "d"),
        (400, "cd"),
        (100, "c"),
        (90, "xc"),
        (50, "l"),
        (40, "xl"),
        (10, "x"),
        (9, "ix"),
        (5, "v"),
        (4, "iv"),
        (1, "i"),
    ];
    let mut rest = (place < 4000).then_some(place)?;
    let mut roman = String::new();
    for (value, sign) in SIGNS {
        while rest >= value {
            roman.push_str(sign);
            rest -= value;
        }
    }
    Some(if upper { roman.to_uppercase() } else { roman })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_and_roman_numbers_are_counted() {
        let counted: Vec<_> = [1, 26, 27, 53].map(|place| letters(place, false)).into();
        assert_eq!(counted, ["a", "z", "aa", "ba"]);
        assert_eq!(letters(3, true), "C");
        assert_eq!(roman(4, false).as_deref(), Some("iv"));
        assert_eq!(roman(1994, true).as_deref(), Some("MCMXCIV"));
        assert_eq!(roman(4000, true), None);
    }
}
