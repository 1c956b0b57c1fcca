//! Reports as issued. Append-only.
