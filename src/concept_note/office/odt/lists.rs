//! Lists and the labels they give (`OpenDocument` 1.3, part 3, 5.3).

use std::collections::HashMap;

use super::super::super::numbering::Label;
use super::super::setting::Indent;
use super::super::xml::Element;
use super::list_style::{Counts, LEVELS};
use super::styles::Styles;

/// An entry that is open.
struct Entry {
    /// Its label is still to come.
    fresh: bool,
    start: Option<u32>,
}

/// The lists that are open, and how far earlier ones have counted.
#[derive(Default)]
pub(super) struct Lists {
    /// The style of each open list, outermost first.
    open: Vec<Option<String>>,
    entries: Vec<Entry>,
    counts: Counts,
    /// Of the outermost open list.
    id: Option<String>,
    by_id: HashMap<String, Counts>,
    by_style: HashMap<Option<String>, Counts>,
    headings: Counts,
    /// The paragraph that is an entry by itself.
    numbered: Option<Numbered>,
}

/// An entry outside of any list element (5.3.5).
struct Numbered {
    style: Option<String>,
    /// From 0.
    level: usize,
    entry: Entry,
    /// The list it belongs to.
    id: Option<String>,
    /// Of the lists around it.
    outer: Counts,
}

impl Lists {
    pub fn begin_list(&mut self, list: &Element<'_>) {
        let text = |name: &str| list.text(name);
        let own = text("style-name");
        if let Some(outer) = self.open.last() {
            let style = own.or_else(|| outer.clone());
            self.open.push(style);
            return;
        }
        let goes_on = text("continue-numbering").is_some_and(|value| value == "true");
        let earlier = match text("continue-list") {
            Some(id) => self.by_id.get(&id),
            None if goes_on => self.by_style.get(&own),
            None => None,
        };
        self.counts = earlier.copied().unwrap_or_default();
        self.id = text("id");
        self.open.push(own);
    }

    pub fn end_list(&mut self) {
        let style = self.open.pop().flatten();
        if self.open.is_empty() {
            if let Some(id) = self.id.take() {
                self.by_id.insert(id, self.counts);
            }
            self.by_style.insert(style, self.counts);
        }
    }

    /// A numbered paragraph begins: it goes on with the one before it of the same list.
    pub fn begin_numbered(&mut self, paragraph: &Element<'_>) {
        let id = paragraph.text("list-id");
        let style = paragraph.text("style-name");
        let earlier = match &id {
            Some(id) => self.by_id.get(id),
            None => self.by_style.get(&style),
        };
        let outer = std::mem::replace(&mut self.counts, earlier.copied().unwrap_or_default());
        let level = paragraph.number::<usize>("level").unwrap_or(1).clamp(1, LEVELS) - 1;
        let entry = Entry { fresh: true, start: paragraph.number("start-value") };
        self.numbered = Some(Numbered { style, level, entry, id, outer });
    }

    pub fn end_numbered(&mut self) {
        let Some(Numbered { style, id, outer, .. }) = self.numbered.take() else {
            return;
        };
        let counts = std::mem::replace(&mut self.counts, outer);
        if let Some(id) = id {
            self.by_id.insert(id, counts);
        }
        self.by_style.insert(style, counts);
    }

    /// An entry begins; a list's header has no label.
    pub fn begin_entry(&mut self, entry: &Element<'_>) {
        let fresh = entry.name().1 == "list-item";
        self.entries.push(Entry { fresh, start: entry.number("start-value") });
    }

    pub fn end_entry(&mut self) {
        self.entries.pop();
    }

