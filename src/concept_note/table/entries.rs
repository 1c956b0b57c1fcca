//! A row under the name of a column of questions: what its cells ask may be several questions.

/// The entries that a row makes, given the paragraphs of its cells and which of them ask: one, or one for each question
/// where a cell asks several.
///
/// What the cells before that one say names each of them. In it, what asks nothing belongs to the question above it, and
/// to the first one where none is above; what the cells behind it say belongs to the last. No word is lost.
pub(in crate::concept_note) fn entries<P: Clone>(mut cells: Vec<Vec<P>>, asks: impl Fn(&P) -> bool) -> Vec<Vec<P>> {
    let several = |cell: &Vec<P>| cell.iter().filter(|paragraph| asks(paragraph)).count() > 1;
    let Some(at) = cells.iter().position(several) else {
        return vec![cells.into_iter().flatten().collect()];
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
    entries
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(cells: &[&[&'static str]]) -> Vec<Vec<&'static str>> {
        entries(cells.iter().map(|cell| cell.to_vec()).collect(), |text| text.ends_with('?'))
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
}
