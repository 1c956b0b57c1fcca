//! Labels of rare forms, where what they begin asks, or stands right under what announces questions, and they go on in
//! order from the first.

use std::collections::HashMap;

use super::super::headings;
use super::super::lines::Line;
use super::super::markers;
use super::super::numbering::{self, Label};
use super::super::sentence::{asks, ends_with_colon};

/// Most lines from one to the next.
const REACH: usize = 12;

/// How far above the first the line stands that announces them: an introduction may stand between.
const ABOVE: usize = 2;

/// Takes such labels off the texts of their lines.
pub(super) fn take(lines: &mut [Line]) {
    for run in runs(lines) {
        let asked = run.iter().zip(run.iter().skip(1)).all(|(from, to)| asks_within(&lines[*from..*to]));
        let last = run.last().is_none_or(|last| asks_within(item(lines, *last)));
        if run.len() < 2 || !(asked && last || is_announced(lines, run[0])) {
            continue;
        }
        for at in run {
            let line = &mut lines[at];
            if let Some((label, text)) = numbering::rare(&line.text).map(|rare| (rare.label, rare.text.to_owned())) {
                (line.label, line.text) = (Some(label), text);
            }
        }
    }
}

/// The places of lines that go on in order from the first of one form.
fn runs(lines: &[Line]) -> Vec<Vec<usize>> {
    // what a text cites by its number in brackets is a note to it
    let cited = lines.iter().any(|line| cites(&line.text));
    let mut last: HashMap<(char, &str), (usize, usize, Label)> = HashMap::new();
    let mut runs: Vec<Vec<usize>> = Vec::new();
    for (at, line) in lines.iter().enumerate().filter(|(_, line)| line.label.is_none() && line.level == 0) {
        if cited && line.text.starts_with('[') || numbering::parse(&line.text).is_some() {
            continue;
        }
        let Some(rare) = numbering::rare(&line.text) else {
            continue;
        };
        let form = (rare.label.readings[0].0.mark, rare.above);
        let open =
            last.get(&form).filter(|(_, above, label)| at - above <= REACH && headings::follows(label, &rare.label));
        let run = match open {
            Some((run, ..)) => *run,
            None if rare.label.first_reading().1 == 1 => {
                runs.push(Vec::new());
                runs.len() - 1
            }
            None => continue,
        };
        runs[run].push(at);
        last.insert(form, (run, at, rare.label));
    }
    runs
}

/// Whether a text names a note by its number in brackets behind a word.
fn cites(text: &str) -> bool {
    // two figures at the most
    let number = |at: usize| {
        let end = text[at + 1..].char_indices().take(3).find(|(_, c)| *c == ']');
        end.is_some_and(|(end, _)| numbering::number(&text[at + 1..at + 1 + end]).is_some())
    };
    text.match_indices('[').any(|(at, _)| at > 0 && number(at))
}

fn asks_within(lines: &[Line]) -> bool {
    lines.iter().any(|line| asks(&line.text))
}

/// The lines from one on that no blank line divides from it.
fn item(lines: &[Line], at: usize) -> &[Line] {
    let more = lines[at + 1..].iter().take(REACH).take_while(|line| !line.gap && !line.whole).count();
    &lines[at..=at + more]
}

fn is_announced(lines: &[Line], first: usize) -> bool {
    lines[first.saturating_sub(ABOVE)..first].iter().any(|line| {
        let text = &line.text;
        let opens = || ends_with_colon(text) && (markers::mentions_questions(text) || markers::seeks_views(text));
        markers::is_question_heading(text) || opens()
    })
}

#[cfg(test)]
mod tests {
    use super::super::super::lines::lines;
    use super::*;

    fn labels(text: &str) -> Vec<String> {
        let mut lines = lines(text);
        take(&mut lines);
        lines.into_iter().filter_map(|line| line.label).map(|label| label.raw).collect()
    }

    #[test]
    fn forms_that_go_on_at_the_head_of_questions_are_labels() {
        for labels_of in [
            ["a/", "b/"],
            ["1.)", "2.)"],
            ["[1]", "[2]"],
            ["C.1.", "C.2."],
            ["12 (a)", "12 (b)"],
            ["No. 1", "No. 2"],
            ["1º", "2º"],
        ] {
            for parted in ["\n", "\n\n"] {
                let text = format!("Key questions\n\n{} Who pays?{parted}{} Who knows?\n", labels_of[0], labels_of[1]);
                assert_eq!(labels(&text), labels_of, "{text}");
                assert_eq!(labels(&text.replace('?', ".")), labels_of, "announced: {text}");
                let untold = text.replace("Key questions", "Lamps");
                assert_eq!(labels(&untold), labels_of, "asking: {text}");
                assert_eq!(labels(&untold.replace('?', ".")), Vec::<String>::new(), "{text}");
            }
        }
    }

    #[test]
    fn notes_and_verses_are_none() {
        for text in [
            "Key questions\n\nWho pays [1] and why [2]?\n\n[1] Who knows?\n\n[2] Who does?\n",
            "[1] Is it so?\n",
            "2: Who came?\n\n3: Who went?\n",
            "1: Lamps are old.\n\n2: Lamps are dear.\n\nWho pays?\n",
            "1: Who came?\n\n3: Who went?\n",
        ] {
            assert_eq!(labels(text), Vec::<String>::new(), "{text}");
        }
    }
}
