//! What elements are for a text, by their names.

/// Elements without words of the text.
pub(super) const SILENT: &[&str] = &[
    "head", "script", "style", "template", "noscript", "iframe", "object", "embed", "svg", "math", "canvas", "audio",
    "video", "map", "button", "select", "datalist", "textarea", "input", "progress", "meter", "dialog", "rt", "rp",
    // what a tracked change takes out
    "del",
];

/// Elements around the text of a page: menus and what repeats on every page.
pub(super) const AROUND: &[&str] = &["nav", "header", "footer", "aside", "search"];

/// Roles of the same meaning.
pub(super) const ROLES_AROUND: &[&str] =
    &["navigation", "banner", "contentinfo", "search", "complementary", "menu", "menubar"];

/// Elements that hold the whole of a text.
pub(super) const WHOLE: &[&str] = &["body", "main", "article"];

/// Elements that begin and end a paragraph.
pub(super) const BLOCKS: &[&str] = &[
    "address",
    "article",
    "aside",
    "blockquote",
    "body",
    "caption",
    "center",
    "dd",
    "details",
    "dir",
    "div",
    "dl",
    "dt",
    "fieldset",
    "figcaption",
    "figure",
    "footer",
    "form",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "header",
    "hgroup",
    "hr",
    "legend",
    "li",
    "main",
    "menu",
    "nav",
    "ol",
    "p",
    "pre",
    "search",
    "section",
    "summary",
    "table",
    "tbody",
    "td",
    "tfoot",
    "th",
    "thead",
    "tr",
    "ul",
];
