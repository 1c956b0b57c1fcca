//! Lines of the masthead, of a mail's head, and of a table of facts.

use super::names::names_meeting;
use crate::concept_note::dates;
use crate::concept_note::headings::{is_capitals, is_within};
use crate::concept_note::language::{ALL, Language, fold, has_phrase, is_wide};
use crate::concept_note::sentence::ends_sentence;
use crate::domain::symbol::{self, Symbol};

/// Longest line that counts a session, in characters.
const LONGEST_SESSION: usize = 60;

/// Longest text behind the word for a version, in bytes.
const LONGEST_VERSION: usize = 80;

/// Most words of a line that says who presides, and most Chinese characters.
const LONGEST_PRESIDENCY: (usize, usize) = (14, 24);

/// Most words between the word for a version and its day, and behind that.
const NEAR: usize = 2;

/// The language after "Original:".
pub(in crate::concept_note) fn original(text: &str) -> Option<&'static str> {
    if text.len() > 120 {
        return None;
    }
    let folded = fold(text);
    // "Distr.: General" may stand on the same line
    folded.match_indices([':', '：']).find_map(|(at, _)| {
        let (head, language) = (folded[..at].trim().trim_start_matches(['[', '(', '*']), &folded[at..]);
        let says = ALL.iter().flat_map(|l| l.original).any(|word| head == *word || head.ends_with(&format!(" {word}")));
        let mut names = ALL.iter().flat_map(|l| l.tongues);
        says.then(|| names.find(|(name, _)| has_phrase(language, name)).map(|(_, code)| *code)).flatten()
    })
}

/// The symbol a line of the masthead consists of, with the organ's name or without.
pub(in crate::concept_note) fn masthead_symbol(text: &str) -> Option<Symbol> {
    let text = text.trim().trim_end_matches('*');
    if text.len() > 120 || !text.contains('/') {
        return None;
    }
    let [mention] = &symbol::find(text)[..] else {
        return None;
    };
    let around = format!("{}{}", &text[..mention.range.start], &text[mention.range.end..]);
    (mention.symbol.names_document() && (around.trim().is_empty() || is_organ(&around))).then(|| mention.symbol.clone())
}

/// Whether a text is the name of an organ and nothing more.
fn is_organ(text: &str) -> bool {
    let folded = fold(text.trim());
    ALL.iter().any(|language| language.organs.contains(&folded.as_str()))
}

/// The folded name before a line's first colon, where a value follows it.
pub(super) fn named_value(text: &str) -> Option<String> {
    let (name, value) = text.split_once([':', '：'])?;
    (name.len() <= 60 && !value.trim().is_empty()).then(|| fold(name.trim()))
}

/// Whether a line is one of those that mail programs write above a letter.
pub(in crate::concept_note) fn is_mail_head(text: &str) -> bool {
    named_value(text).is_some_and(|name| ALL.iter().any(|l| l.mail_heads.contains(&name.as_str())))
}

/// Whether a line names a fact and gives it: "Venue: Council Chamber".
pub(in crate::concept_note) fn is_fact(text: &str) -> bool {
    named_value(text).is_some_and(|name| ALL.iter().any(|l| l.facts.contains(&name.as_str())))
}

/// Whether a line gives a value to a name: "Organized by: Malta".
pub(in crate::concept_note) fn names_value(text: &str) -> bool {
    named_value(text).is_some()
}

/// Whether a line is the name of a fact and nothing more.
pub(in crate::concept_note) fn is_fact_name(text: &str) -> bool {
    is_name(text, |language| language.facts)
}

/// Whether a text is one of these names, with a colon or without.
fn is_name(text: &str, names: fn(&Language) -> &'static [&'static str]) -> bool {
    let folded = fold(text.trim().trim_end_matches([':', '：']).trim_end());
    ALL.iter().any(|language| names(language).contains(&folded.as_str()))
}

/// Whether a line is the name of an office: it begins as such names do, and says nothing about a note.
pub(in crate::concept_note) fn is_office(text: &str) -> bool {
    let folded = fold(text.trim());
    let begins = |name: &&str| folded.strip_prefix(name).is_some_and(|rest| !rest.starts_with(char::is_alphabetic));
    let ends = || ALL.iter().flat_map(|l| l.bodies).any(|body| folded.ends_with(body));
    !text.contains([':', '：']) && (ALL.iter().flat_map(|l| l.offices).any(begins) || ends())
}

/// What a line says a meeting is about: "Theme: ferries".
pub(in crate::concept_note) fn theme(text: &str) -> Option<&str> {
    let (name, value) = text.split_once([':', '：'])?;
    (is_theme(name) && !value.trim().is_empty()).then(|| value.trim())
}

/// Whether a text is the name of that fact.
pub(in crate::concept_note) fn is_theme(name: &str) -> bool {
    is_name(name, |language| language.themes)
}

/// Whether a line of a letterhead says that the State above it presides.
pub(in crate::concept_note) fn presides(text: &str) -> bool {
    let folded = fold(text);
    is_within(text, LONGEST_PRESIDENCY)
        && !(ends_sentence(text) || text.contains([':', '：']))
        && ALL.iter().flat_map(|language| language.presidency_lines).any(|phrase| has_phrase(&folded, phrase))
}

