//! A page as a tree: the parser's elements and texts in one list, with links that are numbers.
//!
//! Nothing here calls itself, so that a page nested a million times costs time and no stack.

use std::borrow::Cow;
use std::cell::{Ref, RefCell};

use html5ever::interface::{ElementFlags, NodeOrText, QuirksMode, TreeSink};
use html5ever::tendril::{StrTendril, TendrilSink};
use html5ever::{Attribute, ParseOpts, QualName, local_name, ns, parse_document};

use super::source::MOST_ATTRIBUTES;
use crate::concept_note::error::NoteError;

/// Most elements and texts of a page; a long note has some thousands.
const MOST_NODES: usize = 200_000;

/// Deepest nesting: an end tag may be looked for in all elements around it. Pages of applications stay below fifty.
const DEEPEST: usize = 128;

/// How much is parsed between two looks at the limits, in bytes.
///
/// What one piece can do before it is looked at is quadratic in its length.
const PIECE: usize = 4096;

/// The document's own place in the list.
pub(super) const ROOT: usize = 0;

/// A page's elements and texts.
pub(super) struct Tree {
    nodes: Vec<Node>,
}

/// An element or a text, and what stands around it.
pub(super) struct Node {
    pub kind: Kind,
    parent: Option<usize>,
    previous: Option<usize>,
    pub next: Option<usize>,
    pub first: Option<usize>,
    last: Option<usize>,
}

/// What a node is.
pub(super) enum Kind {
    /// The document, a comment, or what else has no words.
    Other,
    Element(Element),
    Text(StrTendril),
}

/// An element's name and attributes.
pub(super) struct Element {
    name: QualName,
    attributes: Vec<Attribute>,
}

impl Element {
    /// Its name in small letters.
    pub fn name(&self) -> &str {
        &self.name.local
    }

    /// The value of an attribute.
    pub fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|attribute| &*attribute.name.local == name).map(|attribute| &*attribute.value)
    }
}

impl Tree {
    /// Parses a page.
    pub fn parse(html: &str) -> Result<Tree, NoteError> {
        let sink = Sink::default();
        let mut parser = parse_document(sink, ParseOpts::default());
        let mut rest = html;
        while !rest.is_empty() {
            let mut end = rest.len().min(PIECE);
            while !rest.is_char_boundary(end) {
                end -= 1;
            }
            let (piece, after) = rest.split_at(end);
            parser.process(StrTendril::from_slice(piece));
            rest = after;
            parser.tokenizer.sink.sink.check()?;
        }
        Ok(parser.finish())
    }

    pub fn node(&self, at: usize) -> &Node {
        &self.nodes[at]
    }

    /// The elements in the order of the text.
    pub fn elements(&self) -> impl Iterator<Item = (usize, &Element)> {
        self.inside(ROOT).filter_map(|at| match &self.nodes[at].kind {
            Kind::Element(element) => Some((at, element)),
            _ => None,
        })
    }

    /// A node and all it holds, in the order of the text.
    pub fn inside(&self, root: usize) -> impl Iterator<Item = usize> {
        std::iter::successors(Some(root), move |at| self.nodes[*at].first.or_else(|| self.after(*at, root)))
    }

    /// The nodes that a node holds itself.
    pub fn children(&self, at: usize) -> impl Iterator<Item = usize> {
        std::iter::successors(self.nodes[at].first, |child| self.nodes[*child].next)
    }

    /// The nodes after a node that the same node holds.
    pub fn following(&self, at: usize) -> impl Iterator<Item = usize> {
        std::iter::successors(self.nodes[at].next, |next| self.nodes[*next].next)
    }

    pub fn parent(&self, at: usize) -> Option<usize> {
        self.nodes[at].parent
    }

    /// The words of a node as they are typed.
    pub fn words(&self, at: usize) -> String {
        let mut words = String::new();
        for at in self.inside(at) {
            match &self.nodes[at].kind {
                Kind::Text(text) => words.push_str(text),
                Kind::Element(element) if element.name() == "br" => words.push('\n'),
                _ => {}
            }
        }
        words
    }

    /// What comes after a node and all it holds, still inside another.
    fn after(&self, mut at: usize, root: usize) -> Option<usize> {
        while at != root {
            if let Some(next) = self.nodes[at].next {
                return Some(next);
            }
            at = self.nodes[at].parent?;
        }
        None
    }
}

/// Builds the list while the parser reads.
struct Sink {
    nodes: RefCell<Vec<Node>>,
    /// Where the check of depths goes on.
    checked: RefCell<(usize, Vec<usize>)>,
}

impl Default for Sink {
    fn default() -> Self {
        let root = Node { kind: Kind::Other, parent: None, previous: None, next: None, first: None, last: None };
        Sink { nodes: RefCell::new(vec![root]), checked: RefCell::default() }
    }
}

impl Sink {
    fn add(&self, kind: Kind) -> usize {
        let mut nodes = self.nodes.borrow_mut();
        nodes.push(Node { kind, parent: None, previous: None, next: None, first: None, last: None });
        nodes.len() - 1
    }

