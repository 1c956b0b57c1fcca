//! Names of participants in a text: the longest name wins, in the forms the languages give it.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::language::{ALL, find_phrase, fold};

/// A participant and all its names.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Country {
    /// As in the list of participants (`ZAF`).
    pub code: String,
    /// In any language; "Bolivia (Plurinational State of)" is understood.
    pub names: Vec<String>,
}

/// Names in use that are no part of the formal ones.
const SHORT_NAMES: &[(&str, &[&str])] = &[
    (
        "GBR",
        &[
            "United Kingdom",
            "Royaume-Uni",
            "Reino Unido",
            "Соединенное Королевство",
            "联合王国",
            "英国",
            "المملكة المتحدة",
        ],
    ),
    ("USA", &["United States", "États-Unis", "Estados Unidos", "Соединенные Штаты", "美国", "الولايات المتحدة"]),
    ("RUS", &["Russia", "Russie", "Rusia", "Россия", "俄罗斯", "روسيا"]),
    ("TZA", &["Tanzania", "Tanzanie", "Танзания", "坦桑尼亚", "تنزانيا"]),
    ("CZE", &["Czech Republic", "République tchèque", "República Checa"]),
    ("TUR", &["Turkey", "Turquie", "Turquía", "Турция", "土耳其", "تركيا"]),
];

/// Russian endings of a name and those it takes after "of", "to", "by" and "in".
const RUSSIAN_ENDINGS: &[(&str, [&str; 4])] = &[
    ("ая", ["ой", "ой", "ой", "ой"]),
    ("яя", ["ей", "ей", "ей", "ей"]),
    ("ский", ["ского", "скому", "ским", "ском"]),
    ("ый", ["ого", "ому", "ым", "ом"]),
    ("ое", ["ого", "ому", "ым", "ом"]),
    ("ее", ["его", "ему", "им", "ем"]),
    ("ые", ["ых", "ым", "ыми", "ых"]),
    ("ие", ["их", "им", "ими", "их"]),
    ("ия", ["ии", "ии", "ией", "ии"]),
    ("ство", ["ства", "ству", "ством", "стве"]),
    ("ы", ["ов", "ам", "ами", "ах"]),
    ("ка", ["ки", "ке", "кой", "ке"]),
    ("га", ["ги", "ге", "гой", "ге"]),
    ("ша", ["ши", "ше", "шей", "ше"]),
    ("а", ["ы", "е", "ой", "е"]),
    ("я", ["и", "е", "ей", "е"]),
    ("ь", ["и", "и", "ью", "и"]),
    ("й", ["я", "ю", "ем", "е"]),
    ("", ["а", "у", "ом", "е"]),
];

/// The names of participants as they stand in folded texts, put together once a note.
pub(super) struct Names<'a> {
    forms: Vec<(String, &'a str)>,
}

impl<'a> Names<'a> {
    pub fn of(countries: &'a [Country]) -> Names<'a> {
        let of = |country: &'a Country| {
            names(country).flat_map(|name| forms(&fold(&name))).map(|form| (form, country.code.as_str()))
        };
        Names { forms: countries.iter().flat_map(of).collect() }
    }

    /// Participants named in a folded text, each mention once, with its place.
    fn placed(&self, folded: &str) -> Vec<(usize, &'a str)> {
        let mut hits: Vec<(usize, usize, &str)> = Vec::new();
        for (form, code) in &self.forms {
            let mut from = 0;
            while let Some(at) = find_phrase(&folded[from..], form) {
                hits.push((from + at, form.len(), code));
                from += at + form.len();
            }
        }
        // at each place the longest name; what it covers is no mention of its own
        hits.sort_unstable_by_key(|(at, length, _)| (std::cmp::Reverse(*length), *at));
        let mut kept: BTreeMap<usize, (usize, &str)> = BTreeMap::new();
        for (from, length, code) in hits {
            let before = kept.range(..from + length).next_back();
            if before.is_none_or(|(at, (length, _))| at + length <= from) {
                kept.insert(from, (length, code));
            }
        }
        kept.into_iter().map(|(at, (_, code))| (at, code)).collect()
    }

    /// The one participant a folded text names, if it names one.
    pub fn only(&self, folded: &str) -> Option<&'a str> {
        let mentioned = self.placed(folded);
        let (_, first) = *mentioned.first()?;
        mentioned.iter().all(|(_, code)| *code == first).then_some(first)
    }

    /// The participant that stands beside some words, by the folded texts before and behind them: right behind them, "under
    /// the presidency of Niger", else last before, else first behind: "Niger, as President, meets Nigeria".
    pub fn beside(&self, before: &str, behind: &str) -> Option<&'a str> {
        let next = self.placed(behind).into_iter().next();
        let article = |gap: &str| ALL.iter().flat_map(|l| l.articles).any(|article| article.trim_end() == gap);
        let joins = |gap: &str| gap.is_empty() || article(gap);
        let right_behind = next.filter(|(at, _)| joins(behind[..*at].trim()));
        let last = || self.placed(before).pop();
        right_behind.or_else(last).or(next).map(|(_, code)| code)
    }
}

fn names(country: &Country) -> impl Iterator<Item = String> {
    let short = SHORT_NAMES.iter().filter(|(code, _)| *code == country.code).flat_map(|(_, names)| *names);
    let given = country.names.iter().flat_map(|name| {
        match name.split_once(['(', '（']) {
            // "Iran (Islamic Republic of)" is also "Islamic Republic of Iran"
            Some((main, inner)) => {
                let inner = inner.trim_end_matches([')', '）']).trim();
                vec![main.trim().to_owned(), format!("{inner} {}", main.trim()), name.clone()]
            }
            None => vec![name.clone()],
        }
    });
    given.chain(short.map(|name| (*name).to_owned())).filter(|name| name.chars().count() > 1)
}

