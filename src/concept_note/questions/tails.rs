//! Last lines of questions that may be none of theirs: a theme over the next question, a sentence that leads into it, a
//! heading that asks.

use super::super::headings;
use super::super::numbering;
use super::super::sections::{Draft, Entry, Part};
use super::super::sentence::{asks, ends_asking, ends_clause, ends_sentence, starts_low};
use super::super::sentences;
use super::super::times;

/// Longest theme or heading, in words and in Chinese characters.
const LONGEST: (usize, usize) = (8, 16);

/// Whether the last line of a labelled question may belong to what follows it; `last` is the section of the last question.
pub(super) fn doubtful(asked: &[Entry], last: &Part) -> bool {
    let Some((end, before)) = asked.split_last() else {
        return false;
    };
    let labelled = |entry: &&Entry| entry.label.as_ref().is_some_and(|label| !label.is_bullet());
    let labels =
        before.iter().filter(labelled).any(ends_with_theme) || labelled(&end) && heads_answer(end, before, last);
    labels
        || adds_line(end, before)
        || answers_itself(end, before)
        || asked.iter().any(|entry| goes_on_with_programme(entry) || repeats(entry))
}

/// Whether an hour begins a question, or stands in a few words behind what it asks: those of points of a programme.
fn goes_on_with_programme(entry: &Entry) -> bool {
    let begins = times::find(sentences::head(&entry.text)).first().is_some_and(|hour| hour.at == 0);
    let behind = entry.text.rfind(['?', '？', '؟']).map(|at| entry.text[at..].trim_start_matches(['?', '？', '؟']));
    begins || behind.is_some_and(|behind| headings::is_within(behind, LONGEST) && !times::find(behind).is_empty())
}

/// Whether a question's label begins a further line of it that asks as well, as where a translation stands beside it.
fn repeats(entry: &Entry) -> bool {
    let Some(own) = entry.label.as_ref().filter(|label| !label.is_bullet()) else {
        return false;
    };
    let again =
        |line: &str| numbering::parse(line).is_some_and(|(label, text)| label.raw == own.raw && ends_asking(text));
    let mut lines = entry.text.lines();
    lines.next().is_some_and(ends_asking) && lines.any(again)
}

/// Whether the last question, without a label, is the only one without a mark, or behind which words stand in its line: "Who
/// will attend? Ministers." may be a question of the format, and its answer.
fn answers_itself(end: &Entry, before: &[Entry]) -> bool {
    let answered = asks(&end.text) && !ends_asking(&end.text);
    let alone = !before.is_empty() && before.iter().all(|entry| ends_asking(&entry.text));
    // those before it have marks, and it has none
    let unmarked = !before.is_empty() && before.iter().all(|entry| entry.label.is_some());
    end.label.is_none() && (answered && alone || unmarked)
}

/// Whether the last question alone has a second line that asks or says something, as the request of a mail behind it.
fn adds_line(end: &Entry, before: &[Entry]) -> bool {
    let alone = !before.is_empty() && before.iter().all(|entry| !entry.text.contains('\n'));
    let line = || end.text.split_once('\n').filter(|(above, _)| ends_asking(above)).map(|(_, line)| line);
    // of two questions one may be explained, or ask once more in a few words
    let few = before.len() == 1;
    let ends = |line: &str| {
        if few { ends_asking(line) && !headings::is_within(line, LONGEST) } else { ends_sentence(line) }
    };
    alone && line().is_some_and(|line| ends(line) && !starts_low(line) && numbering::parse(line).is_none())
}

/// The last line of a text of several, behind one that asks, if it has no label of its own.
fn tail(entry: &Entry) -> Option<&str> {
    let (above, line) = entry.text.rsplit_once('\n')?;
    let short = headings::is_within(line, LONGEST) && !starts_low(line) && numbering::parse(line).is_none();
    (ends_asking(above) && short).then_some(line)
}

fn ends_with_theme(entry: &Entry) -> bool {
    tail(entry).is_some_and(|line| !ends_clause(line) && !asks(line))
}

