//! The presidency: board, reading, summary, report.
