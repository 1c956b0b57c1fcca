//! Symbols of United Nations documents and numbers of resolutions: found in a text, and linked.
//!
//! Three grammars: series symbols (`S/PRST/2007/3`, in [`series`]) and those of other bodies (`WHA76.5`, in [`elsewhere`])
//! stand for themselves; resolutions by number alone (`2151 (2014)`, `70/262`, in [`resolution`]) look like years and
//! fractions and need the text around them. Digits of other scripts (in [`digits`]) are read as plain ones.

mod digits;
mod elsewhere;
mod resolution;
mod series;

use std::collections::HashSet;
use std::ops::Range;

use digits::Plain;

/// A document's symbol as a text writes it, but in plain digits, and as its body spells it in full.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Symbol {
    written: String,
    path: String,
    /// The documents' site of the United Nations has it under that path.
    listed: bool,
}

/// Where a symbol stands in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mention {
    /// In bytes; always on character boundaries.
    pub range: Range<usize>,
    /// What is mentioned.
    pub symbol: Symbol,
}

/// A piece of a text, for a page that links its symbols.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Segment<'a> {
    /// Text without symbols.
    Plain(&'a str),
    /// A symbol: the text as it stands, and what it means.
    Symbol(&'a str, Symbol),
}

impl Symbol {
    /// Reads one symbol that stands alone; `70/262` is taken for a resolution, since the caller says it is a symbol.
    ///
    /// Returns none where the text is anything else.
    #[must_use]
    pub fn parse(text: &str) -> Option<Symbol> {
        let plain = Plain::of(text);
        let text = plain.as_ref().map_or(text, |plain| &plain.text).trim();
        if let Some((end, listed)) = document_at(text, 0) {
            return (end == text.len()).then(|| Symbol::document(text, listed));
        }
        resolution::path(text).map(|path| Symbol { written: text.to_owned(), path, listed: true })
    }

    fn document(written: &str, listed: bool) -> Symbol {
        Symbol { written: written.to_owned(), path: series::path(written), listed }
    }

    /// As the text writes it, in plain digits: `2151 (2014)` for `٢١٥١ (٢٠١٤)`.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.written
    }

    /// The symbol in full, as the documents' site spells it: `S/RES/2151(2014)`.
    #[must_use]
    pub fn path(&self) -> &str {
        &self.path
    }

    /// Whether it is a document's own symbol, and no resolution by number alone.
    #[must_use]
    pub fn names_document(&self) -> bool {
        document_at(&self.written, 0).is_some()
    }

    /// The document's public address, where one is certain. A resolution is listed there under its organ:
    /// `2151 (2014)` leads to `https://undocs.org/S/RES/2151(2014)`.
    #[must_use]
    pub fn url(&self) -> Option<String> {
        self.listed.then(|| format!("https://undocs.org/{}", self.path))
    }
}

/// The end of the document's symbol that begins here, and whether the documents' site has it.
fn document_at(text: &str, at: usize) -> Option<(usize, bool)> {
    let listed = series::at(text, at).map(|end| (end, true));
    listed.or_else(|| elsewhere::at(text, at).map(|end| (end, false)))
}

/// All symbols of a text in order, repeated ones too.
#[must_use]
pub fn find(text: &str) -> Vec<Mention> {
    let Some(plain) = Plain::of(text) else {
        return find_plain(text);
    };
    let mut found = find_plain(&plain.text);
    for Mention { range, .. } in &mut found {
        *range = plain.written_at(range.start)..plain.written_at(range.end);
    }
    found
}

/// The symbols of a text whose digits are plain.
fn find_plain(text: &str) -> Vec<Mention> {
    let bytes = text.as_bytes();
    let mut context = resolution::Context::of(text);
    let mut found = Vec::new();
    let mut at = 0;
    while at < bytes.len() {
        let mention = match bytes[at] {
            b'A'..=b'Z' => document_mention(text, at).or_else(|| context.mention(text, at)),
            b'0'..=b'9' => {
                let mention = document_mention(text, at).or_else(|| context.mention(text, at));
                if mention.is_none() {
                    // the rest of a number is no number of its own
                    while at + 1 < bytes.len() && bytes[at + 1].is_ascii_digit() {
                        at += 1;
                    }
                }
                mention
            }
            _ => None,
        };
        match mention {
            Some(mention) => {
                at = mention.range.end;
                found.push(mention);
            }
            None => at += 1,
        }
    }
    found
}

/// The symbols of some texts as written, each document once, in order of first mention, with the text (from 0) that
/// mentions it first.
#[must_use]
pub fn distinct<'a>(texts: impl IntoIterator<Item = &'a str>) -> Vec<(usize, Symbol)> {
    let mut seen = HashSet::new();
    texts
        .into_iter()
        .enumerate()
        .flat_map(|(at, text)| find(text).into_iter().map(move |mention| (at, mention.symbol)))
        .filter(|(_, symbol)| seen.insert(symbol.path.clone()))
        .collect()
}

