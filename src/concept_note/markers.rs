//! Blocks that say what they are: the masthead, the letter's heading, its signature, the annex, headings by name.

use std::sync::LazyLock;

use regex::{Regex, RegexSet};

use super::blocks::ends_sentence;
use super::language::{ALL, Language, fold, has_phrase, is_direction_mark, is_wide};
use crate::domain::symbol::{self, Symbol};

/// Longest heading by name, in characters; longer ones are sentences.
const LONGEST_HEADING: usize = 120;

/// Longest line that counts a session, in characters.
const LONGEST_SESSION: usize = 60;

static LETTERS: LazyLock<Vec<Regex>> =
    LazyLock::new(|| ALL.iter().flat_map(|l| l.letters).filter_map(|letter| Regex::new(letter).ok()).collect());

/// The listed phrases, and each topic with each purpose.
static QUESTION_HEADINGS: LazyLock<Vec<String>> = LazyLock::new(|| {
    let purposes = |l: &'static Language, topic: &'static str| {
        let before = l.purposes_before.iter().map(move |purpose| format!("{purpose}{topic}"));
        before.chain(l.purposes_after.iter().map(move |purpose| format!("{topic}{purpose}")))
    };
    let made = ALL.iter().flat_map(|l| l.topics.iter().flat_map(move |topic| purposes(l, topic)));
    words(|language| language.question_headings).into_iter().map(str::to_owned).chain(made).collect()
});
/// All their phrases in one, so that a line without any is passed over at once.
static ANY_QUESTION_HEADING: LazyLock<RegexSet> = LazyLock::new(|| any(QUESTION_HEADINGS.as_slice()));
static ANY_QUESTION_WORD: LazyLock<RegexSet> = LazyLock::new(|| any(&words(|language| language.question_words)));
static SECTION_HEADINGS: LazyLock<Vec<&str>> = LazyLock::new(|| words(|language| language.section_headings));

fn words(list: fn(&Language) -> &'static [&'static str]) -> Vec<&'static str> {
    ALL.iter().flat_map(|language| list(language)).copied().collect()
}

fn any(phrases: &[impl AsRef<str>]) -> RegexSet {
    let phrases = phrases.iter().map(|phrase| regex::escape(phrase.as_ref())).collect::<Vec<_>>();
    RegexSet::new([phrases.join("|")]).unwrap_or_default()
}

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

/// The office in a letter's heading, as written, without an article.
pub(super) fn letter_office(text: &str) -> Option<String> {
    if text.len() > 1200 {
        return None;
    }
    let text: String = text.chars().filter(|c| !is_direction_mark(*c)).collect();
    let captures = LETTERS.iter().find_map(|letter| letter.captures(text.trim()))?;
    Some(without_article(captures.name("from")?.as_str().trim().trim_end_matches(['.', ','])))
}

fn without_article(office: &str) -> String {
    let folded = fold(office);
    let article = ALL.iter().flat_map(|l| l.articles).filter(|a| folded.starts_with(**a)).max_by_key(|a| a.len());
    office.chars().skip(article.map_or(0, |article| article.chars().count())).collect()
}

/// Whether a line calls what follows a letter and says nothing more.
pub(super) fn is_letter_name(text: &str) -> bool {
    let folded = fold(text.trim().trim_end_matches([':', '：', '.']).trim_end());
    ALL.iter().any(|language| language.letter_names.contains(&folded.as_str()))
}

/// The post that a line of a signature names, as written, without an article.
pub(super) fn post(text: &str) -> Option<String> {
    let folded = fold(text);
    let named = ALL.iter().flat_map(|language| language.posts).any(|post| has_phrase(&folded, post));
    let line = text.chars().count() <= LONGEST_HEADING * 2 && !ends_sentence(text) && !text.contains(['@', ':', '：']);
    (named && line).then(|| without_article(text.trim().trim_end_matches([',', '،', '，', ';'])))
}

/// The name beside the mark of a signature; empty where the name is elsewhere.
pub(super) fn signed(text: &str) -> Option<String> {
    let (before, rest) = text.split_once(['(', '（'])?;
    let (mark, after) = rest.split_once([')', '）'])?;
    if before.len() > 120 || mark.len() > 40 || after.len() > 200 {
        return None;
    }
    let mark = fold(mark.trim());
    if !ALL.iter().any(|language| language.signed.contains(&mark.as_str())) {
        return None;
    }
    let name = if after.trim().is_empty() { before } else { after };
    Some(name.trim().trim_matches(is_direction_mark).trim_end_matches(',').to_owned())
}

