//! Series symbols: an organ, then elements between slashes (`A/C.3/75/L.1/Corr.1`), and joint symbols
//! (`A/62/659-S/2008/39`). Grammar after "United Nations Document Symbols" (ST/LIB/SER.B).

/// Organs and bodies that begin a symbol. With one letter, the elements after it must be stricter.
const BODIES: &[&str] = &[
    "A", "S", "E", "T", "ST", "TD", "DP", "BWC", "CAC", "CAT", "CBD", "CCPR", "CCW", "CD", "CEB", "CED", "CEDAW",
    "CERD", "CMW", "CRC", "CRPD", "CTOC", "DC", "ECE", "ESCAP", "FCCC", "GC", "HRI", "HSP", "ICCD", "ICEF", "IDB",
    "IPBES", "ISBA", "JIU", "LC", "NPT", "PBC", "SAICM", "SPLOS", "SPT", "TRADE", "TRANS", "UNCTAD", "UNEP", "UNODC",
    "UNW", "WFP",
];

/// Longest organ's name in bytes.
const LONGEST_BODY: usize = 6;

/// Whether a symbol can begin at this byte, by what stands before it.
pub(super) fn may_begin(text: &str, at: usize) -> bool {
    match text[..at].chars().next_back() {
        None => true,
        // an address on the documents' site names the document
        Some('/') => {
            let before = &text.as_bytes()[at.saturating_sub(24)..at];
            let host = |name: &[u8]| before.windows(name.len()).any(|part| part == name);
            host(b"undocs.org/") || host(b"docs.un.org/")
        }
        // other scripts write symbols without a blank before them
        Some(c) => !(c.is_ascii_alphanumeric() || is_accented_latin(c) || "-_@.&".contains(c)),
    }
}

fn is_accented_latin(c: char) -> bool {
    ('\u{c0}'..='\u{24f}').contains(&c)
}

/// The end of the symbol that begins here, joint symbols included.
pub(super) fn at(text: &str, start: usize) -> Option<usize> {
    let mut end = single(text, start)?;
    // joint symbols; three are the most in use
    for _ in 0..2 {
        let Some(hyphen) = text[end..].chars().next().filter(|c| "-\u{2011}\u{2013}".contains(*c)) else {
            break;
        };
        let Some(next) = single(text, end + hyphen.len_utf8()) else {
            break;
        };
        end = next;
    }
    Some(end)
}

/// The symbol as the documents' site spells it: no blanks, plain hyphens and parentheses.
pub(super) fn path(written: &str) -> String {
    written
        .chars()
        .filter(|c| !c.is_whitespace())
        .map(|c| match c {
            '\u{2011}' | '\u{2013}' => '-',
            '（' => '(',
            '）' => ')',
            c => c,
        })
        .collect()
}

fn single(text: &str, start: usize) -> Option<usize> {
    let bytes = text.as_bytes();
    let body_end = start + count(bytes, start, LONGEST_BODY + 1, u8::is_ascii_uppercase);
    let body = text.get(start..body_end)?;
    if !BODIES.contains(&body) {
        return None;
    }
    let mut at = body_end;
    let mut end = None;
    let mut resolution = false;
    // the longest symbols in use have nine elements
    for index in 0..10 {
        if bytes.get(at) != Some(&b'/') {
            break;
        }
        let Some(element) = element(bytes, at + 1) else {
            break;
        };
        if !ends_word(text, element.end) || (index == 0 && body.len() == 1 && element.lone_letter) {
            break;
        }
        at = element.end;
        if resolution && element.number {
            at = session_or_year(text, at).unwrap_or(at);
        }
        resolution |= &text[element.start..element.end] == "RES";
        let first_may_end = if body.len() == 1 {
            element.dotted || (body == "S" && element.number && element.end - element.start == 5)
        } else {
            element.dotted || (element.number && element.end - element.start >= 2)
        };
        if element.has_digit && (index > 0 || first_may_end) {
            end = Some(at);
        }
    }
    end
}

#[expect(clippy::struct_excessive_bools, reason = "what an element is made of is a list of facts")]
struct Element {
    start: usize,
    end: usize,
    /// Digits alone.
    number: bool,
    /// `C.3`, `Add.1`.
    dotted: bool,
    has_digit: bool,
    lone_letter: bool,
}

/// One element: a number, a word (`PRST`), a word with numbers (`CN.6`, `Add.1`), or a special session (`ES-10`).
fn element(bytes: &[u8], start: usize) -> Option<Element> {
    let digits = count(bytes, start, 7, u8::is_ascii_digit);
    if digits > 0 {
        let end = start + digits;
        return Some(Element { start, end, number: true, dotted: false, has_digit: true, lone_letter: false });
    }
    if !bytes.get(start)?.is_ascii_uppercase() {
        return None;
    }
    let letters = count(bytes, start, 12, u8::is_ascii_alphabetic);
    let mut end = start + letters;
    if bytes.get(end) == Some(&b'-') && matches!(&bytes[start..end], b"S" | b"ES") {
        let session = count(bytes, end + 1, 3, u8::is_ascii_digit);
        if session > 0 {
            end += 1 + session;
            return Some(Element { start, end, number: true, dotted: false, has_digit: true, lone_letter: false });
        }
    }
    let word_end = end;
    // a committee's or a meeting's own number: `CL1`
    end += count(bytes, end, 2, u8::is_ascii_digit);
    let mut has_digit = end > word_end;
    while bytes.get(end) == Some(&b'.') {
        let number = count(bytes, end + 1, 6, u8::is_ascii_digit);
        // `MP.WAT`, `SER.F/`: an abbreviation goes on in capitals
        let capitals = count(bytes, end + 1, 8, u8::is_ascii_uppercase);
        let series = capitals == 1 && bytes.get(end + 2) == Some(&b'/');
        let goes_on = if number > 0 { number } else { capitals };
        if number == 0
            && (capitals < 2 && !series || bytes.get(end + 1 + capitals).is_some_and(u8::is_ascii_alphanumeric))
        {
            break;
        }
        has_digit |= number > 0;
        end += 1 + goes_on;
    }
    let dotted = end > word_end;
    Some(Element { start, end, number: false, dotted, has_digit, lone_letter: letters == 1 && !dotted })
}

/// `(2014)` or `(XXIX)` after a resolution's number, with or without a blank: its end.
pub(super) fn session_or_year(text: &str, at: usize) -> Option<usize> {
    let rest = text[at..].strip_prefix([' ', '\u{a0}']).unwrap_or(&text[at..]);
    let inner = rest.strip_prefix(['(', '（'])?;
    let length = inner.bytes().take(8).take_while(u8::is_ascii_alphanumeric).count();
    let (value, after) = inner.split_at(length);
    let after_close = after.strip_prefix([')', '）'])?;
    (is_year(value) || is_roman(value)).then(|| text.len() - after_close.len())
}

/// A year in which the organization could adopt something.
pub(super) fn is_year(text: &str) -> bool {
    text.len() == 4 && text.parse::<u32>().is_ok_and(|year| (1946..=2100).contains(&year))
}

fn is_roman(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|b| b"IVXL".contains(&b))
}

fn ends_word(text: &str, at: usize) -> bool {
    text.get(at..).is_some_and(|rest| !rest.starts_with(|c: char| c.is_ascii_alphanumeric() || is_accented_latin(c)))
}

/// How many bytes from here satisfy the test, at most `most`.
pub(super) fn count(bytes: &[u8], start: usize, most: usize, test: impl Fn(&u8) -> bool) -> usize {
    bytes.iter().skip(start).take(most).take_while(|byte| test(byte)).count()
}
