//! Pages as browsers and word processors save them.

use std::fmt::Write as _;

use encoding_rs::{WINDOWS_1251, WINDOWS_1256};
use proptest::prelude::*;

use super::*;

fn read(html: &str) -> Vec<Line> {
    super::lines(html.as_bytes(), &mut BTreeSet::new()).unwrap()
}

fn texts(html: &str) -> Vec<String> {
    read(html).into_iter().map(|line| line.text).collect()
}

#[test]
fn words_stay_and_marks_go() {
    for (html, words) in [
        ("<p>One &amp; two&nbsp;&eacute; &#1043;\n  three</p><p>four", &["One & two é Г three", "four"][..]),
        ("one<br>two<div>three<b> four</b></div>five", &["one", "two", "three four", "five"]),
        ("<p>re&shy;form<wbr>s <i>a</i><sup>th</sup></p>", &["reforms ath"]),
        ("<p>安全\n理事会\nand 联合国</p>", &["安全理事会 and 联合国"]),
        ("<h1>Title<br>in two</h1>text", &["Title in two", "text"]),
        ("<table><tr><td>a<td>b<tr><td><p>c</p><p>d</p></table>", &["a", "b", "c", "d"]),
        ("<pre>1. one\n   goes on\n\n2. two</pre>", &["1. one", "goes on", "2. two"]),
        ("<p>a<!-- b --><script>c</script><style>d</style><span hidden>e</span><template>f</template></p>", &["a"]),
        ("<p>a<span style='display:none'>b</span><i style='visibility:hidden'>c</i></p>", &["a"]),
        ("<style>.x{display:none}</style><p class='y x'>a</p>b", &["b"]),
        ("<p>*not* [marks](x) 1\\. & _so_</p>", &["*not* [marks](x) 1\\. & _so_"]),
    ] {
        assert_eq!(texts(html), words, "{html}");
    }
}

#[test]
fn lists_are_counted_as_a_browser_counts() {
    for (html, words) in [
        ("<ol><li>a<li>b<ul><li>c</ul><li>d</ol>", &["1. a", "2. b", "• c", "3. d"][..]),
        ("<ol type=a start=3><li>a<li value=7>b<li>c</ol>", &["c. a", "g. b", "h. c"]),
        ("<ol type=I reversed><li>a<li>b</ol>", &["II. a", "I. b"]),
        ("<ol style='list-style-type: lower-roman'><li><p>a</p><p>more</p><li>b</ol>", &["i. a", "more", "ii. b"]),
        (
            "<style>@import url(x);ol.k{margin:0}.k>li:before{content:\"\" counter(n-k,lower-latin) \". \"}\
            .m > li::before{content:\"(\" counter(m) \")\"}</style><ol class='c k'><li>a<li>b</ol><ol class=m start=3><li>c</ol>",
            &["a. a", "b. b", "(3) c"],
        ),
        ("<ul><li>(a) typed<li>(b) typed</ul>", &["(a) typed", "(b) typed"]),
        ("<ol style='list-style:none'><li>a</ol><ol><li>1. a<li></ol>", &["a", "1. a"]),
    ] {
        assert_eq!(texts(html), words, "{html}");
    }
    let indents: Vec<usize> = read("<ul><li>a<p>b<ul><li>c</ul><li>d</ul>").iter().map(|line| line.indent).collect();
    assert_eq!(indents, [0, 4, 4, 0]);
}

#[test]
fn headings_and_strong_lines_are_marked() {
    let html = "<style>.c{font-weight:700}</style><h2>a</h2><p><b>b</b>:</p><p class=c>c</p><p><b>d</b> e</p>\
        <b style='font-weight:normal'><p>f</p></b>";
    let hints: Vec<_> = read(html).into_iter().map(|line| (line.text, line.level, line.bold)).collect();
    let expected = [("a", 2, false), ("b:", 0, true), ("c", 0, true), ("d e", 0, false), ("f", 0, false)];
    assert_eq!(hints, expected.map(|(text, level, bold)| (text.to_owned(), level, bold)));
}

