//! The command line, the start, backup and restore.
