//! What a page shows of its site and of other pages: frames that programs for sites name, and lists of pages whose headings
//! are links.

use std::collections::{HashMap, HashSet};

use super::tree::{Element, Kind, Tree};
use crate::concept_note::language::{fold, has_phrase};
use crate::concept_note::markers;

/// Names, by class or by id, that programs for sites give to what stands around a text or beneath it: `WordPress`, Drupal,
/// `SharePoint`, Confluence, Google Docs, and the frameworks they are set with.
const FRAMES: &[&str] = &[
    "breadcrumb",
    "breadcrumbs",
    "breadcrumb-section",
    "fil-ariane",
    "skip-link",
    "language-switcher",
    "site-header",
    "site-footer",
    "footer",
    "footer-area",
    "foot",
    "pied",
    "pagination",
    "sidebar",
    "widget-area",
    "sharedaddy",
    "social-share",
    "share-buttons",
    "jp-relatedposts",
    "related-posts",
    "related-news",
    "relatedPages",
    "entry-meta",
    "entry-footer",
    "post-meta",
    "node__meta",
    "node__links",
    "node-teaser",
    "node--view-mode-teaser",
    "region-header",
    "region-breadcrumb",
    "region-footer",
    "region-sidebar-first",
    "region-sidebar-second",
    "page-metadata",
    "publish-banners",
    "pageSection",
    "CommentsWrapper",
    "comments-area",
    "authorByline",
];

/// Attributes that hold such names.
const NAMES: &[&str] = &["class", "id", "data-automation-id"];

/// Headings over links to other pages, in the six languages.
const HEADINGS: &[&str] = &[
    "related",
    "latest news",
    "recent posts",
    "read also",
    "also like",
    "more news",
    "en savoir plus",
    "lire aussi",
    "articles lies",
    "articles liés",
    "actualités",
    "sur le même sujet",
    "relacionado",
    "relacionados",
    "relacionadas",
    "entradas recientes",
    "le puede interesar",
    "ultimas noticias",
    "últimas noticias",
    "читайте также",
    "по теме",
    "похожие",
    "последние новости",
    "相关链接",
    "相关新闻",
    "相关文章",
    "延伸阅读",
    "ذات صلة",
    "اقرا ايضا",
    "مواضيع ذات صله",
];

/// Most elements and texts that such a frame holds; a larger one may be the page.
const MOST: usize = 3000;

const HEADS: &[&str] = &["h1", "h2", "h3", "h4", "h5", "h6"];

/// What of a page shows other pages.
#[derive(Default)]
pub(super) struct Others(HashSet<usize>);

/// The headings an element holds: those that lead to other pages, and its own; of each kind the first, and how many.
#[derive(Clone, Copy, Default)]
struct Held {
    leading: (usize, usize),
    own: (usize, usize),
}

impl Others {
    /// Looks for them behind the page's own title.
    pub fn of(tree: &Tree) -> Others {
        let heads: Vec<(usize, bool)> = tree
            .elements()
            .filter(|(_, element)| HEADS.contains(&element.name()))
            .map(|(at, _)| (at, tree.leads_away(at)))
            .collect();
        let is_title = |(at, leads): &(usize, bool)| !leads && tree.is_named(*at, "h1");
        let title = heads.iter().position(is_title).unwrap_or(heads.len());
        let mut held: HashMap<usize, Held> = HashMap::new();
        for (at, leads) in heads.into_iter().skip(title) {
            for holder in tree.ancestors(at) {
                let held = held.entry(holder).or_default();
                let (first, count) = if leads { &mut held.leading } else { &mut held.own };
                *first = if *count == 0 { at } else { *first };
                *count += 1;
            }
        }
        let shows = |(at, held): &(usize, Held)| tree.is_small(*at) && tree.shows_others(*at, *held);
        Others(held.into_iter().filter(shows).map(|(at, _)| at).collect())
    }

    /// Whether an element shows other pages.
    pub fn hold(&self, at: usize) -> bool {
        self.0.contains(&at)
    }
}

impl Tree {
    /// Whether an element is a frame by its name, with no questions in it.
    pub fn is_frame(&self, at: usize, element: &Element) -> bool {
        let mut names = NAMES.iter().filter_map(|name| element.attribute(name)).flat_map(str::split_whitespace);
        let framed = names.any(|name| FRAMES.contains(&name) || name.to_ascii_lowercase().contains("cookie"));
        let heads = |at: &usize| HEADS.iter().chain(&["p", "strong", "b"]).any(|name| self.is_named(*at, name));
        let questions = || self.inside(at).filter(heads).any(|at| markers::is_question_heading(self.words(at).trim()));
        framed && self.is_small(at) && !questions()
    }

    /// Whether all that an element says stands under headings of other pages, or in links under a heading for such.
    fn shows_others(&self, at: usize, held: Held) -> bool {
        if !matches!(&self.node(at).kind, Kind::Element(e) if ["section", "div", "article", "ul", "ol", "li"].contains(&e.name()))
        {
            return false;
        }
        match (held.own, held.leading) {
            ((_, 0), (_, 1..)) => true,
            ((head, 1), (first, 2..)) => self.is_right_above(at, head, first),
            ((head, 1), (_, 0)) => {
                let name = fold(self.words(head).trim());
                let (links, all) = (self.linked(at), letters(&self.words(at)));
                HEADINGS.iter().any(|heading| has_phrase(&name, &fold(heading)))
                    && links > 0
                    && links * 2 > all - letters(&name).min(all)
            }
            _ => false,
        }
    }

