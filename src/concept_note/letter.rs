//! The letter's own text: what stands between its heading and the annex, as written.

use std::ops::Range;

use chrono::NaiveDate;

use super::blocks::Block;
use super::dates;
use super::headings;
use super::mail;
use super::markers;
use super::numbering::labelled;
use super::outline::Outline;
use super::sentence::ends_clause;

/// How many lines above a letter's heading may hold its date.
const ABOVE: usize = 3;

/// How many lines under the name may say what the signatory is.
const BELOW: usize = 4;

/// Longest line that is but a day, perhaps with its place, in words and in Chinese characters.
const DAY: (usize, usize) = (8, 14);

/// Longest name of a signatory, in words and in Chinese characters.
const NAME: (usize, usize) = (6, 8);

/// The blocks of the letter's text; empty where there is no letter, or where the letter itself is the note.
pub(super) fn blocks(blocks: &[Block], outline: &Outline) -> Range<usize> {
    let front = outline.front.clone();
    let masthead = |from: usize| blocks[from..].iter().take_while(|block| markers::is_masthead(&block.text)).count();
    let from = match outline.letter {
        Some(heading) => heading + 1 + masthead(heading + 1),
        // a letter without a heading is told by its signature
        None if signature(blocks, front.clone()).is_some() => masthead(0),
        None => return 0..0,
    };
    if from >= front.end || outline.body.start < front.end { 0..0 } else { from..front.end }
}

/// The day that a line of the letter gives, where its heading gives none: under the heading, right above it, or under the
/// signature.
pub(super) fn date(text: &[Block], outline: &Outline) -> Option<(NaiveDate, usize)> {
    let dated = |at: usize| {
        let line = &text[at].text;
        let is_letters = headings::is_date_line(line) && !markers::is_distribution(line);
        is_letters.then(|| Some((dates::find(line).first()?.value, at)))?
    };
    date_lines(text, outline).find_map(dated)
}

/// Whether the letter's heading, or a line of its own that is but a day, writes a day that is none, or none for sure.
pub(super) fn has_unread_day(text: &[Block], outline: &Outline) -> bool {
    let is_unread = |line: &str| dates::are_unread(line, &dates::find(line));
    let heading = outline.letter.is_some_and(|heading| is_unread(&text[heading].text));
    let is_short = |line: &str| headings::is_within(line, DAY) && !ends_clause(line) && !markers::is_distribution(line);
    heading || date_lines(text, outline).map(|at| &text[at].text).any(|line| is_short(line) && is_unread(line))
}

/// Where a letter's day may stand beside its heading: under that, right above it, or under the signature.
fn date_lines(text: &[Block], outline: &Outline) -> impl Iterator<Item = usize> {
    let range = blocks(text, outline);
    let signature = signature(text, range.clone());
    let above = outline.letter.map(|heading| heading.saturating_sub(ABOVE)..heading).unwrap_or_default();
    let lines = move |end: usize| (range.start..end).chain(above).chain(end + 1..range.end.min(end + 1 + BELOW));
    signature.map(lines).into_iter().flatten()
}

/// The office that a letter's signature names, where its heading names none: the longest line under the name that names
/// a post, else the line above it.
pub(super) fn office(text: &[Block], outline: &Outline) -> Option<(String, usize)> {
    let range = blocks(text, outline);
    let signed = signature(text, range.clone())?;
    let post = |at: usize| Some((markers::post(&text[at].text)?, at));
    let below = (signed + 1..range.end.min(signed + 1 + BELOW)).filter_map(post);
    let above = || post(signed.checked_sub(1).filter(|above| range.contains(above))?);
    below.max_by_key(|(office, _)| office.chars().count()).or_else(above)
}

/// The block that is signed.
pub(super) fn signature(blocks: &[Block], range: Range<usize>) -> Option<usize> {
    let marked = range.clone().find(|at| markers::signed(&blocks[*at].text).is_some());
    marked.or_else(|| unmarked_signature(blocks, range))
}

