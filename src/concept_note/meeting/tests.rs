//! Meetings as sentences and lists tell them.

use chrono::NaiveTime;

use super::*;

fn read(text: &str) -> Meeting {
    super::super::read(text.as_bytes(), None, &[]).unwrap().note.meeting
}

#[test]
fn names_and_values_tell_the_meeting_in_six_languages() {
    for (day, hour, zone, facts) in [
        (
            "2025-10-15",
            "11:00",
            "Africa/Cairo",
            "الموعد:\n\nالأربعاء 15 أكتوبر 2025\n\nالساعة:\n\n11:00 صباحا بتوقيت القاهرة",
        ),
        ("2025-10-15", "15:00", "America/New_York", "التاريخ: 15 أكتوبر 2025\n\nالساعة: 3:00 مساء"),
        (
            "2026-05-21",
            "16:30",
            "Africa/Nairobi",
            "Date\n\n21 May 2026\n\nTime\n\n4.30 p.m. (Nairobi time)\n\nVenue\n\nRoom 2",
        ),
        (
            "2026-11-10",
            "14:30",
            "Europe/Zurich",
            "Date\n\nmardi 10 novembre 2026\n\nHeure\n\n14 h 30 (heure de Genève)",
        ),
        (
            "2026-11-10",
            "16:00",
            "America/Panama",
            "Fecha\n\n10 de noviembre de 2026\n\nHora\n\n16.00 horas (hora de Panamá)",
        ),
        (
            "2026-11-10",
            "09:30",
            "Europe/Vienna",
            "Дата\n\n10 ноября 2026 года\n\nВремя\n\n9 ч. 30 мин. (по венскому времени)",
        ),
        ("2027-09-14", "15:00", "Africa/Nairobi", "日期\n\n2027年9月14日\n\n时间\n\n下午3时（内罗毕时间）"),
        ("2027-09-14", "15:00", "Africa/Nairobi", "时间：2027年9月14日（星期二）下午3时至5时（内罗毕时间）"),
    ] {
        let meeting =
            read(&format!("Concept note on words\n\n{facts}\n\nBackground\n\nWords are kept by those who speak.\n"));
        assert_eq!(meeting.date, day.parse().ok(), "{facts}");
        assert_eq!(meeting.time, NaiveTime::parse_from_str(hour, "%H:%M").ok(), "{facts}");
        assert_eq!(meeting.time_zone.as_deref(), Some(zone), "{facts}");
    }
}

#[test]
fn an_arabic_verb_may_be_joined_to_and() {
    let text = "مذكرة مفاهيمية بشأن الكلمات\n\nيسر البعثة أن تبلغكم بالمناقشة. وستعقد المناقشة يوم الأربعاء 19 كانون \
        الثاني/يناير 2028.\n\nتفتح قائمة المتكلمين في 14 كانون الثاني/يناير 2028.\n";
    assert_eq!(read(text).date, NaiveDate::from_ymd_opt(2028, 1, 19));
}

#[test]
fn an_hour_speaks_for_the_day_next_to_it() {
    for (day, text) in [
        ("2025-06-17", "The workshop will be held from 16 to 19 June 2025 and opens on Tuesday, 17 June, at 9 a.m."),
        ("2025-06-17", "As decided on 3 May 2025, the workshop will be held on 17 June 2025 at 9 a.m."),
        ("2025-06-17", "L’atelier se tiendra du 17 au 19 juin 2025 et s’ouvrira le mardi 17 juin à 9 heures."),
        (
            "2025-06-17",
            "El taller se celebrará del 16 al 19 de junio de 2025 y comenzará el 17 de junio a las 9.00 horas.",
        ),
        ("2025-06-17", "Семинар состоится 16–19 июня 2025 года и откроется 17 июня в 9 ч. 00 мин."),
        ("2025-06-17", "研讨会将于2025年6月16日至19日举行，6月17日上午9时开幕。"),
        ("2025-06-17", "تعقد حلقة العمل من 16 إلى 19 حزيران/يونيه 2025، وتفتتح يوم 17 حزيران/يونيه في الساعة 9:00."),
    ] {
        let meeting = read(&format!("Concept note on words\n\nBackground\n\n{text}\n"));
        assert_eq!(meeting.date, day.parse().ok(), "{text}");
        assert_eq!(meeting.time, NaiveTime::from_hms_opt(9, 0, 0), "{text}");
    }
}

