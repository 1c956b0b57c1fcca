//! What `OpenDocument` texts know.

use super::said;
use crate::support::office::odt;

#[test]
fn an_open_document_text_is_read_as_its_reader_sees_it() {
    let list = |name: &str, format: &str, more: &str| {
        format!(
            "<text:list-style style:name=\"{name}\"><text:list-level-style-number text:level=\"1\" style:num-format=\"1\" style:num-suffix=\".\"/>\
            <text:list-level-style-number text:level=\"2\" style:num-format=\"{format}\" style:num-prefix=\"(\" style:num-suffix=\")\" {more}/></text:list-style>"
        )
    };
    let styles = list("L1", "a", "text:start-value=\"3\"")
        + "<style:style style:name=\"P1\" style:family=\"paragraph\" style:parent-style-name=\"Heavy_20_text\"/>\
        <style:style style:name=\"T1\" style:family=\"text\"><style:text-properties text:display=\"none\"/></style:style>\
        <style:style style:name=\"T2\" style:family=\"text\"><style:text-properties fo:font-weight=\"normal\"/></style:style>";
    let text = "<text:tracked-changes><text:changed-region><text:deletion><text:p>Deleted.</text:p></text:deletion></text:changed-region></text:tracked-changes>\
        <text:p text:style-name=\"P1\">Concept note on words</text:p>\
        <text:h text:outline-level=\"2\">Back<text:soft-page-break/>ground</text:h>\
        <text:list xml:id=\"one\" text:style-name=\"L1\"><text:list-item><text:p>The Council<text:s text:c=\"3\"/>sup<text:note><text:note-citation>1</text:note-citation>\
        <text:note-body><text:p>See the note.</text:p></text:note-body></text:note>ports<text:span text:style-name=\"T1\"> not</text:span> the\n  reform\
        <office:annotation><dc:creator>X</dc:creator><text:p>Really?</text:p></office:annotation>:</text:p>\
        <text:list><text:list-item><text:p>by<draw:frame><svg:title>A box</svg:title><draw:text-box><text:p>The words of the box are apart.</text:p></draw:text-box></draw:frame> words;</text:p></text:list-item>\
        <text:list-item><text:p>by deeds.</text:p></text:list-item></text:list></text:list-item></text:list>\
        <text:p text:style-name=\"P1\">Money and means</text:p>\
        <text:p>The <text:a>text</text:a> of this section is here.</text:p>\
        <text:section text:display=\"none\"><text:p>Hidden section.</text:p></text:section>\
        <text:p text:style-name=\"P1\">Questions <text:span text:style-name=\"T2\">are asked in this sentence.</text:span></text:p>\
        <table:table><table:table-row><table:table-cell><text:p>One cell has these words.</text:p></table:table-cell><table:covered-table-cell><text:p>No.</text:p></table:covered-table-cell></table:table-row></table:table>\
        <text:list text:continue-list=\"one\" text:style-name=\"L1\"><text:list-item><text:p>The numbers go on in the second list.</text:p></text:list-item></text:list>";
    assert_eq!(
        said(&odt(&styles, text)),
        [
            "# Background",
            "1 The Council supports the reform:",
            "(c) by words;",
            "(d) by deeds.",
            "The words of the box are apart.",
            "# Money and means",
            "The text of this section is here.",
            "Questions are asked in this sentence.",
            "One cell has these words.",
            "2 The numbers go on in the second list.",
        ]
    );
}

#[test]
fn a_text_from_the_right_is_set_in_from_there() {
    let margin = |name: &str, right: &str| {
        format!(
            "<style:style style:name=\"{name}\" style:family=\"paragraph\"><style:paragraph-properties fo:margin-left=\"0in\" fo:margin-right=\"{right}\"/></style:style>"
        )
    };
    let styles = margin("P3", "0.39in") + &margin("P4", "0.79in");
    let text = "<text:h text:outline-level=\"1\">ورقة مفاهيمية بشأن العبّارات</text:h>\
        <text:h text:outline-level=\"2\">الأسئلة التوجيهية</text:h>\
        <text:p text:style-name=\"P3\">(١) من يتلقى الشكاوى؟</text:p>\
        <text:p text:style-name=\"P4\">يُستحسن ذكر مثال.</text:p>";
    let note = rapporteur::concept_note::read(&odt(&styles, text), None, &[]).unwrap().note;
    assert_eq!(note.questions[0].text, "من يتلقى الشكاوى؟\nيُستحسن ذكر مثال.");
}
