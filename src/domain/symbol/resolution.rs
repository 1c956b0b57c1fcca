//! Resolutions by number alone: `2151 (2014)` of the Security Council, `70/262` of the General Assembly,
//! `2020/5` of the Economic and Social Council, `16/21` of the Human Rights Council, `3314 (XXIX)` before 1976.
//!
//! `70/262` is a fraction, a share or a season unless the text says "resolution"; `2151 (2014)` may stand alone,
//! since the Council's numbers are known for each year.

use super::series::{count, is_year, session_or_year};
use super::{Mention, Symbol};

/// The word "resolution" in six languages, as far as its forms agree.
const WORDS: &[&str] = &[
    "resoluti",
    "Resoluti",
    "RESOLUTI",
    "résoluti",
    "Résoluti",
    "RÉSOLUTI",
    "resoluci",
    "Resoluci",
    "RESOLUCI",
    "резолюци",
    "Резолюци",
    "РЕЗОЛЮЦИ",
    "قرار",
];

/// In Chinese the word follows the number.
const WORD_AFTER: &str = "决议";

/// Organs, articles, months and the like that may stand between the word and its numbers.
const BETWEEN: &[&str] = &[
    "a",
    "b",
    "no",
    "nos",
    "n",
    "and",
    "or",
    "of",
    "the",
    "its",
    "general",
    "assembly",
    "security",
    "council",
    "economic",
    "social",
    "human",
    "rights",
    "ga",
    "sc",
    "unsc",
    "unga",
    "also",
    "in",
    "particular",
    "et",
    "ou",
    "de",
    "du",
    "la",
    "le",
    "les",
    "l",
    "des",
    "d",
    "en",
    "assemblée",
    "générale",
    "conseil",
    "sécurité",
    "économique",
    "droits",
    "homme",
    "y",
    "e",
    "o",
    "del",
    "los",
    "asamblea",
    "consejo",
    "seguridad",
    "económico",
    "derechos",
    "humanos",
    "núm",
    "núms",
    "и",
    "или",
    "от",
    "года",
    "г",
    "генеральной",
    "ассамблеи",
    "совета",
    "безопасности",
    "экономического",
    "социального",
    "по",
    "правам",
    "человека",
    "و",
    "الجمعية",
    "العامة",
    "مجلس",
    "الأمن",
    "رقم",
    "المؤرخ",
    "المؤرخة",
    "حقوق",
    "الإنسان",
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
    "janvier",
    "février",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "août",
    "septembre",
    "octobre",
    "novembre",
    "décembre",
    "enero",
    "febrero",
    "marzo",
    "abril",
    "mayo",
    "junio",
    "julio",
    "agosto",
    "septiembre",
    "octubre",
    "noviembre",
    "diciembre",
    "января",
    "февраля",
    "марта",
    "апреля",
    "мая",
    "июня",
    "июля",
    "августа",
    "сентября",
    "октября",
    "ноября",
    "декабря",
    "第",
    "号",
    "和",
    "号和第",
    "号、第",
];

/// The Human Rights Council numbers by session as the Assembly does; only its name tells them apart.
const HUMAN_RIGHTS_COUNCIL: &[&str] = &[
    "uman Rights Council",
    "onseil des droits de l",
    "onsejo de Derechos Humanos",
    "по правам человека",
    "人权理事会",
    "مجلس حقوق الإنسان",
];

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
    /// Ends of the word "resolution", ascending, not yet passed.
    words: std::iter::Peekable<std::vec::IntoIter<usize>>,
    /// The last word or accepted number before the place looked at.
    anchor: Option<usize>,
}

impl Context {
    pub(super) fn of(text: &str) -> Context {
        let mut words: Vec<usize> = WORDS
            .iter()
            .flat_map(|word| text.match_indices(word))
            .map(|(at, word)| {
                let end = at + word.len();
                end + text[end..].chars().take_while(|c| c.is_alphabetic()).take(8).map(char::len_utf8).sum::<usize>()
            })
            .collect();
        words.sort_unstable();
        Context { words: words.into_iter().peekable(), anchor: None }
    }

