use std::collections::BTreeSet;

use proptest::prelude::*;
use scraper::{Html, Node};

use super::{HTML_ELEMENTS, plain, to_html};

fn html(text: &str) -> String {
    to_html(text, "a1")
}

#[test]
fn paragraphs_lists_emphasis_quotations() {
    for (text, wanted) in [
        ("", ""),
        (
            "One *two* **three** `four`",
            "<p dir=\"auto\">One <em>two</em> <strong>three</strong> <code>four</code></p>\n",
        ),
        ("one\ntwo\\\nthree", "<p dir=\"auto\">one<br>\ntwo<br>\nthree</p>\n"),
        (
            "# Position\n\ntext",
            "<p class=\"heading\" dir=\"auto\"><strong>Position</strong></p>\n<p dir=\"auto\">text</p>\n",
        ),
        ("- a\n- b", "<ul dir=\"auto\">\n<li>a</li>\n<li>b</li>\n</ul>\n"),
        ("> said", "<blockquote>\n<p dir=\"auto\">said</p>\n</blockquote>\n"),
        ("a\n\n***\n\nb", "<p dir=\"auto\">a</p>\n<hr>\n<p dir=\"auto\">b</p>\n"),
        ("| a | b |\n|---|---|\n| ~~c~~ | d |", "<p dir=\"auto\">| a | b |<br>\n|---|---|<br>\n| ~~c~~ | d |</p>\n"),
        ("    indented by a *word* processor", "<p dir=\"auto\">indented by a *word* processor</p>\n"),
        ("```rust\na < b\n```", "<pre dir=\"auto\"><code>rust\na &lt; b</code></pre>\n"),
    ] {
        assert_eq!(html(text), wanted, "{text}");
    }
}

#[test]
fn items_keep_their_numbers() {
    assert_eq!(
        html("7. seven\n9. nine\n10. ten"),
        "<ol dir=\"auto\" start=\"7\">\n<li>seven</li>\n<li value=\"9\">nine</li>\n<li>ten</li>\n</ol>\n"
    );
    assert_eq!(
        html("1. a\n\n   b\n2. c"),
        "<ol dir=\"auto\">\n<li><p>a</p>\n<p>b</p>\n</li>\n<li><p>c</p>\n</li>\n</ol>\n"
    );
}

#[test]
fn raw_html_is_text() {
    assert_eq!(html("<script>alert(1)</script>"), "<p dir=\"auto\">&lt;script&gt;alert(1)&lt;/script&gt;</p>\n");
    assert_eq!(html("a <b onclick=\"x\">c</b>"), "<p dir=\"auto\">a &lt;b onclick=\"x\"&gt;c&lt;/b&gt;</p>\n");
}

#[test]
fn links_lead_out_safely_or_are_text() {
    assert_eq!(
        html("[UN](https://example.org/a?b=1&c=2 \"The title\")"),
        "<p dir=\"auto\"><a href=\"https://example.org/a?b=1&amp;c=2\" title=\"The title\" rel=\"noopener nofollow\">UN</a></p>\n"
    );
    assert_eq!(
        html("<name@example.org>"),
        "<p dir=\"auto\"><a href=\"mailto:name@example.org\" rel=\"noopener nofollow\">name@example.org</a></p>\n"
    );
    for text in [
        "[here](javascript:alert(1))",
        "[S/RES/2151](/etc)",
        "[]( https://example.org )",
        "[x](data:text/html,y)",
        "<ftp://example.org>",
        "![](https://example.org/x.png)",
    ] {
        let shown = text.replace('<', "&lt;").replace('>', "&gt;");
        assert_eq!(html(text), format!("<p dir=\"auto\">{shown}</p>\n"), "{text}");
    }
    assert_eq!(
        html("![a *map*](https://example.org/x.png)"),
        "<p dir=\"auto\"><a href=\"https://example.org/x.png\" rel=\"noopener nofollow\">a <em>map</em></a></p>\n"
    );
}

