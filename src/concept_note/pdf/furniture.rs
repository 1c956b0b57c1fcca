//! What repeats on each page is no text: running heads, feet, page numbers.

use std::collections::HashMap;

use super::rows::Row;
use super::setting::LARGE;
use crate::concept_note::markers;
use crate::concept_note::numbering;
use crate::concept_note::page_number::is_page_number;
use crate::concept_note::sentence::{ends_sentence, has_sentence_end, starts_low};

/// How many rows at the head and at the foot of a page can be furniture.
const EDGE: usize = 4;

/// How far above the text the head of a page stands at least, in sizes of the text's letters.
const APART: f32 = 2.0;

/// How far in the first row of a paragraph stands at the most, in sizes.
const STANDS_IN: f32 = 2.5;

/// How far apart rows of a text are at the most, in sizes.
const CLOSE: f32 = 1.6;

/// Takes it out of the pages.
pub(super) fn remove(pages: &mut [Vec<Row>]) {
    let body = body_size(pages);
    for page in pages.iter_mut() {
        symbols(page);
    }
    repeated(pages, body);
    for page in pages.iter_mut() {
        numbers(page);
    }
    own_symbol(pages);
    for (at, page) in pages.iter_mut().enumerate() {
        alone(page, at == 0, body);
    }
}

/// Rows at the edges of a page, from above.
fn edges(page: &[Row]) -> Vec<usize> {
    let mut places: Vec<usize> = (0..page.len()).collect();
    places.sort_by(|a, b| page[*a].y.total_cmp(&page[*b].y));
    let foot = places.len().saturating_sub(EDGE).max(EDGE.min(places.len()));
    places[..EDGE.min(places.len())].iter().chain(&places[foot..]).copied().collect()
}

/// A row's words without what counts, and its height on the page.
fn key(row: &Row) -> (String, i32) {
    let word = |word: &str| word.chars().map(|c| if c.is_numeric() { '#' } else { c }).collect::<String>();
    let mut words: Vec<String> = row.text.split_whitespace().map(word).collect();
    // numbers among Arabic words may stand anywhere
    words.sort_unstable();
    let words = words.concat();
    #[expect(clippy::cast_possible_truncation, reason = "points on a page are few")]
    let height = (row.y / 6.0).round() as i32;
    (words, height)
}

/// Whether a row is set and worded as the text is, which may repeat on pages too: a line of a sentence, a question, the
/// heading of a section.
fn is_text(row: &Row, body: f32) -> bool {
    let text = row.text.trim();
    let words = text.split_whitespace().count();
    // Latin words in a row of Arabic may stand anywhere
    let sentence = starts_low(text) && !row.from_right || words >= 4 && (ends_sentence(text) || has_sentence_end(text));
    let labelled = || numbering::parse(text).is_some_and(|(label, _)| label.counts_alone());
    row.size >= body * 0.93 && (sentence || labelled() || markers::is_known_heading(text))
}

/// Heads and feet: the same words at the same height on half of the pages, or on those of one side.
fn repeated(pages: &mut [Vec<Row>], body: f32) {
    let mut counts: HashMap<(String, i32), usize> = HashMap::new();
    for page in pages.iter() {
        for at in edges(page) {
            *counts.entry(key(&page[at])).or_default() += 1;
        }
    }
    let least = 2.max(pages.len() * 2 / 5);
    let is_repeated = |row: &Row| {
        if is_text(row, body) {
            return false;
        }
        let (words, height) = key(row);
        // a height that lies between two steps counts for both
        let times = (height - 1..=height + 1).filter_map(|height| counts.get(&(words.clone(), height)));
        times.sum::<usize>() >= least
    };
    let heads = |page: &Vec<Row>| {
        let heads: Vec<usize> = edges(page).into_iter().filter(|at| is_repeated(&page[*at])).collect();
        let is_text = |at: &usize| {
            page.iter().enumerate().any(|(other, row)| !heads.contains(&other) && goes_with(&page[*at], row))
        };
        heads.iter().copied().filter(|at| !is_text(at)).collect::<Vec<_>>()
    };
    let heads: Vec<Vec<usize>> = pages.iter().map(heads).collect();
    // the symbol of a document may stand nowhere else
    let symbol = |row: &Row| markers::masthead_symbol(&row.text);
    let stays = |page: &[Row], heads: &[usize]| {
        let rest = page.iter().enumerate().filter(|(at, _)| !heads.contains(at));
        rest.filter_map(|(_, row)| symbol(row)).collect::<Vec<_>>()
    };
    let mut said: Vec<_> = pages.iter().zip(&heads).flat_map(|(page, heads)| stays(page, heads)).collect();
    for (page, mut heads) in pages.iter_mut().zip(heads) {
        heads.sort_unstable();
        for at in heads.into_iter().rev() {
            match symbol(&page[at]).filter(|symbol| !said.contains(symbol)) {
                Some(symbol) => said.push(symbol),
                None => drop(page.remove(at)),
            }
        }
    }
}

/// Whether two rows stand as close to each other as those of a text do, and begin at the same place or nearly.
fn goes_with(row: &Row, other: &Row) -> bool {
    let (apart, alike) = ((row.y - other.y).abs(), (row.size - other.size).abs() < row.size * 0.08);
    alike
        && apart > 0.0
        && apart < row.size * CLOSE
        && (row.x - other.x).abs() < row.size * STANDS_IN
        && row.column == other.column
}

