//! Labels of several numbers.

use super::counters::digits;
use super::{Kind, Label, Style};

/// `3.1.`, `3.1.2)`, and `3.1` with a tab: the last number counts, each depth an order of its own.
pub(super) fn parse(text: &str) -> Option<(Label, &str)> {
    let end = text.find(|c: char| !(c.is_ascii_digit() || c == '.')).unwrap_or(text.len());
    let (numbers, rest) = (text[..end].trim_end_matches('.'), &text[end..]);
    let rest = rest.strip_prefix(')').unwrap_or(rest);
    let raw = &text[..text.len() - rest.len()];
    let set_off = rest.starts_with('\t') || raw.len() > numbers.len() && rest.starts_with(char::is_whitespace);
    let depth = u32::try_from(numbers.split('.').count()).ok().filter(|depth| (2..=4).contains(depth) && set_off)?;
    let last = numbers.rsplit('.').next().and_then(digits)?;
    let all = numbers.split('.').all(|number| (1..=2).contains(&number.len()));
    let style = Style { kind: Kind::Number, mark: char::from_digit(depth, 10)? };
    all.then(|| (Label { raw: raw.to_owned(), readings: vec![(style, last)] }, rest.trim_start()))
}
