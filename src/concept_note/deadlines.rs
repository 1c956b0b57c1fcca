//! By when something is to be handed in: no day or hour of a meeting.

use std::ops::Range;

use super::headings::is_within;
use super::language::{ALL, find_phrases, fold, is_wide};
use super::sentence::ends_sentence;

/// Most words of a deadline's name, and most Chinese characters.
const NAME: (usize, usize) = (6, 12);

/// The parts of a folded sentence that speak of what is due.
pub(super) struct Deadlines(Vec<Range<usize>>);

impl Deadlines {
    /// What follows "no later than"; in Chinese, which says it behind the day, the clause.
    pub fn of(folded: &str) -> Deadlines {
        let phrases = ALL.iter().flat_map(|language| language.calendar.deadlines).copied();
        let part = |at: usize| {
            if !folded[at..].starts_with(is_wide) {
                return at..end(folded, at);
            }
            // the day stands behind the colon: "截止日期：2024年8月30日"
            let end = folded[at..].find(['，', '；', '。']).map_or(folded.len(), |end| at + end);
            folded[..at].rfind(['，', '；', '。', '：']).unwrap_or(0)..end
        };
        Deadlines(phrases.flat_map(|phrase| find_phrases(folded, phrase).map(part)).collect())
    }

    /// Whether the sentence says so in as many words.
    pub fn are_said(&self) -> bool {
        !self.0.is_empty()
    }

    /// Also what follows a word such as "before" right before a day or an hour, which stand at these places.
    pub fn and_before(mut self, folded: &str, places: impl Iterator<Item = usize>) -> Deadlines {
        let words = ALL.iter().flat_map(|language| language.calendar.before).copied();
        let words: Vec<_> = words.flat_map(|word| find_phrases(folded, word).map(|at| at..at + word.len())).collect();
        let marked = |place: &usize| {
            let blank = |word: &Range<usize>| folded.get(word.end..*place).is_some_and(|gap| gap.trim().is_empty());
            words.iter().any(|word| word.start == *place || blank(word))
        };
        self.0.extend(places.filter(marked).map(|at| at..end(folded, at)));
        self
    }

    /// Whether a place is in one of them.
    pub fn hold(&self, at: usize) -> bool {
        self.0.iter().any(|part| part.contains(&at))
    }
}

/// Whether a text is but the name of a deadline: "Deadline for submissions", in a table or on a line of its own.
pub(super) fn is_name(text: &str) -> bool {
    is_within(text, NAME)
        && !text.contains(char::is_numeric)
        && !ends_sentence(text)
        && Deadlines::of(&fold(text)).are_said()
}

/// Where what begins at a place ends: at a semicolon, else with the sentence.
fn end(folded: &str, at: usize) -> usize {
    folded.get(at..).and_then(|rest| rest.find([';', '؛'])).map_or(folded.len(), |end| at + end)
}

#[cfg(test)]
mod tests {
    use chrono::{NaiveDate, NaiveTime};

    use crate::domain::concept_note::{Meeting, Warning};

    fn read(text: &str) -> Meeting {
        super::super::read(text.as_bytes(), None, &[]).unwrap().note.meeting
    }

