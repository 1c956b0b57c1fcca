//! Bytes to text, in whatever encoding they are.

use std::collections::BTreeSet;

use encoding_rs::{Encoding, GB18030, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1251, WINDOWS_1252, WINDOWS_1256};

use super::error::NoteError;
use crate::domain::concept_note::Warning;

/// Encodings that carry no mark, each with letters that are frequent in texts written in it.
const UNMARKED: [(&Encoding, &str); 4] = [
    (WINDOWS_1252, "éèàùçêâîôûñáíóúüäö‘’“”–—•…€«»°\u{a0}œÉÀÓ¿¡"),
    (WINDOWS_1256, "اليمنورتبةدعسفقهحكأإى،؛؟\u{a0}"),
    (WINDOWS_1251, "оеаинтсрвлкмдпуяыьзбгчйхжюшцщэ–«»№\u{a0}"),
    (GB18030, FREQUENT_CHINESE),
];

/// The most frequent characters of written Chinese, with its punctuation.
const FREQUENT_CHINESE: &str = "的一是不了在人有我他这个们中来上大为和国地到以说时要就出会可也你对生能而子那得于着下自之年过发后作里用道行所\
    然家种事成方多经么去法学如都同现当没动面起看定天分还进好小部其些主样理心本前开但因只从想实日军者意无力它与长把机十民第公此已工使情明性知全三\
    又关点正业外将两高间由问很最重并物手应战向头文体政美相见被利什二等产或新己制身果加西斯月话合回特代内信表化给世位次度门任常先海通教原东声提立\
    及比员解水名真论处走义各入几口认条平系气题活更别打女变四总何电数安少报才结反受目太量再感建务做接必场件计管期市直资命金指许统区保至队形社便空\
    决治展科司五基书非则听却界达光放强即难且权完设式色路记南品住告类求据程北边张该交规万取格望术领共确传师观清切院让识候带导争运联支持紧稳构委\
    织际议盟，。、？；：（）《》“”";

/// Most control characters a text can hold, one in so many.
const CONTROLS_ONE_IN: usize = 200;

/// Of a text, at most one character in so many is for private use or stands for bytes that are none.
const NONE_ONE_IN: usize = 16;

/// Reads a file's bytes as text.
pub(super) fn decode(bytes: &[u8], warnings: &mut BTreeSet<Warning>) -> Result<String, NoteError> {
    decode_by(bytes, bytes, warnings)
}

/// Reads a file's bytes as text whose encoding, where nothing tells it, is that of a sample.
pub(super) fn decode_by(bytes: &[u8], sample: &[u8], warnings: &mut BTreeSet<Warning>) -> Result<String, NoteError> {
    let text = text(bytes, sample, warnings)?;
    checked(text, warnings)
}

/// Reads a file's bytes as text in an encoding that the file names.
pub(super) fn decode_as(
    bytes: &[u8],
    encoding: &'static Encoding,
    warnings: &mut BTreeSet<Warning>,
) -> Result<String, NoteError> {
    let text = lossy(bytes, encoding, warnings);
    checked(text, warnings)
}

/// A text that is one: no binary data, not empty.
fn checked(text: String, warnings: &mut BTreeSet<Warning>) -> Result<String, NoteError> {
    let controls = text.chars().filter(|c| is_control(*c)).count();
    // random bytes read as UTF-16 hit upon characters that no text has
    let none = text.chars().filter(|c| matches!(c, '\u{fffd}' | '\u{e000}'..='\u{f8ff}')).count();
    if none * NONE_ONE_IN > text.chars().count().max(NONE_ONE_IN * 2) {
        return Err(NoteError::Binary);
    }
    if text.contains('\0') || controls * CONTROLS_ONE_IN > text.chars().count().max(CONTROLS_ONE_IN) {
        return Err(NoteError::Binary);
    }
    if text.trim().trim_matches('\u{feff}').is_empty() {
        return Err(NoteError::Empty);
    }
    if controls == 0 {
        return Ok(text);
    }
    warnings.insert(Warning::ControlCharactersRemoved);
    Ok(text.replace(is_control, ""))
}

/// Control characters that no text has: all but blanks, line and page breaks.
fn is_control(c: char) -> bool {
    c.is_control() && !matches!(c, '\t' | '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}')
}

