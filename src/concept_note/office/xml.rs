//! XML as a flat row of events: names by namespace, whatever the prefix; no recursion, no entities of one's own.

use std::borrow::Cow;

use quick_xml::escape::resolve_predefined_entity;
use quick_xml::events::{BytesStart, Event as Raw};
use quick_xml::name::{Namespace, ResolveResult};
use quick_xml::{NsReader, XmlVersion};

use super::super::error::NoteError;

/// Deepest nesting that is followed; tables in text boxes in tables stay below a hundred.
const DEEPEST: usize = 256;

/// The namespaces whose elements mean something to us.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Space {
    /// `WordprocessingML`, transitional or strict.
    Word,
    /// Alternatives of one content for newer and older readers.
    Compat,
    /// Formulas of Office documents.
    Math,
    Office,
    Text,
    Style,
    Table,
    Draw,
    Other,
}

fn space(uri: &str) -> Space {
    match uri {
        "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
        | "http://purl.oclc.org/ooxml/wordprocessingml/main" => Space::Word,
        "http://schemas.openxmlformats.org/markup-compatibility/2006" => Space::Compat,
        "http://schemas.openxmlformats.org/officeDocument/2006/math"
        | "http://purl.oclc.org/ooxml/officeDocument/math" => Space::Math,
        "urn:oasis:names:tc:opendocument:xmlns:office:1.0" => Space::Office,
        "urn:oasis:names:tc:opendocument:xmlns:text:1.0" => Space::Text,
        "urn:oasis:names:tc:opendocument:xmlns:style:1.0" => Space::Style,
        "urn:oasis:names:tc:opendocument:xmlns:table:1.0" => Space::Table,
        "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" => Space::Draw,
        _ => Space::Other,
    }
}

/// An element's beginning.
pub(super) struct Element<'a> {
    space: Space,
    start: BytesStart<'a>,
}

impl Element<'_> {
    /// Namespace and local name.
    pub fn name(&self) -> (Space, &str) {
        (self.space, self.start.local_name().into_inner())
    }

    /// The value of an attribute by its local name: no element that is read has two that differ in the prefix alone.
    pub fn attribute(&self, local: &str) -> Option<Cow<'_, str>> {
        let is_it = |key: &str| key.rsplit_once(':').map_or(key == local, |(p, name)| name == local && p != "xmlns");
        let mut attributes = self.start.attributes();
        let found = attributes.with_checks(false).filter_map(Result::ok).find(|attribute| is_it(attribute.key.0))?;
        found.normalized_value(XmlVersion::Implicit1_0).ok()
    }

    /// The attribute as a text of its own.
    pub fn text(&self, local: &str) -> Option<String> {
        self.attribute(local).map(Cow::into_owned)
    }

    /// The attribute as a number.
    pub fn number<T: std::str::FromStr>(&self, local: &str) -> Option<T> {
        self.attribute(local)?.trim().parse().ok()
    }

    /// What a switch such as `<w:b/>` or `<w:b w:val="0"/>` says.
    pub fn is_on(&self) -> bool {
        self.attribute("val").is_none_or(|value| !matches!(&*value, "0" | "false" | "off" | "none"))
    }
}

/// One event; an empty element opens and closes.
pub(super) enum Event<'a> {
    Open(Element<'a>),
    Close,
    Text(Cow<'a, str>),
}

/// A reader of one part.
pub(super) struct Xml<'a> {
    reader: NsReader<&'a [u8]>,
    depth: usize,
}

impl<'a> Xml<'a> {
    pub fn new(text: &'a str) -> Xml<'a> {
        let mut reader = NsReader::from_str(text);
        reader.config_mut().expand_empty_elements = true;
        Xml { reader, depth: 0 }
    }

    /// The next event; `None` at the end.
    pub fn next(&mut self) -> Result<Option<Event<'a>>, NoteError> {
        loop {
            let (resolved, raw) = self.reader.read_resolved_event().map_err(|_| NoteError::Damaged)?;
            let event = match raw {
                Raw::Start(start) | Raw::Empty(start) => {
                    let space = match resolved {
                        ResolveResult::Bound(Namespace(uri)) => space(uri),
                        _ => Space::Other,
                    };
                    self.depth += 1;
                    if self.depth > DEEPEST {
                        return Err(NoteError::Damaged);
                    }
                    Event::Open(Element { space, start })
                }
                Raw::End(_) => {
                    self.depth = self.depth.saturating_sub(1);
                    Event::Close
                }
                Raw::Text(text) => Event::Text(text.into_inner()),
                Raw::CData(text) => Event::Text(text.into_inner()),
                Raw::GeneralRef(reference) => {
                    let char = reference.resolve_char_ref().map_err(|_| NoteError::Damaged)?;
                    let text = char
                        .map(|c| Cow::Owned(c.to_string()))
                        .or_else(|| resolve_predefined_entity(&reference.into_inner()).map(Cow::Borrowed));
                    Event::Text(text.ok_or(NoteError::Damaged)?)
                }
                Raw::DocType(_) => return Err(NoteError::Doctype),
                Raw::Comment(_) | Raw::Decl(_) | Raw::PI(_) => continue,
                Raw::Eof if self.depth > 0 => return Err(NoteError::Damaged),
                Raw::Eof => return Ok(None),
            };
            return Ok(Some(event));
        }
    }

    /// Passes over the rest of the element that was opened last.
    pub fn skip(&mut self) -> Result<(), NoteError> {
        let outside = self.depth.saturating_sub(1);
        while self.depth > outside {
            if self.next()?.is_none() {
                break;
            }
        }
        Ok(())
    }

    /// The text inside the element that was opened last, but for elements that a function passes over.
    ///
    /// An element called `p` is set off by a blank.
    pub fn words(&mut self, passes_over: fn((Space, &str)) -> bool) -> Result<String, NoteError> {
        let outside = self.depth.saturating_sub(1);
        let mut words = String::new();
        while self.depth > outside {
            match self.next()? {
                Some(Event::Open(element)) if passes_over(element.name()) => self.skip()?,
                Some(Event::Open(element)) if element.name().1 == "p" => words.push(' '),
                Some(Event::Text(text)) => words.push_str(&text),
                Some(_) => {}
                None => break,
            }
        }
        Ok(words.split_whitespace().collect::<Vec<_>>().join(" "))
    }

    /// Gives each element inside the one that was opened last to a function, and ends behind it.
    ///
    /// The function says whether what is inside an element is to be seen too.
    pub fn inside(&mut self, mut see: impl FnMut(&Element<'_>) -> bool) -> Result<(), NoteError> {
        let outside = self.depth.saturating_sub(1);
        while self.depth > outside {
            match self.next()? {
                Some(Event::Open(element)) if !see(&element) => self.skip()?,
                Some(_) => {}
                None => break,
            }
        }
        Ok(())
    }
}
