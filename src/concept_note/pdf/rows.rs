//! Glyphs to rows: what stands on one line, in the order it is read.

use super::bands::with_marks;
use super::columns::{self, Columns};
use super::direction;
use super::glyph::Glyph;
use super::labels;
use super::watermark;
use crate::concept_note::numbering;

/// A line of a page, or of one of its columns.
#[expect(clippy::struct_excessive_bools, reason = "how a row was set is a list of facts")]
#[derive(Clone, Debug, Default)]
pub(super) struct Row {
    /// Its words in reading order; a wide gap is a tab.
    pub text: String,
    pub x: f32,
    pub end: f32,
    /// The line its letters stand on.
    pub y: f32,
    /// The size most of its letters have.
    pub size: f32,
    /// The size of its largest letters.
    pub tall: f32,
    /// All of it is bold.
    pub strong: bool,
    /// Its first letter is bold, and its last one is.
    pub strong_ends: (bool, bool),
    /// It begins with a raised number or sign, as footnotes do.
    pub noted: bool,
    /// It belongs to a footnote.
    pub note: bool,
    /// The raised signs in it that lead to footnotes, with blanks or commas between them.
    pub marks: String,
    /// The names of the footnotes that those signs lead to.
    pub leads: Vec<String>,
    /// The name of the footnote that it begins or goes on with; empty where nothing leads to that.
    pub name: String,
    /// It begins with the sign of that footnote.
    pub signed: bool,
    /// How wide what cannot be broken at its beginning is.
    pub first_word: f32,
    /// It is read from the right.
    pub from_right: bool,
    /// Where what stands behind each wide gap begins, from left to right.
    pub cells: Vec<f32>,
    /// Where each of its words begins and ends, as printed from left to right.
    pub words: Vec<(f32, f32)>,
    /// Number of its column on the page, with what runs across before it counted too.
    pub column: usize,
}

impl Row {
    /// How far it reaches: a Chinese stop may hang over the edge.
    pub fn reach(&self) -> f32 {
        if self.text.trim_end().ends_with(['，', '。', '、', '；', '：']) {
            self.end - self.size
        } else {
            self.end
        }
    }
}

/// A gap that parts words, in sizes of the font.
const WORD_GAP: f32 = 0.2;

/// A gap that parts a label from its text: one that is wide leaves less room behind it.
const LABEL_GAP: f32 = 0.1;

/// A gap that is more than a blank.
const TAB_GAP: f32 = 1.5;

/// Longest label with its mark, in signs.
const LONGEST: usize = 6;

/// The rows of a page, column by column, given the columns of the page before.
pub(super) fn rows(glyphs: Vec<Glyph>, columns: &mut Option<Columns>) -> Vec<Row> {
    let text: String = glyphs.iter().map(|glyph| glyph.text.as_str()).collect();
    let from_right = direction::is_from_right(&text);
    let pieces = columns::pieces(watermark::without(glyphs), columns);
    let words = || pieces.iter().flat_map(|(_, glyphs)| glyphs).filter(|glyph| !glyph.is_blank());
    let page = Page {
        from_right,
        left: words().map(|glyph| glyph.x).fold(f32::MAX, f32::min),
        right: words().map(Glyph::end).fold(f32::MIN, f32::max),
    };
    pieces.into_iter().filter_map(|(column, glyphs)| row(glyphs, column, &page)).collect()
}

/// How most of a page is read, and where its words stand.
struct Page {
    from_right: bool,
    left: f32,
    right: f32,
}

impl Page {
    /// Whether a row is read from the right: by its letters, or by where it stands.
    fn is_from_right(&self, glyphs: &[Glyph], x: f32, end: f32) -> bool {
        let text: String = glyphs.iter().map(|glyph| glyph.text.as_str()).collect();
        // no sentence begins with a stop
        let stops = text.trim_start().starts_with(['.', ',', ':', ';', '،', '؛']);
        direction::is_from_right(&text) || self.from_right && (stops || self.right - end < x - self.left)
    }
}

