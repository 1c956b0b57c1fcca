//! Words that were divided at the end of a row.

use std::collections::HashSet;

use super::rows::Row;
use crate::concept_note::blocks;
use crate::concept_note::language::{self, ALL, Language, fold};

/// The words of a document, to tell a divided word from one that has a hyphen.
pub(super) struct Words {
    known: HashSet<String>,
    divided: Divided,
    /// First parts of words that keep their hyphen where no program divided them.
    prefixes: &'static [&'static str],
}

/// What the ends of rows say of the hyphens typed there.
#[derive(PartialEq)]
enum Divided {
    /// So many rows end with one that words must have been divided.
    Often,
    Unknown,
    /// So few do that none was divided, or words were divided with another sign.
    Never,
}

impl Divided {
    fn of(pages: &[Vec<Row>], prefixes: &[&str]) -> Divided {
        let rows = pages.iter().map(Vec::len).sum::<usize>();
        // a hyphen of a word's own says nothing of a program
        let own = |(row, next): (&Row, &Row)| {
            let head = row.text.trim_end().strip_suffix('-')?;
            let (before, after) = halves(head, &next.text);
            (is_compound(before, after) || has_prefix(before, prefixes)).then_some(())
        };
        let below = pages.iter().flatten().skip(1);
        let own = pages.iter().flatten().zip(below).filter_map(own).count();
        let ending = |signs: &[char]| pages.iter().flatten().filter(|row| row.text.trim_end().ends_with(signs)).count();
        let (typed, other) = (ending(&['-']), ending(&['\u{ad}', '\u{2010}']));
        let all = typed + other;
        if other > 0 && typed > 0 && pages.iter().flatten().any(|row| has_inside(&row.text)) {
            Divided::Never
        } else if all - own >= 3 && (all - own) * ONE_IN >= rows {
            Divided::Often
        } else if rows >= MANY && all * MANY <= rows {
            Divided::Never
        } else {
            Divided::Unknown
        }
    }
}

/// Fewest rows that end with a hyphen where a program divided the words: one in so many.
const ONE_IN: usize = 25;

/// Most rows that end with one where no program did: one in so many.
const MANY: usize = 60;

/// Shortest half of a word that may be a word itself, in letters.
const WORD: usize = 4;

impl Words {
    pub fn of(pages: &[Vec<Row>]) -> Words {
        let rows = || pages.iter().flatten();
        let edge = |c: char| !(c.is_alphanumeric() || c == '-');
        let words =
            |row: &Row| row.text.split_whitespace().map(|word| fold(word.trim_matches(edge))).collect::<Vec<_>>();
        let mut known = HashSet::new();
        let mut half = false;
        for row in rows() {
            let mut words = words(row);
            // the last may be half a word, and so may the first of the row below
            let rest = usize::from(std::mem::replace(&mut half, row.text.trim_end().ends_with(is_hyphen)));
            if half {
                words.pop();
            }
            known.extend(words.into_iter().skip(rest));
        }
        let text = rows().flat_map(|row| [row.text.as_str(), "\n"]).collect::<String>();
        let written = language::detect(&text);
        let prefixes = ALL.iter().find(|l| Some(l.code) == written).map_or(&[][..], |language| language.prefixes);
        Words { known, divided: Divided::of(pages, prefixes), prefixes }
    }

    /// Adds a row to a text, and undoes a division.
    pub fn append(&self, text: &mut String, row: &str) {
        let trimmed = text.trim_end().len();
        text.truncate(trimmed);
        let Some(hyphen) = text.chars().next_back().filter(|c| is_hyphen(*c)) else {
            blocks::append(text, row.trim_start(), false);
            return;
        };
        // a browser writes the soft hyphen of the text, and behind it the one that it shows
        let head = &text[..text.len() - hyphen.len_utf8()];
        let (head, hyphen) = head.strip_suffix('\u{ad}').map_or((head, hyphen), |head| (head, '\u{ad}'));
        let (before, after) = halves(head, row);
        let low = before.chars().next_back().is_some_and(char::is_lowercase) && after.starts_with(char::is_lowercase);
        let is_known = |word: String| self.known.contains(&fold(&word));
        // where few words were divided, each half that is a word shows that the hyphen is the word's own
        let is_word = |half: &str| half.chars().count() >= WORD && is_known(half.to_owned());
        let are_parts = || !is_word(before) && !is_word(after) && !has_prefix(before, self.prefixes);
        let joined = is_known(format!("{before}{after}"));
        let divided = hyphen == '\u{ad}'
            || low
                && !is_known(format!("{before}-{after}"))
                && (joined
                    || !is_compound(before, after)
                        && (hyphen == '\u{2010}'
                            || self.divided == Divided::Often
                            || self.divided == Divided::Unknown && are_parts()));
        if divided {
            text.truncate(head.len());
        }
        blocks::append(text, row.trim_start(), divided);
    }
}

/// Whether a row ends inside a word.
pub(super) fn is_divided(row: &str) -> bool {
    let mut letters = row.trim_end().chars().rev();
    letters.next().is_some_and(is_hyphen) && letters.next().is_some_and(char::is_alphabetic)
}

