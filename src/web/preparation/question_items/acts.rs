//! What the buttons of the questions' form do: each shows the form again with the questions changed, and loses no word.

use super::{Item, Items};
use crate::domain::question::{self, MAX_QUESTIONS};

/// What a button of the form asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::web::preparation) enum Act {
    /// One more question at the end.
    Add,
    /// That question goes.
    Remove(usize),
    /// That question goes one up.
    Up(usize),
    /// That question goes one down.
    Down(usize),
    /// One more list of addressees at that question.
    Another(usize),
    /// That question becomes the end of the one before it.
    Join(usize),
    /// That question becomes two: at the cursor, in characters, where the script tells it.
    Split(usize, Option<usize>),
    /// All labels are given anew: (a), (b), (c) in order.
    Relabel,
}

/// Nothing in the question says where it can be split.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::web::preparation) struct Undivided;

impl Act {
    /// The act of a button's value; none for the form's own buttons.
    pub(in crate::web::preparation) fn parse(value: &str) -> Option<Self> {
        match value {
            "add" => return Some(Self::Add),
            "relabel" => return Some(Self::Relabel),
            _ => {}
        }
        let (act, index) = value.split_once('-')?;
        if act == "split" {
            let (index, cursor) = index.split_once('-').map_or((index, None), |(index, at)| (index, Some(at)));
            return Some(Self::Split(index.parse().ok()?, cursor.and_then(|at| at.parse().ok())));
        }
        let index = index.parse().ok()?;
        match act {
            "remove" => Some(Self::Remove(index)),
            "up" => Some(Self::Up(index)),
            "down" => Some(Self::Down(index)),
            "another" => Some(Self::Another(index)),
            "join" => Some(Self::Join(index)),
            _ => None,
        }
    }
}

impl Items {
    /// Does what a button asks for; what no button of the page asks for is left undone.
    pub(in crate::web::preparation) fn apply(&mut self, act: Act) -> Result<(), Undivided> {
        let items = &mut self.0;
        match act {
            Act::Add if items.len() < MAX_QUESTIONS => {
                let label = question::label(items.len());
                items.push(Item { label, ..Item::default() });
            }
            Act::Remove(index) if index < items.len() => drop(items.remove(index)),
            Act::Up(index) if index > 0 && index < items.len() => items.swap(index - 1, index),
            Act::Down(index) if index + 1 < items.len() => items.swap(index, index + 1),
            Act::Another(index) => {
                if let Some(item) = items.get_mut(index) {
                    item.to.push(String::new());
                }
            }
            Act::Join(index) if index > 0 && index < items.len() => self.keeping_order(|items| {
                let second = items.remove(index);
                items[index - 1].join(second);
            }),
            Act::Split(index, cursor) if index < items.len() && items.len() < MAX_QUESTIONS => {
                let (first, second) = question::split(&items[index].text, cursor).ok_or(Undivided)?;
                self.keeping_order(|items| {
                    let item = &mut items[index];
                    item.text = first;
                    let rest = Item { id: String::new(), label: String::new(), text: second, ..item.clone() };
                    items.insert(index + 1, rest);
                });
            }
            Act::Relabel => self.relabel(),
            _ => {}
        }
        Ok(())
    }

    /// Labels that ran in order before a change do so after it; others stay as they are.
    fn keeping_order(&mut self, change: impl FnOnce(&mut Vec<Item>)) {
        let in_order = self.0.iter().enumerate().all(|(index, item)| item.label.trim() == question::label(index));
        change(&mut self.0);
        if in_order {
            self.relabel();
        }
    }

    fn relabel(&mut self) {
        for (index, item) in self.0.iter_mut().enumerate() {
            item.label = question::label(index);
        }
    }
}

impl Item {
    /// Takes in the question after it: its text, and whomever it names.
    fn join(&mut self, other: Item) {
        self.text = question::join(&self.text, &other.text);
        for code in other.to {
            if !self.to.contains(&code) {
                self.to.push(code);
            }
        }
        if self.to.iter().any(|code| !code.is_empty()) {
            self.to.retain(|code| !code.is_empty());
        }
        self.from.extend(other.from);
        self.from.sort_unstable();
        self.from.dedup();
    }
}

#[cfg(test)]
mod tests {
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
        Items(vec![
            item("(a)", "How? And why?", &["AU"], &[7]),
            item("(b)", "By whom?", &[""], &[8]),
            item("(c)", "When?", &["FRA", "AU"], &[9]),
        ])
    }

    fn column<'a, T>(items: &'a Items, part: impl Fn(&'a Item) -> T) -> Vec<T> {
        items.0.iter().map(part).collect()
    }

    #[test]
    fn values_of_buttons_are_acts() {
        for (value, act) in [
            ("add", Some(Act::Add)),
            ("relabel", Some(Act::Relabel)),
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
        assert_eq!((items.0[0].id.as_str(), items.0[1].id.as_str()), ("id of How? And why?", ""));
        items.apply(Act::Join(1)).unwrap();
        assert_eq!(items, three(), "joining what was split gives back what was there");
    }

    #[test]
    fn there_is_always_one_more_list_of_addressees() {
        let mut items = three();
        for (index, lists) in [(1, vec!["", ""]), (1, vec!["", "", ""]), (2, vec!["FRA", "AU", ""])] {
            items.apply(Act::Another(index)).unwrap();
            assert_eq!(items.0[index].to, lists);
        }
    }

    #[test]
    fn joining_adds_addressees_up() {
        let mut items = three();
        items.apply(Act::Join(1)).unwrap();
        items.apply(Act::Join(1)).unwrap();
        assert_eq!(column(&items, |item| item.text.as_str()), ["How? And why? By whom? When?"]);
        assert_eq!((items.0[0].to.clone(), items.0[0].from.clone()), (vec!["AU".into(), "FRA".into()], vec![7, 8, 9]));
        assert_eq!(items.apply(Act::Join(0)), Ok(()), "there is none before the first");
        assert_eq!(items.0.len(), 1);
    }

    #[test]
    fn labels_of_the_note_stay_until_all_are_given_anew() {
        let mut items = three();
        items.0[2].label = "12.".into();
        items.apply(Act::Split(0, Some(4))).unwrap();
        assert_eq!(column(&items, |item| item.label.as_str()), ["(a)", "", "(b)", "12."]);
        items.apply(Act::Relabel).unwrap();
        assert_eq!(column(&items, |item| item.label.as_str()), ["(a)", "(b)", "(c)", "(d)"]);
    }

    #[test]
    fn what_cannot_be_split_is_said_and_left() {
        let mut items = three();
        assert_eq!(items.apply(Act::Split(1, None)), Err(Undivided));
        for act in [Act::Join(3), Act::Split(3, None), Act::Up(0), Act::Down(2), Act::Remove(3), Act::Another(3)] {
            assert_eq!(items.apply(act), Ok(()));
        }
        assert_eq!(items, three());
    }

    #[test]
    fn there_are_never_more_than_can_be_stored() {
        let mut items = Items(vec![item("(a)", "How? And why?", &[], &[]); MAX_QUESTIONS]);
        for act in [Act::Add, Act::Split(0, None)] {
            items.apply(act).unwrap();
            assert_eq!(items.0.len(), MAX_QUESTIONS);
        }
    }
}