fn row(glyphs: Vec<Glyph>, column: usize, page: &Page) -> Option<Row> {
    let mut glyphs = with_marks(glyphs);
    // a letter that is printed twice is bold
    let mut twice = false;
    glyphs.dedup_by(|next, glyph| {
        let same = next.text == glyph.text && (next.x - glyph.x).abs() < glyph.size * 0.1 && !glyph.is_blank();
        glyph.strong |= same;
        twice |= same;
        same
    });
    let (size, y) = setting(&glyphs);
    let label = labels::at_left(&glyphs, size * WORD_GAP).map(|(label, length)| {
        glyphs.drain(..length);
        label + " "
    });
    let words = || glyphs.iter().filter(|glyph| !glyph.is_blank());
    let (first, last) = (words().next()?, words().next_back()?);
    let (x, end) = (first.x, last.end());
    let from_right = page.is_from_right(&glyphs, x, end);
    let raised = raised(&glyphs, size, y);
    let mut sides = glyphs.iter().zip(&raised).filter(|(glyph, _)| !glyph.is_blank());
    let side = if from_right { sides.next_back() } else { sides.next() };
    let noted = side.is_some_and(|(_, raised)| *raised);
    let Units { letters: units, marks, words: places } = units(&glyphs, size, noted, &raised);
    let gap = |pair: &[Glyph]| pair[1].x - pair[0].end() > size * TAB_GAP;
    let cells = glyphs.windows(2).filter(|pair| gap(pair)).map(|pair| pair[1].x).collect();
    let is_any = |glyph: &Glyph, of: fn(char) -> bool| glyph.text.chars().any(of);
    // a year alone may be the rest of a title
    let has_letters = words().any(|glyph| is_any(glyph, char::is_alphabetic));
    let letters =
        || words().filter(|glyph| is_any(glyph, if has_letters { char::is_alphabetic } else { char::is_alphanumeric }));
    let strong = letters().filter(|glyph| glyph.strong).count();
    let is_strong = |glyph: Option<&Glyph>| glyph.is_some_and(|glyph| glyph.strong);
    let sides = (is_strong(letters().next()), is_strong(letters().next_back()));
    let signs = || words().filter(|glyph| is_any(glyph, char::is_alphanumeric));
    let tall = signs().map(|glyph| glyph.size).fold(size, f32::max);
    let all = letters().count();
    let text = label.unwrap_or_default() + &direction::ordered(&units, from_right);
    (!text.trim().is_empty()).then_some(Row {
        text,
        x,
        end,
        y,
        size,
        tall,
        strong: all > 0 && strong * 10 >= all * 9,
        strong_ends: if from_right { (sides.1, sides.0) } else { sides },
        noted,
        note: false,
        marks: if noted { String::new() } else { marks },
        leads: Vec::new(),
        name: String::new(),
        signed: false,
        first_word: first_word(&glyphs, size, from_right),
        from_right,
        cells,
        words: places,
        column,
    })
}

/// Which glyphs of a row are raised signs that lead to footnotes or begin them: figures and stars, and Roman numbers that are
/// grown together with a word or begin the row.
fn raised(glyphs: &[Glyph], size: f32, y: f32) -> Vec<bool> {
    let is_small = |glyph: &Glyph| glyph.size < size * 0.8 && glyph.y < y - size * 0.12 && !glyph.is_blank();
    let all = |glyph: &Glyph, signs: &str| glyph.text.chars().all(|c| signs.contains(c));
    let is_sign = |glyph: &Glyph| glyph.text.chars().all(|c| c.is_numeric() || "*†‡[](),".contains(c));
    let mut raised: Vec<bool> = glyphs.iter().map(|glyph| is_small(glyph) && is_sign(glyph)).collect();
    let mut from = 0;
    for run in glyphs.chunk_by(|a, b| is_small(a) == is_small(b)) {
        let roman = run.len() <= LONGEST && run.iter().all(|glyph| is_small(glyph) && all(glyph, "ivx"));
        let before = glyphs[..from].iter().rev().take_while(|glyph| !glyph.is_blank()).next();
        let grown = before.is_some_and(|before| run[0].x - before.end() < size * WORD_GAP);
        if roman && (grown || glyphs[..from].iter().all(Glyph::is_blank)) {
            raised[from..from + run.len()].fill(true);
        }
        from += run.len();
    }
    raised
}

