//! Marks inside a text: Markdown links, images, emphasis, code, escapes and reference links, and a few HTML tags.
//!
//! The words stay; the marks go. The number of lines never changes, and the time is linear in the text: there is no
//! nesting to follow, only brackets and marks to be paired.

use std::collections::HashSet;

/// Longest address of a link that is looked at, in bytes.
const LONGEST_TARGET: usize = 400;

/// Tags that set type and carry no words.
const TAGS: &[&str] = &[
    "a",
    "article",
    "b",
    "blockquote",
    "center",
    "cite",
    "del",
    "details",
    "div",
    "em",
    "font",
    "i",
    "ins",
    "mark",
    "p",
    "s",
    "section",
    "small",
    "span",
    "strong",
    "sub",
    "summary",
    "sup",
    "u",
];

/// Takes the marks out of one run of lines.
///
/// `references` are the names defined elsewhere as targets of `[text][name]`.
pub(super) fn resolve(text: &str, references: &HashSet<String>) -> String {
    if !text.contains(['[', ']', '*', '_', '`', '\\', '<', '&', '~']) {
        return text.to_owned();
    }
    let mut marks = Marks { text, bytes: text.as_bytes(), removed: Vec::new(), brackets: Vec::new(), references };
    marks.scan();
    // what overlaps is removed once
    marks.removed.sort_unstable();
    let mut resolved = String::with_capacity(text.len());
    let mut from = 0;
    for (start, end, instead) in marks.removed {
        if start >= from {
            resolved.push_str(&text[from..start]);
            resolved.push_str(instead);
            from = end;
        }
    }
    resolved.push_str(&text[from..]);
    resolved
}

struct Marks<'a> {
    text: &'a str,
    bytes: &'a [u8],
    /// Start, end, and what stands there instead.
    removed: Vec<(usize, usize, &'static str)>,
    /// Where brackets opened.
    brackets: Vec<usize>,
    references: &'a HashSet<String>,
}

/// An opened run of emphasis marks, and how many of them wait for their pair.
struct Opened {
    at: usize,
    count: usize,
}

