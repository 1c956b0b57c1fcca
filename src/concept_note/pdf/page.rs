//! A page's instructions, followed as far as they show a text.

use std::collections::HashMap;

use hayro_font::FontCache;
use hayro_font::kurbo::Affine;
use hayro_syntax::content::TypedIter;
use hayro_syntax::content::ops::TypedInstruction;
use hayro_syntax::object::{Array, Dict, MaybeRef, Name, Number, Object, ObjectIdentifier, Stream, String as Bytes};
use hayro_syntax::page::{Page, Resources};

use super::bounds;
use super::direction;
use super::dot::Figure;
use super::font::Face;
use super::glyph::Glyph;
use super::marks::{Mark, Marks};
use super::state::State;
use super::unlettered::Unlettered;
use crate::concept_note::error::NoteError;

/// Most glyphs of a document.
const MOST_GLYPHS: usize = 500_000;

/// Most bytes of instructions that are followed: some twenty for each glyph.
const MOST_FOLLOWED: usize = 12 * 1024 * 1024;

/// What looking something up costs, beside the bytes of instructions.
const STEP: usize = 1024;

/// Most bytes that the streams of all fonts unpack to.
const MOST_OF_FONTS: usize = 96 * 1024 * 1024;

/// Most bytes that are looked through for the ends of pictures inside the instructions.
const MOST_SEARCHED: usize = 300_000_000;

/// Most fonts of a document.
const MOST_FONTS: usize = 500;

/// Deepest drawing inside a drawing.
const DEEPEST: usize = 8;

/// Most states that are kept at once.
const MOST_STATES: usize = 256;

/// Reads pages, one after the other.
#[derive(Default)]
pub(super) struct Reader<'a> {
    cache: FontCache<'a>,
    faces: Vec<Option<Face<'a>>>,
    /// Bytes that the fonts so far unpacked to.
    fonts: usize,
    /// Places of the fonts that have a number in the file.
    numbered: HashMap<ObjectIdentifier, usize>,
    glyphs: Vec<Glyph>,
    /// Glyphs of the pages before.
    before: usize,
    /// Bytes of instructions that were followed, and what else was costly.
    followed: usize,
    /// Bytes that were looked through for the ends of pictures.
    searched: usize,
    /// Glyphs without letters.
    pub unknown: Unlettered,
    /// Pictures on the pages.
    pub pictures: usize,
}

impl<'a> Reader<'a> {
    /// The glyphs of a page.
    pub fn page(&mut self, page: &Page<'a>) -> Result<Vec<Glyph>, NoteError> {
        let state = State::new(Affine::new(page.initial_transform(true).as_coeffs()));
        let content = self.content(page)?;
        self.follow(&content, page.resources(), state, 0)?;
        let (width, height) = page.render_dimensions();
        let mut glyphs = std::mem::take(&mut self.glyphs);
        self.before += glyphs.len();
        glyphs.retain(|glyph| (0.0..=width).contains(&glyph.x) && (0.0..=height).contains(&glyph.y));
        Ok(glyphs)
    }

    /// Takes note of what something costs, which all together is bounded.
    fn spend(&mut self, cost: usize) -> Result<(), NoteError> {
        self.followed += cost;
        if self.followed > MOST_FOLLOWED { Err(NoteError::TooComplex) } else { Ok(()) }
    }

