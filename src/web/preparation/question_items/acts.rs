//! What the buttons of the questions' form do: each shows the form again with the questions changed, and loses no word.

use super::{Item, Items, Removed, said::Said};
use crate::domain::question::{self, MAX_QUESTIONS};

/// What a button of the form asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::web::preparation) enum Act {
    /// One more question at the end.
    Add,
    /// That question goes.
    Remove(usize),
    /// The one that went last comes back.
    Restore,
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
            "restore" => return Some(Self::Restore),
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
    /// Does what a button asks for and says what it did; what no button of the page asks for is left undone.
    pub(in crate::web::preparation) fn apply(&mut self, act: Act) -> Result<Option<Said>, Undivided> {
        let count = self.list.len();
        let before = self.labels();
        let said = match act {
            Act::Add if count < MAX_QUESTIONS => {
                let label = self.next();
                self.list.push(Item { label: label.clone(), ..Item::default() });
                Said::Added(label)
            }
            Act::Remove(index) if index < count => {
                let item = self.list.remove(index);
                self.removed.push(Removed { item, place: index });
                Said::Removed(before[index].clone())
            }
            Act::Restore if count < MAX_QUESTIONS => {
                let Some(Removed { item, place }) = self.removed.pop() else { return Ok(None) };
                let place = place.min(count);
                self.list.insert(place, item);
                Said::Restored(self.labels()[place].clone())
            }
            Act::Up(index) if index > 0 && index < count => {
                self.list.swap(index - 1, index);
                Said::Moved(before[index].clone(), index)
            }
            Act::Down(index) if index + 1 < count => {
                self.list.swap(index, index + 1);
                Said::Moved(before[index].clone(), index + 2)
            }
            Act::Another(index) if index < count => {
                self.list[index].to.push(String::new());
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
                let (first, second) = question::split(&self.list[index].text, cursor).ok_or(Undivided)?;
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
                Said::Relabelled(self.list[0].label.clone(), self.list[count - 1].label.clone())
            }
            _ => return Ok(None),
        };
        Ok(Some(said))
    }

    /// The place of the first label, where all run on from it in order.
    fn in_order(&self) -> Option<u32> {
        let series = self.series();
        let first = series.place(&self.list.first()?.label)?;
        let runs = |(place, item): (u32, &Item)| {
            // of the labels after the last letter, none is read
            series.place(&item.label) == Some(place) || item.label.trim() == series.label(place)
        };
        (first..).zip(&self.list).all(runs).then_some(first)
    }

    /// The label of one question more.
    fn next(&self) -> String {
        let (series, count) = (self.series(), u32::try_from(self.list.len()).unwrap_or_default());
        let last = self.list.last().and_then(|item| series.place(&item.label));
        series.label(self.in_order().map_or_else(|| last.unwrap_or(count) + 1, |first| first + count))
    }

    /// Labels that ran in order before a change do so after it; others stay as they are.
    fn keeping_order(&mut self, change: impl FnOnce(&mut Vec<Item>)) {
        let first = self.in_order();
        change(&mut self.list);
        if let Some(first) = first {
            self.relabel(first);
        }
    }

    fn relabel(&mut self, first: u32) {
        let series = self.series();
        for (place, item) in (first..).zip(&mut self.list) {
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
mod tests;
