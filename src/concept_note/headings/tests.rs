//! Which lines head what follows.

use super::super::blocks::blocks;
use super::super::lines::lines;
use super::*;

fn headings(text: &str) -> Vec<String> {
    let blocks = blocks(&lines(text));
    (0..blocks.len()).filter(|at| is_heading(&blocks, *at)).map(|at| blocks[at].text.clone()).collect()
}

#[test]
fn where_headings_are_marked_a_colon_before_a_list_introduces_it() {
    let list = "Speakers may wish to address:\n\n- rivers\n\n- lakes\n\n";
    assert_eq!(headings(&format!("# One\n\n{list}# Two\n\n{list}# Three\n\n{list}")), ["One", "Two", "Three"]);
    assert_eq!(headings("Objectives:\n\n- to speak of rivers\n\n- to hear of lakes\n"), ["Objectives:"]);
}

#[test]
fn a_line_among_numbered_questions_heads_them_if_one_heads_the_first() {
    let asked = |first: &str, second: &str| {
        format!(
            "{first}(a) Who sees rivers?\n\n(b) Who has one, and where?\n\n{second}(c) Who sees lakes?\n\n(d) Where?\n"
        )
    };
    assert_eq!(headings(&asked("Rivers\n\n", "Lakes and seas\n\n")), ["Rivers", "Lakes and seas"]);
    assert_eq!(headings(&asked("These are questions.\n\n", "Lakes and seas\n\n")), Vec::<String>::new());
    assert_eq!(headings(&asked("Rivers\n\n", "   Lakes and seas\n\n")), ["Rivers"]);
}

#[test]
fn chinese_headings_rank_a_numeral_in_parentheses_over_numbers() {
    let text = "（一）码头\n\n1. 谁来修？\n\n2. 绳索和缆桩\n\n（二）{}\n\n1. 谁付款？\n\n2. 谁记录？\n";
    assert_eq!(headings(&text.replace("{}", "费用")), ["码头", "费用"]);
    assert_eq!(headings(&text.replace("{}", "费用包括：")), ["码头"]);
}

#[test]
fn a_strong_question_behind_a_list_heads_its_answer() {
    let text = "1. Who sees rivers?\n\n2. Who sees lakes?\n\n{}And then?\n\nWhat was said will be printed in May.";
    assert_eq!(headings(&text.replace("{}And then?", "**And then?**")), ["And then?"]);
    assert_eq!(headings(&text.replace("{}", "")), Vec::<String>::new());
}

#[test]
fn a_cell_beside_others_heads_nothing() {
    let mut blocks = blocks(&lines("Date\n\nThe meeting will be held on a day that is to be named in due course.\n"));
    assert!(is_heading(&blocks, 0));
    blocks[0].fact = true;
    assert!(!is_heading(&blocks, 0));
}

#[test]
fn a_line_under_a_date_is_the_hour_or_the_place() {
    let text = "is a text that is long enough to be one, and it says nothing of ferries.";
    assert_eq!(
        headings(&format!("Lima, 7 October 2026\nHall of the Ferries\n\nBackground\n\nThis {text}")),
        ["Background"]
    );
    let apart = format!("Lima, 7 October 2026\n\nFerries and rafts\nThis {text}");
    assert_eq!(headings(&apart), ["Ferries and rafts"]);
}

#[test]
fn a_place_and_a_day_of_the_week_may_stand_before_a_date() {
    for line in [
        "Santiago, miércoles 7 de octubre de 2026",
        "Geneva, 7 October 2026",
        "7 October 2026",
        "New York, le 7 octobre 2026",
        "Nueva York, a 7 de octubre de 2026",
    ] {
        assert!(is_date_line(line), "{line}");
    }
    for line in ["The consultation of 7 October 2026", "In short, since 7 October 2026"] {
        assert!(!is_date_line(line), "{line}");
    }
}
