//! What follows up a question and belongs to it: "If yes, please specify".

use crate::concept_note::headings::is_within;
use crate::concept_note::language::{ALL, fold, is_wide};

/// Longest text that hangs on a question's answer, in words and in Chinese characters.
const LONGEST_CONDITION: (usize, usize) = (60, 120);

/// Longest text that but asks to say more of it.
const LONGEST_ELABORATION: (usize, usize) = (8, 16);

/// Whether a text hangs on the answer to the question before it.
pub(in crate::concept_note) fn is_condition(text: &str) -> bool {
    is_within(text, LONGEST_CONDITION) && begins(text, ALL.iter().flat_map(|language| language.asking.conditions))
}

/// Whether a few words ask to say more of the question before them.
pub(in crate::concept_note) fn is_elaboration(text: &str) -> bool {
    is_within(text, LONGEST_ELABORATION) && begins(text, ALL.iter().flat_map(|language| language.asking.elaborations))
}

fn begins<'a>(text: &str, mut phrases: impl Iterator<Item = &'a &'static str>) -> bool {
    let folded = fold(text.trim_start_matches(['(', '（', '[', ' ']));
    let set_off = |rest: &str, phrase: &str| {
        let next = rest.chars().next();
        next.is_none_or(|next| !next.is_alphanumeric() || is_wide(next) || phrase.ends_with(is_wide))
    };
    phrases.any(|phrase| folded.strip_prefix(phrase).is_some_and(|rest| set_off(rest, phrase)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_follows_up_a_question_is_told_by_its_first_words() {
        for text in [
            "If yes, please specify.",
            "(If so, since when?)",
            "Dans l’affirmative, veuillez préciser.",
            "En caso afirmativo, sírvase describirlo.",
            "Если да, просьба указать год.",
            "如有，请说明。",
            "إذا كان الجواب نعم، يرجى التحديد.",
        ] {
            assert!(is_condition(text), "{text}");
        }
        for text in ["If yesterday’s rules apply, write to us.", "If you have questions, write to us.", "Yes, if so."]
        {
            assert!(!is_condition(text), "{text}");
        }
        for text in
            ["Please specify.", "Veuillez préciser.", "请说明。", "يرجى التوضيح.", "Просьба пояснить ваш ответ."]
        {
            assert!(is_elaboration(text), "{text}");
        }
        for text in [
            "Please write to the secretariat.",
            "Please provide, for each of the last ten years, the number of ferries.",
        ] {
            assert!(!is_elaboration(text), "{text}");
        }
    }
}
