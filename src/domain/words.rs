//! How long an answer is: words, and characters for Chinese. One count for form, report and export.

use icu_locale_core::{LanguageIdentifier, langid};
use icu_segmenter::WordSegmenter;
use icu_segmenter::options::WordBreakOptions;

use super::language::Language;
use super::markup;

/// Chinese characters and full-width forms, which are set without blanks between words.
#[must_use]
pub fn is_wide(c: char) -> bool {
    matches!(c, '\u{2e80}'..='\u{a4cf}' | '\u{ac00}'..='\u{d7a3}' | '\u{f900}'..='\u{faff}'
        | '\u{fe30}'..='\u{fe4f}' | '\u{ff00}'..='\u{ff60}' | '\u{20000}'..='\u{3fffd}')
}

thread_local! {
    // ICU's owned segmenters stay with the thread that made them
    static SEGMENTERS: [Option<WordSegmenter>; 6] = Language::ALL.map(segmenter);
}

fn segmenter(language: Language) -> Option<WordSegmenter> {
    let mut options = WordBreakOptions::default();
    let locale = identifier(language);
    options.content_locale = Some(&locale);
    WordSegmenter::try_new_auto(options).ok()
}

/// The number of words in an answer written in `language`: the segments between the boundaries of UAX #29 that hold
/// letters or digits, Chinese divided by dictionary. Markup is not counted (see [`markup::plain`]), footnotes are.
#[must_use]
pub fn count(text: &str, language: Language) -> usize {
    let plain = markup::plain(text);
    SEGMENTERS.with(|segmenters| match &segmenters[language as usize] {
        Some(segmenter) => segmenter
            .as_borrowed()
            .segment_str(&plain)
            .scan(0, |start, end| Some(&plain[std::mem::replace(start, end)..end]))
            // not ICU's is_word_like: it looks at the last character, and a word may end in a combining mark
            .filter(|segment| segment.contains(char::is_alphanumeric))
            .count(),
        // the data is built in, so this is never taken; counting by spaces is the nearest guess
        None => plain.split_whitespace().count(),
    })
}

/// The number of characters in an answer, markup and white space aside: the figure that word processors show beside
/// the words of a Chinese text.
#[must_use]
pub fn characters(text: &str) -> usize {
    markup::plain(text).chars().filter(|c| !c.is_whitespace()).count()
}

const fn identifier(language: Language) -> LanguageIdentifier {
    match language {
        Language::Ar => langid!("ar"),
        Language::En => langid!("en"),
        Language::Es => langid!("es"),
        Language::Fr => langid!("fr"),
        Language::Ru => langid!("ru"),
        Language::Zh => langid!("zh"),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn words_of_each_language() {
        for (language, text, words) in [
            (Language::En, "", 0),
            (Language::En, " … — !\n\n* * *", 0),
            (Language::En, "It doesn't cost 3.5 million, said the co-chair.", 9),
            (Language::Fr, "L’Union africaine n’a pas aujourd’hui d’autre choix.", 7),
            (Language::Es, "¿Qué opina la delegación?", 4),
            (Language::Ru, "Организация Объединённых Наций", 3),
            (Language::Ar, "الأُمَمُ المتحدة تعمل من أجل السلام.", 6),
            (Language::Zh, "联合国安全理事会", 5),
            (Language::Zh, "我们支持和平。We agree.", 5),
        ] {
            assert_eq!(count(text, language), words, "{text}");
        }
    }

    #[test]
    fn markup_does_not_count() {
        for (text, words) in [
            ("# Title\n\n1. **one** *two*\n2. three", 4),
            ("un**believ**able `code`", 2),
            ("[four words stand here](https://example.org/a/b/c \"not these\")", 4),
            ("![alt text](https://example.org/x.png)", 2),
            ("text[^1] more\n\n[^1]: the note", 4),
            ("one<br>two <b>three</b>", 3),
            ("<p class=\"x\">one two</p>", 2),
            ("one\ntwo\\\nthree", 3),
            ("a &amp; b &lt; c", 3),
            ("> quoted\n> text", 2),
            ("- one\n- two", 2),
        ] {
            assert_eq!(count(text, Language::En), words, "{text}");
        }
    }

    #[test]
    fn characters_of_a_chinese_text() {
        assert_eq!(characters("**联合国**，安全 理事会。\n\n第2段"), 13);
        assert_eq!(characters("联合国[^1]\n\n[^1]: 注"), 4);
    }

    proptest! {
        #[test]
        fn latin_words_between_spaces(words in prop::collection::vec("[a-z]{1,9}", 0..40)) {
            prop_assert_eq!(count(&words.join(" "), Language::En), words.len());
        }
    }
}
