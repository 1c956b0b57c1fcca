//! The program as an operator meets it: the real binary, started, refused, killed, stopped.

mod backups;
mod commands;
mod demonstration;
mod import;
mod program;
mod refusals;
mod serving;
