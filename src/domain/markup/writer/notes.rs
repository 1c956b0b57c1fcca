//! Footnotes: marks in the text, and the notes gathered at its end.

use std::ops::Range;

use pulldown_cmark::CowStr;

use super::super::html::escape;
use super::{Kind, Writer};

impl Writer<'_> {
    pub(super) fn footnote_reference(&mut self, label: &CowStr, range: &Range<usize>) {
        let Some((number, before)) = self.footnotes.refer(label) else {
            self.literal(range.clone());
            return;
        };
        let prefix = &self.id_prefix;
        let again = if before == 0 { String::new() } else { format!("-{before}") };
        // a direction of its own keeps the mark out of the paragraph's
        let mark = if self.in_link {
            format!("<sup>{}</sup>", escape(label))
        } else {
            format!(
                "<sup><a href=\"#{prefix}-note-{number}\" id=\"{prefix}-ref-{number}{again}\" role=\"doc-noteref\" dir=\"auto\">{}</a></sup>",
                escape(label)
            )
        };
        self.out.push_str(&mark);
    }

    pub(super) fn footnote(&mut self, label: &CowStr) {
        self.notes_so_far += 1;
        let number = self.notes_so_far;
        let prefix = &self.id_prefix;
        self.note_mark = if self.footnotes.is_referred_to(number) {
            format!(
                "<sup><a href=\"#{prefix}-ref-{number}\" role=\"doc-backlink\" dir=\"auto\">{}</a></sup> ",
                escape(label)
            )
        } else {
            format!("<sup>{}</sup> ", escape(label))
        };
        let open = format!("<div class=\"footnote\" id=\"{prefix}-note-{number}\">\n");
        self.interrupted.push((std::mem::replace(&mut self.out, open), std::mem::take(&mut self.in_lists)));
        self.push("", Kind::Footnote);
    }

    pub(super) fn end_footnote(&mut self) {
        if !self.note_mark.is_empty() {
            // a note that begins with a list, or with nothing
            self.open_paragraph("");
            self.out.push_str("</p>\n");
        }
        self.out.push_str("</div>\n");
        let note = std::mem::take(&mut self.out);
        self.notes.push_str(&note);
        (self.out, self.in_lists) = self.interrupted.pop().unwrap_or_default();
    }
}
