//! A row under the name of a column of questions: what its cells ask may be several questions.

use super::super::sentence::ends_asking;

/// A row: what stands before its entries and names none of them, and these.
pub(in crate::concept_note) type Entries<P> = (Vec<P>, Vec<Vec<P>>);

/// The entries that a row makes, given the paragraphs of its cells, which of these stands under the name of the questions,
/// and the words of a paragraph: none where that cell says nothing, else one, or one for each question where a cell asks
/// several.
///
/// What the one cell before that one says names each of them; several, as the hour, the session and the speakers of a
/// programme, stand before them. In it, what asks nothing belongs to the question above it, and to the first one where
/// none is above; what the cells behind it say belongs to the last. No word is lost.
pub(in crate::concept_note) fn entries<P: Clone>(
    mut cells: Vec<Vec<P>>,
    question: Option<usize>,
    text: impl Fn(&P) -> &str,
) -> Entries<P> {
    let asks = |paragraph: &P| ends_asking(text(paragraph).trim());
    let question = question.filter(|at| *at < cells.len());
    if question.is_some_and(|at| cells[at].is_empty()) && !cells.iter().flatten().any(asks) {
        return (cells.into_iter().flatten().collect(), Vec::new());
    }
    let several_before = |at: &usize| cells[..*at].iter().filter(|cell| !cell.is_empty()).count() > 1;
    let before = question.filter(several_before).map(|at| cells.drain(..at).flatten().collect()).unwrap_or_default();
    let several = |cell: &Vec<P>| cell.iter().filter(|paragraph| asks(paragraph)).count() > 1;
    let Some(at) = cells.iter().position(several) else {
        return (before, vec![cells.into_iter().flatten().collect()]);
    };
    let behind: Vec<P> = cells.drain(at + 1..).flatten().collect();
    let cell = cells.pop().unwrap_or_default();
    let name: Vec<P> = cells.into_iter().flatten().collect();
    let mut entries: Vec<Vec<P>> = Vec::new();
    let mut preface = Vec::new();
    for paragraph in cell {
        match entries.last_mut() {
            Some(entry) if !asks(&paragraph) => entry.push(paragraph),
            None if !asks(&paragraph) => preface.push(paragraph),
            _ => entries.push(name.iter().cloned().chain(preface.drain(..)).chain([paragraph]).collect()),
        }
    }
    entries.last_mut().into_iter().for_each(|last| last.extend(behind.iter().cloned()));
    (before, entries)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(cells: &[&[&'static str]]) -> Vec<Vec<&'static str>> {
        entries(cells.iter().map(|cell| cell.to_vec()).collect(), None, |text| *text).1
    }

    #[test]
    fn each_question_of_a_cell_is_an_entry_under_the_row_s_name() {
        assert_eq!(read(&[&["Law"], &["Who?", "Why?"], &["10"]]), [vec!["Law", "Who?"], vec!["Law", "Why?", "10"]]);
        assert_eq!(read(&[&["Law"], &["Who?", "Say why."]]), [["Law", "Who?", "Say why."]]);
        assert_eq!(read(&[&["Law"], &["The price", "The oil"]]), [["Law", "The price", "The oil"]]);
        let between = read(&[&["Law"], &["Who?", "Say why.", "When?"]]);
        assert_eq!(between, [vec!["Law", "Who?", "Say why."], vec!["Law", "When?"]]);
        let before = read(&[&["Law"], &["Laws are many.", "Who?", "Why?"]]);
        assert_eq!(before, [vec!["Law", "Laws are many.", "Who?"], vec!["Law", "Why?"]]);
    }

    #[test]
    fn of_a_programme_only_the_questions_are_entries() {
        let rows = |cells: &[&[&'static str]]| {
            entries(cells.iter().map(|cell| cell.to_vec()).collect(), Some(2), |text| *text)
        };
        assert_eq!(rows(&[&["9 a.m."], &["Opening"], &[]]), (vec!["9 a.m.", "Opening"], vec![]));
        assert_eq!(rows(&[&["9 a.m."], &["Part 1"], &["Who?"]]), (vec!["9 a.m.", "Part 1"], vec![vec!["Who?"]]));
        let several = (vec!["9 a.m.", "A", "B"], vec![vec!["Who?"], vec!["Why?", "10"]]);
        assert_eq!(rows(&[&["9 a.m."], &["A", "B"], &["Who?", "Why?"], &["10"]]), several);
        assert_eq!(rows(&[&[], &["Law"], &["Who?"]]), (vec![], vec![vec!["Law", "Who?"]]));
        assert_eq!(rows(&[&["Who?"], &["Law"], &[]]).1.len(), 1, "it asks elsewhere");
    }
}
