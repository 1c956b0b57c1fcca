use super::*;

fn item(label: &str, text: &str, to: &[&str], from: &[usize]) -> Item {
    Item {
        id: format!("id of {text}"),
        label: label.into(),
        text: text.into(),
        to: to.iter().map(|code| (*code).to_owned()).collect(),
        from: from.to_vec(),
    }
}

fn three() -> Items {
    Items::of(vec![
        item("(a)", "How? And why?", &["AU"], &[7]),
        item("(b)", "By whom?", &[""], &[8]),
        item("(c)", "When?", &["FRA", "AU"], &[9]),
    ])
}

fn column<'a, T>(items: &'a Items, part: impl Fn(&'a Item) -> T) -> Vec<T> {
    items.list.iter().map(part).collect()
}

#[test]
fn values_of_buttons_are_acts() {
    for (value, act) in [
        ("add", Some(Act::Add)),
        ("relabel", Some(Act::Relabel)),
        ("restore", Some(Act::Restore)),
        ("join-3", Some(Act::Join(3))),
        ("split-3", Some(Act::Split(3, None))),
        ("split-3-57", Some(Act::Split(3, Some(57)))),
        ("split-3-x", Some(Act::Split(3, None))),
        ("up-12", Some(Act::Up(12))),
        ("split-x", None),
        ("create", None),
        ("save", None),
        ("up--1", None),
    ] {
        assert_eq!(Act::parse(value), act, "{value}");
    }
}

#[test]
fn splitting_keeps_addressees_origin_and_order() {
    let mut items = three();
    items.apply(Act::Split(0, None)).unwrap();
    assert_eq!(column(&items, |item| item.text.as_str()), ["How?", "And why?", "By whom?", "When?"]);
    assert_eq!(column(&items, |item| item.label.as_str()), ["(a)", "(b)", "(c)", "(d)"]);
    assert_eq!(column(&items, |item| item.to.len()), [1, 1, 1, 2]);
    assert_eq!(column(&items, |item| item.from[0]), [7, 7, 8, 9]);
    assert_eq!((items.list[0].id.as_str(), items.list[1].id.as_str()), ("id of How? And why?", ""));
    items.apply(Act::Join(1)).unwrap();
    assert_eq!(items, three(), "joining what was split gives back what was there");
}

#[test]
fn there_is_always_one_more_list_of_addressees() {
    let mut items = three();
    for (index, lists) in [(1, vec!["", ""]), (1, vec!["", "", ""]), (2, vec!["FRA", "AU", ""])] {
        items.apply(Act::Another(index)).unwrap();
        assert_eq!(items.list[index].to, lists);
    }
}

#[test]
fn joining_adds_addressees_up() {
    let mut items = three();
    items.apply(Act::Join(1)).unwrap();
    items.apply(Act::Join(1)).unwrap();
    assert_eq!(column(&items, |item| item.text.as_str()), ["How? And why? By whom? When?"]);
    assert_eq!(
        (items.list[0].to.clone(), items.list[0].from.clone()),
        (vec!["AU".into(), "FRA".into()], vec![7, 8, 9])
    );
    assert_eq!(items.apply(Act::Join(0)), Ok(None), "there is none before the first");
    assert_eq!(items.list.len(), 1);
}

#[test]
fn labels_of_the_note_stay_until_all_are_given_anew() {
    let mut items = three();
    items.list[2].label = "12.".into();
    items.apply(Act::Split(0, Some(4))).unwrap();
    assert_eq!(column(&items, |item| item.label.as_str()), ["(a)", "", "(b)", "12."]);
    items.apply(Act::Relabel).unwrap();
    assert_eq!(column(&items, |item| item.label.as_str()), ["(a)", "(b)", "(c)", "(d)"]);
}

