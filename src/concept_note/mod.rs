//! Reads a letter with its concept note.
