//! Answers as HTML.

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};
use std::ops::Range;
use std::sync::LazyLock;

use ammonia::{Builder, UrlRelative};
use pulldown_cmark::{Event, Parser, Tag};

use super::OPTIONS;
use super::footnotes::Footnotes;
use super::lost;
use super::writer::Writer;

/// An answer as HTML that may stand on any page.
///
/// * Only paragraphs, lists, quotations, emphasis, code, rules, footnotes and links come out. Headings become strong
///   paragraphs (`class="heading"`), so that the page's outline stays its own.
/// * Links lead to http, https and mailto only; anything else in link form is shown as it was typed. An image is a
///   link with its alternative text: nothing is ever loaded.
/// * What was typed stays: line breaks, the numbers of list items, raw HTML as text, definitions nobody refers to.
/// * Each block finds its own direction (`dir="auto"`); a list does so as a whole.
///
/// `id_prefix` begins every id, so that many answers can stand on one page; only ASCII letters, digits, `-` and `_`
/// of it are used.
#[must_use]
pub fn to_html(text: &str, id_prefix: &str) -> String {
    let parser = Parser::new_ext(text, OPTIONS);
    let definitions: Vec<_> = parser
        .reference_definitions()
        .iter()
        .map(|(label, definition)| (label.to_lowercase(), definition.span.clone()))
        .collect();
    let events: Vec<_> = parser.into_offset_iter().collect();
    let spans: Vec<_> = definitions.iter().map(|(_, span)| span.clone()).collect();
    let used = used_definitions(&events, &definitions.into_iter().collect());
    let lost = lost::lines(text, &events, &used, &spans);
    let id_prefix = id_prefix.chars().filter(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_')).collect();
    let mut writer = Writer::new(text, id_prefix, Footnotes::find(&events), lost);
    for index in 0..events.len() {
        writer.event(&events, index);
    }
    CLEANER.clean(&writer.finish()).to_string()
}

/// Whether a link may lead there.
pub(super) fn is_allowed(target: &str) -> bool {
    let target = target.to_ascii_lowercase();
    ["http://", "https://", "mailto:"].iter().any(|scheme| target.len() > scheme.len() && target.starts_with(scheme))
}

/// Where the definitions stand whose target a link carries, so that they need not be shown.
fn used_definitions(events: &[(Event, Range<usize>)], definitions: &HashMap<String, Range<usize>>) -> HashSet<usize> {
    events
        .iter()
        .filter_map(|(event, _)| match event {
            Event::Start(Tag::Link { dest_url, id, .. } | Tag::Image { dest_url, id, .. }) if is_allowed(dest_url) => {
                definitions.get(&id.to_lowercase()).map(|span| span.start)
            }
            _ => None,
        })
        .collect()
}

/// The second look: whatever the writer did, only this comes out.
static CLEANER: LazyLock<Builder<'static>> = LazyLock::new(|| {
    let mut cleaner = Builder::empty();
    cleaner
        .tags(HashSet::from([
            "p",
            "br",
            "strong",
            "em",
            "code",
            "pre",
            "ul",
            "ol",
            "li",
            "blockquote",
            "hr",
            "a",
            "sup",
            "div",
        ]))
        .generic_attributes(HashSet::from(["dir", "id"]))
        .tag_attributes(HashMap::from([
            ("a", HashSet::from(["href", "title", "role"])),
            ("ol", HashSet::from(["start"])),
            ("li", HashSet::from(["value"])),
        ]))
        .allowed_classes(HashMap::from([
            ("p", HashSet::from(["heading"])),
            ("div", HashSet::from(["footnotes", "footnote"])),
        ]))
        .url_schemes(HashSet::from(["http", "https", "mailto"]))
        .url_relative(UrlRelative::Custom(Box::new(within_the_page)))
        .link_rel(Some("noopener nofollow"));
    cleaner
});

/// Of addresses without a scheme only those within the page remain.
fn within_the_page(url: &str) -> Option<Cow<'_, str>> {
    url.starts_with('#').then_some(Cow::Borrowed(url))
}

pub(super) fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            _ => escaped.push(c),
        }
    }
    escaped
}
