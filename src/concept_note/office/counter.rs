//! How word processors count: the number formats of both document formats, written as they set them.

use super::super::numbering::{self, Kind, Label, Style};
use super::symbols;
use crate::domain::numerals::{
    ABJAD, ALPHA, CHINESE, LATIN, LEGAL, RUSSIAN, STEMS, chinese, column, digits, nth, repeated, roman,
};

/// What a list counts with.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Counter {
    #[default]
    Decimal,
    /// 01, 02.
    DecimalZero,
    LowerRoman,
    UpperRoman,
    /// a, b, ... z, aa, bb.
    LowerLetter,
    UpperLetter,
    /// a, b, ... z, aa, ab.
    LowerColumn,
    UpperColumn,
    /// The alphabet's own order: أ, ب, ت.
    ArabicAlpha,
    /// The order of the numerals: أ, ب, ج.
    ArabicAbjad,
    /// ١, ٢, ٣.
    ArabicDigits,
    RussianLower,
    RussianUpper,
    /// 一, 二 ... 十一.
    Chinese,
    /// 壹, 贰.
    ChineseLegal,
    /// 〇 and nine digits, place by place.
    ChineseDigits,
    /// 甲, 乙, 丙.
    HeavenlyStems,
    /// ①, ②.
    Circled,
    /// １, ２.
    FullWidth,
    Bullet,
    None,
}

impl Counter {
    /// The format of a Word list (ISO/IEC 29500-1, 17.18.59); those of other scripts count in numbers.
    pub fn of_word(format: &str) -> Counter {
        match format {
            "decimalZero" => Counter::DecimalZero,
            "lowerRoman" => Counter::LowerRoman,
            "upperRoman" => Counter::UpperRoman,
            "lowerLetter" => Counter::LowerLetter,
            "upperLetter" => Counter::UpperLetter,
            "arabicAlpha" => Counter::ArabicAlpha,
            "arabicAbjad" => Counter::ArabicAbjad,
            "hindiNumbers" => Counter::ArabicDigits,
            "russianLower" => Counter::RussianLower,
            "russianUpper" => Counter::RussianUpper,
            "chineseCounting"
            | "chineseCountingThousand"
            | "japaneseCounting"
            | "taiwaneseCounting"
            | "taiwaneseCountingThousand" => Counter::Chinese,
            "chineseLegalSimplified" | "ideographLegalTraditional" => Counter::ChineseLegal,
            "ideographDigital" | "japaneseDigitalTenThousand" | "taiwaneseDigital" => Counter::ChineseDigits,
            "ideographTraditional" => Counter::HeavenlyStems,
            "decimalEnclosedCircle" | "decimalEnclosedCircleChinese" | "ideographEnclosedCircle" => Counter::Circled,
            "decimalFullWidth" | "decimalFullWidth2" => Counter::FullWidth,
            "bullet" => Counter::Bullet,
            "none" => Counter::None,
            _ => Counter::Decimal,
        }
    }

    /// The format of an `OpenDocument` list (`style:num-format`, 19.500): its first place, or its first places with commas.
    ///
    /// `sync` says that all letters of a number are the same (`style:num-letter-sync`).
    pub fn of_odf(format: &str, sync: bool) -> Counter {
        let third = format.split(',').nth(2).map(str::trim);
        match format.trim().chars().next() {
            None => Counter::None,
            Some('i') => Counter::LowerRoman,
            Some('I') => Counter::UpperRoman,
            Some('a') if sync => Counter::LowerLetter,
            Some('A') if sync => Counter::UpperLetter,
            Some('a') => Counter::LowerColumn,
            Some('A') => Counter::UpperColumn,
            Some('أ' | 'ا') if third == Some("ج") => Counter::ArabicAbjad,
            Some('أ' | 'ا') => Counter::ArabicAlpha,
            Some('١') => Counter::ArabicDigits,
            Some('а') => Counter::RussianLower,
            Some('А') => Counter::RussianUpper,
            Some('一') => Counter::Chinese,
            Some('壹') => Counter::ChineseLegal,
            Some('甲') => Counter::HeavenlyStems,
            Some('①') => Counter::Circled,
            Some('１') => Counter::FullWidth,
            Some(_) => Counter::Decimal,
        }
    }

