//! Tables of facts: rows of a name and what stands for it, one of them known by its name, are as many pairs.

use super::hyphens::Words;
use super::rows::Row;
use crate::concept_note::{deadlines, markers, table};

/// How far apart the values of two rows may begin, in points.
const EVEN: f32 = 2.0;

/// Which of these paragraphs are facts of a table, and the name and value of each.
pub(super) fn cells(paragraphs: &[&[&Row]], words: &Words) -> Vec<(usize, Vec<String>)> {
    let facts: Vec<(usize, Option<Fact<'_>>)> = paragraphs.iter().map(|rows| Fact::of(rows)).enumerate().collect();
    let tables =
        facts.chunk_by(|(_, above), (_, fact)| above.as_ref().zip(fact.as_ref()).is_some_and(|(a, b)| a.is_even(b)));
    let known = tables
        .filter(|table| table.len() > 1 && table.iter().filter_map(|(_, fact)| fact.as_ref()).any(Fact::is_known));
    known.flatten().filter_map(|(at, fact)| Some((*at, fact.as_ref()?.cells(words)))).collect()
}

/// Whether a row is a further one of the value that stands beside a name in this row.
pub(super) fn goes_on(fact: &Row, row: &Row) -> bool {
    let at = place(fact);
    let even = at.is_some_and(|at| ((if fact.from_right { row.end } else { row.x }) - at).abs() < EVEN);
    even && row.cells.is_empty() && fact.text.split_once('\t').is_some_and(|(name, _)| table::names(name))
}

/// Where the value of a row with one wide gap begins.
fn place(row: &Row) -> Option<f32> {
    let [cell] = row.cells[..] else {
        return None;
    };
    let ends = || row.words.iter().map(|(_, end)| *end).filter(|end| *end < cell).reduce(f32::max);
    if row.from_right { ends() } else { Some(cell) }
}

/// A name and its value on the rows of a paragraph.
struct Fact<'a> {
    name: &'a str,
    value: &'a str,
    further: &'a [&'a Row],
    /// Where the value begins.
    at: f32,
}

impl<'a> Fact<'a> {
    /// What the rows say, if they may be a fact: one wide gap in the first row alone.
    fn of(rows: &'a [&'a Row]) -> Option<Fact<'a>> {
        let (first, further) = rows.split_first()?;
        let at = place(first)?;
        let (name, value) = first.text.split_once('\t')?;
        let is_fact = table::are_facts(&[name, value]) && !name.contains(char::is_numeric);
        let frame = markers::is_masthead(name) || markers::is_masthead(value);
        let one = further.iter().all(|row| goes_on(first, row));
        (is_fact && !frame && one).then_some(Fact { name, value, further, at })
    }

    /// Whether the fact of the next paragraph stands in the same table.
    fn is_even(&self, next: &Fact<'_>) -> bool {
        (self.at - next.at).abs() < EVEN
    }

    /// Whether its name is one that tables of facts have.
    fn is_known(&self) -> bool {
        markers::is_fact_name(self.name) || deadlines::is_name(self.name)
    }

    /// Name and value, each in one line.
    fn cells(&self, words: &Words) -> Vec<String> {
        let mut value = self.value.to_owned();
        self.further.iter().for_each(|row| words.append(&mut value, &row.text));
        vec![self.name.to_owned(), value]
    }
}
