//! A page's source before it is parsed: scripts and comments go, and tags that would cost too much are refused.

use std::borrow::Cow;

use crate::concept_note::error::NoteError;

/// Most attributes of one tag: the parser looks at all of them for each new one.
pub(super) const MOST_ATTRIBUTES: usize = 500;

/// Most tags and character references: a long note saved by a word processor has some twenty thousand.
const MOST_MARKS: usize = 150_000;

/// The source without scripts and comments, which say nothing and are most of a saved page.
pub(super) fn prepare(html: &str) -> Result<Cow<'_, str>, NoteError> {
    let bytes = html.as_bytes();
    let mut kept = String::new();
    let (mut from, mut at) = (0, 0);
    // the last place where a script ends, looked for once
    let last = html.rmatch_indices("</").map(|(at, _)| at).find(|at| is_script(&bytes[at + 2..])).unwrap_or(0);
    while let Some(offset) = html[at..].find('<') {
        let open = at + offset;
        at = match &bytes[open + 1..] {
            [b'!', b'-', b'-', ..] => {
                // `<!-->` is a whole comment
                let end = html[open + 2..].find("-->").map_or(bytes.len(), |end| open + 2 + end + 3);
                kept.push_str(&html[from..open]);
                from = end;
                end
            }
            [b'a'..=b'z' | b'A'..=b'Z', ..] => {
                let end = tag(html, open)?;
                let script = end <= last && is_script(&bytes[open + 1..]);
                match script.then(|| close(html, end)).flatten() {
                    Some(close) => {
                        kept.push_str(&html[from..open]);
                        from = close;
                        close
                    }
                    None => end,
                }
            }
            _ => open + 1,
        };
    }
    let source = if from == 0 {
        Cow::Borrowed(html)
    } else {
        kept.push_str(&html[from..]);
        Cow::Owned(kept)
    };
    let marks = source.bytes().filter(|b| matches!(b, b'<' | b'&')).count();
    if marks > MOST_MARKS { Err(NoteError::TooComplex) } else { Ok(source) }
}

/// Whether a page that begins as one never ends: browsers and word processors write the end tags, a broken download lacks them.
pub(super) fn is_cut_off(html: &str) -> bool {
    let tags = || html.match_indices('<').map(|(at, _)| &html.as_bytes()[at + 1..]);
    let begins =
        |name: &'static [u8]| tags().any(|tag| tag.get(..name.len()).is_some_and(|t| t.eq_ignore_ascii_case(name)));
    begins(b"html") && !begins(b"/html") && !begins(b"/body")
}

/// The end of the tag that begins here.
fn tag(html: &str, open: usize) -> Result<usize, NoteError> {
    let bytes = html.as_bytes();
    let (mut at, mut attributes) = (open + 1, 0);
    while at < bytes.len() {
        match bytes[at] {
            b'>' => return Ok(at + 1),
            b'=' => {
                // a value in quotation marks may hold anything
                at += 1 + bytes[at + 1..].iter().take_while(|b| b.is_ascii_whitespace()).count();
                if let Some(quote @ (b'"' | b'\'')) = bytes.get(at).copied() {
                    at += html[at + 1..].find(char::from(quote)).map_or(bytes.len(), |end| end + 2);
                    attributes += 1;
                }
            }
            b => {
                attributes += usize::from(b == b'/' || b.is_ascii_whitespace());
                at += 1;
            }
        }
        if attributes > MOST_ATTRIBUTES * 2 {
            return Err(NoteError::TooComplex);
        }
    }
    Ok(bytes.len())
}

/// Whether a tag's name is that of scripts.
fn is_script(name: &[u8]) -> bool {
    let rest = name.get(..6).filter(|name| name.eq_ignore_ascii_case(b"script")).and(name.get(6));
    rest.is_some_and(|next| matches!(next, b'>' | b'/') || next.is_ascii_whitespace())
}

/// The end of the script that begins here; none where nothing ends it.
fn close(html: &str, from: usize) -> Option<usize> {
    let mut ends = html.get(from..)?.match_indices("</").map(|(at, _)| from + at);
    let at = ends.find(|at| is_script(&html.as_bytes()[at + 2..]))?;
    html[at..].find('>').map(|end| at + end + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn scripts_and_comments_go() {
        for (html, kept) in [
            ("<p>one</p>", "<p>one</p>"),
            ("a<!-- <p>b --> c<!-->d", "a cd"),
            ("a<script type='x'>if (a<b) '<p>'</SCRIPT >b", "ab"),
            ("<a title=\"<script>\">b</a><script>c", "<a title=\"<script>\">b</a><script>c"),
            ("a < b", "a < b"),
        ] {
            assert_eq!(prepare(html).unwrap(), kept);
        }
    }

    #[test]
    fn a_page_of_nothing_but_marks_is_refused() {
        for piece in ["</p>", "&#65;", "<br>", "<"] {
            assert_eq!(prepare(&piece.repeat(MOST_MARKS + 1)).err(), Some(NoteError::TooComplex));
        }
        let script = format!("<p>one</p><script>{}</script>", "a<b&&".repeat(MOST_MARKS));
        assert_eq!(prepare(&script).unwrap(), "<p>one</p>");
    }

    #[test]
    fn a_tag_with_a_million_attributes_is_refused() {
        for piece in ["a ", "a/", "a=''", "a = \"b\""] {
            assert!(prepare(&format!("<p {}", piece.repeat(1_000_000))).is_err());
        }
        let picture = format!("<img alt=\"{}\">", "a = b ".repeat(100_000));
        assert!(prepare(&picture).is_ok());
    }

    #[test]
    fn a_page_without_its_end_is_cut_off() {
        let whole = "<!DOCTYPE html><HTML><body><p>Words</p></BODY></HTML>\n";
        assert!(!is_cut_off(whole));
        for end in 20..whole.len() - 16 {
            assert!(is_cut_off(&whole[..end]), "{}", &whole[..end]);
        }
        assert!(!is_cut_off("<p>a piece of a page</p>"));
    }
}
