//! Blocks that say what they are: the masthead, the letter's heading, its signature, the annex, headings by name.

mod contact;
mod follow_up;
mod headings;
mod letter;
mod masthead;
mod names;

use super::language::{ALL, fold, is_direction_mark, is_wide};
use super::sentence::ends_sentence;
pub(super) use contact::is_contact;
pub(super) use follow_up::{is_condition, is_elaboration};
pub(super) use headings::{
    is_answer_room, is_bare_call, is_call, is_known_heading, is_opening_heading, is_question_heading, is_questionnaire,
    mentions_questions, names_answers, names_questions, names_topics, seeks_views,
};
pub(super) use letter::{is_greeting, is_letter_name, letter_office, post, signed};
pub(super) use masthead::{
    is_body, is_distribution, is_fact, is_fact_name, is_letterhead, is_mail_head, is_masthead, is_office, is_theme,
    is_version, masthead_symbol, names_value, original, presides, theme,
};
pub(super) use names::{
    begins_with_note_name, begun_with, ends_with_note_name, is_bare_name, is_byline, names_meeting, names_writer,
    note_name, without_version,
};

/// Whether a block belongs to the frame around a note and to no paragraph.
pub(super) fn is_any(text: &str) -> bool {
    // the first letters decide for nearly all lines
    text.len() <= 600
        && (signed(text).is_some()
            || annex(text).is_some()
            || letter_office(text).is_some()
            || original(text).is_some())
}

/// What follows the word "Annex" in an annex's heading: its number, its letter or its title.
pub(super) fn annex(text: &str) -> Option<&str> {
    let text = text.trim_start_matches(is_direction_mark);
    if text.chars().count() > 300 || ends_sentence(text) {
        return None;
    }
    let head: String = fold(&text.chars().take(20).collect::<String>());
    let word =
        ALL.iter().flat_map(|l| l.annex).filter(|word| head.starts_with(**word)).max_by_key(|word| word.len())?;
    let rest: &str = &text[text.char_indices().nth(word.chars().count()).map_or(text.len(), |(at, _)| at)..];
    let set_off = rest.chars().next().is_none_or(|c| !c.is_alphanumeric() || is_wide(c));
    set_off.then(|| rest.trim())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_annex_is_recognised_by_its_heading() {
        assert_eq!(annex("Annex to the letter dated 2 May"), Some("to the letter dated 2 May"));
        assert_eq!(annex("Annexe II"), Some("II"));
        assert_eq!(annex("附件"), Some(""));
        assert_eq!(annex("Annexed to this letter is a note"), None);
        assert_eq!(annex("Annex II contains the list."), None);
    }
}
