//! Where lines were broken by hand: the margin of a typed text, and whether a file has paragraphs or typed lines.

use super::language::is_wide;
use super::lines::Line;
use super::sentence::{asks, ends_asking, ends_clause, ends_sentence, starts_low};

/// Narrowest line that can be broken at a margin, in columns.
pub(super) const NARROWEST: usize = 40;

/// Widest margin at which lines are broken by hand or by mail programs, in columns.
pub(super) const WIDEST: usize = 110;

/// How far before the margin a line may be broken.
const RAGGED: usize = 8;

/// The column at which lines were broken by hand; none where each line is a paragraph.
#[derive(Clone, Copy)]
pub(super) struct Margin {
    column: Option<usize>,
    /// There are enough broken lines to tell; else only a run that ends as a sentence does counts.
    sure: bool,
}

impl Margin {
    /// The margin of lines, of which some begin a paragraph.
    pub fn of(lines: &[Line], begins: &[bool]) -> Margin {
        let pairs = lines.windows(2).zip(&begins[1.min(begins.len())..]);
        let followed = pairs.filter(|(pair, begins)| !**begins && pair[0].width >= NARROWEST).map(|(pair, _)| pair);
        let (mut widths, mut open) = (Vec::new(), 0_usize);
        for pair in followed {
            widths.push(pair[0].width);
            open += usize::from(!ends_clause(&pair[0].text));
        }
        widths.sort_unstable();
        let sure = widths.len() >= 3;
        let column = widths.get(widths.len() * 19 / 20).copied().filter(|margin| {
            // sentences seldom end with the line; lists of questions always do
            *margin <= WIDEST && if sure { open * 2 >= widths.len() } else { open == widths.len() }
        });
        Margin { column, sure }
    }

    /// The column that counts for a run of lines.
    pub fn at(self, run_ends: bool) -> Option<usize> {
        self.column.filter(|_| self.sure || run_ends)
    }
}

/// Whether a line goes on with no line before it, in any kind of file.
pub(super) fn is_apart(line: &Line) -> bool {
    line.gap || line.label.is_some()
}

/// Whether paragraphs begin where the file says so. Where mail was pasted into a document, each typed line is one: then
/// nearly all lines that end no sentence are full, or after many full ones the text goes on with a small letter.
pub(super) fn has_paragraphs(lines: &[Line]) -> bool {
    if !lines.iter().any(|line| line.whole) {
        return false;
    }
    let begins: Vec<bool> = lines.iter().map(is_apart).collect();
    let margin = Margin::of(lines, &begins);
    if !margin.sure || margin.column.is_none() {
        return true;
    }
    let pairs = lines.windows(2).zip(&begins[1..]).filter(|(pair, begins)| !**begins && !ends_clause(&pair[0].text));
    let full = |pair: &&[Line]| is_full(&pair[0], &pair[1], margin.column);
    let (mut open, mut broken, mut low) = (0_usize, 0_usize, 0_usize);
    for (pair, _) in pairs {
        open += 1;
        broken += usize::from(full(&pair));
        low += usize::from(full(&pair) && starts_low(&pair[1].text));
    }
    let typed = broken >= 3 && broken * 10 >= open * 8 || low >= 3 && low * 2 >= broken;
    !typed
}

/// For each line, whether the run of lines it stands in ends as a sentence does.
pub(super) fn run_ends(lines: &[Line], begins: &[bool]) -> Vec<bool> {
    let mut ends = vec![false; lines.len()];
    for at in (0..lines.len()).rev() {
        let goes_on = begins.get(at + 1).is_some_and(|begins| !begins);
        ends[at] = if goes_on { ends[at + 1] } else { ends_sentence(&lines[at].text) };
    }
    ends
}

/// Whether the next word did not fit on the line above.
pub(super) fn is_full(above: &Line, line: &Line, margin: Option<usize>) -> bool {
    margin.is_some_and(|margin| {
        let first = line.text.chars().take_while(|c| !c.is_whitespace() && !is_wide(*c)).count().max(2);
        let (all, wide) = (above.text.chars().count(), above.text.chars().filter(|c| is_wide(*c)).count());
        // some programs break Chinese by characters, whatever their width
        let by_characters = wide * 3 > all && !ends_clause(&above.text) && (all + 4) * 2 > margin;
        above.width + 1 + first + RAGGED > margin || by_characters
    })
}

/// Whether a question that ends with its line stands over a new sentence, the first word of which had room beside it.
pub(super) fn leaves_question(above: &Line, line: &Line, margin: Option<usize>) -> bool {
    let first = line.text.chars().take_while(|c| !c.is_whitespace() && !is_wide(*c)).count().max(2);
    let room = margin.is_none_or(|margin| above.width + 1 + first <= margin);
    let begins = !starts_low(&line.text) && !asks(&line.text) && line.indent <= above.indent + 1;
    ends_asking(&above.text) && begins && room
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(texts: &[&str]) -> Vec<Line> {
        texts.iter().map(|text| Line { whole: true, ..Line::of(text) }).collect()
    }

    #[test]
    fn chinese_may_be_broken_by_characters() {
        let above = Line::of("家的报告（A/79/211）和经济及社会理事会第2025/4号决议也");
        let below = Line::of("涉及这一问题。草案仍在讨论之中。");
        assert!(is_full(&above, &below, Some(70)));
        assert!(!is_full(&Line::of("指导性问题（A/79/211）"), &below, Some(70)));
    }

    #[test]
    fn a_document_has_paragraphs_unless_its_lines_are_full() {
        let typed = [
            "The Security Council has recognized in many of its statements the",
            "role of reform in preventing relapse into conflict, as it did in",
            "December and in other months, and in security sector matters that",
            "concern all regions.",
        ];
        assert!(!has_paragraphs(&lines(&typed)));
        let paragraphs = [
            "A first entry of a list that was typed without a full stop at its end",
            "A second entry of that list which is a little shorter",
            "The third entry of the list",
            "The fourth entry of that list, which is the longest of them all and ends it",
            "A paragraph.",
        ];
        assert!(has_paragraphs(&lines(&paragraphs)));
        assert!(!has_paragraphs(&[Line::of("a line of plain text")]));
        // lines of a signature and of headings are open, and not full
        let more = [
            "The meeting is held in the chamber of the Council, where all of its",
            "members and the States that are invited may speak of what they saw",
            "and of what they mean to do.",
        ];
        let signed = ["(Signed) A. Name", "Ambassador", "Permanent Representative", "Concept note"];
        assert!(!has_paragraphs(&lines(&[&typed[..], &more, &signed].concat())));
        let short = [
            "to hear from those who mend ferries and from those who use them",
            "to compare the fares",
            "to learn what a crossing costs in the months of high water, and who",
            "to agree on next steps",
            "to publish it",
        ];
        assert!(has_paragraphs(&lines(&short)));
    }
}
