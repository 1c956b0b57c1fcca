//! What mail puts around a note: the names of sender and receiver, a greeting, a line of forwarding, a signature.

mod answer;

use std::ops::Range;

use super::blocks::Block;
use super::language::{ALL, fold};
use super::markers;
pub(super) use super::markers::is_greeting;
use super::sentence::{ends_sentence, ends_with_colon};
pub(super) use answer::{answer, keep};

/// Most blocks before a note that was forwarded.
const COVER: usize = 12;

/// Most sentences between a greeting and the note under it.
const OPENING: usize = 3;

/// Most lines of a signature.
const SIGNATURE: usize = 8;

/// Longest line that says who wrote what follows, in characters.
const ATTRIBUTION: usize = 200;

/// Fewest digits of a day and an hour.
const DIGITS: usize = 6;

/// The blocks that may be the note: what another wrote, if a mail quotes it whole, without the signature behind it.
pub(super) fn inside(blocks: &[Block]) -> Range<usize> {
    let all = 0..signature(blocks, 0..blocks.len());
    let quoted = |range: &Range<usize>| blocks[range.clone()].iter().filter(|block| block.quoted > 0).count();
    let first = blocks.iter().position(|block| block.quoted > 0).unwrap_or(all.end);
    let last = blocks.iter().rposition(|block| block.quoted > 0).map_or(all.start, |last| last + 1);
    let forwarded = first..last.max(first);
    // an answer between quoted lines is no forwarding
    let whole = quoted(&forwarded) == forwarded.len() && forwarded.len() * 2 > all.len() && first <= COVER;
    if first == 0 || forwarded.is_empty() || !whole {
        return all;
    }
    forwarded.start..signature(blocks, forwarded)
}

/// Where the signature begins that mail programs set off with two hyphens (RFC 3676, section 4.3); else the end.
fn signature(blocks: &[Block], range: Range<usize>) -> usize {
    let from = range.end.saturating_sub(SIGNATURE + 1).max(range.start);
    let mark = |at: &usize| blocks[*at].text.trim() == "--" && blocks[*at].label.is_none();
    (from..range.end).rev().find(mark).filter(|at| *at > range.start).unwrap_or(range.end)
}

/// Where the lines end that name sender, receiver and subject, at the top or above what was forwarded.
pub(super) fn heads_end(blocks: &[Block], from: usize) -> usize {
    let reach = &blocks[from..blocks.len().min(from + COVER * 2)];
    let (mut end, mut at) = (from, 0);
    while at < reach.len() {
        let run = reach[at..].iter().take_while(|block| markers::is_mail_head(&block.text)).count();
        // one such line alone may be the note's own, and so may its date and theme
        if run > 1 && reach[at..at + run].iter().any(|block| !markers::is_fact(&block.text)) {
            end = from + at + run;
        }
        if run == 0 && is_attribution(&reach[at].text) {
            end = from + at + 1;
        }
        at += run.max(1);
    }
    end
}

/// Whether a line says who wrote what follows, and when, as mail programs put it: "On 4 May 2021 at 10:12, A wrote:".
fn is_attribution(text: &str) -> bool {
    if !ends_with_colon(text) || text.chars().nth(ATTRIBUTION).is_some() {
        return false;
    }
    let folded = fold(text.trim().trim_end_matches([':', '：', ' ', '\u{a0}']));
    let dated = folded.bytes().filter(u8::is_ascii_digit).count() >= DIGITS;
    dated && (folded.contains('@') || ALL.iter().flat_map(|l| l.wrote).any(|word| folded.ends_with(word)))
}

/// Where a text goes on after its greeting, and after the sentences that only hand the note over if a line like a title
/// follows them.
pub(super) fn greeting_end(blocks: &[Block], at: usize, is_title: impl Fn(&Block) -> bool) -> usize {
    if !blocks.get(at).is_some_and(|block| block.label.is_none() && is_greeting(&block.text)) {
        return at;
    }
    let says = |block: &&Block| block.label.is_none() && block.level == 0 && ends_sentence(&block.text);
    let opening = blocks[at + 1..].iter().take(OPENING).take_while(says).count();
    let title = at + 1 + opening;
    if blocks.get(title).is_some_and(is_title) { title } else { at + 1 }
}

