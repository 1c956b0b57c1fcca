//! The per-question summary report: its figures, its order, its canonical content.
