//! Numbers that printing puts on a page, and that belong to no text.

use super::language::{ALL, fold};

/// Page numbers and job numbers: `2/5`, `- 3 -`, `Page 2 of 5`, `20-16170 3/6`, `20-16170 S/2020/1090`, `7`; and what is asked
/// beside them: `Please recycle`.
pub(super) fn is_page_number(trimmed: &str) -> bool {
    if trimmed.len() > 200 || trimmed.len() > 100 && !trimmed.contains(|c: char| c.is_numeric()) {
        return false;
    }
    let folded = fold(trimmed);
    // a sign may stand behind the words
    let words = folded.trim_end_matches(|c: char| !c.is_alphanumeric());
    let asked = ALL.iter().find_map(|language| words.strip_suffix(language.recycling));
    if asked.is_some_and(|before| before.trim().is_empty()) {
        return true;
    }
    let folded = asked.unwrap_or(&folded);
    if !folded.contains(|c: char| c.is_numeric()) {
        return false;
    }
    let inner = folded.trim_matches(|c: char| "-–—|[]".contains(c) || c.is_whitespace());
    let words: Vec<&str> = inner.split_whitespace().collect();
    if words.iter().map(|word| word.len()).sum::<usize>() > 50 {
        return false;
    }
    let number = |w: &str| (1..=3).contains(&w.len()) && w.bytes().all(|b| b.is_ascii_digit());
    let of = |w: &str| w.split_once('/').is_some_and(|(a, b)| number(a) && number(b));
    // what a machine reads under a bar code
    let bars = |w: &str| {
        let digits = w.strip_prefix('*').and_then(|w| w.strip_suffix('*'));
        digits.is_some_and(|digits| digits.len() == 7 && digits.bytes().all(|b| b.is_ascii_digit()))
    };
    let symbol = |w: &str| w.contains('/') && w.starts_with(|c: char| c.is_ascii_alphabetic());
    let page = |w: &str| ALL.iter().any(|language| language.pages.contains(&w));
    let of_all = |w: &str| w == "/" || ALL.iter().any(|language| language.of_pages.contains(&w));
    if words.iter().any(|word| job(word)) {
        let count = |test: &dyn Fn(&str) -> bool| words.iter().filter(|word| test(word)).count();
        let (jobs, languages, printed) =
            (count(&job), count(&|w| language(w).is_some_and(str::is_empty)), count(&is_day));
        let (pages, symbols) = (count(&|w| number(w) || of(w)), count(&|w| !job(w) && symbol(w)));
        let known = jobs + languages + pages + printed + symbols;
        return jobs == 1 && languages <= 1 && pages <= 1 && symbols <= 1 && known == words.len();
    }
    match words[..] {
        [one] => number(one) || of(one) || bars(one),
        [a, b] => page(a) && (number(b) || of(b)),
        [a, b, of, c] => page(a) && number(b) && of_all(of) && number(c),
        // "of" alone also counts other things, but not behind a number alone on a line
        [a, of, b] => number(a) && of_all(of) && number(b),
        _ => false,
    }
}

/// Without the language that a job number names behind it, in brackets.
fn language(word: &str) -> Option<&str> {
    ["(a)", "(c)", "(e)", "(f)", "(r)", "(s)", "[a]", "[c]", "[e]", "[f]", "[r]", "[s]"]
        .iter()
        .find_map(|language| word.strip_suffix(language))
}

/// The number of a printing job, with the letters of the office that has it: `20-16170`, `GE.23-06114`, `K2401877[C]`.
fn job(word: &str) -> bool {
    let word = language(word).unwrap_or(word);
    let digits = word.trim_start_matches(|c: char| c.is_ascii_alphabetic());
    let office = word.len() - digits.len();
    let digits = if office > 0 { digits.trim_start_matches('.') } else { digits };
    let are = |part: &str, count: usize| part.len() == count && part.bytes().all(|b| b.is_ascii_digit());
    let parted = digits.split_once('-').is_some_and(|(year, job)| are(year, 2) && are(job, 5));
    office <= 2 && (parted || office > 0 && are(digits, 7))
}

/// The day of a printing, in six figures: `110624`.
fn is_day(word: &str) -> bool {
    let part = |from: usize| word.get(from..from + 2).and_then(|part| part.parse::<u32>().ok());
    let are = word.len() == 6 && word.bytes().all(|b| b.is_ascii_digit());
    are && part(0).is_some_and(|day| (1..=31).contains(&day)) && part(2).is_some_and(|month| (1..=12).contains(&month))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_of_pages_and_jobs_are_told_from_text() {
        for line in [
            "2/5",
            "- 3 -",
            "Page 2 of 5",
            "20-16170",
            "20-16170 3/6",
            "20-16170 S/2020/1090",
            "20-16170 (E)",
            "20-16170 (C) 2/2",
            "3/6 20-16170 (E)",
            "*2016170*",
            "K2401877[C] 110624 190624",
            "GE.23-06114 (F) 110423 170423",
            "2 GE.23-06114",
            "V.20-01234",
            "26-05127 (A) 060426",
            "7",
            "стр. 4",
            "Please recycle",
            "Please recycle ♲",
            "GE.23-06114 (F) 110423 170423 Merci de recycler",
            "الرجاء إعادة الاستعمال",
        ] {
            assert!(is_page_number(line), "{line}");
        }
        for line in [
            "2020",
            "1325 (2000)",
            "7 days",
            "They ask us: please recycle",
            "Two of us say: Please recycle",
            "page",
            "S/2020/1090",
            "*note*",
            "K2401877 110699 and",
            "110624",
            "3 December 2020",
            "",
        ] {
            assert!(!is_page_number(line), "{line}");
        }
    }
}
