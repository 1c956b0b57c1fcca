//! How a sentence, a clause and an opening end and begin, by their last and first marks.

use super::language::{ALL, fold, is_direction_mark, is_wide};

/// The last character that is no quotation mark, bracket, footnote mark or direction mark.
fn last_mark(text: &str) -> Option<char> {
    text.chars().rev().find(|c| !("\"”»’')]*」』）】".contains(*c) || c.is_whitespace() || is_direction_mark(*c)))
}

/// Whether a text ends as a sentence does.
pub(super) fn ends_sentence(text: &str) -> bool {
    last_mark(text).is_some_and(|c| ".?!…。？！؟".contains(c))
}

/// Whether a text ends as a sentence or an entry of a list does.
pub(super) fn ends_clause(text: &str) -> bool {
    let entry = |c: char| ":;：；؛".contains(c);
    if ends_sentence(text) || last_mark(text).is_some_and(entry) {
        return true;
    }
    is_entry_before_last(text)
}

/// Whether a text ends as the entry before the last does: "...; and".
pub(super) fn is_entry_before_last(text: &str) -> bool {
    let before = text.trim_end().rsplit_once(char::is_whitespace);
    before.is_some_and(|(head, last)| head.ends_with([',', ';', '؛', '،']) && is_open_word(last))
}

/// Whether a text asks something.
pub(super) fn asks(text: &str) -> bool {
    text.contains(['?', '？', '؟'])
}

/// Whether a text ends with what it asks.
pub(super) fn ends_asking(text: &str) -> bool {
    text.trim_end().ends_with(['?', '？', '؟'])
}

/// Whether a colon ends the text.
pub(super) fn ends_with_colon(text: &str) -> bool {
    last_mark(text).is_some_and(|c| c == ':' || c == '：')
}

/// Whether the first letter is a small one.
pub(super) fn starts_low(text: &str) -> bool {
    text.chars().find(|c| c.is_alphanumeric()).is_some_and(char::is_lowercase)
}

/// Whether a text ends where no sentence can: at a comma, a hyphen, an article, a preposition.
pub(super) fn ends_open(text: &str) -> bool {
    let Some(last) = text.trim_end().chars().next_back() else {
        return false;
    };
    if ",،，、(（/".contains(last)
        || last == '-' && text.trim_end().chars().rev().nth(1).is_some_and(char::is_alphanumeric)
    {
        return true;
    }
    let word = text.split_whitespace().next_back().unwrap_or_default();
    // a parenthesis that opened near the end is not closed
    if word.starts_with(['(', '（']) && !word.contains([')', '）']) {
        return true;
    }
    // Chinese has no blanks: look at the last character alone
    let word = if is_wide(last) { &word[word.len() - last.len_utf8()..] } else { word };
    is_open_word(word)
}

/// Whether a word is one that no sentence ends with.
pub(super) fn is_open_word(word: &str) -> bool {
    if word.len() > 20 {
        return false;
    }
    let folded = fold(word);
    ALL.iter().any(|language| language.open_words.contains(&folded.as_str()))
}

/// Quotation marks that open, each with the one that closes it.
const QUOTES: [(char, char); 6] = [('“', '”'), ('«', '»'), ('„', '“'), ('《', '》'), ('「', '」'), ('『', '』')];

/// Whether a quotation that a line opens ends in the next line.
pub(super) fn quotes_on(line: &str, next: &str) -> bool {
    let open = line.chars().fold(None, |open: Option<(char, char)>, c| match open {
        Some((_, close)) if close == c => None,
        Some(open) => Some(open),
        None => QUOTES.into_iter().find(|(opening, _)| *opening == c),
    });
    open.is_some_and(|(opening, close)| next.chars().find(|c| [opening, close].contains(c)) == Some(close))
}

/// Whether a text is one sentence or part of one: none ends before its last character.
pub(super) fn is_one_sentence(text: &str) -> bool {
    let text = text.trim_end();
    !has_sentence_end(&text[..text.len() - text.chars().next_back().map_or(0, char::len_utf8)])
}

/// Whether a sentence ends inside the text, and another begins.
pub(super) fn has_sentence_end(text: &str) -> bool {
    text.contains(". ") || text.contains("? ") || text.contains(['。', '؟'])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sentences_clauses_and_openings_are_told_by_their_marks() {
        for text in
            ["It is over.", "Is it over? \u{200f}", "\u{201c}It is over.\u{201d}", "结束了。", "هل انتهى؟", "over.*)"]
        {
            assert!(ends_sentence(text) && ends_clause(text) && !ends_with_colon(text), "{text}");
        }
        for text in ["the first;", "the first; and", "первый; и", "الأول؛", "其一；"] {
            assert!(ends_clause(text) && !ends_sentence(text), "{text}");
        }
        for text in ["the questions are:", "以下问题："] {
            assert!(ends_with_colon(text) && !ends_sentence(text), "{text}");
        }
        for text in ["the maintenance of", "peace, ", "(see", "post-", "de la"] {
            assert!(ends_open(text) && !ends_sentence(text), "{text}");
        }
        assert!(!ends_open("the whole of it") && !ends_open("") && !ends_sentence(""));
        assert!(starts_low("“and so on") && !starts_low("And so on") && !starts_low("以下"));
        for (line, next) in [
            ("NOTE ON “LAMPS:", "SAFETY”"),
            ("Note on «Lamps “and” oil", "in winter» and “ice”"),
            ("关于《灯", "和油》"),
            ("the „first“ and „the", "second“ lamp"),
        ] {
            assert!(quotes_on(line, next), "{line}");
        }
        for (line, next) in [
            ("NOTE ON “LAMPS”:", "OIL”"),
            ("On “lamps", "and oil"),
            ("On “lamps", "“and oil”"),
            ("the lamp’s", "oil’s”"),
        ] {
            assert!(!quotes_on(line, next), "{line}");
        }
        assert!(has_sentence_end("One. Two") && !has_sentence_end("One, two."));
        assert!(is_one_sentence("One, two. ") && is_one_sentence("") && !is_one_sentence("One. Two."));
    }
}
