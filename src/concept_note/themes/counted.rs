//! Headings that count over the questions: "Session I" and "Session II", "Theme 1. Light" and "Theme 2. Glass", 第一场 and 第二场.

use std::collections::{BTreeSet, HashMap};

use super::super::blocks::Block;
use super::super::language::{ALL, fold, is_wide};
use super::super::numbering::{Kind, counts};
use super::{is_behind_question, is_over_questions};

/// Most words before the number or behind the ordinal: "Thematic cluster 2".
const MOST_WORDS: usize = 3;

/// Longest text before the number and with it, in characters: each place in it is looked at.
const LONGEST_HEAD: usize = 40;

/// What divides such a heading's number from its title.
const MARKS: [char; 10] = ['.', ':', '：', ',', '，', '、', '(', '（', '–', '—'];

/// What counts in a heading, without its number, and how that is written.
type Form = (String, Kind);

/// The places of lines over questions that go on with one another in the order of one form.
pub(super) fn headings(blocks: &[Block]) -> BTreeSet<usize> {
    let mut last: HashMap<Form, (usize, u32)> = HashMap::new();
    let mut found = BTreeSet::new();
    for at in (0..blocks.len()).filter(|at| is_over_questions(blocks, *at)) {
        let behind = is_behind_question(blocks, at);
        for (form, place) in forms(&blocks[at].text) {
            let goes_on = |(above, before): &(usize, u32)| {
                behind && *before + 1 == place && (*before == 1 || found.contains(above))
            };
            let above = last.insert(form, (at, place)).filter(goes_on);
            if let Some((above, _)) = above {
                found.extend([above, at]);
            }
        }
    }
    found
}

/// All that a heading may count, each with its place: sessions, 2.
fn forms(text: &str) -> Vec<(Form, u32)> {
    let head = text.split(MARKS).next().unwrap_or_default().trim();
    if head.chars().nth(LONGEST_HEAD).is_some() {
        return Vec::new();
    }
    let (form, counted) = if text.contains(is_wide) { wide_form(head) } else { worded(head) };
    counted.into_iter().map(|(kind, place)| ((form.clone(), kind), place)).collect()
}

/// "Session I", "Theme 2 Light", "First session".
fn worded(head: &str) -> (String, Vec<(Kind, u32)>) {
    let words: Vec<&str> = head.split_whitespace().collect();
    let near = words.len().min(1 + MOST_WORDS);
    let Some(at) = (0..near).find(|at| !counts(words[*at]).is_empty()) else {
        return (String::new(), Vec::new());
    };
    // no "Council of 15 members"
    let title = words.get(at + 1).is_none_or(|next| !next.starts_with(char::is_lowercase));
    let named = if at == 0 { &words[1..near] } else { &words[..at] };
    let counted = if named.is_empty() || at > 0 && !title { Vec::new() } else { counts(words[at]) };
    (fold(&named.join(" ")), counted)
}

/// Where no blank divides words: 第二场, 主题二.
fn wide_form(head: &str) -> (String, Vec<(Kind, u32)>) {
    let nth = ALL.iter().flat_map(|language| language.nth).filter(|(word, _)| head.starts_with(word));
    if let Some((word, place)) = nth.max_by_key(|(word, _)| word.len()) {
        return (head[word.len()..].to_owned(), vec![(Kind::Ordinal, *place)]);
    }
    let ends = head.char_indices().map(|(at, _)| at).skip(1);
    let mut read = ends.map(|at| (head[..at].to_owned(), counts(&head[at..])));
    read.find(|(_, counted)| !counted.is_empty()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::super::tests::found;
    use super::*;

    fn headed(text: &str) -> Vec<String> {
        found(text, headings)
    }

    #[test]
    fn a_word_without_end_takes_no_time() {
        let begun = std::time::Instant::now();
        let line = format!("第{}", "x".repeat(20_000));
        assert_eq!(headed(&format!("Questions\n\n{line}\n\n1. Who plans?\n\n2. Who pays?\n")), Vec::<String>::new());
        assert!(begun.elapsed() < std::time::Duration::from_secs(2), "{:?}", begun.elapsed());
    }

    #[test]
    fn a_line_that_goes_on_in_the_order_of_one_above_is_a_heading_as_that() {
        let list = "Questions\n\n{1}\n\n1. Who plans?\n\n2. Who pays?\n\n{2}\n\n3. Who reads?\n\n4. Who counts?\n";
        let plain = list.replace("1. ", "").replace("2. ", "").replace("3. ", "").replace("4. ", "");
        for (first, second) in [
            ("Session I", "Session II"),
            ("Panel A:", "Panel B:"),
            ("Theme 1. Light", "Theme 2. Glass"),
            ("Part one", "Part two"),
            ("First session (morning)", "Second session (afternoon)"),
            ("Volet 1 : le verre", "Volet 2 : la lampe"),
            ("Segmento A: la luz", "Segmento B: el vidrio"),
            ("Тема 1. Свет", "Тема 2. Стекло"),
            ("第一场", "第二场"),
            ("主题一：灯光", "主题二：玻璃"),
            ("المحور الأول: الضوء", "المحور الثاني: الزجاج"),
        ] {
            for list in [list, plain.as_str(), &list.replace("\n\n", "\n")] {
                let text = list.replace("{1}", first).replace("{2}", second);
                assert_eq!(headed(&text), [first, second], "{text}");
            }
        }
    }

    #[test]
    fn lines_of_other_forms_and_other_orders_are_none() {
        let list = "Questions\n\n{1}\n\n1. Who plans?\n\n2. Who pays?\n\n{2}\n\n3. Who reads?\n";
        for (first, second) in
            [("Session I", "Session III"), ("Session I", "Panel II"), ("Session II", "Session III"), ("Light", "Glass")]
        {
            assert_eq!(headed(&list.replace("{1}", first).replace("{2}", second)), Vec::<String>::new());
        }
        let programme = "Programme\n\nSession 1\n\nThe lamps are lit.\n\nSession 2\n\nThey are put out.\n";
        assert_eq!(headed(programme), Vec::<String>::new());
    }
}