#[test]
fn definitions_are_not_lost() {
    assert_eq!(
        html("See [1].\n\n[1]: S/RES/2151"),
        "<p dir=\"auto\">See [1].</p>\n<p dir=\"auto\">[1]: S/RES/2151</p>\n"
    );
    assert_eq!(
        html("See [1].\n\n[1]: https://example.org"),
        "<p dir=\"auto\">See <a href=\"https://example.org\" rel=\"noopener nofollow\">1</a>.</p>\n"
    );
    assert_eq!(
        html("[note]: unused\nText\n\n- [n]: http://a.b\n"),
        "<p dir=\"auto\">[note]: unused</p>\n<p dir=\"auto\">Text</p>\n<ul dir=\"auto\">\n<li><p>[n]: http://a.b</p>\n</li>\n</ul>\n"
    );
}

#[test]
fn footnotes_stand_at_the_end_with_their_own_labels() {
    assert_eq!(
        html("Text[^5] and[^5].\n\n[^5]: The *note*.\n\n[^x]: Nobody's."),
        "<p dir=\"auto\">Text<sup><a href=\"#a1-note-1\" id=\"a1-ref-1\" role=\"doc-noteref\" dir=\"auto\" rel=\"noopener nofollow\">5</a></sup> \
         and<sup><a href=\"#a1-note-1\" id=\"a1-ref-1-1\" role=\"doc-noteref\" dir=\"auto\" rel=\"noopener nofollow\">5</a></sup>.</p>\n\
         <div class=\"footnotes\">\n<div class=\"footnote\" id=\"a1-note-1\">\n\
         <p dir=\"auto\"><sup><a href=\"#a1-ref-1\" role=\"doc-backlink\" dir=\"auto\" rel=\"noopener nofollow\">5</a></sup> The <em>note</em>.</p>\n</div>\n\
         <div class=\"footnote\" id=\"a1-note-2\">\n<p dir=\"auto\"><sup>x</sup> Nobody's.</p>\n</div>\n</div>\n"
    );
    assert_eq!(html("no such[^1] note"), "<p dir=\"auto\">no such[^1] note</p>\n");
    // also one that was defined within a list stands by itself, with its own direction
    assert!(
        html("- a[^1]\n\n  [^1]: b\n\n  c")
            .contains("<div class=\"footnote\" id=\"a1-note-1\">\n<p dir=\"auto\"><sup><a ")
    );
    assert!(to_html("a[^1]\n\n[^1]: b", "x\"><script>").contains("id=\"xscript-note-1\""));
}

#[test]
fn long_and_deep_texts_take_no_time() {
    let start = std::time::Instant::now();
    for text in [
        ">".repeat(100_000),
        "* ".repeat(50_000),
        "[".repeat(100_000),
        "*a **b ".repeat(14_000),
        "![[]()".repeat(16_000),
        "[^1]: a\n\n".repeat(11_000),
        "<b ".repeat(33_000),
        "`a".repeat(50_000),
        "[a]: b\n".repeat(14_000),
        format!("{}{}", "**a ".repeat(12_000), "b** ".repeat(12_000)),
    ] {
        assert!(html(&text).len() < 100 * text.len());
    }
    assert!(start.elapsed().as_secs() < 20, "{:?}", start.elapsed());
}

#[test]
fn plain_text_keeps_what_can_be_read() {
    assert_eq!(plain("a **b**c\n\n- d\n- e `f`\n"), "a bc\n\nd\ne f\n\n");
    assert_eq!(plain("<to be confirmed> x"), "<to be confirmed> x\n");
    assert_eq!(plain("<div>\nkept <o:p>too</o:p>\n</div>").trim(), "kept  too");
    assert_eq!(plain("1 < 2 & 3 > 2"), "1 < 2 & 3 > 2\n");
    assert!(HTML_ELEMENTS.is_sorted());
}

