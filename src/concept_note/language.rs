//! Texts of six languages compared: one form of each letter, phrases at the bounds of words, the language a text is of.
//!
//! All languages are tried on every note, since letters and annexes mix them ("Original: English" in a Russian document).

use memchr::memchr_iter;

pub(super) use super::languages::Language;
use super::languages::{ar, en, es, fr, ru, zh};
pub(super) use crate::domain::numerals::digit;
pub(super) use crate::domain::words::is_wide;

/// The official languages of the United Nations.
pub(super) static ALL: [&Language; 6] =
    [&en::LANGUAGE, &fr::LANGUAGE, &es::LANGUAGE, &ru::LANGUAGE, &zh::LANGUAGE, &ar::LANGUAGE];

/// A text for comparing: lower case, plain apostrophes, no Arabic vowel signs or direction marks, one form of alef,
/// plain digits, in Chinese dates too.
pub(super) fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for c in text.chars().filter(|c| !is_mark(*c)) {
        match c {
            // most of all letters
            c if c.is_ascii() => folded.push(c.to_ascii_lowercase()),
            '\u{2019}' | '\u{2018}' | '\u{2bc}' => folded.push('\''),
            'أ' | 'إ' | 'آ' | 'ٱ' => folded.push('ا'),
            'ё' | 'Ё' => folded.push('е'),
            '\u{2010}' | '\u{2011}' => folded.push('-'),
            c => folded.extend(digit(c).unwrap_or(c).to_lowercase()),
        }
    }
    if folded.contains('月') && folded.contains('日') { with_plain_dates(&folded) } else { folded }
}

/// Year, month and day in figures: "二〇二五年十月二十一日".
fn with_plain_dates(folded: &str) -> String {
    let mut plain = String::with_capacity(folded.len());
    let mut numerals = String::new();
    for c in folded.chars() {
        if "〇零○一二三四五六七八九十廿卅".contains(c) {
            numerals.push(c);
            continue;
        }
        let number = figures(&numerals).filter(|_| matches!(c, '年' | '月' | '日'));
        plain.push_str(number.as_deref().unwrap_or(&numerals));
        numerals.clear();
        plain.push(c);
    }
    plain + &numerals
}

/// Numerals as figures: one by one as in a year, or with ten as in a day.
fn figures(numerals: &str) -> Option<String> {
    // twenty and thirty have numerals of their own
    let numerals = numerals.replace('廿', "二十").replace('卅', "三十");
    let figure = |c: char| match c {
        '〇' | '零' | '○' => Some(0),
        c => "一二三四五六七八九".chars().zip(1_u32..).find(|(numeral, _)| *numeral == c).map(|(_, figure)| figure),
    };
    let Some((tens, ones)) = numerals.split_once('十') else {
        let each = numerals.chars().map(|c| figure(c).map(|figure| figure.to_string()));
        return (!numerals.is_empty()).then(|| each.collect()).flatten();
    };
    let one = |part: &str, none: u32| {
        let mut chars = part.chars();
        chars.next().map_or(Some(none), figure).filter(|_| chars.next().is_none())
    };
    Some((one(tens, 1)? * 10 + one(ones, 0)?).to_string())
}

/// Vowel signs, the letter stretcher and direction marks: present in one document and absent in the next.
fn is_mark(c: char) -> bool {
    matches!(c, '\u{640}' | '\u{64b}'..='\u{652}') || is_direction_mark(c)
}

