//! Symbols of documents that other bodies issue, each in the form that its own documents have; the documents' site of the
//! United Nations has none of them. Only forms that are nothing else are listed: no `A41-21`, no `Res. 72`.

use std::sync::LazyLock;

use regex::Regex;

/// What follows a symbol when a document is revised, added to or corrected.
const REVISED: &str = r"(?:[ /](?i:rev|add|corr)\.? ?\d{1,2})*";

/// The forms, by body.
const FORMS: &[&str] = &[
    // World Health Organization: Assembly, Executive Board, regional committees
    r"WHA\d{1,2}(?:\.\d{1,3}|\(\d{1,2}\))",
    r"EB\d{2,3}(?:\.R\d{1,3}|/(?:INF\.?/)?\d{1,3}|\(\d{1,2}\))",
    r"A[1-9]\d/(?:INF\./|[A-C]/)?\d{1,3}",
    r"(?:AFR|EUR|WPR)/RC\d{2}/(?:R|INF\.?/?)?\d{1,3}",
    // International Labour Organization: Governing Body, Conference
    r"GB\.\d{2,3}/(?:[A-Z]{2,6}/)*[A-Z]{0,6}\d{1,3}(?:/\d{1,2})*",
    r"ILC\.\d{2,3}/(?:D\.\d{1,2}|[IVX]+(?:\([1-9A-C]{1,2}\))?)",
    // Food and Agriculture Organization: Conference, Council, committees
    r"C (?:19|20)\d\d/(?:INF/|LIM/|I/)?\d{1,3}",
    r"CL 1\d\d/(?:INF/|LIM/)?\d{1,3}",
    r"(?:COAG|COFI|COFO|CCP|CFS)[/ ](?:20)?\d\d/(?:Inf\.?)?\d{1,3}",
    // UNESCO: General Conference, Executive Board
    r"[3-6]\d C/(?:INF\.)?\d{1,3}",
    r"[12]\d\d EX/(?:INF\.|Dec\.? ?)?\d{1,3}(?:\.[IVX]+(?:\.[A-Z])?)?",
    // UNESCO's conventions on heritage
    r"(?:LHE|ITH|WHC|CLT)/\d\d/\d{1,2}\.(?:EXT\.)?(?:COM|GA|BUR)/(?:INF\.?)?\d{1,2}(?:\.[A-Za-z])?",
    // the treaty on plant genetic resources
    r"IT/[A-Z]{2,5}-?\d{0,2}/\d\d/(?:Report|Inf\.)?\d{1,3}(?:\.\d{1,2})?",
    // working groups under the convention on biological diversity
    r"CBD/(?:[A-Z]{2,8}\d{0,2}[A-Z]?/)+\d{1,3}/(?:INF/|L\.)?\d{1,3}",
    // International Telecommunication Union: Council
    r"C2\d/(?:INF/)?\d{1,3}",
    // experts on geographical names
    r"GEGN\.\d/(?:19|20)\d\d/\d{1,3}",
    // Economic Commission for Africa
    r"ECA/\d\d/(?:[A-Z]{2,6}/)+\d{1,3}",
    // International Maritime Organization
    r"(?:MSC|MEPC|LEG|FAL)\.(?:\d{1,4}\(\d{2,3}\)|\d{1,2}/Circ\.\d{1,4})",
    r"A\.\d{3,4}\(\d{1,2}\)",
    r"(?:MSC|MEPC|LEG|FAL) \d{2,3}/(?:INF\.)?\d{1,2}(?:/\d{1,3})*",
    // International Atomic Energy Agency
    r"GC\(\d{1,2}\)/(?:(?:RES|DEC|INF)/)?\d{1,3}",
    r"GOV/(?:INF/)?(?:19|20)\d\d/\d{1,3}",
    r"INFCIRC/\d{1,4}",
    // International Civil Aviation Organization, World Intellectual Property Organization, World Trade Organization
    r"(?:A\d\d|C)-WP/\d{1,4}",
    r"WIPO/(?:[A-Z]+/)+\d{1,3}/(?:INF/)?\d{1,3}",
    r"WT/(?:L|GC|DS\d{1,3}|MIN\(\d\d\))/(?:[A-Z]+/)*\d{1,4}",
    // African Union: Peace and Security Council, Assembly, Executive Council
    r"PSC/(?:PR|MIN|AHG|HSG|EXP)/(?i:comm|br|stat)[./ ]*(?:\d{1,4}[. ]*)?(?:\([IVXLCDM]+\)|\((?:19|20)\d\d\))",
    r"(?:Ext/)?Assembly/AU/(?:Dec|Decl|Res)\. ?\d{1,4} ?\([IVXLC]+\)",
    r"EX\.CL/(?:Dec\. ?)?\d{1,4} ?\([IVXLC]+\)",
    // Organization of American States: General Assembly, Permanent Council
    r"AG/(?:RES|DEC)\. ?\d{1,4} \([IVXLC]+-[OE]/\d\d\)",
    r"CP/(?:RES|DEC)\. ?\d{1,4} \(\d{1,4}/\d\d\)",
    r"(?:AG|CP)/doc\. ?\d{1,5}/\d\d",
    // European Union
    r"(?:COM|SWD|JOIN|SEC)\(20\d\d\) ?\d{1,4}(?: final)?",
    // Organization for Security and Co-operation in Europe
    r"(?:MC|PC|FSC|CIO)\.(?:DEC|DOC|DEL|GAL|JOUR)/\d{1,4}(?:/\d{1,2})?",
    // International Criminal Court: Assembly of States Parties
    r"ICC-ASP/\d{1,2}/(?:Res\.|INF\.)?\d{1,2}",
    // decisions of conferences of parties on climate and desertification
    r"[1-9]\d{0,2}/(?:CP|CMA|CMP|COP)\.\d{1,2}",
];