#[test]
fn what_stands_around_a_text_is_left_out() {
    for html in [
        "<header>site</header><nav>menu</nav><div><p>a</p></div><aside>more</aside><footer>f</footer>",
        "<div role=navigation>menu</div><h1>other</h1><main><header>a</header></main>",
        "<p>other</p><article><header>a</header></article>",
        "<header><p>a</p></header>",
        "<p>a</p><div>Share <a href='#'>Fenix</a> <a href='#'>X</a> <a href='javascript:print()'>Print</a></div>",
        "<p>a</p><ul><li><a href='mailto:?subject=x'>E-mail</a><li><a href='https://x.org/sharer?u=y'>Post</a></ul>",
        "<div><article><p>a</p><footer>Filed under <a href='/law'>law</a></footer></article></div>",
        "<p>a</p><div id=comments><h2>Leave a comment</h2><form><label>Comment</label></form></div>",
        "<form><select><option>x</select><button>y</button></form><svg><text>z</text></svg>a",
    ] {
        assert_eq!(texts(html), ["a"], "{html}");
    }
}

#[test]
fn what_leads_to_documents_is_text() {
    for (html, words) in [
        ("<p>See <a href='#'>A/70/1</a> and <a href='#'>A/70/2</a>.</p>", &["See A/70/1 and A/70/2."][..]),
        ("<ul><li><a href='/a'>A/70/1</a><li><a href='/b'>A/70/2</a></ul>", &["• A/70/1", "• A/70/2"]),
        (
            "<div>a</div><article><footer>Write to <a href='mailto:x@y.org'>us</a>.</footer></article>",
            &["Write to us."],
        ),
        (
            "<p>Write to us by <a href='javascript:mail()'>mail</a>, and say who writes.</p>",
            &["Write to us by mail, and say who writes."],
        ),
    ] {
        assert_eq!(texts(html), words, "{html}");
    }
}

#[test]
fn footnotes_stand_beside_the_text_and_their_marks_go() {
    for html in [
        "<p>a<a href='#_ftn1'><span>[1]</span></a></p><div style='mso-element:footnote-list'><p>note</p></div>",
        "<p>a<sup><a class=sdfootnoteanc href='#sdfootnote1sym'>1</a></sup></p><div id=sdfootnote1><p>1 note</p></div>",
        "<p>a<sup><a href='#ftnt1' id=ftnt_ref1>[1]</a></sup></p><hr><div><p><a href='#ftnt_ref1' id=ftnt1>[1]</a> note</p></div>",
        "<p>a<sup><a role=doc-noteref href='#n'>1</a></sup></p><section role=doc-endnotes><ol><li>note</ol></section>",
    ] {
        let lines = read(html);
        assert!(lines.len() == 1 && lines[0].text == "a" && lines[0].notes.contains("note"), "{lines:?}");
    }
    // each with the line that leads to it, as several programs write them
    for html in [
        "<p>One<a href='#_ftn1' name='_ftnref1'>[1]</a></p><p>Two<a href='#_ftn2' name='_ftnref2'>[2]</a></p><p>End</p><div \
         style='mso-element:footnote-list'><div style='mso-element:footnote' id=ftn1><p><a href='#_ftnref1' name='_ftn1'>[1]</a> \
         first</p></div><div style='mso-element:footnote' id=ftn2><p><a href='#_ftnref2' name='_ftn2'>[2]</a> second</p><p>more\
         </p></div></div>",
        "<p>One<sup><a class=sdfootnoteanc name=sdfootnote1anc href='#sdfootnote1sym'>1</a></sup></p><p>Two<a \
         class=sdfootnoteanc href='#sdfootnote2sym'>2</a></p><p>End</p><div id=sdfootnote1><p><a name=sdfootnote1sym \
         href='#sdfootnote1anc'>1</a> first</p></div><div id=sdfootnote2><p><a name=sdfootnote2sym href='#sdfootnote2anc'>2</a> \
         second</p><p>more</p></div>",
        "<p>One<a href='#fn1' id=fnref1 role=doc-noteref><sup>1</sup></a></p><ul><li>Two<a href='#fn2' id=fnref2 \
         role=doc-noteref>2</a></ul><p>End</p><section role=doc-endnotes><hr><ol><li id=fn1><p>first<a href='#fnref1' \
         role=doc-backlink>↩︎</a></p></li><li id=fn2><p>second</p><p>more</p></li></ol></section>",
        "<p>One<sup><a href='#user-content-fn-1' id='user-content-fnref-1' data-footnote-ref>1</a></sup></p><p>Two<sup><a \
         href='#user-content-fn-2'>2</a></sup></p><p>End</p><section class=footnotes><h2 class=sr-only>Footnotes</h2><ol><li \
         id='user-content-fn-1'><p>first <a href='#user-content-fnref-1'>↩</a></p></li><li id='user-content-fn-2'><p>second</p>\
         <p>more</p></li></ol></section>",
    ] {
        let lines: Vec<_> = read(html).into_iter().map(|line| (line.text, line.notes)).collect();
        let two = if html.contains("<li>Two") { "• Two" } else { "Two" };
        let expected = [("One", "first\n"), (two, "second\nmore\n"), ("End", "")];
        assert_eq!(lines, expected.map(|(text, notes)| (text.to_owned(), notes.to_owned())), "{html}");
    }
    // where nothing leads to one, where they stand aside, and before the text; a class of words is none of notes
    let aside = "<main><p>One<a role=doc-noteref href='#b'>2</a></p><p>Two</p></main><aside role=doc-footnote id=b>said</aside>";
    assert_eq!(read(aside).iter().map(|line| line.notes.as_str()).collect::<Vec<_>>(), ["said\n", ""]);
    let unled = "<p>One<a href='#fn1'>1</a></p><p>Two</p><div class=footnotes><h2>Footnotes</h2><ol><li id=fn1>first<li \
        id=fn2>second</ol><h2>What all of us may wish to say</h2></div>";
    let notes: Vec<_> = read(unled).into_iter().map(|line| line.notes).collect();
    assert_eq!(notes, ["first\n", "second\nWhat all of us may wish to say\n"]);
    let textile =
        "<p>One<sup class=footnote><a href='#fn1'>1</a></sup></p><p>Two</p><p class=footnote id=fn1>first</p>";
    assert_eq!(read(textile).iter().map(|line| line.notes.as_str()).collect::<Vec<_>>(), ["first\n", ""]);
    assert_eq!(texts("<body class=footnotes><p>One</p></body>"), ["One"]);
    assert_eq!(texts("<a href='#note'>the note</a>"), ["the note"]);
    let comment = "<p>a<sup><a href='#cmnt1' id=cmnt_ref1>[a]</a></sup></p><div><p><a href='#cmnt_ref1' id=cmnt1>[a]</a>b</p></div>";
    assert_eq!(texts(comment), ["a"]);
}

