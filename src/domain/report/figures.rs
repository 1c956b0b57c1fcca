//! Who answered, by regional group: delegations and statements apart, since several delegations can give one statement.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::domain::participant::Kind;

/// What one row of a table of figures is about.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Part {
    /// The members of the regional group of that code.
    Group(String),
    /// Participants of that kind that are in no regional group.
    Kind(Kind),
}

/// How many.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Count {
    /// Delegations that are invited.
    pub invited: u32,
    /// Delegations that have answered.
    pub delegations: u32,
    /// Statements they gave.
    pub statements: u32,
}

/// One row.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Row {
    /// About whom.
    pub part: Part,
    /// How many.
    pub count: Count,
}

/// A table of figures. A delegation in two groups is counted in the row of each, and once in the total.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Figures {
    /// Groups by their code, then kinds: only those with somebody invited.
    pub rows: Vec<Row>,
    /// All.
    pub total: Count,
}

/// One invited delegation as it is counted.
#[derive(Debug, Clone, Copy)]
pub struct Counted<'a> {
    /// Its kind.
    pub kind: Kind,
    /// The groups it is in.
    pub groups: &'a [String],
    /// How many statements it gave; 0: it has not answered.
    pub statements: u32,
}

impl Figures {
    /// Counts the invited delegations.
    #[must_use]
    pub fn count<'a>(invited: impl IntoIterator<Item = Counted<'a>>) -> Self {
        let mut rows: BTreeMap<Part, Count> = BTreeMap::new();
        let mut total = Count::default();
        for delegation in invited {
            total.add(delegation.statements);
            for part in parts(delegation.kind, delegation.groups) {
                rows.entry(part).or_default().add(delegation.statements);
            }
        }
        Self { rows: rows.into_iter().map(|(part, count)| Row { part, count }).collect(), total }
    }
}

impl Count {
    fn add(&mut self, statements: u32) {
        self.invited += 1;
        self.delegations += u32::from(statements > 0);
        self.statements += statements;
    }
}

/// The rows in which a participant is counted: its groups, or its kind where it is in none.
#[must_use]
pub fn parts(kind: Kind, groups: &[String]) -> Vec<Part> {
    if groups.is_empty() { vec![Part::Kind(kind)] } else { groups.iter().cloned().map(Part::Group).collect() }
}
