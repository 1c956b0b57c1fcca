//! A question in the line of its heading: "Guiding question: How can ...?"

use super::super::markers;
use super::super::numbering;
use super::super::sentence::ends_asking;
use super::Block;

/// Divides such lines in two, in a note where no other line heads the questions.
pub(super) fn divide(blocks: Vec<Block>) -> Vec<Block> {
    if blocks.iter().any(|block| markers::is_question_heading(&block.text)) {
        return blocks;
    }
    let mut divided = Vec::with_capacity(blocks.len());
    for mut block in blocks {
        if let Some((heading, question)) = parts(&block) {
            let (heading, question) = (heading.to_owned(), question.to_owned());
            let (label, text) = match numbering::parse(&question) {
                Some((label, text)) => (Some(label), text.to_owned()),
                None => (None, question),
            };
            divided.push(Block { text: heading, notes: String::new(), ..block.clone() });
            block = Block { label, text, apart: true, ..block };
        }
        divided.push(block);
    }
    divided
}

/// The heading with its colon, and the question.
fn parts(block: &Block) -> Option<(&str, &str)> {
    if block.label.is_some() || block.level > 0 || block.fact {
        return None;
    }
    let (at, colon) = block.text.char_indices().find(|(_, c)| matches!(c, ':' | '：'))?;
    let (heading, question) = block.text.split_at(at + colon.len_utf8());
    let question = question.trim_start();
    // labels in parentheses divide the line as it is
    let asks = ends_asking(question) && !question.starts_with(['(', '（']);
    (asks && markers::is_question_heading(heading)).then_some((heading, question))
}

#[cfg(test)]
mod tests {
    use super::super::super::lines::lines;
    use super::super::blocks;

    fn texts(text: &str) -> Vec<String> {
        blocks(&lines(text)).into_iter().map(|block| block.text).collect()
    }

    #[test]
    fn a_question_behind_its_heading_is_a_block_of_its_own() {
        for (line, heading, question) in [
            ("Guiding question: Who lights the lamps?", "Guiding question:", "Who lights the lamps?"),
            ("Key questions: 1) Who pays? 2) Who knows?", "Key questions:", "Who pays? 2) Who knows?"),
            ("Question directrice : Qui paie ?", "Question directrice :", "Qui paie ?"),
            ("Pregunta orientadora: ¿Quién paga?", "Pregunta orientadora:", "¿Quién paga?"),
            ("Основной вопрос: кто платит?", "Основной вопрос:", "кто платит?"),
            ("指导性问题：谁付款？", "指导性问题：", "谁付款？"),
            ("السؤال التوجيهي: من يدفع؟", "السؤال التوجيهي:", "من يدفع؟"),
        ] {
            assert_eq!(texts(&format!("Lamps\n\n{line}\n\nFormat: Debate.\n"))[1..3], [heading, question], "{line}");
        }
        for text in [
            "Lamps\n\nGuiding question: Who lights them.\n",
            "Lamps\n\nFormat: Who speaks?\n",
            "Lamps\n\nThe question is this: Who lights them?\n",
            "Key questions\n\nGuiding question: Who lights them?\n",
        ] {
            assert_eq!(texts(text).len(), 2, "{text}");
        }
    }
}
