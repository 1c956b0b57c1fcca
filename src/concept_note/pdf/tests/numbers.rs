//! Tables with a column of numbers, set before the questions they number.

use super::*;

const LONG: &str = "How can the Council hear of what the wells of the old towns say before the";

#[test]
fn a_number_in_the_middle_of_its_cell_stands_before_the_first_line() {
    for (x, gap) in [(80, "a column of its own"), (62, "a column as narrow as its numbers")] {
        let rows = [
            (50, 160, 10, "Questions are put to all who come, and all of them may be answered in any order by"),
            (50, 174, 10, "those who speak."),
            (x, 200, 10, LONG),
            (50, 208, 10, "1"),
            (x, 216, 10, "spring?"),
            (50, 240, 10, "2"),
            (x, 240, 10, "Who keeps them?"),
            (x, 264, 10, LONG),
            (50, 280, 10, "3"),
            (x, 280, 10, "summer, and of what those who carry all of the water tell to the houses and"),
            (x, 296, 10, "the autumn?"),
        ];
        let whole = [
            format!("1\t{LONG} spring?"),
            "2\tWho keeps them?".to_owned(),
            format!(
                "3\t{LONG} summer, and of what those who carry all of the water tell to the houses and the autumn?"
            ),
        ];
        assert_eq!(texts(&pages(&[set(&rows)], &[]))[1..], whole, "{gap}");
    }
}

#[test]
fn numbers_that_stand_in_lines_of_a_text_are_words() {
    let rows = [
        (50, 100, 10, "All of the wells were counted in the spring of the year, and there were"),
        (50, 112, 10, "1 well for each house, and"),
        (50, 124, 10, "2 for each of the towns."),
    ];
    let read = texts(&pages(&[set(&rows)], &[])).join(" ");
    assert!(read.contains("there were 1 well for each house, and 2 for"), "{read}");
    let alone = [(80, 100, 10, LONG), (50, 106, 10, "7"), (80, 112, 10, "spring?")];
    assert!(!texts(&pages(&[set(&alone)], &[]))[0].starts_with("7\t"));
}
