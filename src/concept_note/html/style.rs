//! How a page sets its texts, as far as a reader must know: what is hidden, what is strong, how a list counts.

use std::collections::HashMap;

use super::tree::Element;

/// What is declared for an element; nothing where its surroundings decide.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Style {
    pub hidden: Option<bool>,
    pub strong: Option<bool>,
}

impl Style {
    /// Reads declarations as they stand in an attribute or between braces.
    fn read(declarations: &str) -> Style {
        let mut style = Style::default();
        for (name, value) in parts(declarations) {
            match name.as_str() {
                "display" => style.hidden = Some(value == "none"),
                "visibility" if value == "hidden" => style.hidden = Some(true),
                "mso-hide" if value == "all" => style.hidden = Some(true),
                "font-weight" => {
                    style.strong =
                        Some(value.starts_with("bold") || value.parse::<u32>().is_ok_and(|weight| weight >= 600));
                }
                _ => {}
            }
        }
        style
    }

    /// What is declared here, else what was declared before.
    fn or(self, before: Style) -> Style {
        Style { hidden: self.hidden.or(before.hidden), strong: self.strong.or(before.strong) }
    }
}

/// Name and value of each declaration, in small letters.
pub(super) fn parts(declarations: &str) -> impl Iterator<Item = (String, String)> {
    declarations.split(';').filter_map(|declaration| {
        let (name, value) = declaration.split_once(':')?;
        let value = value.trim().trim_end_matches("!important").trim_end();
        Some((name.trim().to_lowercase(), value.to_lowercase()))
    })
}

/// The rules of a page's style sheets that are for one class alone, by `.class` or `element.class`.
#[derive(Default)]
pub(super) struct Sheet {
    classes: HashMap<String, Style>,
    /// How the entries of lists of a class are labelled: `.class > li::before`.
    labels: HashMap<String, Content>,
}

/// What stands before an entry: one counter with the words around it, as in `"(" counter(name, lower-latin) ") "`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Content {
    pub before: String,
    /// How the counter is written, as `list-style-type` names it.
    pub counter: String,
    pub after: String,
}

impl Content {
    /// Reads the value of `content`; none where it has no counter, or several.
    fn read(value: &str) -> Option<Content> {
        let (before, rest) = value.split_once("counter(")?;
        let (counter, after) = rest.split_once(')')?;
        let counter = counter.split_once(',').map_or("decimal", |(_, style)| style.trim());
        let words = |quoted: &str| quoted.split('"').skip(1).step_by(2).collect::<String>();
        let one = !after.contains("counter") && !before.contains("counter");
        one.then(|| Content { before: words(before), counter: counter.to_owned(), after: words(after) })
    }
}

impl Sheet {
    /// Adds the rules of one `<style>`; rules for a medium, such as print, are no rules of the page.
    pub fn add(&mut self, css: &str) {
        let mut depth = 0_usize;
        let (mut selectors, mut from) = ("", 0);
        for (at, mark) in css.match_indices(['{', '}']) {
            let text = &css[from..at];
            from = at + 1;
            if mark == "{" {
                depth += 1;
                selectors = text;
            } else {
                if depth == 1 {
                    self.rule(selectors, text);
                }
                depth = depth.saturating_sub(1);
            }
        }
    }

    fn rule(&mut self, selectors: &str, declarations: &str) {
        // a line such as `@import url(x);` stands before the first selector
        let selectors = selectors.rsplit(';').next().unwrap_or_default();
        let style = Style::read(declarations);
        if let Some((_, content)) = parts(declarations).find(|(name, _)| name == "content") {
            self.label(selectors, &content);
        }
        if style == Style::default() || selectors.contains('@') {
            return;
        }
        for selector in selectors.rsplit("-->").next().unwrap_or_default().split(',') {
            let Some((element, class)) = selector.trim().trim_start_matches("<!--").trim_start().split_once('.') else {
                continue;
            };
            let is_name = |name: &str| name.chars().all(|c| c.is_alphanumeric() || c == '-' || c == '_');
            if !class.is_empty() && is_name(class) && is_name(element) {
                let named = format!("{}.{class}", element.to_lowercase());
                let before = self.classes.get(&named).copied().unwrap_or_default();
                self.classes.insert(named, style.or(before));
            }
        }
    }

    /// Keeps how the entries of a list are labelled.
    fn label(&mut self, selectors: &str, content: &str) {
        let Some(content) = Content::read(content) else { return };
        for selector in selectors.split(',') {
            let list = selector.replace('>', " ");
            let mut steps = list.split_whitespace();
            let class = steps.next().and_then(|list| list.split_once('.')).map(|(_, class)| class);
            if let (Some(class), Some("li:before" | "li::before"), None) = (class, steps.next(), steps.next()) {
                self.labels.insert(class.to_owned(), content.clone());
            }
        }
    }

    /// How the entries of a list are labelled by its classes.
    pub fn labels(&self, list: &Element) -> Option<&Content> {
        list.attribute("class")?.split_whitespace().find_map(|class| self.labels.get(class))
    }

    /// What is declared for an element, by its classes and by itself.
    pub fn of(&self, element: &Element) -> Style {
        let classes = element.attribute("class").unwrap_or_default().split_whitespace();
        let named = classes.flat_map(|class| [format!(".{class}"), format!("{}.{class}", element.name())]);
        let by_class = named.filter_map(|named| self.classes.get(&named)).fold(Style::default(), |a, b| b.or(a));
        let own = element.attribute("style").map(Style::read).unwrap_or_default();
        let mut style = own.or(by_class);
        if element.attribute("hidden").is_some() || element.attribute("aria-hidden") == Some("true") {
            style.hidden = Some(true);
        }
        if matches!(element.name(), "b" | "strong" | "th") {
            style.strong = style.strong.or(Some(true));
        }
        style
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn declarations_are_read() {
        let style = |text| {
            let style = Style::read(text);
            (style.hidden, style.strong)
        };
        assert_eq!(style("color: red; DISPLAY : none !important"), (Some(true), None));
        assert_eq!(style("display:block;font-weight:700"), (Some(false), Some(true)));
        assert_eq!(style("font-weight:normal; mso-hide:all"), (Some(true), Some(false)));
        assert_eq!(style("background:url(a;b)"), (None, None));
    }

    #[test]
    fn rules_for_a_class_are_kept() {
        let mut sheet = Sheet::default();
        sheet.add(
            "<!-- p.c1, .c2 {font-weight:bold} --> @media print {.c3{display:none}} .c4 .c5{display:none} \
            .c1{display:none} @font-face{font-weight:700}",
        );
        assert_eq!(sheet.classes["p.c1"], Style { hidden: None, strong: Some(true) });
        assert_eq!(sheet.classes[".c2"], Style { hidden: None, strong: Some(true) });
        assert_eq!(sheet.classes[".c1"], Style { hidden: Some(true), strong: None });
        assert_eq!(sheet.classes.len(), 3);
    }
}
