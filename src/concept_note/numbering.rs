//! Labels of paragraphs and list entries: `1.`, `(1)`, `I.`, `(i)`, `a)`, `Question 1:`, `一、`, `(أ)`, bullets.

mod counters;
mod nested;
mod ordinals;
mod rare;
mod words;

use super::language::{fold, is_direction_mark, is_wide};
pub(super) use counters::{chinese, counts};
use counters::{digits, ordinal, readings};
pub(super) use rare::rare;

/// What a label counts with.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Kind {
    /// 1, 2, 3 in any digits, and Chinese numerals.
    Number,
    /// I, II, III.
    UpperRoman,
    /// i, ii, iii.
    LowerRoman,
    /// A, B, C, of any alphabet.
    UpperLetter,
    /// a, b, c, of any alphabet.
    LowerLetter,
    /// A bullet or dash, which counts nothing.
    Bullet,
    /// "Question 1", "First question".
    Word,
    /// "First", alone.
    Ordinal,
}

/// How a label is set off from its text: the bullet itself, or what stands after the number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Style {
    pub kind: Kind,
    /// `.`, `)`, `(` for both parentheses, `（` for those around a Chinese numeral, `:`, `、`, `-`, a tab, or the bullet.
    pub mark: char,
}

impl Style {
    /// Whether parentheses stand around the counter; Chinese numerals in them are an order of their own.
    pub fn is_enclosed(self) -> bool {
        matches!(self.mark, '(' | '（')
    }
}

/// A label and all it can be read as: `(i)` is the first in Roman numbers and the ninth letter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Label {
    /// As the note writes it.
    pub raw: String,
    /// Each reading with its place in the order; a bullet has place 0.
    pub readings: Vec<(Style, u32)>,
}

impl Label {
    /// Its place in the order, read in that style.
    pub fn place(&self, style: Style) -> Option<u32> {
        self.readings.iter().find(|(own, _)| *own == style).map(|(_, place)| *place)
    }

    /// How it is read where nothing came before it: as the beginning of an order if it can be one.
    pub fn first_reading(&self) -> (Style, u32) {
        let begins = self.readings.iter().find(|(_, place)| *place <= 1);
        *begins.unwrap_or(&self.readings[0])
    }

    /// The number a paragraph has by it.
    pub fn first_number(&self) -> u32 {
        self.readings[0].1
    }

    /// Whether it counts for sure, and is neither a bullet nor an initial.
    pub fn counts_alone(&self) -> bool {
        let style = self.readings[0].0;
        matches!(style.kind, Kind::Word | Kind::Number) || style.is_enclosed()
    }

    pub fn is_bullet(&self) -> bool {
        self.readings[0].0.kind == Kind::Bullet
    }

    /// Whether it is the next behind another, in one of the styles that can be read as, or the same bullet.
    pub fn follows(&self, other: &Label) -> bool {
        let next = |(style, place): &(Style, u32)| {
            self.place(*style).is_some_and(|next| next == place + 1 || self.is_bullet())
        };
        other.readings.iter().any(next)
    }
}

/// A text with its label before it, in one line; a dash that set it off is written again.
pub(super) fn labelled(label: Option<&Label>, text: &str) -> String {
    let Some(label) = label else {
        return text.to_owned();
    };
    let dash = is_dash(label.readings[0].0.mark) && !label.raw.ends_with(is_dash);
    format!("{}{} {text}", label.raw, if dash { " -" } else { "" })
}

const BULLETS: &str = "•●○◦▪■□▶►▸➢➤✓✔☐☑❖◆◇★☆‣⁃∙·\u{f0b7}\u{f0a7}\u{f0d8}";

/// Bullets that are also something else; a blank must follow.
const DASHES: &str = "-–—*+‐‑‒―−－﹣→⇒";

