//! Paragraphs that a page or a column tears apart.

use super::rows::Row;
use super::setting::{INDENT, Setting, is_as_strong, is_labelled, is_printed};
use crate::concept_note::markers;
use crate::concept_note::sentence::{asks, ends_clause, ends_sentence, starts_low};

/// How far above the foot of a page a row may stand that fills it, in sizes of the font: a page may end one or two lines
/// early, so that none stands alone.
const FOOT: f32 = 6.0;

/// The end of a page or a column, in the midst of the text.
pub(super) struct Break<'a> {
    /// The rows of the paragraph above it, as they stand there.
    pub above: &'a [&'a Row],
    /// The rows below it that are one paragraph.
    pub below: &'a [Row],
    /// How the text is set above and below it.
    pub settings: [&'a Setting<'a>; 2],
    /// Where text or footnotes go on below the paragraph at the latest, or the foot of the page.
    pub foot: f32,
    /// The column ends with the rows below.
    pub ends_again: bool,
}

impl Break<'_> {
    /// Whether the paragraph goes on below.
    pub fn is_inside(&self) -> bool {
        let ([.., above], [row, ..]) = (self.above, self.below) else {
            return false;
        };
        let alike = (above.size - row.size).abs() < row.size * 0.08 && is_as_strong(above, row);
        let further = (self.settings[1].begin(row) - self.settings[0].begin(above)) / row.size;
        // a first row that is all there was of the paragraph may stand elsewhere than the second
        let hangs = self.above.len() == 1 || further.abs() < INDENT;
        if !alike || !hangs || is_labelled(row) || !self.settings[0].is_full_at_end(above, row) {
            return false;
        }
        if ends_sentence(&above.text) {
            return self.is_inside_after_sentence(above, row);
        }
        starts_low(&row.text) || !ends_clause(&above.text) && self.is_filled(above)
    }

    fn is_filled(&self, above: &Row) -> bool {
        self.foot - above.y < above.size * FOOT
    }

    /// Whether no other row had room: a paragraph leaves one early, so that no row of it stands alone.
    fn is_filled_up(&self, above: &Row) -> bool {
        let left = (self.foot - above.y) / above.size;
        let pitch = self.settings[0].pitch;
        left < pitch * 0.95 || left < pitch * 1.95 && self.below.len() == 2
    }

    /// Whether the next sentence belongs to the same paragraph: the last row is as full as it can be, on a full page, and
    /// what follows is worded as sentences inside a paragraph are.
    fn is_inside_after_sentence(&self, above: &Row, row: &Row) -> bool {
        let asks = asks(&above.text);
        let below = &self.below[self.below.len() - 1];
        let is_text = ends_sentence(&below.text) || self.ends_again && self.settings[1].is_full_at_end(below, row);
        let heads = is_printed(row) || markers::is_any(&row.text);
        self.above.len() > 1
            && self.is_filled_up(above)
            && self.settings[0].is_flush_at_end(above, row)
            && is_text
            && !asks
            && !heads
    }
}
