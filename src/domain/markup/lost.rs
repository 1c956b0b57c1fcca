//! Text that `CommonMark` reads but shows nowhere: definitions of links (`[1]: S/RES/2151`), where a delegation meant
//! a note, and definitions that nothing refers to. An answer must not lose them.

use std::collections::HashSet;
use std::ops::Range;
use std::sync::LazyLock;

use pulldown_cmark::{Event, Tag};
use regex::Regex;

/// A line of the source that no event shows.
pub(super) struct LostLine<'a> {
    /// Where the line begins in the source.
    pub(super) offset: usize,
    /// The line without what `CommonMark` takes as marks of quotations, lists and footnotes.
    pub(super) text: &'a str,
}

/// Marks at the beginning of a line that make it part of a block.
static MARKS: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(r"^(?:[ \t]*(?:>|[-+*](?:[ \t]|$)|\d{1,9}[.)](?:[ \t]|$)|\[\^[^\]\n]+\]:))*[ \t]*").ok()
});

/// The lines of `source` that hold letters or digits and stand in nothing that `events` show. `used` are the ranges
/// of definitions whose target a shown link carries.
pub(super) fn lines<'a>(
    source: &'a str,
    events: &[(Event, Range<usize>)],
    used: &HashSet<usize>,
    definitions: &[Range<usize>],
) -> Vec<LostLine<'a>> {
    let mut shown: Vec<Range<usize>> =
        events.iter().filter(|(event, _)| shows_its_range(event)).map(|(_, range)| range.clone()).collect();
    shown.extend(definitions.iter().filter(|range| used.contains(&range.start)).cloned());
    shown.sort_by_key(|range| range.start);
    let mut ranges = shown.into_iter().peekable();
    let mut reach = 0;
    let mut lost = Vec::new();
    let mut offset = 0;
    for line in source.split_inclusive('\n') {
        let end = offset + line.len();
        let mut covered = reach > offset;
        while let Some(range) = ranges.next_if(|range| range.start < end) {
            covered |= range.end > offset;
            reach = reach.max(range.end);
        }
        let text = without_marks(line);
        if !covered && text.contains(char::is_alphanumeric) {
            lost.push(LostLine { offset, text });
        }
        offset = end;
    }
    lost
}

/// Whether what stands in the event's range comes out: containers only hold what does.
fn shows_its_range(event: &Event) -> bool {
    !matches!(
        event,
        Event::End(_) | Event::Start(Tag::List(_) | Tag::Item | Tag::BlockQuote(_) | Tag::FootnoteDefinition(_))
    )
}

fn without_marks(line: &str) -> &str {
    let line = line.trim_end();
    let marks = MARKS.as_ref().and_then(|marks| marks.find(line));
    &line[marks.map_or(0, |marks| marks.end())..]
}