impl Marks<'_> {
    fn scan(&mut self) {
        let mut opened: [Vec<Opened>; 3] = [const { Vec::new() }; 3];
        let mut code = None;
        let mut at = 0;
        while at < self.bytes.len() {
            let next = match self.bytes[at] {
                b'\\' => self.escape(at),
                b'[' => {
                    self.brackets.push(at);
                    at + 1
                }
                b']' => self.close_bracket(at),
                b'*' => self.emphasis(at, &mut opened[0]),
                b'_' => self.emphasis(at, &mut opened[1]),
                b'~' => self.emphasis(at, &mut opened[2]),
                b'`' => self.code(at, &mut code),
                b'<' => self.tag(at),
                b'&' => self.entity(at),
                _ => at + 1,
            };
            at = next;
        }
    }

    fn remove(&mut self, start: usize, end: usize) -> usize {
        self.removed.push((start, end, ""));
        end
    }

    /// A backslash before punctuation, or at the end of a line.
    fn escape(&mut self, at: usize) -> usize {
        match self.bytes.get(at + 1) {
            Some(b'\n') | None => self.remove(at, at + 1),
            Some(next) if next.is_ascii_punctuation() => self.remove(at, at + 1) + 1,
            Some(_) => at + 1,
        }
    }

    fn close_bracket(&mut self, at: usize) -> usize {
        let Some(open) = self.brackets.pop() else {
            return at + 1;
        };
        // the mark of a footnote
        if self.bytes[open + 1..at].starts_with(b"^") && (2..20).contains(&(at - open - 1)) {
            return self.remove(open, at + 1);
        }
        let end = self.target(at + 1).or_else(|| self.reference(open, at + 1));
        let Some(end) = end else { return at + 1 };
        let image = open > 0 && self.bytes[open - 1] == b'!';
        self.remove(open - usize::from(image), open + 1);
        self.remove(at, end)
    }

    /// `(address "title")` right after a bracket: its end.
    fn target(&self, at: usize) -> Option<usize> {
        if self.bytes.get(at) != Some(&b'(') {
            return None;
        }
        let mut depth = 0_usize;
        let mut title = false;
        for (offset, byte) in self.bytes[at..].iter().take(LONGEST_TARGET).enumerate() {
            match byte {
                b'\n' | b'[' => return None,
                b'"' => title = !title,
                b'(' if !title => depth += 1,
                b')' if !title => depth -= 1,
                b' ' if !title && self.bytes.get(at + offset + 1) != Some(&b'"') => return None,
                _ => {}
            }
            if depth > 3 {
                return None;
            }
            if depth == 0 {
                return Some(at + offset + 1);
            }
        }
        None
    }

    /// `[name]` right after a bracket, or the bracket itself, if the name is defined: its end.
    fn reference(&self, open: usize, at: usize) -> Option<usize> {
        if self.references.is_empty() {
            return None;
        }
        let own = || Some(&self.text[open + 1..at - 1]).filter(|name| name.len() < 80 && self.defines(name));
        if self.bytes[at..].starts_with(b"[]") {
            return own().map(|_| at + 2);
        }
        if self.bytes.get(at) != Some(&b'[') {
            return own().map(|_| at);
        }
        let length = self.bytes[at..].iter().take(80).position(|b| *b == b']')?;
        let name = self.text.get(at + 1..at + length)?;
        self.defines(name).then_some(at + length + 1)
    }

    fn defines(&self, name: &str) -> bool {
        self.references.contains(&name.to_lowercase())
    }

    /// A run of one mark: closes what is open, or opens, or is text.
    fn emphasis(&mut self, at: usize, opened: &mut Vec<Opened>) -> usize {
        let mark = self.bytes[at];
        let mut count = self.bytes[at..].iter().take_while(|b| **b == mark).count();
        let end = at + count;
        if mark == b'~' && count != 2 {
            return end;
        }
        let before = self.text[..at].chars().next_back();
        let after = self.text[end..].chars().next();
        let blank = |c: Option<char>| c.is_none_or(char::is_whitespace);
        let word = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
        // inside_a_word is a name, not emphasis
        let inside = mark == b'_' && word(before) && word(after);
        let mut from = at;
        if !blank(before) && !inside {
            while count > 0
                && let Some(open) = opened.last_mut()
            {
                let pairs = open.count.min(count);
                open.count -= pairs;
                count -= pairs;
                let start = open.at + open.count;
                if open.count == 0 {
                    opened.pop();
                }
                self.remove(start, start + pairs);
                from = self.remove(from, from + pairs);
            }
        }
        if count > 0 && !blank(after) && !inside {
            opened.push(Opened { at: from, count });
        }
        end
    }

    /// Code is set in backticks; what is inside is text of a note all the same.
    fn code(&mut self, at: usize, open: &mut Option<(usize, usize)>) -> usize {
        let count = self.bytes[at..].iter().take_while(|b| **b == b'`').count();
        match *open {
            Some((start, marks)) if marks == count => {
                self.remove(start, start + marks);
                *open = None;
                self.remove(at, at + count)
            }
            Some(_) => at + count,
            None => {
                *open = Some((at, count));
                at + count
            }
        }
    }

    /// A tag that only sets type, or an address in angle brackets.
    fn tag(&mut self, at: usize) -> usize {
        let inner = &self.bytes[at + 1..];
        let Some(length) = inner.iter().take(LONGEST_TARGET).position(|b| b"<>\n".contains(b)) else {
            return at + 1;
        };
        if inner[length] != b'>' {
            return at + 1;
        }
        let content = &self.text[at + 1..at + 1 + length];
        if ["http://", "https://", "mailto:"].iter().any(|scheme| content.starts_with(scheme)) || is_mailbox(content) {
            self.remove(at + 1 + length, at + length + 2);
            return self.remove(at, at + 1);
        }
        let name = content.trim_start_matches('/').split([' ', '/']).next().unwrap_or_default();
        if TAGS.iter().any(|tag| name.eq_ignore_ascii_case(tag)) {
            return self.remove(at, at + length + 2);
        }
        at + 1
    }

    fn entity(&mut self, at: usize) -> usize {
        const ENTITIES: [(&str, &str); 7] = [
            ("&nbsp;", " "),
            ("&amp;", "&"),
            ("&lt;", "<"),
            ("&gt;", ">"),
            ("&quot;", "\""),
            ("&#39;", "'"),
            ("&shy;", ""),
        ];
        for (entity, instead) in ENTITIES {
            if self.bytes[at..].starts_with(entity.as_bytes()) {
                self.removed.push((at, at + entity.len(), instead));
                return at + entity.len();
            }
        }
        at + 1
    }
}

