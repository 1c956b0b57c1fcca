//! The columns of a table of questions, by the names in its first row: which of them say nothing of what is asked.

use super::super::markers;
use super::super::sentence::{asks, ends_clause};
use super::VALUE;

/// Most words of a column's name.
const COLUMN: usize = 10;

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Column {
    Questions,
    /// What is to be filled in, or how.
    Answers,
    /// A number, a theme, a speaker, a page.
    Other,
}

/// The columns of a table of questions, in order.
#[derive(Clone, Debug, Default)]
pub(in crate::concept_note) struct Columns(Vec<Column>);

impl Columns {
    /// Those that the cells of a table's first row name; none where none of them is that of the questions.
    pub fn named(cells: &[&str]) -> Option<Columns> {
        let named = |cell: &&str| {
            let short = cell.split_whitespace().count() <= COLUMN && cell.chars().count() <= COLUMN * 6;
            short && !asks(cell)
        };
        let column = |cell: &&str| match cell.trim() {
            cell if markers::names_questions(cell) => Column::Questions,
            cell if markers::names_answers(cell) => Column::Answers,
            _ => Column::Other,
        };
        let columns: Vec<Column> = cells.iter().map(column).collect();
        let named = cells.len() > 1 && cells.iter().all(named) && columns.contains(&Column::Questions);
        named.then_some(Columns(columns))
    }

    /// Which of so many cells of a row stands in the column of the questions; none where the row has more or fewer than the
    /// first.
    pub fn question(&self, cells: usize) -> Option<usize> {
        let at = self.0.iter().position(|column| *column == Column::Questions);
        at.filter(|_| cells == self.0.len())
    }

    /// Whether what a cell says stands beside the question of its row and is no part of it: an answer, or a few words
    /// behind it, such as to whom it is put or where it is printed. What stands before it names it. `cells` are those of
    /// the row, which may have more or fewer than the first.
    pub fn is_beside<'a>(&self, at: usize, cells: usize, paragraphs: impl Iterator<Item = &'a str>) -> bool {
        let behind = self.0.iter().rposition(|column| *column == Column::Questions).is_some_and(|last| at > last);
        let value = |(words, says): (usize, bool), text: &str| {
            (words + text.split_whitespace().count(), says || asks(text) || ends_clause(text))
        };
        let is_value = || matches!(paragraphs.fold((0, false), value), (..=VALUE, false));
        behind && cells == self.0.len() && (self.0[at] == Column::Answers || is_value())
    }
}

/// Whether the name of a column of questions is their heading: it announces them, and none of the lines above does.
pub(in crate::concept_note) fn heads<'a>(name: &str, mut above: impl Iterator<Item = &'a str>) -> bool {
    markers::is_question_heading(name) && !above.any(markers::is_question_heading)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_column_of_the_questions_is_named_in_each_language() {
        for head in [["Theme", "Question"], ["Thème", "Questions"], ["Tema", "Pregunta"], ["Тема", "Вопрос"]]
        {
            assert!(Columns::named(&head).is_some(), "{head:?}");
        }
        assert!(Columns::named(&["主题", "问题"]).is_some() && Columns::named(&["الموضوع", "السؤال"]).is_some());
        for head in [["Theme", "Speaker"], ["Question", "How can it be?"]] {
            assert!(Columns::named(&head).is_none(), "{head:?}");
        }
    }

    #[test]
    fn a_few_words_behind_a_question_and_every_answer_stand_beside_it() {
        let beside = |head: &[&str], cell: &str| {
            let last = head.len() - 1;
            Columns::named(head).is_some_and(|columns| columns.is_beside(last, head.len(), [cell].into_iter()))
        };
        for (name, cell) in [("Addressed to", "States"), ("Page", "12"), ("Délai", "1er mai"), ("Кому", "Всем")]
        {
            assert!(beside(&["No.", "Question", name], cell), "{name}");
        }
        for cell in ["The count of last year was four.", "Since when?", "namely:", &"a word ".repeat(VALUE)] {
            assert!(!beside(&["Question", "Background"], cell), "{cell}");
        }
        let sentence = "Please write here, in not more than two hundred words.";
        for head in ["Your answer", "Response", "Réponse", "Respuesta", "Ответ", "答复", "الإجابة"] {
            assert!(beside(&["Question", head], sentence), "{head}");
        }
        assert!(!beside(&["Theme", "Question"], "Who pays"));
        let columns = Columns::named(&["Question", "Page"]).unwrap();
        assert!(!columns.is_beside(1, 3, ["12"].into_iter()), "cells that none of the names is over");
        assert!(!Columns::named(&["Theme", "Question"]).unwrap().is_beside(0, 2, ["Law"].into_iter()));
    }
}
