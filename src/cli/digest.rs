//! `rapporteur digest send`: the digests that are due now, before the daily hour.

use clap::Subcommand;

use super::{
    Failure,
    open::{self, Source},
    output::{self, counted},
};
use crate::{
    config::Config,
    mail::Mailer,
    services::{Context, digests, outbox},
};

#[derive(Debug, Subcommand)]
pub(super) enum Digest {
    /// Writes the digests that are due to the outbox; the running server delivers them, without one this command does
    Send,
}

pub(super) async fn run(config: &Config, Digest::Send: &Digest) -> Result<(), Failure> {
    config.check_mailing()?;
    let source = Source::existing(config).await?;
    let context = open::context(source.app()?, open::prepare(&source).await?);
    let mut settings = config.clone();
    if context.installation.demonstration {
        settings.mail.smtp_url = None;
    }
    let mailer = open::mailer(&settings, &config.base_url(config.listen))?;
    let report = digests::send(context.clone(), None).await?;
    let delivered = if source.is_alone() { deliver(&context, &mailer).await? } else { 0 };
    context.database.close().await;
    source.close().await?;
    let (written, consultations) = (report.written, counted(report.consultations, "consultation"));
    let whereabouts = if delivered > 0 { "delivered" } else { "in the outbox, for the running server to deliver" };
    output::print(&match written {
        0 => format!("Nothing new in {consultations}: no digest was written.\n"),
        1 => format!("1 digest on {consultations} is {whereabouts}.\n"),
        _ => format!("{written} digests on {consultations} are {whereabouts}.\n"),
    })?;
    Ok(())
}

/// Delivers all that is due; a mail that fails comes again later.
async fn deliver(context: &Context, mailer: &Mailer) -> Result<usize, Failure> {
    let mut delivered = 0;
    while outbox::deliver_next(context.clone(), mailer.clone()).await?.is_some() {
        delivered += 1;
    }
    Ok(delivered)
}