    /// The label of a paragraph that begins here, and where its level stands.
    ///
    /// `own` is the list that the paragraph's style names.
    pub fn label(&mut self, styles: &Styles, own: Option<&str>) -> (Option<Label>, Indent) {
        let (style, at, entry) = match (&mut self.numbered, self.open.last()) {
            (Some(numbered), _) => (numbered.style.as_deref(), numbered.level, Some(&mut numbered.entry)),
            (None, Some(list)) => (list.as_deref(), (self.open.len() - 1).min(LEVELS - 1), self.entries.last_mut()),
            (None, None) => return (None, Indent::default()),
        };
        let Some(name) = style.or(own) else {
            return (None, Indent::default());
        };
        let indent = styles.level(name, at).map(|level| level.indent).unwrap_or_default().or(Indent::of_level(at));
        let label = entry.filter(|entry| entry.fresh).and_then(|entry| {
            entry.fresh = false;
            styles.lists.get(name)?.label(at, entry.start, &mut self.counts)
        });
        (label, indent)
    }

    /// The label of a heading that is no entry of a list.
    pub fn heading(&mut self, styles: &Styles, level: usize) -> Option<Label> {
        if !self.open.is_empty() || self.numbered.is_some() {
            return None;
        }
        styles.outline.label(level.saturating_sub(1), None, &mut self.headings)
    }
}

#[cfg(test)]
mod tests {
    use super::super::body::Body;
    use super::*;

    /// Label and text of each paragraph of a text with one list style, `L`: `1.` over `(a)`.
    fn read(text: &str) -> Vec<String> {
        const SPACES: &str = r#"xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0""#;
        let content = format!(
            "<office:document-content {SPACES}><office:automatic-styles><text:list-style style:name=\"L\">\
            <text:list-level-style-number text:level=\"1\" style:num-format=\"1\" style:num-suffix=\".\"/>\
            <text:list-level-style-number text:level=\"2\" style:num-format=\"a\" style:num-prefix=\"(\" style:num-suffix=\")\"/>\
            </text:list-style></office:automatic-styles><office:body><office:text>{text}</office:text></office:body></office:document-content>"
        );
        let lines = Body::new(&content, Styles::default()).read().unwrap();
        let label = |label: Option<Label>| label.map_or(String::new(), |label| label.raw + " ");
        lines.into_iter().map(|line| label(line.label) + &line.text).collect()
    }

    fn list(more: &str, items: &str) -> String {
        format!("<text:list text:style-name=\"L\" {more}>{items}</text:list>")
    }

    fn item(text: &str) -> String {
        format!("<text:list-item><text:p>{text}</text:p></text:list-item>")
    }

    #[test]
    fn a_list_goes_on_where_it_says_so() {
        let text = list("xml:id=\"one\"", &(item("a") + &item("b")))
            + &list("", &item("c"))
            + &list("text:continue-list=\"one\"", &item("d"))
            + &list("text:continue-numbering=\"true\"", &item("e"))
            + &list(
                "",
                "<text:list-header><text:p>head</text:p></text:list-header><text:list-item text:start-value=\"7\"><text:p>f</text:p><text:p>more</text:p></text:list-item>",
            );
        assert_eq!(read(&text), ["1. a", "2. b", "1. c", "3. d", "4. e", "head", "7. f", "more"]);
    }

    #[test]
    fn a_numbered_paragraph_is_an_entry_by_itself() {
        let numbered = |more: &str, text: &str| {
            format!(
                "<text:numbered-paragraph text:style-name=\"L\" {more}><text:p>{text}</text:p></text:numbered-paragraph>"
            )
        };
        let text = numbered("text:list-id=\"x\" text:level=\"1\"", "a")
            + "<text:p>between</text:p>"
            + &numbered("text:list-id=\"x\" text:level=\"2\"", "b")
            + &list("", &item("c"))
            + &numbered("text:list-id=\"x\" text:level=\"2\"", "d")
            + &numbered("text:list-id=\"x\"", "<text:number>2.</text:number>e")
            + &numbered("text:list-id=\"y\" text:start-value=\"5\"", "f");
        assert_eq!(read(&text), ["1. a", "between", "(a) b", "1. c", "(b) d", "2. e", "5. f"]);
    }

    #[test]
    fn a_label_that_is_written_out_stands_for_one_that_is_not_counted() {
        assert_eq!(read("<text:h text:outline-level=\"1\"><text:number>II.</text:number>Head</text:h>"), ["II.\tHead"]);
    }
}
