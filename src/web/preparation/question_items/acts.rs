//! What the buttons of the questions' form do: each shows the form again with the questions changed, and loses no word.

use super::{Item, Items};
use crate::{
    domain::question::{self, MAX_QUESTIONS},
    locales::Locale,
};

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
    /// All labels are given anew, in order.
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

/// What a button did, for whoever does not see the page: questions by their labels.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::web::preparation) enum Said {
    /// That question is new.
    Added(String),
    /// That question is gone.
    Removed(String),
    /// That question stands at that place now, from 1.
    Moved(String, usize),
    /// The first question is the end of the second now.
    Joined(String, String),
    /// What stood in the first question is the second's from somewhere on.
    Split(String, String),
    /// One more addressee can be chosen for that question.
    Another(String),
    /// The labels run from the first to the second.
    Relabelled(String, String),
}

impl Said {
    /// The sentence.
    pub(in crate::web::preparation) fn text(&self, l: Locale) -> String {
        let text = |key: &'static str, label: &String| l.t(key).arg("label", question::short(label).to_owned());
        match self {
            Self::Added(label) => text("preparation-said-added", label),
            Self::Removed(label) => text("preparation-said-removed", label),
            Self::Moved(label, place) => text("preparation-said-moved", label).arg("place", *place),
            Self::Joined(label, other) => {
                text("preparation-said-joined", label).arg("other", question::short(other).to_owned())
            }
            Self::Split(label, other) => {
                text("preparation-said-split", label).arg("other", question::short(other).to_owned())
            }
            Self::Another(label) => text("preparation-said-another", label),
            Self::Relabelled(first, last) => {
                l.t("preparation-said-relabelled").arg("label", first.clone()).arg("last", last.clone())
            }
        }
        .to_string()
    }
}

impl Items {
    /// Does what a button asks for and says what it did; what no button of the page asks for is left undone.
    pub(in crate::web::preparation) fn apply(&mut self, act: Act) -> Result<Option<Said>, Undivided> {
        let count = self.0.len();
        let before = self.labels();
        let said = match act {
            Act::Add if count < MAX_QUESTIONS => {
                let label = self.next();
                self.0.push(Item { label: label.clone(), ..Item::default() });
                Said::Added(label)
            }
            Act::Remove(index) if index < count => {
                self.0.remove(index);
                Said::Removed(before[index].clone())
            }
            Act::Up(index) if index > 0 && index < count => {
                self.0.swap(index - 1, index);
                Said::Moved(before[index].clone(), index)
            }
            Act::Down(index) if index + 1 < count => {
                self.0.swap(index, index + 1);
                Said::Moved(before[index].clone(), index + 2)
            }
            Act::Another(index) if index < count => {
                self.0[index].to.push(String::new());
                Said::Another(before[index].clone())
            }
            Act::Join(index) if index > 0 && index < count => {
                self.keeping_order(|items| {
                    let second = items.remove(index);
                    items[index - 1].join(second);
                });
                Said::Joined(before[index].clone(), before[index - 1].clone())
            }
            Act::Split(index, cursor) if index < count && count < MAX_QUESTIONS => {
                let (first, second) = question::split(&self.0[index].text, cursor).ok_or(Undivided)?;
                self.keeping_order(|items| {
                    let item = &mut items[index];
                    item.text = first;
                    let rest = Item { id: String::new(), label: String::new(), text: second, ..item.clone() };
                    items.insert(index + 1, rest);
                });
                Said::Split(before[index].clone(), self.labels()[index + 1].clone())
            }
            Act::Relabel if count > 0 => {
                self.relabel(1);
                Said::Relabelled(self.0[0].label.clone(), self.0[count - 1].label.clone())
            }
            _ => return Ok(None),
        };
        Ok(Some(said))
    }

    /// The place of the first label, where all run on from it in order.
    fn in_order(&self) -> Option<u32> {
        let series = self.series();
        let first = series.place(&self.0.first()?.label)?;
        let runs = |(place, item): (u32, &Item)| {
            // of the labels after the last letter, none is read
            series.place(&item.label) == Some(place) || item.label.trim() == series.label(place)
        };
        (first..).zip(&self.0).all(runs).then_some(first)
    }

    /// The label of one question more.
    fn next(&self) -> String {
        let (series, count) = (self.series(), u32::try_from(self.0.len()).unwrap_or_default());
        let last = self.0.last().and_then(|item| series.place(&item.label));
        series.label(self.in_order().map_or_else(|| last.unwrap_or(count) + 1, |first| first + count))
    }

    /// Labels that ran in order before a change do so after it; others stay as they are.
    fn keeping_order(&mut self, change: impl FnOnce(&mut Vec<Item>)) {
        let first = self.in_order();
        change(&mut self.0);
        if let Some(first) = first {
            self.relabel(first);
        }
    }

    fn relabel(&mut self, first: u32) {
        let series = self.series();
        for (place, item) in (first..).zip(&mut self.0) {
            item.label = series.label(place);
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
        assert_eq!(items.apply(Act::Join(0)), Ok(None), "there is none before the first");
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
            items.0.iter_mut().zip(labels).for_each(|(item, label)| item.label = label.into());
            let mut more = items.clone();
            more.apply(Act::Add).unwrap();
            assert_eq!(more.0[3].label, added);
            items.apply(Act::Split(0, None)).unwrap();
            assert_eq!(column(&items, |item| item.label.as_str()), split);
        }
        let mut items = three();
        items.0[0].label = "IV.".into();
        items.0[1].label = "VI.".into();
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
        let mut items = Items(vec![item("(a)", "How? And why?", &[], &[]); MAX_QUESTIONS]);
        for act in [Act::Add, Act::Split(0, None)] {
            items.apply(act).unwrap();
            assert_eq!(items.0.len(), MAX_QUESTIONS);
        }
    }
}