#[test]
fn lists_of_a_word_processor_keep_their_labels() {
    let html = "<p class=MsoListParagraph style='text-indent:-.25in;mso-list:l0 level1 lfo1'><![if !supportLists]><span \
        style='mso-list:Ignore'>(a)<span style='font:7.0pt \"Times New Roman\"'>&nbsp;&nbsp; </span></span><![endif]>\
        One<o:p></o:p></p><p style='mso-list:l0 level2 lfo1'><![if !supportLists]><span style='font-family:Wingdings'>\
        <span style='mso-list:Ignore'>§<span>&nbsp; </span></span></span><![endif]>Two</p>";
    let lines: Vec<_> = read(html).into_iter().map(|line| (line.text, line.indent)).collect();
    assert_eq!(lines, [("(a)\tOne".to_owned(), 0), ("•\tTwo".to_owned(), 4)]);
}

#[test]
fn a_cell_that_names_with_a_colon_is_one_line_with_the_cell_beside_it() {
    for (html, words) in [
        (
            "<tr><td><b>Date:</b><td>3 May<tr><th scope=row>Working languages:</th>\n<td><p>All</p><p>six</p>",
            &["Date: 3 May", "Working languages: All", "six"][..],
        ),
        ("<tr><td>日期：<td>5月3日<td>时间：<td>10时", &["日期： 5月3日", "时间： 10时"]),
        (
            "<tr><th>Date<td>3 May<tr><td>Topics:<td><ul><li>a</ul><tr><td>Note:<td>",
            &["Date", "3 May", "Topics:", "• a", "Note:"],
        ),
    ] {
        assert_eq!(texts(&format!("<table>{html}</table>")), words, "{html}");
    }
    let lines = read("<table><tr><th>Organized by<td>Malta<tr><th>Aim<td><h2>One</h2></table>");
    assert_eq!(lines.iter().map(|line| line.fact).collect::<Vec<_>>(), [true, true, false, false]);
}

