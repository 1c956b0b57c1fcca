//! A guiding question as pages show it to one reader.

use std::collections::HashMap;

use super::note::{Piece, pieces};
use crate::{
    domain::{
        consultation::Question,
        ids::QuestionId,
        participant::{Participant, ParticipantCode},
    },
    locales::Locale,
};

/// Words of a question that the list of questions shows.
const SHORT: usize = 9;

/// A question for `components/question.html`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QuestionView {
    /// Its identifier.
    pub id: QuestionId,
    /// Its place, from 1; names its parts on the page.
    pub position: i32,
    /// Its label.
    pub label: String,
    /// Its text.
    pub text: Vec<Piece>,
    /// Its first words.
    pub short: String,
    /// To whom it is addressed, where not to everybody.
    pub addressed: Option<String>,
    /// Whether it is not put to the reader's delegation, which may answer it all the same.
    pub optional: bool,
}

/// Participants' names in the reader's language.
pub type Names = HashMap<ParticipantCode, String>;

/// The names of a list.
#[must_use]
pub fn names(participants: Vec<Participant>) -> Names {
    participants.into_iter().map(|participant| (participant.code, participant.name)).collect()
}

/// A participant's name; its code, should it have none.
#[must_use]
pub fn name(names: &Names, code: &ParticipantCode) -> String {
    names.get(code).cloned().unwrap_or_else(|| code.to_string())
}

impl QuestionView {
    /// A question as a reader of `reader`'s delegation sees it; none for the presidency.
    #[must_use]
    pub fn of(question: &Question, names: &Names, reader: Option<&ParticipantCode>, l: Locale) -> Self {
        let optional = reader.is_some_and(|reader| !question.is_addressed_to(reader));
        let addressed = (!question.addressees.is_empty()).then(|| {
            let mut addressees: Vec<String> = question.addressees.iter().map(|code| name(names, code)).collect();
            l.sort_by_name(&mut addressees, String::as_str);
            let key =
                if optional || reader.is_none() { "consultations-addressed-others" } else { "consultations-addressed" };
            l.t(key).arg("names", l.list(&addressees)).to_string()
        });
        Self {
            id: question.id,
            position: question.position,
            label: question.label.clone(),
            text: pieces(&question.text),
            short: short(&question.text),
            addressed,
            optional,
        }
    }
}

/// The first words of a text, or its first characters where it has no spaces.
fn short(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    let head = words.iter().take(SHORT).copied().collect::<Vec<_>>().join(" ");
    let cut: String = head.chars().take(90).collect();
    if words.len() > SHORT || cut.len() < head.len() { cut_short(&cut) } else { cut }
}

/// A text's beginning with the mark that more follows: the mark never stands on a line of its own, nor after a comma.
#[must_use]
pub fn cut_short(beginning: &str) -> String {
    format!("{}\u{a0}…", beginning.trim_end_matches([' ', ',', ';', ':', '，', '、', '；', '،', '؛']))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_shows_the_first_words() {
        assert_eq!(short("How can it be done?"), "How can it be done?");
        assert_eq!(short("a b c d e f g h i j"), "a b c d e f g h i\u{a0}…");
        assert_eq!(short(&"字".repeat(120)), format!("{}\u{a0}…", "字".repeat(90)));
        assert_eq!(cut_short("the Security Council,"), "the Security Council\u{a0}…");
    }
}
