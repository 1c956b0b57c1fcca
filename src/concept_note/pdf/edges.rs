//! How far rows reach: a paragraph may be set narrower than the page, and then its full rows end before the others.

use super::furniture::body_size;
use super::rows::Row;

/// How far apart rows may begin that begin at the same place, in points.
const NEAR: f32 = 2.0;

/// Fewest rows that tell how far rows reach.
const FEWEST: usize = 6;

/// How far from the edge a full row of justified text ends at the most, in sizes of the font: a stop may hang over it.
pub(super) const EVEN: f32 = 0.3;

/// How far from the edge a full row ends at the most, in sizes of the font.
const FULL: f32 = 4.0;

/// For places where rows of a document begin, how far those reach, if enough of them are full to tell.
#[derive(Default)]
pub(super) struct Edges {
    /// Left and right side of rows that are read from the left.
    from_left: Vec<Edge>,
    /// Right and left side of rows that are read from the right, both negative.
    from_right: Vec<Edge>,
    /// How far down the text of a page reaches at the most.
    pub foot: f32,
    /// The size most letters have.
    pub body: f32,
}

/// Where rows begin, and how far they reach.
#[derive(Clone, Copy)]
struct Edge {
    at: f32,
    reach: f32,
    /// Full rows all end there, as in justified text.
    even: bool,
}

impl Edges {
    pub fn of(pages: &[Vec<Row>]) -> Edges {
        let (mut left, mut right) = (Vec::new(), Vec::new());
        let mut foot = f32::MIN;
        for row in pages.iter().flatten().filter(|row| !row.note) {
            left.push((row.x, row.reach(), row.size));
            if row.from_right {
                right.push((-row.end, -row.x, row.size));
            }
            foot = foot.max(row.y);
        }
        Edges { from_left: farthest(left), from_right: farthest(right), foot, body: body_size(pages) }
    }

    /// The right side of full rows that begin at a place.
    pub fn right(&self, x: f32) -> Option<f32> {
        at(&self.from_left, x).map(|edge| edge.reach)
    }

    /// The left side of full rows that begin at a place on the right.
    pub fn left(&self, end: f32) -> Option<f32> {
        at(&self.from_right, -end).map(|edge| -edge.reach)
    }

    /// Whether enough rows that begin where this one does are full, so that they tell how far it could reach.
    pub fn are_known(&self, row: &Row) -> bool {
        self.edge_of(row).is_some()
    }

    /// Whether full rows that begin where this one does all end at the same place.
    pub fn are_even(&self, row: &Row) -> bool {
        self.edge_of(row).is_some_and(|edge| edge.even)
    }

    fn edge_of(&self, row: &Row) -> Option<Edge> {
        if row.from_right { at(&self.from_right, -row.end) } else { at(&self.from_left, row.x) }
    }
}

fn at(edges: &[Edge], place: f32) -> Option<Edge> {
    let next = edges.partition_point(|edge| edge.at < place - NEAR);
    edges.get(next).filter(|edge| (edge.at - place).abs() <= NEAR).copied()
}

/// Of rows given by where they begin, how far they reach and their size, the places with the farthest reach.
fn farthest(mut rows: Vec<(f32, f32, f32)>) -> Vec<Edge> {
    rows.sort_by(|a, b| a.0.total_cmp(&b.0));
    let edge = |group: &[(f32, f32, f32)]| {
        let reach = group.iter().map(|(_, reach, _)| *reach).fold(f32::MIN, f32::max);
        let full = || group.iter().filter(|(_, end, size)| reach - end < size * FULL);
        let even = full().filter(|(_, end, size)| reach - end < size * EVEN).count() * 5 >= full().count() * 4;
        (group.len() >= FEWEST && full().count() * 5 >= group.len() * 3).then_some(Edge { at: group[0].0, reach, even })
    };
    rows.chunk_by(|a, b| b.0 - a.0 < NEAR / 2.0).filter_map(edge).collect()
}

/// How many rows at the most have a side at the same place, to half a size.
pub(super) fn most_at_one_place(rows: &[Row], side: fn(&Row) -> f32) -> usize {
    let mut sides: Vec<f32> = rows.iter().map(side).collect();
    sides.sort_by(f32::total_cmp);
    let near = rows.first().map_or(0.0, |row| row.size / 2.0);
    let mut from = 0;
    let together = |at: usize| {
        while sides[at] - sides[from] > near {
            from += 1;
        }
        at + 1 - from
    };
    (0..sides.len()).map(together).max().unwrap_or(0)
}
