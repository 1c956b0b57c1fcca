//! A concept note as pages show it: numbered paragraphs, and links to the documents it cites.

use chrono::TimeZone;

use crate::{
    domain::{
        concept_note::{ConceptNote, Item, Meeting, Paragraph, Section},
        language::Language,
        symbol::{self, Segment, Symbol},
    },
    locales::Locale,
};

/// A piece of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Piece {
    /// Words.
    Text(String),
    /// A document's symbol as written, and where the document is.
    Link(String, String),
    /// The end of a line.
    Break,
}

/// A text in pieces, its document symbols linked.
#[must_use]
pub fn pieces(text: &str) -> Vec<Piece> {
    let mut pieces = Vec::new();
    for segment in symbol::segments(text) {
        match segment {
            Segment::Symbol(written, symbol) => pieces.push(match symbol.url() {
                Some(url) => Piece::Link(written.to_owned(), url),
                None => Piece::Text(written.to_owned()),
            }),
            Segment::Plain(plain) => {
                for (index, line) in plain.split('\n').enumerate() {
                    if index > 0 {
                        pieces.push(Piece::Break);
                    }
                    if !line.is_empty() {
                        pieces.push(Piece::Text(line.to_owned()));
                    }
                }
            }
        }
    }
    pieces
}

/// A note for `components/note.html`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NoteView {
    /// The language it is written in.
    pub language: Language,
    /// Its parts.
    pub sections: Vec<SectionView>,
    /// The documents it cites.
    pub references: Vec<Vec<Piece>>,
}

/// A part of a note.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SectionView {
    /// Its heading.
    pub heading: Option<String>,
    /// Its paragraphs.
    pub paragraphs: Vec<ParagraphView>,
}

/// A paragraph of a note.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ParagraphView {
    /// Its number.
    pub number: Option<u32>,
    /// Its text.
    pub text: Vec<Piece>,
    /// What its footnotes say.
    pub notes: Vec<Vec<Piece>>,
    /// The list under it.
    pub items: Vec<ItemView>,
}

/// An entry of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ItemView {
    /// Its label, or a dash.
    pub label: String,
    /// Its text.
    pub text: Vec<Piece>,
    /// What its footnotes say.
    pub notes: Vec<Vec<Piece>>,
}

impl NoteView {
    /// The note's text, in its language.
    #[must_use]
    pub fn of(note: &ConceptNote, language: Language) -> Self {
        let notes = |notes: &[String]| notes.iter().map(|note| pieces(note)).collect();
        let item = |item: &Item| ItemView {
            label: item.label.clone().unwrap_or_else(|| "–".to_owned()),
            text: pieces(&item.text),
            notes: notes(&item.notes),
        };
        let paragraph = |paragraph: &Paragraph| ParagraphView {
            number: paragraph.number,
            text: pieces(&paragraph.text),
            notes: notes(&paragraph.notes),
            items: paragraph.items.iter().map(item).collect(),
        };
        let section = |section: &Section| SectionView {
            heading: section.heading.clone(),
            paragraphs: section.paragraphs.iter().map(paragraph).collect(),
        };
        let sections: Vec<_> = note.sections.iter().map(section).collect();
        let references = note.references.iter().map(|reference| cited(reference, &sections)).collect();
        Self { language, sections, references }
    }
}

/// The letter that carries a note, as far as the note says.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct LetterView {
    /// The document's symbol, and where it is.
    pub symbol: Option<(String, Option<String>)>,
    /// The day it was distributed.
    pub distributed: Option<String>,
    /// The letter's date.
    pub date: Option<String>,
    /// The office that wrote.
    pub from: Option<String>,
    /// Who signed.
    pub signatory: Option<String>,
    /// When the meeting is held.
    pub meeting: Option<String>,
    /// Its paragraphs.
    pub text: Vec<Vec<Piece>>,
}

impl LetterView {
    /// What is known of the letter, dates in the reader's words, and its text.
    #[must_use]
    pub fn of(note: &ConceptNote, letter: &[String], l: Locale) -> Self {
        Self {
            symbol: note.symbol.clone().map(|written| {
                let url = Symbol::parse(&written).and_then(|symbol| symbol.url());
                (written, url)
            }),
            distributed: note.distribution_date.map(|date| l.date(date)),
            date: note.letter.date.map(|date| l.date(date)),
            from: note.letter.from.clone(),
            signatory: note.letter.signatory.clone(),
            meeting: meeting(&note.meeting, l),
            text: letter.iter().map(|paragraph| pieces(paragraph)).collect(),
        }
    }
}

