//! Digests: once a recipient and period.
