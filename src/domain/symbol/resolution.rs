//! Resolutions by number alone: `2151 (2014)` of the Security Council, `70/262` of the General Assembly,
//! `2020/5` of the Economic and Social Council, `16/21` of the Human Rights Council, `3314 (XXIX)` before 1976.
//!
//! `70/262` is a fraction, a share or a season unless the text says "resolution"; `2151 (2014)` may stand alone,
//! since the Council's numbers are known for each year.

mod words;

use super::series::{count, is_year, session_or_year};
use super::{Mention, Symbol};
use words::{ARABIC_PREFIXES, BETWEEN, MAJORITY, NUMBER, ORGANS, Organ, SHORT, WORD_AFTER, WORDS};

/// The Council's last resolution at the end of some years; between them the numbers are nearly even.
const LAST_OF_YEAR: &[(u32, u32)] = &[
    (1945, 0),
    (1950, 89),
    (1960, 160),
    (1970, 291),
    (1980, 484),
    (1990, 683),
    (2000, 1334),
    (2010, 1966),
    (2020, 2560),
    (2100, 6960),
];

/// How far the real number may be from the even one.
const TOLERANCE: u32 = 100;

/// Bytes between the word and a number, at most.
const REACH: usize = 160;

/// The places in a text where it speaks of resolutions.
pub(super) struct Context {
    /// Ends of the word "resolution", whole or short, ascending, not yet passed.
    words: std::iter::Peekable<std::vec::IntoIter<(usize, Anchor)>>,
    /// The last word or accepted number before the place looked at.
    anchor: Option<(usize, Anchor)>,
}

impl Context {
    pub(super) fn of(text: &str) -> Context {
        let whole = WORDS
            .iter()
            .flat_map(|word| text.match_indices(word))
            .filter(|(at, word)| word.is_ascii() || !is_arabic(word) || !is_other_word(text, *at))
            .map(|(at, word)| {
                let end = at + word.len();
                let rest = text[end..].chars().take_while(|c| c.is_alphabetic()).take(8).map(char::len_utf8);
                (end + rest.sum::<usize>(), Anchor::Word)
            });
        let begins = |at: usize| !text[..at].ends_with(|c: char| c.is_alphanumeric() || "-/".contains(c));
        let short = SHORT.iter().flat_map(|word| text.match_indices(word)).filter(|(at, _)| begins(*at));
        let mut words: Vec<_> = whole.chain(short.map(|(at, word)| (at + word.len(), Anchor::Short))).collect();
        words.sort_unstable_by_key(|(end, _)| *end);
        Context { words: words.into_iter().peekable(), anchor: None }
    }

    /// The resolution whose number begins here.
    pub(super) fn mention(&mut self, text: &str, at: usize) -> Option<Mention> {
        while let Some(word) = self.words.next_if(|(end, _)| *end <= at) {
            self.anchor = Some(word);
        }
        let form = Form::at(text, at)?;
        let organ = organ(text, at, form.end);
        if !may_begin(text, at) || !self.allows(text, at, &form, organ) {
            return None;
        }
        if self.gap(text, at).is_some() {
            // numbers after it may belong to the same list
            self.anchor = Some((form.end, Anchor::Number));
        }
        let written = text[at..form.end].to_owned();
        let path = if form.kind == Kind::Session { form.path_of(organ) } else { Some(form.path()) };
        let (listed, path) = (path.is_some(), path.unwrap_or_else(|| written.clone()));
        Some(Mention { range: at..form.end, symbol: Symbol { written, path, listed } })
    }

    /// What stands between the word, or the number before, and this place, if both are in one sentence.
    fn gap<'a>(&self, text: &'a str, at: usize) -> Option<&'a str> {
        let gap = self.anchor.and_then(|(anchor, _)| text.get(anchor..at))?;
        (gap.len() <= REACH && !ends_sentence(gap)).then_some(gap)
    }

    fn allows(&self, text: &str, at: usize, form: &Form, organ: Option<Organ>) -> bool {
        let gap = self.gap(text, at);
        let rest = &text[form.end..];
        let listed = gap.is_some_and(is_list) || announced_after(rest);
        let described =
            || gap.is_some_and(is_one_word) && self.anchor.is_some_and(|(end, _)| adjectives_follow(&text[..end]));
        match form.kind {
            Kind::Year => gap.is_some() || listed || plausible(&form.first, &form.second),
            Kind::Roman | Kind::Special => listed,
            Kind::Session => {
                let session = form.first.parse().unwrap_or(0_u32);
                let of_assembly = (31..=150).contains(&session);
                let human_rights = organ == Some(Organ::HumanRightsCouncil);
                let known = listed && (of_assembly || (1946..=2100).contains(&session) || human_rights);
                known
                    || of_assembly && described()
                    || self.is_direct(gap, &text[..at], rest) && !form.is_idiom() && !is_share_of(rest)
                    || self.after_number(gap) && !form.is_idiom() && !form.is_fraction()
            }
        }
    }

    /// Whether the number stands right beside the word: then it counts whatever its session.
    fn is_direct(&self, gap: Option<&str>, before: &str, rest: &str) -> bool {
        let follows = gap.is_some_and(|gap| {
            !gap.contains([',', ';', '(', '،']) && alphabetic(gap).all(|word| NUMBER.contains(&word.as_str()))
        });
        let chinese = before.trim_end().ends_with('第') && rest.trim_start().starts_with('号') && announced_after(rest);
        chinese || follows && matches!(self.anchor, Some((_, Anchor::Word)))
    }

    /// Whether nothing but "and" or a comma joins it to the number before.
    fn after_number(&self, gap: Option<&str>) -> bool {
        let joined = gap.is_some_and(|gap| {
            let and = |word: String| ["and", "et", "y", "e", "и", "و", "和", "及"].contains(&word.as_str());
            gap.len() <= 12 && alphabetic(gap).all(and)
        });
        joined && matches!(self.anchor, Some((_, Anchor::Number)))
    }
}

