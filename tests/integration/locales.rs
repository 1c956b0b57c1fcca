//! Messages in six languages; dates, order and plurals are each language's own.

mod messages;

use std::collections::BTreeSet;

use askama::Template;
use chrono::{DateTime, NaiveDate, Utc};
use chrono_tz::Tz;
use rapporteur::domain::language::Language;
use rapporteur::locales::{Locale, Message};

fn reader(language: Language) -> Locale {
    Locale::new(language, Tz::America__New_York)
}

#[derive(Template)]
#[template(
    source = r#"<p title="{{ l.t("error-404.text") }}">{{ l.t("common-save") }}</p><p>{{ l.t("common-words-of-limit").arg("count", count).arg("limit", 300) }}</p>{{ l.plain("error-summary-item").arg("field", label).arg("message", l.t("error-required")) }}{% for name in names %}<i>{{ l.t("common-change-item").arg("item", name) }}</i>{% endfor %}"#,
    ext = "html"
)]
struct Example {
    l: Locale,
    count: usize,
    label: String,
    names: Vec<String>,
}

#[test]
fn templates_show_messages_and_escape_their_values() {
    let page = Example {
        l: reader(Language::En),
        count: 1250,
        label: "<b>Title</b>".to_owned(),
        names: vec!["<script>".to_owned()],
    }
    .render()
    .unwrap();
    assert!(page.contains("<p>\u{2068}1,250\u{2069} of \u{2068}300\u{2069} words</p>"), "{page}");
    assert!(page.contains("&#60;b&#62;Title&#60;/b&#62;: This must be filled in."), "{page}");
    assert!(page.contains("<i>Change \u{2068}&#60;script&#62;\u{2069}</i>"), "{page}");
    assert!(page.contains(">Save</p>"), "{page}");
}

#[test]
#[cfg(debug_assertions)]
fn a_missing_key_or_value_does_not_pass_unseen() {
    let shows = |message: fn() -> Message<'static>| std::panic::catch_unwind(move || message().to_string());
    assert!(shows(|| reader(Language::Fr).t("no-such-key")).is_err());
    assert!(shows(|| reader(Language::Fr).t("common-save.no-such-attribute")).is_err());
    assert!(shows(|| reader(Language::Fr).t("common-words")).is_err());
    assert!(shows(|| reader(Language::Fr).t("common-save")).is_ok());
    assert!(!reader(Language::Fr).has("no-such-key"));
}

#[test]
fn plurals_follow_each_language() {
    let words = |language, n: usize| reader(language).plain("common-words").arg("count", n).to_string();
    for (n, wanted) in [(1, "1 слово"), (3, "3 слова"), (5, "5 слов"), (11, "11 слов"), (21, "21 слово")]
    {
        assert_eq!(words(Language::Ru, n), wanted);
    }
    for (n, wanted) in
        [(0, "لا كلمات"), (1, "كلمة واحدة"), (2, "كلمتان"), (3, "3 كلمات"), (11, "11 كلمة"), (100, "100 كلمة")]
    {
        assert_eq!(words(Language::Ar, n), wanted);
    }
    assert_eq!(words(Language::Fr, 0), "0 mot");
    assert_eq!(words(Language::Zh, 7), "7个词");
}

#[test]
fn numbers_are_grouped_as_in_the_language() {
    let all = Language::ALL.map(|language| reader(language).number(1_234_567));
    assert_eq!(
        all,
        ["1,234,567", "1,234,567", "1.234.567", "1\u{202f}234\u{202f}567", "1\u{a0}234\u{a0}567", "1,234,567"]
    );
    assert_eq!(reader(Language::En).number(-3), "-3");
}

#[test]
fn days_are_written_out() {
    let day = NaiveDate::from_ymd_opt(2020, 12, 3).unwrap();
    assert_eq!(
        Language::ALL.map(|language| reader(language).date(day)),
        [
            "3\u{a0}ديسمبر 2020",
            "3\u{a0}December 2020",
            "3\u{a0}de\u{a0}diciembre de 2020",
            "3\u{a0}décembre 2020",
            "3\u{a0}декабря 2020\u{202f}г.",
            "2020年12月3日"
        ]
    );
}

fn instant(text: &str) -> DateTime<Utc> {
    text.parse().unwrap()
}

#[test]
fn moments_name_the_place_whose_clock_is_meant() {
    let at = instant("2026-12-11T23:00:00Z");
    assert_eq!(
        Language::ALL.map(|language| reader(language).moment(at, Tz::America__New_York)),
        [
            "11\u{a0}ديسمبر 2026، الساعة\u{a0}18:00\u{a0}(نيويورك)",
            "11\u{a0}December 2026, 18:00\u{a0}New\u{a0}York",
            "11\u{a0}de\u{a0}diciembre de 2026, 18:00\u{a0}(Nueva\u{a0}York)",
            "11\u{a0}décembre 2026 à\u{a0}18:00\u{a0}(New\u{a0}York)",
            "11\u{a0}декабря 2026\u{202f}г., 18:00\u{a0}(Нью-Йорк)",
            "2026年12月11日 18:00（纽约）"
        ]
    );
    let midnight = instant("2026-07-01T04:05:00Z");
    assert_eq!(reader(Language::En).day_and_time(midnight, Tz::America__New_York), "1\u{a0}July 2026, 00:05");
}