    /// The instructions of a page: one stream, or several with a blank between them.
    fn content(&mut self, page: &Page<'a>) -> Result<Vec<u8>, NoteError> {
        let raw = page.raw();
        let listed = raw.get::<Array<'a>>(b"Contents");
        let resolved = |part: MaybeRef<Object<'a>>| match part {
            MaybeRef::Ref(reference) => page.xref().get::<Stream<'a>>(reference.into()),
            MaybeRef::NotRef(_) => None,
        };
        let parts = listed.iter().flat_map(Array::raw_iter).map(resolved).chain([raw.get::<Stream<'a>>(b"Contents")]);
        let mut content = Vec::new();
        for part in parts {
            self.spend(STEP)?;
            if let Some(part) = part {
                content.extend_from_slice(&bounds::unpacked(&part, MOST_FOLLOWED - self.followed - content.len())?);
                content.push(b' ');
            }
        }
        Ok(content)
    }

    /// The library looks for the end of a picture inside the instructions again and again.
    fn search(&mut self, content: &[u8]) -> Result<(), NoteError> {
        let pictures = content.windows(2).filter(|pair| matches!(*pair, b"BI" | b"EI"));
        self.searched = self.searched.saturating_add(pictures.count().saturating_mul(content.len()));
        if self.searched > MOST_SEARCHED { Err(NoteError::TooComplex) } else { Ok(()) }
    }

    fn follow(
        &mut self,
        content: &[u8],
        resources: &Resources<'a>,
        state: State,
        depth: usize,
    ) -> Result<(), NoteError> {
        self.spend(content.len())?;
        self.search(content)?;
        let mut named: HashMap<Vec<u8>, Option<usize>> = HashMap::new();
        let (mut state, mut states) = (state, Vec::new());
        let (mut marks, mut figure) = (Marks::default(), Figure::default());
        let mut instructions = TypedIter::new(content);
        while let Some(instruction) = instructions.next() {
            if state.follow(&instruction) {
                continue;
            }
            match instruction {
                TypedInstruction::SaveState(_) if states.len() < MOST_STATES => states.push(state),
                TypedInstruction::RestoreState(_) => state = states.pop().unwrap_or(state),
                TypedInstruction::TextFont(font) => {
                    let known = named.get::<[u8]>(font.0).copied();
                    let at = if let Some(known) = known {
                        known
                    } else {
                        self.spend(STEP)?;
                        let at = self.face(resources.get_font(font.0));
                        named.insert(font.0.to_vec(), at);
                        at
                    };
                    (state.font, state.size) = (at, font.1.as_f64());
                }
                TypedInstruction::ShowText(text) => self.show(text.0, &mut state, &marks)?,
                TypedInstruction::NextLineAndShowText(text) => {
                    state.next_line(0.0, -state.leading);
                    self.show(text.0, &mut state, &marks)?;
                }
                TypedInstruction::ShowTextWithParameters(text) => {
                    (state.word_space, state.letter_space) = (text.0.as_f64(), text.1.as_f64());
                    state.next_line(0.0, -state.leading);
                    self.show(text.2, &mut state, &marks)?;
                }
                TypedInstruction::ShowTexts(texts) => {
                    for object in texts.0.iter::<Object<'_>>() {
                        match object {
                            Object::String(text) => self.show(&text, &mut state, &marks)?,
                            Object::Number(by) => state.advance(-by.as_f64() / 1000.0 * state.size),
                            _ => {}
                        }
                    }
                }
                TypedInstruction::BeginMarkedContent(_) => marks.begin(Mark::Nothing),
                TypedInstruction::BeginMarkedContentWithProperties(begin) => {
                    marks.begin(Mark::of(begin.0, begin.1, self.glyphs.len()));
                }
                TypedInstruction::EndMarkedContent(_) => {
                    if let Some(Mark::Says(text, from)) = marks.end() {
                        self.spend(self.glyphs.len().saturating_sub(from))?;
                        self.say(text, from);
                    }
                }
                TypedInstruction::InlineImage(_) => self.pictures += 1,
                TypedInstruction::XObject(object) => self.draw(object.0, resources, state, depth)?,
                other => self.glyphs.extend(figure.follow(&other, state.page)),
            }
        }
        Ok(())
    }

    /// The place of a font among the document's.
    fn face(&mut self, dict: Option<Dict<'a>>) -> Option<usize> {
        let dict = dict?;
        let known = dict.obj_id().and_then(|id| self.numbered.get(&id).copied());
        if known.is_some() || self.faces.len() >= MOST_FONTS {
            return known;
        }
        let mut left = MOST_OF_FONTS - self.fonts;
        self.faces.push(Face::new(&dict, &self.cache, &mut left));
        self.fonts = MOST_OF_FONTS - left;
        let place = self.faces.len() - 1;
        if let Some(id) = dict.obj_id() {
            self.numbered.insert(id, place);
        }
        Some(place)
    }