/// The document's own symbol at the head or the foot of a page after the one that says it, be it on that page alone.
fn own_symbol(pages: &mut [Vec<Row>]) {
    let Some((first, others)) = pages.split_first_mut() else {
        return;
    };
    let own: Vec<_> = first.iter().filter_map(|row| markers::masthead_symbol(&row.text)).collect();
    for page in others {
        let places = edges(page);
        let mut places: Vec<usize> = [places.first(), places.last()].into_iter().flatten().copied().collect();
        places.sort_unstable();
        places.dedup();
        for at in places.into_iter().rev() {
            if markers::masthead_symbol(&page[at].text).is_some_and(|symbol| own.contains(&symbol)) {
                page.remove(at);
            }
        }
    }
}

/// The head of the only page that has one: smaller than the text and far above it, and no sentence; on the first page,
/// which may begin with small print, far above a title too. The symbol of a document stays, and so does a masthead.
fn alone(page: &mut Vec<Row>, is_first: bool, body: f32) {
    let mut places: Vec<usize> = (0..page.len()).collect();
    places.sort_by(|a, b| page[*a].y.total_cmp(&page[*b].y));
    if let [head, text, ..] = places[..] {
        let (row, below) = (&page[head], &page[text]);
        let apart = below.y - row.y > body * APART && row.size < body * 0.93 && below.size > row.size;
        let above_title = || !says_whose(&row.text) && (below.strong || below.size > body * LARGE);
        let is_head = markers::masthead_symbol(&row.text).is_none() && (!is_first || above_title());
        if apart && is_head && !ends_sentence(&row.text) {
            page.remove(head);
        }
    }
}

/// Whether the first words of a document say whose or of what kind it is.
fn says_whose(text: &str) -> bool {
    markers::is_masthead(text) || markers::is_office(text) || markers::is_fact(text) || markers::is_any(text)
}

/// Symbols at the edges of a page, without the page's number beside them.
fn symbols(page: &mut [Row]) {
    for at in edges(page) {
        let text = page[at].text.trim();
        let sides = [text.rsplit_once(char::is_whitespace), text.split_once(char::is_whitespace).map(|(a, b)| (b, a))];
        let beside = |(rest, number): &(&str, &str)| is_page_number(number) && markers::masthead_symbol(rest).is_some();
        let own = sides.into_iter().flatten().find(beside).map(|(rest, _)| rest.trim().to_owned());
        if let Some(own) = own {
            page[at].text = own;
        }
    }
}

/// Numbers at the edges of a page.
fn numbers(page: &mut Vec<Row>) {
    let mut places = edges(page);
    places.sort_unstable();
    for at in places.into_iter().rev() {
        if is_page_number(page[at].text.trim()) {
            page.remove(at);
        }
    }
}

/// The size most letters have.
pub(super) fn body_size(pages: &[Vec<Row>]) -> f32 {
    let mut counts: Vec<(f32, usize)> = Vec::new();
    for row in pages.iter().flatten() {
        let letters = row.text.len();
        match counts.iter_mut().find(|(size, _)| (size - row.size).abs() < 0.3) {
            Some((_, count)) => *count += letters,
            None => counts.push((row.size, letters)),
        }
    }
    counts.into_iter().max_by_key(|(_, count)| *count).map_or(1.0, |(size, _)| size)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A page whose lines stand apart as lines do, and its head and foot far from them.
    fn page(head: &str, text: &[&str], foot: &str) -> Vec<Row> {
        let row = |text: &str, y: f32| Row { text: text.to_owned(), y, size: 12.0, ..Row::default() };
        let mut rows = vec![row(head, 40.0)];
        rows.extend(text.iter().zip(0_u8..).map(|(text, at)| row(text, 100.0 + 15.0 * f32::from(at))));
        rows.push(row(foot, 700.0));
        rows
    }

    fn left(texts: [&[&str]; 3]) -> Vec<Vec<String>> {
        let mut pages: Vec<_> = texts.iter().map(|text| page("On ports", text, "Ministry of Ports")).collect();
        remove(&mut pages);
        pages.iter().map(|page| page.iter().map(|row| row.text.clone()).collect()).collect()
    }

    #[test]
    fn heads_and_feet_that_repeat_are_taken_out() {
        assert_eq!(
            left([&["Ports are old."], &["Some are deep."], &["Few are free."]]),
            [["Ports are old."], ["Some are deep."], ["Few are free."]]
        );
    }

    #[test]
    fn a_symbol_beside_the_number_of_a_page_stays_once() {
        for (first, second) in [("S/2031/417\t1", "S/2031/417\t2"), ("1/2 S/2031/417", "2/2 S/2031/417")] {
            let mut pages = vec![page(first, &["Ports are old."], "1"), page(second, &["Some are deep."], "2")];
            remove(&mut pages);
            let read: Vec<&str> = pages.iter().flatten().map(|row| row.text.as_str()).collect();
            assert_eq!(read, ["S/2031/417", "Ports are old.", "Some are deep."]);
        }
    }

    #[test]
    fn questions_and_lines_of_sentences_stay_though_they_repeat() {
        let asked = [
            "Guiding questions",
            "9. Who dredges the port, and",
            "which agency is in charge?",
            "What is the depth of it?",
        ];
        assert_eq!(left([&asked, &asked, &asked]), [asked, asked, asked]);
    }
}
