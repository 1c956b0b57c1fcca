//! Labels as documents write them.

use super::*;

fn read(line: &str) -> Option<(String, Kind, u32, &str)> {
    parse(line).map(|(label, rest)| {
        let (style, place) = label.first_reading();
        (label.raw, style.kind, place, rest)
    })
}

#[test]
fn labels_of_all_styles_are_read() {
    for (line, raw, kind, place) in [
        ("1. Text", "1.", Kind::Number, 1),
        ("21) Text", "21)", Kind::Number, 21),
        ("(3) Text", "(3)", Kind::Number, 3),
        ("1/ Text", "1/", Kind::Number, 1),
        ("7\tText", "7", Kind::Number, 7),
        ("7.\tText", "7.", Kind::Number, 7),
        ("1.Text", "1.", Kind::Number, 1),
        ("I. Text", "I.", Kind::UpperRoman, 1),
        ("IV.Text", "IV.", Kind::UpperRoman, 4),
        ("(iv) Text", "(iv)", Kind::LowerRoman, 4),
        ("(a) Text", "(a)", Kind::LowerLetter, 1),
        ("(a)Text", "(a)", Kind::LowerLetter, 1),
        ("b) Text", "b)", Kind::LowerLetter, 2),
        ("c. Text", "c.", Kind::LowerLetter, 3),
        ("Question 1: Text", "Question 1", Kind::Word, 1),
        ("Q2. Text", "Q2.", Kind::Word, 2),
        ("Q.2: Text", "Q.2", Kind::Word, 2),
        ("Question 2 – Text", "Question 2", Kind::Word, 2),
        ("Question 2) Text", "Question 2)", Kind::Word, 2),
        ("Вопрос № 3. Text", "Вопрос № 3.", Kind::Word, 3),
        ("السؤال الأول: Text", "السؤال الأول", Kind::Word, 1),
        ("问题二：Text", "问题二", Kind::Word, 2),
        ("• Text", "•", Kind::Bullet, 0),
        ("-- Text", "-", Kind::Bullet, 0),
        ("→ Text", "→", Kind::Bullet, 0),
        ("②Text", "②", Kind::Number, 2),
        ("⑶ Text", "⑶", Kind::Number, 3),
        ("❷ Text", "❷", Kind::Number, 2),
        ("– Text", "–", Kind::Bullet, 0),
        ("(б) Text", "(б)", Kind::LowerLetter, 2),
        ("\u{200f}(ب) Text", "(ب)", Kind::LowerLetter, 2),
        ("(هـ) Text", "(هـ)", Kind::LowerLetter, 5),
        ("（十二）Text", "（十二）", Kind::Number, 12),
        ("一、Text", "一、", Kind::UpperRoman, 1),
        ("1°) Text", "1°)", Kind::Number, 1),
        ("٣- Text", "٣-", Kind::Number, 3),
        ("1– Text", "1–", Kind::Number, 1),
        ("1— Text", "1—", Kind::Number, 1),
        ("1 - Text", "1", Kind::Number, 1),
        ("ثانياً - Text", "ثانياً", Kind::UpperRoman, 2),
        ("ثالثاً: Text", "ثالثاً:", Kind::UpperRoman, 3),
        ("甲. Text", "甲.", Kind::UpperLetter, 1),
        ("丙、Text", "丙、", Kind::UpperLetter, 3),
        ("3.1. Text", "3.1.", Kind::Number, 1),
        ("II.- Text", "II.-", Kind::UpperRoman, 2),
        ("ب - Text", "ب", Kind::LowerLetter, 2),
        ("3.2) Text", "3.2)", Kind::Number, 2),
        ("1.12.3.\tText", "1.12.3.", Kind::Number, 3),
        ("2.1\tText", "2.1", Kind::Number, 1),
        ("(a)", "(a)", Kind::LowerLetter, 1),
    ] {
        let (label, rest) = parse(line).unwrap_or_else(|| panic!("{line}"));
        assert_eq!((label.raw.as_str(), label.first_reading().1), (raw, place), "{line}");
        assert_eq!(label.first_reading().0.kind, kind, "{line}");
        assert_eq!(rest, if line == "(a)" { "" } else { "Text" }, "{line}");
    }
}

#[test]
fn a_label_is_written_again_before_its_text() {
    for line in ["(a) Text", "ب - Text", "- Text", "1- Text", "II.- Text", "Text"] {
        let (label, rest) = parse(line).map_or((None, line), |(label, rest)| (Some(label), rest));
        assert_eq!(labelled(label.as_ref(), rest), line);
    }
}

#[test]
fn a_blank_sets_off_a_chinese_numeral() {
    for line in ["一\t背景", "一　背景", "十二 背景"] {
        let (label, rest) = parse(line).unwrap_or_else(|| panic!("{line}"));
        assert_eq!((label.first_reading().0.kind, rest), (Kind::UpperRoman, "背景"), "{line}");
    }
    for line in ["一些 国家", "一 Text", "一背景"] {
        assert_eq!(read(line), None, "{line}");
    }
}

#[test]
fn a_letter_can_be_a_roman_number() {
    let (label, _) = parse("(i) Text").unwrap();
    let roman = Style { kind: Kind::LowerRoman, mark: '(' };
    let letter = Style { kind: Kind::LowerLetter, mark: '(' };
    assert_eq!((label.place(roman), label.place(letter)), (Some(1), Some(9)));
    assert_eq!(label.first_reading().0, roman);
}

#[test]
fn chinese_numerals_in_parentheses_are_no_order_of_digits() {
    let (above, _) = parse("（三）规划").unwrap();
    let (below, _) = parse("(4) 城市").unwrap();
    let (next, _) = parse("（四）护理").unwrap();
    let (style, place) = above.first_reading();
    assert_eq!((below.place(style), next.place(style)), (None, Some(place + 1)));
}

#[test]
fn numbers_in_a_text_are_no_labels() {
    for line in [
        "2020. The",
        "8.30 a.m.",
        "1.5 million",
        "3-5 December",
        "2151 (2014)",
        "(see annex) Text",
        "The 1. ",
        "-5 degrees",
        "(2014) was",
        "3 December 2020",
        "Questions: what",
        "",
        "(",
        "a",
        "S/2020/1",
        "e.g. this",
        "(a)(b",
        "1.1 Text",
        "23.05.2023. Text",
        "Question of time: what",
    ] {
        let read = read(line).filter(|_| line != "(a)(b");
        assert_eq!(read, None, "{line}");
    }
}