    /// A place as it is set; nothing for bullets.
    pub fn write(self, place: u32) -> String {
        let written = match self {
            Counter::Bullet | Counter::None => return String::new(),
            Counter::Decimal => None,
            Counter::DecimalZero => Some(format!("{place:02}")),
            Counter::LowerRoman => roman(place).map(|roman| roman.to_lowercase()),
            Counter::UpperRoman => roman(place),
            Counter::LowerLetter => repeated(place, LATIN),
            Counter::UpperLetter => repeated(place, LATIN).map(|letters| letters.to_uppercase()),
            Counter::LowerColumn => column(place, LATIN),
            Counter::UpperColumn => column(place, LATIN).map(|letters| letters.to_uppercase()),
            Counter::ArabicAlpha => repeated(place, ALPHA),
            // so that it is not taken for the number five
            Counter::ArabicAbjad => repeated(place, ABJAD).map(|l| if l == "ه" { "هـ".to_owned() } else { l }),
            Counter::ArabicDigits => digits(place, '\u{660}'),
            Counter::RussianLower => repeated(place, RUSSIAN),
            Counter::RussianUpper => repeated(place, RUSSIAN).map(|letters| letters.to_uppercase()),
            Counter::Chinese => chinese(place, CHINESE, ["", "十", "百", "千"]),
            Counter::ChineseLegal => chinese(place, LEGAL, ["", "拾", "佰", "仟"]),
            Counter::ChineseDigits => {
                Some(place.to_string().bytes().map(|digit| CHINESE[usize::from(digit - b'0')]).collect())
            }
            Counter::HeavenlyStems => nth(STEMS, place).map(String::from),
            Counter::Circled => {
                (1..=20).contains(&place).then(|| char::from_u32(0x245f + place)).flatten().map(String::from)
            }
            Counter::FullWidth => digits(place, '\u{ff10}'),
        };
        written.unwrap_or_else(|| place.to_string())
    }

    fn kind(self) -> Kind {
        match self {
            Counter::LowerRoman => Kind::LowerRoman,
            Counter::UpperRoman => Kind::UpperRoman,
            Counter::LowerLetter
            | Counter::LowerColumn
            | Counter::RussianLower
            | Counter::ArabicAlpha
            | Counter::ArabicAbjad => Kind::LowerLetter,
            Counter::UpperLetter | Counter::UpperColumn | Counter::RussianUpper | Counter::HeavenlyStems => {
                Kind::UpperLetter
            }
            Counter::Bullet => Kind::Bullet,
            _ => Kind::Number,
        }
    }

    /// The label that a list sets before a paragraph; `None` where it sets nothing.
    ///
    /// `written` is the whole label, `levels` how many levels' places stand in it.
    pub fn label(self, written: &str, place: u32, levels: usize) -> Option<Label> {
        let written = written.trim();
        if self == Counter::Bullet || !written.contains(char::is_alphanumeric) {
            return (self == Counter::Bullet || !written.is_empty()).then(|| bullet(written));
        }
        // as if it were typed, but what it counts is known
        let typed = format!("{written}\tx");
        let read =
            numbering::parse(&typed).filter(|(label, rest)| *rest == "x" && label.readings[0].0.kind != Kind::Bullet);
        match read {
            Some((label, _)) if label.readings[0].0.kind == Kind::Word => Some(label),
            Some((mut label, _)) if levels == 1 => {
                let mark = label.readings[0].0.mark;
                label.readings.retain(|(_, read)| *read == place);
                if label.readings.is_empty() {
                    label.readings.push((Style { kind: self.kind(), mark }, place));
                }
                Some(label)
            }
            _ => {
                // 1.1 and 1.1.1 are two orders
                let depth = u32::try_from(levels).unwrap_or(1);
                let mark = char::from_digit(depth, 10).unwrap_or('\t');
                Some(Label { raw: written.to_owned(), readings: vec![(Style { kind: self.kind(), mark }, place)] })
            }
        }
    }
}

