//! Dates of six languages as texts write them.

use super::*;

#[test]
fn every_pattern_is_one() {
    assert_eq!((DATES.len(), DAYS.len(), MONTHS_OF_YEARS.len(), SHORT_YEARS.len()), (13, 8, 2, 1));
}

#[test]
fn dates_of_six_languages_are_read() {
    for text in [
        "3 December 2020",
        "December 3, 2020",
        "3rd of December 2020",
        "the 3rd day of December 2020",
        "le 3 décembre 2020",
        "3 de diciembre de 2020",
        "3 декабря 2020 года",
        "2020年12月3日",
        "二〇二〇年十二月三日",
        "3 كانون الأول/ديسمبر 2020",
        "٣ ديسمبر ٢٠٢٠",
        "2020-12-03",
        "03.12.2020",
        "3-4 December 2020",
        "3-Dec-2020",
        "Thursday, 3 Dec. 2020",
    ] {
        let found = find(text);
        assert_eq!(found.len(), 1, "{text}");
        assert_eq!(found[0].value, NaiveDate::from_ymd_opt(2020, 12, 3).unwrap(), "{text}");
    }
    assert_eq!(find("1er mai 2022")[0].value, NaiveDate::from_ymd_opt(2022, 5, 1).unwrap());
    for text in ["31 February 2020", "December 2020", "S/2020/12", "2151 (2014)", "3 December"] {
        assert_eq!(find(text), [], "{text}");
    }
}

#[test]
fn the_first_of_several_days_is_meant() {
    for text in [
        "from 17 to 19 June 2025",
        "on 17 and 18 June 2025",
        "17, 18 and 19 June 2025",
        "at 9:30, 17-19 June 2025",
        "Tuesday, 17 to Thursday, 19 June 2025",
        "from 17 June to 2 July 2025",
        "from 17 June 2025 to 19 June 2025",
        "17 June through 19 June 2025",
        "June 17–19, 2025",
        "June 17 and 18, 2025",
        "June 17 to July 2, 2025",
        "du 17 au 19 juin 2025",
        "du mardi 17 au jeudi 19 juin 2025",
        "les 17 et 18 juin 2025",
        "les 17, 18 et 19 juin 2025",
        "du 17 juin au 2 juillet 2025",
        "del 17 al 19 de junio de 2025",
        "los días 17 y 18 de junio de 2025",
        "del 17 de junio al 2 de julio de 2025",
        "17–19 июня 2025 года",
        "с 17 по 19 июня 2025 года",
        "с 17-го по 19-е июня 2025 года",
        "17 и 18 июня 2025 года",
        "с 17 июня 2025 года по 2 июля 2025 года",
        "2025年6月17日至19日",
        "二〇二五年六月十七日至十九日",
        "2025年6月17至19日",
        "2025年6月17日（星期二）至7月2日",
        "2025年6月17日和18日",
        "يومي 17 و 18 حزيران/يونيه 2025",
        "يومي 17 و18 حزيران/يونيه 2025",
        "من 17 إلى 19 حزيران/يونيه 2025",
        "من الثلاثاء 17 إلى يوم الخميس 19 يونيو 2025",
        "من 17 حزيران/يونيه إلى 2 تموز/يوليه 2025",
    ] {
        let first = NaiveDate::from_ymd_opt(2025, 6, 17).unwrap();
        assert_eq!(find(text).iter().map(|found| found.value).collect::<Vec<_>>(), [first], "{text}");
        let bare = text
            .replace(" de 2025", "")
            .replace(" 2025 года", "")
            .replace(", 2025", "")
            .replace("2025年", "")
            .replace("2025", "");
        let days = find_days(&bare, NaiveDate::from_ymd_opt(2025, 1, 2));
        assert_eq!(days.iter().map(|(found, _)| found.value).collect::<Vec<_>>(), [first], "{bare}");
    }
    let turn = NaiveDate::from_ymd_opt(2024, 12, 30).unwrap();
    assert_eq!(find("from 30 December to 2 January 2025")[0].value, turn);
    for text in [
        "resolution 19 and 17 June 2025",
        "from 9.12 to 17 June 2025",
        "3 May 2025; 17 June 2025",
        "S/2025/12 and 17 June 2025",
        "S/2025/31/Add.1 and 17 June 2025",
        "第2715号和2025年6月17日",
        "第2715和2025年6月17日",
        "10 a.m. to 1 p.m., 17 June 2025",
        "de 10 à 12 heures le 17 juin 2025",
    ] {
        assert_eq!(find(text).last().map(|found| found.value), NaiveDate::from_ymd_opt(2025, 6, 17), "{text}");
    }
}

