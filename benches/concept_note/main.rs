//! How long concept notes of 6, 30 and 90 pages take to be read, in each format, beside the time it takes to unpack them.
//!
//! `cargo bench --bench concept_note` prints it, and fails where 30 pages take longer than they may, where the time
//! grows faster than the note, or where not all of a note is read.

#![expect(clippy::print_stdout, reason = "the times are what it is for")]

mod documents;

use std::error::Error;
use std::hint::black_box;
use std::process::ExitCode;
use std::time::{Duration, Instant};

use documents::FORMATS;
use rapporteur::concept_note;
use rapporteur::services::seeding;

/// Lengths in pages: the note itself, one that has a limit, and one that tells how the time grows. Its middle twice would be
/// a text that stands in its file twice, which is refused.
const PAGES: [usize; 3] = [6, 30, 90];

/// Longest that 30 pages may take: a PDF places glyphs, the others hold a text.
const LONGEST: Duration = Duration::from_millis(100);
const LONGEST_PDF: Duration = Duration::from_secs(1);

/// How often each is read; the median counts, so that a busy machine is no slow reader.
const TIMES: usize = 15;

/// How many times as long as its share 90 pages may take beside 30: twice would be the square's way.
const STEEPEST: f64 = 1.5;

/// Words that a page of the note has at least.
const WORDS: usize = 250;

fn main() -> Result<ExitCode, Box<dyn Error>> {
    let countries = seeding::countries()?;
    let mut wrong = Vec::new();
    println!("{:6} {:>5} {:>8} {:>11} {:>11}", "format", "pages", "KiB", "unpacked", "read");
    for format in &FORMATS {
        let mut times = Vec::new();
        for pages in PAGES {
            let file = format.of_pages(pages)?;
            let words: usize = concept_note::read(&file, None, &countries)?
                .source
                .iter()
                .map(|block| block.text.split_whitespace().count())
                .sum();
            if words < pages * WORDS {
                wrong.push(format!("{} of {pages} pages: only {words} words were read", format.name));
            }
            let floor = median(|| format.unpack(black_box(&file)).is_ok());
            let read = median(|| concept_note::read(black_box(&file), None, &countries).is_ok());
            println!("{:6} {pages:5} {:8} {floor:>11.1?} {read:>11.1?}", format.name, file.len() / 1024);
            times.push(read);
        }
        let longest = if format.name == "pdf" { LONGEST_PDF } else { LONGEST };
        if times[1] > longest {
            wrong.push(format!("{} of 30 pages: {:.1?}, and {longest:?} is the most", format.name, times[1]));
        }
        let growth = times[2].as_secs_f64() / times[1].as_secs_f64() / 3.0;
        if growth > STEEPEST {
            wrong.push(format!("{} of 90 pages: {growth:.1} times its share", format.name));
        }
    }
    for line in &wrong {
        println!("too slow or wrong: {line}");
    }
    Ok(if wrong.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// The middle one of the times that some work takes.
fn median(work: impl Fn() -> bool) -> Duration {
    let mut times = [(); TIMES].map(|()| {
        let begun = Instant::now();
        black_box(work());
        begun.elapsed()
    });
    times.sort_unstable();
    times[TIMES / 2]
}