fn text(bytes: &[u8], sample: &[u8], warnings: &mut BTreeSet<Warning>) -> Result<String, NoteError> {
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        return Ok(lossy(&bytes[mark..], encoding, warnings));
    }
    if let Some(encoding) = unmarked_utf16(bytes).or_else(|| utf16_by_letters(bytes)) {
        warnings.insert(Warning::EncodingGuessed);
        return Ok(lossy(bytes, encoding, warnings));
    }
    let error = match std::str::from_utf8(bytes) {
        Ok(text) => return Ok(text.to_owned()),
        Err(error) => error,
    };
    if bytes.contains(&0) {
        return Err(NoteError::Binary);
    }
    if is_mostly_utf8(bytes, error.valid_up_to()) {
        return Ok(lossy(bytes, UTF_8, warnings));
    }
    warnings.insert(Warning::EncodingGuessed);
    Ok(lossy(bytes, by_letters(sample).ok_or(NoteError::Binary)?, warnings))
}

fn lossy(bytes: &[u8], encoding: &'static Encoding, warnings: &mut BTreeSet<Warning>) -> String {
    let (text, damaged) = encoding.decode_without_bom_handling(bytes);
    if damaged {
        warnings.insert(Warning::TextDamaged);
    }
    text.into_owned()
}

/// UTF-16 without a mark: in Latin text every other byte is zero.
fn unmarked_utf16(bytes: &[u8]) -> Option<&'static Encoding> {
    let sample = &bytes[..bytes.len().min(4096)];
    let zeros = |from: usize| sample.iter().skip(from).step_by(2).filter(|b| **b == 0).count();
    let (even, odd) = (zeros(0), zeros(1));
    let many = sample.len() / 4;
    match (even, odd) {
        _ if sample.len() < 8 => None,
        (even, odd) if odd > many && even * 10 < odd => Some(UTF_16LE),
        (even, odd) if even > many && odd * 10 < even => Some(UTF_16BE),
        _ => None,
    }
}

/// UTF-16 without a mark in other scripts: read so, nearly all of it are letters that are frequent in one of them.
fn utf16_by_letters(bytes: &[u8]) -> Option<&'static Encoding> {
    let sample = &bytes[..bytes.len().min(4096) & !1];
    // a text without zeros that is UTF-8 is UTF-8
    if sample.len() < 8 || bytes.len() % 2 == 1 || !sample.contains(&0) && std::str::from_utf8(bytes).is_ok() {
        return None;
    }
    [UTF_16LE, UTF_16BE].into_iter().find(|encoding| {
        let (text, damaged) = encoding.decode_without_bom_handling(sample);
        let other = text.chars().filter(|c| !c.is_ascii()).count();
        let plain = text.chars().all(|c| !is_control(c));
        let most = UNMARKED.iter().map(|(_, letters)| known(&text, letters)).max().unwrap_or_default();
        !damaged && plain && other > 0 && most * 2 > other
    })
}

/// How many of a text's characters are among those letters.
fn known(text: &str, letters: &str) -> usize {
    text.chars().filter(|c| !c.is_ascii() && letters.contains(*c)).count()
}

/// A text cut off inside a letter, or with a few bytes of another encoding pasted in.
fn is_mostly_utf8(bytes: &[u8], valid: usize) -> bool {
    if valid + 4 > bytes.len() && bytes[..valid].iter().any(|b| *b >= 0x80) {
        return true;
    }
    let good = bytes.utf8_chunks().flat_map(|chunk| chunk.valid().chars()).filter(|c| !c.is_ascii()).count();
    let bad = bytes.utf8_chunks().filter(|chunk| !chunk.invalid().is_empty()).count();
    good > bad * 20
}