/// A name over a post, or under one as in Chinese, behind what greets the letter's reader, as a letter has it before it is
/// issued as a document.
fn unmarked_signature(blocks: &[Block], range: Range<usize>) -> Option<usize> {
    let greeting = range.clone().find(|at| mail::is_greeting(&blocks[*at].text))?;
    let is_post = |at: usize| range.contains(&at) && markers::post(&blocks[at].text).is_some();
    let is_name = |at: usize| {
        let text = &blocks[at].text;
        !(ends_clause(text) || is_post(at) || mail::is_closing(text)) && headings::is_within(text, NAME)
    };
    let lines = || greeting + 1..range.end;
    let over_post = lines().find(|at| is_name(*at) && is_post(at + 1));
    // what is above the post ends the letter's text: an address names a post under its holder
    let ends = |text: &str| ends_clause(text) || mail::is_closing(text);
    let under_post = || {
        let signs = |at: &usize| is_name(*at) && !headings::is_date_line(&blocks[*at].text) && is_post(at - 1);
        lines().skip(2).find(|at| signs(at) && ends(&blocks[at - 2].text))
    };
    over_post.or_else(under_post)
}

/// A block's text with what looks like its label: the first letter of a name.
pub(super) fn whole(block: &Block) -> String {
    labelled(block.label.as_ref(), &block.text)
}

/// The heading of a letter that has a text of its own.
pub(super) fn heading(text: &[Block], outline: &Outline) -> Option<usize> {
    outline.letter.filter(|_| !blocks(text, outline).is_empty())
}

/// The letter's paragraphs, each with its footnotes below it, and before them those to its heading; lines under one another in
/// the salutation and the signature are lines of one paragraph.
pub(super) fn paragraphs(text: &[Block], outline: &Outline) -> Vec<String> {
    let range = blocks(text, outline);
    let headed = heading(text, outline).into_iter().flat_map(|heading| text[heading].notes.lines());
    let mut paragraphs: Vec<String> = headed.map(str::to_owned).collect();
    let blocks = text;
    let signed = signature(blocks, range.clone()).unwrap_or(range.end);
    for at in range {
        let block = &blocks[at];
        let mut text = whole(block);
        for note in block.notes.lines() {
            text.push('\n');
            text.push_str(note);
        }
        match paragraphs.last_mut().filter(|_| at > signed && !block.apart) {
            Some(signature) => {
                signature.push('\n');
                signature.push_str(&text);
            }
            None => paragraphs.push(text),
        }
    }
    paragraphs
}

#[cfg(test)]
mod tests {
    use super::super::{blocks::blocks as divide, lines::lines, outline::outline};
    use super::*;
    use crate::domain::concept_note::Warning;

    fn letter(text: &str) -> Vec<String> {
        let divided = divide(&lines(text));
        let outline = outline(&divided);
        paragraphs(&divided, &outline)
    }

    #[test]
    fn the_text_between_heading_and_annex_is_the_letters() {
        let text = "S/2022/1\n\nLetter dated 2 May 2022 from the Permanent Representative of Kenya to the United \
            Nations addressed to the Secretary-General\n\n[Original: English]\n\nExcellency,\n\nI have the honour to \
            inform you of a debate, and of:\n\n(a) A note;\n(b) A list.\n\nPlease accept, Excellency, my \
            regards.\n\n(Signed) A. Name\nAmbassador\nPermanent Representative\n\nAnnex\n\nConcept note on \
            words\n\nBackground\n\nThe note has its own text and it is not the letter's.\n";
        assert_eq!(
            letter(text),
            [
                "Excellency,",
                "I have the honour to inform you of a debate, and of:",
                "(a) A note;",
                "(b) A list.",
                "Please accept, Excellency, my regards.",
                "(Signed) A. Name\nAmbassador\nPermanent Representative",
            ]
        );
    }