/// Whether a line stands above a title and is none of it: an office, an organ with few words more, who presides.
pub(in crate::concept_note) fn is_letterhead(text: &str) -> bool {
    let organs: usize = organs(text).map(|organ| organ.split_whitespace().count()).sum();
    let few = organs > 0 && text.split_whitespace().count() <= organs + 2 && !text.contains(is_wide);
    is_office(text) || is_masthead(text) || presides(text) || few && !names_meeting(text)
}

/// Whether a line is the name of a body: of an organ with more, of an office, or in capitals.
pub(in crate::concept_note) fn is_body(text: &str) -> bool {
    is_office(text) || is_capitals(text) || organs(text).next().is_some()
}

/// The organs that a text names.
fn organs(text: &str) -> impl Iterator<Item = &'static str> {
    let folded = fold(text);
    ALL.iter().flat_map(|language| language.organs).copied().filter(move |organ| has_phrase(&folded, organ))
}

/// Whether a line belongs to a document's masthead.
pub(in crate::concept_note) fn is_masthead(text: &str) -> bool {
    is_organ(text)
        || is_distribution(text)
        || original(text).is_some()
        || masthead_symbol(text).is_some()
        || is_session(text)
        || is_version(text)
}

/// Whether a line says of which day a text is, or which of its versions, and nothing else: "Draft of 3 May 2031".
pub(in crate::concept_note) fn is_version(text: &str) -> bool {
    // the length decides for nearly all lines
    if text.len() > LONGEST_VERSION * 2 {
        return false;
    }
    let folded = fold(text.trim());
    let begun = ALL.iter().flat_map(|l| l.versions);
    let begun = begun.filter_map(|word| folded.trim_start_matches(['(', '[', '（']).strip_prefix(word));
    let Some(rest) = begun.min_by_key(|rest| rest.len()).filter(|rest| rest.len() <= LONGEST_VERSION) else {
        return false;
    };
    match (dates::find(rest).first(), dates::find(rest).last()) {
        (Some(first), Some(last)) => is_near(&rest[..first.at]) && is_near(&rest[last.end..]),
        _ => rest.contains(char::is_numeric) && !rest.contains(char::is_alphabetic),
    }
}

/// Whether a day that few words part from the end of a line, or from the word it begins with, belongs to that word.
fn is_near(between: &str) -> bool {
    between.split_whitespace().filter(|word| word.contains(char::is_alphanumeric)).count() <= NEAR
        && between.chars().count() <= NEAR * 12
}

/// Whether a line says when a document was distributed: the word is the same in all languages' documents.
pub(in crate::concept_note) fn is_distribution(text: &str) -> bool {
    text.len() < 200 && fold(text).contains("distr.")
}

/// Whether a line counts a body's session, or names the item of its agenda.
fn is_session(text: &str) -> bool {
    if text.chars().count() > LONGEST_SESSION || text.contains(['.', ':', '：', '?', '。']) {
        return false;
    }
    let folded = fold(text.trim());
    let few = |rest: &str| rest.split_whitespace().count() <= 4;
    let numbered = |rest: &str| few(rest) && rest.contains(char::is_numeric) && !rest.starts_with(char::is_alphabetic);
    let counts = |word: &&str| {
        let before = folded.strip_suffix(*word).or_else(|| folded.strip_prefix(*word));
        before
            .is_some_and(|rest| few(rest) && (rest.is_empty() || rest.contains([' ', '第'])) && !rest.trim().is_empty())
    };
    let item = |word: &&str| folded.strip_prefix(*word).is_some_and(numbered);
    ALL.iter().any(|l| l.sessions.iter().any(counts) || l.agendas.iter().any(item))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_masthead_is_recognised() {
        assert_eq!(original("Original: English"), Some("en"));
        assert_eq!(original("[Original : français]"), Some("fr"));
        assert_eq!(original("原文：英文"), Some("en"));
        assert_eq!(original("الأصل: بالإنكليزية"), Some("en"));
        assert_eq!(original("Distr.: General 3 June 2027 Chinese Original: English"), Some("en"));
        assert_eq!(original("The original: a text"), None);
        for version in [
            "Version of 3 March 2026",
            "Draft – 3 March 2026",
            "(revised 3 March 2026)",
            "Version 2",
            "DRAFT v2, 3 March 2026",
            "Version 2.1, 3 March 2026",
            "Version du 3 mars 2026",
            "Versión de 3 de marzo de 2026",
            "Версия от 3 марта 2026 года",
            "По состоянию на 3 марта 2026 года",
            "草案：2026年3月3日",
            "نسخة 3 آذار/مارس 2026",
        ] {
            assert!(is_version(version), "{version}");
        }
        for other in
            ["Draft resolution 12", "Version", "Draft principles on the sea of 3 March 2026", "Projet 3 : la mer"]
        {
            assert!(!is_version(other), "{other}");
        }
        assert_eq!(masthead_symbol("United Nations S/2020/1090*").unwrap().as_str(), "S/2020/1090");
        assert_eq!(masthead_symbol("see S/2020/1090"), None);
        for line in [
            "Fifty-sixth session",
            "Agenda item 3",
            "Cinquante-sixième session",
            "56º período de sesiones",
            "Пятьдесят шестая сессия",
            "第五十六届会议",
            "议程项目3",
            "الدورة السادسة والخمسون",
            "البند 3 من جدول الأعمال",
        ] {
            assert!(is_masthead(line), "{line}");
        }
        for line in ["Session", "Concept note for the session", "Items", "The item 3 of the agenda is about a session."]
        {
            assert!(!is_session(line) || line.starts_with("Concept"), "{line}");
        }
    }
}