/// Whether a line ends a letter or a mail before its writer's name.
pub(super) fn is_closing(text: &str) -> bool {
    let folded = fold(text.trim());
    ALL.iter().flat_map(|l| l.closings).any(|words| folded.starts_with(words))
}

#[cfg(test)]
mod tests {
    use super::super::{blocks::blocks, lines::lines, outline::outline};

    /// The title and the texts that are read of a mail.
    fn read(text: &str) -> (Option<String>, Vec<String>) {
        let blocks = blocks(&lines(text));
        let outline = outline(&blocks);
        (outline.title, blocks[outline.body].iter().map(|block| block.text.clone()).collect())
    }

    const NOTE: &str = "School meals in the islands: what a meal costs\n\nBackground\n\nA meal is cooked on one island and \
        eaten on another.\n\nQuestions\n\n1. Who pays for it?\n\n2. Who cooks?\n";

    fn is_note(text: &str) {
        let (title, body) = read(text);
        assert_eq!(title.as_deref(), Some("School meals in the islands: what a meal costs"), "{text}");
        assert_eq!(
            body,
            [
                "Background",
                "A meal is cooked on one island and eaten on another.",
                "Questions",
                "Who pays for it?",
                "Who cooks?",
            ],
            "{text}"
        );
    }

    #[test]
    fn a_forwarded_note_is_what_was_quoted() {
        let quoted = format!("> {}", NOTE.trim_end().replace('\n', "\n> "));
        is_note(&format!(
            "From: A\nTo: B\nSubject: C\n\nDear colleagues,\n\nIt did not reach some of you.\n\n{quoted}"
        ));
        is_note(&format!("Please see below.\n\n{quoted}\n-- \nSecretariat\nPhone: 555 0100\n"));
        is_note(&format!(
            "See below.\n\n-----Original Message-----\nFrom: A\nSent: 1 May 2026\nTo: B\n\nDear colleagues,\n\n{NOTE}"
        ));
    }

    #[test]
    fn who_wrote_what_was_forwarded_is_no_part_of_the_note() {
        for line in [
            "On Tue, 4 May 2021 at 10:12, A <a@mission.example> wrote:",
            "Le mar. 4 mai 2021 à 10:12, A a écrit\u{a0}:",
            "El mar, 4 may 2021 a las 10:12, A escribió:",
            "вт, 4 мая 2021 г. в 10:12, A <a@mission.example>:",
            "A 于2021年5月4日周二 10:12写道：",
            "في الثلاثاء، ٤ مايو ٢٠٢١ في ١٠:١٢ ص، كتب:",
        ] {
            is_note(&format!("{line}\n\n{NOTE}"));
            is_note(&format!("{line}\n\n> {}", NOTE.trim_end().replace('\n', "\n> ")));
        }
        let (title, body) = read("The note that the group wrote on 4 May 2021 at 10:12:\n\nWho reads it?\n");
        assert_eq!((title, body.len()), (None, 2));
    }

    #[test]
    fn greeting_and_signature_are_no_part_of_a_note() {
        is_note(&format!("Dear colleagues,\n\n{NOTE}"));
        is_note(&format!("Estimados colegas:\n\nRemitimos la nota.\n\n{NOTE}\n--\nSecretariat\nRoom 12\n"));
        for closing in [
            "Best regards,",
            "Cordialement,",
            "Saludos cordiales,",
            "С уважением,",
            "此致",
            "وتفضلوا بقبول فائق الاحترام،",
            "مع التحية،",
        ] {
            let (title, _) = read(&format!(
                "Dear colleagues,\n\nPlease find it below.\n\n{closing}\nA. Writer\nDesk\n\nConcept note\n\n{NOTE}"
            ));
            assert!(title.is_some_and(|title| title.starts_with("Concept note")), "{closing}");
        }
        let (title, body) = read("Mesdames, Messieurs,\n\nLa note sera discutée le 3 mai.\n\nQui la lira ?\n");
        assert_eq!((title, body.len()), (None, 2));
    }

    #[test]
    fn what_only_looks_like_mail_stays() {
        let quotes = format!("{NOTE}\n> A line that was quoted.\n\nThe end of the note is here.\n");
        assert_eq!(read(&quotes).1.len(), 7);
        let dashes = format!("{NOTE}\n--\n{}", "A line of the note that goes on.\n\n".repeat(12));
        assert!(read(&dashes).1.len() > 12);
    }
}
