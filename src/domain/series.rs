//! The series in which a list counts, told by its labels: `(a)`, `б)`, `（三）`, `II.`, `Question 3`, `Q1.`; the next label goes
//! on in it.

use super::{
    numerals::{self, ABJAD, CHINESE, LATIN, RUSSIAN},
    words::is_wide,
};

/// What a series counts with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Counter {
    /// In the digits that begin with this zero.
    Digits(char),
    /// In the letters of an alphabet, capitals or small.
    Letters(&'static str, bool),
    /// I, II, III, capitals or small.
    Roman(bool),
    /// 一, 二, 三.
    Chinese,
}

/// How a list counts: its counter and what stands before and after it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Series {
    before: String,
    counter: Counter,
    after: String,
}

impl Default for Series {
    /// `(a)`, `(b)` ... `(z)`, `(aa)`, `(ab)`: how questions are labelled that have no labels.
    fn default() -> Self {
        Self { before: "(".to_owned(), counter: Counter::Letters(LATIN, false), after: ")".to_owned() }
    }
}

impl Series {
    /// The series that most of the labels of a list belong to; of two, the one in which they stand at their places, so that
    /// `(i)` is the first Roman number or the ninth letter. The default where none counts.
    #[must_use]
    pub fn of<'a>(labels: impl IntoIterator<Item = &'a str>) -> Self {
        let read: Vec<Vec<(Series, u32)>> = labels.into_iter().map(readings).collect();
        let mut best: Option<((usize, usize), &Series)> = None;
        for (series, _) in read.iter().flatten() {
            let places =
                read.iter().map(|readings| readings.iter().find(|(other, _)| other == series).map(|(_, at)| *at));
            let (mut members, mut placed) = (0, 0);
            for (at, place) in (1..).zip(places) {
                members += usize::from(place.is_some());
                placed += usize::from(place == Some(at));
            }
            if best.is_none_or(|(most, _)| (members, placed) > most) {
                best = Some(((members, placed), series));
            }
        }
        best.map(|(_, series)| series.clone()).unwrap_or_default()
    }

    /// The label of a place, from 1.
    #[must_use]
    pub fn label(&self, place: u32) -> String {
        format!("{}{}{}", self.before, self.counter.write(place), self.after)
    }

    /// The place of a label, from 1; none where it is not of this series.
    #[must_use]
    pub fn place(&self, label: &str) -> Option<u32> {
        readings(label).into_iter().find(|(series, _)| series == self).map(|(_, place)| place)
    }
}

impl Counter {
    fn write(self, place: u32) -> String {
        let cased = |letters: String, capitals| if capitals { letters.to_uppercase() } else { letters };
        let written = match self {
            Counter::Digits(zero) => numerals::digits(place, zero),
            // with the stretcher, so that it is not taken for the number five
            Counter::Letters(ABJAD, _) if place == 5 => Some("هـ".to_owned()),
            Counter::Letters(alphabet, capitals) => {
                numerals::column(place, alphabet).map(|letters| cased(letters, capitals))
            }
            Counter::Roman(capitals) => numerals::roman(place).map(|roman| cased(roman.to_lowercase(), capitals)),
            Counter::Chinese => numerals::chinese(place, CHINESE, ["", "十", "百", "千"]),
        };
        written.unwrap_or_else(|| place.to_string())
    }

    /// All that a counter can be read as.
    fn read(text: &str) -> Vec<(Counter, u32)> {
        let Some(first) = text.chars().next() else { return Vec::new() };
        if let Some(zero) = numerals::zero(first) {
            let plain: String = text.chars().map(|c| numerals::digit(c).unwrap_or(c)).collect();
            return plain.parse().ok().map(|place| (Counter::Digits(zero), place)).into_iter().collect();
        }
        if let Some(place) = numerals::read_chinese(text) {
            return vec![(Counter::Chinese, place)];
        }
        let (small, capitals) = (text.to_lowercase(), text.chars().all(char::is_uppercase));
        if !capitals && small != text {
            return Vec::new();
        }
        let letters = [LATIN, RUSSIAN, ABJAD].into_iter();
        let letters = letters.filter_map(|alphabet| Some((alphabet, numerals::letter(&small, alphabet)?)));
        let letters = letters.map(|(alphabet, place)| (Counter::Letters(alphabet, capitals), place));
        let roman = numerals::read_roman(&small).map(|place| (Counter::Roman(capitals), place));
        letters.chain(roman).collect()
    }
}

