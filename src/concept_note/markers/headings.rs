//! Headings by name: of the note itself, of its questions, and of the sections that notes often have.

use std::sync::LazyLock;

use regex::RegexSet;

use crate::concept_note::language::{ALL, Language, fold, has_phrase, is_wide};
use crate::concept_note::sentence::ends_sentence;

/// Longest heading by name, in characters; longer ones are sentences.
const LONGEST_HEADING: usize = 120;

/// Most letters behind the words of a call that say nothing more: an ending, "from all".
const MOST_ENDING: usize = 8;

/// Fewest letters of what a questionnaire is about.
const FEWEST_LETTERS: usize = 4;

/// The listed phrases, and each topic with each purpose.
static QUESTION_HEADINGS: LazyLock<Vec<String>> = LazyLock::new(|| {
    let made = ALL.iter().flat_map(|l| joined(l.asking.topics, l.asking.purposes_before, l.asking.purposes_after));
    words(|language| language.asking.headings).into_iter().map(str::to_owned).chain(made).collect()
});
/// The words for questions, each with each of its kinds.
static QUESTION_KINDS: LazyLock<Vec<String>> = LazyLock::new(|| {
    ALL.iter().flat_map(|l| joined(l.asking.words, l.asking.kinds_before, l.asking.kinds_after)).collect()
});
/// All their phrases in one, so that a line without any is passed over at once.
static ANY_QUESTION_HEADING: LazyLock<RegexSet> = LazyLock::new(|| any(QUESTION_HEADINGS.as_slice()));
static ANY_QUESTION_KIND: LazyLock<RegexSet> = LazyLock::new(|| any(QUESTION_KINDS.as_slice()));
static ANY_QUESTION_WORD: LazyLock<RegexSet> = LazyLock::new(|| any(&words(|language| language.asking.words)));
static OPENING_HEADINGS: LazyLock<Vec<&str>> = LazyLock::new(|| words(|language| language.opening_headings));
static SECTION_HEADINGS: LazyLock<Vec<&str>> = LazyLock::new(|| words(|language| language.section_headings));

fn words(list: fn(&Language) -> &'static [&'static str]) -> Vec<&'static str> {
    ALL.iter().flat_map(|language| list(language)).copied().collect()
}

/// Each noun with each of the words that stand before it, and with each of those after it.
fn joined<'a>(nouns: &'a [&str], before: &'a [&str], after: &'a [&str]) -> impl Iterator<Item = String> + 'a {
    nouns.iter().flat_map(move |noun| {
        let before = before.iter().map(move |word| format!("{word}{noun}"));
        before.chain(after.iter().map(move |word| format!("{noun}{word}")))
    })
}

fn any(phrases: &[impl AsRef<str>]) -> RegexSet {
    let phrases = phrases.iter().map(|phrase| regex::escape(phrase.as_ref())).collect::<Vec<_>>();
    RegexSet::new([phrases.join("|")]).unwrap_or_default()
}

/// Whether a text is no longer than headings are, and does not end as sentences do.
fn heading_length(text: &str) -> bool {
    text.len() <= LONGEST_HEADING * 4 && text.chars().count() <= LONGEST_HEADING && !ends_sentence(text)
}

/// A heading's text for comparing; none where it is too long or a sentence.
fn heading_words(text: &str) -> Option<String> {
    if !heading_length(text) {
        return None;
    }
    let colon = text.trim_end().ends_with([':', '：']);
    let most = if colon { 6 } else { 12 };
    let folded = fold(text.trim().trim_end_matches([':', '：']).trim_end());
    let wide = folded.chars().filter(|c| is_wide(*c)).count();
    (folded.split_whitespace().count() <= most && wide <= 24).then_some(folded)
}

/// Whether a text is the title of a call for input: it begins as they do, and says what about.
pub(in crate::concept_note) fn is_call(text: &str) -> bool {
    called(text).is_some_and(|letters| letters > MOST_ENDING)
}

/// Whether a text is but what calls for input are called: "Call for contributions".
pub(in crate::concept_note) fn is_bare_call(text: &str) -> bool {
    called(text).is_some_and(|letters| letters <= MOST_ENDING)
}

/// How many letters stand behind what a call for input is called, where a text begins so: most of them.
fn called(text: &str) -> Option<usize> {
    let folded = fold(text.trim_start());
    let rest = ALL.iter().flat_map(|l| l.calls).filter_map(|call| folded.strip_prefix(call));
    rest.map(|rest| rest.chars().filter(|c| c.is_alphanumeric()).count()).max()
}