    /// Whether the page is within the limits so far.
    fn check(&self) -> Result<(), NoteError> {
        let nodes = self.nodes.borrow();
        if nodes.len() > MOST_NODES {
            return Err(NoteError::TooComplex);
        }
        // a parent mostly comes first in the list, so its depth is known
        let mut checked = self.checked.borrow_mut();
        let (from, depths) = &mut *checked;
        depths.resize(nodes.len(), 0);
        for at in *from..nodes.len() {
            depths[at] = nodes[at].parent.map_or(0, |parent| depths[parent] + 1);
            if depths[at] > DEEPEST {
                return Err(NoteError::TooComplex);
            }
        }
        *from = nodes.len();
        Ok(())
    }

    fn detach(nodes: &mut [Node], at: usize) {
        let (parent, previous, next) = (nodes[at].parent.take(), nodes[at].previous.take(), nodes[at].next.take());
        match (next, parent) {
            (Some(next), _) => nodes[next].previous = previous,
            (None, Some(parent)) => nodes[parent].last = previous,
            (None, None) => {}
        }
        match (previous, parent) {
            (Some(previous), _) => nodes[previous].next = next,
            (None, Some(parent)) => nodes[parent].first = next,
            (None, None) => {}
        }
    }

    /// Puts a node among a parent's children, before one of them or at the end.
    fn insert(nodes: &mut [Node], at: usize, parent: usize, before: Option<usize>) {
        Sink::detach(nodes, at);
        let previous = before.map_or(nodes[parent].last, |before| nodes[before].previous);
        nodes[at].parent = Some(parent);
        nodes[at].previous = previous;
        nodes[at].next = before;
        match previous {
            Some(previous) => nodes[previous].next = Some(at),
            None => nodes[parent].first = Some(at),
        }
        match before {
            Some(before) => nodes[before].previous = Some(at),
            None => nodes[parent].last = Some(at),
        }
    }

    fn place(&self, parent: usize, before: Option<usize>, child: NodeOrText<usize>) {
        let at = match child {
            NodeOrText::AppendNode(node) => node,
            NodeOrText::AppendText(text) => {
                let mut nodes = self.nodes.borrow_mut();
                let above = before.map_or(nodes[parent].last, |before| nodes[before].previous);
                if let Some(Kind::Text(written)) = above.map(|above| &mut nodes[above].kind) {
                    written.push_tendril(&text);
                    return;
                }
                drop(nodes);
                self.add(Kind::Text(text))
            }
        };
        Sink::insert(&mut self.nodes.borrow_mut(), at, parent, before);
    }
}

impl TreeSink for Sink {
    type Handle = usize;
    type Output = Tree;
    type ElemName<'a> = Ref<'a, QualName>;

    fn finish(self) -> Tree {
        Tree { nodes: self.nodes.into_inner() }
    }

    fn parse_error(&self, _: Cow<'static, str>) {}

    fn get_document(&self) -> usize {
        ROOT
    }

    fn elem_name<'a>(&'a self, target: &'a usize) -> Ref<'a, QualName> {
        const NONE: &QualName = &QualName { prefix: None, ns: ns!(), local: local_name!("") };
        Ref::map(self.nodes.borrow(), |nodes| match &nodes[*target].kind {
            Kind::Element(element) => &element.name,
            _ => NONE,
        })
    }

    fn create_element(&self, name: QualName, attributes: Vec<Attribute>, _: ElementFlags) -> usize {
        self.add(Kind::Element(Element { name, attributes }))
    }

    fn create_comment(&self, _: StrTendril) -> usize {
        self.add(Kind::Other)
    }

    fn create_pi(&self, _: StrTendril, _: StrTendril) -> usize {
        self.add(Kind::Other)
    }

    fn append(&self, parent: &usize, child: NodeOrText<usize>) {
        self.place(*parent, None, child);
    }

    fn append_before_sibling(&self, sibling: &usize, child: NodeOrText<usize>) {
        let parent = self.nodes.borrow()[*sibling].parent;
        if let Some(parent) = parent {
            self.place(parent, Some(*sibling), child);
        }
    }

    fn append_based_on_parent_node(&self, element: &usize, previous: &usize, child: NodeOrText<usize>) {
        if self.nodes.borrow()[*element].parent.is_some() {
            self.append_before_sibling(element, child);
        } else {
            self.append(previous, child);
        }
    }

    fn append_doctype_to_document(&self, _: StrTendril, _: StrTendril, _: StrTendril) {}

    /// A template's content is shown nowhere: it gets a place outside the document.
    fn get_template_contents(&self, _: &usize) -> usize {
        self.add(Kind::Other)
    }

    fn same_node(&self, x: &usize, y: &usize) -> bool {
        x == y
    }

    fn set_quirks_mode(&self, _: QuirksMode) {}

    fn add_attrs_if_missing(&self, target: &usize, attributes: Vec<Attribute>) {
        if let Kind::Element(element) = &mut self.nodes.borrow_mut()[*target].kind {
            // a page says `<body>` once
            for attribute in attributes.into_iter().take(MOST_ATTRIBUTES.saturating_sub(element.attributes.len())) {
                if element.attributes.iter().all(|own| own.name != attribute.name) {
                    element.attributes.push(attribute);
                }
            }
        }
    }

    fn remove_from_parent(&self, target: &usize) {
        Sink::detach(&mut self.nodes.borrow_mut(), *target);
    }

    fn reparent_children(&self, node: &usize, parent: &usize) {
        let nodes = &mut *self.nodes.borrow_mut();
        while let Some(child) = nodes[*node].first {
            Sink::insert(nodes, child, *parent, None);
        }
    }
}