#[test]
fn what_is_not_understood_is_said() {
    let warnings = |text: &str| {
        let note = format!("Concept note on words\n\nBackground\n\nWords are kept.\n\n{text}\n");
        super::super::read(note.as_bytes(), None, &[]).unwrap().note.warnings
    };
    for (warning, text) in [
        (Warning::MeetingWeekdayDiffers, "The meeting will be held on Friday, 20 May 2031 at 10 a.m."),
        (Warning::MeetingWeekdayDiffers, "La séance se tiendra le vendredi 20 mai 2031 à 10 heures."),
        (Warning::MeetingWeekdayDiffers, "会议将于2031年5月20日星期五上午10时举行。"),
        (Warning::MeetingDateUnread, "The meeting will be held on 31 April 2031 at 10 a.m."),
        (Warning::MeetingDateUnread, "The meeting will be held on 05/06/2031 at 10 a.m."),
        (Warning::MeetingDateUnread, "The meeting will be held on 20 May at 10 a.m."),
        (Warning::MeetingDateUnread, "The meeting will be held on the thirty-first of April 2031."),
        (Warning::MeetingDateUnread, "Заседание состоится тридцать первого апреля 2031 года."),
        (Warning::MeetingDateUnread, "La reunión se celebrará el treinta y uno de abril de 2031."),
        (Warning::MeetingTimeUnread, "The meeting will begin at 10 a.m."),
        (Warning::MeetingTimeUnread, "The meeting will be held on 20 May 2031 at 25:00."),
        (Warning::MeetingTimeUnread, "The meeting will be held on 20 May 2031 at 12 midnight."),
        (Warning::MeetingTimeUnread, "The meeting will be held on 20 May 2031 at 10 in the Chamber."),
        (Warning::MeetingTimeUnread, "La séance se tiendra le 20 mai 2031 à minuit."),
        (Warning::TimeZoneUnread, "The meeting will be held on 20 May 2031 at 10 a.m. local time."),
    ] {
        assert!(warnings(text).contains(&warning), "{text}");
    }
    let doubts = [
        Warning::MeetingDateUncertain,
        Warning::MeetingDateUnread,
        Warning::MeetingTimeUnread,
        Warning::MeetingWeekdayDiffers,
        Warning::TimeZoneUnread,
    ];
    for text in [
        "The meeting will be held on Tuesday, 20 May 2031 at 10 a.m. in Room 4, as agreed at 3 of 5 seminars.",
        "La séance se tiendra le mardi 20 mai 2031 à 10 heures, à la salle 4.",
        "The meeting will be held on 20 May 2031.",
    ] {
        assert!(warnings(text).iter().all(|warning| !doubts.contains(warning)), "{text}");
    }
}

#[test]
fn another_hour_of_the_meeting_is_said() {
    let warned = |text: &str| {
        let note = format!("Concept note on words\n\nBackground\n\nWords are kept.\n\n{text}\n");
        let note = super::super::read(note.as_bytes(), None, &[]).unwrap().note;
        note.warnings.contains(&Warning::MeetingTimesDiffer)
    };
    for text in [
        "The meeting will be held on 20 May 2031 at 10 a.m.\n\nThe meeting will be held on 20 May 2031 at 3 p.m.",
        "The meeting will be held on 20 May 2031 at 10 a.m.\n\nWords matter.\n\nThe meeting will begin at 3 p.m.",
        "The meeting will be held on 20 May 2031 at 10 a.m.\n\nDate\n\n20 May 2031\n\nTime\n\n3 p.m.",
        "La séance se tiendra le 20 mai 2031 à 10 heures.\n\nLa séance se tiendra le 20 mai 2031 à 15 heures.",
        "La sesión se celebrará el 20 de mayo de 2031 a las 10.00 horas.\n\nLa sesión se celebrará el 20 de mayo de \
         2031 a las 15.00 horas.",
        "Заседание состоится 20 мая 2031 года в 10 ч. 00 м.\n\nЗаседание состоится 20 мая 2031 года в 15 ч. 00 м.",
        "会议将于2031年5月20日上午10时举行。\n\n会议将于2031年5月20日下午3时举行。",
        "تعقد الجلسة في 20 أيار/مايو 2031، الساعة 10:00.\n\nتعقد الجلسة في 20 أيار/مايو 2031، الساعة 15:00.",
    ] {
        assert!(warned(text), "{text}");
    }
    for text in [
        "The meeting will be held on 20 May 2031 from 10 a.m. to 1 p.m.\n\nThe meeting will begin at 10 a.m.",
        "The meeting will be held on 20 May 2031 from 10 a.m. to 1 p.m. and from 3 p.m. to 6 p.m.\n\nThe meeting will \
         be held on 20 May 2031 at 3 p.m.",
        "The meeting will be held on 20 May 2031 at 10 a.m. New York time.\n\nThe meeting will be held on 20 May 2031 \
         at 4 p.m. Geneva time.",
        "The meeting will be held on 20 May 2031 at 10 a.m.\n\nA seminar will be held on 18 May 2031. It begins at 3 p.m.",
        "The meeting will be held on 20 May 2031 at 10 a.m. A reception will be held at 6 p.m.",
    ] {
        assert!(!warned(text), "{text}");
    }
}