/// Divides a text into what is a symbol and what is not; the pieces together are the text.
#[must_use]
pub fn segments(text: &str) -> Vec<Segment<'_>> {
    let mut segments = Vec::new();
    let mut from = 0;
    for Mention { range, symbol } in find(text) {
        if from < range.start {
            segments.push(Segment::Plain(&text[from..range.start]));
        }
        from = range.end;
        segments.push(Segment::Symbol(&text[range], symbol));
    }
    if from < text.len() {
        segments.push(Segment::Plain(&text[from..]));
    }
    segments
}

fn document_mention(text: &str, at: usize) -> Option<Mention> {
    if !series::may_begin(text, at) {
        return None;
    }
    let (end, listed) = document_at(text, at)?;
    Some(Mention { range: at..end, symbol: Symbol::document(&text[at..end], listed) })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn found(text: &str) -> Vec<String> {
        find(text).into_iter().map(|mention| mention.symbol.written).collect()
    }

    #[test]
    fn series_symbols_are_found_in_order() {
        let text = "See S/PRST/2007/3, A/62/659-S/2008/39, (A/RES/70/1), S/2020/1090/Add.1/Rev.2, \
            A/C.3/75/L.1/Corr.1; S/PV.8775. Also ST/SGB/2017/1, JIU/REP/2019/3, E/CN.6/2020/3, ST/ESA/STAT/SER.F/98/Rev.1, A/S-32/L.1 and A/CONF.232/2020/3.";
        assert_eq!(
            found(text),
            [
                "S/PRST/2007/3",
                "A/62/659-S/2008/39",
                "A/RES/70/1",
                "S/2020/1090/Add.1/Rev.2",
                "A/C.3/75/L.1/Corr.1",
                "S/PV.8775",
                "ST/SGB/2017/1",
                "JIU/REP/2019/3",
                "E/CN.6/2020/3",
                "ST/ESA/STAT/SER.F/98/Rev.1",
                "A/S-32/L.1",
                "A/CONF.232/2020/3",
            ]
        );
    }

    #[test]
    fn resolutions_are_found_by_their_context() {
        assert_eq!(
            found("General Assembly resolution 70/262 and Security Council resolution 2282 (2016)"),
            ["70/262", "2282 (2016)"]
        );
        assert_eq!(
            found("its resolutions 2493 (2019), 70/1 of 25 September 2015, 72/276 and 1325 (2000)"),
            ["2493 (2019)", "70/1", "72/276", "1325 (2000)"]
        );
        assert_eq!(found("la résolution 2151 (2014)"), ["2151 (2014)"]);
        assert_eq!(found("la resolución 70/262 de la Asamblea General"), ["70/262"]);
        assert_eq!(found("в резолюциях 70/262 и 2282 (2016)"), ["70/262", "2282 (2016)"]);
        assert_eq!(found("安全理事会第2151(2014)号决议和大会第70/262号决议"), ["2151(2014)", "70/262"]);
        assert_eq!(found("قرار الجمعية العامة 70/262 والقرار 2282 (2016)"), ["70/262", "2282 (2016)"]);
        assert_eq!(found("في قراراتها 70/262 وبالقرار 5/11 من أجل الاستقرار 1/3"), ["70/262", "5/11"]);
        assert_eq!(found("联合国环境大会第5/11号决议，大会第77/165号决议"), ["5/11", "77/165"]);
        assert_eq!(found("изложен в резолюции 19/6 Совета и продлен резолюцией 55/5"), ["19/6", "55/5"]);
        assert_eq!(found("Комиссия в своей резолюции 30/5 просила"), ["30/5"]);
        assert_eq!(found("las resoluciones gemelas 75/201 y 2558 (2020)"), ["75/201", "2558 (2020)"]);
        assert_eq!(found("resolutions 5/1 and 16/21 and 1/3 of the text"), ["5/1", "16/21"]);
        assert_eq!(
            found("Resolution 3314 (XXIX), resolution ES-11/1 and resolution 217 A (III) of 1948"),
            ["3314 (XXIX)", "ES-11/1", "217 A (III)"],
        );
    }

    #[test]
    fn resolutions_are_found_where_the_word_is_cut_short() {
        for (text, expected) in [
            ("under GA res. 76/274 and SC res. 2767 (2024)", &["76/274", "2767 (2024)"][..]),
            ("UNGA Res 76/274", &["76/274"]),
            ("la rés. 76/274, la rés. AG 60/180", &["76/274", "60/180"]),
            ("la res. 76/274 de la Asamblea General", &["76/274"]),
            ("рез. ГА ООН 76/274", &["76/274"]),
            ("см. рез. 76/274 и 77/1", &["76/274", "77/1"]),
        ] {
            assert_eq!(found(text), expected, "{text}");
        }
        for text in
            ["res. 12/5/2026", "res. 1/2", "low-res. 76/274", "les prés. 76/274", "res. 24/7", "Res judicata 40/50"]
        {
            assert_eq!(found(text), [""; 0], "{text}");
        }
    }

    #[test]
    fn dates_fractions_and_other_numbers_are_none() {
        for text in [
            "on 3/12/2020",
            "two thirds (2/3) of the members",
            "open 24/7",
            "and/or",
            "S/he",
            "A/75",
            "in 2020/21",
            "resolution adopted by a 2/3 majority",
            "by resolution, 1/3 of them",
            "a resolution 2/3 majority",
            "conflict resolution 24/7",
            "the resolution of disputes 24/7",
            "the resolution of 1/3 of the cases",
            "resolution rates 60/40",
            "من أجل الاستقرار 70/262",
            "Mali (in 2016)",
            "the resolution aims at a 50/50 share",
            "the resolution covers 50/193 members",
            "la resolución obtuvo 20/54 votos",
            "Table 3 (2019)",
            "page 2/5",
            "A/B testing",
            "S/2020",
            "Agenda 2063 (2015)",
            "TCP/IP v4",
            "9/11",
            "https://example.org/A/62/659",
            "12.30/14.00",
            "A/ 62/659",
            "section 41 (2012)",
        ] {
            assert_eq!(found(text), [""; 0], "{text}");
        }
    }

    #[test]
    fn each_leads_to_its_document() {
        for (written, path) in [
            ("S/PRST/2007/3", "S/PRST/2007/3"),
            ("A/62/659-S/2008/39", "A/62/659-S/2008/39"),
            ("2151 (2014)", "S/RES/2151(2014)"),
            ("2151（2014）", "S/RES/2151(2014)"),
            ("S/RES/2151 (2014)", "S/RES/2151(2014)"),
            ("70/262", "A/RES/70/262"),
            ("2020/5", "E/RES/2020/5"),
            ("16/21", "A/HRC/RES/16/21"),
            ("3314 (XXIX)", "A/RES/3314(XXIX)"),
            ("217 A (III)", "A/RES/217(III)"),
        ] {
            assert_eq!(Symbol::parse(written).unwrap().url(), Some(format!("https://undocs.org/{path}")));
        }
        assert_eq!(Symbol::parse("3/12/2020"), None);
        assert_eq!(Symbol::parse("S/PRST/2007/3 and more"), None);
        for (text, path) in [
            ("Human Rights Council resolution 43/1", Some("A/HRC/RES/43/1")),
            ("в резолюции 19/6 Совета по правам человека", Some("A/HRC/RES/19/6")),
            ("the Human Rights Council, and General Assembly resolution 70/1", Some("A/RES/70/1")),
            ("联合国环境大会第5/11号决议", Some("UNEP/EA.5/RES.11")),
            ("Комиссия в своей резолюции 30/5", None),
            ("亚洲及太平洋经济社会委员会在第79/3号决议中", None),
            ("in resolution 30/5", None),
        ] {
            let url = path.map(|path| format!("https://undocs.org/{path}"));
            assert_eq!(find(text)[0].symbol.url(), url, "{text}");
        }
    }

    #[test]
    fn a_document_is_listed_once() {
        let listed = distinct(["resolution 2151 (2014)", "第2151(2014)号决议", "S/RES/2151 (2014)", "S/2020/1"]);
        let listed: Vec<_> = listed.iter().map(|(at, symbol)| (*at, symbol.as_str())).collect();
        assert_eq!(listed, [(0, "2151 (2014)"), (3, "S/2020/1")]);
    }

    #[test]
    fn a_link_to_a_document_is_a_mention() {
        assert_eq!(found("https://undocs.org/en/S/2020/1090"), ["S/2020/1090"]);
    }

    proptest! {
        #[test]
        fn the_segments_are_the_text(text in "(resolution |قرار |第|S/|A/|RES/|[0-9]{1,4}|[٠-٩]{1,4}|[۰-۹０-９]{1,4}|/|-|\\(|\\)| |PV\\.|é|。){0,40}") {
            let joined: String = segments(&text)
                .iter()
                .map(|segment| match segment { Segment::Plain(t) | Segment::Symbol(t, _) => *t })
                .collect();
            prop_assert_eq!(joined, text);
        }

        #[test]
        fn what_is_found_can_be_parsed_again(text in "(resolution |قرار |S/|A/|PRST/|[0-9]{1,4}|[٠-٩]{1,4}|[۰-۹０-９]{1,4}|/|-|\\(|\\)| ){0,40}") {
            for mention in find(&text) {
                prop_assert!(Symbol::parse(mention.symbol.as_str()).is_some(), "{}", mention.symbol.as_str());
            }
        }
    }
}
