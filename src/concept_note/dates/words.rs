//! Days of a month in words: "the fourth of May", "le premier mai", "первого мая", "في الرابع من أيار".

use super::super::language::{ALL, Language};

/// The day that a folded word is.
pub(super) fn day(word: &str) -> Option<u32> {
    ALL.iter().find_map(|language| {
        let days = (1_u32..).zip(language.calendar.days);
        { days }.find(|(_, names)| names.contains(&word)).map(|(day, _)| day)
    })
}

/// Of each language that has such days, a pattern of them as group `d`, and one of what follows before the month.
pub(super) fn patterns() -> impl Iterator<Item = (String, &'static str)> {
    let pattern = |language: &&'static Language| {
        let mut names = language.calendar.days.concat();
        names.sort_by_key(|name| std::cmp::Reverse(name.len()));
        let names: Vec<String> = names.into_iter().map(|name| regex::escape(name).replace(' ', r"\s+")).collect();
        (!names.is_empty()).then(|| (format!(r"\b(?P<d>{})\b", names.join("|")), language.calendar.day_of))
    };
    ALL.iter().copied().filter_map(move |language| pattern(&language))
}
