//! How far rows reach: a paragraph may be set narrower than the page, and then its full rows end before the others.

use super::rows::Row;

/// How far apart rows may begin that begin at the same place, in points.
const NEAR: f32 = 2.0;

/// Fewest rows that tell how far rows reach.
const FEWEST: usize = 6;

/// How far from the edge a full row ends at the most, in sizes of the font.
const FULL: f32 = 4.0;

/// For places where rows of a document begin, how far those reach, if enough of them are full to tell.
#[derive(Default)]
pub(super) struct Edges {
    /// Left and right side of rows that are read from the left.
    from_left: Vec<(f32, f32)>,
    /// Right and left side of rows that are read from the right.
    from_right: Vec<(f32, f32)>,
}

impl Edges {
    pub fn of(pages: &[Vec<Row>]) -> Edges {
        let (mut left, mut right) = (Vec::new(), Vec::new());
        for row in pages.iter().flatten().filter(|row| !row.note) {
            left.push((row.x, row.end, row.size));
            if row.from_right {
                right.push((row.end, -row.x, row.size));
            }
        }
        let from_right = farthest(right).into_iter().map(|(end, x)| (end, -x)).collect();
        Edges { from_left: farthest(left), from_right }
    }

    /// The right side of full rows that begin at a place.
    pub fn right(&self, x: f32) -> Option<f32> {
        at(&self.from_left, x)
    }

    /// The left side of full rows that begin at a place on the right.
    pub fn left(&self, end: f32) -> Option<f32> {
        at(&self.from_right, end)
    }
}

fn at(edges: &[(f32, f32)], place: f32) -> Option<f32> {
    let next = edges.partition_point(|(at, _)| *at < place - NEAR);
    edges.get(next).filter(|(at, _)| (at - place).abs() <= NEAR).map(|(_, edge)| *edge)
}

/// Of rows given by where they begin, how far they reach and their size, the places with the farthest reach.
fn farthest(mut rows: Vec<(f32, f32, f32)>) -> Vec<(f32, f32)> {
    rows.sort_by(|a, b| a.0.total_cmp(&b.0));
    let edge = |group: &[(f32, f32, f32)]| {
        let edge = group.iter().map(|(_, reach, _)| *reach).fold(f32::MIN, f32::max);
        let full = group.iter().filter(|(_, reach, size)| edge - reach < size * FULL).count();
        (group.len() >= FEWEST && full * 5 >= group.len() * 3).then_some((group[0].0, edge))
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
