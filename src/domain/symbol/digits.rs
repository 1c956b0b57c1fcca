//! Texts whose numbers are written in Arabic-Indic, Persian or full-width digits, read as if they were plain ones.

use crate::domain::numerals;

/// A text with plain digits, and where each of its bytes stands in the text as written.
pub(super) struct Plain {
    pub(super) text: String,
    /// One more than the text has bytes: its end has a place too.
    places: Vec<usize>,
}

impl Plain {
    /// None where a text has plain digits alone.
    pub(super) fn of(written: &str) -> Option<Plain> {
        if !written.contains(|c| numerals::digit(c).is_some()) {
            return None;
        }
        let mut plain = Plain { text: String::with_capacity(written.len()), places: Vec::with_capacity(written.len()) };
        for (at, c) in written.char_indices() {
            let c = numerals::digit(c).unwrap_or(c);
            plain.text.push(c);
            plain.places.extend(at..at + c.len_utf8());
        }
        plain.places.push(written.len());
        Some(plain)
    }

    /// Where a place of the plain text is in the text as written; on a character boundary if it is on one here.
    pub(super) fn written_at(&self, at: usize) -> usize {
        self.places[at]
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Segment, Symbol, find, segments};

    /// What is found, and the text in whose place it stands.
    fn found(text: &str) -> Vec<(String, &str)> {
        find(text).into_iter().map(|found| (found.symbol.as_str().to_owned(), &text[found.range])).collect()
    }

    #[test]
    fn a_number_in_other_digits_is_found_in_its_usual_form_at_the_place_of_its_text() {
        for (text, expected) in [
            ("بموجب القرار ٢١٥١ (٢٠١٤) بشأن", &[("2151 (2014)", "٢١٥١ (٢٠١٤)")][..]),
            ("وقرار الجمعية العامة ٧٠/٢٦٢، وعلى مدار ٢٤/٧.", &[("70/262", "٧٠/٢٦٢")]),
            ("قراريه ١٣٢٥ (٢٠٠٠) و٢٢٥٠ (٢٠١٥)", &[("1325 (2000)", "١٣٢٥ (٢٠٠٠)"), ("2250 (2015)", "٢٢٥٠ (٢٠١٥)")]),
            ("القرار ۲۱۵۱ (۲۰۱۴) والقرار ۷۰/۲۶۲", &[("2151 (2014)", "۲۱۵۱ (۲۰۱۴)"), ("70/262", "۷۰/۲۶۲")]),
            ("القرار ٢١٥١ (2014)", &[("2151 (2014)", "٢١٥١ (2014)")]),
            ("الوثيقة S/٢٠٢٠/١٠٩٠ والوثيقة S/2020/1", &[("S/2020/1090", "S/٢٠٢٠/١٠٩٠"), ("S/2020/1", "S/2020/1")]),
            ("A/٦٢/٦٥٩-S/٢٠٠٨/٣٩", &[("A/62/659-S/2008/39", "A/٦٢/٦٥٩-S/٢٠٠٨/٣٩")]),
            ("安全理事会第２１５１（２０１４）号决议", &[("2151（2014）", "２１５１（２０１４）")]),
        ] {
            let expected: Vec<_> = expected.iter().map(|(usual, written)| ((*usual).to_owned(), *written)).collect();
            assert_eq!(found(text), expected, "{text}");
        }
    }

    #[test]
    fn dates_shares_and_other_numbers_in_other_digits_are_none() {
        for text in [
            "في ٣/١٢/٢٠٢٠",
            "على مدار ٢٤/٧",
            "بأغلبية ٢/٣",
            "من أجل الاستقرار ٧٠/٢٦٢",
            "خطة عام ٢٠٦٣ (٢٠١٥)",
            "في عام ٢٠٢٠/٢١",
            "بلغ ٣٫٢١٥١ (٢٠١٤)",
            "٢١٥١",
        ] {
            assert_eq!(found(text), [], "{text}");
        }
    }

    #[test]
    fn a_symbol_alone_in_other_digits_is_read() {
        for (text, usual) in [("٢١٥١ (٢٠١٤)", "2151 (2014)"), ("S/٢٠٢٠/١٠٩٠", "S/2020/1090"), ("۷۰/۲۶۲", "70/262")]
        {
            assert_eq!(Symbol::parse(text), Symbol::parse(usual), "{text}");
            assert_eq!(Symbol::parse(text).unwrap().as_str(), usual);
        }
        assert_eq!(Symbol::parse("٣/١٢/٢٠٢٠"), None);
    }

    #[test]
    fn a_page_links_the_number_as_it_is_written() {
        let symbol = Symbol::parse("2151 (2014)").unwrap();
        assert_eq!(symbol.url().as_deref(), Some("https://undocs.org/S/RES/2151(2014)"));
        assert_eq!(
            segments("القرار ٢١٥١ (٢٠١٤) بشأن"),
            [Segment::Plain("القرار "), Segment::Symbol("٢١٥١ (٢٠١٤)", symbol), Segment::Plain(" بشأن")]
        );
    }
}