    #[test]
    fn a_signed_text_before_the_annex_is_a_letter_without_heading() {
        let text = "Excellency,\n\nI write to you about a debate that we will hold.\n\n(Signed) A. Name\n\nAnnex\n\n\
            Concept note on words\n\nThe note has its own text and it is not the letter's.\n";
        assert_eq!(
            letter(text),
            ["Excellency,", "I write to you about a debate that we will hold.", "(Signed) A. Name"]
        );
    }

    #[test]
    fn a_letter_without_a_telling_heading_is_read_by_its_lines() {
        for (text, expected) in [
            (
                "LETTER\n\nNew York, 4 March 2027\n\nExcellency,\n\nI write about 15 April 2027.\n\n(Signed) A. Name\n\
                Ambassador\nPermanent Representative of Iceland\n\nAnnex\n\nConcept note",
                Some(("2027-03-04", "Permanent Representative of Iceland")),
            ),
            (
                "Genève, le 4 mars 2027\n\nLettre\n\nMadame,\n\nJe vous écris.\n\nLa Présidente du Comité,\n(Signé) A. \
                Nom\n\nAnnexe\n\nNote de cadrage",
                Some(("2027-03-04", "Présidente du Comité")),
            ),
            (
                "信\n\n2027年3月4日，纽约\n\n阁下：\n\n谨通知你。\n\n中国常驻联合国代表\n某某（签名）\n\n附件\n\n概念说明",
                Some(("2027-03-04", "中国常驻联合国代表")),
            ),
            ("Concept note\n\nNew York, 4 March 2027\n\nThe Permanent Representative of Iceland", None),
        ] {
            let divided = divide(&lines(text));
            let outline = outline(&divided);
            let found = date(&divided, &outline).zip(office(&divided, &outline));
            let found = found.map(|((day, _), (office, _))| (day.to_string(), office));
            assert_eq!(found, expected.map(|(day, office)| (day.to_owned(), office.to_owned())), "{text}");
        }
    }

    #[test]
    fn a_letters_day_that_is_none_is_doubted() {
        let note = "Concept note: words\n\n1. Why?\n\n2. How?";
        for (text, unread) in [
            (
                "Letter dated 31 April 2031 from the Permanent Representative of Kenya to the United Nations addressed to the \
              Secretary-General\n\nI transmit a note.\n\n(Signed) A. Name\n\nAnnex",
                true,
            ),
            (
                "Lettre datée du 31 avril 2031, adressée au Secrétaire général par le Représentant permanent du Kenya\n\nVoici \
              une note.\n\n(Signé) A. Nom\n\nAnnexe",
                true,
            ),
            (
                "Carta de fecha 31 de abril de 2031 dirigida al Secretario General por el Representante Permanente de Kenya\n\n\
              Transmito una nota.\n\n(Firmado) A. Nombre\n\nAnexo",
                true,
            ),
            (
                "Письмо Постоянного представителя Кении от 31 апреля 2031 года на имя Генерального секретаря\n\nПрепровождаю \
              записку.\n\n(Подпись) А. Имя\n\nПриложение",
                true,
            ),
            ("2031年4月31日肯尼亚常驻联合国代表给秘书长的信\n\n谨转递说明。\n\n某某（签名）\n\n附件", true),
            (
                "31 апреля 2031 года\n\nУважаемый господин Генеральный секретарь,\n\nПрепровождаю записку.\n\nА. Имя\n\
              Постоянный представитель\n\nПриложение",
                true,
            ),
            (
                "尊敬的秘书长先生:\n\n谨转递概念文件。\n\n顺致敬意。\n\n某国常驻联合国代表\n某某\n2031年4月31日\n\n附件",
                true,
            ),
            (
                "رسالة مؤرخة 31 نيسان/أبريل 2031 موجهة إلى الأمين العام من الممثل الدائم لكينيا\n\nأحيل مذكرة.\n\n(توقيع) فلان\n\n\
              مرفق",
                true,
            ),
            (
                "Letter dated 30 April 2031 from the Permanent Representative of Kenya to the United Nations addressed to the \
              Secretary-General\n\nI transmit a note for 31 April 2031.\n\n(Signed) A. Name\n\nAnnex",
                false,
            ),
            (
                "Letter\n\nExcellency,\n\nI transmit a note for the debate of 31 April 2031, which is open to all \
              members.\n\n(Signed) A. Name\n\nAnnex",
                false,
            ),
        ] {
            let note = super::super::read(format!("{text}\n\n{note}").as_bytes(), None, &[]).unwrap().note;
            assert_eq!(note.letter.date.is_none(), unread || text.starts_with("Letter\n"), "{text}");
            assert_eq!(note.warnings.contains(&Warning::LetterDateUnread), unread, "{text}");
        }
    }

