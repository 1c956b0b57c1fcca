//! Tables of questions: a row whose first cell is but a number is an entry with that label, and so is each row under a
//! head that names a column of questions. Tables of facts: a cell that is
//! but a name belongs to what the cell beside it says, and heads nothing.

mod columns;
mod entries;

use super::numbering;
use super::sentence::{ends_clause, ends_sentence};
pub(super) use columns::{Columns, heads};
pub(super) use entries::entries;

/// Most words of a cell that names what stands in the next one ("Date:").
const NAME: usize = 5;

/// Most words of a cell that says what a name in the cell before it stands for.
const VALUE: usize = 24;

/// Most words of a sentence in such a cell; longer ones are a text.
const SENTENCE: usize = 8;

/// The label of a row that has none, where each row is an entry.
pub(super) const BULLET: &str = "•";

/// Whether a cell names with a colon what the cell beside it says.
pub(super) fn leads(cell: &str) -> bool {
    let cell = cell.trim();
    let words = cell.split_whitespace().count();
    (1..=NAME).contains(&words) && cell.ends_with([':', '：']) && !cell.contains('\n')
}

/// Whether a cell may be the name of what the cell beside it says: few words and no sentence.
pub(super) fn names(cell: &str) -> bool {
    let cell = cell.trim();
    let is_short = cell.split_whitespace().count() <= NAME && cell.chars().count() <= NAME * 12;
    is_short && !cell.is_empty() && !cell.contains('\n') && !ends_clause(cell)
}

/// Whether a cell with these paragraphs has few words.
pub(super) fn is_short<'a>(paragraphs: impl Iterator<Item = &'a str>) -> bool {
    let count =
        |(words, letters), text: &str| (words + text.split_whitespace().count(), letters + text.chars().count());
    let (words, letters): (usize, usize) = paragraphs.fold((0, 0), count);
    words <= VALUE && letters <= VALUE * 8
}

/// Whether a paragraph is a sentence of a text and no value of a fact.
pub(super) fn is_text(paragraph: &str) -> bool {
    let paragraph = paragraph.trim();
    ends_sentence(paragraph) && paragraph.split_whitespace().count() > SENTENCE
}

/// Whether the cells of a row, those with words, are a fact and its name, or short ones among several.
pub(super) fn are_facts(cells: &[&str]) -> bool {
    match cells {
        [name, value] => names(name) && is_short([*value].into_iter()) && !is_text(value),
        cells => cells.len() > 2 && cells.iter().all(|cell| is_short([*cell].into_iter())),
    }
}

/// The label that the first cell of a row gives to those after it, as written.
pub(super) fn label<'a>(cells: &[&'a str]) -> Option<&'a str> {
    let (first, others) = cells.split_first()?;
    let first = first.trim();
    let said = others.iter().any(|cell| cell.chars().any(char::is_alphabetic));
    let counts = numbering::number(first).is_some() || is_label(first);
    (said && counts && first.chars().any(char::is_alphanumeric)).then_some(first)
}

/// Whether a cell is but a label; the hour in a programme is none.
pub(super) fn is_label(cell: &str) -> bool {
    let cell = cell.trim();
    let minutes =
        |part: &str| part.len() == 2 && numbering::number(part).is_some_and(|part| part < 60 && part % 5 == 0);
    let hour = cell
        .split_once('.')
        .is_some_and(|(hour, rest)| numbering::number(hour).is_some_and(|hour| hour <= 24) && minutes(rest));
    numbering::is_label(cell) && !hour
}

/// Whether a row names the columns of the labelled rows under it: each of its cells has a few words.
pub(super) fn is_head(cells: &[&str], next: &[&str]) -> bool {
    let named = cells.iter().all(|cell| cell.split_whitespace().count() <= 6 && cell.chars().count() <= 60);
    cells.len() > 1 && named && label(cells).is_none() && label(next).is_some()
}

/// Whether a row under such a head is an entry without a label: several of its cells say something.
pub(super) fn is_entry(cells: &[&str]) -> bool {
    label(cells).is_none() && cells.iter().filter(|cell| !cell.trim().is_empty()).count() > 1
}

