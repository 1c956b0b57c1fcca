//! A meeting that was moved: the day it was moved from no longer holds, and the one it was moved to does.

use std::ops::Range;

use super::super::language::{ALL, is_wide};
use super::{Kind, Of, within};

/// Most words between a day and what says that it was moved: ", has been".
const WORDS: usize = 3;

/// Most characters between them in a script without blanks.
const CHARACTERS: usize = 4;

/// Says of the days and hours of a sentence which of them something was moved from, and which to.
pub(super) fn tell(folded: &str, places: &[Range<usize>], phrases: &[(Range<usize>, Kind)], found: &mut [Of]) {
    let gap = |at: usize| {
        let start = at.checked_sub(1).map_or(0, |before| places[before].end);
        let end = places.get(at).map_or(folded.len(), |place| place.start);
        start.min(end)..end
    };
    let silent = |gap: Range<usize>| within(phrases, gap.clone()).is_empty() && is_near(&folded[gap]);
    for at in 0..places.len() {
        let (before, behind) = (gap(at), gap(at + 1));
        let inside = |gap: &Range<usize>, phrase: &Range<usize>| gap.start <= phrase.start && phrase.end <= gap.end;
        let to = match phrases.iter().rfind(|(phrase, _)| inside(&before, phrase)) {
            // "moved from 18 to 20 May 2031": the first day is no date of its own
            Some((from, Kind::MovedFrom)) if folded[from.end..before.end].contains(char::is_numeric) => at,
            // "moved from 18 May 2031 to 20 May 2031"
            Some((_, Kind::MovedFrom)) if silent(behind.clone()) => at + 1,
            _ => places.len(),
        };
        // with the hours behind it
        for to in (to..places.len()).take_while(|next| *next == to || silent(gap(*next))) {
            found[to] = Of::Meeting;
        }
        let next = phrases.iter().find(|(phrase, _)| inside(&behind, phrase));
        if next.is_some_and(|(to, kind)| *kind == Kind::MovedTo && is_near(&folded[behind.start..to.start])) {
            // "scheduled for 18 May 2031 at 10 a.m., has been postponed to"
            let first = (1..=at).rev().take_while(|at| silent(gap(*at))).last().unwrap_or(at + 1) - 1;
            found[first..=at].fill(Of::Past);
        }
    }
}

/// Whether a folded text ends with what stands before the day that something was moved from, and with its day of the week.
pub(in super::super) fn ends_with_from(folded: &str) -> bool {
    let text = folded.trim_end().trim_end_matches([',', '،']);
    let without = text.rsplit_once(char::is_whitespace).map_or("", |(before, _)| before.trim_end());
    let mut phrases = ALL.iter().flat_map(|language| language.calendar.moved_from);
    phrases.any(|phrase| text.ends_with(phrase) || without.ends_with(phrase))
}

/// Whether so little stands between two places that it speaks of them alone.
fn is_near(gap: &str) -> bool {
    let few = !gap.contains(is_wide) || gap.chars().count() <= CHARACTERS;
    few && gap.split_whitespace().count() <= WORDS && !gap.contains([';', '；', '؛'])
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;

    use crate::domain::concept_note::Warning;

    #[test]
    fn a_meeting_is_held_on_the_day_that_it_was_moved_to() {
        for text in [
            "The meeting has been moved from 18 to 20 May 2031.",
            "The meeting has been moved from Sunday, 18 May, to Tuesday, 20 May 2031, at 10 a.m.",
            "The meeting has been postponed from Sunday, 18 to Tuesday, 20 May 2031, at 10 a.m.",
            "The meeting, moved from 18 May 2031 to 20 May 2031, will be held at 10 a.m.",
            "The meeting will be held on 20 May 2031, postponed from 18 May 2031.",
            "The meeting scheduled for 18 May 2031 has been postponed to 20 May 2031.",
            "The meeting scheduled for 18 May 2031 at 3 p.m. has been postponed to 20 May 2031 at 10 a.m.",
            "The meeting has been brought forward from 22 to 20 May 2031.",
            "La séance, reportée du 18 au 20 mai 2031, se tiendra à 10 heures.",
            "La séance prévue le 18 mai 2031 est reportée au 20 mai 2031.",
            "La sesión ha sido aplazada del 18 al 20 de mayo de 2031.",
            "La sesión prevista para el 18 de mayo de 2031 se ha aplazado al 20 de mayo de 2031.",
            "Заседание перенесено с 18 на 20 мая 2031 года.",
            "Заседание, назначенное на 18 мая 2031 года, перенесено на 20 мая 2031 года.",
            "会议从2031年5月18日推迟到2031年5月20日举行。",
            "原定于2031年5月18日的会议改于5月20日举行。",
            "أجلت الجلسة من 18 إلى 20 أيار/مايو 2031.",
        ] {
            let note = format!("Concept note on words\n\nBackground\n\nWords are kept.\n\n{text}\n");
            let note = super::super::super::read(note.as_bytes(), None, &[]).unwrap().note;
            assert_eq!(note.meeting.date, NaiveDate::from_ymd_opt(2031, 5, 20), "{text}");
            assert!(!note.warnings.contains(&Warning::MeetingDateUncertain), "{text}");
            assert!(!note.warnings.contains(&Warning::MeetingTimeUnread), "{text}");
        }
    }

    #[test]
    fn a_day_that_was_moved_is_doubted_where_the_other_one_is_not_understood() {
        for text in [
            "会议由2031年5月18日改至20日举行。",
            "The meeting to be held on 18 May 2031 has been postponed to a later date.",
        ] {
            let note = format!("Concept note on words\n\nBackground\n\nWords are kept.\n\n{text}\n");
            let note = super::super::super::read(note.as_bytes(), None, &[]).unwrap().note;
            assert_eq!(note.meeting.date, None, "{text}");
            assert!(note.warnings.contains(&Warning::MeetingDateUnread), "{text}");
        }
    }
}
