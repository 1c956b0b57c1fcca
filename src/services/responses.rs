//! A delegation's response in preparation: read, saved, its team.