/// The series that a label can belong to, each with its place there: by the last part of it that counts.
fn readings(label: &str) -> Vec<(Series, u32)> {
    let label = label.trim();
    for (from, to) in runs(label).into_iter().rev() {
        let read = Counter::read(&label[from..to]);
        if !read.is_empty() {
            let series = |counter| Series { before: label[..from].to_owned(), counter, after: label[to..].to_owned() };
            return read.into_iter().map(|(counter, place)| (series(counter), place)).collect();
        }
    }
    Vec::new()
}

/// Where digits, Chinese numerals and words stand in a text, in bytes.
fn runs(text: &str) -> Vec<(usize, usize)> {
    let class = |c: char| match c {
        c if numerals::zero(c).is_some() => 1,
        '十' => 2,
        c if is_wide(c) && CHINESE.iter().skip(1).any(|digit| digit.contains(c)) => 2,
        c if c.is_alphabetic() || c == '\u{640}' => 3,
        _ => 0,
    };
    let (mut runs, mut last): (Vec<(usize, usize)>, u8) = (Vec::new(), 0);
    for (at, c) in text.char_indices() {
        let (class, end) = (class(c), at + c.len_utf8());
        match runs.last_mut().filter(|_| class == last) {
            Some(run) if class > 0 => run.1 = end,
            _ if class > 0 => runs.push((at, end)),
            _ => {}
        }
        last = class;
    }
    runs
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_goes_on_in_its_own_series() {
        for (labels, next) in [
            (&["(a)", "(b)"][..], "(c)"),
            (&["(أ)", "(ب)", "(ج)"], "(د)"),
            (&["(أ)", "(ب)", "(ج)", "(د)"], "(هـ)"),
            (&["(أ)", "(ب)", "(ج)", "(د)", "(هـ)"], "(و)"),
            (&["а)", "б)", "в)"], "г)"),
            (&["（一）", "（二）", "（三）"], "（四）"),
            (&["一、", "二、"], "三、"),
            (&["I.", "II.", "III."], "IV."),
            (&["(i)", "(ii)", "(iii)"], "(iv)"),
            (&["(i)"], "(ii)"),
            (&["1.", "2."], "3."),
            (&["١-", "٢-"], "٣-"),
            (&["1°)", "2°)"], "3°)"),
            (&["2.1", "2.2"], "2.3"),
            (&["B1.", "B2."], "B3."),
            (&["Question 1", "Question 2", "Question 3"], "Question 4"),
            (&["Question A", "Question B"], "Question C"),
            (&["Q1.", "Q2."], "Q3."),
            (&["Вопрос № 1.", "Вопрос № 2."], "Вопрос № 3."),
            (&["问题一", "问题二"], "问题三"),
            (&["第1题"], "第2题"),
            (&["Matter", "Other matter"], "(c)"),
            (&[], "(a)"),
        ] {
            let series = Series::of(labels.iter().copied());
            let place = u32::try_from(labels.len()).unwrap();
            assert_eq!(series.label(place + 1), next, "{labels:?}");
        }
    }

    #[test]
    fn most_labels_decide_and_then_their_places() {
        let of = |labels: &[&str]| Series::of(labels.iter().copied()).label(1);
        assert_eq!(of(&["1.", "(a)", "(b)"]), "(a)");
        assert_eq!(of(&["1.", "(a)"]), "1.");
        assert_eq!(of(&["(g)", "(h)", "(i)"]), "(a)");
        let nine = ["(a)", "(b)", "(c)", "(d)", "(e)", "(f)", "(g)", "(h)", "(i)"];
        assert_eq!(of(&nine), "(a)");
        assert_eq!(Series::of(nine).place("(i)"), Some(9));
        assert_eq!(Series::of(nine).place("i."), None);
    }

    #[test]
    fn every_place_of_a_consultation_has_a_label_of_its_own() {
        for first in ["(a)", "(أ)", "а)", "（一）", "I.", "1.", "٣"] {
            let series = Series::of([first]);
            let labels: std::collections::HashSet<_> = (1..=100).map(|place| series.label(place)).collect();
            assert_eq!(labels.len(), 100, "{first}");
        }
        let labels = [1, 8, 26, 27, 52, 53, 100].map(|place| Series::default().label(place));
        assert_eq!(labels, ["(a)", "(h)", "(z)", "(aa)", "(az)", "(ba)", "(cv)"]);
    }
}