/// A bullet of a symbol font is the like of it in a text, or a plain one; the letter `o` stands for a ring.
fn bullet(written: &str) -> Label {
    let known = |c: &char| "•●○◦▪■□►➢✓❖‣⁃-–—*o".contains(*c);
    let first = written.chars().next();
    let ornament = first.filter(|c| *c != '\u{f0b7}').and_then(|c| symbols::in_wingdings(c as u32));
    let mark = ornament.or(first).filter(known).map_or('•', |mark| if mark == 'o' { '◦' } else { mark });
    Label { raw: mark.to_string(), readings: vec![(Style { kind: Kind::Bullet, mark }, 0)] }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_written_as_word_processors_do() {
        for (counter, place, written) in [
            (Counter::Decimal, 12, "12"),
            (Counter::DecimalZero, 7, "07"),
            (Counter::LowerRoman, 4, "iv"),
            (Counter::UpperRoman, 1994, "MCMXCIV"),
            (Counter::UpperRoman, 4000, "4000"),
            (Counter::LowerLetter, 26, "z"),
            (Counter::LowerLetter, 28, "bb"),
            (Counter::UpperLetter, 3, "C"),
            (Counter::LowerColumn, 28, "ab"),
            (Counter::UpperColumn, 702, "ZZ"),
            (Counter::LowerLetter, 0, "0"),
            (Counter::LowerLetter, u32::MAX, "4294967295"),
            (Counter::ArabicAlpha, 3, "ت"),
            (Counter::ArabicAbjad, 3, "ج"),
            (Counter::ArabicAbjad, 5, "هـ"),
            (Counter::ArabicDigits, 13, "١٣"),
            (Counter::RussianLower, 7, "ж"),
            (Counter::RussianUpper, 2, "Б"),
            (Counter::Chinese, 10, "十"),
            (Counter::Chinese, 21, "二十一"),
            (Counter::Chinese, 101, "一百零一"),
            (Counter::Chinese, 110, "一百一十"),
            (Counter::Chinese, 2020, "二千零二十"),
            (Counter::ChineseLegal, 12, "拾贰"),
            (Counter::ChineseDigits, 20, "二〇"),
            (Counter::HeavenlyStems, 2, "乙"),
            (Counter::Circled, 3, "③"),
            (Counter::FullWidth, 10, "１０"),
            (Counter::Bullet, 1, ""),
            (Counter::None, 1, ""),
        ] {
            assert_eq!(counter.write(place), written, "{counter:?} {place}");
        }
    }

    #[test]
    fn formats_are_told_by_name_or_first_places() {
        assert_eq!(Counter::of_word("arabicAbjad"), Counter::ArabicAbjad);
        assert_eq!(Counter::of_word("hebrew1"), Counter::Decimal);
        for (format, counter) in [
            ("1", Counter::Decimal),
            ("a", Counter::LowerColumn),
            ("", Counter::None),
            ("أ, ب, ت, ...", Counter::ArabicAlpha),
            ("أ, ب, ج, ...", Counter::ArabicAbjad),
            ("一, 二, 三, ...", Counter::Chinese),
            ("А, Б, .., Аа, Аб, ... (ru)", Counter::RussianUpper),
        ] {
            assert_eq!(Counter::of_odf(format, false), counter, "{format}");
        }
        assert_eq!(Counter::of_odf("a", true), Counter::LowerLetter);
    }

    #[test]
    fn a_label_says_what_it_counts() {
        let read = |counter: Counter, written: &str, place, levels| {
            let label = counter.label(written, place, levels)?;
            Some((label.raw.clone(), label.readings[0].0.kind, label.readings[0].0.mark, label.readings[0].1))
        };
        for (counter, written, place, levels, expected) in [
            (Counter::LowerLetter, "(i)", 9, 1, ("(i)", Kind::LowerLetter, '(', 9)),
            (Counter::LowerRoman, "(i)", 1, 1, ("(i)", Kind::LowerRoman, '(', 1)),
            (Counter::Decimal, "1.", 1, 1, ("1.", Kind::Number, '.', 1)),
            (Counter::Decimal, "1", 1, 1, ("1", Kind::Number, '\t', 1)),
            (Counter::LowerLetter, "(aa)", 27, 1, ("(aa)", Kind::LowerLetter, '1', 27)),
            (Counter::ArabicAlpha, "(ت)", 3, 1, ("(ت)", Kind::LowerLetter, '(', 3)),
            (Counter::Decimal, "1.2", 2, 2, ("1.2", Kind::Number, '2', 2)),
            (Counter::Decimal, "Question 3:", 3, 1, ("Question 3", Kind::Word, ':', 3)),
            (Counter::Bullet, "\u{f0b7}", 4, 1, ("•", Kind::Bullet, '•', 0)),
            (Counter::Bullet, "–", 4, 1, ("–", Kind::Bullet, '–', 0)),
            (Counter::Bullet, "\u{f0d8}", 4, 1, ("➢", Kind::Bullet, '➢', 0)),
            (Counter::Bullet, "\u{f0ff}", 4, 1, ("•", Kind::Bullet, '•', 0)),
            (Counter::Bullet, "o", 4, 1, ("◦", Kind::Bullet, '◦', 0)),
        ] {
            let (raw, kind, mark, place_read) = expected;
            assert_eq!(read(counter, written, place, levels), Some((raw.into(), kind, mark, place_read)), "{written}");
        }
        assert_eq!(read(Counter::None, "", 1, 0), None);
    }
}