/// The language after "Original:".
pub(super) fn original(text: &str) -> Option<&'static str> {
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
pub(super) fn masthead_symbol(text: &str) -> Option<Symbol> {
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
pub(super) fn is_organ(text: &str) -> bool {
    let folded = fold(text.trim());
    ALL.iter().any(|language| language.organs.contains(&folded.as_str()))
}

/// The folded name before a line's first colon, where a value follows it.
fn named_value(text: &str) -> Option<String> {
    let (name, value) = text.split_once([':', '：'])?;
    (name.len() <= 60 && !value.trim().is_empty()).then(|| fold(name.trim()))
}

/// Whether a line is one of those that mail programs write above a letter.
pub(super) fn is_mail_head(text: &str) -> bool {
    named_value(text).is_some_and(|name| ALL.iter().any(|l| l.mail_heads.contains(&name.as_str())))
}

/// Whether a line names a fact and gives it: "Venue: Council Chamber".
pub(super) fn is_fact(text: &str) -> bool {
    named_value(text).is_some_and(|name| ALL.iter().any(|l| l.facts.contains(&name.as_str())))
}

/// Whether a line gives a value to a name: "Organized by: Malta".
pub(super) fn names_value(text: &str) -> bool {
    named_value(text).is_some()
}

/// Whether a line is the name of a fact and nothing more.
pub(super) fn is_fact_name(text: &str) -> bool {
    let folded = fold(text.trim().trim_end_matches([':', '：']).trim_end());
    ALL.iter().any(|language| language.facts.contains(&folded.as_str()))
}

/// Whether a line is the name of an office: it begins as such names do, and says nothing about a note.
pub(super) fn is_office(text: &str) -> bool {
    let folded = fold(text.trim());
    let begins = |name: &&str| folded.strip_prefix(name).is_some_and(|rest| !rest.starts_with(char::is_alphabetic));
    !text.contains([':', '：']) && ALL.iter().flat_map(|l| l.offices).any(begins)
}

/// Whether a line belongs to a document's masthead.
pub(super) fn is_masthead(text: &str) -> bool {
    is_organ(text)
        || fold(text).contains("distr.")
        || original(text).is_some()
        || masthead_symbol(text).is_some()
        || is_session(text)
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

/// Whether a text names a concept note, and whether it says nothing more.
pub(super) fn note_name(text: &str) -> Option<bool> {
    let folded = fold(text.trim().trim_end_matches([':', '.', '*']));
    let name = ALL.iter().flat_map(|l| l.note_names).find(|name| has_phrase(&folded, name))?;
    Some(folded.len() <= name.len() + 4)
}

/// Whether a text begins with what a concept note is called.
pub(super) fn begins_with_note_name(text: &str) -> bool {
    let folded = fold(text.trim_start());
    ALL.iter().flat_map(|l| l.note_names).any(|name| folded.starts_with(name))
}

/// A heading's text for comparing; none where it is too long or a sentence.
fn heading_words(text: &str) -> Option<String> {
    if text.len() > LONGEST_HEADING * 4 || text.chars().count() > LONGEST_HEADING || ends_sentence(text) {
        return None;
    }
    let colon = text.trim_end().ends_with([':', '：']);
    let most = if colon { 6 } else { 12 };
    let folded = fold(text.trim().trim_end_matches([':', '：']).trim_end());
    let wide = folded.chars().filter(|c| is_wide(*c)).count();
    (folded.split_whitespace().count() <= most && wide <= 24).then_some(folded)
}

/// Whether a heading announces guiding questions.
pub(super) fn is_question_heading(text: &str) -> bool {
    heading_words(text).is_some_and(|folded| {
        let named = || QUESTION_HEADINGS.iter().any(|phrase| has_phrase(&folded, phrase));
        // "Questions" and nothing more
        let alone = || ALL.iter().any(|language| language.question_words.contains(&folded.as_str()));
        ANY_QUESTION_HEADING.is_match(&folded) && named() || ANY_QUESTION_WORD.is_match(&folded) && alone()
    })
}

/// Whether a text is the word for questions, or a heading that announces them.
pub(super) fn names_questions(text: &str) -> bool {
    let folded = fold(text.trim().trim_end_matches([':', '：']));
    let one = |language: &&Language| language.question_labels.iter().any(|word| word.len() > 2 && *word == folded);
    ALL.iter().any(one) || is_question_heading(text)
}

/// Whether a heading names topics: "Key issues".
pub(super) fn names_topics(text: &str) -> bool {
    let named = |folded: String| ALL.iter().flat_map(|l| l.topics).any(|topic| has_phrase(&folded, topic));
    heading_words(text).is_some_and(named)
}

/// Whether a heading or opening sentence speaks of questions at all.
pub(super) fn mentions_questions(text: &str) -> bool {
    if text.len() > 2000 {
        return false;
    }
    let folded = fold(text);
    let words = || ALL.iter().flat_map(|l| l.question_words).any(|word| has_phrase(&folded, word));
    let headings = || QUESTION_HEADINGS.iter().any(|phrase| has_phrase(&folded, phrase));
    ANY_QUESTION_WORD.is_match(&folded) && words() || ANY_QUESTION_HEADING.is_match(&folded) && headings()
}

/// Whether a heading or opening sentence asks for views on matters that it does not call questions.
pub(super) fn seeks_views(text: &str) -> bool {
    if text.len() > 2000 {
        return false;
    }
    let folded = fold(text);
    let has = |words: &[&str]| words.iter().any(|word| has_phrase(&folded, word));
    ALL.iter().any(|l| (has(l.topics) || has(l.matters)) && has(l.sought))
}

/// Whether a text is a heading that notes often have, alone or with a few words ("Objective of the debate").
pub(super) fn is_known_heading(text: &str) -> bool {
    let Some(folded) = heading_words(text) else {
        return false;
    };
    // a heading begins with a capital where its script has them
    if text.chars().find(|c| c.is_alphabetic()).is_some_and(char::is_lowercase) {
        return false;
    }
    let begins = |phrase: &str| {
        folded
            .strip_prefix(phrase)
            .is_some_and(|rest| rest.is_empty() || rest.starts_with(' ') && rest.split_whitespace().count() <= 6)
    };
    SECTION_HEADINGS.iter().any(|phrase| begins(phrase)) || is_question_heading(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_name_their_office_in_six_languages() {
        for (heading, office) in [
            (
                "Letter dated 25 November 2020 from the Permanent Representative of South Africa to the United Nations addressed to the Secretary-General",
                "Permanent Representative of South Africa to the United Nations",
            ),
            (
                "Lettre datée du 2 mai 2022, adressée au Secrétaire général par le Représentant permanent du Kenya auprès de l’Organisation des Nations Unies",
                "Représentant permanent du Kenya auprès de l’Organisation des Nations Unies",
            ),
            (
                "Carta de fecha 2 de mayo de 2022 dirigida al Secretario General por la Representante Permanente de México ante las Naciones Unidas",
                "Representante Permanente de México ante las Naciones Unidas",
            ),
            (
                "Письмо Постоянного представителя Кении при Организации Объединенных Наций от 2 мая 2022 года на имя Генерального секретаря",
                "Постоянного представителя Кении при Организации Объединенных Наций",
            ),
            ("2022年5月2日肯尼亚常驻联合国代表给秘书长的信", "肯尼亚常驻联合国代表"),
            (
                "رسالة مؤرخة 2 أيار/مايو 2022 موجهة إلى الأمين العام من الممثل الدائم لكينيا لدى الأمم المتحدة",
                "الممثل الدائم لكينيا لدى الأمم المتحدة",
            ),
        ] {
            assert_eq!(letter_office(heading).as_deref(), Some(office));
        }
        let to_many = "رسالة مؤرخة 2 آذار/مارس 2027 موجهة من الميسّرين المشاركين إلى جميع الممثلين الدائمين";
        assert_eq!(letter_office(to_many).as_deref(), Some("الميسّرين المشاركين"));
        assert_eq!(letter_office("The letter was sent by the Permanent Representative"), None);
    }

    #[test]
    fn the_frame_of_a_note_is_recognised() {
        assert_eq!(signed("(Signed) Jerry Matthews Matjila").as_deref(), Some("Jerry Matthews Matjila"));
        assert_eq!(signed("张军(签名)").as_deref(), Some("张军"));
        assert_eq!(signed("(a) Text"), None);
        assert_eq!(annex("Annex to the letter dated 2 May"), Some("to the letter dated 2 May"));
        assert_eq!(annex("Annexe II"), Some("II"));
        assert_eq!(annex("附件"), Some(""));
        assert_eq!(annex("Annexed to this letter is a note"), None);
        assert_eq!(annex("Annex II contains the list."), None);
        assert_eq!(original("Original: English"), Some("en"));
        assert_eq!(original("[Original : français]"), Some("fr"));
        assert_eq!(original("原文：英文"), Some("en"));
        assert_eq!(original("الأصل: بالإنكليزية"), Some("en"));
        assert_eq!(original("Distr.: General 3 June 2027 Chinese Original: English"), Some("en"));
        assert_eq!(original("The original: a text"), None);
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

    #[test]
    fn headings_are_known_by_name() {
        for heading in [
            "Guiding questions",
            "V. KEY QUESTIONS FOR THE DEBATE",
            "Questions d’orientation :",
            "指导性问题",
            "Вопросы для обсуждения",
            "الأسئلة التوجيهية",
            "Preguntas orientadoras",
            "Matters on which views are sought",
            "Thèmes sur lesquels des vues sont attendues",
            "Asuntos para la reflexión",
            "Темы, по которым запрашиваются мнения",
            "有待审议的事项",
            "النقاط المعروضة",
            "Elements for discussion",
            "Éléments de réflexion",
            "Elementos para el debate",
            "Темы для дискуссий",
            "讨论的问题",
            "عناصر للنقاش",
        ] {
            assert!(is_question_heading(heading), "{heading}");
        }
        assert!(is_known_heading("Objective of the debate") && is_known_heading("Contexte"));
        for text in
            ["Participants may wish to consider the following guiding questions:", "The guiding questions are good."]
        {
            assert!(!is_question_heading(text) && mentions_questions(text), "{text}");
        }
        assert!(!is_known_heading("context of the debate"));
        for name in ["Question", "Questions", "Pregunta", "Вопрос", "问题", "السؤال", "Guiding questions"]
        {
            assert!(names_questions(name), "{name}");
        }
        assert!(!names_questions("Q") && !names_questions("Answer"));
    }
}