/// Whether a text is the address of a mailbox and nothing more.
fn is_mailbox(text: &str) -> bool {
    let is_part = |part: &str| {
        let ends = part.starts_with(['.', '-']) || part.ends_with(['.', '-']);
        !part.is_empty() && !ends && part.chars().all(|c| c.is_alphanumeric() || "._%+-".contains(c))
    };
    text.split_once('@').is_some_and(|(name, host)| is_part(name) && is_part(host) && host.contains('.'))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn plain(text: &str) -> String {
        resolve(text, &HashSet::new())
    }

    #[test]
    fn marks_go_and_words_stay() {
        for (marked, resolved) in [
            ("([S/PRST/2007/3](#), [S/PRST/2008/14](#))", "(S/PRST/2007/3, S/PRST/2008/14)"),
            ("resolution [2151 \\(2014\\)](#).", "resolution 2151 (2014)."),
            ("[2151 (2014)](https://undocs.org/S/RES/2151(2014))", "2151 (2014)"),
            ("[a](x \"the title\") b", "a b"),
            ("Jerry Matthews **Matjila**", "Jerry Matthews Matjila"),
            ("***All*** of _it_ and __more__", "All of it and more"),
            ("**bold *both* bold**", "bold both bold"),
            ("snake_case_name, 2 * 3 * 4, A/75/100.*", "snake_case_name, 2 * 3 * 4, A/75/100.*"),
            ("1\\. Not a list \\*", "1. Not a list *"),
            ("![emblem](un.png) `code`", "emblem code"),
            ("[sic] and [see annex] (b)", "[sic] and [see annex] (b)"),
            ("<u>one</u> <https://un.org> a < b > c &amp; d&nbsp;e", "one https://un.org a < b > c & d e"),
            (
                "to <desk@un.example>, <a@b>, <@handle.x> or <see desk@un.example>",
                "to desk@un.example, <a@b>, <@handle.x> or <see desk@un.example>",
            ),
            ("**two\nlines**", "two\nlines"),
            ("a ~~struck~~ b ~ c", "a struck b ~ c"),
        ] {
            assert_eq!(plain(marked), resolved);
        }
        let known = HashSet::from(["r1".to_owned()]);
        assert_eq!(resolve("[the report][R1], [1][2], [R1], [r1][] [^1]", &known), "the report, [1][2], R1, r1 ");
    }

    proptest! {
        #[test]
        fn no_letter_is_lost_and_no_line(text in "([a-z ]|\\*|_|\\[|\\]|\\\\|`|\n|~|é){0,60}") {
            let letters = |t: &str| t.chars().filter(|c| c.is_alphanumeric() || *c == '\n').collect::<String>();
            prop_assert_eq!(letters(&plain(&text)), letters(&text));
        }

        #[test]
        fn any_text_is_resolved(text in "\\PC{0,80}") {
            plain(&text);
        }
    }
}
