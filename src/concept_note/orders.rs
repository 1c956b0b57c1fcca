//! Labels that only their order sets off: `1.1 Text` after `1 Heading`, with a blank and nothing else behind the number,
//! and `B2. Text` after `B1. Text`.
//!
//! So are labels of rare forms at the head of questions ([`rare`]), and bullets that a word processor's `o` became when it was pasted.
//!
//! One such line alone may begin with a figure. Where the numbers begin at one and go on, they are labels: their blank
//! becomes a tab, and from there they are read as any label is.

mod rare;

use std::collections::HashMap;

use super::dates;
use super::headings::is_date_line;
use super::language::is_wide;
use super::lines::Line;
use super::numbering;
use super::sentence::{ends_clause, ends_sentence, starts_low};

/// Longest heading that a number alone may begin, in words and in Chinese characters.
const LONGEST: (usize, usize) = (12, 30);

/// Sets labels off by a tab where their order shows that they are labels.
pub(super) fn set_off(lines: &mut [Line]) {
    round_bullets(lines);
    let candidates: Vec<(usize, Candidate)> =
        lines.iter().enumerate().filter_map(|(at, line)| Some((at, candidate(line)?))).collect();
    // with each number above, the last one that went on from one
    let mut last: HashMap<&str, u32> = HashMap::new();
    let mut count = HashMap::new();
    let mut ordered = Vec::new();
    for (at, candidate) in &candidates {
        let last = last.entry(&candidate.above).or_default();
        if candidate.place == *last + 1 {
            *last = candidate.place;
            *count.entry(candidate.kind()).or_insert(0_usize) += 1;
            ordered.push((*at, candidate));
        }
    }
    let lonely = |candidate: &Candidate| count.get(&candidate.kind()).is_none_or(|count| *count < 2);
    for (at, candidate) in ordered.into_iter().filter(|(_, candidate)| !lonely(candidate)) {
        lines[at].text.replace_range(candidate.blank..=candidate.blank, "\t");
    }
    rare::take(lines);
}

/// Makes bullets of each `o` that begins a line where no sentence goes on ("o" is a word in Spanish), if there are two.
fn round_bullets(lines: &mut [Line]) {
    let round = |line: &Line| line.text.strip_prefix('o').is_some_and(|rest| rest.starts_with([' ', '\t']));
    let mut bullets: Vec<usize> = Vec::new();
    for at in (0..lines.len()).filter(|at| round(&lines[*at])) {
        let above = at.checked_sub(1).map(|above| &lines[above]).filter(|_| !lines[at].gap);
        let begins = above.is_none_or(|above| {
            let in_list = || numbering::parse(&above.text).is_some() && lines.get(at + 1).is_some_and(round);
            bullets.last() == Some(&(at - 1)) || ends_clause(&above.text) || in_list()
        });
        if begins || lines[at].text.starts_with("o\t") {
            bullets.push(at);
        }
    }
    for at in bullets.iter().copied().filter(|_| bullets.len() > 1) {
        lines[at].text.replace_range(..1, "◦");
    }
}

/// A line that begins with a number which may be its label.
struct Candidate {
    /// What the number stands under: `1` for `1.2`, nothing for `1`.
    above: String,
    place: u32,
    /// Where the blank after it stands.
    blank: usize,
}

impl Candidate {
    /// Numbers of headings and numbers under them are told apart.
    fn kind(&self) -> bool {
        self.above.is_empty()
    }
}