#[test]
fn labels_go_on_in_the_lists_own_series() {
    for (labels, added, split) in [
        (["(أ)", "(ب)", "(ج)"], "(د)", ["(أ)", "(ب)", "(ج)", "(د)"]),
        (["а)", "б)", "в)"], "г)", ["а)", "б)", "в)", "г)"]),
        (["（一）", "（二）", "（三）"], "（四）", ["（一）", "（二）", "（三）", "（四）"]),
        (
            ["Question 1", "Question 2", "Question 3"],
            "Question 4",
            ["Question 1", "Question 2", "Question 3", "Question 4"],
        ),
        (["21.", "22.", "23."], "24.", ["21.", "22.", "23.", "24."]),
        (["(a)", "(b)", "(a)"], "(b)", ["(a)", "", "(b)", "(a)"]),
        (["", "", ""], "(d)", ["", "", "", ""]),
    ] {
        let mut items = three();
        items.list.iter_mut().zip(labels).for_each(|(item, label)| item.label = label.into());
        let mut more = items.clone();
        more.apply(Act::Add).unwrap();
        assert_eq!(more.list[3].label, added);
        items.apply(Act::Split(0, None)).unwrap();
        assert_eq!(column(&items, |item| item.label.as_str()), split);
    }
    let mut items = three();
    items.list[0].label = "IV.".into();
    items.list[1].label = "VI.".into();
    items.apply(Act::Relabel).unwrap();
    assert_eq!(column(&items, |item| item.label.as_str()), ["I.", "II.", "III."]);
}

#[test]
fn what_was_done_is_said() {
    let label = |label: &str| label.to_owned();
    for (act, said) in [
        (Act::Add, Said::Added(label("(d)"))),
        (Act::Remove(1), Said::Removed(label("(b)"))),
        (Act::Up(2), Said::Moved(label("(c)"), 2)),
        (Act::Down(0), Said::Moved(label("(a)"), 2)),
        (Act::Join(1), Said::Joined(label("(b)"), label("(a)"))),
        (Act::Split(0, None), Said::Split(label("(a)"), label("(b)"))),
        (Act::Another(2), Said::Another(label("(c)"))),
        (Act::Relabel, Said::Relabelled(label("(a)"), label("(c)"))),
    ] {
        assert_eq!(three().apply(act), Ok(Some(said)));
    }
}

#[test]
fn what_cannot_be_split_is_said_and_left() {
    let mut items = three();
    assert_eq!(items.apply(Act::Split(1, None)), Err(Undivided));
    for act in [Act::Join(3), Act::Split(3, None), Act::Up(0), Act::Down(2), Act::Remove(3), Act::Another(3)] {
        assert_eq!(items.apply(act), Ok(None));
    }
    assert_eq!(items, three());
}

#[test]
fn there_are_never_more_than_can_be_stored() {
    let mut items = Items::of(vec![item("(a)", "How? And why?", &[], &[]); MAX_QUESTIONS]);
    for act in [Act::Add, Act::Split(0, None)] {
        items.apply(act).unwrap();
        assert_eq!(items.list.len(), MAX_QUESTIONS);
    }
}

#[test]
fn what_was_removed_comes_back_the_last_first() {
    let mut items = three();
    assert_eq!(items.apply(Act::Restore), Ok(None), "none was removed");
    for index in [1, 1] {
        items.apply(Act::Remove(index)).unwrap();
    }
    assert_eq!(column(&items, |item| item.label.as_str()), ["(a)"]);
    assert_eq!(items.apply(Act::Restore), Ok(Some(Said::Restored("(c)".into()))));
    assert_eq!(items.apply(Act::Restore), Ok(Some(Said::Restored("(b)".into()))));
    assert_eq!(items, three());

    // its place is gone too
    items.apply(Act::Remove(2)).unwrap();
    items.apply(Act::Join(1)).unwrap();
    items.apply(Act::Restore).unwrap();
    assert_eq!(column(&items, |item| item.label.as_str()), ["(a)", "(c)"]);
}