/// Divides a line into its label and the text after it.
pub(super) fn parse(line: &str) -> Option<(Label, &str)> {
    let text = line.trim_start_matches(is_direction_mark);
    let first = text.chars().next()?;
    if let Some((mark, place)) = circled(first) {
        let label = Label { raw: first.to_string(), readings: vec![(Style { kind: Kind::Number, mark }, place)] };
        return Some((label, text[first.len_utf8()..].trim_start()));
    }
    if BULLETS.contains(first) || DASHES.contains(first) {
        return bullet(text, first);
    }
    if let Some(rest) = text.strip_prefix(['(', '（']) {
        return parenthesised(text, rest);
    }
    words::parse(text).or_else(|| ordinals::parse(text)).or_else(|| nested::parse(text)).or_else(|| plain(text))
}

/// A number in digits or in Chinese numerals and nothing more.
pub(super) fn number(text: &str) -> Option<u32> {
    digits(text).filter(|_| !text.is_empty()).or_else(|| chinese(text))
}

/// The letter and the number of `B2`, `B2.` or `B2)` and nothing more, as parts of questionnaires count.
pub(super) fn letter_and_number(text: &str) -> Option<(char, u32)> {
    let letter = text.chars().next().filter(|c| c.is_uppercase())?;
    let number = text[letter.len_utf8()..].trim_end_matches(['.', ')', ':']);
    digits(number).filter(|_| (1..=2).contains(&number.len())).map(|number| (letter, number))
}

/// Whether a text is a label and nothing more.
pub(super) fn is_label(text: &str) -> bool {
    parse(&format!("{text}\tx")).is_some_and(|(_, rest)| rest == "x")
}

/// The number in one character, in a circle or in parentheses, with the first of its order.
fn circled(c: char) -> Option<(char, u32)> {
    let orders = [('①', '⑳'), ('⑴', '⒇'), ('⒈', '⒛'), ('❶', '❿'), ('➀', '➉'), ('➊', '➓'), ('⓵', '⓾')];
    let order = orders.into_iter().find(|(first, last)| (*first..=*last).contains(&c));
    order.map(|(first, _)| (first, u32::from(c) - u32::from(first) + 1))
}

fn bullet(text: &str, first: char) -> Option<(Label, &str)> {
    let rest = &text[first.len_utf8()..];
    // two hyphens are a dash
    let rest = rest.strip_prefix('-').filter(|_| first == '-').unwrap_or(rest);
    if DASHES.contains(first) && !rest.starts_with(char::is_whitespace) {
        return None;
    }
    let label = Label { raw: first.to_string(), readings: vec![(Style { kind: Kind::Bullet, mark: first }, 0)] };
    Some((label, rest.trim_start()))
}

/// `(a)`, `(1)`, `(iv)`, `（一）`.
fn parenthesised<'a>(text: &'a str, rest: &'a str) -> Option<(Label, &'a str)> {
    let close = rest.char_indices().take(10).find(|(_, c)| matches!(c, ')' | '）'))?.0;
    let after = &rest[close..].trim_start_matches([')', '）']);
    let readings = readings(rest[..close].trim(), '(');
    if readings.is_empty() {
        return None;
    }
    let raw = text[..text.len() - after.len()].to_owned();
    Some((Label { raw: without_marks(&raw), readings }, after.trim_start_matches(is_direction_mark).trim_start()))
}