    /// Whether an element says nothing before one heading but the other.
    fn is_right_above(&self, at: usize, head: usize, next: usize) -> bool {
        let before = self.inside(at).take_while(|inner| *inner != next);
        let said: usize = before.map(|inner| self.own_letters(inner)).sum();
        said == letters(&self.words(head))
    }

    /// Whether a heading is a link to another page, or stands in one.
    fn leads_away(&self, head: usize) -> bool {
        let inner = self.inside(head).filter(|at| self.leads(*at)).map(|at| letters(&self.words(at))).sum::<usize>();
        self.ancestors(head).take(2).any(|at| self.leads(at)) || inner > 0 && inner == letters(&self.words(head))
    }

    /// Letters in links to other pages.
    fn linked(&self, at: usize) -> usize {
        self.inside(at).filter(|at| self.leads(*at)).map(|at| letters(&self.words(at))).sum()
    }

    fn leads(&self, at: usize) -> bool {
        let href = match &self.node(at).kind {
            Kind::Element(element) if element.name() == "a" => element.attribute("href"),
            _ => None,
        };
        href.is_some_and(|href| !href.contains('#') && !href.trim().is_empty())
    }

    fn own_letters(&self, at: usize) -> usize {
        if let Kind::Text(text) = &self.node(at).kind { letters(text) } else { 0 }
    }

    fn is_small(&self, at: usize) -> bool {
        self.inside(at).nth(MOST).is_none()
    }

    fn is_named(&self, at: usize, name: &str) -> bool {
        matches!(&self.node(at).kind, Kind::Element(element) if element.name() == name)
    }

    fn ancestors(&self, at: usize) -> impl Iterator<Item = usize> {
        std::iter::successors(self.parent(at), |at| self.parent(*at))
    }
}

fn letters(words: &str) -> usize {
    words.chars().filter(|c| c.is_alphabetic()).count()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    const NOTE: &str = "<h1>Note</h1><h2>Background</h2><p>Lamps fail.</p>";

    /// The lines of a page that holds a note and, behind it, something else.
    fn behind(other: &str) -> Vec<String> {
        let page = format!("<html><body><div>{NOTE}</div>{other}</body></html>");
        let lines = super::super::lines(page.as_bytes(), &mut BTreeSet::new()).unwrap();
        lines.into_iter().skip(3).map(|line| line.text).collect()
    }

    #[test]
    fn lists_of_other_pages_are_no_part_of_a_note() {
        for other in [
            "<div><h2>Latest</h2><div><h3><a href='/1'>A visit</a></h3><p>Who came?</p></div><h3><a href='/2'>B</a></h3></div>",
            "<article><h2><a href='https://x.example/3'>A visit</a></h2><p>They came.</p></article>",
            "<div><a href='/1'><h4>A visit</h4></a><p>They came.</p></div>",
            "<div><h3>You may also like</h3><p><a href='/1'>Who pays?</a> 3 May</p></div>",
            "<div><h3>À lire aussi</h3><ul><li><a href='/1'>Qui paie ?</a></ul></div>",
            "<div class='xglj'><h2>相关链接</h2><ul><li><a href='/1'>竹桥为何会断？</a> 2026-04-30</ul></div>",
            "<div class='x sharedaddy'><h3>Share</h3><ul><li><a href='/1?share=x'>Click to share</a></ul></div>",
            "<div id='cookieBanner'><p>We use cookies.</p></div><div class=breadcrumb>You are here</div>",
            "<div data-automation-id=relatedPages><h2>More</h2><p>Menu</p></div>",
        ] {
            assert!(behind(other).is_empty(), "{other}");
        }
    }

    #[test]
    fn what_may_be_the_note_s_own_stays() {
        for (other, count) in [
            ("<div><h2>Documents</h2><ul><li><a href='/1'>S/2024/1</a><li><a href='/2'>S/2024/2</a></ul></div>", 3),
            ("<div><h2><a href='#s'>Format</a></h2><p>The debate is open.</p></div>", 2),
            (
                "<div><h2>Format</h2><p>It is open.</p><h3><a href='/1'>Report</a></h3><h3><a href='/2'>Map</a></h3></div>",
                4,
            ),
            (
                "<div><h2>Related matters</h2><p>See the report of the Group on <a href='/1'>lamps</a> and oil.</p></div>",
                2,
            ),
            ("<div class=footer><h2>Guiding questions</h2><p>Who pays?</p></div>", 2),
        ] {
            assert_eq!(behind(other).len(), count, "{other}");
        }
        let linked =
            "<html><body><article><h2><a href='/note'>Note on lamps</a></h2><p>Lamps fail.</p></article></body></html>";
        assert_eq!(super::super::lines(linked.as_bytes(), &mut BTreeSet::new()).unwrap().len(), 2, "no other title");
    }
}