/// Whether the last question alone ends in a short question, and a text stands behind it that may be the answer.
fn heads_answer(end: &Entry, before: &[Entry], last: &Part) -> bool {
    let answers = |draft: &Draft| {
        draft.label.is_none() && draft.items.is_empty() && ends_sentence(&draft.text) && !asks(&draft.text)
    };
    let holds = |draft: &Draft| draft.items.iter().any(|entry| entry.blocks == end.blocks);
    let behind = last.paragraphs.iter().position(holds).and_then(|at| last.paragraphs.get(at + 1));
    let alone = !before.is_empty() && before.iter().all(|entry| !entry.text.contains('\n'));
    alone && tail(end).is_some_and(ends_asking) && behind.is_some_and(answers)
}

#[cfg(test)]
mod tests {
    use super::super::tests::doubtful;
    use super::*;

    #[test]
    fn a_last_line_that_is_unlike_the_questions_before_it_is_doubted() {
        let text = "# Note\n\n## Background\n\nLamps fail.\n\n## Guiding questions\n\n- Who plans?\n\n- Who pays?\n";
        assert!(!doubtful(text));
        for tail in [
            "Could you confirm by Friday whether your Ambassador will speak?",
            "Can participants submit written statements to the secretariat of the meeting? Yes, by mail.",
        ] {
            assert!(doubtful(&format!("{text}\n{tail}\n")), "{tail}");
            let unmarked = text.replace("- ", "");
            let answered = !tail.ends_with('?');
            assert_eq!(doubtful(&format!("{unmarked}\n{tail}\n")), answered, "{tail}");
        }
    }

    #[test]
    fn a_line_behind_the_last_of_labelled_questions_is_doubted() {
        let text = "# Note\n\n## Background\n\nLamps fail.\n\n## Guiding questions\n\n1. Who plans?\n2. Who pays?\n";
        assert!(!doubtful(text));
        assert!(doubtful(&format!("{text}   Could you confirm by Friday whether your Ambassador will speak?\n")));
        let explained = text.replace("plans?", "plans?\n   Plans were made before.");
        assert!(!doubtful(&format!("{explained}   Prices were high.\n")));
    }

    #[test]
    fn a_programme_or_a_label_said_again_inside_a_question_is_doubted() {
        let text = "# Note\n\n## Background\n\nLamps fail.\n\n## Guiding questions\n\n1. Who plans?\n\n2. Who pays?\n\n3. Why?\n";
        assert!(!doubtful(text));
        assert!(doubtful(&text.replace("pays?", "pays? 11.15 a.m. Coffee")));
        let beside = [("1.", "Who plans?\n1. Qui planifie ?"), ("1.", "Who plans?\n2. Qui planifie ?")];
        let entry = |(label, text): &(&str, &str)| Entry {
            label: numbering::parse(&format!("{label} x")).map(|(label, _)| label),
            text: (*text).to_owned(),
            ..Entry::default()
        };
        assert_eq!(beside.each_ref().map(|told| repeats(&entry(told))), [true, false]);
        assert!(!doubtful(&text.replace("pays?", "pays? Please give figures.")));
    }

    #[test]
    fn a_short_line_behind_a_question_may_head_the_next() {
        let text = "# Note\n\n## Background\n\nLamps fail.\n\n## Guiding questions\n\n1. Who plans?\n\n2. Who pays?\n\nGlass\n\n3. Who reads?\n";
        assert!(doubtful(text));
        assert!(!doubtful(&text.replace("Glass", "Glass is dear.")));
        assert!(!doubtful(&text.replace("Glass\n\n", "")));
    }

    #[test]
    fn a_line_behind_questions_that_answers_itself_may_be_none() {
        let text =
            "Guiding questions\n\nWho plans the lamps?\n\nWho pays for the oil?\n\nWho will attend? Ministers.\n";
        assert!(doubtful(text));
        assert!(!doubtful(&text.replace(" Ministers.", "")));
        assert!(!doubtful(&text.replace("oil?", "oil? Please explain.")));
    }

    #[test]
    fn a_short_question_behind_the_last_and_over_a_text_may_be_a_heading() {
        let text = "Guiding questions\n\n1. Who plans the lamps?\n\n2. Who pays for all of the oil?\n\n\
            Who can attend?\n\nAll who keep lamps.\n";
        assert!(doubtful(text));
        assert!(!doubtful(&text.replace("All who keep lamps.\n", "")));
    }
}