    /// The resolution whose number begins here.
    pub(super) fn mention(&mut self, text: &str, at: usize) -> Option<Mention> {
        while let Some(end) = self.words.next_if(|end| *end <= at) {
            self.anchor = Some(end);
        }
        let form = Form::at(text, at)?;
        if !may_begin(text, at) || !self.allows(text, at, &form) {
            return None;
        }
        if self.gap(text, at).is_some() {
            // numbers after it may belong to the same list
            self.anchor = Some(form.end);
        }
        let written = text[at..form.end].to_owned();
        let mut path = form.path();
        let before = tail(&text[..at], 2 * REACH);
        if matches!(form.kind, Kind::Session) && HUMAN_RIGHTS_COUNCIL.iter().any(|name| before.contains(name)) {
            path = format!("A/HRC/RES/{}/{}", form.first, form.second);
        }
        Some(Mention { range: at..form.end, symbol: Symbol { written, path } })
    }

    /// What stands between the word and this place, if both are in one sentence.
    fn gap<'a>(&self, text: &'a str, at: usize) -> Option<&'a str> {
        let gap = self.anchor.and_then(|anchor| text.get(anchor..at))?;
        (gap.len() <= REACH && !ends_sentence(gap)).then_some(gap)
    }

    fn allows(&self, text: &str, at: usize, form: &Form) -> bool {
        let gap = self.gap(text, at);
        let listed = gap.is_some_and(is_list) || announced_after(&text[form.end..]);
        let described =
            || gap.is_some_and(is_one_word) && self.anchor.is_some_and(|end| adjectives_follow(&text[..end]));
        match form.kind {
            Kind::Year => gap.is_some() || listed || plausible(&form.first, &form.second),
            Kind::Roman | Kind::Special => listed,
            Kind::Session => {
                let session = form.first.parse().unwrap_or(0_u32);
                let human_rights =
                    || HUMAN_RIGHTS_COUNCIL.iter().any(|name| tail(&text[..at], 2 * REACH).contains(name));
                let of_assembly = (31..=150).contains(&session);
                listed && (of_assembly || (1946..=2100).contains(&session) || human_rights())
                    || of_assembly && described()
            }
        }
    }
}

/// The path of a resolution given by its number alone.
pub(super) fn path(text: &str) -> Option<String> {
    Form::at(text, 0).filter(|form| form.end == text.len()).map(|form| form.path())
}

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
            let goes_on = text[end..].starts_with(|c: char| c.is_ascii_alphanumeric() || "/%".contains(c));
            if !(1..=4).contains(&digits) || goes_on {
                return None;
            }
            let kind = if special.is_some() { Kind::Special } else { Kind::Session };
            return Some(Form { kind, first, second: text[number_end + 1..end].to_owned(), end });
        }
        if special.is_some() {
            return None;
        }
        let end = session_or_year(text, number_end)?;
        let second: String = text[number_end..end].chars().filter(char::is_ascii_alphanumeric).collect();
        let kind = if is_year(&second) { Kind::Year } else { Kind::Roman };
        Some(Form { kind, first, second, end })
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

fn may_begin(text: &str, at: usize) -> bool {
    let before = text[..at].chars().next_back();
    before.is_none_or(|c| !(c.is_ascii_alphanumeric() || "/.,-_$€£".contains(c)))
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
    gap.trim_end().ends_with('(')
        || gap
            .split(|c: char| !c.is_alphabetic())
            .filter(|word| !word.is_empty())
            .all(|word| BETWEEN.contains(&word.to_lowercase().as_str()))
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

/// The last bytes of a text, on a character boundary.
fn tail(text: &str, most: usize) -> &str {
    let mut from = text.len().saturating_sub(most);
    while !text.is_char_boundary(from) {
        from += 1;
    }
    &text[from..]
}
