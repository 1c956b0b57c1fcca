//! Every template, read as it is written: used, without inline style or script, without text that is in one language only.

use std::collections::BTreeMap;

use regex::Regex;

use crate::support::sources::{Source, below};

/// Forms that carry their token in another way, and why.
const OWN_TOKEN: [(&str, &str); 1] = [(
    "templates/pages/session_ended.html",
    "its session has ended: it shows back what was typed, with fields of its own",
)];

fn pages() -> Vec<Source> {
    let pages: Vec<_> = below("templates", ".html")
        .into_iter()
        .filter(|source| !source.path.starts_with("templates/emails/"))
        .collect();
    assert!(pages.len() > 10, "the templates are not where they are looked for");
    pages
}

/// The text without template expressions, tags and comments: each `{{ … }}`, `{% … %}`, `{# … #}` leaves a blank.
fn without_expressions(text: &str) -> String {
    Regex::new(r"(?s)\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}").unwrap().replace_all(text, " ").into_owned()
}

/// Words that stand in the text itself or in an attribute that people read.
fn literal_words(text: &str) -> Vec<String> {
    let plain = without_expressions(text);
    let read = Regex::new(r#"\s(?:title|alt|placeholder|aria-label|data-label|label)="([^"]*)""#).unwrap();
    let mut readable: Vec<String> = read.captures_iter(&plain).map(|found| found[1].to_owned()).collect();
    let tags = Regex::new(r"(?s)<!--.*?-->|<[^>]*>|&\w+;").unwrap();
    // macros that make attributes stand outside of any tag
    let attributes = Regex::new(r#"\s[a-z-]+="[^"]*""#).unwrap();
    readable.push(attributes.replace_all(&tags.replace_all(&plain, " "), " ").into_owned());
    let word = Regex::new(r"\p{L}{3,}").unwrap();
    readable
        .iter()
        .flat_map(|text| word.find_iter(text).map(|word| word.as_str().to_owned()).collect::<Vec<_>>())
        .collect()
}

#[test]
fn literal_words_are_found() {
    assert_eq!(literal_words("<p class=\"soft\">{{ page.l.t(\"x\") }} Save</p>{# a note #}"), ["Save"]);
    assert_eq!(
        literal_words("{% if a > 1 %}<a title=\"Print {{ b }}\" href=\"{{ c }}\">12 (a)</a>{% endif %}"),
        ["Print"]
    );
    assert!(literal_words("<p>{% for x in y %}{{ x }} · {% endfor %}&nbsp;</p>").is_empty());
}

#[test]
fn texts_of_the_interface_come_from_the_messages() {
    let mut found = Vec::new();
    for page in pages() {
        let words = literal_words(&page.text);
        if !words.is_empty() {
            found.push(format!("{}: {words:?}", page.path));
        }
    }
    assert!(found.is_empty(), "{found:#?}");
}

#[test]
fn every_template_is_used() {
    let named = Regex::new(r#"path = "([^"]+)""#).unwrap();
    let taken = Regex::new(r#"\{%-?\s*(?:extends|include|import)\s+"([^"]+)""#).unwrap();
    let mut used = Vec::new();
    for source in below("src", ".rs").iter().chain(below("tests", ".rs").iter()) {
        used.extend(named.captures_iter(&source.text).map(|found| found[1].to_owned()));
    }
    for source in below("templates", "") {
        used.extend(taken.captures_iter(&source.text).map(|found| found[1].to_owned()));
    }
    let unused: Vec<_> = below("templates", "")
        .into_iter()
        .map(|source| source.path["templates/".len()..].to_owned())
        .filter(|path| !used.contains(path))
        .collect();
    assert!(unused.is_empty(), "{unused:#?}");
}

#[test]
fn nothing_is_inline_that_the_content_policy_forbids() {
    let inline =
        Regex::new(r#"(?i)\sstyle\s*=|<style\b|<script(?:\s[^>]*)?>\s*[^<\s]|\son[a-z]+\s*=\s*["']|javascript:"#)
            .unwrap();
    assert!(
        inline.is_match("<p style=\"x\">") && inline.is_match("<a onclick=\"x\">") && inline.is_match("<script>a()")
    );
    assert!(!inline.is_match("<script src=\"x\" defer></script>"));
    let expressions = Regex::new(r"\|\s*safe\b").unwrap();
    for page in pages() {
        let found = inline.find(&page.text);
        assert!(found.is_none(), "{}: {found:?}", page.path);
        let raw: Vec<_> = page.text.lines().filter(|line| expressions.is_match(line)).collect();
        for line in raw {
            // only sanitised texts of people are let through unescaped
            assert!(line.contains("html"), "{}: unescaped and not said to be sanitised HTML: {line}", page.path);
        }
    }
}

#[test]
fn every_form_that_posts_carries_the_form_fields() {
    let form = Regex::new(r#"(?s)<form\b[^>]*?method="post".*?</form>"#).unwrap();
    let (mut seen, mut without) = (0, Vec::new());
    for page in pages() {
        for found in form.find_iter(&page.text) {
            seen += 1;
            let excepted = OWN_TOKEN.iter().any(|(path, _)| *path == page.path);
            if !excepted && !found.as_str().contains(r#"{% include "components/form_fields.html" %}"#) {
                without.push(format!("{}: {}", page.path, found.as_str().lines().next().unwrap_or_default()));
            }
        }
    }
    assert!(seen > 5, "the search finds no forms");
    assert!(without.is_empty(), "{without:#?}");
}

#[test]
fn every_page_stands_in_the_layout_and_has_a_title() {
    let included = Regex::new(r#"\{% (?:include|import) "pages/([^"]+)""#).unwrap();
    let taken = Regex::new(r#"\{% (?:include|import) "([^"]+)""#).unwrap();
    let everything: BTreeMap<String, String> = below("templates", ".html")
        .into_iter()
        .map(|file| (file.path["templates/".len()..].to_owned(), file.text))
        .collect();
    let all = below("templates/pages", ".html");
    let parts: Vec<String> = all
        .iter()
        .flat_map(|page| included.captures_iter(&page.text).map(|found| found[1].to_owned()).collect::<Vec<_>>())
        .collect();
    for page in all.iter().filter(|page| !parts.iter().any(|part| page.path.ends_with(part))) {
        let extends = page.text.trim_start().starts_with("{% extends \"layouts/");
        assert!(extends, "{}: begins with a layout", page.path);
        assert!(page.text.contains("{% block title %}"), "{}: has a title", page.path);
        // in itself, or in a component that it takes
        let components = taken.captures_iter(&page.text).filter_map(|found| everything.get(&found[1]));
        let headed = std::iter::once(&page.text).chain(components).any(|text| text.contains("<h1"));
        assert!(headed, "{}: has a heading of the first level", page.path);
    }
}

#[test]
fn controls_have_labels() {
    let control = Regex::new(r#"(?s)<(?:input|select|textarea)\b((?:[^>"]|"[^"]*")*)>"#).unwrap();
    let id = Regex::new(r#"\sid="([^"]+)""#).unwrap();
    for page in pages() {
        for found in control.captures_iter(&page.text) {
            let attributes = &found[1];
            if attributes.contains(r#"type="hidden""#) || attributes.contains("aria-label") {
                continue;
            }
            let id = id.captures(attributes).map(|found| found[1].to_owned());
            let labelled = id.as_ref().is_some_and(|id| {
                let by_macro = Regex::new(&format!(r#"call fields::about\([^)]*"{}""#, regex::escape(id))).unwrap();
                page.text.contains(&format!("for=\"{id}\"")) || by_macro.is_match(&page.text)
            });
            assert!(labelled, "{}: no label for {attributes}", page.path);
        }
    }
}