static FORM: LazyLock<Option<Regex>> = LazyLock::new(|| Regex::new(&format!("^(?:{}){REVISED}", FORMS.join("|"))).ok());

/// The end of the symbol that begins here.
pub(super) fn at(text: &str, start: usize) -> Option<usize> {
    let rest = &text[start..];
    let found = FORM.as_ref()?.find(rest)?;
    (!goes_on(&rest[found.end()..]) && !is_school_year(found.as_str())).then_some(start + found.end())
}

/// Whether what follows belongs to a longer word, number or date.
fn goes_on(rest: &str) -> bool {
    let mut next = rest.chars();
    let joined = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphanumeric() || ('\u{c0}'..='\u{24f}').contains(&c));
    match next.next() {
        Some('/' | '-' | '.' | ',' | '%') => next.next().is_some_and(|c| c.is_ascii_digit()) || rest.starts_with('%'),
        first => joined(first),
    }
}

/// "C 2023/24" may be a form of that school year.
fn is_school_year(found: &str) -> bool {
    let years = found.strip_prefix("C ").and_then(|years| years.split_once('/'));
    let numbers = years.and_then(|(year, next)| Some((year[2..].parse::<u32>().ok()?, next.parse::<u32>().ok()?)));
    numbers.is_some_and(|(year, next)| next == (year + 1) % 100)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::{Symbol, find};
    use super::*;

    fn found(text: &str) -> Vec<String> {
        find(text).into_iter().map(|mention| mention.symbol.as_str().to_owned()).collect()
    }

    #[test]
    fn every_form_is_one() {
        assert!(FORM.is_some());
    }

    #[test]
    fn documents_of_other_bodies_are_found_whole() {
        for symbol in [
            "WHA76.5",
            "EB154/9",
            "EB154/9 Rev.1",
            "EB152.R4",
            "A76/7",
            "A76/7 Add.1",
            "A75/INF./3",
            "EUR/RC73/8",
            "GB.349/INS/7",
            "GB.350/POL/3",
            "ILC.111/III(A)",
            "C 2023/12",
            "CL 170/3",
            "COFI/2024/5",
            "42 C/5",
            "219 EX/5.I.A",
            "LHE/24/19.COM/7.b",
            "WHC/24/46.COM/7",
            "IT/GB-10/23/14",
            "CBD/WG8J/12/INF/2",
            "C26/34",
            "C26/INF/12",
            "ECA/26/CFM/9",
            "GEGN.2/2025/48",
            "MSC.428(98)",
            "MSC.1/Circ.1630",
            "A.1152(32)",
            "MEPC 80/3/2",
            "GC(67)/RES/8",
            "GOV/2023/10",
            "INFCIRC/153",
            "A41-WP/12",
            "WIPO/GRTKF/IC/45/3",
            "WT/L/1129",
            "PSC/PR/COMM.1045 (2021)",
            "PSC/PR/COMM.(DCCCLXI)",
            "PSC/PR/COMM/2.(CDXXXVI)",
            "PSC/MIN/COMM. (DCCCXCIX)",
            "Assembly/AU/Dec.729 (XXXII)",
            "Assembly/AU/Dec.635(XXVIII)",
            "EX.CL/Dec.1143(XL)",
            "AG/RES. 2991 (LII-O/22)",
            "AG/DEC. 26 (XXXI-O/01)",
            "CP/RES. 1205 (2410/23)",
            "CP/doc.5877/26",
            "AG/doc.3455/96 rev. 1",
            "COM(2024) 123",
            "COM(2024) 123 final",
            "MC.DEC/4/23",
            "ICC-ASP/22/Res.1",
            "1/CP.28",
            "1/CMA.5",
            "UNODC/CCPCJ/EG.9/2027/2",
            "FCCC/CP/2023/11/Add.1",
            "DP/2024/5",
            "HSP/HA.2/8",
            "CBD/COP/DEC/15/4",
            "IPBES/9/14",
            "UNCTAD/DITC/2023/1",
        ] {
            assert_eq!(found(&format!("See {symbol}, and more.")), [symbol]);
            assert_eq!(found(&format!("（{symbol}）")), [symbol]);
            assert!(Symbol::parse(symbol).is_some(), "{symbol}");
        }
    }

    #[test]
    fn they_have_no_address_on_the_documents_site() {
        assert_eq!(Symbol::parse("WHA76.5").unwrap().url(), None);
        assert_eq!(Symbol::parse("1/CP.28").unwrap().url(), None);
        assert!(Symbol::parse("UNODC/CCPCJ/EG.9/2027/2").unwrap().url().is_some());
    }

    #[test]
    fn what_looks_like_them_is_none() {
        for text in [
            "class C 2023/24",
            "GB.1",
            "the A4/A5 sheets",
            "A380/2",
            "phone EB 154 9",
            "at 20 C/68 F or so",
            "COM port 3",
            "COM(2024)",
            "the C 12/3",
            "on 1/3 of them",
            "MSC 2023",
            "A.1(2)",
            "A76/7/2024",
            "1/CP.28.5.2024",
            "open 24/7",
            "in 2023/24",
            "555 0100/12",
        ] {
            assert_eq!(found(text), [""; 0], "{text}");
        }
    }

    proptest! {
        #[test]
        fn dates_fractions_years_and_phone_numbers_are_none(
            day in 1..32_u32, month in 1..13_u32, year in 1990..2100_u32, digits in "[0-9]{3,4}[ -][0-9]{3,4}",
        ) {
            for text in [
                format!("on {day}/{month}/{year}"),
                format!("on {day}/{month} we met"),
                format!("in {year}/{:02} it began", (year + 1) % 100),
                format!("the {year}/{} school year", year + 1),
                format!("about {day}/{month} of them"),
                format!("call +1 {digits} or {digits}"),
                format!("{day}.{month}.{year}"),
            ] {
                prop_assert_eq!(found(&text), Vec::<String>::new(), "{}", text);
            }
        }
    }
}
