//! The presidency's own text a question, with revisions.