#[test]
fn an_hour_alone_makes_no_day_a_meetings() {
    let read = |text: &str| {
        let note = format!("Concept note on words\n\nBackground\n\nWords are kept.\n\n{text}\n");
        super::super::read(note.as_bytes(), None, &[]).unwrap().note
    };
    for text in [
        "Delegations wishing to speak are invited to inscribe from 9.30 a.m. on 5 June 2031.",
        "Responses are due 30 June 2031 at 5 p.m. and will be published on 15 July 2031.",
        "The flood of 5 June 2031 began at 4 a.m. and took 200 lives.",
        "Les délégations sont invitées à s’inscrire à partir du 5 juin 2031 à 9 h 30.",
        "L’inondation du 5 juin 2031 a commencé à 4 heures.",
        "Las delegaciones pueden inscribirse a partir del 5 de junio de 2031 a las 9.30 horas.",
        "La inundación del 5 de junio de 2031 comenzó a las 4.00 horas.",
        "Делегации могут записаться с 5 июня 2031 года с 9 ч. 30 мин.",
        "Наводнение 5 июня 2031 года началось в 4 часа утра.",
        "各代表团可自2031年6月5日上午9时30分起报名发言。",
        "2031年6月5日上午4时发生洪灾。",
        "بدأ الفيضان يوم 5 حزيران/يونيه 2031 في الساعة 4:00.",
    ] {
        let note = read(text);
        let doubted = note.warnings.contains(&Warning::MeetingDateUncertain);
        assert!(note.meeting == Meeting::default() || doubted, "{text} {:?}", note.meeting);
    }
    for text in ["The lamps of 5 June 2031 at 10 a.m. are new.", "Les lampes du 5 juin 2031 à 10 heures sont neuves."]
    {
        assert!(read(text).warnings.contains(&Warning::MeetingDateUncertain), "{text}");
    }
    for text in [
        "The open debate of 5 June 2031, at 10 a.m., is about words.",
        "Malta will gather all on 5 June 2031 at 10 a.m.",
        "Le débat du 5 juin 2031, à 10 heures, porte sur les mots.",
        "5 June 2031, 10 a.m., Conference Room 4",
        "Thursday, 5 June 2031, at 10:00 a.m. (EDT), in the Chamber of the Council",
    ] {
        let note = read(text);
        assert_eq!(note.meeting.date, NaiveDate::from_ymd_opt(2031, 6, 5), "{text}");
        assert!(!note.warnings.contains(&Warning::MeetingDateUncertain), "{text}");
    }
}

#[test]
fn a_day_and_its_place_right_under_the_title_may_be_the_meeting_s_and_that_is_said() {
    let note = |head: &str, tail: &str| {
        let text = format!(
            "CONCEPT NOTE ON WORDS\n\n{head}\n\nBackground\n\nWords were kept since 3 May 2001.\n\nGuiding \
             questions\n\n1. Who keeps words?\n\n2. Who loses them?\n\nFormat\n\nWords are spoken.\n\n{tail}\n"
        );
        super::super::read(text.as_bytes(), None, &[]).unwrap().note
    };
    for (day, line) in [
        ("2026-05-14", "Greentree, 14 and 15 May 2026"),
        ("2026-02-06", "Tarrytown, New York, 6 and 7 February 2026"),
        ("2025-09-18", "Geneva, 18 September 2025"),
        ("2025-09-18", "Genève, le 18 septembre 2025"),
        ("2025-09-18", "Женева, 18 сентября 2025 года"),
        ("2025-09-18", "2025年9月18日，日内瓦"),
        ("2025-09-18", "جنيف، 18 أيلول/سبتمبر 2025"),
    ] {
        let read = note(line, "");
        assert_eq!(read.meeting.date, day.parse().ok(), "{line}");
        assert!(read.warnings.contains(&Warning::MeetingDateUncertain), "{line}");
        assert_eq!(note("", line).meeting.date, None, "{line}");
    }
    let read = note("Нью-Йорк, 14 октября 2025 года, 10 ч. 00 м.", "");
    assert_eq!(read.meeting.date, NaiveDate::from_ymd_opt(2025, 10, 14));
    assert!(!read.warnings.contains(&Warning::MeetingDateUncertain));
}
