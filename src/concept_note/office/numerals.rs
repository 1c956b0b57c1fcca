//! Numbers in letters and numerals: what a place is in each alphabet and script.

pub(super) const LATIN: &str = "abcdefghijklmnopqrstuvwxyz";
pub(super) const RUSSIAN: &str = "абвгдежзиклмнопрстуфхцчшщэюя";
pub(super) const ALPHA: &str = "أبتثجحخدذرزسشصضطظعغفقكلمنهوي";
pub(super) const ABJAD: &str = "أبجدهوزحطيكلمنسعفصقرشتثخذضظغ";
pub(super) const STEMS: &str = "甲乙丙丁戊己庚辛壬癸";
pub(super) const CHINESE: [&str; 10] = ["〇", "一", "二", "三", "四", "五", "六", "七", "八", "九"];
pub(super) const LEGAL: [&str; 10] = ["零", "壹", "贰", "叁", "肆", "伍", "陆", "柒", "捌", "玖"];

/// How often letters are repeated before numbers are clearer.
pub(super) const LONGEST: u32 = 8;

pub(super) fn nth(alphabet: &str, place: u32) -> Option<char> {
    alphabet.chars().nth(usize::try_from(place.checked_sub(1)?).ok()?)
}

pub(super) fn repeated(place: u32, alphabet: &str) -> Option<String> {
    let count = u32::try_from(alphabet.chars().count()).ok()?;
    let times = place.checked_sub(1)? / count + 1;
    let letter = nth(alphabet, (place - 1) % count + 1)?;
    (times <= LONGEST).then(|| std::iter::repeat_n(letter, times as usize).collect())
}

pub(super) fn column(place: u32) -> Option<String> {
    let mut letters = Vec::new();
    let mut rest = place;
    while rest > 0 {
        letters.push(nth(LATIN, (rest - 1) % 26 + 1)?);
        rest = (rest - 1) / 26;
    }
    (!letters.is_empty()).then(|| letters.iter().rev().collect())
}

pub(super) fn roman(place: u32) -> Option<String> {
    const STEPS: [(u32, &str); 13] = [
        (1000, "M"),
        (900, "CM"),
        (500, "D"),
        (400, "CD"),
        (100, "C"),
        (90, "XC"),
        (50, "L"),
        (40, "XL"),
        (10, "X"),
        (9, "IX"),
        (5, "V"),
        (4, "IV"),
        (1, "I"),
    ];
    if !(1..4000).contains(&place) {
        return None;
    }
    let mut rest = place;
    let mut written = String::new();
    for (value, letters) in STEPS {
        while rest >= value {
            written.push_str(letters);
            rest -= value;
        }
    }
    Some(written)
}

pub(super) fn digits(place: u32, zero: char) -> Option<String> {
    let digit = |c: char| char::from_u32(zero as u32 + c.to_digit(10)?);
    place.to_string().chars().map(digit).collect()
}

/// Numbers to 9999; ten is 十, and not 一十, where it leads.
pub(super) fn chinese(place: u32, numerals: [&str; 10], powers: [&str; 4]) -> Option<String> {
    if !(1..10_000).contains(&place) {
        return None;
    }
    let places: Vec<usize> = place.to_string().bytes().map(|digit| usize::from(digit - b'0')).collect();
    let mut written = String::new();
    let mut zero = false;
    for (at, digit) in places.iter().enumerate() {
        let power = places.len() - 1 - at;
        if *digit == 0 {
            zero = true;
            continue;
        }
        if std::mem::take(&mut zero) {
            written.push('零');
        }
        if !(*digit == 1 && power == 1 && written.is_empty()) {
            written.push_str(numerals[*digit]);
        }
        written.push_str(powers[power]);
    }
    Some(written)
}
