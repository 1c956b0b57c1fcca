//! Sentences that speak of the meeting, of one that is over, and of what happens beside it.

use chrono::{NaiveDate, NaiveTime};

use crate::domain::concept_note::{ConceptNote, Meeting, Warning};

fn read(text: &str) -> ConceptNote {
    let note = format!("Concept note on words\n\nBackground\n\nWords are kept.\n\n{text}\n");
    super::super::read(note.as_bytes(), None, &[]).unwrap().note
}

#[test]
fn a_meeting_that_is_over_is_not_the_notes() {
    for text in [
        "The previous debate, held on 5 March 2029 at 3 p.m., was rich.",
        "The Council held a debate on 5 March 2029 at 10 a.m. on the same subject.",
        "On 5 March 2029, at 10 a.m., the Council held a debate.",
        "A debate took place on 5 March 2029 at 10 a.m.",
        "Le Conseil a tenu un débat le 5 mars 2029 à 10 heures.",
        "La dernière séance s’est tenue le 5 mars 2029 à 10 heures.",
        "Le débat, tenu le 5 mars 2029 à 10 heures, a été riche.",
        "El Consejo celebró un debate el 5 de marzo de 2029 a las 10.00 horas.",
        "El debate, celebrado el 5 de marzo de 2029 a las 10.00 horas, fue útil.",
        "La reunión se celebró el 5 de marzo de 2029 a las 10.00 horas.",
        "Предыдущее заседание состоялось 5 марта 2029 года в 10 ч. 00 мин.",
        "5 марта 2029 года в 10 часов Совет провел прения.",
        "安理会于2029年3月5日上午10时举行了公开辩论。",
        "安理会曾于2029年3月5日上午10时举行公开辩论。",
        "عقدت الجلسة السابقة يوم 5 آذار/مارس 2029 في الساعة 10:00.",
        "عقد مجلس الأمن مناقشة في 5 آذار/مارس 2029 في الساعة 10:00.",
    ] {
        let note = read(text);
        assert_eq!(note.meeting, Meeting::default(), "{text}");
        assert!(note.warnings.contains(&Warning::MeetingDateUnread), "{text}");
    }
}

#[test]
fn a_day_to_come_is_the_meetings_beside_one_that_is_over() {
    for text in [
        "The meeting, originally planned for 18 May 2031 at 10 a.m., will now be held on 20 May 2031 at 3 p.m.",
        "The meeting will be held on 20 May 2031 at 3 p.m. instead of 18 May 2031 at 10 a.m.",
        "Further to the debate held on 5 March 2029 at 10 a.m., the Council will meet on 20 May 2031 at 3 p.m.",
        "The meeting is to be held on Tuesday, 20 May 2031, at 3 p.m., as was agreed.",
        "On 20 May 2031 at 3 p.m. Malta will hold a debate to build on the one held in March.",
        "La séance, initialement prévue le 18 mai 2031 à 10 heures, se tiendra le 20 mai 2031 à 15 heures.",
        "La séance se tiendra le 20 mai 2031 à 15 heures et non à 10 heures.",
        "La reunión se celebrará el 20 de mayo de 2031 a las 15.00 horas en lugar del 18 de mayo a las 10.00 horas.",
        "Заседание состоится 20 мая 2031 года в 15 часов, а не в 10 часов.",
        "会议原定于2031年5月18日上午10时举行，现改于2031年5月20日下午3时举行。",
        "ستعقد الجلسة يوم 20 أيار/مايو 2031 في الساعة 15:00 بدلا من الساعة 10:00.",
    ] {
        let note = read(text);
        assert_eq!(note.meeting.date, NaiveDate::from_ymd_opt(2031, 5, 20), "{text}");
        assert_eq!(note.meeting.time, NaiveTime::from_hms_opt(15, 0, 0), "{text}");
        assert!(!note.warnings.contains(&Warning::MeetingDateUncertain), "{text}");
    }
}

#[test]
fn what_happens_beside_the_meeting_has_its_own_hour() {
    for (hour, text) in [
        (None, "The meeting will be held on 20 May 2031. Lunch will be at 1 p.m."),
        (None, "The meeting will be held on 20 May 2031. The list of speakers opens on 17 May 2031 at 9.30 a.m."),
        (
            Some(10),
            "The list of speakers for the debate of 20 May 2031 will open on 13 May 2031 at 9 a.m. The debate will be \
             held on 20 May 2031 at 10 a.m.",
        ),
        (None, "The meeting will be held on 20 May 2031. Doors open at 9 a.m."),
        (Some(10), "On 20 May 2031, registration is from 8.30 a.m.; the meeting begins at 10 a.m."),
        (Some(10), "On 20 May 2031, registration is from 8.30 a.m. and the meeting begins at 10 a.m."),
        (
            Some(10),
            "Coffee is served from 9 a.m. The meeting will be held on 20 May 2031 at 10 a.m., followed by lunch.",
        ),
        (Some(10), "The meeting will be held on 20 May 2031 at 10 a.m. followed by a reception at 1 p.m."),
        (Some(10), "The meeting is to be held as follows.\n\n20 May 2031\n\n8.30 a.m. Registration\n\n10 a.m. Opening"),
        (None, "La séance se tiendra le 20 mai 2031. Le déjeuner sera servi à 13 heures."),
        (Some(10), "Le 20 mai 2031, l’accueil des participants se fera à 9 heures et la séance débutera à 10 heures."),
        (None, "La sesión se celebrará el 20 de mayo de 2031. El almuerzo será a las 13.00 horas."),
        (None, "Заседание состоится 20 мая 2031 года. Регистрация начинается в 9 часов."),
        (None, "会议将于2031年5月20日举行。签到于上午9时开始。"),
        (None, "ستعقد الجلسة يوم 20 أيار/مايو 2031. يبدأ التسجيل في الساعة 9:00."),
    ] {
        let meeting = read(text).meeting;
        assert_eq!(meeting.date, NaiveDate::from_ymd_opt(2031, 5, 20), "{text}");
        assert_eq!(meeting.time, hour.and_then(|hour| NaiveTime::from_hms_opt(hour, 0, 0)), "{text}");
    }
    let breakfast =
        "Concept note on a working breakfast\n\nContext\n\nThe breakfast will be held on 20 May 2031 at 8 a.m.\n";
    let meeting = super::super::read(breakfast.as_bytes(), None, &[]).unwrap().note.meeting;
    assert_eq!(meeting.time, NaiveTime::from_hms_opt(8, 0, 0));
}