/// `1.`, `1)`, `1/`, `1°)`, `a.`, `IV.`, `1 -`, `一、`, `§ 1.`, or a number with a tab.
fn plain(text: &str) -> Option<(Label, &str)> {
    let body = text.strip_prefix('§').map_or(text, str::trim_start);
    let end = body.char_indices().take(9).find(|(_, c)| !c.is_alphanumeric() && *c != '\u{640}')?.0;
    let (counter, mut rest) = body.split_at(end);
    // French and Spanish number with an ordinal sign: `1°)`, `2º`
    let ordinal_sign = rest.strip_prefix(['°', 'º']).filter(|_| digits(counter).is_some());
    if let Some(after) = ordinal_sign {
        rest = if after.starts_with([')', '.', '-']) { after } else { rest };
    }
    if counter.is_empty() || counter.chars().next().is_some_and(char::is_numeric) && counter.chars().count() > 3 {
        return None;
    }
    let blanks = rest.len() - rest.trim_start().len();
    // Chinese has no blanks, so that one behind a numeral sets off a label: "一　背景"
    let is_chinese = chinese(counter).is_some() && blanks > 0 && rest.trim_start().starts_with(is_wide);
    let is_number = counter.chars().all(char::is_numeric) || is_chinese || ordinal(&fold(counter)).is_some();
    // Arabic letters may stand before a dash as well
    let is_letter = || counter.chars().count() == 1 && counter.chars().all(|c| matches!(c, '\u{621}'..='\u{64a}'));
    let mut mark = rest[blanks..].chars().next().unwrap_or('\t');
    if (rest.starts_with('\t') && is_number || is_chinese) && !is_delimiter(mark) {
        mark = '\t';
        rest = rest.trim_start();
    } else if mark == ':' && ordinal(&fold(counter)).is_some() {
        // "اولا:" numbers a heading
        rest = &rest[blanks + 1..];
    } else if !is_delimiter(mark) || blanks > 0 && !is_dash(mark) {
        return None;
    } else {
        rest = &rest[blanks + mark.len_utf8()..];
    }
    // Spanish sets a dash after the full stop
    let dash = Some(rest).filter(|_| mark == '.').and_then(|rest| rest.strip_prefix(['-', '–']));
    rest = dash.filter(|after| after.starts_with(char::is_whitespace)).unwrap_or(rest);
    // nothing else is several of these letters and a full stop
    let is_roman = || counter.len() > 1 && counter.chars().all(|c| matches!(c, 'I' | 'V' | 'X'));
    if !is_set_off(mark, rest, is_number || is_letter() || mark == '.' && is_roman()) {
        return None;
    }
    let mark = match mark {
        '．' => '.',
        '）' => ')',
        '–' | '—' => '-',
        mark => mark,
    };
    let readings = readings(counter, mark);
    if readings.is_empty() {
        return None;
    }
    let raw = text[..text.len() - rest.len()].trim_end();
    let raw = if mark == '-' { without_dash(raw) } else { raw };
    Some((Label { raw: without_marks(raw), readings }, rest.trim_start_matches(is_direction_mark).trim_start()))
}

fn is_delimiter(c: char) -> bool {
    matches!(c, '.' | ')' | '．' | '）' | '、' | '-' | '–' | '—' | '°' | 'º' | '/')
}

fn is_dash(c: char) -> bool {
    matches!(c, '-' | '–' | '—')
}

/// Whether text that follows a label shows that it is one: `1. The`, not `8.30` or `3-5`.
fn is_set_off(mark: char, rest: &str, is_number: bool) -> bool {
    let Some(next) = rest.chars().next() else {
        return !is_dash(mark);
    };
    match mark {
        '\t' | '、' | '．' | '）' => true,
        // not a temperature or a latitude
        '°' | 'º' => {
            is_number
                && rest.starts_with(char::is_whitespace)
                && rest.trim_start().starts_with(|c: char| c.is_uppercase() || "«¿\"“".contains(c))
        }
        '-' | '–' | '—' => next.is_whitespace() && is_number,
        // no fraction
        '/' => is_number && next.is_whitespace() && rest.trim_start().starts_with(char::is_alphabetic),
        '.' => next.is_whitespace() || is_wide(next) || is_number && (next.is_uppercase() || "\"“«*".contains(next)),
        _ => next.is_whitespace() || !next.is_ascii_digit(),
    }
}

/// Without a dash that stands apart from the label: `1 -`, but not `1-`.
fn without_dash(raw: &str) -> &str {
    let apart = raw.strip_suffix(['-', '–', '—']).filter(|before| before.ends_with(char::is_whitespace));
    apart.unwrap_or(raw).trim_end()
}

fn without_marks(raw: &str) -> String {
    raw.chars().filter(|c| !is_direction_mark(*c)).collect::<String>().trim().to_owned()
}

#[cfg(test)]
mod tests;