    fn show(&mut self, text: &Bytes<'_>, state: &mut State, marks: &Marks) -> Result<(), NoteError> {
        let Some(face) = state.font.and_then(|font| self.faces.get_mut(font)).and_then(Option::as_mut) else {
            self.unknown.count += text.as_bytes().len();
            return Ok(());
        };
        let (furniture, said, strong) = (marks.furniture > 0, marks.saying > 0, face.strong || state.outlined);
        let (font, bytes) = (state.font, text.as_bytes());
        let mut at = 0;
        while at < bytes.len() {
            let (code, length) = face.code(bytes, at);
            at += length;
            let (origin, across, up) = state.place();
            let (run, rise) = (across - origin, up - origin);
            let level = run.x > 0.0 && run.y.abs() < run.x / 10.0;
            #[expect(clippy::cast_possible_truncation, reason = "points on a page are few")]
            if level && !furniture {
                let letters = code.text.as_deref().unwrap_or_default();
                let unknown = code.text.is_none() && !said;
                let stretches = unknown
                    && self.unknown.stretches(origin, run.x * code.advance / 1000.0, font, &bytes[at - length..at]);
                if !unknown || stretches {
                    let drawn = code.drawn.filter(|_| said || direction::is_mark(letters));
                    let (from, to) = drawn.unwrap_or((0.0, code.advance));
                    self.glyphs.push(Glyph {
                        text: letters.to_owned(),
                        x: (origin.x + from / 1000.0 * run.x) as f32,
                        y: origin.y as f32,
                        width: ((to - from) / 1000.0 * run.x) as f32,
                        size: rise.hypot() as f32,
                        strong,
                    });
                }
            }
            let space = state.letter_space + if code.parts_words { state.word_space } else { 0.0 };
            state.advance(code.advance / 1000.0 * state.size + space);
            if self.before + self.glyphs.len() > MOST_GLYPHS {
                return Err(NoteError::TooLong);
            }
        }
        Ok(())
    }

    /// Lets glyphs of one line say together what the file says they do.
    fn say(&mut self, text: String, from: usize) {
        let glyphs = self.glyphs.get(from..).unwrap_or_default();
        let Some(first) = glyphs.first() else { return };
        if glyphs.iter().all(|glyph| (glyph.y - first.y).abs() < first.size / 2.0) {
            let x = glyphs.iter().map(|glyph| glyph.x).fold(f32::MAX, f32::min);
            let end = glyphs.iter().map(Glyph::end).fold(f32::MIN, f32::max);
            let whole = Glyph { text, x, width: end - x, ..first.clone() };
            self.glyphs.truncate(from);
            self.glyphs.push(whole);
        }
    }

    fn draw(
        &mut self,
        name: &Name<'_>,
        resources: &Resources<'a>,
        mut state: State,
        depth: usize,
    ) -> Result<(), NoteError> {
        self.spend(STEP)?;
        let Some(stream) = resources.get_x_object(name) else {
            return Ok(());
        };
        let dict = stream.dict();
        if dict.get::<Name<'_>>(b"Subtype").is_none_or(|kind| kind.as_str() != "Form") {
            self.pictures += 1;
            return Ok(());
        }
        if depth >= DEEPEST {
            return Ok(());
        }
        if let Some(matrix) = dict.get::<Array<'_>>(b"Matrix") {
            let numbers: Vec<f64> = matrix.iter::<Number>().take(6).map(|number| number.as_f64()).collect();
            if let Ok(matrix) = <[f64; 6]>::try_from(numbers) {
                state.page *= Affine::new(matrix);
            }
        }
        let content = bounds::unpacked(&stream, MOST_FOLLOWED - self.followed)?;
        match dict.get::<Dict<'a>>(b"Resources") {
            Some(own) => self.follow(&content, &Resources::new(own), state, depth + 1),
            None => self.follow(&content, resources, state, depth + 1),
        }
    }
}
