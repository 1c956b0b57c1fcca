//! Numbers in letters and numerals, both ways: what a place is in each alphabet and script, and what place is meant.

/// The Latin alphabet.
pub const LATIN: &str = "abcdefghijklmnopqrstuvwxyz";
/// The Russian letters that count: without ё, й, ъ, ы, ь.
pub const RUSSIAN: &str = "абвгдежзиклмнопрстуфхцчшщэюя";
/// The Arabic alphabet in its own order.
pub const ALPHA: &str = "أبتثجحخدذرزسشصضطظعغفقكلمنهوي";
/// The Arabic letters in the order of the numerals, which lists follow.
pub const ABJAD: &str = "أبجدهوزحطيكلمنسعفصقرشتثخذضظغ";
/// The heavenly stems.
pub const STEMS: &str = "甲乙丙丁戊己庚辛壬癸";
/// The Chinese digits.
pub const CHINESE: [&str; 10] = ["〇", "一", "二", "三", "四", "五", "六", "七", "八", "九"];
/// Those that cannot be altered, as cheques have them.
pub const LEGAL: [&str; 10] = ["零", "壹", "贰", "叁", "肆", "伍", "陆", "柒", "捌", "玖"];

/// How often letters are repeated before numbers are clearer.
pub const LONGEST: u32 = 8;

/// The letter at a place, from 1.
#[must_use]
pub fn nth(alphabet: &str, place: u32) -> Option<char> {
    alphabet.chars().nth(usize::try_from(place.checked_sub(1)?).ok()?)
}

/// a, b ... z, aa, bb; none where that would be unreadable.
#[must_use]
pub fn repeated(place: u32, alphabet: &str) -> Option<String> {
    let count = u32::try_from(alphabet.chars().count()).ok()?;
    let times = place.checked_sub(1)? / count + 1;
    let letter = nth(alphabet, (place - 1) % count + 1)?;
    (times <= LONGEST).then(|| std::iter::repeat_n(letter, times as usize).collect())
}

/// a, b ... z, aa, ab, as columns of a table count.
#[must_use]
pub fn column(place: u32, alphabet: &str) -> Option<String> {
    let count = u32::try_from(alphabet.chars().count()).ok()?;
    let mut letters = Vec::new();
    let mut rest = place;
    while rest > 0 {
        letters.push(nth(alphabet, (rest - 1) % count + 1)?);
        rest = (rest - 1) / count;
    }
    (!letters.is_empty()).then(|| letters.iter().rev().collect())
}

/// I, II, III, to 3999.
#[must_use]
pub fn roman(place: u32) -> Option<String> {
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

/// The place in the digits of a script, which begin with its `zero`.
#[must_use]
pub fn digits(place: u32, zero: char) -> Option<String> {
    let digit = |c: char| char::from_u32(zero as u32 + c.to_digit(10)?);
    place.to_string().chars().map(digit).collect()
}

/// Chinese numbers to 9999; ten is 十, and not 一十, where it leads.
#[must_use]
pub fn chinese(place: u32, numerals: [&str; 10], powers: [&str; 4]) -> Option<String> {
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

/// The plain form of an Arabic-Indic, Persian or full-width digit.
#[must_use]
pub fn digit(c: char) -> Option<char> {
    let zero = zero(c).filter(|zero| *zero != '0')?;
    char::from_digit(c as u32 - zero as u32, 10)
}

/// The zero of the script that a digit belongs to.
#[must_use]
pub fn zero(c: char) -> Option<char> {
    match c {
        '0'..='9' => Some('0'),
        '\u{660}'..='\u{669}' => Some('\u{660}'),
        '\u{6f0}'..='\u{6f9}' => Some('\u{6f0}'),
        '\u{ff10}'..='\u{ff19}' => Some('\u{ff10}'),
        _ => None,
    }
}

/// The place of a letter in an alphabet, from 1; none where the text is more than one letter. Hamza on Arabic alif and the
/// letter stretcher make no difference.
#[must_use]
pub fn letter(text: &str, alphabet: &str) -> Option<u32> {
    let plain = |c: char| if c == 'أ' { 'ا' } else { c };
    let mut chars = text.chars().filter(|c| *c != '\u{640}').map(plain);
    let (letter, None) = (chars.next()?, chars.next()) else {
        return None;
    };
    alphabet.chars().position(|c| plain(c) == letter).and_then(|place| u32::try_from(place + 1).ok())
}

/// A Roman number in small letters up to 39, in its one correct form.
#[must_use]
pub fn read_roman(text: &str) -> Option<u32> {
    const UNITS: [&str; 10] = ["", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix"];
    let tens = text.bytes().take_while(|b| *b == b'x').count().min(3);
    let units = UNITS.iter().position(|unit| *unit == &text[tens..])?;
    u32::try_from(tens * 10 + units).ok().filter(|place| *place > 0)
}

/// A Chinese number below 100.
#[must_use]
pub fn read_chinese(text: &str) -> Option<u32> {
    let unit = |text: &str| -> Option<u32> {
        let place = CHINESE.iter().skip(1).position(|unit| *unit == text)?;
        u32::try_from(place + 1).ok()
    };
    match text.split_once('十') {
        None => unit(text),
        Some((tens, units)) => {
            let tens = if tens.is_empty() { 1 } else { unit(tens)? };
            let units = if units.is_empty() { 0 } else { unit(units)? };
            Some(tens * 10 + units)
        }
    }
}
