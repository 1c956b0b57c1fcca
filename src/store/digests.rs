//! Digests and the runs of their schedule.
