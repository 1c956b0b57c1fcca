//! The chair: from a concept note to an open consultation.