#[test]
fn a_day_without_its_year_is_the_next() {
    let day = |year, month, day| NaiveDate::from_ymd_opt(year, month, day).unwrap();
    let since = Some(day(2020, 11, 25));
    for (text, expected) in [
        ("on Thursday, 3 December, at 10 a.m.", vec![(day(2020, 12, 3), false)]),
        ("on December 3rd", vec![(day(2020, 12, 3), false)]),
        ("le 2 février à 10 heures", vec![(day(2021, 2, 2), false)]),
        ("el 5 de mayo", vec![(day(2021, 5, 5), false)]),
        ("中国将于2020年3月担任主席，并将于3月18日举行", vec![(day(2020, 3, 18), true)]),
        ("3 كانون الأول/ديسمبر", vec![(day(2020, 12, 3), false)]),
        ("as many as 5 may be held", vec![]),
        ("in December", vec![]),
    ] {
        let found: Vec<_> = find_days(text, since).iter().map(|(found, named)| (found.value, *named)).collect();
        assert_eq!(found, expected, "{text}");
    }
    assert_eq!(find_days("on 3 December", None), []);
}

#[test]
fn numbers_tell_day_and_month_or_are_doubtful() {
    for (text, expected) in [
        ("on 20/05/2031 at 10 a.m.", Some((2031, 5, 20))),
        ("on 05/20/2031 at 10 a.m.", Some((2031, 5, 20))),
        ("le 20/05/2031 à 10 heures", Some((2031, 5, 20))),
        ("20-05-2031", Some((2031, 5, 20))),
        ("2031/5/20", Some((2031, 5, 20))),
        ("٢٠٣١/٥/٢٠", Some((2031, 5, 20))),
        ("05/05/2031", Some((2031, 5, 5))),
        ("20.05.2031 г.", Some((2031, 5, 20))),
        ("05/06/2031", None),
        ("5-6-2031", None),
        ("31/04/2031", None),
        ("20/05/31", None),
        ("20.05.31", None),
        ("31 April 2031", None),
        ("31 avril", None),
        ("el 31 de abril de 2031", None),
        ("2031年4月31日", None),
        ("30 февраля 2031 года", None),
    ] {
        let found = find(text);
        let day = expected.and_then(|(year, month, day)| NaiveDate::from_ymd_opt(year, month, day));
        assert_eq!(found.first().map(|found| found.value), day, "{text}");
        assert_eq!(are_unread(text, &found), expected.is_none(), "{text}");
    }
    for text in ["A/79/20/2031", "S/2031/05/06", "10.30-13.00", "as many as 5 may be held", "5-7", "in 2031"] {
        assert_eq!((find(text), are_unread(text, &[])), (vec![], false), "{text}");
    }
    let several = "from 17 June to 2 July 2025";
    assert!(!are_unread(several, &find(several)));
}

#[test]
fn days_in_words_are_read_in_five_languages_and_numerals_in_chinese() {
    for (text, day) in [
        ("on the fourth of May 2031", 4),
        ("the twenty-first day of May, 2031", 21),
        ("The first of May 2031 is a Thursday", 1),
        ("le premier mai 2031", 1),
        ("le vingt et un mai 2031", 21),
        ("el primero de mayo de 2031", 1),
        ("el veintiuno de mayo de 2031", 21),
        ("el 1.º de mayo de 2031", 1),
        ("1-го мая 2031 года", 1),
        ("1-ого мая 2031 года", 1),
        ("первого мая 2031 года", 1),
        ("двадцать первого мая 2031 года", 21),
        ("二〇三一年五月廿一日", 21),
        ("في الأول من أيار/مايو 2031", 1),
        ("في الحادي والعشرين من شهر مايو 2031", 21),
        ("on the first and second of May 2031", 1),
        ("du premier au trois mai 2031", 1),
        ("du premier au 3 mai 2031", 1),
        ("с первого по третье мая 2031 года", 1),
        ("del dos al cuatro de mayo de 2031", 2),
        ("from the thirtieth of April to the second of May 2031", 0),
    ] {
        let expected = NaiveDate::from_ymd_opt(2031, 4, 30).unwrap() + chrono::Days::new(day);
        assert_eq!(find(text).iter().map(|found| found.value).collect::<Vec<_>>(), [expected], "{text}");
    }
    for text in ["the thirty-first of April 2031", "le trente et un avril 2031", "тридцать первого апреля 2031 года"]
    {
        assert_eq!((find(text), are_unread(text, &[])), (vec![], true), "{text}");
    }
    for text in ["in the second May session of 2031", "the first May 2031 draft", "cinco de ellos en 2031"] {
        assert_eq!((find(text), are_unread(text, &[])), (vec![], false), "{text}");
    }
}
