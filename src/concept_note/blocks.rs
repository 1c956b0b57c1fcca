//! Lines to blocks: hard line breaks are undone, and paragraphs that a page break tore apart are joined.

mod cited;
mod run_in;
mod torn;

use super::language::is_wide;
use super::lines::Line;
use super::margin::{self, Margin, NARROWEST};
use super::markers;
use super::numbering::{self, Label};
use super::sentence::{ends_clause, ends_open, ends_sentence, is_open_word, quotes_on, starts_low};
use super::themes::{self, Role};
use super::typed::without_fill;
use cited::cites_on;

/// A paragraph, list entry or heading: what a reader sees as one piece.
#[expect(clippy::struct_excessive_bools, reason = "how a block was set is a list of facts")]
#[derive(Clone, Debug, Default)]
pub(super) struct Block {
    /// Its label, if it begins with one.
    pub label: Option<Label>,
    /// Without its label, in one line.
    pub text: String,
    /// All of it is strong.
    pub bold: bool,
    /// Level of a Markdown heading, 0 for none.
    pub level: u8,
    /// Blanks before its first line.
    pub indent: usize,
    /// Number of its first line among the lines.
    pub line: usize,
    /// A blank line, rule or page break stands before it.
    pub apart: bool,
    /// A page ended before it.
    page: bool,
    /// Its file says that it begins here.
    pub whole: bool,
    /// It stands in a row of a table, as a fact or its name: it heads nothing.
    pub fact: bool,
    /// It stands in a row of a table beside a question, and is no part of it.
    pub beside: bool,
    /// Its file marks headings as such.
    pub marked: bool,
    /// How often a mail program marked it as another's: how deep it is quoted.
    pub quoted: usize,
    /// What its notes at the foot say.
    pub notes: String,
    /// What it is to the questions it stands among.
    pub role: Role,
}

/// Fewest headings with which a file marks them all; a title alone may be set by its style.
const MARKED: usize = 3;

/// Joins lines into blocks.
pub(super) fn blocks(lines: &[Line]) -> Vec<Block> {
    let whole = margin::has_paragraphs(lines);
    let begins: Vec<bool> = lines.iter().map(|line| margin::is_apart(line) || whole && line.whole).collect();
    let margin = Margin::of(lines, &begins);
    let ends = margin::run_ends(lines, &begins);
    let mut blocks: Vec<Block> = Vec::new();
    for (index, line) in lines.iter().enumerate() {
        let above = index.checked_sub(1).map(|above| &lines[above]).filter(|_| !begins[index]);
        let label = numbering::parse(&line.text).filter(|_| line.level == 0);
        match (above, blocks.last_mut()) {
            (Some(above), Some(block))
                if joins(above, line, label.as_ref().map(|(l, _)| l), block, margin.at(ends[index]))
                    && !heads(above, line, lines.get(index + 1), margin.at(ends[index])) =>
            {
                append(&mut block.text, &line.text, above.soft_end);
                block.notes.push_str(&line.notes);
            }
            _ => blocks.push(Block { whole: whole && line.whole, ..block(index, line) }),
        }
    }
    let marked = lines.iter().filter(|line| line.level > 0).count() >= MARKED;
    for block in &mut blocks {
        block.marked = marked;
    }
    let mut blocks = run_in::divide(torn::mend(blocks));
    themes::mark(&mut blocks);
    blocks
}

fn block(index: usize, line: &Line) -> Block {
    let counted = line.label.clone().map(|label| (label, line.text.as_str()));
    let (label, text) = match counted.or_else(|| numbering::parse(&line.text)) {
        // "- Question 1: ..." has a label of its own behind the bullet
        Some((label, rest)) if label.is_bullet() => match numbering::parse(rest) {
            Some((own, rest)) if own.counts_alone() => (Some(own), rest),
            _ => (Some(label), rest),
        },
        Some((label, rest)) => (Some(label), rest),
        None => (None, line.text.as_str()),
    };
    Block {
        label,
        text: without_fill(text).replace('\t', " "),
        bold: line.bold,
        level: line.level,
        indent: line.indent,
        line: index,
        apart: line.gap || line.page,
        page: line.page,
        whole: false,
        fact: line.fact,
        beside: line.beside,
        marked: false,
        quoted: line.quoted,
        notes: line.notes.clone(),
        role: Role::None,
    }
}

/// Whether a line break divides the part of the day behind an hour: "9:30 a." and "m."
fn breaks_hour(above: &str, below: &str) -> bool {
    let hour = above.strip_suffix("a.").or_else(|| above.strip_suffix("p.")).map(str::trim_end);
    below.starts_with("m.") && hour.is_some_and(|hour| hour.ends_with(|c: char| c.is_ascii_digit()))
}

/// Whether a line break divides a document's symbol: "(S/2024/" and "377)".
fn breaks_symbol(above: &str, below: &str) -> bool {
    let symbol = above.split_whitespace().next_back().is_some_and(|word| {
        let word = word.trim_start_matches(['(', '[', '“', '"']);
        word.ends_with('/') && word.starts_with(|c: char| c.is_ascii_uppercase())
    });
    symbol && below.starts_with(|c: char| c.is_ascii_digit())
}