/// A folded name as it stands in sentences.
fn forms(name: &str) -> Vec<String> {
    let first = name.chars().next();
    if first.is_some_and(|c| matches!(c, '\u{621}'..='\u{64a}')) {
        let mut forms: Vec<String> =
            ["", "و", "ب", "ل", "ك", "ول", "وب"].iter().map(|p| format!("{p}{name}")).collect();
        // "for" melts into the article
        forms.extend(name.strip_prefix("ال").map(|rest| format!("لل{rest}")));
        return forms;
    }
    if first.is_some_and(|c| matches!(c, 'а'..='я')) {
        let decline = |case: usize| name.split(' ').map(|word| declined(word, case)).collect::<Vec<_>>().join(" ");
        let mut forms: Vec<String> = (0..4).map(decline).chain([name.to_owned()]).collect();
        // "Республика Корея" keeps its second word in some cases
        forms.extend((0..4).filter_map(|case| {
            let (head, rest) = name.split_once(' ')?;
            Some(format!("{} {rest}", declined(head, case)))
        }));
        forms.sort_unstable();
        forms.dedup();
        return forms;
    }
    vec![name.to_owned()]
}

fn declined(word: &str, case: usize) -> String {
    // short words, and those in other endings, do not change
    if word.chars().count() < 3 || word.ends_with(['и', 'о', 'у', 'э', 'ю', 'е']) && !ends_as_adjective(word) {
        return word.to_owned();
    }
    let ending = RUSSIAN_ENDINGS.iter().find_map(|(ending, cases)| Some((word.strip_suffix(ending)?, cases[case])));
    ending.map_or_else(|| word.to_owned(), |(stem, ending)| format!("{stem}{ending}"))
}

fn ends_as_adjective(word: &str) -> bool {
    ["ое", "ее", "ые", "ие", "ство"].iter().any(|ending| word.ends_with(ending))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn countries() -> Vec<Country> {
        [
            ("ZAF", "South Africa|Afrique du Sud|Sudáfrica|Южная Африка|南非|جنوب أفريقيا"),
            ("COG", "Congo|Congo|Congo|Конго|刚果|الكونغو"),
            ("COD", "Democratic Republic of the Congo|République démocratique du Congo|Демократическая Республика Конго|刚果民主共和国|جمهورية الكونغو الديمقراطية"),
            ("NER", "Niger|Niger|Níger|Нигер|尼日尔|النيجر"),
            ("NGA", "Nigeria|Nigéria|Nigeria|Нигерия|尼日利亚|نيجيريا"),
            ("GNQ", "Equatorial Guinea|Guinée équatoriale|Экваториальная Гвинея|赤道几内亚|غينيا الاستوائية"),
            ("GIN", "Guinea|Guinée|Гвинея|几内亚|غينيا"),
            ("IRN", "Iran (Islamic Republic of)|Иран (Исламская Республика)"),
            ("CHN", "China|Chine|Китай|中国|الصين"),
            ("KEN", "Kenya|Кения|肯尼亚|كينيا"),
            ("NLD", "荷兰(王国)"),
            ("GBR", "United Kingdom of Great Britain and Northern Ireland"),
        ]
        .iter()
        .map(|(code, names)| Country { code: (*code).into(), names: names.split('|').map(Into::into).collect() })
        .collect()
    }

    #[test]
    fn who_stands_around_words_is_beside_them() {
        let countries = ["Niger", "Nigeria"].map(|name| Country { code: name.into(), names: vec![name.into()] });
        let beside = |text: &str| {
            let (before, behind) = text.split_once("president").unwrap();
            Names::of(&countries).beside(before, behind)
        };
        assert_eq!(beside("niger, as president, meets nigeria"), Some("Niger"));
        assert_eq!(beside("niger as president meets nigeria"), Some("Niger"));
        assert_eq!(beside("with niger, nigeria as president"), Some("Nigeria"));
        assert_eq!(beside("the president, nigeria, and niger"), Some("Nigeria"));
        assert_eq!(beside("from niger with the president nigeria"), Some("Nigeria"));
        assert_eq!(beside("the president"), None);
    }

    #[test]
    fn the_longest_name_wins() {
        let countries = countries();
        let names = Names::of(&countries);
        for (text, codes) in [
            ("Permanent Representative of the Republic of South Africa", &["ZAF"][..]),
            ("the Democratic Republic of the Congo", &["COD"]),
            ("the Congo and Nigeria", &["COG", "NGA"]),
            ("Equatorial Guinea", &["GNQ"]),
            ("the Islamic Republic of Iran and Iran", &["IRN", "IRN"]),
            ("le Représentant permanent de l’Afrique du Sud", &["ZAF"]),
            ("Постоянного представителя Южной Африки", &["ZAF"]),
            ("представителя Нигерии и Нигера", &["NGA", "NER"]),
            ("Демократической Республики Конго", &["COD"]),
            ("представителя Кении и Китая", &["KEN", "CHN"]),
            ("南非常驻联合国代表", &["ZAF"]),
            ("الممثل الدائم لجنوب أفريقيا", &["ZAF"]),
            ("الممثل الدائم للصين", &["CHN"]),
            ("the United Kingdom", &["GBR"]),
            ("荷兰常驻联合国代表", &["NLD"]),
            ("nobody", &[]),
        ] {
            let read: Vec<_> = names.placed(&fold(text)).into_iter().map(|(_, code)| code).collect();
            assert_eq!(read, codes, "{text}");
        }
        assert_eq!(names.only("south africa and the republic of south africa"), Some("ZAF"));
        assert_eq!(names.only("kenya and china"), None);
    }
}