/// The encoding whose frequent letters make up most of what is not ASCII.
fn by_letters(bytes: &[u8]) -> Option<&'static Encoding> {
    let sample = &bytes[..bytes.len().min(64 * 1024)];
    let score = |encoding: &'static Encoding, letters: &str| {
        let (text, _) = encoding.decode_without_bom_handling(sample);
        let other = text.chars().filter(|c| !c.is_ascii()).count().max(1);
        known(&text, letters) * 1000 / other
    };
    // an accent stands among plain letters; letters of other scripts stand among their own
    let beside = sample.windows(2).filter(|pair| !pair[0].is_ascii() && !pair[1].is_ascii()).count();
    let accents = beside * 2 < sample.iter().filter(|b| !b.is_ascii()).count();
    UNMARKED
        .into_iter()
        .filter(|(encoding, _)| accents == (*encoding == WINDOWS_1252))
        .map(|(encoding, letters)| (score(encoding, letters), encoding))
        .max_by_key(|(score, _)| *score)
        // a text in the right encoding has nearly nothing else
        .filter(|(score, _)| *score > 500)
        .map(|(_, encoding)| encoding)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(bytes: &[u8]) -> (Result<String, NoteError>, Vec<Warning>) {
        let mut warnings = BTreeSet::new();
        let text = decode(bytes, &mut warnings);
        (text, warnings.into_iter().collect())
    }

    #[test]
    fn marked_encodings_are_read_as_they_say() {
        let mut utf16 = vec![0xFF, 0xFE];
        utf16.extend("Débat — نص".encode_utf16().flat_map(u16::to_le_bytes));
        assert_eq!(read(&utf16), (Ok("Débat — نص".into()), vec![]));
        assert_eq!(read("\u{feff}Débat".as_bytes()), (Ok("Débat".into()), vec![]));
    }

    #[test]
    fn unmarked_encodings_are_guessed_with_a_warning() {
        let texts = [
            (WINDOWS_1252, "Quelles mesures le Conseil a-t-il déjà prises pour protéger les civils ?"),
            (WINDOWS_1256, "كيف يمكن للأمم المتحدة أن تدعم الدول الأعضاء في صون السلام؟"),
            (WINDOWS_1251, "Как Организация Объединенных Наций может поддержать государства?"),
            (GB18030, "联合国如何最好地支持会员国在紧张时期保持稳定？"),
        ];
        for (encoding, text) in texts {
            let (bytes, _, _) = encoding.encode(text);
            assert_eq!(read(&bytes), (Ok(text.into()), vec![Warning::EncodingGuessed]));
        }
        let mixed = "The title is Концептуальная записка для прений, and the rest of this text is in English only.";
        let arabic = "The note follows with its title in its own language: المحفوظات والوثائق";
        for (encoding, text) in
            [(WINDOWS_1251, mixed), (WINDOWS_1256, arabic), (WINDOWS_1252, "Réunion : où en est-on ?")]
        {
            let (bytes, _, _) = encoding.encode(text);
            assert_eq!(read(&bytes), (Ok(text.into()), vec![Warning::EncodingGuessed]));
        }
        for text in ["كيف تحفظ الوثائق؟", "Как хранятся документы?", "文件如何保存？谁可以使用这些文件？"]
        {
            let bytes: Vec<u8> = text.encode_utf16().flat_map(u16::to_be_bytes).collect();
            assert_eq!(read(&bytes), (Ok(text.into()), vec![Warning::EncodingGuessed]));
        }
        let utf16: Vec<u8> = "Guiding questions".encode_utf16().flat_map(u16::to_le_bytes).collect();
        assert_eq!(read(&utf16), (Ok("Guiding questions".into()), vec![Warning::EncodingGuessed]));
    }

    #[test]
    fn a_text_cut_inside_a_letter_is_read_and_said() {
        let whole = "Les États Membres protégeront les civils. À l’é".as_bytes();
        let (text, warnings) = read(&whole[..whole.len() - 1]);
        assert!(text.unwrap().starts_with("Les États Membres"));
        assert_eq!(warnings, [Warning::TextDamaged]);
    }

    #[test]
    fn nothing_and_noise_are_refused() {
        assert_eq!(read(b"").0, Err(NoteError::Empty));
        assert_eq!(read(b" \r\n\t ").0, Err(NoteError::Empty));
        assert_eq!(read(&[0x7f, b'E', b'L', b'F', 0, 0, 1, 2, 3]).0, Err(NoteError::Binary));
        let noise: Vec<u8> = (0..20_000_u32).map(|i| (i.wrapping_mul(2_654_435_761) >> 13).to_le_bytes()[0]).collect();
        assert_eq!(read(&noise).0, Err(NoteError::Binary));
        let marked = [&[0xFF, 0xFE][..], &noise[..4000]].concat();
        assert_eq!(read(&marked).0, Err(NoteError::Binary));
        let (text, warnings) = read(b"one\x07 two");
        assert_eq!((text, warnings), (Ok("one two".into()), vec![Warning::ControlCharactersRemoved]));
    }
}