/// A document in the list of those cited, linked as in the sentence that cites it: a number with a session does not say
/// whose resolution it is.
fn cited(written: &str, sections: &[SectionView]) -> Vec<Piece> {
    let paragraphs = sections.iter().flat_map(|section| &section.paragraphs);
    let texts = paragraphs.flat_map(|p| {
        let items = p.items.iter().flat_map(|item| std::iter::once(&item.text).chain(&item.notes));
        std::iter::once(&p.text).chain(&p.notes).chain(items)
    });
    // the sentence may have digits of another script
    let is_it = |text: &str| text == written || Symbol::parse(text).is_some_and(|symbol| symbol.as_str() == written);
    let found = texts.flatten().find_map(|piece| match piece {
        Piece::Link(text, url) if is_it(text) => Some(Piece::Link(written.to_owned(), url.clone())),
        Piece::Text(text) if is_it(text) => Some(Piece::Text(written.to_owned())),
        _ => None,
    });
    if let Some(piece) = found {
        return vec![piece];
    }
    let Some(symbol) = Symbol::parse(written) else {
        return pieces(written);
    };
    let certain = symbol.names_document() || symbol.path().starts_with("S/RES/");
    let written = written.to_owned();
    vec![match symbol.url().filter(|_| certain) {
        Some(url) => Piece::Link(written, url),
        None => Piece::Text(written),
    }]
}

/// When a meeting is held: the day, and the hour by the clock of its place.
fn meeting(meeting: &Meeting, l: Locale) -> Option<String> {
    let date = meeting.date?;
    let moment = || {
        let zone: chrono_tz::Tz = meeting.time_zone.as_ref()?.parse().ok()?;
        let instant = zone.from_local_datetime(&date.and_time(meeting.time?)).earliest()?;
        Some(l.moment(instant.to_utc(), zone))
    };
    Some(moment().unwrap_or_else(|| l.date(date)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cited_document_is_linked_as_where_it_is_cited() {
        let text = "The Human Rights Council, in its resolution 48/3, and A/79/211 say so.".to_owned();
        let section = Section { paragraphs: vec![Paragraph { text, ..Paragraph::default() }], ..Section::default() };
        let references = ["48/3", "A/79/211", "79/3", "S/2020/1", "2151 (2014)"].map(String::from).to_vec();
        let note = ConceptNote { sections: vec![section], references, ..ConceptNote::default() };
        let link = |written: &str, path: &str| vec![Piece::Link(written.into(), format!("https://undocs.org/{path}"))];
        assert_eq!(
            NoteView::of(&note, Language::En).references,
            [
                link("48/3", "A/HRC/RES/48/3"),
                link("A/79/211", "A/79/211"),
                vec![Piece::Text("79/3".into())],
                link("S/2020/1", "S/2020/1"),
                link("2151 (2014)", "S/RES/2151(2014)"),
            ],
        );
    }

    #[test]
    fn a_document_cited_in_other_digits_is_linked_as_where_it_is_cited() {
        let text = "قرار مجلس حقوق الإنسان ٤٨/٣".to_owned();
        let section = Section { paragraphs: vec![Paragraph { text, ..Paragraph::default() }], ..Section::default() };
        let note = ConceptNote { sections: vec![section], references: vec!["48/3".into()], ..ConceptNote::default() };
        let link = Piece::Link("48/3".into(), "https://undocs.org/A/HRC/RES/48/3".into());
        assert_eq!(NoteView::of(&note, Language::Ar).references, [[link]]);
    }

    #[test]
    fn symbols_become_links_and_lines_stay_lines() {
        let text = "See S/PRST/2007/3:\nfirst\n\nsecond";
        assert_eq!(
            pieces(text),
            [
                Piece::Text("See ".into()),
                Piece::Link("S/PRST/2007/3".into(), "https://undocs.org/S/PRST/2007/3".into()),
                Piece::Text(":".into()),
                Piece::Break,
                Piece::Text("first".into()),
                Piece::Break,
                Piece::Break,
                Piece::Text("second".into()),
            ]
        );
        assert!(pieces("").is_empty());
    }
}