/// The last word of a row and the first of the next, each with its hyphens.
fn halves<'a>(head: &'a str, next: &'a str) -> (&'a str, &'a str) {
    let parts = |c: char| !(c.is_alphanumeric() || c == '-');
    (head.rsplit(parts).next().unwrap_or_default(), next.trim_start().split(parts).next().unwrap_or_default())
}

/// Whether a word before a hyphen is a first part that keeps it: "co-", which is a syllable of other words too.
fn has_prefix(before: &str, prefixes: &[&str]) -> bool {
    prefixes.contains(&fold(before).as_str())
}

/// Whether a word keeps its hyphen at the end of a row: "twenty-", "quatre-vingt-", "follow-up".
fn is_compound(before: &str, after: &str) -> bool {
    let last = fold(before.rsplit('-').next().unwrap_or(before));
    let next = fold(after.split('-').next().unwrap_or(after));
    let keeps = |language: &Language| {
        language.compounds.contains(&last.as_str()) || language.compound_ends.contains(&next.as_str())
    };
    ALL.iter().any(|language| keeps(language))
}

/// Whether a hyphen is typed inside a word.
fn has_inside(text: &str) -> bool {
    let mut parts = text.split('-').peekable();
    std::iter::from_fn(|| Some((parts.next()?, *parts.peek()?)))
        .any(|(head, rest)| head.ends_with(char::is_alphabetic) && rest.starts_with(char::is_alphabetic))
}

fn is_hyphen(c: char) -> bool {
    matches!(c, '-' | '\u{ad}' | '\u{2010}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn joined(rows: &[&str]) -> String {
        let rows: Vec<Row> = rows.iter().map(|text| Row { text: (*text).to_owned(), ..Row::default() }).collect();
        let words = Words::of(std::slice::from_ref(&rows));
        rows.iter().fold(String::new(), |mut text, row| {
            words.append(&mut text, &row.text);
            text
        })
    }

    #[test]
    fn a_word_divided_once_is_joined_and_a_compound_is_not() {
        for (rows, text) in [
            (&["what concerns the secu-", "rity of staff"][..], "what concerns the security of staff"),
            (&["a deci-", "sion that is taken"], "a decision that is taken"),
            (&["ways of decision-", "making, after a decision"], "ways of decision-making, after a decision"),
            (&["the follow-", "up of the meeting"], "the follow-up of the meeting"),
            (&["a labour-", "market policy for the market"], "a labour-market policy for the market"),
            (&["les États peuvent-", "ils agir"], "les États peuvent-ils agir"),
            (&["как-", "либо иначе"], "как-либо иначе"),
            (&["в доме-", "музее виноделия"], "в доме-музее виноделия"),
            (&["для стран-", "доноров и"], "для стран-доноров и"),
            (&["для онлайн-", "консультации"], "для онлайн-консультации"),
            (&["трудящихся-", "мигрантов"], "трудящихся-мигрантов"),
            (&["рассмот-", "рение вопроса"], "рассмотрение вопроса"),
            (&["South-", "East"], "South-East"),
            (&["los conoci\u{ad}\u{2010}", "mientos"], "los conocimientos"),
            (&["matters post-", "conflict"], "matters post-conflict"),
            (&["to post-", "pone it, or postpone it"], "to postpone it, or postpone it"),
        ] {
            assert_eq!(joined(rows), text);
        }
    }

    #[test]
    fn a_first_part_that_may_be_a_syllable_keeps_its_hyphen_where_no_program_divided() {
        let asked = "What is the role of the Council in ";
        for (rows, text) in [
            (&["cross-border co-", "operation?"][..], "cross-border co-operation?"),
            (&["cross-border co-", "operation, if cooperation is"], "cross-border cooperation, if cooperation is"),
            (
                &["co-", "operation, gender-", "responsive planning and non-", "permanent seats?"],
                "co-operation, gender-responsive planning and non-permanent seats?",
            ),
            (
                &["secu-", "rity, media-", "tion and co-", "operation, orga-", "nized?"],
                "security, mediation and cooperation, organized?",
            ),
        ] {
            assert_eq!(joined(&[&[asked], rows].concat()), format!("{asked}{text}"));
        }
        let french = "Le débat sur la paix est dans les mains du";
        assert_eq!(joined(&[french, "co-", "mité"]), format!("{french} comité"));
    }

    #[test]
    fn a_typed_hyphen_stays_where_words_are_divided_with_another_sign() {
        let rows = ["the orga\u{ad}\u{2010}", "nization is new, with ultra-", "violet lamps and non-governmental ones"];
        assert_eq!(joined(&rows), "the organization is new, with ultra-violet lamps and non-governmental ones");
    }

    #[test]
    fn a_hyphen_among_many_rows_is_typed() {
        let rows = [&["with ultra-", "violet lamps"][..], &["and others"; 60]].concat();
        assert!(joined(&rows).starts_with("with ultra-violet lamps"));
    }
}