/// What a row is made of.
#[derive(Default)]
struct Units {
    /// Letters, blanks and tabs from left to right.
    letters: Vec<String>,
    /// The raised marks in it, which are no words unless they begin it.
    marks: String,
    /// Where each word begins and ends.
    words: Vec<(f32, f32)>,
}

fn units(glyphs: &[Glyph], size: f32, noted: bool, raised: &[bool]) -> Units {
    let Units { letters: mut units, mut marks, mut words } = Units::default();
    let mut before: Option<&Glyph> = None;
    let mut before_raised = true;
    // the next letter begins a word
    let mut begins = true;
    for (glyph, raised) in glyphs.iter().zip(raised) {
        if let Some(before) = before {
            let gap = glyph.x - before.end();
            let least = match (before.is_wide(), glyph.is_wide()) {
                (true, true) => 1.0,
                (false, false) if is_label(&units) => LABEL_GAP,
                (false, false) => WORD_GAP,
                _ => 0.6,
            };
            // a Roman number that begins a note, and its first word
            let behind_sign = before_raised && !raised && before.text.chars().all(char::is_alphabetic);
            if gap > size * TAB_GAP {
                units.push("\t".to_owned());
                begins = true;
            } else if gap > size * least || noted && behind_sign {
                units.push(" ".to_owned());
                begins = true;
            }
        }
        // a mark that leads to a footnote is no word
        if *raised {
            if !before_raised {
                marks.push(' ');
            }
            marks.push_str(&glyph.text);
        }
        // what stretches a word may end inside the letter it is set upon
        if before.is_none_or(|before| !glyph.text.is_empty() || glyph.end() >= before.end()) {
            (before, before_raised) = (Some(glyph), *raised);
        }
        if !raised || noted {
            units.push(direction::letters(&glyph.text));
            match words.last_mut().filter(|_| !begins) {
                _ if glyph.is_blank() => {}
                Some((_, end)) => *end = glyph.end(),
                None => words.push((glyph.x, glyph.end())),
            }
            begins = glyph.is_blank();
        }
    }
    Units { letters: units, marks, words }
}

/// Whether all there is of a row so far is a label with its mark, or a dash or another bullet.
fn is_label(units: &[String]) -> bool {
    let dash = matches!(units, [sign] if sign.chars().all(|c| "–—•◦▪●○■‣".contains(c)));
    let marked = matches!(units, [.., mark] if matches!(mark.as_str(), "." | ")")) && units.len() <= LONGEST;
    dash || marked && numbering::parse(&units.concat()).is_some()
}

/// How wide the first word of a row is; of Chinese, the first sign with what may not begin a row.
fn first_word(glyphs: &[Glyph], size: f32, from_right: bool) -> f32 {
    let mut ordered: Vec<&Glyph> = glyphs.iter().skip_while(|glyph| glyph.is_blank()).collect();
    if from_right {
        ordered.reverse();
    }
    let mut words = ordered.into_iter().skip_while(|glyph| glyph.is_blank());
    let Some(first) = words.next() else {
        return 0.0;
    };
    let (mut x, mut end, mut last) = (first.x, first.end(), first);
    for glyph in words {
        let gap = f32::max(glyph.x - end, x - glyph.end());
        let joined = glyph.text.is_empty() || glyph.text == "\u{a0}" || !glyph.is_blank() && gap < size * WORD_GAP;
        let parts = (last.is_wide() || glyph.is_wide()) && !glyph.text.starts_with(is_closing);
        if !joined || parts && !last.text.ends_with(is_opening) {
            break;
        }
        (x, end, last) = (x.min(glyph.x), end.max(glyph.end()), glyph);
    }
    end - x
}

