//! Paragraphs that blank lines or a page break tore apart.

use super::super::headings::follows;
use super::super::inside;
use super::super::language::is_wide;
use super::super::margin::NARROWEST;
use super::super::markers;
use super::super::sentence::{ends_clause, ends_open, ends_sentence, has_sentence_end, starts_low};
use super::{Block, append, cited};

/// Joins what blank lines or a page break tore apart.
pub(super) fn mend(torn: Vec<Block>) -> Vec<Block> {
    let mut whole: Vec<Block> = Vec::with_capacity(torn.len());
    for block in torn {
        match whole.last_mut() {
            Some(before) if is_torn(before, &block) => {
                // what heads it was only its label
                before.level = if before.text.is_empty() { 0 } else { before.level };
                append(&mut before.text, &block.text, false);
                before.notes.push_str(&block.notes);
            }
            Some(before) if goes_on_inside(before, &block) => {
                let label = block.label.iter().map(|label| label.raw.as_str()).collect::<String>();
                append(&mut before.text, &label, false);
                append(&mut before.text, &block.text, false);
                before.notes.push_str(&block.notes);
            }
            _ => whole.push(block),
        }
    }
    whole
}

/// Whether a line's label goes on after one inside the paragraph above: "... to consider (a) how ...;" and "(b) whether ...".
fn goes_on_inside(before: &Block, after: &Block) -> bool {
    let plain = before.level == 0 && after.level == 0 && !before.fact && !after.fact;
    let label = after.label.as_ref().filter(|label| plain && !label.is_bullet());
    label.is_some_and(|label| {
        let own = before.label.as_ref().is_some_and(|own| follows(own, label));
        !own && !before.text.ends_with(['.', '。']) && inside::goes_on(&before.text, label)
    })
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
    if markers::is_greeting(&before.text)
        || markers::is_known_heading(&before.text)
        || markers::is_known_heading(&after.text)
    {
        return false;
    }
    let columns = |text: &str| text.chars().take(200).map(|c| if is_wide(c) { 2 } else { 1 }).sum::<usize>();
    let long = columns(&before.text);
    let numbered = before.label.as_ref().is_some_and(|label| !label.is_bullet());
    if starts_low(&after.text) || cited::spans(&before.text, &after.text) {
        return long >= NARROWEST || numbered && long >= NARROWEST / 2;
    }
    if ends_open(&before.text) {
        return long >= NARROWEST || numbered && long >= NARROWEST / 2;
    }
    // a sentence goes on with a name or in a script without small letters
    let sentence_before = has_sentence_end(&before.text) || numbered && after.page;
    (numbered || after.page)
        && sentence_before
        && long >= 80
        && columns(&after.text) >= NARROWEST
        && ends_sentence(&after.text)
}

#[cfg(test)]
mod tests {
    use super::super::tests::texts;

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
        let cited =
            "1. The Council has spoken of those who carry water, in its resolutions 2601 (2021) and 2573\n\n(2021).";
        assert_eq!(texts(cited).len(), 1);
        assert_eq!(texts("(b) What could be done by the\n\u{c}\nPeacebuilding Commission?").len(), 1);
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
    fn a_greeting_goes_on_with_no_paragraph() {
        let text = "Уважаемый господин Генеральный секретарь,\n\nИмею честь препроводить записку о словах и о тех, кто их хранит.";
        assert_eq!(texts(text).len(), 2);
    }
}