#[test]
fn a_page_is_read_in_its_encoding() {
    let text = "Как Организация может поддержать государства?";
    let (cyrillic, ..) = WINDOWS_1251.encode(text);
    let named = [b"<meta http-equiv=Content-Type content='text/html; charset=windows-1251'><p>", &*cyrillic].concat();
    let unnamed = [b"<p class='a long name of a class that is English'><span style='color: red'>", &*cyrillic].concat();
    let utf16: Vec<u8> = format!("\u{feff}<html><p>{text}</html>").encode_utf16().flat_map(u16::to_le_bytes).collect();
    let wrong = format!("<meta charset=windows-1252><p>{text}");
    for (bytes, guessed) in [(named, false), (unnamed, true), (utf16, false), (wrong.into_bytes(), false)] {
        let mut warnings = BTreeSet::new();
        assert_eq!(super::lines(&bytes, &mut warnings).unwrap()[0].text, text);
        assert_eq!(warnings.contains(&Warning::EncodingGuessed), guessed);
    }
    let (arabic, ..) = WINDOWS_1256.encode("كيف يمكن للأمم المتحدة أن تدعم الدول الأعضاء؟");
    let page = [b"<html><body><p class='very long name of class'>", &*arabic, b"</body>"].concat();
    assert_eq!(
        super::lines(&page, &mut BTreeSet::new()).unwrap()[0].text,
        "كيف يمكن للأمم المتحدة أن تدعم الدول الأعضاء؟"
    );
}

#[test]
fn a_page_is_known_by_how_it_begins_or_by_its_name() {
    assert!(is_page(b"\xEF\xBB\xBF \n<!DOCTYPE HTML><p>", None));
    assert!(is_page(b"<?xml version='1.0'?>\n<!-- saved --><html>", None));
    assert!(is_page(b"<p>fragment", Some("note.HTM")));
    assert!(is_page(b"<\0h\0t\0m\0l\0>\0", None));
    assert!(!is_page(b"<?xml version='1.0'?><w:document>", None));
    assert!(!is_page(b"<p>fragment", Some("note.txt")));
    assert!(!is_page(b"See <html> for more", None));
}

#[test]
fn a_page_beyond_all_measure_is_refused_or_read() {
    let depth = "<div>".repeat(1_000_000);
    assert!(matches!(super::lines(depth.as_bytes(), &mut BTreeSet::new()), Err(NoteError::TooComplex)));
    let half = 500_000;
    for piece in ["<b a=", "<p><b x>", "<table><b>", "<ul><li>", "<font>x", "<i></b>", "<svg><a>", "<a><p>", "<body a"]
    {
        let mut page = String::new();
        for at in 0..half / piece.len() {
            write!(page, "{piece}{at}>").unwrap();
        }
        let _ = super::lines(page.as_bytes(), &mut BTreeSet::new());
        let _ = super::lines(piece.repeat(half / piece.len()).as_bytes(), &mut BTreeSet::new());
    }
}

proptest! {
    #[test]
    fn any_page_is_read(html in "(<(/?)(p|b|li|ol|ul|table|td|tr|h1|br|pre|a|div|svg|template|select|script|style)>|[a-z ]|&|\\PC){0,80}") {
        let _ = super::lines(html.as_bytes(), &mut BTreeSet::new());
    }
}

#[test]
fn questions_beside_the_content_of_a_page_are_no_chrome() {
    let note = |name: &str| format!("<h1>{name}</h1><h2>Guiding questions</h2><p>Who {name}?</p><p>Who else?</p>");
    let both = texts(&format!("<main>{}</main><div>{}</div>", note("sings"), note("plays")));
    assert_eq!((both.len(), both[4].as_str()), (8, "plays"));
    let asked = "<div><p>Who are you?</p><p>Can you log in?</p></div>";
    assert_eq!(texts(&format!("<main>{}</main>{asked}", note("sings"))).len(), 4, "help for the page's readers");
    let contents = "<div><ul><li>Background<li>Guiding questions</ul></div>";
    assert_eq!(texts(&format!("{contents}<main>{}</main>", note("sings"))).len(), 4, "its contents");
}
