//! The law of the questions' list, in every format: under the questions' heading, an entry that carries the next number in
//! the form of the list belongs to it, whatever its text is.

use rapporteur::concept_note::read;

use crate::support::office;

/// How labels of a list are written; the entries of a nested list have another form.
type Form = fn(usize) -> String;

const FORMS: &[(&str, Form)] = &[
    ("1.", |n| format!("{n}.")),
    ("1)", |n| format!("{n})")),
    ("(1)", |n| format!("({n})")),
    ("a.", |n| format!("{}.", letter('a', n))),
    ("a)", |n| format!("{})", letter('a', n))),
    ("(a)", |n| format!("({})", letter('a', n))),
    ("A.", |n| format!("{}.", letter('A', n))),
    ("i.", |n| format!("{}.", ["i", "ii", "iii", "iv", "v"][n - 1])),
    ("(i)", |n| format!("({})", ["i", "ii", "iii", "iv", "v"][n - 1])),
    ("I.", |n| format!("{}.", ["I", "II", "III", "IV", "V"][n - 1])),
    ("Question 1:", |n| format!("Question {n}:")),
    ("(أ)", |n| format!("({})", ["أ", "ب", "ج", "د", "هـ"][n - 1])),
    ("（一）", |n| format!("（{}）", ["一", "二", "三", "四", "五"][n - 1])),
    ("一、", |n| format!("{}、", ["一", "二", "三", "四", "五"][n - 1])),
];

fn letter(first: char, n: usize) -> char {
    char::from_u32(u32::from(first) + u32::try_from(n).unwrap() - 1).unwrap()
}

/// What an entry of a list is.
#[derive(Clone, Copy, Debug)]
enum Entry {
    Question,
    Topic,
    /// A topic over a list of its own.
    Nested,
    /// A question with a further paragraph.
    Further,
}

const ENTRIES: [Entry; 4] = [Entry::Question, Entry::Topic, Entry::Nested, Entry::Further];

/// How far in a line stands and what it says; the first has the entry's label.
type Lines = Vec<(usize, String)>;

impl Entry {
    fn lines(self, nested: Form) -> Lines {
        let line = |depth: usize, text: &str| (depth, text.to_owned());
        let sub = |n: usize, text: &str| (1, format!("{} {text}", nested(n)));
        match self {
            Entry::Question => vec![line(0, "Who keeps the register of ferries, and since when?")],
            Entry::Topic => vec![line(0, "Ferries of wood and those who mend them")],
            Entry::Nested => {
                vec![line(0, "The price of a crossing"), sub(1, "at night;"), sub(2, "in the months of high water")]
            }
            Entry::Further => vec![
                line(0, "What do passengers pay?"),
                line(0, "Figures of the last year are of help, even if they are not complete."),
            ],
        }
    }
}

const INTRODUCTION: &str = "Participants are invited to prepare their statements with the following in mind.";
const BACKGROUND: &str = "Ferries are older than bridges, and in many places they are the only way across a river.";
const AFTER: &str = "A summary will be sent to all participants before it is made public.";

/// A note as a text, as a web page and as a document, with the same paragraphs.
fn files(list: &[(usize, String)]) -> [(&'static str, Vec<u8>); 4] {
    let paragraphs = |paragraph: &dyn Fn(usize, &str) -> String, heading: &dyn Fn(&str) -> String| {
        let list: String = list.iter().map(|(depth, text)| paragraph(*depth, text)).collect();
        format!(
            "{}{}{}{}{}{list}{}{}",
            heading("Concept note: ferries"),
            heading("Background"),
            paragraph(0, BACKGROUND),
            heading("Guiding questions"),
            paragraph(0, INTRODUCTION),
            heading("Next steps"),
            paragraph(0, AFTER)
        )
    };
    let text = paragraphs(&|depth, text| format!("{}{text}\n\n", "    ".repeat(depth)), &|text| format!("{text}\n\n"));
    let flat = paragraphs(&|_, text| format!("{text}\n\n"), &|text| format!("{text}\n\n"));
    let page = paragraphs(&|_, text| format!("<p>{text}</p>"), &|text| format!("<h2>{text}</h2>"));
    let set = |style: &str, text: &str| {
        format!("<w:p><w:pPr>{style}</w:pPr><w:r><w:t xml:space=\"preserve\">{text}</w:t></w:r></w:p>")
    };
    let document = paragraphs(&|depth, text| set(&format!("<w:ind w:left=\"{}\"/>", depth * 720), text), &|text| {
        set("<w:pStyle w:val=\"berschrift1\"/>", text)
    });
    [
        ("text", text.into_bytes()),
        ("text without margins", flat.into_bytes()),
        ("web page", format!("<html><body>{page}</body></html>").into_bytes()),
        ("document", office::docx(&document, "")),
    ]
}

#[test]
fn the_next_number_belongs_to_the_list_of_questions() {
    let mut wrong = Vec::new();
    for (name, form) in FORMS {
        let nested = if name.contains(['a', 'i']) { FORMS[1].1 } else { FORMS[4].1 };
        for sequence in 0..ENTRIES.len().pow(2) {
            let entries = [sequence % 4, sequence / 4].map(|at| ENTRIES[at]);
            if matches!(entries[0], Entry::Nested) && form(1).starts_with(['A', 'I', '一']) {
                continue; // a theme with its questions looks the same
            }
            // what stands behind the last entry may be no part of it
            let entries = [entries[0], entries[1], Entry::Topic, Entry::Nested, Entry::Question];
            let (mut list, mut expected) = (Lines::new(), Vec::new());
            for (at, entry) in entries.iter().enumerate() {
                let label = form(at + 1);
                let lines = entry.lines(nested);
                let texts: Vec<&str> = lines.iter().map(|(_, text)| text.as_str()).collect();
                expected.push((label.trim_end_matches(':').to_owned(), texts.join("\n")));
                let first = (0, format!("{label} {}", texts[0]));
                list.extend(std::iter::once(first).chain(lines[1..].iter().cloned()));
            }
            for (format, bytes) in files(&list) {
                let note = read(&bytes, None, &[]).unwrap().note;
                let read: Vec<_> = note.questions.iter().map(|q| (q.label.clone(), q.text.clone())).collect();
                if read != expected {
                    wrong.push(format!("{format}, {name}, {entries:?}:\n  read     {read:?}\n  expected {expected:?}"));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{} of the notes:\n{}", wrong.len(), wrong.join("\n"));
}
