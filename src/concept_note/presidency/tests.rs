//! Presidencies told in six languages, now and before.

use super::*;

fn read(sentence: &str) -> (Option<String>, bool) {
    let names = [
        ("KEN", "Kenya|Кения|肯尼亚|كينيا"),
        ("GHA", "Ghana|Гана|加纳|غانا"),
        ("LVA", "Latvia|Lettonie|Letonia|Латвия|拉脱维亚|لاتفيا"),
    ];
    let countries =
        names.map(|(code, names)| Country { code: code.into(), names: names.split('|').map(Into::into).collect() });
    let text = format!("Concept note\n\n{sentence}\n\nQuestions\n\n1. Why?\n\n2. How?\n");
    let note = super::super::read(text.as_bytes(), None, &countries).unwrap().note;
    let uncertain = note.warnings.contains(&Warning::PresidencyUncertain);
    (note.presidency, uncertain)
}

#[test]
fn who_presides_is_told_in_the_words_of_six_languages() {
    for sentence in [
        "Kenya will hold an open debate during its presidency.",
        "Le Kenya tiendra un débat pendant sa présidence.",
        "Kenya, Presidente de turno del Consejo, celebrará un debate.",
        "Кения проведет прения в период своего председательства в мае.",
        "安理会5月份主席肯尼亚将举行公开辩论会。",
        "تعقد كينيا، رئيسة المجلس لشهر أيار/مايو، مناقشة مفتوحة.",
    ] {
        assert_eq!(read(sentence), (Some("KEN".into()), false), "{sentence}");
    }
}

#[test]
fn a_presidency_of_another_month_is_not_the_notes() {
    for sentence in [
        "Building on the debate held under the presidency of Ghana in November 2022, Latvia, President of the Security \
         Council in June 2026, will hold an open debate on 2 June 2026 at 10 a.m.",
        "Latvia, President of the Security Council in June 2026, will hold a debate on 2 June 2026 at 10 a.m., building on \
         the one held under the presidency of Ghana in November 2022.",
        "Ghana, as the next President of the Council, thanks Latvia, President of the Council, for the debate of 2 June 2026 \
         at 10 a.m.",
        "Latvia, President of the Council, will hold a debate on 2 June 2026 further to its letter of 20 May 2026 as President.",
        "Latvia, as President of the Council for June 2026, will hold a debate on 2 June 2026 after that of Ghana, which \
         held the presidency in May 2026.",
        "Building on the initiative of Ghana, then President of the Security Council, Latvia, President of the Security \
         Council, will hold a debate on 2 June 2026 at 10 a.m.",
        "Dans le prolongement du débat tenu sous la présidence du Ghana en novembre 2022, la Lettonie, Présidente du Conseil \
         de sécurité en juin 2026, tiendra un débat le 2 juin 2026 à 10 heures.",
        "Le débat fait suite à l’initiative du Ghana, alors Président du Conseil ; la Lettonie, Présidente du Conseil de \
         sécurité, le tiendra le 2 juin 2026.",
        "Tras el debate celebrado bajo la presidencia de Ghana en noviembre de 2022, Letonia, Presidenta del Consejo de \
         Seguridad en junio de 2026, celebrará un debate el 2 de junio de 2026.",
        "По итогам прений под председательством Ганы в ноябре 2022 года Латвия как Председатель Совета Безопасности в июне \
         2026 года проведет прения 2 июня 2026 года.",
        "继加纳2022年11月担任主席期间举行的辩论会之后，拉脱维亚作为2026年6月安全理事会主席，将于2026年6月2日举行辩论会。",
        "استكمالا للمناقشة التي عقدت تحت رئاسة غانا في تشرين الثاني/نوفمبر 2022، ستعقد لاتفيا، رئيسة مجلس الأمن في \
         حزيران/يونيه 2026، مناقشة في 2 حزيران/يونيه 2026.",
    ] {
        assert_eq!(read(sentence), (Some("LVA".into()), false), "{sentence}");
    }
    for sentence in [
        "The debate of 2 June 2026 at 10 a.m. will be held further to the presidency of Ghana in May 2026.",
        "The debate will be held on 2 June 2026 at 10 a.m. Ghana held the presidency in November 2022.",
    ] {
        assert_eq!(read(sentence), (None, false), "{sentence}");
    }
}

#[test]
fn who_presides_is_doubted_where_two_are_named() {
    for (sentence, code) in [
        (
            "The debate will be held on 2 June 2026 by Latvia as President and by Ghana, President of the Council.",
            "LVA",
        ),
        ("The debate of 2 June 2026 will recall what Ghana, then President of the Council, said at 10 a.m.", "GHA"),
    ] {
        assert_eq!(read(sentence), (Some(code.into()), true), "{sentence}");
    }
}

#[test]
fn two_states_that_write_to_a_president_do_not_preside() {
    let letter = "letter dated 12 March 2025 from the Permanent Representatives of Kenya and Ghana to the United Nations addressed \
                  to the President of the Security Council";
    let text = format!(
        "L{}\n\nWe transmit a note.\n\n(Signed) A. Name\n\nAnnex to the {letter}\n\nConcept note on words\n\nQuestions\n\n\
         1. Why?\n\n2. How?\n",
        &letter[1..]
    );
    let countries = ["Kenya", "Ghana"].map(|name| Country { code: name[..3].into(), names: vec![name.into()] });
    let note = super::super::read(text.as_bytes(), None, &countries).unwrap().note;
    assert_eq!(note.presidency, None);
    assert!(!note.warnings.contains(&Warning::PresidencyUncertain));
}

#[test]
fn the_line_of_a_letterhead_is_of_the_state_above_it() {
    for (above, line) in [
        ("GREECE", "President of the United Nations Security Council"),
        ("Mission permanente de la Grèce auprès des Nations Unies", "Présidence du Conseil de sécurité – juin 2031"),
        ("希腊常驻联合国代表团", "安全理事会2031年6月轮值主席"),
    ] {
        let read = |above: &str, line: &str| {
            let text = format!(
                "{above}\n\n{line}\n\nConcept note on ferries\n\nBackground\n\nFerries are older than bridges.\n"
            );
            let greece = Country { code: "GRC".into(), names: ["Greece", "Grèce", "希腊"].map(Into::into).to_vec() };
            super::super::read(text.as_bytes(), None, &[greece]).unwrap().note.presidency
        };
        assert_eq!(read(above, line).as_deref(), Some("GRC"), "{line}");
        assert_eq!(read("A note", line), None, "{line}");
        assert_eq!(read(above, "Chair of the Group of Friends of Ferries"), None, "{above}");
    }
}