/// A label and its text as one line; what no mark sets off, a tab does.
pub(super) fn entry(label: &str, text: &str) -> String {
    let bare = label.ends_with(char::is_alphanumeric);
    format!("{label}{}{text}", if bare { '\t' } else { ' ' })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_with_a_number_alone_is_a_label() {
        for (cells, expected) in [
            (&["1", "How many?", "All"][..], Some("1")),
            (&[" 2. ", "How many?"], Some("2.")),
            (&["(a)", "How many?", ""], Some("(a)")),
            (&["Q3", "How many?"], Some("Q3")),
            (&["一", "谁？"], Some("一")),
            (&["1"], None),
            (&["1", "2027", ""], None),
            (&["Date", "3 May 2027"], None),
            (&["•", "Text"], None),
            (&["2027", "Text"], None),
            (&["10.00", "Opening"], None),
            (&["9.45", "Opening"], None),
            (&["2.1.", "How many?"], Some("2.1.")),
        ] {
            assert_eq!(label(cells), expected, "{cells:?}");
        }
        for (name, expected) in
            [("Date:", true), ("Working languages :", true), ("日期：", true), ("Date", false), ("", false)]
        {
            assert_eq!(leads(name), expected, "{name}");
        }
        assert!(are_facts(&["Organized by", "Malta"]) && are_facts(&["Year", "2024", "2025"]));
        assert!(!are_facts(&["Background", "This is a text of one sentence beside its heading."]));
        assert!(!are_facts(&["Left is a sentence.", "Right"]) && !are_facts(&["Alone"]));
        assert!(is_head(&["No.", "Question"], &["1", "How many?"]));
        assert!(!is_head(&["Venue", "Hall 3"], &["Date", "3 May"]));
        assert!(is_entry(&["Law", "Who guards?", "10"]) && !is_entry(&["1", "Who?"]) && !is_entry(&["Part one", ""]));
        assert_eq!([entry("1", "a"), entry("1.", "a")], ["1\ta", "1. a"]);
    }

    #[test]
    fn each_row_under_a_head_of_questions_is_one_question() {
        let rows = [["Thème", "Question", "Minutes"], ["Droit", "Qui veille ?", "10"], ["Argent", "Le prix", "5"]];
        let page: String = rows.iter().map(|row| ["<tr><td>", &row.join("</td><td>"), "</td></tr>"].concat()).collect();
        let page = format!(
            "<html><body><h1>Note de cadrage sur les mots</h1><h2>Questions d’orientation</h2><table>{page}</table>\
             </body></html>"
        );
        let lines: Vec<_> = rows.iter().map(|row| format!("| {} |", row.join(" | "))).collect();
        let (head, body) = lines.split_first().unwrap();
        let marked = format!(
            "# Note de cadrage sur les mots\n\n## Questions d’orientation\n\n{head}\n|---|---|---|\n{}\n",
            body.join("\n")
        );
        for (text, name) in [(page, "note.html"), (marked, "note.md")] {
            let note = super::super::read(text.as_bytes(), Some(name), &[]).unwrap().note;
            let asked: Vec<_> = note.questions.iter().map(|question| question.text.as_str()).collect();
            assert_eq!(asked, ["Droit\nQui veille ?", "Argent\nLe prix"], "{name}");
            assert_eq!(note.sections[0].paragraphs[0].items[1].text, "Argent\nLe prix\n5", "no word is lost");
        }
    }

    /// The questions of a page and of a text in Markdown with the same table, with what they say in its section.
    fn asked(rows: &[&[&str]]) -> [Vec<(String, String)>; 2] {
        let cells: Vec<String> =
            rows.iter().map(|row| ["<tr><td>", &row.join("</td><td>"), "</td></tr>"].concat()).collect();
        let page = format!(
            "<html><body><h1>Note on lamps</h1><h2>Questions</h2><table>{}</table></body></html>",
            cells.concat()
        );
        let mut lines: Vec<String> = rows.iter().map(|row| format!("| {} |", row.join(" | "))).collect();
        lines.insert(1, "|--".repeat(rows[0].len()) + "|");
        let marked = format!("# Note on lamps\n\n## Questions\n\n{}\n", lines.join("\n"));
        [(page, "note.html"), (marked, "note.md")].map(|(text, name)| {
            let note = super::super::read(text.as_bytes(), Some(name), &[]).unwrap().note;
            let items = note.sections.iter().flat_map(|section| &section.paragraphs).flat_map(|p| p.items.clone());
            let texts = note.questions.into_iter().map(|question| question.text);
            texts.zip(items.map(|item| item.text)).collect()
        })
    }

    #[test]
    fn several_questions_of_a_cell_are_as_many_entries_in_a_page_and_in_markdown() {
        let rows = [
            &["Theme", "Questions", "Minutes"][..],
            &["Law", "Laws are many.<br>Who keeps them?<br>Who reads them?", "10"],
            &["Oil", "Who pays?<br/>Please say how.<br />How much?", "20"],
        ];
        let expected = [
            ("Law\nLaws are many.\nWho keeps them?", ""),
            ("Law\nWho reads them?", "\n10"),
            ("Oil\nWho pays?\nPlease say how.", ""),
            ("Oil\nHow much?", "\n20"),
        ];
        let expected = expected.map(|(text, beside)| (text.to_owned(), format!("{text}{beside}")));
        assert_eq!(asked(&rows), [expected.to_vec(), expected.to_vec()]);
        let paragraphs = ["<p>Who pays?</p><p>How\nmuch?</p>", "<div>Who pays?</div><div>How much?</div>"];
        for cell in paragraphs {
            let [page, _] = asked(&[&["Theme", "Questions"], &["Oil", cell]]);
            let texts: Vec<&str> = page.iter().map(|(text, _)| text.as_str()).collect();
            assert_eq!(texts, ["Oil\nWho pays?", "Oil\nHow much?"], "{cell}");
        }
    }

    #[test]
    fn a_list_in_a_cell_has_its_own_entries_and_a_labelled_row_one() {
        let list = "<ul><li>Who pays?</li><li>How much?</li></ul>";
        let texts =
            |rows: &[&[&str]]| asked(rows).map(|read| read.into_iter().map(|(text, _)| text).collect::<Vec<_>>());
        for read in texts(&[&["Theme", "Questions"], &["Oil", list], &["Glass", list]]) {
            assert_eq!(read, ["Who pays?", "How much?", "Who pays?", "How much?"]);
        }
        for read in texts(&[&["No.", "Questions"], &["1", list], &["2", "Who reads?<br>Who writes?"]]) {
            assert_eq!(read, ["Who pays?\n• How much?", "Who reads?\nWho writes?"]);
        }
    }

    #[test]
    fn what_stands_behind_a_question_is_text_of_its_section() {
        for read in
            asked(&[&["No.", "Question", "Addressed to"], &["1", "Who pays?", "States"], &["2", "Who else?", "All"]])
        {
            let both = [("Who pays?", "Who pays?\nStates"), ("Who else?", "Who else?\nAll")];
            assert_eq!(read, both.map(|(text, item)| (text.to_owned(), item.to_owned())));
        }
    }

    #[test]
    fn a_programme_with_a_column_of_questions_asks_these_alone() {
        let rows = [
            &["Time", "Item", "Guiding questions"][..],
            &["9.00–9.30 a.m.", "Opening", ""],
            &["9.30–11.00 a.m.", "Session 1. Law", "Who keeps laws?<br>Who reads them?"],
            &["11.00 a.m.", "Lunch", ""],
            &["11.30 a.m.", "2. Oil", "Who pays?"],
        ];
        let cells: String =
            rows.iter().map(|row| ["<tr><td>", &row.join("</td><td>"), "</td></tr>"].concat()).collect();
        let page = format!("<html><body><h1>Note on lamps</h1><h2>Programme</h2><table>{cells}</table></body></html>");
        let mut lines: Vec<String> = rows.iter().map(|row| format!("| {} |", row.join(" | "))).collect();
        lines.insert(1, "|--|--|--|".into());
        let marked = format!("# Note on lamps\n\n## Programme\n\n{}\n", lines.join("\n"));
        for (text, name) in [(page, "note.html"), (marked, "note.md")] {
            let note = super::super::read(text.as_bytes(), Some(name), &[]).unwrap().note;
            let asked: Vec<_> = note.questions.iter().map(|question| question.text.as_str()).collect();
            assert_eq!(asked, ["Who keeps laws?", "Who reads them?", "Who pays?"], "{name}");
            let headings: Vec<_> = note.sections.iter().filter_map(|section| section.heading.as_deref()).collect();
            assert_eq!(headings, ["Programme", "Guiding questions"], "{name}");
            let said: Vec<_> = note.sections.iter().flat_map(|s| &s.paragraphs).map(|p| p.text.as_str()).collect();
            assert!(["Opening", "Lunch", "9.00–9.30 a.m."].iter().all(|word| said.contains(word)), "{said:?}");
        }
    }
}
