//! Lines to blocks: hard line breaks are undone, and paragraphs that a page break tore apart are joined.

use super::language::is_wide;
use super::lines::Line;
use super::margin::{self, Margin, NARROWEST};
use super::markers;
use super::numbering::{self, Label};
use super::sentence::{ends_clause, ends_open, ends_sentence, has_sentence_end, is_open_word, quotes_on, starts_low};
use crate::domain::symbol;

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
    whole: bool,
    /// It stands in a row of a table, as a fact or its name: it heads nothing.
    pub fact: bool,
    /// Its file marks headings as such.
    pub marked: bool,
    /// A mail program marked it as another's.
    pub quoted: bool,
    /// What its notes at the foot say.
    pub notes: String,
}

/// Fewest headings with which a file marks them all; a title alone may be set by its style.
const MARKED: usize = 3;

/// Longest symbol, in characters.
const LONGEST_SYMBOL: usize = 60;

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
                if joins(above, line, label.as_ref().map(|(l, _)| l), block, margin.at(ends[index])) =>
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
    mend(blocks)
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
        text: text.replace('\t', " "),
        bold: line.bold,
        level: line.level,
        indent: line.indent,
        line: index,
        apart: line.gap || line.page,
        page: line.page,
        whole: false,
        fact: line.fact,
        marked: false,
        quoted: line.quoted,
        notes: line.notes.clone(),
    }
}

/// Whether a line goes on with the block of the line above.
fn joins(above: &Line, line: &Line, label: Option<&Label>, block: &Block, margin: Option<usize>) -> bool {
    let full = margin::is_full(above, line, margin);
    if above.level > 0 || line.level > 0 {
        return false;
    }
    if let Some(label) = label {
        return full && !ends_clause(&above.text) && !is_next(block, label);
    }
    if above.soft_end {
        return true;
    }
    if above.bold != line.bold || above.quoted != line.quoted {
        return false;
    }
    let ends = ends_sentence(&above.text);
    if full && !(line.indent > above.indent + 1 && ends) {
        return true;
    }
    let begins_low = (starts_low(&line.text) || cites_on(&block.text, above, line)) && above.width >= NARROWEST / 2;
    let open = ends_open(&above.text) || quotes_on(&above.text, &line.text);
    !ends && (begins_low || open) && !markers::is_any(&line.text)
}

/// Whether a line begins with the symbol or the resolution that the line above speaks of.
fn cites_on(block: &str, above: &Line, line: &Line) -> bool {
    let text = &line.text;
    let may = text.starts_with(|c: char| c.is_ascii_uppercase() || c.is_ascii_digit()) && text.contains(['/', '(']);
    let begins =
        |mention: &symbol::Mention, at: usize| mention.range.start == at && mention.range.end - at < text.len();
    // lines of a list of documents begin so, each of them
    let listed = || {
        let head: String = block.chars().take(LONGEST_SYMBOL).collect();
        symbol::find(&head).first().is_some_and(|mention| mention.range.start == 0)
    };
    may && !listed() && {
        let both = format!("{} {text}", above.text);
        symbol::find(&both).iter().any(|mention| begins(mention, above.text.len() + 1))
    }
}

fn is_next(block: &Block, label: &Label) -> bool {
    block.label.as_ref().is_some_and(|own| {
        own.readings
            .iter()
            .any(|(style, place)| label.place(*style).is_some_and(|next| next == place + 1 || label.is_bullet()))
    })
}

/// Joins what blank lines or a page break tore apart.
fn mend(torn: Vec<Block>) -> Vec<Block> {
    let mut whole: Vec<Block> = Vec::with_capacity(torn.len());
    for block in torn {
        match whole.last_mut() {
            Some(before) if is_torn(before, &block) => {
                // what heads it was only its label
                before.level = if before.text.is_empty() { 0 } else { before.level };
                append(&mut before.text, &block.text, false);
                before.notes.push_str(&block.notes);
            }
            _ => whole.push(block),
        }
    }
    whole
}

fn is_torn(before: &Block, after: &Block) -> bool {
    if after.label.is_some() || after.level > 0 {
        return false;
    }
    if before.text.is_empty() {
        return before.label.is_some();
    }
    if before.level > 0 {
        return false;
    }
    if after.whole
        || !after.apart
        || before.bold
        || after.bold
        || ends_clause(&before.text)
        || markers::is_any(&after.text)
    {
        return false;
    }
    if markers::is_known_heading(&before.text) || markers::is_known_heading(&after.text) {
        return false;
    }
    let columns = |text: &str| text.chars().take(200).map(|c| if is_wide(c) { 2 } else { 1 }).sum::<usize>();
    let long = columns(&before.text);
    let numbered = before.label.as_ref().is_some_and(|label| !label.is_bullet());
    if starts_low(&after.text) {
        return long >= NARROWEST || numbered && long >= NARROWEST / 2;
    }
    if ends_open(&before.text) {
        return long >= NARROWEST;
    }
    // a sentence goes on with a name or in a script without small letters
    let sentence_before = has_sentence_end(&before.text) || numbered && after.page;
    (numbered || after.page)
        && sentence_before
        && long >= 80
        && columns(&after.text) >= NARROWEST
        && ends_sentence(&after.text)
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
        Some(last) => is_wide(last) || is_wide(first),
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

    fn texts(text: &str) -> Vec<String> {
        blocks(&lines(text))
            .into_iter()
            .map(|b| b.label.map_or(String::new(), |l| format!("{}|", l.raw)) + &b.text)
            .collect()
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
    fn torn_paragraphs_are_joined() {
        let text = "7. The adoption has acknowledged the central role of effective institutions\n\nin contributing to \
            peace.\n\n(a) The Council could fill this gap by providing guidance on the\n\nUnited Nations role;\n\n(b) \
            Other;\n\nGaps\n\nthe end";
        assert_eq!(
            texts(text),
            [
                "7.|The adoption has acknowledged the central role of effective institutions in contributing to peace.",
                "(a)|The Council could fill this gap by providing guidance on the United Nations role;",
                "(b)|Other;",
                "Gaps",
                "the end",
            ]
        );
        assert_eq!(texts("(a)\nText\n\n(b)\n\nMore"), ["(a)|Text", "(b)|More"]);
        assert_eq!(texts("### Question 1\n\nWho pays?"), ["Question 1|Who pays?"]);
        let linked = "The documents of the meeting are many, and all of them are listed on its page\n\
            [A/RES/78/69](https://docs.example.org/A/RES/78/69), with the report named\nA/80/284 and others that were \
            added to the list of documents later by the desk\nof the Secretariat.";
        assert_eq!(texts(linked).len(), 1);
        let chinese = "12. 会员国在维持和平与安全方面发挥着重要作用。安全理事会认识到安全部门改革在冲突后环境中的\n\u{c}\n\
            作用，并强调了各国当局的主导作用，以及区域组织的贡献。";
        assert_eq!(texts(chinese).len(), 1);
    }

    #[test]
    fn words_meet_as_they_should() {
        for (before, line, joined) in [
            ("sector-", "related", "sector-related"),
            ("pre-", "and post-conflict", "pre- and post-conflict"),
            ("see S/PRST/", "2007/3", "see S/PRST/2007/3"),
            ("安全", "部门", "安全部门"),
            ("the", "end", "the end"),
        ] {
            let mut text = before.to_owned();
            append(&mut text, line, false);
            assert_eq!(text, joined);
        }
    }
}
