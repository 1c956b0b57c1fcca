//! Revisions of answers. Append-only.
