//! The markup of answers: `CommonMark` with footnotes, and nothing else. Tables, strikethrough and the like stay the
//! characters that were typed; raw HTML is text, never interpreted.
//!
//! An answer is shown as it was received, so nothing that can be read gets lost on the way: see [`to_html`].

mod footnotes;
mod html;
mod lost;
mod writer;

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

pub use self::html::to_html;

/// What of the parser's extensions is on.
const OPTIONS: Options = Options::ENABLE_FOOTNOTES;

/// HTML elements that people paste with their text; other things in angle brackets are theirs.
const HTML_ELEMENTS: [&str; 36] = [
    "a",
    "article",
    "b",
    "blockquote",
    "body",
    "br",
    "center",
    "code",
    "div",
    "em",
    "font",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "head",
    "hr",
    "html",
    "i",
    "img",
    "li",
    "ol",
    "p",
    "pre",
    "script",
    "section",
    "span",
    "strong",
    "style",
    "sub",
    "sup",
    "table",
    "u",
    "ul",
];

/// What there is to read in an answer, without its markup: no emphasis, list and heading marks, link targets,
/// footnote marks and HTML tags; blocks and lines are divided by line feeds. For counting, searching and previews.
#[must_use]
pub fn plain(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut html = String::new();
    for event in Parser::new_ext(text, OPTIONS) {
        match event {
            Event::Text(part) | Event::Code(part) => plain.push_str(&part),
            Event::Html(part) => html.push_str(&part),
            Event::InlineHtml(part) => push_without_tags(&mut plain, &part),
            Event::End(TagEnd::HtmlBlock) => {
                push_without_tags(&mut plain, &html);
                plain.push('\n');
                html.clear();
            }
            Event::SoftBreak | Event::HardBreak | Event::Rule | Event::Start(Tag::List(_)) => {
                plain.push('\n');
            }
            Event::End(end) if is_block(end) => plain.push('\n'),
            _ => {}
        }
    }
    plain
}

const fn is_block(end: TagEnd) -> bool {
    !matches!(end, TagEnd::Emphasis | TagEnd::Strong | TagEnd::Link | TagEnd::Image)
}

/// Adds the text of a piece of HTML, each tag replaced by a space.
fn push_without_tags(plain: &mut String, html: &str) {
    let mut rest = html;
    while let Some(start) = rest.find('<') {
        plain.push_str(&rest[..start]);
        rest = &rest[start..];
        if let Some(length) = tag_length(rest) {
            plain.push(' ');
            rest = &rest[length..];
        } else {
            plain.push('<');
            rest = &rest[1..];
        }
    }
    plain.push_str(rest);
}

/// The length of the tag or comment that `text` begins with, if it begins with one.
fn tag_length(text: &str) -> Option<usize> {
    if text.starts_with("<!--") {
        return text.find("-->").map(|end| end + 3);
    }
    let inner = text.strip_prefix("</").or_else(|| text.strip_prefix('<'))?;
    let end = inner.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(inner.len());
    let name = inner[..end].to_ascii_lowercase();
    // Word's own, such as <o:p>
    let known = HTML_ELEMENTS.binary_search(&name.as_str()).is_ok()
        || ["td", "th", "tr", "tbody", "thead"].contains(&name.as_str())
        || inner[end..].starts_with(':');
    known.then(|| text.find('>').map(|end| end + 1)).flatten()
}

#[cfg(test)]
mod tests;
