//! Lines as they were typed: quoting marks of mail, page furniture, rules and marks of headings are undone; marks in the text
//! are not.

use std::collections::{HashMap, HashSet};

use super::markdown::Cell;
use super::markers;
use super::numbering;
use super::page_number::is_page_number;
use super::sentence::ends_clause;

/// A line as typed, before the marks are resolved.
#[derive(Default)]
pub(super) struct Typed<'a> {
    pub text: &'a str,
    pub indent: usize,
    pub level: u8,
    pub gap: bool,
    pub page: bool,
    pub quoted: usize,
    pub number: Option<usize>,
    /// What it is in a cell of a table.
    pub cell: Cell,
}

/// The lines of a text that have words, without quoting marks, rules and what printing puts on a page. `numbers` are the lines of
/// the file that they stand on; of those in `cells`, none is a page's number.
pub(super) fn typed<'a>(text: &'a str, numbers: &[usize], cells: &HashMap<usize, Cell>) -> Vec<Typed<'a>> {
    let mut mastheads = HashSet::new();
    let mut typed: Vec<Typed<'_>> = Vec::new();
    let (mut gap, mut page) = (true, false);
    for (at, raw) in text.split('\n').enumerate() {
        let (raw, quoted) = unquote(raw);
        let trimmed = raw.trim();
        let again = markers::masthead_symbol(trimmed).is_some_and(|symbol| {
            // the running head of a page is the symbol that stood in the masthead, or stands where a page begins
            let (alone, heads) = (symbol.as_str() == trimmed, page && !typed.is_empty());
            (!mastheads.insert(symbol) || heads) && alone
        });
        if trimmed.is_empty() && !raw.contains('\u{c}')
            || trimmed.starts_with("```")
            || trimmed.starts_with("~~~")
            || definition(trimmed).is_some()
        {
            gap = true;
        } else if raw.contains('\u{c}')
            || !cells.contains_key(&at) && (again || is_page_number(trimmed) && !goes_on(&typed, gap, page, trimmed))
        {
            page = true;
        } else if says_nothing(trimmed) {
            let level = rule(trimmed).unwrap_or_default();
            if !gap && level > 0 {
                underline(&mut typed, level);
            }
            gap = true;
        } else {
            let hashes = trimmed.bytes().take_while(|b| *b == b'#').count();
            let heading = (1..=6).contains(&hashes) && trimmed[hashes..].starts_with(char::is_whitespace);
            let text = if heading { heading_text(trimmed) } else { trimmed };
            let indent = raw.chars().take_while(|c| c.is_whitespace()).map(|c| if c == '\t' { 4 } else { 1 }).sum();
            let level = if heading { u8::try_from(hashes).unwrap_or(6) } else { 0 };
            let number = numbers.get(at).copied();
            let cell = cells.get(&at).copied().unwrap_or_default();
            typed.push(Typed { text, indent, level, gap: gap || heading, page, quoted, number, cell });
            (gap, page) = (heading, false);
        }
    }
    typed
}