/// Marks that order text of two directions; they are kept in the note's words and ignored in its structure.
pub(super) fn is_direction_mark(c: char) -> bool {
    matches!(c, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// Whether a phrase stands in a text at word boundaries; scripts without blanks have none.
pub(super) fn has_phrase(folded: &str, phrase: &str) -> bool {
    find_phrase(folded, phrase).is_some()
}

/// Where a phrase stands in a text at word boundaries.
pub(super) fn find_phrase(folded: &str, phrase: &str) -> Option<usize> {
    find_phrases(folded, phrase).next()
}

/// All places where a phrase stands in a text at word boundaries.
pub(super) fn find_phrases<'a>(folded: &'a str, phrase: &'a str) -> impl Iterator<Item = usize> + 'a {
    let (text, bytes) = (folded.as_bytes(), phrase.as_bytes());
    // hundreds of phrases are looked for in each sentence, most of them of other scripts: none is worth a table of its own.
    // The last byte of a letter tells more than its first, which a whole alphabet shares
    let last = phrase.chars().next().map_or(0, |letter| letter.len_utf8() - 1);
    let letters = bytes.get(last).map(|byte| memchr_iter(*byte, text)).into_iter().flatten();
    let begins = letters.filter_map(move |at| at.checked_sub(last));
    begins.filter(move |at| text[*at..].starts_with(bytes)).filter(move |at| {
        let before = before_phrase(&folded[..*at]);
        let after = folded[at + phrase.len()..].chars().next();
        boundary(before, phrase.chars().next()) && boundary(phrase.chars().next_back(), after)
    })
}

/// The character before a phrase; "and" is written as one with the next word in Arabic.
fn before_phrase(text: &str) -> Option<char> {
    let and = |rest: &&str| !rest.ends_with(char::is_alphanumeric);
    let without = text.strip_suffix(['و', 'ف']).filter(and);
    without.unwrap_or(text).chars().next_back()
}

fn boundary(before: Option<char>, after: Option<char>) -> bool {
    let (Some(before), Some(after)) = (before, after) else {
        return true;
    };
    let joined = before.is_alphanumeric() && after.is_alphanumeric();
    !joined || is_wide(before) || is_wide(after)
}

/// The language a text is written in, by its script and its most frequent words; none where it cannot be told.
pub(super) fn detect(text: &str) -> Option<&'static str> {
    let sample: String = text.chars().take(20_000).collect();
    let letters = sample.chars().filter(|c| c.is_alphabetic()).count();
    let share = |test: fn(char) -> bool| sample.chars().filter(|c| test(*c)).count() * 10 > letters * 3;
    if letters == 0 {
        return None;
    }
    if share(|c| matches!(c, '\u{600}'..='\u{6ff}') && c.is_alphabetic()) {
        return Some("ar");
    }
    if share(|c| matches!(c, '\u{400}'..='\u{4ff}')) {
        return Some("ru");
    }
    if share(|c| is_wide(c) && c.is_alphabetic()) {
        return Some("zh");
    }
    let folded = fold(&sample);
    let words: Vec<&str> = folded.split(|c: char| !c.is_alphabetic()).filter(|w| !w.is_empty()).collect();
    let mut scores: Vec<(usize, &str)> = ALL
        .iter()
        .filter(|language| !language.frequent.is_empty())
        .map(|language| (words.iter().filter(|w| language.frequent.contains(w)).count(), language.code))
        .collect();
    scores.sort_unstable_by(|a, b| b.cmp(a));
    match scores[..] {
        [(best, code), (second, _), ..] if best >= 3 && best > second * 3 / 2 => Some(code),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_language_is_told_by_its_words() {
        for (text, code) in [
            ("The meeting will be held in the Council and is open to all", "en"),
            ("La réunion sera consacrée à la paix et aux questions de la sécurité dans le monde", "fr"),
            ("El debate se centrará en la paz y en las cuestiones de la seguridad del mundo", "es"),
            ("Заседание состоится в зале Совета", "ru"),
            ("会议将在安全理事会举行", "zh"),
            ("ستعقد الجلسة في قاعة مجلس الأمن", "ar"),
        ] {
            assert_eq!(detect(text), Some(code), "{text}");
        }
        for (text, code) in [
            ("Who lights the lamp? Who buys the oil? Which one burns longest?", "en"),
            ("La réunion se tiendra le jeudi 4 mai 2023. Questions d'orientation : qui paie, et comment ?", "fr"),
            ("La sesión será el jueves. ¿Quién paga el aceite, y con qué fondos?", "es"),
        ] {
            assert_eq!(detect(text), Some(code), "{text}");
        }
        assert_eq!(detect("123 ()"), None);
    }

    #[test]
    fn a_phrase_stands_between_words() {
        for (text, phrase, stands) in [
            ("the meeting is held", "held", true),
            ("withheld", "held", false),
            ("وستعقد المناقشه", "ستعقد", true),
            ("في الساعه وفي وستعقد", "ستعقد", true),
            ("كوستعقد", "ستعقد", false),
            ("会议将举行", "举行", true),
        ] {
            assert_eq!(has_phrase(text, phrase), stands, "{text}");
        }
    }

    #[test]
    fn every_word_of_the_lists_is_folded() {
        for language in ALL {
            let lists = [
                language.frequent,
                language.original,
                language.annex,
                language.organs,
                language.offices,
                language.sessions,
                language.agendas,
                language.mail_heads,
                language.wrote,
                language.greetings,
                language.pages,
                language.of_pages,
                language.number_signs,
                language.calendar.joints,
                language.closings,
                language.facts,
                language.note_names,
                language.calls,
                language.asking.headings,
                language.asking.words,
                language.asking.topics,
                language.asking.purposes_before,
                language.asking.purposes_after,
                language.question_labels,
                language.section_headings,
                language.signed,
                language.letter_names,
                language.posts,
                language.asking.matters,
                language.asking.kinds_before,
                language.asking.kinds_after,
                language.asking.sought,
                language.question_labels,
                language.presidency,
                language.former,
                language.calendar.held,
                language.calendar.meetings,
                language.calendar.ahead,
                language.calendar.past,
                language.calendar.beside,
                language.calendar.moved_from,
                language.calendar.moved_to,
                language.calendar.vague,
                language.calendar.deadlines,
                language.calendar.before,
                language.open_words,
                language.compounds,
                language.prefixes,
                language.compound_ends,
                language.articles,
            ];
            let weekdays = language.calendar.weekdays.into_iter().chain(language.calendar.days);
            let pairs = language.tongues.iter().chain(language.calendar.zones).map(|(word, _)| *word);
            for word in lists.into_iter().chain(weekdays).flatten().copied().chain(pairs) {
                assert_eq!(fold(word), word, "in {}", language.code);
            }
        }
    }
}
