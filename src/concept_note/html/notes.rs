//! Footnotes, which stand beside the text, the marks that lead to them, and the comments of those who wrote it.

use std::collections::HashSet;

use super::elements::{BLOCKS, WHOLE};
use super::tree::{Element, Kind, Tree};
use crate::concept_note::footnotes;

/// How the name of a footnote's mark begins.
const NOTES: &[&str] =
    &["ftn", "edn", "fn", "note", "footnote", "endnote", "cite_note", "cite_ref", "sdfootnote", "user-content-fn"];

/// The classes of what holds footnotes.
const CLASSES: &[&str] = &["footnotes", "footnote", "endnotes"];

/// How the name of a comment begins.
const COMMENT: &str = "cmnt";

/// Longest mark, in bytes.
const LONGEST: usize = 12;

/// Whether an element holds footnotes, whose words are none of the text's.
pub(super) fn is_note(element: &Element) -> bool {
    let role = element.attribute("role").is_some_and(|role| matches!(role, "doc-endnotes" | "doc-footnote"));
    let office = element.attribute("style").is_some_and(|style| {
        super::style::parts(style).any(|(name, value)| {
            name == "mso-element" && matches!(value.as_str(), "footnote-list" | "endnote-list" | "footnote" | "endnote")
        })
    });
    // of a word in a line the class says that it leads to one
    let block = BLOCKS.contains(&element.name()) && !WHOLE.contains(&element.name());
    let class = element.attribute("class").filter(|_| block);
    let class = class.is_some_and(|class| class.split_whitespace().any(|word| CLASSES.contains(&word)));
    let id = element.attribute("id").and_then(|id| id.strip_prefix("sdfootnote").or(id.strip_prefix("sdendnote")));
    role || office || class || id.is_some_and(|number| !number.is_empty() && number.bytes().all(|b| b.is_ascii_digit()))
}

/// Whether an element is the mark that leads to a footnote or a comment, and no word.
pub(super) fn is_reference(element: &Element, words: impl FnOnce() -> String) -> bool {
    let leads = element.attribute("role") == Some("doc-noteref")
        || target(element).is_some_and(|name| NOTES.iter().any(|begin| name.starts_with(begin)));
    let comment = target(element).is_some_and(|name| name.starts_with(COMMENT));
    element.name() == "a" && (leads || comment) && is_mark(&words(), comment)
}

/// Whether a name is that of a footnote by its form, and not of what leads to one: `fn1`, `footnote-2`.
pub(super) fn is_numbered(name: &str) -> bool {
    let number = |rest: &str| rest.chars().all(|c| !c.is_alphabetic()) && rest.contains(char::is_numeric);
    NOTES.iter().filter_map(|begin| name.strip_prefix(begin)).any(number)
}

/// The names that references lead to.
pub(super) fn led(tree: &Tree) -> HashSet<String> {
    let led = tree.elements().filter(|(at, element)| is_reference(element, || tree.words(*at)));
    led.filter_map(|(_, element)| target(element)).filter(|name| !name.is_empty()).collect()
}

/// The elements that hold footnotes, and stand outside the one of a page's own content.
pub(super) fn outside(tree: &Tree, own: usize) -> Vec<usize> {
    let mut seen: HashSet<usize> = tree.inside(own).collect();
    let mut found = Vec::new();
    for (at, _) in tree.elements().filter(|(_, element)| is_note(element)) {
        if seen.insert(at) {
            seen.extend(tree.inside(at));
            found.push(at);
        }
    }
    found
}

/// Whether a paragraph is a footnote: it begins with the mark that leads back to the text.
pub(super) fn begins_note(tree: &Tree, at: usize) -> bool {
    leads_back(tree, at).is_some_and(|name| NOTES.iter().any(|begin| name.starts_with(begin)))
}

/// Whether an element holds a comment on the text, as documents of several writers are saved with.
pub(super) fn is_comment(tree: &Tree, at: usize) -> bool {
    leads_back(tree, at).is_some_and(|name| name.starts_with(COMMENT))
}

/// The name of the mark in the text that a paragraph's first words lead back to.
fn leads_back(tree: &Tree, at: usize) -> Option<String> {
    let Kind::Element(paragraph) = &tree.node(at).kind else { return None };
    let first = tree.children(at).next().filter(|_| paragraph.name() == "p")?;
    let Kind::Element(link) = &tree.node(first).kind else { return None };
    let name = target(link).filter(|name| link.name() == "a" && name.contains("ref"))?;
    is_mark(&tree.words(first), true).then_some(name)
}

/// The place on the page that a link leads to.
pub(super) fn target(element: &Element) -> Option<String> {
    let (_, name) = element.attribute("href")?.split_once('#')?;
    Some(footnotes::name(name))
}

/// Whether a text is a number or sign, or a letter in brackets.
fn is_mark(words: &str, lettered: bool) -> bool {
    let mark = |c: char| c.is_numeric() || c.is_whitespace() || "[]()*†‡^↑↩\u{fe0e}\u{fe0f}".contains(c);
    let letter = |c: char| lettered && words.trim_start().starts_with('[') && c.is_ascii_lowercase();
    words.len() <= LONGEST && words.chars().all(|c| mark(c) || letter(c))
}
