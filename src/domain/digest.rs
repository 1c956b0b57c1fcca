//! A digest: what is new since the last one, who is missing.