/// What a number refers back to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Anchor {
    /// The word "resolution".
    Word,
    /// The word cut short, which other words may be too.
    Short,
    /// A number that was taken for one.
    Number,
}

/// Whether the Arabic word, whose letters end here and begin there, is part of another word: "stability".
fn is_other_word(text: &str, at: usize) -> bool {
    let before = text[..at].char_indices().rev().take_while(|(_, c)| c.is_alphabetic()).last();
    before.is_some_and(|(from, _)| !ARABIC_PREFIXES.contains(&&text[from..at]))
}

/// The body that is named nearest before a number, else right after it.
fn organ(text: &str, at: usize, end: usize) -> Option<Organ> {
    let (before, after) = (tail(&text[..at], 2 * REACH), head(&text[end..], REACH / 2));
    let sentence = before.rfind(['。', '；', '\n']).map_or(before, |stop| &before[stop..]);
    let after = after.split(['.', '。', ';', '；', ',', '،', '，']).next().unwrap_or_default();
    let named = |text: &str, last: bool| {
        let places = ORGANS.iter().flat_map(|(organ, names)| names.iter().map(move |name| (*organ, *name)));
        let found = places.filter_map(|(organ, name)| {
            Some((if last { text.rfind(name)? + name.len() } else { usize::MAX - text.find(name)? }, name.len(), organ))
        });
        found.max_by_key(|(place, length, _)| (*place, *length)).map(|(.., organ)| organ)
    };
    named(after, false).filter(|_| !after.contains(char::is_numeric)).or_else(|| named(sentence, true))
}

/// The path of a resolution given by its number alone.
pub(super) fn path(text: &str) -> Option<String> {
    Form::at(text, 0).filter(|form| form.end == text.len()).map(|form| form.path())
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    /// `2151 (2014)`
    Year,
    /// `3314 (XXIX)`
    Roman,
    /// `70/262`
    Session,
    /// `ES-11/1`
    Special,
}

/// How a resolution's number is written.
struct Form {
    kind: Kind,
    first: String,
    second: String,
    end: usize,
}

impl Form {
    fn at(text: &str, at: usize) -> Option<Form> {
        let bytes = text.as_bytes();
        let special = ["ES-", "S-"].iter().find(|prefix| bytes[at..].starts_with(prefix.as_bytes()));
        let number = at + special.map_or(0, |prefix| prefix.len());
        let number_end = number + count(bytes, number, 5, u8::is_ascii_digit);
        if number_end == number || number_end - number > 4 {
            return None;
        }
        let first = text[at..number_end].to_owned();
        if bytes.get(number_end) == Some(&b'/') {
            let digits = count(bytes, number_end + 1, 5, u8::is_ascii_digit);
            let end = number_end + 1 + digits;
            // a date goes on, a season of a year does too
            let goes_on = text[end..].starts_with(|c: char| c.is_ascii_alphanumeric() || "/%٪".contains(c));
            if !(1..=4).contains(&digits) || goes_on {
                return None;
            }
            let kind = if special.is_some() { Kind::Special } else { Kind::Session };
            return Some(Form { kind, first, second: text[number_end + 1..end].to_owned(), end });
        }
        if special.is_some() {
            return None;
        }
        // `217 A (III)`: one of several under a number
        let part = part(&text[number_end..]);
        let end = session_or_year(text, number_end + part)?;
        let second: String = text[number_end + part..end].chars().filter(char::is_ascii_alphanumeric).collect();
        let kind = if is_year(&second) { Kind::Year } else { Kind::Roman };
        (part == 0 || kind == Kind::Roman).then_some(Form { kind, first, second, end })
    }

    /// The path of one that a body numbered by its sessions; none where the body is not known, or has no such list.
    fn path_of(&self, organ: Option<Organ>) -> Option<String> {
        let Form { first, second, .. } = self;
        let session = first.parse().unwrap_or(0_u32);
        match organ {
            Some(Organ::HumanRightsCouncil) => Some(format!("A/HRC/RES/{first}/{second}")),
            Some(Organ::EnvironmentAssembly) if session < 31 => Some(format!("UNEP/EA.{first}/RES.{second}")),
            Some(Organ::Commission) if session < 1000 => None,
            _ if session < 31 => None,
            _ => Some(self.path()),
        }
    }