/// Signs that no row begins with.
fn is_closing(c: char) -> bool {
    "，。、；：？！）》」』】”’…,.;:?!)".contains(c)
}

/// Signs that no row ends with.
fn is_opening(c: char) -> bool {
    "（《「『“‘([".contains(c)
}

/// Size and line that most letters have.
fn setting(glyphs: &[Glyph]) -> (f32, f32) {
    let mut counts: Vec<(f32, f32, usize)> = Vec::new();
    for glyph in glyphs.iter().filter(|glyph| !glyph.is_blank()) {
        match counts.iter_mut().find(|(size, y, _)| (size - glyph.size).abs() < 0.2 && (y - glyph.y).abs() < 0.5) {
            Some((.., count)) => *count += 1,
            None => counts.push((glyph.size, glyph.y, 1)),
        }
    }
    counts.into_iter().max_by_key(|(.., count)| *count).map_or((1.0, 0.0), |(size, y, _)| (size, y))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Signs as wide as they are high, or half as wide, next to each other.
    fn glyphs(text: &str) -> Vec<Glyph> {
        let mut x = 0.0;
        let glyph = |c: char| {
            let width = if c.is_ascii() { 5.0 } else { 10.0 };
            x += width;
            Glyph { text: c.to_string(), x: x - width, y: 0.0, width, size: 10.0, strong: false }
        };
        text.chars().map(glyph).collect()
    }

    #[test]
    fn the_first_word_is_what_cannot_be_broken() {
        for (text, width) in [
            ("ab cd", 10.0),
            ("安全", 10.0),
            ("安，全", 20.0),
            ("S/2031/5号", 40.0),
            ("（S/2031/5）号", 60.0),
            ("《安全》", 20.0),
        ] {
            assert!((first_word(&glyphs(text), 10.0, false) - width).abs() < 0.1, "{text}");
        }
    }

    #[test]
    fn a_chinese_stop_may_hang_over_the_edge() {
        let reach = |text: &str| rows(glyphs(text), &mut None)[0].reach();
        assert!((reach("安全，") - 20.0).abs() < 0.1 && (reach("安全") - 20.0).abs() < 0.1);
    }

    #[test]
    fn a_label_at_the_left_of_a_row_from_the_right_comes_first() {
        let row = &rows(glyphs("3.  ؟ب أ"), &mut None)[0];
        assert_eq!((row.text.as_str(), row.from_right), ("3. أ ب؟", true));
        assert!((row.x - 20.0).abs() < 0.1, "the row is as wide as its text");
    }

    #[test]
    fn a_narrow_gap_parts_a_bullet_from_its_text() {
        let row = |gap: f32| {
            let mut glyphs = glyphs("–abc");
            glyphs[1..].iter_mut().for_each(|glyph| glyph.x += gap);
            rows(glyphs, &mut None).remove(0).text
        };
        assert_eq!([row(1.5), row(0.5)], ["– abc", "–abc"]);
    }

    #[test]
    fn the_second_letter_of_a_ligature_without_a_width_is_read_behind_the_first() {
        for nudge in [-0.01, 0.0, 0.01] {
            let mut glyphs = glyphs("ملا");
            // seen from the left: the ligature, and what is read before it
            let alef = glyphs.pop().unwrap();
            let (x, lam) = (glyphs[1].x, glyphs.remove(0));
            glyphs[0].x = 0.0;
            glyphs.push(Glyph { x: nudge, width: 0.0, ..alef });
            glyphs.push(Glyph { x, ..lam });
            assert_eq!(rows(glyphs, &mut None)[0].text, "ملا", "{nudge}");
        }
    }

    #[test]
    fn marks_that_stand_apart_are_several() {
        let mut glyphs = glyphs("abcd1efgh23");
        for glyph in glyphs.iter_mut().filter(|glyph| glyph.text.parse::<u8>().is_ok()) {
            (glyph.size, glyph.y) = (6.0, -4.0);
        }
        assert_eq!(rows(glyphs, &mut None)[0].marks.trim(), "1 23");
    }
}
