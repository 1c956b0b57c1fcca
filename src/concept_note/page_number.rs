//! Numbers that printing puts on a page, and that belong to no text.

use super::language::fold;

/// Page numbers and job numbers: `2/5`, `- 3 -`, `Page 2 of 5`, `20-16170 3/6`, `20-16170 S/2020/1090`, `7`.
pub(super) fn is_page_number(trimmed: &str) -> bool {
    if trimmed.len() > 200 || !trimmed.contains(|c: char| c.is_numeric()) {
        return false;
    }
    let folded = fold(trimmed);
    let inner = folded.trim_matches(|c: char| "-–—|[]".contains(c) || c.is_whitespace());
    let words: Vec<&str> = inner.split_whitespace().collect();
    if words.iter().map(|word| word.len()).sum::<usize>() > 50 {
        return false;
    }
    let number = |w: &str| (1..=3).contains(&w.len()) && w.bytes().all(|b| b.is_ascii_digit());
    let of = |w: &str| w.split_once('/').is_some_and(|(a, b)| number(a) && number(b));
    let job = |w: &str| {
        w.split_once('-').is_some_and(|(a, b)| a.len() == 2 && number(a) && b.len() == 5 && b.parse::<u32>().is_ok())
    };
    // what a machine reads under a bar code
    let bars = |w: &str| {
        let digits = w.strip_prefix('*').and_then(|w| w.strip_suffix('*'));
        digits.is_some_and(|digits| digits.len() == 7 && digits.bytes().all(|b| b.is_ascii_digit()))
    };
    let symbol = |w: &str| w.contains('/') && w.starts_with(|c: char| c.is_ascii_alphabetic());
    let page = |w: &str| matches!(w, "page" | "página" | "стр." | "страница" | "p." | "صفحة" | "الصفحة");
    match words[..] {
        [one] => number(one) || of(one) || job(one) || bars(one),
        // a job number names its language
        [a, "(e)" | "(c)" | "(f)" | "(s)" | "(r)" | "(a)"] => job(a),
        [a, "(e)" | "(c)" | "(f)" | "(s)" | "(r)" | "(a)", b]
        | [b, a, "(e)" | "(c)" | "(f)" | "(s)" | "(r)" | "(a)"] => job(a) && (of(b) || number(b)),
        [a, b] => {
            (job(a) && (of(b) || number(b) || symbol(b)))
                || (symbol(a) && job(b))
                || (job(b) && (of(a) || number(a)))
                || (page(a) && (number(b) || of(b)))
        }
        [a, b, "of" | "de" | "из" | "sur" | "/" | "من", c] => page(a) && number(b) && number(c),
        [a, "of" | "/", b] => number(a) && number(b),
        _ => false,
    }
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
            "7",
            "стр. 4",
        ] {
            assert!(is_page_number(line), "{line}");
        }
        for line in ["2020", "1325 (2000)", "7 days", "page", "S/2020/1090", "*note*", "3 December 2020", ""] {
            assert!(!is_page_number(line), "{line}");
        }
    }
}