/// Whether a text is the title of a questionnaire: it says what about.
pub(in crate::concept_note) fn is_questionnaire(text: &str) -> bool {
    let folded = fold(text.trim());
    let named = |words: &str| {
        let begins = || folded.strip_prefix(words).filter(|_| !words.ends_with(is_wide));
        let ends = || folded.strip_suffix(words).filter(|_| words.ends_with(is_wide));
        begins()
            .or_else(ends)
            .is_some_and(|rest| rest.chars().filter(|c| c.is_alphanumeric()).count() >= FEWEST_LETTERS)
    };
    heading_length(text) && ALL.iter().flat_map(|l| l.questionnaires).any(|words| named(words))
}

/// Whether a heading announces guiding questions.
pub(in crate::concept_note) fn is_question_heading(text: &str) -> bool {
    heading_words(text).is_some_and(|folded| {
        let named = || QUESTION_HEADINGS.iter().any(|phrase| has_phrase(&folded, phrase));
        // "Questions" and nothing more
        let alone = || ALL.iter().any(|language| language.asking.words.contains(&folded.as_str()));
        // without blanks between words, what stands before the kind may say of what matters
        let stands =
            |phrase: &String| if phrase.contains(is_wide) { folded == *phrase } else { has_phrase(&folded, phrase) };
        let kind = || QUESTION_KINDS.iter().any(stands);
        ANY_QUESTION_HEADING.is_match(&folded) && named()
            || ANY_QUESTION_WORD.is_match(&folded) && alone()
            || ANY_QUESTION_KIND.is_match(&folded) && kind()
    })
}

/// Whether a text is the word for questions, or a heading that announces them.
pub(in crate::concept_note) fn names_questions(text: &str) -> bool {
    let folded = fold(text.trim().trim_end_matches([':', '：']));
    let one = |language: &&Language| language.question_labels.iter().any(|word| word.len() > 2 && *word == folded);
    ALL.iter().any(one) || is_question_heading(text)
}

/// Whether a name is that of answers: "Your answer".
pub(in crate::concept_note) fn names_answers(text: &str) -> bool {
    let folded = fold(text);
    ALL.iter().flat_map(|language| language.answers).any(|word| has_phrase(&folded, word))
}

/// Whether a line but keeps room for an answer: "Reply:".
pub(in crate::concept_note) fn is_answer_room(text: &str) -> bool {
    let name = text.trim_end().strip_suffix([':', '：']).map(|name| fold(name.trim()));
    name.is_some_and(|name| ALL.iter().any(|language| language.answers.contains(&name.as_str())))
}

/// Whether a heading names topics: "Key issues".
pub(in crate::concept_note) fn names_topics(text: &str) -> bool {
    let named = |folded: String| ALL.iter().flat_map(|l| l.asking.topics).any(|topic| has_phrase(&folded, topic));
    heading_words(text).is_some_and(named)
}

/// Whether a heading or opening sentence speaks of questions at all.
pub(in crate::concept_note) fn mentions_questions(text: &str) -> bool {
    if text.len() > 2000 {
        return false;
    }
    let folded = fold(text);
    let words = || ALL.iter().flat_map(|l| l.asking.words).any(|word| has_phrase(&folded, word));
    let headings = || QUESTION_HEADINGS.iter().any(|phrase| has_phrase(&folded, phrase));
    ANY_QUESTION_WORD.is_match(&folded) && words() || ANY_QUESTION_HEADING.is_match(&folded) && headings()
}

/// Whether a heading or opening sentence asks for views on matters that it does not call questions.
pub(in crate::concept_note) fn seeks_views(text: &str) -> bool {
    if text.len() > 2000 {
        return false;
    }
    // with what ends it, since some verbs ask only where the list is their object
    let folded = fold(text).replace('：', ":").replace(" :", ":");
    let has = |words: &[&str]| words.iter().any(|word| has_phrase(&folded, word));
    ALL.iter().any(|l| (has(l.asking.topics) || has(l.asking.matters)) && has(l.asking.sought))
}

/// Whether a text is a heading that notes often have, alone or with a few words ("Objective of the debate").
pub(in crate::concept_note) fn is_known_heading(text: &str) -> bool {
    begins_with(text, &[&OPENING_HEADINGS, &SECTION_HEADINGS]) || is_question_heading(text)
}

