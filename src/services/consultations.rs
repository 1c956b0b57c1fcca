//! A consultation's life: created from a note, set up, opened, extended, closed.
