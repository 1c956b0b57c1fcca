//! Text that was pasted from mail, each typed line a paragraph of its own, in every format; and paragraphs that are short.

use rapporteur::{
    concept_note::read,
    domain::concept_note::{ConceptNote, Section},
};

use crate::support::office;

const TYPED: &str = "CONCEPT NOTE ON THE FERRIES OF SMALL RIVERS

Background

Ferries are older than bridges, and in many places they are the only way
across a river for those who go to school, to market or to a court. Who
keeps a register of them is not always known, and what they cost is not
published anywhere.

The meeting will hear those who mend ferries and those who use them, and
it will compare what a crossing costs in the months of high water with
what it costs in summer.

Guiding questions

1. How can parties agree on one register, and who would have to be asked
before it is opened to the public?

2. The price of a crossing at night

3. Which warnings reach the ferry in time, and from whom do they come in
the months of high water?

Next steps

A summary will be sent to all participants before it is made public.
";

const SHORT: &str = "CONCEPT NOTE ON THE FERRIES OF SMALL RIVERS

Background

Ferries are old.
The meeting is to hear those who mend them
Those who use them are heard as well.
Speakers are brief
Rivers rise.

Guiding questions

1. Who pays?
2. The price of a crossing at night
3. Who warns?
";

/// A text with each of its lines in a paragraph, as documents and pages.
fn files(text: &str) -> [(&'static str, Vec<u8>); 5] {
    let wrap = |wrap: &dyn Fn(&str) -> String| text.lines().map(wrap).collect::<String>();
    let docx = wrap(&|line| format!("<w:p><w:r><w:t>{line}</w:t></w:r></w:p>"));
    let odt = wrap(&|line| format!("<text:p>{line}</text:p>"));
    let paragraphs = wrap(&|line| format!("<p>{line}</p>\n"));
    let breaks = wrap(&|line| format!("{line}<br>\n"));
    let divisions = wrap(&|line| format!("<div>{}</div>", if line.is_empty() { "<br>" } else { line }));
    let page = |body: &str| format!("<html><body>{body}</body></html>").into_bytes();
    [
        ("docx", office::docx(&docx, "")),
        ("odt", office::odt("", &odt)),
        ("paragraphs", page(&paragraphs)),
        ("line breaks", page(&breaks)),
        ("divisions", page(&divisions)),
    ]
}

fn note(bytes: &[u8]) -> ConceptNote {
    read(bytes, None, &[]).unwrap().note
}

#[test]
fn typed_lines_are_mended_in_every_format() {
    let expected = note(TYPED.as_bytes());
    assert_eq!(expected.questions.len(), 3);
    assert_eq!(expected.sections[0].paragraphs.len(), 2);
    for (format, bytes) in files(TYPED) {
        assert_eq!(note(&bytes), expected, "{format}");
    }
}

#[test]
fn short_paragraphs_stay_apart() {
    // a line break alone begins no paragraph
    for (format, bytes) in files(SHORT).into_iter().filter(|(format, _)| *format != "line breaks") {
        let note = note(&bytes);
        let said = |section: &Section| {
            let paragraphs = section.paragraphs.iter().map(|paragraph| paragraph.text.clone());
            section.heading.clone().into_iter().chain(paragraphs).collect::<Vec<_>>()
        };
        let said: Vec<String> = note.sections.iter().flat_map(said).collect();
        for line in
            SHORT.lines().skip(2).take_while(|line| *line != "Guiding questions").filter(|line| !line.is_empty())
        {
            assert!(said.iter().any(|text| text == line), "{format}, {line}: {said:?}");
        }
        assert_eq!(note.questions.len(), 3, "{format}");
    }
}
