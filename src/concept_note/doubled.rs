//! Texts in which every line end stands twice, as some mail programs leave them.

use super::lines::columns;
use super::margin::{NARROWEST, WIDEST};
use super::sentence::ends_clause;

/// Fewest lines that were broken by hand, so that doubled ends are no paragraphs.
const FEWEST: usize = 4;

/// The text with single line ends, where all are doubled: no line stands close under another, odd numbers of blank lines
/// stand between all, and most lines with one between are broken at a margin. `numbers` are the lines of the file.
pub(super) fn undouble(text: String, numbers: Vec<usize>) -> (String, Vec<usize>) {
    let lines: Vec<&str> = text.split('\n').collect();
    if !is_doubled(&lines) {
        return (text, numbers);
    }
    let (mut kept, mut kept_numbers, mut blank) = (Vec::with_capacity(lines.len() / 2 + 1), Vec::new(), 0_usize);
    for (line, number) in lines.iter().zip(numbers) {
        blank = if line.trim().is_empty() { blank + 1 } else { 0 };
        // of the blank lines between two others, every second one is the doubling
        if blank % 2 == 0 {
            kept.push(*line);
            kept_numbers.push(number);
        }
    }
    (kept.join("\n"), kept_numbers)
}

fn is_doubled(lines: &[&str]) -> bool {
    let (mut above, mut gap) = (None, 0_usize);
    let (mut close, mut broken, mut apart) = (0_usize, 0_usize, 0_usize);
    for line in lines {
        if line.trim().is_empty() {
            gap += 1;
            continue;
        }
        if let Some(above) = above.replace(*line) {
            if gap % 2 == 0 {
                return false;
            }
            apart += usize::from(gap > 1);
            close += usize::from(gap == 1);
            let typed = (NARROWEST..=WIDEST).contains(&columns(above));
            broken += usize::from(gap == 1 && typed && !ends_clause(above));
        }
        gap = 0;
    }
    apart > 0 && broken >= FEWEST && broken * 2 >= close
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "Note on water\n\nBackground\n\n1. Water is carried by many, and the Council has spoken\n\
        Of those who do so in its resolutions, which are kept with\nThe other documents of the Secretariat and which were\n\
        Printed for all who asked for them, and for those who\nDid not.\n\nQuestions\n\n2. Who carries it?\n";

    fn undoubled(text: &str) -> (String, Vec<usize>) {
        undouble(text.to_owned(), (1..=text.split('\n').count()).collect())
    }

    #[test]
    fn doubled_line_ends_are_undone() {
        let (text, numbers) = undoubled(&TEXT.replace('\n', "\n\n"));
        assert_eq!(text.trim_end(), TEXT.trim_end());
        assert_eq!(numbers[..4], [1, 3, 5, 7]);
    }

    #[test]
    fn other_texts_stay() {
        let gaps = TEXT.replace("\n\n", "\n\n\n\n");
        let topics = "Water\n\nThe price of water\n\n\n\nRopes\n\n".repeat(6);
        let paragraphs = "A sentence that is a paragraph and ends with a full stop.\n\n".repeat(6) + "\n\nThe end.\n";
        for text in [TEXT, &gaps, &topics, &paragraphs] {
            assert_eq!(undoubled(text).0, text);
        }
    }
}
