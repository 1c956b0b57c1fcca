//! Questions put together from what stands under their heading.

use super::super::tests::asked;
use super::*;

/// The questions, and whether they are doubtful.
fn read(text: &str) -> (Vec<String>, bool) {
    let (asked, warnings) = asked(text);
    let asked = asked.into_iter().map(|question| question.label + " " + &question.text);
    (asked.collect(), warnings.contains(&Warning::QuestionsDoubtful))
}

#[test]
fn a_question_over_all_others_introduces_them() {
    let list = "(a) How is early warning given?\n\n(b) Which partners are missing?\n\nFormat\n\nOpen debate.\n";
    let asked = ["(a) How is early warning given?", "(b) Which partners are missing?"].map(str::to_owned).to_vec();
    assert_eq!(read(&format!("Guiding questions\n\nWhat is to be done about water?\n\n{list}")), (asked, true));
    let over = "Guiding questions\n\nPrevention: who warns?\n\n(a) By sea?\n\n(b) By land?\n\nProtection: who \
        pays?\n\n(c) Now?\n\n(d) Later?\n";
    let labels = read(over).0.iter().map(|question| question[..3].to_owned()).collect::<Vec<_>>();
    assert_eq!(labels, ["(a)", "(b)", "(c)", "(d)"]);
    let two = "Guiding questions\n\nWho warns?\n\n(a) By sea?\n\n(b) By land?\n\nWho pays?\n\n(a) Now?\n\n(b) Later?\n";
    assert!(read(two).0.iter().all(|question| question.contains("\n(a)")), "sub-questions: {:?}", read(two).0);
}

#[test]
fn a_paragraph_with_a_number_of_its_own_leaves_the_questions() {
    let text = |last: &str| {
        format!(
            "Objective\n\n1. The debate is on water.\n\nGuiding questions\n\n2. Members may consider the following:\n\n(a) \
             How is warning given?\n\n(b) Who pays?\n\n3. {last}\n\nFormat\n\nOpen debate.\n"
        )
    };
    let (asked, doubtful) = read(&text("A statement will be put. Will it be adopted? The presidency hopes so."));
    assert_eq!((asked.len(), doubtful), (2, true));
    assert_eq!(read(&text("The outcome will be a statement.")).0.len(), 2);
}

#[test]
fn a_paragraph_with_a_number_of_its_own_leaves_questions_that_do_not_ask() {
    let text = "Objective\n\n1. The debate is on water.\n\nGuiding questions\n\n2. Members may share views on:\n\n(a) How \
        warning is given;\n\n(b) Whether a fund is of use; and\n\n(c) Any other measures.\n\n3. The briefing will be \
        followed by consultations.\n";
    assert_eq!(read(text).0.len(), 3);
}

#[test]
fn a_number_that_goes_on_with_questions_and_with_paragraphs_is_doubted() {
    let text = |last: &str| {
        format!(
            "Objective\n\n1. The debate is on water.\n\nGuiding questions\n\n2. These are the questions:\n\n1. How is \
             warning given?\n\n2. Who pays?\n\n3. {last}\n\n4. A second statement is made.\n"
        )
    };
    let (questions, doubtful) = read(&text("The debate will be held in the morning."));
    assert_eq!((questions.len(), doubtful), (2, true));
    assert_eq!(read(&text("Who reads?")).0[2], "3. Who reads?");
}

#[test]
fn a_paragraph_behind_all_labels_that_asks_on_its_way_leaves_the_questions() {
    let text =
        |last: &str| format!("Guiding questions\n\n1. Who warns?\n\n2. Who pays?\n\n{last}\n\nFormat\n\nBe short.\n");
    let (asked, doubtful) = read(&text("Note: be brief. May delegations speak twice? They may."));
    assert_eq!((asked, doubtful), (["1. Who warns?", "2. Who pays?"].map(str::to_owned).to_vec(), true));
    let (asked, _) = read(&text("And how much?"));
    assert_eq!(asked[1], "2. Who pays?\nAnd how much?");
}

#[test]
fn a_fact_behind_the_questions_is_none() {
    let text = "Guiding questions\n\nWho warns?\n\nWho pays?\n\nFormat: debate. Who attends? Ministers.\n";
    assert_eq!(read(text).0.len(), 2);
    assert_eq!(read(&text.replace("Ministers.", "")).0.len(), 3);
}

#[test]
fn topics_with_the_next_numbers_of_the_paragraphs_are_questions() {
    let text = |introduction: &str, middle: &str, last: &str| {
        format!(
            "I. Background\n\n1. Quays are old.\n\n2. Ropes were many.\n\nII. Guiding questions\n\n{introduction}4. Who \
             builds quays?\n\n5. {middle}\n\n6. Is a fund needed?\n\n7. {last}\n\nIII. Format\n\n8. Four minutes.\n"
        )
    };
    let asked = ["4. Who builds quays?", "5. The price of ropes.", "6. Is a fund needed?", "7. The role of divers."];
    let all: Vec<String> = asked.iter().map(|text| (*text).to_owned()).collect();
    let introduced = "3. The debate is guided by the following questions.\n\n";
    for introduction in [introduced, ""] {
        let read = read(&text(introduction, "The price of ropes.", "The role of divers."));
        assert_eq!(read, (all.clone(), true));
    }
    assert!(!read(&text(introduced, "The price of ropes.", "Who pays for it?")).1);
    let several = "The price of ropes. It has gone up.";
    assert_eq!(read(&text(introduced, several, "Who pays?")).0, &all[..1]);
    let long = "The secretariat will print the statements of all delegations within two weeks after the debate.";
    assert_eq!(read(&text(introduced, "The price of ropes.", long)), (all[..3].to_vec(), false));
}
