//! Emphasis, links, and what is shown as it was typed.

use std::ops::Range;

use pulldown_cmark::{CowStr, Event, LinkType};

use super::super::html::{escape, is_allowed};
use super::{Kind, Writer};

impl Writer<'_> {
    pub(super) fn inline(&mut self, open: &str, close: &'static str) {
        if self.is_too_deep(Kind::Inline) {
            self.push("", Kind::Inline);
        } else {
            self.out.push_str(open);
            self.push(close, Kind::Inline);
        }
    }

    pub(super) fn link(
        &mut self,
        link_type: LinkType,
        target: &CowStr,
        title: &CowStr,
        events: &[(Event, Range<usize>)],
        index: usize,
    ) {
        let range = events[index].1.clone();
        let target = match link_type {
            LinkType::Email => format!("mailto:{target}"),
            _ => target.to_string(),
        };
        let next = events.get(index + 1);
        let is_empty = next.is_none_or(|(event, _)| matches!(event, Event::End(_)));
        if is_empty || self.in_link || !is_allowed(&target) {
            // up to its first text, or, of an empty one, nothing: its end writes all of it
            let until = next.map_or(range.start, |(_, next)| next.start);
            if !is_empty {
                self.literal(range.start..until);
            }
            self.push("", if is_empty { Kind::Inline } else { Kind::Literal });
            if is_empty {
                self.literal(range);
            }
            return;
        }
        let mut open = format!("<a href=\"{}\"", escape(&target));
        if !title.is_empty() {
            open = format!("{open} title=\"{}\"", escape(title));
        }
        self.out.push_str(&open);
        self.out.push('>');
        self.in_link = true;
        self.push("</a>", Kind::Inline);
    }

    /// The source itself, as text.
    pub(super) fn literal(&mut self, range: Range<usize>) {
        let shown = self.source.get(range).map(escape).unwrap_or_default();
        self.out.push_str(&shown.replace('\n', "<br>\n"));
    }
}