/// Whether a text is a heading that notes often begin with.
pub(in crate::concept_note) fn is_opening_heading(text: &str) -> bool {
    begins_with(text, &[&OPENING_HEADINGS])
}

/// Whether a text is a heading that begins with one of the phrases, and has but a few words more.
fn begins_with(text: &str, phrases: &[&[&str]]) -> bool {
    let Some(folded) = heading_words(text) else {
        return false;
    };
    let begins = |phrase: &str| {
        folded
            .strip_prefix(phrase)
            .is_some_and(|rest| rest.is_empty() || rest.starts_with(' ') && rest.split_whitespace().count() <= 6)
    };
    // a heading begins with a capital where its script has them
    let low = text.chars().find(|c| c.is_alphabetic()).is_some_and(char::is_lowercase);
    !low && phrases.iter().copied().flatten().any(|phrase| begins(phrase))
}

#[cfg(test)]
mod tests {
    use super::*;

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
            "Questionnaire",
            "CUESTIONARIO",
            "Вопросник",
            "Анкета",
            "问卷",
            "الاستبيان",
        ] {
            assert!(is_question_heading(heading), "{heading}");
        }
        for heading in [
            "Questions for the panel",
            "Questions for panellists",
            "Questions for the first reading",
            "Questions pour la séance",
            "Preguntas para la reunión",
            "Вопросы к заседанию",
            "أسئلة للاجتماع",
            "Questions to participants",
            "Indicative questions",
            "Specific questions for each session",
            "List of questions",
            "Questions which may be addressed",
            "Key considerations for discussion",
            "Questions guides",
            "Questions adressées aux États Membres",
            "Questions susceptibles d’être abordées",
            "Preguntas rectoras",
            "Preguntas a los Estados Miembros",
            "Руководящие вопросы",
            "Вопросы к государствам-членам",
            "Примерный перечень вопросов",
            "Возможные темы выступлений",
            "核心问题",
            "供会员国考虑的问题：",
            "拟议问题",
            "الأسئلة الأساسية",
            "أسئلة موجهة إلى الدول الأعضاء",
        ] {
            assert!(is_question_heading(heading), "{heading}");
        }
        // matters, not questions
        for heading in [
            "Questions of procedure",
            "Legal questions",
            "Questions juridiques",
            "Questions relatives à la paix",
            "Вопросы безопасности",
            "Организационные вопросы",
            "安全问题",
            "和平与安全的核心问题",
            "Questions and answers",
            "Points to note",
        ] {
            assert!(!is_question_heading(heading), "{heading}");
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

    #[test]
    fn who_wishes_to_have_information_on_points_seeks_views_on_them() {
        for text in [
            "The Rapporteur would welcome information on the following points:",
            "La Rapporteuse souhaite recevoir des informations sur les points suivants :",
            "La Relatora desea recibir información sobre los siguientes aspectos:",
            "Докладчик хотела бы получить информацию по следующим вопросам:",
            "请就以下要点提供资料：",
            "تود المقررة أن تتلقى معلومات عن النقاط التالية:",
        ] {
            assert!(seeks_views(text), "{text}");
        }
        for text in ["The annex has information on the following points:", "يتضمن المرفق معلومات عن النقاط التالية:"]
        {
            assert!(!seeks_views(text), "{text}");
        }
    }

    #[test]
    fn who_is_to_speak_of_what_follows_is_asked_for_views() {
        for text in [
            "I would appreciate receiving your views on the following:",
            "The Assembly requested the Secretary-General to seek the views of Member States on the following:",
            "Statements could address, among others, the following:",
            "Delegations are invited to address:",
            "Je vous saurais gré de me faire part de vos vues sur ce qui suit :",
            "Les délégations sont invitées à aborder :",
            "Les intervenants pourraient aborder, entre autres, ce qui suit :",
            "Agradecería recibir sus opiniones sobre lo siguiente:",
            "Se invita a las delegaciones a abordar:",
            "Прошу направить ваши замечания о следующем:",
            "Ораторы могли бы затронуть следующее:",
            "与会者可围绕以下方面发言：",
            "请就下列内容发表意见：",
            "أكون ممتنا لتلقي آرائكم بشأن ما يلي:",
        ] {
            assert!(seeks_views(text), "{text}");
        }
        for text in [
            "The report says the following:",
            "The Council was invited to address the Assembly.",
            "Le rapport porte sur ce qui suit :",
            "В докладе говорится о следующем:",
            "会议讨论了以下内容：",
        ] {
            assert!(!seeks_views(text), "{text}");
        }
    }
}