    fn numbers(&self) -> (u32, u32) {
        (self.first.parse().unwrap_or(0), self.second.parse().unwrap_or(0))
    }

    /// `1/3`, `3/8`.
    fn is_fraction(&self) -> bool {
        let (first, second) = self.numbers();
        first < second && second <= 10
    }

    /// "24/7" is day and night.
    fn is_idiom(&self) -> bool {
        self.numbers() == (24, 7)
    }

    fn path(&self) -> String {
        let Form { first, second, .. } = self;
        match self.kind {
            Kind::Year => format!("S/RES/{first}({second})"),
            Kind::Roman => format!("A/RES/{first}({second})"),
            Kind::Special => format!("A/RES/{first}/{second}"),
            Kind::Session => match first.parse().unwrap_or(0_u32) {
                // the Assembly numbers by session since its thirty-first
                0..31 => format!("A/HRC/RES/{first}/{second}"),
                31..1000 => format!("A/RES/{first}/{second}"),
                _ => format!("E/RES/{first}/{second}"),
            },
        }
    }
}

/// Bytes of a blank and the letter that tells the parts of a resolution apart.
fn part(rest: &str) -> usize {
    let blank = rest.chars().next().filter(|c| matches!(c, ' ' | '\u{a0}')).map_or(0, char::len_utf8);
    let letter = rest[blank..].starts_with(|c: char| c.is_ascii_uppercase());
    let ends = rest.get(blank + 1..).is_some_and(|rest| rest.starts_with([' ', '\u{a0}', '(']));
    if blank > 0 && letter && ends { blank + 1 } else { 0 }
}

fn may_begin(text: &str, at: usize) -> bool {
    let before = text[..at].chars().next_back();
    before.is_none_or(|c| !(c.is_ascii_alphanumeric() || "/.,٫٬-_$€£+".contains(c)))
}

/// Whether the Council could have given this number in that year.
fn plausible(number: &str, year: &str) -> bool {
    let (Ok(number), Ok(year)) = (number.parse::<u32>(), year.parse::<u32>()) else {
        return false;
    };
    let Some(after) = LAST_OF_YEAR.iter().position(|(last, _)| *last >= year).filter(|i| *i > 0) else {
        return false;
    };
    let ((from, low), (to, high)) = (LAST_OF_YEAR[after - 1], LAST_OF_YEAR[after]);
    let expected = low + (high - low) * (year - from) / (to - from);
    number > TOLERANCE && number.abs_diff(expected) <= TOLERANCE
}

/// Whether nothing but a list of resolutions stands between.
fn is_list(gap: &str) -> bool {
    gap.trim_end().ends_with('(') || alphabetic(gap).all(|word| BETWEEN.contains(&word.as_str()))
}

/// The words of a text, small.
fn alphabetic(text: &str) -> impl Iterator<Item = String> {
    text.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty()).map(str::to_lowercase)
}

/// Whether a majority is spoken of right after a fraction.
fn is_share_of(rest: &str) -> bool {
    let near = head(rest, 24).to_lowercase();
    MAJORITY.iter().any(|word| near.contains(word))
}

fn is_arabic(word: &str) -> bool {
    word.chars().all(|c| matches!(c, '\u{621}'..='\u{64a}'))
}

/// Whether one word with blanks around it stands between.
fn is_one_word(gap: &str) -> bool {
    let word = gap.trim_matches(' ');
    word.len() + 2 == gap.len() && word.chars().all(char::is_lowercase)
}

/// Whether a text ends with the word in a language whose adjectives follow it: "las resoluciones gemelas 75/201".
fn adjectives_follow(text: &str) -> bool {
    let word = text.rsplit(|c: char| !c.is_alphabetic()).next().unwrap_or_default().to_lowercase();
    !word.is_empty() && !word.starts_with("resoluti")
}

fn announced_after(rest: &str) -> bool {
    let near: String = rest.chars().take(30).collect();
    near.find(WORD_AFTER).is_some_and(|at| !near[..at].contains(['。', '；', '.']))
}

fn ends_sentence(gap: &str) -> bool {
    let mut full_stop = false;
    for c in gap.chars() {
        if "。！？!?\n".contains(c) || (full_stop && c.is_uppercase()) {
            return true;
        }
        full_stop = c == '.' || (full_stop && c.is_whitespace());
    }
    false
}

/// The first bytes of a text, on a character boundary.
fn head(text: &str, most: usize) -> &str {
    let mut end = text.len().min(most);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    &text[..end]
}

/// The last bytes of a text, on a character boundary.
fn tail(text: &str, most: usize) -> &str {
    let mut from = text.len().saturating_sub(most);
    while !text.is_char_boundary(from) {
        from += 1;
    }
    &text[from..]
}