/// Makes a heading of the line above a rule, and of the one close above that where it goes on from there (`CommonMark` 0.31,
/// section 4.3).
fn underline(typed: &mut [Typed<'_>], level: u8) {
    let Some((last, others)) = typed.split_last_mut().filter(|(last, _)| is_short(last.text)) else {
        return;
    };
    last.level = level;
    if let Some(above) = others.last_mut().filter(|above| !last.gap && above.gap && above.level == 0) {
        let goes_on = is_short(above.text) && !ends_clause(above.text) && numbering::parse(last.text).is_none();
        above.level = if goes_on { level } else { 0 };
    }
}

/// Whether a figure alone on a line ends the sentence of the line close above it: "... the Goal / 14".
fn goes_on(typed: &[Typed<'_>], gap: bool, page: bool, figure: &str) -> bool {
    let above = typed.last().filter(|above| !gap && !page && above.level == 0);
    let alone = figure.bytes().all(|byte| byte.is_ascii_digit());
    alone && above.is_some_and(|above| !ends_clause(above.text) && above.text.contains(char::is_whitespace))
}

/// The text of a Markdown heading, without a name in braces after it: `## Text ## {#name}`.
fn heading_text(line: &str) -> &str {
    let named =
        line.strip_suffix('}').and_then(|line| line.rsplit_once(" {")).filter(|(_, name)| name.starts_with(['#', '.']));
    named.map_or(line, |(text, _)| text).trim_matches('#').trim()
}

/// Without the marks that mail programs put before quoted lines, and how many there are.
fn unquote(raw: &str) -> (&str, usize) {
    let (mut rest, mut depth) = (raw, 0);
    loop {
        let inner = rest.trim_start();
        match inner.strip_prefix('>') {
            Some(quoted) => (rest, depth) = (quoted, depth + 1),
            None => return (rest, depth),
        }
    }
}

/// The name that a Markdown line `[name]: address` defines.
pub(super) fn definition(line: &str) -> Option<String> {
    let (name, address) = line.trim().strip_prefix('[')?.split_once("]:").filter(|(name, _)| !name.starts_with('^'))?;
    let address = address.trim();
    // a title in quotation marks may follow
    let address = address
        .split_once([' ', '\t'])
        .filter(|(_, title)| title.trim_start().starts_with(['"', '\'', '(']))
        .map_or(address, |(address, _)| address);
    let is_address = address.starts_with("http") || address.starts_with(['#', '<', '/']);
    (is_address && !address.contains(' ')).then(|| name.to_lowercase())
}

/// A line of one mark only: a rule, or what underlines a heading of that level.
fn rule(trimmed: &str) -> Option<u8> {
    let first = trimmed.chars().next().filter(|c| "-=_*~—–─━•·".contains(*c))?;
    let marks = trimmed.chars().filter(|c| !c.is_whitespace()).count();
    if marks < 3 || trimmed.chars().any(|c| c != first && !c.is_whitespace()) {
        return None;
    }
    Some(match first {
        '=' => 1,
        '-' | '─' | '—' | '–' => 2,
        _ => 0,
    })
}

/// Whether a text is a rule, or a dotted line for what is to be filled in.
pub(super) fn says_nothing(text: &str) -> bool {
    let text = text.trim();
    rule(text).is_some() || text.chars().count() > 1 && without_fill(text).is_empty()
}

/// Fewest dots or low lines in a row that keep room for an answer.
const FEWEST_DOTS: usize = 5;

/// A text without the dotted line for its answer at its end.
pub(super) fn without_fill(text: &str) -> &str {
    let dotted = |c: char| matches!(c, '.' | '…' | '_') || c.is_whitespace();
    let rest = text.trim_end_matches(dotted);
    // the full stop of the sentence before it
    let rest = &text[..rest.len() + usize::from(text[rest.len()..].starts_with(". "))];
    let dots: usize =
        text[rest.len()..].chars().map(|c| if c == '…' { 3 } else { usize::from(!c.is_whitespace()) }).sum();
    if dots >= FEWEST_DOTS || rest.is_empty() { rest } else { text }
}

/// Short enough to be a heading that is underlined.
fn is_short(text: &str) -> bool {
    text.len() <= 160 && !text.ends_with(['.', ';', ','])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn room_for_an_answer_is_no_text() {
        for (text, kept) in [
            ("Who pays? ……………", "Who pays?"),
            ("Who pays? ______", "Who pays?"),
            ("Please specify. ........", "Please specify."),
            ("and so on ...", "and so on ..."),
            ("and so on…", "and so on…"),
            ("Page .......... 4", "Page .......... 4"),
        ] {
            assert_eq!(without_fill(text), kept);
        }
        assert!(says_nothing("…………") && says_nothing("_ _ _ _ _") && !says_nothing("…a…"));
    }
}