/// Whether a line goes on with the block of the line above.
fn joins(above: &Line, line: &Line, label: Option<&Label>, block: &Block, margin: Option<usize>) -> bool {
    let full = margin::is_full(above, line, margin);
    if above.level > 0 || line.level > 0 {
        // a heading of two lines, underlined as one
        return above.level == line.level && !line.gap && line.number.is_some();
    }
    if let Some(label) = label {
        return breaks_hour(&above.text, &line.text)
            || breaks_symbol(&above.text, &line.text)
            || full && !ends_clause(&above.text) && !is_next(block, label);
    }
    if above.soft_end {
        return true;
    }
    if above.bold != line.bold || above.quoted != line.quoted || above.beside != line.beside {
        return false;
    }
    if block.label.is_some() && margin::leaves_question(above, line, margin) {
        return false;
    }
    let ends = ends_sentence(&above.text);
    if full && !(line.indent > above.indent + 1 && ends) {
        return true;
    }
    // under its entry a line may go on with however few words
    let hangs = line.indent >= above.indent + 2 && starts_low(&line.text);
    let begins_low =
        (starts_low(&line.text) || cites_on(&block.text, above, line)) && above.width >= NARROWEST / 2 || hangs;
    let open = ends_open(&above.text) || quotes_on(&above.text, &line.text);
    !ends && (begins_low || open) && !markers::is_any(&line.text)
}

/// Whether a line is a heading by its name between lines broken by hand: it is not full itself, and a paragraph begins behind it.
fn heads(above: &Line, line: &Line, below: Option<&Line>, margin: Option<usize>) -> bool {
    let Some(below) = below.filter(|below| !margin::is_full(line, below, margin)) else {
        return false;
    };
    let begins = below.label.is_some() || numbering::parse(&below.text).is_some() || line.bold && !below.bold;
    stands_as_heading(&above.text, &line.text, &below.text, begins)
}

/// Whether a line between two others is a heading by its name, given whether the line below visibly begins something.
pub(super) fn stands_as_heading(above: &str, line: &str, below: &str, begins: bool) -> bool {
    let stands = begins || ends_clause(above) && !starts_low(below);
    stands && !starts_low(line) && markers::is_known_heading(line)
}

fn is_next(block: &Block, label: &Label) -> bool {
    block.label.as_ref().is_some_and(|own| label.follows(own))
}

/// Whether a symbol was broken inside a series of letters, as programs break Chinese anywhere: "S/PRS" and "T/2007/3".
fn is_in_symbol(text: &str, next: &str) -> bool {
    let of_symbol = |c: &char| c.is_ascii_uppercase() || c.is_ascii_digit() || matches!(c, '/' | '.');
    let before = || text.chars().rev().take_while(of_symbol);
    let series = next.split('/').next().unwrap_or_default();
    text.ends_with(|c: char| c.is_ascii_uppercase())
        && before().any(|c| c == '/')
        && text.chars().any(is_wide)
        && series.len() < next.len()
        && !series.is_empty()
        && series.chars().all(|c| c.is_ascii_uppercase())
}

/// Adds a line to a text, with a blank where words meet.
pub(super) fn append(text: &mut String, line: &str, soft: bool) {
    let last = text.chars().next_back();
    let Some(first) = line.chars().next() else {
        return;
    };
    let before_last = text.chars().rev().nth(1);
    let in_word = before_last.is_some_and(char::is_alphanumeric);
    let next_word = line.split_whitespace().next().unwrap_or_default();
    let glued = match last {
        None => true,
        // "security sector-related", but "pre- and post-conflict"
        Some('-') => in_word && first.is_alphanumeric() && !is_open_word(next_word),
        Some('/') => in_word,
        // Chinese is set without blanks, before figures and Latin letters too
        Some(last) => is_wide(last) || is_wide(first) || is_in_symbol(text, next_word),
    };
    if !(glued || soft) {
        text.push(' ');
    }
    text.push_str(line);
}

#[cfg(test)]
mod tests {
    use super::super::lines::lines;
    use super::*;

    pub(super) fn texts(text: &str) -> Vec<String> {
        blocks(&lines(text))
            .into_iter()
            .map(|b| b.label.map_or(String::new(), |l| format!("{}|", l.raw)) + &b.text)
            .collect()
    }

    #[test]
    fn a_sentence_behind_a_short_question_is_a_paragraph() {
        let (list, last) = (
            "Concept note for the open debate on hunger\nGuiding questions\n1. Who pays?\n",
            "2. What can the Council do?",
        );
        let closing = "Delegations are kindly requested to limit their statements to three minutes.";
        assert_eq!(texts(&format!("{list}{last}\n{closing}\n"))[3..], ["2.|What can the Council do?", closing]);
        let long = "2. What can the Council do about it?";
        assert_eq!(texts(&format!("{list}{long}\n{closing}\n")).len(), 4, "no room for the next word");
    }

