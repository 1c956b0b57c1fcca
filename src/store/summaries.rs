//! Revisions of the presidency's summaries. Append-only.