#[test]
fn a_deadline_is_shown_twice_only_where_the_clocks_differ() {
    let at = instant("2026-12-11T23:00:00Z");
    let seat = Tz::America__New_York;
    let in_zone = |zone| Locale::new(Language::En, zone).deadline(at, seat);
    let shown = "11\u{a0}December 2026, 18:00\u{a0}New\u{a0}York".to_owned();
    assert_eq!(in_zone(seat), (shown.clone(), None));
    assert_eq!(in_zone(Tz::America__Toronto), (shown.clone(), None));
    assert_eq!(in_zone(Tz::Asia__Tokyo), (shown, Some("12\u{a0}December 2026, 08:00\u{a0}Tokyo".to_owned())));
}

#[test]
fn places_are_named_in_the_language() {
    let place = |language, zone| reader(language).zone_name(zone);
    assert_eq!(place(Language::Fr, Tz::Africa__Cairo), "Le Caire");
    assert_eq!(place(Language::Ru, Tz::Europe__London), "Лондон");
    assert_eq!(place(Language::Zh, Tz::America__New_York), "纽约");
    assert_eq!(place(Language::Ar, Tz::America__New_York), "نيويورك");
    // an old name of the same zone
    assert_eq!(place(Language::En, Tz::Asia__Calcutta), "Kolkata");
    assert_eq!(place(Language::En, Tz::UTC), "UTC");
    // those names count to the west
    assert_eq!(place(Language::Fr, Tz::Etc__GMTPlus5), "UTC−5");
    assert_eq!(place(Language::Ar, Tz::Etc__GMTMinus3), "UTC+3");
    assert_eq!(place(Language::En, Tz::Etc__GMT0), "UTC");
    for zone in chrono_tz::TZ_VARIANTS {
        for language in Language::ALL {
            let name = place(language, zone);
            assert!(!name.is_empty() && !name.contains('_'), "{zone}: {name}");
        }
    }
}

#[test]
fn a_line_begins_large() {
    assert_eq!(
        Language::ALL.map(|language| reader(language).capitalised("language-fr")),
        ["الفرنسية", "French", "Francés", "Français", "Французский", "法文"]
    );
}

#[test]
fn zones_are_chosen_by_their_places() {
    for language in Language::ALL {
        let zones = reader(language).zones(None);
        assert!(zones.len() > 300, "{language}: {}", zones.len());
        let names: BTreeSet<_> = zones.iter().map(|(_, name)| name).collect();
        assert_eq!(names.len(), zones.len(), "{language}: each name stands for one zone");
        assert!(zones.iter().is_sorted_by(|(_, one), (_, other)| reader(language).compare(one, other).is_lt()));
        // each once, under the name of today
        assert!(zones.iter().any(|(zone, _)| *zone == Tz::America__New_York));
        assert!(zones.iter().any(|(zone, _)| *zone == Tz::Asia__Kolkata));
        assert!(zones.iter().all(|(zone, _)| ![Tz::US__Eastern, Tz::Asia__Calcutta, Tz::Etc__GMTPlus5].contains(zone)));
    }
    let french = reader(Language::Fr).zones(Some(Tz::Asia__Calcutta));
    let name = |zone| french.iter().find(|(other, _)| *other == zone).map(|(_, name)| name.as_str());
    assert_eq!(name(Tz::Africa__Cairo), Some("Le Caire"));
    assert_eq!(name(Tz::Asia__Calcutta), Some("Calcutta (Asia/Calcutta)"), "what is chosen stays in the list");
}

#[test]
fn names_stand_in_the_alphabet_of_the_reader() {
    let sorted = |language, mut names: Vec<&'static str>| {
        reader(language).sort_by_name(&mut names, |name| name);
        names
    };
    let english = vec!["Zimbabwe", "Croatia", "Côte d'Ivoire", "Cuba", "Costa Rica", "Åland"];
    assert_eq!(sorted(Language::En, english), ["Åland", "Costa Rica", "Côte d'Ivoire", "Croatia", "Cuba", "Zimbabwe"]);
    assert_eq!(
        sorted(Language::Fr, vec!["Zambie", "Équateur", "Espagne", "Égypte", "Érythrée", "Estonie"]),
        ["Égypte", "Équateur", "Érythrée", "Espagne", "Estonie", "Zambie"]
    );
    assert_eq!(sorted(Language::Es, vec!["ñu", "oso", "nube", "nz"]), ["nube", "nz", "ñu", "oso"]);
    // pinyin: afuhan, bajisitan, deguo, zhongguo
    assert_eq!(
        sorted(Language::Zh, vec!["中国", "德国", "巴基斯坦", "阿富汗"]),
        ["阿富汗", "巴基斯坦", "德国", "中国"]
    );
    assert_eq!(sorted(Language::Ru, vec!["Япония", "Ёлка", "Жетон", "Еда"]), ["Еда", "Ёлка", "Жетон", "Япония"]);
}

#[test]
fn lists_are_joined_as_in_the_language() {
    let list = |language, items: &[&str]| {
        let items: Vec<String> = items.iter().map(ToString::to_string).collect();
        reader(language).list(&items)
    };
    assert_eq!(list(Language::En, &[]), "");
    assert_eq!(list(Language::En, &["Chad"]), "Chad");
    assert_eq!(list(Language::En, &["Chad", "Mali", "Niger"]), "Chad, Mali and Niger");
    assert_eq!(list(Language::Fr, &["Tchad", "Mali"]), "Tchad et Mali");
    assert_eq!(list(Language::Es, &["Francia", "Italia"]), "Francia e Italia");
    assert_eq!(list(Language::Zh, &["乍得", "马里", "尼日尔"]), "乍得、马里和尼日尔");
    assert_eq!(list(Language::Ar, &["(a)", "(b)"]), "\u{2068}(a)\u{2069} و\u{2068}(b)\u{2069}");
}
