//! What commands say on standard output.

use std::io::{self, Write};

/// Writes `text` and shows it at once.
pub(super) fn print(text: &str) -> io::Result<()> {
    let mut out = io::stdout().lock();
    out.write_all(text.as_bytes())?;
    out.flush()
}
