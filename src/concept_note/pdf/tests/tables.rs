//! Tables whose rows have no labels.

use super::*;

fn row(y: u32, cells: &[(u32, &'static str)]) -> Vec<(u32, u32, u32, &'static str)> {
    cells.iter().map(|(x, text)| (*x, y, 11, *text)).collect()
}

fn read(rows: &[Vec<(u32, u32, u32, &'static str)>]) -> Vec<Line> {
    let text = [
        row(80, &[(50, "The debate will be chaired by the Minister, and the Council will hear briefings")]),
        row(94, &[(50, "by all those who are named below:")]),
        rows.concat(),
        row(220, &[(50, "Participants are asked to say in three minutes what they think of all of this, and")]),
        row(234, &[(50, "to send it in.")]),
    ];
    read_lines(&pages(&[set(&text.concat())], &[])).unwrap()
}

#[test]
fn a_line_that_a_cell_goes_on_with_is_part_of_it() {
    let lines = read(&[
        row(120, &[(50, "Speaker"), (230, "Theme")]),
        row(134, &[(50, "The Secretary-General"), (230, "How all of it stands and what")]),
        row(148, &[(230, "to do")]),
        row(162, &[(50, "A delegate of those"), (230, "Voices from the field")]),
        row(176, &[(50, "who live there")]),
        row(190, &[(50, "The Chair"), (230, "End")]),
    ]);
    let told: Vec<_> = lines[1..lines.len() - 1].iter().map(|line| (line.text.as_str(), line.fact)).collect();
    let rows = [
        ("Speaker", true),
        ("Theme", true),
        ("The Secretary-General", true),
        ("How all of it stands and what to do", true),
        ("A delegate of those who live there", true),
        ("Voices from the field", true),
        ("The Chair", true),
        ("End", true),
    ];
    assert_eq!(told, rows);
    assert!(lines.last().unwrap().text.starts_with("Participants are"), "{lines:?}");
}

#[test]
fn three_columns_are_read_cell_by_cell_as_well() {
    let lines = read(&[
        row(120, &[(50, "Speaker"), (230, "Theme"), (390, "Room")]),
        row(134, &[(50, "The Chair"), (230, "How all of it"), (390, "In the large")]),
        row(148, &[(230, "stands"), (390, "hall")]),
        row(162, &[(50, "The Secretary"), (230, "End"), (390, "There")]),
    ]);
    let texts: Vec<_> = lines.iter().map(|line| line.text.as_str()).collect();
    let cells = ["Speaker", "Theme", "Room", "The Chair", "How all of it stands", "In the large hall"];
    assert_eq!(texts[1..7], cells);
}

#[test]
fn a_name_with_a_colon_is_said_with_what_stands_for_it() {
    let lines = read(&[
        row(120, &[(50, "Place:"), (230, "The hall of the house at the lake")]),
        row(134, &[(230, "on its second floor")]),
        row(148, &[(50, "Speakers:"), (230, "Two")]),
    ]);
    assert_eq!(lines[1].text, "Place: The hall of the house at the lake on its second floor");
    assert_eq!(lines[2].text, "Speakers: Two");
}

#[test]
fn each_question_of_a_cell_stands_by_itself() {
    let lines = read(&[
        row(120, &[(50, "Theme"), (230, "What is asked")]),
        row(134, &[(50, "Oil"), (230, "Who pays for it, and how is it")]),
        row(148, &[(230, "kept?")]),
        row(162, &[(230, "Who knows?")]),
        row(176, &[(50, "Glass"), (230, "Who cleans it?")]),
    ]);
    let texts: Vec<_> = lines.iter().map(|line| (line.text.as_str(), line.fact)).collect();
    let asked = [("Oil", false), ("Who pays for it, and how is it kept?", false), ("Who knows?", false)];
    assert_eq!(texts[3..6], asked);
}