/// What a hostile or clumsy text is made of.
/// Marks of Markdown and HTML, whole and broken, and characters that are shown in another order or not at all.
const MARKS: &[&str] = &[
    "\n",
    "\n\n",
    " ",
    "  \n",
    "    ",
    "\t",
    "> ",
    "- ",
    "* ",
    "1. ",
    "3) ",
    "# ",
    "---\n",
    "***\n",
    "*",
    "**",
    "_",
    "`",
    "```\n",
    "~~~\n",
    "[^1]",
    "[^1]: ",
    "[^b]",
    "[^b]: ",
    "[a]",
    "[a]: ",
    "\n[a]: http://x.org\n",
    "\n[b]: c \"",
    "[",
    "![",
    "](http://x.org/",
    "](javascript:",
    "](mailto:a@b.org \"",
    ")",
    "\")",
    "<script>",
    "</script>",
    "<img src=x onerror=y>",
    "<!--",
    "-->",
    "<a href='javascript:x'>",
    "<p style='x'>",
    "<div\n",
    ">",
    "<",
    "&",
    "&lt;",
    "&#0;",
    "&colon;",
    "\"",
    "'",
    "\\",
    "http://y.org",
    "<http://z.org>",
    "<javascript:x>",
    "|",
    "~~",
    "$",
    "\u{202e}",
    "‏",
    "سلام",
    "字",
    "\u{0}",
    "\u{b}",
];

fn pieces() -> impl Strategy<Value = Vec<String>> {
    let marks = prop::sample::select(MARKS);
    prop::collection::vec(
        prop_oneof![
            3 => marks.prop_map(str::to_owned),
            1 => "[a-z]{2,6}".prop_map(|word| format!("{word} ")),
        ],
        0..40,
    )
}

/// Every element and attribute of what came out is one of ours.
fn check_safe(shown: &str) -> Result<(), TestCaseError> {
    let page = Html::parse_fragment(shown);
    let mut ids = BTreeSet::new();
    prop_assert!(!shown.contains("<body") && !shown.contains("<html"));
    for node in page.tree.nodes() {
        let Node::Element(element) = node.value() else {
            prop_assert!(!matches!(node.value(), Node::Comment(_)));
            continue;
        };
        // the parser of this test adds html and body
        let allowed = [
            "html",
            "body",
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
        ];
        prop_assert!(allowed.contains(&element.name()), "<{}> in {shown}", element.name());
        for (name, value) in element.attrs() {
            match name {
                "href" => prop_assert!(
                    ["http://", "https://", "mailto:", "#a1-"]
                        .iter()
                        .any(|start| value.to_ascii_lowercase().starts_with(start)),
                    "{value} in {shown}"
                ),
                "id" => {
                    prop_assert!(value.starts_with("a1-"));
                    prop_assert!(ids.insert(value.to_owned()), "{value} twice in {shown}");
                }
                "title" | "value" | "start" => {}
                "rel" => prop_assert_eq!(value, "noopener nofollow"),
                "dir" => prop_assert_eq!(value, "auto"),
                "class" => prop_assert!(["heading", "footnotes", "footnote"].contains(&value)),
                "role" => prop_assert!(value.starts_with("doc-")),
                other => prop_assert!(false, "{other} in {shown}"),
            }
        }
    }
    for link in shown.split("href=\"#").skip(1) {
        let id = link.split('"').next().unwrap_or_default();
        prop_assert!(ids.contains(id), "#{id} leads nowhere in {shown}");
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1_000))]

    #[test]
    fn only_safe_html_comes_out(pieces in pieces()) {
        check_safe(&html(&pieces.concat()))?;
    }

    #[test]
    fn no_text_breaks_it(text in any::<String>()) {
        check_safe(&html(&text))?;
        let _ = plain(&text);
    }

    #[test]
    fn every_word_survives(pieces in pieces()) {
        let mut text = String::new();
        let mut words = Vec::new();
        for (index, piece) in pieces.iter().enumerate() {
            text.push_str(piece);
            // a word that stands nowhere else
            let word = format!("w{index}w");
            text.push_str(&word);
            words.push(word);
        }
        let shown = html(&text);
        for word in words {
            prop_assert!(shown.contains(&word), "{word} is not in {shown}\n---\n{text}");
        }
    }
}
