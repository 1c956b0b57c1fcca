//! `rapporteur read-note`: one concept note read in bounds; what the server and `import` start, and nobody types.

use std::io::{stdin, stdout};

use super::Failure;
use crate::services::note_reader;

pub(super) fn run() -> Result<(), Failure> {
    Ok(note_reader::answer(stdin().lock(), stdout().lock())?)
}
