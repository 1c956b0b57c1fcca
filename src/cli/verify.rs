//! `rapporteur verify`: a line a fault; the exit code says whether there was one.

use std::{fmt::Write as _, process::ExitCode};

use super::{
    Failure,
    open::{self, Source},
    output::{self, counted},
};
use crate::{config::Config, services::verification};

pub(super) async fn run(config: &Config) -> Result<ExitCode, Failure> {
    let source = Source::existing(config).await?;
    let installation = open::prepare(&source).await?;
    // a submission that arrives meanwhile must not look like a fault
    let options = source.app()?.options([("default_transaction_isolation", "repeatable read")]);
    let context = open::context(options, installation);
    let verdict = verification::verify(context.clone()).await?;
    context.database.close().await;
    source.close().await?;
    let mut text = String::new();
    for fault in &verdict.faults {
        let _ = writeln!(text, "{fault}");
    }
    let _ = writeln!(
        text,
        "Examined {} with {}, {} and {}: {}.",
        counted(verdict.chains, "audit chain"),
        counted(verdict.links, "link"),
        counted(verdict.submissions, "submission"),
        counted(verdict.reports, "report"),
        counted(verdict.faults.len(), "fault")
    );
    output::print(&text)?;
    Ok(if verdict.faults.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}
