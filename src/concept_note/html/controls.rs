//! What a page offers its reader to do with it: to share it, to print it, to comment on it.

use super::tree::{Element, Kind, Tree};

/// Addresses at which pages are shared.
const SHARING: &[&str] =
    &["/sharer", "/share?", "/share/", "/shareArticle", "/intent/tweet", "api.whatsapp.com", "wa.me/"];

/// Names by which programs for sites call the place for a reader's comments.
const COMMENTS: &[&str] = &["comments", "respond", "disqus_thread"];

/// Most elements and texts that such a block holds.
const MOST: usize = 60;

impl Tree {
    /// Whether a block holds nothing but what acts on the page, leads to lists of other pages, or asks for a comment.
    pub fn holds_controls(&self, at: usize, element: &Element) -> bool {
        element.attribute("id").is_some_and(|id| COMMENTS.contains(&id))
            || self.inside(at).nth(MOST).is_none()
                && (self.acts(at) || element.name() == "footer" && self.files_away(at))
    }

    /// Whether all its links act on the page, and most of its letters stand in them.
    fn acts(&self, at: usize) -> bool {
        let mut links = self.links(at).peekable();
        links.peek().is_some() && {
            let (mut count, mut sure, mut inside) = (0, false, 0);
            for (at, href) in links {
                match action(href) {
                    Some(certain) => sure |= certain,
                    None => return false,
                }
                count += 1;
                inside += letters(&self.words(at));
            }
            sure && count >= 2 && inside * 2 > letters(&self.words(at))
        }
    }

    /// Whether the foot of an article names its author or its subjects by links, and says nothing in sentences.
    fn files_away(&self, at: usize) -> bool {
        self.links(at).next().is_some() && !self.words(at).contains(['.', '?', '!', '。', '؟', '？'])
    }

    /// The links in an element with their addresses.
    fn links(&self, at: usize) -> impl Iterator<Item = (usize, &str)> {
        self.inside(at).filter_map(|at| match &self.node(at).kind {
            Kind::Element(element) if element.name() == "a" => Some((at, element.attribute("href")?.trim())),
            _ => None,
        })
    }
}

/// Whether an address acts on the page instead of leading to another, and whether that is sure: `#` may lead nowhere.
fn action(href: &str) -> Option<bool> {
    let sure = href.starts_with("javascript:")
        || href.starts_with("mailto:?")
        || href.starts_with("whatsapp:")
        || href.starts_with("http") && SHARING.iter().any(|address| href.contains(address));
    (sure || href == "#" || href.is_empty()).then_some(sure)
}

fn letters(words: &str) -> usize {
    words.chars().filter(|c| c.is_alphanumeric()).count()
}