    #[test]
    fn a_note_alone_has_no_letter() {
        let note = "Concept note on words\n\nBackground\n\nThe note has its own text and no letter.\n";
        let unsigned = format!("Open debate on words\n\n{note}");
        let only_letter = "Letter dated 2 May 2022 from the Permanent Representative of Kenya to the United Nations \
            addressed to the Secretary-General\n\nI have the honour to invite you to a debate.\n\n(Signed) A. Name\n";
        for text in [note, &unsigned, only_letter] {
            assert!(letter(text).is_empty(), "{text}");
        }
    }

    #[test]
    fn a_letter_before_it_is_issued_is_told_by_a_name_over_a_post() {
        let text = |signature: &str| {
            format!(
                "Permanent Mission of Norway\n\n4 February 2026\n\nExcellency,\n\nI have the honour to transmit the concept note \
                 for the debate on words that will be held in the Council on 12 March 2026 at 10 a.m.\n\n{signature}\n\n\
                 Annex\n\nConcept note: words\n\nGuiding questions\n\n1. Who keeps words?\n"
            )
        };
        for signature in ["A. B. Name\n\nPermanent Representative", "[signed]\nA. B. Name\nPermanent Representative"] {
            let note = super::super::read(text(signature).as_bytes(), None, &[]).unwrap().note;
            assert_eq!(note.title.as_deref(), Some("Concept note: words"), "{signature}");
            assert_eq!(note.letter.signatory.as_deref(), Some("A. B. Name"), "{signature}");
            assert_eq!(note.letter.from.as_deref(), Some("Permanent Representative"), "{signature}");
            assert_eq!(note.letter.date.map(|day| day.to_string()).as_deref(), Some("2026-02-04"), "{signature}");
        }
    }

    #[test]
    fn letters_before_they_are_issued_are_told_in_other_languages_too() {
        let (russian, chinese, french) = (
            "4 июня 2026 года\n\nУважаемый господин Генеральный секретарь,\n\nИмею честь препроводить концептуальную записку \
             к прениям о словах.\n\nА. Имя\nПостоянный представитель\n\nПриложение\n\nКонцептуальная записка: слова",
            "尊敬的秘书长先生:\n\n谨随函转递关于词语的概念文件。\n\n顺致最崇高的敬意。\n\n某国常驻联合国代表\n某某\n2026年6月4日\n\n\
             附件\n\n概念文件：词语",
            "New York, le 4 juin 2026\n\nMonsieur le Secrétaire général,\n\nJ’ai l’honneur de vous transmettre une note.\n\n\
             La Représentante permanente,\nA. Nom\n\nAnnexe\n\nNote de cadrage : les mots",
        );
        for (text, office, name) in [
            (russian, "Постоянный представитель", "А. Имя"),
            (chinese, "某国常驻联合国代表", "某某"),
            (french, "Représentante permanente", "A. Nom"),
        ] {
            let letter =
                super::super::read(format!("{text}\n\n1. Why?\n2. How?\n").as_bytes(), None, &[]).unwrap().note.letter;
            assert_eq!(letter.signatory.as_deref(), Some(name));
            assert_eq!(letter.from.as_deref(), Some(office));
            assert_eq!(letter.date.map(|day| day.to_string()).as_deref(), Some("2026-06-04"), "{name}");
        }
    }
}