    #[test]
    fn hard_line_breaks_are_undone() {
        let text = "Background\n\n1. The Security Council has recognized in many of its statements the\nrole of \
            reform in preventing relapse into conflict, as it did in December\n2. and in other months, and in security \
            sector-\nrelated matters. The meeting is held in\n2020. It is open.\n2. Another paragraph that is somewhat \
            longer than the line and is\nbroken once.\n";
        assert_eq!(
            texts(text),
            [
                "Background",
                "1.|The Security Council has recognized in many of its statements the role of reform in preventing \
                relapse into conflict, as it did in December",
                "2.|and in other months, and in security sector-related matters. The meeting is held in 2020. It is open.",
                "2.|Another paragraph that is somewhat longer than the line and is broken once.",
            ]
        );
    }

    #[test]
    fn a_line_may_break_before_a_symbol() {
        for text in [
            "The documents and the report\nA/80/284 and a resolution are the basis.",
            "It was asked for in resolution\n75/201 of the Assembly.",
            "The notes and the report in\nA/80/283, and then the report\nA/80/284 and a resolution are the basis.",
        ] {
            assert_eq!(texts(text).len(), 1, "{text}");
        }
        for text in
            ["A/80/284 Report on the conferences\nA/80/285 Report on the records", "A report on records\nA/80/284"]
        {
            assert_eq!(texts(text).len(), 2, "{text}");
        }
    }

    #[test]
    fn a_heading_by_name_stands_between_lines_without_gaps() {
        let text = "Note on water and those who carry it from the wells to the houses\nBackground\n1. Water is carried by \
            many, and the Council has spoken of those\nwho do so in resolutions 2601 (2021) and 2573\n(2021).\nIt was \
            the first to speak of them in so many words, it is said.\nGuiding questions\n(a) How can those who carry water \
            be heard by the Council, which is\nfar from the wells?\n(b) Who pays?\nFormat of the meeting\nThe meeting is \
            open.\n";
        let blocks = texts(text);
        for heading in ["Background", "Guiding questions", "Format of the meeting"] {
            assert!(blocks.iter().any(|block| block == heading), "{blocks:?}");
        }
        assert!(blocks.iter().any(|block| block.contains("2573 (2021)")), "{blocks:?}");
        let wrapped = "Many of those who carry water from the wells\nwere asked in the spring what they think of it.\n\
            Participation of those who carry water\nfrom the wells to the houses of the east was\nseen as an aim by all \
            that had been asked in\nthe spring and in the summer of that year.\n";
        assert_eq!(texts(wrapped).len(), 1, "a sentence goes on below");
    }

    #[test]
    fn a_line_that_hangs_under_its_label_goes_on() {
        assert_eq!(texts("The dialogue is held on 14 June from 9:30 a.\nm. to noon.").len(), 1);
        assert_eq!(texts("The report (S/2024/\n377) and others."), ["The report (S/2024/377) and others."]);
        assert_eq!(texts("A title that is so long that it\nstands on two lines\n====\n\nText.").len(), 2);
        assert_eq!(
            texts("1. How can\n   early warning be improved?\n2. Who pays?"),
            ["1.|How can early warning be improved?", "2.|Who pays?"]
        );
    }

    #[test]
    fn lines_that_are_paragraphs_stay() {
        let text = "Guiding questions\nHow can the United Nations best support Member States?\nWhat are the main \
            activities that are needed?\nWhich lessons were learned?\nWho pays for it?";
        assert_eq!(texts(text).len(), 5);
    }

    #[test]
    fn a_line_goes_on_while_a_quotation_is_open() {
        for (text, blocks) in [
            ("NOTE ON THE EVENT “LAMPS WITHOUT KEEPERS:\nSAFETY AND WORK”", 1),
            ("Note on the event «Lamps\nSafety and Work»\n\nBackground", 2),
            ("关于“灯塔：\n安全与工作”的说明", 1),
            ("NOTE ON THE EVENT “LAMPS”:\nSAFETY AND WORK", 2),
            ("NOTE ON THE EVENT “LAMPS:\n\nSAFETY AND WORK”", 2),
            ("“We lit the lamps.\nWe put them out.”", 2),
            ("“Lamps:\nSafety and work", 2),
        ] {
            assert_eq!(texts(text).len(), blocks, "{text}");
        }
    }

    #[test]
    fn words_meet_as_they_should() {
        for (before, line, joined) in [
            ("sector-", "related", "sector-related"),
            ("pre-", "and post-conflict", "pre- and post-conflict"),
            ("see S/PRST/", "2007/3", "see S/PRST/2007/3"),
            ("安全", "部门", "安全部门"),
            ("主席声明S/PRS", "T/2007/3", "主席声明S/PRST/2007/3"),
            ("见A/79/211", "A/80/3", "见A/79/211 A/80/3"),
            ("the statement S/PRS", "T/2007/3", "the statement S/PRS T/2007/3"),
            ("the", "end", "the end"),
        ] {
            let mut text = before.to_owned();
            append(&mut text, line, false);
            assert_eq!(text, joined);
        }
    }
}