fn candidate(line: &Line) -> Option<Candidate> {
    let (number, text) = line.text.split_once(' ')?;
    // three numbers are no figure in a text, so that what they number may begin low
    let low = starts_low(text) && number.split('.').filter(|part| !part.is_empty()).count() < 3;
    if line.label.is_some() || number.len() > 12 || low || !text.starts_with(begins) {
        return None;
    }
    let blank = number.len();
    if let Some((letter, place)) = numbering::letter_and_number(number) {
        return Some(Candidate { above: letter.to_string(), place, blank });
    }
    if let Some((above, last)) = number.rsplit_once('.') {
        let numbers = || number.split('.');
        let all = numbers().all(|n| (1..=2).contains(&n.len()) && n.bytes().all(|b| b.is_ascii_digit()));
        let place = last.parse().ok().filter(|_| all && numbers().count() <= 4)?;
        return Some(Candidate { above: above.to_owned(), place, blank });
    }
    let place = numbering::number(number)?;
    let wide = text.chars().filter(|c| is_wide(*c)).count();
    let short = text.split_whitespace().count() <= LONGEST.0 && wide <= LONGEST.1 && !ends_sentence(text);
    let heads = (line.gap || line.level > 0) && short && !is_date_line(&line.text);
    let day = || dates::find_days(&line.text, Some(chrono::NaiveDate::MIN)).first().is_some_and(|(day, _)| day.at == 0);
    (heads && !day()).then(|| Candidate { above: String::new(), place, blank })
}

/// What a text after a label begins with.
fn begins(c: char) -> bool {
    c.is_alphabetic() || "«“\"¿".contains(c)
}

#[cfg(test)]
mod tests {
    use super::super::lines::lines;
    use super::*;

    fn set(text: &str) -> Vec<String> {
        let mut lines = lines(text);
        set_off(&mut lines);
        lines.into_iter().map(|line| line.text).collect()
    }

    #[test]
    fn numbers_that_go_on_from_one_are_labels() {
        let text = "1 Introduction\n\n1.1 Ferries are old.\n1.2 They are full.\n\n2 Guiding questions\n\n2.1 How old?\n\n\
            3 背景\n\n3.1 电缆";
        assert_eq!(
            set(text),
            [
                "1\tIntroduction",
                "1.1\tFerries are old.",
                "1.2\tThey are full.",
                "2\tGuiding questions",
                "2.1\tHow old?",
                "3\t背景",
                "3.1\t电缆"
            ]
        );
    }

    #[test]
    fn what_three_numbers_label_may_begin_low() {
        let text = "2.1 What helps:\n\n2.1.1 at sea?\n\n2.1.2 on land?\n\n2.2 Who pays?";
        assert_eq!(set(text), ["2.1\tWhat helps:", "2.1.1\tat sea?", "2.1.2\ton land?", "2.2\tWho pays?"]);
        assert_eq!(set("1.1 million\n1.2 billion"), ["1.1 million", "1.2 billion"]);
    }

    #[test]
    fn letters_with_numbers_are_labels_too() {
        let text = "Part A\n\nA1. What exists?\n\nA2. How many?\n\nPart B\n\nB1 Who checks?";
        assert_eq!(set(text)[1..], ["A1.\tWhat exists?", "A2.\tHow many?", "Part B", "B1\tWho checks?"]);
    }

    #[test]
    fn round_bullets_that_were_pasted_are_bullets() {
        assert_eq!(set("o How?\n\no Why?"), ["◦ How?", "◦ Why?"]);
        assert_eq!(set("- A\no of the sea\no of rivers\n- B"), ["- A", "◦ of the sea", "◦ of rivers", "- B"]);
        for text in ["los Estados\no las organizaciones\ny\no otros", "o bien sí"] {
            assert!(set(text).iter().all(|line| !line.contains('◦')), "{text}");
        }
    }

    #[test]
    fn a_figure_at_the_beginning_of_a_line_is_no_label() {
        for text in [
            "G20 States met.\n\nH1 Rules",
            "1.1 Billion people drink from wells.",
            "10.30 Opening\n10.45 Statements",
            "1 May 2027\n\n2 May 2027",
            "1 января\n\n2 января",
            "1 Introduction",
            "1 See A/70/1.\n\n2 See A/70/2.",
            "2.5 Million\n2.6 Million",
        ] {
            assert!(set(text).iter().all(|line| !line.contains('\t')), "{text}");
        }
    }
}