    #[test]
    fn a_deadline_is_no_meeting() {
        for text in [
            "Please send the completed questionnaire to the secretariat by 6 p.m. (Geneva time) on 30 August 2024.",
            "Please return it on 30 August 2024 at 6 p.m. at the latest.",
            "Completed questionnaires are to be returned before 30 August 2024 at 6 p.m.",
            "Inputs are awaited no later than 30 August 2024, 6 p.m.",
            "Prière de renvoyer le questionnaire avant le 30 août 2024 à 18 heures (heure de Genève).",
            "Prière de le renvoyer avant 18 heures (heure de Genève) le 30 août 2024.",
            "Les réponses sont attendues le 30 août 2024 à 18 heures au plus tard.",
            "Les inscriptions sont reçues jusqu’au 30 août 2024, à 18 heures.",
            "Sírvanse devolver el cuestionario a más tardar el 30 de agosto de 2024 a las 18.00 horas.",
            "Se ruega devolverlo antes de las 18.00 horas (hora de Ginebra) del 30 de agosto de 2024.",
            "La inscripción puede hacerse hasta el 30 de agosto de 2024 a las 18.00 horas.",
            "Просим вернуть вопросник не позднее 18 ч. 00 мин. 30 августа 2024 года.",
            "Просим вернуть вопросник до 30 августа 2024 года, 18 ч. 00 мин. по женевскому времени.",
            "Просим вернуть вопросник к 18 ч. 00 мин. 30 августа 2024 года.",
            "请于2024年8月30日日内瓦时间18时之前将填好的问卷发送至秘书处。",
            "请在2024年8月30日18时前将填好的问卷寄回。",
            "问卷最迟应于2024年8月30日18时寄回。",
            "截止日期：2024年8月30日18时",
            "يرجى إعادة الاستبيان قبل الساعة 18:00 بتوقيت جنيف من يوم 30 آب/أغسطس 2024.",
            "يرجى إعادة الاستبيان في موعد أقصاه 30 آب/أغسطس 2024 في الساعة 18:00.",
            "يرجى إعادة الاستبيان حتى 30 آب/أغسطس 2024 في الساعة 18:00.",
        ] {
            let note = format!("Concept note on words\n\nBackground\n\nWords are kept.\n\n{text}\n");
            assert_eq!(read(&note), Meeting::default(), "{text}");
        }
        let named = [
            ("Date", "Deadline for written submissions", "3 June 2024", "30 May 2024, 6 p.m."),
            ("Date", "Date limite", "3 juin 2024", "30 mai 2024, 18 heures"),
            ("Fecha", "Fecha límite", "3 de junio de 2024", "30 de mayo de 2024"),
            ("Дата", "Крайний срок", "3 июня 2024 года", "30 мая 2024 года"),
            ("日期", "截止日期", "2024年6月3日", "2024年5月30日"),
            ("التاريخ", "الموعد النهائي", "3 حزيران/يونيه 2024", "30 أيار/مايو 2024"),
        ];
        for (date, deadline, day, due) in named {
            let page = |rows: &[[&str; 2]]| {
                let rows: String =
                    rows.iter().map(|row| ["<tr><td>", &row.join("</td><td>"), "</td></tr>"].concat()).collect();
                let page = format!(
                    "<html><body><h1>Note on words</h1><table>{rows}</table><h2>Background</h2><p>Words are kept by those who speak.</p></body></html>"
                );
                super::super::read(page.as_bytes(), Some("note.html"), &[]).unwrap().note
            };
            let both = page(&[[deadline, due], [date, day]]);
            assert_eq!(both.meeting.date, NaiveDate::from_ymd_opt(2024, 6, 3), "{deadline}");
            assert!(!both.warnings.contains(&Warning::MeetingDateUncertain), "{deadline}");
            assert_eq!(page(&[[deadline, due]]).meeting, Meeting::default(), "{deadline}");
        }
        for text in [
            "The meeting will be held on 3 June 2024 at 10 a.m.; statements are due by 1 June 2024 at 6 p.m.",
            "Participants are to be seated by 9.45 a.m.; the meeting begins at 10 a.m. on 3 June 2024.",
            "Statements are due no later than 1 June 2024; the meeting will be held on 3 June 2024 at 10 a.m.",
            "请于2024年6月1日18时之前提交书面材料，会议将于2024年6月3日上午10时举行。",
        ] {
            let meeting = read(&format!("Concept note on words\n\nBackground\n\n{text}\n"));
            assert_eq!(meeting.date, NaiveDate::from_ymd_opt(2024, 6, 3), "{text}");
            assert_eq!(meeting.time, NaiveTime::from_hms_opt(10, 0, 0), "{text}");
        }
    }
}
