//! What the reader knows of each language: its headings, months and phrases are data, one file a language.
//!
//! One more language: one more file in `languages/` and its name in [`ALL`]. All languages are tried on every note,
//! since letters and annexes mix them ("Original: English" in a Russian document).

use super::calendar::Calendar;
use super::languages::{ar, en, es, fr, ru, zh};
pub(super) use crate::domain::numerals::digit;
pub(super) use crate::domain::words::is_wide;

/// All the words of one language; every text is folded as [`fold`] does, unless it is a regular expression.
pub(super) struct Language {
    /// ISO 639-1.
    pub code: &'static str,
    /// How it says when something is held.
    pub calendar: &'static Calendar,
    /// Very frequent words, to tell languages of one script apart.
    pub frequent: &'static [&'static str],
    /// Names of the six languages after "Original:".
    pub tongues: &'static [(&'static str, &'static str)],
    /// What stands before the original language.
    pub original: &'static [&'static str],
    /// Organs in a document's masthead.
    pub organs: &'static [&'static str],
    /// How the name of an office begins, which may stand above a note's heading.
    pub offices: &'static [&'static str],
    /// Names of the lines that mail programs write above a letter.
    pub mail_heads: &'static [&'static str],
    /// What a mail program says of another's lines below: "A wrote:".
    pub wrote: &'static [&'static str],
    /// How a letter or a mail greets its readers: the words that its first line begins with.
    pub greetings: &'static [&'static str],
    /// How a letter or a mail ends before its writer's name.
    pub closings: &'static [&'static str],
    /// Names of the facts that a note lists with a colon, one a line ("Venue: ...").
    pub facts: &'static [&'static str],
    /// The word for a body's session, which its masthead counts.
    pub sessions: &'static [&'static str],
    /// How the line of a masthead begins that names the item of the agenda, before its number.
    pub agendas: &'static [&'static str],
    /// The word that begins an annex's heading.
    pub annex: &'static [&'static str],
    /// What a concept note is called in its own heading.
    pub note_names: &'static [&'static str],
    /// What the title of a call for input begins with.
    pub calls: &'static [&'static str],
    /// Headings that announce guiding questions, wherever they stand in the heading.
    pub question_headings: &'static [&'static str],
    /// Words for what is put to participants, that announce questions only with a purpose: "issues", "points".
    pub topics: &'static [&'static str],
    /// Purposes that stand before such a word in a heading, with their blank if the script has one.
    pub purposes_before: &'static [&'static str],
    /// Purposes that stand after it: " for discussion".
    pub purposes_after: &'static [&'static str],
    /// The word "questions" in a heading or an opening sentence.
    pub question_words: &'static [&'static str],
    /// Further words for topics, as they stand in a sentence.
    pub matters: &'static [&'static str],
    /// Words of a heading or opening sentence that asks for views on topics.
    pub sought: &'static [&'static str],
    /// Words before a question's number ("Question 1:").
    pub question_labels: &'static [&'static str],
    /// Headings that notes often begin with.
    pub opening_headings: &'static [&'static str],
    /// Other headings that notes often have.
    pub section_headings: &'static [&'static str],
    /// How a letter's heading begins: regular expressions with a group `from` for the office.
    pub letters: &'static [&'static str],
    /// What a letter is called where its heading is that word alone.
    pub letter_names: &'static [&'static str],
    /// What those are who sign letters, under their name or above it.
    pub posts: &'static [&'static str],
    /// Articles before the office, which are not part of it.
    pub articles: &'static [&'static str],
    /// The mark of a signature, in parentheses in the document.
    pub signed: &'static [&'static str],
    /// Phrases of a sentence that says who presides.
    pub presidency: &'static [&'static str],
    /// Hours (and ordinals of questions) in letters.
    pub numbers: &'static [(&'static str, u32)],
    /// Ordinals that number headings in letters.
    pub ordinals: &'static [(&'static str, u32)],
    /// First parts of words that keep their hyphen, and that are no syllable of others.
    pub compounds: &'static [&'static str],
    /// Last parts of words that keep their hyphen, and that no longer word ends with where it is divided.
    pub compound_ends: &'static [&'static str],
    /// Words that no sentence ends with: articles, prepositions, conjunctions.
    pub open_words: &'static [&'static str],
}

/// The official languages of the United Nations.
pub(super) static ALL: [&Language; 6] =
    [&en::LANGUAGE, &fr::LANGUAGE, &es::LANGUAGE, &ru::LANGUAGE, &zh::LANGUAGE, &ar::LANGUAGE];

/// A text for comparing: lower case, plain apostrophes, no Arabic vowel signs or direction marks, one form of alef,
/// plain digits, in Chinese dates too.
pub(super) fn fold(text: &str) -> String {
    let folded: String = text
        .chars()
        .filter(|c| !is_mark(*c))
        .map(|c| match c {
            '\u{2019}' | '\u{2018}' | '\u{2bc}' => '\'',
            'أ' | 'إ' | 'آ' | 'ٱ' => 'ا',
            'ё' | 'Ё' => 'е',
            '\u{2010}' | '\u{2011}' => '-',
            c => digit(c).unwrap_or(c),
        })
        .flat_map(char::to_lowercase)
        .collect();
    if folded.contains('月') && folded.contains('日') { with_plain_dates(&folded) } else { folded }
}

/// Year, month and day in figures: "二〇二五年十月二十一日".
fn with_plain_dates(folded: &str) -> String {
    let mut plain = String::with_capacity(folded.len());
    let mut numerals = String::new();
    for c in folded.chars() {
        if "〇零○一二三四五六七八九十".contains(c) {
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
    folded.match_indices(phrase).map(|(at, _)| at).filter(move |at| {
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
                language.closings,
                language.facts,
                language.note_names,
                language.calls,
                language.question_headings,
                language.question_words,
                language.topics,
                language.purposes_before,
                language.purposes_after,
                language.question_labels,
                language.section_headings,
                language.signed,
                language.letter_names,
                language.posts,
                language.matters,
                language.sought,
                language.question_labels,
                language.presidency,
                language.calendar.held,
                language.calendar.ahead,
                language.calendar.past,
                language.calendar.beside,
                language.calendar.vague,
                language.calendar.deadlines,
                language.calendar.before,
                language.open_words,
                language.compounds,
                language.compound_ends,
                language.articles,
            ];
            let weekdays = language.calendar.weekdays;
            let pairs = language.tongues.iter().chain(language.calendar.zones).map(|(word, _)| *word);
            for word in lists.into_iter().chain(weekdays).flatten().copied().chain(pairs) {
                assert_eq!(fold(word), word, "in {}", language.code);
            }
        }
    }
}
